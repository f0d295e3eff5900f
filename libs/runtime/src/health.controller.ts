import { Controller, Get, Logger } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { missionOf, Outage } from '@muster/event-log';
import { WireSigns } from '@muster/kafka';
import { Cursors, type ParkedStream } from '@muster/postgres';
import { answeredWithin } from './answered-within.js';
import { Readiness } from './readiness.js';
import { Refusal } from './refusal.js';

const reasonOf = ({ reader, stream, error, since }: ParkedStream) => ({
  mission: missionOf(stream),
  reader,
  stream,
  since,
  ...error,
});

const withoutFullStop = (sentence: string): string => sentence.replace(/\.$/, '');

const answerOf = (properties: Readonly<Record<string, object>>) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
});

/** Milliseconds: longer than any batch takes. */
const longestSilence = 180_000;

/** Milliseconds that the log is waited for. */
const patience = 5_000;

@ApiTags('operation')
@Controller('health')
export class HealthController {
  private readonly logger = new Logger('health');
  private readonly outage = new Outage();

  constructor(
    private readonly cursors: Cursors,
    private readonly signs: WireSigns,
    private readonly readiness: Readiness,
  ) {}

  @Get('live')
  @ApiOperation({ summary: 'Whether the process gets on: a reader that neither handles nor asks for messages is stuck' })
  @ApiOkResponse({ schema: answerOf({ status: { const: 'live' } }) })
  @ApiServiceUnavailableResponse({ description: 'Names the readers that are stuck; the process is to be started anew.' })
  live() {
    const stuck = this.signs.silent(longestSilence);
    if (stuck.length === 0) return { status: 'live' };
    throw new Refusal(503, `No sign of ${stuck.join(', ')} for ${longestSilence / 1000} s; start this process anew.`, { stuck });
  }

  @Get('ready')
  @ApiOperation({ summary: 'Whether the log and Kafka can be reached, all is published, and no mission is parked' })
  @ApiOkResponse({ schema: answerOf({ status: { const: 'ready' }, parked: { type: 'array', maxItems: 0 } }) })
  @ApiServiceUnavailableResponse({
    description: 'Names each parked mission, the fact that broke its reader, and how; says what cannot be reached.',
  })
  async ready() {
    const [parkedStreams, problems] = await this.fromTheLog(() =>
      Promise.all([this.cursors.parked(), this.readiness.problems()]),
    );
    const parked = parkedStreams.map(reasonOf);
    if (parked.length === 0 && problems.length === 0) return { status: 'ready', parked };
    const told = parked.map(({ mission, reader, message }) => `${mission} is parked for ${reader}: ${message}`);
    throw new Refusal(503, [...told, ...problems].map(withoutFullStop).join('; '), { parked });
  }

  private async fromTheLog<T>(question: () => Promise<T>): Promise<T> {
    try {
      return await answeredWithin(patience, question());
    } catch (cause) {
      if (this.outage.isNews(cause)) this.logger.error({ msg: 'the log cannot be reached', err: cause });
      throw new Refusal(503, 'The log cannot be reached.');
    }
  }
}
