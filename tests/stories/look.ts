import {
  assess,
  assessmentOf,
  explain,
  Ledger,
  readLedger,
  type Reading,
  type AdoptedPolicy,
  type Alert,
  type Assessment,
  type Day,
  type Fact,
  type Saying,
} from '@muster/force-generation';
import { recomputed, valuesUnder } from './recomputed.js';

export interface LookFrom {
  readonly mission: string;
  readonly today: Day;
  readonly policy: AdoptedPolicy;
  readonly knownAt?: Day;
  readonly position?: number;
}

/** What is true on a day of the story, and what was said of it. */
export interface Look {
  readonly reading: Reading;
  readonly assessment: Assessment;
  /** Due on this day, in order. */
  readonly sayings: readonly Saying[];
}

/** The facts read from a day, tried hard: in other orders, and with every explanation worked out again. */
export function lookAt(facts: readonly Fact[], from: LookFrom): Omit<Look, 'sayings'> {
  const ledger = new Ledger(from.mission);
  for (const fact of facts) ledger.fold(fact);
  const reading = readLedger(ledger, from);
  const assessment = assessmentOf(reading);
  const seen = facts.filter((fact) => reading.sees(fact));
  for (const order of [seen.toReversed(), shuffled(seen, from.today)])
    expect(assess(order, from).alerts).toEqual(assessment.alerts);
  for (const alert of assessment.alerts)
    expect({ [alert.key]: explanationProblems(reading, alert, seen) }).toEqual({ [alert.key]: [] });
  return { reading, assessment };
}

function explanationProblems(reading: Reading, alert: Alert, facts: readonly Fact[]): readonly string[] {
  const explanation = explain(reading, alert.key);
  if (explanation === undefined) return ['is not explained'];
  const problems = recomputed(explanation.figures, facts, explanation.on);
  const different = namedFigures(alert.figures).flatMap(([figure, value]) => {
    const other = valuesUnder(explanation.figures, figure).find((explained) => explained !== value);
    return other === undefined ? [] : [`${figure} is ${JSON.stringify(value)}, explained as ${JSON.stringify(other)}`];
  });
  return [...problems, ...different];
}

/** Figures as an explanation names them: those of a need are `units deployed`, `personnel required` and the like. */
const namedFigures = (figures: Alert['figures']): [string, unknown][] =>
  Object.entries(figures).flatMap(([figure, value]): [string, unknown][] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).map(([part, partValue]) => [`${figure} ${part}`, partValue])
      : [[figure, value]],
  );

/** Always the same shuffle of the same facts on the same day, so that a story that fails fails again. */
function shuffled<T>(items: readonly T[], seed: string): readonly T[] {
  let state = [...seed].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) >>> 0, 7);
  const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0);
  return items
    .map((item) => ({ item, place: next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
