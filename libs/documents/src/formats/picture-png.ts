import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';

const fonts = join(dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')), 'fonts/Roboto');

/** An SVG as pixels, `scale` for each of its own; with our own font, whatever the machine has. */
export const picturePng = (svg: string, scale: number): Uint8Array =>
  new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    background: '#ffffff',
    font: {
      loadSystemFonts: false,
      fontFiles: ['Regular', 'Medium'].map((name) => join(fonts, `Roboto-${name}.ttf`)),
      defaultFontFamily: 'Roboto',
    },
  })
    .render()
    .asPng();
