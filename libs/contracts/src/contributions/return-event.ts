import type { Day, FactDataByName } from '@muster/force-generation';
import type { CloudEvent } from '../cloud-event.js';
import { afterSuffix } from '../events/after-suffix.js';
import type { Succession } from '../events/after-suffix.js';
import { fileEvent } from '../events/file-event.js';
import { returnContentHash } from './parsed-return.js';
import type { ParsedReturn } from './parsed-return.js';

/** Source of every return that came as a file. */
export const contributionsSource = '/muster/contributions';

export interface ReturnOptions extends Succession {
  readonly publishedOn?: Day;
}

/**
 * The StrengthReturned for a return read from a file. Its id is `return/<mission>/<asAt>/<hash of its content>`, so that the same
 * figures in another form of file are the same fact; `/after/…` follows where it takes the place of another.
 */
export function returnEvent(parsed: ParsedReturn, { publishedOn, replaces, after }: ReturnOptions = {}): CloudEvent {
  const { mission, asAt, detail, rows, incomplete } = parsed;
  const data: FactDataByName['StrengthReturned'] = {
    detail,
    ...(incomplete === undefined ? {} : { incomplete }),
    on: asAt,
    ...(publishedOn === undefined ? {} : { publishedOn }),
    ...(replaces === undefined ? {} : { replaces }),
    rows,
  };
  const id = `return/${mission}/${asAt}/${returnContentHash(parsed)}${afterSuffix({ replaces, after })}`;
  return fileEvent('StrengthReturned', { source: contributionsSource, id, subject: mission, data: { ...data } });
}
