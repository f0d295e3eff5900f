import { factOf } from '@muster/contracts';
import type { RecordedEvent } from '@muster/event-log';
import { Chronicle, Ledger, Reading, type AdoptedPolicy, type ToldFrom } from '@muster/force-generation';
import type { Viewpoint } from '../viewpoint.js';

/** Chronicles of other times kept for the next question; that of now serves every day. */
const mostChronicles = 8;

/** One mission's ledger, as far as the log was folded, with what was worked out of it for those who asked. */
export class MissionLedger {
  readonly ledger: Ledger;
  /** The last event folded, by its place in the stream. */
  sequence = 0;
  /** The event that this build cannot fold; the ledger stands before it, as the assessor's does. */
  broken: { readonly event: RecordedEvent; readonly cause: unknown } | undefined;
  private readonly chronicles = new Map<string, Chronicle>();

  constructor(readonly mission: string) {
    this.ledger = new Ledger(mission);
  }

  fold(events: readonly RecordedEvent[]): void {
    for (const event of events) {
      if (this.broken !== undefined) return;
      try {
        const touched = this.ledger.fold(factOf(event));
        for (const chronicle of this.chronicles.values()) chronicle.forget(touched);
        this.sequence = event.sequence;
      } catch (cause) {
        this.broken = { event, cause };
      }
    }
  }

  /** The mission seen from there; undefined where it had no day yet. */
  reading(from: Viewpoint): Reading | undefined {
    const today = from.asOf ?? this.todayAt(from.position);
    const policy = this.policyAt(from.position);
    if (today === undefined || policy === undefined || this.todayAt(from.position) === undefined) return undefined;
    return this.readingOn(today, policy, from);
  }

  /** The same on a day and under a policy that the stream itself does not tell. */
  readingOn(today: string, policy: AdoptedPolicy, { knownAt, position }: Viewpoint): Reading {
    const told = { policy, ...(knownAt !== undefined && { knownAt }), ...(position !== undefined && { position }) };
    return new Reading(this.kept(told), today);
  }

  private todayAt(position: number | undefined): string | undefined {
    if (position === undefined) return this.ledger.today;
    return this.ledger.days.findLast((day) => day.position <= position)?.data.on;
  }

  private policyAt(position: number | undefined): AdoptedPolicy | undefined {
    if (position === undefined) return this.ledger.policy;
    const adopted = this.ledger.policies.findLast((policy) => policy.position <= position);
    return adopted && ({ hash: adopted.data.hash, table: adopted.data.table } as AdoptedPolicy);
  }

  private kept(from: ToldFrom): Chronicle {
    const name = `${from.policy.hash} ${from.knownAt ?? ''} ${from.position ?? ''}`;
    const chronicle = this.chronicles.get(name) ?? new Chronicle(this.ledger, from);
    this.chronicles.delete(name);
    this.chronicles.set(name, chronicle);
    const [oldest] = this.chronicles.keys();
    if (this.chronicles.size > mostChronicles) this.chronicles.delete(oldest!);
    return chronicle;
  }
}
