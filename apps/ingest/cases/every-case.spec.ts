import type { CloudEvent } from '@muster/contracts';
import { pinnedDayOf, readCase } from '../src/cases/read-case.js';

describe.each(['minusma', 'minusma-2019'])('the case %s', (name) => {
  let pinnedDay: string;
  let events: readonly CloudEvent[];
  beforeAll(async () => {
    pinnedDay = await pinnedDayOf(name);
    // Reading refuses it whole where a door would refuse one of its lines.
    events = await readCase(name);
  });

  test('every fact is of MINUSMA and has an id of its own within its source', () => {
    expect(new Set(events.map(({ subject }) => subject))).toEqual(new Set(['MINUSMA']));
    expect(new Set(events.map(({ source, id }) => `${source} ${id}`)).size).toBe(events.length);
  });

  test('every source is a URI that is not one of Muster', () => {
    expect(events.filter(({ source }) => !/^(https?:\/\/|urn:)/.test(source))).toEqual([]);
  });

  test('nothing is later than the pinned day, and nothing was published before it was true', () => {
    const late = events.filter(({ data: { on, publishedOn = '' } }) => on > publishedOn || publishedOn > pinnedDay);
    expect(late).toEqual([]);
  });

  test('what our own illustration says is marked as illustrative', () => {
    const ours = events.filter(({ source }) => source === 'urn:muster:illustration');
    expect(ours.filter(({ data }) => data['illustrative'] !== true)).toEqual([]);
  });

  test('the lines stand in the order in which they became known', () => {
    const known = events.map(({ data }) => data.publishedOn);
    expect(known).toEqual(known.toSorted());
  });
});
