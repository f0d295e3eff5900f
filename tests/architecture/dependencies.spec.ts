import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from './cruise.js';
import { onDisk, planted, root } from './tree.js';

const imports = (...modules: string[]): string => modules.map((module) => `import '${module}';\n`).join('') + 'export {};\n';
const npmPackage = (name: string) => ({
  [`node_modules/${name}/package.json`]: `{ "name": "${name}", "version": "1.0.0", "main": "index.js" }`,
  [`node_modules/${name}/index.js`]: '',
});
const tsconfig = {
  compilerOptions: {
    module: 'nodenext',
    moduleResolution: 'nodenext',
    paths: { '@muster/*': ['./libs/*/src/index.ts'] },
  },
};
const libs = ['access', 'contracts', 'documents', 'event-log', 'force-generation', 'kafka', 'postgres', 'runtime'];

const kept = {
  'package.json': JSON.stringify({
    type: 'module',
    dependencies: { pg: '1', typeorm: '1', kafkajs: '1', papaparse: '1' },
    devDependencies: { jest: '1' },
  }),
  'tsconfig.json': JSON.stringify(tsconfig),
  ...Object.fromEntries(libs.map((lib) => [`libs/${lib}/src/index.ts`, 'export {};\n'])),
  'libs/event-log/src/feed.ts': imports('@muster/contracts', '@muster/force-generation'),
  'libs/postgres/src/log.ts': imports('@muster/event-log', 'pg', 'typeorm', 'node:fs'),
  'libs/kafka/src/wire.ts': imports('@muster/event-log', 'kafkajs'),
  'libs/runtime/src/start.ts': imports('@muster/postgres', '@muster/kafka', '@muster/access'),
  'libs/force-generation/src/assess.ts': imports('./day.js'),
  'libs/force-generation/src/day.ts': 'export {};\n',
  'libs/force-generation/src/assess.spec.ts': imports('node:fs', './assess.js'),
  'apps/ingest/src/ingest.module.ts': imports('@muster/runtime', '@muster/postgres', 'papaparse'),
  'apps/monitor/src/main.ts': imports('../../ingest/src/ingest.module.js', '@muster/runtime'),
  'apps/cli/src/main.ts': imports('@muster/contracts'),
  'apps/web/src/page.ts': imports('@muster/force-generation'),
  'tests/servers/database.ts': imports('pg', 'jest'),
  ...['pg', 'typeorm', 'kafkajs', 'papaparse', 'jest'].map(npmPackage).reduce((all, one) => ({ ...all, ...one }), {}),
};

