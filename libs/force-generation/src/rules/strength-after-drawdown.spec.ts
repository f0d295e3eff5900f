import { Story, story } from '../../../../tests/stories/story.js';
import { mandateEnded, mandateRenewed, strengthReturned } from '../../../../tests/stories/told-facts.js';

const after = 'strength-after-drawdown/mission';
const ended = mandateEnded({ endsOn: '2023-06-30', drawdownBy: '2023-12-31' });

describe('strength after the drawdown', () => {
  story('of MINUSMA would be raised after thirty days of it')
    .from('2023-06-30', ended)
    .on('2023-11-30', strengthReturned({ military: 40, police: 2 }))
    .onDay('2023-12-31')
    .expectNoAlerts()
    .expectEpisodes(after)
    .onDay('2024-01-30')
    .expectNoAlerts()
    .expectEpisodes(after, { since: '2024-01-01' })
    .onDay('2024-01-31')
    .expectAlerts(after)
    .expectAlert(after, { persons: 42, drawdownBy: '2023-12-31' }, { severity: 'warning', since: '2024-01-01' });

  it.each`
    day             | days  | severity
    ${'2024-03-30'} | ${90} | ${'warning'}
    ${'2024-03-31'} | ${91} | ${'critical'}
  `('is $severity $days days after it', ({ day, severity }) => {
    new Story()
      .from('2023-06-30', ended)
      .on('2023-12-31', strengthReturned({ military: 1 }))
      .onDay(day)
      .expectSeverity(after, severity)
      .happen();
  });

  story('is over on the first day without anybody')
    .from('2023-06-30', ended)
    .on('2023-12-31', strengthReturned({ military: 1 }))
    .onDay('2024-02-27')
    .expectAlert(after)
    .on('2024-02-28', strengthReturned({}))
    .onDay('2024-02-28')
    .expectNoAlerts()
    .expectSaid('AlertResolved strength-after-drawdown/mission#2 filled');

  story('of nobody is none')
    .from('2023-06-30', ended)
    .on('2023-12-31', strengthReturned({}))
    .onDay('2024-12-31')
    .expectNoAlerts()
    .expectEpisodes(after);

  story('is unknown where the last return is too old')
    .from('2023-06-30', ended)
    .on('2023-12-31', strengthReturned({ military: 1 }))
    .onDay('2024-05-18')
    .expectAlert(after, { persons: 1 }, { state: 'firing' })
    .onDay('2024-05-19')
    .expectAlert(after, { persons: 1 }, { state: 'unknown', severity: 'critical' });

  story('is nothing to a mission whose mandate goes on')
    .from('2023-06-30', mandateRenewed({ until: '2024-06-30' }), strengthReturned({ military: 1000 }))
    .onDay('2023-08-31')
    .expectNoAlerts()
    .expectEpisodes(after);
});
