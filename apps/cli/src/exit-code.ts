/** How a command ended: done, failed, or done with rows that were rejected. */
export const exitCodes = { done: 0, failed: 1, rejectedRows: 2 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
