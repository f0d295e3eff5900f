import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson, sha256 } from './canonical-json.js';

const byThePackage = canonicalize as unknown as (value: unknown) => string;

describe('canonical JSON', () => {
  it('is the text of RFC 8785, section 3.2', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts names by UTF-16 code units, digits too', () => {
    expect(canonicalJson({ '10': 1, '9': 2, b: 3, a: 4, é: 5, '😀': 6, '\ufb33': 7 })).toBe(
      '{"10":1,"9":2,"a":4,"b":3,"é":5,"😀":6,"\ufb33":7}',
    );
  });

  it('leaves the value as it was', () => {
    const value = { b: [{ d: 1, c: 2 }], a: 1 };
    canonicalJson(value);
    expect(JSON.stringify(value)).toBe('{"b":[{"d":1,"c":2}],"a":1}');
  });

  it.each([[undefined], [Number.NaN], [{ a: Infinity }], [[Number.NaN]]])('has no text for %p', (value) => {
    expect(() => canonicalJson(value)).toThrow();
  });

  it('is what the package writes, for any JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.object({ maxDepth: 3 }), (json, object) => {
        expect(canonicalJson(json)).toBe(byThePackage(json));
        const plain: unknown = JSON.parse(JSON.stringify(object));
        expect(canonicalJson(plain)).toBe(byThePackage(plain));
      }),
      { numRuns: 1000, seed: 8785 },
    );
  });
});

it('sha256 is of the UTF-8 text, in hexadecimal', () => {
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(sha256('é')).toBe('4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c');
});
