import type { Day } from '../../day.js';
import type { Fact } from '../../facts.js';
import { rankAlerts } from '../../alerts/rank-alerts.js';
import type { CapabilityGap } from '../capability-gaps.js';
import { citedBy, numbered, placedFact, withPositions, type CitedFact } from '../cited-facts.js';
import type { Month } from '../month.js';
import { reportTemplate, type MonthlyReport, type Provenance, type ReportStatus } from '../monthly-report.js';
import type { Corrections } from '../report-change.js';
import type { ReturnNotes } from '../return-notes.js';
import type { StandingGaps } from '../standing-gaps.js';
import { allMissions } from './all-missions.js';
import { contributorSums, type ContributorSums } from './contributor-sums.js';
import { consolidatedHeadline, missionStrength, type ConsolidatedHeadline, type MissionStrength } from './strength-sums.js';
import { waterfallSums, type WaterfallSums } from './waterfall-sums.js';

type OfMission<Told> = Told & { readonly mission: string };

/** What the report over all missions says: sums of what the missions' own reports say, and their gaps in one order. */
export interface ConsolidatedContent {
  readonly mission: typeof allMissions;
  readonly month: Month;
  /** The month's last day: what the missions' reports are read at. */
  readonly asAt: Day;
  readonly lastAsAt: Day;
  readonly template: number;
  /** SHA-256 of the policy tables that the missions were read under: one, but for a moment when a policy is adopted. */
  readonly policies: readonly string[];
  readonly headline: ConsolidatedHeadline;
  readonly missions: readonly MissionStrength[];
  readonly waterfall: WaterfallSums;
  readonly gaps: readonly OfMission<CapabilityGap>[];
  readonly contributors: ContributorSums;
  readonly standing: readonly OfMission<StandingGaps>[];
  readonly notes: readonly OfMission<ReturnNotes>[];
}

export interface ConsolidatedReport extends ConsolidatedContent {
  readonly status: ReportStatus;
  /** 0 for the report itself, then 1, 2, 3 … for its corrigenda. */
  readonly corrigendum: number;
  /** Null of what corrects nothing. */
  readonly corrects: Corrections | null;
  readonly facts: readonly CitedFact[];
  readonly provenance: {
    /** In the log: each mission's report is that of its last event up to there. */
    readonly position: number;
    readonly missions: readonly OfMission<Provenance>[];
    readonly positions: readonly number[];
  };
}

export interface ConsolidatedFrom {
  /** Of the log. */
  readonly position: number;
  readonly status: ReportStatus;
  readonly corrigendum?: number | undefined;
  readonly corrects?: Corrections | undefined;
  /** Those that `corrects` names. */
  readonly late?: readonly Fact[];
}

/** The consolidated report out of the missions' reports for one month, read up to one position of the log. Throws where there is none. */
export function consolidatedReport(reports: readonly MonthlyReport[], from: ConsolidatedFrom): ConsolidatedReport {
  const { position, status, corrigendum = 0, corrects = null, late = [] } = from;
  const sorted = [...reports].sort((a, b) => compare(a.mission, b.mission));
  const { facts, positions, content } = numbered({ ...contentOf(sorted.map(withPositions)), corrects }, [
    ...sorted.flatMap((report) => citedBy(report)),
    ...late.map(placedFact),
  ]);
  const missions = sorted.map(({ mission, provenance: { positions: _positions, ...readAt } }) => ({ mission, ...readAt }));
  return { ...content, status, corrigendum, facts, provenance: { position, missions, positions } };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function contentOf(reports: readonly MonthlyReport[]): ConsolidatedContent {
  const [first] = reports;
  if (first === undefined) throw new Error('a consolidated report needs the report of one mission at least');
  const { month, asAt, lastAsAt } = first;
  const missions = reports.map(missionStrength);
  return {
    mission: allMissions,
    ...{ month, asAt, lastAsAt, template: reportTemplate },
    policies: [...new Set(reports.map(({ policy }) => policy))].sort(),
    headline: consolidatedHeadline(asAt, missions),
    missions,
    waterfall: waterfallSums({ fromOn: lastAsAt, toOn: asAt }, reports),
    gaps: rankedGaps(reports),
    contributors: contributorSums(reports),
    standing: reports.map(({ mission, standing }) => ({ mission, ...standing })),
    notes: reports.map(({ mission, notes }) => ({ mission, ...notes })),
  };
}

/** By the rank of the mandated task that is held back, then in the order of alerts; those that hold none back come last. */
function rankedGaps(reports: readonly MonthlyReport[]): ConsolidatedContent['gaps'] {
  const gaps = reports.flatMap(({ mission, gaps: own }) => own.map((gap) => ({ mission, ...gap })));
  const inOrder = rankAlerts(gaps.map((gap) => ({ ...gap.alert, gap }))).map(({ gap }) => gap);
  return [...inOrder].sort((a, b) => rankOf(a) - rankOf(b));
}

const rankOf = ({ alert }: CapabilityGap): number => alert.task?.rank ?? Number.MAX_SAFE_INTEGER;
