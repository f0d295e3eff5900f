import { Story } from '../../../../tests/stories/story.js';
import {
  agreementSigned,
  mandateEnded,
  pledgeSelected,
  requirementStated,
  requirementWithdrawn,
  strengthReturned,
  taskPrioritized,
  unitArrived,
  type ToldFact,
} from '../../../../tests/stories/told-facts.js';
import { describeNeeds, rankNeeds, type Need } from './describe-needs.js';

const needsOn = (day: string, story: Story): readonly Need[] => {
  let needs: readonly Need[] = [];
  story
    .onDay(day)
    .expectThat(({ reading }) => void (needs = describeNeeds(reading)))
    .happen();
  return needs;
};

const stated = (...facts: ToldFact[]): Story => new Story().from('2025-01-01', ...facts);
const helicopters = requirementStated({ units: 2, personnel: 200, requiredBy: '2025-06-01' });

describe('a need', () => {
  it('is a requirement that is not met by what is deployed: from the day of its statement to that of its withdrawal', () => {
    const story = () => stated(helicopters).on('2025-02-01', requirementWithdrawn({}));
    expect(needsOn('2024-12-31', story())).toEqual([]);
    expect(needsOn('2025-01-31', story())).toMatchObject([{ requirement: 'helicopters', mission: 'MINUSMA' }]);
    expect(needsOn('2025-02-01', story())).toEqual([]);
  });

  it('is over on the day on which the last unit comes, if nine in ten persons are there', () => {
    const come = (men: number) => stated(helicopters, unitArrived({ unit: 'A', men: 100 }), unitArrived({ unit: 'B', men }));
    expect(needsOn('2025-01-01', come(80))).toEqual([]);
    expect(needsOn('2025-01-01', come(79))).toMatchObject([{ units: { open: 0 }, personnel: { required: 200, open: 21 } }]);
  });

  it.each<[string, readonly ToldFact[], Partial<Need>]>([
    ['not at all', [], { metOn: null, units: { required: 2, deployed: 0, committed: 0, pledged: 0, open: 2 } }],
    ['in part', [pledgeSelected({ validUntil: '2025-06-01' })], { metOn: null }],
    ['pledged', [pledgeSelected({ units: 2, personnel: 200, validUntil: '2025-06-01' })], { metOn: null }],
    ['committed', [pledgeSelected({ units: 2, personnel: 200, availableFrom: '2025-07-01' }), agreementSigned({})], {}],
  ])('is promised %s', (promised, facts, more) => {
    expect(needsOn('2025-01-02', stated(helicopters, ...facts))).toMatchObject([{ promised, ...more }]);
  });

  it('says when what is committed meets it, and how much more is promised than required', () => {
    const more = [pledgeSelected({ units: 3, personnel: 300, availableFrom: '2025-07-01' }), agreementSigned({})];
    expect(needsOn('2025-01-02', stated(helicopters, ...more))).toMatchObject([
      { metOn: '2025-07-01', units: { committed: 3, open: -1 }, personnel: { open: -100 } },
    ]);
  });

  it('says that what is committed is late from the day after it was to come', () => {
    const committed = [pledgeSelected({ units: 2, personnel: 200, availableFrom: '2025-07-01' }), agreementSigned({})];
    const [onTime] = needsOn('2025-07-01', stated(helicopters, ...committed));
    expect([onTime!.metOn, onTime!.late]).toEqual(['2025-07-01', undefined]);
    expect(needsOn('2025-07-02', stated(helicopters, ...committed))).toMatchObject([{ metOn: '2025-07-03', late: true }]);
  });

  it('names neither who has pledged nor what', () => {
    const needs = needsOn('2025-01-02', stated(helicopters, pledgeSelected({}), unitArrived({ unit: 'ROU-HELI' })));
    expect(JSON.stringify(needs)).not.toContain('ROU');
  });

  it('ends with the mission: there is one on the last day of the drawdown, and none after', () => {
    const ending = () =>
      stated(helicopters, strengthReturned({ military: 1 }), mandateEnded({ endsOn: '2025-02-01', drawdownBy: '2025-03-01' }));
    expect(needsOn('2025-03-01', ending())).toHaveLength(1);
    expect(needsOn('2025-03-02', ending())).toEqual([]);
  });

  it('of several comes first where its gap is worse, then where it holds back the higher task, then where it is needed earlier', () => {
    const task = (name: string, rank: number) => taskPrioritized({ task: name, title: name, rank, from: '2026-01-01' });
    const need = (requirement: string, requiredBy: string, ...tasks: string[]) =>
      requirementStated({ requirement, capability: requirement, requiredBy, tasks });
    const story = stated(
      ...[task('camps', 4), task('roads', 3)],
      ...[need('QRF', '2025-01-15'), need('EOD', '2025-01-20'), need('SF', '2025-01-20', 'camps')],
      ...[need('SIG', '2025-01-25', 'roads'), need('LOG', '2026-12-31'), need('TPT', '2026-12-30')],
    );
    const ranked = rankNeeds(needsOn('2025-02-01', story).toReversed());
    expect(ranked.map(({ requirement }) => requirement)).toEqual(['SIG', 'SF', 'QRF', 'EOD', 'TPT', 'LOG']);
  });
});
