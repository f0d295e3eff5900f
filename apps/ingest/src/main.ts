import 'reflect-metadata';
import { Config, run, serve } from '@muster/runtime';
import { IngestModule } from './ingest.module.js';

await run(() => serve([IngestModule], Config.ofService()));
