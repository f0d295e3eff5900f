import type { CloudEvent } from '@muster/contracts';
import { groupedBy } from '../../apps/ingest/src/grouped-by.js';
import { generateLog, type LogAsked } from '../bench/generate-log.js';

/** Returns of the months that the reports of a run are about; without a recent one a mission counts as over. */
const returnDays = ['2025-05-31', '2025-06-30', '2025-07-31', '2025-08-31'] as const;

/** The generated facts of each mission in their order, with the year's returns spread among them; the missions side by side. */
export function sentFactsOf(asked: LogAsked): readonly CloudEvent[] {
  const lists = [...groupedBy([...generateLog(asked)], ({ subject }) => subject).values()].map(withReturns);
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list.slice(index, index + 1))).flat();
}

function withReturns(facts: readonly CloudEvent[]): readonly CloudEvent[] {
  const between = facts.length / (returnDays.length + 1);
  return returnDays.reduceRight<readonly CloudEvent[]>(
    (list, on, index) => list.toSpliced(Math.floor(between * (index + 1)), 0, returnOf(facts[0]!.subject, on, index)),
    facts,
  );
}

const returnOf = (mission: string, on: string, month: number): CloudEvent => ({
  source: `urn:muster:generated:${mission}`,
  id: `return/${on}`,
  type: 'muster.StrengthReturned',
  subject: mission,
  data: {
    on,
    detail: 'byContributor',
    rows: [{ contributor: 'GHA', personnelType: 'Troops', women: 40, men: 9_000 + 100 * month }],
  },
  attributes: { dataschema: '/schemas/StrengthReturned/1' },
});
