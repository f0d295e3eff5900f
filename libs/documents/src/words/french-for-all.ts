import type { ConsolidatedWords } from './words.js';

const of = (count: number, one: string, other: string): string => (Math.abs(count) < 2 ? one : other);

export const frenchForAll: ConsolidatedWords = {
  organization: 'Opérations de maintien de la paix des Nations Unies',
  draft: 'Projet : établi à la demande à partir des rapports des missions, non publié.',
  deployed: ({ day, missions, count, deployed, women }) =>
    `Au ${day}, ${deployed} membres du personnel en tenue étaient déployés dans ${missions} ${of(count, 'mission', 'missions')}` +
    (women === null ? '.' : `, dont ${women} de femmes.`),
  unknown: (day, count, missions) =>
    count < 2
      ? `Au ${day}, l’effectif de la mission n’est pas connu.`
      : `Au ${day}, l’effectif d’aucune des ${missions} missions n’est connu.`,
  ofAll: (authorized, fillRate) => `Cela représente ${fillRate} de l’effectif autorisé, qui est de ${authorized}.`,
  ofCompared: (missions, count, fillRate) =>
    of(
      count,
      `La seule mission dont l’effectif est connu et dont un plafond est enregistré se situait à ${fillRate} de l’effectif autorisé.`,
      `Les ${missions} missions dont l’effectif est connu et dont un plafond est enregistré se situaient à ${fillRate} de l’effectif autorisé.`,
    ),
  withCeiling: (count, missions) => `${missions} ${of(count, 'mission dotée', 'missions dotées')} d’un plafond`,
  inMissions: (count, missions) => `dans ${missions} ${of(count, 'mission', 'missions')}`,
  ofThese: (count, missions) => `${missions} ${of(count, 'mission', 'missions')}`,
  notKnown: (missions, count) =>
    `Effectif non connu : ${missions}. ${of(count, 'Cette mission ne figure', 'Ces missions ne figurent')} dans aucun total.`,
  withoutCeiling: (missions) => `Aucun plafond enregistré : ${missions}. L’écart et le taux n’en tiennent pas compte.`,
  missions: {
    heading: 'Effectifs par mission',
    sheet: 'Missions',
    columns: {
      womenShare: '% femmes',
      observedOn: 'Relevé du',
    },
    of: {
      military: { authorized: 'Plafond militaire', deployed: 'Militaires déployés', fillRate: 'Taux' },
      police: { authorized: 'Plafond police', deployed: 'Policiers déployés', fillRate: 'Taux' },
      all: { authorized: 'Plafond total', deployed: 'Total déployé', fillRate: 'Taux' },
    },
    inAll:
      'Le total comprend le personnel qu’une ligne de plafond distincte soustrait à sa composante. Le taux est donné lorsque les deux chiffres sont connus ; celui de la dernière ligne porte sur les seules missions dans ce cas.',
  },
  changes: {
    sheet: 'Variations par mission',
    sum: 'Les éléments sont ceux des rapports des missions, additionnés par cause ; leur somme est exactement égale à cette variation.',
    notKnown: (missions) => `L’un des deux effectifs n’est pas connu, d’où l’absence dans cette section de : ${missions}.`,
  },
  contributors: {
    missions: 'Missions',
    observed:
      'D’après le dernier relevé de chaque mission qui nomme les contributeurs. Un astérisque marque un chiffre maintenu à sa valeur précédente parce que le relevé est douteux.',
    unnamed: (missions) => `Aucun relevé ne nomme les contributeurs de : ${missions}.`,
  },
  standing: {
    heading: 'Déficits constatés lors du dernier renouvellement d’un mandat et qui persistent',
    columns: { resolution: 'Résolution', renewedOn: 'Renouvelé le' },
    never: (missions) => `Aucun renouvellement de mandat n’est enregistré pour : ${missions}.`,
  },
  noReturn: (months, missions) => `Aucun relevé pour ${months} : ${missions}.`,
  clean: (missions) => `Relevé du mois en vigueur, rien à signaler : ${missions}.`,
  annex: {
    sheet: 'Missions lues',
    columns: {
      mission: 'Mission',
      position: 'Position',
      sequence: 'Séquence',
      chain: 'Chaîne de hachage du flux',
    },
    origin: (position) =>
      `Lu à la position ${position} du journal des faits, chaque mission à son dernier fait jusqu’à cette position.`,
    published: (position) =>
      `Lu à la position ${position} du journal des faits, chaque mission telle que la donne son dernier rapport publié jusque-là ; une mission qui n’a pas publié de rapport, à son dernier fait.`,
    own: (command) => `Le rapport d’une mission, tel qu’il est repris ici, s’obtient par « ${command} ».`,
  },
};
