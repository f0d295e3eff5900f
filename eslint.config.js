// What of the style a machine can check (CONTRIBUTING.md says the rest). tests/architecture plants one breach of each rule of
// ours and sees it reported.
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const typescript = ['**/*.ts', '**/*.tsx'];
// What draws and tells the cases of a spec stands beside it, in a folder called testing.
const specs = ['**/*.spec.ts', '**/*.spec.tsx', 'libs/*/testing/**/*.ts'];
const configuration = ['*.js', '*.cjs', '.ci/*.mjs', '**/*.config.{js,ts,mjs}'];
const core = ['libs/force-generation/**/*.ts'];

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
  message: 'No default exports: a thing has one name, and its file is named after it.',
};

const noEnvironment = {
  object: 'process',
  property: 'env',
  message: 'Only libs/runtime reads the environment; everything else is handed a Config.',
};
const noEnvironmentImport = { name: 'node:process', importNames: ['env'], message: noEnvironment.message };
const noClock = 'The core has no clock: `today` is an argument.';
const noChance = 'The core has no randomness: the same facts give the same assessment.';
const noWaiting = 'The core never waits: what needs I/O belongs to the shell.';

const gatewayNeverWrites = {
  selector: 'CallExpression[callee.property.name="append"], CallExpression[callee.name=/^(append|once)$/]',
  message: 'The gateway never writes: a fact enters through apps/ingest.',
};

export default defineConfig(
  { ignores: ['dist/', 'node_modules/', 'coverage/', 'data/', '**/public/'] },
  js.configs.recommended,
  {
    files: configuration,
    languageOptions: {
      globals: Object.fromEntries(
        ['module', 'require', 'process', 'console', '__dirname', 'fetch', 'setTimeout', 'clearTimeout'].map((name) => [
          name,
          'readonly',
        ]),
      ),
    },
  },
  {
    files: typescript,
    ignores: configuration,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Promises and unions: what the compiler lets pass and what then loses a fact.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      // A switch that has to answer for every case ends in `satisfies never`, which the compiler holds; one with another default
      // has chosen to pass the others over. What is left is the switch without any default.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // A handler that Nest awaits may be async without awaiting; a Nest module is an empty class.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      eqeqeq: 'error',
      'no-console': 'error',

      // Size: functions stop at 60 lines, files at 300, parameters at four.
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true, IIFEs: true }],
      'max-params': ['error', 4],
      'max-depth': ['error', 3],
      complexity: ['error', { max: 15, variant: 'modified' }],

      // Names and places.
      '@typescript-eslint/naming-convention': [
        'error',
        {
          selector: 'typeLike',
          format: ['PascalCase'],
          custom: { regex: '^I[A-Z][a-z]|(Impl|Base|Manager|Helper|Utils?|Data|Info)$', match: false },
          // Words of the wire, used for what CloudEvents calls `data`.
          filter: { regex: '^(EventData|FactData)$', match: false },
        },
      ],
      'no-restricted-syntax': ['error', noDefaultExport],
      'no-restricted-properties': ['error', noEnvironment],
      'no-restricted-imports': ['error', { paths: [noEnvironmentImport] }],
    },
  },
  {
    files: core,
    ignores: specs,
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex: '^(?!\\.\\.?/)', message: 'The core imports nothing.' }] }],
      'no-restricted-globals': [
        'error',
        ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'fetch'].map((name) => ({ name, message: noWaiting })),
        { name: 'performance', message: noClock },
        { name: 'crypto', message: noChance },
        { name: 'process', message: 'The core knows no process.' },
        { name: 'require', message: 'The core imports nothing.' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: noClock },
        { object: 'Math', property: 'random', message: noChance },
      ],
      'no-restricted-syntax': [
        'error',
        noDefaultExport,
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: noClock },
        { selector: 'CallExpression[callee.name="Date"]', message: noClock },
        { selector: ':function[async=true], AwaitExpression, ForOfStatement[await=true], ImportExpression', message: noWaiting },
        { selector: 'NewExpression[callee.name="Promise"], MemberExpression[object.name="Promise"]', message: noWaiting },
      ],
    },
  },
  {
    files: ['apps/gateway/**/*.ts'],
    ignores: specs,
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, gatewayNeverWrites] },
  },
  {
    // The one Config reads the environment; servers and runs of their own pass it on to what they start.
    files: ['libs/runtime/**/*.ts', 'tests/**/*.ts', ...specs],
    rules: {
      'no-restricted-properties': 'off',
      'no-restricted-imports': 'off',
      'no-restricted-syntax': ['error', noDefaultExport],
    },
  },
  {
    // What a person reads on a terminal.
    files: ['apps/cli/**/*.ts', 'apps/monitor/src/demo*.ts', 'tests/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // A spec reads as a ledger of cases: long lists, and answers of doors whose form the spec itself is about.
    files: specs,
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-globals': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
