import { eventLines, type EventLine } from './event-lines.js';

async function read(...parts: readonly string[]): Promise<EventLine[]> {
  const stream = async function* (): AsyncGenerator<Buffer> {
    for (const part of parts) yield Buffer.from(part);
  };
  const lines: EventLine[] = [];
  for await (const line of eventLines(stream(), 'facts.json')) lines.push(line);
  return lines;
}

describe('events of a file', () => {
  it('stand one on each line, however the lines end and wherever the bytes are cut', async () => {
    const expected = [
      { row: 1, text: '{"a":1}' },
      { row: 3, text: '{"b":2}' },
    ];
    expect(await read('{"a":1}\r\n\r\n{"b"', ':2}')).toEqual(expected);
    expect(await read('\uFEFF{"a":1}\n\n{"b":2}\n')).toEqual(expected);
  });

  it('stand in a list, and are told by their place in it', async () => {
    expect(await read('[\n  { "a": 1 },\n  { "b": 2 }\n]\n')).toEqual([
      { row: 1, text: '{"a":1}' },
      { row: 2, text: '{"b":2}' },
    ]);
  });

  it('a line that is no JSON says so and holds up no other', async () => {
    expect(await read('{"a":1}\nno\n{"b":2}')).toMatchObject([
      { row: 1 },
      { row: 2, problem: expect.stringMatching(/^This line is no JSON/) },
      { row: 3 },
    ]);
  });

  it('a list that is no JSON is refused', async () => {
    await expect(read('[{"a":1},')).rejects.toThrow('facts.json begins like a list of events and is no JSON');
  });
});
