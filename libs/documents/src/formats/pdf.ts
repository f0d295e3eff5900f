import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pdfmake from 'pdfmake';
import type { Content, ContentTable, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { breaksBefore } from './breaks-before.js';
import { printable } from './printable.js';
import type { Block, Cell, Document, Emphasis, KeyFigure, Table } from '../document.js';

const fonts = join(dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')), 'fonts/Roboto');
const font = (name: string): string => join(fonts, `Roboto-${name}.ttf`);

pdfmake.setFonts({
  Roboto: { normal: font('Regular'), bold: font('Medium'), italics: font('Italic'), bolditalics: font('MediumItalic') },
});
// A document of ours asks for nothing but its fonts.
pdfmake.setLocalAccessPolicy((path: string) => path.startsWith(fonts));
pdfmake.setUrlAccessPolicy(() => false);

/** Points between the margins of an A4 page. */
const breadth = 515;
const ink = '#1f2933';
const quiet = '#616e7c';
const blue = '#0b6fb8';

/** Pages of A4 with the fonts in them. */
export async function pdfOf(document: Document): Promise<Uint8Array> {
  return new Uint8Array(await pdfmake.createPdf(definitionOf(printable(document))).getBuffer());
}

function definitionOf({ language, title, subtitle, organization, banner, blocks, ...rest }: Document): TDocumentDefinitions {
  const made = new Date(`${rest.madeFor}T00:00:00Z`);
  return {
    pageSize: 'A4',
    pageMargins: [40, 44, 40, 46],
    language,
    info: { title: `${title} – ${subtitle}`, author: organization, keywords: rest.mark, creationDate: made, modDate: made },
    pageBreakBefore: breaksBefore,
    defaultStyle: { font: 'Roboto', fontSize: 9, lineHeight: 1.15, color: ink },
    footer: (page: number, pages: number) => ({
      margin: [40, 12, 40, 0],
      fontSize: 6.3,
      color: quiet,
      columns: [
        { text: rest.footer, width: '*' },
        { text: rest.pageOf(page, pages), width: 90, alignment: 'right' },
      ],
    }),
    content: [
      ...(banner === undefined ? [] : [bannerOf(banner)]),
      { text: organization, color: quiet, fontSize: 9 },
      { text: title, fontSize: 18, bold: true, lineHeight: 1.05 },
      { text: subtitle, fontSize: 11, bold: true, color: blue, margin: [0, 1, 0, 5] },
      ruleOf(blue, 2),
      ...blocks.flatMap(contentOf),
    ],
  };
}

const bannerOf = (text: string): Content => ({
  table: { widths: ['*'], body: [[{ text, bold: true, fillColor: '#fff3c4', margin: [4, 3, 4, 3] }]] },
  layout: { hLineColor: () => '#b7791f', vLineColor: () => '#b7791f', hLineWidth: () => 0.7, vLineWidth: () => 0.7 },
  margin: [0, 0, 0, 8],
});

const ruleOf = (color: string, lineWidth: number): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: breadth, y2: 0, lineWidth, lineColor: color }],
  margin: [0, 0, 0, 8],
});

function contentOf(block: Block): Content[] {
  switch (block.kind) {
    case 'heading':
      return block.level === 2
        ? [{ text: block.text, fontSize: 12, bold: true, margin: [0, 12, 0, 4], headlineLevel: 2 }]
        : [{ text: block.text, fontSize: 9.5, bold: true, margin: [0, 7, 0, 3], headlineLevel: 3 }];
    case 'paragraph':
      return [{ text: block.text, margin: [0, 1, 0, 5], ...lookOf[block.look ?? 'plain'] }];
    case 'figures':
      return [keyFiguresOf(block.figures)];
    case 'picture':
      return [{ svg: block.svg, width: breadth, margin: [0, 0, 0, 6] }];
    case 'table':
      return [tableOf(block)];
    default:
      return block satisfies never;
  }
}

