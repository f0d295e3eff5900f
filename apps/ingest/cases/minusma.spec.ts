import { readFileSync } from 'node:fs';
import { parseEvent } from '@muster/contracts';
import type { CloudEvent } from '@muster/contracts';
import { componentOf } from '@muster/force-generation';
import type { Component, FactDataByName } from '@muster/force-generation';

const pinnedDay = '2018-05-08';
const lines = readFileSync(new URL('minusma.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const parsed = lines.map((line) => parseEvent(JSON.parse(line)));
const events = parsed.flatMap((answer): CloudEvent[] => ('event' in answer ? [answer.event] : []));

const returnOf = (asAt: string): FactDataByName['StrengthReturned'] => {
  const event = events.find(({ type, data }) => type === 'muster.StrengthReturned' && data.on === asAt);
  if (event === undefined) throw new Error(`the case has no return of ${asAt}`);
  return event.data as unknown as FactDataByName['StrengthReturned'];
};

const strengthOf = (asAt: string, component: Component): { readonly women: number; readonly men: number } =>
  returnOf(asAt)
    .rows.filter(({ personnelType }) => componentOf(personnelType) === component)
    .reduce((sum, { women, men }) => ({ women: sum.women + women, men: sum.men + men }), { women: 0, men: 0 });

test('every line is a fact that the doors accept', () => {
  expect(parsed.filter((answer) => !('event' in answer))).toEqual([]);
});

test('every fact is of MINUSMA and has an id of its own within its source', () => {
  expect(new Set(events.map(({ subject }) => subject))).toEqual(new Set(['MINUSMA']));
  expect(new Set(events.map(({ source, id }) => `${source} ${id}`)).size).toBe(lines.length);
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

test('28 February 2018 counts 11,791 military and 1,741 police', () => {
  expect(strengthOf('2018-02-28', 'military')).toEqual({ women: 314, men: 11_477 });
  expect(strengthOf('2018-02-28', 'police')).toEqual({ women: 134, men: 1_607 });
});

test('the suspect return of 31 March 2018 lacks Togo’s 918 troops and nothing else', () => {
  const [february, march] = [returnOf('2018-02-28').rows, returnOf('2018-03-31').rows];
  const lost = february.filter(({ contributor, personnelType }) => contributor === 'TGO' && personnelType === 'Troops');
  expect(lost.map(({ women, men }) => women + men)).toEqual([918]);
  expect(march).toEqual(february.filter((row) => !lost.includes(row)));
});
