/**
 * Conditions of a task and caveats on a unit are one closed list, so that a caveat can be compared with a requirement: the caveat
 * that names a requirement's condition contradicts it. Uses that national caveats commonly bar: HIPPO report, A/70/95-S/2015/446;
 * tasks of statements of unit requirements, PCRS Guidelines 2019.01.
 */
export const conditionCodes = [
  'night-operations',
  'outside-area-of-operations',
  'outside-sector',
  'outside-camp',
  'offensive-operations',
  'counter-terrorism',
  'use-of-force-to-protect-civilians',
  'cordon-and-search',
  'convoy-escort',
  'close-protection',
  'static-guard',
  'foot-patrol',
  'long-range-patrol',
  'temporary-operating-base',
  'riot-control',
  'detention',
  'mine-area',
  'explosive-ordnance-disposal',
  'air-assault',
  'helicopter-medevac',
  'armed-helicopter-support',
  'unmanned-aircraft',
  'riverine-operations',
  'border-area',
  'joint-operations-with-host-forces',
  'command-by-other-nation',
  'splitting-of-unit',
  'hazardous-cargo',
  'intelligence-sharing',
] as const;

export type ConditionCode = (typeof conditionCodes)[number];
