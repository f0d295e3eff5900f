import type { Component } from '@muster/force-generation';
import type { MissionLine, OpenAlerts } from '../doors.js';

export type MissionOrder = 'mission' | Component | 'alerts';

/** The missions in order: by name, the emptiest component first, or the most severe alerts first. */
export const ordered = (missions: readonly MissionLine[], order: MissionOrder): readonly MissionLine[] =>
  [...missions].sort((a, b) => by[order](a, b) || compare(a.mission, b.mission));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const by: Readonly<Record<MissionOrder, (a: MissionLine, b: MissionLine) => number>> = {
  mission: () => 0,
  military: (a, b) => fillOf(a, 'military') - fillOf(b, 'military'),
  police: (a, b) => fillOf(a, 'police') - fillOf(b, 'police'),
  alerts: (a, b) => weightsOf(b.openAlerts).reduce((first, weight, at) => first || weight - weightsOf(a.openAlerts)[at]!, 0),
};

const weightsOf = ({ critical, warning, watch, unknown }: OpenAlerts): readonly number[] => [critical, warning, watch, unknown];

/** A mission without a share comes last. */
const fillOf = ({ components }: MissionLine, asked: Component): number =>
  components.find(({ component }) => component === asked)?.fillRate ?? Number.MAX_VALUE;
