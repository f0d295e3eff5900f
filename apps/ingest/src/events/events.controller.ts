import { Body, Controller, Headers, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBadRequestResponse, ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { EventLog } from '@muster/postgres';
import { Clock, mediaTypeOf, Refusal, Takes } from '@muster/runtime';
import { noParameters } from '../no-parameters.js';
import { EventIntake } from './event-intake.js';
import { eventsAnswer, lastRecorded, problemsOf, type EventsAnswer } from './events-answer.js';
import { eventsAnswerSchema } from './events-answer-schema.js';
import { batch, binary, readEvents, structured, type RequestHeaders } from './read-events.js';

@ApiTags('writing')
@Controller('api/events')
export class EventsController {
  constructor(
    private readonly intake: EventIntake,
    private readonly clock: Clock,
    private readonly log: EventLog,
  ) {}

  @Post()
  @HttpCode(200)
  @Takes(structured, batch, binary)
  @ApiOperation({ summary: 'Records facts, sent as CloudEvents 1.0: one, a batch, or one in binary mode' })
  @ApiBody({ schema: { type: 'object', description: 'The data of each fact is described at /schemas/{fact}/1.' } })
  @ApiOkResponse({ standardSchema: eventsAnswerSchema })
  @ApiBadRequestResponse({ description: 'Nothing could be taken; every problem is told.' })
  async receive(
    @Headers() headers: RequestHeaders,
    @Body() body: string | undefined,
    @Query({ schema: noParameters }) _none: unknown,
  ): Promise<EventsAnswer> {
    const parsed = readEvents(headers, body);
    const results = await this.intake.take(parsed);
    const position = lastRecorded(parsed, results) ?? (await this.log.head());
    const answer = eventsAnswer(results, { today: this.clock.today(), position });
    if (answer.rejected === 0 || answer.rejected < results.length) return answer;
    const isBatch = mediaTypeOf(headers['content-type'] as string | undefined) === batch;
    throw new Refusal(400, 'None of this could be taken; "problems" tells why.', { ...problemsOf(results, isBatch), ...answer });
  }
}
