import { Module } from '@nestjs/common';
import { Assessor } from './assessor.js';
import { ReplayController } from './replay.controller.js';

/** Facts become curves, gaps and alerts. */
@Module({ controllers: [ReplayController], providers: [Assessor] })
export class AssessorModule {}