/** rule -> the file that breaks it, and what it imports. Each file breaks the rules under which it is listed and no other. */
const breaches: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'core-imports-nothing': {
    'libs/force-generation/src/reads-a-file.ts': ['node:fs'],
    'libs/force-generation/src/reads-contracts.ts': ['@muster/contracts'],
  },
  'contracts-knows-force-generation': { 'libs/contracts/src/breach.ts': ['@muster/event-log'] },
  'event-log-knows-contracts-and-force-generation': { 'libs/event-log/src/breach.ts': ['@muster/postgres'] },
  'postgres-knows-event-log-and-contracts-and-force-generation': {
    'libs/postgres/src/knows-access.ts': ['@muster/access'],
    'libs/postgres/src/knows-kafka.ts': ['@muster/kafka'],
  },
  'kafka-knows-event-log-and-contracts-and-force-generation': {
    'libs/kafka/src/knows-access.ts': ['@muster/access'],
    'libs/kafka/src/knows-postgres.ts': ['@muster/postgres'],
  },
  'documents-knows-contracts-and-force-generation': { 'libs/documents/src/breach.ts': ['@muster/event-log'] },
  'the-wires-do-not-know-each-other': {
    'libs/postgres/src/knows-kafka.ts': ['@muster/kafka'],
    'libs/kafka/src/knows-postgres.ts': ['@muster/postgres'],
  },
  'access-knows-contracts-and-force-generation': { 'libs/access/src/breach.ts': ['@muster/postgres'] },
  'libs-never-import-apps': { 'libs/runtime/src/breach.ts': ['../../../apps/ingest/src/ingest.module.js'] },
  'services-do-not-import-each-other': { 'apps/assessor/src/breach.ts': ['../../ingest/src/ingest.module.js'] },
  'monitor-imports-only-modules': { 'apps/monitor/src/breach.ts': ['../../ingest/src/door.js'] },
  'clients-know-no-log': { 'apps/cli/src/breach.ts': ['@muster/postgres'] },
  'page-knows-formats-and-domain': { 'apps/web/src/knows-runtime.ts': ['@muster/runtime'] },
  'page-runs-in-a-browser': { 'apps/web/src/reads-a-file.ts': ['node:fs'] },
  'gateway-reads-no-csv': { 'apps/gateway/src/breach.ts': ['papaparse'] },
  'one-place-for-sql': {
    'apps/ingest/src/knows-pg.ts': ['pg'],
    'libs/runtime/src/knows-typeorm.ts': ['typeorm'],
    'tests/stories/knows-pg.ts': ['pg'],
  },
  'one-place-for-kafka': { 'apps/ingest/src/knows-kafka.ts': ['kafkajs'] },
  'a-lib-has-one-front-door': { 'libs/contracts/src/reaches-in.ts': ['../../force-generation/src/day.js'] },
  'a-lib-has-one-front-door-for-all': {
    'apps/ingest/src/reaches-in.ts': ['../../../libs/force-generation/src/day.js'],
    'tests/stories/reaches-in.ts': ['../../libs/force-generation/src/day.js'],
  },
  'no-cycles': { 'apps/ingest/src/back.ts': ['./there.js'] },
  'tests-stay-outside': { 'apps/ingest/src/knows-a-test.ts': ['../../../tests/servers/free-port.js'] },
  'no-development-packages': { 'apps/ingest/src/knows-jest.ts': ['jest'] },
  'everything-imported-exists': { 'apps/ingest/src/knows-nobody.ts': ['./nowhere.js'] },
  'everything-imported-is-declared': { 'apps/ingest/src/knows-a-stranger.ts': ['stranger'] },
};

const brokenFiles = Object.values(breaches).flatMap((files) => Object.entries(files));
const broken = {
  ...kept,
  'apps/ingest/src/door.ts': 'export {};\n',
  'apps/ingest/src/there.ts': imports('./back.js'),
  'tests/servers/free-port.ts': 'export {};\n',
  ...npmPackage('stranger'),
  ...Object.fromEntries(brokenFiles.map(([path, modules]) => [path, imports(...modules)])),
};

describe('who may import whom', () => {
  it('holds in this repository', () => {
    const { breaches: found, modules } = cruise(root);
    expect(found.map(({ sentence, from, to }) => `${sentence} ${from} → ${to}`)).toEqual([]);
    expect(modules).toBeGreaterThan(10);
  });

  it('has a place for every lib', () => {
    const found = readdirSync(join(root, 'libs'));
    expect(found.filter((lib) => !libs.includes(lib))).toEqual([]);
  });

  it('lets through what the layout allows', () => {
    expect(onDisk(planted(kept), cruise).breaches).toEqual([]);
  });

  it('names the sentence that an import breaks', () => {
    const found = onDisk(planted(broken), cruise);
    const filesByRule = (rule: string) =>
      new Set(found.breaches.filter((breach) => breach.rule === rule).map(({ from }) => from));
    const foundFiles = Object.fromEntries(found.rules.map((rule) => [rule, [...filesByRule(rule)].sort()]));
    const plantedFiles = Object.fromEntries(Object.entries(breaches).map(([rule, files]) => [rule, Object.keys(files).sort()]));
    expect(foundFiles).toEqual(plantedFiles);
    expect(found.breaches.every(({ sentence }) => /^[A-Z].*\.$/.test(sentence))).toBe(true);
  });
});
