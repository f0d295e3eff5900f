import { doubledMembers } from './doubled-members.js';

const pathsIn = (text: string): readonly string[] => doubledMembers(text, JSON.parse(text)).map(({ path }) => path);

describe('members of one object with the same name', () => {
  it.each([
    ['none', '{"id":"a","data":{"id":"b","rows":[{"men":1},{"men":2}]}}', []],
    ['at the top', '{"id":"a","id":"b"}', ['/id']],
    ['twice over, each once', '{"id":"a","id":"b","id":"c","on":1,"on":1}', ['/id', '/on']],
    ['inside an object', '{"data":{"men":1,"women":2,"men":3}}', ['/data/men']],
    ['inside a list', '[{"id":1},{"id":2,"rows":[{"men":1},{"men":1,"men":1}]}]', ['/1/rows/1/men']],
    ['of an object that a later one hides', '{"data":{"men":1},"data":{"men":1,"men":2}}', ['/data', '/data/men']],
    ['written in two ways', String.raw`{"men":1,"\u006den":2}`, ['/men']],
    ['with signs that a pointer escapes', '{"a/b~":1,"a/b~":1}', ['/a~1b~0']],
    ['with blanks and lines before the colon', '{"men" \n\t: 1, "men"\r\n:2}', ['/men']],
    ['but not in text that looks so', String.raw`{"note":"\"men\": 1, \"men\": 2 \\","rows":["men:","x"],"":":"}`, []],
    ['called __proto__', '{"__proto__":1,"__proto__":2}', ['/__proto__']],
    ['empty', '{"":1,"":2}', ['/']],
    ['of something else than an object', '"men"', []],
  ])('are found: %s', (_, text, paths) => {
    expect(pathsIn(text)).toEqual(paths);
  });

  it('are found at any depth that is taken, and told without a place beyond', () => {
    const nested = (depth: number): string => `${'['.repeat(depth)}{"a":1,"a":2}${']'.repeat(depth)}`;
    expect(pathsIn(nested(3))).toEqual(['/0/0/0/a']);
    expect(pathsIn(nested(100_000))).toEqual(['']);
  });

  it('are told with what to do', () => {
    expect(doubledMembers('{"id":"a","id":"b"}', { id: 'b' })).toEqual([
      { path: '/id', value: 'id', problem: 'This name stands more than once in its object; send it once.' },
    ]);
  });
});
