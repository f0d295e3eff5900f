import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { exposureProblem } from '@muster/access';
import { isDay, isMonth, type Day, type Month } from '@muster/force-generation';
import { z } from 'zod';
import { CannotStart } from './cannot-start.js';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

const mostPort = 65_535;
const portWords = 'write a port, a whole number from 0 (any that is free) to 65535';
const port = z
  .string()
  .regex(/^\s*\d{1,5}\s*$/, { message: portWords, abort: true })
  .transform(Number)
  .refine((number) => number <= mostPort, portWords);
const loopback = z.string().superRefine((host, context) => {
  const problem = exposureProblem(host);
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
});
const urlWords =
  'write it as postgres://user:password@host:5432/database, signs of the password percent-encoded: / as %2F, # as %23, % as %25';
const postgresUrl = z.string().refine(isPostgresUrl, urlWords);
/** `06:00` or `06:00 America/New_York`. */
const timeOfDay = z
  .string()
  .regex(
    /^([01]\d|2[0-3]):[0-5]\d( \S+)?$/,
    'write a time as HH:MM, and a time zone after it if it is not UTC: 06:00 America/New_York',
  )
  .transform((text) => ({ time: text.slice(0, 5), zone: text.slice(6) || 'UTC' }))
  .refine(({ zone }) => isZone(zone), 'write a time zone of the IANA database, as in America/New_York');
const brokerWords = 'write host:port, separated by commas, as in localhost:9092';
const brokers = z
  .string()
  .regex(/^\s*[^\s,:]+:\d{1,5}(\s*,\s*[^\s,:]+:\d{1,5})*\s*$/, { message: brokerWords, abort: true })
  .refine((text) => text.split(',').every(hasPort), `${brokerWords}; a port is at most ${mostPort}`);

/** Every variable that Muster reads; `.env.example` tells what each is for. */
const environment = z.object({
  PORT: port.default(3000),
  HOST: loopback.default('127.0.0.1'),
  MUSTER_DATA_DIR: z.string().default('./data'),
  DATABASE_URL: postgresUrl.optional(),
  KAFKA_BROKERS: brokers.optional(),
  MUSTER_TODAY: z.string().refine(isDay, 'write a day of the calendar as YYYY-MM-DD').optional(),
  MUSTER_POLICY: z.string().optional(),
  MUSTER_REPORTS_FROM: z.string().refine(isMonth, 'write a month of the calendar as YYYY-MM').optional(),
  MUSTER_REPORTS_AT: timeOfDay.optional(),
  LOG_LEVEL: z.enum(logLevels, `write one of: ${logLevels.join(', ')}`).default('info'),
  MUSTER_URL: z.url({ protocol: /^https?$/, error: 'write the address of a monitor, as in http://127.0.0.1:3000' }).optional(),
});

/** A time of every day, `HH:MM`, in a time zone of the IANA database. */
export interface TimeOfDay {
  readonly time: string;
  readonly zone: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** How this process runs: read once from the environment, checked whole. */
export class Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  /** Undefined where the log itself is the wire. */
  readonly kafkaBrokers: readonly string[] | undefined;
  /** The pinned day; undefined where the calendar tells it. */
  readonly today: Day | undefined;
  readonly policyFile: string | undefined;
  /** The first month whose reports are issued; undefined where none are. */
  readonly reportsFrom: Month | undefined;
  /** From when on, on the day on which one is due; undefined: as soon as the day has begun, in UTC. */
  readonly reportsAt: TimeOfDay | undefined;
  readonly logLevel: LogLevel;
  /** The monitor that the command speaks to. */
  readonly monitorUrl: string;

  private constructor(given: z.infer<typeof environment>) {
    this.port = given.PORT;
    this.host = given.HOST;
    this.dataDir = resolve(given.MUSTER_DATA_DIR);
    this.databaseUrl = given.DATABASE_URL;
    this.kafkaBrokers = given.KAFKA_BROKERS?.split(',').map((broker) => broker.trim());
    this.today = given.MUSTER_TODAY;
    this.policyFile = given.MUSTER_POLICY;
    this.reportsFrom = given.MUSTER_REPORTS_FROM;
    this.reportsAt = given.MUSTER_REPORTS_AT;
    this.logLevel = given.LOG_LEVEL;
    this.monitorUrl = given.MUSTER_URL ?? `http://127.0.0.1:${given.PORT}`;
  }

  /** Throws CannotStart with every problem. A variable that is set to nothing counts as unset. */
  static from(variables: Environment): Config {
    const parsed = environment.safeParse(whatIsSet(variables));
    if (parsed.success) return new Config(parsed.data);
    throw new CannotStart(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  }

  /** Of a service that is a process of its own; throws CannotStart where it does not know what it shares with the others. */
  static ofService(): Config {
    const config = Config.fromEnvironment();
    const given = { DATABASE_URL: config.databaseUrl, KAFKA_BROKERS: config.kafkaBrokers };
    const missing = Object.entries(shared).filter(([name]) => given[name as keyof typeof shared] === undefined);
    if (missing.length === 0) return config;
    throw new CannotStart(missing.map(([name, words]) => `${name}: ${words}`).join('\n'));
  }

  /** From the environment, with `.env` of the current folder where there is one; what is set stands before what is in it. */
  static fromEnvironment(defaults: Environment = {}): Config {
    if (existsSync('.env')) process.loadEnvFile('.env');
    return Config.from({ ...defaults, ...whatIsSet(process.env) });
  }
}

/** What services as processes of their own share, and why. */
const shared = {
  DATABASE_URL:
    'services that run as processes of their own share one PostgreSQL; write it as postgres://user:password@host:5432/database',
  KAFKA_BROKERS:
    'services that run as processes of their own hear of each other through Kafka; write host:port, separated by commas',
};

const whatIsSet = (variables: Environment): Environment =>
  Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== ''));

/** One that can be read whole: pg throws at a password whose percent signs stand for nothing. */
function isPostgresUrl(text: string): boolean {
  try {
    decodeURIComponent(text);
    return /^postgres(ql)?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
}

function hasPort(broker: string): boolean {
  const number = Number(broker.slice(broker.lastIndexOf(':') + 1));
  return number > 0 && number <= mostPort;
}

function isZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}
