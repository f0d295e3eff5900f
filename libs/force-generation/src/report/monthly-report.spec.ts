import { Story } from '../../../../tests/stories/story.js';
import {
  alertAcknowledged,
  ceilingAuthorized,
  cellsReturned,
  knownOn,
  mandateRenewed,
  named,
  pledgeRegistered,
  requirementStated,
  taskPrioritized,
  unitArrived,
} from '../../../../tests/stories/told-facts.js';
import { readLedger } from '../reading.js';
import { monthlyReport, type MonthlyReport } from './monthly-report.js';

const provenance = { position: 9, sequence: 9, chain: 'chain', lastPosition: null };

/** Read with all that is known, or with the last report read where only so many facts were. */
function reportOf(story: Story, asAt: string, lastRead?: { readonly day: string; readonly position: number }): MonthlyReport {
  let report: MonthlyReport | undefined;
  story
    .onDay(asAt)
    .expectThat(({ reading }) => {
      const { ledger, policy } = reading;
      const last = lastRead && readLedger(ledger, { today: lastRead.day, position: lastRead.position, policy });
      report = monthlyReport({ reading, last, status: 'draft', provenance });
    })
    .happen();
  return report!;
}

const subjects = (lines: readonly { readonly subject: string }[]): string[] => lines.map(({ subject }) => subject);

