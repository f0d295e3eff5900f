import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { once } from 'node:events';
import { kafkaAssessor } from './kafka-assessor.js';

Logger.overrideLogger(['fatal', 'error', 'warn']);

// One of several assessors that share a group: ready, then told to start, then to stop.
const [url, brokers, prefix] = process.argv.slice(2) as [string, string, string];
const assessor = await kafkaAssessor(url, brokers, prefix);
process.once('disconnect', () => process.exit(0));
process.send!('ready');
await once(process, 'message');
const started = assessor.start();
await once(process, 'message');
await started;
await assessor.stop();
process.disconnect();
