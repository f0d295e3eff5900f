import { contentOf, factOf, isOwnName, sayingOf, type CloudEvent } from '@muster/contracts';
import { isSaidStream, kindOf, saidStream, standby, type RecordedEvent } from '@muster/event-log';
import { assess, decidePublications, type Fact, type Saying } from '@muster/force-generation';
import { Cursors, Database, EventLog } from '@muster/postgres';
import { CurrentPolicy } from '@muster/runtime';
import { disorderOf, lastByKey, readSayings } from '../distributed/said-in-order.js';
import type { SeenMessage } from '../servers/topic-client.js';

export interface Judged {
  readonly databaseUrl: string;
  /** What the sender has sent. */
  readonly facts: readonly CloudEvent[];
  /** Recorded without a door; its mission waits with it. */
  readonly poison: CloudEvent;
  /** All that is on `muster.alerts` in the end. */
  readonly alerts: readonly SeenMessage[];
}

const assessor = 'assessor';

/** Told where something does not hold: there may be hundreds. */
const mostTold = 5;

const some = (problems: readonly string[]): string[] =>
  problems.length > mostTold
    ? [...problems.slice(0, mostTold), `and ${problems.length - mostTold} more of this kind`]
    : [...problems];

/** Whatever of the promises does not hold once all is quiet. */
export async function judge(judged: Judged): Promise<string[]> {
  const database = await Database.open({ url: judged.databaseUrl, poolSize: 3 });
  try {
    const streams = await streamsOf(new EventLog(database));
    const recorded = [...streams].filter(([stream]) => !isSaidStream(stream)).flatMap(([, events]) => events);
    const sayings = [...streams.values()].flat().filter((event) => kindOf(event) === 'sayings');
    return [
      ...some(factProblems(judged, recorded)),
      ...some(saidProblems(streams, judged.poison.subject)),
      ...some(publishedProblems(sayings, judged.alerts)),
      ...some(await cursorProblems(new Cursors(database), judged.poison)),
    ];
  } finally {
    await database.close();
  }
}

type Streams = ReadonlyMap<string, readonly RecordedEvent[]>;

async function streamsOf(log: EventLog): Promise<Streams> {
  const streams = new Map<string, RecordedEvent[]>();
  for (const { stream } of await log.streams()) {
    const events: RecordedEvent[] = [];
    for await (const page of log.eventsOf(stream)) events.push(...page);
    streams.set(stream, events);
  }
  return streams;
}

const identityOf = ({ source, id }: Pick<CloudEvent, 'source' | 'id'>): string => `${source} ${id}`;

/** Every fact of the sender's own list is there once, as it was sent, and none besides. */
function factProblems({ facts, poison }: Judged, recorded: readonly RecordedEvent[]): string[] {
  const found = new Map<string, RecordedEvent[]>();
  for (const event of recorded) found.set(identityOf(event), [...(found.get(identityOf(event)) ?? []), event]);
  const wanted = [...facts, poison];
  const problems = wanted.flatMap((fact) => {
    const events = found.get(identityOf(fact)) ?? [];
    if (events.length !== 1) return [`${identityOf(fact)} is in the log ${events.length} times`];
    return contentOf(events[0]!) === contentOf(fact) ? [] : [`${identityOf(fact)} has other content in the log`];
  });
  const known = new Set(wanted.map(identityOf));
  const foreign = recorded.filter((event) => !known.has(identityOf(event)) && !isOwnName(event.type.replace('muster.', '')));
  return [...problems, ...foreign.map((event) => `${identityOf(event)} was never sent`)];
}

/** Of every mission but the parked one, nothing is left to say: what was last said is what all its facts come to. */
function saidProblems(streams: Streams, parked: string): string[] {
  const missions = [...streams.keys()].filter((stream) => !isSaidStream(stream) && ![standby, parked].includes(stream));
  return missions.flatMap((mission) => {
    const facts = streams.get(mission)!.map(factOf);
    const said = (streams.get(saidStream(mission)) ?? []).filter((event) => kindOf(event) === 'sayings').map(sayingOf);
    return unsaid(mission, facts, said).map(({ name, alert }) => `${alert.key}: ${name} is true and was not said`);
  });
}

function unsaid(mission: string, facts: readonly Fact[], said: readonly Saying[]): readonly Saying[] {
  const today = facts.findLast(({ type }) => type === 'DayTurned')?.data.on;
  if (today === undefined) return [];
  const assessment = assess(facts, { mission, today, policy: CurrentPolicy.load(undefined) });
  const last = new Map(said.map((saying) => [saying.alert.key, saying]));
  return decidePublications(last, assessment, { upTo: facts.length, causesOf: () => [] });
}

/** Each saying of the log is on the topic, in order, and once but where the topic was filled again. */
function publishedProblems(sayings: readonly RecordedEvent[], alerts: readonly SeenMessage[]): string[] {
  const read = readSayings(alerts);
  const published = new Set(alerts.map(({ headers }) => headers['ce_id']));
  const missing = sayings.filter(({ id }) => !published.has(id)).map(({ id }) => `${id} was not published`);
  const others = alerts.filter(({ headers }) => !headers['ce_type']?.startsWith('muster.Alert'));
  const misplaced = others.map(({ headers }) => `${headers['ce_id']} is on the topic of alerts`);
  const last = lastByKey(read);
  const stale = [...lastByKey(sayings.map(({ data }) => data as never))].flatMap(([key, { revision }]) =>
    last.get(key)?.revision === revision
      ? []
      : [`${key}: the topic ends with ${last.get(key)?.revision}, the log with ${revision}`],
  );
  return [...missing, ...misplaced, ...disorderOf(read), ...stale];
}

async function cursorProblems(cursors: Cursors, poison: CloudEvent): Promise<string[]> {
  const parked = await cursors.parked();
  const behind = (await cursors.lags()).filter(
    (lag) => lag.reader === assessor && lag.behind !== 0 && lag.stream !== poison.subject,
  );
  const isParked = parked.length === 1 && parked[0]!.stream === poison.subject && parked[0]!.error.id === poison.id;
  return [
    ...behind.map(({ stream, behind: events }) => `${stream}: the assessor's cursor is ${events} behind the head`),
    ...(isParked ? [] : [`parked is ${JSON.stringify(parked)}, and should be ${poison.subject} with ${poison.id}`]),
  ];
}
