/** What the server takes from its clients at most. */
export interface Bounds {
  /** Largest body, and largest frame on a socket, in bytes. */
  readonly messageBytes: number;
  /** Levels of nesting in a message. What is deeper cannot be copied to the worker. */
  readonly depth: number;
  /** Values in a message, strings and all. */
  readonly values: number;
  /** Items of a conversation, and tools of a request. */
  readonly items: number;
  readonly tools: number;
  /** Size of a conversation as JSON, in UTF-16 units. */
  readonly conversationChars: number;
  readonly connections: number;
  /** Named lanes a connection may open; the default lane is not counted. */
  readonly lanes: number;
  /** Responses a connection may have under way; what comes on top waits. */
  readonly inFlight: number;
  /** Requests a connection may have unanswered. */
  readonly waiting: number;
  /** Requests, and bytes of requests, that all clients together may have unanswered. */
  readonly requests: number;
  readonly requestBytes: number;
  /** Age at which a connection takes no more requests, in milliseconds. */
  readonly connectionMs: number;
  /** Time between pings; a client that has not answered by the next one is gone. */
  readonly pingMs: number;
  /** How long an HTTP client may leave its answer unread. */
  readonly unreadMs: number;
  /** Bytes of answers that wait for a slow reader before the next event is held back. */
  readonly unreadBytes: number;
}

const MiB = 1024 * 1024;

/** Lanes, responses in flight and the age are those of the OpenAI endpoint. */
export const BOUNDS: Bounds = {
  messageBytes: 32 * MiB,
  depth: 100,
  values: 500_000,
  items: 20_000,
  tools: 1_024,
  conversationChars: 64 * MiB,
  connections: 64,
  lanes: 32,
  inFlight: 16,
  waiting: 64,
  requests: 512,
  requestBytes: 256 * MiB,
  connectionMs: 60 * 60_000,
  pingMs: 25_000,
  unreadMs: 60_000,
  unreadBytes: 4 * MiB,
};

/** Counts what all clients together have unanswered. */
export class Admission {
  readonly #bounds: Pick<Bounds, 'requests' | 'requestBytes'>;
  #requests = 0;
  #bytes = 0;

  constructor(bounds: Pick<Bounds, 'requests' | 'requestBytes'>) {
    this.#bounds = bounds;
  }

  /** False when the server is full; else `leave` must follow, with the same size. */
  enter(bytes: number): boolean {
    if (this.#requests >= this.#bounds.requests || this.#bytes + bytes > this.#bounds.requestBytes) return false;
    this.#requests += 1;
    this.#bytes += bytes;
    return true;
  }

  leave(bytes: number): void {
    this.#requests -= 1;
    this.#bytes -= bytes;
  }
}
