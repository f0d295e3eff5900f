import { factOf } from '@muster/contracts';
import {
  assessmentOf,
  daysBetween,
  describeMission,
  explain,
  Ledger,
  policyV1,
  readLedger,
  type Reading,
} from '@muster/force-generation';
import type { CloudEvent } from '@muster/contracts';
import type { FactOf, FactName } from '@muster/force-generation';
import { valuesUnder } from '../../../tests/stories/recomputed.js';
import { readCase } from '../src/cases/read-case.js';

let events: readonly CloudEvent[];
let ledger: Ledger;
beforeAll(async () => {
  events = await readCase('minusma-2019');
  ledger = new Ledger('MINUSMA');
  events.forEach((event, index) =>
    ledger.fold(factOf({ ...event, position: index + 1, knownOn: event.data.publishedOn ?? event.data.on })),
  );
});

/** The case on a day, as its facts were known on another where one is given. */
const read = (today: string, knownAt?: string): Reading =>
  readLedger(ledger, {
    today,
    policy: { hash: 'version-1', table: policyV1 },
    ...(knownAt !== undefined && { knownAt }),
  });

/** The last thing that was known on a day of one kind about one unit. */
const lastKnown = <Name extends FactName>(day: string, type: Name, unit: string): FactOf<Name>['data'] => {
  const known = events.filter(
    (event) => event.type === `muster.${type}` && event.data['unit'] === unit && (event.data.publishedOn ?? '') <= day,
  );
  return known.at(-1)!.data as unknown as FactOf<Name>['data'];
};

// As the United Nations published them. From March 2018 to August 2019 the published figures are not at hand.
test.each`
  asAt            | military  | women  | police   | policewomen
  ${'2017-01-31'} | ${10_621} | ${207} | ${1_259} | ${84}
  ${'2017-06-30'} | ${11_104} | ${235} | ${1_711} | ${101}
  ${'2017-12-31'} | ${11_698} | ${279} | ${1_725} | ${123}
  ${'2018-02-28'} | ${11_791} | ${314} | ${1_741} | ${134}
  ${'2019-09-30'} | ${12_212} | ${415} | ${1_785} | ${218}
`('$asAt counts $military military and $police police', ({ asAt, military, women, police, policewomen }) => {
  expect(describeMission(read(asAt)).components).toMatchObject([
    { component: 'military', deployed: military, reported: military, women, state: 'known', observedOn: asAt },
    { component: 'police', deployed: police, reported: police, women: policewomen, state: 'known', observedOn: asAt },
  ]);
});

test('the report of 25 September 2018 carries the strength up to the day before it is too old', () => {
  const militaryOn = (day: string) => describeMission(read(day)).components[0];
  expect(militaryOn('2018-09-25')).toMatchObject({ deployed: 12_231, women: 323, state: 'known' });
  expect(militaryOn('2019-02-11')).toMatchObject({ deployed: 12_231, state: 'known' });
  expect(militaryOn('2019-02-12')).toMatchObject({ deployed: null, reported: 12_231, state: 'stale' });
});

/** The alert, with the days that its explanation counts. */
function alertIn(reading: Reading, name: string) {
  const alert = assessmentOf(reading).alerts.find(({ rule, subject }) => name === `${rule}/${subject}`);
  if (alert === undefined) return undefined;
  const { figures } = explain(reading, alert.key)!;
  return { ...alert, days: [...valuesUnder(figures, 'days between'), ...valuesUnder(figures, 'days overdue')] };
}

const handOver = 'hand-over-gap/aeromedical-helicopters-gao';

// 1 August to 14 October, and 1 September to 14 October: `leavesOn` is the first day without the unit, `arrivesOn` the first with it.
// As facts tell it now, and as it was known on that very day.
test.each`
  day             | leavesOn        | days  | baseSeverity
  ${'2019-06-01'} | ${'2019-08-01'} | ${75} | ${'critical'}
  ${'2019-06-13'} | ${'2019-08-01'} | ${75} | ${'critical'}
  ${'2019-06-14'} | ${'2019-09-01'} | ${44} | ${'warning'}
  ${'2019-10-01'} | ${'2019-09-01'} | ${44} | ${'warning'}
`('on $day the hand-over at Gao leaves $days days uncovered', ({ day, leavesOn, days, baseSeverity }) => {
  const expected = {
    figures: {
      units: { required: 1, covered: 0 },
      ...{ leaving: 'can-helicopters', leavesOn, following: 'rou-helicopters', arrivesOn: '2019-10-15' },
    },
    ...{ since: '2019-01-31', severity: 'critical', baseSeverity, reason: 'the one that follows comes later', days: [days] },
  };
  expect(alertIn(read(day), handOver)).toMatchObject(expected);
  expect(alertIn(read(day, day), handOver)).toMatchObject(expected);
});

