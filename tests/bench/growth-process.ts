import 'reflect-metadata';
import { assessLog } from './assess-log.js';

// Started with --expose-gc: assesses a first log to be warm, then a second, and tells what that took in time and memory.
const [warmUpUrl, url] = process.argv.slice(2) as [string, string];

const heap = (): number => {
  for (let time = 0; time < 3; time += 1) globalThis.gc!();
  return process.memoryUsage().heapUsed;
};

const empty = heap();
await (await assessLog(warmUpUrl)).stop();
const assessed = await assessLog(url);
const bytes = heap() - empty;
await assessed.stop();
process.send!({ seconds: assessed.seconds, bytes });
