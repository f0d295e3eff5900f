import { Story, story } from '../../../../tests/stories/story.js';
import {
  deploymentPlanned,
  pledgeAmended,
  pledgeRegistered,
  pledgeSelected,
  pledgeWithdrawn,
  requirementStated,
  requirementWithdrawn,
  unitArrived,
  unitRepatriated,
  unitStrengthReported,
} from '../../../../tests/stories/told-facts.js';

const unit = 'unit-understrength/ROU-HELI';
const planned = deploymentPlanned({ arrivesOn: '2025-01-01', personnel: 100 });

describe('a unit understrength', () => {
  story('is raised once it has stood for thirty days')
    .from('2025-01-01', planned, unitArrived({ women: 5, men: 84 }))
    .onDay('2025-01-30')
    .expectNoAlerts()
    .onDay('2025-01-31')
    .expectAlerts(unit)
    .expectAlert(unit, { required: 100, deployed: 89, missing: 11 }, { severity: 'warning', since: '2025-01-01' });

  it.each`
    deployed | missing | severity
    ${100}   | ${0}    | ${undefined}
    ${96}    | ${4}    | ${undefined}
    ${95}    | ${5}    | ${'watch'}
    ${91}    | ${9}    | ${'watch'}
    ${90}    | ${10}   | ${'warning'}
    ${76}    | ${24}   | ${'warning'}
    ${75}    | ${25}   | ${'critical'}
    ${110}   | ${-10}  | ${undefined}
  `('with $deployed of 100 there is $severity', ({ deployed, severity }) => {
    new Story()
      .from('2025-01-01', planned, unitArrived({ men: deployed }))
      .onDay('2025-01-31')
      .expectSeverity(unit, severity)
      .happen();
  });

  story('is over when thirty days have passed at strength')
    .from('2025-01-01', planned, unitArrived({ men: 89 }))
    .on('2025-03-01', unitStrengthReported({ men: 100 }))
    .onDay('2025-03-30')
    .expectAlert(unit, { deployed: 100, missing: 0 })
    .onDay('2025-03-31')
    .expectNoAlerts();

  story('is superseded when the unit goes home')
    .from('2025-01-01', planned, unitArrived({ men: 89 }))
    .on('2025-03-01', unitRepatriated({}))
    .onDay('2025-02-28')
    .expectAlert(unit)
    .onDay('2025-03-01')
    .expectNoAlerts()
    .expectSaid('AlertResolved unit-understrength/ROU-HELI#2 superseded');
});

describe('a unit that is not there', () => {
  const required = requirementStated({ requiredBy: '2025-01-01' });

  story('has not arrived: it is late, not understrength')
    .from('2025-01-01', required, pledgeSelected(), deploymentPlanned({ arrivesOn: '2025-01-01' }))
    .onDay('2025-03-31')
    .expectNoAlert(unit)
    .expectEpisodes(unit);

  story('has gone home: that nobody follows is told of its requirement, and no matter of the unit')
    .from('2025-01-01', required, unitArrived({ requirement: 'helicopters', men: 89 }))
    .onDay('2025-01-31')
    .expectAlert(unit, { required: 100, deployed: 89 })
    .on('2025-02-10', unitRepatriated({}))
    .onDay('2025-03-31')
    .expectAlerts('capability-gap/helicopters', 'hand-over-gap/helicopters')
    .expectEpisodes(unit, { since: '2025-01-01', firingSince: '2025-01-31', closedOn: '2025-02-10', closedBy: 'superseded' });
});

describe('what a unit is held against', () => {
  const required = (expected: number | undefined, told: Story): void => {
    const last = told.onDay('2025-01-31');
    (expected === undefined
      ? last.expectNoAlert(unit).expectEpisodes(unit)
      : last.expectAlert(unit, { required: expected })
    ).happen();
  };

  it('is its part of the requirement that it arrived for, before any pledge or plan', () => {
    required(
      115,
      new Story().from(
        '2025-01-01',
        requirementStated({ units: 2, personnel: 230, requiredBy: '2025-01-01' }),
        pledgeRegistered({ units: 1, personnel: 300 }),
        deploymentPlanned({ arrivesOn: '2025-01-01', personnel: 400 }),
        unitArrived({ requirement: 'helicopters', pledge: 'ROU-1', men: 10 }),
      ),
    );
  });

  it('is its part of the requirement that its pledge was selected for', () => {
    required(
      130,
      new Story().from(
        '2025-01-01',
        requirementStated({ personnel: 130, requiredBy: '2025-01-01' }),
        pledgeSelected({ personnel: 300 }),
        unitArrived({ pledge: 'ROU-1', men: 10 }),
      ),
    );
  });

  it('is its part of the terms of its pledge where no requirement is known, as they were last amended', () => {
    required(
      60,
      new Story()
        .from(
          '2025-01-01',
          pledgeRegistered({ units: 2, personnel: 300 }),
          deploymentPlanned({ arrivesOn: '2025-01-01', personnel: 400 }),
          unitArrived({ pledge: 'ROU-1', men: 10 }),
        )
        .on('2025-01-02', pledgeAmended({ personnel: 120 })),
    );
  });

  it('is its part of the terms of its pledge once the requirement is withdrawn', () => {
    required(
      300,
      new Story()
        .from(
          '2025-01-01',
          requirementStated({ personnel: 130, requiredBy: '2025-01-01' }),
          pledgeSelected({ personnel: 300 }),
          unitArrived({ pledge: 'ROU-1', men: 10 }),
        )
        .on('2025-01-02', requirementWithdrawn({})),
    );
  });

  it('is its plan where nothing else says it', () => {
    required(
      400,
      new Story().from('2025-01-01', deploymentPlanned({ arrivesOn: '2025-01-01', personnel: 400 }), unitArrived({ men: 10 })),
    );
  });

  it('is nothing where nothing says it: then it is never understrength', () => {
    required(undefined, new Story().from('2025-01-01', unitArrived({ men: 1 })));
  });

  it('is what its pledge said until that was withdrawn', () => {
    const told = new Story()
      .from('2025-01-01', pledgeRegistered({ units: 1, personnel: 100 }), unitArrived({ pledge: 'ROU-1', men: 80 }))
      .on('2025-01-02', pledgeWithdrawn({}))
      .on('2025-01-03', pledgeRegistered({ units: 1, personnel: 400 }));
    required(100, told);
  });
});
