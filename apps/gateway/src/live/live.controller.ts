import { Controller, Headers, Query, Sse, type MessageEvent } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { toStructured } from '@muster/contracts';
import { missionOf, type RecordedEvent } from '@muster/event-log';
import { Refusal } from '@muster/runtime';
import { defer, filter, finalize, interval, map, merge, Subject, takeUntil, type Observable } from 'rxjs';
import { z } from 'zod';
import { Readings } from '../ledgers/readings.js';
import { refuseBeyond } from '../ledgers/refuse-beyond.js';
import { LiveEvents } from './live-events.js';

const liveQuery = z.strictObject({ mission: z.string().optional() });

/** Proxies close a connection on which nothing comes. */
const heartbeat = 15_000;

const message = ({ position, type, ...event }: RecordedEvent): MessageEvent => ({
  id: String(position),
  type,
  data: toStructured({ ...event, type }),
});

@ApiTags('reading')
@Controller('api/live')
export class LiveController {
  constructor(
    private readonly live: LiveEvents,
    private readonly readings: Readings,
  ) {}

  @Sse()
  @ApiOperation({ summary: 'Facts and alerts as they are recorded; Last-Event-ID resumes without a gap' })
  @ApiNotFoundResponse({ description: 'There is no such mission.' })
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { type: 'string' } } } })
  async listen(
    @Query({ schema: liveQuery }) { mission }: z.infer<typeof liveQuery>,
    @Headers('last-event-id') lastEventId: string | undefined,
  ): Promise<Observable<MessageEvent>> {
    const last = lastEventId === undefined ? undefined : positionOf(lastEventId);
    const standing = await this.readings.standingAt({});
    // Whoever waits for what can't come would wait for ever, and look connected.
    if (mission !== undefined && !standing.has(mission)) throw new Refusal(404, `There is no mission ${mission}.`);
    refuseBeyond(standing.position, { path: '/last-event-id', position: last });
    const events = last === undefined ? this.live.fromNow() : this.live.after(last);
    const asked = events.pipe(filter(({ stream }) => mission === undefined || missionOf(stream) === mission));
    return withHeartbeat(asked.pipe(map(message)));
  }
}

function positionOf(lastEventId: string): number {
  if (/^\d{1,15}$/.test(lastEventId)) return Number(lastEventId);
  const problem = 'Send the id of an event of this stream, which is its position.';
  throw new Refusal(400, 'This Last-Event-ID cannot be read.', {
    problems: [{ path: '/last-event-id', value: lastEventId, problem }],
  });
}

function withHeartbeat(messages: Observable<MessageEvent>): Observable<MessageEvent> {
  return defer(() => {
    const over = new Subject<void>();
    const beats = interval(heartbeat).pipe(map((): MessageEvent => ({ comment: 'still here' })));
    return merge(messages.pipe(finalize(() => over.next())), beats.pipe(takeUntil(over)));
  });
}
