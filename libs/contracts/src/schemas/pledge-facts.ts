import { z } from 'zod';
import { anyOf, inOrder } from './cross-field.js';
import { fact, part } from './fact.js';
import {
  capability,
  component,
  condition,
  contributor,
  day,
  equipment,
  id,
  level,
  listOf,
  oneOf,
  persons,
  responseDays,
  text,
  title,
  unitCount,
  yesOrNo,
} from './fields.js';

/** What a member state offers; in full in PledgeRegistered and PledgeSelected, in part in PledgeAmended. */
const terms = {
  contributor,
  component,
  capability,
  units: unitCount,
  personnel: persons,
  availableFrom: day,
  validUntil: day,
  level,
  equipment: equipment.optional(),
  responseDays: responseDays.optional(),
  caveats: listOf(condition).optional(),
};

const availableWhileValid = inOrder('availableFrom', 'validUntil');

/** A pledge from note verbale to agreement. */
export const pledgeFacts = {
  PledgeRegistered: fact({ pledge: id, ...terms }, availableWhileValid),
  PledgeAmended: fact(
    { pledge: id, ...z.strictObject(terms).partial().shape },
    availableWhileValid,
    anyOf(Object.keys(terms), `An amendment changes something; give at least one of: ${Object.keys(terms).join(', ')}.`),
  ),
  PledgeRenewed: fact({ pledge: id, validUntil: day }),
  PledgeLevelChanged: fact({ pledge: id, level, visit: title.optional() }),
  PledgeDecided: fact({ pledge: id, decision: oneOf(['received', 'accepted', 'declined'], 'decision'), reason: text.optional() }),
  PledgeSelected: fact({ pledge: id, requirement: id, terms: part(terms, availableWhileValid) }),
  ReconnaissanceHeld: fact({ pledge: id }),
  PreDeploymentVisitHeld: fact({ pledge: id, passed: yesOrNo }),
  AgreementSigned: fact({ pledge: id, kind: oneOf(['MoU', 'LoA'], 'kind of agreement'), reference: title }),
  PledgeWithdrawn: fact({ pledge: id, reason: text }),
  CaveatDeclared: fact(
    { unit: id.optional(), pledge: id.optional(), condition, text },
    anyOf(['unit', 'pledge'], 'A caveat is on a unit or on a pledge; name one in "unit" or "pledge".'),
  ),
  CaveatInvoked: fact({ unit: id, condition, text }),
};
