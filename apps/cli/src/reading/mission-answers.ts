import type { ComponentFigures, DataNote, LineFigures, OpenAlerts, WomenFigures } from '@muster/force-generation';
import type { ReadAt } from '../screen/read-at-text.js';

/** What the doors about missions answer, as far as the command shows it. */
export interface MissionOverview {
  readonly mission: string;
  readonly name: string | null;
  readonly active: boolean;
  readonly components: readonly ComponentFigures[];
  readonly reported: number | null;
  readonly observedOn: string | null;
  readonly openAlerts: OpenAlerts;
}

export interface MissionsAnswer extends ReadAt {
  readonly missions: readonly MissionOverview[];
}

export interface MissionAnswer extends MissionOverview, ReadAt {
  readonly policy: string;
  readonly lines: readonly LineFigures[];
  readonly women: readonly WomenFigures[];
  readonly notes: readonly DataNote[];
  readonly moreNotes?: number;
}

export interface TaskLine {
  readonly task: string;
  readonly title: string;
  readonly rank: number;
  readonly after: string | null;
  readonly from: string;
  readonly until: string | null;
  readonly window: 'ahead' | 'open' | 'over';
  readonly waitsFor: readonly string[];
  readonly gaps: readonly {
    readonly rule: string;
    readonly subject: string;
    readonly severity: string;
    readonly state: string;
    readonly reason: string;
    readonly filledOn: string | null;
  }[];
  readonly freedOn: string | null;
  readonly first: { readonly task: string; readonly key: string; readonly action: string; readonly owner: string } | null;
  readonly illustrative?: unknown;
}

export interface TasksAnswer extends ReadAt {
  readonly mission: string;
  readonly tasks: readonly TaskLine[];
}
