import { Failure } from '../failure.js';

export const missionPath = (mission: string, rest = ''): string => `/api/missions/${encodeURIComponent(mission)}${rest}`;

export const pledgePath = (pledge: string): string => `/api/pledges/${encodeURIComponent(pledge)}`;

/** The path of an alert's own doors; a key is `MISSION/rule/subject`. */
export function alertPath(key: string, rest = ''): string {
  const [mission, rule, ...subject] = key.split('/');
  if (!mission || !rule || subject.join('/') === '')
    throw new Failure(
      `${key} is no alert's key.`,
      'Write MISSION/rule/subject, as in MINUSMA/ceiling-shortfall/military; "muster alerts" lists the keys.',
    );
  return `/api/alerts/${[mission, rule, subject.join('/')].map(encodeURIComponent).join('/')}${rest}`;
}

export const reportPath = (mission: string, month: string): string =>
  `/api/reports/${encodeURIComponent(mission)}/${encodeURIComponent(month)}`;
