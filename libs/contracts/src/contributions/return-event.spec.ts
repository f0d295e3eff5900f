import { parseEvent } from '../events/parse-event.js';
import { toStructured } from '../events/to-structured.js';
import { sha256 } from '../canonical-json.js';
import { returnContentHash } from './parsed-return.js';
import type { ParsedReturn } from './parsed-return.js';
import { returnEvent } from './return-event.js';

const parsed: ParsedReturn = {
  mission: 'MINUSMA',
  asAt: '2018-02-28',
  detail: 'byContributor',
  rows: [
    { contributor: 'NER', personnelType: 'Troops', women: 5, men: 845 },
    { contributor: 'TGO', personnelType: 'Troops', women: 32, men: 886 },
  ],
};

describe('the fact of a return read from a file', () => {
  const event = returnEvent(parsed);

  it('is named after its mission, day and content', () => {
    expect(event).toEqual({
      source: '/muster/contributions',
      id: `return/MINUSMA/2018-02-28/${returnContentHash(parsed)}`,
      type: 'muster.StrengthReturned',
      subject: 'MINUSMA',
      data: { on: '2018-02-28', detail: 'byContributor', rows: parsed.rows },
      attributes: { dataschema: '/schemas/StrengthReturned/1', datacontenttype: 'application/json' },
    });
  });

  it('is one that the schema takes', () => {
    const whole = returnEvent({ ...parsed, incomplete: 2 }, { publishedOn: '2018-04-09', replaces: event.id });
    expect(parseEvent({ ...toStructured(whole), source: '/elsewhere' })).toHaveProperty('event');
  });

  it('has the same id whatever the order of its rows, and whether or not zero rows are printed', () => {
    const rows = [...parsed.rows.toReversed(), { contributor: 'TCD', personnelType: 'Troops' as const, women: 0, men: 0 }];
    expect(returnContentHash({ ...parsed, rows })).toBe(returnContentHash(parsed));
    expect(returnContentHash({ ...parsed, incomplete: 0 })).toBe(returnContentHash(parsed));
  });

  it('has another id for other figures, and for rows that are missing', () => {
    const rows = parsed.rows.map((row) => ({ ...row, women: row.men, men: row.women }));
    const hashes = [parsed, { ...parsed, rows }, { ...parsed, incomplete: 1 }, { ...parsed, incomplete: 2 }].map(
      returnContentHash,
    );
    expect(new Set(hashes).size).toBe(4);
  });

  it('says what it replaces, in its data and at the end of its id', () => {
    const next = returnEvent(parsed, { publishedOn: '2018-04-09', replaces: 'return/MINUSMA/2018-02-28/aa' });
    expect(next.id).toBe(`${event.id}/after/${sha256('return/MINUSMA/2018-02-28/aa').slice(0, 16)}`);
    expect(next.data).toMatchObject({ replaces: 'return/MINUSMA/2018-02-28/aa', publishedOn: '2018-04-09' });
  });

  it('that comes again after its retraction is named after the retraction', () => {
    const again = returnEvent(parsed, { after: { source: '/un/dpo', id: 'wrong-7' } });
    expect(again.id).toBe(`${event.id}/after/${sha256('/un/dpo wrong-7').slice(0, 16)}`);
    expect(again.data).not.toHaveProperty('replaces');
  });
});
