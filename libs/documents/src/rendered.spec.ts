import { markIn, sha256 } from '@muster/contracts';
import { consolidatedReport, monthlyReport, type ConsolidatedReport, type MonthlyReport } from '@muster/force-generation';
import { unzipSync } from 'fflate';
import { Story } from '../../../tests/stories/story.js';
import {
  ceilingAuthorized,
  cellsReturned,
  mandateRenewed,
  pledgeRegistered,
  requirementStated,
  unitArrived,
} from '../../../tests/stories/told-facts.js';
import { rendered, reportFormats, reportJson } from './rendered.js';

let report: MonthlyReport;
let whole: ConsolidatedReport;

beforeAll(() => {
  new Story()
    .from('2025-01-01', ceilingAuthorized({ military: 13_289, police: 1920 }), mandateRenewed({ until: '2025-06-30' }))
    .on('2025-01-31', cellsReturned({ 'CIV.troops': 11_000, 'TCD.formed-police': 1700 }))
    .on('2025-02-10', unitArrived({ unit: 'SWE-1', contributor: 'SWE', women: 1, men: 199 }))
    .on('2025-02-20', requirementStated({ requirement: 'helicopters', capability: 'UTIL_HELI', requiredBy: '2025-02-27' }))
    .on('2025-02-27', pledgeRegistered({ pledge: 'ROU-1', validUntil: '2025-12-31' }))
    .on('2025-02-28', cellsReturned({ 'CIV.troops': 11_591, 'SWE.troops': 200, 'TCD.formed-police': 1741 }))
    .onDay('2025-02-28')
    .expectThat(({ reading }) => {
      const provenance = { position: 812, sequence: 800, chain: 'f'.repeat(64), lastPosition: null };
      report = monthlyReport({ reading, status: 'draft', provenance });
      whole = consolidatedReport([report], { position: 900, status: 'draft' });
    })
    .happen();
});

const languages = ['en', 'fr'] as const;
const documents = languages.flatMap((language) => reportFormats.map((format) => ({ format, language })));
const textOf = async (format: 'html' | 'json', language: 'en' | 'fr'): Promise<string> =>
  new TextDecoder().decode(await rendered(report, format, language));

describe('a report in a format and a language', () => {
  it.each(documents)('$format in $language is the same bytes when it is built again', async ({ format, language }) => {
    const first = await rendered(report, format, language);
    const again = await rendered(JSON.parse(reportJson(report)) as MonthlyReport, format, language);
    expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true);
  });

  it.each(documents.filter(({ format }) => format !== 'json'))(
    '$format in $language says which report it is',
    async ({ format, language }) => {
      expect(markIn(await rendered(report, format, language))).toEqual({
        ...{ mission: 'MINUSMA', month: '2025-02', position: 812, language },
        sha256: sha256(reportJson(report)),
      });
    },
  );

  it.each(['docx', 'xlsx'] as const)('%s has its entries in order, and no hour of making in them', async (format) => {
    const entries = unzipSync(await rendered(report, format, 'en'));
    expect(Object.keys(entries)).toEqual(Object.keys(entries).sort());
    const core = new TextDecoder().decode(entries['docProps/core.xml']);
    expect(core.match(/\d{4}-\d{2}-\d{2}T[\d:]+Z/g)).toEqual(['2025-02-28T00:00:00Z', '2025-02-28T00:00:00Z']);
  });
});

it.each([
  ['en', 'The return of the month has not been received.'],
  ['fr', 'Le relevé du mois n’a pas été reçu.'],
] as const)('a workbook says on its first sheet in %s what the report does without', async (language, said) => {
  const entries = unzipSync(await rendered({ ...report, withReturn: false }, 'xlsx', language));
  const [first, strings] = ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml'].map((name) =>
    new TextDecoder().decode(entries[name]),
  );
  const texts = [...strings!.matchAll(/<si>(.*?)<\/si>/g)].map(([, text = '']) => text);
  const shown = [...first!.matchAll(/t="s"><v>(\d+)</g)].map(([, index]) => texts[Number(index)]);
  expect(shown.join('\n')).toContain(said);
});

