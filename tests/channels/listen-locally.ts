import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of the tests; nothing outside this machine reaches it. */
export interface LocalServer {
  /** Without a slash at the end. */
  readonly address: string;
  close(): Promise<void>;
}

export async function listenLocally(server: Server): Promise<LocalServer> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
