// Git behind one class: nothing configured in a repository may run code, ask questions or print a credential.
import { type CommandResult, type CommandSpec, runCommand } from './command.ts';
import { userPath } from './environment.ts';
import { PathStream } from './path-stream.ts';

/** Options that win over every configuration file. */
const safeConfig: readonly string[] = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.quotePath=false',
  'core.pager=cat',
  'core.askPass=',
  'core.editor=false',
  'core.sshCommand=ssh -oBatchMode=yes',
  'credential.helper=',
  'protocol.ext.allow=never',
  // It may be spoken through a command (core.gitProxy).
  'protocol.git.allow=never',
  'core.alternateRefsCommand=true',
  'protocol.file.allow=user',
  'commit.gpgSign=false',
  'tag.gpgSign=false',
  'gc.auto=0',
  'maintenance.auto=false',
  'advice.detachedHead=false',
  'submodule.recurse=false',
  'diff.noprefix=false',
  'diff.mnemonicPrefix=false',
  'color.ui=false',
  'safe.directory=*',
].flatMap((setting) => ['-c', setting]);

/** Tracked, and untracked but not ignored. */
const wholeTree: readonly string[] = ['--cached', '--others', '--exclude-standard'];
const showsDiffs = new Set(['diff', 'diff-tree', 'diff-index', 'diff-files', 'show', 'log', 'format-patch']);
const inherited = /^(HOME|USERPROFILE|XDG_CONFIG_HOME|TMPDIR|(http|https|no|all)_proxy|GIT_SSL_CAINFO|SSL_CERT_FILE|SSL_CERT_DIR)$/i;

export interface GitOptions {
  /** Somebody else's checkout: not even its index is refreshed. */
  readonly readOnly?: boolean | undefined;
  /** Speaks to nobody, not even to fetch an object that a partial clone lacks. */
  readonly local?: boolean | undefined;
  /** Neither the user's nor the repository's filters (LFS and the like) are run. */
  readonly withoutFilters?: boolean | undefined;
  /** Added to the environment of every call. */
  readonly env?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Where PATH, HOME and proxies come from; default `process.env`. */
  readonly from?: NodeJS.ProcessEnv | undefined;
}

export interface GitCall {
  readonly input?: string | undefined;
  /** Milliseconds; default two minutes. */
  readonly timeoutMs?: number | undefined;
  /** Bytes kept of each stream; default 64 MiB, because an answer cut in half is no answer. */
  readonly keepBytes?: number | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Standard output as it comes, with credentials if it has any; it is not kept then. */
  readonly onOutput?: CommandSpec['onOutput'];
}

/** Says which command failed and git's last line about it, without credentials. */
export class GitError extends Error {
  override readonly name = 'GitError';
  readonly result: CommandResult;

  constructor(message: string, result: CommandResult) {
    super(message);
    this.result = result;
  }
}

export class Git {
  readonly root: string;
  readonly #options: GitOptions;
  readonly #secrets: readonly string[];
  #filters: Promise<readonly string[]> | null = null;

  constructor(root: string, options: GitOptions = {}, secrets: readonly string[] = []) {
    this.root = root;
    this.#options = options;
    this.#secrets = secrets;
  }

