import type { CloudEvent } from '@muster/contracts';
import type { Transaction } from '../database.js';
import { lockLog, readLogState } from './log-state.js';
import type { AppendedAt, Outcome } from './outcome.js';
import { planAppend, type AppendCall } from './plan-append.js';
import { prepareEvent, type PreparedEvent } from './prepared-event.js';
import { writeRows } from './write-rows.js';

/** A part of a large import that is held in memory as text. */
const partLimit = { events: 5_000, characters: 16_000_000 };

/** Appends in an open transaction, part by part, so that a large import needs little memory. */
export async function appendEvents(tx: Transaction, events: readonly CloudEvent[], at?: AppendedAt): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const recordedAt = new Date().toISOString();
  for (const part of partsOf(events)) outcomes.push(...(await appendPart(tx, { events: part, at, recordedAt })));
  return outcomes;
}

/** The lock and the read that needs it travel together; a lock that is held already is free. */
export async function appendPart(tx: Transaction, call: AppendCall): Promise<readonly Outcome[]> {
  const [, state] = await Promise.all([lockLog(tx), readLogState(tx, call.events, call.turned ?? [])]);
  const plan = planAppend(call, state);
  await writeRows(tx, plan);
  return plan.outcomes;
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
