import type { AlertLine, MonthlyReport } from '@muster/force-generation';
import { heading, paragraph, type Block, type Cell } from '../document.js';
import type { Speech } from '../words/speech.js';
import { columnsOf } from '../words/words.js';

const lists = ['opened', 'stillOpen', 'closed', 'foundLater'] as const;

/** What became of the alerts since the last report. */
export function alertsSection({ alerts }: MonthlyReport, speech: Speech): Block[] {
  const { words } = speech;
  return [
    heading(words.alerts.heading),
    ...lists.flatMap((list): Block[] => [
      heading(`${words.alerts[list]} (${speech.number(alerts[list].length)})`, 3),
      ...(alerts[list].length === 0
        ? [paragraph(words.nothing, 'note')]
        : [
            {
              kind: 'table' as const,
              name: words.alerts.sheets[list],
              columns: columnsOf(words.alerts, {
                severity: { width: 1.1 },
                rule: { width: 1.9 },
                subject: { width: 2.4 },
                since: {},
                age: { align: 'right', width: 1.05 },
                state: { width: 2.4 },
              }),
              rows: alerts[list].map((alert) => row(alert, speech)),
            },
          ]),
    ]),
  ];
}

const row = (alert: AlertLine, speech: Speech): readonly Cell[] => [
  speech.text(speech.words.severities[alert.severity], alert.severity),
  speech.text(speech.words.rules[alert.rule]),
  speech.text(speech.subject(alert)),
  speech.dayCell(alert.since),
  { text: speech.days(alert.ageDays), number: alert.ageDays },
  speech.text(stateOf(alert, speech)),
];

function stateOf({ state, acknowledged, closedOn }: AlertLine, speech: Speech): string {
  const { words } = speech;
  if (closedOn !== undefined) return words.alerts.closedOn(speech.shortDay(closedOn));
  const name = words.alertStates[state];
  if (acknowledged === undefined) return name;
  return `${name}: ${words.alerts.acknowledged(speech.owner(acknowledged.owner), speech.shortDay(acknowledged.plannedFillBy))}`;
}
