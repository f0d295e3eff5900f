import type { ConsolidatedReport } from '@muster/force-generation';
import { paragraph, type Block, type KeyFigure } from '../../document.js';
import type { Speech } from '../../words/speech.js';
import { keyFigures, shortfallText } from '../strength-section.js';

/** The strength of all missions in key figures and two sentences, and what is in none of them. */
export function headlineSection({ headline }: ConsolidatedReport, speech: Speech): Block[] {
  const { all } = speech.words;
  const { notKnown, withoutCeiling } = headline;
  return [
    { kind: 'figures', figures: figuresOf(headline, speech) },
    paragraph(sentences(headline, speech), 'lead'),
    ...(notKnown.length === 0 ? [] : [paragraph(all.notKnown(speech.names(notKnown), notKnown.length), 'warning')]),
    ...(withoutCeiling.length === 0 ? [] : [paragraph(all.withoutCeiling(speech.names(withoutCeiling)), 'note')]),
  ];
}

type Headline = ConsolidatedReport['headline'];

/** Each figure says of how many missions it is: a ceiling, or a strength, is not known of all of them. */
function figuresOf(headline: Headline, speech: Speech): readonly KeyFigure[] {
  const { all } = speech.words;
  const { missions, withoutCeiling, notKnown, compared, missing } = headline;
  const [authorized, deployed, fillRate, women] = keyFigures(headline, speech);
  const told = (of: number, words: (count: number, printed: string) => string): string => words(of, speech.number(of));
  const shortfall = missing === null ? [] : [shortfallText(missing, speech)];
  return [
    { ...authorized!, detail: told(missions - withoutCeiling.length, all.withCeiling) },
    { ...deployed!, detail: told(missions - notKnown.length, all.inMissions) },
    { ...fillRate!, detail: speech.list([told(compared, all.ofThese), ...shortfall]) },
    women!,
  ];
}

function sentences({ asAt, missions, notKnown, compared, ...figures }: Headline, speech: Speech): string {
  const { all } = speech.words;
  const { deployed, authorized, fillRate, womenShare } = figures;
  if (deployed === null) return all.unknown(speech.day(asAt), missions, speech.number(missions));
  const known = missions - notKnown.length;
  const told = all.deployed({
    day: speech.day(asAt),
    missions: speech.number(known),
    count: known,
    deployed: speech.number(deployed),
    women: womenShare === null ? null : speech.share(womenShare),
  });
  if (fillRate === null || authorized === null) return told;
  const rate =
    compared === missions
      ? all.ofAll(speech.number(authorized), speech.share(fillRate))
      : all.ofCompared(speech.number(compared), compared, speech.share(fillRate));
  return `${told} ${rate}`;
}
