import { Story, story } from '../../../../tests/stories/story.js';
import {
  alertAcknowledged,
  alertSilenced,
  ceilingAuthorized,
  equipmentInspected,
  named,
  factRetracted,
  strengthReturned,
} from '../../../../tests/stories/told-facts.js';

const military = 'ceiling-shortfall/military';
/** A shortfall of 150 of 1,000 since New Year, firing since 31 January. */
const short = (): Story =>
  new Story().from('2025-01-01', ceilingAuthorized({ military: 1000 }), strengthReturned({ military: 850 }));
const taken = (plannedFillBy: string, note = 'A battalion is on its way.') =>
  alertAcknowledged({ key: military, plannedFillBy, note });

describe('the severity and the figures of an alert', () => {
  it('rise at once, and fall only after the keep days; the figures are those of the last known day', () => {
    short()
      .on('2025-02-10', strengthReturned({ military: 790 }))
      .on('2025-02-20', strengthReturned({ military: 850 }))
      .onDay('2025-02-09')
      .expectAlert(military, { missing: 150 }, 'warning')
      .onDay('2025-02-10')
      .expectAlert(military, { missing: 210 }, 'critical')
      .onDay('2025-02-20')
      .expectAlert(military, { missing: 150 }, 'critical')
      .onDay('2025-03-21')
      .expectAlert(military, { missing: 150 }, 'critical')
      .onDay('2025-03-22')
      .expectAlert(military, { missing: 150 }, 'warning')
      .happen();
  });

  it('never change by the calendar alone: nothing is said at midnight', () => {
    short()
      .onDay('2025-01-31')
      .expectSaid('AlertRaised ceiling-shortfall/military#1')
      .onDay('2025-02-01')
      .expectSaid()
      .onDay('2025-03-01')
      .expectSaid()
      .happen();
  });
});

describe('an acknowledgement', () => {
  it('counts until the day by which the gap was to be filled; then the alert fires again', () => {
    short()
      .onDay('2025-02-09')
      .expectAlert(military, {}, { state: 'firing' })
      .on('2025-02-10', taken('2025-03-15'))
      .onDay('2025-02-10')
      .expectAlert(military, {}, { state: 'acknowledged' })
      .expectAlert(
        military,
        {},
        {
          acknowledged: {
            owner: 'Force Generation Service',
            note: 'A battalion is on its way.',
            plannedFillBy: '2025-03-15',
            on: '2025-02-10',
          },
        },
      )
      .expectSaid('AlertChanged ceiling-shortfall/military#2')
      .onDay('2025-03-15')
      .expectAlert(military, {}, { state: 'acknowledged' })
      .expectSaid()
      .onDay('2025-03-16')
      .expectAlert(military, {}, { state: 'firing', reopened: true, firingSince: '2025-01-31' })
      .expectSaid('AlertReopened ceiling-shortfall/military#3')
      .on('2025-03-16', strengthReturned({ military: 840 }))
      .onDay('2025-03-16')
      .expectAlert(military, { missing: 160 }, { state: 'firing', reopened: true })
      .expectSaid('AlertChanged ceiling-shortfall/military#4')
      .happen();
  });

  it('after a slip counts anew', () => {
    short()
      .on('2025-02-10', taken('2025-02-20'))
      .onDay('2025-02-10')
      .expectSaid('AlertRaised ceiling-shortfall/military#1')
      .onDay('2025-02-21')
      .expectAlert(military, {}, { state: 'firing', reopened: true })
      .expectSaid('AlertReopened ceiling-shortfall/military#2')
      .on('2025-02-25', taken('2025-03-10'))
      .onDay('2025-02-25')
      .expectAlert(military, {}, { state: 'acknowledged' })
      .expectThat(({ assessment }) => expect(assessment.alerts[0]).not.toHaveProperty('reopened'))
      .expectSaid('AlertChanged ceiling-shortfall/military#3')
      .onDay('2025-03-11')
      .expectAlert(military, {}, { state: 'firing', reopened: true })
      .expectSaid('AlertReopened ceiling-shortfall/military#4')
      .happen();
  });

  it('that is later replaces the earlier, though it plans an earlier day', () => {
    short()
      .on('2025-02-10', taken('2025-04-30', 'first'))
      .on('2025-02-20', taken('2025-02-28', 'second'))
      .onDay('2025-02-28')
      .expectAlert(military, {}, { state: 'acknowledged' })
      .onDay('2025-03-01')
      .expectAlert(military, {}, { state: 'firing', reopened: true })
      .happen();
  });

  it('is gone with its retraction', () => {
    short()
      .on('2025-02-10', named('taken', taken('2025-04-30')))
      .on('2025-02-20', factRetracted('taken'))
      .onDay('2025-02-20')
      .expectAlert(military, {}, { state: 'firing' })
      .happen();
  });

  it('of a pending episode counts: what is raised is acknowledged already', () => {
    short()
      .on('2025-01-15', taken('2025-03-15'))
      .onDay('2025-01-31')
      .expectAlert(military, {}, { state: 'acknowledged' })
      .expectSaid('AlertRaised ceiling-shortfall/military#1')
      .happen();
  });

  it('made before the gap began counts for nothing', () => {
    new Story()
      .from('2024-12-31', taken('2025-12-31'))
      .on('2025-01-01', ceilingAuthorized({ military: 1000 }), strengthReturned({ military: 850 }))
      .onDay('2025-01-31')
      .expectAlert(military, {}, { state: 'firing' })
      .happen();
  });

  const vehicles = 'equipment-shortfall/mission.APC';
  const inspected = (serviceable: number) => equipmentInspected({ required: 100, held: 100, serviceable });
  it('is that of one episode: the next fires again', () => {
    new Story()
      .from('2025-01-01', inspected(60))
      .on('2025-01-10', alertAcknowledged({ key: vehicles, plannedFillBy: '2025-12-31' }))
      .onDay('2025-01-31')
      .expectAlert(vehicles, {}, { state: 'acknowledged' })
      .on('2025-02-01', inspected(100))
      .onDay('2025-02-01')
      .expectNoAlerts()
      .on('2025-02-10', inspected(60))
      .onDay('2025-02-10')
      .expectAlert(vehicles, {}, { state: 'firing', since: '2025-02-10' })
      .happen();
  });

  it('stands back where the condition is unknown, and is there again once it is known', () => {
    new Story()
      .from('2025-01-01', inspected(60))
      .on('2025-01-10', alertAcknowledged({ key: vehicles, plannedFillBy: '2025-12-31' }))
      .onDay('2025-06-30')
      .expectAlert(vehicles, {}, { state: 'unknown' })
      .expectThat(({ assessment }) => expect(assessment.alerts[0]!.acknowledged?.on).toBe('2025-01-10'))
      .on('2025-07-10', inspected(61))
      .onDay('2025-07-10')
      .expectAlert(vehicles, { serviceable: 61 }, { state: 'acknowledged' })
      .happen();
  });

  it('that slips while the condition is unknown has fired again when it is known', () => {
    new Story()
      .from('2025-01-01', inspected(60))
      .on('2025-01-10', alertAcknowledged({ key: vehicles, plannedFillBy: '2025-07-01' }))
      .onDay('2025-07-02')
      .expectAlert(vehicles, {}, { state: 'unknown' })
      .on('2025-07-10', inspected(60))
      .onDay('2025-07-10')
      .expectAlert(vehicles, {}, { state: 'firing', reopened: true })
      .happen();
  });
});

