import type { ImportFile } from './import-files.js';

const limit = 180_000;

/** What the door tells of a file, as far as a run compares it. */
export interface Posted {
  readonly accepted: number;
  readonly rejected: number;
  readonly facts: { readonly recorded: number; readonly known: number; readonly revised: number };
}

export async function postFile(url: string, { door, csv }: ImportFile): Promise<Posted> {
  const response = await fetch(`${url}${door}`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: new Uint8Array(csv),
    signal: AbortSignal.timeout(limit),
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`POST ${door} answered ${response.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text) as Posted;
}
