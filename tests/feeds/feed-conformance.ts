import type { CloudEvent } from '@muster/contracts';
import type { Subscription } from '@muster/event-log';
import { at, saying, unitStrength, unitStrengths } from '../servers/events.js';
import { until } from '../servers/until.js';
import { openStage, upTo, type Stage, type Wire } from './feed-stage.js';

const facts: Subscription = { reader: 'reader', streams: 'facts', from: 'cursor' };
const live: Subscription = { reader: 'live', streams: 'both', from: 'end' };
const missions = ['MINUSMA', 'UNMISS', 'MINUSCA'];

const ofEveryMission = (n: number): CloudEvent[] => missions.map((mission) => unitStrength(mission, n));

type OnStage = () => Stage;

/** What every wire must do, so that an app can be moved from one to another. Each mission's stream begins with two markers. */
export function feedConformance(name: string, wire: Wire): void {
  describe(`${name} hands events over`, () => {
    let current: Stage;
    beforeEach(async () => {
      current = await openStage(wire);
    });
    afterEach(() => current.close());

    for (const part of [inOrder, exactlyOnce, pastFailures, toOwners, fromStreams]) part(() => current);
  });
}

function inOrder(stage: OnStage): void {
  it('in the order of each stream, whatever is recorded while it runs', async () => {
    await stage().log.append(
      missions.flatMap((mission) => unitStrengths(mission, 1, 40)),
      at,
    );
    await stage().subscribe(facts, stage().effective('reader'));
    for (let n = 41; n <= 80; n++) await stage().log.append(ofEveryMission(n), at);
    for (const mission of missions) {
      await stage().allDone(mission, 82);
      expect(stage().done(mission)).toEqual(upTo(82));
    }
  });

  it('in batches that are whole runs of one stream, and say when there is more', async () => {
    await stage().log.append(unitStrengths('MINUSMA', 1, 5_000), at);
    const batches: { from: number; to: number; more: boolean }[] = [];
    await stage().subscribe(facts, async ({ mission, stream, events, more }) => {
      expect([mission, stream]).toEqual(['MINUSMA', 'MINUSMA']);
      batches.push({ from: events[0]!.sequence, to: events.at(-1)!.sequence, more });
      expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => events[0]!.sequence + index));
    });
    await until('all is delivered', () => batches.at(-1)?.to === 5_002);
    expect(batches.length).toBeGreaterThan(1);
    expect(batches.map(({ more }) => more)).toEqual(batches.map((_, index) => index < batches.length - 1));
    expect(batches.slice(1).map(({ from }) => from)).toEqual(batches.slice(0, -1).map(({ to }) => to + 1));
  });

  it('as they were recorded', async () => {
    await stage().log.append([unitStrength('MINUSMA', 1, { note: 'Côte d’Ivoire' })], at);
    await stage().subscribe(facts, stage().effective('reader'));
    await stage().allDone('MINUSMA', 3);
    const { hash: _, ...recorded } = (await stage().log.eventAt(3))!;
    expect(stage().delivered.find(({ position }) => position === 3)).toEqual(recorded);
  });
}

function exactlyOnce(stage: OnStage): void {
  it('from the cursor on after a stop, and nothing twice', async () => {
    await stage().log.append(unitStrengths('MINUSMA', 1, 10), at);
    const first = await stage().subscribe(facts, stage().effective('reader'));
    await stage().allDone('MINUSMA', 12);
    await first.stop();
    await stage().log.append(unitStrengths('MINUSMA', 11, 20), at);
    await stage().subscribe(facts, stage().effective('reader'));
    await stage().allDone('MINUSMA', 22);
    expect(stage().done('MINUSMA')).toEqual(upTo(22));
  });

  it('again where a cursor was not stored, at least once', async () => {
    await stage().log.append(unitStrengths('MINUSMA', 1, 3), at);
    const forgetful = await stage().subscribe(facts, async ({ events }) => void stage().delivered.push(...events));
    await until('all is delivered', () => stage().delivered.length >= 5);
    await forgetful.stop();
    await stage().subscribe(facts, stage().effective('reader'));
    await stage().allDone('MINUSMA', 5);
    expect(stage().done('MINUSMA')).toEqual(upTo(5));
  });

  it('which are filled in from the log where the wire has lost some', async () => {
    await stage().log.append(unitStrengths('MINUSMA', 1, 10), at);
    const all = await stage().log.events({ mission: 'MINUSMA' });
    const handle = stage().effective('reader');
    await handle({ mission: 'MINUSMA', stream: 'MINUSMA', events: all.slice(8, 10), more: true });
    await handle({ mission: 'MINUSMA', stream: 'MINUSMA', events: all.slice(2, 5), more: true });
    await stage().subscribe(facts, handle);
    await stage().allDone('MINUSMA', 12);
    expect(stage().done('MINUSMA')).toEqual(upTo(12));
  });
}

