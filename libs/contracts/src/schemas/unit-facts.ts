import { componentOf, personnelTypes } from '@muster/force-generation';
import type { PersonnelType } from '@muster/force-generation';
import { anyOf, inOrder, rule } from './cross-field.js';
import { fact } from './fact.js';
import {
  capability,
  component,
  contributor,
  day,
  id,
  itemCount,
  mission,
  oneOf,
  persons,
  personnelType,
  text,
  title,
} from './fields.js';

const typeFitsComponent = rule(
  ['personnelType'],
  'This type is of the other component; correct "component" or "personnelType".',
  ({ component: said, personnelType: type }) =>
    !(personnelTypes as readonly unknown[]).includes(type) ||
    (said !== 'military' && said !== 'police') ||
    componentOf(type as PersonnelType) === said,
);

const serviceableIsHeld = rule(
  ['serviceable'],
  'More is serviceable than is held; correct one of the two.',
  ({ held, serviceable }) => typeof held !== 'number' || typeof serviceable !== 'number' || serviceable <= held,
);

const leaversAreNamed = anyOf(
  ['unit', 'contributor'],
  'Say who leaves: name "unit", or "contributor" with or without "personnelType".',
);

const typeHasContributor = rule(
  ['personnelType'],
  'A personnel type alone does not say who leaves; add "contributor".',
  (data) => data['personnelType'] === undefined || data['contributor'] !== undefined || data['unit'] !== undefined,
);

/** A unit on the ground, from the plan of its arrival to its way home. */
export const unitFacts = {
  DeploymentPlanned: fact({ pledge: id.optional(), unit: id, arrivesOn: day, personnel: persons }),
  UnitArrived: fact(
    {
      unit: id,
      contributor,
      component,
      personnelType,
      capability,
      part: oneOf(['advance', 'main'], 'part of a unit'),
      women: persons,
      men: persons,
      requirement: id.optional(),
      pledge: id.optional(),
      tourEndsOn: day.optional(),
      from: mission.optional(),
    },
    typeFitsComponent,
    inOrder('on', 'tourEndsOn'),
  ),
  UnitStrengthReported: fact({ unit: id, women: persons, men: persons }),
  EquipmentInspected: fact(
    { unit: id.optional(), type: id, required: itemCount, held: itemCount, serviceable: itemCount },
    serviceableIsHeld,
  ),
  RotationPlanned: fact({ unit: id, leavesOn: day, replacedBy: id.optional(), arrivesOn: day.optional() }),
  UnitRotated: fact({ unit: id, tourEndsOn: day }, inOrder('on', 'tourEndsOn')),
  UnitRelocated: fact({ unit: id, location: title }),
  WithdrawalAnnounced: fact(
    {
      unit: id.optional(),
      contributor: contributor.optional(),
      personnelType: personnelType.optional(),
      leavesOn: day,
      personnel: persons,
      reason: text.optional(),
    },
    leaversAreNamed,
    typeHasContributor,
  ),
  UnitRepatriated: fact({ unit: id }),
};
