import type { Answer } from './doors/answer.js';
import type { Monitor } from './doors/monitor.js';
import { exitCodes, type ExitCode } from './exit-code.js';
import type { Terminal } from './screen/terminal.js';

/** One run of the command: where it writes, the monitor that it speaks to, and how it ended. */
export class Session {
  exitCode: ExitCode = exitCodes.done;

  constructor(
    readonly terminal: Terminal,
    private readonly openMonitor: () => Promise<Monitor>,
  ) {}

  monitor(): Promise<Monitor> {
    return this.openMonitor();
  }

  say(text: string): void {
    this.terminal.out.write(`${text}\n`);
  }

  /** Beside the answer: a program that reads the answer does not see it. */
  remark(text: string): void {
    this.terminal.err.write(`${text}\n`);
  }

  /** Exactly the bytes of the door with --json, else the text. */
  show<Body>(answer: Answer<Body>, { json }: { readonly json?: boolean }, textOf: (body: Body) => string): void {
    if (json) this.terminal.out.write(answer.bytes);
    else this.say(textOf(answer.body));
  }
}
