import { factNames } from '../schemas/fact-schemas.js';
import { factOf, UnknownSchemaVersion } from './fact-of.js';
import type { RecordedFact } from './fact-of.js';

const recorded = (change: Partial<RecordedFact> = {}): RecordedFact => ({
  type: 'muster.UnitRepatriated',
  source: '/un/dpo',
  id: 'r-1',
  subject: 'MINUSMA',
  position: 812,
  knownOn: '2018-03-01',
  data: { on: '2018-02-28', unit: 'togbatt-1' },
  ...change,
});

describe('the fact that a recorded event is', () => {
  it('bears the bare name and stands where the log holds it', () => {
    expect(factOf(recorded({ attributes: { dataschema: '/schemas/UnitRepatriated/1', time: '2018-02-28T12:00:00Z' } }))).toEqual({
      type: 'UnitRepatriated',
      source: '/un/dpo',
      id: 'r-1',
      subject: 'MINUSMA',
      position: 812,
      knownOn: '2018-03-01',
      data: { on: '2018-02-28', unit: 'togbatt-1' },
    });
  });

  it.each([...factNames, 'DayTurned', 'PolicyAdopted', 'PledgeTied'])('can be %s', (name) => {
    expect(factOf(recorded({ type: `muster.${name}` })).type).toBe(name);
  });

  it.each([
    ['a type that this build does not know', { type: 'muster.UnitTeleported' }],
    ['a saying, which is no fact', { type: 'muster.AlertRaised' }],
    ['a later version of the schema', { attributes: { dataschema: '/schemas/UnitRepatriated/2' } }],
    ['the schema of another fact', { attributes: { dataschema: '/schemas/UnitArrived/1' } }],
  ])('is not made of %s', (_, change) => {
    expect(() => factOf(recorded(change))).toThrow(UnknownSchemaVersion);
    expect(() => factOf(recorded(change))).toThrow(/MINUSMA: event 812 is muster\./);
  });
});
