import type { Day } from '../day.js';
import { figureOf } from '../explanation/explain-head-count.js';
import { leaf, node, type ExplanationNode } from '../explanation/node.js';
import type { EveryDay } from '../reading.js';
import { unitHistory } from '../strength/unit-history.js';
import { balanceOf } from '../supply/coverage.js';
import { needNamedBy, partnerDays, partnersFor, partnersGoneOn, type PartnerSupport } from '../supply/partner-support.js';
import { eachOf } from '../supply/pledge-supply.js';
import { requirementHistory, requirementNames, requirementsOf, type Requirement } from '../supply/requirement.js';
import { militaryOwner, policeOwner } from './line-rule.js';
import { conditionOf } from './condition-of.js';
import type { Condition, Rule } from './rule.js';
import { severityOfShare } from './severity.js';
import { whileMandated } from './while-mandated.js';

/**
 * "If they leave, nobody is left who can do it." A capability is critical while a requirement that says so stands. MINUSMA's attack and
 * transport helicopters were Dutch, then German: with the contributor the whole capability went. No return tells a partner's persons:
 * each of its units counts as many as the need gives a unit.
 */
export const dependency: Rule = {
  name: 'dependency',
  subjects: criticalCapabilities,
  look: (reading, capability) =>
    whileMandated(reading, {
      days: () => days(reading, capability),
      conditionOn: (day) => condition(reading, capability, day),
    }),
  respond: (reading, capability) => {
    const [need] = criticalNeeds(reading, capability, reading.today);
    return {
      action: 'Find a second contributor for the capability',
      owner: need?.data.component === 'police' ? policeOwner : militaryOwner,
    };
  },
  explain: (reading, capability, day) => {
    const carried = carriersOn(reading, capability, day);
    const most = mostOf(carried)!;
    const personnel = node(
      'personnel',
      day,
      'sum',
      most.parts.map((part) => part.explain()),
    );
    const total = node(
      'total',
      day,
      'sum',
      carried.flatMap(({ parts }) => parts.map((part) => part.explain())),
    );
    return {
      statement: `${most.name} sends ${personnel.value} of the ${total.value} persons who do what ${capability} is needed for.`,
      figures: node('share carried', day, 'share', [personnel, total]),
    };
  },
};

/** Persons of a unit, or of a partner's units, and where they are said. */
interface Part {
  readonly personnel: number;
  readonly explain: () => ExplanationNode;
}

/** A contributor or a partner with all that it sends. */
interface Carrier {
  readonly name: string;
  readonly kind: 'contributor' | 'partner';
  readonly personnel: number;
  readonly parts: readonly Part[];
}

function criticalCapabilities(reading: EveryDay): readonly string[] {
  const stated = requirementNames(reading).flatMap((name) => requirementHistory(reading, name).steps.map(([, fact]) => fact));
  const critical = stated.flatMap((fact) =>
    fact?.type === 'RequirementStated' && fact.data.critical ? fact.data.capability : [],
  );
  return [...new Set(critical)].sort();
}

/** The standing needs that make the capability critical, the oldest first. */
const criticalNeeds = (reading: EveryDay, capability: string, day: Day): readonly Requirement[] =>
  requirementsOf(reading, capability)
    .at(day)
    .filter(({ data }) => data.critical);

function condition(reading: EveryDay, capability: string, day: Day): Condition | undefined {
  if (criticalNeeds(reading, capability, day).length === 0) return undefined;
  const carriers = carriersOn(reading, capability, day);
  const total = carriers.reduce((sum, { personnel }) => sum + personnel, 0);
  const most = mostOf(carriers);
  // With nobody there is no dependency that could be filled; that they are missing is the capability gap's.
  if (most === undefined || total === 0) return { kind: 'ended', reason: 'nobody is there' };
  const { thresholds } = reading.policy.table.rules.dependency;
  const severity = severityOfShare(thresholds, most.personnel, total);
  const figures = { [most.kind]: most.name, personnel: most.personnel, total };
  return conditionOf(severity, figures, `one ${most.kind} carries the capability`);
}

/** Of equals the first name. */
const mostOf = (carriers: readonly Carrier[]): Carrier | undefined =>
  carriers.reduce<Carrier | undefined>(
    (most, one) => (most === undefined || one.personnel > most.personnel ? one : most),
    undefined,
  );

/** Contributors by their units that are there, and partners, in the order of their names. */
function carriersOn(reading: EveryDay, capability: string, day: Day): readonly Carrier[] {
  const byContributor = new Map<string, Part[]>();
  for (const { contributor, name, personnel } of balanceOf(reading, capability).deployed.at(day)) {
    if (contributor === undefined) continue;
    const explain = () => figureOf(name, unitHistory(reading, name).at(day), day);
    byContributor.set(contributor, [...(byContributor.get(contributor) ?? []), { personnel, explain }]);
  }
  const byPartner = new Map<string, Part[]>();
  for (const { name, fact } of partnersFor(reading, capability, day))
    byPartner.set(name, [...(byPartner.get(name) ?? []), partOf(reading, fact, day)]);
  const contributors = [...byContributor].map(([name, parts]) => carrier('contributor', name, parts));
  const partners = [...byPartner].map(([name, parts]) => carrier('partner', name, parts));
  return [...contributors, ...partners].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.kind < b.kind ? -1 : 1));
}

const carrier = (kind: Carrier['kind'], name: string, parts: readonly Part[]): Carrier => ({
  name,
  kind,
  parts,
  personnel: parts.reduce((sum, { personnel }) => sum + personnel, 0),
});

/** A partner's units, each as strong as a unit of the need that it stands in for, else of the oldest critical one. */
function partOf(reading: EveryDay, support: PartnerSupport['fact'], day: Day): Part {
  const { partner, capability, units } = support.data;
  const need = needNamedBy(reading, support.data, day) ?? criticalNeeds(reading, capability, day)[0]!;
  const each = eachOf(need.data.personnel, need.data.units);
  return {
    personnel: units * each,
    explain: () => {
      const ofEach = node('persons of each unit', day, 'part', [
        leaf('required personnel', need, '/personnel'),
        leaf('required units', need, '/units'),
      ]);
      const all = Array.from({ length: units }, () => ofEach);
      return node(`${partner} by its units`, day, 'sum', all);
    },
  };
}

function days(reading: EveryDay, capability: string): readonly Day[] {
  const needs = reading.ids('requirement').flatMap((name) => requirementHistory(reading, name).steps.map(([on]) => on));
  const supply = balanceOf(reading, capability).deployed.steps.map(([on]) => on);
  return [...needs, ...supply, ...partnerDays(reading), ...partnersGoneOn(reading)];
}
