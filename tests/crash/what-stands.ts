import { canonicalJson, sha256 } from '@muster/contracts';
import { answerOf } from './answer-of.js';

/** What a log comes to, in a form that two runs can be compared in. */
export interface WhatStands {
  /** SHA-256 of the canonical source, id, type, subject and data of each fact of the domain, sorted. */
  readonly facts: readonly string[];
  /** The alerts in any state, by key: canonical JSON without what tells how they came about. */
  readonly alerts: ReadonlyMap<string, string>;
}

interface Recorded {
  readonly event: {
    readonly source: string;
    readonly id: string;
    readonly type: string;
    readonly subject: string;
    readonly data: object;
  };
}

type ShownAlert = Readonly<Record<string, unknown>> & { readonly key: string };

/** Recorded by Muster itself. */
const own: ReadonlySet<string> = new Set(['muster.DayTurned', 'muster.PolicyAdopted']);

export async function whatStands(url: string): Promise<WhatStands> {
  const { missions } = await answerOf<{ missions: { mission: string }[] }>(url, '/api/missions');
  const facts: string[] = [];
  for (const { mission } of missions) facts.push(...(await factsOf(url, mission)));
  const { alerts } = await answerOf<{ alerts: ShownAlert[] }>(url, '/api/alerts?state=any');
  return { facts: facts.sort(), alerts: new Map(alerts.map((alert) => [alert.key, alertText(alert)])) };
}

async function factsOf(url: string, mission: string): Promise<string[]> {
  const path = `/api/facts?mission=${encodeURIComponent(mission)}`;
  const { facts, more } = await answerOf<{ facts: Recorded[]; more: boolean }>(url, path);
  if (more) throw new Error(`${mission} has more facts than one answer holds`);
  return facts
    .filter(({ event }) => !own.has(event.type))
    .map(({ event: { source, id, type, subject, data } }) => sha256(canonicalJson({ source, id, type, subject, data })));
}

function alertText({ revision: _revision, upTo: _upTo, causes: _causes, ...content }: ShownAlert): string {
  return canonicalJson(content);
}

/** A sentence for each thing in which two runs differ. */
export function differences(expected: WhatStands, found: WhatStands): string[] {
  const here = new Set(found.facts);
  const there = new Set(expected.facts);
  const lost = expected.facts.filter((fact) => !here.has(fact)).length;
  const added = found.facts.filter((fact) => !there.has(fact)).length;
  const keys = [...new Set([...expected.alerts.keys(), ...found.alerts.keys()])].sort();
  const other = keys.filter((key) => expected.alerts.get(key) !== found.alerts.get(key));
  return [
    ...(lost > 0 ? [`${lost} facts are lost`] : []),
    ...(added > 0 ? [`${added} facts are there that the undisturbed run has not`] : []),
    ...(found.facts.length === here.size ? [] : [`${found.facts.length - here.size} facts are there twice`]),
    ...other.map((key) => alertDifference(key, expected.alerts.get(key), found.alerts.get(key))),
  ];
}

function alertDifference(key: string, expected: string | undefined, found: string | undefined): string {
  if (expected === undefined) return `${key} is said, and not in the undisturbed run`;
  if (found === undefined) return `${key} is not said, and is in the undisturbed run`;
  const [before, after] = [expected, found].map((text) => JSON.parse(text) as Readonly<Record<string, unknown>>);
  const names = [...new Set([...Object.keys(before!), ...Object.keys(after!)])];
  const other = names.filter((name) => canonicalJson(before![name] ?? null) !== canonicalJson(after![name] ?? null));
  const told = other.map((name) => `${name} ${JSON.stringify(after![name])}, undisturbed ${JSON.stringify(before![name])}`);
  return `${key}: ${told.join('; ')}`;
}
