import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { documentText, root } from './tree.js';

const scripts = (JSON.parse(documentText('package.json')) as { scripts: Record<string, string> }).scripts;

/** Scripts that a text tells its reader to run. */
const scriptsAskedFor = (text: string): string[] => {
  const run = [...text.matchAll(/\bnpm run (?:-s )?([a-z][a-z:-]*)/g)].map(([, name]) => name ?? '');
  const short = [...text.matchAll(/\bnpm (test|start)\b/g)].map(([, name]) => name ?? '');
  return [...new Set([...run, ...short])].sort();
};

const missingScripts = (text: string, known: Readonly<Record<string, string>>): string[] =>
  scriptsAskedFor(text).filter((name) => !(name in known));

/** Sources that the scripts run once built: `node dist/apps/cli/src/main.js` is `apps/cli/src/main.ts`. */
const builtSources = (known: Readonly<Record<string, string>>): string[] =>
  Object.values(known).flatMap((script) => [...script.matchAll(/dist\/(\S+)\.js/g)].map(([, path]) => `${path}.ts`));

/** Terms that a glossary defines: a line that begins with the term in bold. */
const termsOf = (text: string): string[] => [...text.matchAll(/^\*\*(.+?)\*\*/gm)].map(([, term]) => (term ?? '').toLowerCase());

const repeated = (words: readonly string[]): string[] => [...new Set(words.filter((word, n) => words.indexOf(word) !== n))];

/** Files of the repository that a text links to. */
const linksOf = (text: string): string[] => [...text.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(([, path]) => path ?? '');

const documents = [
  'README.md',
  'ARCHITECTURE.md',
  'DECISIONS.md',
  'GLOSSARY.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'docker/README.md',
];

describe('documents', () => {
  it('a command that is no script of package.json is found', () => {
    expect(missingScripts('`npm ci && npm run demo`, `npm test`, `npm run -s muster -- x`', { demo: '', test: '' })).toEqual([
      'muster',
    ]);
  });

  it.each(documents)('%s names only commands that exist', (document) => {
    expect(missingScripts(documentText(document), scripts)).toEqual([]);
  });

  it('a script runs only what the build makes', () => {
    expect(builtSources({ start: 'npm run -s build && node dist/apps/monitor/src/main.js' })).toEqual([
      'apps/monitor/src/main.ts',
    ]);
    expect(builtSources(scripts).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('the README opens with the two commands', () => {
    const commands = documentText('README.md').match(/^npm .*$/gm) ?? [];
    expect(commands.slice(0, 2)).toEqual([
      expect.stringMatching(/^npm ci && npm run demo\b/),
      expect.stringMatching(/^npm ci && npm test\b/),
    ]);
  });

  it('a link to a file that is not there is found', () => {
    expect(linksOf('[a](DECISIONS.md#one), [b](https://example.org/x), [c](#here)')).toEqual(['DECISIONS.md']);
  });

  it.each(documents)('%s links only to files that exist', (document) => {
    const folder = join(root, document, '..');
    expect(linksOf(documentText(document)).filter((path) => !existsSync(join(folder, path)))).toEqual([]);
  });
});

describe('the glossary', () => {
  const glossary = documentText('GLOSSARY.md');
  const terms = termsOf(glossary);

  it('a term that stands twice is found', () => {
    expect(repeated(termsOf('**Gap**: a.\n**Alert**: b.\n**gap**: c.\nA **word** in a line.\n'))).toEqual(['gap']);
  });

  it('holds each term once', () => {
    expect(repeated(terms)).toEqual([]);
  });

  it('is in the order of the alphabet', () => {
    expect(terms).toEqual([...terms].sort((a, b) => a.localeCompare(b, 'en')));
  });

  it.each([
    'fact',
    'return',
    'curve',
    'requirement',
    'condition',
    'episode',
    'alert',
    'saying',
    'notice',
    'ledger',
    'supply',
    'gap',
  ])('holds the word %s', (word) => {
    expect(terms).toContain(word);
  });
});
