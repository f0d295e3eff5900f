import { canonicalJson, type CloudEvent } from '@muster/contracts';
import { saidStream, standby } from '@muster/event-log';

/** An event with its texts made: all that can be done before the log is locked. */
export interface PreparedEvent {
  readonly stream: string;
  readonly source: string;
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  /** Canonical JSON. */
  readonly data: string;
  /** JSON of the other attributes, as they were sent. */
  readonly attributes: string | null;
  readonly onDay: string;
  readonly publishedOn: string | null;
  /** What the event is found by besides its type: a saying's alert, a standby registration's pledge. */
  readonly key: string | null;
  /** Recorded with it, if the pledge was registered on standby: the PledgeTied of a PledgeSelected. */
  readonly tie?: Tie;
}

export interface Tie {
  readonly pledge: string;
  readonly event: PreparedEvent;
}

/** Who says what Muster records by itself. */
export const logSource = '/muster/log';

const saidTypes = /^muster\.(Alert(Raised|Changed|Unknown|Reopened|Resolved)|Report\w*|Corrigendum\w*)$/;
const sayingTypes = /^muster\.Alert(Raised|Changed|Unknown|Reopened|Resolved)$/;

/** Facts are in the stream of their subject, what was said about a mission in its second one. */
export const streamOf = ({ type, subject }: Pick<CloudEvent, 'type' | 'subject'>): string =>
  saidTypes.test(type) ? saidStream(subject) : subject;

export function prepareEvent(event: CloudEvent): PreparedEvent {
  const { source, id, type, subject, data, attributes } = event;
  return {
    stream: streamOf(event),
    source,
    id,
    type,
    subject,
    data: canonicalJson(data),
    attributes: attributes === undefined ? null : JSON.stringify(attributes),
    onDay: data.on,
    publishedOn: data.publishedOn ?? null,
    key: keyOf(event),
    ...(type === 'muster.PledgeSelected' && { tie: tieOf(event) }),
  };
}

export function keyOf({ type, subject, data }: Pick<CloudEvent, 'type' | 'subject' | 'data'>): string | null {
  if (sayingTypes.test(type)) return String(data['key']);
  if (type === 'muster.PledgeRegistered' && subject === standby) return String(data['pledge']);
  return null;
}

/** Known on the same day as the selection, so that no question about the past sees one without the other. */
function tieOf({ subject, data }: CloudEvent): Tie {
  const pledge = String(data['pledge']);
  const { on, publishedOn } = data;
  const tied = { on, ...(publishedOn !== undefined && { publishedOn }), mission: subject, pledge };
  const id = `tied/${pledge}/${subject}`;
  return { pledge, event: prepareEvent({ source: logSource, id, type: 'muster.PledgeTied', subject: standby, data: tied }) };
}
