import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  variableOf
} from "./chunk-HBAAVUGS.js";
import {
  columns,
  outcomes
} from "./chunk-56OAFF7A.js";
import {
  priceOf
} from "./chunk-OTQLMKL7.js";
import {
  createRedactor
} from "./chunk-GQMEWCTN.js";
import {
  count,
  cut,
  duration,
  inert,
  oneLine,
  revealed
} from "./chunk-MY62IMJK.js";
import {
  killAllCommands
} from "./chunk-XLTWDA2Q.js";
import {
  _enum,
  array,
  string
} from "./chunk-6SLZJSQE.js";

// src/report/progress.ts
import { randomUUID } from "node:crypto";
var MAX_ECHO = 64e3;
var TICK_MS = 1e3;
function createProgress({ stream, isTTY, isCI, now = () => performance.now(), redactor }) {
  const origin = now();
  const live = isTTY && !isCI;
  let current = null;
  let inGroup = false;
  let shown2 = false;
  const elapsed = () => `[${duration((now() - origin) / 1e3).padStart(7)}]`;
  const clean = (text2) => inert(oneLine(redactor.text(text2), 500));
  const clear = () => {
    if (shown2) stream.write("\r\x1B[2K");
    shown2 = false;
  };
  const draw = () => {
    if (!live || current === null) return;
    const line2 = cut(`${elapsed()} ${current} \u2026`, Math.max((stream.columns ?? 80) - 1, 20));
    stream.write(`\r\x1B[2K${line2}`);
    shown2 = columns(line2) > 0;
  };
  const write = (text2) => {
    clear();
    stream.write(`${text2}
`);
    draw();
  };
  const line = (text2) => write(`${elapsed()} ${clean(text2)}`);
  const status = (text2) => {
    current = clean(text2);
    draw();
  };
  const endGroup = () => {
    if (inGroup) stream.write("::endgroup::\n");
    inGroup = false;
  };
  const ticker = live ? setInterval(draw, TICK_MS) : null;
  ticker?.unref();
  return {
    phase(name) {
      if (isCI) {
        endGroup();
        stream.write(`::group::${clean(name)}
`);
        inGroup = true;
      } else if (live) status(name);
      else line(name);
    },
    line,
    status,
    echo(text2) {
      const bounded = text2.length > MAX_ECHO ? `\u2026 (cut)
${text2.slice(-MAX_ECHO)}` : text2;
      const safe = revealed(redactor.text(bounded)).replace(/\n+$/, "");
      clear();
      if (isCI) {
        const token = randomUUID();
        stream.write(`::stop-commands::${token}
${safe}
::${token}::
`);
      } else stream.write(`${safe}
`);
      draw();
    },
    onAgentEvent: (event) => {
      const news = describe(event);
      if (news === null) return;
      if (news.lasting) line(news.text);
      else status(news.text);
    },
    close() {
      if (ticker !== null) clearInterval(ticker);
      clear();
      current = null;
      if (isCI) endGroup();
    }
  };
}
function describe(event) {
  switch (event.type) {
    case "turn-started":
      return { text: `turn ${event.turn}: waiting for the model`, lasting: false };
    case "turn-ended": {
      const { timing, usage, calls } = event.result;
      const seconds = duration((timing.completedAt - timing.sentAt) / 1e3);
      const asks = calls.length === 0 ? "no tool" : calls.map((call) => call.name).join(", ");
      return {
        text: `turn ${event.turn} (${timing.mode}): ${seconds}, ${usage.inputTokens} tokens in, ${usage.outputTokens} out; ${asks}`,
        lasting: true
      };
    }
    case "tool-started":
      return { text: `turn ${event.turn}: ${event.call.name}`, lasting: false };
    case "tool-ended":
      return event.testSeconds > 0 ? { text: `turn ${event.turn}: ${event.call.name} ${event.note ?? "ran tests"} in ${duration(event.testSeconds)}`, lasting: true } : null;
    case "edited":
      return { text: `edited ${editedFiles(event.diff)}`, lasting: true };
    case "tests-green":
      return { text: "the failing tests are green; verification is next", lasting: true };
    case "budget-warning":
      return { text: `${event.limit}: ${event.used} of ${event.of} used`, lasting: true };
  }
}
function editedFiles(diff) {
  const files = [...diff.matchAll(/^diff --git a\/.+? b\/(.+)$/gm)].map((match) => match[1] ?? "");
  return files.length === 0 || files.length > 3 ? count(files.length, "file") : files.join(", ");
}

