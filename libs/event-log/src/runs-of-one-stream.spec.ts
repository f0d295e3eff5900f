import type { RecordedEvent } from './recorded-event.js';
import { runsOfOneStream } from './runs-of-one-stream.js';

it('a run ends where the stream changes, and the order of the log stays', () => {
  const events = ['MINUSMA', 'MINUSMA', 'UNFICYP', 'MINUSMA'].map(
    (stream, index) => ({ stream, position: index + 1 }) as RecordedEvent,
  );
  const positions = runsOfOneStream(events).map((run) => run.map(({ position }) => position));
  expect(positions).toEqual([[1, 2], [3], [4]]);
  expect(runsOfOneStream([])).toEqual([]);
});
