import { Injectable } from '@nestjs/common';
import { Metrics } from '@muster/runtime';
import { Ledgers } from './ledgers/ledgers.js';
import { isOpen } from './said/said-alert.js';
import { SaidAlerts } from './said/said-alerts.js';

/** Open alerts by rule and severity, counted when somebody asks; an alert in state unknown counts as unknown. */
@Injectable()
export class OpenAlertsGauge {
  constructor(metrics: Metrics, ledgers: Ledgers, said: SaidAlerts) {
    const help = 'Open alerts, as they were last said.';
    metrics.gauge('muster_open_alerts', help, ['rule', 'severity'], async (gauge) => {
      const last = await said.upTo(await ledgers.standing());
      for (const { alert } of [...last.values()].filter(isOpen)) {
        gauge.inc({ rule: alert.rule, severity: alert.state === 'unknown' ? 'unknown' : alert.severity });
      }
    });
  }
}
