import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Cursors, EventLog } from '@muster/postgres';
import { Clock, Refusal } from '@muster/runtime';
import { z } from 'zod';

const replayAnswer = z
  .strictObject({
    today: z.iso.date(),
    position: z.int(),
    mission: z.string(),
    resumed: z.array(z.strictObject({ reader: z.string(), stream: z.string() })),
  })
  .meta({ id: 'ReplayAnswer' });

@ApiTags('operation')
@Controller('api/missions')
export class ReplayController {
  constructor(
    private readonly cursors: Cursors,
    private readonly log: EventLog,
    private readonly clock: Clock,
  ) {}

  @Post(':mission/replay')
  @HttpCode(200)
  @ApiOperation({ summary: 'Resumes a parked mission from where its readers stand' })
  @ApiOkResponse({ standardSchema: replayAnswer })
  @ApiNotFoundResponse({ description: 'There is no such mission.' })
  async replay(@Param('mission') mission: string): Promise<z.infer<typeof replayAnswer>> {
    const streams = await this.log.streams();
    const known = streams.find(({ stream }) => stream === mission);
    if (known === undefined) throw new Refusal(404, `There is no mission ${mission}.`);
    const position = Math.max(...streams.map((stream) => stream.position));
    return { today: known.day ?? this.clock.today(), position, mission, resumed: await this.cursors.replay(mission) };
  }
}
