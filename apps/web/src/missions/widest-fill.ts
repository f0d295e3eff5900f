import type { MissionLine } from '../doors.js';

/** Room beyond the ceiling that every bar has, and the most that a table gives to all of them: one mission must not flatten the rest. */
const least = 1.12;
const most = 1.5;

/** How many ceilings wide the bars of a table are, so that their ceilings stand in one line. */
export const widestFill = (missions: readonly MissionLine[]): number =>
  Math.min(most, Math.max(least, ...missions.flatMap(({ components }) => components.map(({ fillRate }) => fillRate ?? 0))));
