import { Story, story } from '../../../../tests/stories/story.js';
import { mandateEnded, missionEstablished, strengthReturned } from '../../../../tests/stories/told-facts.js';

const missing = 'return-missing/mission';

describe('a return that is missing', () => {
  it.each`
    day             | age    | severity
    ${'2025-03-15'} | ${74}  | ${undefined}
    ${'2025-03-16'} | ${75}  | ${'watch'}
    ${'2025-04-19'} | ${109} | ${'watch'}
    ${'2025-04-20'} | ${110} | ${'warning'}
    ${'2025-05-19'} | ${139} | ${'warning'}
    ${'2025-05-20'} | ${140} | ${'critical'}
  `('is $severity $age days after the newest', ({ day, severity }) => {
    new Story()
      .from('2024-12-31', strengthReturned({ military: 900 }))
      .onDay(day)
      .expectSeverity(missing, severity)
      .happen();
  });

  story('is there with the next return, from its as-at day on')
    .from('2024-12-31', strengthReturned({ military: 900 }))
    .onDay('2025-04-10')
    .expectAlert(missing, { newestAsAt: '2024-12-31' }, { severity: 'watch', since: '2025-03-16' })
    .on('2025-02-28', strengthReturned({ military: 900 }, { publishedOn: '2025-04-11' }))
    .onDay('2025-04-11')
    .expectNoAlerts()
    .expectSaid('AlertResolved return-missing/mission#2 corrected')
    .onDay('2025-04-10')
    .expectNoAlerts()
    .onDay('2025-04-10', { knownAt: '2025-04-10' })
    .expectAlert(missing);

  story('is not known before the first')
    .from('2025-01-01', missionEstablished({}))
    .onDay('2026-12-31')
    .expectNoAlerts()
    .expectMission(({ active }) => expect(active).toBe(true));

  story('is asked for until the drawdown, and the alert is then superseded')
    .from('2024-12-31', strengthReturned({ military: 900 }))
    .on('2025-01-31', mandateEnded({ endsOn: '2025-03-31', drawdownBy: '2025-04-30' }))
    .onDay('2025-04-30')
    .expectAlert(missing)
    .onDay('2025-05-01')
    .expectNoAlert(missing)
    .expectSaid('AlertResolved return-missing/mission#2 superseded');

  story('is not asked for after a return of nobody')
    .from('2024-12-31', strengthReturned({ military: 900 }))
    .on('2025-01-31', strengthReturned({}))
    .onDay('2025-02-01')
    .expectMission(({ active, reported }) => expect({ active, reported }).toEqual({ active: false, reported: 0 }))
    .onDay('2025-12-31')
    .expectNoAlerts();

  story('is given up two years after the newest: the longest hole in the published figures is 579 days')
    .from('2023-12-31', strengthReturned({ military: 900 }))
    .onDay('2025-12-29')
    .expectAlert(missing, {}, 'critical')
    .expectMission(({ active }) => expect(active).toBe(true))
    .onDay('2025-12-30')
    .expectNoAlerts()
    .expectMission(({ active }) => expect(active).toBe(false));
});
