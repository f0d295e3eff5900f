import { Story, story } from '../../../../tests/stories/story.js';
import {
  caveatDeclared,
  caveatInvoked,
  deploymentPlanned,
  factRetracted,
  named,
  pledgeAmended,
  pledgeDecided,
  pledgeRegistered,
  pledgeSelected,
  pledgeWithdrawn,
  requirementStated,
  requirementWithdrawn,
  taskPrioritized,
  unitArrived,
  unitRepatriated,
} from '../../../../tests/stories/told-facts.js';

const ofPledge = 'caveat-conflict/ROU-1.night-operations';
const ofUnit = 'caveat-conflict/ROU-HELI.night-operations';
const caveats = ['riot-control', 'night-operations'];
/** A need far ahead, so that nothing but the caveat is in the way. */
const atNight = requirementStated({ requiredBy: '2026-12-31', conditions: ['helicopter-medevac', 'night-operations'] });
const byDay = requirementStated({ requiredBy: '2026-12-31', conditions: ['helicopter-medevac'] });

describe('a caveat on a pledge', () => {
  story('that names a condition of a requirement that it could meet is a warning, from the day on which both are known')
    .from('2025-01-01', pledgeRegistered({ caveats }))
    .on('2025-01-10', atNight)
    .onDay('2025-01-09')
    .expectNoAlerts()
    .onDay('2025-01-10')
    .expectAlerts(ofPledge)
    .expectAlert(
      ofPledge,
      { condition: 'night-operations', requirement: 'helicopters', saidOn: '2025-01-01' },
      {
        severity: 'warning',
        since: '2025-01-10',
        reason: 'a requirement that it could meet needs what the caveat bars',
        action: 'Negotiate the caveat away, or select another pledge',
        owner: 'Force Generation Service, Office of Military Affairs',
      },
    );

  it.each`
    caveat              | need                                                                   | severity
    ${caveats}          | ${atNight}                                                             | ${'warning'}
    ${['riot-control']} | ${atNight}                                                             | ${undefined}
    ${caveats}          | ${byDay}                                                               | ${undefined}
    ${caveats}          | ${requirementStated({ requiredBy: '2026-12-31' })}                     | ${undefined}
    ${caveats}          | ${{ ...atNight, data: { ...atNight.data, capability: 'ARMED_HELI' } }} | ${undefined}
  `('of $caveat is $severity beside the need', ({ caveat, need, severity }) => {
    new Story()
      .from('2025-01-01', need, pledgeRegistered({ caveats: caveat }))
      .onDay('2025-01-01')
      .expectSeverity(ofPledge, severity)
      .happen();
  });

  story('is critical from the day of the selection for that requirement, not before')
    .from('2025-01-01', atNight, pledgeRegistered({ caveats }))
    .on('2025-02-01', pledgeSelected({ caveats }))
    .onDay('2025-01-31')
    .expectAlert(ofPledge, {}, 'warning')
    .onDay('2025-02-01')
    .expectAlert(
      ofPledge,
      { saidOn: '2025-02-01' },
      {
        severity: 'critical',
        since: '2025-01-01',
        reason: 'it was selected for a requirement that needs what the caveat bars',
        action: 'Negotiate the caveat away, or find another unit for what it bars',
      },
    );

  story('selected for a requirement that does without is nothing, though another needs what it bars')
    .from('2025-01-01', atNight, requirementStated({ requirement: 'by-day', requiredBy: '2026-12-31' }))
    .on('2025-01-01', pledgeRegistered({ caveats }))
    .onDay('2025-01-31')
    .expectAlert(ofPledge, { requirement: 'helicopters' }, 'warning')
    .on('2025-02-01', pledgeSelected({ requirement: 'by-day', caveats }))
    .onDay('2025-02-01')
    .expectNoAlerts()
    .expectSaid(`AlertResolved ${ofPledge}#2 filled`)
    .on('2025-03-01', requirementWithdrawn({ requirement: 'by-day' }))
    .onDay('2025-03-01')
    .expectAlert(ofPledge, { requirement: 'helicopters' }, 'warning');

  story('speaks of the oldest need that asks for the condition')
    .from('2025-01-01', requirementStated({ requirement: 'sooner', requiredBy: '2026-06-30' }), atNight)
    .on('2025-01-01', requirementStated({ requirement: 'later', requiredBy: '2027-01-01', conditions: ['night-operations'] }))
    .on('2025-01-01', pledgeRegistered({ caveats }))
    .onDay('2025-01-01')
    .expectAlert(ofPledge, { requirement: 'helicopters' });

  it.each`
    what                          | fact                                            | resolution
    ${'an amendment without'}     | ${pledgeAmended({ caveats: ['riot-control'] })} | ${'filled'}
    ${'a need that does without'} | ${byDay}                                        | ${'filled'}
    ${'the withdrawn pledge'}     | ${pledgeWithdrawn({})}                          | ${'superseded'}
    ${'the refused pledge'}       | ${pledgeDecided({ decision: 'declined' })}      | ${'superseded'}
  `('is $resolution by $what', ({ fact, resolution }) => {
    new Story()
      .from('2025-01-01', atNight, pledgeRegistered({ caveats }))
      .onDay('2025-01-31')
      .expectAlert(ofPledge)
      .on('2025-02-01', fact)
      .onDay('2025-02-01')
      .expectNoAlerts()
      .expectSaid(`AlertResolved ${ofPledge}#2 ${resolution}`)
      .happen();
  });

  story('may be declared beside its terms, and is lifted by an amendment of the caveats and by no other')
    .from('2025-01-01', atNight, pledgeRegistered({}))
    .on('2025-01-10', caveatDeclared({ pledge: 'ROU-1' }))
    .on('2025-01-20', pledgeAmended({ personnel: 110 }))
    .onDay('2025-01-09')
    .expectNoAlerts()
    .onDay('2025-01-20')
    .expectAlert(ofPledge, { saidOn: '2025-01-10' }, 'warning')
    .on('2025-01-25', pledgeSelected({}))
    .onDay('2025-01-25')
    .expectAlert(ofPledge, { saidOn: '2025-01-10' }, 'critical')
    .on('2025-02-01', pledgeAmended({ caveats: [] }))
    .onDay('2025-02-01')
    .expectNoAlerts()
    .on('2025-02-10', caveatDeclared({ pledge: 'ROU-1' }))
    .onDay('2025-02-10')
    .expectAlert(ofPledge, { saidOn: '2025-02-10' }, 'critical');

  story('is there until its last unit has gone home')
    .from('2025-01-01', atNight, pledgeSelected({ caveats }), unitArrived({ pledge: 'ROU-1' }))
    .onDay('2025-01-31')
    .expectAlert(ofPledge, {}, { severity: 'critical', reason: 'the unit is deployed and may not do what its requirement needs' })
    .on('2025-02-01', unitRepatriated({}))
    .onDay('2025-02-01')
    .expectNoAlert(ofPledge)
    .expectSaid(`AlertResolved ${ofPledge}#2 superseded`);
});

