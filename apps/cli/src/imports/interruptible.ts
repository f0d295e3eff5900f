import { Failure } from '../failure.js';
import type { Terminal } from '../screen/terminal.js';

/** Does work that Ctrl-C breaks off; then says that it can be done again. */
export async function interruptible<Result>(terminal: Terminal, work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const abortion = new AbortController();
  const stopListening = terminal.onInterrupt(() => abortion.abort());
  try {
    return await work(abortion.signal);
  } catch (cause) {
    if (!abortion.signal.aborted) throw cause;
    throw new Failure(
      'The import was interrupted; some of it may have been recorded.',
      'Run the same command again: what was recorded is known by then, and nothing is recorded twice.',
      [],
      cause,
    );
  } finally {
    stopListening();
  }
}
