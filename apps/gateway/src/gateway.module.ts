import { Module } from '@nestjs/common';
import { AlertHistory } from './alerts/alert-history.js';
import { Alerts } from './alerts/alerts.js';
import { AlertsController } from './alerts/alerts.controller.js';
import { Facts } from './facts/facts.js';
import { FactsController } from './facts/facts.controller.js';
import { Ledgers } from './ledgers/ledgers.js';
import { Readings } from './ledgers/readings.js';
import { LiveController } from './live/live.controller.js';
import { LiveEvents } from './live/live-events.js';
import { MissionsController } from './missions/missions.controller.js';
import { NeedsController } from './needs/needs.controller.js';
import { OpenAlertsGauge } from './open-alerts-gauge.js';
import { Page } from './page/page.js';
import { Pledges } from './pledges/pledges.js';
import { PledgesController } from './pledges/pledges.controller.js';
import { ConsolidatedReports } from './reports/consolidated-reports.js';
import { PublishedReports } from './reports/published-reports.js';
import { ReportFiles } from './reports/report-files.js';
import { ReportList } from './reports/report-list.js';
import { Reports } from './reports/reports.js';
import { ReportsController } from './reports/reports.controller.js';
import { SaidAlerts } from './said/said-alerts.js';
import { AsyncApiController } from './schemas/async-api.controller.js';
import { SchemasController } from './schemas/schemas.controller.js';
import { Threads } from './threads/threads.js';
import { Verification } from './verification/verification.js';
import { VerificationController } from './verification/verification.controller.js';

/** What people look at; it never writes. */
@Module({
  controllers: [
    MissionsController,
    AlertsController,
    PledgesController,
    NeedsController,
    ReportsController,
    FactsController,
    LiveController,
    SchemasController,
    AsyncApiController,
    VerificationController,
  ],
  providers: [
    Ledgers,
    Readings,
    SaidAlerts,
    Alerts,
    AlertHistory,
    Pledges,
    PublishedReports,
    Reports,
    ConsolidatedReports,
    ReportFiles,
    Threads,
    ReportList,
    Facts,
    LiveEvents,
    OpenAlertsGauge,
    Page,
    Verification,
  ],
})
export class GatewayModule {}
