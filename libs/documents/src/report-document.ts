import { markOf, type Language } from '@muster/contracts';
import type { MonthlyReport } from '@muster/force-generation';
import type { Document } from './document.js';
import { spacedInFrench } from './spaced-in-french.js';
import { alertsSection } from './sections/alerts-section.js';
import { annexSection } from './sections/annex-section.js';
import { calendarSection } from './sections/calendar-section.js';
import { chartSection } from './sections/chart-section.js';
import { correctionsSection } from './sections/corrections-section.js';
import { contributorsSection } from './sections/contributors-section.js';
import { gapsSection } from './sections/gaps-section.js';
import { notesSection } from './sections/notes-section.js';
import { partnersSection } from './sections/partners-section.js';
import { pledgesSection } from './sections/pledges-section.js';
import { standingSection } from './sections/standing-section.js';
import { strengthSection } from './sections/strength-section.js';
import { tasksSection } from './sections/tasks-section.js';
import { waterfallSection } from './sections/waterfall-section.js';
import { womenSection } from './sections/women-section.js';
import { missionName } from './words/mission-names.js';
import { Speech } from './words/speech.js';

const sections = [
  correctionsSection,
  strengthSection,
  chartSection,
  waterfallSection,
  contributorsSection,
  gapsSection,
  tasksSection,
  pledgesSection,
  calendarSection,
  alertsSection,
  standingSection,
  womenSection,
  partnersSection,
  notesSection,
  annexSection,
];

/** A report in a language; `sha256` is that of its JSON. */
export function reportDocument(report: MonthlyReport, language: Language, sha256: string): Document {
  const speech = new Speech(language);
  const { words } = speech;
  const { mission, name, month, asAt, status, corrigendum } = report;
  const banner = { draft: words.draft, issued: undefined, corrigendum: words.corrigendum(corrigendum) }[status];
  const document: Document = {
    language,
    title: words.title,
    subtitle: `${mission} · ${speech.month(month)} (${words.asAt(speech.day(asAt))})`,
    organization: missionName(mission, name, language),
    ...(banner !== undefined && { banner }),
    blocks: sections.flatMap((section) => section(report, speech)),
    footer: words.annex.footer(mission, speech.month(month), sha256),
    mark: markOf({ mission, month, position: report.provenance.position, language, sha256 }),
    notInFont: words.notInFont,
    pageOf: words.page,
    madeFor: asAt,
  };
  return language === 'fr' ? spacedInFrench(document) : document;
}