describe('a caveat on a unit', () => {
  story('that is deployed is critical from the day of its declaration on')
    .from('2025-01-01', atNight, unitArrived({ requirement: 'helicopters' }))
    .on('2025-02-01', caveatDeclared({ unit: 'ROU-HELI' }))
    .onDay('2025-01-31')
    .expectNoAlerts()
    .onDay('2025-02-01')
    .expectAlerts(ofUnit)
    .expectAlert(
      ofUnit,
      { condition: 'night-operations', requirement: 'helicopters', saidOn: '2025-02-01' },
      { severity: 'critical', reason: 'the unit is deployed and may not do what its requirement needs' },
    );

  story('that is only invoked was undeclared: the unit has refused')
    .from('2025-01-01', atNight, unitArrived({ requirement: 'helicopters' }))
    .on('2025-02-01', caveatInvoked({}))
    .onDay('2025-02-01')
    .expectAlert(ofUnit, {}, { severity: 'critical', reason: 'the unit has refused what its requirement needs' });

  story('of no requirement is held against the needs of its capability')
    .from('2025-01-01', unitArrived({}), caveatDeclared({ unit: 'ROU-HELI' }))
    .onDay('2025-01-31')
    .expectNoAlerts()
    .on('2025-02-01', atNight)
    .onDay('2025-02-01')
    .expectAlert(ofUnit, { requirement: 'helicopters' }, 'critical');

  story('that is to come is as firm as its pledge, and its own once it is there')
    .from('2025-01-01', atNight, pledgeRegistered({}), caveatDeclared({ unit: 'ROU-HELI', pledge: 'ROU-1' }))
    .onDay('2025-01-01')
    .expectAlert(ofUnit, {}, 'warning')
    .on('2025-01-10', pledgeSelected({}))
    .onDay('2025-01-10')
    .expectAlert(
      ofUnit,
      {},
      { severity: 'critical', reason: 'it was selected for a requirement that needs what the caveat bars' },
    )
    .on('2025-01-20', deploymentPlanned({ arrivesOn: '2025-02-01' }))
    .onDay('2025-01-20')
    .expectAlert(
      ofUnit,
      {},
      { severity: 'critical', reason: 'it was selected for a requirement that needs what the caveat bars' },
    )
    .on('2025-02-01', unitArrived({ pledge: 'ROU-1' }))
    .onDay('2025-02-01')
    .expectAlert(ofUnit, {}, { severity: 'critical', reason: 'the unit is deployed and may not do what its requirement needs' })
    .on('2025-03-01', unitRepatriated({}))
    .onDay('2025-03-01')
    .expectNoAlert(ofUnit)
    .expectSaid(`AlertResolved ${ofUnit}#4 superseded`);

  story('that was declared by mistake never was')
    .from('2025-01-01', atNight, unitArrived({ requirement: 'helicopters' }), named('slip', caveatDeclared({ unit: 'ROU-HELI' })))
    .onDay('2025-01-01')
    .expectAlerts(ofUnit)
    .on('2025-01-02', factRetracted('slip'))
    .onDay('2025-01-02')
    .expectNoAlerts()
    .expectSaid(`AlertResolved ${ofUnit}#2 corrected`);
});

story('a caveat in the way of a mandated task of rank 1 is one step worse, and of no task once that one is over')
  .from('2025-01-01', taskPrioritized({ from: '2025-01-01', until: '2025-01-31' }), pledgeRegistered({ caveats }))
  .on('2025-01-01', requirementStated({ requiredBy: '2026-12-31', conditions: ['night-operations'], tasks: ['elections'] }))
  .onDay('2025-01-31')
  .expectAlert(ofPledge, {}, { severity: 'critical', baseSeverity: 'warning' })
  .onDay('2025-02-01')
  .expectAlert(ofPledge, {}, { severity: 'warning', baseSeverity: 'warning' });

story('a caveat on a unit that is to come is over when its pledge is withdrawn')
  .from(
    '2025-01-01',
    requirementStated({ requiredBy: '2026-12-31', conditions: ['night-operations'] }),
    pledgeSelected(),
    deploymentPlanned({ arrivesOn: '2025-06-01' }),
    caveatDeclared({ unit: 'ROU-HELI' }),
  )
  .onDay('2025-02-01')
  .expectAlert(ofUnit, {}, 'critical')
  .on('2025-02-02', pledgeWithdrawn({}))
  .onDay('2025-02-02')
  .expectNoAlert(ofUnit);
