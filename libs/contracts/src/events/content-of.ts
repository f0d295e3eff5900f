import { canonicalJson } from '../canonical-json.js';
import type { CloudEvent } from '../cloud-event.js';

/**
 * What decides between *known* and *conflict* where source and id are the same: type, subject and data in canonical JSON. Time,
 * trace and extensions say how the event travelled and may differ when it is sent again.
 */
export const contentOf = ({ type, subject, data }: Pick<CloudEvent, 'type' | 'subject' | 'data'>): string =>
  canonicalJson({ type, subject, data });
