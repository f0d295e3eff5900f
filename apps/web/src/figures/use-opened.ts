import { useEffect } from 'preact/hooks';

/** Brings the row into sight that is opened, from wherever, and the keyboard with it. */
export function useOpened(id: string | undefined): void {
  useEffect(() => {
    const row = id === undefined ? null : document.getElementById(id);
    row?.scrollIntoView({ block: 'nearest' });
    row?.querySelector('button')?.focus({ preventScroll: true });
  }, [id]);
}
