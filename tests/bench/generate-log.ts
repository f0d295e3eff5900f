import type { CloudEvent, EventData } from '@muster/contracts';
import { addDays, capabilities, personnelTypes, type Day } from '@muster/force-generation';
import { seededRandom, type Random } from './seeded-random.js';

export interface LogAsked {
  readonly seed: number;
  readonly missions: number;
  /** Facts of each mission, its ceilings, mandate and requirements included. */
  readonly factsPerMission: number;
}

const firstDay: Day = '2012-01-01';
const contributors = [
  'BGD',
  'BFA',
  'CHN',
  'DEU',
  'EGY',
  'ETH',
  'FRA',
  'GHA',
  'IDN',
  'IND',
  'JOR',
  'NER',
  'NPL',
  'PAK',
  'RWA',
  'SEN',
  'TCD',
  'TGO',
];
const moreContributors = [
  'ARG',
  'AUT',
  'BEN',
  'BRA',
  'CAN',
  'CHL',
  'CIV',
  'CMR',
  'DNK',
  'ESP',
  'FIN',
  'FJI',
  'GBR',
  'GIN',
  'HUN',
  'IRL',
  'ITA',
];
const capabilityCodes = Object.keys(capabilities).slice(0, 20);

/**
 * A log of missions over some fourteen years: 5 % returns of 50 to 160 rows, 50 % unit strength and equipment, 25 % arrivals, rotations
 * and departures, 20 % pledge steps; of these 2 % are retracted, 2 % corrected and 5 % come out of order. The same seed gives the same log.
 */
export function* generateLog({ seed, missions, factsPerMission }: LogAsked): Generator<CloudEvent> {
  for (let mission = 1; mission <= missions; mission += 1) {
    yield* outOfOrder(
      missionFacts(`GEN${mission}`, factsPerMission, seededRandom(seed * 1_000 + mission)),
      seededRandom(seed * 7_919 + mission),
    );
  }
}

/** Every twentieth fact comes some places later than its day. */
function* outOfOrder(facts: Iterable<CloudEvent>, random: Random): Generator<CloudEvent> {
  const waiting: { fact: CloudEvent; left: number }[] = [];
  for (const fact of facts) {
    if (random.chance(0.05)) waiting.push({ fact, left: random.whole(5, 200) });
    else yield fact;
    for (const late of waiting) late.left -= 1;
    while (waiting.length > 0 && waiting[0]!.left <= 0) yield waiting.shift()!.fact;
  }
  for (const { fact } of waiting) yield fact;
}

function* missionFacts(mission: string, count: number, random: Random): Generator<CloudEvent> {
  const scene = new Scene(mission, random);
  const opening = scene.opening();
  yield* opening;
  const daysPerFact = 5_000 / Math.max(count, 1);
  for (let index = opening.length; index < count;) {
    scene.day = addDays(firstDay, Math.floor(index * daysPerFact));
    const fact = scene.next();
    yield fact;
    index += 1;
    const correction = random.chance(0.04) && index < count ? scene.correctionOf(fact) : undefined;
    if (correction === undefined) continue;
    yield correction;
    index += 1;
  }
}

interface UnitOnStage {
  readonly unit: string;
  readonly contributor: string;
  readonly requirement: number;
  readonly required: number;
  present: boolean;
  persons: number;
}

class Scene {
  day: Day = firstDay;
  private number = 0;
  private pledges = 0;
  private readonly running: { pledge: string; step: number; requirement: number }[] = [];
  private readonly strength = new Map<
    string,
    { contributor: string; type: (typeof personnelTypes)[number]; women: number; men: number }
  >();
  private readonly units: UnitOnStage[];

  constructor(
    private readonly mission: string,
    private readonly random: Random,
  ) {
    for (const contributor of [...contributors, ...moreContributors]) this.addCells(contributor);
    this.units = Array.from({ length: 60 }, (_, index) => ({
      unit: `${mission}-U${index}`,
      contributor: contributors[index % contributors.length]!,
      requirement: index % 30,
      required: 150 + 10 * (index % 30),
      present: false,
      persons: 0,
    }));
  }

  opening(): CloudEvent[] {
    const ceiling = (line: 'military' | 'police', personnel: number, counts: readonly string[]) =>
      this.event('CeilingAuthorized', {
        resolution: 'S/RES/1 (2012)',
        adoptedOn: firstDay,
        effectiveFrom: firstDay,
        line,
        counts,
        placement: 'component',
        status: 'adopted',
        personnel,
      });
    return [
      this.event('MissionEstablished', { name: `Mission ${this.mission}` }),
      ceiling('military', 12_000, ['Troops', 'Staff Officer', 'Experts on Mission']),
      ceiling('police', 1_800, ['Formed Police Units', 'Individual Police']),
      this.event('MandateRenewed', { resolution: 'S/RES/1 (2012)', until: '2030-06-30' }),
      this.event('TaskPrioritized', { task: 'protection', title: 'Protect civilians', rank: 1, from: firstDay }),
      ...Array.from({ length: 30 }, (_, index) =>
        this.event('RequirementStated', {
          requirement: `R${index}`,
          component: 'military',
          capability: capabilityCodes[index % 20],
          units: 2,
          personnel: 2 * (150 + 10 * index),
          requiredBy: addDays(firstDay, 100 * index),
          tasks: ['protection'],
        }),
      ),
    ];
  }

  next(): CloudEvent {
    const draw = this.random.fraction();
    if (draw < 0.05) return this.strengthReturned();
    if (draw < 0.55) return this.unitState();
    if (draw < 0.8) return this.unitMove();
    return this.pledgeStep();
  }

