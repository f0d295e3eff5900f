import { Story } from '../../../../tests/stories/story.js';
import {
  agreementSigned,
  deploymentPlanned,
  mandateEnded,
  mandateRenewed,
  partnerSupportEnded,
  partnerSupportStarted,
  pledgeRenewed,
  pledgeSelected,
  requirementStated,
  rotationPlanned,
  strengthReturned,
  taskPrioritized,
  unitArrived,
  unitRepatriated,
  unitRotated,
  withdrawalAnnounced,
  type ToldFact,
} from '../../../../tests/stories/told-facts.js';
import { describeCalendar, type CalendarEntry } from './describe-calendar.js';

const calendarOn = (day: string, story: Story): readonly CalendarEntry[] => {
  let entries: readonly CalendarEntry[] = [];
  story
    .onDay(day)
    .expectThat(({ reading }) => void ({ entries } = describeCalendar(reading)))
    .happen();
  return entries;
};

const from = (...facts: ToldFact[]): Story => new Story().from('2025-01-01', ...facts);
/** `2025-03-01 arrival ROU-HELI`, marked where it is late. */
const lines = (entries: readonly CalendarEntry[]): string[] =>
  entries.map(({ on, kind, subject, late }) => `${on} ${kind} ${subject}${late ? ', late' : ''}`);

describe('the calendar of a mission', () => {
  it('tells what the next twelve months bring, the nearest first', () => {
    const story = from(
      unitArrived({ unit: 'DEU-1', tourEndsOn: '2025-05-31' }),
      unitArrived({ unit: 'NLD-1' }),
      withdrawalAnnounced({ unit: 'NLD-1', leavesOn: '2025-04-01', personnel: 100 }),
      unitArrived({ unit: 'SWE-1' }),
      rotationPlanned({ unit: 'SWE-1', leavesOn: '2025-06-01', replacedBy: 'SWE-2', arrivesOn: '2025-06-10' }),
      pledgeSelected({ pledge: 'ROU-1', requirement: 'none', validUntil: '2025-08-31' }),
      mandateRenewed({ until: '2025-06-30' }),
      taskPrioritized({ from: '2025-07-01', until: '2025-07-29' }),
      partnerSupportStarted({ until: '2025-03-31' }),
    );
    expect(lines(calendarOn('2025-01-02', story))).toEqual([
      '2025-03-31 partner-ends Barkhane',
      '2025-04-01 departure NLD-1',
      '2025-05-31 tour-ends DEU-1',
      '2025-06-01 rotation SWE-1',
      '2025-06-10 arrival SWE-2',
      '2025-06-30 mandate-ends mission',
      '2025-07-01 task-opens elections',
      '2025-07-29 task-ends elections',
      '2025-08-31 pledge-lapses ROU-1',
    ]);
  });

  it('reaches a year ahead and no day more', () => {
    const until = (day: string) => calendarOn('2025-01-01', from(mandateRenewed({ until: day })));
    expect(lines(until('2026-01-02'))).toEqual(['2026-01-02 mandate-ends mission']);
    expect(until('2026-01-03')).toEqual([]);
  });

  it('shows a day until it is over', () => {
    const story = () => from(mandateRenewed({ until: '2025-06-30' }));
    expect(lines(calendarOn('2025-06-30', story()))).toEqual(['2025-06-30 mandate-ends mission']);
    expect(calendarOn('2025-07-01', story())).toEqual([]);
  });

  it('keeps an arrival that is overdue, marked late, until the unit is there', () => {
    const story = () => from(pledgeSelected({}), agreementSigned({}), deploymentPlanned({ arrivesOn: '2025-03-01' }));
    expect(lines(calendarOn('2025-03-01', story()))).toEqual(['2025-03-01 arrival ROU-HELI']);
    expect(lines(calendarOn('2025-03-02', story()))).toEqual(['2025-03-01 arrival ROU-HELI, late']);
    const arrived = story().on('2025-03-05', unitArrived({ pledge: 'ROU-1' }));
    expect(calendarOn('2025-03-05', arrived)).toEqual([]);
  });

  it('keeps a departure that is overdue, marked late, until the unit has gone', () => {
    const story = () => from(unitArrived({}), withdrawalAnnounced({ unit: 'ROU-HELI', leavesOn: '2025-03-01', personnel: 100 }));
    expect(lines(calendarOn('2025-03-01', story()))).toEqual(['2025-03-01 departure ROU-HELI']);
    expect(lines(calendarOn('2025-03-02', story()))).toEqual(['2025-03-01 departure ROU-HELI, late']);
    expect(calendarOn('2025-03-03', story().on('2025-03-03', unitRepatriated({})))).toEqual([]);
  });

  it('leaves out the end of a tour for which a rotation is planned, and tells the next once it is done', () => {
    const story = () =>
      from(unitArrived({ tourEndsOn: '2025-06-30' })).on('2025-03-01', rotationPlanned({ leavesOn: '2025-06-15' }));
    expect(lines(calendarOn('2025-02-28', story()))).toEqual(['2025-06-30 tour-ends ROU-HELI']);
    expect(lines(calendarOn('2025-03-01', story()))).toEqual(['2025-06-15 rotation ROU-HELI']);
    const rotated = story().on('2025-06-15', unitRotated({ tourEndsOn: '2025-12-15' }));
    expect(calendarOn('2025-06-15', rotated)).toMatchObject([{ on: '2025-12-15', kind: 'tour-ends', facts: [3] }]);
  });

  it('tells of a contributor that withdraws until a return is later than its day', () => {
    const leaving = { contributor: 'NLD', personnelType: 'Troops', leavesOn: '2025-03-01', personnel: 250 } as const;
    const story = (asAt: string) => from(withdrawalAnnounced(leaving)).on(asAt, strengthReturned({ military: 1000 }));
    expect(calendarOn('2025-03-05', story('2025-02-28'))).toMatchObject([{ kind: 'departure', subject: 'NLD', late: true }]);
    expect(calendarOn('2025-03-05', story('2025-03-01'))).toEqual([]);
  });

  it('tells when a pledge lapses, as renewed, until an agreement ends its expiry', () => {
    const story = () =>
      from(pledgeSelected({ validUntil: '2025-06-30' })).on('2025-02-01', pledgeRenewed({ validUntil: '2025-09-30' }));
    expect(lines(calendarOn('2025-01-31', story()))).toEqual(['2025-06-30 pledge-lapses ROU-1']);
    expect(lines(calendarOn('2025-02-01', story()))).toEqual(['2025-09-30 pledge-lapses ROU-1']);
    expect(lines(calendarOn('2025-02-02', story().on('2025-02-02', agreementSigned({}))))).toEqual([
      '2025-01-01 arrival ROU-1, late',
    ]);
  });

  it('tells both days of a mandate that was ended', () => {
    const ended = mandateEnded({ endsOn: '2025-06-30', drawdownBy: '2025-12-31' });
    expect(lines(calendarOn('2025-01-01', from(ended)))).toEqual([
      '2025-06-30 mandate-ends mission',
      '2025-12-31 drawdown-ends mission',
    ]);
  });

  it('tells of a partner until it has ended', () => {
    const story = () => from(partnerSupportStarted({ until: '2025-03-31' })).on('2025-02-01', partnerSupportEnded({}));
    expect(lines(calendarOn('2025-01-31', story()))).toEqual(['2025-03-31 partner-ends Barkhane']);
    expect(calendarOn('2025-02-01', story())).toEqual([]);
  });
});

