import {
  agreementSigned,
  caveatDeclared,
  deploymentPlanned,
  pledgeAmended,
  pledgeDecided,
  pledgeRegistered,
  pledgeRenewed,
  pledgeSelected,
  pledgeWithdrawn,
  preDeploymentVisitHeld,
  requirementStated,
  unitArrived,
  type ToldFact,
} from '../../../../tests/stories/told-facts.js';
import { readFrom, tied, type Told } from '../../testing/told-streams.js';
import { describePledges, describePledgesNamed, type Pledge, type PledgeLine } from './describe-pledges.js';

const pledgesOn = (day: string, ...told: Told[]): readonly PledgeLine[] => describePledges(readFrom(day, told));
const pledgesNamed = (day: string, pledge: string, ...told: Told[]): readonly Pledge[] =>
  describePledgesNamed(readFrom(day, told), pledge);
const pledgeOn = (day: string, ...told: Told[]): Pledge => pledgesNamed(day, 'ROU-1', ...told)[0]!;

const registered: Told = ['MALI', '2025-01-01', pledgeRegistered({})];

describe('a pledge', () => {
  it('tells its stage, since when, what it waits for, and whose move it is', () => {
    const received: Told = ['MALI', '2025-01-10', pledgeDecided({ decision: 'received' })];
    const low: Told = ['MALI', '2025-01-01', pledgeRegistered({ level: '1' })];
    expect(pledgeOn('2025-01-09', low, received)).toMatchObject({
      ...{ stage: 'registered', since: '2025-01-01', next: { waitsFor: 'receipt', move: 'secretariat' } },
    });
    expect(pledgeOn('2025-01-10', low, received)).toMatchObject({
      ...{ stage: 'received', since: '2025-01-10', next: { waitsFor: 'acceptance', move: 'secretariat' } },
    });
  });

  it('tells when it lapses, as it was last renewed, until it cannot lapse any more', () => {
    const renewed: Told = ['MALI', '2025-02-01', pledgeRenewed({ validUntil: '2026-06-30' })];
    expect(pledgeOn('2025-01-31', registered, renewed).lapsesOn).toBe('2025-12-31');
    expect(pledgeOn('2025-02-01', registered, renewed).lapsesOn).toBe('2026-06-30');
    expect(pledgeOn('2025-02-01', registered, ['MALI', '2025-02-01', agreementSigned({})]).lapsesOn).toBeNull();
    expect(pledgeOn('2025-02-01', registered, ['MALI', '2025-02-01', pledgeWithdrawn({})]).lapsesOn).toBeNull();
  });

  it('lapses the day after its last day', () => {
    expect(pledgeOn('2025-12-31', registered)).toMatchObject({ stage: 'elevated', lapsesOn: '2025-12-31' });
    expect(pledgeOn('2026-01-01', registered)).toMatchObject({ stage: 'lapsed', since: '2026-01-01', lapsesOn: '2025-12-31' });
  });

  it('tells each rung of its ladder with its day and its fact, and those that it has not come to', () => {
    const { ladder } = pledgeOn('2025-03-01', registered, ['MALI', '2025-02-01', pledgeSelected({})]);
    expect(ladder.filter(({ on }) => on !== null)).toEqual([
      { stage: 'registered', on: '2025-01-01', fact: 1 },
      { stage: 'elevated', on: '2025-01-01', fact: 1 },
      { stage: 'selected', on: '2025-02-01', fact: 2 },
    ]);
    expect(ladder.map(({ stage }) => stage).at(-1)).toBe('deployed');
  });

  it('tells every decision with its reason', () => {
    const { decisions } = pledgeOn(
      '2025-06-01',
      registered,
      ['MALI', '2025-01-10', pledgeDecided({ decision: 'received' })],
      ['MALI', '2025-01-20', pledgeDecided({ decision: 'declined', reason: 'filled' })],
      ['MALI', '2025-02-01', pledgeSelected({})],
      ['MALI', '2025-03-01', preDeploymentVisitHeld({ passed: false, note: 'no spare rotors' })],
      ['MALI', '2025-04-01', pledgeWithdrawn({ reason: 'needed at home' })],
      ['MALI', '2025-06-02', pledgeDecided({ decision: 'accepted' })],
    );
    expect(decisions).toEqual([
      { on: '2025-01-10', decision: 'received', fact: 2 },
      { on: '2025-01-20', decision: 'declined', reason: 'filled', fact: 3 },
      { on: '2025-02-01', decision: 'selected', requirement: 'helicopters', fact: 4 },
      { on: '2025-03-01', decision: 'visit not passed', note: 'no spare rotors', fact: 5 },
      { on: '2025-04-01', decision: 'withdrawn', reason: 'needed at home', fact: 6 },
    ]);
  });

  it('carries the caveats of its terms and those declared since', () => {
    const declared: Told = ['MALI', '2025-02-01', caveatDeclared({ pledge: 'ROU-1', condition: 'detention', text: 'no' })];
    const offered: Told = ['MALI', '2025-01-01', pledgeRegistered({ caveats: ['night-operations'] })];
    const other: Told = ['MALI', '2025-01-01', caveatDeclared({ pledge: 'ROU-1.x', condition: 'detention', text: 'no' })];
    expect(pledgeOn('2025-01-31', offered, declared, other).caveats).toEqual(['night-operations']);
    expect(pledgeOn('2025-02-01', offered, declared, other).caveats).toEqual(['detention', 'night-operations']);
  });

  it('carries no longer what a later amendment of its caveats leaves out', () => {
    const offered: Told = ['MALI', '2025-01-01', pledgeRegistered({ caveats: ['night-operations'] })];
    const declared: Told = ['MALI', '2025-02-01', caveatDeclared({ pledge: 'ROU-1', condition: 'detention', text: 'no' })];
    const amended: Told = ['MALI', '2025-03-01', pledgeAmended({ caveats: ['riot-control'] })];
    expect(pledgeOn('2025-02-28', offered, declared, amended).caveats).toEqual(['detention', 'night-operations']);
    expect(pledgeOn('2025-03-01', offered, declared, amended).caveats).toEqual(['riot-control']);
  });

  it('names its units, planned or there', () => {
    const told: Told[] = [
      registered,
      ['MALI', '2025-02-01', deploymentPlanned({ arrivesOn: '2025-03-01' })],
      ['MALI', '2025-03-01', unitArrived({ pledge: 'ROU-1' })],
    ];
    expect(pledgeOn('2025-02-28', ...told)).toMatchObject({ stage: 'planned', unitNames: ['ROU-HELI'] });
    expect(pledgeOn('2025-03-01', ...told)).toMatchObject({ stage: 'deployed', next: null, unitNames: ['ROU-HELI'] });
  });

  it('is marked where a fact of it is made up, or names the fields that no source gives', () => {
    const marked = (...marks: (true | string[])[]) =>
      pledgeOn('2025-01-01', ...marks.map((illustrative): Told => ['MALI', '2025-01-01', pledgeRegistered({ illustrative })]));
    expect(pledgeOn('2025-01-01', registered).illustrative).toBeUndefined();
    expect(marked(['level'], ['level', 'units']).illustrative).toEqual(['level', 'units']);
    expect(marked(['level'], true).illustrative).toBe(true);
  });
});

