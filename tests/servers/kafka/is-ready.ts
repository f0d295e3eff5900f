import { connect } from 'node:net';

interface Probe {
  /** Key and version of the request, in hexadecimal. */
  readonly api: string;
  readonly body: string;
  readonly holds: (answer: Buffer) => boolean;
}

const metadata: Probe = { api: '00030001', body: '00000000', holds: (answer) => answer.readInt32BE(0) > 0 };
const groupCoordinator: Probe = { api: '000a0000', body: '000177', holds: (answer) => answer.readInt16BE(0) === 0 };
/** Error 25 is that of a loaded coordinator which does not know the member. */
const coordinatorLoaded: Probe = {
  api: '000c0000',
  body: '000177' + '00000000' + '0000',
  holds: (answer) => answer.readInt16BE(0) === 25,
};
const transactionCoordinator: Probe = { api: '000a0001', body: '000177' + '01', holds: (answer) => answer.readInt16BE(4) === 0 };
const producerId: Probe = { api: '00160000', body: 'ffff' + '00000001', holds: (answer) => answer.readInt16BE(4) === 0 };

const probes = [metadata, groupCoordinator, coordinatorLoaded, transactionCoordinator, producerId];

/** Whether a broker would answer its first client well, who otherwise meets "coordinator is loading". */
export async function isReady(port: number): Promise<boolean> {
  for (const probe of probes) if (!(await answers(port, probe))) return false;
  return true;
}

/** Sends one probe on a connection of its own; no answer, or a broken one, is a no. */
const answers = (port: number, { api, body, holds }: Probe): Promise<boolean> =>
  new Promise((resolve) => {
    // Size, api, correlation id, no client id, body.
    const request = Buffer.from(`00000000${api}00000001ffff${body}`, 'hex');
    request.writeInt32BE(request.length - 4);
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    const end = (good: boolean): void => {
      socket.destroy();
      resolve(good);
    };
    let answer = Buffer.alloc(0);
    socket.on('data', (part) => {
      answer = Buffer.concat([answer, part]);
      if (answer.length >= 4 && answer.length >= 4 + answer.readInt32BE(0)) end(holds(answer.subarray(8)));
    });
    socket.on('error', () => end(false)).on('close', () => end(false));
    socket.setTimeout(2_000, () => end(false));
  });
