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
  /** What was asked for as a day and is none of the calendar. */
  readonly noDay?: string;
}

/** `#/MINUSMA?asOf=2016-12-31`, `#/all/pledges`, `#/all/reports?of=MINUSMA`; whatever cannot be read asks for all missions, today. */
export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [first = '', second = ''] = path.split('/');
  const asked = new URLSearchParams(query);
  const [asOf, of] = [asked.get('asOf') ?? '', asked.get('of') ?? ''];
  const view = views.find((known) => first === 'all' && known === second);
  const mission = view === undefined ? decoded(first) : '';
  const day = isDay(asOf) ? { asOf } : asOf !== '' && { noDay: asOf };
  return { ...(view && { view }), ...(view && of && { of }), ...(mission && { mission }), ...day };
}

export function hashOf({ view, of, mission, asOf }: Route): string {
  const path = view === undefined ? encodeURIComponent(mission ?? '') : `all/${view}`;
  const asked = new URLSearchParams({ ...(of && { of }), ...(asOf && { asOf }) }).toString();
  return `#/${path}${asked === '' ? '' : `?${asked}`}`;
}

/** The same view on another day; of no day, today. */
export const hashOn = ({ view, of, mission }: Route, day?: Day): string =>
  hashOf({ ...(view && { view }), ...(of && { of }), ...(mission && { mission }), ...(day && { asOf: day }) });

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
