import { componentOf, personnelTypes } from '@muster/force-generation';
import type { PersonnelType } from '@muster/force-generation';
import { inOrder, rule } from './cross-field.js';
import type { Unchecked } from './cross-field.js';
import { fact } from './fact.js';
import { day, eventId, id, listOf, mission, oneOf, personnelType, persons, rank, resolution, title } from './fields.js';

const isPersonnelType = (value: unknown): value is PersonnelType => (personnelTypes as readonly unknown[]).includes(value);

const componentsCounted = ({ counts }: Unchecked): number =>
  Array.isArray(counts) ? new Set(counts.filter(isPersonnelType).map(componentOf)).size : 1;

const countsOneComponent = rule(
  ['counts'],
  'A line counts types of one component: Troops, Staff Officer, Experts on Mission, or Formed Police Units, Individual Police.',
  (data) => componentsCounted(data) <= 1,
);

const countsSomething = rule(
  ['counts'],
  'Name the personnel types that the line counts; only a separate line may count none (one without published strength).',
  ({ counts, placement }) => !Array.isArray(counts) || counts.length > 0 || placement === 'separate',
);

/** The mission, what the Council authorized for it and asked of it. */
export const missionFacts = {
  MissionEstablished: fact({ name: title, predecessor: mission.optional() }),
  CeilingAuthorized: fact(
    {
      resolution,
      adoptedOn: day,
      effectiveFrom: day,
      line: id,
      counts: listOf(personnelType),
      placement: oneOf(['component', 'within', 'separate'], 'placement'),
      status: oneOf(['adopted', 'proposed'], 'status'),
      personnel: persons,
      reachBy: day.optional(),
      quality: title.optional(),
      replaces: eventId.optional(),
    },
    countsOneComponent,
    countsSomething,
    inOrder('effectiveFrom', 'reachBy'),
  ),
  MandateRenewed: fact({ resolution, until: day }),
  MandateEnded: fact({ resolution, endsOn: day, drawdownBy: day }, inOrder('endsOn', 'drawdownBy')),
  TaskPrioritized: fact(
    { task: id, title, rank, from: day, until: day.optional(), after: id.optional() },
    inOrder('from', 'until'),
    rule(
      ['after'],
      'A task cannot come after itself; name another task.',
      ({ task, after }) => after === undefined || after !== task,
    ),
  ),
};
