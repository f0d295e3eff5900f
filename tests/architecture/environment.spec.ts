import { environmentNamesIn } from './measure.js';
import { documentText, planted, sources, type Tree } from './tree.js';

/** Variables that libs/runtime, the one reader of the environment, asks for. */
const variablesRead = (tree: Tree): string[] =>
  [
    ...new Set(
      [...tree]
        .filter(([path]) => path.startsWith('libs/runtime/') && !path.endsWith('.spec.ts'))
        .flatMap(([path, text]) => environmentNamesIn(path, text)),
    ),
  ].sort();

/** Variables of `.env.example`: `NAME=value`, or `# NAME=value` where it is off unless wanted. */
const variablesListed = (text: string): string[] =>
  [...text.matchAll(/^(?:# )?([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name ?? '').sort();

describe('.env.example', () => {
  it('is compared with what libs/runtime reads, in each of the forms of reading', () => {
    const tree = planted({
      'libs/runtime/src/config.ts': `
        const schema = z.object({ PORT: z.coerce.number(), LOG_LEVEL: z.string() });
        export const config = schema.parse(process.env);
        export const { HOST, KAFKA_BROKERS: brokers } = process.env;
        export const folder = process.env['MUSTER_DATA_DIR'] ?? process.env.TMPDIR;
        export const status = HttpStatus.NOT_FOUND;`,
      'libs/runtime/src/config.spec.ts': 'process.env.ONLY_IN_A_SPEC;',
      'apps/cli/src/main.ts': 'process.env.NOT_FOR_THE_CLI;',
    });
    expect(variablesRead(tree)).toEqual(['HOST', 'KAFKA_BROKERS', 'LOG_LEVEL', 'MUSTER_DATA_DIR', 'PORT', 'TMPDIR']);
    expect(variablesListed('# Where to listen.\nPORT=3000\n# HOST=127.0.0.1\n#  not one: X=1\n')).toEqual(['HOST', 'PORT']);
  });

  it('holds every variable that is read, and no other', () => {
    expect(variablesListed(documentText('.env.example'))).toEqual(variablesRead(sources()));
  });
});
