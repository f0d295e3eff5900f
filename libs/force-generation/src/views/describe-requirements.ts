import type { Alert } from '../alert.js';
import { openAlertOf } from '../alerts/assessment.js';
import type { Reading } from '../reading.js';
import { capabilityGap } from '../rules/capability-gap.js';
import { balanceOf, isMet } from '../supply/coverage.js';
import { outlook } from '../supply/outlook.js';
import { requirementNames, requirementOn } from '../supply/requirement.js';
import { isLate, type SupplyItem } from '../supply/supply-item.js';

/** Every requirement that stands, with its supply in the three strengths, the earliest need first. */
export function describeRequirements(reading: Reading) {
  const { today } = reading;
  const requirements = requirementNames(reading).flatMap((name) => requirementOn(reading, name, today) ?? []);
  return requirements
    .sort((a, b) => (a.data.requiredBy < b.data.requiredBy ? -1 : a.data.requiredBy > b.data.requiredBy ? 1 : 0))
    .map((fact) => {
      const balance = balanceOf(reading, fact.data.capability);
      const { deployed, committed, pledged } = outlook(balance, fact, today);
      const { on: statedOn, publishedOn: _published, note: _note, units, personnel, illustrative, ...stated } = fact.data;
      const strengths = { deployed, committed: committed.coverage, pledged: pledged.coverage };
      const of = (count: 'units' | 'personnel', required: number) => ({
        required,
        deployed: strengths.deployed[count],
        committed: strengths.committed[count],
        pledged: strengths.pledged[count],
      });
      const alert = openAlertOf(reading, capabilityGap, fact.data.requirement);
      return {
        ...stated,
        statedOn,
        units: of('units', units),
        personnel: of('personnel', personnel),
        met: isMet(balance, fact, deployed),
        metOn: committed.metOn ?? null,
        supply: pledged.coverage.items.map((item) => describeItem(item, reading)),
        ...(alert && { alert: alertLine(alert) }),
        ...(illustrative && { illustrative }),
        fact: fact.position,
      };
    });
}

const alertLine = ({ key, severity, state, since }: Alert) => ({ key, severity, state, since });

const describeItem = (item: SupplyItem, reading: Reading) => {
  const { name, strength, contributor, units, personnel, startsOn, leavesOn, validUntil, facts } = item;
  return {
    name,
    strength,
    ...(contributor && { contributor }),
    units,
    personnel,
    from: startsOn,
    ...(leavesOn && { leavesOn }),
    ...(validUntil && { validUntil }),
    late: isLate(item, reading.today),
    facts: facts.map(({ position }) => position),
  };
};
