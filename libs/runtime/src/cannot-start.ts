/** What the operator must change before the process can run; its message is all that is shown. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
