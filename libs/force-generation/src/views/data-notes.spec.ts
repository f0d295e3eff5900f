import { Story } from '../../../../tests/stories/story.js';
import {
  alertAcknowledged,
  factRetracted,
  knownOn,
  named,
  pledgeAmended,
  pledgeDecided,
  pledgeRegistered,
  pledgeWithdrawn,
  requirementStated,
  unitArrived,
  unitRepatriated,
  unitStrengthReported,
} from '../../../../tests/stories/told-facts.js';
import type { Look } from '../../../../tests/stories/look.js';
import { addDays } from '../day.js';
import type { Reading } from '../reading.js';
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

  it('tells of an acknowledgement of a day on which nothing was open, until a fact says that something was', () => {
    const told: (readonly string[])[] = [];
    const key = 'capability-gap/helicopters';
    const story = () =>
      new Story()
        .from(
          '2025-01-01',
          requirementStated({ requiredBy: '2025-01-01' }),
          named('arrival', unitArrived({ requirement: 'helicopters' })),
        )
        .on('2025-01-05', unitRepatriated({}))
        .on('2025-01-20', alertAcknowledged({ key, plannedFillBy: '2025-05-01' }));
    const note = ({ reading }: { reading: Reading }) => told.push(dataNotes(reading).notes.map(({ note: text }) => text));
    story().onDay('2025-01-20').expectAlert(key, {}, { state: 'acknowledged' }).expectThat(note).happen();
    const wasThere = knownOn('2025-01-25', unitRepatriated({ on: '2025-01-24' }));
    story()
      .on('2025-01-21', named('return', knownOn('2025-01-21', unitArrived({ on: '2025-01-10', requirement: 'helicopters' }))))
      .on('2025-01-25', wasThere)
      .onDay('2025-02-20')
      .expectThat(note)
      .on('2025-02-21', factRetracted('return'))
      .onDay('2025-02-21')
      .expectThat(note)
      .happen();
    expect(told).toEqual([[], ['MINUSMA/capability-gap/helicopters was not open on 2025-01-20, when it was acknowledged'], []]);
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

  it('tells that what is said of a pledge after its withdrawal changes nothing, but for a unit that comes all the same', () => {
    const told: string[][] = [];
    const note = (day: string) =>
      new Story()
        .from('2025-01-01', pledgeRegistered({}))
        .on('2025-02-01', pledgeWithdrawn({}))
        .on('2025-02-01', pledgeAmended({ personnel: 90 }))
        .on('2025-02-02', pledgeRegistered({}))
        .on('2025-02-03', unitArrived({ pledge: 'ROU-1' }))
        .onDay(day)
        .expectThat(({ reading }) => told.push(dataNotes(reading).notes.map(({ note: text }) => text)))
        .happen();
    note('2025-02-01');
    note('2025-02-03');
    const ofRegistration = 'PledgeRegistered of ROU-1 changes nothing, since it was withdrawn on 2025-02-01';
    expect(told).toEqual([[], [`${ofRegistration}: a new pledge needs an id of its own`]]);
  });

  it('tells that what is said of a declined pledge changes nothing, until it is decided anew', () => {
    const notesOn = (day: string) => {
      const told: string[] = [];
      new Story()
        .from('2025-01-01', pledgeRegistered({}))
        .on('2025-02-01', pledgeDecided({ decision: 'declined', reason: 'no need' }), pledgeAmended({ personnel: 90 }))
        .on('2025-02-02', pledgeRegistered({}))
        .on('2025-03-01', pledgeDecided({ decision: 'accepted' }), pledgeAmended({ personnel: 95 }))
        .onDay(day)
        .expectThat(({ reading }) => told.push(...dataNotes(reading).notes.map(({ note: text }) => text)))
        .happen();
      return told;
    };
    const ofRegistration = 'PledgeRegistered of ROU-1 changes nothing, since it was declined on 2025-02-01';
    expect(notesOn('2025-02-01')).toEqual([]);
    expect(notesOn('2025-02-28')).toEqual([
      `${ofRegistration}: decide on it anew, or register a new pledge under an id of its own`,
    ]);
    expect(notesOn('2025-03-01')).toEqual([]);
  });

  it('tells of a retraction of nothing until its fact has come, and to whoever looks back at that time', () => {
    const codes: string[][] = [];
    const note = ({ reading }: Look) => codes.push(dataNotes(reading).notes.map(({ code }) => code));
    new Story()
      .from('2025-01-01', factRetracted('late'))
      .on('2025-01-05', named('late', unitArrived({})))
      .onDay('2025-01-05')
      .expectThat(note)
      .onDay('2025-01-05', { position: 1 })
      .expectThat(note)
      .onDay('2025-01-05', { knownAt: '2025-01-04' })
      .expectThat(note)
      .happen();
    expect(codes).toEqual([[], ['retraction-of-nothing'], ['retraction-of-nothing']]);
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
