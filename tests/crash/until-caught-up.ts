import { setTimeout as pause } from 'node:timers/promises';
import { answerOf } from './answer-of.js';

interface Verified {
  readonly cursors: readonly { readonly reader: string; readonly stream: string; readonly sequence: number }[];
  readonly streams: readonly { readonly stream: string; readonly sequence: number }[];
}

const assessor = 'assessor';
const limit = 180_000;
/** The monitor is to work, not to answer. */
const between = 100;

/** Resolves when the assessor has handled every mission's last fact. */
export async function untilCaughtUp(url: string): Promise<void> {
  for (const end = Date.now() + limit; !(await hasCaughtUp(url)); await pause(between)) {
    if (Date.now() > end) throw new Error(`the facts were not assessed within ${limit / 1000} s`);
  }
}

/** The figure is cheap to ask for and knows only streams that were begun; the verification knows all and is dear. */
const hasCaughtUp = async (url: string): Promise<boolean> => (await lag(url)) === 0 && (await hasHandledAll(url));

async function lag(url: string): Promise<number | undefined> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const line = new RegExp(`^muster_reader_lag_events\\{reader="${assessor}"\\} (\\d+)`, 'm').exec(text);
  return line ? Number(line[1]) : undefined;
}

async function hasHandledAll(url: string): Promise<boolean> {
  const { cursors, streams } = await answerOf<Verified>(url, '/api/verification');
  const missions = streams.filter(({ stream }) => stream !== 'standby' && !stream.includes('/'));
  return missions.every(({ stream, sequence }) =>
    cursors.some((cursor) => cursor.reader === assessor && cursor.stream === stream && cursor.sequence === sequence),
  );
}
