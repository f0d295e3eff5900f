import { EventLog1790000000000 } from './event-log-1790000000000.js';
import { RelayEnds1790000000002 } from './relay-ends-1790000000002.js';
import { Relay1790000000001 } from './relay-1790000000001.js';

/** In the order in which they are applied; a migration that has been released is never changed. */
export const migrations = [EventLog1790000000000, Relay1790000000001, RelayEnds1790000000002];
