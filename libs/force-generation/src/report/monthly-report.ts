import { addDays, type Day } from '../day.js';
import type { FactOf } from '../facts.js';
import { Ledger } from '../ledger/ledger.js';
import { personnelTypes, type PersonnelType } from '../personnel.js';
import { readLedger, Reading } from '../reading.js';
import { returnsInForce } from '../strength/return-in-force.js';
import { strengthOn } from '../strength/strength.js';
import { describeCalendar, type CalendarEntry } from '../views/describe-calendar.js';
import { describeContributors, type Contributor } from '../views/describe-contributors.js';
import { describeCurves, type ComponentCurves } from '../views/describe-curves.js';
import { describePartners } from '../views/describe-partners.js';
import { describeTasks } from '../views/describe-tasks.js';
import type { WomenFigures } from '../views/describe-women.js';
import { alertsOfTheMonth, openLines, type AlertsOfTheMonth } from './alert-lines.js';
import { capabilityGaps, type CapabilityGap } from './capability-gaps.js';
import { citing, type CitedFact } from './cited-facts.js';
import type { Corrections } from './report-change.js';
import { factsOfPersons, womenWithFacts, type WithFacts } from './facts-of-figures.js';
import { headline, type Headline } from './headline.js';
import { addMonths, firstDayOf, lastDayOf, monthOf, type Month } from './month.js';
import { pledgePipeline, type PledgePipeline } from './pledge-pipeline.js';
import { returnNotes, type ReturnNotes } from './return-notes.js';
import { standingGaps, type StandingGaps } from './standing-gaps.js';
import { waterfalls, type Waterfalls } from './waterfall.js';

/** Counts the forms that reports have had. Another content or another look of any document is another form. */
export const reportTemplate = 9;

export const reportStatuses = ['draft', 'issued', 'corrigendum'] as const;
export type ReportStatus = (typeof reportStatuses)[number];

/** Months that the calendar of a report looks ahead. */
const monthsAhead = 6;

/** Persons of one type, and of all contributors. */
export interface TypeTotal {
  readonly personnelType: PersonnelType;
  readonly women: number;
  readonly men: number;
  readonly deployed: number;
  readonly reported: number;
}

export interface ContributorTable {
  readonly observedOn: Day | null;
  readonly contributors: readonly Contributor[];
  readonly totals: readonly TypeTotal[];
  readonly facts: readonly number[];
}

/** All that a report says. Members called `facts` hold numbers into the list `facts`, from 1. */
export interface ReportContent {
  readonly mission: string;
  readonly name: string | null;
  readonly month: Month;
  /** The month's last day: what the report is read at. */
  readonly asAt: Day;
  readonly lastAsAt: Day;
  /** Whether the month's own return is in force. */
  readonly withReturn: boolean;
  readonly template: number;
  /** SHA-256 of the policy table. */
  readonly policy: string;
  readonly headline: Headline;
  readonly contributors: ContributorTable;
  readonly curves: { readonly from: Day; readonly to: Day; readonly components: readonly ComponentCurves[] };
  readonly waterfall: Waterfalls;
  readonly gaps: readonly CapabilityGap[];
  readonly tasks: readonly ReturnType<typeof describeTasks>[number][];
  readonly pledges: PledgePipeline;
  readonly calendar: { readonly to: Day; readonly entries: readonly CalendarEntry[] };
  readonly alerts: AlertsOfTheMonth;
  readonly standing: StandingGaps;
  readonly women: readonly WithFacts<WomenFigures>[];
  readonly partners: readonly ReturnType<typeof describePartners>[number][];
  readonly notes: ReturnNotes;
}

/** Where a report was read. Two imports of the same facts differ in this alone. */
export interface Provenance {
  /** Of the mission's last event that it was read with, in the log. */
  readonly position: number;
  /** Of the same event, in the mission's stream. */
  readonly sequence: number;
  /** The hash chain of the mission's stream up to there. */
  readonly chain: string;
  /** Where the last report was read, if it was published. */
  readonly lastPosition: number | null;
}

