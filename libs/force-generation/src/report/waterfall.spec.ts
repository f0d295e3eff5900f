import { Story } from '../../../../tests/stories/story.js';
import {
  cellsReturned,
  ceilingLine,
  ceilingAuthorized,
  knownOn,
  named,
  rotationPlanned,
  unitArrived,
  unitRepatriated,
  unitStrengthReported,
  withdrawalAnnounced,
} from '../../../../tests/stories/told-facts.js';
import { readLedger, Reading } from '../reading.js';
import { waterfalls, type Waterfall } from './waterfall.js';

/** `140 arrival TGO Troops TGO-1`, one line for each part. */
const lines = ({ parts }: Waterfall): string[] =>
  parts.map(({ change, cause, contributor, personnelType, unit }) =>
    [change, cause, contributor, personnelType, unit].filter((word) => word !== undefined).join(' '),
  );

interface Between {
  readonly last: string;
  readonly today: string;
  /** Where the last report was read; with all that is known now where it is not given. */
  readonly position?: number;
}

function waterfallOf(story: Story, { last, today, position }: Between): ReturnType<typeof waterfalls> {
  let told: ReturnType<typeof waterfalls> | undefined;
  story
    .onDay(today)
    .expectThat(({ reading }) => {
      const then =
        position === undefined
          ? new Reading(reading.chronicle, last)
          : readLedger(reading.ledger, { today: last, policy: reading.policy, position });
      told = waterfalls(reading, then);
    })
    .happen();
  return told!;
}

const march = { last: '2025-02-28', today: '2025-03-31' };

describe('a waterfall tells the cause of each change, with its facts', () => {
  it('of units that come and go, and of what no unit explains', () => {
    const story = new Story()
      .from('2025-01-01', unitArrived({ unit: 'NER-1', contributor: 'NER', men: 300 }))
      .on('2025-02-28', cellsReturned({ 'TGO.troops': 900, 'NER.troops': 800 }))
      .on('2025-03-10', unitArrived({ unit: 'TGO-1', contributor: 'TGO', women: 10, men: 130 }))
      .on('2025-03-20', unitRepatriated({ unit: 'NER-1' }))
      .on('2025-03-31', cellsReturned({ 'TGO.troops': 1035, 'NER.troops': 500 }));
    const told = waterfallOf(story, march);
    expect(told).toMatchObject({ fromOn: '2025-02-28', from: 1700, toOn: '2025-03-31', to: 1535 });
    expect(lines(told)).toEqual([
      '140 arrival TGO Troops TGO-1',
      '-300 departure NER Troops NER-1',
      '-5 not-reported TGO Troops',
    ]);
  });

  it('of a relief: the one that comes and the one that leaves belong together', () => {
    const story = new Story()
      .from('2025-01-01', unitArrived({ unit: 'SWE-1', contributor: 'SWE', men: 250 }))
      .on('2025-02-28', cellsReturned({ 'SWE.troops': 250 }))
      .on('2025-03-01', rotationPlanned({ unit: 'SWE-1', leavesOn: '2025-03-20', replacedBy: 'SWE-2' }))
      .on('2025-03-18', unitArrived({ unit: 'SWE-2', contributor: 'SWE', men: 240 }))
      .on('2025-03-20', unitRepatriated({ unit: 'SWE-1' }));
    const told = waterfallOf(story, march);
    expect(lines(told)).toEqual(['-250 rotation SWE Troops SWE-1', '240 rotation SWE Troops SWE-2']);
    expect(told.parts.map(({ facts }) => facts.length)).toEqual([2, 2]);
  });

  it('of a unit that reports another strength', () => {
    const story = new Story()
      .from('2025-01-01', unitArrived({ unit: 'TGO-1', contributor: 'TGO', men: 300 }))
      .on('2025-02-28', cellsReturned({ 'TGO.troops': 300 }))
      .on('2025-03-10', unitStrengthReported({ unit: 'TGO-1', men: 280 }));
    expect(lines(waterfallOf(story, march))).toEqual(['-20 strength-report TGO Troops TGO-1']);
  });

  it('of an announced withdrawal that a return shows, up to as many as were announced', () => {
    const story = new Story()
      .from('2025-02-28', cellsReturned({ 'TGO.troops': 900, 'NER.troops': 800 }))
      .on('2025-03-01', withdrawalAnnounced({ contributor: 'TGO', leavesOn: '2025-03-15', personnel: 40 }))
      .on('2025-03-31', cellsReturned({ 'TGO.troops': 850, 'NER.troops': 800 }));
    expect(lines(waterfallOf(story, march))).toEqual(['-40 departure TGO Troops', '-10 not-reported TGO Troops']);
  });

  const lost = (): Story =>
    new Story()
      .from('2025-01-31', cellsReturned({ 'TGO.troops': 200, 'NER.troops': 1800 }))
      .on('2025-02-28', cellsReturned({ 'NER.troops': 1800 }))
      .on('2025-03-31', cellsReturned({ 'NER.troops': 1790 }));

  it('of a row that was held and is accepted: a release, from the day of the first reading', () => {
    expect(waterfallOf(lost(), { last: '2025-01-31', today: '2025-02-28' })).toMatchObject({ from: 2000, to: 2000, parts: [] });
    expect(lines(waterfallOf(lost(), march))).toEqual(['-200 release TGO Troops', '-10 not-reported NER Troops']);
  });

  it('of a fact that came after the last report: a revision of what that had told', () => {
    const story = new Story()
      .from('2025-02-28', named('first', cellsReturned({ 'TGO.troops': 900 })))
      .on('2025-02-28', knownOn('2025-03-20', named('second', cellsReturned({ 'TGO.troops': 950 }, { replaces: 'first' }))))
      .on('2025-03-31', cellsReturned({ 'TGO.troops': 960 }));
    const told = waterfallOf(story, { ...march, position: 1 });
    expect(told).toMatchObject({ from: 900, to: 960 });
    expect(lines(told)).toEqual(['50 revision TGO Troops', '10 not-reported TGO Troops']);
    expect(told.parts[0]!.facts).toHaveLength(2);
  });

  it('of another ceiling line that counts a type from now on', () => {
    const experts = ceilingLine('observers', 100, { placement: 'separate', counts: ['Experts on Mission'] });
    const story = new Story()
      .from('2025-01-01', ceilingAuthorized({ military: 1000 }))
      .on('2025-02-28', cellsReturned({ 'TGO.troops': 900, 'TGO.staff-officers': 20, 'TGO.experts': 30 }))
      .on('2025-03-10', experts);
    const told = waterfallOf(story, march);
    expect(lines(told)).toEqual([]);
    expect(told.components[0]).toMatchObject({ component: 'military', from: 950, to: 920 });
    expect(lines(told.components[0]!)).toEqual(['-30 recount Experts on Mission']);
  });

  it('has no parts where one of the two strengths is not known', () => {
    const story = new Story().from('2025-03-15', cellsReturned({ 'TGO.troops': 900 }));
    expect(waterfallOf(story, march)).toMatchObject({ from: null, to: 900, parts: [] });
  });
});
