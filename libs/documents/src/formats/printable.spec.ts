import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Document } from '../document.js';
import { isInFont, printable } from './printable.js';

/** As pdfmake's own libraries read its fonts. */
interface Font {
  hasGlyphForCodePoint(code: number): boolean;
}

const ofPdfmake = createRequire(createRequire(import.meta.url).resolve('pdfmake/package.json'));
const { openSync } = createRequire(ofPdfmake.resolve('pdfkit'))('fontkit') as { openSync(path: string): Font };
const fonts = ['Regular', 'Medium'].map((name) =>
  openSync(join(dirname(ofPdfmake.resolve('pdfmake/package.json')), `fonts/Roboto/Roboto-${name}.ttf`)),
);

const textOf = (text: string): readonly string[] => {
  const document = { blocks: [{ kind: 'paragraph', text }], notInFont: 'Letters are missing.' } as unknown as Document;
  return printable(document).blocks.map((block) => ('text' in block ? block.text : ''));
};

describe('what the font of a PDF can show', () => {
  it('is what the font itself says of every character of the first plane', () => {
    const codes = Array.from({ length: 0xfffe - 0x20 }, (_, index) => 0x20 + index).filter(
      (code) => code < 0xd800 || code > 0xdfff,
    );
    const told = codes.filter((code) => isInFont(String.fromCodePoint(code)));
    expect(told).toEqual(codes.filter((code) => fonts.every((font) => font.hasGlyphForCodePoint(code))));
  });

  it.each([['Help the parties, à Gao; Žilina, Việt Nam, Ελλάδα, Россия'], ['“13,532” − 45 % (1er févr. 2018)']])(
    'is shown as it is: %s',
    (text) => expect(textOf(text)).toEqual([text]),
  );

  it.each([
    // as sent, as shown
    ['1. «\u00A0حماية المدنيين في المناطق\u00A0»', '1. «\u00A0\uFFFD\u00A0»'],
    ['保护平民 (Gao)', '\uFFFD (Gao)'],
    ['air 🚁 lift', 'air \uFFFD lift'],
  ])('%s is one sign for a phrase, and a sentence at the end says so', (text, shown) =>
    expect(textOf(text)).toEqual([shown, 'Letters are missing.']),
  );

  it('leaves out marks of direction, which nobody sees', () => expect(textOf('a\u200Eb\u202Ec')).toEqual(['abc']));
});
