import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { IngestModule } from '../../apps/ingest/src/ingest.module.js';
import { startMonitor, type Monitor } from './start-monitor.js';
import { textOfPdf } from './text-of-pdf.js';

jest.setTimeout(120_000);

/** A table as it is read: its head, then its rows. */
type Read = readonly (readonly string[])[];

let monitor: Monitor;
beforeAll(async () => {
  monitor = await startMonitor();
  await monitor.app.get(IngestModule).loadCase('minusma');
  await monitor.untilAssessed();
});
afterAll(() => monitor.close());

const characters: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  '#160': '\u00A0',
};
const unescaped = (text: string): string => text.replace(/&(#?\w+);/g, (all, name: string) => characters[name] ?? all);
const inner = (text: string, element: string): string[] =>
  [...text.matchAll(new RegExp(`<${element}(?:\\s[^>]*)?>([\\s\\S]*?)</${element}>`, 'g'))].map(([, inside = '']) => inside);

const onPage = (page: string): Read[] =>
  inner(page, 'table').map((table) =>
    inner(table, 'tr').map((row) =>
      [...inner(row, 'th'), ...inner(row, 'td')].map((cell) => unescaped(cell.replace(/<[^>]*>/g, ''))),
    ),
  );

/** The first one holds the key figures, which a page has as a list. */
const inWord = (file: Uint8Array): Read[] => {
  const text = new TextDecoder().decode(unzipSync(file)['word/document.xml']);
  return inner(text, 'w:tbl')
    .map((table) => inner(table, 'w:tr').map((row) => inner(row, 'w:tc').map((cell) => unescaped(inner(cell, 'w:t').join('')))))
    .slice(1);
};

type Sheet = readonly (readonly (string | number)[])[];

/** Days as `YYYY-MM-DD`, as a page does not write them. */
async function inWorkbook(file: Uint8Array): Promise<Sheet[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(file as unknown as ExcelJS.Buffer);
  return book.worksheets.slice(1).map((sheet) => {
    const rows: (string | number)[][] = [];
    sheet.eachRow({ includeEmpty: true }, (row) => {
      const values = (row.values as ExcelJS.CellValue[]).slice(1);
      rows.push(
        Array.from(values, (value) =>
          value instanceof Date ? value.toISOString().slice(0, 10) : ((value ?? '') as string | number),
        ),
      );
    });
    return rows;
  });
}

const months = [
  ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'],
];

/** What a cell of a page says, as a workbook holds it: a number, a share of one, or a day. */
function reckoned(text: string): string | number {
  const day = /^(\d+)(?:er)? ([^\d\s]+?)\.? (\d{4})$/.exec(text);
  if (day !== null) {
    const month = months.findIndex((name) => name.startsWith(day[2]!.toLowerCase())) % 12;
    return `${day[3]}-${String(month + 1).padStart(2, '0')}-${day[1]!.padStart(2, '0')}`;
  }
  const number = /^([+−]?)([\d,.\u00A0\u202F]+?)(\s?%)?(?:\*|\s(?:days?|jours?))?$/.exec(text);
  if (number === null) return text;
  const plain = number[2]!.replace(number[3] === undefined ? /[,\u00A0\u202F]/g : /[\u00A0\u202F]/g, '').replace(',', '.');
  return (number[1] === '−' ? -1 : 1) * (number[3] === undefined ? Number(plain) : Math.round(10 * Number(plain)) / 1_000);
}

const said = (value: string | number): string | number =>
  typeof value === 'number' && Math.abs(value) < 1 ? Math.round(1_000 * value) / 1_000 : value;

describe.each(['/api/reports/MINUSMA/2018-02', '/api/reports/all/2018-02'])('%s has the same cells in every format', (path) => {
  describe.each(['en', 'fr'])('in %s', (language) => {
    const file = async (format: string): Promise<Buffer> =>
      (await monitor.app.inject({ method: 'GET', url: `${path}?format=${format}&lang=${language}` })).rawPayload;
    let tables: Read[];
    beforeAll(async () => {
      tables = onPage((await file('html')).toString());
      expect(tables.length).toBeGreaterThan(5);
    });

    it('in Word', async () => expect(inWord(await file('docx'))).toEqual(tables));

    it('in a workbook, as what it can calculate with', async () => {
      const sheets = await inWorkbook(await file('xlsx'));
      expect(sheets.map((rows) => rows.map((row) => row.map(said)))).toEqual(
        tables.map(([head, ...rows]) => [head, ...rows.map((row) => row.map(reckoned))]),
      );
    });

    it('in PDF, one after the other', async () => {
      const text = textOfPdf(await file('pdf'));
      let at = 0;
      for (const cell of tables.flat(2)) {
        const found = text.indexOf(cell.replace(/\s/g, ''), at);
        expect({ cell, after: text.slice(at, at + 60), isFound: found >= 0 }).toMatchObject({ isFound: true });
        at = found + cell.replace(/\s/g, '').length;
      }
    });
  });
});
