import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Keeps at most so many connections. For one more the one that has waited longest without a whole request is cut off,
 * so that no number of slow clients keeps people out; where everybody waits for an answer, the new one is turned away.
 */
export function limitConnections(server: Server, most: number): void {
  /** The request that each is at; null before the first and between two. Whoever did nothing for longest is first. */
  const kept = new Map<Socket, IncomingMessage | null>();

  server.on('connection', (socket) => {
    if (kept.size >= most && !cutOffOne()) {
      socket.destroy();
      return;
    }
    kept.set(socket, null);
    socket.on('close', () => kept.delete(socket));
  });
  server.on('request', (request, response) => {
    moveBack(request.socket, request);
    response.on('finish', () => moveBack(request.socket, null));
  });

  function cutOffOne(): boolean {
    for (const [socket, request] of kept) {
      if (request?.complete) continue;
      kept.delete(socket);
      socket.destroy();
      return true;
    }
    return false;
  }

  function moveBack(socket: Socket, request: IncomingMessage | null): void {
    if (kept.delete(socket)) kept.set(socket, request);
  }
}
