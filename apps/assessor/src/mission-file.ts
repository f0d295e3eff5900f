import { factOf } from '@muster/contracts';
import type { RecordedEvent } from '@muster/event-log';
import {
  assessmentNow,
  Chronicle,
  decidePublications,
  depthsOf,
  Ledger,
  listsBehind,
  Reading,
  type Saying,
} from '@muster/force-generation';
import { BreakingFact } from './breaking-fact.js';
import { UnreadFacts } from './unread-facts.js';

/** One mission in memory: its ledger, what has been read from it, and what was last said. */
export class MissionFile {
  private readonly ledger: Ledger;
  private chronicle: Chronicle | undefined;
  private readonly unread = new UnreadFacts();
  private lastFolded: RecordedEvent | undefined;
  /** By key; undefined until it is read from the log. */
  lastSaid: Map<string, Saying> | undefined;
  /** The last event folded, by its place in the stream. */
  sequence = 0;

  constructor(readonly mission: string) {
    this.ledger = new Ledger(mission);
  }

  fold(event: RecordedEvent): void {
    this.guarded(event, () => {
      const touched = this.ledger.fold(factOf(event));
      this.chronicle?.forget(touched);
      this.unread.add(event, touched);
    });
    this.lastFolded = event;
    this.sequence = event.sequence;
  }

  /** What was folded up to a position has been read before: it causes nothing that is still to be said. */
  forgetNews(upTo: number): void {
    this.unread.forget(upTo);
  }

  get factsUnread(): number {
    return this.unread.count;
  }

  /** What must be said so that what was last said is what is true; nothing before the mission's first day and policy. */
  sayings(): readonly Saying[] {
    const { today, policy } = this.ledger;
    if (today === undefined || policy === undefined || this.lastFolded === undefined) return [];
    return this.guarded(this.lastFolded, () => {
      this.chronicle ??= new Chronicle(this.ledger, { policy });
      this.chronicle.adopt(policy);
      const depths = depthsOf(new Reading(this.chronicle, today));
      const lastSaid = this.lastSaid ?? new Map<string, Saying>();
      const folded = { upTo: this.ledger.position, causesOf: (key: string) => this.unread.causes(listsBehind(depths, key)) };
      return decidePublications(lastSaid, assessmentNow(depths, lastSaid), folded);
    });
  }

  /** The trace of what caused a saying; none where its causes are of several: an event has one parent. To be asked before `said`. */
  traceOf({ causes }: Saying): string | undefined {
    const traces = this.unread.tracesOf(causes);
    return traces.size === 1 ? [...traces][0] : undefined;
  }

  /** The sayings stand in the log now. */
  said(sayings: readonly Saying[]): void {
    for (const saying of sayings) this.lastSaid?.set(saying.alert.key, saying);
    this.forgetNews(this.ledger.position);
  }

  private guarded<T>(event: RecordedEvent, work: () => T): T {
    try {
      return work();
    } catch (cause) {
      throw new BreakingFact(event, cause);
    }
  }
}
