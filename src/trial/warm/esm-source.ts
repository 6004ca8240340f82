/**
 * Part of the warm worker: the package esm, which loads modules for programs that were given it by \`-r esm\`. What failed stays in caches
 * of its own, so that a file could not be loaded again for the next candidate.
 */
export const esmPackageSource = String.raw`
  // ---- the package esm ----
  let esmLoaders = null;
  /** Its loaders, by what it tells modules in its own folder; none where this version says nothing. */
  function loadersOfEsm(file) {
    try {
      const { version } = parse(readFileSync(path.dirname(file) + '/package.json', 'utf8'));
      const inside = new Module(path.dirname(file) + '/inside.js', null);
      inside.filename = inside.id;
      return Module._cache[file].exports(inside)(Symbol.for('esm\u200d@' + version + ':shared')).loader;
    } catch (error) { return new Map(); }
  }
  function forgetInEsm() {
    if (esmLoaders === null) {
      const file = Object.keys(Module._cache).find((name) => /\/node_modules\/esm\/esm\.js$/.test(name));
      if (file === undefined) return;
      esmLoaders = loadersOfEsm(file);
    }
    for (const { module } of esmLoaders.values()) {
      for (const cache of [module.scratchCache, module.moduleCache]) {
        for (const name of Object.keys(cache)) if (isFresh(name.startsWith('file:') ? fileURLToPath(name) : name)) delete cache[name];
      }
    }
  }
`;
