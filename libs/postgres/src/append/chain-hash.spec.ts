import { canonicalJson, sha256 } from '@muster/contracts';
import { chainHash } from './chain-hash.js';

const event = {
  source: '/s "quoted"',
  id: 'id\n\u0001é',
  type: 'muster.UnitArrived',
  subject: 'MINUSMA',
  recordedAt: '2018-05-08T00:00:00.000Z',
};
const data = { on: '2018-05-08', note: 'Côte d’Ivoire \\ "" \u0000', figures: [1.5, 1e21, null, { b: 1, a: 2 }] };

it.each([null, 'a1b2'])('is the SHA-256 of the canonical JSON of the event and the hash before it (%s)', (previous) => {
  const expected = sha256(canonicalJson({ ...event, data, sequence: 7, previous }));
  expect(chainHash({ ...event, data: canonicalJson(data), sequence: 7 }, previous)).toBe(expected);
});
