import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { asCsv, type Reply } from '../csv/as-csv.js';
import { prefersCsv } from '../csv/prefers-csv.js';
import { pledgeAnswer, pledgesAnswer } from './pledge-answers.js';
import { Pledges } from './pledges.js';
import { pledgesCsv } from './pledges-csv.js';
import { pledgeQuery, pledgesQuery, type PledgeQuery, type PledgesQuery } from './pledges-query.js';

@ApiTags('reading')
@ApiNotFoundResponse({ description: 'There is none.' })
@Controller('api/pledges')
export class PledgesController {
  constructor(private readonly pledges: Pledges) {}

  @Get()
  @ApiOperation({ summary: 'Pledges by stage: since when each stands there, what it waits for, whose move it is' })
  @ApiProduces('application/json', 'text/csv')
  @ApiOkResponse({ standardSchema: pledgesAnswer })
  async list(
    @Query({ schema: pledgesQuery }) query: PledgesQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ) {
    const { at, pledges } = await this.pledges.list(query);
    reply.header('vary', 'accept');
    return prefersCsv(accept) ? asCsv(reply, { fileName: 'pledges.csv', text: pledgesCsv(pledges), at }) : { ...at, pledges };
  }

  @Get(':pledge')
  @ApiOperation({
    summary:
      'One pledge: its ladder, every decision, its open alerts, and what of the need it does not meet; as CSV its line of the list',
  })
  @ApiProduces('application/json', 'text/csv')
  @ApiOkResponse({ standardSchema: pledgeAnswer })
  async one(
    @Param('pledge') name: string,
    @Query({ schema: pledgeQuery }) query: PledgeQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ) {
    const { at, pledge } = await this.pledges.one(name, query);
    reply.header('vary', 'accept');
    return prefersCsv(accept) ? asCsv(reply, { fileName: 'pledge.csv', text: pledgesCsv([pledge]), at }) : { ...at, ...pledge };
  }
}
