import { Module } from '@nestjs/common';
import { ConsolidatedReports } from './consolidated-reports.js';
import { MissionReports } from './mission-reports.js';
import { Progress } from './progress.js';
import { Publications } from './publications.js';
import { Reporter } from './reporter.js';
import { Round } from './round.js';
import { StreamLedgers } from './stream-ledgers.js';

/** The monthly reports that are issued by themselves. */
@Module({ providers: [Reporter, Round, MissionReports, ConsolidatedReports, Publications, StreamLedgers, Progress] })
export class ReporterModule {}
