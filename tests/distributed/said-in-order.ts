import { canonicalJson } from '@muster/contracts';
import type { SeenMessage } from '../servers/topic-client.js';

/** A saying as an independent reader of `muster.alerts` finds it. */
export interface ReadSaying {
  readonly key: string;
  readonly revision: number;
  readonly [member: string]: unknown;
}

export const readSayings = (messages: readonly SeenMessage[]): readonly ReadSaying[] =>
  messages.map(({ value }) => JSON.parse(value ?? 'null') as ReadSaying);

/** Whatever breaks the promise of 1, 2, 3 … for each key: a gap, a step back with other content. The same message again is allowed. */
export function disorderOf(sayings: readonly ReadSaying[]): string[] {
  const byKey = new Map<string, string[]>();
  const disorder: string[] = [];
  for (const saying of sayings) {
    const { key, revision } = saying;
    const texts = byKey.get(key) ?? [];
    byKey.set(key, texts);
    const text = canonicalJson(saying);
    if (revision === texts.length + 1) texts.push(text);
    else if (texts[revision - 1] === undefined) disorder.push(`${key}: revision ${revision} after ${texts.length}`);
    else if (texts[revision - 1] !== text) disorder.push(`${key}: revision ${revision} twice, with other content`);
  }
  return disorder;
}

/** How many of them had come before, as they are. */
export const repeatsIn = (sayings: readonly ReadSaying[]): number =>
  sayings.length - new Set(sayings.map(({ key, revision }) => `${key}#${revision}`)).size;

export const lastByKey = (sayings: readonly ReadSaying[]): ReadonlyMap<string, ReadSaying> =>
  new Map(sayings.map((saying) => [saying.key, saying]));
