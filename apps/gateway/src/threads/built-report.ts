import { addMonths, describeMission, lastDayOf, monthlyReport, type MonthlyReport, type Reading } from '@muster/force-generation';
import { standby } from '@muster/event-log';
import type { EventLog } from '@muster/postgres';
import { MissionLedger } from '../ledgers/mission-ledger.js';
import { correctionsIn, type ReadFrom } from '../reports/read-from.js';

/** A mission's report as it is read there; undefined where the mission was not there, or is a part and was over a month before. */
export async function builtReport(log: EventLog, from: ReadFrom): Promise<MonthlyReport | undefined> {
  const { mission, month, end, lastPosition, isPart } = from;
  const { position } = end;
  const ledger = await ledgerOf(log, mission, position);
  const reading = ledger.reading({ asOf: lastDayOf(month), position });
  const last = ledger.reading({ asOf: lastDayOf(addMonths(month, -1)), position: lastPosition ?? position });
  if (reading === undefined || (isPart && ![reading, last].some(isActive))) return undefined;
  const pledges = await ledgerOf(log, standby, position);
  return reportOf(from, { reading, last, standby: pledges.readingOn(reading.today, reading.policy, { position }) });
}

const isActive = (reading: Reading | undefined): boolean => reading !== undefined && describeMission(reading).active;

interface Readings {
  readonly reading: Reading;
  readonly last: Reading | undefined;
  readonly standby: Reading;
}

function reportOf({ end, position, lastPosition, published }: ReadFrom, readings: Readings): MonthlyReport {
  const { sequence, hash: chain } = end;
  const number = published?.number ?? 0;
  return monthlyReport({
    ...readings,
    status: published === undefined ? 'draft' : number === 0 ? 'issued' : 'corrigendum',
    corrigendum: number,
    corrects: number === 0 ? undefined : correctionsIn(published!),
    provenance: { position, sequence, chain, lastPosition },
  });
}

async function ledgerOf(log: EventLog, stream: string, upToPosition: number): Promise<MissionLedger> {
  const ledger = new MissionLedger(stream);
  for await (const page of log.eventsOf(stream, { upToPosition })) ledger.fold(page);
  return ledger;
}
