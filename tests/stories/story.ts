import {
  assessmentNow,
  assessmentOf,
  decidePublications,
  deeperAndDeeper,
  depthsOf,
  describeMission,
  Chronicle,
  Ledger,
  policyV1,
  Reading,
  type AdoptedPolicy,
  type Alert,
  type ComponentFigures,
  type Day,
  type Episode,
  type Fact,
  type LineFigures,
  type MissionFigures,
  type Saying,
  type Severity,
} from '@muster/force-generation';
import { lookAt, type Look, type LookFrom } from './look.js';
import { recorded, type ToldFact } from './told-facts.js';

/** A fact, or the facts that one document says together. */
type Told = ToldFact | readonly ToldFact[];

/** Only what was known on a day, or stood up to a position. */
type LookBack = Pick<LookFrom, 'knownAt' | 'position'>;

/** What an alert is to be: its severity alone, or any of its members. */
type ExpectedAlert = Severity | Partial<Alert>;

/**
 * A story of one mission: facts in the order in which they come in, and what is true on the days that matter. It is told while the
 * spec is read and happens when jest runs it. A day that is not before the days already looked at is lived through: what is due is
 * said on it, and what was last said is then what is true. An earlier day is only looked back at.
 */
export const story = (title: string): Story => {
  const told = new Story();
  it(title, () => told.happen());
  return told;
};

export class Story {
  private readonly steps: (() => void)[] = [];
  private readonly facts: Fact[] = [];
  private readonly said = new Map<string, Saying>();
  private policy: AdoptedPolicy = { hash: 'version-1', table: policyV1 };
  private mission = 'MINUSMA';
  private live: { readonly ledger: Ledger; readonly chronicle: Chronicle; folded: number } | undefined;
  private lastLived: Day = '';
  private look: Look | undefined;
  private lookedOn: Day = '';

  happen(): void {
    for (const step of this.steps) step();
  }

  inMission(mission: string): this {
    return this.step(() => (this.mission = mission));
  }

  underPolicy(policy: AdoptedPolicy): this {
    return this.step(() => (this.policy = policy));
  }

  /** What is told on the first day of the story. */
  from(day: Day, ...told: readonly Told[]): this {
    return this.on(day, ...told);
  }

  /** What comes in next; each fact speaks of the day unless it says another. */
  on(day: Day, ...told: readonly Told[]): this {
    return this.step(() => {
      for (const fact of told.flat())
        this.facts.push(recorded(fact, { mission: this.mission, day, position: this.facts.length + 1 }));
    });
  }

  onDay(day: Day, back: LookBack = {}): this {
    return this.step(() => {
      this.lookedOn = day;
      const seen = lookAt(this.facts, { mission: this.mission, today: day, policy: this.policy, ...back });
      const isLived = day >= this.lastLived && back.knownAt === undefined && back.position === undefined;
      this.look = { ...seen, sayings: isLived ? this.liveThrough(day, seen.assessment.alerts) : [] };
    });
  }

  expectNoAlerts(): this {
    return this.expectAlerts();
  }

  /** Exactly these are open, in this order. */
  expectAlerts(...keys: readonly string[]): this {
    return this.expectThat(({ assessment }) => expect(assessment.alerts.map(shortKey)).toEqual(keys));
  }

  expectAlert(key: string, figures: Readonly<Record<string, unknown>> = {}, expected: ExpectedAlert = {}): this {
    const alert = typeof expected === 'string' ? { severity: expected } : expected;
    return this.expectThat((look) => expect(openAlert(look, key)).toMatchObject({ ...alert, figures }));
  }

  expectSeverity(key: string, severity: Severity | undefined): this {
    return this.expectThat((look) => expect({ [key]: openAlert(look, key)?.severity }).toEqual({ [key]: severity }));
  }

  expectNoAlert(key: string): this {
    return this.expectThat((look) => expect(openAlert(look, key)).toBeUndefined());
  }

