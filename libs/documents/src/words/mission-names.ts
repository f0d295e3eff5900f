import type { Language } from '@muster/contracts';

/** The full names of missions, as the United Nations has them in each language. A mission that is not here is told by its facts. */
const names: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  BINUH: { en: 'United Nations Integrated Office in Haiti', fr: 'Bureau intégré des Nations Unies en Haïti' },
  MINUJUSTH: {
    en: 'United Nations Mission for Justice Support in Haiti',
    fr: 'Mission des Nations Unies pour l’appui à la justice en Haïti',
  },
  MINURSO: {
    en: 'United Nations Mission for the Referendum in Western Sahara',
    fr: 'Mission des Nations Unies pour l’organisation d’un référendum au Sahara occidental',
  },
  MINUSCA: {
    en: 'United Nations Multidimensional Integrated Stabilization Mission in the Central African Republic',
    fr: 'Mission multidimensionnelle intégrée des Nations Unies pour la stabilisation en République centrafricaine',
  },
  MINUSMA: {
    en: 'United Nations Multidimensional Integrated Stabilization Mission in Mali',
    fr: 'Mission multidimensionnelle intégrée des Nations Unies pour la stabilisation au Mali',
  },
  MINUSTAH: {
    en: 'United Nations Stabilization Mission in Haiti',
    fr: 'Mission des Nations Unies pour la stabilisation en Haïti',
  },
  MONUSCO: {
    en: 'United Nations Organization Stabilization Mission in the Democratic Republic of the Congo',
    fr: 'Mission de l’Organisation des Nations Unies pour la stabilisation en République démocratique du Congo',
  },
  UNAMA: {
    en: 'United Nations Assistance Mission in Afghanistan',
    fr: 'Mission d’assistance des Nations Unies en Afghanistan',
  },
  UNAMI: { en: 'United Nations Assistance Mission for Iraq', fr: 'Mission d’assistance des Nations Unies pour l’Iraq' },
  UNAMID: {
    en: 'African Union-United Nations Hybrid Operation in Darfur',
    fr: 'Opération hybride Union africaine-Nations Unies au Darfour',
  },
  UNDOF: {
    en: 'United Nations Disengagement Observer Force',
    fr: 'Force des Nations Unies chargée d’observer le désengagement',
  },
  UNFICYP: {
    en: 'United Nations Peacekeeping Force in Cyprus',
    fr: 'Force des Nations Unies chargée du maintien de la paix à Chypre',
  },
  UNIFIL: { en: 'United Nations Interim Force in Lebanon', fr: 'Force intérimaire des Nations Unies au Liban' },
  UNIOGBIS: {
    en: 'United Nations Integrated Peacebuilding Office in Guinea-Bissau',
    fr: 'Bureau intégré des Nations Unies pour la consolidation de la paix en Guinée-Bissau',
  },
  UNISFA: {
    en: 'United Nations Interim Security Force for Abyei',
    fr: 'Force intérimaire de sécurité des Nations Unies pour Abyei',
  },
  UNMHA: {
    en: 'United Nations Mission to support the Hudaydah Agreement',
    fr: 'Mission des Nations Unies en appui à l’Accord sur Hodeïda',
  },
  UNMIK: {
    en: 'United Nations Interim Administration Mission in Kosovo',
    fr: 'Mission d’administration intérimaire des Nations Unies au Kosovo',
  },
  UNMIL: { en: 'United Nations Mission in Liberia', fr: 'Mission des Nations Unies au Libéria' },
  UNMISS: { en: 'United Nations Mission in South Sudan', fr: 'Mission des Nations Unies au Soudan du Sud' },
  UNMOGIP: {
    en: 'United Nations Military Observer Group in India and Pakistan',
    fr: 'Groupe d’observateurs militaires des Nations Unies dans l’Inde et le Pakistan',
  },
  UNOCI: { en: 'United Nations Operation in Côte d’Ivoire', fr: 'Opération des Nations Unies en Côte d’Ivoire' },
  UNOWAS: {
    en: 'United Nations Office for West Africa and the Sahel',
    fr: 'Bureau des Nations Unies pour l’Afrique de l’Ouest et le Sahel',
  },
  UNSMIL: { en: 'United Nations Support Mission in Libya', fr: 'Mission d’appui des Nations Unies en Libye' },
  UNSOM: { en: 'United Nations Assistance Mission in Somalia', fr: 'Mission d’assistance des Nations Unies en Somalie' },
  UNSOS: { en: 'United Nations Support Office in Somalia', fr: 'Bureau d’appui des Nations Unies en Somalie' },
  UNTSO: {
    en: 'United Nations Truce Supervision Organization',
    fr: 'Organisme des Nations Unies chargé de la surveillance de la trêve',
  },
  UNVMC: {
    en: 'United Nations Verification Mission in Colombia',
    fr: 'Mission de vérification des Nations Unies en Colombie',
  },
};

/** The name that its facts give, if any, is that of the language that they are in: English. */
export function missionName(mission: string, told: string | null, language: Language): string {
  const known = names[mission]?.[language];
  return (language === 'en' ? (told ?? known) : (known ?? told)) ?? mission;
}
