import type { ShownAlert } from './alerts.js';

const columns: readonly (readonly [name: string, value: (alert: ShownAlert) => string | number | null | undefined])[] = [
  ['key', ({ key }) => key],
  ['mission', ({ mission }) => mission],
  ['rule', ({ rule }) => rule],
  ['subject', ({ subject }) => subject],
  ['state', ({ state }) => state],
  ['severity', ({ severity }) => severity],
  ['base_severity', ({ baseSeverity }) => baseSeverity],
  ['since', ({ since }) => since],
  ['firing_since', ({ firingSince }) => firingSince],
  ['required_by', ({ requiredBy }) => requiredBy],
  ['task', ({ task }) => task?.task],
  ['task_rank', ({ task }) => task?.rank],
  ['task_date', ({ task }) => task?.date],
  ['figures', ({ figures }) => JSON.stringify(figures)],
  ['reason', ({ reason }) => reason],
  ['action', ({ action }) => action],
  ['owner', ({ owner }) => owner],
  ['acknowledged_by', ({ acknowledged }) => acknowledged?.owner],
  ['planned_fill_by', ({ acknowledged }) => acknowledged?.plannedFillBy],
  ['revision', ({ revision }) => revision],
  ['up_to', ({ upTo }) => upTo],
];

/** A spreadsheet runs what begins like a formula, and some of these texts come from people. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

function field(value: string | number | null | undefined): string {
  const text = harmless(String(value ?? ''));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The list as CSV (RFC 4180), a line for each alert. */
export const alertsCsv = (alerts: readonly ShownAlert[]): string =>
  [columns.map(([name]) => name), ...alerts.map((alert) => columns.map(([, value]) => field(value(alert))))]
    .map((line) => `${line.join(',')}\r\n`)
    .join('');
