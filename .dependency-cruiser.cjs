// Who may import whom. Each rule's comment is its sentence; tests/architecture breaks every rule once and sees it named.
//
//   apps → libs/runtime → (postgres | kafka) → event-log → contracts → force-generation → nothing

// What draws and tells the cases of a spec stands beside it, in a folder called testing.
const specs = '\\.spec\\.tsx?$|^libs/[^/]+/testing/';

/** `lib` may import the libs listed and nothing else of ours. */
const knowsOnly = (lib, known, comment) => ({
  name: `${lib}-knows-${known.length === 0 ? 'nothing' : known.join('-and-')}`,
  comment,
  severity: 'error',
  from: { path: `^libs/${lib}/`, pathNot: specs },
  to: { path: '^(libs|apps|tests)/', pathNot: `^libs/(${[lib, ...known].join('|')})/` },
});

/** Only files under `places` may import the npm packages listed. */
const onlyHere = (name, places, packages, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { pathNot: `^(${places.join('|')})/` },
  to: { path: `(^|/)node_modules/(${packages.join('|')})/` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'core-imports-nothing',
      comment: 'The core imports nothing: no other lib, no npm package, no module of Node.',
      severity: 'error',
      from: { path: '^libs/force-generation/', pathNot: specs },
      to: { pathNot: '^libs/force-generation/' },
    },
    knowsOnly('contracts', ['force-generation'], 'Wire formats know the domain and nothing else.'),
    knowsOnly('event-log', ['contracts', 'force-generation'], 'The event log knows wire formats and the domain, no wire.'),
    knowsOnly('postgres', ['event-log', 'contracts', 'force-generation'], 'PostgreSQL knows the event log, and no other wire.'),
    knowsOnly('kafka', ['event-log', 'contracts', 'force-generation'], 'Kafka knows the event log, and no other wire.'),
    knowsOnly('documents', ['contracts', 'force-generation'], 'Documents know a report and words for it, no log and no door.'),
    knowsOnly('access', ['contracts', 'force-generation'], 'Access knows wire formats and the domain, no log.'),
    {
      name: 'the-wires-do-not-know-each-other',
      comment: 'The wires do not know each other: postgres and kafka meet in apps and libs/runtime only.',
      severity: 'error',
      from: { path: '^libs/(postgres|kafka)/' },
      to: { path: '^libs/(postgres|kafka)/', pathNot: '^libs/$1/' },
    },
    {
      name: 'libs-never-import-apps',
      comment: 'Libs never import apps.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'services-do-not-import-each-other',
      comment: 'Services do not import each other: they meet in the log.',
      severity: 'error',
      from: { path: '^apps/(?!monitor/)([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'monitor-imports-only-modules',
      comment: "The monitor imports only the services' modules.",
      severity: 'error',
      from: { path: '^apps/monitor/' },
      to: { path: '^apps/(?!monitor/)', pathNot: '\\.module\\.ts$' },
    },
    {
      name: 'clients-know-no-log',
      comment: 'The command line and the page are clients: they know formats and the domain, never the log or a wire.',
      severity: 'error',
      from: { path: '^apps/(cli|web)/', pathNot: specs },
      to: { path: '^libs/(event-log|postgres|kafka)/' },
    },
    {
      name: 'page-knows-formats-and-domain',
      comment: 'The page knows formats and the domain: no lib but contracts and force-generation.',
      severity: 'error',
      from: { path: '^apps/web/src/', pathNot: specs },
      to: { path: '^libs/', pathNot: '^libs/(contracts|force-generation)/' },
    },
    {
      name: 'page-runs-in-a-browser',
      comment: 'The page runs in a browser: it imports no module of Node.',
      severity: 'error',
      from: { path: '^apps/web/src/', pathNot: specs },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'gateway-reads-no-csv',
      comment: 'The gateway never writes: nothing that parses a CSV to be recorded belongs there (eslint forbids it to append).',
      severity: 'error',
      from: { path: '^apps/gateway/', pathNot: specs },
      to: { path: '(^|/)node_modules/papaparse/' },
    },
    onlyHere(
      'one-place-for-sql',
      ['libs/postgres', 'tests/servers', 'tests/bench'],
      ['pg', 'typeorm', '@nestjs/typeorm'],
      'SQL stands in libs/postgres only (servers of tests, and the bare driver that a benchmark compares with, aside).',
    ),
    onlyHere(
      'one-place-for-kafka',
      ['libs/kafka', 'tests/servers', 'tests/bench'],
      ['kafkajs'],
      'Kafka is spoken in libs/kafka only (servers of tests, and the bare client that a benchmark compares with, aside).',
    ),
    {
      name: 'a-lib-has-one-front-door',
      comment: "A lib's only front door is its index.ts: nobody reaches past it.",
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/[^/]+/', pathNot: '^libs/($1/|[^/]+/src/index\\.ts$)' },
    },
    {
      name: 'a-lib-has-one-front-door-for-all',
      comment: "A lib's only front door is its index.ts: nobody reaches past it.",
      severity: 'error',
      from: { path: '^(apps|tests)/' },
      to: { path: '^libs/[^/]+/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
    },
    {
      name: 'no-cycles',
      comment: 'There are no cycles.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'tests-stay-outside',
      comment: 'What runs in production imports no test and no tool of development.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: [specs, '^apps/web/'] },
      to: { path: `^tests/|${specs}` },
    },
    {
      name: 'no-development-packages',
      comment: 'What runs in production imports no test and no tool of development.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: [specs, '^apps/web/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'everything-imported-exists',
      comment: 'Everything that is imported exists and stands in package.json.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'everything-imported-is-declared',
      comment: 'Everything that is imported exists and stands in package.json.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage)/' },
    // A type that is imported ties two places together as much as a value does.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
    builtInModules: { add: [] },
  },
};
