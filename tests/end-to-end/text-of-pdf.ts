import { inflateSync } from 'node:zlib';

/** What a PDF file made by pdfmake shows, page after page, in the order in which it is drawn; without blanks, which lines swallow. */
export function textOfPdf(file: Uint8Array): string {
  const objects = objectsIn(Buffer.from(file).toString('latin1'));
  const fonts = fontsOf(objects);
  const drawn = [...objects.values()].flatMap(({ head, stream }) =>
    head.includes('/Length') && stream?.includes(' Tf') ? [stream] : [],
  );
  return drawn.map((content) => textDrawn(content, fonts)).join('');
}

interface PdfObject {
  readonly head: string;
  readonly stream?: string;
}

function objectsIn(text: string): Map<string, PdfObject> {
  const objects = new Map<string, PdfObject>();
  for (const [, number, body = ''] of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [head = '', ...rest] = body.split('\nstream\n');
    const bytes = Buffer.from(rest.join('\nstream\n').replace(/\nendstream$/, ''), 'latin1');
    const stream = head.includes('/FlateDecode') ? inflateSync(bytes).toString('latin1') : undefined;
    objects.set(number!, { head, ...(stream !== undefined && { stream }) });
  }
  return objects;
}

/** By the name that pages call a font by: what each of its signs stands for. */
function fontsOf(objects: ReadonlyMap<string, PdfObject>): Map<string, readonly string[]> {
  const fonts = new Map<string, readonly string[]>();
  for (const { head } of objects.values())
    for (const [, names = ''] of head.matchAll(/\/Font <<([^>]*)>>/g))
      for (const [, name, number] of names.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
        const [, map] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(number!)?.head ?? '') ?? [];
        fonts.set(name!, charactersIn(objects.get(map!)?.stream ?? ''));
      }
  return fonts;
}

/** pdfkit lists the characters of all signs from 0 on, a hundred or so in a range. */
function charactersIn(map: string): readonly string[] {
  const ranges = [...map.matchAll(/<[0-9a-f]+> <[0-9a-f]+> \[([^\]]*)\]/gi)];
  return ranges.flatMap(([, range = '']) =>
    [...range.matchAll(/<([0-9a-f ]*)>/gi)].map(([, hexadecimal = '']) =>
      Buffer.from(hexadecimal.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
    ),
  );
}

function textDrawn(content: string, fonts: ReadonlyMap<string, readonly string[]>): string {
  let characters: readonly string[] = [];
  let text = '';
  for (const [, font, shown = ''] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) characters = fonts.get(font) ?? [];
    for (const [, signs = ''] of shown.matchAll(/<([0-9a-f]+)>/g))
      for (const [sign] of signs.matchAll(/.{4}/g)) text += characters[parseInt(sign, 16)] ?? '';
  }
  return text.replace(/\s/g, '');
}
