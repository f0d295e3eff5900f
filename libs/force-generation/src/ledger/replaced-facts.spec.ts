import type { FactOf } from '../facts.js';
import { replacedFacts } from './replaced-facts.js';

const returned = (id: string, on: string, replaces: string): FactOf<'StrengthReturned'> => ({
  type: 'StrengthReturned',
  source: '/a',
  id,
  subject: 'MINUSMA',
  position: 1,
  knownOn: on,
  data: { on, detail: 'byContributor', rows: [], replaces },
});

it('a retracted return passes on what it replaces, also where that return replaces it in its turn', () => {
  const january = returned('january', '2025-01-31', 'retracted');
  const retracted = returned('retracted', '2025-01-31', 'january');
  const february = returned('february', '2025-02-28', 'retracted');
  const isRetracted = (fact: object) => fact === retracted;
  expect(replacedFacts([january, retracted], isRetracted)).toEqual(new Set([retracted]));
  expect(replacedFacts([january, retracted, february], isRetracted)).toEqual(new Set([retracted, january]));
});
