import { sha256 } from '@muster/contracts';
import { standby } from '@muster/event-log';
import { chainHash } from './chain-hash.js';
import { afterMarker, markersDue } from './markers.js';
import type { AppendedAt, Outcome } from './outcome.js';
import type { PreparedEvent } from './prepared-event.js';
import { emptyHead, type StreamHead } from './stream-head.js';

/** What the log holds under a source and id. */
export interface KnownEvent {
  readonly source: string;
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  /** SHA-256 of its data's text, hexadecimal. */
  readonly digest: string;
  readonly position: number;
}

/** All that an append needs to know of the log; it stays true while the log is locked. */
export interface LogState {
  /** Of the log's last event; 0 where it is empty. */
  readonly position: number;
  readonly heads: readonly StreamHead[];
  readonly known: readonly KnownEvent[];
  /** Of the pledges asked about, those registered on standby. */
  readonly registered: readonly string[];
}

export interface Row extends PreparedEvent {
  readonly position: number;
  readonly sequence: number;
  readonly recordedAt: string;
  readonly knownOn: string;
  readonly hash: string;
}

export interface AppendPlan {
  /** The position after which those of the rows are counted. */
  readonly after: number;
  readonly rows: readonly Row[];
  /** Of the streams that grow. */
  readonly heads: readonly StreamHead[];
  /** One for each event, in order. */
  readonly outcomes: readonly Outcome[];
}

interface Draft {
  position: number;
  readonly recordedAt: string;
  readonly rows: Row[];
  readonly heads: Map<string, StreamHead>;
  readonly known: Map<string, KnownEvent | Row>;
  readonly registered: Set<string>;
}

export interface AppendCall {
  readonly events: readonly PreparedEvent[];
  /** Streams that get their day and policy even if no event is for them. */
  readonly turned?: readonly string[];
  readonly at?: AppendedAt | undefined;
  readonly recordedAt: string;
}

/** Decides what is written: pure, so that what it promises is tested without a database. */
export function planAppend({ events, turned = [], at, recordedAt }: AppendCall, state: LogState): AppendPlan {
  const draft: Draft = {
    position: state.position,
    recordedAt,
    rows: [],
    heads: new Map(state.heads.map((head) => [head.stream, head])),
    known: new Map(state.known.map((event) => [identityOf(event), event])),
    registered: new Set(state.registered),
  };
  if (at !== undefined) for (const stream of turned) writeMarkers(draft, stream, at);
  const outcomes = events.map((event) => record(draft, event, at));
  const heads = [...draft.heads.values()].filter((head) => head.position > state.position);
  return { after: state.position, rows: draft.rows, heads, outcomes };
}

/** A blank cannot stand in a source, which is a URI. */
export const identityOf = ({ source, id }: { source: string; id: string }): string => `${source} ${id}`;

function record(draft: Draft, event: PreparedEvent, at: AppendedAt | undefined): Outcome {
  const { source, id } = event;
  const known = draft.known.get(identityOf(event));
  if (known !== undefined) {
    return { source, id, outcome: sameContent(known, event) ? 'known' : 'conflict', position: known.position };
  }
  if (at !== undefined) writeMarkers(draft, event.stream, at);
  const { position } = write(draft, event);
  if (event.stream === standby && event.key !== null) draft.registered.add(event.key);
  if (event.tie !== undefined && draft.registered.has(event.tie.pledge)) writeTie(draft, event.tie.event);
  return { source, id, outcome: 'recorded', position };
}

function sameContent(known: KnownEvent | Row, event: PreparedEvent): boolean {
  if (known.type !== event.type || known.subject !== event.subject) return false;
  return 'data' in known ? known.data === event.data : known.digest === sha256(event.data);
}

function writeMarkers(draft: Draft, stream: string, at: AppendedAt): void {
  for (const marker of markersDue(headOf(draft, stream), at)) {
    write(draft, marker);
    draft.heads.set(stream, afterMarker(headOf(draft, stream), marker, at));
  }
}

/** A pledge selected twice by one mission is tied to it once. */
function writeTie(draft: Draft, tie: PreparedEvent): void {
  if (!draft.known.has(identityOf(tie))) write(draft, tie);
}

const headOf = (draft: Draft, stream: string): StreamHead => draft.heads.get(stream) ?? emptyHead(stream);

function write(draft: Draft, event: PreparedEvent): Row {
  const { recordedAt } = draft;
  const head = headOf(draft, event.stream);
  const position = ++draft.position;
  const sequence = head.sequence + 1;
  const { source, id, type, subject, data } = event;
  const hash = chainHash({ source, id, type, subject, data, recordedAt, sequence }, head.hash);
  const row = { ...event, position, sequence, recordedAt, knownOn: event.publishedOn ?? recordedAt.slice(0, 10), hash };
  draft.rows.push(row);
  draft.known.set(identityOf(event), row);
  draft.heads.set(event.stream, { ...head, position, sequence, hash });
  return row;
}
