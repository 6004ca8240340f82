// What makes jest and vitest tell the probe where a test begins and ends. Kept as text, as the probe is.

/** A `testRunner` of jest that passes everything on to jest-circus (or jest-jasmine2, where only files can be told apart). */
export const jestCoverageSource = String.raw`'use strict';
const { createRequire } = require('module');
const { join } = require('path');
const probe = globalThis[Symbol.for('regreen.probe')];

function resolveRunner(rootDir) {
  const chain = ['jest', '@jest/core', 'jest-config', 'react-scripts', 'kcd-scripts'];
  const places = [join(rootDir, 'package.json')];
  for (const place of places) {
    const find = createRequire(place);
    for (const name of ['jest-circus/runner', 'jest-jasmine2']) {
      try { return find(name); } catch (error) {}
    }
    for (const name of chain) {
      try {
        const found = find.resolve(name);
        if (!places.includes(found)) places.push(found);
      } catch (error) {}
    }
  }
  throw new Error('jest-circus was not found');
}

function pathOf(test) {
  const path = [];
  for (let node = test; node && node.name !== 'ROOT_DESCRIBE_BLOCK'; node = node.parent) path.unshift(String(node.name));
  return path;
}

module.exports = async function run(globalConfig, config, environment, runtime, testPath, ...rest) {
  const found = resolveRunner(config.rootDir);
  const runner = typeof found === 'function' ? found : found.default;
  if (probe && probe.cover.on) {
    const handle = environment.handleTestEvent;
    environment.handleTestEvent = function (event, state) {
      if (event.name === 'test_start') probe.cover.begin({ runner: 'jest', file: testPath, path: pathOf(event.test) });
      if (event.name === 'test_done') probe.cover.end({ path: pathOf(event.test) });
      return handle === undefined ? undefined : handle.call(this, event, state);
    };
  }
  try {
    return await runner(globalConfig, config, environment, runtime, testPath, ...rest);
  } finally {
    if (probe && probe.cover.on) probe.cover.flush(testPath);
  }
};
`;

/** A reporter of vitest that adds the set-up file below to every project, without a change of the configuration. */
export const vitestReporterSource = String.raw`
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export default class Reporter {
  onInit(vitest) {
    try {
      const find = createRequire(join(vitest.config.root, 'package.json'));
      process.env.REGREEN_VITEST = pathToFileURL(join(dirname(find.resolve('vitest/package.json')), 'dist', 'index.js')).href;
      const setup = join(dirname(fileURLToPath(import.meta.url)), 'vitest-setup.mjs');
      const projects = [vitest, ...(vitest.projects || [])];
      for (const config of new Set(projects.map((project) => project.config))) config.setupFiles = [setup, ...[].concat(config.setupFiles || [])];
      // With a DOM for its environment, a project is served files as a browser is: only those of folders that are allowed.
      const servers = new Set(projects.flatMap((project) => [project.vite, project.server]));
      for (const server of servers) server?.config?.server?.fs?.allow?.push(dirname(setup));
    } catch (error) {}
  }
}
`;

/** Runs in vitest's workers, before each test file. */
export const vitestSetupSource = String.raw`
const probe = globalThis[Symbol.for('regreen.probe')] || process[Symbol.for('regreen.probe')];
const entry = process.env.REGREEN_VITEST;

function pathOf(task) {
  const path = [];
  for (let node = task; node && node !== task.file && node.name; node = node.suite) path.unshift(String(node.name));
  return path;
}

if (probe && probe.cover.on && entry) {
  const { afterAll, afterEach, beforeEach } = await import(/* @vite-ignore */ entry);
  let file = null;
  beforeEach((context) => {
    file = context.task.file.filepath;
    probe.cover.begin({ runner: 'vitest', file, path: pathOf(context.task) });
  });
  afterEach((context) => probe.cover.end({ path: pathOf(context.task) }));
  afterAll(() => probe.cover.flush(file));
}
`;
