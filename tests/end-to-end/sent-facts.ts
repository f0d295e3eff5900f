/** Facts as they are sent to a door; what a spec does not speak about is filled in. */
import type { CloudEvent } from '@muster/contracts';

let count = 0;

export interface SentFact {
  readonly specversion: string;
  readonly source: string;
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export const sentFact = (name: string, data: Readonly<Record<string, unknown>>, given: Partial<SentFact> = {}): SentFact => ({
  specversion: '1.0',
  source: 'https://example.org/force-generation',
  id: `fact-${++count}`,
  type: `muster.${name}`,
  subject: 'MINUSMA',
  data,
  ...given,
});

export const ceilingAuthorized = (personnel: number, given: Partial<SentFact> = {}): SentFact =>
  sentFact(
    'CeilingAuthorized',
    {
      on: '2017-06-29',
      resolution: 'S/RES/2364 (2017)',
      adoptedOn: '2017-06-29',
      effectiveFrom: '2017-06-29',
      line: 'military',
      counts: ['Troops', 'Staff Officer', 'Experts on Mission'],
      placement: 'component',
      status: 'adopted',
      personnel,
    },
    given,
  );

export const strengthReturned = (on: string, men: number, given: Partial<SentFact> = {}): SentFact =>
  sentFact(
    'StrengthReturned',
    { on, detail: 'byContributor', rows: [{ contributor: 'TGO', personnelType: 'Troops', women: 0, men }] },
    given,
  );

/** As a newer build would record it: no door of this one takes it, and no reader can fold it. */
export const factFromTheFuture = (mission: string, on = '2018-04-30'): CloudEvent => ({
  source: 'https://example.org/newer',
  id: 'from the future',
  type: 'muster.StrengthReturned',
  subject: mission,
  data: { on, detail: 'byAge' },
  attributes: { dataschema: '/schemas/StrengthReturned/2' },
});

/** A ceiling of 1,000 and 850 there for months: a shortfall of 15 %. */
export const shortfall = (mission: string): SentFact[] => [
  ceilingAuthorized(1000, { subject: mission }),
  strengthReturned('2018-01-31', 850, { subject: mission }),
  strengthReturned('2018-04-30', 850, { subject: mission }),
];

const header = 'isocode3,contributing_country,mission_acronym,personnel_type,female_personnel,male_personnel,last_reporting_date';

/** A file of contributions with these rows, `TGO,Togo,Troops,0,918`, all of one mission and day. */
export const contributionsCsv = (rows: readonly string[], mission = 'MINUSMA', asAt = '2018-02-28'): string =>
  [
    header,
    ...rows.map((row) => {
      const [code, name, type, women, men] = row.split(',');
      return [code, name, mission, type, women, men, asAt].join(',');
    }),
  ].join('\n');