  /** Half are taken back, half are said again with a later day of publication. */
  correctionOf(fact: CloudEvent): CloudEvent {
    if (this.random.chance(0.5))
      return this.event('FactRetracted', { ofSource: fact.source, ofId: fact.id, reason: 'sent by mistake' });
    const data: EventData = { ...fact.data, publishedOn: addDays(this.day, 1) };
    if (fact.type !== 'muster.StrengthReturned') return { ...fact, id: `${fact.id}/again`, data };
    return { ...fact, id: `${fact.id}/again`, data: { ...data, replaces: fact.id } };
  }

  private addCells(contributor: string): void {
    for (const type of personnelTypes.slice(0, this.random.whole(2, 5)))
      this.strength.set(`${contributor}.${type}`, {
        contributor,
        type,
        women: this.random.whole(0, 20),
        men: this.random.whole(5, 600),
      });
  }

  private strengthReturned(): CloudEvent {
    for (const cell of this.strength.values())
      if (this.random.chance(0.3)) cell.men = Math.max(1, cell.men + this.random.whole(-8, 8));
    const rows = [...this.strength.values()].slice(0, this.random.whole(50, 160));
    const printed = rows.map(({ contributor, type: personnelType, women, men }) => ({ contributor, personnelType, women, men }));
    return this.event('StrengthReturned', { detail: 'byContributor', rows: printed });
  }

  private unitState(): CloudEvent {
    const there = this.units.filter(({ present }) => present);
    if (there.length === 0) return this.unitMove();
    const unit = this.random.of(there);
    if (this.random.chance(0.3)) {
      const required = 40;
      const held = this.random.whole(25, 42);
      return this.event('EquipmentInspected', {
        unit: unit.unit,
        type: 'APC',
        required,
        held,
        serviceable: Math.max(0, held - this.random.whole(0, 8)),
      });
    }
    unit.persons = Math.max(20, unit.persons + this.random.whole(-6, 6));
    return this.event('UnitStrengthReported', { unit: unit.unit, women: 5, men: unit.persons - 5 });
  }

  private unitMove(): CloudEvent {
    const unit = this.random.of(this.units);
    if (!unit.present) return this.arrive(unit);
    const draw = this.random.fraction();
    if (draw < 0.4) return this.event('UnitRotated', { unit: unit.unit, tourEndsOn: addDays(this.day, 365) });
    if (draw < 0.75)
      return this.event('RotationPlanned', {
        unit: unit.unit,
        leavesOn: addDays(this.day, 60),
        replacedBy: `${unit.unit}-B`,
        arrivesOn: addDays(this.day, 50),
      });
    if (draw < 0.9)
      return this.event('WithdrawalAnnounced', { unit: unit.unit, leavesOn: addDays(this.day, 90), personnel: unit.persons });
    unit.present = false;
    return this.event('UnitRepatriated', { unit: unit.unit });
  }

  private arrive(unit: UnitOnStage): CloudEvent {
    unit.present = true;
    unit.persons = unit.required - this.random.whole(0, 20);
    return this.event('UnitArrived', {
      unit: unit.unit,
      contributor: unit.contributor,
      component: 'military',
      personnelType: 'Troops',
      capability: capabilityCodes[unit.requirement % 20],
      part: 'main',
      women: 5,
      men: unit.persons - 5,
      requirement: `R${unit.requirement}`,
    });
  }

  private pledgeStep(): CloudEvent {
    if (this.running.length < 5 || this.random.chance(0.12)) return this.register();
    const running = this.random.of(this.running);
    running.step += 1;
    const { pledge, step, requirement } = running;
    if (step >= 6) this.running.splice(this.running.indexOf(running), 1);
    const steps: readonly (() => CloudEvent)[] = [
      () => this.event('PledgeDecided', { pledge, decision: 'received' }),
      () => this.event('PledgeLevelChanged', { pledge, level: '2' }),
      () => this.event('PledgeSelected', { pledge, requirement: `R${requirement}`, terms: this.terms(requirement) }),
      () => this.event('ReconnaissanceHeld', { pledge }),
      () => this.event('AgreementSigned', { pledge, kind: 'MoU', reference: `MoU ${pledge}` }),
      () => this.event('PledgeWithdrawn', { pledge, reason: 'needed at home' }),
    ];
    return steps[Math.min(step, steps.length) - 1]!();
  }

  private register(): CloudEvent {
    this.pledges += 1;
    const running = { pledge: `${this.mission}-P${this.pledges}`, step: 0, requirement: this.random.whole(0, 29) };
    this.running.push(running);
    return this.event('PledgeRegistered', { pledge: running.pledge, ...this.terms(running.requirement) });
  }

  private terms(requirement: number) {
    return {
      contributor: this.random.of(contributors),
      component: 'military',
      capability: capabilityCodes[requirement % 20],
      units: 1,
      personnel: 150 + 10 * requirement,
      availableFrom: addDays(this.day, 120),
      validUntil: addDays(this.day, 485),
      level: '1',
    };
  }

  private event(name: string, data: Readonly<Record<string, unknown>>): CloudEvent {
    this.number += 1;
    return {
      source: `urn:muster:generated:${this.mission}`,
      id: String(this.number),
      type: `muster.${name}`,
      subject: this.mission,
      data: { on: this.day, ...data },
      attributes: { dataschema: `/schemas/${name}/1` },
    };
  }
}
