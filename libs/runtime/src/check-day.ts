import type { EventLog } from '@muster/postgres';
import { CannotStart } from './cannot-start.js';
import type { Clock } from './clock.js';

/** Days go forward only: a pinned day before the last recorded one is refused. */
export async function checkDay(log: EventLog, clock: Clock): Promise<void> {
  const days = (await log.streams()).flatMap(({ stream, day }) => (day === null ? [] : [{ stream, day }]));
  const last = days.reduce((latest, at) => (at.day > latest.day ? at : latest), { stream: '', day: '' });
  if (!clock.pinned || clock.today() >= last.day) return;
  throw new CannotStart(
    `MUSTER_TODAY is ${clock.today()}, but ${last.stream} has recorded ${last.day} in this log, and days go forward only: pin ${last.day} or a later day, or use another MUSTER_DATA_DIR.`,
  );
}
