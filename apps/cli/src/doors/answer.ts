import type { Exchanged } from './exchange.js';

/** What a door answered: its bytes, and what they say. */
export class Answer<Body> {
  constructor(
    private readonly exchanged: Exchanged,
    readonly body: Body,
  ) {}

  get status(): number {
    return this.exchanged.status;
  }

  get bytes(): Buffer {
    return this.exchanged.bytes;
  }
}
