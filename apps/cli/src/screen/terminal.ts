/** Where a command writes: a person's screen, or a file or program that takes plain text. */
export interface Screen {
  readonly isTerminal: boolean;
  /** In characters. */
  readonly width: number;
  write(text: string | Buffer): void;
}

/** What a command runs in. */
export interface Terminal {
  readonly out: Screen;
  readonly err: Screen;
  readonly input: AsyncIterable<Buffer | string>;
  /** Calls the handler where the person presses Ctrl-C, until the function that it gives back is called. */
  onInterrupt(handler: () => void): () => void;
}

const usualWidth = 120;

const screenOn = (stream: NodeJS.WriteStream): Screen => ({
  isTerminal: stream.isTTY,
  width: stream.columns || usualWidth,
  write: (text) => void stream.write(text),
});

export const processTerminal = (): Terminal => ({
  out: screenOn(process.stdout),
  err: screenOn(process.stderr),
  input: process.stdin,
  onInterrupt: (handler) => {
    process.once('SIGINT', handler);
    return () => process.off('SIGINT', handler);
  },
});
