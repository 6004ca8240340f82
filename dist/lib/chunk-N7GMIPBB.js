import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);

// src/suite/blank.ts
var goLexis = {
  skip(text, at) {
    const two = text.slice(at, at + 2);
    if (two === "//") return lineEnd(text, at);
    if (two === "/*") return behind(text, "*/", at + 2);
    if (text[at] === "`") return behind(text, "`", at + 1);
    return text[at] === '"' || text[at] === "'" ? behindQuote(text, at) : at;
  }
};
var rustLexis = {
  skip(text, at) {
    const two = text.slice(at, at + 2);
    if (two === "//") return lineEnd(text, at);
    if (two === "/*") return behindComment(text, at);
    const char = text[at] ?? "";
    if (char === '"') return behindText(text, at);
    if (char === "'") return at + (/^'(?:\\(?:u\{[^}]*\}|x[0-9a-fA-F]{2}|.)|[^\\'\n])'/su.exec(text.slice(at, at + 16))?.[0].length ?? 0);
    const raw = char === "r" && !/\w/.test(text[at - 1] ?? "") ? /^r(#*)"/.exec(text.slice(at, at + 64)) : null;
    return raw === null ? at : behind(text, `"${raw[1]}`, at + raw[0].length);
  }
};
function blanked(text, lexis) {
  const parts = [];
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const next = lexis.skip(text, at);
    if (next === at) {
      at += 1;
      continue;
    }
    parts.push(text.slice(from, at), text.slice(at, next).replace(/[^\n]/g, " "));
    from = next;
    at = next;
  }
  parts.push(text.slice(from));
  return parts.join("");
}
var pairs = { "{": "}", "(": ")", "[": "]" };
function closing(code, open) {
  const wanted = [];
  for (let at = open; at < code.length; at += 1) {
    const char = code[at] ?? "";
    if (char in pairs) wanted.push(pairs[char] ?? "");
    else if (char === "}" || char === ")" || char === "]") {
      if (wanted.pop() !== char) return -1;
      if (wanted.length === 0) return at;
    }
  }
  return -1;
}
function behindComment(text, at) {
  const pattern = /\/\*|\*\//g;
  pattern.lastIndex = at;
  let depth = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    depth += match[0] === "/*" ? 1 : -1;
    if (depth === 0) return pattern.lastIndex;
  }
  return text.length;
}
function behindText(text, at) {
  for (let next = at + 1; next < text.length; next += 1) {
    if (text[next] === "\\") next += 1;
    else if (text[next] === '"') return next + 1;
  }
  return text.length;
}
function lineEnd(text, at) {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}
function behind(text, mark, from) {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at + mark.length;
}
function behindQuote(text, at) {
  const quote = text[at];
  for (let next = at + 1; next < text.length && text[next] !== "\n"; next += 1) {
    if (text[next] === "\\") next += 1;
    else if (text[next] === quote) return next + 1;
  }
  return lineEnd(text, at);
}

