import type { CloudEvent } from '@muster/contracts';
import { Database, EventLog } from '@muster/postgres';
import { benchToday, recordedAt } from './stage.js';

/** The mission of a generated log to which the unit belongs, and the alert that each report of the unit changes. */
export const benchMission = 'GEN1';
export const benchAlert = 'unit-understrength/BENCH';

const source = 'urn:muster:bench';
let posted = 0;

const unitFact = (name: string, data: CloudEvent['data']): CloudEvent => ({
  source,
  id: String((posted += 1)).padStart(9, '0'),
  type: `muster.${name}`,
  subject: benchMission,
  data: { unit: 'BENCH', ...data },
  attributes: { dataschema: `/schemas/${name}/1`, datacontenttype: 'application/json' },
});

/** Another strength than the last time, and short in any case. */
export const strengthReported = (): CloudEvent =>
  unitFact('UnitStrengthReported', { on: benchToday, women: 0, men: 60 + (posted % 20) });

/** Records a unit of a hundred out of 150, there for months: each report of it changes the figures of its alert. */
export async function recordShortUnit(url: string): Promise<void> {
  const terms = { contributor: 'BGD', component: 'military', personnelType: 'Troops', capability: 'INF_BN' };
  const arrived = { on: '2025-01-01', ...terms, part: 'main', women: 0, men: 100, requirement: 'R0' };
  const database = await Database.open({ url });
  await new EventLog(database).append([unitFact('UnitArrived', arrived)], recordedAt);
  await database.close();
}
