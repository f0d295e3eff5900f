/** What the operator must change before the log can be opened; its message is all that is shown. */
export class CannotOpenLog extends Error {
  override readonly name: string = 'CannotOpenLog';
}
