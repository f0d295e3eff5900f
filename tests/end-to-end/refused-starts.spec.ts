import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdDataFolder } from '@muster/postgres';
import { projectFolder } from '@muster/runtime';
import { asSuperuser, freshDatabase } from '../servers/postgres.js';

const folder = mkdtempSync(join(tmpdir(), 'muster-refused-'));
const file = join(folder, 'a-file');
writeFileSync(file, '');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the built service where it cannot run; how it ends, and all that it says. */
function start(name: 'monitor' | 'ingest' | 'assessor' | 'gateway' | 'reporter', variables: Readonly<Record<string, string>>) {
  const unset = { DATABASE_URL: '', KAFKA_BROKERS: '', MUSTER_POLICY: '', MUSTER_TODAY: '', HOST: '', LOG_LEVEL: '' };
  const env = { ...process.env, ...unset, MUSTER_DATA_DIR: join(folder, 'data'), PORT: '0', ...variables };
  const main = join(projectFolder(), `dist/apps/${name}/src/main.js`);
  return new Promise<{ code: unknown; said: string }>((resolve) => {
    execFile(process.execPath, [main], { env, timeout: 30_000 }, (error, out, err) =>
      resolve({ code: error?.code ?? error?.signal ?? 0, said: `${out}${err}` }),
    );
  });
}

const refused = (words: RegExp) => ({ code: 1, said: expect.stringMatching(words) });

/** Listens, and does with who connects what it likes. */
async function listening(met: (socket: Socket) => void): Promise<{ server: Server; port: number }> {
  const server = createServer(met).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return { server, port: (server.address() as AddressInfo).port };
}

describe('a start that cannot succeed ends with one line that names the variable and what to do', () => {
  it.each([
    ['is a file', file],
    ['would lie in a file', join(file, 'below')],
  ])('where the data folder %s', async (_what, dir) => {
    expect(await start('monitor', { MUSTER_DATA_DIR: dir })).toEqual(
      refused(/^MUSTER_DATA_DIR: .*a-file.* cannot be the data folder \(E[A-Z]+: .*\); name a folder .*\.\n$/),
    );
  });

  it('where the data folder holds something else, which is left as it is', async () => {
    const dir = join(folder, 'somebody-elses');
    mkdirSync(join(dir, 'thesis'), { recursive: true });
    const before = statSync(dir).uid;
    expect(await start('monitor', { MUSTER_DATA_DIR: dir })).toEqual(
      refused(/^MUSTER_DATA_DIR: .*somebody-elses holds something else \(thesis\); name an empty folder, .*\.\n$/),
    );
    expect({ names: readdirSync(dir), uid: statSync(dir).uid }).toEqual({ names: ['thesis'], uid: before });
  });

  it('where another process holds the data folder', async () => {
    const dir = join(folder, 'held');
    const giveBack = await holdDataFolder(dir);
    expect(await start('monitor', { MUSTER_DATA_DIR: dir })).toEqual(
      refused(/^The data folder .*held is in use by process \d+: stop that one first, or choose another MUSTER_DATA_DIR\.\n$/),
    );
    giveBack();
  });

  it('where no such database is there, without its password', async () => {
    const url = new URL((await freshDatabase()).url);
    url.pathname = '/nowhere';
    url.password = 'secret';
    const { code, said } = await start('monitor', { DATABASE_URL: url.href });
    expect(code).toBe(1);
    expect(said).toBe(
      `DATABASE_URL: the PostgreSQL at ${url.host} refuses: database "nowhere" does not exist; create this database, or correct its name.\n`,
    );
  });

  it('where DATABASE_URL names a certificate that is no file', async () => {
    const url = 'postgres://muster:secret@127.0.0.1:1/muster?sslrootcert=/nowhere/root.crt';
    expect(await start('monitor', { DATABASE_URL: url })).toEqual(
      refused(/^DATABASE_URL: it cannot be followed \(ENOENT.*\/nowhere\/root\.crt.*\); correct what it names\.\n$/),
    );
  });

  it('where the user may not make tables', async () => {
    const database = await freshDatabase();
    const username = `guest_${process.pid}`;
    await asSuperuser(database, `create role ${username} login password 'secret'`);
    const guest = Object.assign(new URL(database.url), { username, password: 'secret' });
    expect(await start('monitor', { DATABASE_URL: guest.href })).toEqual(
      refused(
        /^DATABASE_URL: its user may not make the tables of the log \(permission denied .*\); make that user the owner .*\n$/,
      ),
    );
    await asSuperuser(database, `drop role ${username}`);
  });

  it.each(['monitor', 'ingest', 'assessor', 'gateway', 'reporter'] as const)(
    'where PostgreSQL does not run: %s',
    async (name) => {
      const { server, port } = await listening((socket) => socket.destroy());
      await new Promise((resolve) => server.close(resolve));
      const variables = { DATABASE_URL: `postgres://muster:secret@127.0.0.1:${port}/muster`, KAFKA_BROKERS: '127.0.0.1:1' };
      expect(await start(name, variables)).toEqual(
        refused(
          /^DATABASE_URL: no PostgreSQL answers at 127\.0\.0\.1:\d+ \(.*ECONNREFUSED.*\); start it, or write .*database\.\n$/,
        ),
      );
    },
  );

  it.each([
    ['hangs up', (socket: Socket) => void socket.destroy()],
    ['says nothing', () => undefined],
  ])('where what listens is no PostgreSQL and %s', async (_what, met) => {
    const sockets: Socket[] = [];
    const { server, port } = await listening((socket) => (sockets.push(socket.on('error', () => undefined)), met(socket)));
    expect(await start('monitor', { DATABASE_URL: `postgres://muster:secret@127.0.0.1:${port}/muster` })).toEqual(
      refused(/^DATABASE_URL: no PostgreSQL answers at 127\.0\.0\.1:\d+ \(.+\); start it, or write .*database\.\n$/),
    );
    for (const socket of sockets) socket.destroy();
    server.close();
  });
});
