import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Cursors, EventLog } from '@muster/postgres';
import { Refusal } from '@muster/runtime';
import { z } from 'zod';

const replayAnswer = z
  .strictObject({ mission: z.string(), resumed: z.array(z.strictObject({ reader: z.string(), stream: z.string() })) })
  .meta({ id: 'ReplayAnswer' });

@ApiTags('operation')
@Controller('api/missions')
export class ReplayController {
  constructor(
    private readonly cursors: Cursors,
    private readonly log: EventLog,
  ) {}

  @Post(':mission/replay')
  @HttpCode(200)
  @ApiOperation({ summary: 'Resumes a parked mission from where its readers stand' })
  @ApiOkResponse({ standardSchema: replayAnswer })
  @ApiNotFoundResponse({ description: 'There is no such mission.' })
  async replay(@Param('mission') mission: string): Promise<z.infer<typeof replayAnswer>> {
    const streams = await this.log.streams();
    if (!streams.some(({ stream }) => stream === mission)) throw new Refusal(404, `There is no mission ${mission}.`);
    return { mission, resumed: await this.cursors.replay(mission) };
  }
}
