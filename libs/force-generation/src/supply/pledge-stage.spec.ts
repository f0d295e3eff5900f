import { story, type Story } from '../../../../tests/stories/story.js';
import {
  agreementSigned,
  deploymentPlanned,
  pledgeAmended,
  pledgeDecided,
  pledgeLevelChanged,
  pledgeRegistered,
  pledgeRenewed,
  pledgeSelected,
  pledgeWithdrawn,
  preDeploymentVisitHeld,
  reconnaissanceHeld,
  unitArrived,
  unitRepatriated,
} from '../../../../tests/stories/told-facts.js';
import type { Day } from '../day.js';
import { pledgeStage } from './pledge-stage.js';

/** Each day with where the pledge stands on it: the stage, since when, what is to come and who has to move. */
const stands = (told: Story, expected: Readonly<Record<Day, string>>): Story => {
  const [last] = Object.keys(expected).sort().slice(-1);
  return told.onDay(last!).expectThat(({ reading }) => {
    const stages = pledgeStage(reading, 'ROU-1');
    const found = Object.keys(expected).map((day) => [day, asText(stages.at(day))]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });
};

const asText = (standing: ReturnType<ReturnType<typeof pledgeStage>['at']>): string => {
  if (standing === undefined) return 'unknown';
  const { stage, since, next } = standing;
  return [stage, since, ...(next ? [next.waitsFor, next.move] : [])].join(' ');
};

describe('the stage of a pledge', () => {
  stands(
    story('is the furthest that it has come to, from the day of the fact on')
      .from('2025-01-01', pledgeRegistered({ level: '0' }))
      .on('2025-01-10', pledgeDecided({ decision: 'received' }))
      .on('2025-01-20', pledgeDecided({ decision: 'accepted' }))
      .on('2025-02-01', pledgeLevelChanged({ level: '1' }))
      .on('2025-03-01', pledgeLevelChanged({ level: '2' }))
      .on('2025-03-15', pledgeLevelChanged({ level: '3' }))
      .on('2025-04-01', pledgeSelected({ level: '3' }))
      .on('2025-05-01', reconnaissanceHeld({}))
      .on('2025-06-01', agreementSigned({}))
      .on('2025-07-01', preDeploymentVisitHeld({}))
      .on('2025-07-15', deploymentPlanned({ arrivesOn: '2025-08-01' }))
      .on('2025-08-01', unitArrived({ pledge: 'ROU-1' })),
    {
      '2024-12-31': 'unknown',
      '2025-01-01': 'registered 2025-01-01 receipt secretariat',
      '2025-01-09': 'registered 2025-01-01 receipt secretariat',
      '2025-01-10': 'received 2025-01-10 acceptance secretariat',
      '2025-01-20': 'accepted 2025-01-20 lists contributor',
      '2025-02-01': 'accepted 2025-01-20 assessment-visit secretariat',
      '2025-03-01': 'elevated 2025-03-01 selection secretariat',
      '2025-03-31': 'elevated 2025-03-01 selection secretariat',
      '2025-04-01': 'selected 2025-04-01 reconnaissance contributor',
      '2025-05-01': 'reconnoitred 2025-05-01 agreement secretariat',
      '2025-06-01': 'agreed 2025-06-01 pre-deployment-visit secretariat',
      '2025-07-01': 'visited 2025-07-01 deployment-plan contributor',
      '2025-07-31': 'planned 2025-07-15 arrival contributor',
      '2025-08-01': 'deployed 2025-08-01',
    },
  );

  stands(
    story('goes back where a level is lowered, and is not again what it was')
      .from('2025-01-01', pledgeRegistered({ level: '2' }), pledgeDecided({ decision: 'accepted' }))
      .on('2025-03-01', pledgeLevelChanged({ level: '1' }))
      .on('2025-04-01', pledgeAmended({ level: '2' })),
    {
      '2025-02-28': 'elevated 2025-01-01 selection secretariat',
      '2025-03-01': 'accepted 2025-01-01 assessment-visit secretariat',
      '2025-04-01': 'elevated 2025-04-01 selection secretariat',
    },
  );

  stands(
    story('waits for the contributor after a visit that was not passed, and for an agreement that was passed over')
      .from('2025-01-01', pledgeSelected(), agreementSigned({}))
      .on('2025-02-01', preDeploymentVisitHeld({ passed: false }))
      .on('2025-03-01', preDeploymentVisitHeld({})),
    {
      '2025-01-31': 'agreed 2025-01-01 pre-deployment-visit secretariat',
      '2025-02-01': 'agreed 2025-01-01 pre-deployment-visit contributor',
      '2025-03-01': 'visited 2025-03-01 deployment-plan contributor',
    },
  );

  stands(
    story('is elevated by the visit, also before it is accepted: that comes next, and then the selection')
      .from('2025-01-01', pledgeRegistered({ level: '1' }), pledgeDecided({ decision: 'received' }))
      .on('2025-02-01', pledgeLevelChanged({ level: '2' }))
      .on('2025-03-01', pledgeDecided({ decision: 'accepted' })),
    {
      '2025-01-31': 'received 2025-01-01 acceptance secretariat',
      '2025-02-01': 'elevated 2025-02-01 acceptance secretariat',
      '2025-02-28': 'elevated 2025-02-01 acceptance secretariat',
      '2025-03-01': 'elevated 2025-02-01 selection secretariat',
    },
  );

  stands(
    story('is visited without an agreement: that comes next, and then the plan')
      .from('2025-01-01', pledgeSelected(), preDeploymentVisitHeld({}))
      .on('2025-02-01', agreementSigned({})),
    {
      '2025-01-31': 'visited 2025-01-01 agreement secretariat',
      '2025-02-01': 'visited 2025-01-01 deployment-plan contributor',
    },
  );

  stands(
    story('is deployed with the main body of its last unit, and stays so when the unit has gone home')
      .from('2025-01-01', pledgeSelected({ units: 2 }))
      .on('2025-02-01', unitArrived({ pledge: 'ROU-1', part: 'main' }))
      .on('2025-02-02', deploymentPlanned({ unit: 'B', arrivesOn: '2025-03-01' }))
      .on('2025-03-01', unitArrived({ unit: 'B', part: 'advance' }))
      .on('2025-03-10', unitArrived({ unit: 'B', part: 'main' }))
      .on('2025-12-01', unitRepatriated({}), unitRepatriated({ unit: 'B' })),
    {
      '2025-02-01': 'planned 2025-02-01 deployment-plan contributor',
      '2025-02-02': 'planned 2025-02-01 arrival contributor',
      '2025-03-09': 'planned 2025-02-01 arrival contributor',
      '2025-03-10': 'deployed 2025-03-10',
      '2026-01-31': 'deployed 2025-03-10',
    },
  );
});

describe('a pledge leaves the ladder', () => {
  stands(
    story('on the day after its last, and is where it was with the renewal')
      .from('2025-01-01', pledgeRegistered({ level: '2', validUntil: '2025-06-30' }))
      .on('2025-08-01', pledgeRenewed({ validUntil: '2025-12-31' })),
    {
      '2025-06-30': 'elevated 2025-01-01 acceptance secretariat',
      '2025-07-01': 'lapsed 2025-07-01 renewal contributor',
      '2025-07-31': 'lapsed 2025-07-01 renewal contributor',
      '2025-08-01': 'elevated 2025-01-01 acceptance secretariat',
    },
  );

  stands(
    story('not by the calendar once an agreement is signed')
      .from('2025-01-01', pledgeSelected({ validUntil: '2025-06-30' }))
      .on('2025-06-30', agreementSigned({})),
    { '2025-07-01': 'agreed 2025-06-30 pre-deployment-visit secretariat' },
  );

  stands(
    story('when it is declined, until it is accepted after all, and for good when it is withdrawn')
      .from('2025-01-01', pledgeRegistered({ level: '1' }))
      .on('2025-02-01', pledgeDecided({ decision: 'declined' }))
      .on('2025-03-01', pledgeDecided({ decision: 'accepted' }))
      .on('2025-04-01', pledgeWithdrawn({}))
      .on('2025-05-01', pledgeLevelChanged({ level: '3' })),
    {
      '2025-01-31': 'registered 2025-01-01 receipt secretariat',
      '2025-02-01': 'declined 2025-02-01',
      '2025-03-01': 'accepted 2025-03-01 assessment-visit secretariat',
      '2025-04-01': 'withdrawn 2025-04-01',
      '2025-05-01': 'withdrawn 2025-04-01',
    },
  );
});
