import type { Random } from '../bench/seeded-random.js';
import { answerProblems } from './answer-problems.js';
import { Claims } from './claims.js';
import { drawRequest } from './draw-request.js';
import { logProblems } from './log-problems.js';
import type { Request } from './request.js';
import { send } from './send.js';
import { standingProblems } from './standing-problems.js';

export interface FuzzedRun {
  /** How often each status was answered. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Events that an answer said are recorded. */
  readonly recorded: number;
  readonly problems: readonly string[];
}

const longestShown = 600;

const shownRequest = ({ method, path, headers, body }: Request): string =>
  `${method} ${path.slice(0, 200)} ${JSON.stringify(headers).slice(0, longestShown)} ${JSON.stringify(body?.toString('latin1').slice(0, longestShown) ?? '')}`;

/** Sends `count` requests that the seed draws to a monitor, one after another, and sees that it stands and kept its word. */
export async function fuzzedRun(url: string, random: Random, count: number): Promise<FuzzedRun> {
  const claims = new Claims();
  const statuses = new Map<number, number>();
  const problems: string[] = [];
  let last: Request | undefined;
  for (let number = 1; number <= count; number += 1) {
    // Some are sent twice, as a client does that has not heard the answer.
    const request = last !== undefined && random.chance(0.05) ? last : drawRequest(random);
    last = request;
    const answer = await send(url, request);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    const found = [...answerProblems(request, answer), ...claims.add(request, answer)];
    for (const problem of found)
      problems.push(`request ${number} ${problem}: ${shownRequest(request)} answered ${answer.text.slice(0, longestShown)}`);
  }
  problems.push(...(await standingProblems(url)), ...(await logProblems(url, claims)));
  return { statuses, recorded: claims.byPosition.size + claims.ofFiles, problems };
}
