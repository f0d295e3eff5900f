import 'reflect-metadata';
import { Config, createService } from '@muster/runtime';
import { services } from '../../apps/monitor/src/services.js';

// The whole monitor, as `npm start` runs it, in a process that a benchmark forks and that tells it the address.
const [databaseUrl, today] = process.argv.slice(2);
const config = Config.from({ DATABASE_URL: databaseUrl, MUSTER_TODAY: today, PORT: '0', LOG_LEVEL: 'warn' });
const app = await createService(services, config);
await app.listen(config.port, config.host);
process.once('message', () => void app.close().then(() => process.exit(0)));
process.once('disconnect', () => process.exit(0));
process.send?.(await app.getUrl());
