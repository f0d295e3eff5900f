import { isDay, type Day } from '@muster/force-generation';

export const views = ['pledges', 'needs', 'reports'] as const;
/** What is shown of all missions at once, beside their strength. */
export type View = (typeof views)[number];

/** What the address asks for: all missions, one of them, or one view of all; today or as of another day. */
export interface Route {
  readonly view?: View;
  /** Of a view, what concerns this mission first. */
  readonly of?: string;
  readonly mission?: string;
  readonly asOf?: Day;
}

/** `#/MINUSMA?asOf=2016-12-31`, `#/all/pledges`, `#/all/reports?of=MINUSMA`; whatever cannot be read asks for all missions, today. */
export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [first = '', second = ''] = path.split('/');
  const asked = new URLSearchParams(query);
  const [asOf, of] = [asked.get('asOf') ?? '', asked.get('of') ?? ''];
  const view = views.find((known) => first === 'all' && known === second);
  const mission = view === undefined ? decoded(first) : '';
  return { ...(view && { view }), ...(view && of && { of }), ...(mission && { mission }), ...(isDay(asOf) && { asOf }) };
}

export function hashOf({ view, of, mission, asOf }: Route): string {
  const path = view === undefined ? encodeURIComponent(mission ?? '') : `all/${view}`;
  const asked = new URLSearchParams({ ...(of && { of }), ...(asOf && { asOf }) }).toString();
  return `#/${path}${asked === '' ? '' : `?${asked}`}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
