import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A way to a server that a test can stop: connections stand and nothing comes through, as with a halted machine. */
export async function wayTo(url: string) {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let stopped = false;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy()).once('close', () => (other.destroy(), sockets.delete(socket)));
      socket.pipe(other);
      if (stopped) socket.pause();
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const by = new URL(url);
  by.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: by.href,
    stop: () => {
      stopped = true;
      for (const socket of sockets) socket.pause();
    },
    goOn: () => {
      stopped = false;
      for (const socket of sockets) socket.resume();
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
