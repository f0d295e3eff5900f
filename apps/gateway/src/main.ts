import 'reflect-metadata';
import { Config, run, serve } from '@muster/runtime';
import { GatewayModule } from './gateway.module.js';

await run(() => serve([GatewayModule], Config.ofService()));
