import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Readings } from '../ledgers/readings.js';
import { viewpointQuery, type Viewpoint } from '../viewpoint.js';
import { Verification } from './verification.js';

const broken = z.strictObject({ stream: z.string().nullable(), position: z.int().nullable(), problem: z.string() });
const difference = z.strictObject({ key: z.string(), revision: z.int(), upTo: z.int(), problem: z.string() });

const verificationAnswer = z
  .strictObject({
    today: z.iso.date(),
    position: z.int(),
    chains: z.strictObject({ streams: z.int(), events: z.int(), broken: z.array(broken) }),
    sayings: z.int().describe('said again from the facts'),
    differences: z.array(difference),
    behind: z.int().describe('events that the assessor has still to handle'),
  })
  .meta({ id: 'VerificationAnswer' });

@ApiTags('operation')
@Controller('api/verification')
export class VerificationController {
  constructor(
    private readonly verification: Verification,
    private readonly readings: Readings,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Recomputes the hash chains, checks the cursors, and says everything again from the facts' })
  @ApiOkResponse({ standardSchema: verificationAnswer })
  async verify(@Query({ schema: viewpointQuery }) _from: Viewpoint) {
    const { at } = await this.readings.all({});
    return { ...at, ...(await this.verification.verify()) };
  }
}
