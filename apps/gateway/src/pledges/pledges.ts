import { Injectable } from '@nestjs/common';
import { standby } from '@muster/event-log';
import {
  describePledges,
  describePledgesNamed,
  type Pledge,
  type PledgeLine,
  type PledgesReadFrom,
} from '@muster/force-generation';
import { Refusal } from '@muster/runtime';
import { Readings, type AllReadAt } from '../ledgers/readings.js';
import type { PledgeQuery, PledgesQuery } from './pledges-query.js';

interface ReadPledges {
  readonly at: AllReadAt;
  readonly from: PledgesReadFrom;
}

/** The pledges of every mission, and those that none has selected. */
@Injectable()
export class Pledges {
  constructor(private readonly readings: Readings) {}

  async list(query: PledgesQuery): Promise<{ readonly at: AllReadAt; readonly pledges: readonly PledgeLine[] }> {
    const { at, from } = await this.read(query);
    const { stage } = query;
    const pledges = describePledges(from).filter((line) => isAsked(line, query) && (stage ?? line.stage) === line.stage);
    return { at, pledges };
  }

  async one(pledge: string, query: PledgeQuery): Promise<{ readonly at: AllReadAt; readonly pledge: Pledge }> {
    const { at, from } = await this.read(query);
    const [found, another] = describePledgesNamed(from, pledge).filter((line) => isAsked(line, query));
    if (found === undefined) throw new Refusal(404, `There is no pledge ${pledge}.`);
    if (another !== undefined) throw severalNamed(pledge);
    return { at, pledge: found };
  }

  private async read(query: PledgeQuery): Promise<ReadPledges> {
    const { mission, contributor: _contributor, ...from } = query;
    const all = await this.readings.all(from);
    const { at, readings: missions } = all;
    if (mission !== undefined && mission !== standby && !missions.some((reading) => reading.mission === mission))
      throw new Refusal(404, `There is no mission ${mission}.`);
    return { at, from: { missions, standby: await this.readings.standby(from, all) } };
  }
}

const isAsked = (line: PledgeLine, { contributor, mission }: PledgeQuery): boolean =>
  (contributor ?? line.contributor) === line.contributor && (mission ?? line.mission ?? standby) === (line.mission ?? standby);

const severalNamed = (pledge: string): Refusal => {
  const problem = 'Several pledges bear this id; say whose, with contributor, or where it is, with mission.';
  return new Refusal(400, `There is more than one pledge ${pledge}.`, {
    problems: [{ path: '/pledge', value: pledge, problem }],
  });
};
