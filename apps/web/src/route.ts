import { isDay, type Day } from '@muster/force-generation';

/** What the address asks for: all missions or one, today or as of another day. */
export interface Route {
  readonly mission?: string;
  readonly asOf?: Day;
}

/** `#/MINUSMA?asOf=2016-12-31`; whatever cannot be read asks for all missions, today. */
export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const mission = decoded(path.split('/')[0] ?? '');
  const asOf = new URLSearchParams(query).get('asOf') ?? '';
  return { ...(mission && { mission }), ...(isDay(asOf) && { asOf }) };
}

export const hashOf = ({ mission, asOf }: Route): string =>
  `#/${mission === undefined ? '' : encodeURIComponent(mission)}${asOf === undefined ? '' : `?asOf=${asOf}`}`;

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
