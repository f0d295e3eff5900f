import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './tree.js';

export interface Breach {
  readonly rule: string;
  /** What the rule says, as a sentence. */
  readonly sentence: string;
  readonly from: string;
  readonly to: string;
}

export interface Cruise {
  readonly rules: readonly string[];
  readonly modules: number;
  readonly breaches: readonly Breach[];
}

interface CruiserOutput {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly { readonly from: string; readonly to: string; readonly rule: { readonly name: string } }[];
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string; readonly comment: string }[] };
  };
}

/** Runs dependency-cruiser with the repository's rules in `folder`. */
export function cruise(folder: string): Cruise {
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = join(root, '.dependency-cruiser.cjs');
  const run = spawnSync(process.execPath, [cruiser, '--config', config, '--output-type', 'json', 'apps', 'libs', 'tests'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (!run.stdout.startsWith('{')) throw new Error(`dependency-cruiser gave no answer in ${folder}: ${run.stderr}`);
  const { summary } = JSON.parse(run.stdout) as CruiserOutput;
  const sentences = new Map(summary.ruleSetUsed.forbidden.map(({ name, comment }) => [name, comment]));
  return {
    rules: [...sentences.keys()],
    modules: summary.totalCruised,
    breaches: summary.violations.map(({ from, to, rule }) => ({
      rule: rule.name,
      sentence: sentences.get(rule.name) ?? rule.name,
      from,
      to,
    })),
  };
}
