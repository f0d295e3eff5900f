import { Injectable } from '@nestjs/common';
import { alertsInAnyState, explain, rankAlerts, type AnyAlert, type Explanation, type Reading } from '@muster/force-generation';
import { missionOf } from '@muster/event-log';
import { Refusal } from '@muster/runtime';
import { refuseBeyond } from '../ledgers/refuse-beyond.js';
import { Readings, type AllReadAt, type ReadAt } from '../ledgers/readings.js';
import { isOpen, type SaidAlert } from '../said/said-alert.js';
import { SaidAlerts } from '../said/said-alerts.js';
import { isLive, type Viewpoint } from '../viewpoint.js';
import type { AlertsQuery } from './alerts-query.js';
import { isOfContributor } from './is-of-contributor.js';

/** As it was said, or as it is computed for another viewpoint: then nothing was said, and revision and upTo are null. */
export type ShownAlert = SaidAlert | (AnyAlert & { readonly revision: null; readonly upTo: null });

export interface AlertList {
  readonly at: AllReadAt;
  readonly alerts: readonly ShownAlert[];
}

const computed = (alert: AnyAlert): ShownAlert => ({ ...alert, revision: null, upTo: null });

const isOpenState = (state: ShownAlert['state']): boolean => state !== 'pending' && state !== 'resolved';

/** The alerts: live as they were said, from any other viewpoint as they are computed. */
@Injectable()
export class Alerts {
  constructor(
    private readonly readings: Readings,
    private readonly said: SaidAlerts,
  ) {}

  async list(query: AlertsQuery): Promise<AlertList> {
    const { at, alerts } = isLive(query) ? await this.saidOnes(query) : await this.computedOnes(query);
    const { mission, rule, severity, contributor } = query;
    const isOf = contributor === undefined ? undefined : isOfContributor(await this.readingsAsked(query), contributor);
    const asked = alerts.filter(
      (alert) =>
        (mission ?? alert.mission) === alert.mission &&
        (rule ?? alert.rule) === alert.rule &&
        (severity ?? alert.severity) === alert.severity &&
        (isOf?.(alert) ?? true),
    );
    return { at, alerts: rankAlerts(asked) };
  }

  async one(key: string, from: Viewpoint): Promise<{ readonly at: ReadAt; readonly alert: ShownAlert }> {
    const { at, alert } = isLive(from) ? await this.lastSaid(key) : await this.computedOne(key, from);
    if (alert === undefined) throw new Refusal(404, `There is no alert ${key}.`);
    return { at, alert };
  }

  async explanation(key: string, from: Viewpoint): Promise<{ readonly at: ReadAt; readonly explanation: Explanation }> {
    const { reading, at } = await this.readings.of(missionOf(key), from);
    const explanation = explain(reading, key);
    if (explanation === undefined) throw new Refusal(404, `There is nothing to explain: ${key} never was a gap.`);
    return { at: { today: at.today, position: at.position }, explanation };
  }

  private async lastSaid(key: string) {
    const { standing, at } = await this.readings.said(missionOf(key));
    const { today, position } = at;
    return { at: { today, position }, alert: (await this.said.upTo(standing)).get(key)?.alert };
  }

  private async computedOne(key: string, from: Viewpoint) {
    const { reading, at } = await this.readings.of(missionOf(key), from);
    const alert = alertsInAnyState(reading).find((candidate) => candidate.key === key);
    return { at: { today: at.today, position: at.position }, alert: alert && computed(alert) };
  }

  private async saidOnes({ mission, since, state }: AlertsQuery): Promise<AlertList> {
    const { standing, at } = await this.readings.said(mission);
    refuseBeyond(standing.position, { path: '/since', position: since });
    const last = [...(await this.said.upTo(standing)).values()].filter((one) => {
      if (since !== undefined && one.position <= since) return false;
      if (state === undefined) return since !== undefined || isOpen(one);
      return state === 'any' || one.alert.state === state;
    });
    return { at, alerts: last.map(({ alert }) => alert) };
  }

  private async computedOnes(query: AlertsQuery): Promise<AlertList> {
    const { state, since } = query;
    if (since !== undefined) throw sinceIsLive(since);
    const { at } = await this.readings.all(query);
    const alerts = (await this.readingsAsked(query))
      .flatMap(alertsInAnyState)
      .filter((alert) => (state === undefined ? isOpenState(alert.state) : state === 'any' || alert.state === state));
    return { at, alerts: alerts.map(computed) };
  }

  private async readingsAsked({ mission, ...from }: AlertsQuery): Promise<readonly Reading[]> {
    if (mission === undefined) return (await this.readings.all(from)).readings;
    return [(await this.readings.of(mission, from)).reading];
  }
}

const sinceIsLive = (since: number): Refusal => {
  const problem = 'This asks what was said; leave out asOf, knownAt and position.';
  return new Refusal(400, 'The query of this request cannot be read.', { problems: [{ path: '/since', value: since, problem }] });
};
