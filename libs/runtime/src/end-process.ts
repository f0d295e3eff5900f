/**
 * What a process does that can no longer do its work: whoever runs it starts another. What it had in hand is rolled back. The cause is
 * told where no log level hides it.
 */
export function endProcess(cause: Error): never {
  process.stderr.write(`This process ends with exit code 1: ${cause.stack ?? cause.message}\n`);
  process.exit(1);
}
