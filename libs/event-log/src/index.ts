export * from './recorded-event.js';
export * from './event-feed.js';
