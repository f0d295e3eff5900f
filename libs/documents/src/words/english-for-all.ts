import type { ConsolidatedWords } from './words.js';

const of = (count: number, one: string, other: string): string => (count === 1 ? one : other);

export const englishForAll: ConsolidatedWords = {
  organization: 'United Nations peacekeeping operations',
  draft: 'Draft: compiled on request from the missions’ own reports, and not issued.',
  deployed: ({ day, missions, count, deployed, women }) =>
    `As at ${day}, ${deployed} uniformed personnel were deployed in ${missions} ${of(count, 'mission', 'missions')}` +
    (women === null ? '.' : `; women made up ${women} of them.`),
  unknown: (day, count, missions) =>
    count === 1
      ? `As at ${day}, the strength of the mission is not known.`
      : `As at ${day}, the strength of none of the ${missions} missions is known.`,
  ofAll: (authorized, fillRate) => `That is ${fillRate} of the authorized strength of ${authorized}.`,
  ofCompared: (missions, count, fillRate) =>
    `The ${missions} ${of(count, 'mission', 'missions')} with a known strength and a ceiling on record stood at ${fillRate} of the authorized strength.`,
  withCeiling: (count, missions) => `${missions} ${of(count, 'mission', 'missions')} with a ceiling`,
  inMissions: (count, missions) => `in ${missions} ${of(count, 'mission', 'missions')}`,
  ofThese: (count, missions) => `${missions} ${of(count, 'mission', 'missions')}`,
  notKnown: (missions, count) =>
    `The strength of ${missions} is not known; no total holds ${of(count, 'that mission', 'these missions')}.`,
  withoutCeiling: (missions) => `No ceiling is on record for ${missions}; the shortfall and the rate leave them out.`,
  missions: {
    heading: 'Strength by mission',
    sheet: 'Missions',
    columns: {
      womenShare: '% women',
      observedOn: 'Return of',
    },
    of: {
      military: { authorized: 'Military ceiling', deployed: 'Military deployed', fillRate: '%' },
      police: { authorized: 'Police ceiling', deployed: 'Police deployed', fillRate: '%' },
      all: { authorized: 'Total ceiling', deployed: 'Total deployed', fillRate: '%' },
    },
    inAll:
      'The total includes personnel whom a separate ceiling line takes out of their component. A rate is told where both figures are known; that of the last row is of these missions alone.',
  },
  changes: {
    sheet: 'Changes by mission',
    sum: 'The parts are those of the missions’ own reports, summed by cause; they sum to that change exactly.',
    notKnown: (missions) => `One of the two strengths is not known for ${missions}: left out of this section.`,
  },
  contributors: {
    missions: 'Missions',
    observed:
      'According to the newest return of each mission that names contributors. An asterisk marks a figure that is held because its reading is suspect.',
    unnamed: (missions) => `No return names the contributors of ${missions}.`,
  },
  standing: {
    heading: 'Gaps that stood at a mission’s last mandate renewal and still stand',
    columns: { resolution: 'Resolution', renewedOn: 'Renewed on' },
    never: (missions) => `No renewal of the mandate is recorded for ${missions}.`,
  },
  noReturn: (months, missions) => `No return for ${months}: ${missions}.`,
  clean: (missions) => `Return of the month in force, nothing to be noted: ${missions}.`,
  annex: {
    sheet: 'Missions read',
    columns: {
      mission: 'Mission',
      position: 'Position',
      sequence: 'Sequence',
      chain: 'Hash chain of the stream',
    },
    origin: (position) => `Read at position ${position} of the event log, each mission at its last event up to there.`,
    published: (position) =>
      `Read at position ${position} of the event log, each mission as its own report had it that was published last up to there; a mission that published none, at its last event.`,
    own: (command) => `A mission’s own report, as it was taken here: “${command}”.`,
  },
};
