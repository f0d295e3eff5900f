import { isSaidStream, standby } from '@muster/event-log';
import type { AppendedAt } from './outcome.js';
import { logSource, prepareEvent, type PreparedEvent } from './prepared-event.js';
import type { StreamHead } from './stream-head.js';

/** Only a mission's facts are read by the day and under a policy. */
const isMissionStream = (stream: string): boolean => stream !== standby && !isSaidStream(stream);

/** What a mission's stream must say before its next fact: the day, where it is a new one, then the policy. Days go forward only. */
export function markersDue(head: StreamHead, at: AppendedAt): PreparedEvent[] {
  if (!isMissionStream(head.stream)) return [];
  const due: PreparedEvent[] = [];
  if (head.day === null || head.day < at.today) due.push(dayTurned(head.stream, at.today));
  if (head.policy !== at.policy.hash) due.push(policyAdopted(head, at));
  return due;
}

/** The head after one of the markers. */
export function afterMarker(head: StreamHead, marker: PreparedEvent, at: AppendedAt): StreamHead {
  if (marker.type === 'muster.DayTurned') return { ...head, day: marker.onDay };
  return { ...head, policy: at.policy.hash, policies: head.policies + 1 };
}

const dayTurned = (mission: string, on: string): PreparedEvent =>
  prepareEvent({ source: logSource, id: `day/${mission}/${on}`, type: 'muster.DayTurned', subject: mission, data: { on } });

function policyAdopted(head: StreamHead, { today, policy }: AppendedAt): PreparedEvent {
  const on = head.day !== null && head.day > today ? head.day : today;
  const id = `policy/${head.stream}/${head.policies + 1}`;
  const data = { on, hash: policy.hash, table: policy.table };
  return prepareEvent({ source: logSource, id, type: 'muster.PolicyAdopted', subject: head.stream, data });
}
