import { Injectable } from '@nestjs/common';
import { alertsInAnyState, explain, rankAlerts, type AnyAlert, type Explanation, type Reading } from '@muster/force-generation';
import { Refusal } from '@muster/runtime';
import { Readings, type ReadAt } from '../ledgers/readings.js';
import { isOpen, type SaidAlert } from '../said/said-alert.js';
import { SaidAlerts } from '../said/said-alerts.js';
import { isLive, type Viewpoint } from '../viewpoint.js';
import type { AlertsQuery } from './alerts-query.js';
import { isOfContributor } from './is-of-contributor.js';

/** As it was said, or as it is computed for another viewpoint: then nothing was said, and revision and upTo are null. */
export type ShownAlert = SaidAlert | (AnyAlert & { readonly revision: null; readonly upTo: null });

export interface AlertList {
  readonly at: ReadAt;
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
    const { at, alerts, readings } = isLive(query) ? await this.saidOnes(query) : await this.computedOnes(query);
    const { mission, rule, severity, contributor } = query;
    const isOf = contributor === undefined ? undefined : isOfContributor(readings, contributor);
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
    const mission = key.split('/')[0]!;
    const { reading, at } = await this.readings.of(mission, from);
    const alert = isLive(from) ? await this.lastSaid(key) : computedOf(reading, key);
    if (alert === undefined) throw new Refusal(404, `There is no alert ${key}.`);
    return { at: { today: at.today, position: at.position }, alert };
  }

  async explanation(key: string, from: Viewpoint): Promise<{ readonly at: ReadAt; readonly explanation: Explanation }> {
    const { reading, at } = await this.readings.of(key.split('/')[0]!, from);
    const explanation = explain(reading, key);
    if (explanation === undefined) throw new Refusal(404, `There is nothing to explain: ${key} never was a gap.`);
    return { at: { today: at.today, position: at.position }, explanation };
  }

  private async lastSaid(key: string): Promise<ShownAlert | undefined> {
    return (await this.said.upTo(await this.readings.standingAt({}))).get(key)?.alert;
  }

  private async saidOnes(query: AlertsQuery) {
    const { readings, standing, at } = await this.readingsAsked(query);
    const last = [...(await this.said.upTo(standing)).values()];
    const { since, state } = query;
    const alerts = last.filter((one) => {
      if (since !== undefined && one.position <= since) return false;
      if (state === undefined) return since !== undefined || isOpen(one);
      return state === 'any' || one.alert.state === state;
    });
    return { at, readings, alerts: alerts.map(({ alert }): ShownAlert => alert) };
  }

  private async computedOnes(query: AlertsQuery) {
    if (query.since !== undefined) throw sinceIsLive(query.since);
    const { readings, at } = await this.readingsAsked(query);
    const { state } = query;
    const alerts = readings
      .flatMap(alertsInAnyState)
      .filter((alert) => (state === undefined ? isOpenState(alert.state) : state === 'any' || alert.state === state));
    return { at, readings, alerts: alerts.map(computed) };
  }

  private async readingsAsked(query: AlertsQuery) {
    const all = await this.readings.all(query);
    if (query.mission === undefined) return all;
    const { reading, at } = await this.readings.of(query.mission, query);
    return { ...all, readings: [reading], at: { today: at.today, position: at.position } };
  }
}

function computedOf(reading: Reading, key: string): ShownAlert | undefined {
  const alert = alertsInAnyState(reading).find((candidate) => candidate.key === key);
  return alert && computed(alert);
}

const sinceIsLive = (since: number): Refusal => {
  const problem = 'This asks what was said; leave out asOf, knownAt and position.';
  return new Refusal(400, 'The query of this request cannot be read.', { problems: [{ path: '/since', value: since, problem }] });
};
