import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { describeNeeds, rankNeeds } from '@muster/force-generation';
import { asCsv, type Reply } from '../csv/as-csv.js';
import { prefersCsv } from '../csv/prefers-csv.js';
import { Readings } from '../ledgers/readings.js';
import { needsAnswer } from './needs-answer.js';
import { needsCsv } from './needs-csv.js';
import { needsQuery, type NeedsQuery } from './needs-query.js';

@ApiTags('reading')
@Controller('api/needs')
export class NeedsController {
  constructor(private readonly readings: Readings) {}

  @Get()
  @ApiOperation({ summary: 'What the missions still need, the most urgent first' })
  @ApiProduces('application/json', 'text/csv')
  @ApiOkResponse({ standardSchema: needsAnswer })
  async list(
    @Query({ schema: needsQuery }) { capability, ...from }: NeedsQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ) {
    const { at, readings } = await this.readings.all(from);
    const asked = readings.flatMap(describeNeeds).filter((need) => (capability ?? need.capability) === need.capability);
    const needs = rankNeeds(asked);
    reply.header('vary', 'accept');
    return prefersCsv(accept) ? asCsv(reply, { fileName: 'needs.csv', text: needsCsv(needs), at }) : { ...at, needs };
  }
}
