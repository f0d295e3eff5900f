import type { AlertState, Severity } from '@muster/force-generation';
import { capitalized } from '../words/name-words.js';

type Mark = Severity | 'unknown';

/** A shape for each severity, so that it is told apart without its colour. */
const shapes: Readonly<Record<Mark, string>> = {
  critical: 'M6 0 12 6 6 12 0 6Z',
  warning: 'M6 1 12 11.5H0Z',
  watch: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1Zm0 2a3 3 0 1 1 0 6 3 3 0 0 1 0-6Z',
  unknown: 'M0 5h3v2H0Zm4.5 0h3v2h-3ZM9 5h3v2H9Z',
};

const Shape = ({ mark }: { readonly mark: Mark }) => (
  <svg class="shape" viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
    <path d={shapes[mark]} fill="currentColor" />
  </svg>
);

/** A severity in a shape and a word. An alert whose figures are not known now keeps the severity that it had. */
export const SeverityMark = ({ severity, state }: { readonly severity: Severity; readonly state?: AlertState }) => (
  <span class={`severity severity-${severity}${state === 'unknown' ? ' severity-not-known' : ''}`}>
    <Shape mark={severity} />
    {capitalized(severity)}
  </span>
);

/** How many alerts of a severity are open; nothing to see where none is. */
export const SeverityCount = ({ mark, alerts }: { readonly mark: Mark; readonly alerts: number }) => (
  <span class={`severity severity-${mark}${alerts === 0 ? ' severity-none' : ''}`}>
    <Shape mark={mark} />
    <span class="severity-number">{alerts}</span>
    <span class="severity-word">{mark}</span>
  </span>
);
