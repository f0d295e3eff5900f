import type { Alert } from '@muster/force-generation';
import { capabilityInWords, capitalized, cellInWords, equipmentInWords, idInWords, unitInWords } from './name-words.js';

const conditions: Readonly<Record<string, string>> = {
  'ceiling-shortfall': 'Below the ceiling',
  'ceiling-exceeded': 'Above the ceiling',
  'authorized-not-deployed': 'Authorized, not deployed',
  'capability-gap': 'Capability gap',
  'unit-understrength': 'Unit under strength',
  'equipment-shortfall': 'Equipment short',
  'deployment-overdue': 'Deployment overdue',
  'hand-over-gap': 'Hand-over gap',
  'rotation-overdue': 'Rotation overdue',
  'pledge-lapsing': 'Pledge about to lapse',
  'pledge-stalled': 'Pledge stalled',
  'women-below-target': 'Women below target',
  'caveat-conflict': 'Caveat in the way',
  dependency: 'One contributor carries it',
  'strength-after-drawdown': 'Strength after drawdown',
  'return-missing': 'No monthly return',
  'return-suspect': 'Return looks wrong',
  'sources-disagree': 'Sources disagree',
  'mandate-ending': 'Mandate ends',
};

/** The kind of alert in words: `Capability gap`. */
export const ruleInWords = (rule: string): string => conditions[rule] ?? idInWords(rule);

const subjects: Readonly<Record<string, (subject: string) => string>> = {
  'return-suspect': (subject) => (subject === 'rows' ? 'Rows that could not be placed' : cellInWords(subject)),
  'equipment-shortfall': equipmentInWords,
  'unit-understrength': unitInWords,
  'deployment-overdue': unitInWords,
  'rotation-overdue': unitInWords,
  'pledge-lapsing': unitInWords,
  'pledge-stalled': unitInWords,
  dependency: capabilityInWords,
  'women-below-target': idInWords,
  'ceiling-shortfall': (line) => `${idInWords(line)} strength`,
  'ceiling-exceeded': (line) => `${idInWords(line)} strength`,
  'authorized-not-deployed': (line) => `${idInWords(line)} increase`,
};

/** What the alert is about, in words: `Armed helicopters north`, `Togo, troops`. */
export function subjectInWords({ rule, subject }: Pick<Alert, 'rule' | 'subject'>, places: readonly string[] = []): string {
  if (subject === 'mission') return 'Whole mission';
  return capitalized(subjects[rule]?.(subject) ?? idInWords(subject, places));
}
