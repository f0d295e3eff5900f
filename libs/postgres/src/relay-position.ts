import { Injectable } from '@nestjs/common';
import { Database } from './database.js';

/** Where each of a wire's places began and ended, by its name; what that means is the wire's. */
type Seen = Readonly<Record<string, { readonly low: number; readonly high: number }>>;

/** Up to which position of the log everything has been published on a wire of its own. */
@Injectable()
export class RelayPosition {
  constructor(private readonly database: Database) {}

  async load(wire: string): Promise<{ readonly position: number; readonly seen: Seen }> {
    const text = 'select position::float8 as position, ends as seen from relay where wire = $1';
    const { rows } = await this.database.pool.query<{ position: number; seen: Seen }>({
      name: 'load-relay',
      text,
      values: [wire],
    });
    return rows[0] ?? { position: 0, seen: {} };
  }

  /** Since when an event waits to be published, where it has waited, and the relay has stood, since before a moment (ISO 8601). */
  async waitingSince(wire: string, before: string): Promise<string | undefined> {
    const text = `select event.recorded_at as "recordedAt" from (select $1::text as wire) as asked left join relay using (wire)
      cross join lateral (
        select recorded_at from event_log where event_log.position > coalesce(relay.position, 0) order by event_log.position limit 1
      ) as event
      where event.recorded_at < $2 and coalesce(relay.updated_at < $2::timestamptz, true)`;
    const { rows } = await this.database.pool.query<{ recordedAt: string }>({
      name: 'relay-waits',
      text,
      values: [wire, before],
    });
    return rows[0]?.recordedAt;
  }

  /** What was seen stays where nothing is said of it. A relay that stores where it was already is one that stands. */
  async store(wire: string, position: number, seen?: Seen): Promise<void> {
    const text = `insert into relay (wire, position, ends) values ($1, $2, coalesce($3::jsonb, '{}'))
      on conflict (wire) do update set position = excluded.position, ends = coalesce($3::jsonb, relay.ends),
        updated_at = case when relay.position = excluded.position then relay.updated_at else now() end`;
    const values = [wire, position, seen === undefined ? null : JSON.stringify(seen)];
    await this.database.pool.query({ name: 'store-relay', text, values });
  }
}
