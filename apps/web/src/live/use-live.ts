import { useEffect, useState } from 'preact/hooks';
import { doors } from '../doors.js';
import { factTypes, sayingTypes } from './live-types.js';

export interface Live {
  /** Refused: the monitor answers, and gives no line. */
  readonly connection: 'connecting' | 'live' | 'lost' | 'refused';
  /** How often figures have changed since the page was opened. */
  readonly facts: number;
  /** How often alerts have; a changed figure counts too. */
  readonly sayings: number;
  /** The type of what came last, and when. */
  readonly last?: { readonly type: string; readonly at: Date };
}

// An import records hundreds of facts a second; the page reads once for all that came within this time.
const gatherMilliseconds = 200;
const againMilliseconds = 3_000;

/** Follows what is recorded for the mission, or for all: each change is a reason to read again. */
export function useLive(mission: string | undefined): Live {
  const [live, setLive] = useState<Live>({ connection: 'connecting', facts: 0, sayings: 0 });
  useEffect(() => {
    setLive((was) => ({ connection: 'connecting', facts: was.facts, sayings: was.sayings }));
    return follow(doors.live(mission), (change) => setLive((was) => ({ ...was, ...change(was) })));
  }, [mission]);
  return live;
}

type Tell = (change: (was: Live) => Partial<Live>) => void;

/** Listens while the page is seen, until the function that it gives back is called. */
function follow(address: string, tell: Tell): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let figuresChanged = false;
  const flush = (): void => {
    const both = figuresChanged;
    timer = undefined;
    figuresChanged = false;
    tell((was) => ({ sayings: was.sayings + 1, facts: was.facts + (both ? 1 : 0) }));
  };
  const heard = (type: string, isFact: boolean): void => {
    figuresChanged ||= isFact;
    tell(() => ({ last: { type, at: new Date() } }));
    timer ??= setTimeout(flush, gatherMilliseconds);
  };
  const open = (): void => {
    const line = (source = new EventSource(address));
    line.onopen = () => {
      // What was recorded between the last read and now did not come by this line: everything is read anew.
      tell((was) => ({ connection: 'live', facts: was.facts + 1, sayings: was.sayings + 1 }));
    };
    line.onerror = () => {
      // The browser tries again by itself, unless the door answered with an error.
      const isRefused = line.readyState === EventSource.CLOSED;
      tell(() => ({ connection: isRefused ? 'refused' : 'lost' }));
      if (isRefused) again = setTimeout(open, againMilliseconds);
    };
    for (const type of factTypes) line.addEventListener(type, () => heard(type, true));
    for (const type of sayingTypes) line.addEventListener(type, () => heard(type, false));
  };
  const close = (): void => {
    source?.close();
    clearTimeout(again);
  };
  // A browser has six connections to one host for all its tabs: a seventh page would wait for ever for its first answer.
  const followWhileSeen = (): void => {
    close();
    if (document.visibilityState === 'visible') open();
  };
  document.addEventListener('visibilitychange', followWhileSeen);
  followWhileSeen();
  return () => {
    document.removeEventListener('visibilitychange', followWhileSeen);
    close();
    clearTimeout(timer);
  };
}
