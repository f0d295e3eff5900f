import { useEffect, useState } from 'preact/hooks';

/** Moves on whenever the colours of the page change: dark, light, or printed. */
export function useTheme(): number {
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    const queries = ['(prefers-color-scheme: dark)', 'print'].map((query) => matchMedia(query));
    const changed = (): void => setChanges((before) => before + 1);
    for (const query of queries) query.addEventListener('change', changed);
    return () => queries.forEach((query) => query.removeEventListener('change', changed));
  }, []);
  return changes;
}
