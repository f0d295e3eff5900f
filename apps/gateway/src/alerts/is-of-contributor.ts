import { describeUnits, pledgesOf, type Alert, type Reading } from '@muster/force-generation';

type Placed = Pick<Alert, 'mission' | 'rule' | 'subject' | 'figures'>;

/** What a contributor has in a mission. */
interface Own {
  readonly contributor: string;
  readonly units: ReadonlySet<string>;
  readonly pledges: ReadonlySet<string>;
}

/** Whether an alert is about a contributor: a cell of its returns, one of its units or pledges, a capability that depends on it. */
export function isOfContributor(readings: readonly Reading[], contributor: string): (alert: Placed) => boolean {
  const ownIn = new Map(readings.map((reading) => [reading.mission, ownOf(reading, contributor)]));
  return (alert) => {
    const own = ownIn.get(alert.mission);
    return own !== undefined && isAbout(own, alert);
  };
}

function ownOf(reading: Reading, contributor: string): Own {
  const units = describeUnits(reading).filter((unit) => 'contributor' in unit && unit.contributor === contributor);
  return {
    contributor,
    units: new Set(units.map(({ unit }) => unit)),
    pledges: new Set(pledgesOf(reading, contributor)),
  };
}

/** A unit, a pledge and a requirement may bear one name: the rule tells which of them it is. */
function isAbout({ contributor, units, pledges }: Own, { rule, subject, figures }: Placed): boolean {
  // `<unit>.<type of equipment>`, `<unit or pledge>.<condition>`: an id may hold a point, what follows it never does.
  const bearer = subject.slice(0, subject.lastIndexOf('.'));
  switch (rule) {
    case 'return-suspect':
      return subject.startsWith(`${contributor}.`);
    case 'dependency':
      return figures['contributor'] === contributor;
    case 'pledge-lapsing':
    case 'pledge-stalled':
      return pledges.has(subject);
    case 'caveat-conflict':
      return units.has(bearer) || pledges.has(bearer);
    case 'equipment-shortfall':
      return units.has(bearer);
    case 'unit-understrength':
    case 'deployment-overdue':
    case 'rotation-overdue':
      return units.has(subject);
    case 'hand-over-gap':
      // Of a need or of a unit: it is about whose unit leaves, and about whose unit or pledge is to follow.
      return (
        namesIn(figures['leaving']).some((leaving) => units.has(leaving)) ||
        namesIn(figures['following']).some((following) => units.has(following) || pledges.has(following))
      );
    default:
      return false;
  }
}

const namesIn = (names: Placed['figures'][string] | undefined): readonly string[] =>
  typeof names === 'string' ? names.split(', ') : [];