describe('the open alerts of a pledge', () => {
  const rulesOn = (day: string, ...told: Told[]) =>
    pledgeOn(day, ...told).alerts.map(({ rule, severity }) => `${severity} ${rule}`);

  it('are that it is stalled, from ninety days in one stage on, and that it is about to lapse, from sixty days ahead on', () => {
    expect(rulesOn('2025-03-31', registered)).toEqual([]);
    expect(rulesOn('2025-04-01', registered)).toEqual(['watch pledge-stalled']);
    expect(rulesOn('2025-10-31', registered)).toEqual(['warning pledge-stalled']);
    expect(rulesOn('2025-11-01', registered)).toEqual(['warning pledge-stalled', 'watch pledge-lapsing']);
  });

  it('tell the key to look it up by, since when, why, and who is to do what', () => {
    const low: Told = ['MALI', '2025-01-01', pledgeRegistered({ validUntil: '2025-03-01' })];
    expect(pledgeOn('2025-01-01', low).alerts).toEqual([
      {
        ...{ key: 'MALI/pledge-lapsing/ROU-1', rule: 'pledge-lapsing', severity: 'watch', state: 'firing', since: '2025-01-01' },
        reason: 'the pledge is about to lapse, and no agreement is signed',
        action: 'Ask ROU to renew the pledge, or to withdraw it',
        owner: 'Strategic Force Generation and Capability Planning Cell',
      },
    ]);
  });

  it('are none of another pledge, and none once it is over', () => {
    const other: Told = ['MALI', '2025-01-01', pledgeRegistered({ pledge: 'SLV-1', validUntil: '2025-01-31' })];
    expect(rulesOn('2025-01-31', registered, other)).toEqual([]);
    expect(rulesOn('2025-04-01', registered, ['MALI', '2025-04-01', pledgeWithdrawn({})])).toEqual([]);
  });

  it('are those of the mission that has selected it, and none while it is on standby', () => {
    const onStandby: Told = ['standby', '2025-01-01', pledgeRegistered({ validUntil: '2025-06-30' })];
    const selected: Told = ['MALI', '2025-06-01', pledgeSelected({ validUntil: '2025-06-30' })];
    expect(rulesOn('2025-05-31', onStandby, selected, ['standby', '2025-06-01', tied('ROU-1', 'MALI')])).toEqual([]);
    const taken = [onStandby, selected, ['standby', '2025-06-01', tied('ROU-1', 'MALI')]] as const;
    expect(rulesOn('2025-06-01', ...taken)).toEqual(['warning pledge-lapsing']);
  });
});

