import { canonicalJson, sha256 } from '@muster/contracts';
import { policyV1, type ExplanationNode } from '@muster/force-generation';
import { Answer } from '../doors/answer.js';
import { Monitor, type Query } from '../doors/monitor.js';
import { Refused } from '../doors/refused.js';
import type { ExplanationAnswer } from '../reading/alert-answers.js';
import { checkExplanation } from './check-explanation.js';
import type { RecordedFact } from './recorded-fact.js';

const source = 'https://example.org/facts';
const hash = sha256(canonicalJson(policyV1));

const recorded = (position: number, type: string, id: string, data: Readonly<Record<string, unknown>>): RecordedFact => ({
  position,
  sequence: position,
  recordedAt: '2018-05-08T00:00:00.000Z',
  event: { source, id, type: `muster.${type}`, subject: 'MINUSMA', data: { on: '2018-01-31', ...data } },
});

const ceiling = recorded(2, 'CeilingAuthorized', 'ceiling', { personnel: 1000 });
const strength = recorded(3, 'StrengthReturned', 'return', { rows: [{ women: 50, men: 800 }], publishedOn: '2018-02-20' });
const adopted = recorded(1, 'PolicyAdopted', 'policy', { hash, table: policyV1 });

/** A monitor that holds these facts and shows this alert. */
class HoldingMonitor extends Monitor {
  constructor(
    private readonly facts: readonly RecordedFact[],
    private readonly figures: Readonly<Record<string, number>>,
  ) {
    super('http://127.0.0.1:1');
  }

  override async get<Body>(path: string, query: Query = {}): Promise<Answer<Body>> {
    const answer = (status: number, body: unknown) =>
      new Answer({ status, contentType: 'application/json', bytes: Buffer.alloc(0) }, body as Body);
    if (path.startsWith('/api/alerts/')) return answer(200, { figures: this.figures });
    const found = this.facts.filter(({ event }) =>
      query['id'] !== undefined ? event.id === query['id'] : event.type === `muster.${String(query['type'])}`,
    );
    if (query['id'] === undefined) return answer(200, { facts: found, more: false });
    if (found[0] !== undefined) return answer(200, found[0]);
    throw new Refused(answer(404, { title: 'Not Found' }) as Answer<never>);
  }
}

const leafOf = ({ position, event: { id, data } }: RecordedFact, figure: string, at: string, value: number): ExplanationNode => {
  const { on, publishedOn } = data;
  return { figure, value, fact: { position, source, id, on, ...(publishedOn && { publishedOn }) }, at };
};
const on = '2018-02-28';
const women = leafOf(strength, 'women', '/rows/0/women', 50);
const men = leafOf(strength, 'men', '/rows/0/men', 800);
const deployed: ExplanationNode = { figure: 'deployed', value: 850, on, operation: 'sum', inputs: [women, men] };
const authorized = leafOf(ceiling, 'authorized', '/personnel', 1000);
const missing: ExplanationNode = { figure: 'missing', value: 150, on, operation: 'difference', inputs: [authorized, deployed] };

interface Case {
  readonly figures?: ExplanationNode;
  readonly facts?: readonly RecordedFact[];
  readonly today?: string;
  readonly shown?: Readonly<Record<string, number>>;
  readonly policy?: Partial<ExplanationAnswer['policy']>;
}

async function differencesOf({ figures = missing, facts = [adopted, ceiling, strength], shown = {}, today = on, policy }: Case) {
  const rule = 'ceiling-shortfall';
  const answer: ExplanationAnswer = {
    ...{ today, position: 9, key: `MINUSMA/${rule}/military`, on, statement: 'So it is.', figures },
    policy: { hash, rule, row: policyV1.rules[rule], ...policy },
  };
  return (await checkExplanation(new HoldingMonitor(facts, shown), answer, {})).differences;
}

/** The tree with one of its leaves in another form. */
const withMen = (changed: object): ExplanationNode => ({
  ...missing,
  inputs: [authorized, { ...deployed, inputs: [women, { ...men, ...changed }] }],
});

