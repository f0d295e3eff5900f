import { contentOf, type CloudEvent } from '@muster/contracts';
import { answerOf } from '../crash/answer-of.js';
import type { Claim, Claims } from './claims.js';

interface Recorded {
  readonly position: number;
  readonly event: CloudEvent;
}

/** What Muster says by itself, in a mission's stream or beside it. */
const own = /^muster\.(DayTurned|PolicyAdopted|PledgeTied|Alert(Raised|Changed|Unknown|Reopened|Resolved))$/;
const ofFiles = /^\/muster\/(contributions|ceilings)$/;

const atOnce = 8;

/** Every position of the log, in order. */
async function* wholeLog(url: string, head: number): AsyncGenerator<Recorded> {
  for (let first = 1; first <= head; first += atOnce) {
    const positions = Array.from({ length: Math.min(atOnce, head - first + 1) }, (_, index) => first + index);
    yield* await Promise.all(positions.map((position) => answerOf<Recorded>(url, `/api/facts/${position}`)));
  }
}

const differs = ({ event }: Recorded, { source, id, content }: Claim): boolean =>
  event.source !== source || event.id !== id || contentOf(event) !== content;

/** Where the log and what was answered part: it holds exactly the events that an answer said are recorded. */
export async function logProblems(url: string, claims: Claims): Promise<string[]> {
  const { position: head } = await answerOf<{ position: number }>(url, '/api/missions');
  const problems: string[] = [];
  const unseen = new Map(claims.byPosition);
  let filed = 0;
  for await (const recorded of wholeLog(url, head)) {
    const { position, event } = recorded;
    const claim = unseen.get(position);
    unseen.delete(position);
    if (claim !== undefined && differs(recorded, claim)) problems.push(`position ${position} is not what was answered`);
    if (claim !== undefined || own.test(event.type)) continue;
    if (ofFiles.test(event.source)) filed += 1;
    else problems.push(`position ${position} holds ${event.type} ${event.id}, which no answer told`);
  }
  if (filed !== claims.ofFiles) problems.push(`${filed} facts of files are there, ${claims.ofFiles} were told`);
  return [...problems, ...[...unseen.keys()].map((position) => `position ${position} was told, and is not there`)];
}
