import { canonicalJson, markIn, sha256, type ReportMark } from '@muster/contracts';
import { reportPath } from '../doors/door-paths.js';
import type { Monitor } from '../doors/monitor.js';
import type { ReportFormat } from './formats.js';

/** What a file says that it is. */
export interface ReportFile extends ReportMark {
  readonly format: ReportFormat;
}

/** Undefined where the file is no report of ours. */
export function reportFileOf(bytes: Buffer): ReportFile | undefined {
  const format = formatOf(bytes);
  if (format === 'json') return ofJson(bytes);
  const mark = markIn(bytes);
  return mark && format && { ...mark, format };
}

function formatOf(bytes: Buffer): ReportFormat | undefined {
  const beginning = bytes.subarray(0, 64).toString('latin1');
  if (beginning.startsWith('{')) return 'json';
  if (beginning.startsWith('%PDF')) return 'pdf';
  if (beginning.toLowerCase().startsWith('<!doctype html')) return 'html';
  if (beginning.startsWith('PK')) return bytes.includes('word/document.xml') ? 'docx' : 'xlsx';
  return undefined;
}

interface ReportBody {
  readonly mission?: string;
  readonly month?: string;
  readonly provenance?: { readonly position?: number };
}

function ofJson(bytes: Buffer): ReportFile | undefined {
  try {
    const body = JSON.parse(bytes.toString()) as ReportBody;
    const { mission, month, provenance } = body;
    if (mission === undefined || month === undefined || provenance?.position === undefined) return undefined;
    return { mission, month, position: provenance.position, language: 'en', sha256: sha256(canonicalJson(body)), format: 'json' };
  } catch {
    return undefined;
  }
}

export interface ReportVerified {
  readonly file: ReportFile;
  /** SHA-256 of the JSON as the log gives it now. */
  readonly sha256: string;
  readonly status: string;
  /** Whether the file is, byte by byte, what the log gives in its format and language. */
  readonly isSame: boolean;
  /** What was recorded when the report was published; undefined of a draft. */
  readonly recorded: string | undefined;
}

/** Has the report built again from the log, and compares. */
export async function verifyReport(monitor: Monitor, bytes: Buffer, file: ReportFile): Promise<ReportVerified> {
  const { mission, month, position, format, language } = file;
  const path = reportPath(mission, month);
  const json = await monitor.file(path, { format: 'json', position: String(position) });
  const again = await monitor.file(path, { format, lang: language, position: String(position) });
  const { status } = JSON.parse(json.toString()) as { readonly status: string };
  const { body } = await monitor.get<PublishedList>('/api/reports', { mission, month });
  return {
    file,
    sha256: sha256(json.toString()),
    status,
    isSame: bytes.equals(again),
    recorded: body.reports.find((report) => report.position === position)?.sha256 ?? undefined,
  };
}

interface PublishedList {
  readonly reports: readonly { readonly position: number | null; readonly sha256: string | null }[];
}
