import type { CloudEvent } from '../cloud-event.js';
import { traceparentProblem } from './attribute-problems.js';

/**
 * The event in the trace of what brought it, where it names none of its own. What is no traceparent is passed over, as W3C Trace
 * Context asks of whoever receives one.
 */
export function inTrace(event: CloudEvent, traceparent: unknown): CloudEvent {
  const { attributes } = event;
  if (attributes?.['traceparent'] !== undefined || traceparentProblem(traceparent) !== undefined) return event;
  return { ...event, attributes: { ...attributes, traceparent: String(traceparent) } };
}
