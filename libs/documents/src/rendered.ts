import { canonicalJson, sha256, type Language } from '@muster/contracts';
import type { ConsolidatedReport, MonthlyReport } from '@muster/force-generation';
import type { Document } from './document.js';
import { onlySigns } from './only-signs.js';
import { withTexts } from './with-texts.js';

export const reportFormats = ['json', 'html', 'pdf', 'docx', 'xlsx'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export const contentTypes: Readonly<Record<ReportFormat, string>> = {
  json: 'application/json',
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

type Writer = (document: Document) => Uint8Array | Promise<Uint8Array>;

/** Each is loaded where it is first asked for: a process that only names the formats needs none of them. */
const writers: Readonly<Record<Exclude<ReportFormat, 'json'>, () => Promise<Writer>>> = {
  html: async () => (await import('./formats/html.js')).htmlOf,
  pdf: async () => (await import('./formats/pdf.js')).pdfOf,
  docx: async () => (await import('./formats/docx.js')).docxOf,
  xlsx: async () => (await import('./formats/xlsx.js')).xlsxOf,
};

/** A report's JSON, as it is hashed: canonical, so that `sha256sum` of the file gives the hash in every footer. */
export const reportJson = (report: MonthlyReport | ConsolidatedReport): string => canonicalJson(report);

/** The bytes of a report in a format and a language: the same report gives the same bytes, wherever and whenever it is built. */
export async function rendered(
  report: MonthlyReport | ConsolidatedReport,
  format: ReportFormat,
  language: Language,
): Promise<Uint8Array> {
  const json = reportJson(report);
  if (format === 'json') return new TextEncoder().encode(json);
  const write = await writers[format]();
  return write(withTexts(await documentOf(report, language, sha256(json)), onlySigns));
}

async function documentOf(report: MonthlyReport | ConsolidatedReport, language: Language, sha: string): Promise<Document> {
  if ('missions' in report) return (await import('./consolidated-document.js')).consolidatedDocument(report, language, sha);
  return (await import('./report-document.js')).reportDocument(report, language, sha);
}
