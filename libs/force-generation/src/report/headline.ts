import type { Day } from '../day.js';
import { shareOf } from '../explanation/node.js';
import { explainMission } from '../explanation/explain.js';
import { ceilings } from '../mandate/ceilings.js';
import { personnelTypes } from '../personnel.js';
import type { Reading } from '../reading.js';
import { headCountsToday, isSayable, type FigureState } from '../strength/head-count.js';
import { describeMission, type ComponentFigures, type LineFigures } from '../views/describe-mission.js';
import { factsBehind } from './alert-lines.js';
import { linesWithFacts, type WithFacts } from './facts-of-figures.js';

/** The mission's strength in one line. Persons; shares have four decimals, half up; null is not known. */
export interface Headline {
  readonly asAt: Day;
  /** As-at day of the return that it rests on. */
  readonly observedOn: Day | null;
  /** Of both components and of separate lines with a published strength. */
  readonly authorized: number | null;
  readonly deployed: number | null;
  readonly reported: number | null;
  readonly missing: number | null;
  readonly fillRate: number | null;
  readonly women: number | null;
  readonly womenShare: number | null;
  readonly state: FigureState;
  readonly components: readonly WithFacts<ComponentFigures>[];
  readonly lines: readonly WithFacts<LineFigures>[];
}

export function headline(reading: Reading): Headline {
  const { today } = reading;
  const { components, lines, reported, observedOn } = describeMission(reading);
  const count = headCountsToday(reading, personnelTypes).at(today);
  const state = count?.state ?? 'unknown';
  const deployed = count !== undefined && isSayable(state) ? count.persons : null;
  const women = count !== undefined && isSayable(count.womenState) ? count.women : null;
  const authorized = authorizedInAll(components, lines);
  const isComparable = authorized !== null && deployed !== null;
  return {
    asAt: today,
    observedOn,
    authorized,
    deployed,
    reported,
    missing: isComparable ? authorized - deployed : null,
    fillRate: isComparable ? shareOf(deployed, authorized) : null,
    women,
    womenShare: women === null || deployed === null ? null : shareOf(women, deployed),
    state,
    components: withFacts(reading, components),
    lines: linesWithFacts(reading, lines),
  };
}

function authorizedInAll(components: readonly ComponentFigures[], lines: readonly LineFigures[]): number | null {
  const separate = lines.filter(({ placement, counts }) => placement === 'separate' && counts.length > 0);
  const figures = [...components, ...separate].flatMap(({ authorized }) => authorized ?? []);
  return figures.length === 0 ? null : figures.reduce((sum, figure) => sum + figure, 0);
}

function withFacts(reading: Reading, components: readonly ComponentFigures[]): Headline['components'] {
  const explained = explainMission(reading);
  const inForce = [...ceilings(reading).at(reading.today).values()].map(({ position }) => position);
  return components.map((component) => {
    const { figures } = explained.find((one) => one.component === component.component)!;
    const facts = factsBehind(figures);
    return { ...component, facts: facts.length === 0 ? inForce : facts };
  });
}
