import type { PledgeTerms } from '@muster/force-generation';

/** Several codes in one field. */
export const together = (codes: readonly string[] | undefined): string | undefined => codes?.join('; ');

export const equipmentText = (equipment: PledgeTerms['equipment']): string | undefined =>
  together(equipment?.map(({ type, required }) => `${required} ${type}`));

/** `all`, or the fields that no source gives. */
export const illustrativeText = (illustrative: true | readonly string[] | undefined): string | undefined =>
  illustrative === true ? 'all' : together(illustrative);
