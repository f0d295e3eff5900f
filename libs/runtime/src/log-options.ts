import type { Params } from 'nestjs-pino';
import type { Config } from './config.js';

interface Request {
  readonly id: unknown;
  readonly method: string;
  readonly url: string;
}

/** No body, no header, no address of who asked; of the query only what a log may keep, which is nothing. */
const requestShown = ({ id, method, url }: Request) => ({ id, method, path: url.split('?')[0] });

/** pino's number for `info`. */
const informing = 30;

/** What Nest tells of its own wiring at each start. */
const wiring = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory', 'NestApplication']);

const isWiring = (logged: unknown): boolean =>
  typeof logged === 'object' && logged !== null && 'context' in logged && wiring.has(String(logged.context));

/** A request is worth a line where it failed by our fault; at `debug` every one is told. */
export const logOptions = ({ logLevel }: Config): Params => ({
  pinoHttp: {
    level: logLevel,
    base: undefined,
    hooks: {
      logMethod(args, method, level) {
        if (level > informing || !isWiring(args[0])) method.apply(this, args);
      },
    },
    serializers: { req: requestShown, res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }) },
    customLogLevel: (_request, { statusCode }, error) => (error !== undefined || statusCode >= 500 ? 'error' : 'debug'),
  },
});
