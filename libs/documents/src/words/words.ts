import type { Component, FigureState } from '@muster/force-generation';
import type { Column } from '../document.js';
import type { For, Names } from './names.js';

/** What a table is called in the text, on its sheet, and the titles of its columns. */
export interface TableWords<Columns extends string> {
  readonly heading: string;
  readonly sheet: string;
  readonly columns: For<Columns>;
}

export interface ComponentSentence {
  readonly component: Component;
  readonly deployed: string;
  readonly authorized: string;
  readonly fillRate: string;
  readonly women: string | null;
}

/** Every phrase of a report. A language is one object of this type, so that none can lack a phrase or a member of a union. */
export interface Words extends Names {
  readonly title: string;
  readonly consolidated: string;
  readonly asAt: (day: string) => string;
  readonly draft: string;
  readonly corrigendum: (number: number) => string;
  readonly withoutReturn: (observedOn: string | null) => string;
  readonly illustrative: string;
  /** What others have called something, in their own language. */
  readonly quoted: (text: string) => string;
  readonly titlesAsSent: string;
  readonly nothing: string;
  readonly notKnown: string;
  readonly total: string;
  readonly mission: string;
  readonly yes: string;
  readonly days: (count: number, printed: string) => string;
  readonly notInFont: string;
  readonly page: (page: number, pages: number) => string;
  readonly openEnded: string;

  readonly headline: TableWords<
    | 'component'
    | 'authorized'
    | 'deployed'
    | 'missing'
    | 'fillRate'
    | 'committed'
    | 'pledged'
    | 'women'
    | 'womenShare'
    | 'observedOn'
    | 'resolution'
  > & {
    readonly figures: For<'authorized' | 'deployed' | 'fillRate' | 'women'>;
    readonly ofAuthorized: (share: string) => string;
    readonly over: (persons: string) => string;
    readonly under: (persons: string) => string;
    readonly component: (sentence: ComponentSentence) => string;
    readonly observed: (day: string) => string;
    readonly unknown: (component: Component) => string;
  };
  readonly chart: For<'heading' | 'authorized' | 'deployed' | 'committed' | 'pledged' | 'today'> & {
    readonly alternative: (component: string) => string;
  };
  readonly corrections: TableWords<'path' | 'was' | 'is'> & {
    /** What is said of a whole entry of a list. */
    readonly entry: string;
    readonly yes: string;
    readonly no: string;
    readonly more: (count: string) => string;
    readonly facts: string;
  };
  readonly waterfall: TableWords<'change' | 'cause' | 'contributor' | 'personnelType' | 'unit' | 'facts'> & {
    readonly sentence: (change: {
      readonly from: string;
      readonly fromOn: string;
      readonly to: string;
      readonly toOn: string;
      readonly change: string;
    }) => string;
    readonly exactly: string;
    readonly summary: TableWords<'cause'>;
    readonly explained: string;
    readonly unexplainedSheet: string;
    readonly from: (day: string) => string;
    readonly to: (day: string) => string;
    readonly unknown: string;
  };
  readonly contributors: TableWords<'contributor' | 'total' | 'women'> & { readonly observed: (day: string) => string };
  readonly gaps: TableWords<
    | 'capability'
    | 'task'
    | 'requiredBy'
    | 'required'
    | 'deployed'
    | 'committed'
    | 'pledged'
    | 'age'
    | 'severity'
    | 'action'
    | 'owner'
  > & { readonly units: string };
  readonly tasks: TableWords<'rank' | 'task' | 'window' | 'gaps' | 'waitsFor' | 'freedOn'> & {
    readonly gap: (rule: string, severity: string) => string;
  };
  readonly pledges: TableWords<'stage' | 'pledges' | 'units' | 'personnel' | 'oldestSince'> & {
    readonly list: TableWords<
      'pledge' | 'contributor' | 'capability' | 'personnel' | 'stage' | 'since' | 'age' | 'next' | 'lapsesOn'
    >;
  };
  readonly calendar: TableWords<'on' | 'kind' | 'subject' | 'contributor' | 'personnel' | 'remark'> & {
    readonly late: string;
    readonly replacedBy: (unit: string) => string;
    readonly until: (day: string) => string;
  };
  readonly alerts: TableWords<'severity' | 'rule' | 'subject' | 'since' | 'age' | 'state'> & {
    readonly opened: string;
    readonly stillOpen: string;
    readonly closed: string;
    readonly foundLater: string;
    readonly closedOn: (day: string) => string;
    readonly acknowledged: (owner: string, day: string) => string;
    readonly sheets: For<'opened' | 'stillOpen' | 'closed' | 'foundLater'>;
  };
  readonly standing: TableWords<'severity' | 'gap' | 'subject' | 'since' | 'age'> & {
    readonly sentence: (resolution: string, renewedOn: string) => string;
    readonly never: string;
    readonly none: string;
  };
  readonly women: TableWords<'group' | 'women' | 'persons' | 'share' | 'target' | 'observedOn'> & {
    readonly target: (percent: string, year: number) => string;
    readonly informative: string;
  };
  readonly partners: TableWords<'partner' | 'capability' | 'units' | 'since' | 'until'>;
  readonly notes: TableWords<'on' | 'note' | 'facts'> & {
    readonly state: For<FigureState, (day: string) => string>;
    readonly noReturn: string;
    readonly missingMonths: (months: string) => string;
    readonly suspect: (cell: string, kept: string, printed: string) => string;
    readonly revised: (change: string, cause: string, who: string) => string;
    readonly clean: string;
  };
  readonly annex: TableWords<'number' | 'type' | 'on' | 'publishedOn' | 'source'> & {
    readonly policy: (hash: string) => string;
    readonly verify: (command: string) => string;
    readonly footer: (mission: string, month: string, sha: string) => string;
    readonly origin: (position: string, chain: string) => string;
  };
  readonly all: ConsolidatedWords;
}

