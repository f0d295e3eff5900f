import 'reflect-metadata';
import { AssessorModule } from '../../assessor/src/assessor.module.js';
import { GatewayModule } from '../../gateway/src/gateway.module.js';
import { IngestModule } from '../../ingest/src/ingest.module.js';
import { Config, run, serve } from '@muster/runtime';

await run(() => serve([IngestModule, AssessorModule, GatewayModule], Config.fromEnvironment()));
