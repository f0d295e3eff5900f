import { Module, type DynamicModule } from '@nestjs/common';
import { AlertAnswers } from './answers/alert-answers.js';
import { AnswersController } from './answers/answers.controller.js';
import { CaseLoader } from './cases/case-loader.js';
import { caseProviders } from './cases/case-providers.js';
import { pinnedDayOf } from './cases/read-case.js';
import { DayTurner } from './clock/day-turner.js';
import { EventIntake } from './events/event-intake.js';
import { PledgeTies } from './events/pledge-ties.js';
import { EventsController } from './events/events.controller.js';
import { CeilingFiles } from './files/ceiling-files.js';
import { ContributionFiles } from './files/contribution-files.js';
import { FileDoor } from './files/file-door.js';
import { FileIntake } from './files/file-intake.js';
import { FilesController } from './files/files.controller.js';
import { InboundDuty } from './inbound/inbound-duty.js';
import { InboundHealth } from './inbound/inbound-health.js';
import { InboundIntake } from './inbound/inbound-intake.js';
import { Recorder } from './recorder.js';
import { RelayDuty } from './relay-duty.js';

/** The only way a fact enters. */
@Module({
  controllers: [EventsController, FilesController, AnswersController],
  providers: [
    Recorder,
    EventIntake,
    PledgeTies,
    FileIntake,
    FileDoor,
    ContributionFiles,
    CeilingFiles,
    AlertAnswers,
    DayTurner,
    CaseLoader,
    InboundIntake,
    InboundDuty,
    InboundHealth,
    RelayDuty,
  ],
})
export class IngestModule {
  /** The day that a case is shown on: needed before anything runs, and a case's own. */
  static readonly pinnedDayOf = pinnedDayOf;

  /** For an ingest to which a case is sent: its facts turn the days, as the loader does. */
  static async forCase(name: string): Promise<DynamicModule> {
    return { module: IngestModule, providers: await caseProviders(name) };
  }

  constructor(private readonly cases: CaseLoader) {}

  /** How many facts of the case were new. */
  loadCase(name: string): Promise<number> {
    return this.cases.load(name);
  }
}