export interface MonthlyReport extends ReportContent {
  readonly status: ReportStatus;
  /** 0 for the report itself, then 1, 2, 3 … for its corrigenda. */
  readonly corrigendum: number;
  /** Null of what corrects nothing. */
  readonly corrects: Corrections | null;
  readonly facts: readonly CitedFact[];
  readonly provenance: Provenance & { readonly positions: readonly number[] };
}

export interface ReportFrom {
  /** The mission as of the month's last day. */
  readonly reading: Reading;
  /** The same as of the last day of the month before, as the last report was read; as it is read now where there was none. */
  readonly last?: Reading | undefined;
  /** Pledges before a mission selected them. */
  readonly standby?: Reading | undefined;
  readonly status: ReportStatus;
  readonly corrigendum?: number | undefined;
  readonly corrects?: Corrections | undefined;
  readonly provenance: Provenance;
}

/** The monthly report of a mission, frozen: the same facts give the same report, whatever the order in which they came. */
export function monthlyReport(from: ReportFrom): MonthlyReport {
  const { reading, status, corrigendum = 0, corrects = null, provenance } = from;
  const ledgers = [reading.ledger, ...(from.standby === undefined ? [] : [from.standby.ledger])];
  const { content, facts, positions } = citing(
    { ...reportContent(from), corrects },
    ledgers.flatMap((ledger) => [...ledger.all()]),
  );
  return { ...content, status, corrigendum, facts, provenance: { ...provenance, positions } };
}

/** What the report says, with the positions of the facts where it will have their numbers. */
function reportContent({ reading, last: published, standby }: Pick<ReportFrom, 'reading' | 'last' | 'standby'>): ReportContent {
  const { today, mission, policy } = reading;
  const month = monthOf(today);
  const last = published ?? new Reading(reading.chronicle, addDays(firstDayOf(month), -1));
  const open = openLines(reading);
  const head = headline(reading);
  const { from, to, components } = describeCurves(reading);
  return {
    mission,
    name: reading.facts<FactOf<'MissionEstablished'>>('established').at(-1)?.data.name ?? null,
    month,
    asAt: today,
    lastAsAt: last.today,
    withReturn: returnsInForce(reading).at(today)?.asAt.startsWith(month) ?? false,
    template: reportTemplate,
    policy: policy.hash,
    headline: head,
    contributors: contributorTable(reading),
    curves: { from, to, components },
    waterfall: waterfalls(reading, last),
    gaps: capabilityGaps(reading, open),
    tasks: describeTasks(reading).filter(({ gaps, waitsFor }) => gaps.length > 0 || waitsFor.length > 0),
    pledges: pledgePipeline(reading, standby ?? readLedger(new Ledger('standby'), { today, policy })),
    calendar: monthsToCome(reading, month),
    alerts: alertsOfTheMonth(reading, last),
    standing: standingGaps(reading, open),
    women: womenWithFacts(reading),
    partners: describePartners(reading),
    notes: returnNotes(reading, last.today, head.state),
  };
}

function contributorTable(reading: Reading): ContributorTable {
  const { observedOn, contributors } = describeContributors(reading);
  const totals = personnelTypes.map((personnelType): TypeTotal => {
    const cells = contributors.flatMap(({ types }) => types.filter((type) => type.personnelType === personnelType));
    const sum = (of: 'women' | 'men' | 'deployed' | 'reported'): number => cells.reduce((total, cell) => total + cell[of], 0);
    return { personnelType, women: sum('women'), men: sum('men'), deployed: sum('deployed'), reported: sum('reported') };
  });
  const strength = observedOn === null ? undefined : strengthOn(reading, observedOn);
  const facts = strength === undefined ? [] : [strength.ret.fact.position, ...factsOfPersons(reading, personnelTypes)];
  return { observedOn, contributors, totals, facts };
}

function monthsToCome(reading: Reading, month: Month): ReportContent['calendar'] {
  const to = lastDayOf(addMonths(month, monthsAhead));
  return { to, entries: describeCalendar(reading).entries.filter(({ on }) => on <= to) };
}
