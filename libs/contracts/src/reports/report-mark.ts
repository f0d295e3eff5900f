/** Languages that documents are written in. */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** By which a file of any format says which report it is: what has to be asked of a monitor to compare it. */
export interface ReportMark {
  readonly mission: string;
  readonly month: string;
  readonly position: number;
  readonly language: Language;
  /** Of the report's JSON. */
  readonly sha256: string;
}

/** One word of letters, digits and signs that no format escapes. */
export const markOf = ({ mission, month, position, language, sha256 }: ReportMark): string =>
  `muster-report:${mission}:${month}:${position}:${language}:${sha256}`;

const pattern = /muster-report:([A-Za-z0-9-]+):(\d{4}-\d{2}):(\d{1,15}):([a-z]{2}):([0-9a-f]{64})/;

/** The mark that stands in a file's bytes; undefined where none does. */
export function markIn(file: Uint8Array): ReportMark | undefined {
  const found = pattern.exec(Buffer.from(file.buffer, file.byteOffset, file.byteLength).toString('latin1'));
  const language = languages.find((one) => one === found?.[4]);
  if (found === null || language === undefined) return undefined;
  const [, mission = '', month = '', position = '', , sha256 = ''] = found;
  return { mission, month, position: Number(position), language, sha256 };
}
