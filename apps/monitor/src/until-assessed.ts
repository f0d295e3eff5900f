import { setTimeout as pause } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { isSaidStream, standby } from '@muster/event-log';
import { Cursors, EventLog } from '@muster/postgres';

const reader = 'assessor';

/** Resolves when all that the log holds has been assessed; throws where a mission is parked, or it takes too long. */
export async function untilAssessed(app: INestApplicationContext, milliseconds = 60_000): Promise<void> {
  const [log, cursors] = [app.get(EventLog), app.get(Cursors)];
  for (const end = Date.now() + milliseconds; !(await isAssessed(log, cursors)); await pause(20)) {
    const [parked] = await cursors.parked();
    if (parked !== undefined) throw new Error(`${parked.stream} is parked: ${parked.error.message}`);
    if (Date.now() > end) throw new Error(`the facts were not assessed within ${milliseconds / 1000} s`);
  }
}

async function isAssessed(log: EventLog, cursors: Cursors): Promise<boolean> {
  const lags = (await cursors.lags()).filter((lag) => lag.reader === reader);
  const behind = new Map(lags.map((lag) => [lag.stream, lag.behind]));
  const missions = (await log.streams()).filter(({ stream }) => stream !== standby && !isSaidStream(stream));
  return missions.every(({ stream }) => behind.get(stream) === 0);
}
