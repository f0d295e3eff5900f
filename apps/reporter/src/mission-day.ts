import { allMissions, type Day } from '@muster/force-generation';

export interface MissionDay {
  readonly mission: string;
  readonly day: Day;
}

/** All missions together: they have no day, but each its own. */
export const overAll = (missions: readonly MissionDay[]): { readonly mission: string; readonly day: string } => ({
  mission: allMissions,
  day: missions.map(({ mission, day }) => `${mission} ${day}`).join(', '),
});
