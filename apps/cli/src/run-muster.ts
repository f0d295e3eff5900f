import { CommanderError } from 'commander';
import { Refused } from './doors/refused.js';
import type { Monitor } from './doors/monitor.js';
import { exitCodes, type ExitCode } from './exit-code.js';
import { Failure } from './failure.js';
import { musterProgram } from './muster-program.js';
import type { Terminal } from './screen/terminal.js';
import { Session } from './session.js';

/** Runs one command line to its end, and tells how it ended. */
export async function runMuster(args: readonly string[], terminal: Terminal, monitor: () => Promise<Monitor>): Promise<ExitCode> {
  const session = new Session(terminal, monitor);
  try {
    await musterProgram(session).parseAsync(args, { from: 'user' });
    return session.exitCode;
  } catch (cause) {
    return tell(cause, { args, terminal });
  }
}

function tell(cause: unknown, { args, terminal }: { args: readonly string[]; terminal: Terminal }): ExitCode {
  if (cause instanceof CommanderError) return cause.exitCode === 0 ? exitCodes.done : exitCodes.failed;
  if (!(cause instanceof Failure)) throw cause;
  if (cause instanceof Refused && args.includes('--json')) terminal.out.write(cause.answer.bytes);
  const lines = [`muster: ${cause.message} ${cause.whatToDo}`, ...cause.details.map((detail) => `  ${detail}`)];
  terminal.err.write(`${lines.join('\n')}\n`);
  return exitCodes.failed;
}
