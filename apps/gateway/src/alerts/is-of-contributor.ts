import { describeUnits, type Alert, type Reading } from '@muster/force-generation';

type Placed = Pick<Alert, 'mission' | 'subject'>;

/** Whether an alert is about a contributor: a cell of its returns, or one of its units. */
export function isOfContributor(readings: readonly Reading[], contributor: string): (alert: Placed) => boolean {
  const units = new Set(
    readings.flatMap((reading) =>
      describeUnits(reading)
        .filter((unit) => 'contributor' in unit && unit.contributor === contributor)
        .map(({ unit }) => `${reading.mission} ${unit}`),
    ),
  );
  return ({ mission, subject }) =>
    subject.startsWith(`${contributor}.`) ||
    units.has(`${mission} ${subject}`) ||
    units.has(`${mission} ${subject.split('.').slice(0, -1).join('.')}`);
}
