/** Why a command did not do what it was asked, in one line, and what to do about it. */
export class Failure extends Error {
  override readonly name: string = 'Failure';

  constructor(
    what: string,
    readonly whatToDo: string,
    /** What is wrong with the input, a line each. */
    readonly details: readonly string[] = [],
    cause?: unknown,
  ) {
    super(what, { cause });
  }
}
