import fc from 'fast-check';
import { exampleFacts } from '../schemas/example-facts.js';
import { factNames } from '../schemas/fact-schemas.js';
import { parseBinaryEvent } from './parse-binary-event.js';
import { parseEvent } from './parse-event.js';
import { toStructured } from './to-structured.js';

const settings = { numRuns: 1000, seed: 20180508 };

const text = fc.string({ unit: 'binary', maxLength: 20 });
const member = fc.oneof(
  fc.jsonValue(),
  text,
  fc.constantFrom(null, 1e308 * 10, '\ud800', '\u0000', -0),
  fc.object({ key: text, maxDepth: 2 }).map((object): unknown => object),
);
const names = fc.oneof(
  text,
  fc.constantFrom(
    'specversion',
    'source',
    'id',
    'type',
    'subject',
    'data',
    'data_base64',
    'time',
    'dataschema',
    '__proto__',
    'toJSON',
  ),
);

/** An event of some fact in which some members have been exchanged for anything at all. */
const damaged = fc
  .tuple(
    fc.constantFrom(...factNames),
    fc.array(fc.tuple(names, member), { maxLength: 4 }),
    fc.array(fc.tuple(names, member), { maxLength: 4 }),
  )
  .map(([name, outside, inside]) =>
    Object.fromEntries([
      ...Object.entries({ specversion: '1.0', source: '/x', id: 'x', type: `muster.${name}`, subject: 'MINUSMA' }),
      ['data', Object.fromEntries([...Object.entries(exampleFacts[name]), ...inside])],
      ...outside,
    ]),
  );

describe('parseEvent', () => {
  it('never throws and always answers, whatever JSON comes', () => {
    fc.assert(
      fc.property(fc.oneof(member, damaged), (input) => {
        const parsed = parseEvent(input);
        expect('event' in parsed || parsed.problems.length > 0).toBe(true);
        // The answer itself must travel.
        JSON.stringify(parsed);
      }),
      settings,
    );
  });

  it('gives back every valid fact as it was sent, in both modes', () => {
    const fact = fc.record({
      name: fc.constantFrom(...factNames),
      id: fc.stringMatching(/^[A-Za-z0-9 /%"é.-]{1,40}$/),
      on: fc.date({ min: new Date('1950-01-01'), max: new Date('2018-02-28'), noInvalidDate: true }),
      note: fc.string({ unit: 'grapheme', minLength: 1 }).filter((note) => /\S/.test(note) && !/[\0\p{Surrogate}]/u.test(note)),
    });
    fc.assert(
      fc.property(fact, ({ name, id, on, note }) => {
        const data = { ...exampleFacts[name], on: on.toISOString().slice(0, 10), note };
        const event = { source: '/x', id, type: `muster.${name}`, subject: 'MINUSMA', data, attributes: { note: 'kept' } };
        expect(parseEvent(JSON.parse(JSON.stringify(toStructured(event))))).toEqual({ event });
        const headers = {
          'ce-specversion': '1.0',
          'ce-source': '/x',
          'ce-type': event.type,
          'ce-subject': 'MINUSMA',
          'ce-note': 'kept',
        };
        const binary = parseBinaryEvent({ ...headers, 'CE-ID': encodeURIComponent(id) }, JSON.stringify(data));
        expect(binary).toEqual({ event: { ...event, id: id.trim() === id ? id : event.id } });
      }),
      settings,
    );
  });

  it('never throws on headers and bodies', () => {
    const headers = fc.dictionary(
      fc.oneof(
        text,
        text.map((name) => `ce-${name}`),
        names.map((name) => `ce-${name}`),
      ),
      fc.oneof(text, fc.array(text)),
    );
    fc.assert(
      fc.property(headers, text, (given, body) => void parseBinaryEvent(given, body)),
      settings,
    );
  });
});
