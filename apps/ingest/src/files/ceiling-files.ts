import { Injectable } from '@nestjs/common';
import { readCeilings } from '@muster/contracts';
import { ceilingKind } from './ceiling-kind.js';
import type { FileAnswer } from './file-answer.js';
import { FileDoor } from './file-door.js';
import type { CeilingsQuery } from './file-query.js';

/** Files of authorized ceilings: each row becomes a fact. */
@Injectable()
export class CeilingFiles {
  constructor(private readonly door: FileDoor) {}

  async take(csv: Buffer, { dryRun }: CeilingsQuery): Promise<FileAnswer> {
    const reading = readCeilings(csv);
    const ceilings = reading.ceilings.map((parsed) => ({ ...parsed, on: parsed.content.on }));
    const counts = { returns: 0, ceilings: ceilings.length };
    return this.door.take({ kind: ceilingKind, reading, items: ceilings, dryRun, refusedOf: () => [], counts });
  }
}
