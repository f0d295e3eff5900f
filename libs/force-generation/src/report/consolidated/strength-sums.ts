import type { Day } from '../../day.js';
import { shareOf } from '../../explanation/node.js';
import { components, type Component } from '../../personnel.js';
import type { Headline } from '../headline.js';
import type { MonthlyReport } from '../monthly-report.js';
import { sumKnown } from './sum-known.js';

/** Strengths of several missions together. Persons; shares have four decimals, half up; null is not known of any of them. */
export interface StrengthSums {
  /** Of those with a ceiling. */
  readonly authorized: number | null;
  /** Of those whose strength is known. */
  readonly deployed: number | null;
  /** Of those of which both are known, and so is the rate. */
  readonly missing: number | null;
  readonly fillRate: number | null;
  /** How many these are. */
  readonly compared: number;
  readonly women: number | null;
  /** Of those whose women are known. */
  readonly womenShare: number | null;
}

/** A mission's strength as its own report tells it. */
export interface MissionStrength extends Omit<Headline, 'asAt' | 'lines'> {
  readonly mission: string;
  readonly name: string | null;
  /** Whether the month's own return is in force. */
  readonly withReturn: boolean;
}

export interface ConsolidatedHeadline extends StrengthSums {
  readonly asAt: Day;
  readonly missions: number;
  /** Missions whose strength is not known, and those without a ceiling, by name: they are in no sum that needs it. */
  readonly notKnown: readonly string[];
  readonly withoutCeiling: readonly string[];
  readonly components: readonly (StrengthSums & { readonly component: Component })[];
}

export function missionStrength({ mission, name, withReturn, headline }: MonthlyReport): MissionStrength {
  const { asAt: _asAt, lines: _lines, ...strength } = headline;
  return { mission, name, withReturn, ...strength };
}

export function consolidatedHeadline(asAt: Day, missions: readonly MissionStrength[]): ConsolidatedHeadline {
  const named = (all: readonly MissionStrength[]): readonly string[] => all.map(({ mission }) => mission);
  return {
    asAt,
    missions: missions.length,
    ...strengthSums(missions),
    notKnown: named(missions.filter(({ deployed }) => deployed === null)),
    withoutCeiling: named(missions.filter(({ authorized }) => authorized === null)),
    components: components.map((component) => ({
      component,
      ...strengthSums(missions.flatMap((mission) => mission.components.filter((own) => own.component === component))),
    })),
  };
}

type Strength = Pick<Headline, 'authorized' | 'deployed' | 'missing' | 'women'>;

function strengthSums(all: readonly Strength[]): StrengthSums {
  const compared = all.filter(({ missing }) => missing !== null);
  const withWomen = all.filter(({ women, deployed }) => women !== null && deployed !== null);
  const sum = (of: keyof Strength, among: readonly Strength[]): number | null => sumKnown(among.map((one) => one[of]));
  return {
    authorized: sum('authorized', all),
    deployed: sum('deployed', all),
    missing: sum('missing', compared),
    fillRate: rateOf(sum('deployed', compared), sum('authorized', compared)),
    compared: compared.length,
    women: sum('women', all),
    womenShare: rateOf(sum('women', withWomen), sum('deployed', withWomen)),
  };
}

const rateOf = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null ? null : shareOf(part, whole);
