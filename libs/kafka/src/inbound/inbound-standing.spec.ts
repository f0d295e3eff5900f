import { InboundStanding } from './inbound-standing.js';

const began = Date.parse('2018-05-08T12:00:00Z');
const minute = 60_000;

describe('what is known of muster.inbound', () => {
  let standing: InboundStanding;
  let now: number;

  beforeEach(() => {
    now = began;
    jest.spyOn(Date, 'now').mockImplementation(() => now);
    standing = new InboundStanding();
  });
  afterEach(() => jest.restoreAllMocks());

  const at = (next: number, end: number, partition = 0) => ({ partition, next, end });
  const problemAfter = (milliseconds: number): string | undefined => {
    now += milliseconds;
    return standing.problem(minute);
  };

  it('is told as a lag of all partitions, from the moment at which the oldest message was seen to wait, or was sent', () => {
    expect(standing.lag()).toBeUndefined();
    standing.seen([at(5, 5), at(2, 5, 1), at(0, 4, 2)]);
    now += 4_000;
    standing.seen([at(5, 5), at(2, 6, 1), at(3, 4, 2)]);
    expect(standing.lag()).toEqual({ events: 5, seconds: 4 });
    standing.take(1, began - 9_000);
    expect(standing.lag()).toEqual({ events: 5, seconds: 13 });
    standing.taken(1);
    standing.seen([at(5, 5), at(6, 6, 1), at(4, 4, 2)]);
    expect(standing.lag()).toEqual({ events: 0, seconds: 0 });
  });

  it('is told no more once the topic has not been seen for a while', () => {
    standing.seen([at(5, 5)]);
    now += 15_000;
    expect(standing.lag()).toBeDefined();
    now += 1;
    expect(standing.lag()).toBeUndefined();
  });

  it('is no problem for a minute, and none where anything moves, however much waits', () => {
    standing.seen([at(0, 900), at(0, 900, 1)]);
    expect(problemAfter(minute)).toBeUndefined();
    standing.seen([at(0, 900), at(300, 900, 1)]);
    expect(problemAfter(minute)).toBeUndefined();
    standing.taken(1);
    expect(problemAfter(minute)).toBeUndefined();
    expect(problemAfter(1)).toBe('Messages wait on muster.inbound, and none has been taken since 2018-05-08T12:02:00.000Z.');
    standing.seen([at(900, 900), at(900, 900, 1)]);
    expect(problemAfter(0)).toBeUndefined();
  });

  it('is no problem where nothing waits, however long that lasts', () => {
    standing.seen([at(5, 5)]);
    now += 10 * minute;
    standing.seen([at(5, 6)]);
    expect(problemAfter(0)).toBeUndefined();
  });

  it('is a problem where messages fail, though others are taken, until they are taken or gone', () => {
    standing.seen([at(0, 1), at(0, 9, 1)]);
    standing.failed(0, new Error('no answer can be sent.'));
    expect(problemAfter(minute)).toBeUndefined();
    standing.failed(0, new Error('not yet'));
    standing.taken(1);
    expect(problemAfter(1)).toBe('Messages on muster.inbound have not been taken since 2018-05-08T12:00:00.000Z: not yet.');
    standing.seen([at(1, 1), at(4, 9, 1)]);
    expect(problemAfter(0)).toBeUndefined();
  });

  it('is a problem where it cannot be seen, with the cause, and none when it can be seen again', () => {
    standing.notSeen(new Error('Not authorized to access group'));
    expect(problemAfter(minute)).toBeUndefined();
    standing.notSeen(new Error('Not authorized to access group'));
    expect(problemAfter(1)).toMatch(/has not been known since 2018-05-08T12:00:00.000Z: Not authorized to access group\.$/);
    standing.seen([at(5, 5)]);
    expect(problemAfter(0)).toBeUndefined();
  });
});
