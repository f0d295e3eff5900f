export * from './alert.js';
export * from './capability.js';
export * from './day.js';
export * from './facts.js';
export * from './personnel.js';
