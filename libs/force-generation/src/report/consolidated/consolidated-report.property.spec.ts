import fc from 'fast-check';
import { log } from '../../../testing/drawn-logs.js';
import { today } from '../../../testing/drawn-values.js';
import { canonical, policy } from '../../../testing/read-out.js';
import { settings } from '../../../testing/settings.js';
import type { Fact } from '../../facts.js';
import { Ledger } from '../../ledger/ledger.js';
import { components, personnelTypes } from '../../personnel.js';
import { readLedger } from '../../reading.js';
import { lastDayOf, monthOf } from '../month.js';
import { monthlyReport, type MonthlyReport } from '../monthly-report.js';
import { consolidatedReport, type ConsolidatedReport } from './consolidated-report.js';

/** Facts of several missions in one log, each at positions of its own. */
const missions = fc.array(log, { minLength: 1, maxLength: 3 }).map((logs) =>
  logs.map(({ mission, facts }, index) => ({
    mission: `${index}-${mission}`,
    facts: facts.map((fact): Fact => ({ ...fact, id: `${index}/${fact.id}`, position: fact.position + index * 1000 })),
  })),
);
type Missions = typeof missions extends fc.Arbitrary<infer T> ? T : never;

const reportsOf = (all: Missions, day: string): readonly MonthlyReport[] =>
  all.map(({ mission, facts }) => {
    const ledger = new Ledger(mission);
    for (const fact of facts) ledger.fold(fact);
    const reading = readLedger(ledger, { today: lastDayOf(monthOf(day)), policy });
    const provenance = { position: facts.at(-1)?.position ?? 0, sequence: facts.length, chain: mission, lastPosition: null };
    return monthlyReport({ reading, status: 'draft', provenance });
  });

type Figure = number | null;
const known = (values: readonly Figure[]): readonly number[] => values.filter((value) => value !== null);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const sumOrNull = (values: readonly Figure[]): Figure => (known(values).length === 0 ? null : sum(known(values)));

/** Holds for each draw of missions, read on a day. */
const holds = (check: (reports: readonly MonthlyReport[], whole: ConsolidatedReport) => void): void =>
  fc.assert(
    fc.property(missions, today, (all, on) => {
      const reports = reportsOf(all, on);
      check(reports, consolidatedReport(reports, { position: 4000, status: 'draft' }));
    }),
    { ...settings, numRuns: Math.ceil(settings.numRuns! / 5) },
  );

describe('the consolidated report', () => {
  it('has as its strength the sums of the missions’ reports, in all and per component', () => {
    holds((reports, { headline, missions: lines }) => {
      const all = reports.map((report) => report.headline);
      for (const figure of ['authorized', 'deployed', 'women'] as const) {
        expect(headline[figure]).toBe(sumOrNull(all.map((one) => one[figure])));
        expect(headline.components.map((component) => component[figure])).toEqual(
          components.map((_, index) => sumOrNull(all.map((one) => one.components[index]![figure]))),
        );
      }
      expect(headline.missing).toBe(sumOrNull(all.map(({ missing }) => missing)));
      expect(lines.map(({ deployed }) => deployed)).toEqual(all.map(({ deployed }) => deployed));
      expect(headline.notKnown).toEqual(reports.filter((one) => one.headline.deployed === null).map(({ mission }) => mission));
    });
  });

  it('has a waterfall that sums to zero error, and whose parts are those of the missions, cause by cause', () => {
    holds((reports, { waterfall }) => {
      for (const { from, to, parts } of [waterfall, ...waterfall.components, ...waterfall.missions]) {
        if (from === null || to === null) expect(parts).toEqual([]);
        else expect(from + sum(parts.map(({ change }) => change))).toBe(to);
      }
      const told = reports.filter((one) => one.waterfall.from !== null && one.waterfall.to !== null);
      expect(waterfall.to).toBe(sumOrNull(told.map((one) => one.waterfall.to)));
      for (const { cause, change } of waterfall.parts) {
        const own = told.flatMap((one) => one.waterfall.parts.filter((part) => part.cause === cause));
        expect(change).toBe(sum(own.map((part) => part.change)));
      }
      expect(waterfall.missions.length + waterfall.notKnown.length).toBe(reports.length);
    });
  });

  it('has each contributor’s persons in all missions of known strength, by type, and their totals', () => {
    holds((reports, { contributors: { contributors, totals } }) => {
      const told = reports.filter((report) => report.headline.deployed !== null);
      const rows = told.flatMap((report) => report.contributors.contributors);
      expect(sum(contributors.map(({ deployed }) => deployed))).toBe(sum(rows.map(({ deployed }) => deployed)));
      expect(totals.map(({ deployed }) => deployed)).toEqual(
        personnelTypes.map((_, index) => sum(told.map((report) => report.contributors.totals[index]!.deployed))),
      );
      for (const { contributor, types, deployed, women } of contributors) {
        const own = rows.filter((row) => row.contributor === contributor);
        expect([deployed, women]).toEqual([sum(own.map((row) => row.deployed)), sum(own.map((row) => row.women))]);
        expect(sum(types.map((type) => type.deployed))).toBe(deployed);
      }
    });
  });

  it('has every gap of every mission once, by the rank of the task that it holds back', () => {
    holds((reports, { gaps }) => {
      const keys = (all: readonly { readonly alert: { readonly key: string } }[]): string[] =>
        all.map(({ alert }) => alert.key).sort();
      expect(keys(gaps)).toEqual(keys(reports.flatMap((report) => report.gaps)));
      const ranks = gaps.map(({ alert }) => alert.task?.rank ?? Infinity);
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    });
  });

  it('cites each fact by its number in its own list, where the mission’s report cites the same fact', () => {
    holds((reports, whole) => {
      const { facts, provenance } = whole;
      const own = reports.flatMap((report) => report.facts.map((fact, index) => [report.provenance.positions[index], fact]));
      expect(facts.map((fact, index) => [provenance.positions[index], fact]).every((one) => isAmong(one, own))).toBe(true);
      whole.gaps.forEach(({ mission, facts: cited, alert }) => {
        const report = reports.find((one) => one.mission === mission)!;
        const gap = report.gaps.find((one) => one.alert.key === alert.key)!;
        const positions = gap.facts.map((number) => report.provenance.positions[number - 1]);
        expect(new Set(cited.map((number) => provenance.positions[number - 1]))).toEqual(new Set(positions));
      });
    });
  });

  it('is the same in whatever order the missions’ reports are given', () => {
    holds((reports, whole) =>
      expect(canonical(consolidatedReport([...reports].reverse(), { position: 4000, status: 'draft' }))).toBe(canonical(whole)),
    );
  });
});

const isAmong = (one: unknown, all: readonly unknown[]): boolean => all.some((other) => canonical(other) === canonical(one));
