import { canonicalJson, sha256 } from '@muster/contracts';
import { addDays } from '@muster/force-generation';
import { Answer } from '../doors/answer.js';
import { Monitor, type Query } from '../doors/monitor.js';
import type { RecordedFact } from '../explaining/recorded-fact.js';
import { checkChain } from './check-chain.js';

/** Facts of a door's answer. */
const most = 3;

/** Eight facts of a stream whose days do not come in their order, chained. */
function chained(): RecordedFact[] {
  const facts: RecordedFact[] = [];
  for (let sequence = 1; sequence <= 8; sequence += 1) {
    const event = {
      ...{ source: '/units', id: String(sequence), type: 'muster.UnitStrengthReported', subject: 'MINUSMA' },
      data: { on: addDays('2018-01-01', (sequence * 5) % 8), unit: 'a', women: 1, men: sequence },
    };
    const recordedAt = `2018-05-08T00:00:0${sequence}.000Z`;
    const previous = facts.at(-1)?.hash ?? null;
    const hash = sha256(canonicalJson({ ...event, recordedAt, sequence, previous }));
    facts.push({ position: sequence + 10, sequence, recordedAt, hash, event });
  }
  return facts;
}

class ShowingMonitor extends Monitor {
  constructor(private readonly facts: readonly RecordedFact[]) {
    super('http://127.0.0.1:1');
  }

  override async get<Body>(path: string, { from = '', to = '' }: Query = {}): Promise<Answer<Body>> {
    const answer = (body: unknown) => new Answer({ status: 200, contentType: '', bytes: Buffer.alloc(0) }, body as Body);
    const one = /^\/api\/facts\/(\d+)$/.exec(path);
    if (one) return answer(this.facts.find(({ position }) => position === Number(one[1])));
    const found = this.facts.filter(({ event: { data } }) => data.on >= String(from) && data.on <= String(to));
    return answer({ facts: found.slice(0, most), more: found.length > most });
  }
}

const checked = (facts: readonly RecordedFact[]) => checkChain(new ShowingMonitor(facts), 'MINUSMA', 99);

/** The fact with other data under the hash that it had. */
const changed = (sequence: number) =>
  chained().map((fact) =>
    fact.sequence === sequence ? { ...fact, event: { ...fact.event, data: { ...fact.event.data, men: 0 } } } : fact,
  );

describe('a hash chain that is recomputed from what the doors show', () => {
  it('holds where nothing was changed, however few facts one answer holds', async () => {
    expect(await checked(chained())).toEqual({ stream: 'MINUSMA', events: 8 });
    expect(await checked([])).toEqual({ stream: 'MINUSMA', events: 0 });
  });

  it('names the first event that was changed, wherever it stands', async () => {
    for (const sequence of [1, 2, 5, 8])
      expect(await checked(changed(sequence))).toMatchObject({ problem: `position ${sequence + 10} does not match its hash` });
  });

  it('names an event that is gone', async () => {
    const without = chained().filter(({ sequence }) => sequence !== 4);
    expect(await checked(without)).toMatchObject({ problem: 'sequence 4 is missing before position 15' });
  });
});
