import { reportIssuedEvent, type CloudEvent } from '@muster/contracts';

/** The day and policy that tests record under, where they do not speak about them. */
export const at = { today: '2018-05-08', policy: { hash: 'policy-1', table: { hold: 30 } } };

/** A fact about a unit, the `n`th of its source. */
export const unitStrength = (mission: string, n: number, data: Record<string, unknown> = {}): CloudEvent => ({
  source: 'https://example.org/units',
  id: `${mission}/${n}`,
  type: 'muster.UnitStrengthReported',
  subject: mission,
  data: { on: '2018-01-31', unit: `unit-${n}`, women: 10, men: 90, ...data },
  attributes: { dataschema: '/schemas/UnitStrengthReported/1', datacontenttype: 'application/json' },
});

export const unitStrengths = (mission: string, from: number, to: number): CloudEvent[] =>
  Array.from({ length: to - from + 1 }, (_, index) => unitStrength(mission, from + index));

/** The `revision`th saying about an alert of ceiling-shortfall. */
export const saying = (mission: string, line: string, revision: number, name = 'AlertRaised'): CloudEvent => {
  const key = `${mission}/ceiling-shortfall/${line}`;
  const data = { on: '2018-05-08', key, revision };
  return { source: '/muster/assessor', id: `${key}#${revision}`, type: `muster.${name}`, subject: mission, data };
};

/** That a mission's report for a month was issued. */
export const reportIssued = (mission: string, month: string): CloudEvent => {
  const readFrom = { position: 3, sequence: 3, chain: 'c'.repeat(64), lastPosition: null, policy: 'a'.repeat(64), template: 1 };
  return reportIssuedEvent({ on: '2018-05-08', mission, month, withReturn: true, ...readFrom, sha256: 'f'.repeat(64) });
};
