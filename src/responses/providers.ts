/** What is known of a provider and cannot be read off the wire. */
export interface Provider {
  readonly name: string;
  /** A connection older than this is replaced before the next turn: some minutes before the provider would close it. */
  readonly maxAgeMs: number;
  /** A connection idle for longer is closed by the provider; null when it is not documented. */
  readonly idleMs: number | null;
  /** Largest frame it accepts, in bytes; null when it is not documented. */
  readonly maxFrameBytes: number | null;
  /** Knows `generate: false`, and preparing costs nothing that was not going to be spent. */
  readonly warmUp: boolean;
  /** Several responses at once over one connection, told apart by `stream_id`. */
  readonly lanes: boolean;
  /** Takes `context_management`; elsewhere old tool outputs are cut by us. */
  readonly compaction: boolean;
  /** Takes instructions and tools as items at the start of the input, so that they are sent once a connection. */
  readonly staticItems: boolean;
}

const MINUTE = 60_000;

const unknown: Provider = {
  name: 'unknown',
  maxAgeMs: 24 * MINUTE,
  idleMs: null,
  maxFrameBytes: null,
  warmUp: false,
  lanes: false,
  compaction: false,
  staticItems: false,
};

/** Closes after 60 minutes (OpenAI, Azure), 25 (xAI) and 13 (Vercel). */
const providers: readonly { readonly host: RegExp; readonly provider: Provider }[] = [
  {
    host: /(^|\.)api\.openai\.com$/,
    provider: { ...unknown, name: 'OpenAI', maxAgeMs: 55 * MINUTE, warmUp: true, lanes: true, compaction: true, staticItems: true },
  },
  // One response at a time; `context_management` was refused in the one report there is.
  { host: /\.openai\.azure\.com$/, provider: { ...unknown, name: 'Azure OpenAI', maxAgeMs: 55 * MINUTE } },
  { host: /(^|\.)api\.x\.ai$/, provider: { ...unknown, name: 'xAI' } },
  {
    host: /^ai-gateway\.vercel\.sh$/,
    provider: { ...unknown, name: 'Vercel AI Gateway', maxAgeMs: 12 * MINUTE, idleMs: 5 * MINUTE, maxFrameBytes: 4 * 1024 * 1024 },
  },
];

const local: Provider = { ...unknown, name: 'local', maxAgeMs: 55 * MINUTE, warmUp: true, lanes: true };

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

export function providerOf(hostname: string): Provider {
  if (isLoopback(hostname)) return local;
  return providers.find(({ host }) => host.test(hostname))?.provider ?? unknown;
}
