import { Module } from '@nestjs/common';
import { MissionReports } from './mission-reports.js';
import { Progress } from './progress.js';
import { Reporter } from './reporter.js';

/** The monthly reports that are issued by themselves. */
@Module({ providers: [Reporter, MissionReports, Progress] })
export class ReporterModule {}
