/** Whether an address or a name is that of this machine to itself: `127.0.0.1`, `localhost`, `::1`. */
export const isLoopback = (host: string): boolean =>
  /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?|\[?::ffff:127(\.\d{1,3}){3}\]?)$/i.test(host);
