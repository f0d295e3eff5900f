import fc from 'fast-check';
import { addDays, type Day } from '../src/day.js';
import { componentOf, personnelTypes, typesOf } from '../src/personnel.js';

/**
 * Few names and few days, so that facts meet: the same unit on the same day, a second return of a month, a plan for a pledge that
 * is not there yet. Five of the days are month ends in a row, since returns are compared with the one before; the others are far
 * enough apart for every threshold of the policy.
 */
export const missions = ['MINUSMA', 'MONUSCO', 'UNIFIL'] as const;
export const tenDays: readonly Day[] = [
  '2017-03-31',
  '2017-04-30',
  '2017-05-31',
  '2017-06-30',
  '2017-07-31',
  '2017-08-31',
  '2017-09-14',
  '2017-12-31',
  '2018-02-28',
  '2018-05-08',
];
export const units = ['U1', 'U2', 'U3', 'U4'] as const;
/** A pledge may bear the name of a unit. */
export const pledges = ['P1', 'P2', 'U3'] as const;
export const requirements = ['R1', 'R2', 'R3'] as const;
export const tasks = ['T1', 'T2'] as const;
export const contributors = ['TGO', 'BFA', 'TCD'] as const;

const offsets = [0, 0, 1, 14, 30, 45, 60, 90, 120, 180, 240, 365];

export const day = fc.constantFrom(...tenDays);
/** A day of effect: near the ten days, before them or after. */
export const anyDay = fc
  .tuple(day, fc.constantFrom(...offsets), fc.constantFrom(-1, 1, 1))
  .map(([from, offset, sign]) => addDays(from, sign * offset));
/** A day to look from: one of the ten, or some time after one. */
export const today = fc.oneof(
  day,
  fc.tuple(day, fc.integer({ min: 0, max: 200 })).map(([from, offset]) => addDays(from, offset)),
  fc.constant('2019-12-31'),
);

export const unit = fc.constantFrom(...units);
export const pledge = fc.constantFrom(...pledges);
export const requirement = fc.constantFrom(...requirements);
export const task = fc.constantFrom(...tasks);
export const contributor = fc.constantFrom(...contributors);
export const capability = fc.constantFrom('INF_BN', 'FPU');
export const condition = fc.constantFrom('night-operations', 'riot-control');
export const conditions = fc.subarray(['night-operations', 'riot-control']);
/** The rapid deployment level is drawn most: only of it a response time is asked. */
export const level = fc.constantFrom('0', '1', '2', '3', 'RDL', 'RDL');
export const responseDays = fc.constantFrom(1, 30, 60);
export const equipmentType = fc.constantFrom('APC', 'HELI');
export const personnelType = fc.constantFrom('Troops', ...personnelTypes);
export const component = fc.constantFrom('military', 'police');
export const componentAndType = personnelType.map((type) => ({ component: componentOf(type), personnelType: type }));
export const typesOfOneComponent = fc.constantFrom(
  typesOf.military,
  typesOf.police,
  ['Troops', 'Experts on Mission'] as const,
  ['Troops'] as const,
  ['Staff Officer'] as const,
  ['Staff Officer'] as const,
  ['Formed Police Units'] as const,
);

/** Figures near each other and near the thresholds: one short, exactly enough, nobody, one too many. */
export const persons = fc.constantFrom(0, 1, 20, 60, 90, 99, 100, 101, 110, 120, 200, 400, 700);
export const required = fc.constantFrom(0, 100, 100, 120, 200, 400);
export const count = fc.constantFrom(1, 1, 2, 3);
export const items = fc.constantFrom(0, 5, 6, 9, 10, 11);

/** Of several days in any order the earlier first, under the names of the two. */
export const inOrder = (a: Day, b: Day): readonly [Day, Day] => (a <= b ? [a, b] : [b, a]);