  /**
   * The same with a token for `serverUrl` (`https://github.com`). It travels in the environment: never in argv, never on disk.
   * A header left in the repository's configuration by another tool is replaced, because servers refuse two.
   */
  withToken(serverUrl: string, token: string): Git {
    const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
    const key = `http.${new URL('/', serverUrl).href}.extraheader`;
    const env = {
      ...this.#options.env,
      GIT_CONFIG_COUNT: '2',
      GIT_CONFIG_KEY_0: key,
      GIT_CONFIG_VALUE_0: '',
      GIT_CONFIG_KEY_1: key,
      GIT_CONFIG_VALUE_1: `AUTHORIZATION: basic ${basic}`,
    };
    return new Git(this.root, { ...this.#options, env }, [...this.#secrets, token, basic]);
  }

  /** Runs git and hands back whatever came of it; what it printed is free of credentials. */
  async run(args: readonly string[], call: GitCall = {}): Promise<CommandResult> {
    const result = await runCommand({
      argv: ['git', ...safeConfig, ...(await this.#filterOverrides()), ...withSafeDiff(args)],
      cwd: this.root,
      env: this.#environment(call.env),
      timeoutMs: call.timeoutMs ?? 120_000,
      signal: call.signal ?? this.#options.signal,
      input: call.input,
      keepBytes: call.keepBytes ?? 64 * 1024 * 1024,
      onOutput: call.onOutput,
    });
    // Addresses in standard output are content (a patch must stay as it is); in messages they may hold a password.
    return { ...result, stdout: withoutSecrets(result.stdout, this.#secrets), stderr: redact(result.stderr, this.#secrets) };
  }

  /** Standard output of a command that must succeed, without the last newline. Throws `GitError`. */
  async text(args: readonly string[], call: GitCall = {}): Promise<string> {
    const result = await this.run(args, call);
    if (result.exitCode !== 0) throw new GitError(redact(failureMessage(args, result), this.#secrets), result);
    if (result.clippedBytes > 0) throw new GitError(`git ${args[0]} printed more than can be kept`, result);
    return result.stdout.replace(/\n$/, '');
  }

  /** Paths from the root that `git ls-files` lists with these options; default: tracked, and untracked but not ignored. */
  async lsFiles(options: readonly string[] = wholeTree): Promise<readonly string[]> {
    const paths: string[] = [];
    await this.eachFile((path) => void paths.push(path), options);
    return paths;
  }

  /**
   * Hands each of these paths on as git lists it, and keeps none. Where `see` answers false git is ended: enough was seen.
   * Throws `GitError`.
   */
  async eachFile(see: (path: string) => unknown, options: readonly string[] = wholeTree): Promise<void> {
    const enough = new AbortController();
    const { signal } = this.#options;
    const args = ['ls-files', '-z', ...options];
    const paths = new PathStream((path) => {
      if (!enough.signal.aborted && see(path) === false) enough.abort();
    });
    const result = await this.run(args, {
      signal: signal === undefined ? enough.signal : AbortSignal.any([signal, enough.signal]),
      onOutput: (chunk) => paths.add(chunk),
    });
    if (result.exitCode !== 0 && !enough.signal.aborted) throw new GitError(redact(failureMessage(args, result), this.#secrets), result);
  }

  #environment(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
    const from = this.#options.from ?? process.env;
    const env: Record<string, string> = {};
    for (const [name, value] of Object.entries(from)) {
      if (value !== undefined && inherited.test(name)) env[name] = value;
    }
    return {
      ...env,
      PATH: userPath(from),
      LC_ALL: 'C',
      GIT_TERMINAL_PROMPT: '0',
      GIT_CONFIG_NOSYSTEM: '1',
      // What a checkout lacks is fetched by addresses alone: from a folder it would be by a command that the checkout names.
      ...(this.#options.readOnly ? { GIT_OPTIONAL_LOCKS: '0', GIT_ALLOW_PROTOCOL: 'https:http:ssh' } : {}),
      ...(this.#options.local ? { GIT_ALLOW_PROTOCOL: 'none', GIT_NO_LAZY_FETCH: '1' } : {}),
      ...this.#options.env,
      ...extra,
    };
  }

  /** A filter's program is named in configuration, by any name: each one found is set to nothing. */
  #filterOverrides(): Promise<readonly string[]> {
    if (!this.#options.withoutFilters) return Promise.resolve([]);
    this.#filters ??= new Git(this.root, { ...this.#options, withoutFilters: false })
      .run(['config', '--null', '--name-only', '--get-regexp', '^filter\\.'])
      .then(({ stdout }) => stdout.split('\0').flatMap((name) => neutral(name)));
    return this.#filters;
  }
}

function neutral(name: string): string[] {
  if (/\.(clean|smudge|process)$/i.test(name)) return ['-c', `${name}=`];
  return /\.required$/i.test(name) ? ['-c', `${name}=false`] : [];
}

function withSafeDiff(args: readonly string[]): readonly string[] {
  const [command = '', ...rest] = args;
  if (!showsDiffs.has(command)) return args;
  return [command, '--no-ext-diff', '--no-textconv', ...rest];
}

function failureMessage(args: readonly string[], result: CommandResult): string {
  const command = `git ${args.slice(0, 6).join(' ')}${args.length > 6 ? ' …' : ''}`;
  if (result.failedToStart !== null) return `${command}: ${result.failedToStart}`;
  if (result.timedOut) return `${command}: took longer than its time limit`;
  if (result.aborted) return `${command}: aborted`;
  const lines = result.stderr.split('\n').map((line) => line.trim());
  // The cause stands in a `fatal:` or `error:` line; hints may follow it.
  const cause = lines.findLast((line) => /^(fatal|error|remote|!)/.test(line)) ?? lines.findLast((line) => line !== '');
  return `${command}: ${cause ?? `exit code ${result.exitCode ?? result.signal}`}`;
}

/** Takes passwords out of addresses and authorization headers, and the secrets themselves. */
function redact(text: string, secrets: readonly string[]): string {
  return withoutSecrets(text, secrets)
    .replace(/(\bhttps?:\/\/)[^\s/@'"]+@/gi, '$1***@')
    .replace(/(authorization:\s*\w+\s+)\S+/gi, '$1***');
}

function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((clean, secret) => (secret.length > 3 ? clean.replaceAll(secret, '***') : clean), text);
}
