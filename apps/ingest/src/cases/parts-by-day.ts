import type { ParsedEvent } from '@muster/contracts';
import type { Day } from '@muster/force-generation';

export interface DayPart {
  readonly day: Day;
  readonly part: readonly ParsedEvent[];
}

const knownOn = (parsed: ParsedEvent): Day | undefined =>
  'event' in parsed ? (parsed.event.data.publishedOn ?? parsed.event.data.on) : undefined;

/** Events in their order, cut where a later day begins: days go forward only, so what comes late comes on the day that it is by then. */
export function partsByDay(events: readonly ParsedEvent[], today: Day): readonly DayPart[] {
  const parts: { day: Day; part: ParsedEvent[] }[] = [];
  let day = today;
  for (const parsed of events) {
    const known = knownOn(parsed);
    if (known !== undefined && known > day) day = known;
    const last = parts.at(-1);
    if (last?.day === day) last.part.push(parsed);
    else parts.push({ day, part: [parsed] });
  }
  return parts;
}
