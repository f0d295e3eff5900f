import { Story, story } from '../../../../tests/stories/story.js';
import { factRetracted, mandateEnded, mandateRenewed, named } from '../../../../tests/stories/told-facts.js';

const ending = 'mandate-ending/mission';

describe('a mandate that ends, with no renewal known', () => {
  it.each`
    day             | left   | severity
    ${'2018-04-30'} | ${61}  | ${undefined}
    ${'2018-05-01'} | ${60}  | ${'watch'}
    ${'2018-05-30'} | ${31}  | ${'watch'}
    ${'2018-05-31'} | ${30}  | ${'warning'}
    ${'2018-06-22'} | ${8}   | ${'warning'}
    ${'2018-06-23'} | ${7}   | ${'critical'}
    ${'2018-06-30'} | ${0}   | ${'critical'}
    ${'2018-07-31'} | ${-31} | ${'critical'}
  `('is $severity with $left days left', ({ day, severity }) => {
    new Story()
      .from('2017-06-29', mandateRenewed({ until: '2018-06-30' }))
      .onDay(day)
      .expectSeverity(ending, severity)
      .happen();
  });

  story('is resolved on the day of the renewal, not before')
    .from('2017-06-29', mandateRenewed({ until: '2018-06-30' }))
    .on('2018-06-28', mandateRenewed({ until: '2019-06-30', resolution: 'S/RES/2423 (2018)' }))
    .onDay('2018-06-27')
    .expectAlert(ending, { until: '2018-06-30' }, { since: '2018-05-01', firingSince: '2018-05-01' })
    .onDay('2018-06-28')
    .expectNoAlerts()
    .expectEpisodes(ending, {
      since: '2018-05-01',
      firingSince: '2018-05-01',
      closedOn: '2018-06-28',
      closedBy: 'filled',
    });

  story('is superseded once the Council has ended the mandate')
    .from('2022-06-29', mandateRenewed({ until: '2023-06-30' }))
    .onDay('2023-06-29')
    .expectAlert(ending, {}, 'critical')
    .on('2023-06-30', mandateEnded({ endsOn: '2023-06-30', drawdownBy: '2023-12-31' }))
    .onDay('2023-06-30')
    .expectNoAlerts()
    .expectSaid('AlertResolved mandate-ending/mission#2 superseded');

  story('is again as it was where the renewal is taken back')
    .from('2017-06-29', mandateRenewed({ until: '2018-06-30' }))
    .on('2018-06-28', named('renewal', mandateRenewed({ until: '2019-06-30' })))
    .on('2018-07-02', factRetracted('renewal'))
    .onDay('2018-07-02')
    .expectAlert(ending, { until: '2018-06-30' }, { since: '2018-05-01' });

  story('is nothing to a mission of which no mandate is known').onDay('2018-06-30').expectNoAlerts().expectEpisodes(ending);
});
