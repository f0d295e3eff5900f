import { missionOf, saidStream, type RecordedEvent } from '@muster/event-log';
import type { Connection } from './database.js';
import { eventColumns, selectEvents } from './event-row.js';

/** The newest of each key is found in the index alone; only those are read. */
const selectLastSayings = `
  select ${eventColumns} from event_log
  where event_log.position = any(array(select max(position) from event_log where stream = $1 and key is not null group by key))
  order by key`;

/** The newest saying of each alert of a mission, resolved ones too, by key. */
export const readLastSayings = (connection: Connection, mission: string): Promise<RecordedEvent[]> =>
  selectEvents(connection, { name: 'last-sayings', text: selectLastSayings, values: [saidStream(mission)] });

const selectHistory = `select ${eventColumns} from event_log where stream = $1 and key = $2 order by event_log.position`;

/** All that was said about one alert, from its beginning. */
export const readHistory = (connection: Connection, key: string): Promise<RecordedEvent[]> =>
  selectEvents(connection, { name: 'history', text: selectHistory, values: [saidStream(missionOf(key)), key] });

/** Stream by stream: a scan by position would read the facts between the sayings too. */
const selectSayingsAfter = `
  select ${eventColumns} from (
    select stream as said from stream_head where stream like '%/said' and stream_head.position > $1
  ) as head
  cross join lateral (
    select * from event_log where stream = said and event_log.position > $1 and key is not null
  ) as event_log
  order by event_log.position limit $2`;

/** Sayings of every mission after a position, in order. */
export const readSayingsAfter = (connection: Connection, position: number, limit = 10_000): Promise<RecordedEvent[]> =>
  selectEvents(connection, { name: 'sayings-after', text: selectSayingsAfter, values: [position, limit] });
