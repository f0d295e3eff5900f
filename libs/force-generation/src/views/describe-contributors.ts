import { personnelTypes } from '../personnel.js';
import type { Reading } from '../reading.js';
import { cellName } from '../strength/cell-name.js';
import { personsOf } from '../strength/return-in-force.js';
import { strengths, toldToday, type Head, type ReturnStrength } from '../strength/strength.js';
import { unitsSince } from '../strength/units-since.js';

/** A contributor's persons of one type. `reported` is as published; `deployed` with held values and what its units changed since. */
export interface ContributorType {
  readonly personnelType: string;
  readonly women: number;
  readonly men: number;
  readonly deployed: number;
  readonly reported: number;
  readonly state: 'known' | 'suspect';
}

export interface Contributor {
  readonly contributor: string;
  readonly deployed: number;
  readonly women: number;
  readonly types: readonly ContributorType[];
}

/** Contributors by the newest return that names them, the largest first; a return by type makes nobody appear or vanish. */
export function describeContributors(reading: Reading): {
  readonly observedOn: string | null;
  readonly contributors: readonly Contributor[];
} {
  const newest = strengths(reading, toldToday(reading)).steps.findLast(
    ([asAt, strength]) => asAt <= reading.today && strength!.ret.byContributor,
  )?.[1];
  if (newest === undefined) return { observedOn: null, contributors: [] };
  const changes = unitsSince(reading, newest.asAt, reading.today);
  const names = new Set(
    [...newest.ret.cells.keys(), ...newest.special.map(({ special }) => special.cell), ...changes.keys()].map(
      (cell) => cell.split('.')[0]!,
    ),
  );
  const contributors = [...names]
    .map((contributor) => describe(contributor, newest, changes))
    .filter(({ types }) => types.length > 0);
  return {
    observedOn: newest.asAt,
    contributors: contributors.sort((a, b) => b.deployed - a.deployed || (a.contributor < b.contributor ? -1 : 1)),
  };
}

type Changes = ReadonlyMap<string, Readonly<Head>>;

function describe(contributor: string, { ret, special }: ReturnStrength, changes: Changes): Contributor {
  const types = personnelTypes.flatMap((personnelType): ContributorType[] => {
    const cell = cellName(contributor, personnelType);
    const known = special.find((candidate) => candidate.special.cell === cell);
    const kept = known?.kept ?? ret.cells.get(cell) ?? { women: 0, men: 0 };
    const change = changes.get(cell) ?? { women: 0, men: 0 };
    const women = kept.women + change.women;
    const men = kept.men + change.men;
    const reported = personsOf(ret.cells.get(cell));
    if (women + men === 0 && reported === 0) return [];
    return [{ personnelType, women, men, deployed: women + men, reported, state: known?.suspect ? 'suspect' : 'known' }];
  });
  const sum = (of: (type: ContributorType) => number): number => types.reduce((total, type) => total + of(type), 0);
  return { contributor, deployed: sum(({ deployed }) => deployed), women: sum(({ women }) => women), types };
}
