import { shortfall } from './sent-facts.js';
import { startMonitor, type Monitor } from './start-monitor.js';

const alert = '/api/alerts/MINUSMA/ceiling-shortfall/military';

const acknowledge = (monitor: Monitor, plannedFillBy: string) =>
  monitor.post(
    `${alert}/acknowledgement`,
    'application/json',
    JSON.stringify({ owner: 'Force Generation Service', note: 'A battalion is on its way.', plannedFillBy }),
  );

describe('an acknowledged alert', () => {
  let url: string;
  /** The monitor of a day, on the log of the days before. */
  const onDay = async (day: string, look: (monitor: Monitor) => Promise<void>): Promise<void> => {
    const monitor = await startMonitor({ MUSTER_TODAY: day }, url);
    ({ url } = monitor);
    try {
      await monitor.untilAssessed();
      await look(monitor);
    } finally {
      await monitor.close();
    }
  };

  it('fires again the day after the one by which it was to be filled, and can be acknowledged anew', async () => {
    await onDay('2018-05-08', async (monitor) => {
      await monitor.send(shortfall('MINUSMA'));
      await monitor.untilAssessed();
      expect(await acknowledge(monitor, '2018-05-20')).toMatchObject({ status: 200 });
      await monitor.untilAssessed();
      expect((await monitor.get(alert)).body).toMatchObject({ state: 'acknowledged' });
    });
    await onDay('2018-05-20', async (monitor) => {
      expect((await monitor.get(alert)).body).toMatchObject({ state: 'acknowledged' });
    });
    await onDay('2018-05-21', async (monitor) => {
      expect((await monitor.get(alert)).body).toMatchObject({ state: 'firing', reopened: true });
      const { body } = await monitor.get(`${alert}/history`);
      expect(body.sayings.at(-1)).toMatchObject({ type: 'muster.AlertReopened', on: '2018-05-21' });
      expect(await acknowledge(monitor, '2018-06-30')).toMatchObject({ status: 200 });
      await monitor.untilAssessed();
      const { body: anew } = await monitor.get(alert);
      expect(anew).toMatchObject({ state: 'acknowledged', acknowledged: { plannedFillBy: '2018-06-30' } });
      expect(anew).not.toHaveProperty('reopened');
    });
  });
});
