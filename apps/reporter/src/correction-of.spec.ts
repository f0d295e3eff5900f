import type { CorrigendumIssued, PublishedReport } from '@muster/contracts';
import { Ledger, policyV1, type Fact } from '@muster/force-generation';
import { correctionOf } from './correction-of.js';

const troops = (men: number): object => ({ detail: 'byType', rows: [{ personnelType: 'Troops', women: 0, men }] });
const ceiling = {
  ...{ resolution: 'S/RES/1 (2017)', adoptedOn: '2017-01-01', effectiveFrom: '2017-01-01', line: 'military' },
  ...{ counts: ['Troops'], placement: 'component', status: 'adopted', personnel: 1000 },
};

const adopted = (on: string, hash: string, criticalFrom: number): readonly [string, object] => {
  const shortfall = policyV1.rules['ceiling-shortfall'];
  const thresholds = { ...shortfall.thresholds, critical: criticalFrom };
  return [
    'PolicyAdopted',
    { on, hash, table: { ...policyV1, rules: { ...policyV1.rules, 'ceiling-shortfall': { ...shortfall, thresholds } } } },
  ];
};

/** A report of February is published at position 4; what follows comes late. */
const begun: readonly (readonly [string, object])[] = [
  adopted('2017-01-01', 'first', 20),
  ['CeilingAuthorized', { on: '2017-01-01', ...ceiling }],
  ['StrengthReturned', { on: '2018-01-31', ...troops(850) }],
  ['StrengthReturned', { on: '2018-02-28', ...troops(850) }],
];
const newPolicy = adopted('2018-03-20', 'second', 12);
const ofNoMoment = ['UnitRelocated', { on: '2018-02-10', unit: 'TGO-1', location: 'Gao' }] as const;
const corrected = ['StrengthReturned', { on: '2018-02-28', publishedOn: '2018-03-19', ...troops(840) }] as const;

function corrigendumAfter(...late: readonly (readonly [string, object])[]): CorrigendumIssued | undefined {
  const ledger = new Ledger('MINUSMA');
  [...begun, ...late].forEach(([type, data], index) =>
    ledger.fold({
      type,
      source: '/story',
      id: `${index}`,
      subject: 'MINUSMA',
      position: index + 1,
      knownOn: '2018-03-19',
      data,
    } as Fact),
  );
  const last = { month: '2018-02', position: 4, sequence: 4, chain: '', lastPosition: null, number: 0, sha256: 'a'.repeat(64) };
  const end = { position: ledger.position, sequence: ledger.position, hash: '' };
  return correctionOf(
    { mission: ledger, standby: new Ledger('standby') },
    { last: last as unknown as PublishedReport, end, on: '2018-03-21' },
  );
}

const placesOf = (corrigendum: CorrigendumIssued | undefined) => corrigendum?.changes.map(({ path }) => path);

describe('a corrigendum', () => {
  it('is made of a late fact that changes a figure', () => {
    const corrigendum = corrigendumAfter(corrected);
    expect(placesOf(corrigendum)).toContain('/headline/deployed');
    expect(corrigendum).toMatchObject({ number: 1, causes: [5] });
  });

  it('is made neither of a fact that changes nothing, nor of a new policy, nor of both: the fact is not what changed the policy', () => {
    expect(corrigendumAfter(ofNoMoment)).toBeUndefined();
    expect(corrigendumAfter(newPolicy)).toBeUndefined();
    expect(corrigendumAfter(ofNoMoment, newPolicy)).toBeUndefined();
    expect(corrigendumAfter(newPolicy, ofNoMoment)).toBeUndefined();
  });

  it('of a fact that changes a figure is read under the policy of its day, and says that it is another', () => {
    expect(placesOf(corrigendumAfter(newPolicy, corrected))).toEqual(expect.arrayContaining(['/headline/deployed', '/policy']));
  });
});