// src/suite/json.ts
function jsonOrNull(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// src/suite/did-not-end.ts
var didNotEnd = "DidNotEnd";
var didNotEndInTime = `${didNotEnd}: it did not end within its share of processor time`;

// src/suite/ecosystems/javascript/probe-runner.ts
var jestEntry = String.raw`/\/(?:jest|jest-cli)\/bin\/jest\.js$|\/(?:react-scripts|react-app-rewired|@craco\/craco\/dist|kcd-scripts\/dist)\/scripts\/test\.js$/`;
var avaEntry = String.raw`/\/ava\/(?:entrypoints\/cli\.mjs|cli\.js)$/`;
var probeRunnerSource = String.raw`
  // ---- which runner this process is; one that a test starts is the subject of that test, and none of our business ----
  const entries = [
    ['vitest', /\/vitest\/vitest\.mjs$/],
    ['jest', ${jestEntry}],
    ['mocha', /\/mocha\/(?:bin\/_?mocha(?:\.js)?|lib\/cli\/cli\.js)$/],
    ['ava', ${avaEntry}],
    ['jasmine', /\/jasmine\/bin\/jasmine\.js$/],
    ['uvu', /\/uvu\/bin\.js$/],
  ];
  function ownRunner() {
    if (thread !== 0) return null;
    if (process.execArgv.includes('--test')) return 'node:test';
    let file = main;
    try { file = fs.realpathSync(main); } catch (error) {}
    const found = entries.find((entry) => entry[1].test(file));
    return found === undefined ? null : found[0];
  }
  function isNested(runner) {
    const outer = process.env.REGREEN_PROBE_RUNNER;
    if (runner !== null && outer === undefined) process.env.REGREEN_PROBE_RUNNER = runner;
    else if (runner !== null) process.env.REGREEN_PROBE_NESTED = '1';
    return process.env.REGREEN_PROBE_NESTED === '1';
  }
  const runner = ownRunner();
  const nested = isNested(runner);

  // ---- a report for a runner that nobody could write one into the command line of ----
  function dropped(args, names) {
    const kept = [];
    for (let at = 0; at < args.length; at += 1) {
      if (names.includes(args[at])) at += 1;
      else if (!names.some((name) => name.startsWith('--') && args[at].startsWith(name + '='))) kept.push(args[at]);
    }
    return kept;
  }
  function beforeDashes(args, added) {
    const dashes = args.indexOf('--');
    return dashes < 0 ? args.concat(added) : args.slice(0, dashes).concat(added, args.slice(dashes));
  }
  function startAgain() {
    const flags = process.execArgv.filter((flag) => !/^--test-reporter|^--watch$/.test(flag));
    const ended = require('child_process').spawnSync(process.execPath, flags.concat('--test-reporter=' + dir + '/node-reporter.mjs', process.argv.slice(1)), { stdio: 'inherit' });
    process.exit(ended.status === null ? 1 : ended.status);
  }
  function addReport() {
    const args = process.argv.slice(2);
    const report = dir + '/report-auto-' + process.pid + '.json';
    const set = (next) => process.argv.splice(2, Infinity, ...next);
    if (runner === 'vitest' && !/^(?:bench|list|init|--version|-v|--help|-h)$/.test(args[0] || '')) {
      set(beforeDashes(dropped(args, ['--reporter', '--outputFile']).filter((arg) => !/^(?:--watch|-w|--ui)$/.test(arg)), ['--reporter=default', '--reporter=json', '--outputFile.json=' + report]));
    } else if (runner === 'jest') set(['--json', '--outputFile=' + report, '--testLocationInResults'].concat(dropped(args, ['--outputFile']).filter((arg) => !/^(?:--json|--watch(?:All)?)$/.test(arg))));
    else if (runner === 'mocha') set(beforeDashes(dropped(args, ['--reporter', '-R']), ['--reporter', dir + '/mocha-reporter.cjs']));
    else if (runner === 'jasmine') set(['--reporter=' + dir + '/jasmine-reporter.cjs'].concat(dropped(args, ['--reporter'])));
    else if (runner === 'node:test' && Number(process.versions.node.split('.')[0]) >= 20) startAgain();
  }
  const isInstrumented = process.argv.concat(process.execArgv).some((arg) => arg.includes(dir));
  if (runner !== null && !nested && !isInstrumented && process.env.REGREEN_PROBE_INJECT === '1') {
    try { addReport(); } catch (error) {}
  }
  // Tests side by side execute the same code at the same time.
  if (runner === 'ava' && !nested && cover.on) process.argv.splice(2, 0, '--serial');

  // ---- ava: what its workers tell its main process ----
  function lines(text, sign) {
    const own = String(text).split('\n').filter((line) => line.trimStart().startsWith(sign)).map((line) => line.trimStart().slice(1).trim());
    return own.length === 0 ? null : own.join('\n');
  }
  function avaError(error) {
    const described = { name: typeof error.name === 'string' ? error.name : null, message: null, stack: null, code: null, expected: null, actual: null };
    const plain = (text) => String(text).replace(/\u001b\[[0-9;]*m/g, '');
    const details = error.formattedDetails || error.values || [];
    const shown = details.map((detail) => plain(detail.label) + '\n' + plain(detail.formatted)).join('\n');
    described.message = clip([error.message || plain(error.formattedError || 'failed'), shown].filter((part) => part !== '').join('\n'), 8000);
    const stack = error.stack || (error.originalError && error.originalError.stack);
    if (typeof stack === 'string') described.stack = clip(stack, 16000);
    const difference = details.find((detail) => /^Difference/.test(plain(detail.label)));
    if (difference !== undefined) {
      described.actual = lines(plain(difference.formatted), '-');
      described.expected = lines(plain(difference.formatted), '+');
    }
    return described;
  }
  // The tests to come, in order, and how many have ended.
  const selected = [];
  let endedOfAva = 0;
  function coverAva(file, message) {
    if (message.type === 'selected-test') {
      cover.loaded();
      if (!message.skip && !message.todo) selected.push(message.title);
    } else if (message.type === 'test-passed' || message.type === 'test-failed') {
      endedOfAva = selected[endedOfAva] === message.title ? endedOfAva + 1 : selected.indexOf(message.title) + 1;
      cover.since({ runner: 'ava', file: file, path: [message.title] }, selected[endedOfAva] === undefined ? null : [selected[endedOfAva]]);
    }
  }
  function onAvaMessage(file, message) {
    const result = (path, status, more) => record('events', Object.assign({ e: 'result', runner: 'ava', file: file, path: path, status: status }, more));
    const failure = () => ({ error: avaError(message.err), line: (message.err.source && message.err.source.line) || null });
    const seconds = typeof message.duration === 'number' ? message.duration / 1000 : null;
    if (cover.on) coverAva(file, message);
    if (message.type === 'test-passed') result([message.title], 'passed', { seconds: seconds });
    else if (message.type === 'test-failed') result([message.title], 'failed', Object.assign({ seconds: seconds }, failure()));
    else if (message.type === 'selected-test' && message.todo) result([message.title], 'todo', {});
    else if (message.type === 'selected-test' && message.skip) result([message.title], 'skipped', {});
    else if (message.type === 'selected-test') record('events', { e: 'begin', runner: 'ava', file: file, path: [message.title] });
    else if (message.type === 'hook-failed') result([/^after/.test(message.title) ? '"after" hook' : '"before" hook'], 'failed', failure());
    else if (message.type === 'uncaught-exception' || message.type === 'unhandled-rejection') result(['(file)'], 'failed', failure());
  }
  function watchAva(channel) {
    if (wrapped.has(channel)) return channel;
    wrapped.set(channel, channel);
    let file = null;
    // A thread is told its file when it is made, a process by a message.
    const { workerData } = require('worker_threads');
    if (workerData && workerData.options && typeof workerData.options.file === 'string') file = workerData.options.file;
    const send = channel.send;
    Promise.resolve(channel.options).then((options) => { if (options && typeof options.file === 'string') file = options.file; }, () => {});
    channel.send = function (message) {
      try { if (!nested && message && typeof message.type === 'string') onAvaMessage(file, message); } catch (error) {}
      return send.apply(this, arguments);
    };
    return channel;
  }

  // ---- uvu: which tests have ended, out of the marks that it prints; it has no reporters ----
  function watchUvu() {
    const write = process.stdout.write;
    let file = null;
    let suite = null;
    let ended = 0;
    // It takes this list for its own, and names each file there before that is loaded; up to 0.3 it has a list of its own.
    const isFile = /^\S.*\.[cm]?[jt]sx?\n$/;
    const names = new Set();
    const queue = globalThis.UVU_QUEUE = globalThis.UVU_QUEUE || [];
    queue.push = function (group) {
      if (Array.isArray(group) && typeof group[0] === 'string') names.add(group[0] + '\n');
      return Array.prototype.push.apply(this, arguments);
    };
    const pathOf = (number) => (suite === null ? [] : [suite]).concat('#' + number);
    process.stdout.write = function (text) {
      try {
        const plain = String(text).replace(/\u001b\[[0-9;]*m/g, '');
        if (plain === '\u2022 ' || plain === '\u2718 ') {
          ended += 1;
          cover.since({ runner: 'uvu', file: file, path: pathOf(ended) }, pathOf(ended + 1));
        } else if (names.has(plain) || (names.size === 0 && isFile.test(plain))) {
          cover.loaded();
          file = plain.trim();
        } else if (/^ \S.*  $/.test(plain)) suite = plain.trim();
        else if (/^ {2}\(\d+ \/ \d+\)\n$/.test(plain)) {
          suite = null;
          ended = 0;
          cover.anew();
        }
      } catch (error) {}
      return write.apply(this, arguments);
    };
  }
  if (runner === 'uvu' && !nested && cover.on) watchUvu();

  try {
    const load = Module._load;
    Module._load = function (request, parent) {
      const exported = load.apply(this, arguments);
      try {
        if (typeof request === 'string' && /\/ava\/lib\/worker\/channel\.cjs$/.test(request)) return watchAva(exported);
        // Up to ava 3.
        if (/\/ipc$/.test(request) && parent && /\/ava\/lib\//.test(String(parent.filename).replaceAll('\\', '/')) && typeof exported.send === 'function') return watchAva(exported);
      } catch (error) {}
      return exported;
    };
  } catch (error) {}

`;

// src/suite/rust-functions.ts
function rustFunctions(code) {
  const found = [];
  const pattern = /\bfn\s+\w+/g;
  for (let match = pattern.exec(code); match !== null; match = pattern.exec(code)) {
    const body = bodyBehind(code, pattern.lastIndex);
    if (body === null) continue;
    pattern.lastIndex = body.to;
    const isConstant = /\bconst\s+(?:(?:async|unsafe|extern)\s+)*$/.test(code.slice(Math.max(0, match.index - 60), match.index));
    if (!isConstant && !code.slice(body.from, body.to).includes("$")) found.push(body);
  }
  return found;
}
function isRustSource(path) {
  return path.endsWith(".rs") && !/(?:^|\/)(?:tests|benches|examples)\/|(?:^|\/)build\.rs$/.test(path);
}
function isMacroCrate(manifest) {
  return /^\s*proc[-_]macro\s*=\s*true\b/m.test(manifest);
}
var hasRustSource = `hasSource() {
  for word do case $word in *.rs) return 0 ;; esac; done
  return 1
}`;
var targets = ["x86_64-unknown-linux-gnu", "x86_64-unknown-linux-musl", "aarch64-unknown-linux-gnu", "aarch64-unknown-linux-musl"];
function rustRunner(program) {
  return Object.fromEntries(targets.map((target) => [`CARGO_TARGET_${target.toUpperCase().replaceAll("-", "_")}_RUNNER`, program]));
}
function bodyBehind(code, from) {
  for (let at = from; at < code.length; at += 1) {
    const char = code[at] ?? "";
    if (char === ";") return null;
    if (char !== "(" && char !== "[" && char !== "{") continue;
    const end = closing(code, at);
    if (end === -1) return null;
    if (char === "{") return { from: at + 1, to: end };
    at = end;
  }
  return null;
}

// src/workspace/shadow-tree.ts
import { mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
async function shadowTree(root, to, texts) {
  const folders = /* @__PURE__ */ new Set();
  for (const path of texts.keys()) for (let at = posix.dirname(path); !folders.has(at); at = posix.dirname(at)) folders.add(at);
  folders.add(".");
  for (const folder of [...folders].sort()) {
    await mkdir(join(to, folder), { recursive: true });
    const names = (await readdir(join(root, folder))).filter((name) => name !== ".git");
    const linked = names.filter((name) => !folders.has(posix.join(folder, name)) && !texts.has(posix.join(folder, name)));
    await Promise.all(linked.map((name) => symlink(join(root, folder, name), join(to, folder, name))));
  }
  await Promise.all([...texts].map(([path, text]) => writeFile(join(to, path), text)));
}

export {
  goLexis,
  rustLexis,
  blanked,
  closing,
  jsonOrNull,
  didNotEnd,
  didNotEndInTime,
  jestEntry,
  avaEntry,
  probeRunnerSource,
  shadowTree,
  rustFunctions,
  isRustSource,
  isMacroCrate,
  hasRustSource,
  rustRunner
};
//# sourceMappingURL=chunk-N7GMIPBB.js.map
