import { Injectable } from '@nestjs/common';
import type { FileReading } from '@muster/contracts';
import { Clock, Refusal } from '@muster/runtime';
import type { Decision, FileKind } from './decide.js';
import { fileFigures, type FileAnswer, type RefusedFact } from './file-answer.js';
import { FileIntake, type Placed } from './file-intake.js';

export interface ReadFile<Item> {
  readonly kind: FileKind<Item>;
  readonly reading: FileReading;
  readonly items: readonly Item[];
  readonly dryRun: boolean;
  readonly refusedOf: (item: Item, decision: Decision) => readonly RefusedFact[];
  readonly counts: { readonly returns: number; readonly ceilings?: number };
}

/** What the doors for files have in common once the file is read: record, then tell. */
@Injectable()
export class FileDoor {
  constructor(
    private readonly intake: FileIntake,
    private readonly clock: Clock,
  ) {}

  async take<Item extends Placed>(file: ReadFile<Item>): Promise<FileAnswer> {
    const { kind, reading, items, dryRun, counts } = file;
    const { decisions, position, newMissions } = await this.intake.take(kind, items, dryRun);
    const refused = items.flatMap((item, index) => file.refusedOf(item, decisions[index]!));
    const figures = fileFigures({ reading, decisions, refused, notes: notesOn(newMissions) });
    const answer = { today: this.clock.today(), position, dryRun, ...counts, ...figures };
    if (figures.accepted > 0) return answer;
    const { problems, ...members } = answer;
    throw new Refusal(400, 'No row of this file could be taken; "problems" tells why.', { problems, ...members });
  }
}

const notesOn = (newMissions: readonly string[]): string[] =>
  newMissions.length === 0 ? [] : [`New to the log, check the spelling: ${newMissions.join(', ')}.`];
