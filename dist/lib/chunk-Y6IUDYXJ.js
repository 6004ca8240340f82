import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  findProgram
} from "./chunk-4X4TSCM6.js";
import {
  isWithin
} from "./chunk-ZMXWFEJ7.js";
import {
  readPlainFile
} from "./chunk-PHCH5GEP.js";
import {
  Git,
  isRepoName,
  regreenRoot,
  runCommand,
  userHome,
  userPath
} from "./chunk-ZNJ5TXQ4.js";

// src/workspace/checkout.ts
import { lstat, realpath, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
var refusal = (reason) => ({ ok: false, reason });
async function openCheckout(dir) {
  const folder = await stat(dir).catch(() => null);
  if (folder === null) return refusal(`${dir} does not exist: give the folder of a git checkout.`);
  if (!folder.isDirectory()) return refusal(`${dir} is not a folder: give the folder of a git checkout.`);
  return describe(dir, await realpath(dir));
}
async function describe(dir, here) {
  const git = new Git(here, { readOnly: true, withoutFilters: true });
  const [asked, status] = await Promise.all([
    new Git(here, { readOnly: true }).run(["rev-parse", ...places, "HEAD^{commit}", "--symbolic-full-name", "HEAD", "--show-toplevel"]),
    git.run(["status", "--porcelain", "-z", "--untracked-files=normal", "--ignore-submodules=all"])
  ]);
  if (asked.failedToStart !== null) return refusal(`git could not be run (${asked.failedToStart}): install git and try again.`);
  const [bare, inside, sha = "", ref = "", ...root] = asked.stdout.replace(/\n$/, "").split("\n");
  if (inside === void 0) return refusal(`${dir} is not a git repository (${lastLine(asked.stderr)}): run this in a git checkout.`);
  if (bare === "true") return refusal(`${dir} is a bare repository, which has no files: clone it and give the clone's folder.`);
  if (inside !== "true") return refusal(`${dir} is inside of a .git folder: give the folder that holds the files.`);
  if (!/^[0-9a-f]{40,64}$/.test(sha)) return refusal(`${here} has no commit yet: commit the files first, then run again.`);
  const broken = [asked, status].find(({ exitCode }) => exitCode !== 0);
  if (broken !== void 0) return refusal(`${here} cannot be read by git: ${lastLine(broken.stderr)}`);
  const top = await realpath(root.join("\n"));
  if (top !== await repositoryAbove(here)) {
    return refusal(`${dir}: the settings of its repository name ${top} as the folder of its files (core.worktree), which is not believed.`);
  }
  const branch = ref.startsWith("refs/heads/") ? ref.slice("refs/heads/".length) : null;
  return { ok: true, checkout: { root: top, sha, branch, dirty: status.stdout !== "" } };
}
async function repositoryAbove(here) {
  for (let folder = here; ; folder = dirname(folder)) {
    if (await lstat(join(folder, ".git")).catch(() => null) !== null) return folder;
    if (folder === dirname(folder)) return null;
  }
}
var places = ["--is-bare-repository", "--is-inside-work-tree"];
async function applyToCheckout(checkout, patch) {
  if (patch.text.trim() === "") return refusal("The patch is empty: there is nothing to apply.");
  const git = new Git(checkout.root, { withoutFilters: true, local: true });
  const apply = (...options) => git.run(["apply", "--binary", "--whitespace=nowarn", ...options, "-"], { input: patch.text });
  const check = await apply("--check");
  if (check.exitCode !== 0) {
    return refusal(`The patch does not fit the files in ${checkout.root} as they are now, so none was changed: ${causes(check.stderr)}`);
  }
  const applied = await apply();
  return applied.exitCode === 0 ? { ok: true } : refusal(`git could not write the patch to ${checkout.root}: ${causes(applied.stderr)}`);
}
function lastLine(text) {
  return text.trim().split("\n").at(-1)?.replace(/^fatal: /, "") ?? "";
}
function causes(stderr) {
  const lines = stderr.split("\n").filter((line) => line.startsWith("error: "));
  return lines.slice(0, 5).map((line) => line.slice("error: ".length)).join("; ");
}

// src/incident/local.ts
async function readLocalIncident(checkout, { green }) {
  const remote = await new Git(checkout.root, { readOnly: true }).run(["config", "--get", "remote.origin.url"]);
  return {
    event: "local",
    repo: remote.exitCode === 0 ? repoOfRemote(remote.stdout.trim()) : null,
    sha: checkout.sha,
    head: checkout.branch === null ? null : checkout.sha,
    branch: checkout.branch,
    base: checkout.branch,
    green,
    actor: null,
    pullRequest: null,
    run: null
  };
}
function repoOfRemote(address) {
  const path = pathOfRemote(address);
  const repo = path?.replace(/^\/+/, "").replace(/\/+$/, "").replace(/\.git$/, "") ?? "";
  return isRepoName(repo) ? repo : null;
}
function pathOfRemote(address) {
  if (/^(?:https?|ssh|git):\/\//i.test(address)) {
    return URL.canParse(address) ? new URL(address).pathname : null;
  }
  return /^(?:[^\s@/]+@)?[^\s@/:]{2,}:(?!\/\/)(.+)$/.exec(address)?.[1] ?? null;
}

// src/workspace/own-repository.ts
import { appendFile, mkdir, readFile, stat as stat2, writeFile } from "node:fs/promises";
import { join as join2 } from "node:path";
var isolated = { GIT_CONFIG_GLOBAL: "/dev/null", XDG_CONFIG_HOME: "/dev/null", HOME: "/dev/null" };
var takenOver = ["core.autocrlf", "core.eol", "core.filemode", "core.symlinks", "core.ignorecase", "core.precomposeunicode"];
var longestList = 16 * 1024 * 1024;
async function readSource(git) {
  const [paths, listed] = await Promise.all([
    git.text(["rev-parse", "--path-format=absolute", "--git-path", "objects", "--git-common-dir"]),
    git.text(["config", "--list", "--null", "--show-scope"])
  ]);
  const [objects = "", folder = ""] = paths.split("\n");
  const { config, everywhere } = settingsIn(listed);
  const [shallow, ...ignored] = await Promise.all([
    readPlainFile(join2(folder, "shallow"), longestList),
    readFile(everywhere.replace(/^~(?=\/)/, userHome), "utf8").catch(() => null),
    readPlainFile(join2(folder, "info", "exclude"), longestList)
  ]);
  return {
    git,
    objectFormat: config.get("extensions.objectformat") ?? "sha1",
    objects: await stat2(objects).catch(() => null) === null ? null : objects,
    shallow: commitsOnly(shallow),
    ignoreRules: ignored.map((text) => `${text ?? ""}
`).join(""),
    config
  };
}
function settingsIn(listed) {
  const config = /* @__PURE__ */ new Map();
  let everywhere = join2(process.env.XDG_CONFIG_HOME ?? "~/.config", "git", "ignore");
  const fields = listed.split("\0");
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [scope, entry = ""] = [fields[at], fields[at + 1]];
    const end = entry.indexOf("\n");
    if (end === -1) continue;
    const [name, value] = [entry.slice(0, end), entry.slice(end + 1)];
    config.set(name, value);
    if (name === "core.excludesfile" && (scope === "global" || scope === "system")) everywhere = value;
  }
  return { config, everywhere };
}
async function createBareRepository(source, folder) {
  await mkdir(folder, { recursive: true });
  const git = new Git(folder, { env: { ...isolated, GIT_DIR: folder } });
  await git.text(["init", "--quiet", "--bare", "--template=", "--initial-branch=main", `--object-format=${source.objectFormat}`]);
  const settings = takenOver.map((name) => [name.slice("core.".length), source.config.get(name) ?? ""]);
  const lines = [["bare", "false"], ["looseCompression", "0"], ...settings].filter(([, value]) => /^[\w-]+$/.test(value)).map(([name, value]) => `	${name} = ${value}
`);
  await appendFile(join2(folder, "config"), `[core]
${lines.join("")}`);
  await mkdir(join2(folder, "info"), { recursive: true });
  await mkdir(join2(folder, "objects", "info"), { recursive: true });
  if (source.objects !== null) await writeFile(join2(folder, "objects", "info", "alternates"), `${source.objects}
`);
  await writeFile(join2(folder, "info", "exclude"), source.ignoreRules);
}
async function createRepositoryOf(source, root, sha, branch) {
  const folder = join2(root, ".git");
  await createBareRepository(source, folder);
  const refs = await source.git.run(["for-each-ref", "--format=%(objectname) %(refname)", "refs/heads", "refs/tags", "refs/remotes"]);
  const usable = refs.stdout.split("\n").filter((line) => /^[0-9a-f]+ refs\//.test(line) && !line.endsWith("/HEAD"));
  await writeFile(join2(folder, "packed-refs"), ["# pack-refs with: sorted ", ...usable, ""].join("\n"));
  await writeFile(join2(folder, "HEAD"), branch === null ? `${sha}
` : `ref: refs/heads/${branch}
`);
  if (source.shallow !== null) await writeFile(join2(folder, "shallow"), source.shallow);
  const origin = source.config.get("remote.origin.url")?.replace(/^([a-z+]+:\/\/)[^/]*@/i, "$1");
  if (origin !== void 0 && /^[\w@:/.+~-]+$/.test(origin))
    await appendFile(join2(folder, "config"), `[remote "origin"]
	url = ${origin}
`);
  await new Git(root, { env: { ...isolated, GIT_DIR: folder, GIT_WORK_TREE: root } }).run(["read-tree", sha]);
}
function commitsOnly(text) {
  return text !== null && /^(?:[0-9a-f]{40,64}\n)*$/.test(text) ? text : null;
}

// src/workspace/trees-folder.ts
var treesPrefix = "regreen-trees-";

// src/workspace/bubblewrap.ts
import { join as join3, sep } from "node:path";
function bubblewrap({ program, view, network, userNamespace, limits: limits2 }) {
  const namespaces = [...userNamespace ? ["--unshare-user"] : [], "--unshare-pid", "--unshare-ipc", "--unshare-uts"];
  return {
    layer: "bubblewrap",
    notStopped: [
      "reading files outside of the home that this user may read",
      "using the network while dependencies are installed",
      ...network === "host" ? ["using the network in tests (sandbox-network: host)"] : []
    ],
    wrap(argv, profile, { cwd, writable, readable = [] }) {
      const isolated2 = profile === "test" && network === "none";
      return [
        // No session of its own: a command gets one when it is started, without a terminal, and what is stopped before the death of its
        // parent is heeded (bubblewrap's first milliseconds) must still be in its process group to be ended.
        // Started by root it would keep every capability, also the one to take covers away.
        ...[program, ...namespaces, ...isolated2 ? ["--unshare-net"] : [], "--die-with-parent", "--cap-drop", "ALL"],
        ...["--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc"],
        // Real root could set where the kernel puts core dumps, for the whole machine.
        ...process.getuid?.() === 0 ? ["--ro-bind", "/proc/sys", "/proc/sys"] : [],
        ...view.flatMap(mount),
        // Copies link to each other's dependencies.
        ...treesFolders([cwd, ...writable]).flatMap((path) => ["--ro-bind-try", path, path]),
        ...readable.flatMap((path) => ["--ro-bind-try", path, path]),
        ...writable.flatMap((path) => ["--bind-try", path, path]),
        ...writable.flatMap((path) => protectedBelow(path, profile)),
        // A folder that is named itself stays writable where it lies below one that is protected.
        ...writable.filter((path) => isBelowProtected(path, writable)).flatMap((path) => ["--bind-try", path, path]),
        ...["--setenv", "TMPDIR", "/tmp", "--chdir", cwd, "--", ...limits2, ...argv]
      ];
    }
  };
}
function mount({ path, kind }) {
  if (kind === "hide-folder") return ["--tmpfs", path];
  return kind === "hide-file" ? ["--ro-bind", "/dev/null", path] : ["--ro-bind-try", path, path];
}
function protectedBelow(path, profile) {
  const names = profile === "test" ? [".git", ".github"] : [".github"];
  return names.flatMap((name) => ["--ro-bind-try", join3(path, name), join3(path, name)]);
}
function isBelowProtected(path, writable) {
  return writable.some((outer) => outer !== path && path.startsWith(join3(outer, ".github") + sep));
}
function treesFolders(paths) {
  const folders = paths.flatMap((path) => {
    const segments = path.split(sep);
    const index = segments.findIndex((segment) => segment.startsWith(treesPrefix));
    return index === -1 ? [] : [segments.slice(0, index + 1).join(sep)];
  });
  return [...new Set(folders)];
}

// src/workspace/process-limits.ts
var limits = ["--core=0", "--nproc=4096", `--fsize=${4 * 1024 ** 3}`];
function withLimits(program) {
  return program === null ? [] : [program, ...limits, "--"];
}

// src/workspace/sandbox-covers.ts
import { readdir as readdir2, realpath as realpath3, stat as stat4 } from "node:fs/promises";
import { join as join5 } from "node:path";

// src/workspace/python-environments.ts
import { lstat as lstat2, readdir, readFile as readFile2, realpath as realpath2, stat as stat3 } from "node:fs/promises";
import { basename, delimiter, dirname as dirname2, join as join4 } from "node:path";
var interpreterParts = ["bin", "lib", "lib64", "pyvenv.cfg"];
var brought = ["Scripts", "libexec", "include", "share", "src", "ssl"];
var usual = /* @__PURE__ */ new Set([
  ...[...interpreterParts, ...brought, "conda-meta", "condabin", "etc", "sbin", "man", "doc", "var", "shell", "cmake", "fonts", "sysroot"],
  ...["pip.conf", "pip.ini", "pip-selfcheck.json", ".condarc", "condarc", ".gitignore", ".lock", "CACHEDIR.TAG", "LICENSE.txt"],
  ...["mkspecs", "plugins", "qml", "translations", "phrasebooks", "resources", "compiler_compat", "pkgs", "envs", ".project", ".nonadmin"]
]);
var ofCompiler = /^[\w-]+-conda\w*-linux-gnu$/;
var mayBeSecret = /^(?:\..*|(?:pre|post)?(?:de)?activate(?:[\W_].*)?|Activate\.ps1)$/s;
var configuration = ["pip.conf", "pip.ini", ".condarc", "condarc", "conda-meta/state", "etc/conda/activate.d", "etc/conda/deactivate.d"];
async function environmentPaths(from, checkout) {
  const environments = await activeEnvironments(from);
  const interpreters = await Promise.all(environments.map((root) => interpretersOf(root, checkout)));
  const found = await Promise.all([
    ...environments.map(async (root) => partsOf(root, [...interpreterParts, ...await broughtTo(root)])),
    ...[...new Set(interpreters.flat())].map((root) => partsOf(root, interpreterParts))
  ]);
  return found.flat();
}
async function environmentSecrets(from, checkout) {
  const environments = await activeEnvironments(from);
  const interpreters = await Promise.all(environments.map((root) => interpretersOf(root, checkout)));
  const named = [...environments, ...interpreters.flat()];
  const real = await Promise.all(named.map((root) => realpath2(root)));
  const found = await Promise.all([.../* @__PURE__ */ new Set([...named, ...real])].map(secretsOf));
  return found.flat();
}
async function secretsOf(root) {
  const folders = ["bin", "Scripts"];
  const names = await Promise.all(folders.map((folder) => namesIn(join4(root, folder))));
  const scripts = folders.flatMap(
    (folder, index) => (names[index] ?? []).filter((name) => mayBeSecret.test(name)).map((name) => join4(folder, name))
  );
  const clones = (await namesIn(join4(root, "src"))).map((name) => join4("src", name, ".git"));
  const paths = [...scripts, ...clones, ...configuration].map((name) => join4(root, name));
  const entries = await Promise.all(paths.map((path) => lstat2(path).catch(() => null)));
  return paths.filter((_, index) => entries[index]?.isFile() === true || entries[index]?.isDirectory() === true);
}
async function activeEnvironments(from) {
  const ofPath = userPath(from).split(delimiter).flatMap((entry) => /^(?:bin|Scripts)$/.test(basename(entry)) ? [dirname2(entry)] : []);
  const named = [...ofPath, from.VIRTUAL_ENV ?? "", from.CONDA_PREFIX ?? ""].filter((path) => path.startsWith("/")).map((path) => join4(path));
  const are = await Promise.all(
    [...new Set(named)].map(
      async (root) => await isThere(join4(root, "pyvenv.cfg")) || await isThere(join4(root, "conda-meta")) ? [root] : []
    )
  );
  return are.flat();
}
async function broughtTo(root) {
  if (await isShared(root)) return [];
  const names = await namesIn(root);
  if (!names.every((name) => usual.has(name) || ofCompiler.test(name))) return [];
  const sources = await namesIn(join4(root, "src"));
  const areClones = await Promise.all(sources.map((name) => isThere(join4(root, "src", name, ".git"))));
  return areClones.every(Boolean) ? brought : brought.filter((name) => name !== "src");
}
async function isShared(root) {
  const [own, home, local] = await Promise.all([root, userHome(), join4(userHome(), ".local")].map(realOf));
  return own != null && (home != null && isWithin(own, home) || own === local);
}
async function interpretersOf(root, checkout) {
  const settings = await readFile2(join4(root, "pyvenv.cfg"), "utf8").catch(() => "");
  const told = /^\s*home\s*=\s*(\/.*?)\s*$/im.exec(settings)?.[1];
  const programs = [...told === void 0 ? [] : [join4(told, "python3"), join4(told, "python")], join4(root, "bin", "python")];
  const real = await Promise.all(programs.map(realOf));
  const folders = [...told === void 0 ? [] : [join4(told)], ...real.flatMap((program) => program === null ? [] : [dirname2(program)])];
  const holding = await Promise.all([...new Set(folders)].map(async (folder) => await holdsPython(folder) ? [dirname2(folder)] : []));
  const isOfCheckout = async (path) => {
    const [own, real2] = await Promise.all([checkout?.root, path].map(realOf));
    return own != null && real2 != null && isWithin(own, real2);
  };
  const mayBeCommitted = await isOfCheckout(root) || await isOfCheckout(join4(root, "pyvenv.cfg"));
  const are = await Promise.all(
    [...new Set(holding.flat())].map(async (folder) => {
      if (folder === root || await isThere(join4(folder, "pyvenv.cfg"))) return [];
      return !mayBeCommitted || await isOfCheckout(folder) || await isInstallation(folder) ? [folder] : [];
    })
  );
  return are.flat();
}
async function isInstallation(root) {
  const names = await Promise.all(["bin", "lib"].map((part) => namesIn(join4(root, part))));
  return names.every((each) => each.some((name) => /^python3\.\d+$/.test(name)));
}
async function holdsPython(folder) {
  return basename(folder) === "bin" && (await namesIn(folder)).some((name) => /^python[\d.]*$/.test(name));
}
async function partsOf(root, names) {
  const own = await realOf(root);
  if (own === null) return [];
  const found = await Promise.all(
    names.map(async (name) => {
      const real = await realOf(join4(root, name));
      return real !== null && isWithin(own, real) ? [join4(root, name)] : [];
    })
  );
  return found.flat();
}
async function namesIn(folder) {
  return readdir(folder).catch(() => []);
}
async function realOf(path) {
  return path === void 0 ? null : realpath2(path).catch(() => null);
}
function isThere(path) {
  return stat3(path).then(
    () => true,
    () => false
  );
}

// src/workspace/sandbox-covers.ts
var credentials = [
  ...[".ssh", ".aws", ".azure", ".docker", ".kube", ".gnupg", ".config/gcloud", ".config/gh", ".config/git"],
  ...[".npmrc", ".netrc", ".git-credentials", ".gitconfig", ".pypirc", ".cargo/credentials", ".cargo/credentials.toml"],
  ...[
    ".config/pip",
    ".pip",
    ".config/pypoetry",
    ".local/share/uv/credentials",
    ".condarc",
    ".m2/settings.xml",
    ".gem/credentials",
    ".terraform.d/credentials.tfrc.json"
  ]
];
var sockets = ["docker.sock", "containerd/containerd.sock", "podman/podman.sock", "crio/crio.sock"].map((name) => join5("/run", name));
var ofRunner = /^(?:_|git-credentials)/;
async function sandboxCovers(hidden, checkout, from) {
  const below = await Promise.all(
    hidden.map(async (folder) => {
      const names = await readdir2(folder).catch(() => []);
      return [...credentials, ...names.filter((name) => ofRunner.test(name))].map((name) => join5(folder, name));
    })
  );
  const real = await Promise.all(hidden.map((folder) => realpath3(folder).catch(() => folder)));
  const ofEnvironments = (await environmentSecrets(from, checkout)).filter((path) => real.some((folder) => isWithin(folder, path)));
  const found = await Promise.all([...sockets, ...ofEnvironments, ...below.flat(), ...await configurationOf(checkout)].map(coverOf));
  return [...new Map(found.flatMap((cover) => cover === null ? [] : [[cover.path, cover]])).values()];
}
async function coverOf(path) {
  const real = await realpath3(path).catch(() => null);
  if (real === null) return null;
  return { path: real, kind: (await stat4(real)).isDirectory() ? "folder" : "file" };
}
async function configurationOf(checkout) {
  if (checkout === void 0) return [];
  const git = new Git(checkout.root, { readOnly: true });
  const { stdout } = await git.run(["rev-parse", "--path-format=absolute", "--git-dir", "--git-common-dir"]);
  return stdout.split("\n").flatMap((folder) => folder.startsWith("/") ? ["config", "config.worktree"].map((name) => join5(folder, name)) : []);
}

// src/workspace/sandbox-view.ts
import { readdir as readdir3, readFile as readFile3, realpath as realpath4, stat as stat5 } from "node:fs/promises";
import { basename as basename2, delimiter as delimiter2, dirname as dirname3, join as join6, relative, sep as sep2 } from "node:path";
var privateFolders = ["/tmp", "/var/tmp", "/run"];
var toolFolders = [
  ".nvm",
  ".volta",
  ".asdf",
  ".nodenv",
  ".fnm",
  ".pyenv",
  ".rbenv",
  ".bun",
  ".deno",
  ".proto",
  ".sdkman",
  ".rustup",
  "n"
];
var toolFoldersDeeper = [".local/share/mise", ".local/share/fnm", ".local/share/pnpm", ".local/share/rtx"];
async function sandboxView(request) {
  const repository = request.checkout === void 0 ? { hidden: [], visible: [] } : await repositoryPaths(request.checkout);
  const hidden = await existing([...privateFolders, ...request.hidden, ...repository.hidden]);
  const covers = hidden.filter((path) => path !== "/");
  const from = request.from ?? process.env;
  const { others, own } = await pathFolders(userPath(from), request.checkout);
  const wanted = [
    ...request.visible ?? [],
    ...repository.visible,
    ...own,
    ...await toolPaths(others, covers),
    ...await linkedTools(others, covers),
    ...await environmentPaths(from, request.checkout),
    regreenRoot ?? import.meta.dirname,
    // Name resolution needs this file, which often lies below /run.
    "/etc/resolv.conf"
  ];
  const shown = /* @__PURE__ */ new Set([...wanted, ...await existing(wanted)]);
  const isCovered = (each) => covers.some((cover) => isWithin(cover, each) && cover !== each);
  const secrets = (await environmentSecrets(from, request.checkout)).filter(isCovered);
  const rules = [];
  for (const cover of [...covers, ...secrets])
    rules.push({ path: cover, kind: (await stat5(cover)).isDirectory() ? "hide-folder" : "hide-file" });
  for (const each of shown) if (isCovered(each)) rules.push({ path: each, kind: "show" });
  return rules.sort((a, b) => depth(a.path) - depth(b.path) || Number(a.kind === "show") - Number(b.kind === "show"));
}
function depth(path) {
  return path.split(sep2).length;
}
async function repositoryPaths(checkout) {
  const git = new Git(checkout.root, { readOnly: true });
  const [folders, { objects }] = await Promise.all([
    git.run(["rev-parse", "--path-format=absolute", "--git-dir", "--git-common-dir"]),
    readSource(git)
  ]);
  return {
    hidden: folders.stdout.split("\n").filter((line) => line.startsWith("/")),
    visible: [checkout.root, ...await withAlternates(objects ?? "", 5)]
  };
}
async function withAlternates(folder, levels) {
  const objects = await objectsFolder(folder);
  if (objects === null) return [];
  const listed = await readFile3(join6(objects, "info", "alternates"), "utf8").catch(() => "");
  const others = listed.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  if (levels === 0 || others.length === 0) return [objects];
  const deeper = await Promise.all(others.map((path) => withAlternates(path.startsWith("/") ? path : join6(objects, path), levels - 1)));
  return [objects, ...deeper.flat()];
}
async function objectsFolder(path) {
  const real = await realpath4(path).catch(() => null);
  if (real === null || basename2(real) !== "objects") return null;
  const names = await readdir3(real).catch(() => []);
  return names.every((name) => /^(?:[0-9a-f]{2}|info|pack|tmp_[\w-]+|incoming-\w+|maintenance\.lock)$/.test(name)) ? real : null;
}
async function pathFolders(path, checkout) {
  const entries = path.split(delimiter2).filter((entry) => entry.startsWith("/"));
  const root = checkout === void 0 ? null : await realpath4(checkout.root).catch(() => null);
  if (root === null || checkout === void 0) return { others: entries, own: [] };
  const isNamed = (entry) => isWithin(checkout.root, entry) || isWithin(root, entry);
  const inside = await Promise.all(
    entries.map(async (entry) => {
      const real = await realpath4(entry).catch(() => null);
      return isNamed(entry) || real !== null && isWithin(root, real) ? { entry, isOwn: real !== null && isWithin(root, real) } : null;
    })
  );
  return {
    others: entries.filter((_, at) => inside[at] === null),
    own: inside.flatMap((one) => one?.isOwn === true ? [one.entry] : [])
  };
}
async function toolPaths(entries, covers) {
  const real = await existing(entries);
  const [home] = await existing([userHome()]);
  return [...entries, ...real].flatMap((entry) => {
    const cover = covers.find((each) => isWithin(each, entry) && each !== entry);
    if (cover === void 0) return [];
    const below = relative(cover, entry).split(sep2);
    const whole = [...toolFolders, ...toolFoldersDeeper].find((folder) => isWithin(folder, below.join(sep2)));
    if (whole !== void 0 && cover === home) return [join6(cover, whole)];
    return [entry, join6(dirname3(entry), "lib"), join6(dirname3(entry), "libexec")];
  });
}
var mostPrograms = 500;
async function linkedTools(entries, covers) {
  const isCovered = (file) => covers.some((cover) => isWithin(cover, file));
  const found = /* @__PURE__ */ new Set();
  for (const folder of await existing(entries.filter(isCovered))) {
    const names = await readdir3(folder).catch(() => []);
    for (const program of await existing(names.slice(0, mostPrograms).map((name) => join6(folder, name)))) {
      if (!isWithin(folder, program) && isCovered(program)) found.add(await toolOf(program));
    }
  }
  return [...found];
}
async function toolOf(program) {
  const [before, ...rest] = program.split(`${sep2}node_modules${sep2}`);
  if (before !== void 0 && rest.length > 0) return join6(before, "node_modules");
  const environment = dirname3(dirname3(program));
  const isEnvironment = await stat5(join6(environment, "pyvenv.cfg")).then(
    () => true,
    () => false
  );
  return isEnvironment ? environment : program;
}
async function existing(paths) {
  const found = await Promise.all(paths.map((path) => realpath4(path).catch(() => null)));
  return [...new Set(found.filter((path) => path !== null))];
}

// src/workspace/unshare.ts
var script = (loopback) => [
  'while [ "$1" != -- ]; do',
  '  if [ -d "$1" ]; then mount -t tmpfs none "$1"; else mount --bind /dev/null "$1"; fi || exit 125',
  "  shift",
  "done",
  "shift",
  // Real root could set where the kernel puts core dumps, for the whole machine.
  "if [ -w /proc/sys/kernel/core_pattern ]; then mount --bind /proc/sys /proc/sys && mount -o remount,bind,ro /proc/sys || exit 125; fi",
  ...loopback ? ["if command -v ip >/dev/null 2>&1; then ip link set lo up; fi"] : [],
  '"$@"',
  "exit $?"
].join("\n");
function unshare({ program, setpriv, network, userNamespace, covers, limits: limits2 }) {
  const powerless = setpriv === null ? [] : [setpriv, "--no-new-privs", ...userNamespace ? ["--bounding-set=-all", "--inh-caps=-all"] : [], "--"];
  return {
    layer: "unshare",
    notStopped: [
      "reading and changing files of this user outside of the repository, but for those known to hold credentials",
      "using the network while dependencies are installed",
      ...network === "host" ? ["using the network in tests (sandbox-network: host)"] : [],
      ...setpriv === null || !userNamespace ? ["uncovering the files with credentials"] : []
    ],
    wrap(argv, profile) {
      const isolated2 = profile === "test" && network === "none";
      const namespaces = [...userNamespace ? ["--user", "--map-root-user"] : [], "--pid", "--fork", "--kill-child", "--mount-proc"];
      return [
        ...[program, ...namespaces, ...isolated2 ? ["--net"] : [], "--", "/bin/sh", "-c", script(isolated2), "sh"],
        ...[...covers.map(({ path }) => path), "--", ...powerless, ...limits2, ...argv]
      ];
    }
  };
}

// src/workspace/sandbox.ts
var remedy = "Install bubblewrap in an earlier step (`sudo apt-get install -y bubblewrap`; on Ubuntu 24.04 also `sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0`), or set `sandbox: none` to accept that tests can read secrets of this run.";
async function pickSandbox(request) {
  const { requested } = request;
  if (requested === "none") return { ok: true, sandbox: noSandbox };
  const failures = [];
  for (const [layer, probe] of [["bubblewrap", probeBubblewrap], ["unshare", probeUnshare]]) {
    if (requested !== "auto" && requested !== layer) continue;
    const probed = await probe(request);
    if ("sandbox" in probed) return { ok: true, sandbox: probed.sandbox };
    failures.push(`${layer}: ${probed.failure}`);
  }
  const tried = failures.join("; ");
  if (requested !== "auto") {
    return {
      ok: false,
      kind: "configuration",
      reason: `The sandbox ${requested} was asked for and does not work here (${tried}). ${remedy}`,
      tried,
      remedy
    };
  }
  if (!request.holdsSecrets) return { ok: true, sandbox: noSandbox };
  const reason = `No sandbox works here (${tried}), and this run holds a key or a token that the repository's code could read. ${remedy}`;
  return { ok: false, kind: "declined", reason, tried, remedy };
}
var noSandbox = {
  layer: "none",
  notStopped: [
    "reading and changing every file of this user, also outside of the repository",
    "reading the memory and environment of other processes of this user, and ending them",
    "using the network"
  ],
  wrap: (argv) => [...argv]
};
async function probeBubblewrap(request) {
  const program = await findProgram("bwrap", pathOf(request));
  if (program === null) return { failure: "the program bwrap was not found" };
  const view = await sandboxView(request);
  const limits2 = withLimits(await findProgram("prlimit", pathOf(request)));
  const failures = [];
  for (const userNamespace of process.getuid?.() === 0 ? [true, false] : [true]) {
    const sandbox = bubblewrap({ program, view, network: request.network, userNamespace, limits: limits2 });
    const failure = await tryOut(sandbox);
    if (failure === null) return { sandbox };
    failures.push(failure);
  }
  return { failure: failures[0] ?? "it does not work" };
}
async function probeUnshare(request) {
  const program = await findProgram("unshare", pathOf(request));
  if (program === null) return { failure: "the program unshare was not found" };
  const [setpriv, prlimit] = await Promise.all([findProgram("setpriv", pathOf(request)), findProgram("prlimit", pathOf(request))]);
  const covers = await sandboxCovers(request.hidden, request.checkout, request.from ?? process.env);
  const limits2 = withLimits(prlimit);
  const failures = [];
  for (const userNamespace of process.getuid?.() === 0 ? [true, false] : [true]) {
    const sandbox = unshare({ program, setpriv, network: request.network, userNamespace, covers, limits: limits2 });
    const failure = await tryOut(sandbox);
    if (failure === null) return { sandbox };
    failures.push(failure);
  }
  return { failure: failures[0] ?? "it does not work" };
}
async function tryOut(sandbox) {
  const results = await Promise.all(
    ["test", "install"].map((profile) => {
      const argv = sandbox.wrap(["/bin/sh", "-c", 'test "$$" -lt 50 && test -r /proc/self/status'], profile, { cwd: "/", writable: [] });
      return runCommand({ argv, cwd: "/", env: { PATH: process.env.PATH ?? "" }, timeoutMs: 1e4 });
    })
  );
  const failed = results.find(({ exitCode }) => exitCode !== 0);
  return failed === void 0 ? null : causeOf(failed);
}
function causeOf(result) {
  if (result.failedToStart !== null) return result.failedToStart;
  if (result.timedOut) return "it did not answer";
  return result.stderr.trim().split("\n")[0] || `it ended with exit code ${result.exitCode ?? result.signal}`;
}
function pathOf({ from = process.env }) {
  return userPath(from);
}

export {
  openCheckout,
  applyToCheckout,
  readLocalIncident,
  isolated,
  readSource,
  createBareRepository,
  createRepositoryOf,
  treesPrefix,
  pickSandbox
};
//# sourceMappingURL=chunk-Y6IUDYXJ.js.map
