/** What was rejected, and why, a line each. */
export const rejectedText = (what: string, lines: readonly string[]): string =>
  [`Rejected: ${what}.`, ...lines.map((line) => `  ${line}`)].join('\n');