  /** The episodes of a key, pending and closed ones too. */
  expectEpisodes(key: string, ...episodes: readonly Partial<Episode>[]): this {
    return this.expectThat(({ assessment }) => {
      const found = assessment.verdicts.get(`${this.mission}/${key}`)?.episodes ?? [];
      expect(found.map(({ since, firingSince, closedOn, closedBy }) => ({ since, firingSince, closedOn, closedBy }))).toEqual(
        episodes.map(({ since, firingSince, closedOn, closedBy }) => ({ since, firingSince, closedOn, closedBy })),
      );
    });
  }

  /** What is said on this day, in order: `AlertRaised ceiling-shortfall/military#1`, with the resolution of what is resolved. */
  expectSaid(...sayings: readonly string[]): this {
    return this.expectThat((look) => expect(look.sayings.map(sayingText)).toEqual(sayings));
  }

  expectSaying(key: string, saying: Partial<Saying>): this {
    return this.expectThat((look) => expect(look.sayings.find(({ alert }) => shortKey(alert) === key)).toMatchObject(saying));
  }

  expectComponent(component: string, figures: Partial<ComponentFigures>): this {
    return this.expectMission((mission) =>
      expect(mission.components.find((known) => known.component === component)).toMatchObject(figures),
    );
  }

  expectLine(line: string, figures: Partial<LineFigures>): this {
    return this.expectMission(({ lines }) => expect(lines.find((known) => known.line === line)).toMatchObject(figures));
  }

  expectLines(...lines: readonly string[]): this {
    return this.expectMission((mission) => expect(mission.lines.map(({ line }) => line)).toEqual(lines));
  }

  expectNotes(...codes: readonly string[]): this {
    return this.expectMission(({ notes }) => expect(notes.map(({ code }) => code)).toEqual(codes));
  }

  expectMission(expectation: (figures: MissionFigures) => void): this {
    return this.expectThat(({ reading }) => expectation(describeMission(reading)));
  }

  /** Anything else that holds on the day. */
  expectThat(expectation: (look: Look) => void): this {
    return this.step(() => expectation(this.look!));
  }

  private step(happen: () => void): this {
    this.steps.push(() => {
      try {
        happen();
      } catch (error) {
        if (error instanceof Error) error.message = `On ${this.lookedOn}: ${error.message}`;
        throw error;
      }
    });
    return this;
  }

  /** The same by a reading that has lived through the story so far; then says what is due, and holds the said against the true. */
  private liveThrough(today: Day, alerts: readonly Alert[]): readonly Saying[] {
    this.lastLived = today;
    const reading = this.livingReading(today);
    expect(assessmentOf(reading).alerts).toEqual(alerts);
    // As the assessor reads a small mission and a large one.
    const assessment = assessmentNow(depthsOf(reading), this.said);
    expect(assessment.alerts).toEqual(alerts);
    expect(assessmentNow(deeperAndDeeper(reading), this.said).alerts).toEqual(alerts);
    const upTo = this.facts.length;
    const due = decidePublications(this.said, assessment, { upTo, causesOf: () => [] });
    for (const saying of due) this.said.set(saying.alert.key, saying);
    const open = [...this.said.values()].filter(({ name }) => name !== 'AlertResolved').map(({ alert }) => alert);
    expect(open.toSorted(byKey)).toEqual(alerts.toSorted(byKey));
    return due;
  }

  private livingReading(today: Day): Reading {
    if (this.live === undefined) {
      const ledger = new Ledger(this.mission);
      this.live = { ledger, chronicle: new Chronicle(ledger, { policy: this.policy }), folded: 0 };
    }
    const { ledger, chronicle } = this.live;
    for (; this.live.folded < this.facts.length; this.live.folded += 1)
      chronicle.forget(ledger.fold(this.facts[this.live.folded]!));
    chronicle.adopt(this.policy);
    return new Reading(chronicle, today);
  }
}

const byKey = (a: Alert, b: Alert): number => (a.key < b.key ? -1 : 1);

const shortKey = ({ rule, subject }: Alert): string => `${rule}/${subject}`;

const openAlert = ({ assessment }: Look, key: string): Alert | undefined =>
  assessment.alerts.find((alert) => shortKey(alert) === key);

const sayingText = ({ name, alert, revision, resolution }: Saying): string =>
  `${name} ${shortKey(alert)}#${revision}${resolution === undefined ? '' : ` ${resolution}`}`;
