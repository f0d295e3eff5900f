import type { Alert } from '@muster/force-generation';
import { ownSchemas } from './own-schemas.js';

const alert: Alert = {
  key: 'MINUSMA/ceiling-shortfall/military',
  mission: 'MINUSMA',
  rule: 'ceiling-shortfall',
  subject: 'military',
  state: 'firing',
  severity: 'warning',
  baseSeverity: 'warning',
  since: '2018-02-28',
  firingSince: '2018-03-30',
  figures: { authorized: 13289, deployed: 11791, missing: 1498, units: { required: { personnel: null } } },
  reason: '11.3 % are missing.',
  action: 'Ask contributors.',
  owner: 'Force Generation Service',
  policy: 'a'.repeat(64),
};

describe('what Muster records by itself', () => {
  it('says an alert with what it was before', () => {
    const said = { ...alert, on: '2018-03-30', revision: 2, upTo: 812, causes: [811], previous: alert };
    expect(ownSchemas.AlertChanged.parse(said)).toEqual(said);
    expect(ownSchemas.AlertResolved.parse({ ...said, resolution: 'filled' })).toMatchObject({ resolution: 'filled' });
  });

  it('does not say an alert without its revision, or with a figure that is no figure', () => {
    expect(ownSchemas.AlertRaised.safeParse({ ...alert, on: '2018-03-30', upTo: 1, causes: [] }).success).toBe(false);
    const said = { ...alert, figures: { missing: true }, on: '2018-03-30', revision: 1, upTo: 1, causes: [] };
    expect(ownSchemas.AlertRaised.safeParse(said).success).toBe(false);
  });

  it('turns days, adopts policies and ties pledges', () => {
    expect(ownSchemas.DayTurned.safeParse({ on: '2018-05-08' }).success).toBe(true);
    expect(ownSchemas.PolicyAdopted.safeParse({ on: '2018-05-08', hash: 'b'.repeat(64), table: { rules: {} } }).success).toBe(
      true,
    );
    expect(ownSchemas.PledgeTied.safeParse({ on: '2018-05-08', pledge: 'tgo-1', mission: 'MINUSMA' }).success).toBe(true);
    expect(ownSchemas.PledgeTied.safeParse({ on: '2018-05-08', pledge: 'tgo-1', mission: 'standby' }).success).toBe(false);
  });
});
