import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Monitor } from './doors/monitor.js';
import { runMuster } from './run-muster.js';
import type { Screen, Terminal } from './screen/terminal.js';

type Door = (request: IncomingMessage, body: string, response: ServerResponse) => void;

const json = (response: ServerResponse, status: number, body: string): void =>
  void response.writeHead(status, { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' }).end(body);

let door: Door;
let server: Server;
let url: string;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'muster-cli-'));
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString())).on('end', () => door(request, body, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command where nobody looks; `interrupt` is Ctrl-C. */
function muster(...args: readonly string[]) {
  const texts = { out: '', err: '' };
  let interrupt = (): void => undefined;
  const screen = (name: 'out' | 'err'): Screen => ({
    isTerminal: false,
    width: 100,
    write: (text) => void (texts[name] += text.toString()),
  });
  const terminal: Terminal = {
    out: screen('out'),
    err: screen('err'),
    input: (async function* () {
      yield 'header\nrow\n';
    })(),
    onInterrupt: (handler) => {
      interrupt = handler;
      return () => undefined;
    },
  };
  const ended = runMuster(args, terminal, async () => new Monitor(url)).then((code) => ({ code, ...texts }));
  return { ended, interrupt: () => interrupt() };
}

const fileOf = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const fileAnswer = (members: object): string =>
  JSON.stringify({
    ...{ today: '2018-05-08', position: 9, dryRun: false, rows: 2, accepted: 2, rejected: 0, returns: 1 },
    ...{ facts: { recorded: 1, known: 0, revised: 0 }, problems: [], problemCount: 0, notes: [] },
    ...members,
  });

describe('the command', () => {
  it('prints with --json exactly the bytes of the door, also of a refusal', async () => {
    door = (_request, _body, response) => json(response, 200, '{ "today" : "2018-05-08",\n "missions":[]}');
    expect(await muster('missions', '--json').ended).toEqual({
      code: 0,
      out: '{ "today" : "2018-05-08",\n "missions":[]}',
      err: '',
    });
    door = (_request, _body, response) => json(response, 404, '{"title":"Not Found","detail":"There is no mission X."}');
    expect(await muster('mission', 'X', '--json').ended).toMatchObject({
      code: 1,
      out: '{"title":"Not Found","detail":"There is no mission X."}',
      err: expect.stringMatching(/^muster: There is no mission X\. Check the spelling/),
    });
  });

  it.each([
    [['missionz'], "unknown command 'missionz'"],
    [['missions', '--jsn'], "unknown option '--jsn'"],
    [['mission'], "missing required argument 'mission'"],
    [['import', 'ceilings', 'a.csv', 'b.csv'], "too many arguments for 'ceilings'"],
  ])('mistyped as %j fails without asking anybody, and says where to read on', async (args, what) => {
    door = () => expect('a request').toBe('not sent');
    const { code, out, err } = await muster(...args).ended;
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.startsWith(`muster: ${what}`)).toBe(true);
    expect(err).toContain('"muster help" lists the commands');
  });

  it('asks the door for what its options say', async () => {
    let asked: string | undefined;
    door = (request, _body, response) => json(response, 200, ((asked = request.url), '{"alerts":[]}'));
    await muster('alerts', '--as-of', '2018-02-28', '--known-at', '2018-03-31', '--position', '7', '--rule', 'mandate-ending')
      .ended;
    expect(asked).toBe('/api/alerts?rule=mandate-ending&asOf=2018-02-28&knownAt=2018-03-31&position=7');
  });

  it.each([
    [['pledges', '--contributor', 'CAN', '--stage', 'selected'], '/api/pledges?contributor=CAN&stage=selected'],
    [['pledges', 'can/1', '--mission', 'standby'], '/api/pledges/can%2F1?mission=standby'],
    [['needs', '--capability', 'EOD', '--as-of', '2018-02-28'], '/api/needs?capability=EOD&asOf=2018-02-28'],
  ])('%j asks for %s', async (args, path) => {
    let asked: string | undefined;
    door = (request, _body, response) =>
      json(response, 200, ((asked = request.url), '{"today":"2018-05-08","pledges":[],"needs":[]}'));
    await muster(...args, '--json').ended;
    expect(asked).toBe(path);
  });

  it('counts how long a pledge has stood on its stage', async () => {
    const line = {
      pledge: 'rou-1',
      contributor: 'ROU',
      mission: null,
      capability: 'EOD',
      units: 1,
      personnel: 140,
      lapsesOn: null,
    };
    const pledges = [{ ...line, stage: 'received', since: '2018-02-07', next: { waitsFor: 'acceptance', move: 'secretariat' } }];
    door = (_request, _body, response) => json(response, 200, JSON.stringify({ today: '2018-05-08', position: 9, pledges }));
    expect((await muster('pledges').ended).out).toMatch(
      /received +90 days +rou-1 +ROU +– +1 EOD +140 +acceptance \(secretariat\) +–/,
    );
  });

  it('fails with one line and what to do where no monitor answers, or what answers is none', async () => {
    const nobody = await runMuster(['missions'], { ...silent(), err: collected }, async () => new Monitor('http://127.0.0.1:1'));
    expect([nobody, collected.text]).toEqual([
      1,
      expect.stringMatching(/^muster: No monitor answers at .*Start one with "npm start".*\n$/),
    ]);
    door = (_request, _body, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Hello</h1>');
    expect(await muster('missions').ended).toMatchObject(noMonitor);
  });

  it.each([
    [200, '{"hello":1}'],
    [200, 'null'],
    [200, '[]'],
    [200, '{"today":'],
    [500, '{"error":"down"}'],
    [404, '{"title":"Not Found","status":404,"detail":"Cannot GET /base/api/missions"}'],
  ])('tells what answers %i with %s from a monitor', async (status, body) => {
    door = (_request, _body, response) => json(response, status, body);
    const commands = [['missions'], ['alerts'], ['verify'], ['gaps', 'MINUSMA'], ['import', 'ceilings', '-']];
    for (const args of commands) expect(await muster(...args).ended).toMatchObject(noMonitor);
  });

  it.each([502, 503, 504])('tells that a service is away where a proxy answers %i by itself', async (status) => {
    door = (_request, _body, response) => response.writeHead(status).end();
    expect(await muster('replay', 'MINUSMA').ended).toMatchObject({
      code: 1,
      err: expect.stringMatching(
        /^muster: A proxy answers at .* and the service behind it does not \(50\d\)\. See that it runs.*\n$/,
      ),
    });
  });

  it('a mistyped command fails, and help does not', async () => {
    expect(await muster('mision').ended).toMatchObject({ code: 1, err: expect.stringContaining('Did you mean mission?') });
    expect(await muster('--help').ended).toMatchObject({ code: 0, out: expect.stringContaining('explain') });
  });
});

const noMonitor = {
  code: 1,
  out: '',
  err: expect.stringMatching(/^muster: What answers at .* is no monitor\. Set MUSTER_URL.*\n$/),
};

const collected = {
  isTerminal: false,
  width: 80,
  text: '',
  write: (text: string | Buffer) => void (collected.text += text.toString()),
};
const silent = (): Terminal => ({
  out: collected,
  err: collected,
  input: (async function* () {})(),
  onInterrupt: () => () => undefined,
});

describe('an import of a CSV', () => {
  it('sends the file, or the standard input, as it is', async () => {
    const seen: unknown[] = [];
    door = ({ url: path, headers }, body, response) => {
      seen.push([path, headers['content-type'], body]);
      json(response, 200, fileAnswer({}));
    };
    const file = fileOf('c.csv', 'a;b\r\n1;2\r\n');
    const whole = await muster('import', 'contributions', file, '--published-on', '2018-04-09', '--replace').ended;
    expect(whole).toMatchObject({ code: 0, out: expect.stringContaining('1 return recorded, 0 known already'), err: '' });
    await muster('import', 'ceilings', '-', '--dry-run').ended;
    expect(seen).toEqual([
      ['/api/contributions?publishedOn=2018-04-09&replace=true', 'text/csv', 'a;b\r\n1;2\r\n'],
      ['/api/ceilings?dryRun=true', 'text/csv', 'header\nrow\n'],
    ]);
  });

  it('ends with 2 where rows were rejected, and lists them by row, column and value', async () => {
    const problems = [{ row: 3, column: 'male', value: 'x', problem: 'This is no number.' }];
    door = (_request, _body, response) =>
      json(response, 200, fileAnswer({ accepted: 1, rejected: 1, problems, problemCount: 80 }));
    expect(await muster('import', 'contributions', fileOf('c.csv', 'a\n1\n')).ended).toMatchObject({
      code: 2,
      out: expect.stringContaining('1 of 2 rows accepted.'),
      err: 'Rejected: 1 row.\n  row 3, male "x": This is no number.\n  … and 79 more; --json shows up to 1,000.\n',
    });
  });

  it('fails without asking anybody where the file is none, is empty, or is a workbook', async () => {
    door = () => expect('a request').toBe('not sent');
    const failed = async (file: string): Promise<unknown> => muster('import', 'ceilings', file).ended;
    expect(await failed(join(folder, 'nowhere.csv'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('does not exist. Give'),
    });
    expect(await failed(folder)).toMatchObject({ code: 1, err: expect.stringContaining('is a folder.') });
    expect(await failed(fileOf('empty.csv', ''))).toMatchObject({ code: 1, err: expect.stringContaining('is empty.') });
    const noReport = await muster('verify', 'report', fileOf('empty.pdf', '')).ended;
    expect(noReport).toMatchObject({ code: 1, err: expect.stringMatching(/is empty\. Name a file that "muster report"/) });
    expect(await failed(fileOf('book.csv', 'PK\u0003\u0004…'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('not a CSV but an Excel'),
    });
  });

  it('that Ctrl-C interrupts fails, and says that it can be repeated', async () => {
    const running = muster('import', 'contributions', fileOf('c.csv', 'a\n1\n'));
    door = () => running.interrupt();
    expect(await running.ended).toMatchObject({ code: 1, err: expect.stringMatching(/interrupted.*Run the same command again/) });
  });
});

describe('an import of events', () => {
  const taken = (body: string, outcome: 'recorded' | 'rejected'): string => {
    const events = JSON.parse(body) as unknown[];
    const counts = { recorded: 0, known: 0, rejected: 0, [outcome]: events.length };
    const problems = [{ path: '/id', value: null, problem: 'Give an id.' }];
    return JSON.stringify({
      today: '2018-05-08',
      position: 9,
      ...counts,
      results: events.map(() => ({ outcome, ...(outcome === 'rejected' && { problems }) })),
    });
  };

  it('sends a batch, and ends with 2 where a line is no JSON', async () => {
    let sent: unknown;
    door = ({ headers }, body, response) =>
      json(response, 200, ((sent = [headers['content-type'], body]), taken(body, 'recorded')));
    const result = await muster('import', 'events', fileOf('e.jsonl', '{"a":1}\nno\n{"b":2}\n')).ended;
    expect(sent).toEqual(['application/cloudevents-batch+json', '[{"a":1},{"b":2}]']);
    expect(result).toMatchObject({ code: 2, out: '2 of 3 events recorded, 0 known already.\n' });
    expect(result.err).toMatch(/^Rejected: 1 event\.\n {2}row 2: This line is no JSON/);
  });

  it('fails where none could be taken, with every problem by its line', async () => {
    door = (_request, body, response) => json(response, 400, taken(body, 'rejected'));
    expect(await muster('import', 'events', fileOf('e.jsonl', '\n{"a":1}\n')).ended).toMatchObject({
      code: 1,
      err: expect.stringContaining('row 2, /id: Give an id.'),
    });
    expect(await muster('import', 'events', fileOf('e.jsonl', '\n')).ended).toMatchObject({
      code: 1,
      err: expect.stringContaining('holds no event'),
    });
  });
});
