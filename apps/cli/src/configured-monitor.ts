import { Monitor } from './doors/monitor.js';
import { Failure } from './failure.js';

/**
 * The monitor that the environment names. The one Config is loaded only once it is needed: with it comes all that a service
 * needs, which takes longer than most answers, and help and mistyped commands do without.
 */
export async function configuredMonitor(): Promise<Monitor> {
  const { CannotStart, Config } = await import('@muster/runtime');
  try {
    return new Monitor(Config.fromEnvironment().monitorUrl);
  } catch (cause) {
    if (!(cause instanceof CannotStart)) throw cause;
    throw new Failure(`${cause.message}.`, 'Correct this variable; .env.example tells what each is for.', [], cause);
  }
}