const lookOf = {
  plain: {},
  lead: { fontSize: 10 },
  note: { fontSize: 8, color: quiet },
  warning: { bold: true, color: '#975a16' },
} as const;

const keyFiguresOf = (figures: readonly KeyFigure[]): Content => ({
  table: {
    widths: figures.map(() => '*'),
    body: [
      figures.map(({ label, value, detail }) => ({
        fillColor: '#f0f4f8',
        margin: [3, 3, 3, 3] as [number, number, number, number],
        stack: [
          { text: label, fontSize: 7.5, color: quiet },
          { text: value, fontSize: 17, bold: true, lineHeight: 1.05 },
          { text: detail === '' ? ' ' : detail, fontSize: 7.5, color: quiet },
        ],
      })),
    ],
  },
  layout: {
    hLineWidth: (row) => (row === 0 ? 2 : 0),
    hLineColor: () => blue,
    vLineWidth: (column) => (column === 0 || column === figures.length ? 0 : 5),
    vLineColor: () => '#ffffff',
  },
  margin: [0, 0, 0, 8],
});

const padding = 2.6;

function tableOf({ columns, rows, totals = 0 }: Table): ContentTable {
  const sum = columns.reduce((total, { width = 1 }) => total + width, 0);
  const room = breadth - columns.length * 2 * padding;
  const alignmentOf = (at: number): 'left' | 'right' => (columns[at]!.align === 'right' ? 'right' : 'left');
  const widths = columns.map(({ width = 1 }) => (room * width) / sum);
  const fontSize = columns.length > 8 ? 6.8 : 7.8;
  const lettersOf = (at: number): number => widths[at]! / (letterWidth * fontSize);
  const head = columns.map(({ title }, at): TableCell => ({ text: title, bold: true, alignment: alignmentOf(at) }));
  const body = rows.map((row, index) =>
    row.map((cell, at): TableCell =>
      cellOf(cell, { alignment: alignmentOf(at), isTotal: index >= rows.length - totals, letters: lettersOf(at) }),
    ),
  );
  return {
    fontSize,
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths,
      body: [head, ...body],
    },
    layout: {
      paddingLeft: () => padding,
      paddingRight: () => padding,
      paddingTop: () => 1.6,
      paddingBottom: () => 1.2,
      vLineWidth: () => 0,
      hLineWidth: (row) => (row === 0 ? 0 : row === 1 || (totals > 0 && row === rows.length + 1 - totals) ? 1 : 0.4),
      hLineColor: (row) => (row === 1 || (totals > 0 && row === rows.length + 1 - totals) ? ink : '#cbd2d9'),
      fillColor: (row) => (row > 0 && row % 2 === 0 ? '#f8fafc' : null),
    },
    margin: [0, 2, 0, 8],
  };
}

const colours: Readonly<Record<Emphasis, { readonly bold?: true; readonly color?: string }>> = {
  strong: { bold: true },
  quiet: { color: quiet },
  critical: { bold: true, color: '#9b1c1c' },
  warning: { bold: true, color: '#975a16' },
  watch: { color: '#2c5282' },
};

/** Of narrow letters, in parts of their height: a word of so many is surely broader than its column. */
const letterWidth = 0.45;

/** Sources and identifiers have no blank to break at. */
const hasLongWord = (text: string, letters: number): boolean =>
  text.split(/[\s-]/).some((word) => word.length > Math.min(24, letters));

const cellOf = (
  { text, emphasis }: Cell,
  { alignment, isTotal, letters }: { readonly alignment: 'left' | 'right'; readonly isTotal: boolean; readonly letters: number },
): TableCell => ({
  text,
  alignment,
  ...(emphasis && colours[emphasis]),
  ...(isTotal && { bold: true }),
  ...(alignment === 'right' && { noWrap: true }),
  ...(hasLongWord(text, letters) && { wordBreak: 'break-all' as const }),
});
