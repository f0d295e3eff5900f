import { capabilities, components, isAllMissions, personnelTypes, pledgeLevels, typeSlug } from '@muster/force-generation';
import { z } from 'zod';
import { countryCodes } from '../countries/country-code.js';
import { conditionCodes } from './condition-codes.js';
import { wrongKind, type ExpectedKind } from './wrong-kind.js';

/** The fields that facts are made of. Each message is read by the sender: it says what to write instead. */

export const requiredField = 'This field is required; add it.';

const say = (problem: string, expected: ExpectedKind = 'text in quotes') => ({
  error: ({ input }: { readonly input?: unknown }) =>
    input === undefined ? requiredField : (wrongKind(input, expected, problem) ?? problem),
});

/** Before 1945 there was no United Nations; a day after 2199 is a slip of the keyboard. */
const firstDay = '1945-01-01';
const lastDay = '2199-12-31';

export const day = z.iso
  .date(say('This is not a day of the calendar; write it as YYYY-MM-DD, as in 2018-02-28.'))
  .refine((text) => text >= firstDay && text <= lastDay, say(`This day is outside ${firstDay} to ${lastDay}; check the year.`));

const idProblem = 'This is not an id; use letters, digits, "-", "_" and "." only, 1 to 100 of them.';
export const id = z.string(say(idProblem)).regex(/^[A-Za-z0-9._-]{1,100}$/, say(idProblem));

const missionProblem = 'This is not a mission; write its acronym in letters, digits and "-", as in MINUSMA.';
/** Reports over all missions stand where one called so would. */
export const allIsNoMission = '"ALL" stands for all missions together; name the mission here.';
export const missionPattern = /^[A-Za-z0-9-]{1,40}$/;
export const mission = z
  .string(say(missionProblem))
  .regex(missionPattern, say(missionProblem))
  .refine((text) => text !== 'standby', say('"standby" is no mission; name the mission here.'))
  .refine((text) => !isAllMissions(text), say(allIsNoMission));

/** Text that a person reads. Blanks alone say nothing. */
const textUpTo = (length: number) => {
  const problem = `Write a text of 1 to ${length} characters that is not only blanks.`;
  return z.string(say(problem)).max(length, say(problem)).regex(/\S/, say(problem));
};
export const text = textUpTo(4000);
export const title = textUpTo(400);

/** No mission ever had a tenth of this; more is two figures run together. */
const mostPersons = 1_000_000;
const wholeNumber = (least: number, most: number, what: string) => {
  const problem = `This is not ${what}; write a whole number from ${least} to ${most}, without quotes or separators.`;
  return z.int(say(problem, 'a number')).min(least, say(problem)).max(most, say(problem));
};

export const persons = wholeNumber(0, mostPersons, 'a number of persons');
export const unitCount = wholeNumber(1, 10_000, 'a number of units');
export const itemCount = wholeNumber(0, mostPersons, 'a number of items');
export const rowCount = wholeNumber(0, mostPersons, 'a number of rows');
export const rank = wholeNumber(1, 1000, 'a rank');
export const responseDays = wholeNumber(1, 3650, 'a number of days');
export const yesOrNo = z.boolean(say('Write true or false, without quotes.', 'true or false'));

/** The value stays text to the type, as the domain has it; the list is closed at the door. */
export const oneOf = <const Value extends string>(values: readonly Value[], what: string) =>
  z.enum(values, say(`This is no ${what}; write one of: ${values.join(', ')}.`));

export const contributor: z.ZodType<string> = z.enum(
  countryCodes,
  say('This is no ISO 3166-1 alpha-3 country code; write three capital letters, as in TGO for Togo.'),
);
export const component = oneOf(components, 'component');
export const personnelType = oneOf(personnelTypes, 'personnel type');
export const level = oneOf(pledgeLevels, 'level of the pledge ladder');
export const capability: z.ZodType<string> = oneOf(Object.keys(capabilities), 'capability code');
export const condition: z.ZodType<string> = oneOf(conditionCodes, 'condition code');

const resolutionProblem = 'Name the resolution or document, as in S/RES/2295 (2016), in up to 200 characters.';
export const resolution = z.string(say(resolutionProblem)).max(200, say(resolutionProblem)).regex(/\S/, say(resolutionProblem));

const hasNoTwins = (items: readonly unknown[]): boolean => new Set(items).size === items.length;

/** A list in which nothing stands twice. */
export const listOf = <Item extends z.ZodType<string>>(item: Item) =>
  z
    .array(item, say('Write a list, in square brackets.', 'a list'))
    .refine(hasNoTwins, say('Something stands twice in this list; once is enough.', 'a list'));

export const equipment = z
  .array(z.strictObject({ type: id, required: itemCount }), say('Write a list of { "type", "required" }.', 'a list'))
  .refine(
    (items) => hasNoTwins(items.map((item) => item.type)),
    say('An equipment type stands twice; give one figure for each type.', 'a list'),
  );

const sourceProblem =
  'This is not a URI reference; use no blanks and only the characters of RFC 3986, as in /un/dpo/force-generation.';
/** RFC 3986 characters; 512 of them keep `(source, id)` within what one index entry of the log holds. */
export const uriReferencePattern = /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2}){1,512}$/;
export const uriReference = z.string(say(sourceProblem)).regex(uriReferencePattern, say(sourceProblem));

const eventIdProblem = 'This is not an event id; write 1 to 512 characters without control characters.';
// eslint-disable-next-line no-control-regex -- CloudEvents bars exactly these from attribute text
export const eventIdPattern = /^[^\u0000-\u001f\u007f-\u009f]{1,512}$/;
export const eventId = z.string(say(eventIdProblem)).regex(eventIdPattern, say(eventIdProblem));

const slugs = Object.values(typeSlug).join('|');
const cellProblem = `This is no cell; write the contributor and the type, as in COD.troops (types: ${Object.values(typeSlug).join(', ')}).`;
/** A cell of a return as an alert's subject names it. */
export const cell = z
  .string(say(cellProblem))
  .regex(new RegExp(`^(?:${countryCodes.join('|')})\\.(?:${slugs})$`), say(cellProblem));

const keyProblem = 'This is no alert key; write MISSION/rule/subject, as in MINUSMA/ceiling-shortfall/military.';
export const alertKey = z
  .string(say(keyProblem))
  .regex(/^[A-Za-z0-9-]{1,40}\/[a-z-]{1,60}\/[A-Za-z0-9._-]{1,210}$/, say(keyProblem));
export const ruleName = z
  .string(say('Name the rule, as in ceiling-shortfall.'))
  .regex(/^[a-z-]{1,60}$/, say('Name the rule in small letters and "-", as in ceiling-shortfall.'));
export const alertSubject = z
  .string(say("Name the alert's subject, as in military."))
  .regex(/^[A-Za-z0-9._-]{1,210}$/, say('Name the subject in letters, digits, "-", "_" and ".", as in military.'));

const illustrativeProblem = 'Write true, or the list of the fields that no source gives, as in ["personnel"].';
const illustrative = z.union(
  [z.literal(true), z.array(z.string().regex(/^[A-Za-z0-9._/-]{1,200}$/)).min(1)],
  say(illustrativeProblem, 'true or a list'),
);

/** Every fact has these. */
export const everyFact = {
  on: day,
  publishedOn: day.optional(),
  illustrative: illustrative.optional(),
  note: text.optional(),
};

export const returnRow = z.strictObject({
  contributor: contributor.optional(),
  personnelType,
  women: persons,
  men: persons,
});