describe('what a pledge could meet', () => {
  const need = (mission: string, more: Partial<Parameters<typeof requirementStated>[0]> = {}): Told => [
    mission,
    '2025-01-01',
    requirementStated({ requiredBy: '2025-06-01', ...more }),
  ];

  it('is the requirement that it is selected for, with what that still lacks and where', () => {
    const inGao = need('MALI', { units: 2, personnel: 200, location: 'Gao' });
    const told = [inGao, registered, ['MALI', '2025-02-01', pledgeSelected({})] as const];
    const { location, fits } = pledgeOn('2025-02-01', ...told);
    expect(location).toBe('Gao');
    expect(fits).toEqual([
      {
        ...{ mission: 'MALI', requirement: 'helicopters', location: 'Gao', capability: 'UTIL_HELI', requiredBy: '2025-06-01' },
        ...{ misses: [{ miss: 'units', required: 2, offered: 1 }], open: { units: 1, personnel: 100 } },
      },
    ]);
  });

  it('of a pledge that a mission has not selected are its unmet requirements of that capability, the fewest misses first', () => {
    const { fits } = pledgeOn(
      '2025-01-02',
      ...[need('MALI', { requirement: 'north', personnel: 200 }), need('MALI', { requirement: 'south' })],
      ...[need('MALI', { requirement: 'hospital', capability: 'HOSP_L2' }), need('CONGO')],
      registered,
    );
    expect(fits.map(({ requirement, misses }) => [requirement, misses.length])).toEqual([
      ['south', 0],
      ['north', 1],
    ]);
  });

  it('of one on standby are those of all missions', () => {
    const told: Told[] = [need('MALI'), need('CONGO', { personnel: 200 }), ['standby', '2025-01-01', pledgeRegistered({})]];
    const { mission, fits } = pledgeOn('2025-01-02', ...told);
    expect(mission).toBeNull();
    expect(fits).toMatchObject([
      { mission: 'MALI', misses: [] },
      { mission: 'CONGO', misses: [{ miss: 'personnel' }] },
    ]);
  });

  it('is no requirement that what is committed will meet, and nothing for a pledge that is over', () => {
    const committed: Told[] = [
      ['MALI', '2025-01-01', pledgeSelected({ pledge: 'SLV-1', contributor: 'SLV' })],
      ['MALI', '2025-01-01', agreementSigned({ pledge: 'SLV-1' })],
    ];
    expect(pledgeOn('2025-01-02', need('MALI'), ...committed, registered).fits).toEqual([]);
    const declined: Told = ['MALI', '2025-01-02', pledgeDecided({ decision: 'declined' })];
    expect(pledgeOn('2025-01-02', need('MALI'), registered, declined).fits).toEqual([]);
  });
});

