import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Config, run, serve } from '@muster/runtime';
import { IngestModule } from '../../ingest/src/ingest.module.js';
import { alertTable, strengthTable, type DemoAnswers } from './demo-tables.js';
import { services } from './services.js';
import { untilAssessed } from './until-assessed.js';

const { values } = parseArgs({ options: { case: { type: 'string', default: 'minusma' } } });

await run(async () => {
  const pinnedDay = await IngestModule.pinnedDayOf(values.case);
  const folder = mkdtempSync(join(tmpdir(), 'muster-demo-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const config = Config.fromEnvironment({ MUSTER_DATA_DIR: folder, MUSTER_TODAY: pinnedDay, LOG_LEVEL: 'warn' });
  let facts = 0;
  // Nobody sees half a case: the address answers once all of it is assessed.
  const app = await serve(services, config, async (prepared) => {
    facts = await prepared.get(IngestModule).loadCase(values.case);
    await untilAssessed(prepared);
  });
  const url = (await app.getUrl()).replace('[::1]', 'localhost');
  const loaded = `${facts} facts of the case "${values.case}" loaded; today is pinned to ${config.today}.`;
  show(loaded, await ask(url), `Serving at ${url} (pinned to ${config.today}; Ctrl+C ends it, and nothing is kept).`);
});

async function ask(url: string): Promise<DemoAnswers> {
  const [{ missions }, { alerts }] = (await Promise.all(
    ['missions', 'alerts'].map(async (door) => (await (await fetch(`${url}/api/${door}`)).json()) as DemoAnswers),
  )) as [DemoAnswers, DemoAnswers];
  return { missions, alerts };
}

function show(loaded: string, answers: DemoAnswers, serving: string): void {
  const alerts = `${answers.alerts.length} open alerts, ranked by severity and by the mandated task that each holds back:`;
  console.log([loaded, '', 'Strength against ceilings', strengthTable(answers), '', alerts, alertTable(answers), ''].join('\n'));
  console.log(serving);
}
