import { isDay, type Day } from '@muster/force-generation';

export const views = ['pledges', 'needs', 'reports'] as const;
/** What is shown of all missions at once, beside their strength. */
export type View = (typeof views)[number];

/** What the address asks for: all missions, one of them, or one view of all; today or as of another day. */
export interface Route {
  readonly view?: View;
  readonly mission?: string;
  readonly asOf?: Day;
}

/** `#/MINUSMA?asOf=2016-12-31`, `#/all/pledges`; whatever cannot be read asks for all missions, today. */
export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [first = '', second = ''] = path.split('/');
  const asOf = new URLSearchParams(query).get('asOf') ?? '';
  const view = views.find((known) => first === 'all' && known === second);
  const mission = view === undefined ? decoded(first) : '';
  return { ...(view && { view }), ...(mission && { mission }), ...(isDay(asOf) && { asOf }) };
}

export function hashOf({ view, mission, asOf }: Route): string {
  const path = view === undefined ? encodeURIComponent(mission ?? '') : `all/${view}`;
  return `#/${path}${asOf === undefined ? '' : `?asOf=${asOf}`}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
