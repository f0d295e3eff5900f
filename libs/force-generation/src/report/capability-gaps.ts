import type { Reading } from '../reading.js';
import { describeRequirements } from '../views/describe-requirements.js';
import type { AlertLine } from './alert-lines.js';

type Requirement = ReturnType<typeof describeRequirements>[number];

/** A requirement that is not met, with the three strengths of what could meet it. */
export interface CapabilityGap extends Pick<Requirement, 'component' | 'units' | 'personnel' | 'metOn'> {
  readonly requirement: string;
  readonly capability: string;
  readonly requiredBy: string;
  readonly critical: boolean;
  readonly illustrative?: true | readonly string[];
  readonly alert: AlertLine;
  readonly facts: readonly number[];
}

/** In the order of the mandated tasks that they hold back; those that hold none back come last. */
export function capabilityGaps(reading: Reading, open: readonly AlertLine[]): readonly CapabilityGap[] {
  const alerts = new Map(open.filter(({ rule }) => rule === 'capability-gap').map((alert) => [alert.subject, alert]));
  const gaps = describeRequirements(reading).flatMap((stated): CapabilityGap[] => {
    const alert = alerts.get(stated.requirement);
    if (alert === undefined) return [];
    const { requirement, capability, component, requiredBy, critical = false, units, personnel, metOn, illustrative } = stated;
    const facts = [...new Set([stated.fact, ...alert.facts, ...stated.supply.flatMap((item) => item.facts)])];
    return [
      {
        ...{ requirement, capability, component, requiredBy, critical, units, personnel, metOn },
        ...(illustrative && { illustrative }),
        alert,
        facts,
      },
    ];
  });
  const place = new Map(open.map(({ key }, index) => [key, index]));
  return gaps.sort((a, b) => rankOf(a) - rankOf(b) || place.get(a.alert.key)! - place.get(b.alert.key)!);
}

const rankOf = ({ alert }: CapabilityGap): number => alert.task?.rank ?? Number.MAX_SAFE_INTEGER;
