import { csvText, type CsvColumn } from '../csv/csv-text.js';
import type { ShownAlert } from './alerts.js';

const columns: readonly CsvColumn<ShownAlert>[] = [
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

/** The list as CSV (RFC 4180), a line for each alert. */
export const alertsCsv = (alerts: readonly ShownAlert[]): string => csvText(columns, alerts);
