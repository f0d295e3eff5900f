import { Injectable, Logger } from '@nestjs/common';
import { EventLog, type StreamPosition } from '@muster/postgres';
import { LogStanding } from './log-standing.js';
import { MissionLedger } from './mission-ledger.js';

/** The missions' ledgers in memory, each brought up to date where somebody asks. */
@Injectable()
export class Ledgers {
  private readonly logger = new Logger(Ledgers.name);
  private readonly ledgers = new Map<string, MissionLedger>();
  private readonly turns = new Map<string, Promise<void>>();

  constructor(private readonly log: EventLog) {}

  async standing(): Promise<LogStanding> {
    return new LogStanding(await this.log.streams());
  }

  /** The log and one mission: enough for a question about that. */
  async standingOf(mission: string): Promise<LogStanding> {
    return new LogStanding(await this.log.streamAndLast(mission));
  }

  /** The mission's ledger with its facts up to where the stream stands, at least. */
  async ledgerOf({ stream: mission, sequence, position }: StreamPosition): Promise<MissionLedger> {
    const ledger = this.ledgers.get(mission) ?? new MissionLedger(mission);
    this.ledgers.set(mission, ledger);
    if (ledger.sequence < sequence && ledger.broken === undefined)
      await this.inTurn(mission, () => this.extend(ledger, position));
    return ledger;
  }

  /** The mission's ledger as it is in memory, perhaps behind the log; undefined before anybody has asked for it. */
  known(mission: string): MissionLedger | undefined {
    return this.ledgers.get(mission);
  }

  private async extend(ledger: MissionLedger, upToPosition: number): Promise<void> {
    const range = { afterSequence: ledger.sequence, upToPosition };
    for await (const page of this.log.eventsOf(ledger.mission, range)) ledger.fold(page);
    if (ledger.broken !== undefined)
      this.logger.error({ msg: 'a mission is shown as before the fact that breaks it', err: ledger.broken.cause });
  }

  /** Two questions at once fold each fact once. */
  private async inTurn(mission: string, work: () => Promise<void>): Promise<void> {
    const turn = (this.turns.get(mission) ?? Promise.resolve()).then(work);
    this.turns.set(
      mission,
      turn.catch(() => undefined),
    );
    await turn;
  }
}
