import { sha256 } from '@muster/contracts';

export interface ChainedContent {
  readonly source: string;
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  /** Canonical JSON. */
  readonly data: string;
  readonly recordedAt: string;
  readonly sequence: number;
}

/**
 * SHA-256, hexadecimal, over the canonical JSON (RFC 8785) of the event with the hash before it in its stream, null for the
 * first. The text is put together by hand, members sorted, since `data` is canonical text already; a test compares.
 */
export function chainHash(event: ChainedContent, previous: string | null): string {
  const { data, id, recordedAt, sequence, source, subject, type } = event;
  const text = JSON.stringify;
  return sha256(
    `{"data":${data},"id":${text(id)},"previous":${text(previous)},"recordedAt":${text(recordedAt)},"sequence":${sequence},` +
      `"source":${text(source)},"subject":${text(subject)},"type":${text(type)}}`,
  );
}
