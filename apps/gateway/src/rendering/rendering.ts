import type { Language } from '@muster/contracts';
import type { ReportFormat } from '@muster/documents';

/** What a worker is asked to write: a report's JSON in a format and a language. */
export interface Rendering {
  readonly json: string;
  readonly format: ReportFormat;
  readonly language: Language;
}

/** What it answers with. */
export type Rendered = { readonly bytes: Uint8Array } | { readonly problem: string };
