import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CannotOpenLog } from '@muster/postgres';
import { CannotStart } from './cannot-start.js';
import type { Config } from './config.js';
import { createService, type Services } from './create-service.js';

const signals: ('SIGTERM' | 'SIGINT')[] = ['SIGTERM', 'SIGINT'];

/** What the shell expects of a process that a signal ended. */
const endedBySignal = 128 + 15;

/** How far this process has come: a signal means something else before it serves. */
let phase: 'starting' | 'serving' | 'stopping' = 'starting';

/** What is to be done before anybody may ask. */
export type Prepare = (app: NestFastifyApplication) => Promise<void>;

/** Starts services in this process and listens once they are prepared; a signal stops them in order. */
export async function serve(services: Services, config: Config, prepare?: Prepare): Promise<NestFastifyApplication> {
  const app = await createService(services, config);
  await prepare?.(app);
  app.enableShutdownHooks(signals, { useProcessExit: true });
  phase = 'serving';
  await listen(app, config);
  new Logger('serve').log({ msg: 'listening', url: await app.getUrl(), today: config.today ?? 'by the calendar' });
  return app;
}

async function listen(app: NestFastifyApplication, { host, port }: Config): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (cause) {
    await app.close();
    const taken = (cause as NodeJS.ErrnoException).code === 'EADDRINUSE';
    if (!taken) throw cause;
    throw new CannotStart(`PORT ${port} of ${host} is taken: stop what listens there, or set another PORT.`, { cause });
  }
}

/** Runs a program; what the operator can mend is told in its own words, without a stack. */
export async function run(program: () => Promise<unknown>): Promise<void> {
  for (const signal of signals) process.once(signal, endOrStop);
  try {
    await program();
  } catch (cause) {
    // What it was at breaks off where everything under it is being closed in order.
    if (phase === 'stopping') return;
    const mendable = cause instanceof CannotStart || cause instanceof CannotOpenLog;
    process.stderr.write(`${mendable ? cause.message : ((cause as Error).stack ?? String(cause))}\n`);
    process.exit(1);
  }
}

function endOrStop(): void {
  if (phase === 'starting') process.exit(endedBySignal);
  phase = 'stopping';
}