describe('an explanation that is checked', () => {
  it('holds where every fact says it and every operation gives it', async () => {
    expect(await differencesOf({ shown: { authorized: 1000, deployed: 850, missing: 150 } })).toEqual([]);
  });

  it('fails where an operation gives something else', async () => {
    expect(await differencesOf({ figures: { ...missing, value: 151 } })).toEqual([
      'missing is 151, and its difference comes to 150',
    ]);
  });

  it('fails where a fact says something else', async () => {
    const [, changed] = [
      strength,
      recorded(3, 'StrengthReturned', 'return', { rows: [{ women: 50, men: 801 }], publishedOn: '2018-02-20' }),
    ];
    expect(await differencesOf({ facts: [adopted, ceiling, changed] })).toEqual([
      'men is 800, and position 3 says 801 at /rows/0/men',
    ]);
  });

  it('fails where there is no such fact, no such place in it, or another day on it', async () => {
    expect(await differencesOf({ facts: [adopted, strength] })).toEqual([
      `authorized rests on ceiling of ${source}, and there is no such fact`,
    ]);
    expect(await differencesOf({ figures: withMen({ at: '/rows/7/men' }) })).toEqual([
      'men is 800, and position 3 says null at /rows/7/men',
    ]);
    const fact = { position: 3, source, id: 'return', on: '2018-01-30', publishedOn: '2018-02-20' };
    expect(await differencesOf({ figures: withMen({ fact }) })).toEqual([
      'men names return with on 2018-01-30, and the log has 2018-01-31',
    ]);
  });

  it('fails where a fact is there that it says is not, unless that one was retracted or replaced', async () => {
    const over = { type: 'StrengthReturned', subject: 'MINUSMA', from: '0001-01-01', to: on };
    const figures: ExplanationNode = { figure: 'returns', value: 0, on, operation: 'count', over, inputs: [] };
    const retraction = recorded(4, 'FactRetracted', 'retraction', { ofSource: source, ofId: 'return', reason: 'wrong' });
    const replacement = recorded(5, 'StrengthReturned', 'return 2', { replaces: 'return' });
    const retracted2 = recorded(6, 'FactRetracted', 'retraction 2', { ofSource: source, ofId: 'return 2', reason: 'wrong' });
    expect(await differencesOf({ figures, facts: [adopted] })).toEqual([]);
    expect(await differencesOf({ figures })).toEqual([
      `returns says that no StrengthReturned is of 0001-01-01 to ${on}, and position 3 holds one`,
    ]);
    expect(await differencesOf({ figures, facts: [adopted, strength, retraction] })).toEqual([]);
    expect(await differencesOf({ figures, facts: [adopted, strength, replacement, retracted2] })).toEqual([]);
  });

  it('fails where the policy is another one, or was never adopted, or is not what its hash says', async () => {
    const row = { ...policyV1.rules['ceiling-shortfall'], holdDays: 29 };
    expect(await differencesOf({ policy: { row } })).toEqual([`policy ${hash} has another row for ceiling-shortfall`]);
    expect(await differencesOf({ facts: [ceiling, strength] })).toEqual([`policy ${hash} was never adopted`]);
    const forged = recorded(1, 'PolicyAdopted', 'policy', { hash, table: { ...policyV1, version: 2 } });
    expect(await differencesOf({ facts: [forged, ceiling, strength] })).toEqual([
      `policy ${hash} is not the hash of the table adopted under it`,
    ]);
    const figures: ExplanationNode = { figure: 'hold', value: 31, policy: '/rules/ceiling-shortfall/holdDays' };
    expect(await differencesOf({ figures })).toEqual(['hold is 31, and 30 stands there']);
  });

  it('fails where today is another day than the one explained, and where that one lies ahead', async () => {
    const today: ExplanationNode = { figure: 'today', value: '2018-03-01' };
    expect(await differencesOf({ figures: today })).toEqual([`today is 2018-03-01, and ${on} stands there`]);
    expect(await differencesOf({ today: '2018-02-27' })).toEqual([`it speaks of ${on}, and today is 2018-02-27`]);
  });

  it('fails where the alert shows another figure than the explanation comes to', async () => {
    expect(await differencesOf({ shown: { missing: 149 } })).toEqual([
      'missing: the alert shows 149, and the explanation comes to 150',
    ]);
  });
});
