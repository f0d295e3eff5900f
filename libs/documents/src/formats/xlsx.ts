import ExcelJS from 'exceljs';
import type { Block, Cell, Document, Paragraph, Table } from '../document.js';
import { sameArchive, withoutInstants } from './same-archive.js';

/** A workbook: a first sheet that says what it is, and each table of the report as a sheet with figures to calculate with. */
export async function xlsxOf(document: Document): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const made = new Date(`${document.madeFor}T00:00:00Z`);
  book.title = `${document.title} – ${document.subtitle}`;
  book.creator = document.organization;
  book.lastModifiedBy = document.organization;
  book.keywords = document.mark;
  book.created = made;
  book.modified = made;
  addCover(book, document);
  for (const table of document.blocks.filter((block) => block.kind === 'table')) addSheet(book, table, document);
  const bytes = await book.xlsx.writeBuffer();
  return sameArchive(new Uint8Array(bytes), withoutInstants(document.madeFor));
}

function addCover(book: ExcelJS.Workbook, { title, subtitle, organization, banner, blocks, footer, language }: Document): void {
  const sheet = book.addWorksheet(language === 'fr' ? 'Rapport' : 'Report');
  sheet.columns = [{ width: 28 }, { width: 18 }, { width: 60 }];
  for (const [text, size] of [
    [organization, 10],
    [title, 16],
    [subtitle, 12],
  ] as const)
    sheet.addRow([text]).font = { size, bold: size > 10 };
  if (banner !== undefined) sheet.addRow([banner]).font = { bold: true, color: { argb: 'FF975A16' } };
  sheet.addRow([]);
  for (const block of blocks) for (const row of coverRows(block)) sheet.addRow(row);
  sheet.addRow([]);
  sheet.addRow([footer]).font = { size: 8, color: { argb: 'FF616E7C' } };
}

const coverRows = (block: Block): string[][] => {
  if (block.kind === 'figures') return block.figures.map(({ label, value, detail }) => [label, value, detail]);
  return block.kind === 'paragraph' && isOnCover(block) ? [[], [block.text]] : [];
};

/** What a reader must know before any table: the headline in a sentence, and what the report does without. */
const isOnCover = ({ look }: Paragraph): boolean => look === 'lead' || look === 'warning';

function addSheet(book: ExcelJS.Workbook, { name, columns, rows, totals = 0 }: Table, { language }: Document): void {
  const sheet = book.addWorksheet(name.slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ width = 1, align }) => ({
    width: Math.max(10, Math.round(width * 13)),
    style: { alignment: { vertical: 'top', wrapText: true, ...(align === 'right' && { horizontal: 'right' as const }) } },
  }));
  const head = sheet.addRow(columns.map(({ title }) => title));
  head.font = { bold: true };
  head.border = { bottom: { style: 'medium' } };
  rows.forEach((cells, index) => {
    const row = sheet.addRow(cells.map(valueOf));
    cells.forEach((cell, at) => {
      const format = formatOf(cell, language);
      if (format !== undefined) row.getCell(at + 1).numFmt = format;
    });
    if (index >= rows.length - totals) row.font = { bold: true };
  });
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
}

/** A workbook calculates with days in UTC. */
function valueOf({ text, number, day }: Cell): string | number | Date {
  if (number !== undefined) return number;
  return day === undefined ? text : new Date(`${day}T00:00:00Z`);
}

function formatOf({ text, number, isShare, day }: Cell, language: Document['language']): string | undefined {
  if (day !== undefined) return language === 'fr' ? 'dd/mm/yyyy' : 'd mmm yyyy';
  if (number === undefined) return undefined;
  if (isShare) return '0.0%';
  if (/^[+−]/.test(text)) return '+#,##0;-#,##0;0';
  return text.endsWith('*') ? '#,##0"*"' : '#,##0';
}
