/** The two components that a Council ceiling is set for. */
export const components = ['military', 'police'] as const;
export type Component = (typeof components)[number];

/** The personnel types of the UN monthly contribution reports, as published. */
export const personnelTypes = [
  'Troops',
  'Staff Officer',
  'Experts on Mission',
  'Formed Police Units',
  'Individual Police',
] as const;
export type PersonnelType = (typeof personnelTypes)[number];

export const typesOf: Readonly<Record<Component, readonly PersonnelType[]>> = {
  military: ['Troops', 'Staff Officer', 'Experts on Mission'],
  police: ['Formed Police Units', 'Individual Police'],
};

const policeTypes: ReadonlySet<PersonnelType> = new Set(typesOf.police);

export const componentOf = (type: PersonnelType): Component => (policeTypes.has(type) ? 'police' : 'military');

/** How an alert's subject names a personnel type: `COD.troops`. */
export const typeSlug: Readonly<Record<PersonnelType, string>> = {
  Troops: 'troops',
  'Staff Officer': 'staff-officers',
  'Experts on Mission': 'experts',
  'Formed Police Units': 'formed-police',
  'Individual Police': 'individual-police',
};
