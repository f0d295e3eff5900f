import { Injectable, Logger, Optional } from '@nestjs/common';
import { parseMessage, type ParsedEvent } from '@muster/contracts';
import type { InboundMessage, Refused } from '@muster/kafka';
import { EventLog } from '@muster/postgres';
import { CaseTurner } from '../cases/case-turner.js';
import { EventIntake } from '../events/event-intake.js';
import type { EventResult } from '../events/events-answer.js';
import { rejectionOf } from './rejection-of.js';

/** What other systems send over Kafka goes the way of the doors: recorded, or answered with every problem. */
@Injectable()
export class InboundIntake {
  private readonly logger = new Logger(InboundIntake.name);

  constructor(
    private readonly intake: EventIntake,
    private readonly log: EventLog,
    @Optional() private readonly turner?: CaseTurner,
  ) {}

  /** Throws where the log cannot be reached. */
  async take(messages: readonly InboundMessage[]): Promise<readonly Refused[]> {
    const parsed = messages.map(parseMessage);
    const record = (part: readonly ParsedEvent[]) => this.recorded(part);
    const results = await (this.turner?.record(parsed, record) ?? record(parsed));
    const now = new Date();
    return messages.flatMap((message, index) => {
      const result = results[index]!;
      return result.outcome === 'rejected'
        ? [rejectionOf(message, { ...result, traceparent: traceOf(parsed[index]!) }, now)]
        : [];
    });
  }

  /** Together; where that fails, each by itself, so that one that we cannot record stops no other. */
  private async recorded(parsed: readonly ParsedEvent[]): Promise<readonly EventResult[]> {
    try {
      return await this.intake.take(parsed);
    } catch (cause) {
      // Where the log cannot be reached it is no message's fault.
      await this.log.head();
      if (parsed.length === 1) return [this.defect(parsed[0]!, cause)];
    }
    const results: EventResult[] = [];
    for (const one of parsed) results.push(...(await this.recorded([one])));
    return results;
  }

  private defect(parsed: ParsedEvent, cause: unknown): EventResult {
    const { source, id } = 'event' in parsed ? parsed.event : parsed;
    this.logger.error({ msg: 'an inbound event could not be recorded', source, id, err: cause });
    const problem =
      'Muster could not record this, which is a defect of Muster; its log tells more. Send it again once it is mended.';
    return { source: source ?? null, id: id ?? null, outcome: 'rejected', problems: [{ path: '', value: null, problem }] };
  }
}

const traceOf = (parsed: ParsedEvent): unknown =>
  'event' in parsed ? parsed.event.attributes?.['traceparent'] : parsed.traceparent;
