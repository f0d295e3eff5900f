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
  readonly mission?: unknown;
  readonly month?: unknown;
  readonly provenance?: { readonly position?: unknown } | null;
}

const isMonth = (month: unknown): month is string => typeof month === 'string' && /^\d{4}-\d{2}$/.test(month);
const isPosition = (position: unknown): position is number => Number.isSafeInteger(position);

function ofJson(bytes: Buffer): ReportFile | undefined {
  try {
    const body = JSON.parse(bytes.toString()) as ReportBody;
    const { mission, month, provenance } = body;
    const position = provenance?.position;
    if (typeof mission !== 'string' || !isMonth(month) || !isPosition(position)) return undefined;
    return { mission, month, position, language: 'en', sha256: sha256(canonicalJson(body)), format: 'json' };
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
  /** Of a draft: what was recorded of the report that was published where it had been read. */
  readonly publishedThere?: string | undefined;
}

/**
 * Has the report built again from the log, and compares. A report is often read where its last draft was: a file that is not what was
 * published there is held against the draft, too, by the hash that it bears.
 */
export async function verifyReport(monitor: Monitor, bytes: Buffer, file: ReportFile): Promise<ReportVerified> {
  const { mission, month, position, format, language } = file;
  const built = await builtAgain(monitor, file);
  const again = await monitor.file(reportPath(mission, month), {
    ...{ format, lang: language, position: String(position), status: built.asked },
  });
  const { body } = await monitor.get<PublishedList>('/api/reports', { mission, month });
  const recorded = body.reports.find((report) => report.position === position)?.sha256 ?? undefined;
  const { sha256, status } = built;
  const isDraft = status === 'draft';
  return {
    ...{ file, sha256, status, isSame: bytes.equals(again), recorded: isDraft ? undefined : recorded },
    ...(isDraft && { publishedThere: recorded }),
  };
}

interface Built {
  /** What the door was asked for. */
  readonly asked: 'draft' | undefined;
  readonly sha256: string;
  readonly status: string;
}

/** What was published at the file's position, or was a draft there; of both the one whose hash the file bears. */
async function builtAgain(monitor: Monitor, file: ReportFile): Promise<Built> {
  const told = await builtAs(monitor, file, undefined);
  if (told.sha256 === file.sha256 || told.status === 'draft') return told;
  const draft = await builtAs(monitor, file, 'draft');
  return draft.sha256 === file.sha256 ? draft : told;
}

async function builtAs(monitor: Monitor, { mission, month, position }: ReportFile, asked: Built['asked']): Promise<Built> {
  const json = await monitor.file(reportPath(mission, month), { format: 'json', position: String(position), status: asked });
  const { status } = JSON.parse(json.toString()) as { readonly status: string };
  return { asked, sha256: sha256(json.toString()), status };
}

interface PublishedList {
  readonly reports: readonly { readonly position: number | null; readonly sha256: string | null }[];
}
