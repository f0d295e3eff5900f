import { Story, story } from '../../../tests/stories/story.js';
import {
  factRetracted,
  knownOn,
  mandateRenewed,
  named,
  strengthReturned,
  type ToldFact,
} from '../../../tests/stories/told-facts.js';

const ending = 'mandate-ending/mission';
const renewed = (until: string, more: Partial<Parameters<typeof mandateRenewed>[0]> = {}): ToldFact =>
  mandateRenewed({ until, on: '2025-05-15', ...more });

/** Which of two renewals of one day speaks, told in both orders. */
const speaks = (expected: string, ...told: readonly ToldFact[]): void => {
  for (const order of [told, told.toReversed()])
    new Story()
      .from('2025-05-15', ...order)
      .onDay('2025-05-31')
      .expectAlert(ending, { until: expected })
      .happen();
};

describe('of two facts about the same subject and day', () => {
  it('the later published speaks', () => {
    speaks(
      '2025-06-20',
      renewed('2025-06-30', { publishedOn: '2025-05-16' }),
      renewed('2025-06-20', { publishedOn: '2025-05-17' }),
    );
  });

  it('one without a day of publication was published on its own day', () => {
    speaks('2025-06-20', renewed('2025-06-30'), renewed('2025-06-20', { publishedOn: '2025-05-16' }));
  });

  it('published together, that of the greater source speaks, whatever the ids', () => {
    speaks('2025-06-20', named('z', renewed('2025-06-30'), '/a'), named('a', renewed('2025-06-20'), '/b'));
  });

  it('of one source, that of the greater id speaks', () => {
    speaks('2025-06-20', named('a', renewed('2025-06-30')), named('b', renewed('2025-06-20')));
  });
});

describe('a retraction', () => {
  story('takes a fact back, whether it comes after it or before')
    .from('2025-05-01', factRetracted('early'), named('late', renewed('2025-06-30')))
    .onDay('2025-05-31')
    .expectAlert(ending, { until: '2025-06-30' })
    .on('2025-06-01', named('early', renewed('2025-06-20', { on: '2025-05-20' })))
    .onDay('2025-06-01')
    .expectAlert(ending, { until: '2025-06-30' })
    .on('2025-06-02', factRetracted('late'))
    .onDay('2025-06-02')
    .expectNoAlerts()
    .expectSaid('AlertResolved mandate-ending/mission#2 corrected');

  story('cannot itself be retracted: the fact is sent again under a new id')
    .from('2025-05-15', named('renewal', renewed('2025-06-30')))
    .on('2025-05-20', named('retraction', factRetracted('renewal')))
    .on('2025-05-21', factRetracted('retraction'))
    .onDay('2025-05-31')
    .expectNoAlerts()
    .expectNotes('retraction-of-retraction')
    .on('2025-05-22', named('again', renewed('2025-06-30')))
    .onDay('2025-05-31')
    .expectAlert(ending, { until: '2025-06-30' });

  story('of a fact that never came is noted')
    .from('2025-05-15', renewed('2025-12-31'), factRetracted('nothing'))
    .onDay('2025-05-15')
    .expectNotes('retraction-of-nothing');

  story('names the source too: another source’s fact of the same id stays')
    .from('2025-05-15', named('renewal', renewed('2025-06-30'), '/other'))
    .on('2025-05-20', factRetracted('renewal'))
    .onDay('2025-05-31')
    .expectAlert(ending);
});

describe('another time', () => {
  const told = (): Story =>
    new Story()
      .from('2025-01-31', knownOn('2025-03-10', strengthReturned({ military: 900 })))
      .on('2025-02-28', knownOn('2025-04-09', strengthReturned({ military: 950 })));

  it('as of a day: that day is today, and the facts are those known now', () => {
    told()
      .onDay('2025-01-30')
      .expectComponent('military', { deployed: null })
      .onDay('2025-02-27')
      .expectComponent('military', { deployed: 900 })
      .onDay('2025-02-28')
      .expectComponent('military', { deployed: 950 })
      .happen();
  });

  it('known at a day: only what was known on or before it', () => {
    told()
      .onDay('2025-04-10', { knownAt: '2025-03-09' })
      .expectComponent('military', { deployed: null })
      .onDay('2025-04-10', { knownAt: '2025-03-10' })
      .expectComponent('military', { deployed: 900 })
      .onDay('2025-04-10', { knownAt: '2025-04-08' })
      .expectComponent('military', { deployed: 900 })
      .onDay('2025-04-10', { knownAt: '2025-04-09' })
      .expectComponent('military', { deployed: 950 })
      .happen();
  });

  it('up to a position: only what stood in the log up to there', () => {
    told()
      .onDay('2025-04-10', { position: 0 })
      .expectComponent('military', { deployed: null })
      .onDay('2025-04-10', { position: 1 })
      .expectComponent('military', { deployed: 900 })
      .onDay('2025-04-10', { position: 2 })
      .expectComponent('military', { deployed: 950 })
      .happen();
  });

  story('a retraction that was not known then took nothing back then')
    .from('2025-05-15', named('renewal', renewed('2025-06-30')))
    .on('2025-05-31', factRetracted('renewal'))
    .onDay('2025-05-31')
    .expectNoAlerts()
    .onDay('2025-05-31', { knownAt: '2025-05-30' })
    .expectAlert(ending)
    .onDay('2025-05-31', { position: 1 })
    .expectAlert(ending);
});
