import type { CloudEvent, EventData } from '../cloud-event.js';
import { pointer, problemLimit, shown } from '../problem.js';
import type { Problem } from '../problem.js';
import { isObject } from '../schemas/cross-field.js';
import { isFactName } from '../schemas/fact-schemas.js';
import {
  datacontenttypeProblem,
  dataschemaProblem,
  eventIdProblem,
  extensionProblem,
  nameOfType,
  sourceProblem,
  specversionProblem,
  subjectProblem,
  timeProblem,
  traceparentProblem,
  typeProblem,
} from './attribute-problems.js';
import { agreementProblems } from './agreement-problems.js';
import { dataProblems } from './data-problems.js';
import { unholdable } from './unholdable.js';

export interface RejectedEvent {
  /** As sent, where they could be read: the sender finds the event by them. */
  readonly source?: string;
  readonly id?: string;
  /** Where it names one. */
  readonly traceparent?: string;
  /** At most `problemLimit` of them. */
  readonly problems: readonly Problem[];
  readonly problemCount: number;
}

/** Bad input is an answer: an event, or everything that is wrong with it. */
export type ParsedEvent = { readonly event: CloudEvent } | RejectedEvent;

/** Attributes with a place of their own in `CloudEvent`; all others are kept in `attributes`. */
const ownPlace: ReadonlySet<string> = new Set(['specversion', 'source', 'id', 'type', 'subject', 'data']);

const mostExtensions = 50;

type Members = ReadonlyMap<string, unknown>;
type Check = (value: unknown, name: string | undefined) => string | undefined;

const requiredAttributes: readonly (readonly [string, Check])[] = [
  ['specversion', specversionProblem],
  ['source', sourceProblem],
  ['id', eventIdProblem],
  ['type', typeProblem],
  ['subject', subjectProblem],
];

const optionalAttributes: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['dataschema', dataschemaProblem],
  ['datacontenttype', datacontenttypeProblem],
  ['time', timeProblem],
  ['traceparent', traceparentProblem],
  ['data_base64', () => 'Muster reads data as JSON only; send it as "data" and remove "data_base64".'],
]);

const problemAt = (name: string, value: unknown, problem: string | undefined): Problem[] =>
  problem === undefined ? [] : [{ path: pointer(name), value: shown(value), problem }];

function attributeProblems(members: Members): Problem[] {
  const name = nameOfType(members.get('type'));
  const problems = requiredAttributes.flatMap(([attribute, check]) =>
    problemAt(attribute, members.get(attribute), check(members.get(attribute), name)),
  );
  const others = [...members].filter(([attribute]) => !ownPlace.has(attribute));
  for (const [attribute, value] of others.slice(0, mostExtensions)) {
    const check = optionalAttributes.get(attribute);
    problems.push(...problemAt(attribute, value, check ? check(value, name) : extensionProblem(attribute, value)));
  }
  if (others.length > mostExtensions)
    problems.push({
      path: '',
      value: others.length,
      problem: `Send at most ${mostExtensions} attributes beside the required ones.`,
    });
  return problems;
}

function factProblems(members: Members): Problem[] {
  const name = nameOfType(members.get('type'));
  if (name === undefined || !isFactName(name)) return [];
  const data = members.get('data');
  // With data_base64 the sender did send data; that it must be JSON is told already.
  if (data === undefined && members.has('data_base64')) return [];
  return [...dataProblems(name, data), ...agreementProblems(members)];
}

const eventOf = (members: Members): CloudEvent => {
  const attributes = Object.fromEntries([...members].filter(([name]) => !ownPlace.has(name))) as CloudEvent['attributes'];
  return {
    source: members.get('source') as string,
    id: members.get('id') as string,
    type: members.get('type') as string,
    subject: members.get('subject') as string,
    data: members.get('data') as EventData,
    ...(attributes !== undefined && Object.keys(attributes).length > 0 ? { attributes } : {}),
  };
};

const textMember = (members: Members, name: 'source' | 'id' | 'traceparent'): { readonly [key: string]: string } => {
  const value = members.get(name);
  return typeof value === 'string' && value !== '' ? { [name]: value } : {};
};

export const rejected = (members: Members, problems: readonly Problem[]): RejectedEvent => ({
  ...textMember(members, 'source'),
  ...textMember(members, 'id'),
  ...(traceparentProblem(members.get('traceparent')) === undefined && textMember(members, 'traceparent')),
  problems: problems.slice(0, problemLimit),
  problemCount: problems.length,
});

/** One problem for each place: what the log cannot hold is told before what the schema says of the same field. */
function oncePerPlace(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ path, problem }) => !seen.has(`${path} ${problem}`) && seen.add(`${path} ${problem}`));
}

/** Reads the members of an event, `data` among them, whichever way they travelled. */
export function readMembers(members: Members, before: readonly Problem[] = []): ParsedEvent {
  const problems = [
    ...before,
    ...unholdable(Object.fromEntries(members)),
    ...attributeProblems(members),
    ...factProblems(members),
  ];
  return problems.length === 0 ? { event: eventOf(members) } : rejected(members, oncePerPlace(problems));
}

/** Reads a structured CloudEvent (JSON, already parsed), of which some problems may be known before. Never throws; tells every problem at once. */
export function parseEvent(input: unknown, before: readonly Problem[] = []): ParsedEvent {
  if (!isObject(input)) {
    const problem = 'An event is a JSON object with specversion, source, id, type, subject and data; send one.';
    return rejected(new Map(), [{ path: '', value: shown(input), problem }]);
  }
  // The JSON format of CloudEvents reads an attribute that is null as one that is not there.
  const given = Object.entries(input).filter(([name, value]) => name === 'data' || value !== null);
  return readMembers(new Map(given), before);
}
