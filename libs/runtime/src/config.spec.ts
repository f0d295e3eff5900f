import { resolve } from 'node:path';
import { Config } from './config.js';

describe('Config', () => {
  it('runs with nothing set, on loopback, in a folder beside it', () => {
    const config = Config.from({ PORT: '', HOST: ' ' });
    expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', dataDir: resolve('data'), logLevel: 'info', today: undefined });
    expect(config.monitorUrl).toBe('http://127.0.0.1:3000');
  });

  it('lets a variable that is set to nothing stand for none, also where there is a default for this run', () => {
    process.env['MUSTER_DATA_DIR'] = '';
    expect(Config.fromEnvironment({ MUSTER_DATA_DIR: '/of-this-run' }).dataDir).toBe('/of-this-run');
    delete process.env['MUSTER_DATA_DIR'];
  });

  it('takes each variable', () => {
    const config = Config.from({
      PORT: '4000',
      HOST: '::1',
      DATABASE_URL: 'postgres://muster:secret@localhost:5432/muster',
      KAFKA_BROKERS: 'localhost:9092, other:9092',
      MUSTER_TODAY: '2018-05-08',
      MUSTER_POLICY: './policy.json',
      MUSTER_REPORTS_FROM: '2018-01',
      MUSTER_REPORTS_AT: '06:00 America/New_York',
      LOG_LEVEL: 'debug',
      MUSTER_URL: 'http://localhost:4001',
    });
    expect(config).toMatchObject({
      port: 4000,
      host: '::1',
      kafkaBrokers: ['localhost:9092', 'other:9092'],
      today: '2018-05-08',
      policyFile: './policy.json',
      reportsFrom: '2018-01',
      reportsAt: { time: '06:00', zone: 'America/New_York' },
      logLevel: 'debug',
    });
    expect(config.monitorUrl).toBe('http://localhost:4001');
  });

  it('takes a time of day without a zone as UTC', () => {
    expect(Config.from({ MUSTER_REPORTS_AT: '06:30' }).reportsAt).toEqual({ time: '06:30', zone: 'UTC' });
  });

  it.each([
    ['HOST', '0.0.0.0', /HOST is 0.0.0.0.*loopback only/],
    ['HOST', 'monitor.example.org', /loopback only/],
    ['PORT', 'http', /PORT: write a port, a whole number from 0/],
    ['PORT', '-1', /PORT: write a port/],
    ['PORT', '1e3', /PORT: write a port/],
    ['PORT', '65536', /PORT: write a port/],
    ['MUSTER_TODAY', '2018-02-30', /MUSTER_TODAY: write a day/],
    ['DATABASE_URL', 'mysql://localhost/muster', /DATABASE_URL: write it as postgres/],
    ['DATABASE_URL', 'postgres://muster:a/b@localhost/muster', /DATABASE_URL: write it as .*\/ as %2F/],
    ['DATABASE_URL', 'postgres://muster:5%@localhost/muster', /DATABASE_URL: write it as .*% as %25/],
    ['MUSTER_REPORTS_FROM', '2018', /MUSTER_REPORTS_FROM: write a month/],
    ['MUSTER_REPORTS_AT', '24:00', /MUSTER_REPORTS_AT: write a time as HH:MM/],
    ['MUSTER_REPORTS_AT', '06:00 Nowhere', /MUSTER_REPORTS_AT: write a time zone of the IANA database/],
    ['LOG_LEVEL', 'loud', /LOG_LEVEL: write one of: fatal/],
    ['KAFKA_BROKERS', 'localhost', /KAFKA_BROKERS: write host:port/],
    ['KAFKA_BROKERS', 'localhost:65536', /KAFKA_BROKERS: write host:port.*a port is at most 65535/],
    ['KAFKA_BROKERS', 'localhost:9092;other:9092', /KAFKA_BROKERS: write host:port/],
  ])('refuses %s=%s in words that say what to do', (name, value, words) => {
    expect(() => Config.from({ [name]: value })).toThrow(words);
  });

  it.each([
    ['PORT', 'x'],
    ['DATABASE_URL', '%'],
    ['KAFKA_BROKERS', 'localhost'],
    ['MUSTER_REPORTS_AT', 'x'],
  ])('tells one problem of %s=%s', (name, value) => {
    expect(() => Config.from({ [name]: value })).toThrow(new RegExp(`^${name}: [^\n]+$`));
  });

  it('tells all problems at once', () => {
    expect(() => Config.from({ PORT: 'x', MUSTER_TODAY: 'x' })).toThrow(/PORT[^]*MUSTER_TODAY/);
  });
});
