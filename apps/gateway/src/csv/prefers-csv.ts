interface Range {
  readonly type: string;
  readonly quality: number;
}

function rangesOf(accept: string): Range[] {
  return accept.split(',').map((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    return { type, quality: quality === undefined ? 1 : Number(quality.slice(2)) };
  });
}

/** The most specific range that names a type decides; 0 where none does. */
function qualityOf(type: string, ranges: readonly Range[]): number {
  const names = [type, `${type.split('/')[0]}/*`, '*/*'];
  const specific = names.find((name) => ranges.some((range) => range.type === name));
  return Math.max(0, ...ranges.filter((range) => range.type === specific).map(({ quality }) => quality));
}

/** Whether an Accept header (RFC 9110) puts text/csv before JSON; where both are as welcome, whether it names text/csv. */
export function prefersCsv(accept: string | undefined): boolean {
  const ranges = rangesOf(accept ?? '');
  const csv = qualityOf('text/csv', ranges);
  const json = qualityOf('application/json', ranges);
  return csv > json || (csv > 0 && csv === json && ranges.some(({ type }) => type === 'text/csv'));
}
