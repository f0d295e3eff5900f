import { countryName, type Language } from '@muster/contracts';
import { capabilities, firstDayOf, type AlertLine, type Capability, type Month } from '@muster/force-generation';
import type { Cell, Emphasis } from '../document.js';
import { english } from './english.js';
import { french } from './french.js';
import type { Words } from './words.js';

/** A language: its phrases, and how it prints numbers, shares, days and names. */
export class Speech {
  readonly words: Words;
  private readonly numbers: Intl.NumberFormat;
  private readonly shares: Intl.NumberFormat;
  private readonly changes: Intl.NumberFormat;
  private readonly dates: Intl.DateTimeFormat;
  private readonly fineShares: Intl.NumberFormat;
  private readonly shortDates: Intl.DateTimeFormat;
  private readonly months: Intl.DateTimeFormat;
  private readonly texts: Intl.Collator;

  constructor(readonly language: Language) {
    this.words = language === 'en' ? english : french;
    const locale = language === 'en' ? 'en-GB' : 'fr-FR';
    const timeZone = 'UTC';
    this.numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    this.shares = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
    this.fineShares = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 });
    this.changes = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });
    this.dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
    this.shortDates = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone });
    this.months = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone });
    this.texts = new Intl.Collator(locale);
  }

  number(value: number): string {
    return set(this.numbers.format(value));
  }

  /** Of one: 0.887 is 88.7 per cent. */
  share(value: number): string {
    return set(this.shares.format(value));
  }

  /** As finely as shares are reckoned: 0.8319 is 83.19 per cent. */
  fineShare(value: number): string {
    return set(this.fineShares.format(value));
  }

  percent(value: number): string {
    return this.share(value / 100).replace(/[.,]0(?=\D*$)/, '');
  }

  /** With its sign. */
  change(value: number): string {
    return set(this.changes.format(value));
  }

  /** `28 February 2018`; the first of a month is an ordinal in French. */
  day(day: string): string {
    return this.ordinal(this.dates.format(instantOf(day)));
  }

  shortDay(day: string): string {
    return this.ordinal(this.shortDates.format(instantOf(day)));
  }

  month(month: Month): string {
    return this.months.format(instantOf(firstDayOf(month)));
  }

  country(code: string): string {
    return countryName(code, this.language);
  }

  capability(code: string): string {
    return code in capabilities ? this.words.capabilities[code as Capability] : code;
  }

  owner(name: string): string {
    const country = /^Military or police adviser, Permanent Mission of ([A-Z]{3})$/.exec(name)?.[1];
    return country === undefined ? (this.words.owners[name] ?? name) : this.words.adviser(this.country(country));
  }

  /** Parts that commas may stand in. */
  list(parts: readonly string[]): string {
    return parts.join(this.language === 'fr' ? '\u00A0; ' : '; ');
  }

  /** Names of which none has a comma in it. */
  names(names: readonly string[]): string {
    return names.join(', ');
  }

  days(count: number): string {
    return this.words.days(count, this.number(count));
  }

  /** What an alert is about: by name where it is a requirement, a unit or a pledge. */
  subject({
    rule,
    subject,
    capability,
    contributor,
  }: Pick<AlertLine, 'rule' | 'subject' | 'capability' | 'contributor'>): string {
    const { components, womenGroups, mission } = this.words;
    if (subject === 'mission') return mission;
    if (subject in components) return components[subject as keyof typeof components];
    if (rule === 'women-below-target') return womenGroups[subject as keyof typeof womenGroups] ?? subject;
    if (subject in capabilities) return this.capability(subject);
    const [code, cell] = subject.split('.');
    if (code === 'mission' && cell !== undefined) return `${mission}, ${cell}`;
    const type = this.cellType(cell);
    if (type !== undefined) return `${this.country(code!)}, ${type}`;
    const about = [capability && this.capability(capability), contributor && this.country(contributor)]
      .filter(Boolean)
      .join(', ');
    return about === '' ? subject : `${about} (${subject})`;
  }

  private cellType(slug: string | undefined): string | undefined {
    const { personnelTypes: types } = this.words;
    switch (slug) {
      case 'troops':
        return types.Troops;
      case 'staff-officers':
        return types['Staff Officer'];
      case 'experts':
        return types['Experts on Mission'];
      case 'formed-police':
        return types['Formed Police Units'];
      case 'individual-police':
        return types['Individual Police'];
      default:
        return undefined;
    }
  }

  readonly inOrder = (a: string, b: string): number => this.texts.compare(a, b);

  readonly text = (text: string, emphasis?: Emphasis): Cell => ({ text, ...(emphasis && { emphasis }) });

  /** What a task is called, with whatever stands before and after. */
  readonly titleCell = (title: string, { before = '', after = '' } = {}): Cell => ({
    text: `${before}${this.words.quoted(title)}${after}`,
    asSent: true,
  });

  /** Of the task that a gap holds back. */
  readonly taskCell = (task: { readonly rank: number; readonly title: string } | undefined): Cell =>
    task === undefined ? { text: '–' } : this.titleCell(task.title, { before: `${task.rank}. ` });

  readonly numberCell = (value: number | null, emphasis?: Emphasis): Cell =>
    value === null
      ? { text: this.words.notKnown, emphasis: 'quiet' }
      : { text: this.number(value), number: value, ...(emphasis && { emphasis }) };

  readonly changeCell = (value: number, emphasis?: Emphasis): Cell => ({
    text: this.change(value),
    number: value,
    ...(emphasis && { emphasis }),
  });

  readonly shareCell = (value: number | null): Cell =>
    value === null ? { text: '–', emphasis: 'quiet' } : { text: this.share(value), number: value, isShare: true };

  readonly dayCell = (day: string | null | undefined): Cell =>
    day === null || day === undefined ? { text: '–', emphasis: 'quiet' } : { text: this.shortDay(day), day };

  private ordinal(date: string): string {
    return this.language === 'fr' ? date.replace(/^1 /, '1er ') : date;
  }
}

/** Fonts have the usual blank that does not break, not the narrow one; and the sign that Intl prints is a hyphen. */
const set = (text: string): string => text.replaceAll('\u202F', '\u00A0').replace(/^-/, '−');

const instantOf = (day: string): Date => new Date(`${day}T00:00:00Z`);
