import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { LocalHostGuard } from '@muster/access';
import { PostgresModule, type PostgresOptions } from '@muster/postgres';
import { LoggerModule } from 'nestjs-pino';
import { Clock } from './clock.js';
import { Config } from './config.js';
import { CurrentPolicy } from './current-policy.js';
import { HealthController } from './health.controller.js';
import { logOptions } from './log-options.js';
import { Metrics } from './metrics.js';
import { MetricsController } from './metrics.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { Readiness } from './readiness.js';
import { SchemaPipe } from './schema.pipe.js';
import { wireFor } from './wire-for.js';
import { WireMetrics } from './wire-metrics.js';

const serverOf = ({ databaseUrl, dataDir }: Config): PostgresOptions =>
  databaseUrl === undefined ? { dataDir } : { databaseUrl };

/** What every service runs on: the log, the day, the policy, and how it answers when something is wrong. */
@Module({})
export class RuntimeModule {
  static for(config: Config): DynamicModule {
    const postgres = PostgresModule.forRootAsync({ useFactory: () => serverOf(config) });
    const wire = wireFor(config);
    return {
      module: RuntimeModule,
      global: true,
      imports: [LoggerModule.forRoot(logOptions(config)), postgres],
      controllers: [HealthController, MetricsController],
      providers: [
        { provide: Config, useValue: config },
        { provide: CurrentPolicy, useValue: CurrentPolicy.load(config.policyFile) },
        ...wire.providers,
        Clock,
        Metrics,
        WireMetrics,
        Readiness,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: LocalHostGuard },
        { provide: APP_PIPE, useClass: SchemaPipe },
      ],
      exports: [Config, CurrentPolicy, Clock, Metrics, Readiness, ...wire.exports],
    };
  }
}
