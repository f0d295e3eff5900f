import { Config, createService } from '@muster/runtime';
import { services } from '../../apps/monitor/src/services.js';
import { untilAssessed } from '../../apps/monitor/src/until-assessed.js';
import { freshDatabase } from '../servers/postgres.js';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** The body as JSON. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a spec says itself what it expects of an answer
  readonly body: any;
}

type Sent = Readonly<Record<string, string>>;

/** All services in one process on a log of its own, asked without a network. */
export async function startMonitor(variables: Readonly<Record<string, string>> = {}, databaseUrl?: string) {
  const url = databaseUrl ?? (await freshDatabase()).url;
  const config = Config.from({ DATABASE_URL: url, MUSTER_TODAY: '2018-05-08', LOG_LEVEL: 'silent', ...variables });
  const app = await createService(services, config);
  const ask = async (method: 'GET' | 'POST', path: string, headers: Sent = {}, payload?: string | Buffer): Promise<Answer> => {
    const response = await app.inject({ method, url: path, headers, ...(payload !== undefined && { payload }) });
    const isJson = /json/.test(String(response.headers['content-type']));
    return {
      status: response.statusCode,
      headers: response.headers,
      text: response.payload,
      body: isJson && response.payload !== '' ? (JSON.parse(response.payload) as unknown) : undefined,
    };
  };
  return {
    app,
    url,
    get: (path: string, headers?: Sent) => ask('GET', path, headers),
    post: (path: string, type: string, payload: string | Buffer, headers: Sent = {}) =>
      ask('POST', path, { 'content-type': type, ...headers }, payload),
    /** Sends events as a batch. */
    send: (events: readonly object[]) =>
      ask('POST', '/api/events', { 'content-type': 'application/cloudevents-batch+json' }, JSON.stringify(events)),
    untilAssessed: () => untilAssessed(app),
    close: () => app.close(),
  };
}

export type Monitor = Awaited<ReturnType<typeof startMonitor>>;
