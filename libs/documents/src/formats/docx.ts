import {
  AlignmentType,
  BorderStyle,
  Document as WordDocument,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  TabStopType,
  TextRun,
} from 'docx';
import type { Block, Document } from '../document.js';
import { picturePng } from './picture-png.js';
import { sameArchive, withoutInstants } from './same-archive.js';
import { breadth, figuresTable, wordTable } from './word-table.js';

const locales = { en: 'en-GB', fr: 'fr-FR' } as const;
const font = 'Arial';
const blue = '0B6FB8';
const quiet = '616E7C';

/** A file for Word, with headings, header rows that repeat, and pictures. */
export async function docxOf(document: Document): Promise<Uint8Array> {
  const word = new WordDocument({
    title: `${document.title} – ${document.subtitle}`,
    creator: document.organization,
    lastModifiedBy: document.organization,
    keywords: document.mark,
    styles: stylesOf(document),
    sections: [
      {
        properties: {
          page: { size: { width: 11_906, height: 16_838 }, margin: { top: 850, bottom: 850, left: 800, right: 800 } },
        },
        footers: { default: footerOf(document) },
        children: [...titleOf(document), ...document.blocks.flatMap((block, index) => childrenOf(block, index + 1))],
      },
    ],
  });
  const bytes = await Packer.toBuffer(word);
  return sameArchive(new Uint8Array(bytes), withoutInstants(document.madeFor));
}

const stylesOf = ({ language }: Document) => ({
  default: {
    document: {
      run: { font, size: 19, language: { value: locales[language] } },
      paragraph: { spacing: { after: 80 } },
    },
    title: { run: { font, size: 34, bold: true }, paragraph: { spacing: { after: 40 } } },
    heading2: {
      run: { font, size: 24, bold: true, color: '1F2933' },
      paragraph: { spacing: { before: 260, after: 80 }, keepNext: true },
    },
    heading3: {
      run: { font, size: 20, bold: true, color: '1F2933' },
      paragraph: { spacing: { before: 160, after: 60 }, keepNext: true },
    },
  },
});

function titleOf({ title, subtitle, organization, banner }: Document): Paragraph[] {
  const rule = { style: BorderStyle.SINGLE, size: 18, color: blue, space: 4 };
  return [
    ...(banner === undefined
      ? []
      : [
          new Paragraph({
            shading: { type: ShadingType.CLEAR, fill: 'FFF3C4' },
            spacing: { after: 160 },
            children: [new TextRun({ text: banner, bold: true })],
          }),
        ]),
    new Paragraph({ spacing: { after: 0 }, children: [new TextRun({ text: organization, color: quiet, size: 18 })] }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
    new Paragraph({
      border: { bottom: rule },
      spacing: { after: 200 },
      children: [new TextRun({ text: subtitle, bold: true, color: blue, size: 23 })],
    }),
  ];
}

function footerOf({ footer, pageOf }: Document): Footer {
  // Word counts the pages itself; the phrase is cut where its numbers stand.
  const [before = '', between = '', after = ''] = pageOf(1, 2).split(/[12]/);
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: breadth }],
        children: [
          new TextRun({ text: `${footer}\t`, size: 12, color: quiet }),
          new TextRun({
            children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
            size: 12,
            color: quiet,
          }),
        ],
      }),
    ],
  });
}

type Child = Paragraph | ReturnType<typeof wordTable>;

function childrenOf(block: Block, number: number): Child[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
          children: [new TextRun(block.text)],
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ children: [new TextRun({ text: block.text, ...looks[block.look ?? 'plain'] })] })];
    case 'figures':
      return [figuresTable(block.figures), new Paragraph({ children: [] })];
    case 'picture':
      return [pictureOf(block, number)];
    case 'table':
      return [wordTable(block), new Paragraph({ spacing: { after: 60 }, children: [] })];
    default:
      return block satisfies never;
  }
}

const looks = {
  plain: {},
  lead: { size: 21 },
  note: { size: 16, color: quiet },
  warning: { bold: true, color: '975A16' },
} as const;

function pictureOf({ svg, alternative, width, height }: Extract<Block, { kind: 'picture' }>, number: number): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new ImageRun({
        type: 'png',
        data: Buffer.from(picturePng(svg, 2.5)),
        transformation: { width, height },
        // An id of its own in the document: the library's would count all documents of the process.
        altText: { id: String(number), name: alternative, title: alternative, description: alternative },
      }),
    ],
  });
}
