import { Injectable } from '@nestjs/common';
import { Database } from './database.js';

/** Up to which position of the log everything has been published on a wire of its own. */
@Injectable()
export class RelayPosition {
  constructor(private readonly database: Database) {}

  async load(wire: string): Promise<number> {
    const text = 'select position::float8 as position from relay where wire = $1';
    const { rows } = await this.database.pool.query<{ position: number }>({ name: 'load-relay', text, values: [wire] });
    return rows[0]?.position ?? 0;
  }

  async store(wire: string, position: number): Promise<void> {
    const text = `insert into relay (wire, position) values ($1, $2)
      on conflict (wire) do update set position = excluded.position, updated_at = now()`;
    await this.database.pool.query({ name: 'store-relay', text, values: [wire, position] });
  }
}
