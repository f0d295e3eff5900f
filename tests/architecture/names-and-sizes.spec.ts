import { codeLines, exportsOf, functionsOf, onlyPassesOn } from './measure.js';
import { planted, sources, type Tree } from './tree.js';

const longestFile = 300;
const longestFunction = 60;

const sayNothing = /^(utils?|common|shared|helpers?|core|types|interfaces|dto|misc)$/;

const isSpec = (path: string): boolean => /\.spec\.tsx?$/.test(path);
const stemOf = (path: string): string => (path.split('/').at(-1) ?? '').replace(/(\.d)?\.tsx?$/, '');

/** Folders and files whose name says nothing. */
const emptyNames = (tree: Tree): string[] =>
  [...tree.keys()].filter((path) => path.split('/').some((part) => sayNothing.test(part.replace(/\..*$/, ''))));

const longFiles = (tree: Tree): string[] =>
  [...tree].filter(([, text]) => codeLines(text) > longestFile).map(([path, text]) => `${path}: ${codeLines(text)} lines`);

const longFunctions = (tree: Tree): string[] =>
  [...tree]
    .filter(([path]) => !isSpec(path))
    .flatMap(([path, text]) =>
      functionsOf(path, text)
        .filter(({ lines }) => lines > longestFunction)
        .map(({ name, line, lines }) => `${path}:${line} ${name}: ${lines} lines`),
    );

const defaultExports = (tree: Tree): string[] =>
  [...tree].filter(([path, text]) => exportsOf(path, text).some(({ name }) => name === 'default')).map(([path]) => path);

/** Where `index.ts` stands that is no lib's front door, or does more than pass on. */
const strayIndexes = (tree: Tree): string[] =>
  [...tree]
    .filter(([path]) => stemOf(path) === 'index')
    .filter(([path, text]) => !/^libs\/[a-z-]+\/src\/index\.ts$/.test(path) || !onlyPassesOn(path, text))
    .map(([path]) => path);

const dashed = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();

/** Whether an export gives a file its name: `suspicions.ts` may hold `suspicionsIn`, `policy.ts` `policyV1`, `facts.ts` the type `Fact`. */
const names = (stem: string, exported: string): boolean => {
  const name = dashed(exported);
  return [name, `${name}s`, name.replace(/-(of|in|at|on|from|for|v\d+)$/, '')].includes(dashed(stem.replaceAll('.', '-')));
};

/** Files with one value, or one type, that are not named after it: `ceiling-shortfall.ts` exports `ceilingShortfall`. */
const misnamed = (tree: Tree): string[] =>
  [...tree]
    .filter(([path]) => !isSpec(path) && !['index', 'main'].includes(stemOf(path)) && !path.includes('/migrations/'))
    .flatMap(([path, text]) => {
      const exported = exportsOf(path, text);
      const values = exported.filter(({ kind }) => kind === 'value');
      const [one, another] = values.length > 0 ? values : exported;
      if (one === undefined || another !== undefined) return [];
      return exported.some(({ name }) => names(stemOf(path), name)) ? [] : [`${path} exports ${one.name}`];
    });

const sorted = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);
/** The number under which `share` of all numbers lie. */
const quantile = (numbers: readonly number[], share: number): number =>
  sorted(numbers)[Math.max(0, Math.ceil(numbers.length * share) - 1)] ?? 0;

interface Lengths {
  readonly functions: readonly number[];
  readonly files: readonly number[];
}
const lengthsOf = (tree: Tree): Lengths => {
  const production = [...tree].filter(([path]) => !isSpec(path) && !path.startsWith('tests/'));
  return {
    functions: production.flatMap(([path, text]) => functionsOf(path, text).map(({ lines }) => lines)),
    files: production.map(([, text]) => codeLines(text)),
  };
};

