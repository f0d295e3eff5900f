import { isDay, isMonth, type Day } from '@muster/force-generation';

export const views = ['pledges', 'needs', 'reports'] as const;
/** What is shown of all missions at once, beside their strength. */
export type View = (typeof views)[number];

/** What the address asks for: all missions, one of them, or one view of all; today or as of another day. */
export interface Route {
  readonly view?: View;
  /** What a view is to show alone: a contributor's pledges, the needs of a capability, a mission's reports. */
  readonly of?: string;
  /** Reports of this month alone. */
  readonly month?: string;
  readonly mission?: string;
  /** What is opened on the page: the key of an alert, the name of a pledge (`nameOf`). */
  readonly open?: string;
  readonly asOf?: Day;
  /** What was asked for as a day and is none of the calendar. */
  readonly noDay?: string;
}

/** What a person changes of the page without leaving it; empty is none. */
export type Sifted = Partial<Record<'of' | 'month' | 'open', string>>;

/** `#/MINUSMA?asOf=2016-12-31`, `#/all/pledges?of=NLD`; whatever cannot be read asks for all missions, today. */
export function routeOf(hash: string): Route {
  const [path = '', ...queries] = hash.replace(/^#\/?/, '').split('?');
  const [first = '', second = ''] = path.split('/');
  const asked = new URLSearchParams(queries.join('?'));
  const [asOf, of, month, open] = ['asOf', 'of', 'month', 'open'].map((name) => asked.get(name) ?? '');
  const view = views.find((known) => first === 'all' && known === second);
  const mission = view === undefined ? decoded(first) : '';
  const shown = view ? { view, ...(of && { of }), ...(isMonth(month!) && { month: month! }) } : mission && { mission };
  const day = isDay(asOf!) ? { asOf: asOf! } : asOf !== '' && { noDay: asOf! };
  return { ...shown, ...(shown && open && { open }), ...day };
}

export function hashOf({ view, of, month, mission, open, asOf }: Route): string {
  const path = view === undefined ? encodeURIComponent(mission ?? '') : `all/${view}`;
  const kept = { ...(of && { of }), ...(month && { month }), ...(open && { open }), ...(asOf && { asOf }) };
  const asked = new URLSearchParams(kept).toString();
  return `#/${path}${asked === '' ? '' : `?${asked}`}`;
}

/** The same page on another day; of no day, today. */
export function hashOn({ asOf: _asOf, noDay: _noDay, ...page }: Route, day?: Day): string {
  return hashOf({ ...page, ...(day && { asOf: day }) });
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
