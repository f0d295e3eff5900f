import { isAllMissions, isDay } from '@muster/force-generation';
import { allIsNoMission, eventIdPattern, missionPattern, uriReferencePattern } from '../schemas/fields.js';
import { isFactName } from '../schemas/fact-schemas.js';
import { dataschemaOf } from '../schemas/json-schema.js';
import { isOwnName } from '../schemas/own-schemas.js';

/** Checks of a CloudEvent's attributes, one by one. Each gives what is wrong, or undefined. */

const typePrefix = 'muster.';

/** `muster.UnitArrived` is about `UnitArrived`; undefined where the type is none of ours. */
export const nameOfType = (type: unknown): string | undefined =>
  typeof type === 'string' && type.startsWith(typePrefix) ? type.slice(typePrefix.length) : undefined;

export const specversionProblem = (value: unknown): string | undefined =>
  value === '1.0' ? undefined : 'Muster takes CloudEvents 1.0; write "specversion": "1.0".';

export function sourceProblem(value: unknown): string | undefined {
  if (typeof value !== 'string' || !uriReferencePattern.test(value))
    return 'Name who says it as a URI reference of 1 to 512 characters without blanks, as in /un/dpo/force-generation.';
  return /^\/muster\//i.test(value) ? "Sources that begin with /muster/ are Muster's own; name your own source." : undefined;
}

export const eventIdProblem = (value: unknown): string | undefined =>
  typeof value === 'string' && eventIdPattern.test(value)
    ? undefined
    : 'Give an id of 1 to 512 characters without control characters, unique within the source.';

export function typeProblem(value: unknown): string | undefined {
  const name = nameOfType(value);
  if (name === undefined) return 'Write the type as muster.<FactName>, as in muster.UnitArrived.';
  if (isOwnName(name)) return `Muster records ${name} by itself and takes it at no door; remove this event.`;
  return isFactName(name) ? undefined : 'There is no fact of this name; names are as in muster.UnitArrived, capitals included.';
}

/**
 * A pledge needs no mission until it is selected for one, nor does a caveat declared on it or the retraction of such a fact. What
 * follows selection (visits, agreement, deployment) is said of a mission.
 */
const allowedInStandby: ReadonlySet<string> = new Set([
  'PledgeRegistered',
  'PledgeAmended',
  'PledgeRenewed',
  'PledgeLevelChanged',
  'PledgeDecided',
  'PledgeWithdrawn',
  'CaveatDeclared',
  'FactRetracted',
]);

export function subjectProblem(value: unknown, name: string | undefined): string | undefined {
  if (typeof value !== 'string' || !missionPattern.test(value))
    return 'Name the mission by its acronym (letters, digits, "-"), as in MINUSMA, or standby for a pledge without a mission.';
  if (isAllMissions(value)) return allIsNoMission;
  if (value !== 'standby' || name === undefined || !isFactName(name) || allowedInStandby.has(name)) return undefined;
  return `${name} is about a mission; name its acronym. Only pledges not yet selected, and what is said of them, are in standby.`;
}

export function dataschemaProblem(value: unknown, name: string | undefined): string | undefined {
  if (name === undefined || !isFactName(name)) return undefined;
  return value === dataschemaOf(name)
    ? undefined
    : `This build reads ${dataschemaOf(name)} only; write that, or leave dataschema out.`;
}

export const datacontenttypeProblem = (value: unknown): string | undefined =>
  typeof value === 'string' && /^application\/json\s*(;.*)?$/i.test(value) ? undefined : 'Send the data as application/json.';

const rfc3339 =
  /^(\d{4}-\d{2}-\d{2})[Tt](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d{1,9})?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

export function timeProblem(value: unknown): string | undefined {
  const day = typeof value === 'string' ? rfc3339.exec(value)?.[1] : undefined;
  return day !== undefined && isDay(day) ? undefined : 'Write the time as in RFC 3339, 2018-02-28T12:00:00Z, or leave it out.';
}

/** W3C Trace Context: version, trace, span, flags; all-zero ids and version ff are invalid there. */
const traceparent = /^(?:00|(?!ff)[0-9a-f]{2}(?=.{53}(?:-|$)))-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:-.*)?$/;

export function traceparentProblem(value: unknown): string | undefined {
  const valid = typeof value === 'string' && traceparent.test(value) && (!value.startsWith('00') || value.length === 55);
  return valid
    ? undefined
    : 'This is no W3C traceparent (00-<32 hex>-<16 hex>-<2 hex>, small letters); correct it or leave it out.';
}

export function extensionProblem(name: string, value: unknown): string | undefined {
  if (!/^[a-z0-9]{1,20}$/.test(name))
    return 'CloudEvents attribute names are 1 to 20 small letters and digits; correct the name, or move the field into data.';
  if (typeof value === 'string')
    // eslint-disable-next-line no-control-regex -- CloudEvents bars exactly these from attribute text
    return /^[^\u0000-\u001f\u007f-\u009f]{0,2048}$/.test(value)
      ? undefined
      : 'Send at most 2048 characters, none of them a control.';
  if (typeof value === 'boolean' || (Number.isInteger(value) && (value as number) === ((value as number) | 0))) return undefined;
  return 'An extension attribute is text, a whole number of 32 bits, true or false; put anything else into data.';
}
