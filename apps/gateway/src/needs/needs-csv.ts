import { capabilities, type Capability, type Need } from '@muster/force-generation';
import { csvText, type CsvColumn } from '../csv/csv-text.js';
import { equipmentText, illustrativeText, together } from '../csv/field-texts.js';

const columns: readonly CsvColumn<Need>[] = [
  ['mission', ({ mission }) => mission],
  ['mission_name', ({ missionName }) => missionName],
  ['requirement', ({ requirement }) => requirement],
  ['component', ({ component }) => component],
  ['capability', ({ capability }) => capability],
  ['capability_name', ({ capability }) => capabilities[capability as Capability]],
  ['location', ({ location }) => location],
  ['required_by', ({ requiredBy }) => requiredBy],
  ['units_required', ({ units }) => units.required],
  ['units_deployed', ({ units }) => units.deployed],
  ['units_open', ({ units }) => units.open],
  ['personnel_required', ({ personnel }) => personnel.required],
  ['personnel_deployed', ({ personnel }) => personnel.deployed],
  ['personnel_open', ({ personnel }) => personnel.open],
  ['promised', ({ promised }) => promised],
  ['met_on', ({ metOn }) => metOn],
  ['late', ({ late }) => (late ? 'late' : '')],
  ['severity', ({ alert }) => alert?.severity],
  ['gap_since', ({ alert }) => alert?.since],
  ['task', ({ task }) => task?.title],
  ['task_rank', ({ task }) => task?.rank],
  ['task_date', ({ task }) => task?.date],
  ['equipment', ({ equipment }) => equipmentText(equipment)],
  ['self_sustainment', ({ selfSustainment }) => together(selfSustainment)],
  ['conditions', ({ conditions }) => together(conditions)],
  ['illustrative', ({ illustrative }) => illustrativeText(illustrative)],
];

/** The list as CSV, a line for each need. */
export const needsCsv = (needs: readonly Need[]): string => csvText(columns, needs);
