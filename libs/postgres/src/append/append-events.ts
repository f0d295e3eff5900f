import type { CloudEvent } from '@muster/contracts';
import type { Transaction } from '../database.js';
import { lockLog, readLogState } from './log-state.js';
import type { AppendedAt, Outcome } from './outcome.js';
import { planAppend, type AppendCall, type AppendPlan } from './plan-append.js';
import { prepareEvent, type PreparedEvent } from './prepared-event.js';
import type { Assumed } from './insert.js';
import { writeRows } from './write-rows.js';

/** A part of a large import that is held in memory as text. */
const partLimit = { events: 5_000, characters: 16_000_000 };

/** What the parts before have written, and what the last one is still to write. */
export interface PlannedAppend {
  readonly outcomes: readonly Outcome[];
  readonly last: AppendPlan;
  /** Whether there are parts before. */
  readonly isLarge: boolean;
  /** What the log must be like; undefined where it is locked and was read, and is therefore known. */
  readonly assumed?: Assumed;
}

/** Appends in an open transaction. */
export async function appendEvents(tx: Transaction, events: readonly CloudEvent[], at?: AppendedAt): Promise<readonly Outcome[]> {
  const { outcomes, last } = await planEvents(tx, events, at);
  await writeRows(tx, last);
  return outcomes;
}

/** Part by part, so that a large import needs little memory; all but the last one are written. */
export async function planEvents(tx: Transaction, events: readonly CloudEvent[], at?: AppendedAt): Promise<PlannedAppend> {
  const outcomes: Outcome[] = [];
  const recordedAt = new Date().toISOString();
  let last: AppendPlan = { after: 0, rows: [], heads: [], outcomes: [] };
  let isLarge = false;
  for (const part of partsOf(events)) {
    await writeRows(tx, last);
    isLarge = last.rows.length > 0;
    last = await planPart(tx, { events: part, at, recordedAt });
    outcomes.push(...last.outcomes);
  }
  return { outcomes, last, isLarge };
}

/** The lock and the read that needs it travel together; a lock that is held already is free. */
export async function planPart(tx: Transaction, call: AppendCall): Promise<AppendPlan> {
  const [, state] = await Promise.all([lockLog(tx), readLogState(tx, call.events, call.turned ?? [])]);
  return planAppend(call, state);
}

function* partsOf(events: readonly CloudEvent[]): Generator<PreparedEvent[]> {
  let part: PreparedEvent[] = [];
  let characters = 0;
  for (const event of events) {
    const prepared = prepareEvent(event);
    part.push(prepared);
    characters += prepared.data.length;
    if (part.length < partLimit.events && characters < partLimit.characters) continue;
    yield part;
    part = [];
    characters = 0;
  }
  if (part.length > 0) yield part;
}
