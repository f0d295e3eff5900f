import { factOf } from '@muster/contracts';
import type { RecordedEvent } from '@muster/event-log';
import {
  assessmentOf,
  decidePublications,
  Ledger,
  Reading,
  verdictName,
  type Saying,
  type Touched,
} from '@muster/force-generation';
import { BreakingFact } from './breaking-fact.js';

interface Folded {
  readonly position: number;
  readonly touched: Touched;
}

/** More causes than these help nobody, and a saying is read by people. */
const mostCauses = 100;

/** What every figure rests on besides lists of facts. */
const standing: Readonly<Record<string, string>> = { 'muster.DayTurned': 'today', 'muster.PolicyAdopted': 'policy' };

/** One mission in memory: its ledger, what has been read from it, and what was last said. */
export class MissionFile {
  private readonly ledger: Ledger;
  private reading: Reading | undefined;
  /** Folded since the last reading. */
  private unread: Folded[] = [];
  private lastFolded: RecordedEvent | undefined;
  /** By key; undefined until it is read from the log. */
  lastSaid: Map<string, Saying> | undefined;
  /** The last event folded, by its place in the stream. */
  sequence = 0;

  constructor(mission: string) {
    this.ledger = new Ledger(mission);
  }

  fold(event: RecordedEvent): void {
    this.guarded(event, () => {
      const touched = new Set(this.ledger.fold(factOf(event)));
      this.reading?.forget(touched);
      const stands = standing[event.type];
      if (stands !== undefined) touched.add(stands);
      this.unread.push({ position: event.position, touched });
    });
    this.lastFolded = event;
    this.sequence = event.sequence;
  }

  /** What was folded up to here has been handled before: it is no news. */
  forgetNews(): void {
    this.unread = [];
  }

  get factsUnread(): number {
    return this.unread.length;
  }

  /** What must be said so that what was last said is what is true; nothing before the mission's first day and policy. */
  sayings(): readonly Saying[] {
    const { today, policy } = this.ledger;
    if (today === undefined || policy === undefined || this.lastFolded === undefined) return [];
    return this.guarded(this.lastFolded, () => {
      this.reading ??= new Reading(this.ledger, { today, policy });
      this.reading.moveTo(today, policy);
      const folded = { upTo: this.ledger.position, causesOf: (key: string) => this.causesOf(key) };
      return decidePublications(this.lastSaid ?? new Map(), assessmentOf(this.reading), folded);
    });
  }

  /** The sayings stand in the log now. */
  said(sayings: readonly Saying[]): void {
    for (const saying of sayings) this.lastSaid?.set(saying.alert.key, saying);
    this.unread = [];
  }

  /** The facts since the last reading that touch what the alert is read from; all of them where nothing is left of it. */
  private causesOf(key: string): readonly number[] {
    const readFrom = this.reading?.listsUnder(verdictName(key)) ?? new Set();
    const causes = this.unread.filter(({ touched }) => readFrom.size === 0 || [...touched].some((list) => readFrom.has(list)));
    return causes.slice(-mostCauses).map(({ position }) => position);
  }

  private guarded<T>(event: RecordedEvent, work: () => T): T {
    try {
      return work();
    } catch (cause) {
      throw new BreakingFact(event, cause);
    }
  }
}
