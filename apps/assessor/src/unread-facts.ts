import type { RecordedEvent } from '@muster/event-log';
import type { Touched } from '@muster/force-generation';
import { LastPositions } from './last-positions.js';

/** More causes than these help nobody, and a saying is read by people. */
const mostCauses = 100;

/** What every figure rests on. */
const standsUnderAll: ReadonlySet<string> = new Set(['muster.DayTurned', 'muster.PolicyAdopted']);
const underAll = 'all';

/** The facts of a mission that were folded since it was last read: by the lists that they touched, the last positions of each. */
export class UnreadFacts {
  private positions: number[] = [];
  /** Of a million facts on their way into a ledger only so many positions are kept as can be causes. */
  private readonly byList = new Map<string, number[]>();
  /** Their traceparents, by position. */
  private readonly traces = new Map<number, string>();

  get count(): number {
    return this.positions.length;
  }

  add({ position, type, attributes }: RecordedEvent, touched: Touched): void {
    this.positions.push(position);
    if (standsUnderAll.has(type)) this.touch(underAll, position);
    else for (const [list] of touched) this.touch(list, position);
    const trace = attributes?.['traceparent'];
    if (typeof trace === 'string') this.traces.set(position, trace);
  }

  /** What was folded up to a position has been read before: it causes nothing that is still to be said. */
  forget(upTo: number): void {
    this.positions = after(upTo, this.positions);
    for (const [list, positions] of this.byList) {
      const left = after(upTo, positions);
      if (left.length > 0) this.byList.set(list, left);
      else this.byList.delete(list);
    }
    for (const position of this.traces.keys()) if (position <= upTo) this.traces.delete(position);
  }

  /** The last that touch one of these lists, the least position first; of no list, the last of all. */
  causes(lists: ReadonlySet<string>): readonly number[] {
    if (lists.size === 0) return this.positions.slice(-mostCauses);
    const causes = new LastPositions(mostCauses);
    for (const list of [underAll, ...lists]) causes.take(this.byList.get(list) ?? none);
    return causes.inOrder;
  }

  tracesOf(positions: readonly number[]): ReadonlySet<string> {
    return new Set(positions.flatMap((position) => this.traces.get(position) ?? []));
  }

  private touch(list: string, position: number): void {
    const known = this.byList.get(list);
    if (known === undefined) this.byList.set(list, [position]);
    else if (known.push(position) >= 2 * mostCauses) known.splice(0, known.length - mostCauses);
  }
}

const none: readonly number[] = [];

const after = (upTo: number, positions: readonly number[]): number[] => positions.filter((position) => position > upTo);
