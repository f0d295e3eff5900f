import { createParser } from 'eventsource-parser';
import type { IncomingMessage } from 'node:http';
import type { RunningMonitor } from './running-monitor.js';

interface SaidEvent {
  readonly type: string;
  readonly data: { readonly key?: string };
}

/** Somebody who looks at the live stream of a mission. */
export class LiveAlerts {
  private awaited: { readonly key: string; readonly seen: () => void } | undefined;

  private constructor(
    private readonly mission: string,
    private readonly stream: IncomingMessage,
  ) {
    const parser = createParser({ onEvent: ({ data }) => this.take(JSON.parse(data) as SaidEvent) });
    stream.setEncoding('utf8').on('data', (text: string) => parser.feed(text));
  }

  static async of(monitor: RunningMonitor, mission: string): Promise<LiveAlerts> {
    return new LiveAlerts(mission, await monitor.open(`/api/live?mission=${mission}`));
  }

  /** Resolves when something is said of the alert. */
  next(ruleAndSubject: string): Promise<void> {
    return new Promise((seen) => (this.awaited = { key: `${this.mission}/${ruleAndSubject}`, seen }));
  }

  close(): void {
    this.stream.destroy();
  }

  private take({ type, data }: SaidEvent): void {
    if (!type.startsWith('muster.Alert') || data.key !== this.awaited?.key) return;
    this.awaited?.seen();
    this.awaited = undefined;
  }
}
