import type {
  CalendarKind,
  Capability,
  ChangeCause,
  Component,
  DataNoteCode,
  FigureState,
  PersonnelType,
  PledgeEnd,
  PledgeStage,
  RuleName,
  Severity,
  WomenGroup,
} from '@muster/force-generation';

export type For<Name extends string, Value = string> = Readonly<Record<Name, Value>>;

export type NextStepName =
  | 'receipt'
  | 'acceptance'
  | 'lists'
  | 'assessment-visit'
  | 'selection'
  | 'reconnaissance'
  | 'agreement'
  | 'pre-deployment-visit'
  | 'deployment-plan'
  | 'arrival'
  | 'renewal';

/** How a language names what the domain names: every member of every union, so that a new one does not compile until it has a name. */
export interface Names {
  readonly components: For<Component>;
  readonly personnelTypes: For<PersonnelType>;
  readonly shortTypes: For<PersonnelType>;
  readonly womenGroups: For<WomenGroup>;
  readonly capabilities: For<Capability>;
  readonly causes: For<ChangeCause>;
  /** The same over a column of figures. */
  readonly shortCauses: For<ChangeCause>;
  readonly severities: For<Severity>;
  readonly alertStates: For<'firing' | 'acknowledged' | 'unknown' | 'closed'>;
  readonly figureStates: For<FigureState>;
  readonly rules: For<RuleName>;
  /** What is to be done; `about` is a capability or a contributor by name. */
  readonly actions: For<RuleName>;
  /** By the owner's name in English; another stays as it is. */
  readonly owners: Readonly<Record<string, string>>;
  readonly adviser: (country: string) => string;
  readonly stages: For<PledgeStage | PledgeEnd>;
  readonly nextSteps: For<NextStepName>;
  readonly calendarKinds: For<CalendarKind>;
  readonly dataNotes: For<DataNoteCode>;
}
