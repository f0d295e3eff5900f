import type { RecordedEvent } from '@muster/event-log';
import type { ParkingError } from '@muster/postgres';

/** A fact that this build cannot fold or read: a defect of ours, or a schema version that it does not know. */
export class BreakingFact extends Error {
  override readonly name = 'BreakingFact';

  constructor(
    private readonly event: RecordedEvent,
    cause: unknown,
  ) {
    super(`${event.subject}: position ${event.position} broke the assessor: ${(cause as Error).message}`, { cause });
  }

  /** Its place in the mission's stream. */
  get sequence(): number {
    return this.event.sequence;
  }

  /** What its mission waits with. */
  parkingError(): ParkingError {
    const { position, source, id, type } = this.event;
    return { position, source, id, type, message: (this.cause as Error).message };
  }
}
