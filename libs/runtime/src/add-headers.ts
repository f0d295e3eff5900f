import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const own = ["'self'"];

/** For pages over plain http on this machine: what would send the browser to https is left out. */
const directives = {
  'default-src': own,
  'script-src': own,
  'style-src': [...own, "'unsafe-inline'"],
  'img-src': [...own, 'data:'],
  'frame-ancestors': ["'none'"],
  'upgrade-insecure-requests': null,
};

export async function addHeaders(app: NestFastifyApplication): Promise<void> {
  await app.register(helmet, { contentSecurityPolicy: { useDefaults: true, directives }, strictTransportSecurity: false });
}
