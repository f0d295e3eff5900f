import { Story } from '../../../../tests/stories/story.js';
import {
  caveatDeclared,
  equipmentInspected,
  mandateEnded,
  mandateRenewed,
  requirementStated,
  unitArrived,
} from '../../../../tests/stories/told-facts.js';

const needed = requirementStated({
  units: 2,
  personnel: 200,
  requiredBy: '2025-01-01',
  critical: true,
  conditions: ['night-operations'],
});
const romaniaIsThere = unitArrived({ requirement: 'helicopters', women: 0, men: 60 });
const withAGap = () =>
  new Story()
    .from(
      '2025-01-01',
      needed,
      romaniaIsThere,
      equipmentInspected({ unit: 'ROU-HELI', required: 10, held: 5, serviceable: 5 }),
      caveatDeclared({ unit: 'ROU-HELI', condition: 'night-operations' }),
    )
    .on('2025-02-10', mandateEnded({ endsOn: '2025-03-01', drawdownBy: '2025-06-30' }));

it.each`
  rule                     | subject
  ${'capability-gap'}      | ${'helicopters'}
  ${'unit-understrength'}  | ${'ROU-HELI'}
  ${'equipment-shortfall'} | ${'ROU-HELI.APC'}
  ${'dependency'}          | ${'UTIL_HELI'}
  ${'caveat-conflict'}     | ${'ROU-HELI.night-operations'}
`('$rule of $subject is over with the mandate, and stands again once that is renewed', ({ rule, subject }) => {
  const key = `${rule}/${subject}`;
  withAGap()
    .onDay('2025-02-28')
    .expectAlert(key)
    .onDay('2025-03-01')
    .expectNoAlert(key)
    .expectSaying(key, { name: 'AlertResolved', resolution: 'superseded' })
    .on('2025-04-01', mandateRenewed({ until: '2026-06-30' }))
    .onDay('2025-05-31')
    .expectAlert(key)
    .happen();
});
