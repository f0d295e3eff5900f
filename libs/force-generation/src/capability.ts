/**
 * Unit types (codes) with their names, and the longer codes that published lists of gaps print for them.
 * Sources: statements of unit requirements as reported in S/2016/498, S/2016/1137, S/2021/657; PCRS Guidelines 2019.01.
 */
export const capabilities = {
  INF_BN: 'infantry battalion',
  QRF: 'quick reaction force',
  COMBAT_CONVOY: 'combat convoy company',
  ENG_COMBAT: 'combat engineering company',
  ENG_HORIZ: 'horizontal engineering company',
  ENG_AIRFIELD: 'airfield rehabilitation engineering company',
  EOD: 'explosive ordnance disposal company',
  ARMED_HELI: 'armed helicopter unit',
  UTIL_HELI: 'medium utility helicopter unit',
  FIXED_WING: 'fixed-wing transport unit',
  AIR_ASSETS: 'air assets',
  ISR: 'intelligence, surveillance and reconnaissance unit',
  AVN_SPT: 'aviation support unit',
  AIRFIELD_SPT: 'airfield support unit',
  SF: 'special forces company',
  SIG: 'signals company',
  TPT: 'transport company',
  LOG: 'logistics company',
  HQ_SPT: 'headquarters support unit',
  HOSP_L2: 'level II hospital',
  MED_SURGICAL: 'surgical team',
  INFO_OPS: 'information operations unit',
  CRISIS_TEAM: 'crisis response team',
  FPU: 'formed police unit',
  TRAINING: 'training mission',
  SO: 'staff officers',
  UNMO: 'military observers',
  IPO: 'individual police officers',
} as const;

export type Capability = keyof typeof capabilities;

const longCodes: Readonly<Record<string, Capability>> = {
  ARMED_HELICOPTER: 'ARMED_HELI',
  UTILITY_HELICOPTER: 'UTIL_HELI',
  HELICOPTER: 'UTIL_HELI',
  SPECIAL_FORCES: 'SF',
  INFANTRY_BATTALION: 'INF_BN',
  ENGINEERING_AIRFIELD: 'ENG_AIRFIELD',
  INFORMATION_OPERATIONS: 'INFO_OPS',
  AVIATION_SUPPORT: 'AVN_SPT',
  AIRFIELD_SUPPORT: 'AIRFIELD_SPT',
  CRISIS_RESPONSE_TEAM: 'CRISIS_TEAM',
  MEDICAL: 'MED_SURGICAL',
};

/** The code for a printed capability, or undefined where there is none: `ARMED_HELICOPTER` is `ARMED_HELI`. */
export const capabilityCode = (printed: string): Capability | undefined =>
  printed in capabilities ? (printed as Capability) : longCodes[printed];
