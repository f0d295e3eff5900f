import { Story } from '../../../../tests/stories/story.js';
import { unitArrived, unitRepatriated, unitStrengthReported } from '../../../../tests/stories/told-facts.js';
import { dataNotes } from './data-notes.js';

describe('a data note', () => {
  it('tells of a unit that is reported after it has left', () => {
    const codes: string[] = [];
    new Story()
      .from('2025-01-01', unitArrived({}))
      .on('2025-02-01', unitRepatriated({}))
      .on('2025-03-01', unitStrengthReported({ women: 0, men: 90 }))
      .onDay('2025-03-01')
      .expectThat(({ reading }) => codes.push(...dataNotes(reading).map(({ code }) => code)))
      .happen();
    expect(codes).toEqual(['unit-not-there']);
  });

  it('tells of a unit that is repatriated before it arrived, until it did', () => {
    const codes: string[][] = [];
    const note = (story: Story) => story.expectThat(({ reading }) => codes.push(dataNotes(reading).map(({ code }) => code)));
    note(new Story().from('2025-02-01', unitRepatriated({})).onDay('2025-02-01')).happen();
    note(new Story().from('2025-01-01', unitArrived({})).on('2025-02-01', unitRepatriated({})).onDay('2025-02-01')).happen();
    expect(codes).toEqual([['unit-not-there'], []]);
  });
});
