import type { Block, Cell, Column, Document, Table } from '../document.js';
import { escaped } from './escaped.js';
import { htmlStyle } from './html-style.js';

/** One file: style and pictures are in it, and it asks nobody for anything. It prints on A4. */
export function htmlOf(document: Document): Uint8Array {
  const { language, title, subtitle, organization, banner, blocks, footer, mark } = document;
  const text = [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta name="generator" content="${mark}">`,
    `<title>${escaped(`${title} – ${subtitle}`)}</title>`,
    `<style>${htmlStyle}</style>`,
    '</head>',
    '<body>',
    ...(banner === undefined ? [] : [`<p class="banner" role="note">${escaped(banner)}</p>`]),
    `<header><p class="organization">${escaped(organization)}</p><h1>${escaped(title)}</h1><p class="subtitle">${escaped(subtitle)}</p></header>`,
    '<main>',
    ...blocks.map(blockOf),
    '</main>',
    `<footer>${escaped(footer)}</footer>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
  return new TextEncoder().encode(text);
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p${block.look === undefined ? '' : ` class="${block.look}"`}>${escaped(block.text)}</p>`;
    case 'figures':
      return `<dl class="figures">${block.figures
        .map(
          ({ label, value, detail }) =>
            `<div><dt>${escaped(label)}</dt><dd><b>${escaped(value)}</b><span>${escaped(detail)}</span></dd></div>`,
        )
        .join('')}</dl>`;
    case 'picture':
      return `<figure role="img" aria-label="${escaped(block.alternative)}">${block.svg}</figure>`;
    case 'table':
      return tableOf(block);
    default:
      return block satisfies never;
  }
}

function tableOf({ columns, rows, totals = 0 }: Table): string {
  const sum = columns.reduce((total, { width = 1 }) => total + width, 0);
  const widths = columns.map(({ width = 1 }) => `<col style="width:${Math.round((1000 * width) / sum) / 10}%">`).join('');
  const head = columns.map((column) => `<th scope="col"${classOf(column)}>${escaped(column.title)}</th>`).join('');
  const body = rows.map((row, index) => {
    const isTotal = index >= rows.length - totals;
    return `<tr${isTotal ? ' class="total"' : ''}>${row.map((cell, at) => cellOf(cell, columns[at]!)).join('')}</tr>`;
  });
  return `<table><colgroup>${widths}</colgroup><thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>`;
}

const cellOf = (cell: Cell, column: Column): string =>
  `<td${classOf(column, cell)}${cell.asSent ? ' lang=""' : ''}>${escaped(cell.text)}</td>`;

function classOf({ align }: Column, { emphasis, day }: Partial<Cell> = {}): string {
  const names = [align === 'right' ? 'number' : '', day === undefined ? '' : 'day', emphasis ?? ''].filter((name) => name !== '');
  return names.length === 0 ? '' : ` class="${names.join(' ')}"`;
}