describe('a silence', () => {
  const silenced = (matchers: object, until = '2025-02-20') =>
    alertSilenced({ matchers: matchers as { mission: string }, until });

  it('leaves the alert as it is and says until when', () => {
    short()
      .on('2025-02-10', silenced({}))
      .onDay('2025-02-09')
      .expectThat(({ assessment }) => expect(assessment.alerts[0]).not.toHaveProperty('silencedUntil'))
      .onDay('2025-02-10')
      .expectAlert(military, {}, { state: 'firing', silencedUntil: '2025-02-20' })
      .onDay('2025-02-20')
      .expectAlert(military, {}, { silencedUntil: '2025-02-20' })
      .onDay('2025-02-21')
      .expectThat(({ assessment }) => expect(assessment.alerts[0]).not.toHaveProperty('silencedUntil'))
      .happen();
  });

  it.each`
    matchers                                                                   | matches
    ${{ rule: 'ceiling-shortfall' }}                                           | ${true}
    ${{ rule: 'ceiling-exceeded' }}                                            | ${false}
    ${{ subject: 'military' }}                                                 | ${true}
    ${{ subject: 'police' }}                                                   | ${false}
    ${{ severity: 'warning' }}                                                 | ${true}
    ${{ severity: 'critical' }}                                                | ${false}
    ${{ rule: 'ceiling-shortfall', subject: 'military', severity: 'warning' }} | ${true}
    ${{ rule: 'ceiling-shortfall', subject: 'police', severity: 'warning' }}   | ${false}
    ${{ mission: 'MINUSCA' }}                                                  | ${false}
  `('of $matchers covers a warning of the military shortfall: $matches', ({ matchers, matches }) => {
    short()
      .on('2025-02-10', silenced(matchers))
      .onDay('2025-02-10')
      .expectThat(({ assessment }) => expect(assessment.alerts[0]!.silencedUntil).toBe(matches ? '2025-02-20' : undefined))
      .happen();
  });

  it('that lasts longest is shown', () => {
    short()
      .on('2025-02-10', silenced({}, '2025-03-31'), silenced({ rule: 'ceiling-shortfall' }, '2025-02-28'))
      .onDay('2025-02-11')
      .expectAlert(military, {}, { silencedUntil: '2025-03-31' })
      .happen();
  });
});

story('an alert says who acts, and under which policy it was decided')
  .from('2025-01-01', ceilingAuthorized({ military: 1000 }), strengthReturned({ military: 850 }))
  .onDay('2025-01-31')
  .expectAlert(military, {}, { key: 'MINUSMA/ceiling-shortfall/military', mission: 'MINUSMA', policy: 'version-1' })
  .expectAlert(military, {}, { action: 'Generate and deploy the missing personnel, or ask the Council to adjust the ceiling' });
