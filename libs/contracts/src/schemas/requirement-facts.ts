import { fact } from './fact.js';
import { capability, component, condition, day, equipment, id, listOf, persons, title, unitCount, yesOrNo } from './fields.js';

/** What the mission needs, line by line of its statement of unit requirements. */
export const requirementFacts = {
  RequirementStated: fact({
    requirement: id,
    component,
    capability,
    units: unitCount,
    personnel: persons,
    requiredBy: day,
    critical: yesOrNo.optional(),
    equipment: equipment.optional(),
    selfSustainment: listOf(id).optional(),
    location: title.optional(),
    tasks: listOf(id).optional(),
    conditions: listOf(condition).optional(),
  }),
  RequirementWithdrawn: fact({ requirement: id }),
};
