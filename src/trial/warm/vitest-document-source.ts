// What vitest makes once for its tests, and packages that stay loaded hold: a document, and hooks of their own. Kept as text.

/** Part of the warm worker: the document of vitest's worker process, and what packages ask of all tests as they are loaded. */
export const vitestDocumentSource = String.raw`
  const ofRunner = /\/node_modules\/(?:vitest|vite|vite-node|@vitest\/(?!runner\/)[^/]+)\//;
  /** Whether a package that Node itself loads is being evaluated, which it is once: by the files of the calls that lead there. */
  function isLoadedOnce() {
    const before = ['stackTraceLimit', 'prepareStackTrace'].map((name) => [name, Object.getOwnPropertyDescriptor(Error, name)]);
    Error.stackTraceLimit = 50;
    Error.prepareStackTrace = (error, sites) => sites.filter((site) => !site.isAsync()).map((site) => site.getFileName());
    const files = new Error().stack;
    for (const [name, own] of before) if (own === undefined) delete Error[name]; else Object.defineProperty(Error, name, own);
    const decisive = files.find((file) => file && file !== __filename && (ofRunner.test(file) || !/\/node_modules\//.test(file)));
    return decisive !== undefined && decisive.startsWith('node:internal/modules/');
  }

  /** Hooks of packages, as those that clean up behind each test, are declared as they are loaded: each file gets them again. */
  function keptHooks(runner, getCurrentSuite) {
    if (typeof getCurrentSuite !== 'function' || typeof runner.importFile !== 'function') return () => {};
    const ofPackages = [];
    let isNew = false;
    let suite = null;
    const importFile = runner.importFile;
    runner.importFile = function () {
      if (isNew) {
        isNew = false;
        const current = getCurrentSuite();
        if (current !== suite) {
          suite = current;
          const on = suite.on;
          suite.on = function (...given) {
            if (running && isLoadedOnce()) ofPackages.push(given);
            return on.apply(this, given);
          };
        }
        for (const given of ofPackages.slice()) suite.on(...given);
      }
      return importFile.apply(this, arguments);
    };
    return () => { isNew = true; };
  }

  /**
   * The document that vitest has made. Packages stay loaded, and many hold the one that was there when they were: it is emptied after each run,
   * and what of a run would still listen to it, or is marked on it, is forgotten.
   */
  function keptDom() {
    const { document, location, history, navigator, screen } = globalThis;
    if (!document || !document.body) return null;
    const elements = [document.documentElement, document.head, document.body];
    const first = elements.map((element) => [element, [...element.attributes].map(({ name, value }) => [name, value])]);
    const inside = [document.head, document.body].map((element) => [element, element.innerHTML]);
    const [url, title] = [String(location && location.href), document.title];
    const tops = new Set([globalThis, globalThis.window, document.defaultView, document, ...elements].filter(Boolean));
    const { heard, observers, frames } = hearDom(tops);
    keepElements();
    unrefFirstTimers(() => runs);

    const handlers = [...tops].map((top) => {
      const names = [];
      for (const name in top) if (/^on[a-z]+$/.test(name) && top[name] === null) names.push(name);
      return [top, names];
    });
    // By what is marked there, packages know that they listen already.
    const marked = [document, document.defaultView, ...elements, navigator, screen, history].filter((one) => one && one !== globalThis);
    const names = marked.map((one) => [one, new Set(Reflect.ownKeys(one))]);
    const prototypes = new Set();
    for (const name of Reflect.ownKeys(globalThis)) {
      if (!/^[A-Z]/.test(String(name))) continue;
      let value = null;
      try { value = globalThis[name]; } catch (error) {}
      if (typeof value === 'function' && value.prototype && isOfDom(value.prototype, document)) prototypes.add(value.prototype);
    }
    alsoWatched.push(...prototypes);
    keepConfigurable(new Set([globalThis, ...marked, ...prototypes]));

    let runs = 0;
    // Of happy-dom, timers go on that belong to the document.
    const own = (document.defaultView || globalThis).happyDOM;
    return async () => {
      runs += 1;
      if (own) await (own.abort || own.cancelAsync).call(own);
      for (const frame of frames.splice(0)) globalThis.cancelAnimationFrame(frame);
      for (const observer of observers) observer.disconnect();
      observers.clear();
      for (const [target, given] of heard.splice(0)) target.removeEventListener(...given);
      for (const [top, names] of handlers) for (const name of names) if (top[name] !== null) top[name] = null;
      for (const [element, attributes] of first) {
        for (const { name } of [...element.attributes]) element.removeAttribute(name);
        for (const [name, value] of attributes) element.setAttribute(name, value);
      }
      // Whoever puts another body into the document has it there for good otherwise.
      for (const [element, html] of inside) {
        if (element.parentNode !== document.documentElement) document.documentElement.append(element);
        element.innerHTML = html;
      }
      for (const element of [...document.documentElement.children]) if (!inside.some(([one]) => one === element)) element.remove();
      for (const [one, before] of names) for (const name of Reflect.ownKeys(one)) if (!before.has(name)) delete one[name];
      if (document.title !== title) document.title = title;
      try { document.getSelection().removeAllRanges(); } catch (error) {}
      if (document.adoptedStyleSheets && document.adoptedStyleSheets.length > 0) document.adoptedStyleSheets = [];
      for (const name of ['localStorage', 'sessionStorage']) { try { globalThis[name].clear(); } catch (error) {} }
      for (const cookie of String(document.cookie || '').split(';')) {
        const name = cookie.split('=')[0].trim();
        if (name !== '') document.cookie = name + '=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/';
      }
      if (history && (String(location && location.href) !== url || history.state !== null)) { try { history.replaceState(null, '', url); } catch (error) {} }
    };
  }
  /** Whether it is of what the document is of, as prototypes of elements are, or of what stands beside it. */
  function isOfDom(prototype, document) {
    const is = (base) => prototype === base || Object.prototype.isPrototypeOf.call(base, prototype);
    const chain = [];
    for (let one = Object.getPrototypeOf(document); one !== null && one !== Object.prototype; one = Object.getPrototypeOf(one)) chain.push(one);
    const beside = ['Storage', 'History', 'Location', 'Navigator', 'Screen', 'Range', 'Selection'].map((name) => globalThis[name] && globalThis[name].prototype);
    return chain.includes(prototype) || [chain[chain.length - 1], ...beside].some((base) => base && is(base));
  }

  /** What runs ask of a document that would go on: listeners, observers and animation frames. */
  function hearDom(tops) {
    const [heard, observers, frames] = [[], new Set(), []];
    const listening = (add) => function (...given) {
      const target = this === undefined ? globalThis : this;
      if (running && tops.has(target)) heard.push([target, given]);
      return add.apply(this, given);
    };
    // The global EventTarget may be Node's own.
    const holderOf = (target) => (target === null || Object.hasOwn(target, 'addEventListener') ? target : holderOf(Object.getPrototypeOf(target)));
    for (const holder of new Set([...tops].map(holderOf))) if (holder !== null) holder.addEventListener = listening(holder.addEventListener);
    const observing = globalThis.MutationObserver && globalThis.MutationObserver.prototype;
    if (observing && typeof observing.observe === 'function') {
      const observe = observing.observe;
      observing.observe = function (...given) {
        if (running) observers.add(this);
        return observe.apply(this, given);
      };
    }
    const request = globalThis.requestAnimationFrame;
    if (typeof request === 'function') globalThis.requestAnimationFrame = function (...given) {
      const frame = request.apply(this, given);
      if (running) frames.push(frame);
      return frame;
    };
    return { heard: heard, observers: observers, frames: frames };
  }

  /** Of a repository's own elements the first class stays, whether or not its code looks for it before it defines another. */
  function keepElements() {
    const registry = globalThis.customElements;
    if (!registry || !registry.define) return;
    const define = registry.define;
    registry.define = function () {
      if (running && !isLoadedOnce()) unfit('elements of its own stay defined in a document');
      return define.apply(registry, arguments);
    };
  }

  /** A package that is loaded once may start a timer once, as Vue does to look for its developer tools: no candidate has left that open. */
  function unrefFirstTimers(runs) {
    const start = globalThis.setTimeout;
    globalThis.setTimeout = Object.assign(function (...given) {
      const timer = start.apply(this, given);
      if (runs() === 0 && running && /\/node_modules\//.test(String(new Error().stack).split('\n')[2]) && timer && timer.unref) timer.unref();
      return timer;
    }, start);
  }

  /** What tests define there, as what the document lacks, must go again: else the next run cannot define it. */
  function keepConfigurable(objects) {
    const define = Object.defineProperty;
    Object.defineProperty = function defineProperty(object, name, own) {
      const isNew = running && objects.has(object) && own !== null && typeof own === 'object' && !Object.hasOwn(object, name);
      return define(object, name, isNew ? Object.assign({}, own, { configurable: true }) : own);
    };
  }
`;
