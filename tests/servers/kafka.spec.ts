import { brokerOfOurs, describeOnKafka, restartBroker } from './kafka.js';
import { isReady } from './kafka/is-ready.js';

describeOnKafka('a broker for tests', () => {
  it('is the same again after it was stopped, and after it was killed', async () => {
    const broker = await brokerOfOurs();
    if (broker === undefined) return;
    await broker.stop();
    expect(await isReady(broker.port)).toBe(false);
    const second = await restartBroker(broker);
    expect(second.port).toBe(broker.port);
    await second.kill();
    const third = await restartBroker(second);
    expect(await isReady(third.port)).toBe(true);
  });
});
