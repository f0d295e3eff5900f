import { missionOf, saidStream, type RecordedEvent } from '@muster/event-log';
import type { Connection } from './database.js';
import { eventColumns, eventOf, type EventRow } from './event-row.js';

const selectLastSayings = `
  select distinct on (key) ${eventColumns} from event_log
  where stream = $1 and key is not null order by key, event_log.position desc`;

/** The newest saying of each alert of a mission, resolved ones too, by key. */
export async function readLastSayings(connection: Connection, mission: string): Promise<RecordedEvent[]> {
  const query = { name: 'last-sayings', text: selectLastSayings, values: [saidStream(mission)] };
  return (await connection.query<EventRow>(query)).rows.map(eventOf);
}

const selectHistory = `select ${eventColumns} from event_log where stream = $1 and key = $2 order by event_log.position`;

/** All that was said about one alert, from its beginning. */
export async function readHistory(connection: Connection, key: string): Promise<RecordedEvent[]> {
  const query = { name: 'history', text: selectHistory, values: [saidStream(missionOf(key)), key] };
  return (await connection.query<EventRow>(query)).rows.map(eventOf);
}

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
export async function readSayingsAfter(connection: Connection, position: number, limit = 10_000): Promise<RecordedEvent[]> {
  const query = { name: 'sayings-after', text: selectSayingsAfter, values: [position, limit] };
  return (await connection.query<EventRow>(query)).rows.map(eventOf);
}
