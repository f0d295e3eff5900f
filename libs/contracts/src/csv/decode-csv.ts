export interface DecodedCsv {
  readonly text: string;
  readonly notes: readonly string[];
}

const windowsNote =
  'The file is not UTF-8; it was read as Windows-1252 (Latin-1). Check the accents in names, and save it as UTF-8 the next time.';

function utf16(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  return bytes[0] === 0xfe && bytes[1] === 0xff ? new TextDecoder('utf-16be').decode(bytes) : undefined;
}

/** Spreadsheets save in the encoding of the desk that they stand on. Countries are placed by code and name, so a wrong guess shows. */
function decode(bytes: Uint8Array): DecodedCsv {
  const wide = utf16(bytes);
  if (wide !== undefined) return { text: wide, notes: ['The file is UTF-16; it was read as such.'] };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), notes: [] };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), notes: [windowsNote] };
  }
}

/** A file's text without byte-order mark, every line ending in a line feed (with or without a carriage return before it). */
export function decodeCsv(csv: string | Uint8Array): DecodedCsv {
  const { text, notes } = typeof csv === 'string' ? { text: csv, notes: [] } : decode(csv);
  const unmarked = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return { text: unmarked.includes('\n') ? unmarked : unmarked.replaceAll('\r', '\n'), notes };
}
