import { policyV1, type ExplanationNode } from '@muster/force-generation';
import { explanationLines } from './explanation-lines.js';

const on = '2018-02-28';
const fact = { position: 7, source: '/muster/ceilings', id: 'ceiling', on: '2017-06-29', publishedOn: '2017-06-29' };
const inputs: readonly ExplanationNode[] = [
  { figure: 'authorized', value: 13_289, fact, at: '/personnel' },
  { figure: 'TGO.troops men', value: 880, fact: { ...fact, position: 5, id: 'return' }, at: '/rows/1/men', held: true },
];
const missing: ExplanationNode = { figure: 'missing', value: 12_409, on, operation: 'difference', inputs };

const linesOf = (figures: ExplanationNode, key = 'MINUSMA/ceiling-shortfall/military') =>
  explanationLines({
    ...{ today: on, position: 9, key, on, statement: 'So it is.', figures },
    policy: { hash: 'abcdef0123456789', rule: 'ceiling-shortfall', row: policyV1.rules['ceiling-shortfall'] },
  });

it('an explanation reads as a tree of figures with what they count, and the facts by their positions', () => {
  const share: ExplanationNode = {
    figure: 'share missing',
    value: 0.9338,
    on,
    operation: 'share',
    inputs: [missing, inputs[0]!],
  };
  expect(linesOf(share)).toEqual([
    'MINUSMA/ceiling-shortfall/military on 2018-02-28',
    'So it is.',
    'Policy abcdef012345…, ceiling-shortfall: thresholds (watch 5, warning 10, critical 20), hold days 30, keep days 30.',
    '',
    'share missing = 93.38 % (share, 2018-02-28)',
    '├─ missing = 12,409 persons (difference, 2018-02-28)',
    '│  ├─ authorized 13,289 persons, [7] /personnel',
    '│  └─ TGO.troops men 880 persons, [5] /rows/1/men, held',
    '└─ authorized 13,289 persons, [7] /personnel',
    '',
    'Facts, by their positions:',
    '  [5] return of /muster/ceilings, 2017-06-29, published 2017-06-29',
    '  [7] ceiling of /muster/ceilings, 2017-06-29, published 2017-06-29',
  ]);
});

it('says in which unit each number is', () => {
  const over = { type: 'StrengthReturned', subject: 'MINUSMA', from: '0001-01-01', to: on };
  const cases: readonly (readonly [node: ExplanationNode, key: string, line: string])[] = [
    [
      { figure: 'left', value: 1, on, operation: 'days between', inputs: [] },
      'M/mandate-ending/mission',
      `left = 1 day (days between, ${on})`,
    ],
    [
      { figure: 'required', value: 250, fact, at: '/required' },
      'M/equipment-shortfall/mission.APC',
      'required 250 × APC, [7] /required',
    ],
    [
      { figure: 'days over the response time', value: 1, on, operation: 'difference', inputs: [] },
      'M/pledge-stalled/tgo-1',
      `days over the response time = 1 day (difference, ${on})`,
    ],
    [
      { figure: 'responseDays', value: 60, fact, at: '/responseDays' },
      'M/pledge-stalled/tgo-1',
      'responseDays 60 days, [7] /responseDays',
    ],
    [{ figure: 'units required', value: 3, fact, at: '/units' }, 'M/capability-gap/convoy', 'units required 3 units, [7] /units'],
    [
      { figure: 'lka-convoy', value: 1, on, operation: 'count', inputs: [] },
      'M/capability-gap/convoy',
      `lka-convoy = 1 unit (count, ${on})`,
    ],
    [
      { figure: 'returns', value: 0, on, operation: 'count', over, inputs: [] },
      'M/return-missing/mission',
      `returns: none (no StrengthReturned from 0001-01-01 to ${on})`,
    ],
    [
      { figure: 'deployed', value: null, on, operation: 'sum', inputs: [] },
      'M/ceiling-shortfall/military',
      `deployed = not known (sum, ${on})`,
    ],
    [{ figure: 'today', value: on }, 'M/mandate-ending/mission', `today ${on}`],
  ];
  for (const [node, key, line] of cases) expect(linesOf(node, key)[4]).toBe(line);
});
