export * from './feed/kafka-feed.js';
export * from './inbound/inbound-reader.js';
export type { InboundLag, InboundStanding } from './inbound/inbound-standing.js';
export * from './kafka-link.js';
export * from './kafka-watch.js';
export type { LogBehind } from './log-behind.js';
export * from './relay/relay.js';
export * from './wire-signs.js';
