import type { MissionLine } from '../doors.js';
import { ordered, type MissionOrder } from './mission-order.js';

const line = (mission: string, fillRate: number | null, alerts: readonly [number, number]): MissionLine =>
  ({
    mission,
    components: [{ component: 'military', fillRate }],
    openAlerts: { critical: alerts[0], warning: alerts[1], watch: 0, unknown: 0 },
  }) as unknown as MissionLine;

describe('the order of missions', () => {
  const missions = [line('B', 0.9, [0, 5]), line('C', null, [1, 0]), line('A', 1.1, [0, 5]), line('D', 0.2, [0, 0])];
  it.each<[MissionOrder, string]>([
    ['mission', 'ABCD'],
    ['alerts', 'CABD'],
    ['military', 'DBAC'],
    ['police', 'ABCD'],
  ])('by %s is %s', (order, expected) =>
    expect(
      ordered(missions, order)
        .map(({ mission }) => mission)
        .join(''),
    ).toBe(expected),
  );
});
