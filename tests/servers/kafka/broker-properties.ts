export interface BrokerPlace {
  readonly port: number;
  readonly controllerPort: number;
  readonly dataDir: string;
}

/** One node that is broker and controller (KRaft), on loopback only. */
export const brokerProperties = ({ port, controllerPort, dataDir }: BrokerPlace): Readonly<Record<string, unknown>> => ({
  'process.roles': 'broker,controller',
  'node.id': 1,
  'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
  listeners: `BROKER://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
  'listener.security.protocol.map': 'BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT',
  'inter.broker.listener.name': 'BROKER',
  'controller.listener.names': 'CONTROLLER',
  'log.dirs': dataDir,
  'auto.create.topics.enable': false,
  // After a kill the next start waits for the dead broker's session: about 5 s, not 12 to 14.
  'broker.session.timeout.ms': 3000,
  'broker.heartbeat.interval.ms': 500,
  'offsets.topic.num.partitions': 1,
  'offsets.topic.replication.factor': 1,
  'transaction.state.log.num.partitions': 1,
  'transaction.state.log.replication.factor': 1,
  'transaction.state.log.min.isr': 1,
  // The first consumer of a group gets its partitions at once, and tests may ask for short session timeouts.
  'group.initial.rebalance.delay.ms': 0,
  'group.min.session.timeout.ms': 1000,
  // Of the heap; 128 MiB by default.
  'log.cleaner.dedupe.buffer.size': 8_388_608,
});
