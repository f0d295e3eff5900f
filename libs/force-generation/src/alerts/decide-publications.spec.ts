import { policyV1 } from '../policy.js';
import { Story, story } from '../../../../tests/stories/story.js';
import {
  ceilingAuthorized,
  equipmentInspected,
  factRetracted,
  mandateEnded,
  named,
  requirementStated,
  requirementWithdrawn,
  strengthReturned,
  unitArrived,
} from '../../../../tests/stories/told-facts.js';

const military = 'ceiling-shortfall/military';
const vehicles = 'equipment-shortfall/mission.APC';
const inspected = (serviceable: number) => equipmentInspected({ required: 100, held: 100, serviceable });
const short = (): Story =>
  new Story().from('2025-01-01', ceilingAuthorized({ military: 1000 }), strengthReturned({ military: 850 }));

describe('what is said', () => {
  story('of a pending episode is nothing; once it fires it is raised')
    .from('2025-01-01', ceilingAuthorized({ military: 1000 }), strengthReturned({ military: 850 }))
    .onDay('2025-01-30')
    .expectSaid()
    .onDay('2025-01-31')
    .expectSaid('AlertRaised ceiling-shortfall/military#1')
    .expectSaying(military, { on: '2025-01-31', revision: 1, upTo: 2, causes: [] });

  story('of an alert that is unknown when it opens is that it is raised')
    .from('2025-01-01', inspected(60))
    .onDay('2025-07-31')
    .expectSaid('AlertRaised equipment-shortfall/mission.APC#1')
    .expectAlert(vehicles, {}, { state: 'unknown' });

  story('where nothing has changed is nothing, however often it is asked')
    .from('2025-01-01', inspected(60))
    .onDay('2025-01-01')
    .expectSaid('AlertRaised equipment-shortfall/mission.APC#1')
    .onDay('2025-01-01')
    .expectSaid()
    .on('2025-01-02', unitArrived({}))
    .onDay('2025-01-02')
    .expectSaid();

  story('of another figure is a change, with what it was before')
    .from('2025-01-01', inspected(60))
    .onDay('2025-01-01')
    .on('2025-02-01', inspected(61))
    .onDay('2025-02-01')
    .expectSaid('AlertChanged equipment-shortfall/mission.APC#2')
    .expectThat(({ sayings }) => {
      expect(sayings[0]!.previous?.figures).toMatchObject({ serviceable: 60 });
      expect(sayings[0]!.alert.figures).toMatchObject({ serviceable: 61 });
    });

  story('of an alert that becomes unknown is AlertUnknown, and of one that is known again a change')
    .from('2025-01-01', inspected(60))
    .onDay('2025-01-01')
    .onDay('2025-06-30')
    .expectSaid('AlertUnknown equipment-shortfall/mission.APC#2')
    .on('2025-07-10', inspected(60))
    .onDay('2025-07-10')
    .expectSaid('AlertChanged equipment-shortfall/mission.APC#3');

  story('of an earlier beginning, after a late fact, is a change')
    .from('2025-01-10', inspected(60))
    .onDay('2025-01-10')
    .on('2025-01-05', inspected(60))
    .onDay('2025-01-11')
    .expectSaid('AlertChanged equipment-shortfall/mission.APC#2')
    .expectAlert(vehicles, {}, { since: '2025-01-05' });

  story('of a later beginning, after a correction, is a change where the new episode holds the day on which it was last said')
    .from('2025-01-05', named('wrong', inspected(60)))
    .onDay('2025-01-05')
    .on('2025-01-10', inspected(61))
    .onDay('2025-01-10')
    .expectSaid('AlertChanged equipment-shortfall/mission.APC#2')
    .on('2025-01-15', factRetracted('wrong'))
    .onDay('2025-01-15')
    .expectSaid('AlertChanged equipment-shortfall/mission.APC#3')
    .expectAlert(vehicles, {}, { since: '2025-01-10' });

  story('of a later beginning is another episode where that begins after the day on which it was last said')
    .from('2025-01-05', named('wrong', inspected(60)))
    .onDay('2025-01-05')
    .on('2025-01-10', inspected(60))
    .on('2025-01-15', factRetracted('wrong'))
    .onDay('2025-01-15')
    .expectSaid('AlertResolved equipment-shortfall/mission.APC#2 corrected', 'AlertRaised equipment-shortfall/mission.APC#3');

  story('under a key goes on counting for ever')
    .from('2025-01-01', inspected(60))
    .onDay('2025-01-01')
    .expectSaid('AlertRaised equipment-shortfall/mission.APC#1')
    .on('2025-02-01', inspected(100))
    .onDay('2025-02-01')
    .expectSaid('AlertResolved equipment-shortfall/mission.APC#2 filled')
    .on('2025-03-01', inspected(60))
    .onDay('2025-03-01')
    .expectSaid('AlertRaised equipment-shortfall/mission.APC#3');

  story('of an episode that opened and closed wholly in the past is nothing: it shows in as-of answers')
    .from('2025-01-01', inspected(100))
    .onDay('2025-03-01')
    .on('2025-01-10', inspected(60))
    .on('2025-02-10', inspected(100))
    .onDay('2025-03-02')
    .expectSaid()
    .onDay('2025-01-31')
    .expectAlert(vehicles, { serviceable: 60 });

  story('after days without looking is that the episode said is over, and that a new one has opened')
    .from('2025-01-01', inspected(60))
    .onDay('2025-01-01')
    .on('2025-02-01', inspected(100))
    .on('2025-03-01', inspected(60))
    .onDay('2025-03-05')
    .expectSaid('AlertResolved equipment-shortfall/mission.APC#2 filled', 'AlertRaised equipment-shortfall/mission.APC#3')
    .expectThat(({ sayings }) => expect(sayings.map(({ alert }) => alert.since)).toEqual(['2025-01-01', '2025-03-01']));

  story('of an episode that still holds the day on which it was last said is no new one')
    .from('2025-01-01', inspected(60))
    .onDay('2025-01-01')
    .on('2025-01-01', inspected(100))
    .on('2025-01-01', inspected(60))
    .onDay('2025-01-05')
    .expectSaid();
});

