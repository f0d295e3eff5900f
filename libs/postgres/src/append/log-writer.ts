import type { CloudEvent } from '@muster/contracts';
import type { RecordedEvent } from '@muster/event-log';
import type { Database, Transaction } from '../database.js';
import { eventOf } from '../event-row.js';
import type { PlannedAppend } from './append-events.js';
import { lockLog } from './log-state.js';
import type { AppendedAt, Outcome } from './outcome.js';
import { planAppend, type AppendPlan, type Row } from './plan-append.js';
import { prepareEvent } from './prepared-event.js';
import type { StreamHead } from './stream-head.js';
import type { CursorMove } from './insert.js';
import { writeRows } from './write-rows.js';

/** More than these are an import: it asks the log, and feeds read it from there. */
const most = { events: 100, characters: 1_000_000 };

/**
 * Writes to the log what was planned, and remembers how it left the streams. Who writes to a stream is nearly always who wrote to it
 * last, so few events are planned from that, without asking the log, and are written in one round trip if it is still so.
 */
export class LogWriter {
  private readonly heads = new Map<string, StreamHead>();

  constructor(private readonly database: Database) {}

  /** Planned as if nothing had been written since; undefined where the log must be asked. Its positions are counted from the log's end. */
  planFromMemory(events: readonly CloudEvent[], at?: AppendedAt): PlannedAppend | undefined {
    if (events.length === 0 || events.length > most.events) return undefined;
    const prepared = events.map(prepareEvent);
    const streams = [...new Set(prepared.map(({ stream }) => stream))];
    const heads = streams.flatMap((stream) => this.heads.get(stream) ?? []);
    // Others who write to them meanwhile ask the log.
    this.forget(streams);
    // Whether the pledge of a selection is on standby only the log knows.
    if (heads.length < streams.length || prepared.some(({ tie }) => tie !== undefined)) return undefined;
    const state = { position: 0, heads: heads.map((head) => ({ ...head, position: 0 })), known: [], registered: [] };
    const last = planAppend({ events: prepared, at, recordedAt: new Date().toISOString() }, state);
    return { outcomes: last.outcomes, last, isLarge: false, assumed: { heads, unknown: last.rows } };
  }

  /** Sends it; gives the position after which it stands, or undefined where the log was not as assumed and nothing was written. */
  async write(tx: Transaction, { last, assumed }: PlannedAppend, cursor?: CursorMove): Promise<number | undefined> {
    const locked = assumed && lockLog(tx);
    const [position] = await Promise.all([writeRows(tx, last, { assumed, ...(cursor && { cursor }) }), locked]);
    return position;
  }

  /** Once it is committed. */
  committed({ last, outcomes, isLarge, assumed }: PlannedAppend, position: number | undefined): readonly Outcome[] {
    if (position === undefined) return outcomes;
    for (const head of last.heads) this.heads.set(head.stream, head);
    const { ownCommits } = this.database;
    const events = isLarge || !isHandedOver(last) || !ownCommits.isHeard ? [] : recordedEvents(last, position);
    ownCommits.tell(events);
    return assumed === undefined ? outcomes : outcomes.map((one) => ({ ...one, position: position + one.position }));
  }

  private forget(streams: readonly string[]): void {
    for (const stream of streams) this.heads.delete(stream);
  }
}

const isHandedOver = ({ rows }: AppendPlan): boolean =>
  rows.length <= most.events && rows.reduce((sum, { data }) => sum + data.length, 0) <= most.characters;

const recordedEvents = ({ rows }: AppendPlan, after: number): readonly RecordedEvent[] =>
  rows.map((row, index) => recordedEvent(row, after + index + 1));

/** As it would be read from the log. */
function recordedEvent(row: Row, position: number): RecordedEvent {
  const { stream, sequence, source, id, type, subject, data, attributes, knownOn, recordedAt } = row;
  return eventOf([position, stream, sequence, source, id, type, subject, data, attributes, knownOn, recordedAt]);
}
