import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Refusal } from './refusal.js';

/** Bodies are read as they come: a compressed one would be told to be a table without a header, or no JSON. */
export function refuseEncodings(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async ({ headers }, reply) => {
      const encoding = headers['content-encoding']?.trim().toLowerCase() ?? '';
      if (encoding === '' || encoding === 'identity') return;
      reply.header('accept-encoding', 'identity');
      throw new Refusal(415, `No door takes a body in ${encoding}; send it as it is, without a Content-Encoding.`);
    });
}
