export * from './recorded-event.js';
export * from './event-feed.js';
export * from './feed-timing.js';
export * from './lanes.js';
export * from './outage.js';
export * from './runs-of-one-stream.js';
export * from './stream-standing.js';
export * from './wake-up.js';
