import type { CloudEvent } from '@muster/contracts';

export interface InboundMessage {
  readonly key: string;
  readonly value: string;
  readonly headers: Record<string, string>;
}

/** A fact, whatever its data. */
export type SentFact = Omit<CloudEvent, 'data'> & { readonly data: object };

/** A fact as another system sends it to `muster.inbound`: CloudEvents in binary mode, the mission as key. */
export function inboundMessage({ source, id, type, subject, data, attributes = {} }: SentFact): InboundMessage {
  const { datacontenttype = 'application/json', ...others } = attributes;
  const named = { specversion: '1.0', source, id, type, subject, ...others };
  const headers = Object.fromEntries(Object.entries(named).map(([name, value]) => [`ce_${name}`, String(value)]));
  return { key: subject, value: JSON.stringify(data), headers: { ...headers, 'content-type': String(datacontenttype) } };
}
