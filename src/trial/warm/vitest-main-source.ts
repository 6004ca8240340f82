// What vitest is given to run candidates warm, for its versions from 0.31 to 4: a reporter in its main process, which hands candidates to the
// repository's own vite server, and a test runner in its worker process, which runs the same files over and over. Kept as text.

/** A reporter (ES module): sees the configuration before any worker starts, and serves texts of candidates to vite. */
export const vitestReporterSource = String.raw`
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { relative } from 'node:path';

const dir = process.env.REGREEN_TRIAL_DIR;
const runner = dir + '/node_modules/regreen/vitest-runner.mjs';
// For an environment of the browser vite reads no files outside of its root.
const texts = new Map([[runner, readFileSync(runner, 'utf8')]]);
const bare = (id) => id.replace(/[?#].*$/, '');
const given = (get) => { try { return get() || null; } catch (error) { return null; } };

/** The worker is a child process, whatever the pool: what it found is confirmed by a run as configured. */
function configure(config) {
  if (config.runner || (config.browser && config.browser.enabled) || (config.experimental && config.experimental.fsModuleCache)) return;
  config.runner = runner;
  config.pool = 'forks';
  // Before version 1.
  if ('threads' in config) config.threads = config.experimentalVmThreads = false;
  if (config.poolMatchGlobs) config.poolMatchGlobs = [];
  config.bail = 0;
  config.maxWorkers = config.minWorkers = 1;
  if (config.poolOptions || config.poolOptions === undefined) {
    const forks = Object.assign({}, config.poolOptions && config.poolOptions.forks, { maxForks: 1, minForks: 1, isolate: true });
    config.poolOptions = Object.assign({}, config.poolOptions, { forks });
  }
  config.isolate = true;
}

const environmentsOf = (vite) => (vite.environments ? Object.values(vite.environments) : [vite]);

/** Where no plugin loads a file, vite would read it: it gets the candidate's text instead. Vite says that, from 8.4 on, by an object without code. */
function serveTexts(container) {
  const load = container.load;
  container.load = async function (id, options) {
    const loaded = await load.apply(this, arguments);
    const text = texts.get(bare(id));
    if (text === undefined) return loaded;
    if (loaded === null || loaded === undefined) return text;
    return options && options.withMetadata && (loaded.code === null || loaded.code === undefined) ? Object.assign({}, loaded, { code: text }) : loaded;
  };
}

function forget(vites, projects, file) {
  for (const vite of vites) {
    for (const { moduleGraph } of environmentsOf(vite)) for (const module of moduleGraph.getModulesByFile(file) || []) moduleGraph.invalidateModule(module);
  }
  for (const project of projects) {
    const server = given(() => project.vitenode);
    for (const cache of server === null ? [] : Object.values(server.fetchCaches || {})) for (const key of cache.keys()) if (bare(key) === file) cache.delete(key);
  }
}

function listen(vites, projects) {
  const server = createServer((socket) => {
    let rest = '';
    socket.setEncoding('utf8');
    socket.unref();
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      rest += chunk;
      for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
        for (const [file, text] of JSON.parse(rest.slice(0, end))) {
          if (text === null) texts.delete(file);
          else texts.set(file, text);
          forget(vites, projects, file);
        }
        rest = rest.slice(end + 1);
        socket.write('\n');
      }
    });
  });
  server.listen(relative(process.cwd(), dir + '/main'));
  server.unref();
}

export default class Reporter {
  onInit(vitest) {
    const projects = [vitest, ...(given(() => vitest.projects) || [])];
    for (const config of new Set(projects.map((project) => project.config))) configure(config);
    const vites = new Set(projects.flatMap((project) => given(() => project.vite) || given(() => project.server) || []));
    const containers = new Set([...vites].flatMap((vite) => environmentsOf(vite).map((environment) => environment.pluginContainer)));
    for (const container of containers) serveTexts(container);
    listen(vites, projects);
  }
}
`;

/** The test runner as vitest loads it: made by the worker, which was preloaded. */
export const vitestRunnerSource = `export default await globalThis[Symbol.for('regreen.vitest')]();\n`;
