import { Story } from '../../../../tests/stories/story.js';
import {
  agreementSigned,
  deploymentPlanned,
  pledgeSelected,
  requirementStated,
  taskPrioritized,
  unitArrived,
  unitRepatriated,
  withdrawalAnnounced,
} from '../../../../tests/stories/told-facts.js';
import { describeTasks } from './describe-tasks.js';

type Described = ReturnType<typeof describeTasks>;

const tasksOn = (story: Story): Described => {
  let described: Described = [];
  story.expectThat(({ reading }) => void (described = describeTasks(reading))).happen();
  return described;
};

const task = (name: string, rank: number, after?: string) =>
  taskPrioritized({ task: name, title: name, rank, from: '2025-01-01', ...(after && { after }) });
const need = (name: string, ...tasks: string[]) =>
  requirementStated({ requirement: name, capability: name, requiredBy: '2025-02-01', tasks });
const namesOf = (described: Described): string[] => described.map((one) => one.task);
const one = (described: Described, name: string) => described.find((candidate) => candidate.task === name)!;

describe('the order of mandated tasks', () => {
  it('is that of ranks, but that a task stands behind those that must come first', () => {
    const story = new Story().from('2025-01-01', task('elections', 1, 'roads'), task('roads', 3, 'camps'), task('camps', 2));
    expect(namesOf(tasksOn(story.onDay('2025-01-01')))).toEqual(['camps', 'roads', 'elections']);
  });

  it('is that of ranks among tasks that wait for each other, or for one that nobody knows', () => {
    const ring = new Story().from('2025-01-01', task('elections', 1, 'roads'), task('roads', 2, 'elections'), task('a', 3, 'b'));
    expect(namesOf(tasksOn(ring.onDay('2025-01-01')))).toEqual(['elections', 'roads', 'a']);
    const late = new Story().from(
      '2025-01-01',
      task('elections', 1, 'roads'),
      task('roads', 2, 'elections'),
      task('x', 1, 'roads'),
    );
    expect(namesOf(tasksOn(late.onDay('2025-01-01')))).toEqual(['elections', 'roads', 'x']);
  });
});

describe('a task that is held back', () => {
  const held = () =>
    new Story().from(
      '2025-01-01',
      task('elections', 1, 'roads'),
      task('roads', 2),
      need('UTIL_HELI', 'elections'),
      need('EOD', 'roads'),
    );
  const agreed = (requirement: string, availableFrom: string) => [
    pledgeSelected({ pledge: requirement, requirement, capability: requirement, availableFrom }),
    agreementSigned({ pledge: requirement }),
  ];

  it('is freed first where the task before it is', () => {
    const described = tasksOn(held().onDay('2025-01-31'));
    expect(one(described, 'elections')).toMatchObject({
      waitsFor: ['roads'],
      gaps: [{ subject: 'UTIL_HELI', filledOn: null }],
      freedOn: null,
      first: { task: 'roads', key: 'MINUSMA/capability-gap/EOD', filledOn: null },
    });
  });

  it('waits no longer for a task before it that no gap holds back', () => {
    const described = tasksOn(
      held()
        .on('2025-01-20', unitArrived({ capability: 'EOD' }))
        .onDay('2025-01-31'),
    );
    expect(one(described, 'elections')).toMatchObject({ waitsFor: [], first: { task: 'elections', filledOn: null } });
    expect(one(described, 'roads')).toMatchObject({ gaps: [], freedOn: null, first: null });
  });

  it('waits for a task before it until that is over', () => {
    const ending = (until: string) =>
      held()
        .on('2025-01-02', taskPrioritized({ task: 'roads', title: 'roads', rank: 2, from: '2025-01-01', until }))
        .onDay('2025-01-31');
    expect(one(tasksOn(ending('2025-01-31')), 'elections').waitsFor).toEqual(['roads']);
    expect(one(tasksOn(ending('2025-01-30')), 'elections').waitsFor).toEqual([]);
  });

  it('is free on the day on which what is committed fills the last of its gaps, and that one is to be hastened', () => {
    const story = held().on('2025-01-20', need('SIG', 'roads'), ...agreed('EOD', '2025-03-01'), ...agreed('SIG', '2025-04-01'));
    const described = tasksOn(story.onDay('2025-02-10'));
    expect(one(described, 'roads')).toMatchObject({
      freedOn: '2025-04-01',
      first: { task: 'roads', key: 'MINUSMA/capability-gap/SIG', filledOn: '2025-04-01' },
    });
  });

  it('is free no earlier than the tasks before it', () => {
    const story = (eod: string) => held().on('2025-01-20', ...agreed('UTIL_HELI', '2025-03-01'), ...agreed('EOD', eod));
    const freed = (eod: string) => one(tasksOn(story(eod).onDay('2025-02-10')), 'elections').freedOn;
    expect([freed('2025-02-28'), freed('2025-03-02')]).toEqual(['2025-03-01', '2025-03-02']);
    const unknown = held()
      .on('2025-01-20', ...agreed('UTIL_HELI', '2025-03-01'))
      .onDay('2025-02-10');
    expect(one(tasksOn(unknown), 'elections').freedOn).toBeNull();
  });

  it('has no day while one of its gaps has none, and that one comes first', () => {
    const described = tasksOn(
      held()
        .on('2025-01-20', need('SIG', 'roads'), ...agreed('EOD', '2025-03-01'))
        .onDay('2025-02-10'),
    );
    expect(one(described, 'roads')).toMatchObject({ freedOn: null, first: { key: 'MINUSMA/capability-gap/SIG' } });
  });

  it('is free of a hand-over with the arrival of the one that follows, as long as that is not overdue', () => {
    const story = () =>
      new Story()
        .from('2025-01-01', task('roads', 2), need('UTIL_HELI', 'roads'), unitArrived({ unit: 'CAN-HELI', contributor: 'CAN' }))
        .on('2025-01-20', withdrawalAnnounced({ unit: 'CAN-HELI', leavesOn: '2025-03-01', personnel: 100 }));
    const followed = () =>
      story().on('2025-01-21', pledgeSelected({ requirement: 'UTIL_HELI' }), deploymentPlanned({ arrivesOn: '2025-03-15' }));
    expect(one(tasksOn(story().onDay('2025-02-10')), 'roads')).toMatchObject({ gaps: [{ filledOn: null }], freedOn: null });
    const gap = { rule: 'hand-over-gap', filledOn: '2025-03-15' };
    expect(one(tasksOn(followed().onDay('2025-02-10')), 'roads')).toMatchObject({ gaps: [gap], freedOn: '2025-03-15' });
    const gone = () => followed().on('2025-03-01', unitRepatriated({ unit: 'CAN-HELI' }));
    const handOverOn = (day: string) =>
      one(tasksOn(gone().onDay(day)), 'roads').gaps.find(({ rule }) => rule === 'hand-over-gap')?.filledOn;
    expect([handOverOn('2025-03-15'), handOverOn('2025-03-16')]).toEqual(['2025-03-15', null]);
  });

  it('counts on an arrival until its day, not on one that is overdue', () => {
    const story = () => held().on('2025-01-20', ...agreed('EOD', '2025-03-01'));
    expect(one(tasksOn(story().onDay('2025-03-01')), 'roads').freedOn).toBe('2025-03-01');
    expect(one(tasksOn(story().onDay('2025-03-02')), 'roads').freedOn).toBeNull();
  });
});
