import 'reflect-metadata';
import { Config, run, serve } from '@muster/runtime';
import { services } from './services.js';

await run(() => serve(services, Config.fromEnvironment()));
