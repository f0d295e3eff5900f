/** Where the quote stands that closes the one before `from`; quotes doubled on the way stand for one. -1 where none does. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

/** Where the field that begins at `from` ends, or -1 where its quotes make no sense. */
function fieldEnd(text: string, from: number, separator: string): number {
  if (text[from] === '"') {
    const closing = closingQuote(text, from + 1);
    return closing === -1 || (closing + 1 < text.length && text[closing + 1] !== separator) ? -1 : closing + 1;
  }
  const next = text.indexOf(separator, from);
  const end = next === -1 ? text.length : next;
  const quote = text.indexOf('"', from);
  return quote === -1 || quote >= end ? end : -1;
}

const valueOf = (field: string): string => (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);

/**
 * The fields of one record of a CSV text (RFC 4180, section 2) that may hold quotes; undefined where they make no sense. csv-parse
 * gives the same, as the spec holds, but needs 25 µs for a record, and 95 µs for one that it refuses: a broken file of the size
 * that the door takes would hold it up for an hour.
 */
export function quotedFields(text: string, separator: string): readonly string[] | undefined {
  const fields: string[] = [];
  for (let from = 0; from <= text.length;) {
    const end = fieldEnd(text, from, separator);
    if (end === -1) return undefined;
    fields.push(valueOf(text.slice(from, end)));
    from = end + 1;
  }
  return fields;
}
