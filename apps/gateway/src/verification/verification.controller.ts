import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Readings } from '../ledgers/readings.js';
import { viewpointQuery, type Viewpoint } from '../viewpoint.js';
import { Verification } from './verification.js';

const count = z.int();
const problem = z.string().optional();
const place = { stream: z.string(), sequence: count, ok: z.boolean(), problem };
const stream = z.strictObject({ ...place, events: count, brokenAt: count.nullable().optional() });
const cursor = z.strictObject({ ...place, reader: z.string() });
const difference = z.strictObject({ key: z.string(), revision: count, upTo: count, problem: z.string() });

const verificationAnswer = z
  .strictObject({
    today: z.iso.date(),
    position: count,
    ok: z.boolean(),
    streams: z.array(stream),
    cursors: z.array(cursor),
    problems: z.array(z.string()).describe('of the log as a whole'),
    sayings: z.strictObject({ checked: count, differences: z.array(difference) }).describe('said again from the facts'),
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
    const { today, position } = (await this.readings.all({})).at;
    return { today, position, ...(await this.verification.verify()) };
  }
}
