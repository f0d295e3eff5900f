import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { Config, run, serve } from '@muster/runtime';
import { IngestModule } from './ingest.module.js';

const { values } = parseArgs({ options: { case: { type: 'string' } } });

await run(async () => {
  const ingest = values.case === undefined ? IngestModule : await IngestModule.forCase(values.case);
  return serve([ingest], Config.ofService());
});
