import { retractionOf } from '../../testing/drawn-logs.js';
import type { Fact } from '../facts.js';
import { Ledger } from './ledger.js';

const returned = (id: string): Fact => ({
  type: 'StrengthReturned',
  source: '/story',
  id,
  subject: 'MINUSMA',
  position: 0,
  knownOn: '2025-02-10',
  data: { on: '2025-01-31', detail: 'byContributor', rows: [] },
});

it('tells retractions in the order of facts, whatever the order in which they came', () => {
  const [january, march, february] = [
    retractionOf(returned('a'), 1, '2025-01-05'),
    retractionOf(returned('b'), 2, '2025-03-05'),
    retractionOf(returned('a'), 3, '2025-02-05'),
  ] as const;
  const [came, cameOtherwise] = [new Ledger('MINUSMA'), new Ledger('MINUSMA')];
  for (const fact of [january, march, february]) came.fold(fact);
  for (const fact of [march, february, january]) cameOtherwise.fold(fact);
  expect(came.retractions()).toEqual([january, february, march]);
  expect(cameOtherwise.retractions()).toEqual([january, february, march]);
});
