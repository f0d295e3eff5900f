import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { positionParameter, viewpointQuery, type Viewpoint } from '../viewpoint.js';
import { factAnswer, factsAnswer } from './fact-answers.js';
import { Facts } from './facts.js';
import { factsQuery, type FactsQuery } from './facts-query.js';

const factPath = z.object({ position: positionParameter });

@ApiTags('reading')
@ApiNotFoundResponse({ description: 'There is none.' })
@Controller('api/facts')
export class FactsController {
  constructor(private readonly facts: Facts) {}

  @Get()
  @ApiOperation({ summary: "One fact by source and id, or a mission's facts by type and day" })
  @ApiOkResponse({ standardSchema: z.union([factAnswer, factsAnswer]) })
  async find(@Query({ schema: factsQuery }) query: FactsQuery) {
    const { source, id, mission } = query;
    if (source !== undefined && id !== undefined) return this.facts.named({ ...query, source, id });
    const { at, facts, more } = await this.facts.list(mission!, query);
    return { ...at, facts, more };
  }

  @Get(':position')
  @ApiOperation({ summary: 'What the log holds at a position' })
  @ApiOkResponse({ standardSchema: factAnswer })
  at(@Param({ schema: factPath }) { position }: z.infer<typeof factPath>, @Query({ schema: viewpointQuery }) from: Viewpoint) {
    return this.facts.at(position, from);
  }
}
