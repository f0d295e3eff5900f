import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { EventLog } from '@muster/postgres';
import { Logger } from 'nestjs-pino';
import { addHeaders } from './add-headers.js';
import { checkDay } from './check-day.js';
import { Clock } from './clock.js';
import type { Config } from './config.js';
import { describeDoors } from './describe-doors.js';
import { httpAdapter } from './http-adapter.js';
import { addRequestHooks } from './add-request-hooks.js';
import { refuseEncodings } from './refuse-encodings.js';
import { refuseMethods } from './refuse-methods.js';
import { refuseNulAddresses } from './refuse-nul-addresses.js';
import { RuntimeModule } from './runtime.module.js';
import { StartLogger } from './start-logger.js';

class ServiceModule {}

/** The modules of services, each with the providers that this process wants of it. */
export type Services = readonly (Type | DynamicModule)[];

const moduleOf = (services: Services, config: Config): DynamicModule => ({
  module: ServiceModule,
  imports: [RuntimeModule.for(config), ...services],
});

/** One process of these services, ready to listen; whoever holds it closes it. */
export async function createService(services: Services, config: Config): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(moduleOf(services, config), httpAdapter(), {
    bodyParser: false,
    abortOnError: false,
    logger: new StartLogger({ logLevels: ['fatal', 'error', 'warn'] }),
  });
  try {
    return await prepared(app);
  } catch (cause) {
    await app.close();
    throw cause;
  }
}

async function prepared(app: NestFastifyApplication): Promise<NestFastifyApplication> {
  await checkDay(app.get(EventLog), app.get(Clock));
  app.useLogger(app.get(Logger));
  await addHeaders(app);
  addRequestHooks(app);
  refuseEncodings(app);
  refuseNulAddresses(app);
  refuseMethods(app);
  describeDoors(app);
  await app.init();
  return app;
}
