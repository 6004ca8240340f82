import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  startEngine,
  startServer
} from "../chunk-C3QYNKUY.js";
import {
  distillate,
  isZip,
  nothingGathered,
  readArchive,
  readStream
} from "../chunk-H5BRLBJL.js";
import {
  applyToCheckout,
  openCheckout,
  pickSandbox,
  readLocalIncident
} from "../chunk-Y6IUDYXJ.js";
import {
  publish
} from "../chunk-G76OZK3S.js";
import "../chunk-M4PPM6CK.js";
import "../chunk-JLETPB72.js";
import "../chunk-S7ZHH6MX.js";
import "../chunk-DMLJYXXX.js";
import "../chunk-I7OMNTF2.js";
import "../chunk-JCYY6E4L.js";
import {
  mapStack
} from "../chunk-ITHDZCER.js";
import {
  createLiveProgress
} from "../chunk-YHLGFB2K.js";
import {
  parseReport,
  renderReport,
  renderTerminal
} from "../chunk-U5GOCM2J.js";
import "../chunk-DACOD5TB.js";
import "../chunk-727WLZOV.js";
import {
  detectSuite,
  lineAsTold
} from "../chunk-4UI3MT55.js";
import "../chunk-4X4TSCM6.js";
import "../chunk-JPAIK3BE.js";
import "../chunk-ZMXWFEJ7.js";
import {
  timeBound
} from "../chunk-FSYPUJUI.js";
import "../chunk-FK3TQUF7.js";
import "../chunk-N7GMIPBB.js";
import "../chunk-PHCH5GEP.js";
import "../chunk-QPTAJ43X.js";
import "../chunk-PDB6PGBS.js";
import "../chunk-RNX7ORRL.js";
import {
  ConfigurationError,
  Git,
  GitError,
  exitCodeOf,
  machineFault,
  matrixOf,
  openReportFolder,
  openScratch,
  readAttempts,
  readConversation,
  repair,
  runCommand,
  sendTelemetry,
  userHome,
  writeReportFiles
} from "../chunk-ZNJ5TXQ4.js";
import {
  Connection,
  ResponsesError,
  WireOfRun,
  cliOptions,
  createProgress,
  createRedactor,
  describeError,
  interruptible,
  openConnection,
  openModel,
  parseActionInputs,
  parseCliInputs,
  rows,
  secretLooking,
  variableOf
} from "../chunk-CLP2JB2C.js";
import {
  ZodError,
  array,
  boolean,
  literal,
  looseObject,
  number,
  object,
  string,
  union
} from "../chunk-4K2SKPFD.js";
import "../chunk-ESKC7XX5.js";
import {
  __callDispose,
  __using
} from "../chunk-G62E4XM6.js";

// src/cli.ts
import { tmpdir } from "node:os";

// src/cli/demo.ts
import { mkdir as mkdir2 } from "node:fs/promises";
import { join as join2 } from "node:path";
import { pathToFileURL } from "node:url";

// src/demo/printed-github.ts
function createPrintedGitHub() {
  let pull = null;
  const ok = (value) => Promise.resolve({ ok: true, value });
  const opened = () => pull === null ? [] : [
    {
      ...{ number: 1, url: "the pull request below", state: "open", merged: false, draft: pull.draft, title: pull.title },
      ...{ body: pull.body, head: { branch: pull.head, sha: "", repo: null }, base: pull.base }
    }
  ];
  const first = () => {
    const [only] = opened();
    if (only === void 0) throw new Error("there is no pull request yet");
    return only;
  };
  const absent = () => Promise.resolve({ ok: false, kind: "not-found", reason: "there is no server behind the demo", remedy: "" });
  const github = {
    viewer: () => ok("github-actions[bot]"),
    recentMessages: () => ok([]),
    mergeBase: absent,
    deleteBranch: () => ok(null),
    createCommit: absent,
    pullRequest: () => ok(first()),
    pullRequestsTo: () => ok([]),
    closePullRequest: absent,
    lineComments: () => ok([]),
    createReview: absent,
    deleteLineComment: () => ok(null),
    deleteComment: () => ok(null),
    dispatchWorkflow: absent,
    defaultBranch: () => ok("main"),
    branchHead: () => ok(null),
    commit: () => ok(null),
    commitMessage: () => ok(null),
    permissionOf: () => ok("write"),
    pullRequestLabels: () => ok([]),
    successfulRuns: () => ok([]),
    isAncestor: () => ok(false),
    createBranch: () => ok(null),
    pullRequests: () => ok(opened()),
    createPullRequest: (_repo, created) => {
      pull = created;
      return ok(first());
    },
    updatePullRequest: (_repo, _number, changes) => {
      pull = pull === null ? null : { ...pull, ...changes };
      return ok(first());
    },
    closedBy: () => ok(null),
    addLabels: () => ok(null),
    requestReviewers: () => ok(null),
    comments: () => ok([]),
    createComment: absent,
    updateComment: absent
  };
  return { github, opened: () => pull };
}

// src/demo/repository.ts
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
var packageJson = `{
  "name": "small-shop",
  "version": "1.0.0",
  "type": "module",
  "private": true,
  "scripts": { "test": "node --test test/cart.test.js test/money.test.js" }
}
`;
var money = `/** Cents to a price as people write it. */
export function format(cents) {
  const sign = cents < 0 ? '-' : '';
  const whole = Math.floor(Math.abs(cents) / 100);
  const rest = String(Math.abs(cents) % 100).padStart(2, '0');
  return sign + whole + '.' + rest;
}

export function percentOf(cents, percent) {
  return Math.round((cents * percent) / 100);
}
`;
var cart = `import { percentOf } from './money.js';

const FREE_SHIPPING_FROM = 5000;
const SHIPPING = 490;

export function subtotal(items) {
  return items.reduce((sum, item) => sum + item.price * item.quantity, 0);
}

export function shipping(items) {
  const sum = subtotal(items);
  if (items.length === 0) return 0;
  return sum >= FREE_SHIPPING_FROM ? 0 : SHIPPING;
}

export function discount(items, percent) {
  return percentOf(subtotal(items), percent);
}

export function total(items, percent = 0) {
  return subtotal(items) - discount(items, percent) + shipping(items);
}
`;
var moneyTest = `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { format, percentOf } from '../src/money.js';

test('formats cents', () => {
  assert.equal(format(1205), '12.05');
  assert.equal(format(-99), '-0.99');
});

test('takes a part and rounds it', () => {
  assert.equal(percentOf(999, 50), 500);
});
`;
var cartTest = `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { discount, shipping, subtotal, total } from '../src/cart.js';

const book = { price: 2500, quantity: 2 };
const pen = { price: 120, quantity: 3 };

test('adds up what is in the cart', () => {
  assert.equal(subtotal([book, pen]), 5360);
});

test('asks nothing for an empty cart', () => {
  assert.equal(shipping([]), 0);
});

test('ships small orders for a fee', () => {
  assert.equal(shipping([pen]), 490);
});

test('ships for free from fifty on', () => {
  assert.equal(shipping([book]), 0);
});

test('takes the discount from the goods, not from the shipping', () => {
  assert.equal(discount([pen], 10), 36);
  assert.equal(total([pen], 10), 814);
});

test('charges a full cart of fifty without a fee', () => {
  assert.equal(total([book]), 5000);
});
`;
var redMoney = money.replace("sign + whole + '.' + rest", `\`\${sign}\${whole}.\${rest}\``);
var redCart = cart.replace("const SHIPPING = 490;", "const SHIPPING = 490;\n\n/** An item is `{ price, quantity }`, the price in cents. */").replace("return sum >= FREE_SHIPPING_FROM ? 0 : SHIPPING;", "return sum > FREE_SHIPPING_FROM ? 0 : SHIPPING;").replace(
  "export function total(items, percent = 0) {\n",
  "/** What the customer pays, in cents. */\nexport function total(items, percent = 0) {\n"
);
var green = {
  "package.json": packageJson,
  "README.md": "# Small shop\n\nA cart, some money, and what shipping costs.\n",
  "src/money.js": money,
  "src/cart.js": cart,
  "test/money.test.js": moneyTest,
  "test/cart.test.js": cartTest
};
var red = {
  "README.md": "# Small shop\n\nA cart, some money, and what shipping costs. Prices are in cents.\n",
  "src/money.js": redMoney,
  "src/cart.js": redCart
};
async function makeDemoRepository(directory) {
  await mkdir(directory, { recursive: true });
  const git = new Git(directory);
  await git.text(["init", "--quiet", "--initial-branch=main"]);
  const commit = async (files, message2) => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeFile(join(directory, path), text);
    }
    await git.text(["add", "--all"]);
    await git.text(["-c", "user.name=Small Shop", "-c", "user.email=shop@example.com", "commit", "--quiet", "--message", message2]);
    return git.text(["rev-parse", "HEAD"]);
  };
  return {
    green: await commit(green, "A cart that knows what shipping costs"),
    red: await commit(red, "Document the cart and tidy the code")
  };
}

