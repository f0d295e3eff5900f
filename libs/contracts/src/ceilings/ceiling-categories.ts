import { typesOf } from '@muster/force-generation';
import type { FactDataByName, PersonnelType } from '@muster/force-generation';

export type CeilingLine = Pick<FactDataByName['CeilingAuthorized'], 'placement' | 'counts' | 'status'>;

const line = (
  placement: CeilingLine['placement'],
  counts: readonly PersonnelType[],
  status: CeilingLine['status'] = 'adopted',
): CeilingLine => ({
  placement,
  counts,
  status,
});

/**
 * What the categories of the ceilings file are lines of (facts.md, section 3). Corrections officers appear in no published
 * strength, so their line counts no type.
 */
export const ceilingCategories: Readonly<Record<string, CeilingLine>> = {
  military: line('component', typesOf.military),
  police: line('component', typesOf.police),
  police_ipo: line('within', ['Individual Police']),
  police_fpu: line('within', ['Formed Police Units']),
  corrections: line('separate', []),
  observers_and_staff_officers: line('separate', ['Staff Officer', 'Experts on Mission']),
  military_proposed: line('component', typesOf.military, 'proposed'),
  police_proposed: line('component', typesOf.police, 'proposed'),
};
