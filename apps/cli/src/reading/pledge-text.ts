import {
  daysBetween,
  type Miss,
  type Pledge,
  type PledgeAlert,
  type PledgeDecision,
  type PledgeFit,
} from '@muster/force-generation';
import { countOf, countText } from '../screen/figure-text.js';
import { readAtText, type ReadAt } from '../screen/read-at-text.js';

/** One pledge, as a liaison asks about it: where it stands, how it came there, what is missing. */
export function pledgeText(answer: Pledge & ReadAt): string {
  const { pledge, contributor, capability, units, personnel, level, availableFrom, mission, requirement, today } = answer;
  const { stage, since, next, lapsesOn, illustrative, caveats = [] } = answer;
  const meantFor =
    mission === null ? 'No mission has selected it' : `With ${mission}${requirement === null ? '' : `, for ${requirement}`}`;
  return [
    readAtText(answer),
    `${pledge}: ${contributor}, ${units} ${capability}, ${countOf(personnel, 'person')}, level ${level}, from ${availableFrom}${
      illustrative === undefined ? '' : ' (illustrative)'
    }`,
    `${meantFor}.`,
    `${stage} since ${since}, for ${countOf(daysBetween(since, today), 'day')}.${
      next === null ? '' : ` Waits for ${next.waitsFor}; it is the ${next.move}'s move.`
    }`,
    ...(lapsesOn === null ? [] : [`Valid until ${lapsesOn}.`]),
    ...(caveats.length === 0 ? [] : [`Caveats: ${caveats.join(', ')}.`]),
    ...titled('Alerts', answer.alerts.map(alertLine)),
    ...titled(
      'Ladder',
      answer.ladder.flatMap(({ stage: rung, on }) => (on === null ? [] : `${on} ${rung}`)),
    ),
    ...titled('Decisions', answer.decisions.map(decisionLine)),
    ...titled(requirement === null ? 'Could meet' : 'Meant to meet', answer.fits.map(fitLine)),
  ].join('\n');
}

const titled = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)];

const alertLine = ({ severity, state, rule, since, reason, action, owner }: PledgeAlert): string =>
  `${severity}${state === 'firing' ? '' : ` (${state})`} ${rule}, since ${since}: ${reason}. ${action} (${owner}).`;

const decisionLine = ({ on, decision, requirement, reason, note, fact }: PledgeDecision): string =>
  `${on} ${decision}${requirement === undefined ? '' : ` for ${requirement}`}${saying(reason ?? note)} (position ${fact})`;

const saying = (text: string | undefined): string => (text === undefined ? '' : `: ${text}`);

const fitLine = ({ mission, requirement, requiredBy, misses, open }: PledgeFit): string =>
  `${mission} ${requirement}, needed by ${requiredBy}, ${countOf(open.units, 'unit')} open: ${
    misses.length === 0 ? 'fits' : `misses ${misses.map(missText).join('; ')}`
  }`;

function missText(miss: Miss): string {
  switch (miss.miss) {
    case 'capability':
      return `the capability (${miss.offered} for ${miss.required})`;
    case 'units':
    case 'personnel':
      return `${miss.miss} (${countText(miss.offered)} of ${countText(miss.required)})`;
    case 'equipment':
      return `${miss.type} (${countText(miss.offered)} of ${countText(miss.required)})`;
    case 'caveat':
      return `${miss.condition}, by a caveat`;
    case 'day':
      return `the day (from ${miss.offered}, needed by ${miss.required})`;
    default:
      return miss satisfies never;
  }
}
