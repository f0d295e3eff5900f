import { reportTypes } from '@muster/contracts';
import type { EventKind } from '@muster/event-log';
import type { Connection } from '../database.js';

const anyStream = (condition: string): string => `select exists (select from stream_head as head where ${condition}) as holds`;

/** Stream by stream: each is an index lookup, whatever the log holds. */
const statements: Readonly<Record<EventKind, { readonly text: string; readonly values: readonly unknown[] }>> = {
  facts: { text: anyStream("head.stream not like '%/said'"), values: [] },
  sayings: {
    text: anyStream(`head.stream like '%/said' and exists (
      select from event_log where event_log.stream = head.stream and event_log.key is not null)`),
    values: [],
  },
  reports: {
    text: anyStream(`head.stream like '%/said' and exists (
      select from event_log where event_log.stream = head.stream and event_log.type = any($1))`),
    values: [reportTypes],
  },
};

/** Whether anything of a kind was ever recorded. */
export async function readHolds(connection: Connection, kind: EventKind): Promise<boolean> {
  const { text, values } = statements[kind];
  const { rows } = await connection.query<{ holds: boolean }>({ name: `holds-${kind}`, text, values: [...values] });
  return rows[0]?.holds ?? false;
}
