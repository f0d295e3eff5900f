import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factOf, readContributions, returnEvent } from '@muster/contracts';
import {
  assessmentOf,
  describeMission,
  Ledger,
  policyV1,
  readLedger,
  type Reading,
  type Alert,
  type Day,
  type Fact,
  type MissionFigures,
} from '@muster/force-generation';
import { root } from '../architecture/tree.js';

const file = join(root, '../shared/data/un-contributions-2015-2019.csv');
const isThere = existsSync(file);
if (!isThere) process.stderr.write(`SKIPPED: the published returns are not checked, since ${file} is not there\n`);

/** The 800 returns of the file, as facts that are known on their as-at day. */
function publishedFacts(): readonly Fact[] {
  const { returns, rows, accepted } = readContributions(readFileSync(file));
  expect({ rows, accepted, returns: returns.length }).toEqual({ rows: 38_876, accepted: 38_876, returns: 800 });
  return returns.map((parsed, index) => {
    const { type, source, id, subject, data } = returnEvent(parsed);
    return factOf({ type, source, id, subject, data, position: index + 1, knownOn: parsed.asAt });
  });
}

let ledgers: ReadonlyMap<string, Ledger>;

function readOn(mission: string, today: Day): Reading {
  return readLedger(ledgers.get(mission)!, { today, policy: { hash: 'version-1', table: policyV1 } });
}

/** Everybody on a day: military and police, as they go on, and as published. */
function everybodyOn(mission: string, today: Day) {
  const { components, reported }: MissionFigures = describeMission(readOn(mission, today));
  const held = components.reduce((sum, { deployed }) => sum + deployed!, 0);
  const women = components.reduce((sum, component) => sum + component.women!, 0);
  return { held, reported, women };
}

const suspectOn = (mission: string, today: Day): readonly Alert[] =>
  assessmentOf(readOn(mission, today)).alerts.filter(({ rule }) => rule === 'return-suspect');

const cellsOn = (mission: string, today: Day): readonly string[] =>
  suspectOn(mission, today)
    .map(({ subject, figures }) => `${JSON.stringify(figures['kind'])} ${subject} ${JSON.stringify(figures['before'])}`)
    .map((text) => text.replaceAll('"', ''))
    .sort();