function pastFailures(stage: OnStage): void {
  it('again after a failure, while other missions go on', async () => {
    let failures = 0;
    const handle = stage().effective('reader');
    await stage().subscribe(facts, async (batch) => {
      if (batch.mission === 'MINUSMA' && failures < 3) throw new Error(`a passing fault, ${++failures}`);
      await handle(batch);
    });
    await stage().log.append(
      missions.flatMap((mission) => unitStrengths(mission, 1, 5)),
      at,
    );
    await stage().log.append(
      missions.flatMap((mission) => unitStrengths(mission, 6, 10)),
      at,
    );
    await stage().allDone('UNMISS', 12);
    await stage().allDone('MINUSMA', 12);
    expect(failures).toBe(3);
    for (const mission of missions) expect(stage().done(mission)).toEqual(upTo(12));
  });

  it('to others while one mission fails for ever', async () => {
    const handle = stage().effective('reader');
    await stage().subscribe(facts, async (batch) => {
      if (batch.mission === 'MINUSMA') throw new Error('a defect');
      await handle(batch);
    });
    for (let n = 1; n <= 20; n++) await stage().log.append(ofEveryMission(n), at);
    await stage().allDone('UNMISS', 22);
    await stage().allDone('MINUSCA', 22);
    expect(stage().done('MINUSMA').length).toBe(0);
  });

  it('to a parked mission again once it is replayed', async () => {
    const error = { position: 3, source: '/s', id: '3', type: 'muster.UnitArrived', message: 'a defect' };
    await stage().cursors.park('reader', 'MINUSMA', error);
    await stage().subscribe(facts, stage().effective('reader'));
    await stage().log.append([...unitStrengths('MINUSMA', 1, 5), ...unitStrengths('UNMISS', 1, 5)], at);
    await stage().allDone('UNMISS', 7);
    expect(stage().done('MINUSMA').length).toBe(0);
    await stage().cursors.replay('MINUSMA');
    // A wire without a memory of its own brings the mission back with its next event.
    await stage().log.append([unitStrength('MINUSMA', 6)], at);
    await stage().allDone('MINUSMA', 8);
    expect(stage().done('MINUSMA')).toEqual(upTo(8));
  });
}

function toOwners(stage: OnStage): void {
  it('once, whichever of two owners at once gets them', async () => {
    const handles = [stage().effective('reader'), stage().effective('reader')];
    const feeds = await Promise.all(handles.map((handle) => stage().subscribe(facts, handle)));
    for (let n = 1; n <= 20; n++) await stage().log.append(ofEveryMission(n), at);
    await feeds[0]!.stop();
    for (let n = 21; n <= 40; n++) await stage().log.append(ofEveryMission(n), at);
    for (const mission of missions) await stage().allDone(mission, 42);
    for (const mission of missions) expect(stage().done(mission)).toEqual(upTo(42));
  });

  it('until it is stopped, which waits for the batch in hand', async () => {
    const order: string[] = [];
    let finish!: () => void;
    const inHand = new Promise<void>((resolve) => (finish = resolve));
    const subscription = await stage().subscribe(facts, async ({ mission }) => {
      order.push(`${mission} begins`);
      await inHand;
      order.push(`${mission} ends`);
    });
    await stage().log.append(unitStrengths('MINUSMA', 1, 3), at);
    await until('the batch is in hand', () => order.length === 1);
    const stopped = subscription.stop().then(() => order.push('stopped'));
    await stage().log.append(unitStrengths('UNMISS', 1, 3), at);
    finish();
    await stopped;
    expect(order).toEqual(['MINUSMA begins', 'MINUSMA ends', 'stopped']);
  });
}

function fromStreams(stage: OnStage): void {
  it('of the streams that it follows', async () => {
    const followed = new Map<string, Set<string>>();
    for (const streams of ['facts', 'said', 'both'] as const) {
      const seen = new Set<string>();
      followed.set(streams, seen);
      await stage().subscribe({ reader: streams, streams, from: 'cursor' }, async ({ stream }) => void seen.add(stream));
    }
    await stage().log.append([unitStrength('MINUSMA', 1), saying('MINUSMA', 'military', 1), unitStrength('standby', 1)], at);
    await until('both are followed', () => followed.get('both')?.size === 3);
    await until('each is followed', () => followed.get('facts')?.size === 2 && followed.get('said')?.size === 1);
    expect([...followed.get('facts')!].sort()).toEqual(['MINUSMA', 'standby']);
    expect([...followed.get('said')!]).toEqual(['MINUSMA/said']);
  });

  it('from the end: only what is recorded from then on, without a cursor', async () => {
    await stage().log.append(unitStrengths('MINUSMA', 1, 3), at);
    await stage().subscribe(live, async ({ events }) => void stage().delivered.push(...events));
    await stage().log.append([unitStrength('MINUSMA', 4), unitStrength('UNMISS', 1), saying('MINUSMA', 'military', 1)], at);
    await until('all is delivered', () => stage().delivered.length >= 5);
    expect(
      stage()
        .delivered.map(({ position }) => position)
        .sort((a, b) => a - b),
    ).toEqual([6, 7, 8, 9, 10]);
    expect(await stage().cursors.lags()).toEqual([]);
  });

  it.each([facts, live])('after its connection was lost too ($from)', async (subscription) => {
    await stage().subscribe(subscription, async (batch) => {
      stage().delivered.push(...batch.events);
      if (subscription.from === 'cursor') await stage().effective('reader')(batch);
    });
    const positions = (): Set<number> => new Set(stage().delivered.map(({ position }) => position));
    await stage().log.append(unitStrengths('MINUSMA', 1, 3), at);
    await until('the first are delivered', () => positions().size === 5);
    await stage().loseConnections();
    await stage().log.append(unitStrengths('MINUSMA', 4, 6), at);
    await until('the next are delivered', () => positions().size === 8);
    await stage().log.append(unitStrengths('MINUSMA', 7, 9), at);
    await until('the last are delivered', () => positions().size === 11);
    if (subscription.from === 'end') return;
    await stage().allDone('MINUSMA', 11);
    expect(stage().done('MINUSMA')).toEqual(upTo(11));
  });
}