describe('a name with characters that no document carries', () => {
  const forbidden = /(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/u;
  const named = (name: string): MonthlyReport => ({ ...report, mission: 'UNMIX', name });

  it.each(['docx', 'xlsx'] as const)('leaves a file in %s that can be opened', async (format) => {
    const entries = unzipSync(await rendered(named('A\u0001 mission\uFFFE\u0085'), format, 'en'));
    const texts = Object.entries(entries).filter(([name]) => /\.(xml|rels)$/.test(name));
    for (const [name, bytes] of texts) expect([name, forbidden.exec(new TextDecoder().decode(bytes))]).toEqual([name, null]);
    expect(texts.some(([, bytes]) => new TextDecoder().decode(bytes).includes('A\uFFFD mission\uFFFD'))).toBe(true);
  });

  it('is told with a sign in their place on a page, and as it was sent in JSON', async () => {
    const told = named('A\u0001 mission\uFFFE <b>&"\u0027');
    const page = new TextDecoder().decode(await rendered(told, 'html', 'fr'));
    expect(page).toContain('A\uFFFD mission\uFFFD &lt;b&gt;&amp;&quot;');
    expect(page).not.toMatch(forbidden);
    expect(JSON.parse(new TextDecoder().decode(await rendered(told, 'json', 'fr')))).toEqual(told);
  });
});

describe('a report in English and in French', () => {
  it.each([
    ['en', '13,289'],
    ['fr', '13\u00A0289'],
    ['en', '28 February 2025'],
    ['fr', '28 février 2025'],
    ['en', '88.7%'],
    ['fr', '88,7\u00A0%'],
    ['en', 'Côte d&#39;Ivoire'],
    ['fr', 'Côte d’Ivoire'],
    ['fr', 'Tchad'],
    ['en', 'Medium utility helicopter unit'],
    ['fr', 'Unité d’hélicoptères de transport moyens'],
    ['fr', '1er janv. 2025'],
    ['en', '1 day<'],
    ['fr', '1 jour<'],
    ['fr', 'Suède'],
    ['fr', 'Mission multidimensionnelle intégrée des Nations Unies pour la stabilisation au Mali'],
  ] as const)('prints in %s: %s', async (language, printed) => {
    const text = (await textOf('html', language)).replaceAll("'", '&#39;');
    expect(text).toContain(printed);
  });

  it('leaves no phrase of the one in the other', async () => {
    const french = await textOf('html', 'fr');
    for (const english of ['Strength', 'Deployed', 'Contributor', 'not known', 'Troops', 'Critical'])
      expect(french).not.toContain(`>${english}<`);
    expect(french).not.toMatch(/undefined|NaN|\[object/);
    expect(await textOf('html', 'en')).not.toMatch(/undefined|NaN|\[object/);
  });
});

describe('a corrigendum', () => {
  const changes = [
    { path: '/headline/components/0/fillRate', was: 0.8318, is: 0.8319 },
    { path: '/contributors/contributors/0/types/0/deployed', was: 11_001, is: 11_591 },
    { path: '/women/0/share', was: 0.0164, is: 0.0165 },
    { path: '/withReturn', was: false, is: true },
    { path: '/contributors/contributors/0', was: { contributor: 'NER' }, is: null },
    {
      path: '/alerts/opened/0',
      was: { key: 'M/equipment-shortfall/mission.APC', rule: 'equipment-shortfall', subject: 'mission.APC' },
      is: null,
    },
    { path: '/contributors/contributors/1', was: null, is: { contributor: 'SWE' } },
  ];

  it.each([
    ['fr', 'Effectifs · Militaires · Taux (/headline/components/0/fillRate)', '83,18\u00A0%', '83,19\u00A0%'],
    ['en', 'Strength · Military · Per cent (/headline/components/0/fillRate)', '83.18%', '83.19%'],
    ['en', 'Strength by contributor and personnel type · Côte d’Ivoire · Troops · Deployed', '11,001', '11,591'],
    ['fr', '(/women/0/share)', '1,64\u00A0%', '1,65\u00A0%'],
    ['fr', '/withReturn', 'non', 'oui'],
    ['en', 'Niger (/contributors/contributors/0)', 'listed', '–'],
    ['fr', 'Mission, APC (/alerts/opened/0)', 'figure dans la liste', '–'],
    ['en', '(/contributors/contributors/1)', '–', 'listed'],
  ] as const)(
    'says in %s where it corrects, and a share so finely that the change is seen: %s',
    async (language, place, was, is) => {
      const corrigendum: MonthlyReport = {
        ...{ ...report, status: 'corrigendum', corrigendum: 1 },
        corrects: { changes, moreChanges: 0, facts: [1] },
      };
      const page = new TextDecoder().decode(await rendered(corrigendum, 'html', language));
      const row = page.split('<tr>').find((one) => one.replace('&#39;', '’').replace("d'I", 'd’I').includes(place));
      expect(row).toContain(`>${was}<`);
      expect(row).toContain(`>${is}<`);
    },
  );
});

describe('the report over all missions', () => {
  it.each(documents)('$format in $language is the same bytes when it is built again', async ({ format, language }) => {
    const first = await rendered(whole, format, language);
    const again = await rendered(JSON.parse(reportJson(whole)) as ConsolidatedReport, format, language);
    expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true);
  });

  it.each(documents.filter(({ format }) => format !== 'json'))(
    '$format in $language says which report it is',
    async ({ format, language }) => {
      expect(markIn(await rendered(whole, format, language))).toEqual({
        ...{ mission: 'ALL', month: '2025-02', position: 900, language },
        sha256: sha256(reportJson(whole)),
      });
    },
  );

  it.each([
    ['en', 'As at 28 February 2025, 13,532 uniformed personnel were deployed in 1 mission'],
    ['en', 'That is 89.0% of the authorized strength of 15,209.'],
    ['fr', 'Au 28 février 2025, 13\u00A0532 membres du personnel en tenue étaient déployés dans 1 mission'],
    ['fr', 'Cela représente 89,0\u00A0% de l’effectif autorisé, qui est de 15\u00A0209.'],
    ['fr', 'Suède'],
  ] as const)('prints in %s: %s', async (language, printed) => {
    const page = new TextDecoder().decode(await rendered(whole, 'html', language));
    expect(page).toContain(printed);
    expect(page).not.toMatch(/undefined|NaN|\[object/);
  });
});
