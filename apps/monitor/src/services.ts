import type { Type } from '@nestjs/common';
import { AssessorModule } from '../../assessor/src/assessor.module.js';
import { GatewayModule } from '../../gateway/src/gateway.module.js';
import { IngestModule } from '../../ingest/src/ingest.module.js';
import { ReporterModule } from '../../reporter/src/reporter.module.js';

/** Everything, in one process. */
export const services: readonly Type[] = [IngestModule, AssessorModule, ReporterModule, GatewayModule];
