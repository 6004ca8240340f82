// A document that many runs find as the first one did. Kept as text.

/** Part of the warm worker: the document of vitest's worker process, or of jest's environment. */
export const documentSource = String.raw`
  /**
   * The document of a realm that goes on from run to run: it is emptied after each, and what of a run would still listen to it, or is marked on
   * it, is forgotten. To keep(prototypes) goes what is to be watched, and defines() is called when a run defines an element of its own. What
   * is returned empties it; null where there is none.
   */
  function keptDom(scope, keep, defines) {
    const { document, location, history, navigator, screen } = scope;
    if (!document || !document.body) return null;
    const elements = [document.documentElement, document.head, document.body];
    const first = elements.map((element) => [element, [...element.attributes].map(({ name, value }) => [name, value])]);
    const inside = [document.head, document.body].map((element) => [element, element.innerHTML]);
    const [url, title] = [String(location && location.href), document.title];
    const tops = new Set([scope, scope.window, document.defaultView, document, ...elements].filter(Boolean));
    const { heard, observers, frames } = hearDom(scope, tops);
    keepElements(scope, defines);

    const handlers = [...tops].map((top) => {
      const names = [];
      for (const name in top) if (/^on[a-z]+$/.test(name) && top[name] === null) names.push(name);
      return [top, names];
    });
    // By what is marked there, packages know that they listen already.
    const marked = [document, document.defaultView, ...elements, navigator, screen, history].filter((one) => one && one !== scope && one !== scope.window);
    const names = marked.map((one) => [one, new Set(Reflect.ownKeys(one))]);
    const prototypes = new Set();
    for (const name of Reflect.ownKeys(scope)) {
      if (!/^[A-Z]/.test(String(name))) continue;
      let value = null;
      try { value = scope[name]; } catch (error) {}
      if (typeof value === 'function' && value.prototype && isOfDom(scope, value.prototype)) prototypes.add(value.prototype);
    }
    keepConfigurable(scope, new Set([scope, ...marked, ...prototypes]));
    keep(prototypes);

    return () => {
      for (const frame of frames.splice(0)) scope.cancelAnimationFrame(frame);
      for (const observer of observers) observer.disconnect();
      observers.clear();
      for (const { target, given, remove } of heard.splice(0)) remove.apply(target, given);
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
      for (const name of ['localStorage', 'sessionStorage']) { try { scope[name].clear(); } catch (error) {} }
      for (const cookie of String(document.cookie || '').split(';')) {
        const name = cookie.split('=')[0].trim();
        if (name !== '') document.cookie = name + '=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/';
      }
      if (history && (String(location && location.href) !== url || history.state !== null)) { try { history.replaceState(null, '', url); } catch (error) {} }
    };
  }
  /** Whether it is of what the document is of, as prototypes of elements are, or of what stands beside it. */
  function isOfDom(scope, prototype) {
    const { document } = scope;
    const is = (base) => prototype === base || Object.prototype.isPrototypeOf.call(base, prototype);
    const chain = [];
    for (let one = Object.getPrototypeOf(document); one !== null && one !== scope.Object.prototype; one = Object.getPrototypeOf(one)) chain.push(one);
    const beside = ['Storage', 'History', 'Location', 'Navigator', 'Screen', 'Range', 'Selection'].map((name) => scope[name] && scope[name].prototype);
    return chain.includes(prototype) || [chain[chain.length - 1], ...beside].some((base) => base && is(base));
  }

  /** What runs ask of a document that would go on: listeners, observers and animation frames. */
  function hearDom(scope, tops) {
    const [heard, observers, frames] = [[], new Set(), []];
    const captures = (options) => (options && typeof options === 'object' ? Boolean(options.capture) : Boolean(options));
    const isSame = (given, other) => given[0] === other[0] && given[1] === other[1] && captures(given[2]) === captures(other[2]);
    // What is removed meanwhile is not removed again: who counts the listeners would miscount. A test may put something else in place of the methods.
    const listen = (holder) => {
      const { addEventListener: add, removeEventListener: remove } = holder;
      holder.addEventListener = function (...given) {
        const target = this === undefined ? scope : this;
        if (running && tops.has(target)) heard.push({ target: target, given: given, remove: remove });
        return add.apply(this, given);
      };
      holder.removeEventListener = function (...given) {
        const target = this === undefined ? scope : this;
        const at = heard.findIndex((one) => one.target === target && isSame(one.given, given));
        if (at >= 0) heard.splice(at, 1);
        return remove.apply(this, given);
      };
    };
    // The global EventTarget may be Node's own.
    const holderOf = (target) => (target === null || Object.hasOwn(target, 'addEventListener') ? target : holderOf(Object.getPrototypeOf(target)));
    for (const holder of new Set([...tops].map(holderOf))) if (holder !== null) listen(holder);
    const observing = scope.MutationObserver && scope.MutationObserver.prototype;
    if (observing && typeof observing.observe === 'function') {
      const observe = observing.observe;
      observing.observe = function (...given) {
        if (running) observers.add(this);
        return observe.apply(this, given);
      };
    }
    const request = scope.requestAnimationFrame;
    if (typeof request === 'function') scope.requestAnimationFrame = function (...given) {
      const frame = request.apply(this, given);
      if (running) frames.push(frame);
      return frame;
    };
    return { heard: heard, observers: observers, frames: frames };
  }

  /** Of a repository's own elements the first class stays, whether or not its code looks for it before it defines another. */
  function keepElements(scope, defines) {
    const registry = scope.customElements;
    if (!registry || !registry.define) return;
    const define = registry.define;
    registry.define = function () {
      if (running) defines();
      return define.apply(registry, arguments);
    };
  }

  /** What tests define there, as what the document lacks, must go again: else the next run cannot define it. */
  function keepConfigurable({ Object: own }, objects) {
    const define = own.defineProperty;
    own.defineProperty = function defineProperty(object, name, own) {
      const isNew = running && typeof name === 'string' && objects.has(object) && own !== null && typeof own === 'object' && !Object.hasOwn(object, name);
      return define(object, name, isNew ? Object.assign({}, own, { configurable: true }) : own);
    };
  }
`;
