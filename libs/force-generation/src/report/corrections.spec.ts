import { Story } from '../../../../tests/stories/story.js';
import { ceilingAuthorized, cellsReturned, factRetracted, knownOn, named } from '../../../../tests/stories/told-facts.js';
import { readLedger } from '../reading.js';
import { correctionsOf, lateFacts } from './corrections.js';
import { monthlyReport } from './monthly-report.js';
import type { Corrections } from './report-change.js';

const asAt = '2025-02-28';

/** What the facts after a position change about the report of February. */
function corrections(story: Story, after: number): Corrections | undefined {
  let found: Corrections | undefined;
  story
    .onDay('2025-04-30')
    .expectThat(({ reading: { ledger, policy } }) => {
      const reportAt = (position: number) =>
        monthlyReport({
          reading: readLedger(ledger, { today: asAt, policy, position }),
          status: 'draft',
          provenance: { position, sequence: position, chain: '', lastPosition: null },
        });
      const late = lateFacts(ledger, '2025-02', { after, upTo: ledger.position });
      found = correctionsOf(reportAt(after), reportAt(ledger.position), late);
    })
    .happen();
  return found;
}

const story = (): Story =>
  new Story()
    .from('2025-01-01', ceilingAuthorized({ military: 1000 }))
    .on(asAt, named('first', cellsReturned({ 'TGO.troops': 900, 'NER.troops': 100 })));

describe('what came late', () => {
  it('and changes a figure of the month is told with what it was, what it is, and the fact', () => {
    const second = cellsReturned({ 'TGO.troops': 890, 'NER.troops': 100 }, { replaces: 'first' });
    const found = corrections(story().on(asAt, knownOn('2025-04-10', named('second', second))), 2);
    expect(found?.changes).toContainEqual({ path: '/headline/deployed', was: 1000, is: 990 });
    expect(found).toMatchObject({ moreChanges: 0, facts: [3] });
  });

  it('also a retraction, which speaks of every day', () => {
    const found = corrections(story().on('2025-04-10', factRetracted('first')), 2);
    expect(found?.changes).toContainEqual({ path: '/headline/deployed', was: 1000, is: null });
  });

  it('a contributor who comes or goes moves none of the others', () => {
    const sent = cellsReturned({ 'BGD.troops': 950, 'TGO.troops': 900 }, { replaces: 'first' });
    const found = corrections(story().on(asAt, knownOn('2025-04-10', named('second', sent))), 2);
    const ofContributors = found?.changes.filter(({ path }) => /^\/contributors\/contributors\/\d+$/.test(path));
    expect(ofContributors?.map(({ path, was, is }) => [path, was ?? is])).toEqual([
      ['/contributors/contributors/0', expect.objectContaining({ contributor: 'BGD' })],
      ['/contributors/contributors/1', expect.objectContaining({ contributor: 'NER' })],
    ]);
    expect(found?.changes.filter(({ path }) => path.startsWith('/contributors/contributors/1/'))).toEqual([]);
  });

  it('corrects nothing where the month says the same', () => {
    expect(corrections(story().on('2025-03-31', cellsReturned({ 'TGO.troops': 500, 'NER.troops': 100 })), 2)).toBeUndefined();
  });
});
