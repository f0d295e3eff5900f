import type { RecordedEvent } from '@muster/event-log';
import { inForce } from './in-force.js';

const recorded = (id: string, data: { publishedOn?: string; replaces?: string } = {}): RecordedEvent => ({
  source: '/muster/contributions',
  id,
  type: 'muster.StrengthReturned',
  subject: 'MINUSMA',
  data: { on: '2018-02-28', ...data },
  stream: 'MINUSMA',
  position: 1,
  sequence: 1,
  recordedAt: '2018-04-09T00:00:00.000Z',
  knownOn: '2018-04-09',
});

describe('inForce', () => {
  const first = recorded('a');
  const second = recorded('b', { replaces: 'a' });
  const third = recorded('c', { replaces: 'b' });
  const speaking = (facts: readonly RecordedEvent[], ...retracted: RecordedEvent[]) =>
    inForce(facts, (fact) => retracted.includes(fact))?.id;

  it('is the one that no other replaces, in whatever order they came', () => {
    expect(speaking([third, first, second])).toBe('c');
    expect(speaking([])).toBeUndefined();
  });

  it('is the one before where the one that replaces it is retracted', () => {
    expect(speaking([first, second], second)).toBe('a');
    expect(speaking([first, second, third], third)).toBe('b');
    expect(speaking([first], first)).toBeUndefined();
  });

  it('stays replaced through a retracted one, which passes on what it replaced', () => {
    expect(speaking([first, second, third], second)).toBe('c');
  });

  it('is the one published last, then the one of the greatest id', () => {
    expect(speaking([recorded('z', { publishedOn: '2018-03-01' }), recorded('m', { publishedOn: '2018-04-01' })])).toBe('m');
    expect(speaking([recorded('m', { publishedOn: '2018-04-01' }), recorded('n', { publishedOn: '2018-04-01' })])).toBe('n');
  });
});
