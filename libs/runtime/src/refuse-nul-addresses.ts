import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Refusal } from './refusal.js';

/** U+0000 is in no name that the log can hold: PostgreSQL takes no text with it, not even to look for. */
export function refuseNulAddresses(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async ({ url }) => {
      if (url.includes('%00')) throw new Refusal(400, 'The address has a sign in it that no name has: %00. Leave it out.');
    });
}
