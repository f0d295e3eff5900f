import { pointer, shown } from '../problem.js';
import type { Problem } from '../problem.js';
import { isObject } from '../schemas/cross-field.js';
import type { Unchecked } from '../schemas/cross-field.js';
import { nameOfType } from './attribute-problems.js';

type Members = ReadonlyMap<string, unknown>;

const problem = (path: readonly string[], value: unknown, words: string): Problem[] => [
  { path: pointer('data', ...path), value: shown(value), problem: words },
];

/** An answer to an alert lives in the stream of its mission; elsewhere nobody would ever read it. */
function missionProblems(path: readonly string[], value: unknown, mission: unknown, subject: unknown): Problem[] {
  if (typeof mission !== 'string' || typeof subject !== 'string' || mission === subject) return [];
  return problem(
    path,
    value,
    `This names ${mission}, the event's subject is ${subject}; send it with the mission as its subject.`,
  );
}

function retractionProblems({ ofSource, ofId }: Unchecked, members: Members): Problem[] {
  const itself = ofId !== undefined && ofId === members.get('id') && ofSource === members.get('source');
  return itself ? problem(['ofId'], ofId, 'A fact cannot retract itself; name the fact that was wrong.') : [];
}

function replacementProblems({ replaces }: Unchecked, members: Members): Problem[] {
  const itself = replaces !== undefined && replaces === members.get('id');
  return itself ? problem(['replaces'], replaces, 'A fact cannot replace itself; name the fact that went before.') : [];
}

/** Where the data and the attributes of one event speak against each other. */
export function agreementProblems(members: Members): Problem[] {
  const data = members.get('data');
  if (!isObject(data)) return [];
  const subject = members.get('subject');
  switch (nameOfType(members.get('type')) ?? '') {
    case 'AlertAcknowledged':
      return missionProblems(['key'], data['key'], typeof data['key'] === 'string' ? data['key'].split('/')[0] : null, subject);
    case 'AlertSilenced': {
      const mission = isObject(data['matchers']) ? data['matchers']['mission'] : undefined;
      return missionProblems(['matchers', 'mission'], mission, mission, subject);
    }
    case 'CaveatDeclared':
      return data['pledge'] === undefined && subject === 'standby'
        ? problem(
            ['pledge'],
            data['pledge'],
            'In standby there are pledges only; name the pledge, or the mission as the subject.',
          )
        : [];
    case 'FactRetracted':
      return retractionProblems(data, members);
    default:
      return replacementProblems(data, members);
  }
}
