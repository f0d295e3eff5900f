import type { ConsolidatedReport, MonthlyReport } from '@muster/force-generation';
import type { Speech } from '../words/speech.js';

/** Where a JSON Pointer leads in a report: the heading that a reader finds it under, whose figure it is, and which; with the pointer. */
export function placeInReport(pointer: string, report: MonthlyReport | ConsolidatedReport, speech: Speech): string {
  const [section = '', ...names] = pointer
    .slice(1)
    .split('/')
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  const told = [headingOf(section, speech), ...ownersOn([section, ...names], report, speech), figureOf(names.at(-1), speech)];
  const words = told.filter((word) => word !== undefined);
  return words.length === 0 ? pointer : `${words.join(' · ')} (${pointer})`;
}

const headingOf = (section: string, { words }: Speech): string | undefined =>
  (words as unknown as Readonly<Record<string, { readonly heading?: string } | undefined>>)[section]?.heading;

const figureOf = (name: string | undefined, { words }: Speech): string | undefined =>
  name === undefined ? undefined : (words.headline.columns as Readonly<Record<string, string | undefined>>)[name];

/** Of each list that is passed, what the member is called. */
function ownersOn(names: readonly string[], report: unknown, speech: Speech): readonly string[] {
  const owners: string[] = [];
  let at: unknown = report;
  for (const name of names) {
    const isMember = Array.isArray(at);
    at = (at as Readonly<Record<string, unknown>> | null | undefined)?.[name];
    const owner = isMember ? ownerOf(at, speech) : undefined;
    if (owner !== undefined) owners.push(owner);
  }
  return owners;
}

type Named = Readonly<
  Record<'component' | 'line' | 'contributor' | 'personnelType' | 'mission' | 'requirement' | 'pledge', never>
>;

function ownerOf(member: unknown, speech: Speech): string | undefined {
  if (typeof member !== 'object' || member === null) return undefined;
  const { mission, requirement, pledge, line, component, contributor, personnelType } = member as Partial<Named>;
  const named = pledge ?? requirement ?? line ?? mission;
  if (named !== undefined) return named;
  if (contributor !== undefined) return speech.country(contributor);
  if (component !== undefined) return speech.words.components[component];
  return personnelType === undefined ? undefined : speech.words.personnelTypes[personnelType];
}
