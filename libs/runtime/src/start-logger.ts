import { ConsoleLogger } from '@nestjs/common';

/** Under this name Nest writes what keeps a process from starting, with its stack, before it throws it. */
const thrownAsWell = 'ExceptionHandler';

/** Until there is a log of our own. What is thrown is told once: by whoever started the process. */
export class StartLogger extends ConsoleLogger {
  override error(message: unknown, ...rest: unknown[]): void {
    if (rest.at(-1) !== thrownAsWell) super.error(message, ...rest);
  }
}
