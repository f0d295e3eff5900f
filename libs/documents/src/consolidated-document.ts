import { markOf, type Language } from '@muster/contracts';
import type { ConsolidatedReport } from '@muster/force-generation';
import type { Document } from './document.js';
import { correctionsSection } from './sections/corrections-section.js';
import { allAnnexSection } from './sections/consolidated/all-annex-section.js';
import { allContributorsSection } from './sections/consolidated/all-contributors-section.js';
import { allGapsSection } from './sections/consolidated/all-gaps-section.js';
import { allNotesSection } from './sections/consolidated/all-notes-section.js';
import { allStandingSection } from './sections/consolidated/all-standing-section.js';
import { changesSection } from './sections/consolidated/changes-section.js';
import { headlineSection } from './sections/consolidated/headline-section.js';
import { missionsSection } from './sections/consolidated/missions-section.js';
import { spacedInFrench } from './spaced-in-french.js';
import { Speech } from './words/speech.js';

const sections = [
  correctionsSection,
  headlineSection,
  missionsSection,
  changesSection,
  allGapsSection,
  allContributorsSection,
  allStandingSection,
  allNotesSection,
  allAnnexSection,
];

/** The report over all missions in a language; `sha256` is that of its JSON. */
export function consolidatedDocument(report: ConsolidatedReport, language: Language, sha256: string): Document {
  const speech = new Speech(language);
  const { words } = speech;
  const { mission, month, asAt, status, corrigendum, provenance } = report;
  const banner = { draft: words.all.draft, issued: undefined, corrigendum: words.corrigendum(corrigendum) }[status];
  const document: Document = {
    language,
    title: words.title,
    subtitle: `${words.consolidated} · ${speech.month(month)} (${words.asAt(speech.day(asAt))})`,
    organization: words.all.organization,
    ...(banner !== undefined && { banner }),
    blocks: sections.flatMap((section) => section(report, speech)),
    footer: words.annex.footer(words.consolidated, speech.month(month), sha256),
    mark: markOf({ mission, month, position: provenance.position, language, sha256 }),
    notInFont: words.notInFont,
    pageOf: words.page,
    madeFor: asAt,
  };
  return language === 'fr' ? spacedInFrench(document) : document;
}
