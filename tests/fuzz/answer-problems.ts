import type { Request } from './request.js';
import type { Answer } from './send.js';

interface Told {
  readonly path?: unknown;
  readonly row?: unknown;
  readonly problem?: unknown;
}

interface Result {
  readonly outcome: string;
  readonly position?: unknown;
  readonly problems?: readonly Told[];
}

interface Body {
  readonly status?: unknown;
  readonly detail?: unknown;
  readonly problems?: unknown;
  readonly results?: readonly Result[];
  readonly rows?: number;
  readonly accepted?: number;
  readonly rejected?: number;
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

const namesIt = ({ path, row, problem }: Told): boolean =>
  isText(problem) && (typeof path === 'string' || typeof row === 'number');

/** A problem is named with its place and in words. */
function namingProblems(problems: unknown): string[] {
  if (!Array.isArray(problems)) return ['has no list of problems'];
  return problems.every((told: Told) => namesIt(told)) ? [] : ['has a problem without a place or without words'];
}

/** An address that cannot be read has no place to point at. */
const isReadable = (path: string): boolean => !path.includes('%') && path.split('/').every((part) => part.length <= 600);

function refusalProblems({ status, type }: Answer, body: Body, { method, path }: Request): string[] {
  if (!type.includes('application/problem+json')) return [`is a refusal as ${type}`];
  const hasPlaces = status === 400 && method === 'POST' && isReadable(path);
  return [
    ...(body.status === status ? [] : [`says status ${String(body.status)}`]),
    ...(isText(body.detail) ? [] : ['has no words']),
    ...namingProblems(body.problems),
    ...(hasPlaces && Array.isArray(body.problems) && body.problems.length === 0 ? ['names no problem'] : []),
  ];
}

function resultProblems(results: readonly Result[]): string[] {
  return results.flatMap(({ outcome, position, problems }) => {
    if (outcome !== 'rejected') return Number.isInteger(position) ? [] : [`tells ${outcome} without a position`];
    return (problems ?? []).length === 0 ? ['rejects an event without a problem'] : namingProblems(problems);
  });
}

function fileProblems({ rows = 0, accepted = 0, rejected = 0, problems }: Body): string[] {
  return [
    ...(accepted + rejected === rows ? [] : [`counts ${accepted} and ${rejected} of ${rows} rows`]),
    ...(rejected > 0 && (problems as readonly unknown[]).length === 0 ? ['rejects rows without a problem'] : []),
    ...namingProblems(problems),
  ];
}

/** What is wrong with an answer, whatever was asked: nothing fails, and whatever is refused is named. */
export function answerProblems(request: Request, answer: Answer): string[] {
  if (answer.status >= 500 || answer.status < 200) return [`is ${answer.status}`];
  if (!answer.type.includes('json')) return answer.status < 400 ? [] : [`is a refusal as ${answer.type}`];
  const body = JSON.parse(answer.text) as Body;
  return [
    ...(answer.status >= 400 ? refusalProblems(answer, body, request) : []),
    ...(body.results === undefined ? [] : resultProblems(body.results)),
    ...(answer.status < 400 && body.rows !== undefined ? fileProblems(body) : []),
  ];
}
