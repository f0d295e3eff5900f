import { at, saying, unitStrengths } from '../../../tests/servers/events.js';
import { asSuperuser, freshDatabase, type TestDatabase } from '../../../tests/servers/postgres.js';
import { Cursors, Database, EventLog } from './index.js';

let place: TestDatabase;
let database: Database;
let log: EventLog;

beforeEach(async () => {
  place = await freshDatabase();
  database = await Database.open({ url: place.url, poolSize: 3 });
  log = new EventLog(database);
  await log.append([...unitStrengths('MINUSMA', 1, 3), ...unitStrengths('UNMISS', 1, 3), saying('MINUSMA', 'military', 1)], at);
});
afterEach(() => database.close());

/** What a grant and a trigger keep everyone else from doing. */
const damage = (statement: string): Promise<void> =>
  asSuperuser(place, 'alter table event_log disable trigger event_log_append_only', statement);

it('a log that nobody touched is whole', async () => {
  expect(await log.verifyChains()).toEqual({ streams: 3, events: 11, broken: [] });
});

// MINUSMA holds positions 1 to 5, UNMISS 6 to 10, and 11 is said.
it.each`
  statement                                                                             | problem
  ${`update event_log set data = replace(data, '90', '91') where position = 4`}         | ${'MINUSMA: position 4 does not match its hash'}
  ${`update event_log set recorded_at = '2018-01-01T00:00:00.000Z' where position = 7`} | ${'UNMISS: position 7 does not match its hash'}
  ${`update event_log set hash = sha256('') where position = 8`}                        | ${'UNMISS: position 8 does not match its hash'}
  ${`update event_log set known_on = '2018-01-01' where position = 3`}                  | ${'MINUSMA: position 3: column known_on does not say what its event says'}
  ${`update event_log set key = 'other' where position = 11`}                           | ${'MINUSMA/said: position 11: column key does not say what its event says'}
  ${'delete from event_log where position = 4'}                                         | ${'position 4 is missing: 5 follows 3'}
  ${'delete from event_log where position = 11'}                                        | ${'MINUSMA/said: its head is at sequence 1, its last event at 0'}
  ${`delete from stream_head where stream = 'UNMISS'`}                                  | ${'UNMISS: the stream has events and no head'}
  ${`insert into cursor (reader, stream, sequence) values ('assessor', 'MINUSMA', 6)`}  | ${"MINUSMA: cursor 6 of assessor is past the log's 5"}
`('after "$statement" it says $problem', async ({ statement, problem }) => {
  await damage(statement as string);
  expect((await log.verifyChains()).broken[0]?.problem).toBe(problem);
});

it('names the first broken position of the log first', async () => {
  await damage(`update event_log set data = replace(data, '90', '91') where position in (4, 5, 9)`);
  expect((await log.verifyChains()).broken.map(({ stream, position }) => [stream, position])).toEqual([
    ['MINUSMA', 4],
    ['UNMISS', 9],
  ]);
});

it('a cursor that is within the log is in order', async () => {
  await new Cursors(database).once('assessor', 'MINUSMA', await log.events({ mission: 'MINUSMA' }), async () => undefined);
  expect((await log.verifyChains()).broken).toEqual([]);
});
