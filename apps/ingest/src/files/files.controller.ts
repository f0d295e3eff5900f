import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBadRequestResponse, ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Takes } from '@muster/runtime';
import { CeilingFiles } from './ceiling-files.js';
import { ContributionFiles } from './contribution-files.js';
import type { FileAnswer } from './file-answer.js';
import { fileAnswerSchema } from './file-answer-schema.js';
import { ceilingsQuery, contributionsQuery, type CeilingsQuery, type ContributionsQuery } from './file-query.js';

const csv = 'text/csv';

@ApiTags('writing')
@Controller('api')
export class FilesController {
  constructor(
    private readonly contributions: ContributionFiles,
    private readonly ceilings: CeilingFiles,
  ) {}

  @Post('contributions')
  @HttpCode(200)
  @Takes(csv)
  @ApiOperation({ summary: "Records the UN's monthly contributions, one fact for each mission and month" })
  @ApiBody({ schema: { type: 'string' } })
  @ApiOkResponse({ standardSchema: fileAnswerSchema })
  @ApiBadRequestResponse({ description: 'No row could be taken, nor was one known.' })
  takeContributions(@Body() body: Buffer, @Query({ schema: contributionsQuery }) query: ContributionsQuery): Promise<FileAnswer> {
    return this.contributions.take(body, query);
  }

  @Post('ceilings')
  @HttpCode(200)
  @Takes(csv)
  @ApiOperation({ summary: 'Records authorized ceilings, one fact for each row' })
  @ApiBody({ schema: { type: 'string' } })
  @ApiOkResponse({ standardSchema: fileAnswerSchema })
  @ApiBadRequestResponse({ description: 'No row could be taken, nor was one known.' })
  takeCeilings(@Body() body: Buffer, @Query({ schema: ceilingsQuery }) query: CeilingsQuery): Promise<FileAnswer> {
    return this.ceilings.take(body, query);
  }
}
