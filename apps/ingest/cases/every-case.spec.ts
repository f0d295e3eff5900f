import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { factOf, type CloudEvent } from '@muster/contracts';
import { allRules, assess, policyV1, type Alert } from '@muster/force-generation';
import { pinnedDayOf, readCase } from '../src/cases/read-case.js';

/** What the readme says under its heading `What the monitor should say on 8 May 2018`, up to the next. */
async function readmeOn(day: string): Promise<string> {
  const dayInWords = new Date(day).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const readme = await readFile(join(__dirname, 'README.md'), 'utf8');
  const [, section] = readme.split(`\n## What the monitor should say on ${dayInWords}\n`);
  if (section === undefined) throw new Error(`The readme says nothing of ${dayInWords}.`);
  return section.split(/^#/m)[0]!;
}

/** Its table: `| ceiling-shortfall/military | warning | …`. */
const rowsIn = (section: string): readonly string[] =>
  [...section.matchAll(/^\| (\S+\/\S+) \| (.*?) \|/gm)].map(([, key, severity]) => `${key}: ${severity}`);

const rowOf = ({ rule, subject, severity, baseSeverity, task, state }: Alert): string =>
  `${rule}/${subject}: ${severity}${task ? ` (${baseSeverity})` : ''}${state === 'firing' ? '' : `, state *${state}*`}`;

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

  test('the readme lists what the monitor says on the pinned day, in ranked order, and names every rule that says nothing', async () => {
    const facts = events.map((event, index) => factOf({ ...event, position: index + 1, knownOn: pinnedDay }));
    const policy = { hash: 'version-1', table: policyV1 };
    const section = await readmeOn(pinnedDay);
    expect(rowsIn(section)).toEqual(assess(facts, { mission: 'MINUSMA', today: pinnedDay, policy }).alerts.map(rowOf));
    expect(allRules.filter(({ name }) => !section.includes(name)).map(({ name }) => name)).toEqual([]);
  });
});
