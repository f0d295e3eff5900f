import type { MonthlyReport } from '@muster/force-generation';
import { heading, paragraph, type Block } from '../document.js';
import type { Speech } from '../words/speech.js';
import { columnsOf } from '../words/words.js';

/** The gaps that a resolution's call on member states would name. */
export function standingSection({ standing }: MonthlyReport, speech: Speech): Block[] {
  const { words } = speech;
  const { renewedOn, resolution, gaps } = standing;
  if (renewedOn === null || resolution === null)
    return [heading(words.standing.heading), paragraph(words.standing.never, 'note')];
  const sentence = words.standing.sentence(resolution, speech.day(renewedOn));
  if (gaps.length === 0) return [heading(words.standing.heading), paragraph(`${sentence} ${words.standing.none}`)];
  return [
    heading(words.standing.heading),
    paragraph(sentence),
    {
      kind: 'table',
      name: words.standing.sheet,
      columns: columnsOf(words.standing, {
        severity: { width: 1.1 },
        gap: { width: 2 },
        subject: { width: 3 },
        since: {},
        age: { align: 'right', width: 1.05 },
      }),
      rows: gaps.map((gap) => [
        speech.text(words.severities[gap.severity], gap.severity),
        speech.text(words.rules[gap.rule]),
        speech.text(speech.subject(gap)),
        speech.dayCell(gap.since),
        { text: speech.days(gap.ageDays), number: gap.ageDays },
      ]),
    },
  ];
}
