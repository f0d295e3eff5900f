import type { AlertLine, ConsolidatedReport, MonthlyReport, ReportChange } from '@muster/force-generation';
import type { Speech } from '../words/speech.js';

/** Where a change stands in a report: the heading that a reader finds it under, whose figure it is, and which; with its JSON Pointer. */
export function placeInReport(change: ReportChange, report: MonthlyReport | ConsolidatedReport, speech: Speech): string {
  const { path: pointer, was } = change;
  const [section = '', ...names] = pointer
    .slice(1)
    .split('/')
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  const told = [
    headingOf(section, speech),
    ...ownersOn([section, ...names], { report, was }, speech),
    figureOf(names.at(-1), speech),
  ];
  const words = told.filter((word) => word !== undefined);
  return words.length === 0 ? pointer : `${words.join(' · ')} (${pointer})`;
}

const headingOf = (section: string, { words }: Speech): string | undefined =>
  (words as unknown as Readonly<Record<string, { readonly heading?: string } | undefined>>)[section]?.heading;

const figureOf = (name: string | undefined, { words }: Speech): string | undefined =>
  name === undefined ? undefined : (words.headline.columns as Readonly<Record<string, string | undefined>>)[name];

/** Of each list that is passed, what the member is called; of one that is in the list no more, what it was called. */
function ownersOn(
  names: readonly string[],
  { report, was }: { readonly report: unknown; readonly was: unknown },
  speech: Speech,
): readonly string[] {
  const owners: string[] = [];
  let at: unknown = report;
  for (const [index, name] of names.entries()) {
    const isMember = Array.isArray(at);
    at = (at as Readonly<Record<string, unknown>> | null | undefined)?.[name];
    const isGone = index === names.length - 1 && typeof was === 'object' && was !== null;
    const owner = isMember ? ownerOf(isGone ? was : at, speech) : undefined;
    if (owner !== undefined) owners.push(owner);
  }
  return owners;
}

type Named = Readonly<
  Record<'component' | 'line' | 'contributor' | 'personnelType' | 'mission' | 'requirement' | 'pledge', never>
> &
  AlertLine;

function ownerOf(member: unknown, speech: Speech): string | undefined {
  if (typeof member !== 'object' || member === null) return undefined;
  const { key, mission, requirement, pledge, line, component, contributor, personnelType } = member as Partial<Named>;
  if (key !== undefined) return alertCalled(member as AlertLine, speech);
  const named = pledge ?? requirement ?? line ?? mission;
  if (named !== undefined) return named;
  if (contributor !== undefined) return speech.country(contributor);
  if (component !== undefined) return speech.words.components[component];
  return personnelType === undefined ? undefined : speech.words.personnelTypes[personnelType];
}

const alertCalled = (alert: AlertLine, speech: Speech): string => `${speech.words.rules[alert.rule]}: ${speech.subject(alert)}`;