// src/cli/terminal.ts
function isLive(stream, env) {
  return stream.isTTY === true && env.TERM !== "dumb" && !env.CI;
}
function wantsColor(stream, env) {
  if (env.FORCE_COLOR !== void 0) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return !env.NO_COLOR && stream.isTTY === true && env.TERM !== "dumb";
}
function terminalProgress(redactor) {
  const { stderr: stream, env } = process;
  return isLive(stream, env) ? createLiveProgress({ stream, color: wantsColor(stream, env), redactor }) : createProgress({ stream, isCI: false, redactor });
}

// src/cli/usage.ts
var UsageError = class extends Error {
  name = "UsageError";
};

// src/cli/demo.ts
var repo = "small/shop";
async function demo(args) {
  var _stack = [];
  try {
    if (args.length > 0) throw new UsageError("regreen demo takes no arguments.");
    const home = __using(_stack, await openScratch(), true);
    const stop = interruptible();
    try {
      return await play(home.path, stop.signal);
    } finally {
      stop.done();
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function play(home, signal) {
  const checkout = join2(home, "checkout");
  const scratch = join2(home, "scratch");
  await mkdir2(scratch);
  const bare = join2(home, "remote", `${repo}.git`);
  const { green: green2, red: red2 } = await makeDemoRepository(checkout);
  await mkdir2(bare, { recursive: true });
  await new Git(bare).text(["init", "--quiet", "--bare", "--initial-branch=main"]);
  await new Git(checkout).text(["push", "--quiet", bare, "HEAD:refs/heads/main"]);
  const parsed = parseActionInputs({ "INPUT_GITHUB-TOKEN": "demo" });
  if (!parsed.ok) throw new ConfigurationError(parsed.problems.join("\n"));
  const inputs = { ...parsed.inputs, secrets: [] };
  const opened = await openCheckout(checkout);
  if (!opened.ok) throw new Error(opened.reason);
  const { github, opened: pullRequest } = createPrintedGitHub();
  const progress = terminalProgress(createRedactor([]));
  const { report } = await repair({
    inputs,
    source: {
      kind: "given",
      located: {
        kind: "located",
        incident: {
          event: "other",
          repo,
          sha: red2,
          head: red2,
          branch: "main",
          base: "main",
          green: green2,
          actor: null,
          pullRequest: null,
          run: null
        },
        checkout: opened.checkout,
        github,
        serverUrl: pathToFileURL(join2(home, "remote")).href,
        origin: null,
        hidden: []
      }
    },
    scratch,
    env: process.env,
    progress,
    signal
  });
  progress.close();
  console.log(renderTerminal(report, { color: wantsColor(process.stdout, process.env) }));
  const pull = pullRequest();
  if (pull !== null)
    console.log(`${"\u2500".repeat(80)}
The pull request, from ${pull.head} to ${pull.base}:

${pull.title}

${pull.body}`);
  return exitCodeOf(report);
}

// src/cli/distill.ts
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { parseArgs } from "node:util";
async function distill(args) {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: "boolean", default: false } }
  });
  if (positionals.length === 0 && process.stdin.isTTY) {
    throw new UsageError("usage: regreen distill [FILE\u2026] (or a log on standard input)");
  }
  const gathered = nothingGathered();
  if (positionals.length === 0) await readStream(null, process.stdin, gathered);
  for (const file of positionals) await read(file, gathered);
  const found = distillate(gathered, { mask: createRedactor(secretsOf(process.env)).text });
  process.stdout.write(values.json ? `${JSON.stringify({ schemaVersion: 1, ...found }, null, 2)}
` : inWords(found, gathered));
  return found.failed ? 0 : 1;
}
async function read(file, into) {
  if (file === "-") return readStream("standard input", process.stdin, into);
  try {
    if (await beginsLikeZip(file)) await readArchive(file, file, into);
    else await readStream(file, createReadStream(file, { highWaterMark: 256 * 1024 }), into);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : String(error);
    throw new UsageError(`${file} cannot be read: ${code}.`);
  }
}
async function beginsLikeZip(file) {
  var _stack = [];
  try {
    const handle = __using(_stack, await open(file), true);
    const head = Buffer.alloc(4);
    await handle.read(head, 0, 4, 0);
    return isZip(head);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function secretsOf(env) {
  return Object.entries(env).flatMap(
    ([name, value]) => value !== void 0 && secretLooking(name) && !value.includes("/") ? [value] : []
  );
}
function inWords({ failed: failed2, tests, commands: commands2, excerpts, cut, problems }, { legs, reports }) {
  const lines = legs.reduce((sum, { log }) => sum + log.lines, 0);
  const read2 = [...legs.length > 0 ? [`${lines} lines of ${legs.length === 1 ? "a log" : `${legs.length} logs`}`] : [], ...reports];
  const parts = [
    failed2 ? null : `Nothing that failed was found in ${read2.join(", ") || "what was given"}.${excerpts === "" ? "" : " It ends so:"}`,
    ...commands2.map(({ from, step, command, exitCode }) => {
      const what = command ?? step ?? "a step";
      return `${from === null ? "" : `${from}: `}exit code ${exitCode}: ${what.split("\n")[0]}`;
    }),
    tests.length === 0 ? null : `${tests.length} failing ${tests.length === 1 ? "test" : "tests"}:`,
    ...tests.map(({ name, file, line, message: message2 }) => {
      const place = file === null || name.includes(file) ? "" : ` (${file}${line === null ? "" : `:${line}`})`;
      const said = message2 === null ? "" : `
${message2.split("\n").slice(0, 12).join("\n").replace(/^/gm, "      ")}`;
      return `  ${name}${place}${said}`;
    }),
    excerpts === "" ? null : `
${excerpts}`,
    cut === null ? null : `
(${cut})`,
    ...problems
  ];
  return `${parts.filter((part2) => part2 !== null).join("\n").trim()}
`;
}

// src/cli/doctor.ts
import { resolve } from "node:path";
import { parseArgs as parseArgs2, styleText } from "node:util";

// src/delivery/token-rights.ts
var timeoutMs = 15e3;
var repository = object({ default_branch: string(), permissions: object({ push: boolean() }).nullish() });
var workflowPermissions = object({ can_approve_pull_request_reviews: boolean() });
async function tokenRights({ token, apiUrl, repo: repo2, signal }) {
  var _stack = [];
  try {
    const { getOctokit } = await import("../github-C6PTMPD6.js");
    const octokit = getOctokit(token, { baseUrl: apiUrl.replace(/\/+$/, "") });
    const limit = __using(_stack, timeBound(timeoutMs, signal));
    const at = { owner: repo2.split("/")[0] ?? "", repo: repo2.split("/")[1] ?? "", request: { signal: limit.signal } };
    try {
      const { data, headers } = await octokit.request("GET /repos/{owner}/{repo}", at);
      const { default_branch: defaultBranch, permissions } = repository.parse(data);
      const scopes = headers["x-oauth-scopes"];
      const setting = await octokit.request("GET /repos/{owner}/{repo}/actions/permissions/workflow", at).then(
        (answer) => workflowPermissions.safeParse(answer.data).data?.can_approve_pull_request_reviews ?? null,
        () => null
      );
      return {
        ok: true,
        push: permissions?.push ?? null,
        defaultBranch,
        scopes: typeof scopes === "string" && scopes !== "" ? scopes.split(/,\s*/) : null,
        workflowsOpenPullRequests: setting
      };
    } catch (error) {
      return { ok: false, reason: limit.expired() ? `no answer within ${timeoutMs / 1e3} s` : reasonOf(error, token) };
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
var failed = object({ status: number().optional(), message: string() });
function reasonOf(error, token) {
  if (error instanceof ZodError) return `its answer was not understood (${error.issues[0]?.path.join(".")})`;
  const { status, message: message2 } = failed.catch({ message: String(error) }).parse(error);
  return `${status === void 0 ? "" : `${status}: `}${message2.replaceAll(token, "***").slice(0, 300)}`;
}

// src/responses/probe.ts
var modelList = object({ data: array(object({ id: string() })) });
async function probeEndpoint({ baseUrl, apiKey, signal, timeoutMs: timeoutMs2 }) {
  const timeouts = { connectMs: timeoutMs2 };
  const wire = new WireOfRun({ baseUrl, apiKey, transport: "auto", fields: { model: "", instructions: "", tools: [] }, timeouts }, 1);
  const { endpoint, context, clean } = wire;
  const socket = async () => {
    const opened = await openConnection(context, signal);
    if (!(opened instanceof Connection)) return { ok: false, detail: clean(opened.detail) };
    await opened.close();
    return { ok: true };
  };
  const models = async () => {
    const url = new URL(endpoint.httpUrl);
    url.pathname = url.pathname.replace(/\/responses$/, "/models");
    const stop = new AbortController();
    const abort = () => stop.abort();
    const timer = setTimeout(abort, timeoutMs2);
    signal.addEventListener("abort", abort, { once: true });
    try {
      const answer = await fetch(url, { headers: context.headers, redirect: "manual", signal: stop.signal });
      const list = modelList.safeParse(await answer.json().catch(() => null));
      if (answer.ok && list.success) return { kind: "listed", ids: list.data.data.map(({ id }) => id) };
      const kind = answer.status === 401 || answer.status === 403 ? "refused" : "unlisted";
      return { kind, detail: `HTTP ${answer.status}` };
    } catch (error) {
      const detail = stop.signal.aborted ? `no answer within ${timeoutMs2 / 1e3} s` : clean(describeError(error));
      return { kind: "unreachable", detail };
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", abort);
    }
  };
  const [overSocket, overHttp] = await Promise.all([socket(), models()]);
  return { display: endpoint.display, encrypted: endpoint.encrypted || endpoint.loopback, socket: overSocket, models: overHttp };
}

// src/doctor/types.ts
function check(name, state, summary, more = {}) {
  return { name, state, summary, details: more.details ?? [], remedy: more.remedy ?? null };
}

// src/doctor/far-side.ts
var probeMs = 1e4;
async function checkModel(inputs, env, signal) {
  const { endpoint, engine } = inputs;
  if (endpoint === null) {
    const why = engine === "builtin" ? "engine builtin was asked for" : "neither a key nor a base URL is given";
    const ambient = env.OPENAI_API_KEY ? ["OPENAI_API_KEY is set and is not used; --api-key-env OPENAI_API_KEY would"] : ["REGREEN_API_KEY, or the variable that --api-key-env names, would bring in a model"];
    return check("model", "ok", `the built-in engine repairs, and nothing is paid (${why})`, {
      details: engine === "builtin" ? [] : ambient
    });
  }
  try {
    const probe = await probeEndpoint({ baseUrl: endpoint.baseUrl, apiKey: endpoint.apiKey, signal, timeoutMs: probeMs });
    return judged(probe, endpoint, inputs);
  } catch (error) {
    if (!(error instanceof ResponsesError)) throw error;
    return check("model", "problem", error.message);
  }
}
function judged({ display, encrypted, socket, models }, { model, apiKey, price }, { transport, limits }) {
  const key = apiKey === null ? "no key" : "a key";
  const details = [
    `${key} for ${display}, model ${model}`,
    socket.ok ? "WebSocket: the handshake was accepted" : `WebSocket: ${socket.detail}`,
    models.kind === "listed" ? `HTTP: the list of models was read (${models.ids.length})` : `HTTP: ${models.detail} for the list of models`,
    price === null ? `the price of ${model} is not known: max-cost-usd cannot hold, max-tokens (${limits.tokens}) does` : `$${price.input}/$${price.cached}/$${price.output} per million input, cached and output tokens, at most $${limits.costUsd} a run`,
    ...encrypted || apiKey === null ? [] : ["the key travels unencrypted"]
  ];
  const problem = (summary, remedy) => check("model", "problem", summary, { details, remedy });
  if (models.kind === "refused")
    return problem(`${display} does not accept ${key} (${models.detail})`, "check the key and what it may be used for");
  if (!socket.ok && models.kind === "unreachable")
    return problem(`${display} cannot be reached: ${models.detail}`, "check --base-url and the network");
  if (!socket.ok && transport === "websocket") {
    return problem(`${display} speaks no WebSocket here, and transport websocket allows nothing else`, "leave --transport out");
  }
  if (models.kind === "listed" && models.ids.length > 0 && !models.ids.includes(model)) {
    const some = models.ids.slice(0, 5).join(", ");
    return check("model", "warning", `${display} answers, and does not list the model ${model}`, {
      details,
      remedy: `name one it lists, such as ${some}`
    });
  }
  if (!socket.ok && transport === "auto")
    return check("model", "warning", `${display} answers over HTTP alone: every turn sends everything`, { details });
  const doubtful = !encrypted && apiKey !== null;
  return check("model", doubtful ? "warning" : "ok", `${display} answers`, {
    details,
    remedy: doubtful ? "use https:// if the server has it" : null
  });
}
async function checkToken({ token, variable, repo: repo2, env, signal }) {
  if (token === null) return check("token", "unused", `no token in ${variable}: fix needs none, publish does`);
  if (repo2 === null) {
    return check("token", "warning", `a token is in ${variable}, and the checkout has no remote on GitHub to try it on`, {
      remedy: "add the remote origin"
    });
  }
  const rights = await tokenRights({ token, repo: repo2, apiUrl: env.GITHUB_API_URL ?? "https://api.github.com", signal });
  return judgedToken(rights, repo2, token);
}
function judgedToken(rights, repo2, token) {
  if (!rights.ok) {
    return check("token", "problem", `GitHub does not let the token read ${repo2} (${rights.reason})`, {
      remedy: "give a token with contents: read and write, and pull-requests: write, for this repository"
    });
  }
  const { push, defaultBranch, scopes, workflowsOpenPullRequests: mayOpen } = rights;
  const details = [
    `reads ${repo2}; the default branch is ${defaultBranch}`,
    push === null ? "GitHub does not say whether it may push" : push ? "may push branches" : "may not push branches",
    ...scopes === null ? [] : [`scopes: ${scopes.join(", ")}`],
    mayOpen === null ? "whether workflows may open pull requests is told to administrators alone (Settings, Actions, General)" : `workflows may ${mayOpen ? "" : "not "}open pull requests with their own token`
  ];
  if (push === false) {
    const remedy = "give a token with contents: write and pull-requests: write; without it, mode fix and delivery patch still work";
    return check("token", "problem", `the token may not push to ${repo2}`, { details, remedy });
  }
  if (mayOpen === false && token.startsWith("ghs_")) {
    const remedy = 'turn on "Allow GitHub Actions to create and approve pull requests" (Settings, Actions, General)';
    return check("token", "warning", `branches can be pushed to ${repo2}, pull requests not opened`, { details, remedy });
  }
  return check("token", "ok", `the token can be used on ${repo2}`, { details });
}

// src/doctor/machine.ts
async function checkNode(env) {
  const own = `Node ${process.versions.node} on ${process.platform} ${process.arch}`;
  const { exitCode, stdout } = await version("node", env);
  const tests = exitCode === 0 ? `tests run with node ${stdout.trim().replace(/^v/, "")} of the PATH` : "there is no node on the PATH";
  return check("node", "ok", own, { details: [tests] });
}
async function checkGit(env) {
  const { exitCode, stdout, failedToStart, stderr } = await version("git", env);
  if (exitCode === 0) return check("git", "ok", stdout.trim().split("\n")[0] ?? "git");
  const why = failedToStart ?? stderr.trim().split("\n")[0] ?? "";
  return check("git", "problem", `git does not run (${why})`, { remedy: "install git" });
}
function version(program, env) {
  return runCommand({ argv: [program, "--version"], cwd: "/", env: { PATH: env.PATH ?? "" }, timeoutMs: 1e4 });
}
async function checkCheckout(directory) {
  const opened = await openCheckout(directory);
  if (!opened.ok) {
    return { checkout: null, check: check("checkout", "problem", opened.reason.replace(/\.$/, ""), { remedy: "give --repo DIR" }) };
  }
  const { checkout } = opened;
  const { branch, sha, dirty, root } = checkout;
  const details = [...dirty ? ["uncommitted changes are part of what is red, and are never overwritten"] : []];
  return { checkout, check: check("checkout", "ok", `${root}: ${branch ?? "no branch"} at ${sha.slice(0, 12)}`, { details }) };
}
async function checkTests({ root }, inputs) {
  const { testCommand, setupCommand, workingDirectories } = inputs;
  const detected = await detectSuite({ root, testCommand, setupCommand, workingDirectories });
  if (!detected.ok) return check("tests", "problem", detected.reason.replace(/\.$/, ""), { remedy: "give --test CMD" });
  const { plan: plan2 } = detected;
  const install = plan2.setupCommand === null ? "nothing is installed" : `installed by ${lineAsTold(plan2.setupCommand)}`;
  const reader = plan2.runner === "other" || plan2.runner === "command" ? "results by exit code and text" : `results of ${plan2.runner}`;
  return check("tests", "ok", `${plan2.testCommand} (${reader})`, { details: [install, ...plan2.reasons] });
}
async function checkSandbox(checkout, inputs, env, holdsSecrets) {
  const choice = await pickSandbox({
    requested: inputs.sandbox,
    network: inputs.sandboxNetwork,
    // Only who holds a secret is told why there is no layer.
    holdsSecrets: true,
    hidden: [userHome()],
    ...checkout === null ? {} : { checkout },
    from: env
  });
  if (!choice.ok) {
    const { kind, reason, tried, remedy } = choice;
    const why = reason.replace(`. ${remedy}`, "");
    if (kind === "configuration" || holdsSecrets) return check("sandbox", "problem", why, { remedy });
    const accepted = "without a key and a token, tests run unconfined: they can do whatever you can";
    return check("sandbox", "warning", "no sandbox works here", { details: [`tried: ${tried}`, accepted], remedy });
  }
  const { layer, notStopped } = choice.sandbox;
  const details = notStopped.map((what) => `does not stop: ${what}`);
  if (layer !== "none") return check("sandbox", "ok", `${layer} confines what the repository runs`, { details });
  return check("sandbox", "warning", "no sandbox, as asked for", { details });
}

// src/doctor/index.ts
async function examine({ directory, inputs, token, variable, env, signal }) {
  const git = await checkGit(env);
  const { check: place, checkout } = await checkCheckout(directory);
  const repo2 = checkout === null ? null : (await readLocalIncident(checkout, { green: null })).repo;
  const holdsSecrets = token !== null || inputs.secrets.length > 0;
  return Promise.all([
    checkNode(env),
    git,
    place,
    ...checkout === null ? [] : [checkTests(checkout, inputs)],
    checkSandbox(checkout, inputs, env, holdsSecrets),
    checkModel(inputs, env, signal),
    checkToken({ token, variable, repo: repo2, env, signal })
  ]);
}

// src/cli/doctor.ts
var DEFAULT_TOKEN = "GITHUB_TOKEN";
async function doctor(args) {
  const { values } = parseArgs2({
    args,
    options: {
      ...cliOptions("fix"),
      repo: { type: "string" },
      "github-token-env": { type: "string" },
      json: { type: "boolean" }
    },
    allowNegative: true
  });
  const { repo: repo2, json, "github-token-env": named, ...flags } = values;
  const parsed = parseCliInputs(flags, process.env, "fix");
  if (!parsed.ok) throw new ConfigurationError(parsed.problems.join("\n"));
  const variable = typeof named === "string" ? named : DEFAULT_TOKEN;
  const token = variableOf(process.env, variable)?.trim() || null;
  if (token === null && typeof named === "string") throw new ConfigurationError(`--github-token-env: the variable ${named} is not set`);
  const { inputs } = parsed;
  const redactor = createRedactor([...inputs.secrets, ...token === null ? [] : [token]]);
  const stop = interruptible();
  try {
    const directory = resolve(typeof repo2 === "string" ? repo2 : ".");
    const checks = redactor.json(await examine({ directory, inputs, token, variable, env: process.env, signal: stop.signal }));
    const ok = !checks.some(({ state }) => state === "problem");
    const shown = json === true ? JSON.stringify({ schemaVersion: 1, ok, checks }, null, 2) : inWords2(checks, ok);
    process.stdout.write(`${shown}
`);
    return stop.exitCode() ?? (ok ? 0 : 1);
  } finally {
    stop.done();
  }
}
var marks = {
  ok: ["\u2713", "green"],
  warning: ["!", "yellow"],
  problem: ["\u2717", "red"],
  unused: ["-", "dim"]
};
function inWords2(checks, ok) {
  const color = wantsColor(process.stdout, process.env);
  const lines = checks.flatMap(({ name, state, summary, details, remedy }) => {
    const [mark, style] = marks[state];
    return [
      `${color ? styleText(style, mark, { validateStream: false }) : mark} ${name.padEnd(9)} ${summary}`,
      ...details.map((detail) => `            ${detail}`),
      ...remedy === null ? [] : [`            \u2192 ${remedy}`]
    ];
  });
  return [...lines, "", ok ? "A repair can run here." : "A repair would not come far here: see what is marked \u2717."].join("\n");
}

// src/cli/fix.ts
import { resolve as resolve2 } from "node:path";
import { parseArgs as parseArgs3 } from "node:util";

// src/cli/ask.ts
import { createInterface } from "node:readline/promises";
async function personSaysYes(question, signal) {
  const { stdin: input, stdout: output2 } = process;
  if (!input.isTTY || !output2.isTTY || process.env.CI || signal.aborted) return false;
  const prompt = createInterface({ input, output: output2, terminal: isLive(output2, process.env) });
  prompt.on("SIGINT", () => process.kill(process.pid, "SIGINT"));
  const closed = new Promise((resolve6) => prompt.once("close", () => resolve6("")));
  try {
    const answer = await Promise.race([prompt.question(`${question} [y/N] `, { signal }), closed]);
    return /^y(es)?$/i.test(answer.trim());
  } catch {
    return false;
  } finally {
    prompt.close();
  }
}

// src/cli/fix.ts
async function fix(args) {
  const { values } = parseArgs3({
    args,
    options: { ...cliOptions("fix"), repo: { type: "string" }, apply: { type: "boolean" }, json: { type: "boolean" } },
    allowNegative: true
  });
  const { repo: repo2, apply, json, ...flags } = values;
  const asJson2 = json === true;
  try {
    const parsed = parseCliInputs(flags, process.env, "fix");
    if (!parsed.ok) throw new ConfigurationError(parsed.problems.join("\n"));
    return await repairHere(
      parsed.inputs,
      resolve2(typeof repo2 === "string" ? repo2 : "."),
      typeof apply === "boolean" ? apply : null,
      asJson2
    );
  } catch (error) {
    if (asJson2 && error instanceof ConfigurationError) console.log(JSON.stringify({ schemaVersion: 1, error: error.message }));
    throw error;
  }
}
async function repairHere(inputs, directory, apply, asJson2) {
  const redactor = createRedactor(inputs.secrets);
  const stop = interruptible();
  try {
    const finished = await run(inputs, directory, redactor, stop.signal);
    const report = redactor.json(finished.report);
    const conversation = redactor.json(finished.conversation);
    const sent = sendTelemetry(inputs, report, process.env);
    const files = inputs.reportDir === null ? null : await writeReportFiles(inputs.reportDir, report, conversation, redactor, finished.attempts);
    const text = asJson2 ? JSON.stringify({ ...report, conversation: inline(conversation) }, null, 2) : renderTerminal(report, { color: wantsColor(process.stdout, process.env) });
    process.stdout.write(`${text.trimEnd()}
`);
    const unseen = asJson2 && exitCodeOf(report) !== 0;
    if (report.outcome === "flaky" || unseen) console.error(`regreen: ${report.outcome}: ${report.reason}`);
    const unsent = await sent;
    if (unsent !== null) console.error(`regreen: ${unsent}`);
    const wanted = report.outcome === "fixed" && (apply ?? (!asJson2 && await personSaysYes("Apply this fix to the checkout?", stop.signal)));
    const refused = wanted ? await applyPatch(directory, report) : null;
    const say = (text2) => console.error(`regreen: ${redactor.text(text2)}`);
    if (refused !== null) say(`the fix was not applied: ${refused}`);
    else if (wanted) say(`the fix was applied to ${directory}.`);
    else if (report.outcome === "fixed" && !asJson2) say(notApplied(files?.patch ?? null));
    if (files !== null) say(`the whole report: ${files.page}`);
    return stop.exitCode() ?? (refused === null ? exitCodeOf(report, inputs.failOn) : 1);
  } finally {
    stop.done();
  }
}
async function run(inputs, directory, redactor, signal) {
  var _stack = [];
  try {
    await openReportFolder(inputs.reportDir);
    const scratch = __using(_stack, await openScratch(), true);
    const progress = terminalProgress(redactor);
    try {
      return await repair({ inputs, source: { kind: "local", directory }, scratch: scratch.path, env: process.env, progress, signal });
    } finally {
      progress.close();
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function inline(conversation) {
  return JSON.stringify(conversation).length > 1e6 ? "larger than 1 MB: give --report-dir to have it written" : conversation;
}
function notApplied(patch) {
  const how = patch === null ? "--apply applies it, --report-dir DIR writes it to a file" : `git apply ${patch} applies it`;
  return `the fix was not applied: ${how}.`;
}
async function applyPatch(directory, report) {
  const opened = await openCheckout(directory);
  if (!opened.ok) return opened.reason;
  const applied = await applyToCheckout(opened.checkout, { text: report.patch, files: report.files });
  return applied.ok ? null : applied.reason;
}

// src/cli/plan.ts
import { resolve as resolve3 } from "node:path";
import { parseArgs as parseArgs4 } from "node:util";
var FLAGS = ["test", "setup", "working-directory", "test-env", "sandbox", "sandbox-network", "max-minutes", "report-dir"];
async function plan(args) {
  var _stack = [];
  try {
    const known = cliOptions("fix");
    const chosen = Object.fromEntries(FLAGS.flatMap((flag) => known[flag] === void 0 ? [] : [[flag, known[flag]]]));
    const { values } = parseArgs4({
      args,
      options: { ...chosen, repo: { type: "string" }, json: { type: "boolean" } },
      allowNegative: true
    });
    const { repo: repo2, json, ...flags } = values;
    const parsed = parseCliInputs(flags, {}, "fix");
    if (!parsed.ok) throw new ConfigurationError(parsed.problems.join("\n"));
    const inputs = { ...parsed.inputs, mode: "plan" };
    const redactor = createRedactor([]);
    await openReportFolder(inputs.reportDir);
    const scratch = __using(_stack, await openScratch(), true);
    const stop = interruptible();
    const progress = terminalProgress(redactor);
    try {
      const source = { kind: "local", directory: resolve3(typeof repo2 === "string" ? repo2 : ".") };
      const { report } = await repair({ inputs, source, scratch: scratch.path, env: process.env, progress, signal: stop.signal });
      progress.close();
      if (inputs.reportDir !== null) await writeReportFiles(inputs.reportDir, report, [], redactor);
      const { outcome, reason, causes = [] } = report;
      const shown = json === true ? JSON.stringify({ schemaVersion: 1, outcome, reason, causes, matrix: matrixOf(causes) }, null, 2) : renderTerminal(report, { color: wantsColor(process.stdout, process.env) });
      process.stdout.write(`${shown.trimEnd()}
`);
      return stop.exitCode() ?? (causes.length > 0 ? 0 : exitCodeOf(report));
    } finally {
      progress.close();
      stop.done();
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}

// src/cli/publish.ts
import { resolve as resolve4 } from "node:path";
import { parseArgs as parseArgs5 } from "node:util";
async function publishBundle(args) {
  const { values } = parseArgs5({
    args,
    options: { ...cliOptions("publish"), repo: { type: "string" }, json: { type: "boolean" } },
    allowNegative: true
  });
  const { repo: repo2, json, ...flags } = values;
  const parsed = parseCliInputs(flags, process.env, "publish");
  const asJson2 = json === true;
  try {
    if (!parsed.ok) throw new ConfigurationError(parsed.problems.join("\n"));
    return await publishHere(parsed.inputs, resolve4(typeof repo2 === "string" ? repo2 : "."), asJson2);
  } catch (error) {
    if (asJson2 && error instanceof ConfigurationError) console.log(JSON.stringify({ schemaVersion: 1, error: error.message }));
    throw error;
  }
}
async function publishHere(inputs, directory, asJson2) {
  var _stack = [];
  try {
    const redactor = createRedactor(inputs.secrets);
    await openReportFolder(inputs.reportDir);
    const scratch = __using(_stack, await openScratch(), true);
    const stop = interruptible();
    const progress = terminalProgress(redactor);
    try {
      const source = { kind: "local", directory };
      const finished = await publish({ inputs, source, scratch: scratch.path, env: process.env, progress, signal: stop.signal });
      progress.close();
      const report = redactor.json(finished.report);
      if (inputs.reportDir !== null) await writeReportFiles(inputs.reportDir, report, [], redactor);
      const text = asJson2 ? JSON.stringify(report, null, 2) : renderTerminal(report, { color: wantsColor(process.stdout, process.env) });
      process.stdout.write(`${text.trimEnd()}
`);
      return stop.exitCode() ?? exitCodeOf(report, inputs.failOn);
    } finally {
      progress.close();
      stop.done();
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}

// src/cli/replay.ts
import { readFile } from "node:fs/promises";
import { join as join3, resolve as resolve5 } from "node:path";
import { parseArgs as parseArgs6 } from "node:util";

// src/replay/recording.ts
var part = looseObject({ text: string().optional() });
var content = union([string(), array(part)]);
var call = looseObject({ type: literal("function_call"), call_id: string(), name: string(), arguments: string() });
var output = looseObject({ type: literal("function_call_output"), call_id: string(), output: content });
var message = looseObject({ type: literal("message").optional(), role: string(), content });
function turnsOf(items) {
  const turns = [];
  const names = /* @__PURE__ */ new Map();
  const open2 = () => {
    const last = turns.at(-1);
    if (last !== void 0 && last.answer === null) return last;
    const turn = { told: [], answer: null };
    turns.push(turn);
    return turn;
  };
  const answering = () => {
    const turn = turns.at(-1) ?? open2();
    turn.answer ??= { calls: [], text: "" };
    return turn.answer;
  };
  for (const item of items) {
    const asked = call.safeParse(item).data;
    const answered = output.safeParse(item).data;
    const said = message.safeParse(item).data;
    if (asked !== void 0) {
      names.set(asked.call_id, asked.name);
      answering().calls.push({ name: asked.name, arguments: asked.arguments });
    } else if (answered !== void 0) {
      open2().told.push({ from: names.get(answered.call_id) ?? "a tool", text: textOf(answered.output) });
    } else if (said?.role === "assistant") answering().text += textOf(said.content);
    else if (said !== void 0) open2().told.push({ from: "message", text: textOf(said.content) });
  }
  return turns;
}
function textOf(value) {
  return typeof value === "string" ? value : value.map(({ text = "" }) => text).join("");
}
function greenOf([first]) {
  const text = first?.told.map((told) => told.text).join("\n") ?? "";
  return /^<change_since_green ref="([0-9a-f]{7,64})">$/m.exec(text)?.[1] ?? null;
}

// src/replay/divergence.ts
var EXCERPT = 200;
function divergencesIn(turn, recorded, now) {
  const found = [];
  for (let at = 0; at < Math.max(recorded.length, now.length); at++) {
    const [then, today] = [recorded[at], now[at]];
    const what = nameOf(turn, then ?? today);
    if (then === void 0 || today === void 0 || then.from !== today.from) {
      found.push({ turn, what, recorded: excerpt(then?.text), now: excerpt(today?.text) });
      continue;
    }
    const difference = firstDifference(then.text, today.text);
    if (difference !== null) found.push({ turn, what, ...difference });
  }
  return found;
}
function nameOf(turn, told) {
  if (told === void 0 || told.from === "message") return turn === 1 ? "the first message" : "a message to the model";
  return `the answer of ${told.from}`;
}
function firstDifference(then, now) {
  const before = steady(then).split("\n");
  const after = steady(now).split("\n");
  const at = before.findIndex((line, index2) => line !== after[index2]);
  const index = at < 0 && after.length > before.length ? before.length : at;
  if (index < 0) return null;
  const [a, b] = [before[index], after[index]];
  let from = 0;
  while (a !== void 0 && b !== void 0 && a[from] === b[from]) from++;
  const start = Math.max(0, from - EXCERPT / 4);
  return { recorded: excerpt(a?.slice(start)), now: excerpt(b?.slice(start)) };
}
function excerpt(text) {
  if (text === void 0) return null;
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT)}\u2026` : text;
}
function steady(text) {
  return text.replace(/\b(seconds|duration_ms|warm|judged|red|not_run)("?[=: ]+)\d+(?:\.\d+)?/g, "$1$2#").replace(/\b\d+(?:\.\d+)? ?(?:ms|s|min)\b/g, "#").replace(/\b0x[0-9a-f]{6,}\b/gi, "#").replace(/\/[^\s"':]*\/regreen-[\w-]+/g, "/#");
}

// src/replay/mind.ts
var theEnd = "The recording ends here.";
function recordedMind(recorded) {
  const met = /* @__PURE__ */ new Map();
  return {
    think: async ({ items }) => {
      const turns = turnsOf(items);
      const at = turns.length - 1;
      const turn = recorded[at];
      const told = turns[at]?.told ?? [];
      const answer = turn?.answer ?? null;
      const more = { turn: at + 1, what: "one more turn than recorded", recorded: null, now: told[0]?.text.slice(0, 200) ?? null };
      met.set(at, answer === null || turn === void 0 ? [more] : divergencesIn(at + 1, turn.told, told));
      if (answer === null) return { kind: "text", text: theEnd };
      return answer.calls.length > 0 ? { kind: "calls", calls: answer.calls } : { kind: "text", text: answer.text };
    },
    warm: () => {
    },
    close: async () => {
    },
    divergences: () => [...met].toSorted(([a], [b]) => a - b).flatMap(([, found]) => found),
    turns: () => met.size
  };
}

// src/cli/replay.ts
var FLAGS2 = ["test", "setup", "working-directory", "test-env", "sandbox", "sandbox-network", "green", "allow-test-changes", "report-dir"];
async function replay(args) {
  var _stack = [];
  try {
    const known = cliOptions("fix");
    const chosen = Object.fromEntries(FLAGS2.flatMap((flag) => known[flag] === void 0 ? [] : [[flag, known[flag]]]));
    const { values, positionals } = parseArgs6({
      args,
      allowPositionals: true,
      options: { ...chosen, repo: { type: "string" }, json: { type: "boolean" } },
      allowNegative: true
    });
    const { repo: repo2, json, ...flags } = values;
    const [file] = positionals;
    if (file === void 0 || positionals.length > 1) throw new UsageError("usage: regreen replay FILE.json [--repo DIR] [--json]");
    const parsed = parseCliInputs(flags, {}, "fix");
    if (!parsed.ok) throw new ConfigurationError(parsed.problems.join("\n"));
    const recording = await readRecording(file);
    await openReportFolder(parsed.inputs.reportDir);
    const scratch = __using(_stack, await openScratch(), true);
    const stop = interruptible();
    try {
      const checkout = await checkoutOf(resolve5(typeof repo2 === "string" ? repo2 : "."), recording.report, scratch.path);
      const inputs = await inputsOf(parsed.inputs, recording, checkout);
      const replayed = await run2(recording, inputs, checkout, scratch.path, stop.signal);
      const code = stop.exitCode();
      if (code !== null) return code;
      const same = isSame(recording, replayed);
      process.stdout.write(json === true ? asJson(recording, replayed, same) : inWords3(recording, replayed, same));
      return same ? 0 : 1;
    } finally {
      stop.done();
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function readRecording(file) {
  const parsed = parseReport(await textOf2(file));
  if (!parsed.ok) throw new UsageError(`${file} is not a report of Regreen: ${parsed.problem}`);
  const { report } = parsed;
  const conversation = await readConversation(report, file);
  if (!conversation.ok) throw new UsageError(`${file} has its conversation elsewhere: ${conversation.problem}.`);
  const turns = turnsOf(conversation.items);
  if (!turns.some(({ answer }) => answer !== null)) {
    throw new UsageError(`${file} holds no conversation: the run ended (${report.outcome}) before anything was asked.`);
  }
  return { report, turns };
}
async function textOf2(file) {
  return readFile(file, "utf8").catch((error) => {
    throw new UsageError(`${file} cannot be read: ${error.code ?? error.message}.`);
  });
}
async function checkoutOf(directory, { incident: { sha } }, scratch) {
  const opened = await openCheckout(directory);
  if (!opened.ok) throw new ConfigurationError(opened.reason);
  if (sha === null || !/^[0-9a-f]{40,64}$/.test(sha))
    throw new ConfigurationError("The report names no commit: there is nothing to run it on.");
  const { checkout } = opened;
  if (checkout.sha === sha) return checkout;
  const root = join3(scratch, "checkout");
  try {
    await new Git(checkout.root, { withoutFilters: true }).text(["clone", "--quiet", "--shared", "--no-checkout", checkout.root, root]);
    await new Git(root).text(["checkout", "--quiet", "--detach", sha]);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new ConfigurationError(`The commit ${sha} of the report is not in ${checkout.root}: fetch it, or give another --repo.`);
  }
  const cloned = await openCheckout(root);
  if (!cloned.ok) throw new ConfigurationError(cloned.reason);
  return cloned.checkout;
}
async function inputsOf(given, { report, turns }, { root }) {
  const { setupCommand, workingDirectories } = given;
  const recorded = report.tests.command;
  const detected = await detectSuite({ root, testCommand: null, setupCommand, workingDirectories });
  const isDetected = detected.ok && detected.plan.testCommand === recorded;
  return {
    ...given,
    engine: "model",
    endpoint: null,
    limits: report.budget.limits,
    testCommand: given.testCommand ?? (isDetected ? null : recorded),
    greenRef: given.greenRef ?? greenOf(turns),
    secrets: []
  };
}
async function run2(recording, inputs, checkout, scratch, signal) {
  const redactor = createRedactor([]);
  const mind = recordedMind(recording.turns);
  const server = await startServer({ mind });
  const progress = terminalProgress(redactor);
  try {
    var _stack = [];
    try {
      const choice = {
        baseUrl: server.url,
        apiKey: null,
        model: recording.report.model ?? "recorded",
        reasoningEffort: null,
        serviceTier: null,
        instructions: null,
        transport: "auto",
        isEngine: recording.report.model === null
      };
      const hosted = __using(_stack, openModel(choice, signal, (text) => progress.line(text)), true);
      const source = { kind: "local", directory: checkout.root };
      const { report, conversation, attempts } = await repair({ inputs, source, scratch, env: {}, progress, signal, hosted });
      if (inputs.reportDir !== null) await writeReportFiles(inputs.reportDir, report, conversation, redactor, attempts);
      return { report, divergences: mind.divergences(), turns: mind.turns() };
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } finally {
    progress.close();
    await server.close();
  }
}
function isSame({ report }, { divergences, report: now }) {
  return divergences.length === 0 && report.outcome === now.outcome && report.patch === now.patch;
}
function asJson({ report, turns }, { divergences, report: now, turns: asked }, same) {
  const ending = ({ outcome, reason, patch }, count) => ({ outcome, reason, patch, turns: count });
  const recorded = ending(report, turns.filter(({ answer }) => answer !== null).length);
  return `${JSON.stringify({ schemaVersion: 1, same, divergences, recorded, replayed: ending(now, asked) }, null, 2)}
`;
}
function inWords3({ report, turns }, { divergences, report: now, turns: asked }, same) {
  const recorded = turns.filter(({ answer }) => answer !== null).length;
  if (same) return `It went the same way again: ${asked} of ${recorded} turns, ${now.outcome}, the same patch. No model was asked.
`;
  const shown = divergences.slice(0, 10).flatMap(({ turn, what, recorded: then, now: today }) => [
    `turn ${turn}: ${what}`,
    `  recorded: ${then ?? "(nothing)"}`,
    `  now:      ${today ?? "(nothing)"}`
  ]);
  return `${[
    `It went another way: ${asked} of ${recorded} turns.`,
    ...shown,
    ...divergences.length > 10 ? [`and ${divergences.length - 10} more`] : [],
    `recorded: ${report.outcome}: ${report.reason}`,
    `now:      ${now.outcome}: ${now.reason}`,
    ...report.patch === now.patch ? [] : ["The patches differ."]
  ].join("\n").replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "")}
`;
}

// src/cli/report.ts
import { readFile as readFile2, writeFile as writeFile2 } from "node:fs/promises";
import { parseArgs as parseArgs7 } from "node:util";
async function showReport(args) {
  const { positionals, values } = parseArgs7({ args, allowPositionals: true, options: { html: { type: "string" } } });
  const [file] = positionals;
  if (file === void 0 || positionals.length > 1) throw new UsageError("usage: regreen report FILE.json [--html FILE]");
  const text = await readFile2(file, "utf8").catch((error) => {
    throw new UsageError(`${file} cannot be read: ${error.code ?? error.message}.`);
  });
  const rendered = renderReport(text, { color: wantsColor(process.stdout, process.env) });
  if (!rendered.ok) throw new UsageError(`${file} is not a report of Regreen: ${rendered.problem}`);
  if (values.html === void 0) console.log(rendered.text.trimEnd());
  else await writePage(rendered.report, file, values.html);
  return 0;
}
async function writePage(report, file, page) {
  const { renderHtml } = await import("../page-WRP5YHDB.js");
  const said = await readAttempts(report, file);
  if (!said.ok) console.error(`regreen: the page is without the conversation: ${said.problem}.`);
  await writeFile2(page, renderHtml(report, said.ok ? said.attempts : [])).catch((error) => {
    throw new UsageError(`${page} cannot be written: ${error.code ?? error.message}.`);
  });
}

// src/cli/serve.ts
import { parseArgs as parseArgs8 } from "node:util";
var GRACE_MS = 3e3;
async function serve(args) {
  const { values } = parseArgs8({
    args,
    options: {
      host: { type: "string", default: "127.0.0.1" },
      port: { type: "string", default: "0" },
      "api-key-env": { type: "string" },
      json: { type: "boolean", default: false }
    }
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new UsageError(`--port ${values.port}: give a number from 0 to 65535.`);
  const variable = values["api-key-env"];
  const apiKey = variable === void 0 ? null : variableOf(process.env, variable) ?? "";
  if (apiKey === "") throw new UsageError(`--api-key-env: the variable ${variable} is empty or not set.`);
  const stop = interruptible();
  const engine = await startEngine({ host: values.host, port, apiKey }).catch((error) => {
    throw new UsageError(`cannot listen on ${values.host}:${port}: ${error.code ?? error.message}.`);
  });
  console.log(JSON.stringify({ url: engine.url }));
  if (!values.json) console.error("The built-in engine answers on /v1/responses, over WebSocket and HTTP. End it with Ctrl-C.");
  await new Promise((done) => stop.signal.addEventListener("abort", () => done(), { once: true }));
  await engine.close(GRACE_MS);
  stop.done();
  return stop.exitCode() ?? 0;
}

// src/cli/usage-text.ts
var flagsOf = (command) => rows.flatMap(({ cli, description }) => cli?.commands.includes(command) ? [{ cli, description }] : []).map(
  ({ cli, description }) => `  --${`${cli.flag}${cli.kind === "switch" ? "" : " \u2026"}`.padEnd(27)}${description.replaceAll("`", "").split(/(?<=\.)\s/)[0]}`
).join("\n");
var usage = `Regreen turns red builds green.

usage: regreen COMMAND \u2026

commands:
  fix       repairs the checkout in --repo (default: here); nothing is pushed
  plan      says which failures have one cause, and repairs nothing: --repo, --test, --setup, --working-directory, --json
  publish   checks the patch bundle in --bundle and delivers it; runs none of the repository's code
  serve     the built-in engine as a Responses endpoint: --host, --port, --api-key-env, --json
  demo      repairs a small red repository, made on the spot
  distill   failing tests and their context, out of logs and test reports: [FILE\u2026], --json
  doctor    what would work here and why; runs no tests, spends nothing: flags of fix, --github-token-env, --json
  report    shows a report.json again; --html FILE writes it as a page
  replay    runs the conversation of a report.json again on its commit, without a model: FILE, --repo, --json, --test, --setup, --green
  help      this text

regreen fix:
  --repo DIR                   The checkout to repair.
  --apply, --no-apply          Apply a proved fix to the checkout, or leave it as it is; asked at a terminal.
  --json                       Standard output is the report as JSON; progress goes to standard error.
${flagsOf("fix")}

regreen publish:
  --repo DIR                   The checkout whose commit, branch and remote the bundle must name (default: here).
  --json                       Standard output is the report as JSON; progress goes to standard error.
${flagsOf("publish")}

exit codes: 0 fixed, already green or flaky; 1 any other outcome; 2 wrong usage or configuration; 3 a defect of ours; 130, 143 interrupted
            distill: 0 something failed there, 1 nothing did
            replay: 0 it went the same way, 1 it did not
            doctor: 0 nothing stands in the way of a repair, 1 something does`;

// src/cli.ts
var commands = {
  fix,
  plan,
  publish: publishBundle,
  serve,
  demo,
  distill,
  doctor,
  replay,
  report: showReport
};
async function main(args) {
  const [name = "help", ...rest] = args;
  const asksForHelp = (arg) => arg === "--help" || arg === "-h";
  const command = Object.hasOwn(commands, name) ? commands[name] : void 0;
  const flags = rest.slice(0, rest.includes("--") ? rest.indexOf("--") : rest.length);
  if (name === "help" || asksForHelp(name) || command !== void 0 && flags.some(asksForHelp)) {
    console.log(usage);
    return 0;
  }
  if (command === void 0) throw new UsageError(`There is no command '${name}'.`);
  return command(rest);
}
async function explain(error) {
  if (error instanceof UsageError || isParseArgsError(error)) {
    console.error(`regreen: ${error.message}
Try \`regreen help\`.`);
    return 2;
  }
  if (error instanceof ConfigurationError) {
    console.error(`regreen: ${error.message}`);
    return 2;
  }
  const fault = await machineFault(error, tmpdir());
  if (fault !== null) {
    console.error(`regreen: ${fault}`);
    return 1;
  }
  console.error(`regreen: this is a defect of Regreen.`);
  console.error(error instanceof Error ? await mapStack(error.stack ?? error.message) : error);
  return 3;
}
function isParseArgsError(error) {
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error) => {
    if (error.code !== "EPIPE") throw error;
  });
}
process.exitCode = await main(process.argv.slice(2)).catch(explain);
//# sourceMappingURL=index.js.map
