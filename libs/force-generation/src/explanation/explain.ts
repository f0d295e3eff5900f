import { episodeShown, verdictUnder } from '../alerts/assessment.js';
import type { Day } from '../day.js';
import type { RulePolicy } from '../policy.js';
import type { Reading } from '../reading.js';
import { components } from '../personnel.js';
import { ceilings, ceilingsOf } from '../mandate/ceilings.js';
import { typesOfComponent } from '../supply/component-supply.js';
import { explainHeadCount } from './explain-head-count.js';
import { leaf, node, type ExplanationNode } from './node.js';

/** Why an alert says what it says: the facts, the rule's row of the policy, and the arithmetic, so that anybody can repeat it. */
export interface Explanation {
  readonly key: string;
  readonly on: Day;
  readonly statement: string;
  readonly policy: { readonly hash: string; readonly rule: string; readonly row: RulePolicy };
  readonly figures: ExplanationNode;
}

/** Of the alert's last known day; undefined where the rule never found a gap there. */
export function explain(reading: Reading, key: string): Explanation | undefined {
  const verdict = verdictUnder(reading, key);
  if (verdict === undefined) return undefined;
  const last = episodeShown(verdict) ?? verdict.episodes.at(-1);
  if (last === undefined) return undefined;
  const day = last.known.at(-1)!.until;
  const { hash, table } = reading.policy;
  const { name } = verdict.rule;
  return {
    key,
    on: day,
    ...verdict.rule.explain(reading, verdict.subject, day),
    policy: { hash, rule: name, row: table.rules[name] },
  };
}

/** Any component's figures of today: what is missing, out of the ceiling and the rows of the return. */
export const explainMission = (reading: Reading): readonly { readonly component: string; readonly figures: ExplanationNode }[] =>
  components.map((component) => {
    const { today } = reading;
    const own = ceilingsOf(component, ceilings(reading).at(today)).map((ceiling) =>
      leaf(ceiling.data.line, ceiling, '/personnel'),
    );
    const deployed = explainHeadCount(reading, typesOfComponent(reading, component, today), today);
    const authorized = node('authorized', today, 'sum', own);
    return { component, figures: own.length === 0 ? deployed : node('missing', today, 'difference', [authorized, deployed]) };
  });
