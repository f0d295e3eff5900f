import type { Miss, Pledge, PledgeAlert } from '@muster/force-generation';
import { pledgeText } from './pledge-text.js';

const answer = (more: Partial<Pledge> = {}) =>
  ({
    ...{ today: '2018-05-08', position: 9, pledge: 'rou-helicopters', mission: 'MINUSMA', requirement: 'helicopters-gao' },
    ...{ contributor: 'ROU', component: 'military', capability: 'UTIL_HELI', units: 1, personnel: 120, level: '2' },
    ...{ availableFrom: '2018-10-15', validUntil: '2018-12-31', stage: 'selected', since: '2018-05-07' },
    ...{ next: { waitsFor: 'reconnaissance', move: 'contributor' }, lapsesOn: '2018-12-31' },
    ...{
      ladder: [{ stage: 'registered', on: '2018-01-01', fact: 1 }],
      decisions: [],
      alerts: [],
      unitNames: [],
      fits: [],
      facts: [1],
    },
    ...more,
  }) as Pledge & { readonly today: string; readonly position: number };

const lines = (more: Partial<Pledge> = {}): string[] => pledgeText(answer(more)).split('\n');

describe('a pledge on a terminal', () => {
  it('says where it stands, for how long, and whose move it is', () => {
    expect(lines()).toEqual([
      'Today is 2018-05-08; read at position 9.',
      'rou-helicopters: ROU, 1 UTIL_HELI, 120 persons, level 2, from 2018-10-15',
      'With MINUSMA, for helicopters-gao.',
      "selected since 2018-05-07, for 1 day. Waits for reconnaissance; it is the contributor's move.",
      'Valid until 2018-12-31.',
      '',
      'Ladder:',
      '  2018-01-01 registered',
    ]);
  });

  it('says of a candidate that no mission has it, and of one that is over what ended it', () => {
    expect(lines({ mission: null, requirement: null })).toContain('No mission has selected it.');
    const decisions = [{ on: '2018-05-07', decision: 'withdrawn', reason: 'needed at home', fact: 4 }] as const;
    const over = lines({ stage: 'withdrawn', next: null, lapsesOn: null, decisions });
    expect(over).toContain('withdrawn since 2018-05-07, for 1 day.');
    expect(over).toContain('  2018-05-07 withdrawn: needed at home (position 4)');
    expect(over.join()).not.toContain('Valid until');
  });

  it('says what is open of it, how bad that is, and who is to do what', () => {
    const lapsing: Omit<PledgeAlert, 'state'> = {
      ...{ key: 'MINUSMA/pledge-lapsing/rou-helicopters', rule: 'pledge-lapsing', severity: 'watch', since: '2018-05-01' },
      ...{ reason: 'the pledge is about to lapse', action: 'Ask ROU to renew the pledge', owner: 'Planning Cell' },
    };
    expect(lines()).not.toContain('Alerts:');
    expect(lines({ alerts: [{ ...lapsing, state: 'firing' }] }).slice(5, 8)).toEqual([
      '',
      'Alerts:',
      '  watch pledge-lapsing, since 2018-05-01: the pledge is about to lapse. Ask ROU to renew the pledge (Planning Cell).',
    ]);
    const [, , taken] = lines({ alerts: [{ ...lapsing, state: 'acknowledged' }] }).slice(5);
    expect(taken).toMatch(/^ {2}watch \(acknowledged\) pledge-lapsing, /);
  });

  it.each<[string, readonly Miss[]]>([
    ['fits', []],
    ['misses the capability (ARMED_HELI for UTIL_HELI)', [{ miss: 'capability', required: 'UTIL_HELI', offered: 'ARMED_HELI' }]],
    ['misses units (1 of 2)', [{ miss: 'units', required: 2, offered: 1 }]],
    ['misses APC (0 of 18)', [{ miss: 'equipment', type: 'APC', required: 18, offered: 0 }]],
    [
      'misses night-operations, by a caveat; the day (from 2018-10-15, needed by 2018-09-01)',
      [
        { miss: 'caveat', condition: 'night-operations' },
        { miss: 'day', required: '2018-09-01', offered: '2018-10-15' },
      ],
    ],
  ])('says of the need that it %s', (says, misses) => {
    const need = { mission: 'MINUSMA', requirement: 'helicopters-gao', capability: 'UTIL_HELI', requiredBy: '2018-09-01' };
    const fits = [{ ...need, misses, open: { units: 1, personnel: 120 } }];
    expect(lines({ fits }).at(-1)).toBe(`  MINUSMA helicopters-gao, needed by 2018-09-01, 1 unit open: ${says}`);
  });
});
