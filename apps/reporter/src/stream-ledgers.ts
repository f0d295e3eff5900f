import { Injectable } from '@nestjs/common';
import { factOf } from '@muster/contracts';
import { Ledger } from '@muster/force-generation';
import { EventLog } from '@muster/postgres';

/** Ledgers as they are needed: none is kept. */
@Injectable()
export class StreamLedgers {
  constructor(private readonly log: EventLog) {}

  /** Of a mission or of `standby`, without what is recorded after a position. */
  async of(stream: string, upToPosition = Number.MAX_SAFE_INTEGER): Promise<Ledger> {
    const ledger = new Ledger(stream);
    for await (const page of this.log.eventsOf(stream, { upToPosition })) for (const event of page) ledger.fold(factOf(event));
    return ledger;
  }
}
