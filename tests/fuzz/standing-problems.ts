import { answerOf } from '../crash/answer-of.js';
import { untilCaughtUp } from '../crash/until-caught-up.js';
import { send } from './send.js';

interface Shown {
  readonly key: string;
}

const views = ['', '/curves', '/requirements', '/contributors', '/units', '/tasks'];
/** Today, a day that is past, one that lies ahead. */
const viewpoints = ['', '?asOf=2017-03-01', '?asOf=2019-03-01'];

/** What people see, all of it. */
async function pathsOf(url: string): Promise<string[]> {
  const { missions } = await answerOf<{ missions: { mission: string }[] }>(url, '/api/missions');
  const { alerts } = await answerOf<{ alerts: Shown[] }>(url, '/api/alerts');
  return [
    ...missions.flatMap(({ mission }) =>
      views.flatMap((view) => viewpoints.map((from) => `/api/missions/${encodeURIComponent(mission)}${view}${from}`)),
    ),
    '/api/alerts?state=any',
    ...viewpoints.map((from) => `/api/alerts${from}`),
    ...alerts.flatMap(({ key }) => ['', '/explanation', '/history'].map((view) => `/api/alerts/${key}${view}`)),
  ];
}

/** What no longer works once everything was sent: a parked mission, a door that cannot answer, a log that does not verify. */
export async function standingProblems(url: string): Promise<string[]> {
  const ready = await send(url, { method: 'GET', path: '/health/ready', headers: {} });
  if (ready.status !== 200) return [`/health/ready is ${ready.status}: ${ready.text.slice(0, 500)}`];
  await untilCaughtUp(url);
  const after = await send(url, { method: 'GET', path: '/health/ready', headers: {} });
  const problems = after.status === 200 ? [] : [`/health/ready is ${after.status}: ${after.text.slice(0, 500)}`];
  for (const path of await pathsOf(url)) {
    const { status, text } = await send(url, { method: 'GET', path, headers: {} });
    if (status !== 200) problems.push(`GET ${path} is ${status}: ${text.slice(0, 300)}`);
  }
  const { ok, ...rest } = await answerOf<{ ok: boolean }>(url, '/api/verification');
  return ok ? problems : [...problems, `the log does not verify: ${JSON.stringify(rest).slice(0, 500)}`];
}
