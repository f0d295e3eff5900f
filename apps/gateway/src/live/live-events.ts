import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { EventFeed, RecordedEvent, RunningSubscription } from '@muster/event-log';
import { EventLog } from '@muster/postgres';
import { eventFeedToken } from '@muster/runtime';
import { Observable, Subject } from 'rxjs';

/** Events of a page that a listener has missed. */
const pageSize = 500;

/** What is recorded, as it is recorded; whoever was away gets first what they have missed. */
@Injectable()
export class LiveEvents implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly recorded = new Subject<RecordedEvent>();
  private subscription: RunningSubscription | undefined;

  constructor(
    @Inject(eventFeedToken) private readonly feed: EventFeed,
    private readonly log: EventLog,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const subscription = { reader: `live-${process.pid}`, streams: 'both', from: 'end' } as const;
    this.subscription = await this.feed.subscribe(subscription, async ({ events }) => {
      for (const event of events) this.recorded.next(event);
    });
  }

  /** Ends every listener's stream, so that the server can close. */
  async onModuleDestroy(): Promise<void> {
    await this.subscription?.stop();
    this.recorded.complete();
  }

  /** From now on. */
  fromNow(): Observable<RecordedEvent> {
    return this.recorded.asObservable();
  }

  /** From after a position on, out of the log, then live: nothing twice, nothing left out. */
  after(position: number): Observable<RecordedEvent> {
    return new Observable((listener) => {
      let last = position;
      let waiting: RecordedEvent[] | undefined = [];
      const tell = (event: RecordedEvent): void => {
        if (event.position <= last) return;
        last = event.position;
        listener.next(event);
      };
      // The live feed is heard before the log is read, so that nothing falls between the two.
      const live = this.recorded.subscribe({
        next: (event) => (waiting === undefined ? tell(event) : waiting.push(event)),
        complete: () => listener.complete(),
      });
      const catchUp = async (): Promise<void> => {
        for await (const event of this.missed(position)) {
          if (listener.closed) return;
          tell(event);
        }
        waiting?.forEach(tell);
        waiting = undefined;
      };
      catchUp().catch((cause: unknown) => listener.error(cause));
      return live;
    });
  }

  private async *missed(position: number): AsyncGenerator<RecordedEvent> {
    for (let page = await this.log.eventsAfter(position, pageSize); page.length > 0;) {
      yield* page;
      page = await this.log.eventsAfter(page.at(-1)!.position, pageSize);
    }
  }
}