describe('days uncovered', () => {
  const need = requirementStated({ requiredBy: '2025-01-01' });
  const uncovered = (entries: readonly CalendarEntry[]) =>
    entries
      .filter(({ kind }) => kind === 'uncovered')
      .map(({ on, until, units, personnel }) => ({ on, until, units, personnel }));

  it('last from the day on which a unit leaves to the day before its replacement is there', () => {
    const rotating = (arrivesOn: string) =>
      from(need, unitArrived({}), rotationPlanned({ leavesOn: '2025-06-01', replacedBy: 'SLV-1', arrivesOn }));
    expect(uncovered(calendarOn('2025-01-01', rotating('2025-06-03')))).toEqual([
      { on: '2025-06-01', until: '2025-06-02', units: 1, personnel: 100 },
    ]);
    expect(uncovered(calendarOn('2025-01-01', rotating('2025-06-02')))).toEqual([
      { on: '2025-06-01', until: '2025-06-01', units: 1, personnel: 100 },
    ]);
    expect(uncovered(calendarOn('2025-01-01', rotating('2025-06-01')))).toEqual([]);
  });

  it('have no end where nothing that is committed ends them', () => {
    const story = from(need, unitArrived({}), withdrawalAnnounced({ unit: 'ROU-HELI', leavesOn: '2025-06-01', personnel: 100 }));
    expect(uncovered(calendarOn('2025-01-01', story))).toEqual([
      { on: '2025-06-01', until: undefined, units: 1, personnel: 100 },
    ]);
  });

  it('begin with the day of need, not before', () => {
    const story = () => from(requirementStated({ requiredBy: '2025-03-01' }));
    expect(calendarOn('2025-02-27', story())).toMatchObject([
      { kind: 'needed', on: '2025-03-01' },
      { kind: 'uncovered', on: '2025-03-01' },
    ]);
    expect(uncovered(calendarOn('2025-03-02', story()))).toMatchObject([{ on: '2025-03-02' }]);
  });

  it('end with nine persons in ten, not with fewer', () => {
    const coming = (personnel: number) =>
      from(need, pledgeSelected({ personnel, availableFrom: '2025-04-01' }), agreementSigned({}));
    expect(uncovered(calendarOn('2025-01-01', coming(90)))).toMatchObject([{ until: '2025-03-31' }]);
    expect(uncovered(calendarOn('2025-01-01', coming(89)))).toMatchObject([{ until: undefined }]);
  });

  it('end tomorrow by what is overdue', () => {
    const story = from(need, pledgeSelected({ availableFrom: '2025-04-01' }), agreementSigned({}));
    expect(uncovered(calendarOn('2025-05-01', story))).toMatchObject([{ on: '2025-05-01', until: '2025-05-01' }]);
  });
});
