import { request, type ClientRequest } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { BuiltMonitor } from './built-monitor.js';
import type { ImportFile } from './import-files.js';
import type { KillPoint } from './kill-point.js';
import { postFile } from './post-file.js';

/** Imports the files in order, and kills the monitor at the point. */
export async function brokenImport(monitor: BuiltMonitor, files: readonly ImportFile[], point: KillPoint): Promise<void> {
  const whole = point.when === 'assessing' ? files : files.slice(0, point.file);
  for (const file of whole) await postFile(monitor.url, file);
  if (point.when !== 'assessing') return breakOff(monitor, files[point.file]!, point);
  await pause(point.milliseconds);
  return monitor.kill();
}

async function breakOff(
  monitor: BuiltMonitor,
  file: ImportFile,
  point: Exclude<KillPoint, { when: 'assessing' }>,
): Promise<void> {
  const posting = openPost(monitor.url, file);
  await sent(posting, file.csv.subarray(0, point.when === 'uploading' ? point.byte : file.csv.length));
  if (point.when === 'recording') await pause(point.milliseconds);
  await monitor.kill();
  posting.destroy();
}

/** A request whose body is still to come. What becomes of it does not matter: its monitor is killed. */
function openPost(url: string, { door, csv }: ImportFile): ClientRequest {
  const headers = { 'content-type': 'text/csv', 'content-length': csv.length };
  return request(`${url}${door}`, { method: 'POST', headers, agent: false })
    .on('error', () => undefined)
    .on('response', (response) => response.resume());
}

/** Resolves when the bytes have left this process. */
const sent = (posting: ClientRequest, bytes: Buffer): Promise<void> =>
  new Promise((resolve, reject) => posting.write(bytes, (error) => (error ? reject(error) : resolve())));
