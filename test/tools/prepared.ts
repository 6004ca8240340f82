// Two things that a bundle need not do again at every start, because they can be done once, here.
import type { Plugin } from 'esbuild';

/** `*.prepared.ts`: a module whose exports are data that take code to make. The bundles hold the data. */
export const prepared: Plugin = {
  name: 'prepared',
  setup({ onLoad }) {
    onLoad({ filter: /\.prepared\.ts$/ }, async ({ path }) => {
      const values: Readonly<Record<string, unknown>> = await import(path);
      const contents = Object.entries(values).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`);
      return { contents: contents.join('\n'), loader: 'js' };
    });
  },
};

/**
 * An `import` of these modules of Node reads each of their exports, and some are made when they are read: another client for HTTP, the
 * whole of Web Crypto. So they are asked for what is used alone.
 */
export const readOnUse: Plugin = {
  name: 'read-on-use',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node:)?(crypto|http)$/ }, ({ path, kind }) =>
      kind === 'import-statement' ? { path: path.replace(/^node:/, ''), namespace: 'builtin' } : null,
    );
    onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
      loader: 'js',
    }));
  },
};
