import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Cell, Emphasis, KeyFigure, Table } from '../document.js';

/** Between the margins, in twentieths of a point. */
export const breadth = 10_306;

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
const ruled = (size: number, color: string) => ({ style: BorderStyle.SINGLE, size, color });

/** A table whose header row repeats on each page, with columns as wide as they are told to be. */
export function wordTable({ columns, rows, totals = 0 }: Table): WordTable {
  const sum = columns.reduce((total, { width = 1 }) => total + width, 0);
  const widths = columns.map(({ width = 1 }) => Math.floor((breadth * width) / sum));
  const size = columns.length > 8 ? 13 : 15;
  const isRight = (at: number): boolean => columns[at]!.align === 'right';
  const cell = (told: Cell, at: number, look: Look): TableCell =>
    wordCell(told, { ...look, size, isRight: isRight(at), width: widths[at]! });
  return new WordTable({
    width: { size: breadth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ title }, at) => cell({ text: title, emphasis: 'strong' }, at, { under: ruled(10, '1F2933') })),
      }),
      ...rows.map((row, index) => {
        const isTotal = index >= rows.length - totals;
        const look = isTotal ? { over: ruled(10, '1F2933'), isTotal } : { under: ruled(3, 'CBD2D9'), isEven: index % 2 === 1 };
        return new TableRow({ cantSplit: true, children: row.map((told, at) => cell(told, at, look)) });
      }),
    ],
  });
}

interface Look {
  readonly over?: ReturnType<typeof ruled>;
  readonly under?: ReturnType<typeof ruled>;
  readonly isTotal?: boolean;
  readonly isEven?: boolean;
}

interface Measures extends Look {
  readonly size: number;
  readonly isRight: boolean;
  readonly width: number;
}

const runs: Readonly<Record<Emphasis, { readonly bold?: true; readonly color?: string }>> = {
  strong: { bold: true },
  quiet: { color: '616E7C' },
  critical: { bold: true, color: '9B1C1C' },
  warning: { bold: true, color: '975A16' },
  watch: { color: '2C5282' },
};

function wordCell({ text, emphasis, asSent }: Cell, { over, under, isTotal, isEven, size, isRight, width }: Measures): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 25, bottom: 25, left: 45, right: 45 },
    borders: { ...noBorders, ...(over && { top: over }), ...(under && { bottom: under }) },
    ...(isEven && { shading: { type: ShadingType.CLEAR, fill: 'F8FAFC' } }),
    children: [
      new Paragraph({
        spacing: { after: 0 },
        alignment: isRight ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [
          new TextRun({
            text,
            size,
            ...(emphasis && runs[emphasis]),
            ...(isTotal && { bold: true }),
            ...(asSent && { noProof: true }),
          }),
        ],
      }),
    ],
  });
}

/** Figures in large type beside each other. */
export function figuresTable(figures: readonly KeyFigure[]): WordTable {
  const width = Math.floor(breadth / figures.length);
  const line = (text: string, size: number, look: { readonly bold?: true; readonly color?: string } = {}): Paragraph =>
    new Paragraph({ spacing: { after: 0 }, children: [new TextRun({ text, size, ...look })] });
  return new WordTable({
    width: { size: breadth, type: WidthType.DXA },
    columnWidths: figures.map(() => width),
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    rows: [
      new TableRow({
        cantSplit: true,
        children: figures.map(
          ({ label, value, detail }) =>
            new TableCell({
              width: { size: width, type: WidthType.DXA },
              margins: { top: 60, bottom: 60, left: 120, right: 60 },
              shading: { type: ShadingType.CLEAR, fill: 'F0F4F8' },
              borders: { ...noBorders, top: ruled(18, '0B6FB8'), right: ruled(24, 'FFFFFF') },
              children: [
                line(label, 15, { color: '616E7C' }),
                line(value, 34, { bold: true }),
                line(detail, 15, { color: '616E7C' }),
              ],
            }),
        ),
      }),
    ],
  });
}
