import type { MissionLine } from '../doors.js';
import { widestFill } from './widest-fill.js';

const filled = (...shares: readonly (number | null)[]): MissionLine =>
  ({ components: shares.map((fillRate) => ({ fillRate })) }) as unknown as MissionLine;

describe('the width of bars', () => {
  it.each([
    ['under the ceiling, with some room beyond it', [filled(0.9, null)], 1.12],
    ['as wide as the fullest', [filled(0.9, 1.02), filled(1.2051, null)], 1.2051],
    ['not as wide as one that is far over: it has a scale of its own', [filled(0.9), filled(4)], 1.5],
    ['of no mission', [], 1.12],
  ])('%s', (_title, missions, widest) => expect(widestFill(missions)).toBe(widest));
});
