// Who is measured, and how each is started.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { prompt } from './job.ts';
import { apiKey } from './peers/settings.ts';

const root = join(import.meta.dirname, '..', '..', '..');
/** Below the project, so that packages are found. */
const built = join(root, '.build', 'wire-bench');

export interface Peer {
  readonly name: string;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly transport: 'websocket' | 'http';
}

export interface PeerPlan {
  /** The folder whose node_modules hold `@openai/agents` and `@openai/codex`. */
  readonly packages: string;
  /** The tape, with /v1. */
  readonly baseUrl: string;
  /** Trusted besides the usual ones; null without TLS. */
  readonly certificate: string | null;
}

/** Types are stripped and our own client is bundled whole, as it is in dist/; the packages of others are loaded as users load them. */
export async function buildPeers(): Promise<void> {
  await mkdir(built, { recursive: true });
  const shared = {
    outdir: built,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
  } as const;
  const file = (name: string): string => join(import.meta.dirname, 'peers', name);
  const banner = { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" };
  await build({ ...shared, entryPoints: ['regreen.ts', 'bare-ws.ts', 'bare-http.ts'].map(file), banner });
  await build({ ...shared, entryPoints: ['openai-ws.ts', 'openai-http.ts', 'agents.mjs'].map(file), packages: 'external' });
}

/** Every peer that is here; says of the others why they are not. */
export async function peersFor(plan: PeerPlan, say: (text: string) => void): Promise<readonly Peer[]> {
  const trust: Record<string, string> = plan.certificate === null ? {} : { NODE_EXTRA_CA_CERTS: plan.certificate };
  const script = (name: string, transport: Peer['transport'], file: string, ...args: string[]): Peer => ({
    name,
    transport,
    argv: [process.execPath, join(built, `${file}.mjs`), ...args],
    env: { ...trust, WIRE_BASE_URL: plan.baseUrl, WIRE_PEERS: plan.packages },
  });
  const compressed = script('bare-ws-deflate', 'websocket', 'bare-ws', 'full');
  const peers = [
    script('regreen', 'websocket', 'regreen'),
    script('bare-ws', 'websocket', 'bare-ws', 'full'),
    script('bare-ws-lean', 'websocket', 'bare-ws', 'lean'),
    { ...compressed, env: { ...compressed.env, WIRE_COMPRESS_ABOVE: '0' } },
    script('openai-ws', 'websocket', 'openai-ws'),
    script('regreen-http', 'http', 'regreen', 'http'),
    script('bare-http', 'http', 'bare-http'),
    script('openai-http', 'http', 'openai-http', 'full'),
    script('openai-http-chained', 'http', 'openai-http', 'chained'),
  ];
  const { resolve } = createRequire(join(plan.packages, 'package.json'));
  const found = (name: string): boolean => {
    try {
      resolve(name);
      return true;
    } catch {
      say(`SKIPPED: ${name} is not in ${plan.packages}: run npm ci there, or name another folder with --packages.`);
      return false;
    }
  };
  if (found('@openai/agents'))
    peers.push(script('agents-ws', 'websocket', 'agents', 'socket'), script('agents-http', 'http', 'agents', 'http'));
  const codex = found('@openai/codex/package.json') ? codexBinary(plan.packages) : null;
  if (codex === null) say('SKIPPED: no native binary of @openai/codex for this platform.');
  else peers.push(await codexPeer('codex-ws', codex, plan, true), await codexPeer('codex-http', codex, plan, false));
  return peers;
}

export function codexBinary(packages: string): string | null {
  const triple = process.arch === 'arm64' ? 'aarch64-unknown-linux-musl' : 'x86_64-unknown-linux-musl';
  const path = join(packages, 'node_modules', '@openai', `codex-linux-${process.arch}`, 'vendor', triple, 'bin', 'codex');
  return existsSync(path) ? path : null;
}

async function codexPeer(name: string, binary: string, plan: PeerPlan, socket: boolean): Promise<Peer> {
  const home = await mkdtemp(join(tmpdir(), 'regreen-codex-'));
  const place = join(home, 'place');
  await mkdir(place);
  const provider = {
    name: '"tape"',
    base_url: JSON.stringify(plan.baseUrl),
    wire_api: '"responses"',
    env_key: '"WIRE_KEY"',
    supports_websockets: String(socket),
  };
  const config = [
    'model = "gpt-5.3-codex"',
    'model_provider = "tape"',
    '[analytics]\nenabled = false',
    '[tools.update_plan]\nenabled = true',
    `[model_providers.tape]\n${Object.entries(provider)
      .map(([key, value]) => `${key} = ${value}`)
      .join('\n')}`,
  ];
  await writeFile(join(home, 'config.toml'), `${config.join('\n')}\n`);
  return {
    name,
    transport: socket ? 'websocket' : 'http',
    argv: [binary, 'exec', '--json', '--skip-git-repo-check', '--dangerously-bypass-approvals-and-sandbox', '-C', place, prompt],
    env: {
      CODEX_HOME: home,
      WIRE_KEY: apiKey,
      ...(plan.certificate === null ? {} : { CODEX_CA_CERTIFICATE: plan.certificate }),
    },
  };
}
