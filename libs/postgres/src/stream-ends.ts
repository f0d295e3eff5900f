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
}
