import type { Day } from '../../day.js';
import { personnelTypes, type PersonnelType } from '../../personnel.js';
import type { Contributor, ContributorType } from '../../views/describe-contributors.js';
import type { MonthlyReport, TypeTotal } from '../monthly-report.js';

/** A contributor's persons in all missions. */
export interface ContributorSum extends Contributor {
  /** Where it has any, by name. */
  readonly missions: readonly string[];
}

export interface ContributorSums {
  readonly contributors: readonly ContributorSum[];
  readonly totals: readonly TypeTotal[];
  /** Of the missions whose strength is known: as-at day of the return that a mission's contributors are told by; null where none names any. */
  readonly observed: readonly { readonly mission: string; readonly observedOn: Day | null; readonly facts: readonly number[] }[];
}

/**
 * The tables of the missions whose strength is known added up, the largest contributor first. What an old return says of a mission's
 * contributors would stand beside figures of today.
 */
export function contributorSums(all: readonly MonthlyReport[]): ContributorSums {
  const reports = all.filter(({ headline }) => headline.deployed !== null);
  const rows = reports.flatMap(({ mission, contributors }) =>
    contributors.contributors.map((contributor) => ({ mission, ...contributor })),
  );
  const names = [...new Set(rows.map(({ contributor }) => contributor))];
  const sums = names.map((name) => contributorSum(rows.filter(({ contributor }) => contributor === name)));
  return {
    contributors: sums.sort((a, b) => b.deployed - a.deployed || (a.contributor < b.contributor ? -1 : 1)),
    totals: personnelTypes.map((type, index) =>
      totalOf(
        type,
        reports.map(({ contributors }) => contributors.totals[index]!),
      ),
    ),
    observed: reports.map(({ mission, contributors: { observedOn, facts } }) => ({ mission, observedOn, facts })),
  };
}

type Row = Contributor & { readonly mission: string };

function contributorSum(rows: readonly Row[]): ContributorSum {
  const types = rows.flatMap((row) => row.types);
  return {
    contributor: rows[0]!.contributor,
    missions: rows.map(({ mission }) => mission),
    types: personnelTypes.flatMap((type) => typeSum(types.filter(({ personnelType }) => personnelType === type)) ?? []),
    deployed: sum(rows, 'deployed'),
    women: sum(rows, 'women'),
  };
}

function typeSum(cells: readonly ContributorType[]): ContributorType | undefined {
  const [first] = cells;
  if (first === undefined) return undefined;
  return {
    personnelType: first.personnelType,
    ...persons(cells),
    state: cells.some(({ state }) => state === 'suspect') ? 'suspect' : 'known',
  };
}

const totalOf = (personnelType: PersonnelType, totals: readonly TypeTotal[]): TypeTotal => ({
  personnelType,
  ...persons(totals),
});

type Persons = Pick<TypeTotal, 'women' | 'men' | 'deployed' | 'reported'>;

const persons = (all: readonly Persons[]): Persons => ({
  women: sum(all, 'women'),
  men: sum(all, 'men'),
  deployed: sum(all, 'deployed'),
  reported: sum(all, 'reported'),
});

const sum = <Of extends string>(all: readonly Readonly<Record<Of, number>>[], of: Of): number =>
  all.reduce((total, one) => total + one[of], 0);
