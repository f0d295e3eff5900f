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
  type Touched,
} from '@muster/force-generation';
import { BreakingFact } from './breaking-fact.js';
import { LastPositions } from './last-positions.js';

interface Folded {
  readonly position: number;
  /** Every figure rests on the day and the policy. */
  readonly touched: Touched | 'all';
}

/** More causes than these help nobody, and a saying is read by people. */
const mostCauses = 100;

const standsUnderAll: ReadonlySet<string> = new Set(['muster.DayTurned', 'muster.PolicyAdopted']);

/** One mission in memory: its ledger, what has been read from it, and what was last said. */
export class MissionFile {
  private readonly ledger: Ledger;
  private chronicle: Chronicle | undefined;
  /** Folded since the last reading. */
  private unread: Folded[] = [];
  /** Their positions by the lists that they touched, once somebody asks for causes. */
  private unreadByList: ReadonlyMap<string, readonly number[]> | undefined;
  /** Their traceparents, by position. */
  private readonly unreadTraces = new Map<number, string>();
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
      this.unreadByList = undefined;
      this.unread.push({ position: event.position, touched: standsUnderAll.has(event.type) ? 'all' : touched });
    });
    const trace = event.attributes?.['traceparent'];
    if (typeof trace === 'string') this.unreadTraces.set(event.position, trace);
    this.lastFolded = event;
    this.sequence = event.sequence;
  }

  /** What was folded up to a position has been read before: it causes nothing that is still to be said. */
  forgetNews(upTo: number): void {
    this.unread = this.unread.filter(({ position }) => position > upTo);
    this.unreadByList = undefined;
    for (const position of this.unreadTraces.keys()) if (position <= upTo) this.unreadTraces.delete(position);
  }

  get factsUnread(): number {
    return this.unread.length;
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
      const folded = { upTo: this.ledger.position, causesOf: (key: string) => this.causesOf(depths, key) };
      return decidePublications(lastSaid, assessmentNow(depths, lastSaid), folded);
    });
  }

  /** The trace of what caused a saying; none where its causes are of several: an event has one parent. To be asked before `said`. */
  traceOf({ causes }: Saying): string | undefined {
    const traces = new Set(causes.flatMap((position) => this.unreadTraces.get(position) ?? []));
    return traces.size === 1 ? [...traces][0] : undefined;
  }

  /** The sayings stand in the log now. */
  said(sayings: readonly Saying[]): void {
    for (const saying of sayings) this.lastSaid?.set(saying.alert.key, saying);
    this.forgetNews(this.ledger.position);
  }

  /** The last facts since the last reading that touch what the alert is read from; all of them where nothing is left of it. */
  private causesOf(depths: readonly Reading[], key: string): readonly number[] {
    const behind = listsBehind(depths, key);
    if (behind.size === 0) return this.unread.slice(-mostCauses).map(({ position }) => position);
    this.unreadByList ??= byList(this.unread);
    const causes = new LastPositions(mostCauses);
    for (const list of ['all', ...behind]) causes.take(this.unreadByList.get(list) ?? none);
    return causes.inOrder;
  }

  private guarded<T>(event: RecordedEvent, work: () => T): T {
    try {
      return work();
    } catch (cause) {
      throw new BreakingFact(event, cause);
    }
  }
}

const none: readonly number[] = [];
const onAll: readonly (readonly [string])[] = [['all']];

function byList(folded: readonly Folded[]): ReadonlyMap<string, readonly number[]> {
  const positions = new Map<string, number[]>();
  for (const { position, touched } of folded) {
    for (const [list] of touched === 'all' ? onAll : touched) {
      const known = positions.get(list);
      if (known === undefined) positions.set(list, [position]);
      else known.push(position);
    }
  }
  return positions;
}
