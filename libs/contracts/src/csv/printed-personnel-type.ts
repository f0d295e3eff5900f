import { personnelTypes } from '@muster/force-generation';
import type { PersonnelType } from '@muster/force-generation';
import { refused, understood } from './printed.js';
import type { Printed } from './printed.js';

/** Labels of the published files over the years; a plural needs no entry. */
const labels: Readonly<Record<PersonnelType, readonly string[]>> = {
  Troops: ['troop', 'contingent troop', 'contingent', 'military contingent', 'military contingent personnel', 'formed troop'],
  'Staff Officer': ['staff officer', 'military staff officer', 'so'],
  'Experts on Mission': [
    'expert on mission',
    'expert on missions',
    'military expert on mission',
    'military expert',
    'expert',
    'eom',
    'military observer',
    'un military observer',
    'unmo',
  ],
  'Formed Police Units': ['formed police unit', 'formed police', 'fpu', 'formed police unit fpu'],
  'Individual Police': [
    'individual police',
    'individual police officer',
    'individual police officer ipo',
    'ind police',
    'indiv police',
    'police',
    'civilian police',
    'un police',
    'ipo',
  ],
};

const plainLabel = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()
    .replace(/s\b/g, '');

const typeByLabel: ReadonlyMap<string, PersonnelType> = new Map(
  personnelTypes.flatMap((type) => [type, ...labels[type]].map((label) => [plainLabel(label), type] as const)),
);

/** The personnel type that a label stands for: `Contingent Troop` are Troops, `police` are Individual Police. */
export function printedPersonnelType(printed: string): Printed<PersonnelType> {
  const type = typeByLabel.get(plainLabel(printed));
  return type ? understood(type) : refused(`This is no personnel type; write one of: ${personnelTypes.join(', ')}.`);
}