/** Phrases of the report over all missions. */
export interface ConsolidatedWords {
  readonly organization: string;
  /** Over a draft. */
  readonly draft: string;
  readonly deployed: (told: {
    readonly day: string;
    readonly missions: string;
    readonly count: number;
    readonly deployed: string;
    readonly women: string | null;
  }) => string;
  readonly unknown: (day: string, count: number, missions: string) => string;
  readonly ofAll: (authorized: string, fillRate: string) => string;
  readonly ofCompared: (missions: string, count: number, fillRate: string) => string;
  readonly withCeiling: (count: number, missions: string) => string;
  readonly inMissions: (count: number, missions: string) => string;
  readonly ofThese: (count: number, missions: string) => string;
  readonly notKnown: (missions: string, count: number) => string;
  readonly withoutCeiling: (missions: string) => string;
  readonly missions: TableWords<'womenShare' | 'observedOn'> & {
    readonly of: For<Component | 'all', For<'authorized' | 'deployed' | 'fillRate'>>;
    readonly inAll: string;
  };
  readonly changes: { readonly sheet: string; readonly sum: string; readonly notKnown: (missions: string) => string };
  readonly contributors: { readonly missions: string; readonly observed: string; readonly unnamed: (missions: string) => string };
  readonly standing: Omit<TableWords<'resolution' | 'renewedOn'>, 'sheet'> & { readonly never: (missions: string) => string };
  readonly noReturn: (months: string, missions: string) => string;
  readonly clean: (missions: string) => string;
  readonly annex: Omit<TableWords<'mission' | 'position' | 'sequence' | 'chain'>, 'heading'> & {
    readonly own: (command: string) => string;
    /** Of a draft. */
    readonly origin: (position: string) => string;
    readonly published: (position: string) => string;
  };
}

export const columnsOf = <Columns extends string>(
  words: Pick<TableWords<Columns>, 'columns'>,
  columns: Readonly<Partial<Record<Columns, Omit<Column, 'title'>>>>,
): readonly Column[] =>
  (Object.entries(columns) as [Columns, Omit<Column, 'title'>][]).map(([name, look]) => ({
    title: words.columns[name],
    ...look,
  }));
