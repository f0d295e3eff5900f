import fc from 'fast-check';
import { addDays } from '../src/day.js';
import type { FactDataByName, FactName } from '../src/facts.js';
import { asUsual } from './drawn-return.js';
import { anyDay, count, level as anyLevel } from './drawn-values.js';

type Opened = {
  readonly [Name in FactName]: { readonly type: Name; readonly data: Omit<FactDataByName[Name], 'on'> };
}[FactName];

/**
 * Facts that hang together, for logs that would otherwise seldom tell a whole story: a need that a mandated task waits for, a unit
 * of it that comes a little too weak, not at night, and leaves, a pledge that is soon to lapse, what was planned besides, partners for
 * the time being, another unit and the one that relieves it, a ceiling, a lower one to be reached in time, and a return.
 */
export const drawnOpening: fc.Arbitrary<readonly Opened[]> = fc
  .record({
    requiredBy: anyDay,
    from: anyDay,
    arrivesOn: anyDay,
    until: anyDay,
    leavesOn: anyDay,
    lasts: fc.constantFrom(0, 30, 60, 300),
    level: anyLevel,
    units: count,
    men: fc.constantFrom(70, 85, 92, 100),
    authorized: fc.constantFrom(700, 950, 990, 1100),
  })
  .map(({ requiredBy, from, arrivesOn, until, leavesOn, lasts, level, units, men, authorized }) => {
    const of = { component: 'military', capability: 'INF_BN' } as const;
    const line = { line: 'military', counts: ['Troops', 'Staff Officer', 'Experts on Mission'], placement: 'component' } as const;
    const act = { resolution: 'S/RES/2364 (2017)', adoptedOn: from, effectiveFrom: from, status: 'adopted' } as const;
    const unit = { unit: 'U1', contributor: 'TGO', personnelType: 'Troops', requirement: 'R1' } as const;
    const asked = { tasks: ['T1'], critical: true, conditions: ['night-operations'] } as const;
    const offered = {
      contributor: 'BFA',
      ...of,
      units: 1,
      personnel: 100,
      availableFrom: from,
      validUntil: addDays(from, lasts),
      level,
    } as const;
    const caveats = ['night-operations'] as const;
    return [
      { type: 'TaskPrioritized', data: { task: 'T1', title: 'a', rank: 1, from, until: addDays(from, 120) } },
      { type: 'RequirementStated', data: { requirement: 'R1', ...of, units: 2, personnel: 200, requiredBy, ...asked } },
      { type: 'UnitArrived', data: { ...unit, ...of, part: 'main', women: 0, men, tourEndsOn: leavesOn } },
      { type: 'DeploymentPlanned', data: { pledge: 'P1', unit: 'U2', arrivesOn, personnel: 100 } },
      { type: 'PledgeRegistered', data: { pledge: 'P1', ...offered, caveats } },
      { type: 'PledgeSelected', data: { pledge: 'P1', requirement: 'R1', terms: { ...offered, caveats } } },
      { type: 'CaveatDeclared', data: { unit: 'U1', condition: 'night-operations', text: 'a' } },
      { type: 'PartnerSupportStarted', data: { partner: 'a', capability: 'INF_BN', units, until: addDays(from, 90) } },
      { type: 'WithdrawalAnnounced', data: { unit: 'U1', leavesOn, personnel: men } },
      { type: 'PartnerSupportStarted', data: { partner: 'a', capability: 'INF_BN', requirement: 'R1', units: 1, until } },
      { type: 'UnitArrived', data: { ...unit, ...of, capability: 'FPU', unit: 'U4', part: 'main', women: 0, men } },
      { type: 'RotationPlanned', data: { unit: 'U4', leavesOn, replacedBy: 'U3', arrivesOn } },
      { type: 'EquipmentInspected', data: { unit: 'U1', type: 'APC', required: 10, held: 9, serviceable: 8 } },
      { type: 'CeilingAuthorized', data: { ...act, ...line, personnel: authorized } },
      { type: 'CeilingAuthorized', data: { ...act, ...line, personnel: 800, effectiveFrom: from, reachBy: addDays(from, 50) } },
      { type: 'StrengthReturned', data: { detail: 'byContributor', rows: asUsual } },
    ];
  });
