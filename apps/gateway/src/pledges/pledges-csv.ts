import { capabilities, type Capability, type PledgeLine } from '@muster/force-generation';
import { csvText, type CsvColumn } from '../csv/csv-text.js';
import { equipmentText, illustrativeText, together } from '../csv/field-texts.js';

const columns: readonly CsvColumn<PledgeLine>[] = [
  ['pledge', ({ pledge }) => pledge],
  ['contributor', ({ contributor }) => contributor],
  ['mission', ({ mission }) => mission],
  ['requirement', ({ requirement }) => requirement],
  ['component', ({ component }) => component],
  ['capability', ({ capability }) => capability],
  ['capability_name', ({ capability }) => capabilities[capability as Capability]],
  ['units', ({ units }) => units],
  ['personnel', ({ personnel }) => personnel],
  ['level', ({ level }) => level],
  ['available_from', ({ availableFrom }) => availableFrom],
  ['valid_until', ({ validUntil }) => validUntil],
  ['response_days', ({ responseDays }) => responseDays],
  ['stage', ({ stage }) => stage],
  ['since', ({ since }) => since],
  ['waits_for', ({ next }) => next?.waitsFor],
  ['move', ({ next }) => next?.move],
  ['lapses_on', ({ lapsesOn }) => lapsesOn],
  ['equipment', ({ equipment }) => equipmentText(equipment)],
  ['caveats', ({ caveats }) => together(caveats)],
  ['illustrative', ({ illustrative }) => illustrativeText(illustrative)],
];

/** The list as CSV, a line for each pledge; the mission is empty while none has selected it. */
export const pledgesCsv = (pledges: readonly PledgeLine[]): string => csvText(columns, pledges);