describe('names', () => {
  const tree = sources();

  it('every folder and file name says something', () => {
    expect(
      emptyNames(planted({ 'libs/a/src/utils/day.ts': '', 'apps/b/src/types.ts': '', 'libs/a/src/core.spec.ts': '' })),
    ).toHaveLength(3);
    expect(emptyNames(planted({ 'libs/a/src/typesetting.ts': '', 'libs/common-ground/src/index.ts': '' }))).toEqual([]);
    expect(emptyNames(tree)).toEqual([]);
  });

  it('nothing is exported by default', () => {
    const breaches = {
      'a.ts': 'export default 1;',
      'b.ts': 'export default class {}',
      'c.ts': 'const a = 1;\nexport { a as default };',
      'd.ts': 'export const a = 1;',
    };
    expect(defaultExports(planted(breaches))).toEqual(['a.ts', 'b.ts', 'c.ts']);
    const configured = new Map([...tree].filter(([path]) => !/\.config\.ts$/.test(path)));
    expect(defaultExports(configured)).toEqual([]);
  });

  it('index.ts is the front door of a lib and appears nowhere else', () => {
    const breaches = {
      'libs/a/src/index.ts': "export * from './day.js';",
      'libs/b/src/index.ts': 'export const day = 1;',
      'libs/a/src/rules/index.ts': '',
      'apps/a/src/index.ts': '',
    };
    expect(strayIndexes(planted(breaches))).toEqual(['libs/b/src/index.ts', 'libs/a/src/rules/index.ts', 'apps/a/src/index.ts']);
    expect(strayIndexes(tree)).toEqual([]);
  });

  it('a file with one export is named after it', () => {
    const breaches = {
      'libs/a/src/ceiling-shortfall.ts': 'export const ceilingShortfall = 1;\nexport interface Shortfall {}',
      'apps/a/src/events.controller.ts': 'export class EventsController {}',
      'libs/a/src/overdue.ts': 'export function ceilingExceeded() {}',
      'libs/a/src/day.ts': 'export type Day = string;\nexport const a = 1, b = 2;',
    };
    expect(misnamed(planted(breaches))).toEqual(['libs/a/src/overdue.ts exports ceilingExceeded']);
    expect(misnamed(tree)).toEqual([]);
  });
});

describe('sizes', () => {
  const tree = sources();

  it('files stop at 300 lines of code', () => {
    const full = 'export {};\n'.repeat(300);
    expect(longFiles(planted({ 'full.ts': `// why\n\n${full}`, 'over.ts': `${full}export {};\n` }))).toEqual([
      'over.ts: 301 lines',
    ]);
    expect(longFiles(tree)).toEqual([]);
  });

  it('functions stop at 60 lines of code', () => {
    const body = (count: number): string => `{\n${'  void 0;\n'.repeat(count - 2)}}`;
    const breaches = {
      'full.ts': `export function full() ${body(60)}\nclass A { run() ${body(60)} }`,
      'over.ts': `export const over = () => ${body(61)};\nclass A { run() ${body(61)} }`,
    };
    expect(longFunctions(planted(breaches))).toEqual(['over.ts:1 over: 61 lines', 'over.ts:62 run: 61 lines']);
    expect(longFunctions(tree)).toEqual([]);
  });

  it('the median function has at most 11 lines and nine in ten have fewer than 35; files 150 and 300', () => {
    expect([quantile([1, 2, 3, 4, 100], 0.5), quantile([1, 2, 3, 4, 5, 6, 7, 8, 34, 60], 0.9)]).toEqual([3, 34]);
    const { functions, files } = lengthsOf(tree);
    const [median, ninthDecile] = [quantile(functions, 0.5), quantile(functions, 0.9)];
    const [medianFile, ninthDecileFile] = [quantile(files, 0.5), quantile(files, 0.9)];
    process.stderr.write(
      `lines of code: ${functions.length} functions, median ${median}, ninth decile ${ninthDecile}; ` +
        `${files.length} files, median ${medianFile}, ninth decile ${ninthDecileFile}\n`,
    );
    expect(median).toBeLessThanOrEqual(11);
    expect(ninthDecile).toBeLessThan(35);
    expect(medianFile).toBeLessThanOrEqual(150);
    expect(ninthDecileFile).toBeLessThan(300);
  });
});
