import { personnelTypes } from '@muster/force-generation';
import type { Day, PersonnelType, ReturnRow } from '@muster/force-generation';
import { canonicalRows } from './parsed-return.js';
import type { ParsedReturn } from './parsed-return.js';

/** A row whose every field was understood. */
export interface PlacedRow extends ReturnRow {
  readonly contributor: string;
}

interface Cell {
  readonly row: PlacedRow;
  /** Line of each row of this cell, the first first. */
  readonly lines: number[];
  /** Rows that say otherwise than the first. */
  others: PlacedRow[] | undefined;
}

interface Draft {
  readonly mission: string;
  readonly asAt: Day;
  readonly cells: Map<string, Cell>;
}

/** The same cell twice in one return, with other figures: nobody can tell which is right. */
export interface Conflict {
  readonly lines: readonly number[];
  readonly column: 'female_personnel' | 'male_personnel';
  readonly values: readonly number[];
}

const typeMark: ReadonlyMap<PersonnelType, string> = new Map(personnelTypes.map((type, index) => [type, String(index)]));

const addTo = (counts: Map<string, number>, key: string, count = 1): void => void counts.set(key, (counts.get(key) ?? 0) + count);

/** Returns in the making: rows that were placed, and how many were lost that may belong to each. */
export class ReturnDrafts {
  private readonly drafts = new Map<Day, Map<string, Draft>>();
  private readonly lostByReturn = new Map<string, number>();
  private readonly lostByMission = new Map<string, number>();
  private readonly lostByDay = new Map<Day, number>();
  private lostAnywhere = 0;

  place(mission: string, asAt: Day, row: PlacedRow, line: number): void {
    const { cells } = this.draftOf(mission, asAt);
    const key = row.contributor + typeMark.get(row.personnelType)!;
    const cell = cells.get(key);
    if (cell === undefined) return void cells.set(key, { row, lines: [line], others: undefined });
    cell.lines.push(line);
    if (row.women !== cell.row.women || row.men !== cell.row.men) (cell.others ??= []).push(row);
  }

  /** A row that was rejected, with what of its place could be read: less makes more returns incomplete. */
  lose(mission: string | undefined, asAt: Day | undefined, count = 1): void {
    if (mission !== undefined && asAt !== undefined) addTo(this.lostByReturn, `${mission} ${asAt}`, count);
    else if (mission !== undefined) addTo(this.lostByMission, mission, count);
    else if (asAt !== undefined) addTo(this.lostByDay, asAt, count);
    else this.lostAnywhere += count;
  }

  /** Takes out the cells that the file gives twice with other figures, and counts their rows as lost. */
  takeConflicts(): Conflict[] {
    const conflicts: Conflict[] = [];
    for (const { mission, asAt, cells } of this.all())
      for (const [key, { row, lines, others }] of cells) {
        if (others === undefined) continue;
        cells.delete(key);
        this.lose(mission, asAt, lines.length);
        const column = others.some(({ women }) => women !== row.women) ? 'female_personnel' : 'male_personnel';
        conflicts.push({ lines, column, values: [row, ...others].map(({ women, men }) => women + men) });
      }
    return conflicts;
  }

  /** How many rows repeat another one exactly. */
  repeated(): number {
    let count = 0;
    for (const { cells } of this.all()) for (const { lines } of cells.values()) count += lines.length - 1;
    return count;
  }

  /** Missions and days of which rows came, but none that could be placed. */
  withoutRows(): string[] {
    return [...this.lostByReturn.keys()].filter((key) => {
      const [mission, asAt] = key.split(' ') as [string, Day];
      return !this.drafts.get(asAt)?.get(mission)?.cells.size;
    });
  }

  /** By as-at day, then mission. A return of which no row could be placed is none. */
  returns(): ParsedReturn[] {
    return [...this.all()]
      .filter(({ cells }) => cells.size > 0)
      .map((draft) => this.returnOf(draft))
      .sort((a, b) => (a.asAt < b.asAt || (a.asAt === b.asAt && a.mission < b.mission) ? -1 : 1));
  }

  private *all(): Iterable<Draft> {
    for (const byMission of this.drafts.values()) yield* byMission.values();
  }

  private draftOf(mission: string, asAt: Day): Draft {
    const byMission = this.drafts.get(asAt) ?? new Map<string, Draft>();
    const draft = byMission.get(mission) ?? { mission, asAt, cells: new Map<string, Cell>() };
    if (draft.cells.size === 0) this.drafts.set(asAt, byMission.set(mission, draft));
    return draft;
  }

  private returnOf({ mission, asAt, cells }: Draft): ParsedReturn {
    const lost =
      (this.lostByReturn.get(`${mission} ${asAt}`) ?? 0) +
      (this.lostByMission.get(mission) ?? 0) +
      (this.lostByDay.get(asAt) ?? 0) +
      this.lostAnywhere;
    const rows = canonicalRows([...cells.values()].map(({ row }) => row));
    return { mission, asAt, detail: 'byContributor', rows, ...(lost > 0 ? { incomplete: lost } : {}) };
  }
}
