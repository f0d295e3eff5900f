import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { usualTiming } from '@muster/event-log';
import { KafkaFeed, KafkaLink, Relay, WireSigns } from '@muster/kafka';
import { Duties, RelayPosition, WireLog, type Database } from '@muster/postgres';
import { CuttableSockets } from '../servers/cuttable-sockets.js';
import { describeOnKafka, startKafka } from '../servers/kafka.js';
import { startPostgres } from '../servers/postgres.js';
import { feedConformance } from './feed-conformance.js';

// Handlers fail here on purpose.
Logger.overrideLogger(process.env['SHOW_LOG'] ? undefined! : false);

const timing = { ...usualTiming, poll: 200, retake: 20, firstRetry: 5, longestRetry: 50 };

describeOnKafka('Kafka', () => {
  const sockets = new CuttableSockets();
  const wires = new Map<Database, { link: KafkaLink; stop: () => Promise<void> }>();
  let brokers: string;

  /** The relay of a log, with topics of its own. */
  const wireOf = (database: Database): KafkaLink => {
    const known = wires.get(database);
    if (known !== undefined) return known.link;
    const link = new KafkaLink({
      brokers: brokers.split(','),
      prefix: randomUUID(),
      partitions: 3,
      socketFactory: sockets.factory,
    });
    const relay = new Relay({ link, log: new WireLog(database), position: new RelayPosition(database), signs: new WireSigns() });
    const duty = new Duties(database, timing).take('relay', (turn) => relay.run(turn));
    wires.set(database, { link, stop: () => duty.stop() });
    return link;
  };

  beforeAll(async () => {
    await startPostgres();
    brokers = await startKafka();
  });
  afterEach(async () => {
    await Promise.all([...wires.values()].map(({ stop }) => stop()));
    wires.clear();
  });

  feedConformance('Kafka', {
    openFeed: (database) =>
      new KafkaFeed({
        link: wireOf(database),
        log: new WireLog(database),
        timing,
        onFatal: (cause) => {
          throw cause;
        },
      }),
    loseConnections: async () => sockets.cut(),
  });
});
