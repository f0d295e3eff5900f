import { answerProblems } from './answer-problems.js';
import type { Request } from './request.js';

const request: Request = { method: 'POST', path: '/api/events', headers: {} };
const problems = [{ path: '/id', value: 1, problem: 'Give an id.' }];
const refusal = { type: 'about:blank', title: 'Bad Request', status: 400, detail: 'None could be taken.', problems };

const found = (status: number, body: object, type = status < 400 ? 'application/json' : 'application/problem+json') =>
  answerProblems(request, { status, type, text: JSON.stringify(body) });

test.each([
  ['a refusal that names its problem', 400, refusal],
  ['a page that is missing', 404, { ...refusal, status: 404, problems: [] }],
  ['an event that was recorded', 200, { results: [{ outcome: 'recorded', position: 1 }] }],
  ['a file of which a row was rejected', 200, { rows: 2, accepted: 1, rejected: 1, problems: [{ row: 3, problem: 'No day.' }] }],
])('%s is as it should be', (_what, status, body) => {
  expect(found(status, body)).toEqual([]);
});

test.each([
  ['is 500', 500, { ...refusal, status: 500 }],
  ['says status 500', 400, { ...refusal, status: 500 }],
  ['has no words', 400, { ...refusal, detail: ' ' }],
  ['has no list of problems', 400, { ...refusal, problems: undefined }],
  ['names no problem', 400, { ...refusal, problems: [] }],
  ['has a problem without a place or without words', 400, { ...refusal, problems: [{ problem: 'Somewhere.' }] }],
  ['rejects an event without a problem', 200, { results: [{ outcome: 'rejected', problems: [] }] }],
  ['tells known without a position', 200, { results: [{ outcome: 'known' }] }],
  ['counts 1 and 0 of 2 rows', 200, { rows: 2, accepted: 1, rejected: 0, problems: [] }],
  ['rejects rows without a problem', 200, { rows: 2, accepted: 1, rejected: 1, problems: [] }],
])('an answer that %s is told', (words, status, body) => {
  expect(found(status, body)).toEqual([words]);
});

test('a refusal in another form is told', () => {
  expect(found(400, refusal, 'application/json')).toEqual(['is a refusal as application/json']);
  expect(found(400, refusal, 'text/html')).toEqual(['is a refusal as text/html']);
});
