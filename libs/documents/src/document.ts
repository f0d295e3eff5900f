import type { Language } from '@muster/contracts';

/** What a cell weighs to the eye; a document of any format shows it in its own way. */
export type Emphasis = 'strong' | 'quiet' | 'critical' | 'warning' | 'watch';

/** A cell as it is read, and, where it is a number or a day, what a spreadsheet calculates with. */
export interface Cell {
  readonly text: string;
  readonly number?: number;
  /** A number that is a share of one. */
  readonly isShare?: true;
  readonly day?: string;
  readonly emphasis?: Emphasis;
  /** In the language in which it was sent, which nobody says; not in the document's. */
  readonly asSent?: true;
}

export interface Column {
  readonly title: string;
  readonly align?: 'right';
  /** Beside the other columns; 1 where it is not given. */
  readonly width?: number;
}

export interface Table {
  readonly kind: 'table';
  /** Names the sheet of a workbook; at most 31 letters. */
  readonly name: string;
  readonly caption?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Rows at the end that sum the others. */
  readonly totals?: number;
}

export interface Picture {
  readonly kind: 'picture';
  readonly svg: string;
  /** Told to who does not see it. */
  readonly alternative: string;
  readonly width: number;
  readonly height: number;
}

/** A figure in large type, with its name over it and its reading under it. */
export interface KeyFigure {
  readonly label: string;
  readonly value: string;
  readonly detail: string;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly look?: 'lead' | 'note' | 'warning';
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string; readonly level: 2 | 3 }
  | Paragraph
  | { readonly kind: 'figures'; readonly figures: readonly KeyFigure[] }
  | Table
  | Picture;

/** A report in one language, before it has a format: what stands in it, in order. */
export interface Document {
  readonly language: Language;
  readonly title: string;
  readonly subtitle: string;
  /** The mission's full name. */
  readonly organization: string;
  /** Stands over a draft and over a corrigendum. */
  readonly banner?: string;
  readonly blocks: readonly Block[];
  /** On each page. */
  readonly footer: string;
  /** By which a file says what it is; `muster verify report` looks for it. */
  readonly mark: string;
  /** The day that a file bears as its own: a report has no hour of making, so that it is the same whenever it is built. */
  readonly madeFor: string;
  /** Said in a file whose font does not have all characters of the texts. */
  readonly notInFont: string;
  readonly pageOf: (page: number, pages: number) => string;
}

export const heading = (text: string, level: 2 | 3 = 2): Block => ({ kind: 'heading', text, level });
export const paragraph = (text: string, look?: Paragraph['look']): Block => ({
  kind: 'paragraph',
  text,
  ...(look && { look }),
});
