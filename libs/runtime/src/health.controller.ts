import { Controller, Get, Logger } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { missionOf } from '@muster/event-log';
import { Cursors, type ParkedStream } from '@muster/postgres';
import { Refusal } from './refusal.js';

const reasonOf = ({ reader, stream, error, since }: ParkedStream) => ({
  mission: missionOf(stream),
  reader,
  stream,
  since,
  ...error,
});

@ApiTags('operation')
@Controller('health')
export class HealthController {
  private readonly logger = new Logger('health');

  constructor(private readonly cursors: Cursors) {}

  @Get('live')
  @ApiOperation({ summary: 'Whether the process runs' })
  @ApiOkResponse()
  live() {
    return { status: 'live' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'Whether the log can be reached and no mission is parked' })
  @ApiOkResponse()
  @ApiServiceUnavailableResponse({ description: 'Names each parked mission, the fact that broke its reader, and how.' })
  async ready() {
    const parked = (await this.readParked()).map(reasonOf);
    if (parked.length === 0) return { status: 'ready', parked };
    const told = parked.map(({ mission, reader, message }) => `${mission} is parked for ${reader}: ${message}`);
    throw new Refusal(503, told.join('; '), { parked });
  }

  private async readParked(): Promise<ParkedStream[]> {
    try {
      return await this.cursors.parked();
    } catch (cause) {
      this.logger.error({ msg: 'the log cannot be reached', err: cause });
      throw new Refusal(503, 'The log cannot be reached.');
    }
  }
}
