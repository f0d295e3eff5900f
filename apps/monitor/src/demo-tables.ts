import Table from 'cli-table3';

/** What the demo shows, as the doors answered it. */
export interface DemoAnswers {
  readonly missions: readonly {
    readonly mission: string;
    readonly components: readonly {
      readonly component: string;
      readonly authorized: number | null;
      readonly resolution: string | null;
      readonly deployed: number | null;
      readonly missing: number | null;
      readonly fillRate: number | null;
      readonly state: string;
      readonly observedOn: string | null;
    }[];
  }[];
  readonly alerts: readonly {
    readonly severity: string;
    readonly state: string;
    readonly rule: string;
    readonly subject: string;
    readonly since: string;
    readonly figures: Readonly<Record<string, unknown>>;
    readonly task?: { readonly title: string; readonly rank: number; readonly date: string };
    readonly reason: string;
  }[];
}

const style = { head: [], border: [], compact: true };
const number = new Intl.NumberFormat('en');
const shown = (value: number | null): string => (value === null ? 'not known' : number.format(value));
const percent = (share: number | null): string => (share === null ? '' : `${(100 * share).toFixed(1)} %`);

export function strengthTable({ missions }: DemoAnswers): string {
  const table = new Table({ head: ['', 'authorized', 'deployed', 'missing', 'filled', 'as at', 'by'], style });
  for (const { mission, components } of missions)
    for (const one of components)
      table.push([
        `${mission} ${one.component}`,
        shown(one.authorized),
        one.state === 'known' ? shown(one.deployed) : `${shown(one.deployed)} (${one.state})`,
        shown(one.missing),
        percent(one.fillRate),
        one.observedOn ?? '',
        one.resolution ?? '',
      ]);
  return table.toString();
}

export function alertTable({ alerts }: DemoAnswers): string {
  const table = new Table({
    head: ['severity', 'gap', 'figures', 'since', 'holds back'],
    colWidths: [18, 46, 34, 12, 38],
    wordWrap: true,
    style,
  });
  for (const { severity, state, rule, subject, figures, since, task } of alerts)
    table.push([
      state === 'firing' ? severity : `${severity} (${state})`,
      `${rule}/${subject}`,
      figuresText(figures),
      since,
      task === undefined ? '' : `${task.rank}. ${task.title}, ${task.date}`,
    ]);
  return table.toString();
}

/** `units 0 of 1, personnel 0 of 90`, and plain figures as they are. */
const figuresText = (figures: Readonly<Record<string, unknown>>): string =>
  Object.entries(figures)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name} ${figureText(value)}`)
    .join(', ');

function figureText(value: unknown): string {
  if (typeof value === 'number') return number.format(value);
  if (typeof value === 'string') return value;
  const { deployed, required } = value as { deployed?: number; required?: number };
  return deployed === undefined || required === undefined ? JSON.stringify(value) : `${deployed} of ${required}`;
}
