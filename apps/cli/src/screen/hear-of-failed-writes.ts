import { exitCodes } from '../exit-code.js';

/**
 * Where what a command writes ends too early. Whoever reads the answer may stop, as `head` does: the command goes on, and its exit
 * code tells what became of it. An answer that could not be written is a command that failed.
 */
export function hearOfFailedWrites(): void {
  process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE' || process.exitCode === exitCodes.failed) return;
    process.exitCode = exitCodes.failed;
    process.stderr.write(
      `muster: The answer could not be written: ${message}. See where it is to go, and run the command again.\n`,
    );
  });
  // There is nowhere else to say that nothing can be said.
  process.stderr.on('error', () => undefined);
}
