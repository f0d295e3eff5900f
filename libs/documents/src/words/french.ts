import { frenchForAll } from './french-for-all.js';
import { frenchNames } from './french-names.js';
import type { Words } from './words.js';

/** Nothing and one are singular in French. */
const of = (count: number, one: string, other: string): string => (Math.abs(count) < 2 ? one : other);

export const french: Words = {
  title: 'Effectifs et constitution des forces : rapport mensuel',
  consolidated: 'Toutes les missions',
  asAt: (day) => `au ${day}`,
  draft: 'Projet : non publié. Les chiffres peuvent changer jusqu’à la publication du rapport.',
  corrigendum: (number) => `Rectificatif ${number} au rapport publié`,
  withoutReturn: (observedOn) =>
    observedOn === null
      ? 'Aucun relevé mensuel n’a été reçu.'
      : `Le relevé du mois n’a pas été reçu. Les effectifs reposent sur celui du ${observedOn}.`,
  illustrative: '† À titre d’illustration : aucune source publiée ne le donne.',
  quoted: (text) => `« ${text} »`,
  titlesAsSent: 'Les intitulés des tâches sont cités tels qu’ils ont été communiqués, dans leur langue originale.',
  nothing: 'Néant.',
  notKnown: 'non connu',
  total: 'Total',
  mission: 'Mission',
  yes: 'oui',
  days: (count, printed) => `${printed} ${of(count, 'jour', 'jours')}`,
  notInFont:
    'Le signe \uFFFD remplace des lettres absentes de la police de ce fichier ; elles figurent dans les versions HTML, Word et tableur du rapport.',
  page: (page, pages) => `Page ${page} sur ${pages}`,
  openEnded: 'sans terme',

  ...frenchNames,

  headline: {
    heading: 'Effectifs',
    sheet: 'Effectifs',
    columns: {
      component: 'Composante',
      authorized: 'Autorisé',
      deployed: 'Déployé',
      missing: 'Écart',
      fillRate: 'Taux',
      committed: 'Engagé',
      pledged: 'Offert',
      women: 'Femmes',
      womenShare: '% femmes',
      observedOn: 'Au',
      resolution: 'Résolution',
    },
    figures: {
      authorized: 'Effectif autorisé',
      deployed: 'Effectif déployé',
      fillRate: 'Taux de déploiement',
      women: 'Femmes',
    },
    ofAuthorized: (share) => `${share} de l’effectif déployé`,
    over: (persons) => `${persons} au-dessus du plafond`,
    under: (persons) => `${persons} sous le plafond`,
    component: ({ component, deployed, authorized, fillRate, women }) =>
      `la composante ${component === 'military' ? 'militaire' : 'de police'} comptait ${deployed} personnes pour un effectif autorisé de ${authorized} (${fillRate})` +
      (women === null ? '' : `, dont ${women} de femmes`),
    observed: (day) => `Au ${day}`,
    unknown: (component) => `l’effectif de la composante ${component === 'military' ? 'militaire' : 'de police'} n’est pas connu`,
  },
  chart: {
    heading: 'Effectifs autorisés, déployés, engagés et offerts, sur 24 mois passés et 12 à venir',
    authorized: 'Autorisé',
    deployed: 'Déployé',
    committed: 'Engagé',
    pledged: 'Offert',
    today: 'date du rapport',
    alternative: (component) => `${component} : effectifs autorisés, déployés, engagés et offerts au fil du temps`,
  },
  corrections: {
    entry: 'figure dans la liste',
    yes: 'oui',
    no: 'non',
    heading: 'Ce que ce rectificatif corrige',
    sheet: 'Corrections',
    columns: { path: 'Endroit du rapport', was: 'Publié', is: 'Corrigé' },
    more: (count) => `et ${count} autres`,
    facts: 'Faits enregistrés après la publication du rapport :',
  },
  waterfall: {
    heading: 'Variations depuis le dernier rapport',
    sheet: 'Variations',
    columns: {
      change: 'Variation',
      cause: 'Cause',
      contributor: 'Contributeur',
      personnelType: 'Catégorie',
      unit: 'Unité',
      facts: 'Sources',
    },
    sentence: ({ from, fromOn, to, toOn, change }) =>
      `L’effectif est passé de ${from} au ${fromOn} à ${to} au ${toOn}, soit une variation de ${change}.`,
    exactly: 'Chaque élément des tableaux a sa source ; la somme de ces éléments est exactement égale à cette variation.',
    explained: 'Variations dont la cause est communiquée',
    unexplainedSheet: 'Causes non communiquées',
    summary: { heading: 'Par cause', sheet: 'Variations par cause', columns: { cause: 'Cause' } },
    from: (day) => `Effectif au ${day}`,
    to: (day) => `Effectif au ${day}`,
    unknown: 'L’un des deux effectifs n’est pas connu : la variation ne peut être établie.',
  },
  contributors: {
    heading: 'Effectifs par contributeur et par catégorie',
    sheet: 'Contributeurs',
    columns: { contributor: 'Contributeur', total: 'Total', women: 'Femmes' },
    observed: (day) =>
      `D’après le relevé du ${day} et ce qui a été communiqué depuis sur les unités. Un astérisque marque un chiffre maintenu à sa valeur précédente parce que le relevé est douteux.`,
  },
  gaps: {
    heading: 'Déficits de capacités par tâche prescrite',
    sheet: 'Déficits de capacités',
    columns: {
      capability: 'Capacité',
      task: 'Tâche prescrite',
      requiredBy: 'Requise le',
      required: 'Requis',
      deployed: 'Déployé',
      committed: 'Engagé',
      pledged: 'Offert',
      age: 'Durée',
      severity: 'Gravité',
      action: 'Mesure',
      owner: 'Responsable',
    },
    units: 'Unités ; personnel entre parenthèses.',
  },
  tasks: {
    heading: 'Tâches prescrites entravées',
    sheet: 'Tâches entravées',
    columns: { rank: 'Rang', task: 'Tâche', window: 'Période', gaps: 'Déficits', waitsFor: 'Dépend de', freedOn: 'Débloquée le' },
    gap: (rule, severity) => `${rule} (gravité : ${severity})`,
  },
  pledges: {
    heading: 'État d’avancement des offres',
    sheet: 'Offres par étape',
    columns: { stage: 'Étape', pledges: 'Offres', units: 'Unités', personnel: 'Personnel', oldestSince: 'Plus ancienne depuis' },
    list: {
      heading: 'Offres',
      sheet: 'Offres',
      columns: {
        pledge: 'Offre',
        contributor: 'Contributeur',
        capability: 'Capacité',
        personnel: 'Personnel',
        stage: 'Étape',
        since: 'Depuis',
        age: 'Durée',
        next: 'Étape suivante',
        lapsesOn: 'Valable jusqu’au',
      },
    },
  },
  calendar: {
    heading: 'Les six prochains mois',
    sheet: 'Six prochains mois',
    columns: {
      on: 'Date',
      kind: 'Événement',
      subject: 'Objet',
      contributor: 'Contributeur',
      personnel: 'Personnel',
      remark: 'Remarque',
    },
    late: 'en retard',
    replacedBy: (unit) => `relevée par ${unit}`,
    until: (day) => `jusqu’au ${day}`,
  },
  alerts: {
    heading: 'Alertes',
    sheet: 'Alertes',
    columns: { severity: 'Gravité', rule: 'Alerte', subject: 'Objet', since: 'Depuis', age: 'Durée', state: 'État' },
    opened: 'Ouvertes depuis le dernier rapport',
    stillOpen: 'Toujours ouvertes',
    closed: 'Clôturées depuis le dernier rapport',
    foundLater: 'Constatées après coup',
    closedOn: (day) => `Clôturée le ${day}`,
    acknowledged: (owner, day) => `${owner} ; prévu pour le ${day}`,
    sheets: {
      opened: 'Alertes ouvertes',
      stillOpen: 'Alertes toujours ouvertes',
      closed: 'Alertes clôturées',
      foundLater: 'Alertes après coup',
    },
  },
  standing: {
    heading: 'Déficits constatés lors du dernier renouvellement du mandat et qui persistent',
    sheet: 'Déficits persistants',
    columns: { severity: 'Gravité', gap: 'Déficit', subject: 'Objet', since: 'Depuis', age: 'Durée' },
    sentence: (resolution, renewedOn) =>
      `Le mandat a été renouvelé pour la dernière fois par la résolution ${resolution}, le ${renewedOn}.`,
    never: 'Aucun renouvellement du mandat n’est enregistré.',
    none: 'Aucun déficit de cette date ne persiste.',
  },
  women: {
    heading: 'Participation des femmes au regard des objectifs',
    sheet: 'Femmes',
    columns: { group: 'Personnel', women: 'Femmes', persons: 'Total', share: 'Part', target: 'Objectif', observedOn: 'Au' },
    target: (percent, year) => `${percent} d’ici à ${year}`,
    informative:
      'Objectifs de la Stratégie sur la parité des genres applicable au personnel en tenue. L’objectif d’une année ultérieure est donné pour information.',
  },
  partners: {
    heading: 'Appui des partenaires',
    sheet: 'Partenaires',
    columns: { partner: 'Partenaire', capability: 'Capacité', units: 'Unités', since: 'Depuis', until: 'Jusqu’au' },
  },
  notes: {
    heading: 'Notes sur les données',
    sheet: 'Notes',
    columns: { on: 'Date', note: 'Note', facts: 'Sources' },
    state: {
      known: (day) => `Les effectifs reposent sur le relevé du ${day} ; aucun chiffre n’en est douteux.`,
      suspect: (day) =>
        `Les effectifs reposent sur le relevé du ${day} ; certains chiffres sont douteux et maintenus à leur valeur précédente.`,
      stale: (day) => `Le dernier relevé est celui du ${day} : il est trop ancien pour établir l’effectif.`,
      unknown: () => 'L’effectif n’est pas connu.',
    },
    noReturn: 'Il n’y a encore aucun relevé.',
    missingMonths: (months) => `Aucun relevé pour : ${months}.`,
    suspect: (cell, kept, printed) => `${cell} : ${kept} maintenus, ${printed} imprimés`,
    revised: (change, cause, who) => `${cause} : ${change} (${who})`,
    clean: 'Rien d’autre à noter.',
  },
  annex: {
    heading: 'Annexe : sources et vérification',
    sheet: 'Sources',
    columns: { number: 'N°', type: 'Fait', on: 'Du', publishedOn: 'Publié le', source: 'Source et identifiant' },
    policy: (hash) => `Les seuils et objectifs sont ceux de la table dont le SHA-256 est ${hash}.`,
    verify: (command) =>
      `Chaque chiffre repose sur les faits énumérés ici. « ${command} » reconstruit ce rapport à partir du journal des faits et le compare octet par octet.`,
    footer: (mission, month, sha) => `${mission}, ${month} · SHA-256 ${sha}`,
    origin: (position, chain) =>
      `Lu à la position ${position} du journal des faits ; chaîne de hachage de la mission : ${chain}.`,
  },
  all: frenchForAll,
};
