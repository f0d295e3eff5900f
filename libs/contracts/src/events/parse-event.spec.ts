import { exampleFacts } from '../schemas/example-facts.js';
import { factNames } from '../schemas/fact-schemas.js';
import { contentOf } from './content-of.js';
import { parseEvent } from './parse-event.js';
import { toStructured } from './to-structured.js';

type Change = Readonly<Record<string, unknown>>;

const data = { ...exampleFacts.UnitStrengthReported };

const sent = (change: Change = {}): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries({
      specversion: '1.0',
      source: '/un/dpo',
      id: 'strength-1',
      type: 'muster.UnitStrengthReported',
      subject: 'MINUSMA',
      data,
      ...change,
    }).filter(([, value]) => value !== undefined),
  );

function told(input: unknown): string[] {
  const parsed = parseEvent(input);
  return 'problems' in parsed ? parsed.problems.map(({ path }) => path) : [];
}

const wordsFor = (change: Change): string => {
  const parsed = parseEvent(sent(change));
  return 'problems' in parsed ? parsed.problems.map(({ problem }) => problem).join('\n') : '';
};

describe('an event', () => {
  it('is read with everything that came with it', () => {
    const attributes = {
      dataschema: '/schemas/UnitStrengthReported/1',
      datacontenttype: 'application/json; charset=utf-8',
      time: '2018-02-28T23:59:60.5+01:00',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      tracestate: 'a=b',
      count: 7,
      urgent: true,
    };
    const event = {
      source: '/un/dpo',
      id: 'strength-1',
      type: 'muster.UnitStrengthReported',
      subject: 'MINUSMA',
      data,
      attributes,
    };
    expect(parseEvent(sent(attributes))).toEqual({ event });
    expect(parseEvent(toStructured(event))).toEqual({ event });
  });

  it.each(factNames)('of %s is taken', (name) => {
    const subject = name === 'PledgeRegistered' ? 'standby' : 'MINUSMA';
    expect(told(sent({ type: `muster.${name}`, subject, data: exampleFacts[name] }))).toEqual([]);
  });

  it('with an attribute that is null is one without it', () => {
    expect(parseEvent(sent({ time: null }))).toEqual(parseEvent(sent()));
    expect(told(sent({ id: null }))).toEqual(['/id']);
  });

  it('tells all that is wrong at once, with source and id to find it by', () => {
    const parsed = parseEvent(
      sent({ specversion: '0.3', subject: 'MINU SMA', time: 'now', data: { ...data, women: -1, wmen: 1 } }),
    );
    expect(parsed).toMatchObject({ source: '/un/dpo', id: 'strength-1', problemCount: 5 });
    expect(told(sent({ specversion: '0.3', subject: 'MINU SMA', time: 'now', data: { ...data, women: -1, wmen: 1 } }))).toEqual([
      '/specversion',
      '/subject',
      '/time',
      '/data/women',
      '/data/wmen',
    ]);
  });

  it('with 1,001 problems shows 1,000 of them and the count', () => {
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`x${index}`, 1]));
    const parsed = parseEvent(sent({ data: { ...data, ...many } }));
    expect('problems' in parsed && [parsed.problems.length, parsed.problemCount]).toEqual([1000, 1001]);
  });
});

/** what, change  ->  places that are told */
const broken: readonly (readonly [string, Change, readonly string[]])[] = [
  ['no specversion', { specversion: undefined }, ['/specversion']],
  ['no source', { source: undefined }, ['/source']],
  ['an empty source', { source: '' }, ['/source']],
  ['a source with a blank', { source: '/un dpo' }, ['/source']],
  ['a source of ours', { source: '/muster/contributions' }, ['/source']],
  ['no id', { id: undefined }, ['/id']],
  ['an id of 513 characters', { id: 'x'.repeat(513) }, ['/id']],
  ['an id with a line end', { id: 'a\nb' }, ['/id']],
  ['no type', { type: undefined }, ['/type']],
  ['a type without its place', { type: 'UnitArrived' }, ['/type']],
  ['a type in another case', { type: 'muster.unitArrived' }, ['/type']],
  ['a type that objects have', { type: 'muster.constructor' }, ['/type']],
  ['no subject', { subject: undefined }, ['/subject']],
  ['a subject with a slash', { subject: 'MINUSMA/said' }, ['/subject']],
  ['a unit in standby', { subject: 'standby' }, ['/subject']],
  ['the schema of another fact', { dataschema: '/schemas/UnitArrived/1' }, ['/dataschema']],
  ['another version of the schema', { dataschema: '/schemas/UnitStrengthReported/2' }, ['/dataschema']],
  ['data in XML', { datacontenttype: 'application/xml' }, ['/datacontenttype']],
  ['a day as the time', { time: '2018-02-28' }, ['/time']],
  ['30 February as the time', { time: '2018-02-30T00:00:00Z' }, ['/time']],
  ['a trace of zeros', { traceparent: `00-${'0'.repeat(32)}-b7ad6b7169203331-01` }, ['/traceparent']],
  ['an extension with capitals', { partitionKey: 'x' }, ['/partitionKey']],
  ['an extension that is an object', { extra: {} }, ['/extra']],
  ['an extension of half a number', { extra: 0.5 }, ['/extra']],
  ['no data', { data: undefined }, ['/data']],
  ['data in base64', { data: undefined, data_base64: 'e30=' }, ['/data_base64']],
  ['data as text', { data: '{}' }, ['/data']],
  ['data as a list', { data: [] }, ['/data']],
];