describe('why an alert is over', () => {
  it('filled: the gap has been closed for long enough', () => {
    short()
      .onDay('2025-01-31')
      .on('2025-02-28', strengthReturned({ military: 1000 }))
      .onDay('2025-03-29')
      .expectAlert(military)
      .onDay('2025-03-30')
      .expectSaid('AlertResolved ceiling-shortfall/military#3 filled')
      .happen();
  });

  it('superseded: the mandate has ended', () => {
    short()
      .onDay('2025-01-31')
      .on('2025-02-01', mandateEnded({ endsOn: '2025-02-10', drawdownBy: '2025-12-31' }))
      .onDay('2025-02-10')
      .expectSaid('AlertResolved ceiling-shortfall/military#2 superseded')
      .happen();
  });

  it('superseded: the requirement was withdrawn', () => {
    new Story()
      .from('2025-01-01', requirementStated({ requiredBy: '2025-01-01' }))
      .onDay('2025-01-15')
      .on('2025-01-20', requirementWithdrawn({}))
      .onDay('2025-01-20')
      .expectSaid('AlertResolved capability-gap/helicopters#2 superseded')
      .happen();
  });

  it('corrected: by what is known now there was no such gap', () => {
    new Story()
      .from('2025-01-01', ceilingAuthorized({ military: 1000 }), named('wrong', strengthReturned({ military: 850 })))
      .onDay('2025-01-31')
      .on('2025-01-01', strengthReturned({ military: 1000 }, { replaces: 'wrong' }))
      .onDay('2025-02-01')
      .expectSaid('AlertResolved ceiling-shortfall/military#2 corrected')
      .happen();
  });

  it('corrected: the gap by what is known now is younger, and not firing yet', () => {
    new Story()
      .from('2025-01-01', ceilingAuthorized({ military: 1000 }), named('wrong', strengthReturned({ military: 850 })))
      .onDay('2025-01-31')
      .on('2025-01-20', strengthReturned({ military: 850 }))
      .on('2025-01-31', factRetracted('wrong'))
      .onDay('2025-02-01')
      .expectNoAlerts()
      .expectSaid('AlertResolved ceiling-shortfall/military#2 corrected')
      .happen();
  });

  it('policy: under the new one there is no such gap', () => {
    const rules = {
      ...policyV1.rules,
      'ceiling-shortfall': { ...policyV1.rules['ceiling-shortfall'], thresholds: { watch: 16, warning: 20, critical: 30 } },
    };
    short()
      .onDay('2025-01-31')
      .underPolicy({ hash: 'version-2', table: { ...policyV1, rules } })
      .onDay('2025-02-01')
      .expectSaid('AlertResolved ceiling-shortfall/military#2 policy')
      .happen();
  });

  it('nothing: under a new policy that changes no threshold only the hash is another', () => {
    short()
      .onDay('2025-01-31')
      .underPolicy({ hash: 'version-2', table: policyV1 })
      .onDay('2025-02-01')
      .expectSaid('AlertChanged ceiling-shortfall/military#2')
      .expectAlert(military, {}, { policy: 'version-2' })
      .happen();
  });
});
