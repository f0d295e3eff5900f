import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Bench } from './bench.js';
import { rowOf, type Pair } from './row.js';
import { missionsFor, type Stage } from './stage.js';

interface Cost {
  readonly seconds: number;
  /** Heap after a forced collection, less the empty process. */
  readonly bytes: number;
}

/** Ten times the facts in the same missions: what time and memory make of it. */
export const growthBench: Bench = {
  name: 'growth',
  measure: async (stage, { runs, facts }) => {
    const missions = missionsFor(facts);
    const time: Pair[] = [];
    const memory: Pair[] = [];
    for (let run = 0; run < runs; run += 1) {
      const [less, more] = [await costOf(stage, missions, 2_500), await costOf(stage, missions, 25_000)];
      time.push({ subject: more.seconds, limit: less.seconds });
      memory.push({ subject: more.bytes / 1e6, limit: less.bytes / 1e6 });
    }
    const size = `${(facts / 10).toLocaleString('en')} → ${facts.toLocaleString('en')} facts`;
    const limit = 'a tenth of the facts in as many missions';
    const goal = { atMost: 11 };
    return [
      rowOf({ name: 'growth-time', what: 'assess from the log: time', limit, size, goal }, 's', time),
      rowOf({ name: 'growth-memory', what: 'assess from the log: memory', limit, size, goal }, 'MB', memory),
    ];
  },
};

async function costOf(stage: Stage, missions: number, factsPerMission: number): Promise<Cost> {
  const warmUp = await stage.generatedLog(1, 2_500);
  const measured = await stage.generatedLog(missions, factsPerMission);
  const program = fileURLToPath(new URL('./growth-process.js', import.meta.url));
  const child = fork(program, [warmUp.url, measured.url], { execArgv: ['--expose-gc'] });
  const [cost] = (await Promise.race([once(child, 'message'), once(child, 'exit').then(notMeasured)])) as [Cost];
  if (child.exitCode === null) await once(child, 'exit');
  await stage.drop(warmUp);
  await stage.drop(measured);
  return cost;
}

function notMeasured(): never {
  throw new Error('the process ended before it had measured anything');
}
