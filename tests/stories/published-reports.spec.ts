import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ceilingEvent, factOf, readCeilings, readContributions, returnEvent, type CloudEvent } from '@muster/contracts';
import {
  Chronicle,
  consolidatedReport,
  describeMission,
  lastDayOf,
  Ledger,
  monthlyReport,
  monthOf,
  policyV1,
  Reading,
  type MonthlyReport,
  type WaterfallSum,
} from '@muster/force-generation';
import { root } from '../architecture/tree.js';

const files = ['un-contributions-2015-2019.csv', 'ceilings.csv'].map((name) => join(root, '../shared/data', name));
const areThere = files.every((file) => existsSync(file));
if (!areThere)
  process.stderr.write(`SKIPPED: reports of the published returns are not checked, since ${files[0]} is not there\n`);

interface Parts {
  readonly parts: readonly { readonly change: number }[];
}

const policy = { hash: 'version-1', table: policyV1 };
const provenance = { position: 0, sequence: 0, chain: '', lastPosition: null };

/** Each mission's published returns and ceilings. */
function publishedLedgers(): ReadonlyMap<string, Ledger> {
  const [contributions, ceilings] = files.map((file) => readFileSync(file)) as [Buffer, Buffer];
  const events: CloudEvent[] = [
    ...readContributions(contributions).returns.map((parsed) => returnEvent(parsed)),
    ...readCeilings(ceilings).ceilings.map((parsed) => ceilingEvent(parsed)),
  ];
  const ledgers = new Map<string, Ledger>();
  events.forEach((event, index) => {
    const ledger = ledgers.get(event.subject) ?? new Ledger(event.subject);
    ledgers.set(event.subject, ledger);
    ledger.fold(factOf({ ...event, position: index + 1, knownOn: event.data.on }));
  });
  return ledgers;
}

const remainder = ({ from, to, parts }: Pick<WaterfallSum, 'from' | 'to'> & Parts): number =>
  from === null || to === null ? parts.length : from + parts.reduce((sum, { change }) => sum + change, 0) - to;

(areThere ? describe : describe.skip)('the reports of every mission and month that the UN published, 2015 to 2019', () => {
  it('sum to zero error, and give the figures of the mission door', () => {
    const wrong: string[] = [];
    let reports = 0;
    let known = 0;
    const byMonth = new Map<string, MonthlyReport[]>();
    for (const [mission, ledger] of publishedLedgers()) {
      const chronicle = new Chronicle(ledger, { policy });
      for (const month of new Set(ledger.list('returns').map(({ data }) => monthOf(data.on)))) {
        const reading = new Reading(chronicle, lastDayOf(month));
        const report: MonthlyReport = monthlyReport({ reading, status: 'draft', provenance });
        const { components, ...whole } = report.waterfall;
        const figures = describeMission(reading).components.map(({ deployed }) => deployed);
        if ([whole, ...components].some((waterfall) => remainder(waterfall) !== 0))
          wrong.push(`${mission} ${month}: a remainder`);
        if (components.some(({ to }, index) => to !== figures[index])) wrong.push(`${mission} ${month}: another figure`);
        reports += 1;
        byMonth.set(month, [...(byMonth.get(month) ?? []), report]);
        known += whole.from !== null && whole.to !== null ? 1 : 0;
      }
    }
    for (const [month, all] of byMonth) {
      const { waterfall, headline } = consolidatedReport(all, { position: 0, status: 'draft' });
      if ([waterfall, ...waterfall.components, ...waterfall.missions].some((one) => remainder(one) !== 0))
        wrong.push(`${month}: a remainder over all missions`);
      const deployed = all.reduce((sum, report) => sum + (report.headline.deployed ?? 0), 0);
      if (headline.deployed !== deployed) wrong.push(`${month}: another figure over all missions`);
    }
    expect({ wrong, reports }).toEqual({ wrong: [], reports: 800 });
    expect(known).toBeGreaterThan(700);
  });
});
