import type { EachBatchPayload } from 'kafkajs';

export interface Heartbeating {
  /** What the broker answered where the group is being dealt out anew, or no longer knows us. */
  trouble(): Error | undefined;
  stop(): void;
}

/** Keeps the group from thinking us dead while a batch takes long. */
export function heartbeating({ heartbeat }: Pick<EachBatchPayload, 'heartbeat'>, interval: number): Heartbeating {
  let trouble: Error | undefined;
  let beating: Promise<void> | undefined;
  const beat = (): void => {
    beating ??= heartbeat()
      .catch((cause: Error) => void (trouble ??= cause))
      .finally(() => (beating = undefined));
  };
  const timer = setInterval(beat, interval);
  return { trouble: () => trouble, stop: () => clearInterval(timer) };
}
