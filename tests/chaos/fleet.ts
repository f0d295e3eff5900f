import { setTimeout as pause } from 'node:timers/promises';
import { ServiceProcess, type ServiceName } from '../distributed/service-process.js';

/** Milliseconds after which a service that has ended by itself is started again. */
const restartPause = 300;

interface Member {
  readonly name: ServiceName;
  process: ServiceProcess;
  /** Down or halted because somebody wants it so. */
  disturbed: boolean;
}

/** The services of a run, each started again when it ends, as an operator's machine does. */
export class Fleet {
  private readonly members: Member[] = [];
  private readonly ended: ServiceProcess[] = [];
  private readonly watch = setInterval(() => this.restartEnded(), restartPause);
  private isClosing = false;

  constructor(
    private variables: Readonly<Record<string, string>>,
    private readonly tell: (line: string) => void,
  ) {}

  /** What starts from now on is pinned to this day; what runs already goes on with its own. */
  pin(day: string): void {
    this.variables = { ...this.variables, MUSTER_TODAY: day };
  }

  add(name: ServiceName): ServiceProcess {
    const process = ServiceProcess.begin(name, this.variables);
    this.members.push({ name, process, disturbed: false });
    return process;
  }

  /** Resolves when every service that is to run listens. */
  async standing(): Promise<void> {
    await Promise.all(this.members.filter(({ disturbed }) => !disturbed).map(({ process }) => process.listening()));
  }

  /** The address of a service of a kind that listens. */
  urlOf(name: ServiceName): string | undefined {
    return this.urlsOf(name)[0];
  }

  urlsOf(name: ServiceName): readonly string[] {
    const processes = this.members.filter((member) => member.name === name).map(({ process }) => process);
    return processes.filter(({ hasEnded, url }) => !hasEnded && url !== '').map(({ url }) => url);
  }

  count(name: ServiceName): number {
    return this.members.filter((member) => member.name === name).length;
  }

  async end(
    name: ServiceName,
    which: number,
    { signal, downFor }: { signal: 'SIGTERM' | 'SIGKILL'; downFor: number },
  ): Promise<void> {
    await this.disturb(name, which, async (member) => {
      await member.process.end(signal);
      await pause(downFor);
      this.restart(member);
    });
  }

  async halt(name: ServiceName, which: number, milliseconds: number): Promise<void> {
    await this.disturb(name, which, async ({ process }) => {
      process.signal('SIGSTOP');
      await pause(milliseconds);
      process.signal('SIGCONT');
    });
  }

  /** One of several leaves for good; the last one stays. */
  async leave(name: ServiceName): Promise<void> {
    const index = this.members.findLastIndex((member) => member.name === name && !member.disturbed);
    if (index < 0 || this.count(name) < 2) return;
    const [member] = this.members.splice(index, 1);
    await member!.process.end('SIGTERM');
    this.ended.push(member!.process);
  }

  /** What they said, for whoever looks for a fault. */
  logs(): ReadonlyMap<string, string> {
    const all = [...this.ended, ...this.members.map(({ process }) => process)];
    return new Map(all.map((process, index) => [`${index}-${process.name}.log`, process.said]));
  }

  async close(): Promise<void> {
    this.isClosing = true;
    clearInterval(this.watch);
    await Promise.all(this.members.map(({ process }) => process.end('SIGTERM')));
  }

  /** Nothing where all of that kind are disturbed already. */
  private async disturb(name: ServiceName, which: number, work: (member: Member) => Promise<void>): Promise<void> {
    const calm = this.members.filter((member) => member.name === name && !member.disturbed);
    const member = calm[Math.floor(which * calm.length)];
    if (member === undefined) return;
    member.disturbed = true;
    await work(member).finally(() => (member.disturbed = false));
  }

  private restartEnded(): void {
    for (const member of this.members.filter(({ disturbed, process }) => !disturbed && process.hasEnded)) {
      const { name, process } = member;
      this.tell(`   ${name} ended by itself: ${lastTold(process.said)}`);
      this.restart(member);
    }
  }

  private restart(member: Member): void {
    if (this.isClosing) return;
    this.ended.push(member.process);
    member.process = ServiceProcess.begin(member.name, this.variables);
  }
}

/** Why, as far as it said: the last line of the log that somebody should read, or what it said beside the log. */
function lastTold(said: string): string {
  const lines = said.trimEnd().split('\n');
  const line = lines.findLast((one) => /"level":[56]0/.test(one)) ?? lines.find((one) => !one.startsWith('{')) ?? '';
  return line.slice(0, 300);
}
