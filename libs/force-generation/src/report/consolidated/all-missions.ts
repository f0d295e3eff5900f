/** Stands where a mission's name would, for all of them: no mission may be called so, in whatever letters. */
export const allMissions = 'ALL';

export const isAllMissions = (name: string): boolean => name.toUpperCase() === allMissions;
