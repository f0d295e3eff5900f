import type { Reading } from '../reading.js';
import { pledgeOn } from '../supply/pledge-history.js';

/** The pledges of a contributor that the mission knows the terms of, whatever has become of them. */
export const pledgesOf = (reading: Reading, contributor: string): readonly string[] =>
  reading.ids('pledge').filter((pledge) => pledgeOn(reading, pledge, reading.today).terms?.contributor === contributor);
