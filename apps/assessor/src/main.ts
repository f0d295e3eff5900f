import 'reflect-metadata';
import { Config, run, serve } from '@muster/runtime';
import { AssessorModule } from './assessor.module.js';

await run(() => serve([AssessorModule], Config.ofService()));
