/**
 * Part of the worker: sources that TypeScript's compiler makes files of before the tests run. The tests load those files: a candidate for a source
 * is compiled here, one file at a time, and takes their place. Only where the compiler makes of the source, so, what lies there.
 */
export const builtSource = String.raw`
  // ---- sources that are built ----
  /** By name of a source: what is built of it, by name. */
  const builds = new Map();
  /** Sources of which the tests load nothing that is built in a way known here. */
  const unbuilt = new Set();
  let ownCompiler = null;
  const withoutMap = (text) => text.replace(/^\/\/[#@] sourceMappingURL=.*$/gm, '').trimEnd();

  /** The repository's own compiler and its settings, read when they are asked for first; null where there is none. */
  function compiler() {
    if (ownCompiler !== null) return ownCompiler.ts === null ? null : ownCompiler;
    ownCompiler = { ts: null, settings: new Map() };
    try {
      const own = Module.createRequire(root + '/package.json');
      const ts = own(own.resolve('typescript'));
      if (typeof ts.transpileModule === 'function' && typeof ts.getOutputFileNames === 'function') ownCompiler.ts = ts;
    } catch (error) {}
    return ownCompiler.ts === null ? null : ownCompiler;
  }

  /** What a file of settings says, read once; null for one that cannot be read, or with which one file alone does not tell what is built of it. */
  function settingsOf({ ts, settings }, file) {
    if (settings.has(file)) return settings.get(file);
    const read = ts.readConfigFile(file, ts.sys.readFile);
    const parsed = read.config ? ts.parseJsonConfigFileContent(read.config, ts.sys, path.dirname(file), undefined, file) : null;
    settings.set(file, parsed === null || inlinesEnums(parsed) ? null : parsed);
    return settings.get(file);
  }

  /** Settings that are for a source: of files beside it and above it, and what these refer to. */
  function settingsFor(compiler, file) {
    const files = [];
    for (let folder = path.dirname(file); folder.startsWith(root); folder = path.dirname(folder)) {
      const names = readdirSync(folder).filter((name) => /^tsconfig.*\.json$/.test(name));
      files.push(...names.sort((a, b) => a.length - b.length).map((name) => folder + '/' + name));
    }
    const found = [];
    for (let at = 0; at < files.length && at < 20; at += 1) {
      const parsed = settingsOf(compiler, files[at]);
      if (parsed === null) continue;
      for (const { path: other } of parsed.projectReferences || []) {
        const next = /\.json$/.test(other) ? other : other + '/tsconfig.json';
        if (!files.includes(next)) files.push(next);
      }
      if (parsed.fileNames.includes(file)) found.push(parsed);
    }
    return found;
  }

  function holdsEnum(file) {
    try { return /\bconst\s+enum\b/.test(readFileSync(file, 'utf8')); } catch (error) { return false; }
  }

  /** Whether one file may hold values of another one, which it alone does not tell. */
  function inlinesEnums({ options, fileNames }) {
    if (options.isolatedModules || options.preserveConstEnums) return false;
    return fileNames.some((name) => !/\.d\.[cm]?ts$/.test(name) && holdsEnum(name));
  }

  function compileSource(ts, options, file, text) {
    const made = ts.transpileModule(text, { compilerOptions: options, fileName: file, reportDiagnostics: true });
    // What is no program must be none here either; that settings do not go together (one way of modules with another of finding them) is another thing.
    const wrong = (made.diagnostics || []).find((each) => each.file);
    return wrong === undefined ? made.outputText : '} ' + ts.flattenDiagnosticMessageText(wrong.messageText, ' ');
  }

  /** What lies where the compiler puts what it makes of a source, by name, with how it does that. */
  function outputsOf(name) {
    const file = root + '/' + name;
    const original = originalOf(file);
    const found = original !== null && /(?<!\.d)\.[cm]?tsx?$/.test(name) ? compiler() : null;
    if (found === null) return [];
    const { ts } = found;
    const outputs = new Map();
    for (const parsed of settingsFor(found, file)) {
      for (const output of ts.getOutputFileNames(parsed, file, false)) {
        if (!/\.[cm]?jsx?$/.test(output) || !output.startsWith(root + '/') || outputs.has(output)) continue;
        const built = originalOf(output);
        // How a file is loaded is told by others, of which one alone knows nothing.
        for (const module of built === null ? [] : [parsed.options.module, ts.ModuleKind.ESNext, ts.ModuleKind.CommonJS]) {
          const options = Object.assign({}, parsed.options, { module: module, sourceMap: false, inlineSourceMap: false, noEmit: false });
          if (withoutMap(compileSource(ts, options, file, original)) !== withoutMap(built)) continue;
          outputs.set(output, options);
          break;
        }
      }
    }
    return [...outputs].map(([output, options]) => ({ name: output.slice(root.length + 1), of: (text) => compileSource(ts, options, file, text) }));
  }

  /** The files that a candidate changes, as the tests load them. */
  function builtFiles(files) {
    if (!files.some(([name]) => builds.has(name))) return files;
    return files.flatMap(([name, replacements]) => {
      if (!builds.has(name)) return [[name, replacements]];
      const file = root + '/' + name;
      const text = textOf(originalOf(file) || '', replacements);
      const counted = Array.isArray(replacements) && loops.has(file) ? withCounters(text, loops.get(file), replacements, true) : text;
      return builds.get(name).map((build) => [build.name, text === null ? null : build.of(counted)]);
    });
  }

  /** The same of a text with many candidates in it; it stands for one file. */
  function useBuiltVersion(version) {
    const [build, ...others] = builds.get(version.name) || [];
    if (build === undefined) return;
    version.fit = others.length > 0 ? false : version.fit;
    version.text = build.of(version.text);
    version.name = build.name;
    version.file = root + '/' + build.name;
  }
`;
