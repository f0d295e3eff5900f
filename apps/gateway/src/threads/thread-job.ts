import type { Language } from '@muster/contracts';
import type { ReportFormat } from '@muster/documents';
import type { ConsolidatedFrom } from '@muster/force-generation';
import type { ReadFrom } from '../reports/read-from.js';

/** A document of a report: its JSON in a format and a language. */
export interface Writing {
  readonly what: 'write';
  readonly json: string;
  readonly format: ReportFormat;
  readonly language: Language;
}

/** A mission's report out of its facts. */
export interface Building {
  readonly what: 'build';
  /** Of the log. */
  readonly databaseUrl: string;
  readonly from: ReadFrom;
}

/** The report over all missions out of theirs. */
export interface Summing {
  readonly what: 'sum';
  /** Each as JSON. */
  readonly reports: readonly string[];
  readonly from: ConsolidatedFrom;
}

/** What a thread is asked to do. */
export type ThreadJob = Writing | Building | Summing;

/** What it gives: the bytes of a document; a report's JSON, null where there is none to tell of. */
export interface Given {
  readonly write: Uint8Array;
  readonly build: string | null;
  readonly sum: string;
}

export type ThreadAnswer = { readonly given: Given[ThreadJob['what']] } | { readonly problem: string };
