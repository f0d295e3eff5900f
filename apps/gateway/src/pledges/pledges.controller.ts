import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { pledgeAnswer, pledgesAnswer } from './pledge-answers.js';
import { Pledges } from './pledges.js';
import { pledgeQuery, pledgesQuery, type PledgeQuery, type PledgesQuery } from './pledges-query.js';

@ApiTags('reading')
@ApiNotFoundResponse({ description: 'There is none.' })
@Controller('api/pledges')
export class PledgesController {
  constructor(private readonly pledges: Pledges) {}

  @Get()
  @ApiOperation({ summary: 'Pledges by stage: since when each stands there, what it waits for, whose move it is' })
  @ApiOkResponse({ standardSchema: pledgesAnswer })
  async list(@Query({ schema: pledgesQuery }) query: PledgesQuery) {
    const { at, pledges } = await this.pledges.list(query);
    return { ...at, pledges };
  }

  @Get(':pledge')
  @ApiOperation({ summary: 'One pledge: its ladder, every decision, its open alerts, and what of the need it does not meet' })
  @ApiOkResponse({ standardSchema: pledgeAnswer })
  async one(@Param('pledge') name: string, @Query({ schema: pledgeQuery }) query: PledgeQuery) {
    const { at, pledge } = await this.pledges.one(name, query);
    return { ...at, ...pledge };
  }
}
