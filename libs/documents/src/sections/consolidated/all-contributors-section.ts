import { personnelTypes, type ConsolidatedReport } from '@muster/force-generation';
import { heading, paragraph, type Block, type Cell } from '../../document.js';
import type { Speech } from '../../words/speech.js';
import { contributorCells, contributorTotals } from '../contributors-section.js';

/** Each contributor's persons in all missions by type, the largest first, with totals. */
export function allContributorsSection({ contributors: table }: ConsolidatedReport, speech: Speech): Block[] {
  const { words } = speech;
  const { contributors, totals, observed } = table;
  if (contributors.length === 0) return [heading(words.contributors.heading), paragraph(words.notes.noReturn, 'note')];
  const unnamed = observed.filter(({ observedOn }) => observedOn === null).map(({ mission }) => mission);
  return [
    heading(words.contributors.heading),
    paragraph(
      [
        words.all.contributors.observed,
        ...(unnamed.length === 0 ? [] : [words.all.contributors.unnamed(speech.names(unnamed))]),
      ].join(' '),
      'note',
    ),
    {
      kind: 'table',
      name: words.contributors.sheet,
      columns: [
        { title: words.contributors.columns.contributor, width: 2.4 },
        { title: words.all.contributors.missions, align: 'right', width: 0.9 },
        ...personnelTypes.map((type) => ({ title: words.shortTypes[type], align: 'right' as const })),
        { title: words.contributors.columns.total, align: 'right' },
        { title: words.contributors.columns.women, align: 'right' },
      ],
      rows: [
        ...contributors.map((contributor) =>
          withMissions(contributorCells(contributor, speech), speech.numberCell(contributor.missions.length)),
        ),
        withMissions(contributorTotals(totals, speech), speech.text('')),
      ],
      totals: 1,
    },
  ];
}

const withMissions = ([name, ...figures]: readonly Cell[], missions: Cell): readonly Cell[] => [name!, missions, ...figures];
