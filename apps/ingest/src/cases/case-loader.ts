import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { parseEvent, type CloudEvent } from '@muster/contracts';
import { EventLog } from '@muster/postgres';
import { CannotStart, Clock, CurrentPolicy, projectFolder } from '@muster/runtime';
import { caseDays } from './case-days.js';

/** Loads a case, a file of facts in our own format, day by day as it became known. */
@Injectable()
export class CaseLoader {
  constructor(
    private readonly log: EventLog,
    private readonly clock: Clock,
    private readonly policy: CurrentPolicy,
  ) {}

  /** How many facts were new. */
  async load(name: string): Promise<number> {
    let recorded = 0;
    for (const { day, facts } of caseDays(await readCase(name), this.clock.today())) {
      await this.log.turnDay(day, this.policy);
      const outcomes = await this.log.append(facts, { today: day, policy: this.policy });
      recorded += outcomes.filter(({ outcome }) => outcome === 'recorded').length;
    }
    return recorded;
  }
}

async function readCase(name: string): Promise<CloudEvent[]> {
  const file = join(projectFolder(), 'apps/ingest/cases', `${name}.jsonl`);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined || !/^[\w-]+$/.test(name)) throw new CannotStart(`There is no case ${name}: ${file} cannot be read.`);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, index) => factOfLine(line, `${name}, fact ${index + 1}`));
}

function factOfLine(line: string, where: string): CloudEvent {
  const parsed = parseEvent(JSON.parse(line));
  if ('event' in parsed) return parsed.event;
  const problems = parsed.problems.map(({ path, problem }) => `${path}: ${problem}`);
  throw new CannotStart(`${where} cannot be taken. ${problems.join(' ')}`);
}
