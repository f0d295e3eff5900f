import 'reflect-metadata';
import { Config, run, serve } from '@muster/runtime';
import { ReporterModule } from './reporter.module.js';

await run(() => serve([ReporterModule], Config.ofService()));
