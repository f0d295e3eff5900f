import type { Params } from 'nestjs-pino';
import type { Config } from './config.js';

interface Request {
  readonly id: unknown;
  readonly method: string;
  readonly url: string;
}

/** No body, no header, no address of who asked; of the query only what a log may keep, which is nothing. */
const requestShown = ({ id, method, url }: Request) => ({ id, method, path: url.split('?')[0] });

/** A request is worth a line where it failed by our fault; at `debug` every one is told. */
export const logOptions = ({ logLevel }: Config): Params => ({
  pinoHttp: {
    level: logLevel,
    base: undefined,
    serializers: { req: requestShown, res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }) },
    customLogLevel: (_request, { statusCode }, error) => (error !== undefined || statusCode >= 500 ? 'error' : 'debug'),
  },
});
