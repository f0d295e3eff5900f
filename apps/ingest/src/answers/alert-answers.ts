import { Injectable } from '@nestjs/common';
import { canonicalJson, dataschemaOf, sha256, toStructured, type CloudEvent, type EventData } from '@muster/contracts';
import { localVisitor } from '@muster/access';
import { EventLog } from '@muster/postgres';
import { Clock, Refusal } from '@muster/runtime';
import { Recorder } from '../recorder.js';
import { answeredData } from './answered-data.js';

/** The source of what people say through the doors of the monitor itself. */
const doorsSource = '/muster/doors';

/** What a door answers of the fact that it recorded, as `GET /api/facts/:position` does. */
export interface RecordedAnswer {
  readonly today: string;
  readonly position: number;
  readonly sequence: number;
  readonly recordedAt: string;
  readonly hash: string;
  readonly event: object;
}

/** What people answer to alerts: that they have taken one on, that some are not to be told. */
@Injectable()
export class AlertAnswers {
  constructor(
    private readonly log: EventLog,
    private readonly recorder: Recorder,
    private readonly clock: Clock,
  ) {}

  async acknowledge(key: string, body: string | undefined): Promise<RecordedAnswer> {
    const mission = missionOfKey(key);
    const given = { on: this.clock.today(), key };
    const data = answeredData({ type: 'muster.AlertAcknowledged', mission, given }, body);
    await this.refuseUnlessOpen(key);
    return this.record('AlertAcknowledged', mission, data);
  }

  async silence(key: string, body: string | undefined): Promise<RecordedAnswer> {
    const [mission, rule, subject] = key.split('/') as [string, string, string];
    const given = { on: this.clock.today(), author: localVisitor.name, matchers: { mission, rule, subject } };
    const data = answeredData({ type: 'muster.AlertSilenced', mission, given }, body);
    await this.refuseUnlessOpen(key);
    return this.record('AlertSilenced', mission, data);
  }

  async silenceAll(body: string | undefined, mission: string): Promise<RecordedAnswer> {
    const given = { on: this.clock.today(), author: localVisitor.name };
    const data = answeredData({ type: 'muster.AlertSilenced', mission, given }, body);
    await this.refuseUnlessKnown(mission);
    return this.record('AlertSilenced', mission, data);
  }

  private async refuseUnlessOpen(key: string): Promise<void> {
    const last = (await this.log.lastSayings(missionOfKey(key))).find(({ data }) => data['key'] === key);
    if (last === undefined || last.type === 'muster.AlertResolved') throw new Refusal(409, `There is no open alert ${key}.`);
  }

  private async refuseUnlessKnown(mission: string): Promise<void> {
    const streams = await this.log.streams();
    if (!streams.some(({ stream }) => stream === mission)) throw new Refusal(404, `There is no mission ${mission}.`);
  }

  /** The id follows from the content, so that a second click on a button is the same fact. */
  private async record(name: string, subject: string, data: EventData): Promise<RecordedAnswer> {
    const id = `${name}/${sha256(canonicalJson(data)).slice(0, 32)}`;
    const attributes = { dataschema: dataschemaOf(name), datacontenttype: 'application/json' };
    const event: CloudEvent = { source: doorsSource, id, type: `muster.${name}`, subject, data, attributes };
    const [outcome] = await this.recorder.record([event]);
    const { position, sequence, recordedAt, hash, ...recorded } = (await this.log.eventAt(outcome!.position))!;
    return { today: this.clock.today(), position, sequence, recordedAt, hash, event: toStructured(recorded) };
  }
}

const missionOfKey = (key: string): string => key.split('/')[0]!;
