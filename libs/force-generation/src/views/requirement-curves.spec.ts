import type { Look } from '../../../../tests/stories/look.js';
import { story } from '../../../../tests/stories/story.js';
import {
  agreementSigned,
  deploymentPlanned,
  pledgeSelected,
  pledgeWithdrawn,
  requirementStated,
  requirementWithdrawn,
  strengthReturned,
  unitArrived,
  unitRepatriated,
  withdrawalAnnounced,
} from '../../../../tests/stories/told-facts.js';
import type { Day } from '../day.js';
import { describeCurves, type CurvesAsked } from './describe-curves.js';
import type { RequirementCurves } from './requirement-curves.js';

const tells =
  (asked: CurvesAsked, ...curves: readonly Partial<RequirementCurves>[]) =>
  ({ reading }: Look): void =>
    expect(describeCurves(reading, asked).requirements).toMatchObject(curves);

const need = requirementStated({ units: 2, personnel: 200, requiredBy: '2025-06-01' });
const year = { from: '2024-12-31', to: '2025-12-31' };

story('a requirement’s supply is a curve in each strength: as each day told it up to today, and ahead as today tells it')
  .from('2025-01-01', need, pledgeSelected({ availableFrom: '2025-02-01', validUntil: '2025-08-31' }))
  .on('2025-03-01', agreementSigned({}), deploymentPlanned({ arrivesOn: '2025-05-01' }))
  .onDay('2025-02-15')
  .expectThat(
    tells(year, {
      ...{ requirement: 'helicopters', capability: 'UTIL_HELI', requiredBy: '2025-06-01' },
      units: {
        required: [
          ['2024-12-31', null],
          ['2025-01-01', 2],
        ],
        deployed: [
          ['2024-12-31', null],
          ['2025-01-01', 0],
        ],
        committed: [
          ['2024-12-31', null],
          ['2025-01-01', 0],
        ],
        pledged: [
          ['2024-12-31', null],
          ['2025-01-01', 0],
          ['2025-02-01', 1],
          ['2025-09-01', 0],
        ],
      },
    }),
  )
  .on('2025-05-03', unitArrived({ pledge: 'ROU-1', men: 90 }))
  .on('2025-05-10', withdrawalAnnounced({ unit: 'ROU-HELI', leavesOn: '2025-11-01', personnel: 90 }))
  .onDay('2025-05-10')
  .expectThat(
    tells(year, {
      personnel: {
        required: [
          ['2024-12-31', null],
          ['2025-01-01', 200],
        ],
        deployed: [
          ['2024-12-31', null],
          ['2025-01-01', 0],
          ['2025-05-03', 90],
        ],
        // Committed from the planned day on; overdue the day after, when it counted from the next day.
        committed: [
          ['2024-12-31', null],
          ['2025-01-01', 0],
          ['2025-05-01', 100],
          ['2025-05-02', 0],
          ['2025-05-03', 90],
          ['2025-11-01', 0],
        ],
        pledged: [
          ['2024-12-31', null],
          ['2025-01-01', 0],
          ['2025-02-01', 100],
          ['2025-03-01', 0],
          ['2025-05-01', 100],
          ['2025-05-02', 0],
          ['2025-05-03', 90],
          ['2025-11-01', 0],
        ],
      },
    }),
  );

story('a component’s days ahead are as today tells them, whatever later facts say')
  .from('2025-01-01', strengthReturned({ military: 1000 }))
  .on('2025-01-02', pledgeSelected({ availableFrom: '2025-02-01', validUntil: '2025-03-31' }))
  .on('2025-02-15', pledgeWithdrawn({}))
  .onDay('2025-01-31')
  .expectThat(({ reading }) =>
    expect(describeCurves(reading, { from: '2025-01-31', to: '2025-12-31' }).components[0]!.pledged).toEqual([
      ['2025-01-31', 1000],
      ['2025-02-01', 1100],
      ['2025-04-01', 1000],
    ]),
  );

describe('of the curves of requirements', () => {
  const required = (requirement: string, ...steps: readonly [Day, number | null][]) => ({
    requirement,
    units: { required: steps },
  });

  story('one that is withdrawn ends, and is told as long as it stood within what is asked')
    .from('2025-01-01', need, requirementStated({ requirement: 'eod', capability: 'EOD', requiredBy: '2025-06-01' }))
    .on('2025-02-01', requirementWithdrawn({ requirement: 'eod' }))
    .onDay('2025-03-01')
    .expectThat(
      tells(
        { from: '2025-01-31', to: '2025-03-01' },
        required('eod', ['2025-01-31', 1], ['2025-02-01', null]),
        required('helicopters', ['2025-01-31', 2]),
      ),
    )
    .expectThat(tells({ from: '2025-02-01', to: '2025-03-01' }, required('helicopters', ['2025-02-01', 2])));

  story('a figure that is asked for comes alone beside what is required, and nothing is deployed ahead')
    .from('2025-01-01', need, unitArrived({}))
    .on('2025-02-01', unitRepatriated({}))
    .onDay('2025-02-01')
    .expectThat(({ reading }) => {
      const [one] = describeCurves(reading, { from: '2025-01-31', to: '2025-03-01', figure: 'deployed' }).requirements;
      expect(Object.keys(one!.units)).toEqual(['required', 'deployed']);
      expect(one!.units.deployed).toEqual([
        ['2025-01-31', 1],
        ['2025-02-01', 0],
      ]);
      const [ahead] = describeCurves(reading, { from: '2025-02-02', to: '2025-03-01' }).requirements;
      expect(ahead!.units).toMatchObject({ deployed: [], committed: [['2025-02-02', 0]] });
    });
});
