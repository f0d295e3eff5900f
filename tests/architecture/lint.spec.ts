import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import { documentText, onDisk, planted, root } from './tree.js';

interface LintResult {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
}

/** Runs eslint with the repository's rules in `folder`: path -> the rules broken there. */
function lint(folder: string): Record<string, string[]> {
  const eslint = join(root, 'node_modules/eslint/bin/eslint.js');
  const config = join(root, 'eslint.config.js');
  const run = spawnSync(process.execPath, [eslint, '--config', config, '--format', 'json', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (!run.stdout.startsWith('[')) throw new Error(`eslint gave no answer in ${folder}: ${run.stderr}`);
  const results = JSON.parse(run.stdout) as LintResult[];
  return Object.fromEntries(
    results.map(({ filePath, messages }) => [
      relative(realpathSync(folder), filePath),
      [...new Set(messages.map(({ ruleId, message }) => ruleId ?? message))].sort(),
    ]),
  );
}

const lines = (count: number): string => Array.from({ length: count }, (_, n) => `export const day${n} = ${n};\n`).join('');
const longFunction = (name: string): string => `export function ${name}(): void {\n${'  void 0;\n'.repeat(60)}}\n`;

const core = 'libs/force-generation/src';
/** path -> source, and the rules that it breaks. */
const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['apps/ingest/src/kept.ts', 'export const now = (): Date => new Date();\n', []],
  ['libs/runtime/src/config.ts', 'export const port = process.env.PORT;\n', []],
  ['tests/servers/port.ts', 'export const port = process.env.PORT;\n', []],
  [`${core}/kept.ts`, 'export const day = (): string => new Date(0).toISOString();\n', []],
  [
    `${core}/kept.spec.ts`,
    "import { readFileSync } from 'node:fs';\nexport const runs = [process.env.FC_RUNS, readFileSync];\n",
    [],
  ],

  ['apps/ingest/src/environment.ts', 'export const port = process.env.PORT;\n', ['no-restricted-properties']],
  ['apps/ingest/src/environment-taken-apart.ts', 'export const { env } = process;\n', ['no-restricted-properties']],
  ['apps/ingest/src/environment-imported.ts', "export { env } from 'node:process';\n", ['no-restricted-imports']],
  ['apps/ingest/src/default-export.ts', 'export default 1;\n', ['no-restricted-syntax']],
  ['apps/ingest/src/long-file.ts', lines(301), ['max-lines']],
  ['apps/ingest/src/file-at-its-limit.ts', lines(300), []],
  ['apps/ingest/src/long-function.ts', longFunction('long'), ['max-lines-per-function']],
  [
    'apps/ingest/src/five-parameters.ts',
    'export const sum = (a: number, b: number, c: number, d: number, e: number): number => a + b + c + d + e;\n',
    ['max-params'],
  ],
  ['apps/ingest/src/prefix.ts', 'export interface ILedger {\n  a: number;\n}\n', ['@typescript-eslint/naming-convention']],
  ['apps/ingest/src/suffix.ts', 'export class LedgerManager {}\n', ['@typescript-eslint/naming-convention']],
  ['apps/ingest/src/data.ts', 'export interface LedgerData {\n  a: number;\n}\n', ['@typescript-eslint/naming-convention']],
  ['apps/ingest/src/event-data.ts', 'export interface EventData {\n  a: number;\n}\n', []],
  [
    'apps/ingest/src/floating.ts',
    'const wait = async (): Promise<void> => {};\nexport const start = (): void => {\n  wait();\n};\n',
    ['@typescript-eslint/no-floating-promises'],
  ],
  [
    'apps/ingest/src/union.ts',
    "export function name(state: 'open' | 'shut'): number {\n  switch (state) {\n    case 'open':\n      return 1;\n  }\n  return 0;\n}\n",
    ['@typescript-eslint/switch-exhaustiveness-check'],
  ],
  [
    'apps/ingest/src/union-with-default.ts',
    "export function name(state: 'open' | 'shut'): number {\n  switch (state) {\n    case 'open':\n      return 1;\n    default:\n      return 0;\n  }\n}\n",
    [],
  ],
  [
    'apps/ingest/src/type-import.ts',
    "import { EventData } from './event-data.js';\nexport const day = (event: EventData): number => event.a;\n",
    ['@typescript-eslint/consistent-type-imports'],
  ],
  ['apps/ingest/src/console.ts', 'console.log(1);\nexport {};\n', ['no-console']],
  [
    'apps/gateway/src/append.ts',
    'export const write = (log: { append(event: string): void }): void => log.append("");\n',
    ['no-restricted-syntax'],
  ],

  [`${core}/node.ts`, "export { readFileSync } from 'node:fs';\n", ['no-restricted-imports']],
  [`${core}/lib.ts`, "export type { EventData } from '@muster/contracts';\n", ['no-restricted-imports']],
  [`${core}/now.ts`, 'export const today = (): number => Date.now();\n', ['no-restricted-properties']],
  [`${core}/new-date.ts`, 'export const today = (): Date => new Date();\n', ['no-restricted-syntax']],
  [`${core}/random.ts`, 'export const draw = (): number => Math.random();\n', ['no-restricted-properties']],
  [`${core}/timer.ts`, 'export const later = (work: () => void): unknown => setTimeout(work, 1);\n', ['no-restricted-globals']],
  [`${core}/async.ts`, 'export const later = async (): Promise<number> => 1;\n', ['no-restricted-syntax']],
];

describe('what eslint holds', () => {
  it('each rule of ours reports the breach that it is there for, and nothing that is allowed', () => {
    const files = Object.fromEntries(cases.map(([path, source]) => [path, source]));
    const typeRoots = [join(root, 'node_modules/@types')];
    const compilerOptions = { module: 'nodenext', target: 'ES2023', strict: true, typeRoots, types: ['node'] };
    const tsconfig = { compilerOptions, include: ['**/*.ts'] };
    const packageJson = '{ "type": "module" }';
    const tree = planted({ ...files, 'tsconfig.json': JSON.stringify(tsconfig), 'package.json': packageJson });
    expect(onDisk(tree, lint)).toEqual(Object.fromEntries(cases.map(([path, , rules]) => [path, rules])));
  });

  it('runs in `npm run lint`, and the page is type-checked with the rest', () => {
    const { scripts } = JSON.parse(documentText('package.json')) as { scripts: Record<string, string> };
    expect(scripts.lint).toMatch(/\beslint \.(?= |$)/);
    expect(scripts.lint).toContain('prettier --check .');
    expect(scripts.lint).toMatch(/depcruise .*apps libs tests/);
    if (existsSync(join(root, 'apps/web/tsconfig.json'))) expect(scripts.typecheck).toMatch(/-p apps\/web\b/);
  });
});
