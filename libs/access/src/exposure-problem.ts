import { isLoopback } from './is-loopback.js';

/**
 * Why Muster must not listen at an address, or undefined where it may. No identity provider can be configured yet, so whoever
 * reaches a door may do everything: nobody but the people of this machine may reach one.
 */
export const exposureProblem = (host: string): string | undefined =>
  isLoopback(host)
    ? undefined
    : `HOST is ${host}, but with no identity provider configured Muster listens on loopback only; use 127.0.0.1, and let a proxy that asks who is there stand before it.`;
