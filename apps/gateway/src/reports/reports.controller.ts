import { Controller, Get, Headers, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiNotFoundResponse, ApiNotModifiedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { contentTypes } from '@muster/documents';
import { allMissions, isAllMissions } from '@muster/force-generation';
import { ReportFiles } from './report-files.js';
import { ReportList } from './report-list.js';
import { reportsAnswer } from './reports-answer.js';
import { reportPath, reportQuery, reportsQuery, type ReportPath, type ReportQuery, type ReportsQuery } from './reports-query.js';

/** A report is in one of these, without what a type says of its characters. */
const documentTypes = Object.fromEntries(Object.values(contentTypes).map((type) => [type.replace(/;.*/, ''), {}]));

/** What the controller needs of Fastify's reply. */
interface Reply {
  header(name: string, value: string): Reply;
  status(code: number): Reply;
}

@ApiTags('reading')
@Controller('api/reports')
export class ReportsController {
  constructor(
    private readonly files: ReportFiles,
    private readonly reportList: ReportList,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The monthly reports that were issued, their corrigenda, and the drafts of the last month' })
  @ApiOkResponse({ standardSchema: reportsAnswer })
  list(@Query({ schema: reportsQuery }) query: ReportsQuery) {
    return this.reportList.list(query);
  }

  @Get(':mission/:month')
  @ApiOperation({
    summary: 'The report of a mission for a month: as it was published last, else as a draft; of ALL, the one over all missions',
  })
  @ApiOkResponse({
    content: documentTypes,
    description: 'The same report gives the same bytes, and the same ETag, wherever it is built.',
  })
  @ApiNotModifiedResponse({ description: 'The tag of If-None-Match is still its tag.' })
  @ApiNotFoundResponse({ description: 'There is no such mission, none was active, or the month has not ended.' })
  async one(
    @Param({ schema: reportPath }) { mission, month }: ReportPath,
    @Query({ schema: reportQuery }) { format, lang, ...viewed }: ReportQuery,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile | undefined> {
    const { tag, bytes } = await this.files.file({ mission, month, ...viewed, format, lang }, isAmong(known));
    reply.header('etag', tag).header('cache-control', 'no-cache');
    if (bytes === undefined) return void reply.status(304);
    reply.header('content-disposition', `inline; filename="${nameOf(mission)}-${month}-${lang}.${format}"`);
    return new StreamableFile(bytes, { type: contentTypes[format] });
  }
}

/** As it stands in reports: that of all missions may be asked for in any letters. */
const nameOf = (mission: string): string => (isAllMissions(mission) ? allMissions : mission);

/** Whether an If-None-Match names the tag; a star names whatever there is. */
const isAmong =
  (known = '') =>
  (tag: string): boolean =>
    known.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag);
