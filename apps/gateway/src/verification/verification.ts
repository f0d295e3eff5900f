import { Injectable } from '@nestjs/common';
import { factOf } from '@muster/contracts';
import { saidStream, type RecordedEvent } from '@muster/event-log';
import { verifySayings, type SayingDifference } from '@muster/force-generation';
import { Cursors, EventLog, type ChainReport } from '@muster/postgres';
import { Ledgers } from '../ledgers/ledgers.js';
import { sayingOf } from '../said/saying-of.js';

export interface VerificationReport {
  readonly chains: ChainReport;
  /** Sayings that were said again from the facts. */
  readonly sayings: number;
  /** Those that do not follow, and those that are due and were not said. */
  readonly differences: readonly SayingDifference[];
  /** Events that the assessor has still to handle. */
  readonly behind: number;
}

const assessor = 'assessor';
const sayingTypes = /^muster\.Alert(Raised|Changed|Unknown|Reopened|Resolved)$/;

/** Checks what the log promises: its chains, its cursors, and that everything said follows from the facts. */
@Injectable()
export class Verification {
  constructor(
    private readonly log: EventLog,
    private readonly cursors: Cursors,
    private readonly ledgers: Ledgers,
  ) {}

  async verify(): Promise<VerificationReport> {
    const chains = await this.log.verifyChains();
    const behind = await this.behind();
    let sayings = 0;
    const differences: SayingDifference[] = [];
    for (const mission of (await this.ledgers.standing()).missions) {
      const said = (await this.read(saidStream(mission))).filter(({ type }) => sayingTypes.test(type));
      sayings += said.length;
      differences.push(...(await this.retell(mission, said, behind.get(mission) ?? 0)));
    }
    return { chains, sayings, differences, behind: [...behind.values()].reduce((sum, events) => sum + events, 0) };
  }

  /** Facts that the assessor has not handled yet are not said, and need not be. */
  private async retell(mission: string, said: readonly RecordedEvent[], behind: number): Promise<readonly SayingDifference[]> {
    const events = await this.read(mission);
    const handled = events.slice(0, events.length - behind).map(factOf);
    const last = handled.at(-1);
    return last === undefined ? [] : verifySayings(mission, handled, said.map(sayingOf), last.position);
  }

  private async behind(): Promise<ReadonlyMap<string, number>> {
    const lags = (await this.cursors.lags()).filter(({ reader }) => reader === assessor);
    return new Map(lags.map(({ stream, behind }) => [stream, behind]));
  }

  private async read(stream: string): Promise<RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for await (const page of this.log.eventsOf(stream)) for (const event of page) events.push(event);
    return events;
  }
}