describe('of two states that gave one id', () => {
  const onStandby = (day: string, fact: ToldFact): Told => ['standby', day, fact];
  const slv = { contributor: 'SLV', personnel: 90, level: '0' } as const;
  const pledgeInStandby: Told[] = [
    onStandby('2025-01-01', pledgeRegistered({ level: '1' })),
    onStandby('2025-01-10', pledgeDecided({ decision: 'received', note: 'a matter of Romania' })),
    onStandby('2025-01-20', pledgeRegistered({ ...slv, illustrative: true, caveats: ['detention'] })),
  ];

  it('the one that registered it first has the pledge, and neither sees what is said of the other', () => {
    const told = pledgesNamed('2025-01-20', 'ROU-1', ...pledgeInStandby);
    expect(told).toMatchObject([{ contributor: 'ROU', personnel: 100, level: '1', stage: 'received', facts: [1, 2] }]);
    expect([told[0]!.caveats, told[0]!.illustrative]).toEqual([undefined, undefined]);
    expect(pledgesOn('2025-01-20', ...pledgeInStandby).map(({ contributor }) => contributor)).toEqual(['ROU']);
  });

  it('the first is the first by its day, whichever came in first', () => {
    expect(pledgeOn('2025-01-20', ...pledgeInStandby.toReversed())).toMatchObject({ contributor: 'ROU', level: '1' });
  });

  it('an amendment to another state changes nothing; what names none is its own', () => {
    const amended = onStandby('2025-01-21', pledgeAmended({ contributor: 'SLV', personnel: 5 }));
    const raised = onStandby('2025-01-22', pledgeAmended({ personnel: 110 }));
    expect(pledgeOn('2025-01-22', ...pledgeInStandby, amended)).toMatchObject({ contributor: 'ROU', personnel: 100 });
    expect(pledgeOn('2025-01-22', ...pledgeInStandby, amended, raised)).toMatchObject({ contributor: 'ROU', personnel: 110 });
  });

  it('the mission that has selected it keeps its past, also where the other one registers under the id afterwards', () => {
    const selected: Told[] = [
      ['MALI', '2025-02-01', pledgeSelected({})],
      onStandby('2025-02-01', tied('ROU-1', 'MALI')),
      onStandby('2025-02-02', pledgeRegistered({ ...slv })),
      onStandby('2025-02-03', pledgeSelected({ ...slv })),
    ];
    const told = pledgesNamed('2025-02-03', 'ROU-1', ...pledgeInStandby, ...selected);
    expect(told).toMatchObject([{ contributor: 'ROU', mission: 'MALI', facts: [1, 2, 4] }]);
    expect(told[0]!.decisions.map(({ decision }) => decision)).toEqual(['received', 'selected']);
  });
});

it('pledges stand in the order of the ladder, those that have waited longest first, and those that are over last', () => {
  const pledge = (name: string, day: string): Told => ['MALI', day, pledgeRegistered({ pledge: name, level: '1' })];
  const lines = pledgesOn(
    '2025-06-01',
    ...[pledge('over', '2025-01-01'), pledge('young', '2025-02-02'), pledge('old', '2025-02-01'), pledge('far', '2025-01-01')],
    ['MALI', '2025-03-01', pledgeWithdrawn({ pledge: 'over' })],
    ['MALI', '2025-03-01', pledgeDecided({ pledge: 'far', decision: 'received' })],
  );
  expect(lines.map((line) => line.pledge)).toEqual(['old', 'young', 'far', 'over']);
});
