import type { ChannelName } from '../domain/incoming.ts';

/** A request as the process's HTTP server read it, for a channel's webhook. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  /** Without the query. */
  readonly path: string;
  /** The first value of each key. */
  readonly query: Readonly<Record<string, string>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The bytes as sent: signatures are over these. */
  readonly body: Buffer;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One method and path that a channel answers on the process's HTTP server, however that is built. */
export interface HttpRoute {
  readonly method: 'GET' | 'POST';
  /** Exact, such as /wechat. */
  readonly path: string;
  /** A larger body is refused with 413 before the handler sees it. */
  readonly maxBodyBytes: number;
  readonly handle: (request: HttpRequest) => Promise<HttpResponse>;
}

/**
 * One platform, spoken in its own protocol. The supervisor starts and stops it; a channel may be started again
 * after it was stopped or has crashed.
 */
export interface Channel {
  readonly name: ChannelName;
  /** Mounted once, before `start`; a request that comes while the channel is not running gets 503. */
  readonly routes: readonly HttpRoute[];
  /**
   * Resolves once messages are received; rejects where that cannot be. What ends the channel later is told by
   * `onCrash`, once; the supervisor then stops it and starts it again.
   */
  start(onCrash: (fault: unknown) => void): Promise<void>;
  /** Takes no new messages, and resolves when those under way are answered or `deadlineMs` have passed. */
  stop(deadlineMs: number): Promise<void>;
}
