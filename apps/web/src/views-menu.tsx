import { hashOf, views, type Route } from './route.js';
import { capitalized } from './words/name-words.js';

/** Leads to what is shown of all missions; the day that is looked at stays. */
export function ViewsMenu({ route: { view, mission, asOf } }: { readonly route: Route }) {
  const at = asOf && { asOf };
  const isMissions = view === undefined && mission === undefined;
  return (
    <nav class="views" aria-label="All missions">
      <a href={hashOf({ ...at })} aria-current={isMissions ? 'page' : undefined}>
        Missions
      </a>
      {views.map((name) => (
        <a key={name} href={hashOf({ view: name, ...at })} aria-current={view === name ? 'page' : undefined}>
          {capitalized(name)}
        </a>
      ))}
    </nav>
  );
}
