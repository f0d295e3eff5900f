/** What is sent to the monitor. */
export interface Request {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  /** In pieces whose number is not said, so that no length gives a broken text away. */
  readonly chunked?: boolean;
}
