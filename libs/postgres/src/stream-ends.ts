import { Injectable } from '@nestjs/common';
import { Database } from './database.js';

/** The last event of a stream up to a position: what the stream's hash chain stood at then. */
export interface StreamEnd {
  readonly position: number;
  readonly sequence: number;
  /** 64 hexadecimal digits. */
  readonly hash: string;
}

/** Where streams ended at earlier positions of the log. */
@Injectable()
export class StreamEnds {
  constructor(private readonly database: Database) {}

  /** Undefined where the stream had not begun. */
  async endOf(stream: string, upToPosition: number): Promise<StreamEnd | undefined> {
    const text = `select event_log.position::float8 as position, event_log.sequence::float8 as sequence, encode(hash, 'hex') as hash
      from event_log where stream = $1 and event_log.position <= $2 order by event_log.sequence desc limit 1`;
    const query = { name: 'stream-end', text, values: [stream, upToPosition] };
    return (await this.database.pool.query<StreamEnd>(query)).rows[0];
  }

  /** The same of several streams at once; a stream that had not begun has none. */
  async endsOf(streams: readonly string[], upToPosition: number): Promise<ReadonlyMap<string, StreamEnd>> {
    const text = `select asked.stream, ended.position::float8 as position, ended.sequence::float8 as sequence,
        encode(ended.hash, 'hex') as hash
      from unnest($1::text[]) as asked (stream)
      cross join lateral (select position, sequence, hash from event_log
        where event_log.stream = asked.stream and event_log.position <= $2
        order by event_log.sequence desc limit 1) as ended`;
    const query = { name: 'stream-ends', text, values: [streams, upToPosition] };
    const { rows } = await this.database.pool.query<StreamEnd & { readonly stream: string }>(query);
    return new Map(rows.map(({ stream, ...end }) => [stream, end]));
  }
}
