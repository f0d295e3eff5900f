import { sayingOf } from '@muster/contracts';
import type { Saying } from '@muster/force-generation';
import type { EventLog, Transaction } from '@muster/postgres';
import { MissionFile } from './mission-file.js';

/** The missions in memory; what is not there, or lags behind, is folded from the log. */
export class MissionFiles {
  private readonly files = new Map<string, MissionFile>();

  constructor(private readonly log: EventLog) {}

  /** The mission as it stands at a sequence. */
  async upTo(tx: Transaction, mission: string, sequence: number): Promise<MissionFile> {
    const known = this.files.get(mission);
    if (known?.sequence === sequence) return known;
    const file = known !== undefined && known.sequence < sequence ? known : new MissionFile(mission);
    this.files.set(mission, file);
    if (sequence > 0) await this.fold(tx, file, { afterSequence: file.sequence, upToSequence: sequence });
    return file;
  }

  async lastSaid(tx: Transaction, mission: string): Promise<Map<string, Saying>> {
    const events = await this.log.lastSayings(mission, tx);
    return new Map(events.map((event) => [String(event.data['key']), sayingOf(event)]));
  }

  /** Whether nothing of the mission waits to be said up to a sequence, as far as this process knows. */
  isReadUpTo(mission: string, sequence: number): boolean {
    const file = this.files.get(mission);
    return file?.factsUnread === 0 && file.sequence >= sequence;
  }

  forget(mission: string): void {
    this.files.delete(mission);
  }

  /** Another process may have handled these, and said more than is remembered here; what it put off is still to be said. */
  private async fold(
    tx: Transaction,
    file: MissionFile,
    range: { readonly afterSequence: number; readonly upToSequence: number },
  ): Promise<void> {
    for await (const page of this.log.eventsOf(file.mission, range, tx)) for (const event of page) file.fold(event);
    file.lastSaid = await this.lastSaid(tx, file.mission);
    file.forgetNews(Math.max(0, ...[...file.lastSaid.values()].map(({ upTo }) => upTo)));
  }
}
