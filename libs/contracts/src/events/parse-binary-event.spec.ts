import { exampleFacts } from '../schemas/example-facts.js';
import { parseBinaryEvent } from './parse-binary-event.js';

const headers = {
  host: 'localhost',
  'content-type': 'application/json',
  'ce-specversion': '1.0',
  'Ce-Source': '/un/dpo',
  'ce-id': 'r-1',
  'ce-type': 'muster.UnitRepatriated',
  'ce-subject': 'MINUSMA',
};
const data = exampleFacts.UnitRepatriated;
const body = JSON.stringify(data);

const told = (change: Readonly<Record<string, string | readonly string[]>>, text = body): string[] => {
  const parsed = parseBinaryEvent({ ...headers, ...change }, text);
  return 'problems' in parsed ? parsed.problems.map(({ path }) => path) : [];
};

describe('an event in binary mode', () => {
  it('has its attributes in headers, in any case, and its data in the body', () => {
    expect(parseBinaryEvent({ ...headers, 'ce-time': '2018-02-28T12:00:00Z' }, body)).toEqual({
      event: {
        source: '/un/dpo',
        id: 'r-1',
        type: 'muster.UnitRepatriated',
        subject: 'MINUSMA',
        data,
        attributes: { datacontenttype: 'application/json', time: '2018-02-28T12:00:00Z' },
      },
    });
  });

  it('has its header values unquoted and percent-decoded, as the HTTP binding says', () => {
    const parsed = parseBinaryEvent({ ...headers, 'ce-id': '"Euro \\"%E2%82%AC\\" %F0%9F%98%80"', 'ce-odd': '100%' }, body);
    expect('event' in parsed && parsed.event).toMatchObject({ id: 'Euro "€" 😀', attributes: { odd: '100%' } });
  });

  it('is rejected for what structured mode rejects', () => expect(told({ 'ce-subject': 'standby' })).toEqual(['/subject']));

  it.each([
    ['a header sent twice', { 'ce-id': ['a', 'b'] }, body, '/id'],
    ['percent-encoding that is not UTF-8', { 'ce-id': '%FF' }, body, '/id'],
    ['data in a header', { 'ce-data': '{}' }, body, '/data'],
    ['a body that is not JSON', {}, '{', '/data'],
    ['no body', {}, '', '/data'],
    ['a body of another type', { 'content-type': 'text/plain' }, 'x', '/datacontenttype'],
  ])('is rejected for %s', (_, change, text, place) => {
    expect(told(change as Readonly<Record<string, string | readonly string[]>>, text)).toContain(place);
  });
});
