import { Injectable } from '@nestjs/common';
import { factOf, sayingOf } from '@muster/contracts';
import { saidStream, type RecordedEvent } from '@muster/event-log';
import { verifySayings, type SayingDifference } from '@muster/force-generation';
import { Cursors, EventLog, type BrokenChain, type ReaderLag } from '@muster/postgres';
import { Ledgers } from '../ledgers/ledgers.js';
import type { LogStanding } from '../ledgers/log-standing.js';

export interface VerifiedStream {
  readonly stream: string;
  readonly sequence: number;
  readonly events: number;
  readonly ok: boolean;
  readonly brokenAt?: number | null;
  readonly problem?: string;
}

export interface VerifiedCursor {
  readonly reader: string;
  readonly stream: string;
  readonly sequence: number;
  readonly ok: boolean;
  readonly problem?: string;
}

export interface VerificationReport {
  readonly ok: boolean;
  readonly streams: readonly VerifiedStream[];
  readonly cursors: readonly VerifiedCursor[];
  /** What is wrong with the log as a whole. */
  readonly problems: readonly string[];
  readonly sayings: { readonly checked: number; readonly differences: readonly SayingDifference[] };
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
    const { broken } = await this.log.verifyChains();
    const lags = await this.cursors.lags();
    const standing = await this.ledgers.standing();
    const sayings = await this.retellAll(standing, lags);
    return {
      ok: broken.length === 0 && sayings.differences.length === 0,
      streams: verifiedStreams(standing, broken),
      cursors: lags.map((lag) => verifiedCursor(standing, lag)),
      problems: broken.filter(({ stream }) => stream === null).map(({ problem }) => problem),
      sayings,
    };
  }

  private async retellAll(standing: LogStanding, lags: readonly ReaderLag[]): Promise<VerificationReport['sayings']> {
    let checked = 0;
    const differences: SayingDifference[] = [];
    for (const mission of standing.missions) {
      const lag = lags.find(({ reader, stream }) => reader === assessor && stream === mission);
      const said = (await this.read(saidStream(mission))).filter(({ type }) => sayingTypes.test(type));
      checked += said.length;
      differences.push(...(await this.retell(mission, said, lag)));
    }
    return { checked, differences };
  }

  /** Facts that the assessor has not handled yet are not said, and need not be. */
  private async retell(
    mission: string,
    said: readonly RecordedEvent[],
    lag: ReaderLag | undefined,
  ): Promise<readonly SayingDifference[]> {
    const events = await this.read(mission);
    const handled = events.slice(0, lag === undefined ? 0 : events.length - lag.behind).map(factOf);
    const last = handled.at(-1);
    return last === undefined ? [] : verifySayings(mission, handled, said.map(sayingOf), last.position);
  }

  private async read(stream: string): Promise<RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for await (const page of this.log.eventsOf(stream)) for (const event of page) events.push(event);
    return events;
  }
}

const verifiedStreams = (standing: LogStanding, broken: readonly BrokenChain[]): VerifiedStream[] =>
  standing.all.map(({ stream, sequence }) => {
    const found = broken.find((chain) => chain.stream === stream);
    return {
      stream,
      sequence,
      events: sequence,
      ok: found === undefined,
      ...(found && { brokenAt: found.position, problem: found.problem }),
    };
  });

function verifiedCursor(standing: LogStanding, { reader, stream, behind }: ReaderLag): VerifiedCursor {
  const head = standing.all.find((one) => one.stream === stream)?.sequence ?? 0;
  const sequence = head - behind;
  if (behind >= 0) return { reader, stream, sequence, ok: true };
  return { reader, stream, sequence, ok: false, problem: `it is past the log's ${head}` };
}
