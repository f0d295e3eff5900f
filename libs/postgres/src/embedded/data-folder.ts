import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CannotOpenLog } from '../cannot-open-log.js';

/** Another process holds the folder; the message says which and what to do. */
export class DataFolderInUse extends CannotOpenLog {
  override readonly name = 'DataFolderInUse';

  constructor(
    readonly dir: string,
    readonly holder: number,
  ) {
    super(`The data folder ${dir} is in use by process ${holder}: stop that one first, or choose another MUSTER_DATA_DIR.`);
  }
}

/** Resolves once the folder is ours; the result gives it back. Throws CannotOpenLog where it is another's, or nobody can write it. */
export async function holdDataFolder(dir: string): Promise<() => void> {
  const lock = join(dir, 'muster.pid');
  const claim = `${lock}.${process.pid}`;
  const identity = identityOf(process.pid) ?? '';
  writeClaim(dir, claim, identity);
  try {
    await takeLock(dir, lock, claim);
  } finally {
    rmSync(claim, { force: true });
  }
  if (readFileSync(lock, 'utf8') !== identity) throw new DataFolderInUse(dir, holderOf(lock) ?? 0);
  return () => {
    if (holderOf(lock) === process.pid) rmSync(lock, { force: true });
  };
}

function writeClaim(dir: string, claim: string, identity: string): void {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    refuseAnothers(dir);
    writeFileSync(claim, identity);
  } catch (cause) {
    if (cause instanceof CannotOpenLog) throw cause;
    const { message } = cause as Error;
    throw new CannotOpenLog(
      `MUSTER_DATA_DIR: ${dir} cannot be the data folder (${message}); name a folder that this user may write, or that can be made.`,
      { cause },
    );
  }
}

const isOurs = (name: string): boolean => name.startsWith('postgres') || name.startsWith('muster.pid');

/** A folder that is in use for something else is not taken over, least of all by root: `lost+found` is what a new volume holds. */
function refuseAnothers(dir: string): void {
  const names = readdirSync(dir).filter((name) => name !== 'lost+found');
  if (names.length === 0 || names.some(isOurs)) return;
  throw new CannotOpenLog(
    `MUSTER_DATA_DIR: ${dir} holds something else (${names[0]}); name an empty folder, one that can be made, or one that Muster has made.`,
  );
}

async function takeLock(dir: string, lock: string, claim: string): Promise<void> {
  try {
    // A link is made only where no lock is there, in one step on every file system.
    linkSync(claim, lock);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
    const holder = holderOf(lock);
    if (holder !== undefined) throw new DataFolderInUse(dir, holder);
    renameSync(claim, lock);
    // Whoever saw the same stale lock at the same time has renamed over ours by now: the last one has the folder.
    await pause(100);
  }
}

/** The pid of the living process that the lock names; undefined where it is stale: a killed process leaves it behind. */
function holderOf(lock: string): number | undefined {
  const identity = readFileSync(lock, 'utf8');
  const pid = Number(identity.split(' ')[0]);
  return pid > 0 && identity === identityOf(pid) ? pid : undefined;
}

/**
 * The pid, with the time at which it started where the system says so: a pid is given out again, in a container soon. Undefined where
 * the process is gone, also where its parent has not taken note of that yet.
 */
function identityOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ESRCH') return undefined;
  }
  const { state, start } = statusOf(pid);
  return state === 'Z' || state === 'X' ? undefined : `${pid} ${start}`;
}

/** The 3rd and the 22nd field of /proc/PID/stat: a letter, and clock ticks since boot. The second one, a name in brackets, may hold blanks. */
function statusOf(pid: number): { readonly state: string; readonly start: string } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', start: fields[19] ?? '' };
  } catch {
    return { state: '', start: '' };
  }
}
