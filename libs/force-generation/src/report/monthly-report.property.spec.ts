import fc from 'fast-check';
import { log } from '../../testing/drawn-logs.js';
import { today } from '../../testing/drawn-values.js';
import { shuffledWithRepeats } from '../../testing/orders.js';
import { canonical, policy } from '../../testing/read-out.js';
import { settings } from '../../testing/settings.js';
import type { Fact } from '../facts.js';
import { Ledger } from '../ledger/ledger.js';
import { readLedger } from '../reading.js';
import { describeCurves } from '../views/describe-curves.js';
import { describeMission } from '../views/describe-mission.js';
import { lastDayOf, monthOf } from './month.js';
import { monthlyReport, type MonthlyReport } from './monthly-report.js';

const provenance = { position: 40, sequence: 40, chain: 'chain', lastPosition: null };

function reportOf(mission: string, facts: readonly Fact[], day: string): MonthlyReport {
  const ledger = new Ledger(mission);
  for (const fact of facts) ledger.fold(fact);
  const reading = readLedger(ledger, { today: lastDayOf(monthOf(day)), policy });
  return monthlyReport({ reading, status: 'draft', provenance });
}

const withoutProvenance = ({ provenance: _provenance, ...rest }: MonthlyReport): string => canonical(rest);

const half = { ...settings, numRuns: Math.ceil(settings.numRuns! / 2) };

describe('a monthly report', () => {
  it('gives the figures of the mission door as of the last day of its month', () => {
    fc.assert(
      fc.property(log, today, ({ mission, facts }, on) => {
        const { headline, curves, asAt } = reportOf(mission, facts, on);
        const ledger = new Ledger(mission);
        for (const fact of facts) ledger.fold(fact);
        const reading = readLedger(ledger, { today: asAt, policy });
        const { components, lines, reported, observedOn } = describeMission(reading);
        expect(headline).toMatchObject({ lines, reported, observedOn });
        expect(headline.components.map(({ facts: _facts, ...figures }) => figures)).toEqual(components);
        expect(curves.components).toEqual(describeCurves(reading).components);
      }),
      half,
    );
  });

  it('is the same whatever the order in which its facts came', () => {
    fc.assert(
      fc.property(log, today, fc.nat(), ({ mission, facts }, on, seed) => {
        expect(canonical(reportOf(mission, shuffledWithRepeats(facts, seed), on))).toBe(canonical(reportOf(mission, facts, on)));
      }),
      half,
    );
  });

  it('is the same but for its provenance where another log holds the same facts at other positions', () => {
    fc.assert(
      fc.property(log, today, ({ mission, facts }, on) => {
        const elsewhere = facts.map((fact) => ({ ...fact, position: 1000 - fact.position }));
        expect(withoutProvenance(reportOf(mission, elsewhere, on))).toBe(withoutProvenance(reportOf(mission, facts, on)));
      }),
      half,
    );
  });

  it('cites each fact by its number in the list, and lists no fact that it does not cite', () => {
    fc.assert(
      fc.property(log, today, ({ mission, facts }, on) => {
        const report = reportOf(mission, facts, on);
        const { facts: _list, provenance: _provenance, ...content } = report;
        const cited = new Set<number>();
        JSON.stringify(content, (name, value: unknown) => {
          if (name === 'fact' && typeof value === 'number') cited.add(value);
          if (name === 'facts') for (const number of value as number[]) cited.add(number);
          return value;
        });
        expect([...cited].sort((a, b) => a - b)).toEqual(report.facts.map((_, index) => index + 1));
        report.facts.forEach(({ source, id }, index) => {
          const position = report.provenance.positions[index];
          expect(facts.find((fact) => fact.position === position)).toMatchObject({ source, id });
        });
      }),
      half,
    );
  });
});
