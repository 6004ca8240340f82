import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  distillate,
  isZip,
  nothingGathered,
  readArchive,
  readStream
} from "../chunk-IQ2Z4O77.js";
import {
  publish,
  renderReport
} from "../chunk-EVGEJDZK.js";
import "../chunk-4GBQVUEV.js";
import {
  exitCodeOf,
  repair,
  writeReportFiles
} from "../chunk-PLW7LBK6.js";
import "../chunk-6IPXM3V6.js";
import {
  ConfigurationError,
  applyToCheckout,
  openCheckout
} from "../chunk-CK77BO6P.js";
import "../chunk-LTH562BM.js";
import {
  mapStack
} from "../chunk-HERDOM5Y.js";
import {
  cliOptions,
  createProgress,
  interruptible,
  parseActionInputs,
  parseCliInputs,
  rows,
  secretLooking
} from "../chunk-T6Z2XZPE.js";
import {
  variableOf
} from "../chunk-HBAAVUGS.js";
import {
  renderTerminal
} from "../chunk-56OAFF7A.js";
import "../chunk-4JUMNSSG.js";
import "../chunk-OTQLMKL7.js";
import "../chunk-T3GWLUJD.js";
import "../chunk-JVA3NLMO.js";
import "../chunk-VZBTAECF.js";
import "../chunk-M5GE5NG6.js";
import "../chunk-HWPTSGQB.js";
import "../chunk-27TVYW5O.js";
import "../chunk-RNX7ORRL.js";
import "../chunk-CU7KEY7D.js";
import {
  Git
} from "../chunk-BLXXKGBO.js";
import {
  createRedactor
} from "../chunk-GQMEWCTN.js";
import "../chunk-MY62IMJK.js";
import "../chunk-4NQIAZWU.js";
import "../chunk-XLTWDA2Q.js";
import {
  startEngine
} from "../chunk-2TV23PIA.js";
import "../chunk-EUQ57E42.js";
import "../chunk-6SLZJSQE.js";
import {
  __callDispose,
  __using
} from "../chunk-G62E4XM6.js";

// src/cli/demo.ts
import { mkdir as mkdir2, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join2 } from "node:path";
import { pathToFileURL } from "node:url";

// src/demo/printed-github.ts
function createPrintedGitHub() {
  let pull = null;
  const ok = (value) => Promise.resolve({ ok: true, value });
  const opened = () => pull === null ? [] : [{ number: 1, url: "the pull request below", state: "open", merged: false, draft: pull.draft, title: pull.title, body: pull.body }];
  const first = () => {
    const [only] = opened();
    if (only === void 0) throw new Error("there is no pull request yet");
    return only;
  };
  const github = {
    defaultBranch: () => ok("main"),
    branchHead: () => ok(null),
    commit: () => ok(null),
    commitMessage: () => ok(null),
    permissionOf: () => ok("write"),
    pullRequestLabels: () => ok([]),
    successfulRuns: () => ok([]),
    isAncestor: () => ok(false),
    createBranch: () => ok(null),
    updateBranch: () => ok(null),
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
    createComment: () => ok(null),
    updateComment: () => ok(null)
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
  const commit = async (files, message) => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeFile(join(directory, path), text);
    }
    await git.text(["add", "--all"]);
    await git.text(["-c", "user.name=Small Shop", "-c", "user.email=shop@example.com", "commit", "--quiet", "--message", message]);
    return git.text(["rev-parse", "HEAD"]);
  };
  return {
    green: await commit(green, "A cart that knows what shipping costs"),
    red: await commit(red, "Document the cart and tidy the code")
  };
}

// src/cli/usage.ts
var UsageError = class extends Error {
  name = "UsageError";
};

