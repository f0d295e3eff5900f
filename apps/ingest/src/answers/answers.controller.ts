import { Body, Controller, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConflictResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Takes } from '@muster/runtime';
import { noParameters } from '../no-parameters.js';
import { readJson } from '../read-json.js';
import { AlertAnswers, type RecordedAnswer } from './alert-answers.js';
import { acknowledgementBody, bodySchema, recordedAnswerSchema, silenceBody, silencesBody } from './answer-schemas.js';

const json = 'application/json';

interface AlertPath {
  readonly mission: string;
  readonly rule: string;
  readonly subject: string;
}

const keyOf = ({ mission, rule, subject }: AlertPath): string => `${mission}/${rule}/${subject}`;

@ApiTags('writing')
@Controller('api/alerts')
export class AnswersController {
  constructor(private readonly answers: AlertAnswers) {}

  @Post('silences')
  @HttpCode(200)
  @Takes(json)
  @ApiOperation({ summary: 'Silences the alerts that match; they live as usual, only notices stop' })
  @ApiBody({ schema: bodySchema(silencesBody) })
  @ApiOkResponse({ standardSchema: recordedAnswerSchema })
  silenceAll(@Body() body: string | undefined, @Query({ schema: noParameters }) _none: unknown): Promise<RecordedAnswer> {
    return this.answers.silenceAll(body, missionMatched(body));
  }

  @Post(':mission/:rule/:subject/acknowledgement')
  @HttpCode(200)
  @Takes(json)
  @ApiOperation({ summary: 'Takes on an open alert, with a day by which it is planned to be filled' })
  @ApiParam({ name: 'mission' })
  @ApiParam({ name: 'rule' })
  @ApiParam({ name: 'subject' })
  @ApiBody({ schema: bodySchema(acknowledgementBody) })
  @ApiOkResponse({ standardSchema: recordedAnswerSchema })
  @ApiConflictResponse({ description: 'The key has no open alert.' })
  acknowledge(
    @Param() params: AlertPath,
    @Body() body: string | undefined,
    @Query({ schema: noParameters }) _none: unknown,
  ): Promise<RecordedAnswer> {
    return this.answers.acknowledge(keyOf(params), body);
  }

  @Post(':mission/:rule/:subject/silence')
  @HttpCode(200)
  @Takes(json)
  @ApiOperation({ summary: 'Silences one open alert' })
  @ApiParam({ name: 'mission' })
  @ApiParam({ name: 'rule' })
  @ApiParam({ name: 'subject' })
  @ApiBody({ schema: bodySchema(silenceBody) })
  @ApiOkResponse({ standardSchema: recordedAnswerSchema })
  @ApiConflictResponse({ description: 'The key has no open alert.' })
  silence(
    @Param() params: AlertPath,
    @Body() body: string | undefined,
    @Query({ schema: noParameters }) _none: unknown,
  ): Promise<RecordedAnswer> {
    return this.answers.silence(keyOf(params), body);
  }
}

/** The mission in whose stream the silence is recorded; where none is named the fact's own check says so. */
function missionMatched(body: string | undefined): string {
  const { matchers } = (readJson(body) ?? {}) as { matchers?: { mission?: unknown } | null };
  return typeof matchers?.mission === 'string' ? matchers.mission : 'unnamed';
}
