import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson, sha256 } from '@muster/contracts';
import { policyV1 } from '@muster/force-generation';
import { CurrentPolicy } from './current-policy.js';

describe('CurrentPolicy', () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-policy-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const load = (text: string): CurrentPolicy => {
    writeFileSync(join(folder, 'policy.json'), text);
    return CurrentPolicy.load(join(folder, 'policy.json'));
  };
  type Row = { holdDays: unknown; keepDays?: unknown; speed?: unknown; thresholds: unknown };
  type Changeable = { rules: Record<'ceiling-shortfall' | 'mandate-ending' | 'return-missing', Row> };
  const changed = (change: (table: Changeable) => void): string => {
    const table = structuredClone(policyV1) as unknown as Changeable;
    change(table);
    return JSON.stringify(table);
  };

  it('is the one built in, named by the hash of its canonical form', () => {
    expect(CurrentPolicy.load(undefined).hash).toBe(sha256(canonicalJson(policyV1)));
  });

  it('is the one of a file with other numbers', () => {
    const policy = load(changed((table) => (table.rules['ceiling-shortfall'].holdDays = 10)));
    expect(policy.table.rules['ceiling-shortfall'].holdDays).toBe(10);
    expect(policy.hash).not.toBe(CurrentPolicy.load(undefined).hash);
  });

  it('is refused with every problem of the file', () => {
    const broken = changed(({ rules }) => {
      delete rules['return-missing'].keepDays;
      rules['ceiling-shortfall'].holdDays = 'thirty';
      rules['ceiling-shortfall'].speed = 1;
    });
    expect(() => load(broken)).toThrow(/no policy table[^]*rules.return-missing.keepDays/);
    expect(() => load(broken)).toThrow(/rules.ceiling-shortfall.holdDays: write a number/);
    expect(() => load(broken)).toThrow(/rules.ceiling-shortfall.speed: the policy has no such member/);
    expect(() => load('{')).toThrow(/cannot be read as JSON/);
    expect(() => CurrentPolicy.load(join(folder, 'none.json'))).toThrow(/cannot be read/);
  });

  it('may have targets of other years, each for every group', () => {
    const targets = { troops: 7, 'officers-and-experts': 18, 'formed-police': 10, 'individual-police': 23 };
    const rules = (year: string, given: object) =>
      changed((table) => {
        const row = (table.rules as unknown as typeof policyV1.rules)['women-below-target'];
        (row.targets as Record<string, object>)[year] = given;
      });
    expect(load(rules('2020', targets)).table.rules['women-below-target'].targets['2020']).toEqual(targets);
    expect(() => load(rules('soon', targets))).toThrow(/rules.women-below-target.targets.soon/);
    expect(() => load(rules('2020', { troops: 7 }))).toThrow(/targets.2020.individual-police: write a number/);
  });

  it('has thresholds that climb, or that fall where days to an end are counted', () => {
    const upside = changed(({ rules }) => (rules['ceiling-shortfall'].thresholds = { watch: 30, warning: 20, critical: 10 }));
    expect(() => load(upside)).toThrow(/rules.ceiling-shortfall.thresholds.warning: out of order/);
    const downside = changed(({ rules }) => (rules['mandate-ending'].thresholds = { watch: 7, warning: 30, critical: 60 }));
    expect(() => load(downside)).toThrow(/rules.mandate-ending.thresholds.warning: out of order/);
  });
});
