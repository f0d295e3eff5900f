import { Injectable } from '@nestjs/common';
import { readContributions } from '@muster/contracts';
import type { Decision } from './decide.js';
import { FileDoor } from './file-door.js';
import type { FileAnswer, RefusedFact } from './file-answer.js';
import type { ContributionsQuery } from './file-query.js';
import { returnKind, type PlacedReturn } from './return-kind.js';

/** Files of monthly contributions: rows become returns, returns become facts. */
@Injectable()
export class ContributionFiles {
  constructor(private readonly door: FileDoor) {}

  async take(csv: Buffer, { dryRun, publishedOn, replace }: ContributionsQuery): Promise<FileAnswer> {
    const reading = readContributions(csv, publishedOn === undefined ? {} : { publishedOn });
    const returns = reading.returns.map((parsed) => ({ ...parsed, on: parsed.asAt }));
    const kind = returnKind({ publishedOn, replace });
    return this.door.take({ kind, reading, items: returns, dryRun, refusedOf, counts: { returns: returns.length } });
  }
}

function refusedOf({ mission, asAt, rows }: PlacedReturn, decision: Decision): RefusedFact[] {
  if (decision.outcome !== 'refused') return [];
  return [{ path: `/returns/${mission}/${asAt}`, value: `${mission} ${asAt}`, problem: decision.problem, rows: rows.length }];
}
