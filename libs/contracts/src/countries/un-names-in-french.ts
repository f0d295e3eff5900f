/**
 * Short names as the UN prints them in French, where the country library has others, by ISO 3166-1 alpha-3 code.
 * Source: UN Terminology Database (UNTERM), country names.
 */
export const unNamesInFrench: Readonly<Record<string, string>> = {
  ARE: 'Émirats arabes unis',
  BLR: 'Bélarus',
  BOL: 'Bolivie (État plurinational de)',
  BRN: 'Brunéi Darussalam',
  CAF: 'République centrafricaine',
  CIV: 'Côte d’Ivoire',
  COG: 'Congo',
  CPV: 'Cabo Verde',
  CZE: 'Tchéquie',
  FSM: 'Micronésie (États fédérés de)',
  GBR: 'Royaume-Uni',
  IRN: 'Iran (République islamique d’)',
  KOR: 'République de Corée',
  LAO: 'République démocratique populaire lao',
  MDA: 'République de Moldova',
  MMR: 'Myanmar',
  PRK: 'République populaire démocratique de Corée',
  PSE: 'État de Palestine',
  RUS: 'Fédération de Russie',
  SAU: 'Arabie saoudite',
  STP: 'Sao Tomé-et-Principe',
  SWZ: 'Eswatini',
  SYR: 'République arabe syrienne',
  TUR: 'Türkiye',
  TZA: 'République-Unie de Tanzanie',
  VEN: 'Venezuela (République bolivarienne du)',
  VNM: 'Viet Nam',
};
