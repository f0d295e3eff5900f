import { Injectable } from '@nestjs/common';
import { factNames } from '@muster/contracts';
import type { Reading } from '@muster/force-generation';
import { standby } from '@muster/event-log';
import { EventLog } from '@muster/postgres';
import { Clock, CurrentPolicy, Refusal } from '@muster/runtime';
import type { Viewpoint } from '../viewpoint.js';
import type { LogStanding } from './log-standing.js';
import { Ledgers } from './ledgers.js';
import { MissionLedger } from './mission-ledger.js';
import { refuseBeyond } from './refuse-beyond.js';

/** What every answer names: the day that it speaks of, where the log stood, and the policy that it was decided under. */
export interface ReadAt {
  readonly today: string;
  readonly position: number;
}

/** Of missions together. */
export interface AllReadAt extends ReadAt {
  /** Hash of the policy; null at a position at which it was another one for some missions, and where there was no mission yet. */
  readonly policy: string | null;
}

export interface MissionReading {
  readonly reading: Reading;
  readonly at: ReadAt & { readonly policy: string };
}

export interface Told<T> extends Pick<MissionReading, 'at'> {
  readonly told: T;
}

/** Told of a ledger that may have been behind. */
interface Early<T> {
  readonly ledger: MissionLedger;
  readonly sequence: number;
  readonly told: T;
}

export interface AllReadings {
  readonly readings: readonly Reading[];
  readonly standing: LogStanding;
  readonly at: AllReadAt;
}

/** Missions seen from a viewpoint. */
@Injectable()
export class Readings {
  constructor(
    private readonly ledgers: Ledgers,
    private readonly log: EventLog,
    private readonly clock: Clock,
    private readonly policy: CurrentPolicy,
  ) {}

  /** One mission; refuses with 404 where there is, or was, none. */
  async of(mission: string, from: Viewpoint): Promise<MissionReading> {
    const standing = reachedFrom(from, await this.ledgers.standingOf(mission));
    const reading = await this.readingOf(mission, from, standing);
    if (reading === undefined) throw noMission(mission, from);
    const position = from.position ?? standing.position;
    return { reading, at: { today: reading.today, position, policy: reading.policy.hash } };
  }

  /**
   * What `tell` says of one mission, as `of` has it. It is worked out on what is in memory while the log is asked where the mission
   * stands, which is nearly always there, and once more where the log has more.
   */
  async told<T>(mission: string, from: Viewpoint, tell: (reading: Reading) => T): Promise<Told<T>> {
    const reading = this.of(mission, from);
    reading.catch(() => undefined);
    // The question leaves before the work begins.
    await new Promise((resolve) => setImmediate(resolve));
    const early = this.toldEarly(mission, from, tell);
    const { reading: now, at } = await reading;
    const isOfNow = early !== undefined && early.ledger.sequence === early.sequence;
    return { at, told: isOfNow ? early.told : tell(now) };
  }

  private toldEarly<T>(mission: string, from: Viewpoint, tell: (reading: Reading) => T): Early<T> | undefined {
    const ledger = this.ledgers.known(mission);
    try {
      const reading = ledger?.reading(from);
      if (ledger === undefined || reading === undefined) return undefined;
      return { ledger, sequence: ledger.sequence, told: tell(reading) };
    } catch {
      // Whoever asks the log first meets it again.
      return undefined;
    }
  }

  /** Every mission that there is, or was. */
  async all(from: Viewpoint): Promise<AllReadings> {
    const standing = await this.standingAt(from);
    const readings: Reading[] = [];
    for (const mission of standing.missions) {
      const reading = await this.readingOf(mission, from, standing);
      if (reading !== undefined) readings.push(reading);
    }
    return { readings, standing, at: this.placeOf(from, readings, standing) };
  }

  /** The pledges that no mission has selected. Their stream has no day and no policy of its own: it is read with those of the answer. */
  async standby(from: Viewpoint, { standing, at }: Pick<AllReadings, 'standing'> & { readonly at: ReadAt }): Promise<Reading> {
    const stream = standing.standby;
    const ledger = stream === undefined ? new MissionLedger(standby) : await this.ledgers.ledgerOf(stream);
    return ledger.readingOn(at.today, this.policy, from);
  }

  /** Where the log stands for what was said, about one mission or all: no fact need be read for it. */
  async said(mission: string | undefined): Promise<{ readonly standing: LogStanding; readonly at: AllReadAt }> {
    const standing = await this.ledgers.standing();
    if (mission !== undefined && !standing.missions.includes(mission)) throw noMission(mission, {});
    const today = standing.dayOf(mission) ?? this.clock.today();
    return { standing, at: { today, position: standing.position, policy: this.policy.hash } };
  }

  /** Where the log stands; refuses with 400 a position that it has not reached, whose answer would still change. */
  async standingAt(from: Viewpoint): Promise<LogStanding> {
    return reachedFrom(from, await this.ledgers.standing());
  }

  /** The day that an answer from the log itself is of, about a mission or `standby`, which has that of the missions. */
  async dayOf(mission: string, { asOf, position }: Viewpoint, standing: LogStanding): Promise<string> {
    if (asOf !== undefined) return asOf;
    const now = standing.dayOf(mission) ?? standing.dayOf() ?? this.clock.today();
    if (position === undefined) return now;
    const missions = mission === standby ? standing.missions : mission;
    const turned = await this.log.events({ mission: missions, type: 'muster.DayTurned', upToPosition: position });
    return (
      turned
        .map(({ data }) => data.on)
        .sort()
        .at(-1) ?? now
    );
  }

  /** Whether a fact of the mission up to a position speaks of that day or an earlier one. */
  async isHeardOf(mission: string, day: string, upToPosition: number): Promise<boolean> {
    return (await this.log.events({ mission, type: factTypes, to: day, upToPosition, limit: 1 })).length > 0;
  }

  private async readingOf(mission: string, from: Viewpoint, standing: LogStanding): Promise<Reading | undefined> {
    const stream = standing.streamOf(mission);
    return stream && (await this.ledgers.ledgerOf(stream)).reading(from);
  }

  private placeOf(from: Viewpoint, readings: readonly Reading[], standing: LogStanding): AllReadAt {
    const days = readings.map(({ today }) => today).sort();
    const today = from.asOf ?? days.at(-1) ?? this.clock.today();
    const policy = from.position === undefined ? this.policy.hash : onlyPolicyOf(readings);
    return { today, position: from.position ?? standing.position, policy };
  }
}

function onlyPolicyOf(readings: readonly Reading[]): string | null {
  const [hash = null, ...others] = new Set(readings.map(({ policy }) => policy.hash));
  return others.length === 0 ? hash : null;
}

function reachedFrom({ position }: Viewpoint, standing: LogStanding): LogStanding {
  refuseBeyond(standing.position, { path: '/position', position });
  return standing;
}

const factTypes = factNames.map((name) => `muster.${name}`);

const noMission = (mission: string, { position }: Viewpoint): Refusal =>
  new Refusal(404, `There is no mission ${mission}${position === undefined ? '' : ` at position ${position}`}.`);
