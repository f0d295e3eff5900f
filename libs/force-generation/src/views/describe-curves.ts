import { addDays, earlierOf, type Day } from '../day.js';
import { Curve, type Step } from '../curve.js';
import { ceilings, ceilingsAsReadToday, ceilingsOf } from '../mandate/ceilings.js';
import { components, personnelTypes, type Component } from '../personnel.js';
import type { Reading } from '../reading.js';
import { headCountsToday, isSayable } from '../strength/head-count.js';
import { componentCount, componentSupply, movingOn, supplyDays } from '../supply/component-supply.js';
import { daysAheadOf, strengthNames } from '../supply/supply-item.js';
import { requirementCurves } from './requirement-curves.js';

export const curveFigures = ['authorized', 'deployed', 'committed', 'pledged', 'women'] as const;
export type CurveFigure = (typeof curveFigures)[number];

/** `[day, value]`: the value from the day on until the next step; null is not known. */
export type CurveStep = readonly [Day, number | null];

/** Days on which a figure rests on a held value; `was held` once it is known which one was right. */
export interface HeldDays {
  readonly from: Day;
  readonly until: Day;
  readonly state: 'suspect' | 'was held';
}

export type ComponentCurves = { readonly component: Component; readonly held: readonly HeldDays[] } & {
  readonly [figure in CurveFigure]?: readonly CurveStep[];
};

export interface CurvesAsked {
  readonly from?: Day;
  readonly to?: Day;
  readonly figure?: CurveFigure;
}

/** Each component's and each requirement's figures as step functions of the day: 24 months back and 12 ahead unless asked otherwise. */
export function describeCurves(reading: Reading, asked: CurvesAsked = {}) {
  const from = asked.from ?? addDays(reading.today, -731);
  const to = asked.to ?? addDays(reading.today, 366);
  const figures = asked.figure === undefined ? curveFigures : [asked.figure];
  return {
    mission: reading.mission,
    today: reading.today,
    from,
    to,
    components: components.map((component) => ({
      component,
      ...Object.fromEntries(
        figures.map((figure) => {
          const within = { from, to: endOf(figure, reading.today, to) };
          return [figure, stepsOf(curveOf(reading, component, figure, within), within)];
        }),
      ),
      held: heldDays(reading, component, { from, to: earlierOf(to, reading.today) }),
    })) as readonly ComponentCurves[],
    requirements: requirementCurves(reading, { from, to, strengths: strengthNames.filter((name) => figures.includes(name)) }),
  };
}

/** What is deployed tomorrow is not known today. */
const endOf = (figure: CurveFigure, today: Day, to: Day): Day =>
  figure === 'deployed' || figure === 'women' ? earlierOf(today, to) : to;

interface Within {
  readonly from: Day;
  readonly to: Day;
}

/** As far as it speaks of these days. */
function curveOf(reading: Reading, component: Component, figure: CurveFigure, within: Within): Curve<number | null> {
  switch (figure) {
    case 'authorized':
      return ceilingsAsReadToday(reading).map((inForce) => {
        const own = ceilingsOf(component, inForce);
        return own.length === 0 ? null : own.reduce((sum, { data }) => sum + data.personnel, 0);
      });
    case 'deployed':
    case 'women':
      return overDays(headDays(reading), within, (day) => {
        const count = componentCount(reading, component, day);
        const state = figure === 'women' ? count?.womenState : count?.state;
        if (count === undefined || state === undefined || !isSayable(state)) return null;
        return figure === 'women' ? count.women : count.persons;
      });
    case 'committed':
    case 'pledged': {
      const ahead = daysAheadOf(movingOn(reading, reading.today), reading.today);
      const days = [...headDays(reading), ...supplyDays(reading), ...ahead, addDays(reading.today, 1)];
      return overDays(
        days,
        within,
        (day) => componentSupply(reading, component, earlierOf(day, reading.today), day)?.[figure] ?? null,
      );
    }
    default:
      return figure satisfies never;
  }
}

/** Of the persons, and of the types that make up a component, each as its day tells it. */
const headDays = (reading: Reading): Day[] => [
  ...headCountsToday(reading, personnelTypes).steps.map(([day]) => day),
  ...ceilings(reading)
    .steps.map(([day]) => day)
    .filter((day) => day <= reading.today),
];

const overDays = <V>(days: readonly Day[], { from, to }: Within, value: (day: Day) => V): Curve<V | null> =>
  Curve.of(
    [from, ...new Set(days)].filter((day) => day >= from && day <= to).map((day): Step<V> => [day, value(day)]),
    null,
  );

function stepsOf(curve: Curve<number | null>, { from, to }: Within): readonly CurveStep[] {
  if (from > to) return [];
  return [[from, curve.at(from)], ...curve.steps.filter(([day]) => day > from && day <= to)];
}

function heldDays(reading: Reading, component: Component, within: Within): readonly HeldDays[] {
  const states = heldState(reading, component, within);
  return (['suspect', 'was held'] as const).flatMap((state) =>
    states.intervals((value) => value === state, within.from, within.to).map((interval) => ({ ...interval, state })),
  );
}

const heldState = (reading: Reading, component: Component, within: Within): Curve<HeldDays['state'] | undefined | null> =>
  overDays(headDays(reading), within, (day) => {
    const count = componentCount(reading, component, day);
    if (count?.womenState === 'suspect' || count?.state === 'suspect') return 'suspect';
    return count?.wasHeld ? 'was held' : undefined;
  });
