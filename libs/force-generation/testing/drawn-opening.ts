import fc from 'fast-check';
import { addDays } from '../src/day.js';
import type { FactDataByName, FactName } from '../src/facts.js';
import { asUsual } from './drawn-return.js';
import { anyDay } from './drawn-values.js';

type Opened = {
  readonly [Name in FactName]: { readonly type: Name; readonly data: Omit<FactDataByName[Name], 'on'> };
}[FactName];

/**
 * Facts that hang together, for logs that would otherwise seldom tell a whole story: a need that a mandated task waits for, a unit
 * of it that comes a little too weak and leaves, what was planned besides, a partner for the time being, another unit and the one
 * that relieves it, a ceiling, a lower one to be reached in time, and a return.
 */
export const drawnOpening: fc.Arbitrary<readonly Opened[]> = fc
  .record({
    requiredBy: anyDay,
    from: anyDay,
    arrivesOn: anyDay,
    until: anyDay,
    leavesOn: anyDay,
    men: fc.constantFrom(70, 85, 92, 100),
    authorized: fc.constantFrom(700, 950, 990, 1100),
  })
  .map(({ requiredBy, from, arrivesOn, until, leavesOn, men, authorized }) => {
    const of = { component: 'military', capability: 'INF_BN' } as const;
    const line = { line: 'military', counts: ['Troops', 'Staff Officer', 'Experts on Mission'], placement: 'component' } as const;
    const act = { resolution: 'S/RES/2364 (2017)', adoptedOn: from, effectiveFrom: from, status: 'adopted' } as const;
    const unit = { unit: 'U1', contributor: 'TGO', personnelType: 'Troops', requirement: 'R1' } as const;
    return [
      { type: 'TaskPrioritized', data: { task: 'T1', title: 'a', rank: 1, from, until: addDays(from, 120) } },
      { type: 'RequirementStated', data: { requirement: 'R1', ...of, units: 2, personnel: 200, requiredBy, tasks: ['T1'] } },
      { type: 'UnitArrived', data: { ...unit, ...of, part: 'main', women: 0, men, tourEndsOn: leavesOn } },
      { type: 'DeploymentPlanned', data: { pledge: 'P1', unit: 'U2', arrivesOn, personnel: 100 } },
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
