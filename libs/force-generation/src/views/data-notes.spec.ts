import { Story } from '../../../../tests/stories/story.js';
import {
  pledgeAmended,
  pledgeRegistered,
  unitArrived,
  unitRepatriated,
  unitStrengthReported,
} from '../../../../tests/stories/told-facts.js';
import { addDays } from '../day.js';
import { dataNotes } from './data-notes.js';

describe('a data note', () => {
  it('tells of a unit that is reported after it has left', () => {
    const codes: string[] = [];
    new Story()
      .from('2025-01-01', unitArrived({}))
      .on('2025-02-01', unitRepatriated({}))
      .on('2025-03-01', unitStrengthReported({ women: 0, men: 90 }))
      .onDay('2025-03-01')
      .expectThat(({ reading }) => codes.push(...dataNotes(reading).notes.map(({ code }) => code)))
      .happen();
    expect(codes).toEqual(['unit-not-there']);
  });

  it('tells of a unit that is repatriated before it arrived, until it did', () => {
    const codes: string[][] = [];
    const note = (story: Story) =>
      story.expectThat(({ reading }) => codes.push(dataNotes(reading).notes.map(({ code }) => code)));
    note(new Story().from('2025-02-01', unitRepatriated({})).onDay('2025-02-01')).happen();
    note(new Story().from('2025-01-01', unitArrived({})).on('2025-02-01', unitRepatriated({})).onDay('2025-02-01')).happen();
    expect(codes).toEqual([['unit-not-there'], []]);
  });

  it('tells that another state uses the id of a pledge, and names neither', () => {
    const told: string[][] = [];
    const note = (day: string) =>
      new Story()
        .from('2025-01-01', pledgeRegistered({}))
        .on('2025-01-02', pledgeAmended({ contributor: 'ROU', personnel: 90 }))
        .on('2025-01-03', pledgeRegistered({ contributor: 'SLV' }))
        .onDay(day)
        .expectThat(({ reading }) => told.push(dataNotes(reading).notes.map(({ note: text }) => text)))
        .happen();
    note('2025-01-02');
    note('2025-01-03');
    expect(told).toEqual([[], ['ROU-1 is the pledge of another state than PledgeRegistered names: it needs an id of its own']]);
  });

  it('is one of the newest hundred; of the others only their number is told', () => {
    const told: (number | undefined)[] = [];
    const story = new Story().from('2024-01-01', unitArrived({})).on('2024-01-02', unitRepatriated({}));
    for (let day = 0; day < 102; day += 1) story.on(addDays('2024-02-01', day), unitStrengthReported({ women: 0, men: 90 }));
    story
      .onDay('2024-05-10')
      .expectThat(({ reading }) => told.push(dataNotes(reading).notes.length, dataNotes(reading).moreNotes))
      .onDay('2024-05-13')
      .expectThat(({ reading }) => told.push(dataNotes(reading).notes.length, dataNotes(reading).moreNotes))
      .happen();
    expect(told).toEqual([100, undefined, 100, 2]);
  });
});
