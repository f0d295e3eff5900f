import { sha256, type CloudEvent } from '@muster/contracts';
import { at, saying, unitStrength } from '../../../../tests/servers/events.js';
import type { AppendedAt } from './outcome.js';
import { planAppend, type LogState } from './plan-append.js';
import { prepareEvent } from './prepared-event.js';
import { emptyHead } from './stream-head.js';

const empty: LogState = { position: 0, heads: [], known: [], registered: [] };
const settled = {
  ...emptyHead('MINUSMA'),
  sequence: 2,
  position: 2,
  hash: 'ff',
  day: at.today,
  policy: at.policy.hash,
  policies: 1,
};
const afterTwo: LogState = { ...empty, position: 2, heads: [settled] };

const plan = (events: CloudEvent[], state: LogState, when: AppendedAt = at) =>
  planAppend({ events: events.map(prepareEvent), at: when, recordedAt: '2018-05-09T01:02:03.004Z' }, state);
const written = (events: CloudEvent[], state: LogState, when?: AppendedAt): string[] =>
  plan(events, state, when).rows.map(({ position, stream, sequence, id }) => `${position} ${stream} ${sequence} ${id}`);

const registered: CloudEvent = {
  ...unitStrength('standby', 1, { pledge: 'GER-1' }),
  type: 'muster.PledgeRegistered',
  id: 'registered',
};
const selected: CloudEvent = {
  ...unitStrength('MINUSMA', 1, { pledge: 'GER-1' }),
  type: 'muster.PledgeSelected',
  id: 'selected',
};

describe('the day and the policy', () => {
  it('stand before a mission’s first fact', () => {
    expect(written([unitStrength('MINUSMA', 1), unitStrength('MINUSMA', 2)], empty)).toEqual([
      '1 MINUSMA 1 day/MINUSMA/2018-05-08',
      '2 MINUSMA 2 policy/MINUSMA/1',
      '3 MINUSMA 3 MINUSMA/1',
      '4 MINUSMA 4 MINUSMA/2',
    ]);
  });

  it.each`
    today           | policy        | before
    ${'2018-05-07'} | ${'policy-1'} | ${[]}
    ${'2018-05-08'} | ${'policy-1'} | ${[]}
    ${'2018-05-09'} | ${'policy-1'} | ${['3 MINUSMA 3 day/MINUSMA/2018-05-09']}
    ${'2018-05-08'} | ${'policy-2'} | ${['3 MINUSMA 3 policy/MINUSMA/2']}
    ${'2018-05-09'} | ${'policy-2'} | ${['3 MINUSMA 3 day/MINUSMA/2018-05-09', '4 MINUSMA 4 policy/MINUSMA/2']}
  `('after 2018-05-08 and policy-1: $today and $policy write $before', ({ today, policy, before }) => {
    const rows = written([unitStrength('MINUSMA', 1)], afterTwo, { today, policy: { hash: policy, table: {} } });
    expect(rows.slice(0, -1)).toEqual(before);
  });

  it('are written neither for standby nor for what is said', () => {
    expect(written([registered, saying('MINUSMA', 'military', 1)], empty)).toEqual([
      '1 standby 1 registered',
      '2 MINUSMA/said 1 MINUSMA/ceiling-shortfall/military#1',
    ]);
  });

  it('are not written where no fact of the mission is new', () => {
    const fact = unitStrength('MINUSMA', 1);
    const digest = sha256(prepareEvent(fact).data);
    const known = [{ source: fact.source, id: fact.id, type: fact.type, subject: fact.subject, digest, position: 2 }];
    expect(written([fact], { ...empty, position: 2, known })).toEqual([]);
  });

  it('a policy adopted while the clock stands behind the last day bears that day', () => {
    const { rows } = plan([unitStrength('MINUSMA', 1)], afterTwo, {
      today: '2018-05-01',
      policy: { hash: 'policy-2', table: {} },
    });
    expect(rows[0]).toMatchObject({ type: 'muster.PolicyAdopted', onDay: '2018-05-08' });
  });
});

describe('the same source and id', () => {
  const fact = unitStrength('MINUSMA', 1);
  const reordered = { ...fact, data: Object.fromEntries(Object.entries(fact.data).reverse()) as CloudEvent['data'] };
  it.each`
    again                                            | outcome
    ${fact}                                          | ${'known'}
    ${{ ...fact, attributes: { traceparent: '1' } }} | ${'known'}
    ${reordered}                                     | ${'known'}
    ${{ ...fact, data: { on: '2018-02-01' } }}       | ${'conflict'}
    ${{ ...fact, type: 'muster.UnitArrived' }}       | ${'conflict'}
    ${{ ...fact, subject: 'MINUSCA' }}               | ${'conflict'}
  `('within a batch is $outcome', ({ again, outcome }) => {
    expect(plan([fact, again], afterTwo).outcomes.map((result) => [result.outcome, result.position])).toEqual([
      ['recorded', 3],
      [outcome, 3],
    ]);
  });
});

describe('a selected pledge', () => {
  const ids = (events: CloudEvent[], state: LogState): string[] => plan(events, state).rows.map(({ id }) => id);

  it('is tied to its mission in standby where it was registered there', () => {
    expect(ids([selected], { ...afterTwo, registered: ['GER-1'] })).toEqual(['selected', 'tied/GER-1/MINUSMA']);
    expect(ids([registered, selected], afterTwo)).toEqual(['registered', 'selected', 'tied/GER-1/MINUSMA']);
  });

  it('is not tied where it was not, nor twice', () => {
    expect(ids([selected], afterTwo)).toEqual(['selected']);
    expect(ids([registered, selected, { ...selected, id: 'again' }], afterTwo)).toEqual([
      'registered',
      'selected',
      'tied/GER-1/MINUSMA',
      'again',
    ]);
  });

  it('is not tied by a selection that was refused', () => {
    const other = { ...selected, data: { ...selected.data, pledge: 'GER-2' } };
    expect(ids([registered, other, selected], afterTwo)).toEqual(['registered', 'selected']);
  });
});

it('a fact is known on the day of its publication, else on the UTC day on which it was recorded', () => {
  const { rows } = plan([unitStrength('MINUSMA', 1, { publishedOn: '2018-03-01' }), unitStrength('MINUSMA', 2)], afterTwo);
  expect(rows.map(({ knownOn }) => knownOn)).toEqual(['2018-03-01', '2018-05-09']);
});