// src/inputs/secret-names.ts
var ANYWHERE = /TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIAL|PRIVATE|APIKEY|COOKIE/;
var SEGMENTS = /^(KEY|KEYS|AUTH|PASS|PWD|PAT|JWT|DSN|CERT|SIGNATURE|.*(ACCESS|SSH|GPG|PGP|SIGNING|ENCRYPTION|MASTER|DEPLOY|SERVICE)KEYS?)$/;
var RUNNER = /^(ACTIONS_|INPUT_|STATE_|RUNNER_TRACKING_ID$|GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY|ARTIFACTS)$|REGREEN_)/;
var LOADERS = /^(LD_|DYLD_)|^BASH_ENV$|^PATH$|^HOME$/;
function secretLooking(name) {
  const upper = name.replaceAll("-", "_").replace(/([a-z0-9])([A-Z])/g, "$1_$2").toUpperCase();
  if (ANYWHERE.test(upper.replaceAll("_", "")) || RUNNER.test(upper) || LOADERS.test(upper)) return true;
  return upper !== "PWD" && upper.split("_").some((segment) => SEGMENTS.test(segment));
}

// src/inputs/values.ts
var CONTROL = /[\u0000-\u001f\u007f-\u009f]/;
var CONTROL_BUT_LINES = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
var text = string();
function splitLines(value) {
  return value.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
}
var flag = text.regex(/^(true|True|TRUE|false|False|FALSE)$/, "true or false").transform((value) => value.toLowerCase() === "true");
function oneOf(...values) {
  const allowed = values.map((value) => `"${value}"`).join(", ");
  return text.pipe(_enum(values, { error: `one of ${allowed}` }));
}
function wholeNumber(min, max) {
  const allowed = `a whole number from ${min} to ${max}`;
  return text.regex(/^\d{1,12}$/, allowed).transform(Number).refine((value) => value >= min && value <= max, allowed);
}
function decimal(min, max, unit) {
  const allowed = `a number of ${unit} from ${min} to ${max}`;
  return text.regex(/^\d{1,9}(\.\d{1,6})?$/, allowed).transform(Number).refine((value) => value >= min && value <= max, allowed);
}
function word(maxLength) {
  const allowed = `at most ${maxLength} characters without spaces or control characters`;
  return text.refine((value) => value.length <= maxLength && !/\s/.test(value) && !CONTROL.test(value), allowed).transform(orNull);
}
var sentences = text.refine((value) => value.length <= 4e3 && !CONTROL_BUT_LINES.test(value.replaceAll("	", " ")), "at most 4000 characters of plain text").transform(orNull);
var command = text.refine(
  (value) => value.length <= 1e4 && !CONTROL_BUT_LINES.test(value.replaceAll("	", " ")),
  "a shell command without control characters"
).transform(orNull);
var path = text.refine((value) => value.length <= 4096 && !CONTROL.test(value), "a path without control characters").transform(orNull);
var revision = text.refine(
  (value) => value === "" || value.length <= 250 && !/^[-/]|\.\.|[\s:?*[\\]|@\{-|\.lock$|\/$/.test(value) && !CONTROL.test(value),
  'a branch, tag or commit, without spaces, ".." or a leading "-"'
).transform(orNull);
var branchPrefix = text.refine(
  (value) => /^[A-Za-z0-9_][A-Za-z0-9._/-]{0,99}$/.test(value) && !/\.\.|\/\/|\/\.|\.\/|\.lock(\/|$)|\.$/.test(value),
  'letters, digits, ".", "_", "-" and "/", such as "regreen/"'
);
var insideAllowed = 'paths inside the repository, one a line, without ".."';
var directories = text.refine((value) => splitLines(value).every(isInside), insideAllowed).transform(
  (value) => splitLines(value).map(
    (line) => line.split("/").filter((part) => part !== "" && part !== ".").join("/")
  )
);
var globs = text.refine((value) => splitLines(value).every(isInside), `globs: ${insideAllowed}`).transform(splitLines);
function isInside(line) {
  return line.length <= 1e3 && !CONTROL.test(line) && !/^([/\\~-]|[A-Za-z]:)/.test(line) && !line.split(/[/\\]/).includes("..");
}
function list(item, allowed) {
  return text.transform(splitList).refine((items) => items.length <= 100 && items.every((entry) => item.test(entry)), allowed).transform((items) => [...new Set(items)]);
}
function splitList(value) {
  return value.split(/[\n,]/).map((entry) => entry.trim()).filter((entry) => entry !== "");
}
var labels = list(/^[^\u0000-\u001f,]{1,50}$/, "label names of at most 50 characters, separated by commas or lines");
var reviewers = list(
  /^[A-Za-z0-9][A-Za-z0-9-]{0,38}(\/[A-Za-z0-9._-]{1,100})?$/,
  'user names, or "org/team", separated by commas or lines'
);
var bots = list(
  /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}(\[bot\])?$/,
  'names of bots such as "renovate[bot]", separated by commas or lines'
);
var label = text.refine((value) => value.length <= 50 && !CONTROL.test(value) && !value.includes(","), "one label name of at most 50 characters").transform(orNull);
var variableNames = text.transform((value) => [...new Set(value.split(/[\s,]+/).filter((name) => name !== ""))]).refine((names) => names.length <= 100 && names.every((name) => /^[A-Za-z_][A-Za-z0-9_]{0,199}$/.test(name)), {
  error: "names of environment variables, separated by spaces, commas or lines",
  abort: true
}).refine((names) => !names.some(secretLooking), {
  error: "names that do not look like a secret (TOKEN, SECRET, KEY, PASSWORD \u2026) or belong to the runner: the repository\u2019s code could read the value"
});
function outcomeList(values) {
  return text.transform((value) => [...new Set(value.split(/[\s,]+/).filter((name) => name !== ""))]).pipe(array(_enum(values, { error: `a list of ${values.join(", ")}` })));
}
var price = text.regex(/^$|^\d{1,6}(\.\d{1,6})?(\/\d{1,6}(\.\d{1,6})?){2}$/, 'dollars per million input, cached and output tokens, such as "2/0.1/10"').transform((value) => {
  const [input, cached, output] = value.split("/").map(Number);
  return input === void 0 || cached === void 0 || output === void 0 ? null : { input, cached, output };
});
var secret = text.refine(
  (value) => value === "" || value.length <= 1e4 && /^[\u0021-\u007e]+$/.test(value),
  "one line of printable characters without spaces"
).transform(orNull);
var endpointUrl = text.refine((value) => value === "" || isEndpoint(value), "an http, https, ws or wss URL without user name, password or fragment").transform(orNull);
function isEndpoint(value) {
  if (/\s/.test(value) || CONTROL.test(value) || !URL.canParse(value)) return false;
  const url = new URL(value);
  return /^(https?|wss?):$/.test(url.protocol) && url.hostname !== "" && url.username === "" && url.password === "" && url.hash === "";
}
function orNull(value) {
  return value === "" ? null : value;
}

// src/inputs/table.ts
function row(name, definition) {
  return { name, ...definition };
}
var inFix = (flag2, kind = "value") => ({ flag: flag2, commands: ["fix"], kind });
var inPublish = (flag2, kind = "value") => ({ flag: flag2, commands: ["publish"], kind });
var inBoth = (flag2, kind = "value") => ({ flag: flag2, commands: ["fix", "publish"], kind });
var DEFAULT_MODEL = "gpt-6.1-sol";
var DEFAULT_BASE_URL = "https://api.openai.com/v1";
var table = {
  mode: row("mode", {
    description: "`fix-and-publish` repairs and delivers; `fix` writes a patch bundle and needs no write token; `publish` checks and delivers a bundle and runs none of the repository\u2019s code.",
    default: "fix-and-publish",
    schema: oneOf("fix-and-publish", "fix", "publish"),
    cli: null
  }),
  bundle: row("bundle", {
    description: "Folder of the patch bundle that `mode: publish` delivers.",
    default: "",
    schema: path,
    cli: inPublish("bundle")
  }),
  apiKey: row("api-key", {
    description: "Key of the model endpoint. Without a key and without a `base-url` the built-in engine is the model, and nothing is paid.",
    default: "",
    schema: secret,
    cli: inFix("api-key-env"),
    secret: true
  }),
  baseUrl: row("base-url", {
    description: "Any Responses endpoint, over WebSocket or HTTP; a query string is kept. Given without a key, it is used without one.",
    default: DEFAULT_BASE_URL,
    impliedDefault: true,
    schema: endpointUrl,
    cli: inFix("base-url")
  }),
  model: row("model", {
    description: "Name of the model, passed on as it is.",
    default: DEFAULT_MODEL,
    schema: word(200),
    cli: inFix("model")
  }),
  reasoningEffort: row("reasoning-effort", {
    description: "Passed on to the provider; its own default when empty.",
    default: "",
    schema: word(50),
    cli: inFix("reasoning-effort")
  }),
  serviceTier: row("service-tier", {
    description: "Passed on to the provider; its own default when empty.",
    default: "",
    schema: word(50),
    cli: inFix("service-tier")
  }),
  instructions: row("instructions", {
    description: "A few sentences for the model from you, the workflow\u2019s author. They are trusted; instruction files of the repository are data.",
    default: "",
    schema: sentences,
    cli: inFix("instructions")
  }),
  transport: row("transport", {
    description: "`auto` is one WebSocket for the whole run, with HTTP as the fallback; `websocket` and `http` allow one of them only.",
    default: "auto",
    schema: oneOf("auto", "websocket", "http"),
    cli: inFix("transport")
  }),
  engine: row("engine", {
    description: "`builtin` repairs without a model, `model` with the model alone; `auto` lets the built-in engine lead for up to 20 seconds.",
    default: "auto",
    schema: oneOf("auto", "builtin", "model"),
    cli: inFix("engine")
  }),
  testCommand: row("test-command", {
    description: "The command that is red. Detected when empty.",
    default: "",
    schema: command,
    cli: inFix("test")
  }),
  setupCommand: row("setup-command", {
    description: "The command that installs what the tests need. Detected when empty.",
    default: "",
    schema: command,
    cli: inFix("setup")
  }),
  workingDirectory: row("working-directory", {
    description: "Folder of the package to test, relative to the repository; several, one a line. Detected when empty.",
    default: "",
    schema: directories,
    cli: inFix("working-directory", "list")
  }),
  testEnv: row("test-env", {
    description: "Names of environment variables that the tests may see. A name that looks like a secret is refused.",
    default: "",
    schema: variableNames,
    cli: inFix("test-env", "list")
  }),
  ref: row("ref", {
    description: "What is red: a branch, tag or commit. Taken from the event when empty.",
    default: "",
    schema: revision,
    cli: null
  }),
  baseRef: row("base-ref", {
    description: "The branch a fix is proposed to. Taken from the event when empty.",
    default: "",
    schema: revision,
    cli: inPublish("base-ref")
  }),
  greenRef: row("green-ref", {
    description: "Last commit known to pass. Taken from the event, or searched for, when empty.",
    default: "",
    schema: revision,
    cli: inFix("green")
  }),
  maxTurns: row("max-turns", {
    description: "Most turns of the model.",
    default: "24",
    schema: wholeNumber(1, 200),
    cli: inFix("max-turns")
  }),
  maxMinutes: row("max-minutes", {
    description: "Most minutes of the whole run, verification included. Fractions are allowed.",
    default: "15",
    schema: decimal(1, 360, "minutes"),
    cli: inFix("max-minutes")
  }),
  maxTokens: row("max-tokens", {
    description: "Most tokens, input and output together.",
    default: "400000",
    schema: wholeNumber(1e3, 5e7),
    cli: inFix("max-tokens")
  }),
  maxCostUsd: row("max-cost-usd", {
    description: "Most US dollars for the model. Given with a model whose price is not known, it needs `price`.",
    default: "2",
    impliedDefault: true,
    schema: decimal(0.01, 1e3, "US dollars"),
    cli: inFix("max-cost-usd")
  }),
  maxTestRuns: row("max-test-runs", {
    description: "Most test runs; a batch of candidate patches counts once.",
    default: "40",
    schema: wholeNumber(1, 1e3),
    cli: inFix("max-test-runs")
  }),
  maxChangedLines: row("max-changed-lines", {
    description: "Most lines a fix may add and remove.",
    default: "200",
    schema: wholeNumber(1, 1e4),
    cli: inBoth("max-changed-lines")
  }),
  price: row("price", {
    description: "US dollars per million input, cached and output tokens, such as `2/0.1/10`. Known for common models.",
    default: "",
    schema: price,
    cli: inFix("price")
  }),
  attempts: row("attempts", {
    description: "Attempts of a model side by side over the same socket, each on a copy of its own; the first fix that is proved wins. They share the budget.",
    default: "1",
    schema: wholeNumber(1, 8),
    cli: inFix("attempts")
  }),
  delivery: row("delivery", {
    description: "`pull-request`; `push` to the branch of the failing pull request; `comment`; or `patch`, which only writes files.",
    default: "pull-request",
    schema: oneOf("pull-request", "push", "comment", "patch"),
    cli: inPublish("delivery"),
    since: { refuses: (way) => way === "push" || way === "comment", instead: 'use "pull-request" or "patch"' }
  }),
  protectedPaths: row("protected-paths", {
    description: "Globs, one a line, that a fix may not touch, besides the built-in ones: tests, CI files, lock files, scripts and dependencies of manifests, agent instruction files.",
    default: "",
    schema: globs,
    cli: inBoth("protected-paths", "list")
  }),
  allowTestChanges: row("allow-test-changes", {
    description: "Lets a fix change tests. The rules against weakened tests still hold.",
    default: "false",
    schema: flag,
    cli: inBoth("allow-test-changes", "switch")
  }),
  sandbox: row("sandbox", {
    description: "What confines the repository\u2019s code: `auto` takes the strongest layer there is and declines rather than run unconfined beside a key or a write token; `none` accepts that.",
    default: "auto",
    schema: oneOf("auto", "bubblewrap", "unshare", "none"),
    cli: inFix("sandbox")
  }),
  sandboxNetwork: row("sandbox-network", {
    description: "`none` leaves the tests loopback only; `host` lets them reach the network, for service containers.",
    default: "none",
    schema: oneOf("none", "host"),
    cli: inFix("sandbox-network")
  }),
  githubToken: row("github-token", {
    description: "Token for the push and the pull request. It never reaches the repository\u2019s code.",
    default: `\${{ github.token }}`,
    schema: secret,
    cli: inPublish("github-token-env"),
    secret: true
  }),
  branchPrefix: row("branch-prefix", {
    description: "Beginning of the names of the branches that fixes are pushed to.",
    default: "regreen/",
    schema: branchPrefix,
    cli: inPublish("branch-prefix")
  }),
  labels: row("labels", {
    description: "Labels for the pull request, separated by commas or lines.",
    default: "",
    schema: labels,
    cli: inPublish("labels", "list")
  }),
  reviewers: row("reviewers", {
    description: "Users, or teams as `org/team`, asked to review the pull request.",
    default: "",
    schema: reviewers,
    cli: inPublish("reviewers", "list")
  }),
  draft: row("draft", {
    description: "Opens the pull request as a draft.",
    default: "false",
    schema: flag,
    cli: inPublish("draft", "switch")
  }),
  commitSigning: row("commit-signing", {
    description: "`api` commits through GitHub\u2019s API, which signs; `none` pushes with git; `auto` chooses.",
    default: "auto",
    schema: oneOf("auto", "api", "none"),
    cli: inPublish("commit-signing"),
    since: { refuses: (signing) => signing === "api", instead: 'use "auto" or "none"' }
  }),
  triggerCi: row("trigger-ci", {
    description: "Starts the repository\u2019s CI on the branch by `workflow_dispatch`.",
    default: "false",
    schema: flag,
    cli: inPublish("trigger-ci", "switch"),
    since: { refuses: (trigger) => trigger, instead: "leave it at false" }
  }),
  dryRun: row("dry-run", {
    description: "Does everything but the push and the pull request.",
    default: "false",
    schema: flag,
    cli: inPublish("dry-run", "switch")
  }),
  allowedBots: row("allowed-bots", {
    description: "Bots that may start it, such as `renovate[bot]`. None when empty.",
    default: "",
    schema: bots,
    cli: null
  }),
  optOutLabel: row("opt-out-label", {
    description: "A pull request with this label is left alone.",
    default: "no-regreen",
    schema: label,
    cli: null
  }),
  maxAttemptsPerFailure: row("max-attempts-per-failure", {
    description: "How often the same failure is tried.",
    default: "2",
    schema: wholeNumber(1, 20),
    cli: inPublish("max-attempts-per-failure")
  }),
  failOn: row("fail-on", {
    description: "Outcomes that fail the step all the same, separated by spaces, commas or lines.",
    default: "",
    schema: outcomeList(outcomes),
    cli: inBoth("fail-on", "list")
  }),
  otlpEndpoint: row("otlp-endpoint", {
    description: "Where traces go. Nowhere when empty.",
    default: "",
    schema: endpointUrl,
    cli: inFix("otlp-endpoint"),
    since: { refuses: (endpoint) => endpoint !== null, instead: "leave it out; report.json holds the timing" }
  }),
  reportDir: row("report-dir", {
    description: "Folder for the report files. The runner\u2019s temporary folder when empty.",
    default: "",
    schema: path,
    cli: inBoth("report-dir")
  })
};
var rows = Object.values(table);

// src/inputs/inputs.ts
function toInputs(reader, env) {
  const { read } = reader;
  const hosted = readHosted(reader);
  const githubToken = read(table.githubToken);
  const namesEndpoint = reader.given(table.apiKey) || reader.given(table.baseUrl);
  const inputs = {
    mode: read(table.mode),
    bundle: read(table.bundle),
    engine: read(table.engine),
    endpoint: namesEndpoint ? hosted : null,
    instructions: read(table.instructions),
    transport: read(table.transport),
    testCommand: read(table.testCommand),
    setupCommand: read(table.setupCommand),
    workingDirectories: read(table.workingDirectory),
    testEnv: read(table.testEnv),
    ref: read(table.ref),
    baseRef: read(table.baseRef),
    greenRef: read(table.greenRef),
    limits: {
      turns: read(table.maxTurns),
      minutes: read(table.maxMinutes),
      tokens: read(table.maxTokens),
      costUsd: read(table.maxCostUsd),
      testRuns: read(table.maxTestRuns),
      changedLines: read(table.maxChangedLines)
    },
    attempts: read(table.attempts),
    delivery: read(table.delivery),
    protectedPaths: read(table.protectedPaths),
    allowTestChanges: read(table.allowTestChanges),
    sandbox: read(table.sandbox),
    sandboxNetwork: read(table.sandboxNetwork),
    githubToken,
    branchPrefix: read(table.branchPrefix),
    labels: read(table.labels),
    reviewers: read(table.reviewers),
    draft: read(table.draft),
    commitSigning: read(table.commitSigning),
    triggerCi: read(table.triggerCi),
    dryRun: read(table.dryRun),
    allowedBots: read(table.allowedBots),
    optOutLabel: read(table.optOutLabel),
    maxAttemptsPerFailure: read(table.maxAttemptsPerFailure),
    failOn: read(table.failOn),
    otlpEndpoint: read(table.otlpEndpoint),
    reportDir: read(table.reportDir),
    secrets: secretsOf(hosted, githubToken)
  };
  const conflicts = [
    ...bundleConflicts(inputs),
    ...endpointConflicts(inputs, namesEndpoint),
    ...priceConflicts(reader, inputs),
    ...leaks(inputs, env)
  ];
  const asksNobody = inputs.engine === "builtin" || inputs.mode === "publish";
  return { inputs: asksNobody ? { ...inputs, endpoint: null } : inputs, conflicts };
}
function secretsOf({ apiKey, baseUrl }, githubToken) {
  const query = [...new URL(baseUrl).searchParams].filter(([name, value]) => value !== "" && (secretLooking(name) || value.length >= 20));
  return [apiKey, githubToken, ...query.map(([, value]) => value)].filter((value) => value !== null);
}
function readHosted({ read }) {
  const model = read(table.model) ?? DEFAULT_MODEL;
  const serviceTier = read(table.serviceTier);
  const override = read(table.price);
  return {
    baseUrl: read(table.baseUrl) ?? DEFAULT_BASE_URL,
    apiKey: read(table.apiKey),
    model,
    reasoningEffort: read(table.reasoningEffort),
    serviceTier,
    price: priceOf(model, override, serviceTier)
  };
}
function bundleConflicts({ mode, bundle }) {
  if (mode === "publish" && bundle === null) return ['bundle: "" is not allowed with mode "publish"; give the folder of the bundle'];
  if (mode === "publish" || bundle === null) return [];
  return [`bundle: ${JSON.stringify(bundle)} is not allowed with mode ${JSON.stringify(mode)}; leave it out, or use mode "publish"`];
}
function endpointConflicts(inputs, namesEndpoint) {
  if (inputs.engine !== "model" || namesEndpoint || inputs.mode === "publish") return [];
  return ['engine: "model" needs a model; give `api-key`, or the `base-url` of an endpoint that takes no key, or use "auto" or "builtin"'];
}
function priceConflicts(reader, { engine, endpoint, limits }) {
  if (!reader.given(table.maxCostUsd) || reader.given(table.price)) return [];
  if (engine === "builtin" || endpoint === null || endpoint.price !== null) return [];
  const tier = endpoint.serviceTier === null ? "" : ` at service tier ${JSON.stringify(endpoint.serviceTier)}`;
  return [
    `max-cost-usd: "${limits.costUsd}" cannot be kept, because the price of model ${JSON.stringify(endpoint.model)}${tier} is not known; give \`price\` in dollars per million input, cached and output tokens, such as "2/0.1/10"`
  ];
}
function leaks(inputs, env) {
  const secrets = new Set(inputs.secrets);
  return inputs.testEnv.filter((name) => secrets.has(variableOf(env, name)?.trim() ?? "")).map((name) => `test-env: "${name}" is not allowed; it holds the same value as a key or token of ours`);
}

// src/inputs/reader.ts
function createReader(raw) {
  const problems = [];
  return {
    problems,
    given: (row2) => raw.has(row2.name),
    read(row2) {
      const input = raw.get(row2.name);
      const text2 = input?.text.trim() ?? "";
      if (input === void 0 || text2 === "" && !row2.secret) return fallback(row2);
      const value = row2.secret ? "the value (not shown)" : shown(text2);
      if (text2 === "") {
        problems.push(`${input.shownName}: ${value} is nothing but white space; give it whole, or leave it out`);
        return fallback(row2);
      }
      const result = row2.schema.safeParse(text2);
      if (!result.success) {
        problems.push(`${input.shownName}: ${value} is not allowed; allowed is ${result.error.issues[0]?.message}`);
        return fallback(row2);
      }
      if (row2.since?.refuses(result.data)) {
        problems.push(`${input.shownName}: ${value} is not available in this version yet; ${row2.since.instead}`);
        return fallback(row2);
      }
      return result.data;
    }
  };
}
function fallback(row2) {
  return row2.schema.parse(row2.default.startsWith("${{") ? "" : row2.default);
}
function shown(text2) {
  const bounded = text2.length > 120 ? `${text2.slice(0, 120)}\u2026` : text2;
  return JSON.stringify(withoutQuery(bounded)).replaceAll("##[", "# #[");
}
function withoutQuery(text2) {
  return text2.replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/?#@]*@/gi, "$1\u2026@").replace(/(:\/\/[^\s?#]*)[?#]\S*/g, "$1?\u2026");
}

// src/inputs/parse.ts
var DEFAULT_VARIABLES = /* @__PURE__ */ new Map([
  ["api-key-env", "REGREEN_API_KEY"],
  ["github-token-env", "GITHUB_TOKEN"]
]);
function parseActionInputs(env) {
  const raw = /* @__PURE__ */ new Map();
  for (const { name } of rows) {
    const text2 = env[`INPUT_${name.toUpperCase()}`] ?? "";
    if (text2 !== "") raw.set(name, { shownName: name, text: text2 });
  }
  return parse(raw, [], env);
}
function parseCliInputs(flags, env, command2 = "fix") {
  const raw = /* @__PURE__ */ new Map([["mode", { shownName: `regreen ${command2}`, text: command2 }]]);
  const problems = [];
  for (const { name, cli, secret: secret2 } of rows) {
    if (cli === null || !cli.commands.includes(command2)) continue;
    const shownName = `--${cli.flag}`;
    const text2 = flagText(flags[cli.flag]);
    const variable = secret2 ? text2 || DEFAULT_VARIABLES.get(cli.flag) : void 0;
    const value = variable === void 0 ? text2 : variableOf(env, variable) ?? "";
    if (value !== "") raw.set(name, { shownName: variable === void 0 ? shownName : `$${variable}`, text: value });
    else if (text2 !== "") problems.push(`${shownName}: the variable ${JSON.stringify(text2)} is not set; name one that holds the value`);
  }
  return parse(raw, problems, env);
}
function cliOptions(command2) {
  const options = {};
  for (const { cli } of rows) {
    if (cli === null || !cli.commands.includes(command2)) continue;
    options[cli.flag] = { type: cli.kind === "switch" ? "boolean" : "string", ...cli.kind === "list" ? { multiple: true } : {} };
  }
  return options;
}
function parse(raw, earlier, env) {
  const reader = createReader(raw);
  const { inputs, conflicts } = toInputs(reader, env);
  const problems = [...earlier, ...reader.problems, ...conflicts];
  if (problems.length === 0) return { ok: true, inputs };
  const secrets = rows.filter((row2) => row2.secret).map((row2) => raw.get(row2.name)?.text.trim() ?? "");
  const redactor = createRedactor(secrets);
  return { ok: false, problems: problems.map((problem) => redactor.text(problem)) };
}
function flagText(value) {
  if (value === void 0) return "";
  return Array.isArray(value) ? value.join("\n") : String(value);
}

// src/phases/interrupt.ts
var exitCodes = { SIGINT: 130, SIGTERM: 143 };
var graceMs = 6e3;
function interruptible() {
  const controller = new AbortController();
  let code = null;
  const leave = async () => {
    await killAllCommands();
    process.exit(code ?? 1);
  };
  const onSignal = (signal) => {
    if (code !== null) {
      void leave();
      return;
    }
    code = exitCodes[signal] ?? 1;
    controller.abort(new Error(`interrupted by ${signal}`));
    setTimeout(() => void leave(), graceMs).unref();
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return {
    signal: controller.signal,
    exitCode: () => code,
    done: () => {
      process.off("SIGINT", onSignal);
      process.off("SIGTERM", onSignal);
      if (code !== null) process.exitCode = code;
    }
  };
}

export {
  secretLooking,
  createProgress,
  rows,
  parseActionInputs,
  parseCliInputs,
  cliOptions,
  interruptible
};
//# sourceMappingURL=chunk-T6Z2XZPE.js.map
