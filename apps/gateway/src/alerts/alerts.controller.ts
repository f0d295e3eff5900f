import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { asCsv, type Reply } from '../csv/as-csv.js';
import { prefersCsv } from '../csv/prefers-csv.js';
import { viewpointQuery, type Viewpoint } from '../viewpoint.js';
import { alertAnswer, alertsAnswer, explanationAnswer, historyAnswer } from './alert-answers.js';
import { AlertHistory } from './alert-history.js';
import { Alerts } from './alerts.js';
import { alertsCsv } from './alerts-csv.js';
import { alertsQuery, type AlertsQuery } from './alerts-query.js';

const alertPath = z.object({ mission: z.string(), rule: z.string(), subject: z.string() });
type AlertPath = z.infer<typeof alertPath>;

const keyOf = ({ mission, rule, subject }: AlertPath): string => `${mission}/${rule}/${subject}`;

@ApiTags('reading')
@Controller('api/alerts')
export class AlertsController {
  constructor(
    private readonly alerts: Alerts,
    private readonly histories: AlertHistory,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The alerts, ranked: open ones unless asked otherwise' })
  @ApiProduces('application/json', 'text/csv')
  @ApiOkResponse({ standardSchema: alertsAnswer })
  async list(
    @Query({ schema: alertsQuery }) query: AlertsQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ) {
    const { at, alerts } = await this.alerts.list(query);
    reply.header('vary', 'accept');
    return prefersCsv(accept) ? asCsv(reply, { fileName: 'alerts.csv', text: alertsCsv(alerts), at }) : { ...at, alerts };
  }

  @Get(':mission/:rule/:subject')
  @ApiOperation({ summary: 'One alert, as it was last said' })
  @ApiOkResponse({ standardSchema: alertAnswer })
  @ApiNotFoundResponse({ description: 'There is no such alert.' })
  async one(@Param({ schema: alertPath }) path: AlertPath, @Query({ schema: viewpointQuery }) from: Viewpoint) {
    const { at, alert } = await this.alerts.one(keyOf(path), from);
    return { ...at, ...alert };
  }

  @Get(':mission/:rule/:subject/explanation')
  @ApiOperation({ summary: 'The facts, the rule and the arithmetic behind an alert' })
  @ApiOkResponse({ standardSchema: explanationAnswer })
  @ApiNotFoundResponse({ description: 'There is nothing to explain.' })
  async explanation(@Param({ schema: alertPath }) path: AlertPath, @Query({ schema: viewpointQuery }) from: Viewpoint) {
    const { at, explanation } = await this.alerts.explanation(keyOf(path), from);
    return { ...at, ...explanation };
  }

  @Get(':mission/:rule/:subject/history')
  @ApiOperation({ summary: 'All that was said of an alert, from its beginning' })
  @ApiOkResponse({ standardSchema: historyAnswer })
  @ApiNotFoundResponse({ description: 'Nothing was ever said of it.' })
  async history(@Param({ schema: alertPath }) path: AlertPath, @Query({ schema: viewpointQuery }) from: Viewpoint) {
    const key = keyOf(path);
    const { at, sayings } = await this.histories.of(key, from);
    return { ...at, key, sayings };
  }
}