// src/cli/demo.ts
var repo = "small/shop";
async function demo(args) {
  if (args.length > 0) throw new UsageError("regreen demo takes no arguments.");
  const home = await mkdtemp(join2(tmpdir(), "regreen-demo-"));
  const stop = interruptible();
  try {
    return await play(home, stop.signal);
  } finally {
    await rm(home, { recursive: true, force: true });
    stop.done();
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
  const progress = createProgress({
    stream: process.stderr,
    isTTY: process.stderr.isTTY === true,
    isCI: false,
    redactor: createRedactor([])
  });
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
  console.log(renderTerminal(report));
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
function inWords({ failed, tests, commands: commands2, excerpts, cut, problems }, { legs, reports }) {
  const lines = legs.reduce((sum, { log }) => sum + log.lines, 0);
  const read2 = [...legs.length > 0 ? [`${lines} lines of ${legs.length === 1 ? "a log" : `${legs.length} logs`}`] : [], ...reports];
  const parts = [
    failed ? null : `Nothing that failed was found in ${read2.join(", ") || "what was given"}.${excerpts === "" ? "" : " It ends so:"}`,
    ...commands2.map(({ from, step, command, exitCode }) => {
      const what = command ?? step ?? "a step";
      return `${from === null ? "" : `${from}: `}exit code ${exitCode}: ${what.split("\n")[0]}`;
    }),
    tests.length === 0 ? null : `${tests.length} failing ${tests.length === 1 ? "test" : "tests"}:`,
    ...tests.map(({ name, file, line, message }) => {
      const place = file === null || name.includes(file) ? "" : ` (${file}${line === null ? "" : `:${line}`})`;
      const said = message === null ? "" : `
${message.split("\n").slice(0, 12).join("\n").replace(/^/gm, "      ")}`;
      return `  ${name}${place}${said}`;
    }),
    excerpts === "" ? null : `
${excerpts}`,
    cut === null ? null : `
(${cut})`,
    ...problems
  ];
  return `${parts.filter((part) => part !== null).join("\n").trim()}
`;
}

// src/cli/fix.ts
import { mkdtemp as mkdtemp2, rm as rm2 } from "node:fs/promises";
import { tmpdir as tmpdir2 } from "node:os";
import { join as join3, resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { parseArgs as parseArgs2 } from "node:util";
async function fix(args) {
  const { values } = parseArgs2({
    args,
    options: { ...cliOptions("fix"), repo: { type: "string" }, apply: { type: "boolean" }, json: { type: "boolean" } },
    allowNegative: true
  });
  const { repo: repo2, apply, json, ...flags } = values;
  const asJson = json === true;
  try {
    const parsed = parseCliInputs(flags, process.env, "fix");
    if (!parsed.ok) throw new ConfigurationError(parsed.problems.join("\n"));
    return await repairHere(
      parsed.inputs,
      resolve(typeof repo2 === "string" ? repo2 : "."),
      typeof apply === "boolean" ? apply : null,
      asJson
    );
  } catch (error) {
    if (asJson && error instanceof ConfigurationError) console.log(JSON.stringify({ schemaVersion: 1, error: error.message }));
    throw error;
  }
}
async function repairHere(inputs, directory, apply, asJson) {
  const redactor = createRedactor(inputs.secrets);
  const stop = interruptible();
  try {
    const finished = await run(inputs, directory, redactor, stop.signal);
    const report = redactor.json(finished.report);
    const conversation = redactor.json(finished.conversation);
    if (inputs.reportDir !== null) await writeReportFiles(inputs.reportDir, report, conversation, redactor);
    const text = asJson ? JSON.stringify({ ...report, conversation: inline(conversation) }, null, 2) : renderTerminal(report, { color: process.stdout.isTTY === true });
    process.stdout.write(`${text.trimEnd()}
`);
    const unseen = asJson && exitCodeOf(report) !== 0;
    if (report.outcome === "flaky" || unseen) console.error(`regreen: ${report.outcome}: ${report.reason}`);
    const wanted = report.outcome === "fixed" && (apply ?? (!asJson && await personSaysYes(stop.signal)));
    const refused = wanted ? await applyPatch(directory, report) : null;
    if (refused !== null) console.error(`regreen: the fix was not applied: ${redactor.text(refused)}`);
    return stop.exitCode() ?? (refused === null ? exitCodeOf(report, inputs.failOn) : 1);
  } finally {
    stop.done();
  }
}
async function run(inputs, directory, redactor, signal) {
  const stream = process.stderr;
  const progress = createProgress({ stream, isTTY: stream.isTTY === true && !process.env.CI, isCI: false, redactor });
  const scratch = await mkdtemp2(join3(tmpdir2(), "regreen-"));
  try {
    return await repair({ inputs, source: { kind: "local", directory }, scratch, env: process.env, progress, signal });
  } finally {
    progress.close();
    await rm2(scratch, { recursive: true, force: true });
  }
}
function inline(conversation) {
  return JSON.stringify(conversation).length > 1e6 ? "larger than 1 MB: give --report-dir to have it written" : conversation;
}
async function personSaysYes(signal) {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return false;
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test((await prompt.question("Apply this fix to the checkout? [y/N] ", { signal })).trim());
  } catch {
    return false;
  } finally {
    prompt.close();
  }
}
async function applyPatch(directory, report) {
  const opened = await openCheckout(directory);
  if (!opened.ok) return opened.reason;
  const applied = await applyToCheckout(opened.checkout, { text: report.patch, files: report.files });
  return applied.ok ? null : applied.reason;
}

// src/cli/publish.ts
import { mkdtemp as mkdtemp3, rm as rm3 } from "node:fs/promises";
import { tmpdir as tmpdir3 } from "node:os";
import { join as join4, resolve as resolve2 } from "node:path";
import { parseArgs as parseArgs3 } from "node:util";
async function publishBundle(args) {
  const { values } = parseArgs3({
    args,
    options: { ...cliOptions("publish"), repo: { type: "string" }, json: { type: "boolean" } },
    allowNegative: true
  });
  const { repo: repo2, json, ...flags } = values;
  const parsed = parseCliInputs(flags, process.env, "publish");
  const asJson = json === true;
  try {
    if (!parsed.ok) throw new ConfigurationError(parsed.problems.join("\n"));
    return await publishHere(parsed.inputs, resolve2(typeof repo2 === "string" ? repo2 : "."), asJson);
  } catch (error) {
    if (asJson && error instanceof ConfigurationError) console.log(JSON.stringify({ schemaVersion: 1, error: error.message }));
    throw error;
  }
}
async function publishHere(inputs, directory, asJson) {
  const redactor = createRedactor(inputs.secrets);
  const stop = interruptible();
  const stream = process.stderr;
  const progress = createProgress({ stream, isTTY: stream.isTTY === true && !process.env.CI, isCI: false, redactor });
  const scratch = await mkdtemp3(join4(tmpdir3(), "regreen-"));
  try {
    const source = { kind: "local", directory };
    const finished = await publish({ inputs, source, scratch, env: process.env, progress, signal: stop.signal });
    progress.close();
    const report = redactor.json(finished.report);
    if (inputs.reportDir !== null) await writeReportFiles(inputs.reportDir, report, [], redactor);
    const text = asJson ? JSON.stringify(report, null, 2) : renderTerminal(report, { color: process.stdout.isTTY === true });
    process.stdout.write(`${text.trimEnd()}
`);
    return stop.exitCode() ?? exitCodeOf(report, inputs.failOn);
  } finally {
    progress.close();
    await rm3(scratch, { recursive: true, force: true });
    stop.done();
  }
}

// src/cli/report.ts
import { readFile } from "node:fs/promises";
import { parseArgs as parseArgs4 } from "node:util";
async function showReport(args) {
  const { positionals, values } = parseArgs4({ args, allowPositionals: true, options: { html: { type: "string" } } });
  const [file] = positionals;
  if (file === void 0 || positionals.length > 1) throw new UsageError("usage: regreen report FILE.json");
  if (values.html !== void 0) throw new UsageError("regreen report --html is not in this version.");
  const text = await readFile(file, "utf8").catch((error) => {
    throw new UsageError(`${file} cannot be read: ${error.code ?? error.message}.`);
  });
  const rendered = renderReport(text);
  if (!rendered.ok) throw new UsageError(`${file} is not a report of Regreen: ${rendered.problem}`);
  console.log(rendered.text.trimEnd());
  return 0;
}

// src/cli/serve.ts
import { parseArgs as parseArgs5 } from "node:util";
var GRACE_MS = 3e3;
async function serve(args) {
  const { values } = parseArgs5({
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
  ({ cli, description }) => `  --${`${cli.flag}${cli.kind === "switch" ? "" : " \u2026"}`.padEnd(24)}${description.replaceAll("`", "").split(/(?<=\.)\s/)[0]}`
).join("\n");
var usage = `Regreen turns red builds green.

usage: regreen COMMAND \u2026

commands:
  fix       repairs the checkout in --repo (default: here); nothing is pushed
  publish   checks the patch bundle in --bundle and delivers it; runs none of the repository's code
  serve     the built-in engine as a Responses endpoint: --host, --port, --api-key-env, --json
  demo      repairs a small red repository, made on the spot
  distill   failing tests and their context, out of logs and test reports: [FILE\u2026], --json
  report    shows a report.json again
  help      this text

regreen fix:
  --repo DIR                The checkout to repair.
  --apply, --no-apply       Apply a proved fix to the checkout, or leave it as it is; asked at a terminal.
  --json                    Standard output is the report as JSON; progress goes to standard error.
${flagsOf("fix")}

regreen publish:
  --repo DIR                The checkout whose commit, branch and remote the bundle must name (default: here).
  --json                    Standard output is the report as JSON; progress goes to standard error.
${flagsOf("publish")}

exit codes: 0 fixed, already green or flaky; 1 any other outcome; 2 wrong usage or configuration; 3 a defect of ours; 130, 143 interrupted
            distill: 0 something failed there, 1 nothing did`;

// src/cli.ts
var commands = {
  fix,
  publish: publishBundle,
  serve,
  demo,
  distill,
  report: showReport
};
var later = /* @__PURE__ */ new Set(["replay", "doctor"]);
async function main(args) {
  const [name = "help", ...rest] = args;
  if (name === "help" || name === "--help" || name === "-h") {
    console.log(usage);
    return 0;
  }
  if (later.has(name)) throw new UsageError(`regreen ${name} is not in this version.`);
  const command = commands[name];
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
  console.error(`regreen: this is a defect of Regreen.`);
  console.error(error instanceof Error ? await mapStack(error.stack ?? error.message) : error);
  return 3;
}
function isParseArgsError(error) {
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
process.exitCode = await main(process.argv.slice(2)).catch(explain);
//# sourceMappingURL=index.js.map
