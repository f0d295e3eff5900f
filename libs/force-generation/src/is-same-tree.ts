/** Whether two plain trees of text and numbers say the same, in whatever order their members stand; absent is as undefined. */
export function isSameTree(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  for (const name in a) if (!isSameTree((a as Tree)[name], (b as Tree)[name])) return false;
  for (const name in b) if ((a as Tree)[name] === undefined && (b as Tree)[name] !== undefined) return false;
  return true;
}

type Tree = Readonly<Record<string, unknown>>;
