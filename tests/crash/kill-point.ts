import type { Random } from '../bench/seeded-random.js';

/** Where in an import the monitor is killed. */
export type KillPoint =
  | { readonly when: 'uploading'; readonly file: number; readonly byte: number }
  | { readonly when: 'recording'; readonly file: number; readonly milliseconds: number }
  | { readonly when: 'assessing'; readonly milliseconds: number };

/** How long an undisturbed run took, so that kills fall into the work and not after it. */
export interface Pace {
  readonly bytes: readonly number[];
  readonly recordingMilliseconds: readonly number[];
  readonly assessingMilliseconds: number;
}

/** Half of the kills cut the upload, the others come while what was sent is recorded, or while it is assessed. */
export function drawKillPoint(random: Random, { bytes, recordingMilliseconds, assessingMilliseconds }: Pace): KillPoint {
  // Now and then the first file, which is small, mostly the one with the returns.
  const file = random.chance(0.15) ? 0 : bytes.length - 1;
  if (random.chance(0.5)) return { when: 'uploading', file, byte: random.whole(1, bytes[file]!) };
  if (random.chance(0.5)) return { when: 'recording', file, milliseconds: random.whole(0, recordingMilliseconds[file]!) };
  return { when: 'assessing', milliseconds: random.whole(0, assessingMilliseconds) };
}

export function killPointText(point: KillPoint): string {
  if (point.when === 'uploading') return `at byte ${point.byte} of the upload of file ${point.file + 1}`;
  if (point.when === 'recording') return `${point.milliseconds} ms after the last byte of file ${point.file + 1}`;
  return `${point.milliseconds} ms after the answer, while it is assessed`;
}