describe('an event is rejected for', () => {
  it.each(broken)('%s', (_, change, places) => expect(told(sent(change))).toEqual(places));

  it.each([[null], [[]], ['text'], [7], [undefined]])('being %p', (input) => expect(told(input)).toEqual(['']));

  it('being one that Muster records by itself', () => {
    expect(wordsFor({ type: 'muster.DayTurned', data: { on: '2018-02-28' } })).toMatch(/records DayTurned by itself/);
    expect(wordsFor({ type: 'muster.AlertRaised' })).toMatch(/records AlertRaised by itself/);
  });

  it('a character that PostgreSQL cannot hold, wherever it stands', () => {
    expect(told(sent({ data: { ...data, note: 'a\u0000b' } }))).toEqual(['/data/note']);
    expect(told(sent({ note: 'a\u0000b' }))).toContain('/note');
  });

  it('half a character, which RFC 8785 cannot express', () => {
    expect(told(sent({ data: { ...data, note: '\ud83d' } }))).toEqual(['/data/note']);
    expect(told(sent({ data: { ...data, note: '\ud83d\ude00' } }))).toEqual([]);
    expect(told(sent({ data: { ...data, ['\udc00']: 1 } }))).toContain('/data/\udc00');
  });

  it('a number beyond JSON', () => {
    expect(told(JSON.parse(JSON.stringify(sent()).replace('"men":800', '"men":1e999')))).toContain('/data/men');
  });

  it('a member called __proto__, which changes nothing', () => {
    const parsed = parseEvent(JSON.parse(JSON.stringify(sent()).replace('"men":800', '"men":800,"__proto__":{"polluted":true}')));
    expect('problems' in parsed && parsed.problems[0]).toMatchObject({ path: '/data/__proto__' });
    expect(told(JSON.parse(JSON.stringify(sent()).replace('"id"', '"__proto__":{"id":"x"},"id"')))).toContain('/__proto__');
    expect(({} as { polluted?: true }).polluted).toBeUndefined();
  });

  it('nesting that would exhaust the stack', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
    expect(told(sent({ data: { ...data, deep } })).at(-1)).toBe('/data/deep');
    expect(told(sent({ data: deep })).length).toBeGreaterThan(0);
    expect(told(deep)).toEqual(['']);
  });
});

describe('standby', () => {
  it.each([
    'PledgeRegistered',
    'PledgeAmended',
    'PledgeRenewed',
    'PledgeLevelChanged',
    'PledgeDecided',
    'PledgeWithdrawn',
    'CaveatDeclared',
  ] as const)('holds %s', (name) =>
    expect(told(sent({ type: `muster.${name}`, subject: 'standby', data: exampleFacts[name] }))).toEqual([]),
  );

  it.each(['PledgeSelected', 'ReconnaissanceHeld', 'AgreementSigned', 'DeploymentPlanned', 'StrengthReturned'] as const)(
    'does not hold %s, which is said of a mission',
    (name) => expect(told(sent({ type: `muster.${name}`, subject: 'standby', data: exampleFacts[name] }))).toEqual(['/subject']),
  );

  it('holds caveats on pledges, not on units', () => {
    const { pledge: _, ...onUnit } = exampleFacts.CaveatDeclared;
    expect(told(sent({ type: 'muster.CaveatDeclared', subject: 'standby', data: onUnit }))).toEqual(['/data/pledge']);
  });
});

describe('data and attributes agree', () => {
  it('about the mission of an acknowledged alert', () => {
    const change = { type: 'muster.AlertAcknowledged', data: exampleFacts.AlertAcknowledged };
    expect(told(sent({ ...change, subject: 'MINUSCA' }))).toEqual(['/data/key']);
  });

  it('about the mission of a silence', () => {
    const change = { type: 'muster.AlertSilenced', data: exampleFacts.AlertSilenced };
    expect(told(sent({ ...change, subject: 'MINUSCA' }))).toEqual(['/data/matchers/mission']);
  });

  it('that nothing retracts or replaces itself', () => {
    const retraction = { ...exampleFacts.FactRetracted, ofSource: '/un/dpo', ofId: 'strength-1' };
    expect(told(sent({ type: 'muster.FactRetracted', data: retraction }))).toEqual(['/data/ofId']);
    const ceiling = { ...exampleFacts.CeilingAuthorized, replaces: 'strength-1' };
    expect(told(sent({ type: 'muster.CeilingAuthorized', data: ceiling }))).toEqual(['/data/replaces']);
  });
});

it('content is type, subject and data, not how the event travelled', () => {
  const event = {
    source: '/a',
    id: '1',
    type: 'muster.UnitRepatriated',
    subject: 'MINUSMA',
    data: { unit: 'u', on: '2018-02-28' },
  };
  const again = { ...event, data: { on: '2018-02-28', unit: 'u' }, attributes: { time: '2018-03-01T00:00:00Z' } };
  expect(contentOf(event)).toBe(contentOf(again));
  expect(contentOf(event)).not.toBe(contentOf({ ...event, subject: 'MINUSCA' }));
});
