import { countriesNamed } from '../countries/countries-named.js';
import type { Header, RowReader } from '../csv/csv-table.js';
import { printedCount } from '../csv/printed-count.js';
import { printedDay } from '../csv/printed-day.js';
import { printedMission } from '../csv/printed-mission.js';
import { printedPersonnelType } from '../csv/printed-personnel-type.js';
import { remembered } from '../csv/printed.js';
import { repetitionNotes } from '../csv/repetition-notes.js';
import { RowProblems } from '../csv/row-problem.js';
import type { ParsedReturn } from './parsed-return.js';
import { placedCountry } from './placed-country.js';
import type { PlacedCountry } from './placed-country.js';
import { ReturnDrafts } from './return-drafts.js';

export type ContributionColumn =
  | 'isocode3'
  | 'contributing_country'
  | 'mission_acronym'
  | 'personnel_type'
  | 'female_personnel'
  | 'male_personnel'
  | 'last_reporting_date';

type Fields = readonly string[];

interface Finished {
  readonly accepted: number;
  readonly problems: RowProblems;
  readonly notes: readonly string[];
  readonly returns: readonly ParsedReturn[];
}

const mostNamed = 20;
const listed = (names: readonly string[]): string =>
  names.slice(0, mostNamed).join(', ') + (names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '');

/** The one reading that makes sense; where two do, none can be believed. */
const onlyOne = <Value>(readings: readonly (Value | undefined)[]): Value | undefined => {
  const [one, other] = new Set(readings.filter((reading) => reading !== undefined));
  return other === undefined ? one : undefined;
};

/** The rows of one file of contributions, one after the other. What each field means is remembered: few of them differ. */
export class ContributionRows implements RowReader<ContributionColumn> {
  private readonly drafts = new ReturnDrafts();
  private readonly problems = new RowProblems();
  private readonly unknownNames = new Set<string>();
  private accepted = 0;
  private titles: readonly string[] = [];
  private at!: Header<ContributionColumn>['at'];

  private readonly dayOf = remembered(printedDay);
  private readonly missionOf = remembered(printedMission);
  private readonly typeOf = remembered(printedPersonnelType);
  private readonly countOf = remembered(printedCount);
  private readonly countryByName = remembered((code: string) => remembered((name: string) => this.placed(code, name)));

  header({ line, titles, at, problem }: Header<ContributionColumn>): void {
    this.titles = titles;
    this.at = at;
    if (problem !== undefined) this.problems.add(line, '', titles.join(', '), problem);
  }

  row(fields: Fields | undefined, line: number, text: string): void {
    if (fields === undefined) return this.rejectWhole(line, text, 'The quotes of this row do not close; correct them.');
    if (fields.length > this.titles.length && fields.slice(this.titles.length).some((field) => field.trim() !== ''))
      return this.rejectLong(fields, line, text);
    const country = this.countryByName(this.field(fields, 'isocode3'))(this.field(fields, 'contributing_country'));
    const mission = this.missionOf(this.field(fields, 'mission_acronym'));
    const type = this.typeOf(this.field(fields, 'personnel_type'));
    const women = this.countOf(this.field(fields, 'female_personnel'));
    const men = this.countOf(this.field(fields, 'male_personnel'));
    const asAt = this.dayOf(this.field(fields, 'last_reporting_date'));
    if (
      country.value === undefined ||
      mission.value === undefined ||
      type.value === undefined ||
      women.value === undefined ||
      men.value === undefined ||
      asAt.value === undefined
    )
      return this.reject(fields, line, country);
    // Members in canonical order: what is written from them needs no sorting.
    const row = { contributor: country.value, men: men.value, personnelType: type.value, women: women.value };
    this.drafts.place(mission.value, asAt.value, row, line);
    this.accepted += 1;
  }

  finish(): Finished {
    for (const conflict of this.drafts.takeConflicts()) {
      this.accepted -= conflict.lines.length;
      conflict.lines.forEach((line) =>
        this.problems.add(
          line,
          this.title(conflict.column),
          conflict.values.join(' or '),
          `Lines ${conflict.lines.join(', ')} give this contributor and type other figures; keep the right one.`,
        ),
      );
    }
    return { accepted: this.accepted, problems: this.problems, notes: this.notes(), returns: this.drafts.returns() };
  }

  private field(fields: Fields, column: ContributionColumn): string {
    return fields[this.at[column]] ?? '';
  }

  private title(column: ContributionColumn): string {
    return this.titles[this.at[column]] ?? column;
  }

  private placed(code: string, name: string): PlacedCountry {
    const placed = placedCountry(code, name);
    if (placed.byCodeAlone) this.unknownNames.add(`${name.trim()} (${code.trim()})`);
    return placed;
  }

  /** Tells every field of a row that was not understood. */
  private reject(fields: Fields, line: number, country: PlacedCountry): void {
    const printed = {
      [country.column]: country,
      mission_acronym: this.missionOf(this.field(fields, 'mission_acronym')),
      personnel_type: this.typeOf(this.field(fields, 'personnel_type')),
      female_personnel: this.countOf(this.field(fields, 'female_personnel')),
      male_personnel: this.countOf(this.field(fields, 'male_personnel')),
      last_reporting_date: this.dayOf(this.field(fields, 'last_reporting_date')),
    };
    for (const [column, { problem }] of Object.entries(printed) as [ContributionColumn, PlacedCountry][])
      if (problem !== undefined) this.problems.add(line, this.title(column), this.field(fields, column), problem);
    this.drafts.lose(printed.mission_acronym.value, printed.last_reporting_date.value);
  }

  private rejectWhole(line: number, text: string, problem: string): void {
    this.problems.add(line, '', text, problem);
    this.drafts.lose(undefined, undefined);
  }

  /** A separator too many has shifted what stands behind it, so mission and day are looked for in both places. */
  private rejectLong(fields: Fields, line: number, text: string): void {
    const surplus = fields.length - this.titles.length;
    this.problems.add(
      line,
      '',
      text,
      `This row has ${fields.length} fields, the header has ${this.titles.length}; quote a field that holds the separator.`,
    );
    const either = (column: ContributionColumn): string[] => [0, surplus].map((shift) => fields[this.at[column] + shift] ?? '');
    this.drafts.lose(
      onlyOne(either('mission_acronym').map((field) => this.missionOnly(field))),
      onlyOne(either('last_reporting_date').map((field) => this.dayOf(field).value)),
    );
  }

  /** Not any word that could be a mission's name: the neighbouring columns hold such words too. */
  private missionOnly(field: string): string | undefined {
    const isOther =
      [this.typeOf(field), this.countOf(field)].some(({ value }) => value !== undefined) || countriesNamed(field).size > 0;
    return isOther ? undefined : this.missionOf(field).value;
  }

  private notes(): string[] {
    const empty = this.drafts.withoutRows();
    const unknown = [...this.unknownNames];
    return [
      ...repetitionNotes(this.drafts.repeated()),
      ...(unknown.length > 0 ? [`Names that are not known, placed by their code: ${listed(unknown)}.`] : []),
      ...(empty.length > 0 ? [`No row of these returns could be placed, so they are not recorded: ${listed(empty)}.`] : []),
    ];
  }
}
