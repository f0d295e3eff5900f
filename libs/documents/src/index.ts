export * from './rendered.js';
