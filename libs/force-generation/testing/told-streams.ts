import { recorded, type ToldFact } from '../../../tests/stories/told-facts.js';
import { Ledger } from '../src/ledger/ledger.js';
import { readLedger } from '../src/reading.js';
import { policy } from './read-out.js';

/** Facts of several streams in the order in which they come in, each with its stream and its day. */
export type Told = readonly [stream: string, day: string, fact: ToldFact];

/** What the log records on `standby` with a selection. */
export const tied = (pledge: string, mission: string): ToldFact =>
  ({ type: 'PledgeTied', data: { pledge, mission } }) as unknown as ToldFact;

/** The streams read from a day. */
export function readFrom(today: string, told: readonly Told[]) {
  const ledgers = new Map<string, Ledger>([['standby', new Ledger('standby')]]);
  told.forEach(([stream, day, fact], index) => {
    const ledger = ledgers.get(stream) ?? new Ledger(stream);
    ledgers.set(stream, ledger);
    ledger.fold(recorded(fact, { mission: stream, day, position: index + 1 }));
  });
  const reading = (ledger: Ledger) => readLedger(ledger, { today, policy });
  const { standby, ...missions } = Object.fromEntries([...ledgers].map(([name, ledger]) => [name, reading(ledger)]));
  return { standby: standby!, missions: Object.values(missions) };
}
