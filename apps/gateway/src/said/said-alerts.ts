import { Injectable } from '@nestjs/common';
import { EventLog } from '@muster/postgres';
import type { LogStanding } from '../ledgers/log-standing.js';
import { lastSaidOf, type LastSaid } from './said-alert.js';

/** Sayings of a page. */
const pageSize = 10_000;

/** What was last said of every alert: read once, then kept up with the log. */
@Injectable()
export class SaidAlerts {
  private byKey = new Map<string, LastSaid>();
  private readUpTo: number | undefined;
  private reading = Promise.resolve();

  constructor(private readonly log: EventLog) {}

  /** By key, as of where the log stands, at least. */
  async upTo(standing: LogStanding): Promise<ReadonlyMap<string, LastSaid>> {
    this.reading = this.reading.catch(() => undefined).then(() => this.read(standing));
    await this.reading;
    return this.byKey;
  }

  private async read(standing: LogStanding): Promise<void> {
    if (this.readUpTo === undefined) await this.readAll(standing);
    if (this.readUpTo! < standing.lastSaid) await this.readNew(this.readUpTo!);
  }

  private async readAll(standing: LogStanding): Promise<void> {
    for (const mission of standing.missions) {
      for (const event of await this.log.lastSayings(mission)) this.byKey.set(String(event.data['key']), lastSaidOf(event));
    }
    // Not the greatest position seen: a mission read first may have been spoken of while the others were read.
    this.readUpTo = standing.lastSaid;
  }

  private async readNew(position: number): Promise<void> {
    const events = await this.log.sayingsAfter(position, pageSize);
    for (const event of events) this.byKey.set(String(event.data['key']), lastSaidOf(event));
    this.readUpTo = events.at(-1)?.position ?? position;
    if (events.length === pageSize) await this.readNew(this.readUpTo);
  }
}
