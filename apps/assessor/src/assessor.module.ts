import { Module } from '@nestjs/common';
import { Assessor } from './assessor.js';

/** Facts become curves, gaps and alerts. */
@Module({ providers: [Assessor] })
export class AssessorModule {}
