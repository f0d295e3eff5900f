import type { Fact } from '../facts.js';
import type { Ledger } from '../ledger/ledger.js';
import { lastDayOf, type Month } from './month.js';
import type { Corrections, ReportChange } from './report-change.js';
import type { ConsolidatedReport } from './consolidated/consolidated-report.js';
import type { MonthlyReport } from './monthly-report.js';

/** Nobody reads more of them than so many. */
const most = { changes: 100, facts: 100 };

/** Where a report was read, what is drawn of other months, and how a change is divided: no figure of the month itself. */
const notCompared: ReadonlySet<string> = new Set([
  'curves',
  'facts',
  'fact',
  'provenance',
  'status',
  'corrigendum',
  'corrects',
  'parts',
]);

/** Undefined where both say the same. */
export function correctionsOf<Report extends MonthlyReport | ConsolidatedReport>(
  was: Report,
  is: Report,
  late: readonly Fact[],
): Corrections | undefined {
  const changes = [...differences(was, is, '')];
  if (changes.length === 0) return undefined;
  return {
    changes: changes.slice(0, most.changes),
    moreChanges: Math.max(0, changes.length - most.changes),
    facts: late.slice(0, most.facts).map(({ position }) => position),
  };
}

function* differences(was: unknown, is: unknown, path: string): Generator<ReportChange, void> {
  if (Object.is(was, is)) return;
  if (!isTree(was) || !isTree(is)) return void (yield { path, was: compared(was), is: compared(is) });
  if (Array.isArray(was) && Array.isArray(is)) return yield* differencesOfLists(was, is, path);
  for (const name of new Set([...Object.keys(was), ...Object.keys(is)]))
    if (!notCompared.has(name))
      yield* differences(was[name], is[name], `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
}

/** Each member with the one of the same name, wherever it stood: what comes first moves all that follow. */
function* differencesOfLists(was: readonly unknown[], is: readonly unknown[], path: string): Generator<ReportChange, void> {
  const [before, after] = [byName(was), byName(is)];
  for (const [name, { index, member }] of after) yield* differences(before.get(name)?.member, member, `${path}/${index}`);
  for (const [name, { index, member }] of before) if (!after.has(name)) yield* differences(member, undefined, `${path}/${index}`);
}

/** What tells the members of a report's lists apart. */
const naming = [
  ...['mission', 'key', 'requirement', 'pledge', 'unit', 'task', 'line', 'component', 'partner', 'contributor'],
  ...['personnelType', 'capability', 'kind', 'subject', 'cell', 'stage', 'resolution'],
];

interface Placed {
  readonly index: number;
  readonly member: unknown;
}

/** In order; of members that have one name between them the second is told from the first, and so on. */
function byName(list: readonly unknown[]): ReadonlyMap<string, Placed> {
  const named = new Map<string, Placed>();
  list.forEach((member, index) => {
    const name = isTree(member) ? JSON.stringify(naming.map((part) => member[part] ?? null)) : String(member);
    let times = 1;
    while (named.has(`${name} ${times}`)) times += 1;
    named.set(`${name} ${times}`, { index, member });
  });
  return named;
}

/** Without numbers of facts: they are those of one report. */
function compared(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(compared);
  if (!isTree(value)) return value ?? null;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => (notCompared.has(name) ? [] : [[name, compared(member)]])),
  );
}

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** Facts recorded after a report was read, up to a later position, that speak of its month or of days before its end. */
export function lateFacts(
  ledger: Ledger,
  month: Month,
  { after, upTo }: { readonly after: number; readonly upTo: number },
): readonly Fact[] {
  const end = lastDayOf(month);
  return [...ledger.all()]
    .filter(({ position }) => position > after && position <= upTo)
    .filter((fact) => !isOfTheCalendar(fact) && (fact.data.on <= end || isCorrection(fact)))
    .sort((a, b) => a.position - b.position);
}

/** What a log records of days and policies. */
export const isOfTheCalendar = ({ type }: Fact): boolean => type === 'DayTurned' || type === 'PolicyAdopted';

/** Speaks about other facts, at every day. */
const isCorrection = ({ type, data }: Fact): boolean =>
  type === 'FactRetracted' || type === 'ReturnConfirmed' || 'replaces' in data;