(isThere ? describe : describe.skip)('the returns as the UN published them, 2015 to 2019', () => {
  beforeAll(() => {
    const byMission = new Map<string, Ledger>();
    for (const fact of publishedFacts()) {
      const ledger = byMission.get(fact.subject) ?? new Ledger(fact.subject);
      ledger.fold(fact);
      byMission.set(fact.subject, ledger);
    }
    ledgers = byMission;
  });

  it.each`
    mission       | day             | held      | published | cells                                                           | over
    ${'UNIFIL'}   | ${'2015-07-31'} | ${10_469} | ${10_463} | ${['moved THA.troops 0', 'moved TZA.troops 159']}               | ${'2015-08-31'}
    ${'UNAMID'}   | ${'2015-07-31'} | ${17_797} | ${17_792} | ${['moved THA.troops 6', 'moved TZA.troops 817']}               | ${'2015-08-31'}
    ${'MINUSTAH'} | ${'2015-08-31'} | ${4709}   | ${4709}   | ${['moved NOR.formed-police 0', 'moved PAK.formed-police 140']} | ${'2015-09-30'}
    ${'UNIFIL'}   | ${'2017-07-31'} | ${10_517} | ${10_517} | ${['moved AUS.troops 0', 'moved AUT.troops 175']}               | ${'2017-08-31'}
    ${'UNOCI'}    | ${'2016-01-31'} | ${6585}   | ${6585}   | ${['sexes MAR.troops 0']}                                       | ${'2016-02-29'}
    ${'UNOCI'}    | ${'2016-04-30'} | ${4727}   | ${4727}   | ${['sexes MAR.troops 0']}                                       | ${'2016-06-30'}
    ${'UNOCI'}    | ${'2016-05-31'} | ${4645}   | ${4645}   | ${['sexes MAR.troops 0']}                                       | ${'2016-06-30'}
    ${'MINUSCA'}  | ${'2016-02-29'} | ${12_484} | ${11_686} | ${['lost COD.troops 798']}                                      | ${'2016-04-30'}
  `('$mission $day: $held go on, $published are published', ({ mission, day, held, published, cells, over }) => {
    expect(everybodyOn(mission, day)).toMatchObject({ held, reported: published });
    expect(cellsOn(mission, day)).toEqual(cells);
    expect(cellsOn(mission, over)).toEqual([]);
  });

  it.each`
    mission      | day             | held      | published | police | cells | over
    ${'UNISFA'}  | ${'2015-08-31'} | ${4521}   | ${4497}   | ${24}  | ${6}  | ${'2015-09-30'}
    ${'MONUSCO'} | ${'2017-06-30'} | ${18_864} | ${18_571} | ${315} | ${24} | ${'2017-08-31'}
    ${'MONUSCO'} | ${'2017-07-31'} | ${18_865} | ${18_569} | ${315} | ${24} | ${'2017-08-31'}
  `('$mission $day: $police individual police go on', ({ mission, day, held, published, police, cells, over }) => {
    expect(everybodyOn(mission, day)).toMatchObject({ held, reported: published });
    const suspect = suspectOn(mission, day);
    expect(suspect).toHaveLength(cells);
    expect(suspect.every(({ subject }) => subject.endsWith('.individual-police'))).toBe(true);
    expect(suspect.reduce((sum, { figures }) => sum + Number(figures['before']), 0)).toBe(police);
    expect(suspectOn(mission, over)).toEqual([]);
  });

  it('UNOCI’s swapped columns hold the women only: none of Morocco’s 718 and 719 are counted', () => {
    const womenOn = (...days: readonly Day[]): readonly number[] => days.map((day) => everybodyOn('UNOCI', day).women);
    expect(womenOn('2016-01-31', '2016-04-30', '2016-05-31')).toEqual([170, 153, 154]);
  });

  it('MINUSCA’s 798 of DR Congo have left from 29 February on, as the return of April tells', () => {
    expect(everybodyOn('MINUSCA', '2016-04-29')).toMatchObject({ held: 12_484, reported: 11_686 });
    const reading = readOn('MINUSCA', '2016-04-30');
    const episodes = assessmentOf(reading).verdicts.get('MINUSCA/return-suspect/COD.troops')!.episodes;
    expect(episodes).toMatchObject([{ since: '2016-02-29', closedOn: '2016-04-30', closedBy: 'filled' }]);
    expect(everybodyOn('MINUSCA', '2016-04-30')).toMatchObject({ held: 12_130, reported: 12_130 });
  });

  it('all missions together are 104,496 on 31 January 2015 and 91,544 on 28 February 2018, as reported', () => {
    const sumOn = (day: Day): number =>
      [...ledgers.keys()].reduce((sum, mission) => {
        const { reported, observedOn } = describeMission(readOn(mission, day));
        return sum + (observedOn === day ? (reported ?? 0) : 0);
      }, 0);
    expect(sumOn('2015-01-31')).toBe(104_496);
    expect(sumOn('2018-02-28')).toBe(91_544);
  });

  it('nothing else is held but what is listed: every other suspicion is known', () => {
    const found = [...ledgers.keys()].flatMap((mission) => {
      const { verdicts } = assessmentOf(readOn(mission, '2019-12-31'));
      return [...verdicts.values()]
        .filter(({ rule }) => rule.name === 'return-suspect')
        .flatMap(({ subject, episodes }) => episodes.map(({ since }) => `${since} ${mission} ${subject}`));
    });
    const months = [...new Set(found.map((text) => text.split(' ').slice(0, 2).join(' ')))].sort();
    expect(months).toEqual([
      '2015-07-31 UNAMID',
      '2015-07-31 UNIFIL',
      '2015-08-31 MINUSTAH',
      '2015-08-31 UNISFA',
      '2016-01-31 UNOCI',
      '2016-02-29 MINUSCA',
      '2016-04-30 UNOCI',
      '2017-06-30 MONUSCO',
      '2017-07-31 UNIFIL',
    ]);
  });
});
