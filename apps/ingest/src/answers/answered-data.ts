import { doubledMembers, parseEvent, shown, type EventData, type Problem } from '@muster/contracts';
import { Refusal } from '@muster/runtime';
import { readJson } from '../read-json.js';

/** The fact that a person's answer becomes, before it has an id. */
export interface AnsweredFact {
  readonly type: string;
  readonly mission: string;
  /** What the door fills in: the day, the key, who it was. */
  readonly given: Readonly<Record<string, unknown>>;
}

/** The door's own fields are not the sender's to set. */
const setTwice = (body: object, given: object): Problem[] =>
  Object.keys(given)
    .filter((name) => Object.hasOwn(body, name))
    .map((name) => ({ path: `/${name}`, value: shown(name), problem: 'The door sets this field by itself; remove it.' }));

function objectIn(body: string | undefined): Readonly<Record<string, unknown>> {
  const json = readJson(body);
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as Record<string, unknown>;
  const problems = [{ path: '', value: shown(json), problem: 'Send the fields as a JSON object, in braces.' }];
  throw new Refusal(400, 'The body cannot be read.', { problems });
}

/** The fact's data, checked by the fact's own schema under the names of the body; refuses with every problem. */
export function answeredData({ type, mission, given }: AnsweredFact, body: string | undefined): EventData {
  const sent = objectIn(body);
  const event = { specversion: '1.0', source: 'urn:door', id: 'answer', type, subject: mission, data: { ...sent, ...given } };
  const parsed = parseEvent(event);
  const doubled = doubledMembers(body ?? '', sent);
  const problems = [...doubled, ...setTwice(sent, given), ...('event' in parsed ? [] : parsed.problems.map(underBody))];
  if (problems.length === 0 && 'event' in parsed) return parsed.event.data;
  throw new Refusal(400, 'The body cannot be taken; "problems" tells why.', { problems });
}

const underBody = (problem: Problem): Problem => ({ ...problem, path: problem.path.replace(/^\/data/, '') });
