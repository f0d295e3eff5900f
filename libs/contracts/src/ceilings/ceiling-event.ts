import type { Day } from '@muster/force-generation';
import type { CloudEvent } from '../cloud-event.js';
import { afterSuffix } from '../events/after-suffix.js';
import type { Succession } from '../events/after-suffix.js';
import { fileEvent } from '../events/file-event.js';
import { ceilingContentHash } from './parsed-ceiling.js';
import type { ParsedCeiling } from './parsed-ceiling.js';

/** Source of every ceiling that came as a file. */
export const ceilingsSource = '/muster/ceilings';

export interface CeilingEventOptions extends Succession {
  readonly publishedOn?: Day;
}

/** The CeilingAuthorized for a row: id `ceiling/<mission>/<category>/<effective date>/<hash of its content>`, as for returns. */
export function ceilingEvent(parsed: ParsedCeiling, { publishedOn, replaces, after }: CeilingEventOptions = {}): CloudEvent {
  const { mission, category, effectiveFrom, content } = parsed;
  const id = `ceiling/${mission}/${category}/${effectiveFrom}/${ceilingContentHash(content)}${afterSuffix({ replaces, after })}`;
  const data = {
    ...content,
    ...(publishedOn === undefined ? {} : { publishedOn }),
    ...(replaces === undefined ? {} : { replaces }),
  };
  return fileEvent('CeilingAuthorized', { source: ceilingsSource, id, subject: mission, data });
}
