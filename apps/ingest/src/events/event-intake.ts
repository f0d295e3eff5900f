import { Injectable } from '@nestjs/common';
import type { CloudEvent, ParsedEvent } from '@muster/contracts';
import type { LockedLog } from '@muster/postgres';
import { Recorder } from '../recorder.js';
import { rejectedResult, resultOf, type EventResult } from './events-answer.js';
import { PledgeTies } from './pledge-ties.js';
import { isRetraction, retractionProblem, type Target } from './retraction-problem.js';

type Refused = Map<CloudEvent, EventResult>;

/** Records the events of a request that can be taken, and tells of each what became of it, in their order. */
@Injectable()
export class EventIntake {
  constructor(
    private readonly recorder: Recorder,
    private readonly ties: PledgeTies,
  ) {}

  async take(parsed: readonly ParsedEvent[]): Promise<EventResult[]> {
    const events = parsed.flatMap((one) => ('event' in one ? [one.event] : []));
    const refused: Refused = new Map();
    const outcomes = events.some(isRetraction)
      ? await this.recorder.recordPrepared((log) => allowed(events, log, refused))
      : await this.recorder.record(events);
    const taken = events.filter((event) => !refused.has(event));
    const notes = await this.ties.notesOn(new Map(taken.map((event, index) => [event, outcomes[index]!.position])));
    const recorded = outcomes.values();
    return parsed.map((one) => {
      if (!('event' in one)) return rejectedResult(one);
      const note = notes.get(one.event);
      return refused.get(one.event) ?? { ...resultOf(recorded.next().value!), ...(note !== undefined && { note }) };
    });
  }
}

/** All but the retractions of what must not be retracted, as far as that is known by now. */
async function allowed(events: readonly CloudEvent[], log: LockedLog, refused: Refused): Promise<readonly CloudEvent[]> {
  for (const event of events.filter(isRetraction)) {
    const target = await targetOf(event, events, log);
    const problem = target && retractionProblem(event, target);
    const { source, id } = event;
    if (problem !== undefined) refused.set(event, { source, id, outcome: 'rejected', problems: [problem] });
  }
  return events.filter((event) => !refused.has(event));
}

async function targetOf({ data }: CloudEvent, events: readonly CloudEvent[], log: LockedLog): Promise<Target | undefined> {
  const [source, id] = [String(data['ofSource']), String(data['ofId'])];
  return (await log.eventBy(source, id)) ?? events.find((event) => event.source === source && event.id === id);
}
