import { readFrom, tied, type Told } from '../../testing/told-streams.js';
import {
  factRetracted,
  named,
  pledgeAmended,
  pledgeDecided,
  pledgeLevelChanged,
  pledgeRegistered,
  pledgeSelected,
} from '../../../../tests/stories/told-facts.js';
import { describePledges, describePledgesNamed, type Pledge, type PledgeLine } from './describe-pledges.js';

const pledgesOn = (day: string, ...told: Told[]): readonly PledgeLine[] => describePledges(readFrom(day, told));
const pledgesNamed = (day: string, pledge: string, ...told: Told[]): readonly Pledge[] =>
  describePledgesNamed(readFrom(day, told), pledge);
const pledgeOn = (day: string, ...told: Told[]): Pledge => pledgesNamed(day, 'ROU-1', ...told)[0]!;

describe('a pledge that a mission has selected from standby', () => {
  const told = (...after: Told[]): Told[] => [
    ['standby', '2025-01-01', pledgeRegistered({ level: '1' })],
    ['standby', '2025-01-10', pledgeDecided({ decision: 'received' })],
    ['standby', '2025-01-20', pledgeLevelChanged({ level: '2' })],
    ['MALI', '2025-02-01', pledgeSelected({})],
    ['standby', '2025-02-01', tied('ROU-1', 'MALI')],
    ...after,
  ];

  it('is a candidate until the day before, and the mission has it from that day on, once', () => {
    expect(pledgesOn('2025-01-31', ...told())).toMatchObject([{ mission: null, stage: 'elevated' }]);
    expect(pledgesOn('2025-02-01', ...told())).toMatchObject([{ mission: 'MALI', stage: 'selected' }]);
  });

  it('keeps the rungs and the decisions of its time on standby', () => {
    const { ladder, decisions, facts } = pledgeOn('2025-02-01', ...told());
    expect(ladder.flatMap(({ stage, on }) => (on === null ? [] : `${on} ${stage}`))).toEqual([
      '2025-01-01 registered',
      '2025-01-10 received',
      '2025-01-20 elevated',
      '2025-02-01 selected',
    ]);
    expect(decisions.map(({ decision }) => decision)).toEqual(['received', 'selected']);
    expect(facts).toEqual([1, 2, 3, 4]);
  });

  it('is changed by nothing that is said on standby afterwards', () => {
    const late = told(
      ['standby', '2025-01-15', pledgeDecided({ decision: 'declined', reason: 'too late' })],
      ['standby', '2025-03-01', pledgeAmended({ personnel: 5 })],
    );
    expect(pledgeOn('2025-03-01', ...late)).toMatchObject({ stage: 'selected', personnel: 100, facts: [1, 2, 3, 4] });
    const other = told(['standby', '2025-03-01', pledgeRegistered({ pledge: 'SLV-1' })]);
    expect(pledgesOn('2025-03-01', ...other).map(({ pledge, mission }) => [pledge, mission])).toEqual([
      ['SLV-1', null],
      ['ROU-1', 'MALI'],
    ]);
  });

  it('is the mission’s alone also where it was registered after its selection', () => {
    const late: Told[] = [
      ['MALI', '2025-02-01', pledgeSelected({})],
      ['standby', '2025-01-01', pledgeRegistered({ personnel: 5 })],
    ];
    expect(pledgesOn('2025-01-31', ...late)).toMatchObject([{ mission: null, personnel: 5 }]);
    expect(pledgesOn('2025-02-01', ...late)).toMatchObject([{ mission: 'MALI', personnel: 100 }]);
  });

  it('is a candidate again once the selection is retracted, and keeps all of that time when it is selected anew', () => {
    const anew: Told[] = [
      ['standby', '2025-01-01', pledgeRegistered({})],
      ['MALI', '2025-02-01', named('first', pledgeSelected({}))],
      ['standby', '2025-02-01', tied('ROU-1', 'MALI')],
      ['MALI', '2025-02-10', factRetracted('first')],
      ['standby', '2025-02-20', pledgeDecided({ decision: 'accepted' })],
    ];
    expect(pledgesOn('2025-02-20', ...anew)).toMatchObject([{ mission: null, next: { waitsFor: 'selection' } }]);
    const again: Told = ['MALI', '2025-03-01', pledgeSelected({})];
    expect(pledgesOn('2025-02-28', ...anew, again)).toMatchObject([{ mission: null, stage: 'elevated' }]);
    const { ladder, mission } = pledgeOn('2025-03-01', ...anew, again);
    expect(mission).toBe('MALI');
    expect(ladder.filter(({ on }) => on !== null).map(({ stage, on }) => [stage, on])).toEqual([
      ['registered', '2025-01-01'],
      ['accepted', '2025-02-20'],
      ['elevated', '2025-01-01'],
      ['selected', '2025-03-01'],
    ]);
  });

  it('is no longer declined: the mission counts it, and it stands as selected', () => {
    const declined: Told[] = [
      ['standby', '2025-01-01', pledgeRegistered({})],
      ['standby', '2025-01-20', pledgeDecided({ decision: 'declined', reason: 'no need' })],
      ['MALI', '2025-02-01', pledgeSelected({})],
      ['standby', '2025-02-01', tied('ROU-1', 'MALI')],
    ];
    expect(pledgeOn('2025-01-31', ...declined)).toMatchObject({ mission: null, stage: 'declined' });
    expect(pledgeOn('2025-02-01', ...declined)).toMatchObject({ mission: 'MALI', stage: 'selected', since: '2025-02-01' });
  });

  it("holds nothing of another state's pledge of the same id, which stays a candidate", () => {
    const both = pledgesNamed(
      '2025-02-01',
      'ROU-1',
      ['standby', '2025-01-01', pledgeRegistered({ contributor: 'SLV' })],
      ['standby', '2025-01-10', pledgeDecided({ decision: 'declined', reason: 'a matter of El Salvador' })],
      ['MALI', '2025-02-01', pledgeSelected({})],
      ['standby', '2025-02-01', tied('ROU-1', 'MALI')],
    );
    expect(both.map(({ contributor, mission, facts }) => [contributor, mission, facts])).toEqual([
      ['ROU', 'MALI', [3]],
      ['SLV', null, [1, 2]],
    ]);
  });
});
