import type { Random } from '../bench/seeded-random.js';
import { damage } from './damage.js';
import { damagedBytes } from './damaged-bytes.js';
import { drawCsv } from './draw-csv.js';
import type { Request } from './request.js';
import { drawEvent, mostIds, source, type SentEvent } from './sent-event.js';

const structured = 'application/cloudevents+json';
const batch = 'application/cloudevents-batch+json';
const events = '/api/events';

const otherTypes = [
  'text/plain',
  'application/json',
  'text/csv',
  '',
  'application/cloudevents+xml',
  'x',
  'application/json; charset=ebcdic',
];

const post = (path: string, type: string, body: Buffer, headers: Request['headers'] = {}): Request => ({
  method: 'POST',
  path,
  headers: { ...(type !== '' && { 'content-type': type }), ...headers },
  body,
});

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

/** Whole, or broken in some places. */
const oneEvent = (random: Random): SentEvent => {
  const event = drawEvent(random);
  return random.chance(0.6) ? damage(random, event) : event;
};

const oneAlone = (random: Random): Request => post(events, structured, json(oneEvent(random)));

/** Some of a batch come twice in it, the second time saying something else. */
function manyTogether(random: Random): Request {
  const sent: unknown[] = Array.from({ length: random.whole(0, 6) }, () => oneEvent(random));
  if (sent.length > 0 && random.chance(0.3)) sent.push({ ...drawEvent(random), id: (sent[0] as SentEvent)['id'] });
  if (random.chance(0.2)) sent.push(random.of([null, 1, 'x', [], [[]]]));
  return post(events, batch, json(random.chance(0.05) ? (sent[0] ?? null) : sent));
}

/** A header holds no line break, and nothing beyond one byte; its name is the same in any case. */
const headerText = (value: unknown): string =>
  encodeURIComponent(
    String(value)
      .replace(/\p{Surrogate}/gu, '')
      .slice(0, 300),
  );

function inHeaders(random: Random): Request {
  const { data, ...attributes } = oneEvent(random);
  const headers = Object.entries(attributes)
    .filter(([name]) => /^[A-Za-z0-9_]+$/.test(name))
    .map(([name, value]): [string, string] => [`ce-${name.toLowerCase()}`, random.chance(0.9) ? headerText(value) : '%ff%fe']);
  return post(events, 'application/json', json(data ?? null), Object.fromEntries(headers));
}

/** Takes back whatever there may be: a fact, a retraction, what Muster itself has recorded. */
const takesBack = (random: Random): Request =>
  post(
    events,
    structured,
    json({
      ...drawEvent(random),
      type: 'muster.FactRetracted',
      data: {
        on: '2018-05-01',
        ...random.of([
          { ofSource: source, ofId: `fact/${random.whole(0, mostIds)}` },
          { ofSource: '/muster/log', ofId: 'day/MINUSMA/2018-05-08' },
          { ofSource: '/muster/assessor', ofId: 'MINUSMA/ceiling-shortfall/military#1' },
          { ofSource: '/muster/contributions', ofId: 'return/MINUSMA/2018-02-28' },
        ]),
        reason: 'sent by mistake',
      },
    }),
  );

const brokenBytes = (random: Random): Request => {
  const { path, headers, body } = random.of([oneAlone, manyTogether, inHeaders, file])(random);
  return { method: 'POST', path, headers, body: damagedBytes(random, body!), chunked: random.chance(0.5) };
};

const ofOtherType = (random: Random): Request => {
  const sent = random.of([oneAlone, manyTogether, file])(random);
  return post(sent.path, random.of(otherTypes), sent.body!);
};

const queries = [
  '',
  '?dryRun=true',
  '?dryRun',
  '?dryRun=maybe',
  '?publishedOn=2018-04-09',
  '?publishedOn=soon',
  '?replace=true',
  '?x=1',
];
const oddQueries = ['?dryRun=true&dryRun=false', '?publishedOn[]=1', '?__proto__=1', '?publishedOn=%00', '?dryRun=%zz'];

function file(random: Random): Request {
  const kind = random.of(['contributions', 'ceilings'] as const);
  const query = random.of([...queries, ...queries, ...oddQueries]);
  return post(`/api/${kind}${query}`, 'text/csv', drawCsv(random, kind));
}

const parts = [
  'MINUSMA',
  'UNFICYP',
  'ceiling-shortfall',
  'military',
  'a%2Fb',
  '%00',
  '..',
  '%zz',
  '%ff',
  'x'.repeat(700),
  '__proto__',
  '%20',
];
const bodies: readonly unknown[] = [
  { owner: 'Police Division', note: 'asked', plannedFillBy: '2018-07-01' },
  { reason: 'known', until: '2018-07-01' },
  { matchers: { mission: 'MINUSMA' }, reason: 'known', until: '2018-07-01' },
  { matchers: { mission: 'standby' }, reason: 'known', until: '2018-07-01' },
  { matchers: null },
  { matchers: { mission: '__proto__' }, owner: {}, until: -1 },
  null,
  [],
  'x',
];

/** The doors where people answer to an alert, and the one that resumes a mission. */
function answered(random: Random): Request {
  const part = (whole: string): string => (random.chance(0.7) ? whole : random.of(parts));
  const key = [part('MINUSMA'), part('ceiling-shortfall'), part('military')].join('/');
  const door = random.of([`${key}/acknowledgement`, `${key}/silence`, 'silences']);
  const path = random.chance(0.9) ? `/api/alerts/${door}` : `/api/missions/${part('MINUSMA')}/replay`;
  const body = random.of(bodies);
  return post(
    path,
    'application/json',
    json(random.chance(0.5) && typeof body === 'object' ? damage(random, { ...body }) : body),
  );
}

const asked = [
  '',
  '?asOf=2018-02-30',
  '?asOf=2018-02-28',
  '?knownAt=1',
  '?position=-1',
  '?position=3',
  '?position=1e99',
  '?asOf[]=x',
  '?from=%00',
];

/** People look while facts come in. */
function looked(random: Random): Request {
  const place = random.of(['', `/${random.of(parts)}`, '/MINUSMA/curves', '/MINUSMA/units', `/${random.of(parts)}/tasks`]);
  const door = random.of([
    `missions${place}`,
    'alerts',
    'facts',
    `facts/${random.of(parts)}`,
    'alerts/MINUSMA/ceiling-shortfall/military',
  ]);
  return { method: 'GET', path: `/api/${door}${random.of(asked)}`, headers: {} };
}

const kinds: readonly (readonly [weight: number, kind: (random: Random) => Request])[] = [
  [25, oneAlone],
  [20, manyTogether],
  [15, inHeaders],
  [5, takesBack],
  [12, brokenBytes],
  [3, ofOtherType],
  [12, file],
  [4, answered],
  [4, looked],
];

const deck = kinds.flatMap(([weight, kind]) => Array.from({ length: weight }, () => kind));

/** Anything that somebody might send. */
export const drawRequest = (random: Random): Request => random.of(deck)(random);
