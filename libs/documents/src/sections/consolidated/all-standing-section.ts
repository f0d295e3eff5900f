import type { ConsolidatedReport } from '@muster/force-generation';
import { heading, paragraph, type Block } from '../../document.js';
import type { Speech } from '../../words/speech.js';
import { columnsOf } from '../../words/words.js';

/** By mission, the gaps that a resolution's call on member states would name. */
export function allStandingSection({ standing }: ConsolidatedReport, speech: Speech): Block[] {
  const { words } = speech;
  const rows = standing.flatMap(({ mission, resolution, renewedOn, gaps }) =>
    gaps.map((gap) => [
      speech.text(mission, 'strong'),
      speech.text(resolution ?? '–'),
      speech.dayCell(renewedOn),
      speech.text(words.severities[gap.severity], gap.severity),
      speech.text(words.rules[gap.rule]),
      speech.text(speech.subject(gap)),
      speech.dayCell(gap.since),
    ]),
  );
  const never = standing.filter(({ renewedOn }) => renewedOn === null).map(({ mission }) => mission);
  return [
    heading(words.all.standing.heading),
    ...(never.length === 0 ? [] : [paragraph(words.all.standing.never(speech.names(never)), 'note')]),
    rows.length === 0
      ? paragraph(words.standing.none, 'note')
      : {
          kind: 'table',
          name: words.standing.sheet,
          columns: [
            { title: words.mission, width: 1.2 },
            ...columnsOf(words.all.standing, { resolution: { width: 1.5 }, renewedOn: {} }),
            ...columnsOf(words.standing, { severity: { width: 1 }, gap: { width: 1.8 }, subject: { width: 2.4 }, since: {} }),
          ],
          rows,
        },
  ];
}
