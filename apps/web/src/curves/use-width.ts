import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** The width that an element has, in CSS pixels; 0 until it stands. */
export function useWidth<E extends HTMLElement>() {
  const element = useRef<E>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const measured = element.current;
    if (measured === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(Math.floor(measured.clientWidth)));
    observer.observe(measured);
    setWidth(Math.floor(measured.clientWidth));
    return () => observer.disconnect();
  }, []);
  return { element, width };
}