test('the hand-over is a gap once Canada is known to leave, and counted once Romania’s day is', () => {
  expect(alertIn(read('2019-01-30'), handOver)).toBeUndefined();
  const nobodyFollows = { reason: 'nobody is committed to follow', days: [] };
  expect(alertIn(read('2019-01-31'), handOver)).toMatchObject(nobodyFollows);
  // The United Nations named the day on 26 February; it became known on 26 March.
  expect(alertIn(read('2019-02-25'), handOver)).toMatchObject(nobodyFollows);
  expect(alertIn(read('2019-02-26'), handOver)).toMatchObject({ days: [75] });
  expect(alertIn(read('2019-03-25', '2019-03-25'), handOver)).toMatchObject(nobodyFollows);
  expect(alertIn(read('2019-03-26', '2019-03-26'), handOver)).toMatchObject({ days: [75] });
});

test.each`
  day             | days         | severity
  ${'2018-12-31'} | ${undefined} | ${undefined}
  ${'2019-01-01'} | ${1}         | ${'watch'}
  ${'2019-03-30'} | ${89}        | ${'warning'}
  ${'2019-03-31'} | ${90}        | ${'critical'}
  ${'2019-10-01'} | ${274}       | ${'critical'}
`('on $day the rotation of the Sri Lankan company is $days days overdue: $severity', ({ day, days, severity }) => {
  const rotation = alertIn(read(day, day), 'rotation-overdue/lka-convoy');
  const second = alertIn(read(day, day), 'deployment-overdue/lka-convoy-2');
  expect([rotation?.days[0], rotation?.severity]).toEqual([days, severity]);
  expect([second?.days[0], second?.severity]).toEqual([days, severity]);
});

test('the overdue rotation names its day and the company that is to come', () => {
  const { figures } = alertIn(read('2019-10-01'), 'rotation-overdue/lka-convoy')!;
  expect(figures).toEqual({ dueOn: '2018-12-31', replacedBy: 'lka-convoy-2', arrivesOn: '2018-12-31' });
});

test('nobody depends on Canada’s helicopters once they are gone', () => {
  const dependencyOn = (day: string) => alertIn(read(day, day), 'dependency/UTIL_HELI');
  expect(dependencyOn('2019-08-31')).toMatchObject({ severity: 'critical', figures: { contributor: 'CAN' } });
  expect(dependencyOn('2019-09-01')).toBeUndefined();
});

const gapOn = (day: string, subject: string) => alertIn(read(day, day), `capability-gap/${subject}`);

test('the helicopters at Gao are missing from the first day without Canada, told once it has stood for fourteen days', () => {
  const gaoOn = (day: string) => gapOn(day, 'aeromedical-helicopters-gao');
  expect(gaoOn('2019-08-31')).toBeUndefined();
  expect(gaoOn('2019-09-14')).toBeUndefined();
  expect(gaoOn('2019-09-15')).toMatchObject({ since: '2019-09-01' });
  expect(gaoOn('2019-10-01')).toMatchObject({
    since: '2019-09-01',
    figures: {
      units: { required: 1, deployed: 0, committed: 1 },
      personnel: { required: 120, deployed: 0, committed: 120 },
      arrivesOn: '2019-10-15',
    },
  });
});

test('the first Sri Lankan company is still there on the pinned day, 274 days after it was to be replaced by a larger one', () => {
  const { leavesOn, replacedBy } = lastKnown('2019-10-01', 'RotationPlanned', 'lka-convoy');
  expect(replacedBy).toBe('lka-convoy-2');
  expect(daysBetween(leavesOn, '2019-10-01')).toBe(274);
  expect(lastKnown('2019-10-01', 'UnitArrived', 'lka-convoy').tourEndsOn).toBe(leavesOn);
  expect(gapOn('2019-10-01', 'combat-convoy')?.figures).toMatchObject({
    units: { required: 1, deployed: 1, committed: 1 },
    personnel: { required: 243, deployed: 196, committed: 243 },
  });
});

test('the pinned day ranks the capabilities by the task that each holds back', () => {
  const gaps = assessmentOf(read('2019-10-01')).alerts.filter(({ rule }) => rule === 'capability-gap');
  expect(gaps.map(({ subject, severity, task }) => [subject, severity, task?.rank])).toEqual([
    ['armed-helicopters-north', 'critical', 1],
    ['aeromedical-helicopters-gao', 'critical', 2],
    ['combat-convoy', 'critical', 3],
  ]);
});

test('the pinned day leaves no note about facts that do not fit each other', () => {
  expect(describeMission(read('2019-10-01')).notes).toEqual([]);
});
