import { describeOnKafka } from '../servers/kafka.js';
import { chaosRun } from './chaos-run.js';
import { shortRun } from './short-run.js';

jest.setTimeout(240_000);

// The broker is its own even where KAFKA_BROKERS names one: nobody else's is killed.
describeOnKafka('services and servers that are killed, halted and restarted while facts come in', () => {
  it('lose nothing, say everything in order, come to what all facts come to, and issue each report once', async () => {
    const told: string[] = [];
    const { facts, sayings, reports, problems } = await chaosRun({ ...shortRun, tell: (line) => told.push(line) });
    expect({ ...shortRun, told: problems.length > 0 ? told : [], problems }).toEqual({ ...shortRun, told: [], problems: [] });
    expect(facts).toBeGreaterThan(300);
    expect(sayings).toBeGreaterThan(100);
    expect(reports).toBeGreaterThan(15);
  });
});
