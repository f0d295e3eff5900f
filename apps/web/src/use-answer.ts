import { useEffect, useRef, useState } from 'preact/hooks';
import { DoorClosed, read } from './doors.js';

/** A door's answer. While it is read again the last one stays, so that nothing jumps; a failure leaves it standing too. */
export interface Answer<T> {
  readonly value?: T;
  readonly problem?: string;
}

/** Reads the address, and again whenever `changes` moves on. */
export function useAnswer<T>(address: string, changes: number): Answer<T> {
  const [kept, keep] = useState<Answer<T> & { readonly address: string }>({ address });
  const reader = useRef<Reader>(undefined);
  useEffect(() => {
    const started = readerOf<T>(address, (answer) =>
      keep((last) => ({ ...(last.address === address && last), problem: undefined, ...answer, address })),
    );
    reader.current = started;
    return started.stop;
  }, [address]);
  useEffect(() => reader.current?.again(), [address, changes]);
  return kept.address === address ? kept : {};
}

interface Reader {
  readonly again: () => void;
  readonly stop: () => void;
}

/** One read at a time: whatever changes meanwhile is read once more afterwards, so that a stream of changes starves nobody. */
function readerOf<T>(address: string, keep: (answer: Answer<T>) => void): Reader {
  const stopped = new AbortController();
  let isReading = false;
  let isDue = false;
  const readOnce = (): Promise<void> =>
    read<T>(address, stopped.signal).then(
      (value) => keep({ value }),
      (cause: unknown) => {
        if (!stopped.signal.aborted) keep({ problem: inWords(cause) });
      },
    );
  const readAll = async (): Promise<void> => {
    isReading = true;
    while (isDue && !stopped.signal.aborted) {
      isDue = false;
      await readOnce();
    }
    isReading = false;
  };
  return {
    again: () => {
      isDue = true;
      if (!isReading) void readAll();
    },
    stop: () => stopped.abort(),
  };
}

const inWords = (cause: unknown): string =>
  cause instanceof DoorClosed ? cause.message : 'The monitor does not answer. It is asked again once it is back.';
