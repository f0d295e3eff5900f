/** What a process does that can no longer do its work: whoever runs it starts another. What it had in hand is rolled back. */
export function endProcess(): never {
  process.exit(1);
}
