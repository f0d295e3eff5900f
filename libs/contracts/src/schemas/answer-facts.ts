import { severities } from '@muster/force-generation';
import { inOrder } from './cross-field.js';
import { fact, part } from './fact.js';
import { alertKey, alertSubject, cell, day, eventId, mission, oneOf, ruleName, text, title, uriReference } from './fields.js';

/** What people answer: to an alert, to a suspect return, to a fact that was wrong. */
export const answerFacts = {
  AlertAcknowledged: fact({ key: alertKey, owner: title, note: text, plannedFillBy: day }, inOrder('on', 'plannedFillBy')),
  AlertSilenced: fact(
    {
      matchers: part({
        mission,
        rule: ruleName.optional(),
        subject: alertSubject.optional(),
        severity: oneOf(severities, 'severity').optional(),
      }),
      reason: text,
      author: title,
      until: day,
    },
    inOrder('on', 'until'),
  ),
  ReturnConfirmed: fact({ asAt: day, cell: cell.optional() }),
  FactRetracted: fact({ ofSource: uriReference, ofId: eventId, reason: text }),
};
