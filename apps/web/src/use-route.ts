import { useEffect, useState } from 'preact/hooks';
import { routeOf, type Route } from './route.js';

/** The route of the address bar, followed as it changes; another page begins at its top. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  useEffect(() => {
    const follow = (): void => setRoute(routeOf(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => scrollTo(0, 0), [route.mission, route.view]);
  return route;
}