describe('a monthly report', () => {
  const story = (): Story =>
    new Story()
      .from('2025-01-01', ceilingAuthorized({ military: 1000, police: 100 }))
      .on('2025-01-01', mandateRenewed({ until: '2025-06-30' }))
      .on('2025-01-10', cellsReturned({ 'TGO.troops': 850, 'SEN.individual-police': 100 }))
      .on('2025-02-28', cellsReturned({ 'TGO.troops': 860, 'SEN.individual-police': 60 }))
      .on('2025-03-31', cellsReturned({ 'TGO.troops': 860, 'SEN.individual-police': 60 }));

  it('tells the strength against the ceilings, by contributor, and as it was a month ago', () => {
    const { headline, contributors, waterfall, withReturn, asAt } = reportOf(story(), '2025-02-28');
    expect({ asAt, withReturn }).toEqual({ asAt: '2025-02-28', withReturn: true });
    expect(headline).toMatchObject({ authorized: 1100, deployed: 920, missing: 180, fillRate: 0.8364 });
    expect(contributors.totals.map(({ deployed }) => deployed)).toEqual([860, 0, 0, 0, 60]);
    expect(waterfall).toMatchObject({ from: 950, to: 920 });
  });

  it('names the facts behind every line, the women of each group and the table of contributors, units since the return among them', () => {
    const arrived = story().on('2025-03-10', unitArrived({ unit: 'SWE-1', contributor: 'SWE', women: 20, men: 180 }));
    const { headline, women, contributors, facts } = reportOf(arrived, '2025-03-20');
    const cited = (numbers: readonly number[]): string[] =>
      numbers.map((number) => `${facts[number - 1]!.type} ${facts[number - 1]!.on}`);
    const [ceiling, returned, unit] = ['CeilingAuthorized 2025-01-01', 'StrengthReturned 2025-02-28', 'UnitArrived 2025-03-10'];
    expect(headline.lines.map(({ line, facts: own }) => [line, cited(own)])).toEqual([
      ['military', [ceiling, returned, unit]],
      ['police', [ceiling, returned]],
    ]);
    expect(women.map(({ subject, women: count, facts: own }) => [subject, count, cited(own)])).toEqual([
      ['troops', 20, [returned, unit]],
      ['officers-and-experts', 0, [returned]],
      ['formed-police', 0, [returned]],
      ['individual-police', 0, [returned]],
    ]);
    expect(cited(contributors.facts)).toEqual([returned, unit]);
  });

  it('tells which alerts were opened, which stay open, and which stood when the mandate was renewed', () => {
    const march = reportOf(story(), '2025-03-31');
    expect(subjects(march.alerts.opened)).toEqual(['police']);
    expect(subjects(march.alerts.stillOpen)).toEqual(['military']);
    expect(march.alerts.stillOpen[0]).toMatchObject({ since: '2025-01-10', ageDays: 80 });
    expect(march.standing).toMatchObject({ renewedOn: '2025-01-01', gaps: [] });
    const renewed = reportOf(story().on('2025-03-10', mandateRenewed({ until: '2026-06-30' })), '2025-03-31');
    expect(subjects(renewed.standing.gaps).sort()).toEqual(['military', 'police']);
  });

  it('names the facts behind an alert that is closed: the last figures that were known of it', () => {
    const filled = story().on('2025-04-10', cellsReturned({ 'TGO.troops': 1000, 'SEN.individual-police': 60 }));
    const { alerts, facts } = reportOf(filled, '2025-05-31');
    const [closed] = alerts.closed;
    expect(closed).toMatchObject({ subject: 'military', closedOn: '2025-05-10', figures: { deployed: 1000, missing: 0 } });
    expect(closed!.facts.map((number) => `${facts[number - 1]!.type} ${facts[number - 1]!.on}`)).toEqual([
      'CeilingAuthorized 2025-01-01',
      'StrengthReturned 2025-04-10',
    ]);
  });

  it('names who has taken an alert on, and by which day', () => {
    const key = 'ceiling-shortfall/military';
    const taken = story().on('2025-03-10', alertAcknowledged({ key, plannedFillBy: '2025-05-01' }));
    const [alert] = reportOf(taken, '2025-03-31').alerts.stillOpen;
    expect(alert).toMatchObject({ state: 'acknowledged', acknowledged: { plannedFillBy: '2025-05-01' } });
  });

  it('tells of a gap that the last report could not have known, as found later', () => {
    const late = new Story()
      .from('2025-01-01', ceilingAuthorized({ military: 1000 }))
      .on('2025-01-31', named('first', cellsReturned({ 'TGO.troops': 1000 })))
      .on('2025-01-31', knownOn('2025-03-20', named('second', cellsReturned({ 'TGO.troops': 800 }, { replaces: 'first' }))))
      .on('2025-03-31', cellsReturned({ 'TGO.troops': 1000 }));
    // Position 2 is the last of what was known at the end of February; the second return came at 3.
    const { alerts, waterfall } = reportOf(late, '2025-03-31', { day: '2025-03-15', position: 2 });
    expect(subjects(alerts.foundLater)).toEqual(['military']);
    expect(waterfall.parts.map(({ change, cause }) => [change, cause])).toEqual([
      [-200, 'revision'],
      [200, 'not-reported'],
    ]);
  });

  it('ranks capability gaps by the mandated task that they hold back, with the pledges on their way', () => {
    const needs = story()
      .on('2025-02-01', taskPrioritized({ task: 'elections', rank: 1, from: '2025-03-01', until: '2025-07-29' }))
      .on('2025-02-01', requirementStated({ requirement: 'transport', capability: 'TPT', requiredBy: '2025-02-10' }))
      .on('2025-02-01', requirementStated({ requirement: 'escort', requiredBy: '2025-03-10', tasks: ['elections'] }))
      .on('2025-02-02', pledgeRegistered({ pledge: 'ROU-1', validUntil: '2025-12-31' }));
    const { gaps, tasks, pledges, calendar } = reportOf(needs, '2025-03-31');
    expect(gaps.map(({ requirement }) => requirement)).toEqual(['escort', 'transport']);
    expect(gaps[0]!.alert).toMatchObject({ task: { task: 'elections', rank: 1 }, requiredBy: '2025-03-10' });
    expect(tasks.map(({ task }) => task)).toEqual(['elections']);
    expect(pledges.stages.filter((stage) => stage.pledges > 0)).toMatchObject([{ pledges: 1, oldestSince: '2025-02-02' }]);
    expect(calendar.entries.map(({ kind }) => kind)).toContain('mandate-ends');
  });

  it('says which months have no return, and that its own has none', () => {
    const { withReturn, notes } = reportOf(story(), '2025-05-31');
    expect(withReturn).toBe(false);
    expect(notes).toMatchObject({ observedOn: '2025-03-31', missingMonths: ['2025-04', '2025-05'] });
  });
});
