import { Injectable } from '@nestjs/common';
import type { CloudEvent } from '@muster/contracts';
import type { RecordedEvent } from '@muster/event-log';
import { EventLog, type LockedLog } from '@muster/postgres';
import { groupedBy } from '../grouped-by.js';
import { Recorder } from '../recorder.js';
import { decide, type Decision, type FileKind, type History } from './decide.js';
import { factName } from './in-force.js';

/** An item of a file with the mission and the day that its fact is about. */
export interface Placed {
  readonly mission: string;
  readonly on: string;
}

export interface Taken {
  readonly decisions: readonly Decision[];
  /** Where the log stands with them. */
  readonly position: number;
  /** Missions that the log had not met. */
  readonly newMissions: readonly string[];
}

type Reads = Pick<LockedLog, 'events'>;

const none: readonly RecordedEvent[] = [];

/** Compares the items of a file with what is in force, and records what is new: all of it in one append, or nothing. */
@Injectable()
export class FileIntake {
  constructor(
    private readonly log: EventLog,
    private readonly recorder: Recorder,
  ) {}

  /** One decision for each item, in order; a dry run decides the same and records nothing. */
  async take<Item extends Placed>(kind: FileKind<Item>, items: readonly Item[], dryRun: boolean): Promise<Taken> {
    const streams = await this.log.streams();
    const position = streams.reduce((last, stream) => Math.max(last, stream.position), 0);
    const known = new Set(streams.map(({ stream }) => stream));
    const newMissions = [...new Set(items.map(({ mission }) => mission))].filter((mission) => !known.has(mission)).sort();
    if (dryRun) return { decisions: await decideAll(kind, items, this.log), position, newMissions };
    let decisions: Decision[] = [];
    const outcomes = await this.recorder.recordPrepared(async (log) => {
      decisions = await decideAll(kind, items, log);
      return decisions.flatMap((decision): CloudEvent[] => ('event' in decision ? [decision.event] : []));
    });
    return { decisions, position: outcomes.reduce((last, outcome) => Math.max(last, outcome.position), position), newMissions };
  }
}

async function decideAll<Item extends Placed>(kind: FileKind<Item>, items: readonly Item[], log: Reads): Promise<Decision[]> {
  const histories = await readHistories(kind, items, log);
  return items.map((item) => decide(kind, item, histories(kind.keyOf(item))));
}

/** Two reads, however many items there are. */
async function readHistories<Item extends Placed>(
  kind: FileKind<Item>,
  items: readonly Item[],
  log: Reads,
): Promise<(key: string) => History> {
  const mission = [...new Set(items.map((item) => item.mission))];
  const facts = await log.events({ mission, type: kind.type, ...kind.daysOf(items) });
  const retractions = facts.length === 0 ? none : await log.events({ mission, type: 'muster.FactRetracted' });
  const byTarget = new Map(
    retractions.map((event) => [
      `${event.subject} ${factName(String(event.data['ofSource']), String(event.data['ofId']))}`,
      event,
    ]),
  );
  const retractionOf = ({ subject, source, id }: RecordedEvent) => byTarget.get(`${subject} ${factName(source, id)}`);
  const byKey = groupedBy(facts, (fact) => kind.keyOfFact(fact));
  return (key) => ({ facts: byKey.get(key) ?? none, retractionOf });
}
