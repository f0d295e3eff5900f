import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';

const selectBehind = `
  select 1 from stream_head as head left join cursor on cursor.stream = head.stream and cursor.reader = 'assessor'
  where head.stream <> 'standby' and head.stream not like '%/said' and coalesce(cursor.sequence, 0) < head.sequence limit 1`;

/** Resolves when no mission's stream holds a fact that the assessor has not handled. */
export async function untilAssessed(client: Client): Promise<void> {
  while ((await client.query({ name: 'behind', text: selectBehind })).rows.length > 0) await pause(5);
}
