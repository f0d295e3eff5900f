import { Injectable } from '@nestjs/common';
import type { Day } from '@muster/force-generation';
import { NEVER, concat, defer, of, repeat, timer, map, type Observable } from 'rxjs';
import { Config } from './config.js';

const utcDay = (instant: Date): Day => instant.toISOString().slice(0, 10);

/** A moment past midnight, so that a timer that fires early does not see the old day. */
const pastMidnight = 50;

const millisecondsToMidnight = (now: Date): number =>
  Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1) - now.getTime() + pastMidnight;

/** Which day it is: the pinned one, else that of the UTC calendar. */
@Injectable()
export class Clock {
  constructor(private readonly config: Config) {}

  get pinned(): boolean {
    return this.config.today !== undefined;
  }

  today(): Day {
    return this.config.today ?? utcDay(new Date());
  }

  /** Today, then each new day as it begins; a pinned clock never turns. */
  days(): Observable<Day> {
    if (this.pinned) return concat(of(this.today()), NEVER);
    const midnights = defer(() => timer(millisecondsToMidnight(new Date()))).pipe(repeat());
    return concat(of(this.today()), midnights.pipe(map(() => this.today())));
  }
}
