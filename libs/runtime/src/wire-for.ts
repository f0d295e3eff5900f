import type { ModuleMetadata, Provider } from '@nestjs/common';
import { KafkaFeed, KafkaLink, KafkaWatch, Relay, WireSigns } from '@muster/kafka';
import { PostgresFeed, RelayPosition, WireLog } from '@muster/postgres';
import type { Config } from './config.js';
import { endProcess } from './end-process.js';
import { eventFeedToken } from './event-feed.token.js';

interface Wire {
  readonly providers: Provider[];
  readonly exports: NonNullable<ModuleMetadata['exports']>;
}

/** With brokers Kafka is the wire, else the log itself. Both hand over the same; nobody who reads knows which it is. */
export function wireFor({ kafkaBrokers: brokers }: Config): Wire {
  if (brokers === undefined)
    return {
      providers: [{ provide: eventFeedToken, useExisting: PostgresFeed }, WireSigns],
      exports: [eventFeedToken, WireSigns],
    };
  const feed = {
    provide: eventFeedToken,
    inject: [KafkaLink, WireLog, WireSigns],
    useFactory: (link: KafkaLink, log: WireLog, signs: WireSigns) => new KafkaFeed({ link, log, signs, onFatal: endProcess }),
  };
  const link = { provide: KafkaLink, useFactory: () => new KafkaLink({ brokers }) };
  const watch = { provide: KafkaWatch, useFactory: () => new KafkaWatch(brokers) };
  const relay = {
    provide: Relay,
    inject: [KafkaLink, WireLog, RelayPosition, WireSigns],
    useFactory: (...[link, log, position, signs]: [KafkaLink, WireLog, RelayPosition, WireSigns]) =>
      new Relay({ link, log, position, signs }),
  };
  return { providers: [link, watch, WireSigns, feed, relay], exports: [eventFeedToken, KafkaLink, Relay, WireSigns] };
}
