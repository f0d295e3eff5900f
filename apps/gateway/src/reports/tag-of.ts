import { createHash } from 'node:crypto';

/** An ETag of the bytes: another content is another tag. */
export const tagOf = (bytes: Uint8Array): string => `"${createHash('sha256').update(bytes).digest('hex')}"`;
