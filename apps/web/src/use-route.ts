import { useEffect, useRef, useState } from 'preact/hooks';
import { hashOf, routeOf, type Route, type Sifted } from './route.js';

/** The route of the address bar, followed as it changes; another page begins at its top, and is said to who cannot see it. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  useEffect(() => {
    const follow = (): void => setRoute(routeOf(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const isFirst = useRef(true);
  useEffect(() => {
    scrollTo(0, 0);
    // The link that led here may be gone with its page; without a place of its own the focus would begin anew.
    if (!isFirst.current) document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    isFirst.current = false;
  }, [route.mission, route.view]);
  return route;
}

/** Writes into the address what is sifted and opened, so that it can be sent to somebody; the way back stays the page before. */
export function lookAt(sifted: Sifted): void {
  history.replaceState(history.state, '', hashOf({ ...routeOf(location.hash), ...sifted }));
  // The browser tells nobody of an address that was replaced.
  dispatchEvent(new HashChangeEvent('hashchange'));
}
