export * from './exposure-problem.js';
export * from './is-loopback.js';
export * from './local-host.guard.js';
export * from './visitor.js';
