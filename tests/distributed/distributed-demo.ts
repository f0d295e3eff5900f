import type { Config } from '@muster/runtime';
import { caseDays } from '../../apps/ingest/src/cases/case-days.js';
import { pinnedDayOf, readCase } from '../../apps/ingest/src/cases/read-case.js';
import { answerOf } from '../crash/answer-of.js';
import { untilCaughtUp } from '../crash/until-caught-up.js';
import { TopicClient } from '../servers/topic-client.js';
import { until } from '../servers/until.js';
import { inboundMessage } from './inbound-message.js';
import { ownBroker, ownPostgres } from './own-servers.js';
import { publishedUpTo } from './published-up-to.js';
import { ServiceProcess, type ServiceName } from './service-process.js';
import type { Started } from './started.js';

export interface DistributedDemo {
  readonly gateway: string;
  readonly brokers: string;
  readonly databaseUrl: string;
}

const inbound = 'muster.inbound';
const limit = 120_000;

/**
 * The services as processes of their own, two assessors and a reporter among them, to which a case was sent; resolves once all of it is
 * said. `tell` hears what is waited for.
 */
export async function distributedDemo(
  name: string,
  config: Config,
  started: Started,
  tell: (step: string) => void,
): Promise<DistributedDemo> {
  const today = await pinnedDayOf(name);
  tell('PostgreSQL and Kafka start');
  const [databaseUrl, brokers] = await Promise.all([
    config.databaseUrl ?? ownPostgres(started),
    config.kafkaBrokers?.join(',') ?? ownBroker(started),
  ]);
  const client = new TopicClient(brokers);
  await started.add(() => client.close());
  await refuseUsedTopics(client, brokers);
  const begin = async (service: ServiceName, port = 0, ...options: string[]): Promise<ServiceProcess> => {
    const shared = { DATABASE_URL: databaseUrl, KAFKA_BROKERS: brokers, MUSTER_TODAY: today };
    const { reportsFrom = '', reportsAt } = config;
    const at = reportsAt === undefined ? '' : `${reportsAt.time} ${reportsAt.zone}`;
    const variables = { ...shared, MUSTER_REPORTS_FROM: reportsFrom, MUSTER_REPORTS_AT: at, PORT: String(port) };
    const begun = ServiceProcess.begin(service, variables, options);
    await started.add(() => begun.end('SIGTERM'));
    return begun.listening();
  };
  tell('ingest, gateway, two assessors and the reporter start');
  const [ingest, gateway] = await Promise.all([
    begin('ingest', 0, '--case', name),
    begin('gateway', config.port),
    begin('assessor'),
    begin('assessor'),
    begin('reporter'),
  ]);
  tell(`the case ${name} is sent to ${inbound}`);
  await sendCase(client, name, today);
  tell(`its days are turned up to ${today}, and all that is to be said of them`);
  await untilSaid({ ingest: ingest.url, gateway: gateway.url }, await missionsOf(name), today);
  return { gateway: gateway.url, brokers, databaseUrl };
}

/** The topics of another log would be read as if they were of this one. */
async function refuseUsedTopics(client: TopicClient, brokers: string): Promise<void> {
  const used = (await client.topics()).filter((topic) => topic.startsWith('muster.'));
  if (used.length > 0)
    throw new Error(`${brokers} has ${used.sort().join(', ')} of another log: delete them, or use another broker.`);
}

const missionsOf = async (name: string): Promise<string[]> => [...new Set((await readCase(name)).map(({ subject }) => subject))];

/** In one go, in the order in which it became known. */
async function sendCase(client: TopicClient, name: string, today: string): Promise<void> {
  await until('ingest has created the topics', async () => (await client.topics()).includes(inbound), limit);
  const facts = caseDays(await readCase(name), today).flatMap(({ facts }) => facts);
  await client.send(inbound, facts.map(inboundMessage));
}

interface Addresses {
  readonly ingest: string;
  readonly gateway: string;
}

async function untilSaid({ ingest, gateway }: Addresses, missions: readonly string[], today: string): Promise<void> {
  const dayOf = async (mission: string): Promise<string | undefined> => {
    const response = await fetch(`${gateway}/api/missions/${mission}`);
    return ((await response.json()) as { today?: string }).today;
  };
  for (const mission of missions)
    await until(`${mission} has come to ${today}`, async () => (await dayOf(mission)) === today, limit);
  await untilCaughtUp(gateway);
  const { position } = await answerOf<{ position: number }>(gateway, '/api/missions');
  await until('all of it is published', async () => (await publishedUpTo(ingest)) >= position, limit);
}
