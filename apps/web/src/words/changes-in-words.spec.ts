import type { Alert } from '@muster/force-generation';
import { changesInWords } from './changes-in-words.js';

const task = { task: 'medevac', title: 'Evacuate the wounded', rank: 1, date: '2017-06-30' };
const said: Alert = {
  ...{ key: 'M/capability-gap/r', mission: 'M', rule: 'capability-gap', subject: 'r', state: 'firing', figures: {} },
  ...{ severity: 'critical', baseSeverity: 'critical', since: '2017-01-02', firingSince: '2017-01-16' },
  ...{
    reason: 'nobody has pledged it',
    action: 'Ask for pledges',
    owner: 'Office of Military Affairs',
    task,
    policy: '0abcdef123',
  },
};

it('of an alert that was said again, each part that is another is told with what it was', () => {
  const now: Alert = { ...said, baseSeverity: 'warning', reason: 'pledged only', task: { ...task, date: '2018-06-30' } };
  expect(changesInWords(said, now)).toEqual([
    'severity without the task: critical → warning',
    'reason: nobody has pledged it → pledged only',
    'the task’s date: 30 Jun 2017 → 30 Jun 2018',
  ]);
});

it('what is acknowledged, silent or under another policy is told, and what has lost its task', () => {
  const { task: _task, ...without } = said;
  const acknowledged = {
    owner: 'A. Planner',
    note: 'asked',
    plannedFillBy: '2017-09-01',
    on: '2017-03-01',
  } as Alert['acknowledged'];
  const now: Alert = { ...without, acknowledged, silencedUntil: '2017-04-01', policy: '1234567890' };
  expect(changesInWords(said, now)).toEqual([
    'task held back: Evacuate the wounded → none',
    'the task’s rank: 1 → none',
    'the task’s date: 30 Jun 2017 → none',
    'taken on by: none → A. Planner',
    'to be filled by: none → 1 Sep 2017',
    'silent until: none → 1 Apr 2017',
    'policy: 0abcdef1 → 12345678',
  ]);
});

it('what is the same is not told', () => expect(changesInWords(said, { ...said })).toEqual([]));
