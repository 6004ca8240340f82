import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  findProgram
} from "./chunk-4X4TSCM6.js";
import {
  parseScript,
  walk
} from "./chunk-JPAIK3BE.js";
import {
  blanked,
  closing,
  didNotEnd,
  didNotEndInTime,
  hasRustSource,
  isMacroCrate,
  isRustSource,
  jsonOrNull,
  probeRunnerSource,
  rustFunctions,
  rustLexis,
  rustRunner,
  shadowTree
} from "./chunk-N7GMIPBB.js";
import {
  openPlainFile,
  readPlainFile
} from "./chunk-PHCH5GEP.js";
import {
  ResultBuilder,
  countResults,
  crashed,
  distill,
  fileLevel,
  idOf,
  inAnyTree,
  isAboutTheEnd,
  isOutsideOfTests,
  isTestFile,
  isWholeFile,
  parseFrames,
  plain,
  relativeToRoot,
  suiteLevel,
  tailOf
} from "./chunk-QPTAJ43X.js";
import {
  require_picomatch
} from "./chunk-PDB6PGBS.js";
import {
  Git,
  removeTree,
  repositoryEnvironment,
  runCommand,
  userHome,
  userPath
} from "./chunk-ZNJ5TXQ4.js";
import {
  _enum,
  array,
  boolean,
  discriminatedUnion,
  int,
  literal,
  looseObject,
  number,
  object,
  record,
  string,
  tuple,
  union,
  unknown
} from "./chunk-4K2SKPFD.js";
import {
  require_crypto
} from "./chunk-ESKC7XX5.js";
import {
  __commonJS,
  __require,
  __toESM
} from "./chunk-G62E4XM6.js";

// node_modules/yaml/dist/nodes/identity.js
var require_identity = __commonJS({
  "node_modules/yaml/dist/nodes/identity.js"(exports) {
    "use strict";
    var ALIAS = /* @__PURE__ */ Symbol.for("yaml.alias");
    var DOC = /* @__PURE__ */ Symbol.for("yaml.document");
    var MAP = /* @__PURE__ */ Symbol.for("yaml.map");
    var PAIR = /* @__PURE__ */ Symbol.for("yaml.pair");
    var SCALAR = /* @__PURE__ */ Symbol.for("yaml.scalar");
    var SEQ = /* @__PURE__ */ Symbol.for("yaml.seq");
    var NODE_TYPE = /* @__PURE__ */ Symbol.for("yaml.node.type");
    var isAlias = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
    var isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
    var isMap = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
    var isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
    var isScalar = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
    var isSeq = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
    function isCollection(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case MAP:
          case SEQ:
            return true;
        }
      return false;
    }
    function isNode(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case ALIAS:
          case MAP:
          case SCALAR:
          case SEQ:
            return true;
        }
      return false;
    }
    var hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;
    exports.ALIAS = ALIAS;
    exports.DOC = DOC;
    exports.MAP = MAP;
    exports.NODE_TYPE = NODE_TYPE;
    exports.PAIR = PAIR;
    exports.SCALAR = SCALAR;
    exports.SEQ = SEQ;
    exports.hasAnchor = hasAnchor;
    exports.isAlias = isAlias;
    exports.isCollection = isCollection;
    exports.isDocument = isDocument;
    exports.isMap = isMap;
    exports.isNode = isNode;
    exports.isPair = isPair;
    exports.isScalar = isScalar;
    exports.isSeq = isSeq;
  }
});

// node_modules/yaml/dist/visit.js
var require_visit = __commonJS({
  "node_modules/yaml/dist/visit.js"(exports) {
    "use strict";
    var identity = require_identity();
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove node");
    function visit(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        visit_(null, node, visitor_, Object.freeze([]));
    }
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    function visit_(key2, node, visitor, path2) {
      const ctrl = callVisitor(key2, node, visitor, path2);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key2, path2, ctrl);
        return visit_(key2, ctrl, visitor, path2);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node)) {
          path2 = Object.freeze(path2.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = visit_(i, node.items[i], visitor, path2);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node)) {
          path2 = Object.freeze(path2.concat(node));
          const ck = visit_("key", node.key, visitor, path2);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = visit_("value", node.value, visitor, path2);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    async function visitAsync(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
    }
    visitAsync.BREAK = BREAK;
    visitAsync.SKIP = SKIP;
    visitAsync.REMOVE = REMOVE;
    async function visitAsync_(key2, node, visitor, path2) {
      const ctrl = await callVisitor(key2, node, visitor, path2);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key2, path2, ctrl);
        return visitAsync_(key2, ctrl, visitor, path2);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node)) {
          path2 = Object.freeze(path2.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = await visitAsync_(i, node.items[i], visitor, path2);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node)) {
          path2 = Object.freeze(path2.concat(node));
          const ck = await visitAsync_("key", node.key, visitor, path2);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = await visitAsync_("value", node.value, visitor, path2);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    function initVisitor(visitor) {
      if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
          Alias: visitor.Node,
          Map: visitor.Node,
          Scalar: visitor.Node,
          Seq: visitor.Node
        }, visitor.Value && {
          Map: visitor.Value,
          Scalar: visitor.Value,
          Seq: visitor.Value
        }, visitor.Collection && {
          Map: visitor.Collection,
          Seq: visitor.Collection
        }, visitor);
      }
      return visitor;
    }
    function callVisitor(key2, node, visitor, path2) {
      if (typeof visitor === "function")
        return visitor(key2, node, path2);
      if (identity.isMap(node))
        return visitor.Map?.(key2, node, path2);
      if (identity.isSeq(node))
        return visitor.Seq?.(key2, node, path2);
      if (identity.isPair(node))
        return visitor.Pair?.(key2, node, path2);
      if (identity.isScalar(node))
        return visitor.Scalar?.(key2, node, path2);
      if (identity.isAlias(node))
        return visitor.Alias?.(key2, node, path2);
      return void 0;
    }
    function replaceNode(key2, path2, node) {
      const parent = path2[path2.length - 1];
      if (identity.isCollection(parent)) {
        parent.items[key2] = node;
      } else if (identity.isPair(parent)) {
        if (key2 === "key")
          parent.key = node;
        else
          parent.value = node;
      } else if (identity.isDocument(parent)) {
        parent.contents = node;
      } else {
        const pt = identity.isAlias(parent) ? "alias" : "scalar";
        throw new Error(`Cannot replace node with ${pt} parent`);
      }
    }
    exports.visit = visit;
    exports.visitAsync = visitAsync;
  }
});

// node_modules/yaml/dist/doc/directives.js
var require_directives = __commonJS({
  "node_modules/yaml/dist/doc/directives.js"(exports) {
    "use strict";
    var identity = require_identity();
    var visit = require_visit();
    var escapeChars = {
      "!": "%21",
      ",": "%2C",
      "[": "%5B",
      "]": "%5D",
      "{": "%7B",
      "}": "%7D"
    };
    var escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
    var Directives = class _Directives {
      constructor(yaml3, tags) {
        this.docStart = null;
        this.docEnd = false;
        this.yaml = Object.assign({}, _Directives.defaultYaml, yaml3);
        this.tags = Object.assign({}, _Directives.defaultTags, tags);
      }
      clone() {
        const copy = new _Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
      }
      /**
       * During parsing, get a Directives instance for the current document and
       * update the stream state according to the current version's spec.
       */
      atDocument() {
        const res = new _Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
          case "1.1":
            this.atNextDocument = true;
            break;
          case "1.2":
            this.atNextDocument = false;
            this.yaml = {
              explicit: _Directives.defaultYaml.explicit,
              version: "1.2"
            };
            this.tags = Object.assign({}, _Directives.defaultTags);
            break;
        }
        return res;
      }
      /**
       * @param onError - May be called even if the action was successful
       * @returns `true` on success
       */
      add(line, onError) {
        if (this.atNextDocument) {
          this.yaml = { explicit: _Directives.defaultYaml.explicit, version: "1.1" };
          this.tags = Object.assign({}, _Directives.defaultTags);
          this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
          case "%TAG": {
            if (parts.length !== 2) {
              onError(0, "%TAG directive should contain exactly two parts");
              if (parts.length < 2)
                return false;
            }
            const [handle, prefix] = parts;
            this.tags[handle] = prefix;
            return true;
          }
          case "%YAML": {
            this.yaml.explicit = true;
            if (parts.length !== 1) {
              onError(0, "%YAML directive should contain exactly one part");
              return false;
            }
            const [version] = parts;
            if (version === "1.1" || version === "1.2") {
              this.yaml.version = version;
              return true;
            } else {
              const isValid = /^\d+\.\d+$/.test(version);
              onError(6, `Unsupported YAML version ${version}`, isValid);
              return false;
            }
          }
          default:
            onError(0, `Unknown directive ${name}`, true);
            return false;
        }
      }
      /**
       * Resolves a tag, matching handles to those defined in %TAG directives.
       *
       * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
       *   `'!local'` tag, or `null` if unresolvable.
       */
      tagName(source3, onError) {
        if (source3 === "!")
          return "!";
        if (source3[0] !== "!") {
          onError(`Not a valid tag: ${source3}`);
          return null;
        }
        if (source3[1] === "<") {
          const verbatim = source3.slice(2, -1);
          if (verbatim === "!" || verbatim === "!!") {
            onError(`Verbatim tags aren't resolved, so ${source3} is invalid.`);
            return null;
          }
          if (source3[source3.length - 1] !== ">")
            onError("Verbatim tags must end with a >");
          return verbatim;
        }
        const [, handle, suffix] = source3.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
          onError(`The ${source3} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
          try {
            return prefix + decodeURIComponent(suffix);
          } catch (error2) {
            onError(String(error2));
            return null;
          }
        }
        if (handle === "!")
          return source3;
        onError(`Could not resolve tag: ${source3}`);
        return null;
      }
      /**
       * Given a fully resolved tag, returns its printable string form,
       * taking into account current tag prefixes and defaults.
       */
      tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
          if (tag.startsWith(prefix))
            return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === "!" ? tag : `!<${tag}>`;
      }
      toString(doc) {
        const lines2 = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
          const tags = {};
          visit.visit(doc.contents, (_key, node) => {
            if (identity.isNode(node) && node.tag)
              tags[node.tag] = true;
          });
          tagNames = Object.keys(tags);
        } else
          tagNames = [];
        for (const [handle, prefix] of tagEntries) {
          if (handle === "!!" && prefix === "tag:yaml.org,2002:")
            continue;
          if (!doc || tagNames.some((tn) => tn.startsWith(prefix)))
            lines2.push(`%TAG ${handle} ${prefix}`);
        }
        return lines2.join("\n");
      }
    };
    Directives.defaultYaml = { explicit: false, version: "1.2" };
    Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
    exports.Directives = Directives;
  }
});

// node_modules/yaml/dist/doc/anchors.js
var require_anchors = __commonJS({
  "node_modules/yaml/dist/doc/anchors.js"(exports) {
    "use strict";
    var identity = require_identity();
    var visit = require_visit();
    function anchorIsValid(anchor) {
      if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
      }
      return true;
    }
    function anchorNames(root) {
      const anchors = /* @__PURE__ */ new Set();
      visit.visit(root, {
        Value(_key, node) {
          if (node.anchor)
            anchors.add(node.anchor);
        }
      });
      return anchors;
    }
    function findNewAnchor(prefix, exclude) {
      for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
          return name;
      }
    }
    function createNodeAnchors(doc, prefix) {
      const aliasObjects = [];
      const sourceObjects = /* @__PURE__ */ new Map();
      let prevAnchors = null;
      return {
        onAnchor: (source3) => {
          aliasObjects.push(source3);
          prevAnchors ?? (prevAnchors = anchorNames(doc));
          const anchor = findNewAnchor(prefix, prevAnchors);
          prevAnchors.add(anchor);
          return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
          for (const source3 of aliasObjects) {
            const ref = sourceObjects.get(source3);
            if (typeof ref === "object" && ref.anchor && (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
              ref.node.anchor = ref.anchor;
            } else {
              const error2 = new Error("Failed to resolve repeated object (this should not happen)");
              error2.source = source3;
              throw error2;
            }
          }
        },
        sourceObjects
      };
    }
    exports.anchorIsValid = anchorIsValid;
    exports.anchorNames = anchorNames;
    exports.createNodeAnchors = createNodeAnchors;
    exports.findNewAnchor = findNewAnchor;
  }
});

// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = __commonJS({
  "node_modules/yaml/dist/doc/applyReviver.js"(exports) {
    "use strict";
    function applyReviver(reviver, obj, key2, val) {
      if (val && typeof val === "object") {
        if (Array.isArray(val)) {
          for (let i = 0, len = val.length; i < len; ++i) {
            const v0 = val[i];
            const v1 = applyReviver(reviver, val, String(i), v0);
            if (v1 === void 0)
              delete val[i];
            else if (v1 !== v0)
              val[i] = v1;
          }
        } else if (val instanceof Map) {
          for (const k of Array.from(val.keys())) {
            const v0 = val.get(k);
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              val.delete(k);
            else if (v1 !== v0)
              val.set(k, v1);
          }
        } else if (val instanceof Set) {
          for (const v0 of Array.from(val)) {
            const v1 = applyReviver(reviver, val, v0, v0);
            if (v1 === void 0)
              val.delete(v0);
            else if (v1 !== v0) {
              val.delete(v0);
              val.add(v1);
            }
          }
        } else {
          for (const [k, v0] of Object.entries(val)) {
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              delete val[k];
            else if (v1 !== v0)
              val[k] = v1;
          }
        }
      }
      return reviver.call(obj, key2, val);
    }
    exports.applyReviver = applyReviver;
  }
});

// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = __commonJS({
  "node_modules/yaml/dist/nodes/toJS.js"(exports) {
    "use strict";
    var identity = require_identity();
    function toJS(value, arg, ctx) {
      if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
      if (value && typeof value.toJSON === "function") {
        if (!ctx || !identity.hasAnchor(value))
          return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: void 0 };
        ctx.anchors.set(value, data);
        ctx.onCreate = (res2) => {
          data.res = res2;
          delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
          ctx.onCreate(res);
        return res;
      }
      if (typeof value === "bigint" && !ctx?.keep)
        return Number(value);
      return value;
    }
    exports.toJS = toJS;
  }
});

// node_modules/yaml/dist/nodes/Node.js
var require_Node = __commonJS({
  "node_modules/yaml/dist/nodes/Node.js"(exports) {
    "use strict";
    var applyReviver = require_applyReviver();
    var identity = require_identity();
    var toJS = require_toJS();
    var NodeBase = class {
      constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
      }
      /** Create a copy of this node.  */
      clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** A plain JavaScript representation of this node. */
      toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
          throw new TypeError("A document argument is required");
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc,
          keep: true,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, "", ctx);
        if (typeof onAnchor === "function")
          for (const { count, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
    };
    exports.NodeBase = NodeBase;
  }
});

// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = __commonJS({
  "node_modules/yaml/dist/nodes/Alias.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var visit = require_visit();
    var identity = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var Alias = class extends Node.NodeBase {
      constructor(source3) {
        super(identity.ALIAS);
        this.source = source3;
        Object.defineProperty(this, "tag", {
          set() {
            throw new Error("Alias nodes cannot have tags");
          }
        });
      }
      /**
       * Resolve the value of this alias within `doc`, finding the last
       * instance of the `source` anchor before this node.
       */
      resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
          throw new ReferenceError("Alias resolution is disabled");
        let nodes2;
        if (ctx?.aliasResolveCache) {
          nodes2 = ctx.aliasResolveCache;
        } else {
          nodes2 = [];
          visit.visit(doc, {
            Node: (_key, node) => {
              if (identity.isAlias(node) || identity.hasAnchor(node))
                nodes2.push(node);
            }
          });
          if (ctx)
            ctx.aliasResolveCache = nodes2;
        }
        let found = void 0;
        for (const node of nodes2) {
          if (node === this)
            break;
          if (node.anchor === this.source)
            found = node;
        }
        if (found && ctx) {
          const { anchors: anchors2, doc: doc2, maxAliasCount } = ctx;
          let data = anchors2.get(found);
          if (!data) {
            toJS.toJS(found, null, ctx);
            data = anchors2.get(found);
          }
          if (data?.res === void 0) {
            const msg = "This should not happen: Alias anchor was not resolved?";
            throw new ReferenceError(msg);
          }
          if (maxAliasCount >= 0) {
            data.count += 1;
            if (data.aliasCount === 0)
              data.aliasCount = getAliasCount(doc2, found, anchors2);
            if (data.count * data.aliasCount > maxAliasCount) {
              const msg = "Excessive alias count indicates a resource exhaustion attack";
              throw new ReferenceError(msg);
            }
          }
        }
        return found;
      }
      toJSON(_arg, ctx) {
        if (!ctx)
          return { source: this.source };
        const source3 = this.resolve(ctx.doc, ctx);
        if (!source3) {
          const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
          throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source3).res;
      }
      toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
          anchors.anchorIsValid(this.source);
          if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new Error(msg);
          }
          if (ctx.implicitKey)
            return `${src} `;
        }
        return src;
      }
    };
    function getAliasCount(doc, node, anchors2) {
      if (identity.isAlias(node)) {
        const source3 = node.resolve(doc);
        const anchor = anchors2 && source3 && anchors2.get(source3);
        return anchor ? anchor.count * anchor.aliasCount : 0;
      } else if (identity.isCollection(node)) {
        let count = 0;
        for (const item of node.items) {
          const c = getAliasCount(doc, item, anchors2);
          if (c > count)
            count = c;
        }
        return count;
      } else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors2);
        const vc = getAliasCount(doc, node.value, anchors2);
        return Math.max(kc, vc);
      }
      return 1;
    }
    exports.Alias = Alias;
  }
});

// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = __commonJS({
  "node_modules/yaml/dist/nodes/Scalar.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
    var Scalar = class extends Node.NodeBase {
      constructor(value) {
        super(identity.SCALAR);
        this.value = value;
      }
      toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
      }
      toString() {
        return String(this.value);
      }
    };
    Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
    Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
    Scalar.PLAIN = "PLAIN";
    Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
    Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
    exports.Scalar = Scalar;
    exports.isScalarValue = isScalarValue;
  }
});

// node_modules/yaml/dist/doc/createNode.js
var require_createNode = __commonJS({
  "node_modules/yaml/dist/doc/createNode.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var defaultTagPrefix = "tag:yaml.org,2002:";
    function findTagObject(value, tagName, tags) {
      if (tagName) {
        const match = tags.filter((t2) => t2.tag === tagName);
        const tagObj = match.find((t2) => !t2.format) ?? match[0];
        if (!tagObj)
          throw new Error(`Tag ${tagName} not found`);
        return tagObj;
      }
      return tags.find((t2) => t2.identify?.(value) && !t2.format);
    }
    function createNode(value, tagName, ctx) {
      if (identity.isDocument(value))
        value = value.contents;
      if (identity.isNode(value))
        return value;
      if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
      }
      if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) {
        value = value.valueOf();
      }
      const { aliasDuplicateObjects, onAnchor, onTagObj, schema: schema2, sourceObjects } = ctx;
      let ref = void 0;
      if (aliasDuplicateObjects && value && typeof value === "object") {
        ref = sourceObjects.get(value);
        if (ref) {
          ref.anchor ?? (ref.anchor = onAnchor(value));
          return new Alias.Alias(ref.anchor);
        } else {
          ref = { anchor: null, node: null };
          sourceObjects.set(value, ref);
        }
      }
      if (tagName?.startsWith("!!"))
        tagName = defaultTagPrefix + tagName.slice(2);
      let tagObj = findTagObject(value, tagName, schema2.tags);
      if (!tagObj) {
        if (value && typeof value.toJSON === "function") {
          value = value.toJSON();
        }
        if (!value || typeof value !== "object") {
          const node2 = new Scalar.Scalar(value);
          if (ref)
            ref.node = node2;
          return node2;
        }
        tagObj = value instanceof Map ? schema2[identity.MAP] : Symbol.iterator in Object(value) ? schema2[identity.SEQ] : schema2[identity.MAP];
      }
      if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
      }
      const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
      if (tagName)
        node.tag = tagName;
      else if (!tagObj.default)
        node.tag = tagObj.tag;
      if (ref)
        ref.node = node;
      return node;
    }
    exports.createNode = createNode;
  }
});

// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = __commonJS({
  "node_modules/yaml/dist/nodes/Collection.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var identity = require_identity();
    var Node = require_Node();
    function collectionFromPath(schema2, path2, value) {
      let v = value;
      for (let i = path2.length - 1; i >= 0; --i) {
        const k = path2[i];
        if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
          const a = [];
          a[k] = v;
          v = a;
        } else {
          v = /* @__PURE__ */ new Map([[k, v]]);
        }
      }
      return createNode.createNode(v, void 0, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
          throw new Error("This should not happen, please report a bug.");
        },
        schema: schema2,
        sourceObjects: /* @__PURE__ */ new Map()
      });
    }
    var isEmptyPath = (path2) => path2 == null || typeof path2 === "object" && !!path2[Symbol.iterator]().next().done;
    var Collection = class extends Node.NodeBase {
      constructor(type, schema2) {
        super(type);
        Object.defineProperty(this, "schema", {
          value: schema2,
          configurable: true,
          enumerable: false,
          writable: true
        });
      }
      /**
       * Create a copy of this collection.
       *
       * @param schema - If defined, overwrites the original's schema
       */
      clone(schema2) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema2)
          copy.schema = schema2;
        copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema2) : it);
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /**
       * Adds a value to the collection. For `!!map` and `!!omap` the value must
       * be a Pair instance or a `{ key, value }` object, which may not have a key
       * that already exists in the map.
       */
      addIn(path2, value) {
        if (isEmptyPath(path2))
          this.add(value);
        else {
          const [key2, ...rest] = path2;
          const node = this.get(key2, true);
          if (identity.isCollection(node))
            node.addIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key2, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key2}. Remaining path: ${rest}`);
        }
      }
      /**
       * Removes a value from the collection.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path2) {
        const [key2, ...rest] = path2;
        if (rest.length === 0)
          return this.delete(key2);
        const node = this.get(key2, true);
        if (identity.isCollection(node))
          return node.deleteIn(rest);
        else
          throw new Error(`Expected YAML collection at ${key2}. Remaining path: ${rest}`);
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path2, keepScalar) {
        const [key2, ...rest] = path2;
        const node = this.get(key2, true);
        if (rest.length === 0)
          return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
          return identity.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
      }
      hasAllNullValues(allowScalar) {
        return this.items.every((node) => {
          if (!identity.isPair(node))
            return false;
          const n = node.value;
          return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
        });
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       */
      hasIn(path2) {
        const [key2, ...rest] = path2;
        if (rest.length === 0)
          return this.has(key2);
        const node = this.get(key2, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path2, value) {
        const [key2, ...rest] = path2;
        if (rest.length === 0) {
          this.set(key2, value);
        } else {
          const node = this.get(key2, true);
          if (identity.isCollection(node))
            node.setIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key2, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key2}. Remaining path: ${rest}`);
        }
      }
    };
    exports.Collection = Collection;
    exports.collectionFromPath = collectionFromPath;
    exports.isEmptyPath = isEmptyPath;
  }
});

// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyComment.js"(exports) {
    "use strict";
    var stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
    function indentComment(comment, indent) {
      if (/^\n+$/.test(comment))
        return comment.substring(1);
      return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
    }
    var lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
    exports.indentComment = indentComment;
    exports.lineComment = lineComment;
    exports.stringifyComment = stringifyComment;
  }
});

// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = __commonJS({
  "node_modules/yaml/dist/stringify/foldFlowLines.js"(exports) {
    "use strict";
    var FOLD_FLOW = "flow";
    var FOLD_BLOCK = "block";
    var FOLD_QUOTED = "quoted";
    function foldFlowLines(text2, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
      if (!lineWidth || lineWidth < 0)
        return text2;
      if (lineWidth < minContentWidth)
        minContentWidth = 0;
      const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
      if (text2.length <= endStep)
        return text2;
      const folds = [];
      const escapedFolds = {};
      let end2 = lineWidth - indent.length;
      if (typeof indentAtStart === "number") {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
          folds.push(0);
        else
          end2 = lineWidth - indentAtStart;
      }
      let split = void 0;
      let prev = void 0;
      let overflow = false;
      let i = -1;
      let escStart = -1;
      let escEnd = -1;
      if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text2, i, indent.length);
        if (i !== -1)
          end2 = i + endStep;
      }
      for (let ch; ch = text2[i += 1]; ) {
        if (mode === FOLD_QUOTED && ch === "\\") {
          escStart = i;
          switch (text2[i + 1]) {
            case "x":
              i += 3;
              break;
            case "u":
              i += 5;
              break;
            case "U":
              i += 9;
              break;
            default:
              i += 1;
          }
          escEnd = i;
        }
        if (ch === "\n") {
          if (mode === FOLD_BLOCK)
            i = consumeMoreIndentedLines(text2, i, indent.length);
          end2 = i + indent.length + endStep;
          split = void 0;
        } else {
          if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
            const next = text2[i + 1];
            if (next && next !== " " && next !== "\n" && next !== "	")
              split = i;
          }
          if (i >= end2) {
            if (split) {
              folds.push(split);
              end2 = split + endStep;
              split = void 0;
            } else if (mode === FOLD_QUOTED) {
              while (prev === " " || prev === "	") {
                prev = ch;
                ch = text2[i += 1];
                overflow = true;
              }
              const j = i > escEnd + 1 ? i - 2 : escStart - 1;
              if (escapedFolds[j])
                return text2;
              folds.push(j);
              escapedFolds[j] = true;
              end2 = j + endStep;
              split = void 0;
            } else {
              overflow = true;
            }
          }
        }
        prev = ch;
      }
      if (overflow && onOverflow)
        onOverflow();
      if (folds.length === 0)
        return text2;
      if (onFold)
        onFold();
      let res = text2.slice(0, folds[0]);
      for (let i2 = 0; i2 < folds.length; ++i2) {
        const fold = folds[i2];
        const end3 = folds[i2 + 1] || text2.length;
        if (fold === 0)
          res = `
${indent}${text2.slice(0, end3)}`;
        else {
          if (mode === FOLD_QUOTED && escapedFolds[fold])
            res += `${text2[fold]}\\`;
          res += `
${indent}${text2.slice(fold + 1, end3)}`;
        }
      }
      return res;
    }
    function consumeMoreIndentedLines(text2, i, indent) {
      let end2 = i;
      let start2 = i + 1;
      let ch = text2[start2];
      while (ch === " " || ch === "	") {
        if (i < start2 + indent) {
          ch = text2[++i];
        } else {
          do {
            ch = text2[++i];
          } while (ch && ch !== "\n");
          end2 = i;
          start2 = i + 1;
          ch = text2[start2];
        }
      }
      return end2;
    }
    exports.FOLD_BLOCK = FOLD_BLOCK;
    exports.FOLD_FLOW = FOLD_FLOW;
    exports.FOLD_QUOTED = FOLD_QUOTED;
    exports.foldFlowLines = foldFlowLines;
  }
});

// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyString.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var foldFlowLines = require_foldFlowLines();
    var getFoldOptions = (ctx, isBlock) => ({
      indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
      lineWidth: ctx.options.lineWidth,
      minContentWidth: ctx.options.minContentWidth
    });
    var containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
    function lineLengthOverLimit(str, lineWidth, indentLength) {
      if (!lineWidth || lineWidth < 0)
        return false;
      const limit2 = lineWidth - indentLength;
      const strLen = str.length;
      if (strLen <= limit2)
        return false;
      for (let i = 0, start2 = 0; i < strLen; ++i) {
        if (str[i] === "\n") {
          if (i - start2 > limit2)
            return true;
          start2 = i + 1;
          if (strLen - start2 <= limit2)
            return false;
        }
      }
      return true;
    }
    function doubleQuotedString(value, ctx) {
      const json = JSON.stringify(value);
      if (ctx.options.doubleQuotedAsJSON)
        return json;
      const { implicitKey } = ctx;
      const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      let str = "";
      let start2 = 0;
      for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
          str += json.slice(start2, i) + "\\ ";
          i += 1;
          start2 = i;
          ch = "\\";
        }
        if (ch === "\\")
          switch (json[i + 1]) {
            case "u":
              {
                str += json.slice(start2, i);
                const code = json.substr(i + 2, 4);
                switch (code) {
                  case "0000":
                    str += "\\0";
                    break;
                  case "0007":
                    str += "\\a";
                    break;
                  case "000b":
                    str += "\\v";
                    break;
                  case "001b":
                    str += "\\e";
                    break;
                  case "0085":
                    str += "\\N";
                    break;
                  case "00a0":
                    str += "\\_";
                    break;
                  case "2028":
                    str += "\\L";
                    break;
                  case "2029":
                    str += "\\P";
                    break;
                  default:
                    if (code.substr(0, 2) === "00")
                      str += "\\x" + code.substr(2);
                    else
                      str += json.substr(i, 6);
                }
                i += 5;
                start2 = i + 1;
              }
              break;
            case "n":
              if (implicitKey || json[i + 2] === '"' || json.length < minMultiLineLength) {
                i += 1;
              } else {
                str += json.slice(start2, i) + "\n\n";
                while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== '"') {
                  str += "\n";
                  i += 2;
                }
                str += indent;
                if (json[i + 2] === " ")
                  str += "\\";
                i += 1;
                start2 = i + 1;
              }
              break;
            default:
              i += 1;
          }
      }
      str = start2 ? str + json.slice(start2) : json;
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
    }
    function singleQuotedString(value, ctx) {
      if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value))
        return doubleQuotedString(value, ctx);
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&
${indent}`) + "'";
      return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function quotedString(value, ctx) {
      const { singleQuote } = ctx.options;
      let qs;
      if (singleQuote === false)
        qs = doubleQuotedString;
      else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
          qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
          qs = doubleQuotedString;
        else
          qs = singleQuote ? singleQuotedString : doubleQuotedString;
      }
      return qs(value, ctx);
    }
    var blockEndNewlines;
    try {
      blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
    } catch {
      blockEndNewlines = /\n+(?!\n|$)/g;
    }
    function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
      const { blockQuote, commentString, lineWidth } = ctx.options;
      if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
      }
      const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
      const literal2 = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
      if (!value)
        return literal2 ? "|\n" : ">\n";
      let chomp;
      let endStart;
      for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== "\n" && ch !== "	" && ch !== " ")
          break;
      }
      let end2 = value.substring(endStart);
      const endNlPos = end2.indexOf("\n");
      if (endNlPos === -1) {
        chomp = "-";
      } else if (value === end2 || endNlPos !== end2.length - 1) {
        chomp = "+";
        if (onChompKeep)
          onChompKeep();
      } else {
        chomp = "";
      }
      if (end2) {
        value = value.slice(0, -end2.length);
        if (end2[end2.length - 1] === "\n")
          end2 = end2.slice(0, -1);
        end2 = end2.replace(blockEndNewlines, `$&${indent}`);
      }
      let startWithSpace = false;
      let startEnd;
      let startNlPos = -1;
      for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === " ")
          startWithSpace = true;
        else if (ch === "\n")
          startNlPos = startEnd;
        else
          break;
      }
      let start2 = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
      if (start2) {
        value = value.substring(start2.length);
        start2 = start2.replace(/\n+/g, `$&${indent}`);
      }
      const indentSize = indent ? "2" : "1";
      let header2 = (startWithSpace ? indentSize : "") + chomp;
      if (comment) {
        header2 += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
        if (onComment)
          onComment();
      }
      if (!literal2) {
        const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) {
          foldOptions.onOverflow = () => {
            literalFallback = true;
          };
        }
        const body = foldFlowLines.foldFlowLines(`${start2}${foldedValue}${end2}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
          return `>${header2}
${indent}${body}`;
      }
      value = value.replace(/\n+/g, `$&${indent}`);
      return `|${header2}
${indent}${start2}${value}${end2}`;
    }
    function plainString(item, ctx, onComment, onChompKeep) {
      const { type, value } = item;
      const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
      if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) {
        return quotedString(value, ctx);
      }
      if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
      }
      if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) {
        return blockString(item, ctx, onComment, onChompKeep);
      }
      if (containsDocumentMarker(value)) {
        if (indent === "") {
          ctx.forceBlockIndent = true;
          return blockString(item, ctx, onComment, onChompKeep);
        } else if (implicitKey && indent === indentStep) {
          return quotedString(value, ctx);
        }
      }
      const str = value.replace(/\n+/g, `$&
${indent}`);
      if (actualString) {
        const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
          return quotedString(value, ctx);
      }
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function stringifyString(item, ctx, onComment, onChompKeep) {
      const { implicitKey, inFlow } = ctx;
      const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
      let { type } = item;
      if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
          type = Scalar.Scalar.QUOTE_DOUBLE;
      }
      const _stringify = (_type) => {
        switch (_type) {
          case Scalar.Scalar.BLOCK_FOLDED:
          case Scalar.Scalar.BLOCK_LITERAL:
            return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
          case Scalar.Scalar.QUOTE_DOUBLE:
            return doubleQuotedString(ss.value, ctx);
          case Scalar.Scalar.QUOTE_SINGLE:
            return singleQuotedString(ss.value, ctx);
          case Scalar.Scalar.PLAIN:
            return plainString(ss, ctx, onComment, onChompKeep);
          default:
            return null;
        }
      };
      let res = _stringify(type);
      if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t2 = implicitKey && defaultKeyType || defaultStringType;
        res = _stringify(t2);
        if (res === null)
          throw new Error(`Unsupported default string type ${t2}`);
      }
      return res;
    }
    exports.stringifyString = stringifyString;
  }
});

// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = __commonJS({
  "node_modules/yaml/dist/stringify/stringify.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var identity = require_identity();
    var stringifyComment = require_stringifyComment();
    var stringifyString = require_stringifyString();
    function createStringifyContext(doc, options12) {
      const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: "PLAIN",
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: "false",
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: "null",
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: "true",
        verifyAliasOrder: true
      }, doc.schema.toStringOptions, options12);
      let inFlow;
      switch (opt.collectionStyle) {
        case "block":
          inFlow = false;
          break;
        case "flow":
          inFlow = true;
          break;
        default:
          inFlow = null;
      }
      return {
        anchors: /* @__PURE__ */ new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
        indent: "",
        indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
        inFlow,
        options: opt
      };
    }
    function getTagObject(tags, item) {
      if (item.tag) {
        const match = tags.filter((t2) => t2.tag === item.tag);
        if (match.length > 0)
          return match.find((t2) => t2.format === item.format) ?? match[0];
      }
      let tagObj = void 0;
      let obj;
      if (identity.isScalar(item)) {
        obj = item.value;
        let match = tags.filter((t2) => t2.identify?.(obj));
        if (match.length > 1) {
          const testMatch = match.filter((t2) => t2.test);
          if (testMatch.length > 0)
            match = testMatch;
        }
        tagObj = match.find((t2) => t2.format === item.format) ?? match.find((t2) => !t2.format);
      } else {
        obj = item;
        tagObj = tags.find((t2) => t2.nodeClass && obj instanceof t2.nodeClass);
      }
      if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
      }
      return tagObj;
    }
    function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
      if (!doc.directives)
        return "";
      const props = [];
      const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
      if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
      }
      const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
      if (tag)
        props.push(doc.directives.tagString(tag));
      return props.join(" ");
    }
    function stringify3(item, ctx, onComment, onChompKeep) {
      if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
      if (identity.isAlias(item)) {
        if (ctx.doc.directives)
          return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
          throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        } else {
          if (ctx.resolvedAliases)
            ctx.resolvedAliases.add(item);
          else
            ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
          item = item.resolve(ctx.doc);
        }
      }
      let tagObj = void 0;
      const node = identity.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
      tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
      const props = stringifyProps(node, tagObj, ctx);
      if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
      const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
      if (!props)
        return str;
      return identity.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}
${ctx.indent}${str}`;
    }
    exports.createStringifyContext = createStringifyContext;
    exports.stringify = stringify3;
  }
});

// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyPair.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var stringify3 = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyPair({ key: key2, value }, ctx, onComment, onChompKeep) {
      const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
      let keyComment = identity.isNode(key2) && key2.comment || null;
      if (simpleKeys) {
        if (keyComment) {
          throw new Error("With simple keys, key nodes cannot have comments");
        }
        if (identity.isCollection(key2) || !identity.isNode(key2) && typeof key2 === "object") {
          const msg = "With simple keys, collection cannot be used as a key value";
          throw new Error(msg);
        }
      }
      let explicitKey = !simpleKeys && (!key2 || keyComment && value == null && !ctx.inFlow || identity.isCollection(key2) || (identity.isScalar(key2) ? key2.type === Scalar.Scalar.BLOCK_FOLDED || key2.type === Scalar.Scalar.BLOCK_LITERAL : typeof key2 === "object"));
      ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
      });
      let keyCommentDone = false;
      let chompKeep = false;
      let str = stringify3.stringify(key2, ctx, () => keyCommentDone = true, () => chompKeep = true);
      if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
          throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
        explicitKey = true;
      }
      if (ctx.inFlow) {
        if (allNullValues || value == null) {
          if (keyCommentDone && onComment)
            onComment();
          return str === "" ? "?" : explicitKey ? `? ${str}` : str;
        }
      } else if (allNullValues && !simpleKeys || value == null && explicitKey) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        } else if (chompKeep && onChompKeep)
          onChompKeep();
        return str;
      }
      if (keyCommentDone)
        keyComment = null;
      if (explicitKey) {
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}
${indent}:`;
      } else {
        str = `${str}:`;
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
      }
      let vsb, vcb, valueComment;
      if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
      } else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === "object")
          value = doc.createNode(value);
      }
      ctx.implicitKey = false;
      if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
      chompKeep = false;
      if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity.isSeq(value) && !value.flow && !value.tag && !value.anchor) {
        ctx.indent = ctx.indent.substring(2);
      }
      let valueCommentDone = false;
      const valueStr = stringify3.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
      let ws = " ";
      if (keyComment || vsb || vcb) {
        ws = vsb ? "\n" : "";
        if (vcb) {
          const cs = commentString(vcb);
          ws += `
${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === "" && !ctx.inFlow) {
          if (ws === "\n" && valueComment)
            ws = "\n\n";
        } else {
          ws += `
${ctx.indent}`;
        }
      } else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf("\n");
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
          let hasPropsLine = false;
          if (hasNewline && (vs0 === "&" || vs0 === "!")) {
            let sp0 = valueStr.indexOf(" ");
            if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") {
              sp0 = valueStr.indexOf(" ", sp0 + 1);
            }
            if (sp0 === -1 || nl0 < sp0)
              hasPropsLine = true;
          }
          if (!hasPropsLine)
            ws = `
${ctx.indent}`;
        }
      } else if (valueStr === "" || valueStr[0] === "\n") {
        ws = "";
      }
      str += ws + valueStr;
      if (ctx.inFlow) {
        if (valueCommentDone && onComment)
          onComment();
      } else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
      } else if (chompKeep && onChompKeep) {
        onChompKeep();
      }
      return str;
    }
    exports.stringifyPair = stringifyPair;
  }
});

// node_modules/yaml/dist/log.js
var require_log = __commonJS({
  "node_modules/yaml/dist/log.js"(exports) {
    "use strict";
    var node_process = __require("process");
    function debug(logLevel, ...messages) {
      if (logLevel === "debug")
        console.log(...messages);
    }
    function warn(logLevel, warning) {
      if (logLevel === "debug" || logLevel === "warn") {
        if (typeof node_process.emitWarning === "function")
          node_process.emitWarning(warning);
        else
          console.warn(warning);
      }
    }
    exports.debug = debug;
    exports.warn = warn;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/merge.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var MERGE_KEY = "<<";
    var merge = {
      identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
      default: "key",
      tag: "tag:yaml.org,2002:merge",
      test: /^<<$/,
      resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
      }),
      stringify: () => MERGE_KEY
    };
    var isMergeKey = (ctx, key2) => (merge.identify(key2) || identity.isScalar(key2) && (!key2.type || key2.type === Scalar.Scalar.PLAIN) && merge.identify(key2.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default);
    function addMergeToJSMap(ctx, map, value) {
      const source3 = resolveAliasValue(ctx, value);
      if (identity.isSeq(source3))
        for (const it of source3.items)
          mergeValue(ctx, map, it);
      else if (Array.isArray(source3))
        for (const it of source3)
          mergeValue(ctx, map, it);
      else
        mergeValue(ctx, map, source3);
    }
    function mergeValue(ctx, map, value) {
      const source3 = resolveAliasValue(ctx, value);
      if (!identity.isMap(source3))
        throw new Error("Merge sources must be maps or map aliases");
      const srcMap = source3.toJSON(null, ctx, Map);
      for (const [key2, value2] of srcMap) {
        if (map instanceof Map) {
          if (!map.has(key2))
            map.set(key2, value2);
        } else if (map instanceof Set) {
          map.add(key2);
        } else if (!Object.prototype.hasOwnProperty.call(map, key2)) {
          Object.defineProperty(map, key2, {
            value: value2,
            writable: true,
            enumerable: true,
            configurable: true
          });
        }
      }
      return map;
    }
    function resolveAliasValue(ctx, value) {
      return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
    }
    exports.addMergeToJSMap = addMergeToJSMap;
    exports.isMergeKey = isMergeKey;
    exports.merge = merge;
  }
});

// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = __commonJS({
  "node_modules/yaml/dist/nodes/addPairToJSMap.js"(exports) {
    "use strict";
    var log = require_log();
    var merge = require_merge();
    var stringify3 = require_stringify();
    var identity = require_identity();
    var toJS = require_toJS();
    function addPairToJSMap(ctx, map, { key: key2, value }) {
      if (identity.isNode(key2) && key2.addToJSMap)
        key2.addToJSMap(ctx, map, value);
      else if (merge.isMergeKey(ctx, key2))
        merge.addMergeToJSMap(ctx, map, value);
      else {
        const jsKey = toJS.toJS(key2, "", ctx);
        if (map instanceof Map) {
          map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        } else if (map instanceof Set) {
          map.add(jsKey);
        } else {
          const stringKey = stringifyKey(key2, jsKey, ctx);
          const jsValue = toJS.toJS(value, stringKey, ctx);
          if (stringKey in map)
            Object.defineProperty(map, stringKey, {
              value: jsValue,
              writable: true,
              enumerable: true,
              configurable: true
            });
          else
            map[stringKey] = jsValue;
        }
      }
      return map;
    }
    function stringifyKey(key2, jsKey, ctx) {
      if (jsKey === null)
        return "";
      if (typeof jsKey !== "object")
        return String(jsKey);
      if (identity.isNode(key2) && ctx?.doc) {
        const strCtx = stringify3.createStringifyContext(ctx.doc, {});
        strCtx.anchors = /* @__PURE__ */ new Set();
        for (const node of ctx.anchors.keys())
          strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key2.toString(strCtx);
        if (!ctx.mapKeyWarned) {
          let jsonStr = JSON.stringify(strKey);
          if (jsonStr.length > 40)
            jsonStr = jsonStr.substring(0, 36) + '..."';
          log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
          ctx.mapKeyWarned = true;
        }
        return strKey;
      }
      return JSON.stringify(jsKey);
    }
    exports.addPairToJSMap = addPairToJSMap;
  }
});

// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = __commonJS({
  "node_modules/yaml/dist/nodes/Pair.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyPair = require_stringifyPair();
    var addPairToJSMap = require_addPairToJSMap();
    var identity = require_identity();
    function createPair(key2, value, ctx) {
      const k = createNode.createNode(key2, void 0, ctx);
      const v = createNode.createNode(value, void 0, ctx);
      return new Pair(k, v);
    }
    var Pair = class _Pair {
      constructor(key2, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key2;
        this.value = value;
      }
      clone(schema2) {
        let { key: key2, value } = this;
        if (identity.isNode(key2))
          key2 = key2.clone(schema2);
        if (identity.isNode(value))
          value = value.clone(schema2);
        return new _Pair(key2, value);
      }
      toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
      }
      toString(ctx, onComment, onChompKeep) {
        return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
      }
    };
    exports.Pair = Pair;
    exports.createPair = createPair;
  }
});

// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyCollection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var stringify3 = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyCollection(collection, ctx, options12) {
      const flow = ctx.inFlow ?? collection.flow;
      const stringify4 = flow ? stringifyFlowCollection : stringifyBlockCollection;
      return stringify4(collection, ctx, options12);
    }
    function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
      const { indent, options: { commentString } } = ctx;
      const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
      let chompKeep = false;
      const lines2 = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment2 = null;
        if (identity.isNode(item)) {
          if (!chompKeep && item.spaceBefore)
            lines2.push("");
          addCommentBefore(ctx, lines2, item.commentBefore, chompKeep);
          if (item.comment)
            comment2 = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (!chompKeep && ik.spaceBefore)
              lines2.push("");
            addCommentBefore(ctx, lines2, ik.commentBefore, chompKeep);
          }
        }
        chompKeep = false;
        let str2 = stringify3.stringify(item, itemCtx, () => comment2 = null, () => chompKeep = true);
        if (comment2)
          str2 += stringifyComment.lineComment(str2, itemIndent, commentString(comment2));
        if (chompKeep && comment2)
          chompKeep = false;
        lines2.push(blockItemPrefix + str2);
      }
      let str;
      if (lines2.length === 0) {
        str = flowChars.start + flowChars.end;
      } else {
        str = lines2[0];
        for (let i = 1; i < lines2.length; ++i) {
          const line = lines2[i];
          str += line ? `
${indent}${line}` : "\n";
        }
      }
      if (comment) {
        str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
          onComment();
      } else if (chompKeep && onChompKeep)
        onChompKeep();
      return str;
    }
    function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
      const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
      itemIndent += indentStep;
      const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
      });
      let reqNewline = false;
      let linesAtValue = 0;
      const lines2 = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
          if (item.spaceBefore)
            lines2.push("");
          addCommentBefore(ctx, lines2, item.commentBefore, false);
          if (item.comment)
            comment = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (ik.spaceBefore)
              lines2.push("");
            addCommentBefore(ctx, lines2, ik.commentBefore, false);
            if (ik.comment)
              reqNewline = true;
          }
          const iv = identity.isNode(item.value) ? item.value : null;
          if (iv) {
            if (iv.comment)
              comment = iv.comment;
            if (iv.commentBefore)
              reqNewline = true;
          } else if (item.value == null && ik?.comment) {
            comment = ik.comment;
          }
        }
        if (comment)
          reqNewline = true;
        let str = stringify3.stringify(item, itemCtx, () => comment = null);
        reqNewline || (reqNewline = lines2.length > linesAtValue || str.includes("\n"));
        if (i < items.length - 1) {
          str += ",";
        } else if (ctx.options.trailingComma) {
          if (ctx.options.lineWidth > 0) {
            reqNewline || (reqNewline = lines2.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
          }
          if (reqNewline) {
            str += ",";
          }
        }
        if (comment)
          str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines2.push(str);
        linesAtValue = lines2.length;
      }
      const { start: start2, end: end2 } = flowChars;
      if (lines2.length === 0) {
        return start2 + end2;
      } else {
        if (!reqNewline) {
          const len = lines2.reduce((sum, line) => sum + line.length + 2, 2);
          reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
          let str = start2;
          for (const line of lines2)
            str += line ? `
${indentStep}${indent}${line}` : "\n";
          return `${str}
${indent}${end2}`;
        } else {
          return `${start2}${fcPadding}${lines2.join(" ")}${fcPadding}${end2}`;
        }
      }
    }
    function addCommentBefore({ indent, options: { commentString } }, lines2, comment, chompKeep) {
      if (comment && chompKeep)
        comment = comment.replace(/^\n+/, "");
      if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines2.push(ic.trimStart());
      }
    }
    exports.stringifyCollection = stringifyCollection;
  }
});

// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLMap.js"(exports) {
    "use strict";
    var stringifyCollection = require_stringifyCollection();
    var addPairToJSMap = require_addPairToJSMap();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    function findPair(items, key2) {
      const k = identity.isScalar(key2) ? key2.value : key2;
      for (const it of items) {
        if (identity.isPair(it)) {
          if (it.key === key2 || it.key === k)
            return it;
          if (identity.isScalar(it.key) && it.key.value === k)
            return it;
        }
      }
      return void 0;
    }
    var YAMLMap = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:map";
      }
      constructor(schema2) {
        super(identity.MAP, schema2);
        this.items = [];
      }
      /**
       * A generic collection parsing method that can be extended
       * to other node classes that inherit from YAMLMap
       */
      static from(schema2, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema2);
        const add = (key2, value) => {
          if (typeof replacer === "function")
            value = replacer.call(obj, key2, value);
          else if (Array.isArray(replacer) && !replacer.includes(key2))
            return;
          if (value !== void 0 || keepUndefined)
            map.items.push(Pair.createPair(key2, value, ctx));
        };
        if (obj instanceof Map) {
          for (const [key2, value] of obj)
            add(key2, value);
        } else if (obj && typeof obj === "object") {
          for (const key2 of Object.keys(obj))
            add(key2, obj[key2]);
        }
        if (typeof schema2.sortMapEntries === "function") {
          map.items.sort(schema2.sortMapEntries);
        }
        return map;
      }
      /**
       * Adds a value to the collection.
       *
       * @param overwrite - If not set `true`, using a key that is already in the
       *   collection will throw. Otherwise, overwrites the previous value.
       */
      add(pair, overwrite) {
        let _pair;
        if (identity.isPair(pair))
          _pair = pair;
        else if (!pair || typeof pair !== "object" || !("key" in pair)) {
          _pair = new Pair.Pair(pair, pair?.value);
        } else
          _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
          if (!overwrite)
            throw new Error(`Key ${_pair.key} already set`);
          if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
            prev.value.value = _pair.value;
          else
            prev.value = _pair.value;
        } else if (sortEntries) {
          const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
          if (i === -1)
            this.items.push(_pair);
          else
            this.items.splice(i, 0, _pair);
        } else {
          this.items.push(_pair);
        }
      }
      delete(key2) {
        const it = findPair(this.items, key2);
        if (!it)
          return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
      }
      get(key2, keepScalar) {
        const it = findPair(this.items, key2);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? void 0;
      }
      has(key2) {
        return !!findPair(this.items, key2);
      }
      set(key2, value) {
        this.add(new Pair.Pair(key2, value), true);
      }
      /**
       * @param ctx - Conversion context, originally set in Document#toJS()
       * @param {Class} Type - If set, forces the returned collection type
       * @returns Instance of Type, Map, or Object
       */
      toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const item of this.items)
          addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        for (const item of this.items) {
          if (!identity.isPair(item))
            throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
          ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "",
          flowChars: { start: "{", end: "}" },
          itemIndent: ctx.indent || "",
          onChompKeep,
          onComment
        });
      }
    };
    exports.YAMLMap = YAMLMap;
    exports.findPair = findPair;
  }
});

// node_modules/yaml/dist/schema/common/map.js
var require_map = __commonJS({
  "node_modules/yaml/dist/schema/common/map.js"(exports) {
    "use strict";
    var identity = require_identity();
    var YAMLMap = require_YAMLMap();
    var map = {
      collection: "map",
      default: true,
      nodeClass: YAMLMap.YAMLMap,
      tag: "tag:yaml.org,2002:map",
      resolve(map2, onError) {
        if (!identity.isMap(map2))
          onError("Expected a mapping for this tag");
        return map2;
      },
      createNode: (schema2, obj, ctx) => YAMLMap.YAMLMap.from(schema2, obj, ctx)
    };
    exports.map = map;
  }
});

// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLSeq.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyCollection = require_stringifyCollection();
    var Collection = require_Collection();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var toJS = require_toJS();
    var YAMLSeq = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:seq";
      }
      constructor(schema2) {
        super(identity.SEQ, schema2);
        this.items = [];
      }
      add(value) {
        this.items.push(value);
      }
      /**
       * Removes a value from the collection.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       *
       * @returns `true` if the item was found and removed.
       */
      delete(key2) {
        const idx = asItemIndex(key2);
        if (typeof idx !== "number")
          return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
      }
      get(key2, keepScalar) {
        const idx = asItemIndex(key2);
        if (typeof idx !== "number")
          return void 0;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       */
      has(key2) {
        const idx = asItemIndex(key2);
        return typeof idx === "number" && idx < this.items.length;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       *
       * If `key` does not contain a representation of an integer, this will throw.
       * It may be wrapped in a `Scalar`.
       */
      set(key2, value) {
        const idx = asItemIndex(key2);
        if (typeof idx !== "number")
          throw new Error(`Expected a valid index, not ${key2}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
          prev.value = value;
        else
          this.items[idx] = value;
      }
      toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
          ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
          seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "- ",
          flowChars: { start: "[", end: "]" },
          itemIndent: (ctx.indent || "") + "  ",
          onChompKeep,
          onComment
        });
      }
      static from(schema2, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema2);
        if (obj && Symbol.iterator in Object(obj)) {
          let i = 0;
          for (let it of obj) {
            if (typeof replacer === "function") {
              const key2 = obj instanceof Set ? it : String(i++);
              it = replacer.call(obj, key2, it);
            }
            seq.items.push(createNode.createNode(it, void 0, ctx));
          }
        }
        return seq;
      }
    };
    function asItemIndex(key2) {
      let idx = identity.isScalar(key2) ? key2.value : key2;
      if (idx && typeof idx === "string")
        idx = Number(idx);
      return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
    }
    exports.YAMLSeq = YAMLSeq;
  }
});

// node_modules/yaml/dist/schema/common/seq.js
var require_seq = __commonJS({
  "node_modules/yaml/dist/schema/common/seq.js"(exports) {
    "use strict";
    var identity = require_identity();
    var YAMLSeq = require_YAMLSeq();
    var seq = {
      collection: "seq",
      default: true,
      nodeClass: YAMLSeq.YAMLSeq,
      tag: "tag:yaml.org,2002:seq",
      resolve(seq2, onError) {
        if (!identity.isSeq(seq2))
          onError("Expected a sequence for this tag");
        return seq2;
      },
      createNode: (schema2, obj, ctx) => YAMLSeq.YAMLSeq.from(schema2, obj, ctx)
    };
    exports.seq = seq;
  }
});

// node_modules/yaml/dist/schema/common/string.js
var require_string = __commonJS({
  "node_modules/yaml/dist/schema/common/string.js"(exports) {
    "use strict";
    var stringifyString = require_stringifyString();
    var string2 = {
      identify: (value) => typeof value === "string",
      default: true,
      tag: "tag:yaml.org,2002:str",
      resolve: (str) => str,
      stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
      }
    };
    exports.string = string2;
  }
});

// node_modules/yaml/dist/schema/common/null.js
var require_null = __commonJS({
  "node_modules/yaml/dist/schema/common/null.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var nullTag = {
      identify: (value) => value == null,
      createNode: () => new Scalar.Scalar(null),
      default: true,
      tag: "tag:yaml.org,2002:null",
      test: /^(?:~|[Nn]ull|NULL)?$/,
      resolve: () => new Scalar.Scalar(null),
      stringify: ({ source: source3 }, ctx) => typeof source3 === "string" && nullTag.test.test(source3) ? source3 : ctx.options.nullStr
    };
    exports.nullTag = nullTag;
  }
});

// node_modules/yaml/dist/schema/core/bool.js
var require_bool = __commonJS({
  "node_modules/yaml/dist/schema/core/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var boolTag = {
      identify: (value) => typeof value === "boolean",
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
      resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
      stringify({ source: source3, value }, ctx) {
        if (source3 && boolTag.test.test(source3)) {
          const sv = source3[0] === "t" || source3[0] === "T";
          if (value === sv)
            return source3;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
      }
    };
    exports.boolTag = boolTag;
  }
});

// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyNumber.js"(exports) {
    "use strict";
    function stringifyNumber({ format, minFractionDigits, tag, value }) {
      if (typeof value === "bigint")
        return String(value);
      const num = typeof value === "number" ? value : Number(value);
      if (!isFinite(num))
        return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
      let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
      if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
        let i = n.indexOf(".");
        if (i < 0) {
          i = n.length;
          n += ".";
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
          n += "0";
      }
      return n;
    }
    exports.stringifyNumber = stringifyNumber;
  }
});

// node_modules/yaml/dist/schema/core/float.js
var require_float = __commonJS({
  "node_modules/yaml/dist/schema/core/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf(".");
        if (dot !== -1 && str[str.length - 1] === "0")
          node.minFractionDigits = str.length - dot - 1;
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/core/int.js
var require_int = __commonJS({
  "node_modules/yaml/dist/schema/core/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    var intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
    function intStringify(node, radix, prefix) {
      const { value } = node;
      if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
      return stringifyNumber.stringifyNumber(node);
    }
    var intOct = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^0o[0-7]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
      stringify: (node) => intStringify(node, 8, "0o")
    };
    var int2 = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^0x[0-9a-fA-F]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports.int = int2;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/core/schema.js
var require_schema = __commonJS({
  "node_modules/yaml/dist/schema/core/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string2 = require_string();
    var bool = require_bool();
    var float = require_float();
    var int2 = require_int();
    var schema2 = [
      map.map,
      seq.seq,
      string2.string,
      _null.nullTag,
      bool.boolTag,
      int2.intOct,
      int2.int,
      int2.intHex,
      float.floatNaN,
      float.floatExp,
      float.float
    ];
    exports.schema = schema2;
  }
});

// node_modules/yaml/dist/schema/json/schema.js
var require_schema2 = __commonJS({
  "node_modules/yaml/dist/schema/json/schema.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var map = require_map();
    var seq = require_seq();
    function intIdentify(value) {
      return typeof value === "bigint" || Number.isInteger(value);
    }
    var stringifyJSON = ({ value }) => JSON.stringify(value);
    var jsonScalars = [
      {
        identify: (value) => typeof value === "string",
        default: true,
        tag: "tag:yaml.org,2002:str",
        resolve: (str) => str,
        stringify: stringifyJSON
      },
      {
        identify: (value) => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: "tag:yaml.org,2002:null",
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
      },
      {
        identify: (value) => typeof value === "boolean",
        default: true,
        tag: "tag:yaml.org,2002:bool",
        test: /^true$|^false$/,
        resolve: (str) => str === "true",
        stringify: stringifyJSON
      },
      {
        identify: intIdentify,
        default: true,
        tag: "tag:yaml.org,2002:int",
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
      },
      {
        identify: (value) => typeof value === "number",
        default: true,
        tag: "tag:yaml.org,2002:float",
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: (str) => parseFloat(str),
        stringify: stringifyJSON
      }
    ];
    var jsonError = {
      default: true,
      tag: "",
      test: /^/,
      resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
      }
    };
    var schema2 = [map.map, seq.seq].concat(jsonScalars, jsonError);
    exports.schema = schema2;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/binary.js"(exports) {
    "use strict";
    var node_buffer = __require("buffer");
    var Scalar = require_Scalar();
    var stringifyString = require_stringifyString();
    var binary = {
      identify: (value) => value instanceof Uint8Array,
      // Buffer inherits from Uint8Array
      default: false,
      tag: "tag:yaml.org,2002:binary",
      /**
       * Returns a Buffer in node and an Uint8Array in browsers
       *
       * To use the resulting buffer as an image, you'll want to do something like:
       *
       *   const blob = new Blob([buffer], { type: 'image/jpeg' })
       *   document.querySelector('#photo').src = URL.createObjectURL(blob)
       */
      resolve(src, onError) {
        if (typeof node_buffer.Buffer === "function") {
          return node_buffer.Buffer.from(src, "base64");
        } else if (typeof atob === "function") {
          const str = atob(src.replace(/[\n\r]/g, ""));
          const buffer = new Uint8Array(str.length);
          for (let i = 0; i < str.length; ++i)
            buffer[i] = str.charCodeAt(i);
          return buffer;
        } else {
          onError("This environment does not support reading binary tags; either Buffer or atob is required");
          return src;
        }
      },
      stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
          return "";
        const buf = value;
        let str;
        if (typeof node_buffer.Buffer === "function") {
          str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
        } else if (typeof btoa === "function") {
          let s = "";
          for (let i = 0; i < buf.length; ++i)
            s += String.fromCharCode(buf[i]);
          str = btoa(s);
        } else {
          throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
          const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
          const n = Math.ceil(str.length / lineWidth);
          const lines2 = new Array(n);
          for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
            lines2[i] = str.substr(o, lineWidth);
          }
          str = lines2.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
      }
    };
    exports.binary = binary;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/pairs.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLSeq = require_YAMLSeq();
    function resolvePairs(seq, onError) {
      if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
          let item = seq.items[i];
          if (identity.isPair(item))
            continue;
          else if (identity.isMap(item)) {
            if (item.items.length > 1)
              onError("Each pair must have its own sequence indicator");
            const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
            if (item.commentBefore)
              pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}
${pair.key.commentBefore}` : item.commentBefore;
            if (item.comment) {
              const cn = pair.value ?? pair.key;
              cn.comment = cn.comment ? `${item.comment}
${cn.comment}` : item.comment;
            }
            item = pair;
          }
          seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
      } else
        onError("Expected a sequence for this tag");
      return seq;
    }
    function createPairs(schema2, iterable, ctx) {
      const { replacer } = ctx;
      const pairs2 = new YAMLSeq.YAMLSeq(schema2);
      pairs2.tag = "tag:yaml.org,2002:pairs";
      let i = 0;
      if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
          if (typeof replacer === "function")
            it = replacer.call(iterable, String(i++), it);
          let key2, value;
          if (Array.isArray(it)) {
            if (it.length === 2) {
              key2 = it[0];
              value = it[1];
            } else
              throw new TypeError(`Expected [key, value] tuple: ${it}`);
          } else if (it && it instanceof Object) {
            const keys = Object.keys(it);
            if (keys.length === 1) {
              key2 = keys[0];
              value = it[key2];
            } else {
              throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
            }
          } else {
            key2 = it;
          }
          pairs2.items.push(Pair.createPair(key2, value, ctx));
        }
      return pairs2;
    }
    var pairs = {
      collection: "seq",
      default: false,
      tag: "tag:yaml.org,2002:pairs",
      resolve: resolvePairs,
      createNode: createPairs
    };
    exports.createPairs = createPairs;
    exports.pairs = pairs;
    exports.resolvePairs = resolvePairs;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/omap.js"(exports) {
    "use strict";
    var identity = require_identity();
    var toJS = require_toJS();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var pairs = require_pairs();
    var YAMLOMap = class _YAMLOMap extends YAMLSeq.YAMLSeq {
      constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = _YAMLOMap.tag;
      }
      /**
       * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
       * but TypeScript won't allow widening the signature of a child method.
       */
      toJSON(_, ctx) {
        if (!ctx)
          return super.toJSON(_);
        const map = /* @__PURE__ */ new Map();
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const pair of this.items) {
          let key2, value;
          if (identity.isPair(pair)) {
            key2 = toJS.toJS(pair.key, "", ctx);
            value = toJS.toJS(pair.value, key2, ctx);
          } else {
            key2 = toJS.toJS(pair, "", ctx);
          }
          if (map.has(key2))
            throw new Error("Ordered maps must not include duplicate keys");
          map.set(key2, value);
        }
        return map;
      }
      static from(schema2, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema2, iterable, ctx);
        const omap2 = new this();
        omap2.items = pairs$1.items;
        return omap2;
      }
    };
    YAMLOMap.tag = "tag:yaml.org,2002:omap";
    var omap = {
      collection: "seq",
      identify: (value) => value instanceof Map,
      nodeClass: YAMLOMap,
      default: false,
      tag: "tag:yaml.org,2002:omap",
      resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key: key2 } of pairs$1.items) {
          if (identity.isScalar(key2)) {
            if (seenKeys.includes(key2.value)) {
              onError(`Ordered maps must not include duplicate keys: ${key2.value}`);
            } else {
              seenKeys.push(key2.value);
            }
          }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
      },
      createNode: (schema2, iterable, ctx) => YAMLOMap.from(schema2, iterable, ctx)
    };
    exports.YAMLOMap = YAMLOMap;
    exports.omap = omap;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function boolStringify({ value, source: source3 }, ctx) {
      const boolObj = value ? trueTag : falseTag;
      if (source3 && boolObj.test.test(source3))
        return source3;
      return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
    var trueTag = {
      identify: (value) => value === true,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
      resolve: () => new Scalar.Scalar(true),
      stringify: boolStringify
    };
    var falseTag = {
      identify: (value) => value === false,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
      resolve: () => new Scalar.Scalar(false),
      stringify: boolStringify
    };
    exports.falseTag = falseTag;
    exports.trueTag = trueTag;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str.replace(/_/g, "")),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
        const dot = str.indexOf(".");
        if (dot !== -1) {
          const f = str.substring(dot + 1).replace(/_/g, "");
          if (f[f.length - 1] === "0")
            node.minFractionDigits = f.length;
        }
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    function intResolve(str, offset, radix, { intAsBigInt }) {
      const sign = str[0];
      if (sign === "-" || sign === "+")
        offset += 1;
      str = str.substring(offset).replace(/_/g, "");
      if (intAsBigInt) {
        switch (radix) {
          case 2:
            str = `0b${str}`;
            break;
          case 8:
            str = `0o${str}`;
            break;
          case 16:
            str = `0x${str}`;
            break;
        }
        const n2 = BigInt(str);
        return sign === "-" ? BigInt(-1) * n2 : n2;
      }
      const n = parseInt(str, radix);
      return sign === "-" ? -1 * n : n;
    }
    function intStringify(node, radix, prefix) {
      const { value } = node;
      if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
      }
      return stringifyNumber.stringifyNumber(node);
    }
    var intBin = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "BIN",
      test: /^[-+]?0b[0-1_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
      stringify: (node) => intStringify(node, 2, "0b")
    };
    var intOct = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^[-+]?0[0-7_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
      stringify: (node) => intStringify(node, 8, "0")
    };
    var int2 = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9][0-9_]*$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^[-+]?0x[0-9a-fA-F_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports.int = int2;
    exports.intBin = intBin;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/set.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSet = class _YAMLSet extends YAMLMap.YAMLMap {
      constructor(schema2) {
        super(schema2);
        this.tag = _YAMLSet.tag;
      }
      add(key2) {
        let pair;
        if (identity.isPair(key2))
          pair = key2;
        else if (key2 && typeof key2 === "object" && "key" in key2 && "value" in key2 && key2.value === null)
          pair = new Pair.Pair(key2.key, null);
        else
          pair = new Pair.Pair(key2, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
          this.items.push(pair);
      }
      /**
       * If `keepPair` is `true`, returns the Pair matching `key`.
       * Otherwise, returns the value of that Pair's key.
       */
      get(key2, keepPair) {
        const pair = YAMLMap.findPair(this.items, key2);
        return !keepPair && identity.isPair(pair) ? identity.isScalar(pair.key) ? pair.key.value : pair.key : pair;
      }
      set(key2, value) {
        if (typeof value !== "boolean")
          throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key2);
        if (prev && !value) {
          this.items.splice(this.items.indexOf(prev), 1);
        } else if (!prev && value) {
          this.items.push(new Pair.Pair(key2));
        }
      }
      toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        if (this.hasAllNullValues(true))
          return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
          throw new Error("Set items must all have null values");
      }
      static from(schema2, iterable, ctx) {
        const { replacer } = ctx;
        const set3 = new this(schema2);
        if (iterable && Symbol.iterator in Object(iterable))
          for (let value of iterable) {
            if (typeof replacer === "function")
              value = replacer.call(iterable, value, value);
            set3.items.push(Pair.createPair(value, null, ctx));
          }
        return set3;
      }
    };
    YAMLSet.tag = "tag:yaml.org,2002:set";
    var set2 = {
      collection: "map",
      identify: (value) => value instanceof Set,
      nodeClass: YAMLSet,
      default: false,
      tag: "tag:yaml.org,2002:set",
      createNode: (schema2, iterable, ctx) => YAMLSet.from(schema2, iterable, ctx),
      resolve(map, onError) {
        if (identity.isMap(map)) {
          if (map.hasAllNullValues(true))
            return Object.assign(new YAMLSet(), map);
          else
            onError("Set items must all have null values");
        } else
          onError("Expected a mapping for this tag");
        return map;
      }
    };
    exports.YAMLSet = YAMLSet;
    exports.set = set2;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/timestamp.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    function parseSexagesimal(str, asBigInt) {
      const sign = str[0];
      const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
      const num = (n) => asBigInt ? BigInt(n) : Number(n);
      const res = parts.replace(/_/g, "").split(":").reduce((res2, p) => res2 * num(60) + num(p), num(0));
      return sign === "-" ? num(-1) * res : res;
    }
    function stringifySexagesimal(node) {
      let { value } = node;
      let num = (n) => n;
      if (typeof value === "bigint")
        num = (n) => BigInt(n);
      else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
      let sign = "";
      if (value < 0) {
        sign = "-";
        value *= num(-1);
      }
      const _60 = num(60);
      const parts = [value % _60];
      if (value < 60) {
        parts.unshift(0);
      } else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60);
        if (value >= 60) {
          value = (value - parts[0]) / _60;
          parts.unshift(value);
        }
      }
      return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
    }
    var intTime = {
      identify: (value) => typeof value === "bigint" || Number.isInteger(value),
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
      resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
      stringify: stringifySexagesimal
    };
    var floatTime = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
      resolve: (str) => parseSexagesimal(str, false),
      stringify: stringifySexagesimal
    };
    var timestamp2 = {
      identify: (value) => value instanceof Date,
      default: true,
      tag: "tag:yaml.org,2002:timestamp",
      // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
      // may be omitted altogether, resulting in a date format. In such a case, the time part is
      // assumed to be 00:00:00Z (start of day, UTC).
      test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
      resolve(str) {
        const match = str.match(timestamp2.test);
        if (!match)
          throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
        let date2 = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== "Z") {
          let d = parseSexagesimal(tz, false);
          if (Math.abs(d) < 30)
            d *= 60;
          date2 -= 6e4 * d;
        }
        return new Date(date2);
      },
      stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
    };
    exports.floatTime = floatTime;
    exports.intTime = intTime;
    exports.timestamp = timestamp2;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema3 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string2 = require_string();
    var binary = require_binary();
    var bool = require_bool2();
    var float = require_float2();
    var int2 = require_int2();
    var merge = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var set2 = require_set();
    var timestamp2 = require_timestamp();
    var schema2 = [
      map.map,
      seq.seq,
      string2.string,
      _null.nullTag,
      bool.trueTag,
      bool.falseTag,
      int2.intBin,
      int2.intOct,
      int2.int,
      int2.intHex,
      float.floatNaN,
      float.floatExp,
      float.float,
      binary.binary,
      merge.merge,
      omap.omap,
      pairs.pairs,
      set2.set,
      timestamp2.intTime,
      timestamp2.floatTime,
      timestamp2.timestamp
    ];
    exports.schema = schema2;
  }
});

// node_modules/yaml/dist/schema/tags.js
var require_tags = __commonJS({
  "node_modules/yaml/dist/schema/tags.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string2 = require_string();
    var bool = require_bool();
    var float = require_float();
    var int2 = require_int();
    var schema2 = require_schema();
    var schema$1 = require_schema2();
    var binary = require_binary();
    var merge = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var schema$2 = require_schema3();
    var set2 = require_set();
    var timestamp2 = require_timestamp();
    var schemas = /* @__PURE__ */ new Map([
      ["core", schema2.schema],
      ["failsafe", [map.map, seq.seq, string2.string]],
      ["json", schema$1.schema],
      ["yaml11", schema$2.schema],
      ["yaml-1.1", schema$2.schema]
    ]);
    var tagsByName = {
      binary: binary.binary,
      bool: bool.boolTag,
      float: float.float,
      floatExp: float.floatExp,
      floatNaN: float.floatNaN,
      floatTime: timestamp2.floatTime,
      int: int2.int,
      intHex: int2.intHex,
      intOct: int2.intOct,
      intTime: timestamp2.intTime,
      map: map.map,
      merge: merge.merge,
      null: _null.nullTag,
      omap: omap.omap,
      pairs: pairs.pairs,
      seq: seq.seq,
      set: set2.set,
      timestamp: timestamp2.timestamp
    };
    var coreKnownTags = {
      "tag:yaml.org,2002:binary": binary.binary,
      "tag:yaml.org,2002:merge": merge.merge,
      "tag:yaml.org,2002:omap": omap.omap,
      "tag:yaml.org,2002:pairs": pairs.pairs,
      "tag:yaml.org,2002:set": set2.set,
      "tag:yaml.org,2002:timestamp": timestamp2.timestamp
    };
    function getTags(customTags2, schemaName, addMergeTag) {
      const schemaTags = schemas.get(schemaName);
      if (schemaTags && !customTags2) {
        return addMergeTag && !schemaTags.includes(merge.merge) ? schemaTags.concat(merge.merge) : schemaTags.slice();
      }
      let tags = schemaTags;
      if (!tags) {
        if (Array.isArray(customTags2))
          tags = [];
        else {
          const keys = Array.from(schemas.keys()).filter((key2) => key2 !== "yaml11").map((key2) => JSON.stringify(key2)).join(", ");
          throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
      }
      if (Array.isArray(customTags2)) {
        for (const tag of customTags2)
          tags = tags.concat(tag);
      } else if (typeof customTags2 === "function") {
        tags = customTags2(tags.slice());
      }
      if (addMergeTag)
        tags = tags.concat(merge.merge);
      return tags.reduce((tags2, tag) => {
        const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
        if (!tagObj) {
          const tagName = JSON.stringify(tag);
          const keys = Object.keys(tagsByName).map((key2) => JSON.stringify(key2)).join(", ");
          throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags2.includes(tagObj))
          tags2.push(tagObj);
        return tags2;
      }, []);
    }
    exports.coreKnownTags = coreKnownTags;
    exports.getTags = getTags;
  }
});

// node_modules/yaml/dist/schema/Schema.js
var require_Schema = __commonJS({
  "node_modules/yaml/dist/schema/Schema.js"(exports) {
    "use strict";
    var identity = require_identity();
    var map = require_map();
    var seq = require_seq();
    var string2 = require_string();
    var tags = require_tags();
    var sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
    var Schema2 = class _Schema {
      constructor({ compat, customTags: customTags2, merge, resolveKnownTags, schema: schema2, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
        this.name = typeof schema2 === "string" && schema2 || "core";
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags2, this.name, merge);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string2.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
      }
      clone() {
        const copy = Object.create(_Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
      }
    };
    exports.Schema = Schema2;
  }
});

// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyDocument.js"(exports) {
    "use strict";
    var identity = require_identity();
    var stringify3 = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyDocument(doc, options12) {
      const lines2 = [];
      let hasDirectives = options12.directives === true;
      if (options12.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
          lines2.push(dir);
          hasDirectives = true;
        } else if (doc.directives.docStart)
          hasDirectives = true;
      }
      if (hasDirectives)
        lines2.push("---");
      const ctx = stringify3.createStringifyContext(doc, options12);
      const { commentString } = ctx.options;
      if (doc.commentBefore) {
        if (lines2.length !== 1)
          lines2.unshift("");
        const cs = commentString(doc.commentBefore);
        lines2.unshift(stringifyComment.indentComment(cs, ""));
      }
      let chompKeep = false;
      let contentComment = null;
      if (doc.contents) {
        if (identity.isNode(doc.contents)) {
          if (doc.contents.spaceBefore && hasDirectives)
            lines2.push("");
          if (doc.contents.commentBefore) {
            const cs = commentString(doc.contents.commentBefore);
            lines2.push(stringifyComment.indentComment(cs, ""));
          }
          ctx.forceBlockIndent = !!doc.comment;
          contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
        let body = stringify3.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
        if (contentComment)
          body += stringifyComment.lineComment(body, "", commentString(contentComment));
        if ((body[0] === "|" || body[0] === ">") && lines2[lines2.length - 1] === "---") {
          lines2[lines2.length - 1] = `--- ${body}`;
        } else
          lines2.push(body);
      } else {
        lines2.push(stringify3.stringify(doc.contents, ctx));
      }
      if (doc.directives?.docEnd) {
        if (doc.comment) {
          const cs = commentString(doc.comment);
          if (cs.includes("\n")) {
            lines2.push("...");
            lines2.push(stringifyComment.indentComment(cs, ""));
          } else {
            lines2.push(`... ${cs}`);
          }
        } else {
          lines2.push("...");
        }
      } else {
        let dc = doc.comment;
        if (dc && chompKeep)
          dc = dc.replace(/^\n+/, "");
        if (dc) {
          if ((!chompKeep || contentComment) && lines2[lines2.length - 1] !== "")
            lines2.push("");
          lines2.push(stringifyComment.indentComment(commentString(dc), ""));
        }
      }
      return lines2.join("\n") + "\n";
    }
    exports.stringifyDocument = stringifyDocument;
  }
});

// node_modules/yaml/dist/doc/Document.js
var require_Document = __commonJS({
  "node_modules/yaml/dist/doc/Document.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var toJS = require_toJS();
    var Schema2 = require_Schema();
    var stringifyDocument = require_stringifyDocument();
    var anchors = require_anchors();
    var applyReviver = require_applyReviver();
    var createNode = require_createNode();
    var directives = require_directives();
    var Document = class _Document {
      constructor(value, replacer, options12) {
        this.commentBefore = null;
        this.comment = null;
        this.errors = [];
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === "function" || Array.isArray(replacer)) {
          _replacer = replacer;
        } else if (options12 === void 0 && replacer) {
          options12 = replacer;
          replacer = void 0;
        }
        const opt = Object.assign({
          intAsBigInt: false,
          keepSourceTokens: false,
          logLevel: "warn",
          prettyErrors: true,
          strict: true,
          stringKeys: false,
          uniqueKeys: true,
          version: "1.2"
        }, options12);
        this.options = opt;
        let { version } = opt;
        if (options12?._directives) {
          this.directives = options12._directives.atDocument();
          if (this.directives.yaml.explicit)
            version = this.directives.yaml.version;
        } else
          this.directives = new directives.Directives({ version });
        this.setSchema(version, options12);
        this.contents = value === void 0 ? null : this.createNode(value, _replacer, options12);
      }
      /**
       * Create a deep copy of this Document and its contents.
       *
       * Custom Node values that inherit from `Object` still refer to their original instances.
       */
      clone() {
        const copy = Object.create(_Document.prototype, {
          [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
          copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        copy.contents = identity.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** Adds a value to the document. */
      add(value) {
        if (assertCollection(this.contents))
          this.contents.add(value);
      }
      /** Adds a value to the document. */
      addIn(path2, value) {
        if (assertCollection(this.contents))
          this.contents.addIn(path2, value);
      }
      /**
       * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
       *
       * If `node` already has an anchor, `name` is ignored.
       * Otherwise, the `node.anchor` value will be set to `name`,
       * or if an anchor with that name is already present in the document,
       * `name` will be used as a prefix for a new unique anchor.
       * If `name` is undefined, the generated anchor will use 'a' as a prefix.
       */
      createAlias(node, name) {
        if (!node.anchor) {
          const prev = anchors.anchorNames(this);
          node.anchor = // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
        }
        return new Alias.Alias(node.anchor);
      }
      createNode(value, replacer, options12) {
        let _replacer = void 0;
        if (typeof replacer === "function") {
          value = replacer.call({ "": value }, "", value);
          _replacer = replacer;
        } else if (Array.isArray(replacer)) {
          const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
          const asStr = replacer.filter(keyToStr).map(String);
          if (asStr.length > 0)
            replacer = replacer.concat(asStr);
          _replacer = replacer;
        } else if (options12 === void 0 && replacer) {
          options12 = replacer;
          replacer = void 0;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options12 ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(
          this,
          // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          anchorPrefix || "a"
        );
        const ctx = {
          aliasDuplicateObjects: aliasDuplicateObjects ?? true,
          keepUndefined: keepUndefined ?? false,
          onAnchor,
          onTagObj,
          replacer: _replacer,
          schema: this.schema,
          sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
          node.flow = true;
        setAnchors();
        return node;
      }
      /**
       * Convert a key and a value into a `Pair` using the current schema,
       * recursively wrapping all values as `Scalar` or `Collection` nodes.
       */
      createPair(key2, value, options12 = {}) {
        const k = this.createNode(key2, null, options12);
        const v = this.createNode(value, null, options12);
        return new Pair.Pair(k, v);
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      delete(key2) {
        return assertCollection(this.contents) ? this.contents.delete(key2) : false;
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path2) {
        if (Collection.isEmptyPath(path2)) {
          if (this.contents == null)
            return false;
          this.contents = null;
          return true;
        }
        return assertCollection(this.contents) ? this.contents.deleteIn(path2) : false;
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      get(key2, keepScalar) {
        return identity.isCollection(this.contents) ? this.contents.get(key2, keepScalar) : void 0;
      }
      /**
       * Returns item at `path`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path2, keepScalar) {
        if (Collection.isEmptyPath(path2))
          return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
        return identity.isCollection(this.contents) ? this.contents.getIn(path2, keepScalar) : void 0;
      }
      /**
       * Checks if the document includes a value with the key `key`.
       */
      has(key2) {
        return identity.isCollection(this.contents) ? this.contents.has(key2) : false;
      }
      /**
       * Checks if the document includes a value at `path`.
       */
      hasIn(path2) {
        if (Collection.isEmptyPath(path2))
          return this.contents !== void 0;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path2) : false;
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      set(key2, value) {
        if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, [key2], value);
        } else if (assertCollection(this.contents)) {
          this.contents.set(key2, value);
        }
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path2, value) {
        if (Collection.isEmptyPath(path2)) {
          this.contents = value;
        } else if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, Array.from(path2), value);
        } else if (assertCollection(this.contents)) {
          this.contents.setIn(path2, value);
        }
      }
      /**
       * Change the YAML version and schema used by the document.
       * A `null` version disables support for directives, explicit tags, anchors, and aliases.
       * It also requires the `schema` option to be given as a `Schema` instance value.
       *
       * Overrides all previously set schema options.
       */
      setSchema(version, options12 = {}) {
        if (typeof version === "number")
          version = String(version);
        let opt;
        switch (version) {
          case "1.1":
            if (this.directives)
              this.directives.yaml.version = "1.1";
            else
              this.directives = new directives.Directives({ version: "1.1" });
            opt = { resolveKnownTags: false, schema: "yaml-1.1" };
            break;
          case "1.2":
          case "next":
            if (this.directives)
              this.directives.yaml.version = version;
            else
              this.directives = new directives.Directives({ version });
            opt = { resolveKnownTags: true, schema: "core" };
            break;
          case null:
            if (this.directives)
              delete this.directives;
            opt = null;
            break;
          default: {
            const sv = JSON.stringify(version);
            throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
          }
        }
        if (options12.schema instanceof Object)
          this.schema = options12.schema;
        else if (opt)
          this.schema = new Schema2.Schema(Object.assign(opt, options12));
        else
          throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
      }
      // json & jsonArg are only used from toJSON()
      toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc: this,
          keep: !json,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
        if (typeof onAnchor === "function")
          for (const { count, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
      /**
       * A JSON representation of the document `contents`.
       *
       * @param jsonArg Used by `JSON.stringify` to indicate the array index or
       *   property name.
       */
      toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
      }
      /** A YAML representation of the document. */
      toString(options12 = {}) {
        if (this.errors.length > 0)
          throw new Error("Document with errors cannot be stringified");
        if ("indent" in options12 && (!Number.isInteger(options12.indent) || Number(options12.indent) <= 0)) {
          const s = JSON.stringify(options12.indent);
          throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options12);
      }
    };
    function assertCollection(contents) {
      if (identity.isCollection(contents))
        return true;
      throw new Error("Expected a YAML collection as document contents");
    }
    exports.Document = Document;
  }
});

// node_modules/yaml/dist/errors.js
var require_errors = __commonJS({
  "node_modules/yaml/dist/errors.js"(exports) {
    "use strict";
    var YAMLError = class extends Error {
      constructor(name, pos, code, message) {
        super();
        this.name = name;
        this.code = code;
        this.message = message;
        this.pos = pos;
      }
    };
    var YAMLParseError = class extends YAMLError {
      constructor(pos, code, message) {
        super("YAMLParseError", pos, code, message);
      }
    };
    var YAMLWarning = class extends YAMLError {
      constructor(pos, code, message) {
        super("YAMLWarning", pos, code, message);
      }
    };
    var prettifyError = (src, lc) => (error2) => {
      if (error2.pos[0] === -1)
        return;
      error2.linePos = error2.pos.map((pos) => lc.linePos(pos));
      const { line, col } = error2.linePos[0];
      error2.message += ` at line ${line}, column ${col}`;
      let ci = col - 1;
      let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
      if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = "\u2026" + lineStr.substring(trimStart);
        ci -= trimStart - 1;
      }
      if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + "\u2026";
      if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
          prev = prev.substring(0, 79) + "\u2026\n";
        lineStr = prev + lineStr;
      }
      if (/[^ ]/.test(lineStr)) {
        let count = 1;
        const end2 = error2.linePos[1];
        if (end2?.line === line && end2.col > col) {
          count = Math.max(1, Math.min(end2.col - col, 80 - ci));
        }
        const pointer = " ".repeat(ci) + "^".repeat(count);
        error2.message += `:

${lineStr}
${pointer}
`;
      }
    };
    exports.YAMLError = YAMLError;
    exports.YAMLParseError = YAMLParseError;
    exports.YAMLWarning = YAMLWarning;
    exports.prettifyError = prettifyError;
  }
});

// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = __commonJS({
  "node_modules/yaml/dist/compose/resolve-props.js"(exports) {
    "use strict";
    function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
      let spaceBefore = false;
      let atNewline = startOnNewline;
      let hasSpace = startOnNewline;
      let comment = "";
      let commentSep = "";
      let hasNewline = false;
      let reqSpace = false;
      let tab = null;
      let anchor = null;
      let tag = null;
      let newlineAfterProp = null;
      let comma = null;
      let found = null;
      let start2 = null;
      for (const token of tokens) {
        if (reqSpace) {
          if (token.type !== "space" && token.type !== "newline" && token.type !== "comma")
            onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
          reqSpace = false;
        }
        if (tab) {
          if (atNewline && token.type !== "comment" && token.type !== "newline") {
            onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
          }
          tab = null;
        }
        switch (token.type) {
          case "space":
            if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) {
              tab = token;
            }
            hasSpace = true;
            break;
          case "comment": {
            if (!hasSpace)
              onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
            const cb = token.source.substring(1) || " ";
            if (!comment)
              comment = cb;
            else
              comment += commentSep + cb;
            commentSep = "";
            atNewline = false;
            break;
          }
          case "newline":
            if (atNewline) {
              if (comment)
                comment += token.source;
              else if (!found || indicator !== "seq-item-ind")
                spaceBefore = true;
            } else
              commentSep += token.source;
            atNewline = true;
            hasNewline = true;
            if (anchor || tag)
              newlineAfterProp = token;
            hasSpace = true;
            break;
          case "anchor":
            if (anchor)
              onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
            if (token.source.endsWith(":"))
              onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
            anchor = token;
            start2 ?? (start2 = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          case "tag": {
            if (tag)
              onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
            tag = token;
            start2 ?? (start2 = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          }
          case indicator:
            if (anchor || tag)
              onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
            if (found)
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
            found = token;
            atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
            hasSpace = false;
            break;
          case "comma":
            if (flow) {
              if (comma)
                onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
              comma = token;
              atNewline = false;
              hasSpace = false;
              break;
            }
          // else fallthrough
          default:
            onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
            atNewline = false;
            hasSpace = false;
        }
      }
      const last = tokens[tokens.length - 1];
      const end2 = last ? last.offset + last.source.length : offset;
      if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) {
        onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
      }
      if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq"))
        onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
      return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end: end2,
        start: start2 ?? end2
      };
    }
    exports.resolveProps = resolveProps;
  }
});

// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = __commonJS({
  "node_modules/yaml/dist/compose/util-contains-newline.js"(exports) {
    "use strict";
    function containsNewline(key2) {
      if (!key2)
        return null;
      switch (key2.type) {
        case "alias":
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          if (key2.source.includes("\n"))
            return true;
          if (key2.end) {
            for (const st of key2.end)
              if (st.type === "newline")
                return true;
          }
          return false;
        case "flow-collection":
          for (const it of key2.items) {
            for (const st of it.start)
              if (st.type === "newline")
                return true;
            if (it.sep) {
              for (const st of it.sep)
                if (st.type === "newline")
                  return true;
            }
            if (containsNewline(it.key) || containsNewline(it.value))
              return true;
          }
          return false;
        default:
          return true;
      }
    }
    exports.containsNewline = containsNewline;
  }
});

// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = __commonJS({
  "node_modules/yaml/dist/compose/util-flow-indent-check.js"(exports) {
    "use strict";
    var utilContainsNewline = require_util_contains_newline();
    function flowIndentCheck(indent, fc, onError) {
      if (fc?.type === "flow-collection") {
        const end2 = fc.end[0];
        if (end2.indent === indent && (end2.source === "]" || end2.source === "}") && utilContainsNewline.containsNewline(fc)) {
          const msg = "Flow end indicator should be more indented than parent";
          onError(end2, "BAD_INDENT", msg, true);
        }
      }
    }
    exports.flowIndentCheck = flowIndentCheck;
  }
});

// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = __commonJS({
  "node_modules/yaml/dist/compose/util-map-includes.js"(exports) {
    "use strict";
    var identity = require_identity();
    function mapIncludes(ctx, items, search) {
      const { uniqueKeys } = ctx.options;
      if (uniqueKeys === false)
        return false;
      const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
      return items.some((pair) => isEqual(pair.key, search));
    }
    exports.mapIncludes = mapIncludes;
  }
});

// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-map.js"(exports) {
    "use strict";
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    var utilMapIncludes = require_util_map_includes();
    var startColMsg = "All mapping items must start at the same column";
    function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
      const map = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      let offset = bm.offset;
      let commentEnd = null;
      for (const collItem of bm.items) {
        const { start: start2, key: key2, sep: sep2, value } = collItem;
        const keyProps = resolveProps.resolveProps(start2, {
          indicator: "explicit-key-ind",
          next: key2 ?? sep2?.[0],
          offset,
          onError,
          parentIndent: bm.indent,
          startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
          if (key2) {
            if (key2.type === "block-seq")
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
            else if ("indent" in key2 && key2.indent !== bm.indent)
              onError(offset, "BAD_INDENT", startColMsg);
          }
          if (!keyProps.anchor && !keyProps.tag && !sep2) {
            commentEnd = keyProps.end;
            if (keyProps.comment) {
              if (map.comment)
                map.comment += "\n" + keyProps.comment;
              else
                map.comment = keyProps.comment;
            }
            continue;
          }
          if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key2)) {
            onError(key2 ?? start2[start2.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
          }
        } else if (keyProps.found?.indent !== bm.indent) {
          onError(offset, "BAD_INDENT", startColMsg);
        }
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key2 ? composeNode(ctx, key2, keyProps, onError) : composeEmptyNode(ctx, keyStart, start2, null, keyProps, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bm.indent, key2, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
          onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
        const valueProps = resolveProps.resolveProps(sep2 ?? [], {
          indicator: "map-value-ind",
          next: value,
          offset: keyNode.range[2],
          onError,
          parentIndent: bm.indent,
          startOnNewline: !key2 || key2.type === "block-scalar"
        });
        offset = valueProps.end;
        if (valueProps.found) {
          if (implicitKey) {
            if (value?.type === "block-map" && !valueProps.hasNewline)
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
            if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024)
              onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep2, null, valueProps, onError);
          if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
          offset = valueNode.range[2];
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          map.items.push(pair);
        } else {
          if (implicitKey)
            onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
          if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          map.items.push(pair);
        }
      }
      if (commentEnd && commentEnd < offset)
        onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
      map.range = [bm.offset, offset, commentEnd ?? offset];
      return map;
    }
    exports.resolveBlockMap = resolveBlockMap;
  }
});

// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-seq.js"(exports) {
    "use strict";
    var YAMLSeq = require_YAMLSeq();
    var resolveProps = require_resolve_props();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
      const seq = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = bs.offset;
      let commentEnd = null;
      for (const { start: start2, value } of bs.items) {
        const props = resolveProps.resolveProps(start2, {
          indicator: "seq-item-ind",
          next: value,
          offset,
          onError,
          parentIndent: bs.indent,
          startOnNewline: true
        });
        if (!props.found) {
          if (props.anchor || props.tag || value) {
            if (value?.type === "block-seq")
              onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
            else
              onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
          } else {
            commentEnd = props.end;
            if (props.comment)
              seq.comment = props.comment;
            continue;
          }
        }
        const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start2, null, props, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
      }
      seq.range = [bs.offset, offset, commentEnd ?? offset];
      return seq;
    }
    exports.resolveBlockSeq = resolveBlockSeq;
  }
});

// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = __commonJS({
  "node_modules/yaml/dist/compose/resolve-end.js"(exports) {
    "use strict";
    function resolveEnd(end2, offset, reqSpace, onError) {
      let comment = "";
      if (end2) {
        let hasSpace = false;
        let sep2 = "";
        for (const token of end2) {
          const { source: source3, type } = token;
          switch (type) {
            case "space":
              hasSpace = true;
              break;
            case "comment": {
              if (reqSpace && !hasSpace)
                onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
              const cb = source3.substring(1) || " ";
              if (!comment)
                comment = cb;
              else
                comment += sep2 + cb;
              sep2 = "";
              break;
            }
            case "newline":
              if (comment)
                sep2 += source3;
              hasSpace = true;
              break;
            default:
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
          }
          offset += source3.length;
        }
      }
      return { comment, offset };
    }
    exports.resolveEnd = resolveEnd;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-collection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilMapIncludes = require_util_map_includes();
    var blockMsg = "Block collections are not allowed within flow collections";
    var isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
    function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
      const isMap = fc.start.source === "{";
      const fcName = isMap ? "flow map" : "flow sequence";
      const NodeClass = tag?.nodeClass ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq);
      const coll = new NodeClass(ctx.schema);
      coll.flow = true;
      const atRoot = ctx.atRoot;
      if (atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = fc.offset + fc.start.source.length;
      for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start: start2, key: key2, sep: sep2, value } = collItem;
        const props = resolveProps.resolveProps(start2, {
          flow: fcName,
          indicator: "explicit-key-ind",
          next: key2 ?? sep2?.[0],
          offset,
          onError,
          parentIndent: fc.indent,
          startOnNewline: false
        });
        if (!props.found) {
          if (!props.anchor && !props.tag && !sep2 && !value) {
            if (i === 0 && props.comma)
              onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
            else if (i < fc.items.length - 1)
              onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
            if (props.comment) {
              if (coll.comment)
                coll.comment += "\n" + props.comment;
              else
                coll.comment = props.comment;
            }
            offset = props.end;
            continue;
          }
          if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key2))
            onError(
              key2,
              // checked by containsNewline()
              "MULTILINE_IMPLICIT_KEY",
              "Implicit keys of flow sequence pairs need to be on a single line"
            );
        }
        if (i === 0) {
          if (props.comma)
            onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
        } else {
          if (!props.comma)
            onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
          if (props.comment) {
            let prevItemComment = "";
            loop: for (const st of start2) {
              switch (st.type) {
                case "comma":
                case "space":
                  break;
                case "comment":
                  prevItemComment = st.source.substring(1);
                  break loop;
                default:
                  break loop;
              }
            }
            if (prevItemComment) {
              let prev = coll.items[coll.items.length - 1];
              if (identity.isPair(prev))
                prev = prev.value ?? prev.key;
              if (prev.comment)
                prev.comment += "\n" + prevItemComment;
              else
                prev.comment = prevItemComment;
              props.comment = props.comment.substring(prevItemComment.length + 1);
            }
          }
        }
        if (!isMap && !sep2 && !props.found) {
          const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep2, null, props, onError);
          coll.items.push(valueNode);
          offset = valueNode.range[2];
          if (isBlock(value))
            onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
        } else {
          ctx.atKey = true;
          const keyStart = props.end;
          const keyNode = key2 ? composeNode(ctx, key2, props, onError) : composeEmptyNode(ctx, keyStart, start2, null, props, onError);
          if (isBlock(key2))
            onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
          ctx.atKey = false;
          const valueProps = resolveProps.resolveProps(sep2 ?? [], {
            flow: fcName,
            indicator: "map-value-ind",
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
          });
          if (valueProps.found) {
            if (!isMap && !props.found && ctx.options.strict) {
              if (sep2)
                for (const st of sep2) {
                  if (st === valueProps.found)
                    break;
                  if (st.type === "newline") {
                    onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
                    break;
                  }
                }
              if (props.start < valueProps.found.offset - 1024)
                onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
            }
          } else if (value) {
            if ("source" in value && value.source?.[0] === ":")
              onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
            else
              onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep2, null, valueProps, onError) : null;
          if (valueNode) {
            if (isBlock(value))
              onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
          } else if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          if (isMap) {
            const map = coll;
            if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
              onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
            map.items.push(pair);
          } else {
            const map = new YAMLMap.YAMLMap(ctx.schema);
            map.flow = true;
            map.items.push(pair);
            const endRange = (valueNode ?? keyNode).range;
            map.range = [keyNode.range[0], endRange[1], endRange[2]];
            coll.items.push(map);
          }
          offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
      }
      const expectedEnd = isMap ? "}" : "]";
      const [ce, ...ee] = fc.end;
      let cePos = offset;
      if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
      else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
        if (ce && ce.source.length !== 1)
          ee.unshift(ce);
      }
      if (ee.length > 0) {
        const end2 = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end2.comment) {
          if (coll.comment)
            coll.comment += "\n" + end2.comment;
          else
            coll.comment = end2.comment;
        }
        coll.range = [fc.offset, cePos, end2.offset];
      } else {
        coll.range = [fc.offset, cePos, cePos];
      }
      return coll;
    }
    exports.resolveFlowCollection = resolveFlowCollection;
  }
});

// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = __commonJS({
  "node_modules/yaml/dist/compose/compose-collection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveBlockMap = require_resolve_block_map();
    var resolveBlockSeq = require_resolve_block_seq();
    var resolveFlowCollection = require_resolve_flow_collection();
    function resolveCollection(CN, ctx, token, onError, tagName, tag) {
      const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
      const Coll = coll.constructor;
      if (tagName === "!" || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
      }
      if (tagName)
        coll.tag = tagName;
      return coll;
    }
    function composeCollection(CN, ctx, token, props, onError) {
      const tagToken = props.tag;
      const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
      if (token.type === "block-seq") {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
          const message = "Missing newline after block sequence props";
          onError(lastProp, "MISSING_CHAR", message);
        }
      }
      const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
      if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") {
        return resolveCollection(CN, ctx, token, onError, tagName);
      }
      let tag = ctx.schema.tags.find((t2) => t2.tag === tagName && t2.collection === expType);
      if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
          ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
          tag = kt;
        } else {
          if (kt) {
            onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
          } else {
            onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
          }
          return resolveCollection(CN, ctx, token, onError, tagName);
        }
      }
      const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
      const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
      const node = identity.isNode(res) ? res : new Scalar.Scalar(res);
      node.range = coll.range;
      node.tag = tagName;
      if (tag?.format)
        node.format = tag.format;
      return node;
    }
    exports.composeCollection = composeCollection;
  }
});

// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function resolveBlockScalar(ctx, scalar, onError) {
      const start2 = scalar.offset;
      const header2 = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
      if (!header2)
        return { value: "", type: null, comment: "", range: [start2, start2, start2] };
      const type = header2.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
      const lines2 = scalar.source ? splitLines(scalar.source) : [];
      let chompStart = lines2.length;
      for (let i = lines2.length - 1; i >= 0; --i) {
        const content = lines2[i][1];
        if (content === "" || content === "\r")
          chompStart = i;
        else
          break;
      }
      if (chompStart === 0) {
        const value2 = header2.chomp === "+" && lines2.length > 0 ? "\n".repeat(Math.max(1, lines2.length - 1)) : "";
        let end3 = start2 + header2.length;
        if (scalar.source)
          end3 += scalar.source.length;
        return { value: value2, type, comment: header2.comment, range: [start2, end3, end3] };
      }
      let trimIndent = scalar.indent + header2.indent;
      let offset = scalar.offset + header2.length;
      let contentStart = 0;
      for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines2[i];
        if (content === "" || content === "\r") {
          if (header2.indent === 0 && indent.length > trimIndent)
            trimIndent = indent.length;
        } else {
          if (indent.length < trimIndent) {
            const message = "Block scalars with more-indented leading empty lines must use an explicit indentation indicator";
            onError(offset + indent.length, "MISSING_CHAR", message);
          }
          if (header2.indent === 0)
            trimIndent = indent.length;
          contentStart = i;
          if (trimIndent === 0 && !ctx.atRoot) {
            const message = "Block scalar values in collections must be indented";
            onError(offset, "BAD_INDENT", message);
          }
          break;
        }
        offset += indent.length + content.length + 1;
      }
      for (let i = lines2.length - 1; i >= chompStart; --i) {
        if (lines2[i][0].length > trimIndent)
          chompStart = i + 1;
      }
      let value = "";
      let sep2 = "";
      let prevMoreIndented = false;
      for (let i = 0; i < contentStart; ++i)
        value += lines2[i][0].slice(trimIndent) + "\n";
      for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines2[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === "\r";
        if (crlf)
          content = content.slice(0, -1);
        if (content && indent.length < trimIndent) {
          const src = header2.indent ? "explicit indentation indicator" : "first line";
          const message = `Block scalar lines must not be less indented than their ${src}`;
          onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
          indent = "";
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
          value += sep2 + indent.slice(trimIndent) + content;
          sep2 = "\n";
        } else if (indent.length > trimIndent || content[0] === "	") {
          if (sep2 === " ")
            sep2 = "\n";
          else if (!prevMoreIndented && sep2 === "\n")
            sep2 = "\n\n";
          value += sep2 + indent.slice(trimIndent) + content;
          sep2 = "\n";
          prevMoreIndented = true;
        } else if (content === "") {
          if (sep2 === "\n")
            value += "\n";
          else
            sep2 = "\n";
        } else {
          value += sep2 + content;
          sep2 = " ";
          prevMoreIndented = false;
        }
      }
      switch (header2.chomp) {
        case "-":
          break;
        case "+":
          for (let i = chompStart; i < lines2.length; ++i)
            value += "\n" + lines2[i][0].slice(trimIndent);
          if (value[value.length - 1] !== "\n")
            value += "\n";
          break;
        default:
          value += "\n";
      }
      const end2 = start2 + header2.length + scalar.source.length;
      return { value, type, comment: header2.comment, range: [start2, end2, end2] };
    }
    function parseBlockScalarHeader({ offset, props }, strict, onError) {
      if (props[0].type !== "block-scalar-header") {
        onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
        return null;
      }
      const { source: source3 } = props[0];
      const mode = source3[0];
      let indent = 0;
      let chomp = "";
      let error2 = -1;
      for (let i = 1; i < source3.length; ++i) {
        const ch = source3[i];
        if (!chomp && (ch === "-" || ch === "+"))
          chomp = ch;
        else {
          const n = Number(ch);
          if (!indent && n)
            indent = n;
          else if (error2 === -1)
            error2 = offset + i;
        }
      }
      if (error2 !== -1)
        onError(error2, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source3}`);
      let hasSpace = false;
      let comment = "";
      let length = source3.length;
      for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
          case "space":
            hasSpace = true;
          // fallthrough
          case "newline":
            length += token.source.length;
            break;
          case "comment":
            if (strict && !hasSpace) {
              const message = "Comments must be separated from other tokens by white space characters";
              onError(token, "MISSING_CHAR", message);
            }
            length += token.source.length;
            comment = token.source.substring(1);
            break;
          case "error":
            onError(token, "UNEXPECTED_TOKEN", token.message);
            length += token.source.length;
            break;
          /* istanbul ignore next should not happen */
          default: {
            const message = `Unexpected token in block scalar header: ${token.type}`;
            onError(token, "UNEXPECTED_TOKEN", message);
            const ts = token.source;
            if (ts && typeof ts === "string")
              length += ts.length;
          }
        }
      }
      return { mode, indent, chomp, comment, length };
    }
    function splitLines(source3) {
      const split = source3.split(/\n( *)/);
      const first = split[0];
      const m = first.match(/^( *)/);
      const line0 = m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first];
      const lines2 = [line0];
      for (let i = 1; i < split.length; i += 2)
        lines2.push([split[i], split[i + 1]]);
      return lines2;
    }
    exports.resolveBlockScalar = resolveBlockScalar;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var resolveEnd = require_resolve_end();
    function resolveFlowScalar(scalar, strict, onError) {
      const { offset, type, source: source3, end: end2 } = scalar;
      let _type;
      let value;
      const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
      switch (type) {
        case "scalar":
          _type = Scalar.Scalar.PLAIN;
          value = plainValue(source3, _onError);
          break;
        case "single-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_SINGLE;
          value = singleQuotedValue(source3, _onError);
          break;
        case "double-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_DOUBLE;
          value = doubleQuotedValue(source3, _onError);
          break;
        /* istanbul ignore next should not happen */
        default:
          onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
          return {
            value: "",
            type: null,
            comment: "",
            range: [offset, offset + source3.length, offset + source3.length]
          };
      }
      const valueEnd = offset + source3.length;
      const re = resolveEnd.resolveEnd(end2, valueEnd, strict, onError);
      return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
      };
    }
    function plainValue(source3, onError) {
      let badChar = "";
      switch (source3[0]) {
        /* istanbul ignore next should not happen */
        case "	":
          badChar = "a tab character";
          break;
        case ",":
          badChar = "flow indicator character ,";
          break;
        case "%":
          badChar = "directive indicator character %";
          break;
        case "|":
        case ">": {
          badChar = `block scalar indicator ${source3[0]}`;
          break;
        }
        case "@":
        case "`": {
          badChar = `reserved character ${source3[0]}`;
          break;
        }
      }
      if (badChar)
        onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
      return unfoldLines(source3);
    }
    function singleQuotedValue(source3, onError) {
      if (source3[source3.length - 1] !== "'" || source3.length === 1)
        onError(source3.length, "MISSING_CHAR", "Missing closing 'quote");
      return unfoldLines(source3.slice(1, -1)).replace(/''/g, "'");
    }
    function unfoldLines(source3) {
      const line = /(.*?)\r?\n/sy;
      let match = line.exec(source3);
      if (!match)
        return source3;
      let trimEnd, trimBoth;
      try {
        trimEnd = new RegExp("(?<![ 	])[ 	]+$");
        trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
      } catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
      }
      let res = match[1].replace(trimEnd, "");
      let sep2 = " ";
      let pos = line.lastIndex;
      while (match = line.exec(source3)) {
        const lm = match[1].replace(trimBoth, "");
        if (lm === "") {
          if (sep2 === "\n")
            res += sep2;
          else
            sep2 = "\n";
        } else {
          res += sep2 + lm;
          sep2 = " ";
        }
        pos = line.lastIndex;
      }
      const last = /[ \t]*(.*)/sy;
      last.lastIndex = pos;
      match = last.exec(source3);
      return res + sep2 + (match?.[1] ?? "");
    }
    function doubleQuotedValue(source3, onError) {
      let res = "";
      for (let i = 1; i < source3.length - 1; ++i) {
        const ch = source3[i];
        if (ch === "\r" && source3[i + 1] === "\n")
          continue;
        if (ch === "\n") {
          const { fold, offset } = foldNewline(source3, i);
          res += fold;
          i = offset;
        } else if (ch === "\\") {
          let next = source3[++i];
          const cc = escapeCodes[next];
          if (cc)
            res += cc;
          else if (next === "\n") {
            next = source3[i + 1];
            while (next === " " || next === "	")
              next = source3[++i + 1];
          } else if (next === "\r" && source3[i + 1] === "\n") {
            next = source3[++i + 1];
            while (next === " " || next === "	")
              next = source3[++i + 1];
          } else if (next === "x" || next === "u" || next === "U") {
            const length = next === "x" ? 2 : next === "u" ? 4 : 8;
            res += parseCharCode(source3, i + 1, length, onError);
            i += length;
          } else {
            const raw = source3.substr(i - 1, 2);
            onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
            res += raw;
          }
        } else if (ch === " " || ch === "	") {
          const wsStart = i;
          let next = source3[i + 1];
          while (next === " " || next === "	")
            next = source3[++i + 1];
          if (next !== "\n" && !(next === "\r" && source3[i + 2] === "\n"))
            res += i > wsStart ? source3.slice(wsStart, i + 1) : ch;
        } else {
          res += ch;
        }
      }
      if (source3[source3.length - 1] !== '"' || source3.length === 1)
        onError(source3.length, "MISSING_CHAR", 'Missing closing "quote');
      return res;
    }
    function foldNewline(source3, offset) {
      let fold = "";
      let ch = source3[offset + 1];
      while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
        if (ch === "\r" && source3[offset + 2] !== "\n")
          break;
        if (ch === "\n")
          fold += "\n";
        offset += 1;
        ch = source3[offset + 1];
      }
      if (!fold)
        fold = " ";
      return { fold, offset };
    }
    var escapeCodes = {
      "0": "\0",
      // null character
      a: "\x07",
      // bell character
      b: "\b",
      // backspace
      e: "\x1B",
      // escape character
      f: "\f",
      // form feed
      n: "\n",
      // line feed
      r: "\r",
      // carriage return
      t: "	",
      // horizontal tab
      v: "\v",
      // vertical tab
      N: "\x85",
      // Unicode next line
      _: "\xA0",
      // Unicode non-breaking space
      L: "\u2028",
      // Unicode line separator
      P: "\u2029",
      // Unicode paragraph separator
      " ": " ",
      '"': '"',
      "/": "/",
      "\\": "\\",
      "	": "	"
    };
    function parseCharCode(source3, offset, length, onError) {
      const cc = source3.substr(offset, length);
      const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
      const code = ok ? parseInt(cc, 16) : NaN;
      try {
        return String.fromCodePoint(code);
      } catch {
        const raw = source3.substr(offset - 2, length + 2);
        onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
        return raw;
      }
    }
    exports.resolveFlowScalar = resolveFlowScalar;
  }
});

// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = __commonJS({
  "node_modules/yaml/dist/compose/compose-scalar.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    function composeScalar(ctx, token, tagToken, onError) {
      const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
      const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
      let tag;
      if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
      } else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
      else if (token.type === "scalar")
        tag = findScalarTagByTest(ctx, value, token, onError);
      else
        tag = ctx.schema[identity.SCALAR];
      let scalar;
      try {
        const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
      } catch (error2) {
        const msg = error2 instanceof Error ? error2.message : String(error2);
        onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
        scalar = new Scalar.Scalar(value);
      }
      scalar.range = range;
      scalar.source = value;
      if (type)
        scalar.type = type;
      if (tagName)
        scalar.tag = tagName;
      if (tag.format)
        scalar.format = tag.format;
      if (comment)
        scalar.comment = comment;
      return scalar;
    }
    function findScalarTagByName(schema2, value, tagName, tagToken, onError) {
      if (tagName === "!")
        return schema2[identity.SCALAR];
      const matchWithTest = [];
      for (const tag of schema2.tags) {
        if (!tag.collection && tag.tag === tagName) {
          if (tag.default && tag.test)
            matchWithTest.push(tag);
          else
            return tag;
        }
      }
      for (const tag of matchWithTest)
        if (tag.test?.test(value))
          return tag;
      const kt = schema2.knownTags[tagName];
      if (kt && !kt.collection) {
        schema2.tags.push(Object.assign({}, kt, { default: false, test: void 0 }));
        return kt;
      }
      onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
      return schema2[identity.SCALAR];
    }
    function findScalarTagByTest({ atKey, directives, schema: schema2 }, value, token, onError) {
      const tag = schema2.tags.find((tag2) => (tag2.default === true || atKey && tag2.default === "key") && tag2.test?.test(value)) || schema2[identity.SCALAR];
      if (schema2.compat) {
        const compat = schema2.compat.find((tag2) => tag2.default && tag2.test?.test(value)) ?? schema2[identity.SCALAR];
        if (tag.tag !== compat.tag) {
          const ts = directives.tagString(tag.tag);
          const cs = directives.tagString(compat.tag);
          const msg = `Value may be parsed as either ${ts} or ${cs}`;
          onError(token, "TAG_RESOLVE_FAILED", msg, true);
        }
      }
      return tag;
    }
    exports.composeScalar = composeScalar;
  }
});

// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = __commonJS({
  "node_modules/yaml/dist/compose/util-empty-scalar-position.js"(exports) {
    "use strict";
    function emptyScalarPosition(offset, before2, pos) {
      if (before2) {
        pos ?? (pos = before2.length);
        for (let i = pos - 1; i >= 0; --i) {
          let st = before2[i];
          switch (st.type) {
            case "space":
            case "comment":
            case "newline":
              offset -= st.source.length;
              continue;
          }
          st = before2[++i];
          while (st?.type === "space") {
            offset += st.source.length;
            st = before2[++i];
          }
          break;
        }
      }
      return offset;
    }
    exports.emptyScalarPosition = emptyScalarPosition;
  }
});

// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = __commonJS({
  "node_modules/yaml/dist/compose/compose-node.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var composeCollection = require_compose_collection();
    var composeScalar = require_compose_scalar();
    var resolveEnd = require_resolve_end();
    var utilEmptyScalarPosition = require_util_empty_scalar_position();
    var CN = { composeNode, composeEmptyNode };
    function composeNode(ctx, token, props, onError) {
      const atKey = ctx.atKey;
      const { spaceBefore, comment, anchor, tag } = props;
      let node;
      let isSrcToken = true;
      switch (token.type) {
        case "alias":
          node = composeAlias(ctx, token, onError);
          if (anchor || tag)
            onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
          break;
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "block-scalar":
          node = composeScalar.composeScalar(ctx, token, tag, onError);
          if (anchor)
            node.anchor = anchor.source.substring(1);
          break;
        case "block-map":
        case "block-seq":
        case "flow-collection":
          try {
            node = composeCollection.composeCollection(CN, ctx, token, props, onError);
            if (anchor)
              node.anchor = anchor.source.substring(1);
          } catch (error2) {
            const message = error2 instanceof Error ? error2.message : String(error2);
            onError(token, "RESOURCE_EXHAUSTION", message);
          }
          break;
        default: {
          const message = token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`;
          onError(token, "UNEXPECTED_TOKEN", message);
          isSrcToken = false;
        }
      }
      node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
      if (anchor && node.anchor === "")
        onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      if (atKey && ctx.options.stringKeys && (!identity.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) {
        const msg = "With stringKeys, all keys must be strings";
        onError(tag ?? token, "NON_STRING_KEY", msg);
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        if (token.type === "scalar" && token.source === "")
          node.comment = comment;
        else
          node.commentBefore = comment;
      }
      if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
      return node;
    }
    function composeEmptyNode(ctx, offset, before2, pos, { spaceBefore, comment, anchor, tag, end: end2 }, onError) {
      const token = {
        type: "scalar",
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before2, pos),
        indent: -1,
        source: ""
      };
      const node = composeScalar.composeScalar(ctx, token, tag, onError);
      if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === "")
          onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        node.comment = comment;
        node.range[2] = end2;
      }
      return node;
    }
    function composeAlias({ options: options12 }, { offset, source: source3, end: end2 }, onError) {
      const alias = new Alias.Alias(source3.substring(1));
      if (alias.source === "")
        onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
      if (alias.source.endsWith(":"))
        onError(offset + source3.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
      const valueEnd = offset + source3.length;
      const re = resolveEnd.resolveEnd(end2, valueEnd, options12.strict, onError);
      alias.range = [offset, valueEnd, re.offset];
      if (re.comment)
        alias.comment = re.comment;
      return alias;
    }
    exports.composeEmptyNode = composeEmptyNode;
    exports.composeNode = composeNode;
  }
});

// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = __commonJS({
  "node_modules/yaml/dist/compose/compose-doc.js"(exports) {
    "use strict";
    var Document = require_Document();
    var composeNode = require_compose_node();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    function composeDoc(options12, directives, { offset, start: start2, value, end: end2 }, onError) {
      const opts = Object.assign({ _directives: directives }, options12);
      const doc = new Document.Document(void 0, opts);
      const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
      };
      const props = resolveProps.resolveProps(start2, {
        indicator: "doc-start",
        next: value ?? end2?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
      });
      if (props.found) {
        doc.directives.docStart = true;
        if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline)
          onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
      }
      doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start2, null, props, onError);
      const contentEnd = doc.contents.range[2];
      const re = resolveEnd.resolveEnd(end2, contentEnd, false, onError);
      if (re.comment)
        doc.comment = re.comment;
      doc.range = [offset, contentEnd, re.offset];
      return doc;
    }
    exports.composeDoc = composeDoc;
  }
});

// node_modules/yaml/dist/compose/composer.js
var require_composer = __commonJS({
  "node_modules/yaml/dist/compose/composer.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var directives = require_directives();
    var Document = require_Document();
    var errors = require_errors();
    var identity = require_identity();
    var composeDoc = require_compose_doc();
    var resolveEnd = require_resolve_end();
    function getErrorPos(src) {
      if (typeof src === "number")
        return [src, src + 1];
      if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
      const { offset, source: source3 } = src;
      return [offset, offset + (typeof source3 === "string" ? source3.length : 1)];
    }
    function parsePrelude(prelude) {
      let comment = "";
      let atComment = false;
      let afterEmptyLine = false;
      for (let i = 0; i < prelude.length; ++i) {
        const source3 = prelude[i];
        switch (source3[0]) {
          case "#":
            comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source3.substring(1) || " ");
            atComment = true;
            afterEmptyLine = false;
            break;
          case "%":
            if (prelude[i + 1]?.[0] !== "#")
              i += 1;
            atComment = false;
            break;
          default:
            if (!atComment)
              afterEmptyLine = true;
            atComment = false;
        }
      }
      return { comment, afterEmptyLine };
    }
    var Composer = class {
      constructor(options12 = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source3, code, message, warning) => {
          const pos = getErrorPos(source3);
          if (warning)
            this.warnings.push(new errors.YAMLWarning(pos, code, message));
          else
            this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        this.directives = new directives.Directives({ version: options12.version || "1.2" });
        this.options = options12;
      }
      decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        if (comment) {
          const dc = doc.contents;
          if (afterDoc) {
            doc.comment = doc.comment ? `${doc.comment}
${comment}` : comment;
          } else if (afterEmptyLine || doc.directives.docStart || !dc) {
            doc.commentBefore = comment;
          } else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
            let it = dc.items[0];
            if (identity.isPair(it))
              it = it.key;
            const cb = it.commentBefore;
            it.commentBefore = cb ? `${comment}
${cb}` : comment;
          } else {
            const cb = dc.commentBefore;
            dc.commentBefore = cb ? `${comment}
${cb}` : comment;
          }
        }
        if (afterDoc) {
          for (let i = 0; i < this.errors.length; ++i)
            doc.errors.push(this.errors[i]);
          for (let i = 0; i < this.warnings.length; ++i)
            doc.warnings.push(this.warnings[i]);
        } else {
          doc.errors = this.errors;
          doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
      }
      /**
       * Current stream status information.
       *
       * Mostly useful at the end of input for an empty stream.
       */
      streamInfo() {
        return {
          comment: parsePrelude(this.prelude).comment,
          directives: this.directives,
          errors: this.errors,
          warnings: this.warnings
        };
      }
      /**
       * Compose tokens into documents.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
          yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
      }
      /** Advance the composer by one CST token. */
      *next(token) {
        if (node_process.env.LOG_STREAM)
          console.dir(token, { depth: null });
        switch (token.type) {
          case "directive":
            this.directives.add(token.source, (offset, message, warning) => {
              const pos = getErrorPos(token);
              pos[0] += offset;
              this.onError(pos, "BAD_DIRECTIVE", message, warning);
            });
            this.prelude.push(token.source);
            this.atDirectives = true;
            break;
          case "document": {
            const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
            if (this.atDirectives && !doc.directives.docStart)
              this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
            this.decorate(doc, false);
            if (this.doc)
              yield this.doc;
            this.doc = doc;
            this.atDirectives = false;
            break;
          }
          case "byte-order-mark":
          case "space":
            break;
          case "comment":
          case "newline":
            this.prelude.push(token.source);
            break;
          case "error": {
            const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
            const error2 = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
            if (this.atDirectives || !this.doc)
              this.errors.push(error2);
            else
              this.doc.errors.push(error2);
            break;
          }
          case "doc-end": {
            if (!this.doc) {
              const msg = "Unexpected doc-end without preceding document";
              this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg));
              break;
            }
            this.doc.directives.docEnd = true;
            const end2 = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
            this.decorate(this.doc, true);
            if (end2.comment) {
              const dc = this.doc.comment;
              this.doc.comment = dc ? `${dc}
${end2.comment}` : end2.comment;
            }
            this.doc.range[2] = end2.offset;
            break;
          }
          default:
            this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
        }
      }
      /**
       * Call at end of input to yield any remaining document.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
          this.decorate(this.doc, true);
          yield this.doc;
          this.doc = null;
        } else if (forceDoc) {
          const opts = Object.assign({ _directives: this.directives }, this.options);
          const doc = new Document.Document(void 0, opts);
          if (this.atDirectives)
            this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
          doc.range = [0, endOffset, endOffset];
          this.decorate(doc, false);
          yield doc;
        }
      }
    };
    exports.Composer = Composer;
  }
});

// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = __commonJS({
  "node_modules/yaml/dist/parse/cst-scalar.js"(exports) {
    "use strict";
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    var errors = require_errors();
    var stringifyString = require_stringifyString();
    function resolveAsScalar(token, strict = true, onError) {
      if (token) {
        const _onError = (pos, code, message) => {
          const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
          if (onError)
            onError(offset, code, message);
          else
            throw new errors.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
          case "block-scalar":
            return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
      }
      return null;
    }
    function createScalarToken(value, context) {
      const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
      const source3 = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      const end2 = context.end ?? [
        { type: "newline", offset: -1, indent, source: "\n" }
      ];
      switch (source3[0]) {
        case "|":
        case ">": {
          const he = source3.indexOf("\n");
          const head = source3.substring(0, he);
          const body = source3.substring(he + 1) + "\n";
          const props = [
            { type: "block-scalar-header", offset, indent, source: head }
          ];
          if (!addEndtoBlockProps(props, end2))
            props.push({ type: "newline", offset: -1, indent, source: "\n" });
          return { type: "block-scalar", offset, indent, props, source: body };
        }
        case '"':
          return { type: "double-quoted-scalar", offset, indent, source: source3, end: end2 };
        case "'":
          return { type: "single-quoted-scalar", offset, indent, source: source3, end: end2 };
        default:
          return { type: "scalar", offset, indent, source: source3, end: end2 };
      }
    }
    function setScalarValue(token, value, context = {}) {
      let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
      let indent = "indent" in token ? token.indent : null;
      if (afterKey && typeof indent === "number")
        indent += 2;
      if (!type)
        switch (token.type) {
          case "single-quoted-scalar":
            type = "QUOTE_SINGLE";
            break;
          case "double-quoted-scalar":
            type = "QUOTE_DOUBLE";
            break;
          case "block-scalar": {
            const header2 = token.props[0];
            if (header2.type !== "block-scalar-header")
              throw new Error("Invalid block scalar header");
            type = header2.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
            break;
          }
          default:
            type = "PLAIN";
        }
      const source3 = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      switch (source3[0]) {
        case "|":
        case ">":
          setBlockScalarValue(token, source3);
          break;
        case '"':
          setFlowScalarValue(token, source3, "double-quoted-scalar");
          break;
        case "'":
          setFlowScalarValue(token, source3, "single-quoted-scalar");
          break;
        default:
          setFlowScalarValue(token, source3, "scalar");
      }
    }
    function setBlockScalarValue(token, source3) {
      const he = source3.indexOf("\n");
      const head = source3.substring(0, he);
      const body = source3.substring(he + 1) + "\n";
      if (token.type === "block-scalar") {
        const header2 = token.props[0];
        if (header2.type !== "block-scalar-header")
          throw new Error("Invalid block scalar header");
        header2.source = head;
        token.source = body;
      } else {
        const { offset } = token;
        const indent = "indent" in token ? token.indent : -1;
        const props = [
          { type: "block-scalar-header", offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0))
          props.push({ type: "newline", offset: -1, indent, source: "\n" });
        for (const key2 of Object.keys(token))
          if (key2 !== "type" && key2 !== "offset")
            delete token[key2];
        Object.assign(token, { type: "block-scalar", indent, props, source: body });
      }
    }
    function addEndtoBlockProps(props, end2) {
      if (end2)
        for (const st of end2)
          switch (st.type) {
            case "space":
            case "comment":
              props.push(st);
              break;
            case "newline":
              props.push(st);
              return true;
          }
      return false;
    }
    function setFlowScalarValue(token, source3, type) {
      switch (token.type) {
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          token.type = type;
          token.source = source3;
          break;
        case "block-scalar": {
          const end2 = token.props.slice(1);
          let oa = source3.length;
          if (token.props[0].type === "block-scalar-header")
            oa -= token.props[0].source.length;
          for (const tok of end2)
            tok.offset += oa;
          delete token.props;
          Object.assign(token, { type, source: source3, end: end2 });
          break;
        }
        case "block-map":
        case "block-seq": {
          const offset = token.offset + source3.length;
          const nl = { type: "newline", offset, indent: token.indent, source: "\n" };
          delete token.items;
          Object.assign(token, { type, source: source3, end: [nl] });
          break;
        }
        default: {
          const indent = "indent" in token ? token.indent : -1;
          const end2 = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
          for (const key2 of Object.keys(token))
            if (key2 !== "type" && key2 !== "offset")
              delete token[key2];
          Object.assign(token, { type, indent, source: source3, end: end2 });
        }
      }
    }
    exports.createScalarToken = createScalarToken;
    exports.resolveAsScalar = resolveAsScalar;
    exports.setScalarValue = setScalarValue;
  }
});

// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = __commonJS({
  "node_modules/yaml/dist/parse/cst-stringify.js"(exports) {
    "use strict";
    var stringify3 = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
    function stringifyToken(token) {
      switch (token.type) {
        case "block-scalar": {
          let res = "";
          for (const tok of token.props)
            res += stringifyToken(tok);
          return res + token.source;
        }
        case "block-map":
        case "block-seq": {
          let res = "";
          for (const item of token.items)
            res += stringifyItem(item);
          return res;
        }
        case "flow-collection": {
          let res = token.start.source;
          for (const item of token.items)
            res += stringifyItem(item);
          for (const st of token.end)
            res += st.source;
          return res;
        }
        case "document": {
          let res = stringifyItem(token);
          if (token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
        default: {
          let res = token.source;
          if ("end" in token && token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
      }
    }
    function stringifyItem({ start: start2, key: key2, sep: sep2, value }) {
      let res = "";
      for (const st of start2)
        res += st.source;
      if (key2)
        res += stringifyToken(key2);
      if (sep2)
        for (const st of sep2)
          res += st.source;
      if (value)
        res += stringifyToken(value);
      return res;
    }
    exports.stringify = stringify3;
  }
});

// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = __commonJS({
  "node_modules/yaml/dist/parse/cst-visit.js"(exports) {
    "use strict";
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove item");
    function visit(cst, visitor) {
      if ("type" in cst && cst.type === "document")
        cst = { start: cst.start, value: cst.value };
      _visit(Object.freeze([]), cst, visitor);
    }
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    visit.itemAtPath = (cst, path2) => {
      let item = cst;
      for (const [field, index] of path2) {
        const tok = item?.[field];
        if (tok && "items" in tok) {
          item = tok.items[index];
        } else
          return void 0;
      }
      return item;
    };
    visit.parentCollection = (cst, path2) => {
      const parent = visit.itemAtPath(cst, path2.slice(0, -1));
      const field = path2[path2.length - 1][0];
      const coll = parent?.[field];
      if (coll && "items" in coll)
        return coll;
      throw new Error("Parent collection not found");
    };
    function _visit(path2, item, visitor) {
      let ctrl = visitor(item, path2);
      if (typeof ctrl === "symbol")
        return ctrl;
      for (const field of ["key", "value"]) {
        const token = item[field];
        if (token && "items" in token) {
          for (let i = 0; i < token.items.length; ++i) {
            const ci = _visit(Object.freeze(path2.concat([[field, i]])), token.items[i], visitor);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              token.items.splice(i, 1);
              i -= 1;
            }
          }
          if (typeof ctrl === "function" && field === "key")
            ctrl = ctrl(item, path2);
        }
      }
      return typeof ctrl === "function" ? ctrl(item, path2) : ctrl;
    }
    exports.visit = visit;
  }
});

// node_modules/yaml/dist/parse/cst.js
var require_cst = __commonJS({
  "node_modules/yaml/dist/parse/cst.js"(exports) {
    "use strict";
    var cstScalar = require_cst_scalar();
    var cstStringify = require_cst_stringify();
    var cstVisit = require_cst_visit();
    var BOM = "\uFEFF";
    var DOCUMENT = "";
    var FLOW_END = "";
    var SCALAR = "";
    var isCollection = (token) => !!token && "items" in token;
    var isScalar = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
    function prettyToken(token) {
      switch (token) {
        case BOM:
          return "<BOM>";
        case DOCUMENT:
          return "<DOC>";
        case FLOW_END:
          return "<FLOW_END>";
        case SCALAR:
          return "<SCALAR>";
        default:
          return JSON.stringify(token);
      }
    }
    function tokenType(source3) {
      switch (source3) {
        case BOM:
          return "byte-order-mark";
        case DOCUMENT:
          return "doc-mode";
        case FLOW_END:
          return "flow-error-end";
        case SCALAR:
          return "scalar";
        case "---":
          return "doc-start";
        case "...":
          return "doc-end";
        case "":
        case "\n":
        case "\r\n":
          return "newline";
        case "-":
          return "seq-item-ind";
        case "?":
          return "explicit-key-ind";
        case ":":
          return "map-value-ind";
        case "{":
          return "flow-map-start";
        case "}":
          return "flow-map-end";
        case "[":
          return "flow-seq-start";
        case "]":
          return "flow-seq-end";
        case ",":
          return "comma";
      }
      switch (source3[0]) {
        case " ":
        case "	":
          return "space";
        case "#":
          return "comment";
        case "%":
          return "directive-line";
        case "*":
          return "alias";
        case "&":
          return "anchor";
        case "!":
          return "tag";
        case "'":
          return "single-quoted-scalar";
        case '"':
          return "double-quoted-scalar";
        case "|":
        case ">":
          return "block-scalar-header";
      }
      return null;
    }
    exports.createScalarToken = cstScalar.createScalarToken;
    exports.resolveAsScalar = cstScalar.resolveAsScalar;
    exports.setScalarValue = cstScalar.setScalarValue;
    exports.stringify = cstStringify.stringify;
    exports.visit = cstVisit.visit;
    exports.BOM = BOM;
    exports.DOCUMENT = DOCUMENT;
    exports.FLOW_END = FLOW_END;
    exports.SCALAR = SCALAR;
    exports.isCollection = isCollection;
    exports.isScalar = isScalar;
    exports.prettyToken = prettyToken;
    exports.tokenType = tokenType;
  }
});

// node_modules/yaml/dist/parse/lexer.js
var require_lexer = __commonJS({
  "node_modules/yaml/dist/parse/lexer.js"(exports) {
    "use strict";
    var cst = require_cst();
    function isEmpty(ch) {
      switch (ch) {
        case void 0:
        case " ":
        case "\n":
        case "\r":
        case "	":
          return true;
        default:
          return false;
      }
    }
    var hexDigits = new Set("0123456789ABCDEFabcdef");
    var tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
    var flowIndicatorChars = new Set(",[]{}");
    var invalidAnchorChars = new Set(" ,[]{}\n\r	");
    var isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
    var Lexer = class {
      constructor() {
        this.atEnd = false;
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        this.buffer = "";
        this.flowKey = false;
        this.flowLevel = 0;
        this.indentNext = 0;
        this.indentValue = 0;
        this.lineEndPos = null;
        this.next = null;
        this.pos = 0;
      }
      /**
       * Generate YAML tokens from the `source` string. If `incomplete`,
       * a part of the last line may be left as a buffer for the next call.
       *
       * @returns A generator of lexical tokens
       */
      *lex(source3, incomplete = false) {
        if (source3) {
          if (typeof source3 !== "string")
            throw TypeError("source is not a string");
          this.buffer = this.buffer ? this.buffer + source3 : source3;
          this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? "stream";
        while (next && (incomplete || this.hasChars(1)))
          next = yield* this.parseNext(next);
      }
      atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === " " || ch === "	")
          ch = this.buffer[++i];
        if (!ch || ch === "#" || ch === "\n")
          return true;
        if (ch === "\r")
          return this.buffer[i + 1] === "\n";
        return false;
      }
      charAt(n) {
        return this.buffer[this.pos + n];
      }
      continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
          let indent = 0;
          while (ch === " ")
            ch = this.buffer[++indent + offset];
          if (ch === "\r") {
            const next = this.buffer[indent + offset + 1];
            if (next === "\n" || !next && !this.atEnd)
              return offset + indent + 1;
          }
          return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
        }
        if (ch === "-" || ch === ".") {
          const dt = this.buffer.substr(offset, 3);
          if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3]))
            return -1;
        }
        return offset;
      }
      getLine() {
        let end2 = this.lineEndPos;
        if (typeof end2 !== "number" || end2 !== -1 && end2 < this.pos) {
          end2 = this.buffer.indexOf("\n", this.pos);
          this.lineEndPos = end2;
        }
        if (end2 === -1)
          return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end2 - 1] === "\r")
          end2 -= 1;
        return this.buffer.substring(this.pos, end2);
      }
      hasChars(n) {
        return this.pos + n <= this.buffer.length;
      }
      setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
      }
      peek(n) {
        return this.buffer.substr(this.pos, n);
      }
      *parseNext(next) {
        switch (next) {
          case "stream":
            return yield* this.parseStream();
          case "line-start":
            return yield* this.parseLineStart();
          case "block-start":
            return yield* this.parseBlockStart();
          case "doc":
            return yield* this.parseDocument();
          case "flow":
            return yield* this.parseFlowCollection();
          case "quoted-scalar":
            return yield* this.parseQuotedScalar();
          case "block-scalar":
            return yield* this.parseBlockScalar();
          case "plain-scalar":
            return yield* this.parsePlainScalar();
        }
      }
      *parseStream() {
        let line = this.getLine();
        if (line === null)
          return this.setNext("stream");
        if (line[0] === cst.BOM) {
          yield* this.pushCount(1);
          line = line.substring(1);
        }
        if (line[0] === "%") {
          let dirEnd = line.length;
          let cs = line.indexOf("#");
          while (cs !== -1) {
            const ch = line[cs - 1];
            if (ch === " " || ch === "	") {
              dirEnd = cs - 1;
              break;
            } else {
              cs = line.indexOf("#", cs + 1);
            }
          }
          while (true) {
            const ch = line[dirEnd - 1];
            if (ch === " " || ch === "	")
              dirEnd -= 1;
            else
              break;
          }
          const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
          yield* this.pushCount(line.length - n);
          this.pushNewline();
          return "stream";
        }
        if (this.atLineEnd()) {
          const sp = yield* this.pushSpaces(true);
          yield* this.pushCount(line.length - sp);
          yield* this.pushNewline();
          return "stream";
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
      }
      *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
          return this.setNext("line-start");
        if (ch === "-" || ch === ".") {
          if (!this.atEnd && !this.hasChars(4))
            return this.setNext("line-start");
          const s = this.peek(3);
          if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
            yield* this.pushCount(3);
            this.indentValue = 0;
            this.indentNext = 0;
            return s === "---" ? "doc" : "stream";
          }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
          this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
      }
      *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
          return this.setNext("block-start");
        if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
          const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
          this.indentNext = this.indentValue + 1;
          this.indentValue += n;
          return "block-start";
        }
        return "doc";
      }
      *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
          return this.setNext("doc");
        let n = yield* this.pushIndicators();
        switch (line[n]) {
          case "#":
            yield* this.pushCount(line.length - n);
          // fallthrough
          case void 0:
            yield* this.pushNewline();
            return yield* this.parseLineStart();
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel = 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            return "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "doc";
          case '"':
          case "'":
            return yield* this.parseQuotedScalar();
          case "|":
          case ">":
            n += yield* this.parseBlockScalarHeader();
            n += yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - n);
            yield* this.pushNewline();
            return yield* this.parseBlockScalar();
          default:
            return yield* this.parsePlainScalar();
        }
      }
      *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
          nl = yield* this.pushNewline();
          if (nl > 0) {
            sp = yield* this.pushSpaces(false);
            this.indentValue = indent = sp;
          } else {
            sp = 0;
          }
          sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
          return this.setNext("flow");
        if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
          const atFlowEndMarker = indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}");
          if (!atFlowEndMarker) {
            this.flowLevel = 0;
            yield cst.FLOW_END;
            return yield* this.parseLineStart();
          }
        }
        let n = 0;
        while (line[n] === ",") {
          n += yield* this.pushCount(1);
          n += yield* this.pushSpaces(true);
          this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
          case void 0:
            return "flow";
          case "#":
            yield* this.pushCount(line.length - n);
            return "flow";
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel += 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            this.flowKey = true;
            this.flowLevel -= 1;
            return this.flowLevel ? "flow" : "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "flow";
          case '"':
          case "'":
            this.flowKey = true;
            return yield* this.parseQuotedScalar();
          case ":": {
            const next = this.charAt(1);
            if (this.flowKey || isEmpty(next) || next === ",") {
              this.flowKey = false;
              yield* this.pushCount(1);
              yield* this.pushSpaces(true);
              return "flow";
            }
          }
          // fallthrough
          default:
            this.flowKey = false;
            return yield* this.parsePlainScalar();
        }
      }
      *parseQuotedScalar() {
        const quote2 = this.charAt(0);
        let end2 = this.buffer.indexOf(quote2, this.pos + 1);
        if (quote2 === "'") {
          while (end2 !== -1 && this.buffer[end2 + 1] === "'")
            end2 = this.buffer.indexOf("'", end2 + 2);
        } else {
          while (end2 !== -1) {
            let n = 0;
            while (this.buffer[end2 - 1 - n] === "\\")
              n += 1;
            if (n % 2 === 0)
              break;
            end2 = this.buffer.indexOf('"', end2 + 1);
          }
        }
        const qb = this.buffer.substring(0, end2);
        let nl = qb.indexOf("\n", this.pos);
        if (nl !== -1) {
          while (nl !== -1) {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = qb.indexOf("\n", cs);
          }
          if (nl !== -1) {
            end2 = nl - (qb[nl - 1] === "\r" ? 2 : 1);
          }
        }
        if (end2 === -1) {
          if (!this.atEnd)
            return this.setNext("quoted-scalar");
          end2 = this.buffer.length;
        }
        yield* this.pushToIndex(end2 + 1, false);
        return this.flowLevel ? "flow" : "doc";
      }
      *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
          const ch = this.buffer[++i];
          if (ch === "+")
            this.blockScalarKeep = true;
          else if (ch > "0" && ch <= "9")
            this.blockScalarIndent = Number(ch) - 1;
          else if (ch !== "-")
            break;
        }
        return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
      }
      *parseBlockScalar() {
        let nl = this.pos - 1;
        let indent = 0;
        let ch;
        loop: for (let i2 = this.pos; ch = this.buffer[i2]; ++i2) {
          switch (ch) {
            case " ":
              indent += 1;
              break;
            case "\n":
              nl = i2;
              indent = 0;
              break;
            case "\r": {
              const next = this.buffer[i2 + 1];
              if (!next && !this.atEnd)
                return this.setNext("block-scalar");
              if (next === "\n")
                break;
            }
            // fallthrough
            default:
              break loop;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("block-scalar");
        if (indent >= this.indentNext) {
          if (this.blockScalarIndent === -1)
            this.indentNext = indent;
          else {
            this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
          }
          do {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = this.buffer.indexOf("\n", cs);
          } while (nl !== -1);
          if (nl === -1) {
            if (!this.atEnd)
              return this.setNext("block-scalar");
            nl = this.buffer.length;
          }
        }
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === " ")
          ch = this.buffer[++i];
        if (ch === "	") {
          while (ch === "	" || ch === " " || ch === "\r" || ch === "\n")
            ch = this.buffer[++i];
          nl = i - 1;
        } else if (!this.blockScalarKeep) {
          do {
            let i2 = nl - 1;
            let ch2 = this.buffer[i2];
            if (ch2 === "\r")
              ch2 = this.buffer[--i2];
            const lastChar = i2;
            while (ch2 === " ")
              ch2 = this.buffer[--i2];
            if (ch2 === "\n" && i2 >= this.pos && i2 + 1 + indent > lastChar)
              nl = i2;
            else
              break;
          } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
      }
      *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end2 = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while (ch = this.buffer[++i]) {
          if (ch === ":") {
            const next = this.buffer[i + 1];
            if (isEmpty(next) || inFlow && flowIndicatorChars.has(next))
              break;
            end2 = i;
          } else if (isEmpty(ch)) {
            let next = this.buffer[i + 1];
            if (ch === "\r") {
              if (next === "\n") {
                i += 1;
                ch = "\n";
                next = this.buffer[i + 1];
              } else
                end2 = i;
            }
            if (next === "#" || inFlow && flowIndicatorChars.has(next))
              break;
            if (ch === "\n") {
              const cs = this.continueScalar(i + 1);
              if (cs === -1)
                break;
              i = Math.max(i, cs - 2);
            }
          } else {
            if (inFlow && flowIndicatorChars.has(ch))
              break;
            end2 = i;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("plain-scalar");
        yield cst.SCALAR;
        yield* this.pushToIndex(end2 + 1, true);
        return inFlow ? "flow" : "doc";
      }
      *pushCount(n) {
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos += n;
          return n;
        }
        return 0;
      }
      *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
          yield s;
          this.pos += s.length;
          return s.length;
        } else if (allowEmpty)
          yield "";
        return 0;
      }
      *pushIndicators() {
        let n = 0;
        loop: while (true) {
          switch (this.charAt(0)) {
            case "!":
              n += yield* this.pushTag();
              n += yield* this.pushSpaces(true);
              continue loop;
            case "&":
              n += yield* this.pushUntil(isNotAnchorChar);
              n += yield* this.pushSpaces(true);
              continue loop;
            case "-":
            // this is an error
            case "?":
            // this is an error outside flow collections
            case ":": {
              const inFlow = this.flowLevel > 0;
              const ch1 = this.charAt(1);
              if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
                if (!inFlow)
                  this.indentNext = this.indentValue + 1;
                else if (this.flowKey)
                  this.flowKey = false;
                n += yield* this.pushCount(1);
                n += yield* this.pushSpaces(true);
                continue loop;
              }
            }
          }
          break loop;
        }
        return n;
      }
      *pushTag() {
        if (this.charAt(1) === "<") {
          let i = this.pos + 2;
          let ch = this.buffer[i];
          while (!isEmpty(ch) && ch !== ">")
            ch = this.buffer[++i];
          return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
        } else {
          let i = this.pos + 1;
          let ch = this.buffer[i];
          while (ch) {
            if (tagChars.has(ch))
              ch = this.buffer[++i];
            else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) {
              ch = this.buffer[i += 3];
            } else
              break;
          }
          return yield* this.pushToIndex(i, false);
        }
      }
      *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === "\n")
          return yield* this.pushCount(1);
        else if (ch === "\r" && this.charAt(1) === "\n")
          return yield* this.pushCount(2);
        else
          return 0;
      }
      *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
          ch = this.buffer[++i];
        } while (ch === " " || allowTabs && ch === "	");
        const n = i - this.pos;
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos = i;
        }
        return n;
      }
      *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
          ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
      }
    };
    exports.Lexer = Lexer;
  }
});

// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = __commonJS({
  "node_modules/yaml/dist/parse/line-counter.js"(exports) {
    "use strict";
    var LineCounter = class {
      constructor() {
        this.lineStarts = [];
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        this.linePos = (offset) => {
          let low = 0;
          let high = this.lineStarts.length;
          while (low < high) {
            const mid = low + high >> 1;
            if (this.lineStarts[mid] < offset)
              low = mid + 1;
            else
              high = mid;
          }
          if (this.lineStarts[low] === offset)
            return { line: low + 1, col: 1 };
          if (low === 0)
            return { line: 0, col: offset };
          const start2 = this.lineStarts[low - 1];
          return { line: low, col: offset - start2 + 1 };
        };
      }
    };
    exports.LineCounter = LineCounter;
  }
});

// node_modules/yaml/dist/parse/parser.js
var require_parser = __commonJS({
  "node_modules/yaml/dist/parse/parser.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var cst = require_cst();
    var lexer = require_lexer();
    function includesToken(list, type) {
      for (let i = 0; i < list.length; ++i)
        if (list[i].type === type)
          return true;
      return false;
    }
    function findNonEmptyIndex(list) {
      for (let i = 0; i < list.length; ++i) {
        switch (list[i].type) {
          case "space":
          case "comment":
          case "newline":
            break;
          default:
            return i;
        }
      }
      return -1;
    }
    function isFlowToken(token) {
      switch (token?.type) {
        case "alias":
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "flow-collection":
          return true;
        default:
          return false;
      }
    }
    function getPrevProps(parent) {
      switch (parent.type) {
        case "document":
          return parent.start;
        case "block-map": {
          const it = parent.items[parent.items.length - 1];
          return it.sep ?? it.start;
        }
        case "block-seq":
          return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
          return [];
      }
    }
    function getFirstKeyStartProps(prev) {
      if (prev.length === 0)
        return [];
      let i = prev.length;
      loop: while (--i >= 0) {
        switch (prev[i].type) {
          case "doc-start":
          case "explicit-key-ind":
          case "map-value-ind":
          case "seq-item-ind":
          case "newline":
            break loop;
        }
      }
      while (prev[++i]?.type === "space") {
      }
      return prev.splice(i, prev.length);
    }
    function arrayPushArray(target, source3) {
      if (source3.length < 1e5)
        Array.prototype.push.apply(target, source3);
      else
        for (let i = 0; i < source3.length; ++i)
          target.push(source3[i]);
    }
    function fixFlowSeqItems(fc) {
      if (fc.start.type === "flow-seq-start") {
        for (const it of fc.items) {
          if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
            if (it.key)
              it.value = it.key;
            delete it.key;
            if (isFlowToken(it.value)) {
              if (it.value.end)
                arrayPushArray(it.value.end, it.sep);
              else
                it.value.end = it.sep;
            } else
              arrayPushArray(it.start, it.sep);
            delete it.sep;
          }
        }
      }
    }
    var Parser2 = class {
      /**
       * @param onNewLine - If defined, called separately with the start position of
       *   each new line (in `parse()`, including the start of input).
       */
      constructor(onNewLine) {
        this.atNewLine = true;
        this.atScalar = false;
        this.indent = 0;
        this.offset = 0;
        this.onKeyLine = false;
        this.stack = [];
        this.source = "";
        this.type = "";
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
      }
      /**
       * Parse `source` as a YAML stream.
       * If `incomplete`, a part of the last line may be left as a buffer for the next call.
       *
       * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
       *
       * @returns A generator of tokens representing each directive, document, and other structure.
       */
      *parse(source3, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
          this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source3, incomplete))
          yield* this.next(lexeme);
        if (!incomplete)
          yield* this.end();
      }
      /**
       * Advance the parser by the `source` of one lexical token.
       */
      *next(source3) {
        this.source = source3;
        if (node_process.env.LOG_TOKENS)
          console.log("|", cst.prettyToken(source3));
        if (this.atScalar) {
          this.atScalar = false;
          yield* this.step();
          this.offset += source3.length;
          return;
        }
        const type = cst.tokenType(source3);
        if (!type) {
          const message = `Not a YAML token: ${source3}`;
          yield* this.pop({ type: "error", offset: this.offset, message, source: source3 });
          this.offset += source3.length;
        } else if (type === "scalar") {
          this.atNewLine = false;
          this.atScalar = true;
          this.type = "scalar";
        } else {
          this.type = type;
          yield* this.step();
          switch (type) {
            case "newline":
              this.atNewLine = true;
              this.indent = 0;
              if (this.onNewLine)
                this.onNewLine(this.offset + source3.length);
              break;
            case "space":
              if (this.atNewLine && source3[0] === " ")
                this.indent += source3.length;
              break;
            case "explicit-key-ind":
            case "map-value-ind":
            case "seq-item-ind":
              if (this.atNewLine)
                this.indent += source3.length;
              break;
            case "doc-mode":
            case "flow-error-end":
              return;
            default:
              this.atNewLine = false;
          }
          this.offset += source3.length;
        }
      }
      /** Call at end of input to push out any remaining constructions */
      *end() {
        while (this.stack.length > 0)
          yield* this.pop();
      }
      get sourceToken() {
        const st = {
          type: this.type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
        return st;
      }
      *step() {
        const top = this.peek(1);
        if (this.type === "doc-end" && top?.type !== "doc-end") {
          while (this.stack.length > 0)
            yield* this.pop();
          this.stack.push({
            type: "doc-end",
            offset: this.offset,
            source: this.source
          });
          return;
        }
        if (!top)
          return yield* this.stream();
        switch (top.type) {
          case "document":
            return yield* this.document(top);
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return yield* this.scalar(top);
          case "block-scalar":
            return yield* this.blockScalar(top);
          case "block-map":
            return yield* this.blockMap(top);
          case "block-seq":
            return yield* this.blockSequence(top);
          case "flow-collection":
            return yield* this.flowCollection(top);
          case "doc-end":
            return yield* this.documentEnd(top);
        }
        yield* this.pop();
      }
      peek(n) {
        return this.stack[this.stack.length - n];
      }
      *pop(error2) {
        const token = error2 ?? this.stack.pop();
        if (!token) {
          const message = "Tried to pop an empty stack";
          yield { type: "error", offset: this.offset, source: "", message };
        } else if (this.stack.length === 0) {
          yield token;
        } else {
          const top = this.peek(1);
          if (token.type === "block-scalar") {
            token.indent = "indent" in top ? top.indent : 0;
          } else if (token.type === "flow-collection" && top.type === "document") {
            token.indent = 0;
          }
          if (token.type === "flow-collection")
            fixFlowSeqItems(token);
          switch (top.type) {
            case "document":
              top.value = token;
              break;
            case "block-scalar":
              top.props.push(token);
              break;
            case "block-map": {
              const it = top.items[top.items.length - 1];
              if (it.value) {
                top.items.push({ start: [], key: token, sep: [] });
                this.onKeyLine = true;
                return;
              } else if (it.sep) {
                it.value = token;
              } else {
                Object.assign(it, { key: token, sep: [] });
                this.onKeyLine = !it.explicitKey;
                return;
              }
              break;
            }
            case "block-seq": {
              const it = top.items[top.items.length - 1];
              if (it.value)
                top.items.push({ start: [], value: token });
              else
                it.value = token;
              break;
            }
            case "flow-collection": {
              const it = top.items[top.items.length - 1];
              if (!it || it.value)
                top.items.push({ start: [], key: token, sep: [] });
              else if (it.sep)
                it.value = token;
              else
                Object.assign(it, { key: token, sep: [] });
              return;
            }
            /* istanbul ignore next should not happen */
            default:
              yield* this.pop();
              yield* this.pop(token);
          }
          if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
            const last = token.items[token.items.length - 1];
            if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
              if (top.type === "document")
                top.end = last.start;
              else
                top.items.push({ start: last.start });
              token.items.splice(-1, 1);
            }
          }
        }
      }
      *stream() {
        switch (this.type) {
          case "directive-line":
            yield { type: "directive", offset: this.offset, source: this.source };
            return;
          case "byte-order-mark":
          case "space":
          case "comment":
          case "newline":
            yield this.sourceToken;
            return;
          case "doc-mode":
          case "doc-start": {
            const doc = {
              type: "document",
              offset: this.offset,
              start: []
            };
            if (this.type === "doc-start")
              doc.start.push(this.sourceToken);
            this.stack.push(doc);
            return;
          }
        }
        yield {
          type: "error",
          offset: this.offset,
          message: `Unexpected ${this.type} token in YAML stream`,
          source: this.source
        };
      }
      *document(doc) {
        if (doc.value)
          return yield* this.lineEnd(doc);
        switch (this.type) {
          case "doc-start": {
            if (findNonEmptyIndex(doc.start) !== -1) {
              yield* this.pop();
              yield* this.step();
            } else
              doc.start.push(this.sourceToken);
            return;
          }
          case "anchor":
          case "tag":
          case "space":
          case "comment":
          case "newline":
            doc.start.push(this.sourceToken);
            return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
          this.stack.push(bv);
        else {
          yield {
            type: "error",
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML document`,
            source: this.source
          };
        }
      }
      *scalar(scalar) {
        if (this.type === "map-value-ind") {
          const prev = getPrevProps(this.peek(2));
          const start2 = getFirstKeyStartProps(prev);
          let sep2;
          if (scalar.end) {
            sep2 = scalar.end;
            sep2.push(this.sourceToken);
            delete scalar.end;
          } else
            sep2 = [this.sourceToken];
          const map = {
            type: "block-map",
            offset: scalar.offset,
            indent: scalar.indent,
            items: [{ start: start2, key: scalar, sep: sep2 }]
          };
          this.onKeyLine = true;
          this.stack[this.stack.length - 1] = map;
        } else
          yield* this.lineEnd(scalar);
      }
      *blockScalar(scalar) {
        switch (this.type) {
          case "space":
          case "comment":
          case "newline":
            scalar.props.push(this.sourceToken);
            return;
          case "scalar":
            scalar.source = this.source;
            this.atNewLine = true;
            this.indent = 0;
            if (this.onNewLine) {
              let nl = this.source.indexOf("\n") + 1;
              while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf("\n", nl) + 1;
              }
            }
            yield* this.pop();
            break;
          /* istanbul ignore next should not happen */
          default:
            yield* this.pop();
            yield* this.step();
        }
      }
      *blockMap(map) {
        const it = map.items[map.items.length - 1];
        switch (this.type) {
          case "newline":
            this.onKeyLine = false;
            if (it.value) {
              const end2 = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end2) ? end2[end2.length - 1] : void 0;
              if (last?.type === "comment")
                end2?.push(this.sourceToken);
              else
                map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              it.start.push(this.sourceToken);
            }
            return;
          case "space":
          case "comment":
            if (it.value) {
              map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              if (this.atIndentedComment(it.start, map.indent)) {
                const prev = map.items[map.items.length - 2];
                const end2 = prev?.value?.end;
                if (Array.isArray(end2)) {
                  arrayPushArray(end2, it.start);
                  end2.push(this.sourceToken);
                  map.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
        }
        if (this.indent >= map.indent) {
          const atMapIndent = !this.onKeyLine && this.indent === map.indent;
          const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
          let start2 = [];
          if (atNextItem && it.sep && !it.value) {
            const nl = [];
            for (let i = 0; i < it.sep.length; ++i) {
              const st = it.sep[i];
              switch (st.type) {
                case "newline":
                  nl.push(i);
                  break;
                case "space":
                  break;
                case "comment":
                  if (st.indent > map.indent)
                    nl.length = 0;
                  break;
                default:
                  nl.length = 0;
              }
            }
            if (nl.length >= 2)
              start2 = it.sep.splice(nl[1]);
          }
          switch (this.type) {
            case "anchor":
            case "tag":
              if (atNextItem || it.value) {
                start2.push(this.sourceToken);
                map.items.push({ start: start2 });
                this.onKeyLine = true;
              } else if (it.sep) {
                it.sep.push(this.sourceToken);
              } else {
                it.start.push(this.sourceToken);
              }
              return;
            case "explicit-key-ind":
              if (!it.sep && !it.explicitKey) {
                it.start.push(this.sourceToken);
                it.explicitKey = true;
              } else if (atNextItem || it.value) {
                start2.push(this.sourceToken);
                map.items.push({ start: start2, explicitKey: true });
              } else {
                this.stack.push({
                  type: "block-map",
                  offset: this.offset,
                  indent: this.indent,
                  items: [{ start: [this.sourceToken], explicitKey: true }]
                });
              }
              this.onKeyLine = true;
              return;
            case "map-value-ind":
              if (it.explicitKey) {
                if (!it.sep) {
                  if (includesToken(it.start, "newline")) {
                    Object.assign(it, { key: null, sep: [this.sourceToken] });
                  } else {
                    const start3 = getFirstKeyStartProps(it.start);
                    this.stack.push({
                      type: "block-map",
                      offset: this.offset,
                      indent: this.indent,
                      items: [{ start: start3, key: null, sep: [this.sourceToken] }]
                    });
                  }
                } else if (it.value) {
                  map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: start2, key: null, sep: [this.sourceToken] }]
                  });
                } else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
                  const start3 = getFirstKeyStartProps(it.start);
                  const key2 = it.key;
                  const sep2 = it.sep;
                  sep2.push(this.sourceToken);
                  delete it.key;
                  delete it.sep;
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: start3, key: key2, sep: sep2 }]
                  });
                } else if (start2.length > 0) {
                  it.sep = it.sep.concat(start2, this.sourceToken);
                } else {
                  it.sep.push(this.sourceToken);
                }
              } else {
                if (!it.sep) {
                  Object.assign(it, { key: null, sep: [this.sourceToken] });
                } else if (it.value || atNextItem) {
                  map.items.push({ start: start2, key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [], key: null, sep: [this.sourceToken] }]
                  });
                } else {
                  it.sep.push(this.sourceToken);
                }
              }
              this.onKeyLine = true;
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (atNextItem || it.value) {
                map.items.push({ start: start2, key: fs, sep: [] });
                this.onKeyLine = true;
              } else if (it.sep) {
                this.stack.push(fs);
              } else {
                Object.assign(it, { key: fs, sep: [] });
                this.onKeyLine = true;
              }
              return;
            }
            default: {
              const bv = this.startBlockValue(map);
              if (bv) {
                if (bv.type === "block-seq") {
                  if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
                    yield* this.pop({
                      type: "error",
                      offset: this.offset,
                      message: "Unexpected block-seq-ind on same line with key",
                      source: this.source
                    });
                    return;
                  }
                } else if (atMapIndent) {
                  map.items.push({ start: start2 });
                }
                this.stack.push(bv);
                return;
              }
            }
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
          case "newline":
            if (it.value) {
              const end2 = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end2) ? end2[end2.length - 1] : void 0;
              if (last?.type === "comment")
                end2?.push(this.sourceToken);
              else
                seq.items.push({ start: [this.sourceToken] });
            } else
              it.start.push(this.sourceToken);
            return;
          case "space":
          case "comment":
            if (it.value)
              seq.items.push({ start: [this.sourceToken] });
            else {
              if (this.atIndentedComment(it.start, seq.indent)) {
                const prev = seq.items[seq.items.length - 2];
                const end2 = prev?.value?.end;
                if (Array.isArray(end2)) {
                  arrayPushArray(end2, it.start);
                  end2.push(this.sourceToken);
                  seq.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
          case "anchor":
          case "tag":
            if (it.value || this.indent <= seq.indent)
              break;
            it.start.push(this.sourceToken);
            return;
          case "seq-item-ind":
            if (this.indent !== seq.indent)
              break;
            if (it.value || includesToken(it.start, "seq-item-ind"))
              seq.items.push({ start: [this.sourceToken] });
            else
              it.start.push(this.sourceToken);
            return;
        }
        if (this.indent > seq.indent) {
          const bv = this.startBlockValue(seq);
          if (bv) {
            this.stack.push(bv);
            return;
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === "flow-error-end") {
          let top;
          do {
            yield* this.pop();
            top = this.peek(1);
          } while (top?.type === "flow-collection");
        } else if (fc.end.length === 0) {
          switch (this.type) {
            case "comma":
            case "explicit-key-ind":
              if (!it || it.sep)
                fc.items.push({ start: [this.sourceToken] });
              else
                it.start.push(this.sourceToken);
              return;
            case "map-value-ind":
              if (!it || it.value)
                fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                Object.assign(it, { key: null, sep: [this.sourceToken] });
              return;
            case "space":
            case "comment":
            case "newline":
            case "anchor":
            case "tag":
              if (!it || it.value)
                fc.items.push({ start: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                it.start.push(this.sourceToken);
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (!it || it.value)
                fc.items.push({ start: [], key: fs, sep: [] });
              else if (it.sep)
                this.stack.push(fs);
              else
                Object.assign(it, { key: fs, sep: [] });
              return;
            }
            case "flow-map-end":
            case "flow-seq-end":
              fc.end.push(this.sourceToken);
              return;
          }
          const bv = this.startBlockValue(fc);
          if (bv)
            this.stack.push(bv);
          else {
            yield* this.pop();
            yield* this.step();
          }
        } else {
          const parent = this.peek(2);
          if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
            yield* this.pop();
            yield* this.step();
          } else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
            const prev = getPrevProps(parent);
            const start2 = getFirstKeyStartProps(prev);
            fixFlowSeqItems(fc);
            const sep2 = fc.end.splice(1, fc.end.length);
            sep2.push(this.sourceToken);
            const map = {
              type: "block-map",
              offset: fc.offset,
              indent: fc.indent,
              items: [{ start: start2, key: fc, sep: sep2 }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
          } else {
            yield* this.lineEnd(fc);
          }
        }
      }
      flowScalar(type) {
        if (this.onNewLine) {
          let nl = this.source.indexOf("\n") + 1;
          while (nl !== 0) {
            this.onNewLine(this.offset + nl);
            nl = this.source.indexOf("\n", nl) + 1;
          }
        }
        return {
          type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
      }
      startBlockValue(parent) {
        switch (this.type) {
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return this.flowScalar(this.type);
          case "block-scalar-header":
            return {
              type: "block-scalar",
              offset: this.offset,
              indent: this.indent,
              props: [this.sourceToken],
              source: ""
            };
          case "flow-map-start":
          case "flow-seq-start":
            return {
              type: "flow-collection",
              offset: this.offset,
              indent: this.indent,
              start: this.sourceToken,
              items: [],
              end: []
            };
          case "seq-item-ind":
            return {
              type: "block-seq",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: [this.sourceToken] }]
            };
          case "explicit-key-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start2 = getFirstKeyStartProps(prev);
            start2.push(this.sourceToken);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: start2, explicitKey: true }]
            };
          }
          case "map-value-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start2 = getFirstKeyStartProps(prev);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: start2, key: null, sep: [this.sourceToken] }]
            };
          }
        }
        return null;
      }
      atIndentedComment(start2, indent) {
        if (this.type !== "comment")
          return false;
        if (this.indent <= indent)
          return false;
        return start2.every((st) => st.type === "newline" || st.type === "space");
      }
      *documentEnd(docEnd) {
        if (this.type !== "doc-mode") {
          if (docEnd.end)
            docEnd.end.push(this.sourceToken);
          else
            docEnd.end = [this.sourceToken];
          if (this.type === "newline")
            yield* this.pop();
        }
      }
      *lineEnd(token) {
        switch (this.type) {
          case "comma":
          case "doc-start":
          case "doc-end":
          case "flow-seq-end":
          case "flow-map-end":
          case "map-value-ind":
            yield* this.pop();
            yield* this.step();
            break;
          case "newline":
            this.onKeyLine = false;
          // fallthrough
          case "space":
          case "comment":
          default:
            if (token.end)
              token.end.push(this.sourceToken);
            else
              token.end = [this.sourceToken];
            if (this.type === "newline")
              yield* this.pop();
        }
      }
    };
    exports.Parser = Parser2;
  }
});

// node_modules/yaml/dist/public-api.js
var require_public_api = __commonJS({
  "node_modules/yaml/dist/public-api.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var errors = require_errors();
    var log = require_log();
    var identity = require_identity();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    function parseOptions(options12) {
      const prettyErrors = options12.prettyErrors !== false;
      const lineCounter$1 = options12.lineCounter || prettyErrors && new lineCounter.LineCounter() || null;
      return { lineCounter: lineCounter$1, prettyErrors };
    }
    function parseAllDocuments(source3, options12 = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options12);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options12);
      const docs = Array.from(composer$1.compose(parser$1.parse(source3)));
      if (prettyErrors && lineCounter2)
        for (const doc of docs) {
          doc.errors.forEach(errors.prettifyError(source3, lineCounter2));
          doc.warnings.forEach(errors.prettifyError(source3, lineCounter2));
        }
      if (docs.length > 0)
        return docs;
      return Object.assign([], { empty: true }, composer$1.streamInfo());
    }
    function parseDocument(source3, options12 = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options12);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options12);
      let doc = null;
      for (const _doc of composer$1.compose(parser$1.parse(source3), true, source3.length)) {
        if (!doc)
          doc = _doc;
        else if (doc.options.logLevel !== "silent") {
          doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
          break;
        }
      }
      if (prettyErrors && lineCounter2) {
        doc.errors.forEach(errors.prettifyError(source3, lineCounter2));
        doc.warnings.forEach(errors.prettifyError(source3, lineCounter2));
      }
      return doc;
    }
    function parse8(src, reviver, options12) {
      let _reviver = void 0;
      if (typeof reviver === "function") {
        _reviver = reviver;
      } else if (options12 === void 0 && reviver && typeof reviver === "object") {
        options12 = reviver;
      }
      const doc = parseDocument(src, options12);
      if (!doc)
        return null;
      doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
      if (doc.errors.length > 0) {
        if (doc.options.logLevel !== "silent")
          throw doc.errors[0];
        else
          doc.errors = [];
      }
      return doc.toJS(Object.assign({ reviver: _reviver }, options12));
    }
    function stringify3(value, replacer, options12) {
      let _replacer = null;
      if (typeof replacer === "function" || Array.isArray(replacer)) {
        _replacer = replacer;
      } else if (options12 === void 0 && replacer) {
        options12 = replacer;
      }
      if (typeof options12 === "string")
        options12 = options12.length;
      if (typeof options12 === "number") {
        const indent = Math.round(options12);
        options12 = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
      }
      if (value === void 0) {
        const { keepUndefined } = options12 ?? replacer ?? {};
        if (!keepUndefined)
          return void 0;
      }
      if (identity.isDocument(value) && !_replacer)
        return value.toString(options12);
      return new Document.Document(value, _replacer, options12).toString(options12);
    }
    exports.parse = parse8;
    exports.parseAllDocuments = parseAllDocuments;
    exports.parseDocument = parseDocument;
    exports.stringify = stringify3;
  }
});

// node_modules/yaml/dist/index.js
var require_dist = __commonJS({
  "node_modules/yaml/dist/index.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var Schema2 = require_Schema();
    var errors = require_errors();
    var Alias = require_Alias();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var cst = require_cst();
    var lexer = require_lexer();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    var publicApi = require_public_api();
    var visit = require_visit();
    exports.Composer = composer.Composer;
    exports.Document = Document.Document;
    exports.Schema = Schema2.Schema;
    exports.YAMLError = errors.YAMLError;
    exports.YAMLParseError = errors.YAMLParseError;
    exports.YAMLWarning = errors.YAMLWarning;
    exports.Alias = Alias.Alias;
    exports.isAlias = identity.isAlias;
    exports.isCollection = identity.isCollection;
    exports.isDocument = identity.isDocument;
    exports.isMap = identity.isMap;
    exports.isNode = identity.isNode;
    exports.isPair = identity.isPair;
    exports.isScalar = identity.isScalar;
    exports.isSeq = identity.isSeq;
    exports.Pair = Pair.Pair;
    exports.Scalar = Scalar.Scalar;
    exports.YAMLMap = YAMLMap.YAMLMap;
    exports.YAMLSeq = YAMLSeq.YAMLSeq;
    exports.CST = cst;
    exports.Lexer = lexer.Lexer;
    exports.LineCounter = lineCounter.LineCounter;
    exports.Parser = parser.Parser;
    exports.parse = publicApi.parse;
    exports.parseAllDocuments = publicApi.parseAllDocuments;
    exports.parseDocument = publicApi.parseDocument;
    exports.stringify = publicApi.stringify;
    exports.visit = visit.visit;
    exports.visitAsync = visit.visitAsync;
  }
});

// node_modules/yaml/dist/util.js
var require_util = __commonJS({
  "node_modules/yaml/dist/util.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var log = require_log();
    var Pair = require_Pair();
    var toJS = require_toJS();
    var YAMLMap = require_YAMLMap();
    var map = require_map();
    var seq = require_seq();
    var string2 = require_string();
    var foldFlowLines = require_foldFlowLines();
    var stringifyNumber = require_stringifyNumber();
    var stringifyString = require_stringifyString();
    exports.createNode = createNode.createNode;
    exports.debug = log.debug;
    exports.warn = log.warn;
    exports.createPair = Pair.createPair;
    exports.toJS = toJS.toJS;
    exports.findPair = YAMLMap.findPair;
    exports.mapTag = map.map;
    exports.seqTag = seq.seq;
    exports.stringTag = string2.string;
    exports.foldFlowLines = foldFlowLines.foldFlowLines;
    exports.stringifyNumber = stringifyNumber.stringifyNumber;
    exports.stringifyString = stringifyString.stringifyString;
  }
});

// node_modules/yaml-types/dist/bigint.js
var require_bigint = __commonJS({
  "node_modules/yaml-types/dist/bigint.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.bigint = void 0;
    var util_1 = require_util();
    exports.bigint = {
      identify: (value) => {
        return typeof value === "bigint" || value instanceof BigInt;
      },
      tag: "!bigint",
      resolve(str) {
        if (str.endsWith("n"))
          str = str.substring(0, str.length - 1);
        return BigInt(str);
      },
      stringify(item, ctx, onComment, onChompKeep) {
        if (!exports.bigint.identify?.(item.value)) {
          throw new TypeError(`${item.value} is not a bigint`);
        }
        const value = item.value.toString() + "n";
        return (0, util_1.stringifyString)({ value }, ctx, onComment, onChompKeep);
      }
    };
  }
});

// node_modules/yaml-types/dist/class.js
var require_class = __commonJS({
  "node_modules/yaml-types/dist/class.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.classTag = void 0;
    var util_1 = require_util();
    var options12 = {
      defaultType: "BLOCK_LITERAL"
    };
    exports.classTag = {
      identify(value) {
        const cls = value;
        try {
          return typeof value === "function" && Boolean(class extends cls {
          });
        } catch {
          return false;
        }
      },
      tag: "!class",
      resolve(str) {
        const f = class {
        };
        f.toString = () => str;
        const m = str.trim().match(/^class(?:\s+([^{ \s]*?)[{\s])/);
        Object.defineProperty(f, "name", {
          value: m?.[1],
          enumerable: false,
          configurable: true,
          writable: true
        });
        return f;
      },
      options: options12,
      stringify(i, ctx, onComment, onChompKeep) {
        const { type: originalType, value: originalValue } = i;
        const cls = originalValue;
        const value = cls.toString();
        const type = originalType || options12.defaultType;
        return (0, util_1.stringifyString)({ ...i, type, value }, ctx, onComment, onChompKeep);
      }
    };
  }
});

// node_modules/yaml-types/dist/error.js
var require_error = __commonJS({
  "node_modules/yaml-types/dist/error.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.error = void 0;
    var yaml_1 = require_dist();
    var tag = "!error";
    var customInspectSymbol = /* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom");
    var YAMLErrorObject = class extends yaml_1.YAMLMap {
      constructor() {
        super(...arguments);
        this.tag = tag;
      }
      toJSON(_, ctx) {
        ctx = { ...ctx, mapAsMap: false };
        const { name, message, stack, ...rest } = super.toJSON(_, ctx);
        const Cls = name === "EvalError" ? EvalError : name === "RangeError" ? RangeError : name === "ReferenceError" ? ReferenceError : name === "SyntaxError" ? SyntaxError : name === "TypeError" ? TypeError : name === "URIError" ? URIError : Error;
        const er = new Cls(message);
        if (Cls.name !== name) {
          Object.defineProperty(er, "name", {
            value: name,
            enumerable: false,
            configurable: true
          });
        }
        er.stack = stack;
        return Object.assign(er, rest);
      }
      static from(schema2, value, ctx) {
        const error2 = value;
        const { name, message, stack, cause } = error2;
        const maybeCustom = error2;
        let fields = typeof maybeCustom[customInspectSymbol] === "function" && maybeCustom[customInspectSymbol]();
        fields || (fields = typeof maybeCustom.toJSON === "function" && maybeCustom.toJSON());
        fields || (fields = { ...error2 });
        const withCause = cause === void 0 ? {} : { cause };
        delete fields.domain;
        delete fields.domainEmitter;
        delete fields.domainThrew;
        return super.from(schema2, {
          name,
          message,
          stack,
          ...withCause,
          ...fields
        }, ctx);
      }
    };
    exports.error = {
      tag,
      collection: "map",
      nodeClass: YAMLErrorObject,
      identify: (er) => er instanceof Error
    };
  }
});

// node_modules/yaml-types/dist/function.js
var require_function = __commonJS({
  "node_modules/yaml-types/dist/function.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.functionTag = void 0;
    var util_1 = require_util();
    var options12 = {
      defaultType: "BLOCK_LITERAL"
    };
    exports.functionTag = {
      identify: (value) => typeof value === "function",
      tag: "!function",
      resolve(str) {
        const src = str.split("\n");
        const n = src.shift();
        const name = n ? JSON.parse(n) : void 0;
        const code = src.join("\n");
        const f = function() {
        };
        Object.defineProperty(f, "name", {
          value: name,
          enumerable: false,
          configurable: true
        });
        f.toString = () => code;
        return f;
      },
      options: options12,
      stringify(i, ctx, onComment, onChompKeep) {
        const { type: originalType, value: originalValue } = i;
        const fn = originalValue;
        const value = JSON.stringify(fn.name) + "\n" + fn.toString();
        const type = originalType || options12.defaultType;
        return (0, util_1.stringifyString)({ ...i, type, value }, ctx, onComment, onChompKeep);
      }
    };
  }
});

// node_modules/yaml-types/dist/null-object.js
var require_null_object = __commonJS({
  "node_modules/yaml-types/dist/null-object.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.nullobject = void 0;
    var yaml_1 = require_dist();
    var tag = "!nullobject";
    var YAMLNullObject = class extends yaml_1.YAMLMap {
      constructor() {
        super(...arguments);
        this.tag = tag;
      }
      toJSON(_, ctx) {
        const obj = super.toJSON(_, { ...ctx, mapAsMap: false });
        return Object.assign(/* @__PURE__ */ Object.create(null), obj);
      }
    };
    exports.nullobject = {
      tag,
      collection: "map",
      nodeClass: YAMLNullObject,
      identify: (v) => !!(typeof v === "object" && v && !Object.getPrototypeOf(v))
    };
  }
});

// node_modules/yaml-types/dist/regexp.js
var require_regexp = __commonJS({
  "node_modules/yaml-types/dist/regexp.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.regexp = void 0;
    exports.regexp = {
      identify: (value) => value instanceof RegExp,
      tag: "!re",
      resolve(str) {
        const match = str.match(/^\/([\s\S]+)\/([dgimsuy]*)$/);
        if (!match)
          throw new Error("Invalid RegExp value");
        return new RegExp(match[1], match[2]);
      }
    };
  }
});

// node_modules/yaml-types/dist/symbol.js
var require_symbol = __commonJS({
  "node_modules/yaml-types/dist/symbol.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.symbol = exports.sharedSymbol = void 0;
    var util_1 = require_util();
    exports.sharedSymbol = {
      identify: (value) => value?.constructor === Symbol && typeof Symbol.keyFor(value) === "string",
      tag: "!symbol/shared",
      resolve: (str) => Symbol.for(str),
      stringify(item, ctx, onComment, onChompKeep) {
        const key2 = Symbol.keyFor(item.value);
        if (key2 === void 0) {
          throw new TypeError("Only shared symbols are supported");
        }
        return (0, util_1.stringifyString)({ value: key2 }, ctx, onComment, onChompKeep);
      }
    };
    exports.symbol = {
      identify: (value) => value?.constructor === Symbol && Symbol.keyFor(value) === void 0,
      tag: "!symbol",
      resolve: (str) => Symbol(str),
      stringify(item, ctx, onComment, onChompKeep) {
        const sym = item.value;
        if (typeof sym !== "symbol")
          throw new TypeError(`${sym} is not a symbol`);
        const value = String(sym).replace(/^Symbol\(|\)$/g, "");
        return (0, util_1.stringifyString)({ value }, ctx, onComment, onChompKeep);
      }
    };
  }
});

// node_modules/yaml-types/dist/yaml11.js
var require_yaml11 = __commonJS({
  "node_modules/yaml-types/dist/yaml11.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.timestamp = exports.set = exports.pairs = exports.omap = exports.binary = void 0;
    var yaml_1 = require_dist();
    var tags = new yaml_1.Schema({ resolveKnownTags: true }).knownTags;
    exports.binary = tags["tag:yaml.org,2002:binary"], exports.omap = tags["tag:yaml.org,2002:omap"], exports.pairs = tags["tag:yaml.org,2002:pairs"], exports.set = tags["tag:yaml.org,2002:set"];
    exports.timestamp = {
      ...tags["tag:yaml.org,2002:timestamp"],
      default: false
    };
  }
});

// node_modules/yaml-types/dist/index.js
var require_dist2 = __commonJS({
  "node_modules/yaml-types/dist/index.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.timestamp = exports.set = exports.pairs = exports.omap = exports.binary = exports.symbol = exports.sharedSymbol = exports.regexp = exports.nullobject = exports.functionTag = exports.error = exports.classTag = exports.bigint = void 0;
    var bigint_js_1 = require_bigint();
    Object.defineProperty(exports, "bigint", { enumerable: true, get: function() {
      return bigint_js_1.bigint;
    } });
    var class_js_1 = require_class();
    Object.defineProperty(exports, "classTag", { enumerable: true, get: function() {
      return class_js_1.classTag;
    } });
    var error_js_1 = require_error();
    Object.defineProperty(exports, "error", { enumerable: true, get: function() {
      return error_js_1.error;
    } });
    var function_js_1 = require_function();
    Object.defineProperty(exports, "functionTag", { enumerable: true, get: function() {
      return function_js_1.functionTag;
    } });
    var null_object_js_1 = require_null_object();
    Object.defineProperty(exports, "nullobject", { enumerable: true, get: function() {
      return null_object_js_1.nullobject;
    } });
    var regexp_js_1 = require_regexp();
    Object.defineProperty(exports, "regexp", { enumerable: true, get: function() {
      return regexp_js_1.regexp;
    } });
    var symbol_js_1 = require_symbol();
    Object.defineProperty(exports, "sharedSymbol", { enumerable: true, get: function() {
      return symbol_js_1.sharedSymbol;
    } });
    Object.defineProperty(exports, "symbol", { enumerable: true, get: function() {
      return symbol_js_1.symbol;
    } });
    var yaml11_js_1 = require_yaml11();
    Object.defineProperty(exports, "binary", { enumerable: true, get: function() {
      return yaml11_js_1.binary;
    } });
    Object.defineProperty(exports, "omap", { enumerable: true, get: function() {
      return yaml11_js_1.omap;
    } });
    Object.defineProperty(exports, "pairs", { enumerable: true, get: function() {
      return yaml11_js_1.pairs;
    } });
    Object.defineProperty(exports, "set", { enumerable: true, get: function() {
      return yaml11_js_1.set;
    } });
    Object.defineProperty(exports, "timestamp", { enumerable: true, get: function() {
      return yaml11_js_1.timestamp;
    } });
  }
});

// node_modules/events-to-array/index.js
var require_events_to_array = __commonJS({
  "node_modules/events-to-array/index.js"(exports, module) {
    "use strict";
    var { EventEmitter: EventEmitter2 } = __require("events");
    module.exports = eventsToArray;
    function eventsToArray(ee, ignore = [], map = (x) => x) {
      const array2 = [];
      const orig = ee.emit;
      ee.emit = function(...args) {
        if (!ignore.includes(args[0])) {
          args = args.map((arg, i, arr) => {
            if (arg instanceof EventEmitter2) {
              return eventsToArray(arg, ignore, map);
            }
            return map(arg, i, arr);
          });
          array2.push(args);
        }
        return orig.apply(this, args);
      };
      return array2;
    }
  }
});

// node_modules/xmlchars/xml/1.0/ed5.js
var require_ed5 = __commonJS({
  "node_modules/xmlchars/xml/1.0/ed5.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.CHAR = "	\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}";
    exports.S = " 	\r\n";
    exports.NAME_START_CHAR = ":A-Z_a-z\xC0-\xD6\xD8-\xF6\xF8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}";
    exports.NAME_CHAR = "-" + exports.NAME_START_CHAR + ".0-9\xB7\u0300-\u036F\u203F-\u2040";
    exports.CHAR_RE = new RegExp("^[" + exports.CHAR + "]$", "u");
    exports.S_RE = new RegExp("^[" + exports.S + "]+$", "u");
    exports.NAME_START_CHAR_RE = new RegExp("^[" + exports.NAME_START_CHAR + "]$", "u");
    exports.NAME_CHAR_RE = new RegExp("^[" + exports.NAME_CHAR + "]$", "u");
    exports.NAME_RE = new RegExp("^[" + exports.NAME_START_CHAR + "][" + exports.NAME_CHAR + "]*$", "u");
    exports.NMTOKEN_RE = new RegExp("^[" + exports.NAME_CHAR + "]+$", "u");
    var TAB = 9;
    var NL = 10;
    var CR = 13;
    var SPACE = 32;
    exports.S_LIST = [SPACE, NL, CR, TAB];
    function isChar(c) {
      return c >= SPACE && c <= 55295 || c === NL || c === CR || c === TAB || c >= 57344 && c <= 65533 || c >= 65536 && c <= 1114111;
    }
    exports.isChar = isChar;
    function isS(c) {
      return c === SPACE || c === NL || c === CR || c === TAB;
    }
    exports.isS = isS;
    function isNameStartChar(c) {
      return c >= 65 && c <= 90 || c >= 97 && c <= 122 || c === 58 || c === 95 || c === 8204 || c === 8205 || c >= 192 && c <= 214 || c >= 216 && c <= 246 || c >= 248 && c <= 767 || c >= 880 && c <= 893 || c >= 895 && c <= 8191 || c >= 8304 && c <= 8591 || c >= 11264 && c <= 12271 || c >= 12289 && c <= 55295 || c >= 63744 && c <= 64975 || c >= 65008 && c <= 65533 || c >= 65536 && c <= 983039;
    }
    exports.isNameStartChar = isNameStartChar;
    function isNameChar(c) {
      return isNameStartChar(c) || c >= 48 && c <= 57 || c === 45 || c === 46 || c === 183 || c >= 768 && c <= 879 || c >= 8255 && c <= 8256;
    }
    exports.isNameChar = isNameChar;
  }
});

// node_modules/xmlchars/xml/1.1/ed2.js
var require_ed2 = __commonJS({
  "node_modules/xmlchars/xml/1.1/ed2.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.CHAR = "-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}";
    exports.RESTRICTED_CHAR = "-\b\v\f-\x7F-\x84\x86-\x9F";
    exports.S = " 	\r\n";
    exports.NAME_START_CHAR = ":A-Z_a-z\xC0-\xD6\xD8-\xF6\xF8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}";
    exports.NAME_CHAR = "-" + exports.NAME_START_CHAR + ".0-9\xB7\u0300-\u036F\u203F-\u2040";
    exports.CHAR_RE = new RegExp("^[" + exports.CHAR + "]$", "u");
    exports.RESTRICTED_CHAR_RE = new RegExp("^[" + exports.RESTRICTED_CHAR + "]$", "u");
    exports.S_RE = new RegExp("^[" + exports.S + "]+$", "u");
    exports.NAME_START_CHAR_RE = new RegExp("^[" + exports.NAME_START_CHAR + "]$", "u");
    exports.NAME_CHAR_RE = new RegExp("^[" + exports.NAME_CHAR + "]$", "u");
    exports.NAME_RE = new RegExp("^[" + exports.NAME_START_CHAR + "][" + exports.NAME_CHAR + "]*$", "u");
    exports.NMTOKEN_RE = new RegExp("^[" + exports.NAME_CHAR + "]+$", "u");
    var TAB = 9;
    var NL = 10;
    var CR = 13;
    var SPACE = 32;
    exports.S_LIST = [SPACE, NL, CR, TAB];
    function isChar(c) {
      return c >= 1 && c <= 55295 || c >= 57344 && c <= 65533 || c >= 65536 && c <= 1114111;
    }
    exports.isChar = isChar;
    function isRestrictedChar(c) {
      return c >= 1 && c <= 8 || c === 11 || c === 12 || c >= 14 && c <= 31 || c >= 127 && c <= 132 || c >= 134 && c <= 159;
    }
    exports.isRestrictedChar = isRestrictedChar;
    function isCharAndNotRestricted(c) {
      return c === 9 || c === 10 || c === 13 || c > 31 && c < 127 || c === 133 || c > 159 && c <= 55295 || c >= 57344 && c <= 65533 || c >= 65536 && c <= 1114111;
    }
    exports.isCharAndNotRestricted = isCharAndNotRestricted;
    function isS(c) {
      return c === SPACE || c === NL || c === CR || c === TAB;
    }
    exports.isS = isS;
    function isNameStartChar(c) {
      return c >= 65 && c <= 90 || c >= 97 && c <= 122 || c === 58 || c === 95 || c === 8204 || c === 8205 || c >= 192 && c <= 214 || c >= 216 && c <= 246 || c >= 248 && c <= 767 || c >= 880 && c <= 893 || c >= 895 && c <= 8191 || c >= 8304 && c <= 8591 || c >= 11264 && c <= 12271 || c >= 12289 && c <= 55295 || c >= 63744 && c <= 64975 || c >= 65008 && c <= 65533 || c >= 65536 && c <= 983039;
    }
    exports.isNameStartChar = isNameStartChar;
    function isNameChar(c) {
      return isNameStartChar(c) || c >= 48 && c <= 57 || c === 45 || c === 46 || c === 183 || c >= 768 && c <= 879 || c >= 8255 && c <= 8256;
    }
    exports.isNameChar = isNameChar;
  }
});

// node_modules/xmlchars/xmlns/1.0/ed3.js
var require_ed3 = __commonJS({
  "node_modules/xmlchars/xmlns/1.0/ed3.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.NC_NAME_START_CHAR = "A-Z_a-z\xC0-\xD6\xD8-\xF6\xF8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}";
    exports.NC_NAME_CHAR = "-" + exports.NC_NAME_START_CHAR + ".0-9\xB7\u0300-\u036F\u203F-\u2040";
    exports.NC_NAME_START_CHAR_RE = new RegExp("^[" + exports.NC_NAME_START_CHAR + "]$", "u");
    exports.NC_NAME_CHAR_RE = new RegExp("^[" + exports.NC_NAME_CHAR + "]$", "u");
    exports.NC_NAME_RE = new RegExp("^[" + exports.NC_NAME_START_CHAR + "][" + exports.NC_NAME_CHAR + "]*$", "u");
    function isNCNameStartChar(c) {
      return c >= 65 && c <= 90 || c === 95 || c >= 97 && c <= 122 || c >= 192 && c <= 214 || c >= 216 && c <= 246 || c >= 248 && c <= 767 || c >= 880 && c <= 893 || c >= 895 && c <= 8191 || c >= 8204 && c <= 8205 || c >= 8304 && c <= 8591 || c >= 11264 && c <= 12271 || c >= 12289 && c <= 55295 || c >= 63744 && c <= 64975 || c >= 65008 && c <= 65533 || c >= 65536 && c <= 983039;
    }
    exports.isNCNameStartChar = isNCNameStartChar;
    function isNCNameChar(c) {
      return isNCNameStartChar(c) || (c === 45 || c === 46 || c >= 48 && c <= 57 || c === 183 || c >= 768 && c <= 879 || c >= 8255 && c <= 8256);
    }
    exports.isNCNameChar = isNCNameChar;
  }
});

// node_modules/saxes/saxes.js
var require_saxes = __commonJS({
  "node_modules/saxes/saxes.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.SaxesParser = exports.EVENTS = void 0;
    var ed5 = require_ed5();
    var ed2 = require_ed2();
    var NSed3 = require_ed3();
    var isS = ed5.isS;
    var isChar10 = ed5.isChar;
    var isNameStartChar = ed5.isNameStartChar;
    var isNameChar = ed5.isNameChar;
    var S_LIST = ed5.S_LIST;
    var NAME_RE = ed5.NAME_RE;
    var isChar11 = ed2.isChar;
    var isNCNameStartChar = NSed3.isNCNameStartChar;
    var isNCNameChar = NSed3.isNCNameChar;
    var NC_NAME_RE = NSed3.NC_NAME_RE;
    var XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
    var XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/";
    var rootNS = {
      // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment
      __proto__: null,
      xml: XML_NAMESPACE,
      xmlns: XMLNS_NAMESPACE
    };
    var XML_ENTITIES = {
      // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment
      __proto__: null,
      amp: "&",
      gt: ">",
      lt: "<",
      quot: '"',
      apos: "'"
    };
    var EOC = -1;
    var NL_LIKE = -2;
    var S_BEGIN = 0;
    var S_BEGIN_WHITESPACE = 1;
    var S_DOCTYPE = 2;
    var S_DOCTYPE_QUOTE = 3;
    var S_DTD = 4;
    var S_DTD_QUOTED = 5;
    var S_DTD_OPEN_WAKA = 6;
    var S_DTD_OPEN_WAKA_BANG = 7;
    var S_DTD_COMMENT = 8;
    var S_DTD_COMMENT_ENDING = 9;
    var S_DTD_COMMENT_ENDED = 10;
    var S_DTD_PI = 11;
    var S_DTD_PI_ENDING = 12;
    var S_TEXT = 13;
    var S_ENTITY = 14;
    var S_OPEN_WAKA = 15;
    var S_OPEN_WAKA_BANG = 16;
    var S_COMMENT = 17;
    var S_COMMENT_ENDING = 18;
    var S_COMMENT_ENDED = 19;
    var S_CDATA = 20;
    var S_CDATA_ENDING = 21;
    var S_CDATA_ENDING_2 = 22;
    var S_PI_FIRST_CHAR = 23;
    var S_PI_REST = 24;
    var S_PI_BODY = 25;
    var S_PI_ENDING = 26;
    var S_XML_DECL_NAME_START = 27;
    var S_XML_DECL_NAME = 28;
    var S_XML_DECL_EQ = 29;
    var S_XML_DECL_VALUE_START = 30;
    var S_XML_DECL_VALUE = 31;
    var S_XML_DECL_SEPARATOR = 32;
    var S_XML_DECL_ENDING = 33;
    var S_OPEN_TAG = 34;
    var S_OPEN_TAG_SLASH = 35;
    var S_ATTRIB = 36;
    var S_ATTRIB_NAME = 37;
    var S_ATTRIB_NAME_SAW_WHITE = 38;
    var S_ATTRIB_VALUE = 39;
    var S_ATTRIB_VALUE_QUOTED = 40;
    var S_ATTRIB_VALUE_CLOSED = 41;
    var S_ATTRIB_VALUE_UNQUOTED = 42;
    var S_CLOSE_TAG = 43;
    var S_CLOSE_TAG_SAW_WHITE = 44;
    var TAB = 9;
    var NL = 10;
    var CR = 13;
    var SPACE = 32;
    var BANG = 33;
    var DQUOTE = 34;
    var AMP = 38;
    var SQUOTE = 39;
    var MINUS = 45;
    var FORWARD_SLASH = 47;
    var SEMICOLON = 59;
    var LESS = 60;
    var EQUAL = 61;
    var GREATER = 62;
    var QUESTION = 63;
    var OPEN_BRACKET = 91;
    var CLOSE_BRACKET = 93;
    var NEL = 133;
    var LS = 8232;
    var isQuote = (c) => c === DQUOTE || c === SQUOTE;
    var QUOTES = [DQUOTE, SQUOTE];
    var DOCTYPE_TERMINATOR = [...QUOTES, OPEN_BRACKET, GREATER];
    var DTD_TERMINATOR = [...QUOTES, LESS, CLOSE_BRACKET];
    var XML_DECL_NAME_TERMINATOR = [EQUAL, QUESTION, ...S_LIST];
    var ATTRIB_VALUE_UNQUOTED_TERMINATOR = [...S_LIST, GREATER, AMP, LESS];
    function nsPairCheck(parser, prefix, uri) {
      switch (prefix) {
        case "xml":
          if (uri !== XML_NAMESPACE) {
            parser.fail(`xml prefix must be bound to ${XML_NAMESPACE}.`);
          }
          break;
        case "xmlns":
          if (uri !== XMLNS_NAMESPACE) {
            parser.fail(`xmlns prefix must be bound to ${XMLNS_NAMESPACE}.`);
          }
          break;
        default:
      }
      switch (uri) {
        case XMLNS_NAMESPACE:
          parser.fail(prefix === "" ? `the default namespace may not be set to ${uri}.` : `may not assign a prefix (even "xmlns") to the URI ${XMLNS_NAMESPACE}.`);
          break;
        case XML_NAMESPACE:
          switch (prefix) {
            case "xml":
              break;
            case "":
              parser.fail(`the default namespace may not be set to ${uri}.`);
              break;
            default:
              parser.fail("may not assign the xml namespace to another prefix.");
          }
          break;
        default:
      }
    }
    function nsMappingCheck(parser, mapping) {
      for (const local of Object.keys(mapping)) {
        nsPairCheck(parser, local, mapping[local]);
      }
    }
    var isNCName = (name) => NC_NAME_RE.test(name);
    var isName = (name) => NAME_RE.test(name);
    var FORBIDDEN_START = 0;
    var FORBIDDEN_BRACKET = 1;
    var FORBIDDEN_BRACKET_BRACKET = 2;
    exports.EVENTS = [
      "xmldecl",
      "text",
      "processinginstruction",
      "doctype",
      "comment",
      "opentagstart",
      "attribute",
      "opentag",
      "closetag",
      "cdata",
      "error",
      "end",
      "ready"
    ];
    var EVENT_NAME_TO_HANDLER_NAME = {
      xmldecl: "xmldeclHandler",
      text: "textHandler",
      processinginstruction: "piHandler",
      doctype: "doctypeHandler",
      comment: "commentHandler",
      opentagstart: "openTagStartHandler",
      attribute: "attributeHandler",
      opentag: "openTagHandler",
      closetag: "closeTagHandler",
      cdata: "cdataHandler",
      error: "errorHandler",
      end: "endHandler",
      ready: "readyHandler"
    };
    var SaxesParser2 = class {
      /**
       * @param opt The parser options.
       */
      constructor(opt) {
        this.opt = opt !== null && opt !== void 0 ? opt : {};
        this.fragmentOpt = !!this.opt.fragment;
        const xmlnsOpt = this.xmlnsOpt = !!this.opt.xmlns;
        this.trackPosition = this.opt.position !== false;
        this.fileName = this.opt.fileName;
        if (xmlnsOpt) {
          this.nameStartCheck = isNCNameStartChar;
          this.nameCheck = isNCNameChar;
          this.isName = isNCName;
          this.processAttribs = this.processAttribsNS;
          this.pushAttrib = this.pushAttribNS;
          this.ns = Object.assign({ __proto__: null }, rootNS);
          const additional = this.opt.additionalNamespaces;
          if (additional != null) {
            nsMappingCheck(this, additional);
            Object.assign(this.ns, additional);
          }
        } else {
          this.nameStartCheck = isNameStartChar;
          this.nameCheck = isNameChar;
          this.isName = isName;
          this.processAttribs = this.processAttribsPlain;
          this.pushAttrib = this.pushAttribPlain;
        }
        this.stateTable = [
          /* eslint-disable @typescript-eslint/unbound-method */
          this.sBegin,
          this.sBeginWhitespace,
          this.sDoctype,
          this.sDoctypeQuote,
          this.sDTD,
          this.sDTDQuoted,
          this.sDTDOpenWaka,
          this.sDTDOpenWakaBang,
          this.sDTDComment,
          this.sDTDCommentEnding,
          this.sDTDCommentEnded,
          this.sDTDPI,
          this.sDTDPIEnding,
          this.sText,
          this.sEntity,
          this.sOpenWaka,
          this.sOpenWakaBang,
          this.sComment,
          this.sCommentEnding,
          this.sCommentEnded,
          this.sCData,
          this.sCDataEnding,
          this.sCDataEnding2,
          this.sPIFirstChar,
          this.sPIRest,
          this.sPIBody,
          this.sPIEnding,
          this.sXMLDeclNameStart,
          this.sXMLDeclName,
          this.sXMLDeclEq,
          this.sXMLDeclValueStart,
          this.sXMLDeclValue,
          this.sXMLDeclSeparator,
          this.sXMLDeclEnding,
          this.sOpenTag,
          this.sOpenTagSlash,
          this.sAttrib,
          this.sAttribName,
          this.sAttribNameSawWhite,
          this.sAttribValue,
          this.sAttribValueQuoted,
          this.sAttribValueClosed,
          this.sAttribValueUnquoted,
          this.sCloseTag,
          this.sCloseTagSawWhite
          /* eslint-enable @typescript-eslint/unbound-method */
        ];
        this._init();
      }
      /**
       * Indicates whether or not the parser is closed. If ``true``, wait for
       * the ``ready`` event to write again.
       */
      get closed() {
        return this._closed;
      }
      _init() {
        var _a;
        this.openWakaBang = "";
        this.text = "";
        this.name = "";
        this.piTarget = "";
        this.entity = "";
        this.q = null;
        this.tags = [];
        this.tag = null;
        this.topNS = null;
        this.chunk = "";
        this.chunkPosition = 0;
        this.i = 0;
        this.prevI = 0;
        this.carriedFromPrevious = void 0;
        this.forbiddenState = FORBIDDEN_START;
        this.attribList = [];
        const { fragmentOpt } = this;
        this.state = fragmentOpt ? S_TEXT : S_BEGIN;
        this.reportedTextBeforeRoot = this.reportedTextAfterRoot = this.closedRoot = this.sawRoot = fragmentOpt;
        this.xmlDeclPossible = !fragmentOpt;
        this.xmlDeclExpects = ["version"];
        this.entityReturnState = void 0;
        let { defaultXMLVersion } = this.opt;
        if (defaultXMLVersion === void 0) {
          if (this.opt.forceXMLVersion === true) {
            throw new Error("forceXMLVersion set but defaultXMLVersion is not set");
          }
          defaultXMLVersion = "1.0";
        }
        this.setXMLVersion(defaultXMLVersion);
        this.positionAtNewLine = 0;
        this.doctype = false;
        this._closed = false;
        this.xmlDecl = {
          version: void 0,
          encoding: void 0,
          standalone: void 0
        };
        this.line = 1;
        this.column = 0;
        this.ENTITIES = Object.create(XML_ENTITIES);
        (_a = this.readyHandler) === null || _a === void 0 ? void 0 : _a.call(this);
      }
      /**
       * The stream position the parser is currently looking at. This field is
       * zero-based.
       *
       * This field is not based on counting Unicode characters but is to be
       * interpreted as a plain index into a JavaScript string.
       */
      get position() {
        return this.chunkPosition + this.i;
      }
      /**
       * The column number of the next character to be read by the parser.  *
       * This field is zero-based. (The first column in a line is 0.)
       *
       * This field reports the index at which the next character would be in the
       * line if the line were represented as a JavaScript string.  Note that this
       * *can* be different to a count based on the number of *Unicode characters*
       * due to how JavaScript handles astral plane characters.
       *
       * See [[column]] for a number that corresponds to a count of Unicode
       * characters.
       */
      get columnIndex() {
        return this.position - this.positionAtNewLine;
      }
      /**
       * Set an event listener on an event. The parser supports one handler per
       * event type. If you try to set an event handler over an existing handler,
       * the old handler is silently overwritten.
       *
       * @param name The event to listen to.
       *
       * @param handler The handler to set.
       */
      on(name, handler) {
        this[EVENT_NAME_TO_HANDLER_NAME[name]] = handler;
      }
      /**
       * Unset an event handler.
       *
       * @parma name The event to stop listening to.
       */
      off(name) {
        this[EVENT_NAME_TO_HANDLER_NAME[name]] = void 0;
      }
      /**
       * Make an error object. The error object will have a message that contains
       * the ``fileName`` option passed at the creation of the parser. If position
       * tracking was turned on, it will also have line and column number
       * information.
       *
       * @param message The message describing the error to report.
       *
       * @returns An error object with a properly formatted message.
       */
      makeError(message) {
        var _a;
        let msg = (_a = this.fileName) !== null && _a !== void 0 ? _a : "";
        if (this.trackPosition) {
          if (msg.length > 0) {
            msg += ":";
          }
          msg += `${this.line}:${this.column}`;
        }
        if (msg.length > 0) {
          msg += ": ";
        }
        return new Error(msg + message);
      }
      /**
       * Report a parsing error. This method is made public so that client code may
       * check for issues that are outside the scope of this project and can report
       * errors.
       *
       * @param message The error to report.
       *
       * @returns this
       */
      fail(message) {
        const err = this.makeError(message);
        const handler = this.errorHandler;
        if (handler === void 0) {
          throw err;
        } else {
          handler(err);
        }
        return this;
      }
      /**
       * Write a XML data to the parser.
       *
       * @param chunk The XML data to write.
       *
       * @returns this
       */
      // We do need object for the type here. Yes, it often causes problems
      // but not in this case.
      write(chunk) {
        if (this.closed) {
          return this.fail("cannot write after close; assign an onready handler.");
        }
        let end2 = false;
        if (chunk === null) {
          end2 = true;
          chunk = "";
        } else if (typeof chunk === "object") {
          chunk = chunk.toString();
        }
        if (this.carriedFromPrevious !== void 0) {
          chunk = `${this.carriedFromPrevious}${chunk}`;
          this.carriedFromPrevious = void 0;
        }
        let limit2 = chunk.length;
        const lastCode = chunk.charCodeAt(limit2 - 1);
        if (!end2 && // A trailing CR or surrogate must be carried over to the next
        // chunk.
        (lastCode === CR || lastCode >= 55296 && lastCode <= 56319)) {
          this.carriedFromPrevious = chunk[limit2 - 1];
          limit2--;
          chunk = chunk.slice(0, limit2);
        }
        const { stateTable } = this;
        this.chunk = chunk;
        this.i = 0;
        while (this.i < limit2) {
          stateTable[this.state].call(this);
        }
        this.chunkPosition += limit2;
        return end2 ? this.end() : this;
      }
      /**
       * Close the current stream. Perform final well-formedness checks and reset
       * the parser tstate.
       *
       * @returns this
       */
      close() {
        return this.write(null);
      }
      /**
       * Get a single code point out of the current chunk. This updates the current
       * position if we do position tracking.
       *
       * This is the algorithm to use for XML 1.0.
       *
       * @returns The character read.
       */
      getCode10() {
        const { chunk, i } = this;
        this.prevI = i;
        this.i = i + 1;
        if (i >= chunk.length) {
          return EOC;
        }
        const code = chunk.charCodeAt(i);
        this.column++;
        if (code < 55296) {
          if (code >= SPACE || code === TAB) {
            return code;
          }
          switch (code) {
            case NL:
              this.line++;
              this.column = 0;
              this.positionAtNewLine = this.position;
              return NL;
            case CR:
              if (chunk.charCodeAt(i + 1) === NL) {
                this.i = i + 2;
              }
              this.line++;
              this.column = 0;
              this.positionAtNewLine = this.position;
              return NL_LIKE;
            default:
              this.fail("disallowed character.");
              return code;
          }
        }
        if (code > 56319) {
          if (!(code >= 57344 && code <= 65533)) {
            this.fail("disallowed character.");
          }
          return code;
        }
        const final = 65536 + (code - 55296) * 1024 + (chunk.charCodeAt(i + 1) - 56320);
        this.i = i + 2;
        if (final > 1114111) {
          this.fail("disallowed character.");
        }
        return final;
      }
      /**
       * Get a single code point out of the current chunk. This updates the current
       * position if we do position tracking.
       *
       * This is the algorithm to use for XML 1.1.
       *
       * @returns {number} The character read.
       */
      getCode11() {
        const { chunk, i } = this;
        this.prevI = i;
        this.i = i + 1;
        if (i >= chunk.length) {
          return EOC;
        }
        const code = chunk.charCodeAt(i);
        this.column++;
        if (code < 55296) {
          if (code > 31 && code < 127 || code > 159 && code !== LS || code === TAB) {
            return code;
          }
          switch (code) {
            case NL:
              this.line++;
              this.column = 0;
              this.positionAtNewLine = this.position;
              return NL;
            case CR: {
              const next = chunk.charCodeAt(i + 1);
              if (next === NL || next === NEL) {
                this.i = i + 2;
              }
            }
            /* yes, fall through */
            case NEL:
            // 0x85
            case LS:
              this.line++;
              this.column = 0;
              this.positionAtNewLine = this.position;
              return NL_LIKE;
            default:
              this.fail("disallowed character.");
              return code;
          }
        }
        if (code > 56319) {
          if (!(code >= 57344 && code <= 65533)) {
            this.fail("disallowed character.");
          }
          return code;
        }
        const final = 65536 + (code - 55296) * 1024 + (chunk.charCodeAt(i + 1) - 56320);
        this.i = i + 2;
        if (final > 1114111) {
          this.fail("disallowed character.");
        }
        return final;
      }
      /**
       * Like ``getCode`` but with the return value normalized so that ``NL`` is
       * returned for ``NL_LIKE``.
       */
      getCodeNorm() {
        const c = this.getCode();
        return c === NL_LIKE ? NL : c;
      }
      unget() {
        this.i = this.prevI;
        this.column--;
      }
      /**
       * Capture characters into a buffer until encountering one of a set of
       * characters.
       *
       * @param chars An array of codepoints. Encountering a character in the array
       * ends the capture. (``chars`` may safely contain ``NL``.)
       *
       * @return The character code that made the capture end, or ``EOC`` if we hit
       * the end of the chunk. The return value cannot be NL_LIKE: NL is returned
       * instead.
       */
      captureTo(chars) {
        let { i: start2 } = this;
        const { chunk } = this;
        while (true) {
          const c = this.getCode();
          const isNLLike = c === NL_LIKE;
          const final = isNLLike ? NL : c;
          if (final === EOC || chars.includes(final)) {
            this.text += chunk.slice(start2, this.prevI);
            return final;
          }
          if (isNLLike) {
            this.text += `${chunk.slice(start2, this.prevI)}
`;
            start2 = this.i;
          }
        }
      }
      /**
       * Capture characters into a buffer until encountering a character.
       *
       * @param char The codepoint that ends the capture. **NOTE ``char`` MAY NOT
       * CONTAIN ``NL``.** Passing ``NL`` will result in buggy behavior.
       *
       * @return ``true`` if we ran into the character. Otherwise, we ran into the
       * end of the current chunk.
       */
      captureToChar(char) {
        let { i: start2 } = this;
        const { chunk } = this;
        while (true) {
          let c = this.getCode();
          switch (c) {
            case NL_LIKE:
              this.text += `${chunk.slice(start2, this.prevI)}
`;
              start2 = this.i;
              c = NL;
              break;
            case EOC:
              this.text += chunk.slice(start2);
              return false;
            default:
          }
          if (c === char) {
            this.text += chunk.slice(start2, this.prevI);
            return true;
          }
        }
      }
      /**
       * Capture characters that satisfy ``isNameChar`` into the ``name`` field of
       * this parser.
       *
       * @return The character code that made the test fail, or ``EOC`` if we hit
       * the end of the chunk. The return value cannot be NL_LIKE: NL is returned
       * instead.
       */
      captureNameChars() {
        const { chunk, i: start2 } = this;
        while (true) {
          const c = this.getCode();
          if (c === EOC) {
            this.name += chunk.slice(start2);
            return EOC;
          }
          if (!isNameChar(c)) {
            this.name += chunk.slice(start2, this.prevI);
            return c === NL_LIKE ? NL : c;
          }
        }
      }
      /**
       * Skip white spaces.
       *
       * @return The character that ended the skip, or ``EOC`` if we hit
       * the end of the chunk. The return value cannot be NL_LIKE: NL is returned
       * instead.
       */
      skipSpaces() {
        while (true) {
          const c = this.getCodeNorm();
          if (c === EOC || !isS(c)) {
            return c;
          }
        }
      }
      setXMLVersion(version) {
        this.currentXMLVersion = version;
        if (version === "1.0") {
          this.isChar = isChar10;
          this.getCode = this.getCode10;
        } else {
          this.isChar = isChar11;
          this.getCode = this.getCode11;
        }
      }
      // STATE ENGINE METHODS
      // This needs to be a state separate from S_BEGIN_WHITESPACE because we want
      // to be sure never to come back to this state later.
      sBegin() {
        if (this.chunk.charCodeAt(0) === 65279) {
          this.i++;
          this.column++;
        }
        this.state = S_BEGIN_WHITESPACE;
      }
      sBeginWhitespace() {
        const iBefore = this.i;
        const c = this.skipSpaces();
        if (this.prevI !== iBefore) {
          this.xmlDeclPossible = false;
        }
        switch (c) {
          case LESS:
            this.state = S_OPEN_WAKA;
            if (this.text.length !== 0) {
              throw new Error("no-empty text at start");
            }
            break;
          case EOC:
            break;
          default:
            this.unget();
            this.state = S_TEXT;
            this.xmlDeclPossible = false;
        }
      }
      sDoctype() {
        var _a;
        const c = this.captureTo(DOCTYPE_TERMINATOR);
        switch (c) {
          case GREATER: {
            (_a = this.doctypeHandler) === null || _a === void 0 ? void 0 : _a.call(this, this.text);
            this.text = "";
            this.state = S_TEXT;
            this.doctype = true;
            break;
          }
          case EOC:
            break;
          default:
            this.text += String.fromCodePoint(c);
            if (c === OPEN_BRACKET) {
              this.state = S_DTD;
            } else if (isQuote(c)) {
              this.state = S_DOCTYPE_QUOTE;
              this.q = c;
            }
        }
      }
      sDoctypeQuote() {
        const q = this.q;
        if (this.captureToChar(q)) {
          this.text += String.fromCodePoint(q);
          this.q = null;
          this.state = S_DOCTYPE;
        }
      }
      sDTD() {
        const c = this.captureTo(DTD_TERMINATOR);
        if (c === EOC) {
          return;
        }
        this.text += String.fromCodePoint(c);
        if (c === CLOSE_BRACKET) {
          this.state = S_DOCTYPE;
        } else if (c === LESS) {
          this.state = S_DTD_OPEN_WAKA;
        } else if (isQuote(c)) {
          this.state = S_DTD_QUOTED;
          this.q = c;
        }
      }
      sDTDQuoted() {
        const q = this.q;
        if (this.captureToChar(q)) {
          this.text += String.fromCodePoint(q);
          this.state = S_DTD;
          this.q = null;
        }
      }
      sDTDOpenWaka() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        switch (c) {
          case BANG:
            this.state = S_DTD_OPEN_WAKA_BANG;
            this.openWakaBang = "";
            break;
          case QUESTION:
            this.state = S_DTD_PI;
            break;
          default:
            this.state = S_DTD;
        }
      }
      sDTDOpenWakaBang() {
        const char = String.fromCodePoint(this.getCodeNorm());
        const owb = this.openWakaBang += char;
        this.text += char;
        if (owb !== "-") {
          this.state = owb === "--" ? S_DTD_COMMENT : S_DTD;
          this.openWakaBang = "";
        }
      }
      sDTDComment() {
        if (this.captureToChar(MINUS)) {
          this.text += "-";
          this.state = S_DTD_COMMENT_ENDING;
        }
      }
      sDTDCommentEnding() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        this.state = c === MINUS ? S_DTD_COMMENT_ENDED : S_DTD_COMMENT;
      }
      sDTDCommentEnded() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        if (c === GREATER) {
          this.state = S_DTD;
        } else {
          this.fail("malformed comment.");
          this.state = S_DTD_COMMENT;
        }
      }
      sDTDPI() {
        if (this.captureToChar(QUESTION)) {
          this.text += "?";
          this.state = S_DTD_PI_ENDING;
        }
      }
      sDTDPIEnding() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        if (c === GREATER) {
          this.state = S_DTD;
        }
      }
      sText() {
        if (this.tags.length !== 0) {
          this.handleTextInRoot();
        } else {
          this.handleTextOutsideRoot();
        }
      }
      sEntity() {
        let { i: start2 } = this;
        const { chunk } = this;
        loop:
          while (true) {
            switch (this.getCode()) {
              case NL_LIKE:
                this.entity += `${chunk.slice(start2, this.prevI)}
`;
                start2 = this.i;
                break;
              case SEMICOLON: {
                const { entityReturnState } = this;
                const entity = this.entity + chunk.slice(start2, this.prevI);
                this.state = entityReturnState;
                let parsed;
                if (entity === "") {
                  this.fail("empty entity name.");
                  parsed = "&;";
                } else {
                  parsed = this.parseEntity(entity);
                  this.entity = "";
                }
                if (entityReturnState !== S_TEXT || this.textHandler !== void 0) {
                  this.text += parsed;
                }
                break loop;
              }
              case EOC:
                this.entity += chunk.slice(start2);
                break loop;
              default:
            }
          }
      }
      sOpenWaka() {
        const c = this.getCode();
        if (isNameStartChar(c)) {
          this.state = S_OPEN_TAG;
          this.unget();
          this.xmlDeclPossible = false;
        } else {
          switch (c) {
            case FORWARD_SLASH:
              this.state = S_CLOSE_TAG;
              this.xmlDeclPossible = false;
              break;
            case BANG:
              this.state = S_OPEN_WAKA_BANG;
              this.openWakaBang = "";
              this.xmlDeclPossible = false;
              break;
            case QUESTION:
              this.state = S_PI_FIRST_CHAR;
              break;
            default:
              this.fail("disallowed character in tag name");
              this.state = S_TEXT;
              this.xmlDeclPossible = false;
          }
        }
      }
      sOpenWakaBang() {
        this.openWakaBang += String.fromCodePoint(this.getCodeNorm());
        switch (this.openWakaBang) {
          case "[CDATA[":
            if (!this.sawRoot && !this.reportedTextBeforeRoot) {
              this.fail("text data outside of root node.");
              this.reportedTextBeforeRoot = true;
            }
            if (this.closedRoot && !this.reportedTextAfterRoot) {
              this.fail("text data outside of root node.");
              this.reportedTextAfterRoot = true;
            }
            this.state = S_CDATA;
            this.openWakaBang = "";
            break;
          case "--":
            this.state = S_COMMENT;
            this.openWakaBang = "";
            break;
          case "DOCTYPE":
            this.state = S_DOCTYPE;
            if (this.doctype || this.sawRoot) {
              this.fail("inappropriately located doctype declaration.");
            }
            this.openWakaBang = "";
            break;
          default:
            if (this.openWakaBang.length >= 7) {
              this.fail("incorrect syntax.");
            }
        }
      }
      sComment() {
        if (this.captureToChar(MINUS)) {
          this.state = S_COMMENT_ENDING;
        }
      }
      sCommentEnding() {
        var _a;
        const c = this.getCodeNorm();
        if (c === MINUS) {
          this.state = S_COMMENT_ENDED;
          (_a = this.commentHandler) === null || _a === void 0 ? void 0 : _a.call(this, this.text);
          this.text = "";
        } else {
          this.text += `-${String.fromCodePoint(c)}`;
          this.state = S_COMMENT;
        }
      }
      sCommentEnded() {
        const c = this.getCodeNorm();
        if (c !== GREATER) {
          this.fail("malformed comment.");
          this.text += `--${String.fromCodePoint(c)}`;
          this.state = S_COMMENT;
        } else {
          this.state = S_TEXT;
        }
      }
      sCData() {
        if (this.captureToChar(CLOSE_BRACKET)) {
          this.state = S_CDATA_ENDING;
        }
      }
      sCDataEnding() {
        const c = this.getCodeNorm();
        if (c === CLOSE_BRACKET) {
          this.state = S_CDATA_ENDING_2;
        } else {
          this.text += `]${String.fromCodePoint(c)}`;
          this.state = S_CDATA;
        }
      }
      sCDataEnding2() {
        var _a;
        const c = this.getCodeNorm();
        switch (c) {
          case GREATER: {
            (_a = this.cdataHandler) === null || _a === void 0 ? void 0 : _a.call(this, this.text);
            this.text = "";
            this.state = S_TEXT;
            break;
          }
          case CLOSE_BRACKET:
            this.text += "]";
            break;
          default:
            this.text += `]]${String.fromCodePoint(c)}`;
            this.state = S_CDATA;
        }
      }
      // We need this separate state to check the first character fo the pi target
      // with this.nameStartCheck which allows less characters than this.nameCheck.
      sPIFirstChar() {
        const c = this.getCodeNorm();
        if (this.nameStartCheck(c)) {
          this.piTarget += String.fromCodePoint(c);
          this.state = S_PI_REST;
        } else if (c === QUESTION || isS(c)) {
          this.fail("processing instruction without a target.");
          this.state = c === QUESTION ? S_PI_ENDING : S_PI_BODY;
        } else {
          this.fail("disallowed character in processing instruction name.");
          this.piTarget += String.fromCodePoint(c);
          this.state = S_PI_REST;
        }
      }
      sPIRest() {
        const { chunk, i: start2 } = this;
        while (true) {
          const c = this.getCodeNorm();
          if (c === EOC) {
            this.piTarget += chunk.slice(start2);
            return;
          }
          if (!this.nameCheck(c)) {
            this.piTarget += chunk.slice(start2, this.prevI);
            const isQuestion = c === QUESTION;
            if (isQuestion || isS(c)) {
              if (this.piTarget === "xml") {
                if (!this.xmlDeclPossible) {
                  this.fail("an XML declaration must be at the start of the document.");
                }
                this.state = isQuestion ? S_XML_DECL_ENDING : S_XML_DECL_NAME_START;
              } else {
                this.state = isQuestion ? S_PI_ENDING : S_PI_BODY;
              }
            } else {
              this.fail("disallowed character in processing instruction name.");
              this.piTarget += String.fromCodePoint(c);
            }
            break;
          }
        }
      }
      sPIBody() {
        if (this.text.length === 0) {
          const c = this.getCodeNorm();
          if (c === QUESTION) {
            this.state = S_PI_ENDING;
          } else if (!isS(c)) {
            this.text = String.fromCodePoint(c);
          }
        } else if (this.captureToChar(QUESTION)) {
          this.state = S_PI_ENDING;
        }
      }
      sPIEnding() {
        var _a;
        const c = this.getCodeNorm();
        if (c === GREATER) {
          const { piTarget } = this;
          if (piTarget.toLowerCase() === "xml") {
            this.fail("the XML declaration must appear at the start of the document.");
          }
          (_a = this.piHandler) === null || _a === void 0 ? void 0 : _a.call(this, {
            target: piTarget,
            body: this.text
          });
          this.piTarget = this.text = "";
          this.state = S_TEXT;
        } else if (c === QUESTION) {
          this.text += "?";
        } else {
          this.text += `?${String.fromCodePoint(c)}`;
          this.state = S_PI_BODY;
        }
        this.xmlDeclPossible = false;
      }
      sXMLDeclNameStart() {
        const c = this.skipSpaces();
        if (c === QUESTION) {
          this.state = S_XML_DECL_ENDING;
          return;
        }
        if (c !== EOC) {
          this.state = S_XML_DECL_NAME;
          this.name = String.fromCodePoint(c);
        }
      }
      sXMLDeclName() {
        const c = this.captureTo(XML_DECL_NAME_TERMINATOR);
        if (c === QUESTION) {
          this.state = S_XML_DECL_ENDING;
          this.name += this.text;
          this.text = "";
          this.fail("XML declaration is incomplete.");
          return;
        }
        if (!(isS(c) || c === EQUAL)) {
          return;
        }
        this.name += this.text;
        this.text = "";
        if (!this.xmlDeclExpects.includes(this.name)) {
          switch (this.name.length) {
            case 0:
              this.fail("did not expect any more name/value pairs.");
              break;
            case 1:
              this.fail(`expected the name ${this.xmlDeclExpects[0]}.`);
              break;
            default:
              this.fail(`expected one of ${this.xmlDeclExpects.join(", ")}`);
          }
        }
        this.state = c === EQUAL ? S_XML_DECL_VALUE_START : S_XML_DECL_EQ;
      }
      sXMLDeclEq() {
        const c = this.getCodeNorm();
        if (c === QUESTION) {
          this.state = S_XML_DECL_ENDING;
          this.fail("XML declaration is incomplete.");
          return;
        }
        if (isS(c)) {
          return;
        }
        if (c !== EQUAL) {
          this.fail("value required.");
        }
        this.state = S_XML_DECL_VALUE_START;
      }
      sXMLDeclValueStart() {
        const c = this.getCodeNorm();
        if (c === QUESTION) {
          this.state = S_XML_DECL_ENDING;
          this.fail("XML declaration is incomplete.");
          return;
        }
        if (isS(c)) {
          return;
        }
        if (!isQuote(c)) {
          this.fail("value must be quoted.");
          this.q = SPACE;
        } else {
          this.q = c;
        }
        this.state = S_XML_DECL_VALUE;
      }
      sXMLDeclValue() {
        const c = this.captureTo([this.q, QUESTION]);
        if (c === QUESTION) {
          this.state = S_XML_DECL_ENDING;
          this.text = "";
          this.fail("XML declaration is incomplete.");
          return;
        }
        if (c === EOC) {
          return;
        }
        const value = this.text;
        this.text = "";
        switch (this.name) {
          case "version": {
            this.xmlDeclExpects = ["encoding", "standalone"];
            const version = value;
            this.xmlDecl.version = version;
            if (!/^1\.[0-9]+$/.test(version)) {
              this.fail("version number must match /^1\\.[0-9]+$/.");
            } else if (!this.opt.forceXMLVersion) {
              this.setXMLVersion(version);
            }
            break;
          }
          case "encoding":
            if (!/^[A-Za-z][A-Za-z0-9._-]*$/.test(value)) {
              this.fail("encoding value must match /^[A-Za-z0-9][A-Za-z0-9._-]*$/.");
            }
            this.xmlDeclExpects = ["standalone"];
            this.xmlDecl.encoding = value;
            break;
          case "standalone":
            if (value !== "yes" && value !== "no") {
              this.fail('standalone value must match "yes" or "no".');
            }
            this.xmlDeclExpects = [];
            this.xmlDecl.standalone = value;
            break;
          default:
        }
        this.name = "";
        this.state = S_XML_DECL_SEPARATOR;
      }
      sXMLDeclSeparator() {
        const c = this.getCodeNorm();
        if (c === QUESTION) {
          this.state = S_XML_DECL_ENDING;
          return;
        }
        if (!isS(c)) {
          this.fail("whitespace required.");
          this.unget();
        }
        this.state = S_XML_DECL_NAME_START;
      }
      sXMLDeclEnding() {
        var _a;
        const c = this.getCodeNorm();
        if (c === GREATER) {
          if (this.piTarget !== "xml") {
            this.fail("processing instructions are not allowed before root.");
          } else if (this.name !== "version" && this.xmlDeclExpects.includes("version")) {
            this.fail("XML declaration must contain a version.");
          }
          (_a = this.xmldeclHandler) === null || _a === void 0 ? void 0 : _a.call(this, this.xmlDecl);
          this.name = "";
          this.piTarget = this.text = "";
          this.state = S_TEXT;
        } else {
          this.fail("The character ? is disallowed anywhere in XML declarations.");
        }
        this.xmlDeclPossible = false;
      }
      sOpenTag() {
        var _a;
        const c = this.captureNameChars();
        if (c === EOC) {
          return;
        }
        const tag = this.tag = {
          name: this.name,
          attributes: /* @__PURE__ */ Object.create(null)
        };
        this.name = "";
        if (this.xmlnsOpt) {
          this.topNS = tag.ns = /* @__PURE__ */ Object.create(null);
        }
        (_a = this.openTagStartHandler) === null || _a === void 0 ? void 0 : _a.call(this, tag);
        this.sawRoot = true;
        if (!this.fragmentOpt && this.closedRoot) {
          this.fail("documents may contain only one root.");
        }
        switch (c) {
          case GREATER:
            this.openTag();
            break;
          case FORWARD_SLASH:
            this.state = S_OPEN_TAG_SLASH;
            break;
          default:
            if (!isS(c)) {
              this.fail("disallowed character in tag name.");
            }
            this.state = S_ATTRIB;
        }
      }
      sOpenTagSlash() {
        if (this.getCode() === GREATER) {
          this.openSelfClosingTag();
        } else {
          this.fail("forward-slash in opening tag not followed by >.");
          this.state = S_ATTRIB;
        }
      }
      sAttrib() {
        const c = this.skipSpaces();
        if (c === EOC) {
          return;
        }
        if (isNameStartChar(c)) {
          this.unget();
          this.state = S_ATTRIB_NAME;
        } else if (c === GREATER) {
          this.openTag();
        } else if (c === FORWARD_SLASH) {
          this.state = S_OPEN_TAG_SLASH;
        } else {
          this.fail("disallowed character in attribute name.");
        }
      }
      sAttribName() {
        const c = this.captureNameChars();
        if (c === EQUAL) {
          this.state = S_ATTRIB_VALUE;
        } else if (isS(c)) {
          this.state = S_ATTRIB_NAME_SAW_WHITE;
        } else if (c === GREATER) {
          this.fail("attribute without value.");
          this.pushAttrib(this.name, this.name);
          this.name = this.text = "";
          this.openTag();
        } else if (c !== EOC) {
          this.fail("disallowed character in attribute name.");
        }
      }
      sAttribNameSawWhite() {
        const c = this.skipSpaces();
        switch (c) {
          case EOC:
            return;
          case EQUAL:
            this.state = S_ATTRIB_VALUE;
            break;
          default:
            this.fail("attribute without value.");
            this.text = "";
            this.name = "";
            if (c === GREATER) {
              this.openTag();
            } else if (isNameStartChar(c)) {
              this.unget();
              this.state = S_ATTRIB_NAME;
            } else {
              this.fail("disallowed character in attribute name.");
              this.state = S_ATTRIB;
            }
        }
      }
      sAttribValue() {
        const c = this.getCodeNorm();
        if (isQuote(c)) {
          this.q = c;
          this.state = S_ATTRIB_VALUE_QUOTED;
        } else if (!isS(c)) {
          this.fail("unquoted attribute value.");
          this.state = S_ATTRIB_VALUE_UNQUOTED;
          this.unget();
        }
      }
      sAttribValueQuoted() {
        const { q, chunk } = this;
        let { i: start2 } = this;
        while (true) {
          switch (this.getCode()) {
            case q:
              this.pushAttrib(this.name, this.text + chunk.slice(start2, this.prevI));
              this.name = this.text = "";
              this.q = null;
              this.state = S_ATTRIB_VALUE_CLOSED;
              return;
            case AMP:
              this.text += chunk.slice(start2, this.prevI);
              this.state = S_ENTITY;
              this.entityReturnState = S_ATTRIB_VALUE_QUOTED;
              return;
            case NL:
            case NL_LIKE:
            case TAB:
              this.text += `${chunk.slice(start2, this.prevI)} `;
              start2 = this.i;
              break;
            case LESS:
              this.text += chunk.slice(start2, this.prevI);
              this.fail("disallowed character.");
              return;
            case EOC:
              this.text += chunk.slice(start2);
              return;
            default:
          }
        }
      }
      sAttribValueClosed() {
        const c = this.getCodeNorm();
        if (isS(c)) {
          this.state = S_ATTRIB;
        } else if (c === GREATER) {
          this.openTag();
        } else if (c === FORWARD_SLASH) {
          this.state = S_OPEN_TAG_SLASH;
        } else if (isNameStartChar(c)) {
          this.fail("no whitespace between attributes.");
          this.unget();
          this.state = S_ATTRIB_NAME;
        } else {
          this.fail("disallowed character in attribute name.");
        }
      }
      sAttribValueUnquoted() {
        const c = this.captureTo(ATTRIB_VALUE_UNQUOTED_TERMINATOR);
        switch (c) {
          case AMP:
            this.state = S_ENTITY;
            this.entityReturnState = S_ATTRIB_VALUE_UNQUOTED;
            break;
          case LESS:
            this.fail("disallowed character.");
            break;
          case EOC:
            break;
          default:
            if (this.text.includes("]]>")) {
              this.fail('the string "]]>" is disallowed in char data.');
            }
            this.pushAttrib(this.name, this.text);
            this.name = this.text = "";
            if (c === GREATER) {
              this.openTag();
            } else {
              this.state = S_ATTRIB;
            }
        }
      }
      sCloseTag() {
        const c = this.captureNameChars();
        if (c === GREATER) {
          this.closeTag();
        } else if (isS(c)) {
          this.state = S_CLOSE_TAG_SAW_WHITE;
        } else if (c !== EOC) {
          this.fail("disallowed character in closing tag.");
        }
      }
      sCloseTagSawWhite() {
        switch (this.skipSpaces()) {
          case GREATER:
            this.closeTag();
            break;
          case EOC:
            break;
          default:
            this.fail("disallowed character in closing tag.");
        }
      }
      // END OF STATE ENGINE METHODS
      handleTextInRoot() {
        let { i: start2, forbiddenState } = this;
        const { chunk, textHandler: handler } = this;
        scanLoop:
          while (true) {
            switch (this.getCode()) {
              case LESS: {
                this.state = S_OPEN_WAKA;
                if (handler !== void 0) {
                  const { text: text2 } = this;
                  const slice = chunk.slice(start2, this.prevI);
                  if (text2.length !== 0) {
                    handler(text2 + slice);
                    this.text = "";
                  } else if (slice.length !== 0) {
                    handler(slice);
                  }
                }
                forbiddenState = FORBIDDEN_START;
                break scanLoop;
              }
              case AMP:
                this.state = S_ENTITY;
                this.entityReturnState = S_TEXT;
                if (handler !== void 0) {
                  this.text += chunk.slice(start2, this.prevI);
                }
                forbiddenState = FORBIDDEN_START;
                break scanLoop;
              case CLOSE_BRACKET:
                switch (forbiddenState) {
                  case FORBIDDEN_START:
                    forbiddenState = FORBIDDEN_BRACKET;
                    break;
                  case FORBIDDEN_BRACKET:
                    forbiddenState = FORBIDDEN_BRACKET_BRACKET;
                    break;
                  case FORBIDDEN_BRACKET_BRACKET:
                    break;
                  default:
                    throw new Error("impossible state");
                }
                break;
              case GREATER:
                if (forbiddenState === FORBIDDEN_BRACKET_BRACKET) {
                  this.fail('the string "]]>" is disallowed in char data.');
                }
                forbiddenState = FORBIDDEN_START;
                break;
              case NL_LIKE:
                if (handler !== void 0) {
                  this.text += `${chunk.slice(start2, this.prevI)}
`;
                }
                start2 = this.i;
                forbiddenState = FORBIDDEN_START;
                break;
              case EOC:
                if (handler !== void 0) {
                  this.text += chunk.slice(start2);
                }
                break scanLoop;
              default:
                forbiddenState = FORBIDDEN_START;
            }
          }
        this.forbiddenState = forbiddenState;
      }
      handleTextOutsideRoot() {
        let { i: start2 } = this;
        const { chunk, textHandler: handler } = this;
        let nonSpace = false;
        outRootLoop:
          while (true) {
            const code = this.getCode();
            switch (code) {
              case LESS: {
                this.state = S_OPEN_WAKA;
                if (handler !== void 0) {
                  const { text: text2 } = this;
                  const slice = chunk.slice(start2, this.prevI);
                  if (text2.length !== 0) {
                    handler(text2 + slice);
                    this.text = "";
                  } else if (slice.length !== 0) {
                    handler(slice);
                  }
                }
                break outRootLoop;
              }
              case AMP:
                this.state = S_ENTITY;
                this.entityReturnState = S_TEXT;
                if (handler !== void 0) {
                  this.text += chunk.slice(start2, this.prevI);
                }
                nonSpace = true;
                break outRootLoop;
              case NL_LIKE:
                if (handler !== void 0) {
                  this.text += `${chunk.slice(start2, this.prevI)}
`;
                }
                start2 = this.i;
                break;
              case EOC:
                if (handler !== void 0) {
                  this.text += chunk.slice(start2);
                }
                break outRootLoop;
              default:
                if (!isS(code)) {
                  nonSpace = true;
                }
            }
          }
        if (!nonSpace) {
          return;
        }
        if (!this.sawRoot && !this.reportedTextBeforeRoot) {
          this.fail("text data outside of root node.");
          this.reportedTextBeforeRoot = true;
        }
        if (this.closedRoot && !this.reportedTextAfterRoot) {
          this.fail("text data outside of root node.");
          this.reportedTextAfterRoot = true;
        }
      }
      pushAttribNS(name, value) {
        var _a;
        const { prefix, local } = this.qname(name);
        const attr = { name, prefix, local, value };
        this.attribList.push(attr);
        (_a = this.attributeHandler) === null || _a === void 0 ? void 0 : _a.call(this, attr);
        if (prefix === "xmlns") {
          const trimmed = value.trim();
          if (this.currentXMLVersion === "1.0" && trimmed === "") {
            this.fail("invalid attempt to undefine prefix in XML 1.0");
          }
          this.topNS[local] = trimmed;
          nsPairCheck(this, local, trimmed);
        } else if (name === "xmlns") {
          const trimmed = value.trim();
          this.topNS[""] = trimmed;
          nsPairCheck(this, "", trimmed);
        }
      }
      pushAttribPlain(name, value) {
        var _a;
        const attr = { name, value };
        this.attribList.push(attr);
        (_a = this.attributeHandler) === null || _a === void 0 ? void 0 : _a.call(this, attr);
      }
      /**
       * End parsing. This performs final well-formedness checks and resets the
       * parser to a clean state.
       *
       * @returns this
       */
      end() {
        var _a, _b;
        if (!this.sawRoot) {
          this.fail("document must contain a root element.");
        }
        const { tags } = this;
        while (tags.length > 0) {
          const tag = tags.pop();
          this.fail(`unclosed tag: ${tag.name}`);
        }
        if (this.state !== S_BEGIN && this.state !== S_TEXT) {
          this.fail("unexpected end.");
        }
        const { text: text2 } = this;
        if (text2.length !== 0) {
          (_a = this.textHandler) === null || _a === void 0 ? void 0 : _a.call(this, text2);
          this.text = "";
        }
        this._closed = true;
        (_b = this.endHandler) === null || _b === void 0 ? void 0 : _b.call(this);
        this._init();
        return this;
      }
      /**
       * Resolve a namespace prefix.
       *
       * @param prefix The prefix to resolve.
       *
       * @returns The namespace URI or ``undefined`` if the prefix is not defined.
       */
      resolve(prefix) {
        var _a, _b;
        let uri = this.topNS[prefix];
        if (uri !== void 0) {
          return uri;
        }
        const { tags } = this;
        for (let index = tags.length - 1; index >= 0; index--) {
          uri = tags[index].ns[prefix];
          if (uri !== void 0) {
            return uri;
          }
        }
        uri = this.ns[prefix];
        if (uri !== void 0) {
          return uri;
        }
        return (_b = (_a = this.opt).resolvePrefix) === null || _b === void 0 ? void 0 : _b.call(_a, prefix);
      }
      /**
       * Parse a qname into its prefix and local name parts.
       *
       * @param name The name to parse
       *
       * @returns
       */
      qname(name) {
        const colon = name.indexOf(":");
        if (colon === -1) {
          return { prefix: "", local: name };
        }
        const local = name.slice(colon + 1);
        const prefix = name.slice(0, colon);
        if (prefix === "" || local === "" || local.includes(":")) {
          this.fail(`malformed name: ${name}.`);
        }
        return { prefix, local };
      }
      processAttribsNS() {
        var _a;
        const { attribList } = this;
        const tag = this.tag;
        {
          const { prefix, local } = this.qname(tag.name);
          tag.prefix = prefix;
          tag.local = local;
          const uri = tag.uri = (_a = this.resolve(prefix)) !== null && _a !== void 0 ? _a : "";
          if (prefix !== "") {
            if (prefix === "xmlns") {
              this.fail('tags may not have "xmlns" as prefix.');
            }
            if (uri === "") {
              this.fail(`unbound namespace prefix: ${JSON.stringify(prefix)}.`);
              tag.uri = prefix;
            }
          }
        }
        if (attribList.length === 0) {
          return;
        }
        const { attributes } = tag;
        const seen = /* @__PURE__ */ new Set();
        for (const attr of attribList) {
          const { name, prefix, local } = attr;
          let uri;
          let eqname;
          if (prefix === "") {
            uri = name === "xmlns" ? XMLNS_NAMESPACE : "";
            eqname = name;
          } else {
            uri = this.resolve(prefix);
            if (uri === void 0) {
              this.fail(`unbound namespace prefix: ${JSON.stringify(prefix)}.`);
              uri = prefix;
            }
            eqname = `{${uri}}${local}`;
          }
          if (seen.has(eqname)) {
            this.fail(`duplicate attribute: ${eqname}.`);
          }
          seen.add(eqname);
          attr.uri = uri;
          attributes[name] = attr;
        }
        this.attribList = [];
      }
      processAttribsPlain() {
        const { attribList } = this;
        const attributes = this.tag.attributes;
        for (const { name, value } of attribList) {
          if (attributes[name] !== void 0) {
            this.fail(`duplicate attribute: ${name}.`);
          }
          attributes[name] = value;
        }
        this.attribList = [];
      }
      /**
       * Handle a complete open tag. This parser code calls this once it has seen
       * the whole tag. This method checks for well-formeness and then emits
       * ``onopentag``.
       */
      openTag() {
        var _a;
        this.processAttribs();
        const { tags } = this;
        const tag = this.tag;
        tag.isSelfClosing = false;
        (_a = this.openTagHandler) === null || _a === void 0 ? void 0 : _a.call(this, tag);
        tags.push(tag);
        this.state = S_TEXT;
        this.name = "";
      }
      /**
       * Handle a complete self-closing tag. This parser code calls this once it has
       * seen the whole tag. This method checks for well-formeness and then emits
       * ``onopentag`` and ``onclosetag``.
       */
      openSelfClosingTag() {
        var _a, _b, _c;
        this.processAttribs();
        const { tags } = this;
        const tag = this.tag;
        tag.isSelfClosing = true;
        (_a = this.openTagHandler) === null || _a === void 0 ? void 0 : _a.call(this, tag);
        (_b = this.closeTagHandler) === null || _b === void 0 ? void 0 : _b.call(this, tag);
        const top = this.tag = (_c = tags[tags.length - 1]) !== null && _c !== void 0 ? _c : null;
        if (top === null) {
          this.closedRoot = true;
        }
        this.state = S_TEXT;
        this.name = "";
      }
      /**
       * Handle a complete close tag. This parser code calls this once it has seen
       * the whole tag. This method checks for well-formeness and then emits
       * ``onclosetag``.
       */
      closeTag() {
        const { tags, name } = this;
        this.state = S_TEXT;
        this.name = "";
        if (name === "") {
          this.fail("weird empty close tag.");
          this.text += "</>";
          return;
        }
        const handler = this.closeTagHandler;
        let l = tags.length;
        while (l-- > 0) {
          const tag = this.tag = tags.pop();
          this.topNS = tag.ns;
          handler === null || handler === void 0 ? void 0 : handler(tag);
          if (tag.name === name) {
            break;
          }
          this.fail("unexpected close tag.");
        }
        if (l === 0) {
          this.closedRoot = true;
        } else if (l < 0) {
          this.fail(`unmatched closing tag: ${name}.`);
          this.text += `</${name}>`;
        }
      }
      /**
       * Resolves an entity. Makes any necessary well-formedness checks.
       *
       * @param entity The entity to resolve.
       *
       * @returns The parsed entity.
       */
      parseEntity(entity) {
        if (entity[0] !== "#") {
          const defined = this.ENTITIES[entity];
          if (defined !== void 0) {
            return defined;
          }
          this.fail(this.isName(entity) ? "undefined entity." : "disallowed character in entity name.");
          return `&${entity};`;
        }
        let num = NaN;
        if (entity[1] === "x" && /^#x[0-9a-f]+$/i.test(entity)) {
          num = parseInt(entity.slice(2), 16);
        } else if (/^#[0-9]+$/.test(entity)) {
          num = parseInt(entity.slice(1), 10);
        }
        if (!this.isChar(num)) {
          this.fail("malformed character entity.");
          return `&${entity};`;
        }
        return String.fromCodePoint(num);
      }
    };
    exports.SaxesParser = SaxesParser2;
  }
});

// src/suite/detect.ts
import { join as join54, posix as posix40 } from "node:path";

// src/suite/ecosystems/javascript/conclude-events.ts
import { posix as posix7 } from "node:path";

// node_modules/tap-parser/dist/esm/index.js
import { EventEmitter } from "events";

// node_modules/tap-yaml/dist/esm/parse.js
var import_yaml2 = __toESM(require_dist(), 1);

// node_modules/tap-yaml/dist/esm/types/index.js
var import_yaml_types = __toESM(require_dist2(), 1);

// node_modules/tap-yaml/dist/esm/types/date.js
var date = {
  tag: "!date",
  // use !!timestamp instead, this is for parsing only
  /* c8 ignore start */
  identify() {
    return false;
  },
  /* c8 ignore stop */
  resolve(src) {
    const d = new Date(src);
    const t2 = d.getTime();
    if (t2 !== t2) {
      throw new Error(`Invalid date string: ${src}`);
    }
    return d;
  }
};

// node_modules/tap-yaml/dist/esm/types/timestamp.js
var import_yaml = __toESM(require_dist(), 1);
var schema = new import_yaml.Schema({ resolveKnownTags: true });
var timestamp = schema.knownTags["tag:yaml.org,2002:timestamp"];
timestamp.default = false;

// node_modules/tap-yaml/dist/esm/types/index.js
var t = [
  import_yaml_types.regexp,
  import_yaml_types.sharedSymbol,
  import_yaml_types.symbol,
  import_yaml_types.bigint,
  import_yaml_types.nullobject,
  import_yaml_types.error,
  import_yaml_types.classTag,
  import_yaml_types.functionTag,
  timestamp,
  date,
  "omap",
  "set",
  "binary"
];
var customTags = (tags) => [...new Set(t.concat(tags))];

// node_modules/tap-yaml/dist/esm/parse.js
var parse = (str) => import_yaml2.default.parse(str, { customTags, prettyErrors: true });

// node_modules/tap-yaml/dist/esm/stringify.js
var import_yaml3 = __toESM(require_dist(), 1);
var stringify = (obj) => import_yaml3.default.stringify(obj, { customTags, prettyErrors: true });

// node_modules/tap-yaml/dist/esm/index.js
var esm_default = { parse, stringify };

// node_modules/tap-parser/dist/esm/final-plan.js
var FinalPlan = class {
  start = null;
  end = null;
  skipAll;
  skipReason;
  comment;
  constructor(skipAll, self) {
    if (self.planStart >= 0)
      this.start = self.planStart;
    if (self.planEnd >= 0)
      this.end = self.planEnd;
    this.skipAll = skipAll;
    this.skipReason = skipAll ? self.planComment : "";
    this.comment = self.planComment || "";
  }
};

// node_modules/tap-parser/dist/esm/final-results.js
var FinalResults = class {
  ok;
  count;
  pass;
  fail;
  bailout;
  todo;
  skip;
  failures;
  time;
  passes;
  plan;
  skips;
  todos;
  constructor(skipAll, parser) {
    this.ok = parser.ok;
    this.count = parser.count;
    this.pass = parser.pass;
    this.fail = parser.fail || 0;
    this.bailout = parser.bailedOut || false;
    this.todo = parser.todo || 0;
    this.skip = skipAll ? parser.count : parser.skip || 0;
    this.plan = new FinalPlan(skipAll, parser);
    this.failures = parser.failures;
    this.passes = parser.passes || void 0;
    this.time = parser.time;
    this.skips = parser.skips;
    this.todos = parser.todos;
  }
};

// node_modules/tap-parser/dist/esm/line-type.js
var lineTypes = {
  testPoint: /^(not )?ok(?: ([0-9]+))?(?:(?: -)?( .*?))?(\{?)\n$/,
  pragma: /^pragma ([+-])([a-zA-Z0-9_-]+)\n$/,
  bailout: /^bail out!(.*)\n$/i,
  version: /^TAP version ([0-9]+)\n$/i,
  childVersion: /^(    )+TAP version ([0-9]+)\n$/i,
  plan: /^([0-9]+)\.\.([0-9]+)(?:\s+(?:#\s*(.*)))?\n$/,
  subtest: /^# Subtest(?:: (.*))?\n$/,
  subtestIndent: /^    # Subtest(?:: (.*))?\n$/,
  comment: /^\s*#.*\n$/
};
var lineType = (line) => {
  for (const [t2, pattern] of Object.entries(lineTypes)) {
    const match = line.match(pattern);
    if (match)
      return [t2, match];
  }
  return null;
};

// node_modules/tap-parser/dist/esm/brace-patterns.js
var OPEN_BRACE_EOL = /\{\s*$/;
var SPACE_OPEN_BRACE_EOL = / \{$/;

// node_modules/tap-parser/dist/esm/parse-directive.js
var parseDirective = (line) => {
  if (!line.trim())
    return false;
  line = line.replace(OPEN_BRACE_EOL, "").trim().replace(/^duration_ms ([0-9.]+)$/, "time=$1ms");
  const time = line.match(/^time=((?:[1-9][0-9]*|0)(?:\.[0-9]+)?)(ms|s)$/i);
  const t2 = time?.[1];
  const s = time?.[2];
  if (typeof t2 === "string") {
    let n = +t2;
    if (s === "s") {
      n *= 1e6;
      n = Math.round(n);
      n /= 1e3;
    }
    return ["time", n];
  }
  const ts = line.match(/^(todo|skip)(?:\S*)\b(.*)$/i);
  const type = ts?.[1]?.toLowerCase();
  const msg = ts?.[2]?.trim();
  if (!type)
    return false;
  return [type, msg || true];
};

// node_modules/tap-parser/dist/esm/plan.js
var Plan = class {
  start;
  end;
  comment;
  constructor(start2, end2, comment = "") {
    this.start = start2;
    this.end = end2;
    this.comment = comment;
  }
};

// node_modules/tap-parser/dist/esm/result.js
var Result = class {
  ok;
  name = "";
  id = 0;
  buffered = false;
  tapError = null;
  skip = false;
  todo = false;
  previous = null;
  plan = null;
  diag = null;
  time = null;
  fullname = "";
  closingTestPoint = false;
  constructor(parsed, parser) {
    const ok = !parsed[1];
    const id = +(parsed[2] || 0);
    let buffered = parsed[4];
    this.ok = ok;
    if (parsed[2])
      this.id = id;
    let rest = parsed[3] || "";
    let name;
    rest = rest.replace(/(\\\\)/g, "\n");
    const [h, ...r] = rest.split(/(?<=\s|^)(?<!\\)#/g);
    name = (h || "").replace(/\\#/g, "#").replace(/\n/g, "\\");
    rest = r.join("#").replace(/\\#/g, "#").replace(/\n/g, "\\");
    const dir = parseDirective(rest.trim());
    if (!dir)
      name += (rest ? "#" + rest : "") + buffered;
    else {
      const dirKey = dir[0];
      const dirValue = dir[1];
      if (dirKey === "todo" || dirKey === "skip") {
        this[dirKey] = dirValue;
      } else {
        if (dirKey === "time") {
          this.time = parseFloat(dirValue);
        }
      }
    }
    if (OPEN_BRACE_EOL.test(name)) {
      name = name.replace(OPEN_BRACE_EOL, "");
      buffered = "{";
    }
    if (buffered === "{")
      this.buffered = true;
    if (name)
      this.name = name.trim();
    const n = [];
    if (parser.fullname)
      n.push(parser.fullname);
    if (this.name)
      n.push(this.name);
    this.fullname = n.join(" > ").trim();
  }
};

// node_modules/tap-parser/dist/esm/statics.js
var import_events_to_array = __toESM(require_events_to_array(), 1);

// node_modules/tap-parser/dist/esm/escape.js
var esc = (str) => str.replace(/\\/g, "\\\\").replace(/#/g, "\\#").trim();
var unesc = (str) => str.replace(/(\\\\)/g, "\0").replace(/\\#/g, "#").replace(/\u0000/g, "\\").trim();

// node_modules/tap-parser/dist/esm/statics.js
var getId = () => {
  const id = () => id.current++;
  id.current = 1;
  return id;
};
var parse2 = (str, options12) => {
  const { flat = false } = options12;
  const ignore = ["line", "pass", "fail", "todo", "skip", "result"];
  if (flat)
    ignore.push("assert", "child", "plan", "complete");
  const parser = new Parser(options12);
  const events = (0, import_events_to_array.default)(parser, ignore);
  if (flat) {
    const id = getId();
    parser.on("result", (res) => {
      res.name = res.fullname;
      res.id = id();
      events.push(["assert", res]);
    });
    parser.on("complete", (res) => {
      if (!res.bailout)
        events.push(["plan", { end: id.current - 1, start: 1 }]);
      events.push(["complete", res]);
    });
  }
  parser.end(str);
  return events;
};
var stringify2 = (msg, { flat = false, indent = "", id = getId() }) => {
  const ind = flat ? "" : indent;
  return ind + msg.map((item) => {
    switch (item[0]) {
      case "child":
        const comment = item[1][0];
        const child = item[1].slice(1);
        return Parser.stringify([comment], {
          flat,
          indent: "",
          id
        }) + Parser.stringify(child, {
          flat,
          indent: "    ",
          id
        });
      case "version":
        return "TAP version " + item[1] + "\n";
      case "plan":
        if (flat) {
          if (indent !== "")
            return "";
          item[1].start = 1;
          item[1].end = id.current - 1;
        }
        return item[1].start + ".." + item[1].end + (item[1].comment ? " # " + esc(item[1].comment) : "") + "\n";
      case "pragma":
        return "pragma " + (item[2] ? "+" : "-") + item[1] + "\n";
      case "bailout":
        return "Bail out!" + (item[1] ? " " + esc(item[1]) : "") + "\n";
      case "assert":
        const res = item[1];
        if (flat) {
          res.id = id();
          res.name = res.fullname;
        }
        return (res.ok ? "" : "not ") + "ok" + (res.id ? " " + res.id : "") + (res.name ? " - " + esc(res.name).replace(SPACE_OPEN_BRACE_EOL, "") : "") + (res.skip ? " # SKIP" + (res.skip === true ? "" : " " + esc(res.skip)) : "") + (res.todo ? " # TODO" + (res.todo === true ? "" : " " + esc(res.todo)) : "") + (res.time ? " # time=" + res.time + "ms" : "") + "\n" + (res.diag ? "  ---\n  " + esm_default.stringify(res.diag).split("\n").join("\n  ").trim() + "\n  ...\n" : "");
      case "extra":
      case "comment":
        return item[1];
    }
  }).join("").split("\n").join("\n" + ind).trim() + "\n";
};

// node_modules/tap-parser/dist/esm/index.js
var Parser = class _Parser extends EventEmitter {
  #child = null;
  #current = null;
  #extraQueue = [];
  #maybeChild = null;
  #postPlan = false;
  #previousChild = null;
  #yamlish = "";
  #yind = "";
  #sawVersion = false;
  aborted = false;
  bail = false;
  bailedOut = false;
  #bailingOut = false;
  braceLevel = 0;
  buffer = "";
  buffered;
  #closingTestPoint = null;
  comments = [];
  count = 0;
  fail = 0;
  failures = [];
  skips = [];
  todos = [];
  level;
  name;
  ok = true;
  omitVersion;
  parent = null;
  pass = 0;
  passes;
  planComment = "";
  planEnd = -1;
  planStart = -1;
  pointsSeen = /* @__PURE__ */ new Map();
  pragmas;
  preserveWhitespace;
  results = null;
  root;
  skip = 0;
  strict;
  syntheticBailout = false;
  syntheticPlan = false;
  time = null;
  todo = 0;
  get closingTestPoint() {
    return this.#closingTestPoint;
  }
  set closingTestPoint(res) {
    this.#closingTestPoint = res;
    if (res)
      res.closingTestPoint = true;
  }
  /* c8 ignore start */
  get readable() {
    return false;
  }
  get writable() {
    return true;
  }
  constructor(options12, onComplete) {
    if (typeof options12 === "function") {
      onComplete = options12;
      options12 = {};
    }
    options12 = options12 || {};
    super();
    if (onComplete)
      this.on("complete", onComplete);
    this.name = options12.name || "";
    this.parent = options12.parent || null;
    this.closingTestPoint = this.parent && options12.closingTestPoint || null;
    this.root = options12.parent ? options12.parent.root : this;
    this.passes = options12.passes ? [] : null;
    this.level = options12.level || 0;
    this.bail = !!options12.bail;
    this.omitVersion = !!options12.omitVersion;
    this.buffered = !!options12.buffered;
    this.preserveWhitespace = options12.preserveWhitespace || false;
    this.strict = !!options12.strict;
    this.pragmas = { strict: this.strict };
  }
  get fullname() {
    const n = [];
    const pn = (this.parent?.fullname ?? "").trim();
    const mn = (this.name || "").trim();
    if (pn)
      n.push(pn);
    if (mn)
      n.push(mn);
    return n.join(" > ");
  }
  tapError(error2, line) {
    if (line)
      this.emit("line", line);
    this.ok = false;
    this.fail++;
    if (typeof error2 === "string") {
      error2 = {
        tapError: error2
      };
    }
    this.failures.push(error2);
  }
  parseTestPoint(testPoint, line) {
    if (!this.#child)
      this.emitResult();
    if (this.bailedOut)
      return;
    const resId = testPoint[2];
    const res = new Result(testPoint, this);
    if (resId && this.planStart !== -1) {
      const lessThanStart = res.id < this.planStart;
      const greaterThanEnd = res.id > this.planEnd;
      if (lessThanStart || greaterThanEnd) {
        if (lessThanStart)
          res.tapError = "id less than plan start";
        else
          res.tapError = "id greater than plan end";
        res.plan = new Plan(this.planStart, this.planEnd);
        this.tapError(res, line);
      }
    }
    if (resId && this.pointsSeen.has(res.id)) {
      res.tapError = "test point id " + resId + " appears multiple times";
      res.previous = this.pointsSeen.get(res.id) || null;
      this.tapError(res, line);
    } else if (resId) {
      this.pointsSeen.set(res.id, res);
    }
    if (this.#child) {
      if (!this.#child.closingTestPoint)
        this.#child.closingTestPoint = res;
      this.emitResult();
      if (this.bailedOut)
        return;
    }
    this.emit("line", line);
    if (!res.skip && !res.todo)
      this.ok = this.ok && res.ok;
    this.#current = res;
  }
  nonTap(data, didLine = false) {
    if (this.#bailingOut && /^( {4})*\}\n$/.test(data))
      return;
    if (this.strict) {
      const err = {
        tapError: "Non-TAP data encountered in strict mode",
        data
      };
      this.tapError(err, data);
      if (this.parent)
        this.parent.tapError(err, data);
    }
    if (!didLine)
      data.split("\n").slice(0, -1).forEach((line) => {
        line += "\n";
        if (this.#current || this.#extraQueue.length)
          this.#extraQueue.push(["line", line]);
        else
          this.emit("line", line);
      });
    this.emitExtra(data);
  }
  emitExtra(data, fromChild = false) {
    if (this.parent)
      this.parent.emitExtra(data.replace(/\n$/, "").replace(/^/gm, "    ") + "\n", true);
    else if (!fromChild && (this.#current || this.#extraQueue.length))
      this.#extraQueue.push(["extra", data]);
    else
      this.emit("extra", data);
  }
  plan(start2, end2, comment, line) {
    if (this.planStart !== -1) {
      this.nonTap(line);
      return;
    }
    if (this.#child || this.#yind) {
      this.nonTap(line);
      return;
    }
    this.emitResult();
    if (this.bailedOut)
      return;
    if (end2 < start2 && end2 !== 0 && start2 !== 1) {
      if (this.strict)
        this.tapError({
          tapError: "plan end cannot be less than plan start",
          plan: { start: start2, end: end2 }
        }, line);
      else
        this.nonTap(line);
      return;
    }
    this.planStart = start2;
    this.planEnd = end2;
    const p = new Plan(start2, end2, comment);
    if (p.comment)
      this.planComment = p.comment = comment;
    if (this.count !== 0 || this.planEnd === 0) {
      const seen = /* @__PURE__ */ new Set();
      for (const [id, res] of this.pointsSeen.entries()) {
        const tapError = id < start2 ? "id less than plan start" : id > end2 ? "id greater than plan end" : null;
        if (tapError) {
          seen.add(tapError);
          res.tapError = tapError;
          res.plan = new Plan(start2, end2);
          this.tapError(res, line);
        }
      }
      this.#postPlan = true;
    }
    this.emit("line", line);
    this.emit("plan", p);
  }
  resetYamlish() {
    this.#yind = "";
    this.#yamlish = "";
  }
  // that moment when you realize it's not what you thought it was
  yamlGarbage() {
    const yamlGarbage = this.#yind + "---\n" + this.#yamlish;
    this.emitResult();
    if (this.bailedOut)
      return;
    this.nonTap(yamlGarbage, true);
  }
  yamlishLine(line) {
    if (line === this.#yind + "...\n") {
      this.processYamlish();
    } else {
      this.#yamlish += line;
    }
  }
  processYamlish() {
    if (!this.#current) {
      throw new Error("called processYamlish without a current test point");
    }
    const yamlish = this.#yamlish;
    this.resetYamlish();
    let diags;
    try {
      diags = esm_default.parse(yamlish);
      if (!diags)
        return;
    } catch (er) {
      this.nonTap(this.#yind + "---\n" + yamlish + this.#yind + "...\n", true);
      return;
    }
    if (typeof diags.duration_ms === "number" && this.#current.time === null) {
      this.#current.time = diags.duration_ms;
      delete diags.duration_ms;
    }
    this.#current.diag = diags;
  }
  write(chunk, encoding, cb) {
    if (this.aborted) {
      return false;
    }
    if (typeof encoding === "string" && encoding !== "utf8" && typeof chunk === "string") {
      chunk = Buffer.from(chunk, encoding);
    }
    if (Buffer.isBuffer(chunk)) {
      chunk = chunk.toString("utf8");
    }
    if (typeof encoding === "function") {
      cb = encoding;
      encoding = void 0;
    }
    this.buffer += chunk;
    do {
      const match = this.buffer.match(/^.*\r?\n/);
      if (!match)
        break;
      this.buffer = this.buffer.substring(match[0].length);
      this.parse(match[0]);
    } while (this.buffer.length);
    if (cb)
      process.nextTick(cb);
    return true;
  }
  end(chunk, encoding, cb) {
    if (chunk && typeof chunk !== "function") {
      if (typeof encoding === "function") {
        cb = encoding;
        this.write(chunk);
      } else {
        this.write(chunk, encoding);
      }
    }
    if (this.buffer) {
      this.write("\n");
    }
    if (this.#yamlish)
      this.yamlGarbage();
    this.emitResult();
    if (this.syntheticBailout && this.level === 0) {
      this.syntheticBailout = false;
      const reason = this.bailedOut === true ? "" : " " + this.bailedOut;
      this.emit("line", "Bail out!" + reason + "\n");
    }
    let skipAll = false;
    if (this.planEnd === 0 && this.planStart === 1) {
      skipAll = true;
      if (this.count === 0) {
        this.ok = true;
      } else {
        this.tapError("Plan of 1..0, but test points encountered", "");
      }
    } else if (!this.bailedOut && this.planStart === -1) {
      if (this.count === 0 && !this.syntheticPlan) {
        this.syntheticPlan = true;
        if (this.buffered) {
          this.planStart = 1;
          this.planEnd = 0;
        } else {
          if (!this.#sawVersion) {
            this.version(14, "TAP version 14\n");
          }
          this.plan(1, 0, "no tests found", "1..0 # no tests found\n");
        }
        skipAll = true;
      } else {
        this.tapError("no plan", "");
      }
    } else if (this.ok && this.count !== this.planEnd - this.planStart + 1) {
      this.tapError("incorrect number of tests", "");
    }
    this.emitComplete(skipAll);
    if (cb)
      process.nextTick(cb);
    return this;
  }
  emitComplete(skipAll) {
    if (!this.results) {
      const res = this.results = new FinalResults(!!skipAll, this);
      if (!res.bailout) {
        if (res.plan.end !== res.count) {
          this.emitComment("test count(" + res.count + ") != plan(" + res.plan.end + ")", false, true);
        }
      }
      this.emit("complete", this.results);
      this.emit("finish");
      this.emit("close");
    }
  }
  version(version, line) {
    if (version >= 13 && this.planStart === -1 && this.count === 0 && !this.#current) {
      this.#sawVersion = true;
      this.emit("line", line);
      this.emit("version", version);
    } else
      this.nonTap(line);
  }
  pragma(key2, value, line) {
    if (this.#child) {
      this.nonTap(line);
      return;
    }
    this.emitResult();
    if (this.bailedOut)
      return;
    if (key2 === "strict") {
      this.strict = value;
    }
    this.pragmas[key2] = value;
    this.emit("line", line);
    this.emit("pragma", key2, value);
  }
  bailout(reason, synthetic = false) {
    this.syntheticBailout = synthetic;
    if (this.#bailingOut)
      return;
    this.#bailingOut = reason || true;
    if (!synthetic)
      this.emitResult();
    else
      this.#current = null;
    this.bailedOut = this.#bailingOut;
    this.ok = false;
    if (!synthetic) {
      let line = "Bail out!";
      if (reason)
        line += " " + reason;
      this.emit("line", line + "\n");
    }
    this.emit("bailout", reason);
    if (this.parent) {
      this.end();
      this.parent.bailout(reason, true);
    }
  }
  clearExtraQueue() {
    for (const [ev, data] of this.#extraQueue) {
      this.emit(ev, data);
    }
    this.#extraQueue.length = 0;
  }
  endChild() {
    if (this.#child && (!this.#bailingOut || this.#child.count)) {
      this.#child.time = this.#child.closingTestPoint?.time || null;
      this.#previousChild = this.#child;
      this.#child.end();
      this.#child = null;
    }
  }
  emitResult() {
    if (this.bailedOut)
      return;
    this.endChild();
    this.resetYamlish();
    if (!this.#current)
      return this.clearExtraQueue();
    const res = this.#current;
    this.#current = null;
    this.count++;
    const { skip, todo } = res;
    if (skip)
      this.skips.push({ ...res, skip });
    if (todo)
      this.todos.push({ ...res, todo });
    if (res.ok) {
      this.pass++;
      if (!skip && !todo && this.passes)
        this.passes.push(res);
    } else {
      this.fail++;
      if (!res.todo && !res.skip) {
        this.ok = false;
        this.failures.push(res);
      }
    }
    if (res.skip)
      this.skip++;
    if (res.todo)
      this.todo++;
    this.emitAssert(res);
    if (this.bail && !res.ok && !res.todo && !res.skip && !this.#bailingOut) {
      this.#maybeChild = null;
      const ind = new Array(this.level + 1).join("    ");
      let p;
      for (p = this; p.parent; p = p.parent)
        ;
      const bailName = res.name ? " " + res.name : "";
      p.parse(ind + "Bail out!" + bailName + "\n");
    }
    this.clearExtraQueue();
  }
  // TODO: We COULD say that any "relevant tap" line that's indented
  // by 4 spaces starts a child test, and just call it 'unnamed' if
  // it does not have a prefix comment.  In that case, any number of
  // 4-space indents can be plucked off to try to find a relevant
  // TAP line type, and if so, start the unnamed child.
  startChild(line) {
    const maybeBuffered = this.#current && this.#current.buffered;
    const unindentStream = !maybeBuffered && this.#maybeChild;
    const indentStream = !maybeBuffered && !unindentStream && lineTypes.subtestIndent.test(line);
    if (!maybeBuffered)
      this.emitResult();
    if (this.bailedOut)
      return;
    this.#child = new _Parser({
      bail: this.bail,
      parent: this,
      level: this.level + 1,
      buffered: maybeBuffered || void 0,
      closingTestPoint: maybeBuffered && this.#current || void 0,
      preserveWhitespace: this.preserveWhitespace,
      omitVersion: true,
      strict: this.strict
    });
    this.#child.on("complete", (results2) => {
      if (!results2.ok)
        this.ok = false;
    });
    this.#child.on("line", (l) => {
      if (l.trim() || this.preserveWhitespace)
        l = "    " + l;
      this.emit("line", l);
    });
    line = line.substring(4);
    let subtestComment;
    if (indentStream) {
      subtestComment = line;
      line = "";
    } else if (maybeBuffered && this.#current) {
      subtestComment = "# Subtest: " + this.#current.name + "\n";
    } else {
      subtestComment = this.#maybeChild || "# Subtest\n";
    }
    this.#maybeChild = null;
    this.#child.name = subtestComment.substring("# Subtest: ".length).trim();
    if (!this.#child.buffered)
      this.emit("line", subtestComment);
    this.emit("child", this.#child);
    this.#child.emitComment(subtestComment, true);
    if (line)
      this.#child.parse(line);
  }
  destroy(er) {
    this.abort("destroyed", er);
  }
  abort(message = "", extra) {
    if (this.#child) {
      const b = this.#child.buffered;
      this.#child.abort(message, extra);
      extra = null;
      if (b)
        this.write("\n}\n");
    }
    let dump = "";
    if (extra && Object.keys(extra).length) {
      try {
        dump = esm_default.stringify(extra).trimEnd();
      } catch (er) {
      }
    }
    const y = dump ? "  ---\n  " + dump.split("\n").join("\n  ") + "\n  ...\n" : "\n";
    const n = (this.count || 0) + 1 + (this.#current ? 1 : 0);
    if (this.planEnd !== -1 && this.planEnd < n && this.parent) {
      this.aborted = true;
      return;
    }
    message = message.replace(/[\n\r\s\t]/g, " ");
    let point = "\nnot ok " + n + " - " + message + "\n" + y;
    if (this.planEnd === -1)
      point += "1.." + n + "\n";
    if (!this.#sawVersion)
      this.write("TAP version 14\n");
    this.write(point);
    this.aborted = true;
    this.end();
  }
  emitAssert(res) {
    this.emit("assert", res);
    const c = this.#child || this.#previousChild;
    if (c) {
      this.#previousChild = null;
      if (res.name === c.name && c.results && res.ok === c.results.ok && c.results.count && !res.todo && !res.skip) {
        return;
      }
    }
    this.root.emit("result", res);
    if (res.skip)
      this.root.emit("skip", res);
    else if (res.todo)
      this.root.emit("todo", res);
    else if (!res.ok)
      this.root.emit("fail", res);
    else
      this.root.emit("pass", res);
  }
  emitComment(line, skipLine = false, noDuplicate = false) {
    if (line.trim().charAt(0) !== "#")
      line = "# " + line;
    if (line.slice(-1) !== "\n")
      line += "\n";
    if (noDuplicate && this.comments.indexOf(line) !== -1)
      return;
    this.comments.push(line);
    const dir = parseDirective(line.replace(/^\s*#\s*/, "").trim());
    if (dir && dir[0] === "time" && typeof dir[1] === "number")
      this.time = dir[1];
    if (this.#current || this.#extraQueue.length) {
      this.#extraQueue.push(["line", line]);
      this.#extraQueue.push(["comment", line]);
    } else {
      if (!skipLine)
        this.emit("line", line);
      this.emit("comment", line);
    }
  }
  parse(line) {
    line = line.replace(/\r\n$/, "\n");
    if (line === "\n") {
      if (this.#child)
        line = "    " + line;
      else if (this.#yind)
        line = this.#yind + line;
    }
    if (this.#bailingOut) {
      if (!/^\s*}\n$/.test(line))
        return;
      else if (!this.braceLevel || line.length < this.braceLevel)
        this.braceLevel = line.length;
      else
        return;
    }
    if (this.omitVersion && lineTypes.version.test(line) && !this.#yind) {
      return;
    }
    const indent = line.match(/^[ \t]*/);
    if (indent && indent[0]) {
      this.parseIndent(line, indent[0]);
      return;
    }
    if (this.#child && this.#child.buffered && line === "}\n") {
      this.endChild();
      this.emit("line", line);
      this.emitResult();
      return;
    }
    const validLine = this.preserveWhitespace || line.trim() || this.#yind;
    if (line === "\n")
      return validLine && this.emit("line", line);
    if (this.#current && line === "{\n" && this.#current.diag && !this.#current.buffered && !this.#child) {
      this.emit("line", line);
      this.#current.buffered = true;
      return;
    }
    const type = lineType(line);
    if (!type) {
      this.nonTap(line);
      return;
    }
    if (type[0] === "comment") {
      this.emitComment(line);
      return;
    }
    if (this.#yind)
      this.yamlGarbage();
    if (this.#maybeChild) {
      this.emitComment(this.#maybeChild);
      this.#maybeChild = null;
    }
    if (this.#postPlan) {
      this.nonTap(line);
      return;
    }
    if (type[0] === "bailout") {
      const msg = type[1]?.[1] || "";
      this.bailout(unesc(msg), false);
      return;
    }
    if (type[0] === "pragma") {
      const [_, posNeg, key2] = type[1];
      this.pragma(String(key2), posNeg === "+", line);
      return;
    }
    if (type[0] === "version") {
      const version = type[1];
      this.version(parseInt(String(version[1]), 10), line);
      return;
    }
    if (type[0] === "plan") {
      const plan = type[1];
      this.plan(+String(plan[1]), +String(plan[2]), unesc(plan[3] || "").trim(), line);
      return;
    }
    if (type[0] === "testPoint") {
      this.parseTestPoint(type[1], line);
      return;
    }
    if (type[0] === "subtest") {
      this.#maybeChild = line;
    } else {
      throw new Error("Unhandled case: " + type[0]);
    }
  }
  parseIndent(line, indent) {
    if (this.#child && line.substring(0, 4) === "    ") {
      line = line.substring(4);
      this.#child.write(line);
      return;
    }
    if (this.#yind) {
      if (line.indexOf(this.#yind) === 0) {
        this.emit("line", line);
        this.yamlishLine(line);
        return;
      } else {
        this.yamlGarbage();
      }
    }
    if (this.#current && !this.#yind && line === indent + "---\n") {
      this.#yind = indent;
      this.emit("line", line);
      return;
    }
    if (line.substring(0, 4) === "    ") {
      if (this.#maybeChild || this.#current && this.#current.buffered || lineTypes.subtestIndent.test(line)) {
        this.startChild(line);
        return;
      }
      const s = line.match(/( {4})+(.*\n)$/);
      if (s && s[2]?.charAt(0) !== " ") {
        const type = lineType(String(s[2]));
        if (type) {
          if (type[0] === "comment") {
            this.emit("line", line);
            this.emitComment(line);
          } else {
            this.startChild(line);
          }
          return;
        }
      }
    }
    if (lineTypes.comment.test(line)) {
      this.emitComment(line);
      return;
    }
    this.nonTap(line);
  }
  static parse(str, options12 = {}) {
    return parse2(str, options12);
  }
  static stringify(msg, options12 = {}) {
    return stringify2(msg, options12);
  }
};

// src/suite/read-tap.ts
function ownedBy(file, results2) {
  return results2.map((result) => ({ ...result, file, fileInId: true }));
}
function bailOut(reason, file) {
  return { file, path: [suiteLevel], name: suiteLevel, status: "failed", message: `Bail out! ${reason}` };
}
async function readTap(text2) {
  const nothing = { isTap: false, results: [], bailedOut: null };
  const clean = plain(text2);
  const isTap = /^TAP version \d+$/m.test(clean) || /^1\.\.\d+/m.test(clean) && /^(?:not )?ok\b/m.test(clean);
  if (!isTap) return nothing;
  try {
    return await parse3(clean);
  } catch {
    return nothing;
  }
}
async function parse3(text2) {
  const results2 = [];
  let bailedOut = null;
  const parser = new Parser({ strict: false });
  listen(parser, [], results2);
  parser.on("bailout", (reason) => {
    bailedOut = reason;
  });
  const ended = new Promise((resolve2) => {
    parser.on("complete", () => resolve2());
  });
  const lines2 = text2.split("\n");
  for (let at = 0; at < lines2.length; at += 2e3) {
    parser.write(`${lines2.slice(at, at + 2e3).join("\n")}
`);
    await new Promise((resolve2) => setImmediate(resolve2));
  }
  parser.end();
  await ended;
  return { isTap: true, results: results2, bailedOut };
}
var MOST_TOLD = 200;
var MOST_PLACES = 20;
var LONGEST_PLACE = 700;
var toldByBats = /^# \((?:in test file|from function .{1,200} in (?:test )?file) .{1,500}, line \d+[,)]$/;
function listen(parser, path2, results2) {
  let heading = null;
  let subtestFrom = null;
  parser.on("child", (child) => {
    subtestFrom = results2.length;
    listen(child, [...path2, child.name], results2);
  });
  let told2 = null;
  const end2 = () => {
    const raw = results2[told2?.at ?? -1];
    if (told2 !== null && raw !== void 0) results2[told2.at] = { ...raw, ...failureOf(told2) };
    told2 = null;
  };
  parser.on("complete", end2);
  parser.on("extra", (line) => {
    if (told2 === null || !/^[ \t]/.test(line) || told2.lines.length >= MOST_TOLD) return;
    told2.lines.push(line.trimEnd());
  });
  parser.on("comment", (comment) => {
    if (told2 !== null && (told2.isByBats || toldByBats.test(comment.trim()))) {
      told2.isByBats = true;
      if (told2.lines.length < MOST_TOLD) told2.lines.push(comment.trimEnd().replace(/^\s*# ?/, ""));
      return;
    }
    const title = /^# (?!Subtest)(.*)$/.exec(comment.trim())?.[1] ?? "";
    if (title !== "" && !/^(?:tests|pass|fail|ok|skip|todo|failed \d+|time=|duration_ms|cancelled|suites)\b/i.test(title)) heading = title;
  });
  parser.on("assert", (assertion) => {
    const from = subtestFrom;
    subtestFrom = null;
    const group2 = path2.length === 0 && heading !== null ? [heading] : path2;
    end2();
    if (from === null) {
      const raw = toRaw(assertion, group2);
      results2.push(raw);
      if (raw.status === "failed" && !assertion.diag) told2 = { at: results2.length - 1, lines: [], isByBats: false };
    } else if (!assertion.ok && !results2.slice(from).some(({ status }) => status === "failed"))
      results2.push(subtestFailure(assertion, group2));
  });
}
function subtestFailure(assertion, path2) {
  const raw = toRaw(assertion, path2);
  const isFile = path2.length === 0 && isFileName(assertion.name);
  return isFile ? { ...raw, file: assertion.name, fileInId: true, path: [fileLevel], name: fileLevel } : { ...raw, path: [...raw.path, crashed] };
}
function isFileName(name) {
  return name !== void 0 && /\.[cm]?[jt]sx?$/.test(name) && !/\s/.test(name);
}
function isTestsName(name) {
  return name.includes("/") && !name.includes(":") && isTestFile(name.replace(/^[./]*\//, ""));
}
function toRaw(assertion, path2) {
  const name = assertion.name.replace(/^- /, "") || "(unnamed assert)";
  const status = assertion.skip ? "skipped" : assertion.todo ? "todo" : assertion.ok ? "passed" : "failed";
  const diag = typeof assertion.diag === "object" && assertion.diag !== null ? { ...assertion.diag } : {};
  const at = position(diag.at);
  const [first = isTestsName(name) ? name : void 0] = path2;
  const isFile = isFileName(first);
  const own2 = isFile && path2.length === 0 ? fileLevel : null;
  return {
    file: isFile ? first : at?.file ?? null,
    // QUnit says nothing of where a test stands but in what called it.
    fileByCallers: !isFile && at === null,
    fileInId: isFile,
    path: [...isFile ? path2.slice(1) : path2, own2 ?? (isAboutTheEnd(name) ? crashed : name)],
    name: own2 ?? (path2.join(" ") || name),
    status,
    line: at?.line ?? null,
    seconds: typeof assertion.time === "number" ? assertion.time / 1e3 : null,
    ...status === "failed" ? failure(name, diag, at) : {}
  };
}
function failureOf({ lines: lines2, isByBats }) {
  if (isByBats) return batsFailure(lines2);
  const text2 = lines2.join("\n");
  return text2.trim() === "" ? {} : { message: distill(text2), stack: text2 };
}
function batsFailure(lines2) {
  const end2 = lines2.slice(0, MOST_PLACES).findIndex((line2) => line2.length <= LONGEST_PLACE && /, line \d+\)$/.test(line2));
  const head = lines2.slice(0, end2 + 1).filter((line2) => line2.length <= LONGEST_PLACE);
  const [, file, line] = head.map((each) => /\bfile (.+), line (\d+)[,)]/.exec(each)).findLast((match) => match !== null) ?? [];
  if (file === void 0) return {};
  const said = lines2.slice(end2 + 1).join("\n").trim();
  return { file, line: Number(line), message: said || head.join("\n"), stack: lines2.join("\n") };
}
function position(at) {
  if (typeof at === "string") {
    const match = /(?:\(|^)([^()]+?):(\d+)(?::\d+)?\)?$/.exec(at.trim());
    return match?.[1] === void 0 ? null : { file: match[1], line: Number(match[2]), text: at };
  }
  if (typeof at !== "object" || at === null || !("line" in at)) return null;
  const file = "file" in at ? at.file : "fileName" in at ? at.fileName : null;
  const line = Number(at.line);
  return typeof file === "string" && Number.isFinite(line) ? { file, line, text: `${file}:${line}` } : null;
}
function failure(name, diag, at) {
  const text2 = (value) => value === void 0 ? null : typeof value === "string" ? value : JSON.stringify(value);
  const said = text2(diag.error) ?? text2(diag.message) ?? text2(diag.diff);
  const own2 = typeof diag.stack === "string" ? diag.stack : null;
  const frames = own2 === null ? "" : own2.split("\n").map((line) => /^\s*at /.test(line) || !/:\d+/.test(line) ? line : `    at ${line.trim()}`).join("\n");
  const head = at === null || frames.includes(at.text) ? "" : `    at ${at.text}
`;
  return {
    message: said === null || said === name ? name : `${name}
${said}`,
    stack: `${head}${frames}` || null,
    expected: text2(diag.expected ?? diag.wanted) ?? side(diag.diff, "-"),
    actual: text2(diag.actual ?? diag.found) ?? side(diag.diff, "+")
  };
}
function side(diff, sign) {
  if (typeof diff !== "string" || !/^--- expected\n\+\+\+ actual\n/.test(diff)) return null;
  const own2 = diff.split("\n").slice(2).filter((line) => line.startsWith(sign) || line.startsWith(" "));
  return own2.some((line) => line.startsWith(sign)) ? own2.map((line) => line.slice(1)).join("\n").trim() : null;
}

// src/suite/conclude.ts
function conclude(ended, builder, reader) {
  const { result } = ended;
  const hadResults = builder.results.length > 0;
  const failed = builder.results.some(({ status }) => status === "failed");
  if (result.exitCode !== 0 && !failed && (hadResults || hasRepositoryFrame(ended))) builder.add(outside(ended));
  const isBare = builder.results.length === 0;
  if (isBare) builder.add(wholeCommand(ended));
  const results2 = hadResults ? builder.results : builder.results.map((result2) => ({ ...result2, byExitCode: true }));
  const failing = results2.filter(({ status }) => status === "failed").map(({ id }) => id);
  return {
    green: result.exitCode === 0 && failing.length === 0,
    reader: isBare ? "exit-code" : reader,
    results: results2,
    counts: countResults(results2),
    failing
  };
}
function hasRepositoryFrame({ result, place }) {
  return parseFrames(plain(`${result.stderr}
${result.stdout}`), place).some((frame) => frame.inRepository);
}
function outside(ended) {
  const whole2 = wholeCommand(ended);
  const frames = parseFrames(plain(whole2.stack ?? ""), ended.place).filter((frame) => frame.inRepository);
  const test = frames.find((frame) => isTestFile(frame.file));
  const name = test === void 0 ? suiteLevel : fileLevel;
  return { ...whole2, file: test?.file ?? null, path: [name], name };
}
function wholeCommand({ command, result, timeoutMs }) {
  const base = { file: null, path: [command], name: command };
  if (result.exitCode === 0) return { ...base, status: "passed", seconds: result.seconds };
  const printed = `${result.stdout}
${result.stderr}`;
  const why = result.failedToStart !== null ? `could not be started: ${result.failedToStart}` : result.aborted ? "was aborted" : result.timedOut ? `did not end within ${Math.round(timeoutMs / 1e3)} s` : result.exitCode === null ? `was ended by ${result.signal ?? "a signal"}` : `exit code ${result.exitCode}`;
  const said = distill(result.stderr.trim() === "" ? result.stdout : printed);
  return {
    ...base,
    status: "failed",
    seconds: result.seconds,
    message: said === "" ? why : `${why}
${said}`,
    stack: plain(printed).slice(-16e3)
  };
}

// src/suite/ecosystems/javascript/read-events.ts
import { posix } from "node:path";
async function readResults(events, place) {
  const results2 = [];
  const crashes = [];
  const suites = [];
  const byMochaTest = /* @__PURE__ */ new Map();
  const begun = /* @__PURE__ */ new Map();
  const finished = /* @__PURE__ */ new Set();
  const innerRunners = innerResultFiles(events, place);
  for (const event of events) {
    if (event.e === "begin") begun.set(event.runner, { file: event.file, path: event.path, name: event.path.join(" "), status: "failed" });
    if (event.e === "done") finished.add(event.runner);
    if (event.e === "uncaught" && !event.handled) crashes.push(crash(event));
    if (event.e !== "result") continue;
    begun.delete(event.runner);
    if (event.suite === true && event.status !== "failed") suites.push(event.path);
    if (isGroup(event)) continue;
    if (isFileLevel(event, place)) {
      results2.push(...await fileResults(event, events, innerRunners, place));
      continue;
    }
    const raw = toRaw2(event);
    const key2 = event.test === void 0 ? null : `${event.file}
${event.test}`;
    const earlier = key2 === null ? void 0 : byMochaTest.get(key2);
    if (earlier !== void 0) results2[earlier] = raw;
    else {
      if (key2 !== null) byMochaTest.set(key2, results2.length);
      results2.push(raw);
    }
  }
  const running = [...begun].find(([runner2]) => !finished.has(runner2))?.[1] ?? null;
  return { results: results2, crashes: withoutKnown(crashes, results2), running, suites };
}
function isGroup(event) {
  if (event.status === "failed")
    return event.failureType === "subtestsFailed" && event.path.length > 0 && !/^test failed$/.test(event.error?.message ?? "");
  return event.suite === true;
}
function isFileLevel(event, place) {
  const [name] = event.path;
  if (event.runner !== "node:test" || event.path.length !== 1 || name === void 0 || event.file === null) return false;
  return relativeToRoot(name, place).path === relativeToRoot(event.file, place).path;
}
function innerResultFiles(events, place) {
  const files3 = /* @__PURE__ */ new Set();
  for (const event of events)
    if (event.e === "result" && event.runner === "tape" && event.file !== null) files3.add(relativeToRoot(event.file, place).path);
  return files3;
}
async function fileResults(event, events, inner, place) {
  const file = event.file;
  const path2 = relativeToRoot(file ?? "", place).path;
  const failedInside = event.status === "failed" && hasFailed(events, path2, place);
  if (inner.has(path2)) return event.status === "failed" && !failedInside ? [wholeFile(event, events, place)] : [];
  if (failedInside) return [];
  const tap = await readTap(outputOf(events, path2, "out", place));
  const hasInner = tap.results.length > 0 && tap.isTap;
  const explained2 = event.status !== "failed" || tap.results.some((result) => result.status === "failed");
  const results2 = hasInner && file !== null ? ownedBy(file, tap.results) : [];
  return hasInner && explained2 ? results2 : [...results2, wholeFile(event, events, place)];
}
function hasFailed(events, file, place) {
  return events.some(
    (event) => event.e === "result" && event.status === "failed" && !isFileLevel(event, place) && event.file !== null && relativeToRoot(event.file, place).path === file
  );
}
function outputOf(events, file, stream, place) {
  let text2 = "";
  for (const event of events) {
    if (event.e === "output" && event.stream === stream && event.file !== null && relativeToRoot(event.file, place).path === file)
      text2 += event.text;
  }
  return text2;
}
function wholeFile(event, events, place) {
  const file = event.file ?? "";
  const path2 = relativeToRoot(file, place).path;
  const base = { file, path: [fileLevel], name: posix.basename(path2), status: event.status, seconds: event.seconds };
  if (event.status !== "failed") return base;
  const uncaught = events.find((one) => one.e === "uncaught" && relativeToRoot(one.main, place).path === path2);
  if (uncaught?.e === "uncaught") return { ...base, ...fromError(uncaught.error) };
  const printed = outputOf(events, path2, "err", place) || outputOf(events, path2, "out", place);
  return { ...base, message: distill(printed) || (event.error?.message ?? "failed"), stack: printed.slice(-16e3) };
}
function crash(event) {
  const file = event.file ?? (event.main === "" ? null : event.main);
  const path2 = event.path ? [...event.path, crashed] : [fileLevel];
  return { file, path: path2, name: event.path?.at(-1) ?? fileLevel, status: "failed", ...fromError(event.error) };
}
function withoutKnown(crashes, results2) {
  const known2 = new Set(results2.filter((result) => result.status === "failed").map((result) => result.stack));
  return crashes.filter((result) => !known2.has(result.stack));
}
function toRaw2(event) {
  return {
    file: event.file,
    path: event.runner === "tape" && isAboutTheEnd(event.path.at(-1) ?? "") ? [...event.path.slice(0, -1), crashed] : event.path,
    name: event.runner === "mocha" || event.runner === "jasmine" ? event.path.join(" ") : event.runner === "tape" ? event.path.slice(0, -1).join(" ") : event.path.at(-1) ?? "",
    status: event.status,
    line: event.line,
    seconds: event.seconds,
    ...event.status === "failed" && event.error !== null ? fromError(event.error) : {}
  };
}
function fromError(error2) {
  const { name, message, stack, expected, actual } = error2;
  const named2 = name !== null && name !== "Error" && !/^AssertionError/.test(name) && message !== null && !message.startsWith(name) ? `${name}: ${message}` : message;
  return { message: named2 ?? name ?? "failed", stack, expected, actual };
}

// src/suite/files.ts
import { readdir, readFile, realpath, stat } from "node:fs/promises";
var maxReportBytes = 64 * 2 ** 20;
async function readText(path2, maxBytes6) {
  try {
    const real = await realpath(path2);
    if (/^\/(?:proc|sys|dev)\//.test(real)) return null;
    const found = await stat(real);
    return found.isFile() && found.size <= maxBytes6 ? await readFile(real, "utf8") : null;
  } catch {
    return null;
  }
}
async function exists(path2) {
  try {
    await stat(path2);
    return true;
  } catch {
    return false;
  }
}
async function namesIn(folder) {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}

// src/suite/ecosystems/javascript/read-json.ts
var assertionSchema = object({
  ancestorTitles: array(string()).catch([]),
  title: string().catch(""),
  status: string().catch("failed"),
  duration: number().nullish().catch(null),
  location: object({ line: number() }).nullish().catch(null),
  failureMessages: array(string()).nullish().catch(null),
  failureDetails: array(unknown()).nullish().catch(null)
});
var reportSchema = object({
  success: boolean().optional().catch(void 0),
  testResults: array(
    object({
      name: string().optional().catch(void 0),
      status: string().optional().catch(void 0),
      message: string().optional().catch(void 0),
      assertionResults: array(assertionSchema).catch([])
    })
  )
});
var details = object({ matcherResult: object({ expected: unknown().optional(), actual: unknown().optional() }) });
var statuses = {
  passed: "passed",
  failed: "failed",
  todo: "todo",
  pending: "skipped",
  skipped: "skipped",
  disabled: "skipped"
};
async function readJsonReport(file) {
  const text2 = await readPlainFile(file, maxReportBytes);
  return text2 === null ? null : parseJsonReport(text2);
}
function parseJsonReport(text2) {
  const parsed = reportSchema.safeParse(jsonOrNull(text2));
  if (!parsed.success) return null;
  const results2 = [];
  for (const suite of parsed.data.testResults) {
    const file = suite.name ?? null;
    for (const assertion of suite.assertionResults) results2.push(toRaw3(file, assertion));
    const explained2 = suite.assertionResults.some((assertion) => assertion.status === "failed");
    const complains = parsed.data.success === false && suite.message !== void 0 && suite.message !== "";
    if ((suite.status === "failed" || complains) && !explained2) {
      const message = plain(suite.message ?? "the file failed outside of its tests");
      results2.push({ file, path: [fileLevel], name: fileLevel, status: "failed", message, stack: message });
    }
  }
  return results2;
}
function toRaw3(file, assertion) {
  const path2 = [...assertion.ancestorTitles.filter((title) => title !== ""), assertion.title];
  const seconds3 = typeof assertion.duration === "number" ? assertion.duration / 1e3 : null;
  const printed = withoutPlaceholder(plain((assertion.failureMessages ?? []).join("\n\n")), seconds3);
  const frames = printed.search(/^\s+at /m);
  const values = valuesOf(assertion.failureDetails?.[0], printed);
  return {
    file,
    path: path2,
    name: path2.join(" "),
    status: statuses[assertion.status] ?? "skipped",
    line: assertion.location?.line ?? null,
    seconds: seconds3,
    message: (frames < 0 ? printed : printed.slice(0, frames)).replace(/^Error: /, "").trim() || "failed",
    stack: printed,
    ...values
  };
}
function withoutPlaceholder(printed, seconds3) {
  return printed.replace(
    /^Error: STACK_TRACE_ERROR$/m,
    `Error: Test timed out${seconds3 === null ? "" : ` after ${Math.round(seconds3 * 1e3)} ms`}`
  );
}
function valuesOf(detail, printed) {
  const parsed = details.safeParse(detail);
  if (parsed.success) return { expected: show(parsed.data.matcherResult.expected), actual: show(parsed.data.matcherResult.actual) };
  const sentence = /expected (.+?) (?:not )?to (?:be|equal|deeply equal|strictly equal|loosely equal|have length|contain|include|match)\b(?: of)? ([^\n]+?)(?: \/\/ .*| but got .*)?$/m.exec(
    printed
  );
  return sentence === null ? {} : { actual: sentence[1] ?? null, expected: sentence[2] ?? null };
}
function show(value) {
  return value === void 0 ? null : typeof value === "string" ? `'${value}'` : JSON.stringify(value);
}

// src/suite/ecosystems/javascript/started.ts
var OF_OTHERS = /(?:^|\/)_*(?:fixtures?|helpers?|mocks?|stubs?|support|samples?|data)_*\//;
var isTestProgram = (path2) => isTestFile(path2) && !OF_OTHERS.test(path2);
function startedBy(scripts2, events, place) {
  const pathOf2 = (main) => relativeToRoot(main, place).path;
  const isByScript = (by) => by !== null && scripts2.includes(pathOf2(by));
  const found = /* @__PURE__ */ new Map();
  for (const event of events) {
    if (event.e !== "alone" || !isByScript(event.by)) continue;
    const file = pathOf2(event.main);
    if (isTestProgram(file) && !scripts2.includes(file))
      found.set(file, { file, folder: event.folder, code: null, passed: false, error: null });
  }
  for (const event of events) {
    if (event.e !== "exit" && event.e !== "uncaught" || !isByScript(event.by)) continue;
    const known2 = found.get(pathOf2(event.main));
    if (known2 === void 0) continue;
    if (event.e === "uncaught") found.set(known2.file, { ...known2, error: known2.error ?? event.error });
    else {
      const code = known2.code === null || known2.code === 0 ? event.code : known2.code;
      found.set(known2.file, { ...known2, code, passed: known2.passed || event.code === 0 });
    }
  }
  return [...found.values()];
}
function startedResults(started, exitCode, otherwise3) {
  if (exitCode === 0) return started.flatMap(({ file, passed }) => passed ? [resultOf(file, true, null, otherwise3)] : []);
  if (started.every(({ code }) => code === 0)) return [];
  return started.map(({ file, code, error: error2 }) => resultOf(file, code === 0, error2, otherwise3));
}
function aloneResult(file, events, place, whole2) {
  const uncaught = events.find((event) => event.e === "uncaught" && relativeToRoot(event.main, place).path === file);
  return resultOf(file, whole2.status === "passed", uncaught?.e === "uncaught" ? uncaught.error : null, whole2);
}
function resultOf(file, passed, error2, otherwise3) {
  const base = { file, path: [fileLevel], name: fileLevel };
  if (passed) return { ...base, status: "passed" };
  return { ...otherwise3, ...base, status: "failed", ...error2 === null ? {} : fromError(error2) };
}

// src/suite/ecosystems/javascript/assemble.ts
async function assemble(remains) {
  const { events, place } = remains;
  const read3 = await readResults(events, place);
  const reading = { ...read3, crashes: read3.crashes.map((crash2) => located(crash2, remains)) };
  const builder = new ResultBuilder(place);
  if (remains.startedAlone !== null) {
    builder.add(aloneResult(remains.startedAlone, events, place, wholeCommand(remains)));
    return { ...conclude(remains, builder, "report"), reading, started: [] };
  }
  let reader = "report";
  for (const raw of reading.results) builder.add(raw);
  for (const report2 of remains.json) for (const raw of report2) builder.add(raw);
  if (remains.told.length > 0 && builder.results.length === 0) reader = "text";
  for (const raw of remains.told) builder.add(raw);
  if (builder.results.length === 0 || remains.expectsTap) {
    const before2 = builder.results.length;
    for (const text2 of [...remains.tap, remains.output]) {
      const tap = await readTap(text2);
      const owned = tap.results.flatMap((raw) => remains.soleFile === null || isOfFile(raw) ? [raw] : ownedBy(remains.soleFile, [raw]));
      for (const raw of owned) builder.add(explained(raw, reading.crashes, place));
      if (tap.bailedOut !== null) builder.add(bailOut(tap.bailedOut, null));
      if (builder.results.length > before2) break;
    }
    if (before2 === 0 && builder.results.length > 0) reader = "tap";
  }
  if (builder.results.length === 0) for (const raw of sniffJson(remains.output)) builder.add(raw);
  const started = startedBy(remains.scripts, events, place);
  const told2 = builder.results.length > 0 ? [] : startedResults(started, remains.result.exitCode, wholeCommand(remains));
  for (const raw of told2) builder.add(raw);
  if (remains.scripts.length > 0) for (const raw of scriptResults(remains, builder.results)) builder.add(raw);
  const sound = new Set(told2.flatMap(({ file, status }) => status === "passed" ? [file] : []));
  addFailuresOutside(remains, reading, builder, sound);
  return { ...conclude(remains, builder, reader), reading, started };
}
var isOfFile = ({ file, name, fileInId }) => file != null && fileInId === true && name === fileLevel;
function located(crash2, { result }) {
  const message = (crash2.stack ?? crash2.message ?? "").split("\n", 1)[0] ?? "";
  if (!message.startsWith("SyntaxError: ")) return crash2;
  for (const text2 of [result.stderr, result.stdout]) {
    const lines2 = plain(text2).split("\n").map((line) => line.replace(/^# /, ""));
    const at = lines2.indexOf(message);
    const place = lines2.slice(Math.max(0, at - 6), Math.max(0, at)).findLast((line) => /^(?:file:\/\/)?\/[^:]+:\d+$/.test(line));
    if (place !== void 0) return { ...crash2, stack: `${place}
${crash2.stack ?? message}` };
  }
  return crash2;
}
function explained(raw, crashes, place) {
  if (raw.status !== "failed" || raw.name !== fileLevel || raw.file === null) return raw;
  const { path: path2 } = relativeToRoot(raw.file, place);
  const crash2 = crashes.find(({ file }) => file !== null && relativeToRoot(file, place).path === path2);
  return crash2 === void 0 ? raw : { ...raw, message: crash2.message ?? null, stack: crash2.stack ?? null };
}
function sniffJson(output2) {
  for (const line of output2.split("\n")) {
    if (!line.startsWith('{"') || !line.includes('"testResults"')) continue;
    const results2 = parseJsonReport(line);
    if (results2 !== null) return results2;
  }
  return [];
}
function scriptResults({ events, scripts: scripts2, place }, known2) {
  const results2 = [];
  for (const file of scripts2) {
    if (known2.some((result) => result.file === file)) continue;
    const exit = events.find((event) => event.e === "exit" && relativeToRoot(event.main, place).path === file);
    if (exit?.e !== "exit" || exit.code !== 0 && !hasUncaught(events, file, place) || exit.code === 0 && known2.length > 0) continue;
    if (exit.code === 0) results2.push({ file, path: [fileLevel], name: fileLevel, status: "passed" });
  }
  return results2;
}
function hasUncaught(events, file, place) {
  return events.some((event) => event.e === "uncaught" && relativeToRoot(event.main, place).path === file);
}
function addFailuresOutside(remains, reading, builder, sound) {
  const { result, place } = remains;
  if (result.exitCode === 0) return;
  const hadFailure = builder.results.some(({ status }) => status === "failed");
  for (const crash2 of reading.crashes) {
    if (isOfNoFile(crash2, place)) continue;
    const file = crash2.file === null ? "" : relativeToRoot(crash2.file, place).path;
    if (sound.has(file) || builder.results.some((known2) => known2.file === file && known2.status === "failed" && known2.name === fileLevel))
      continue;
    const isKnown = crash2.path.length > 1 || remains.scripts.includes(file) || builder.results.some((known2) => known2.file === file);
    if (!hadFailure || isKnown) builder.add(ofRepository(crash2, place));
  }
  if (result.timedOut && reading.running !== null) {
    builder.add({ ...reading.running, message: `did not end: the whole run was stopped after ${Math.round(remains.timeoutMs / 1e3)} s` });
  }
}
function isOfNoFile(crash2, place) {
  return crash2.file === null && !parseFrames(crash2.stack ?? "", place).some(({ inRepository }) => inRepository);
}
function ofRepository(crash2, place) {
  const own2 = crash2.file === null ? null : relativeToRoot(crash2.file, place);
  if (own2?.inside === true && !own2.path.split("/").includes("node_modules")) return crash2;
  const frames = parseFrames(crash2.stack ?? "", place);
  const last = frames.findLastIndex((frame2) => frame2.inRepository);
  const byRunner = frames.slice(last + 1).some(({ file }) => file.includes("node_modules/"));
  const frame = frames.find(({ file, inRepository }) => inRepository && isTestFile(file)) ?? (byRunner ? frames[last] : void 0);
  return frame === void 0 ? { ...crash2, file: null, path: [suiteLevel] } : { ...crash2, file: frame.file };
}

// src/suite/ecosystems/javascript/events.ts
import { lstat, readdir as readdir2 } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
var text = string().nullish().transform((value) => value ?? null);
var number2 = number().finite().nullish().transform((value) => value ?? null);
var errorSchema = object({ name: text, message: text, stack: text, code: text, expected: text, actual: text });
var path = array(string().max(2e4)).max(200);
var position2 = number().int().nonnegative();
var resultSchema = object({
  e: literal("result"),
  runner: _enum(["mocha", "node:test", "tape", "ava", "jasmine", "jest", "vitest"]),
  /** Mocha: the test's number in its process; a test that fails after it passed is told twice. */
  test: number().optional(),
  file: text,
  path,
  status: _enum(["passed", "failed", "skipped", "todo"]),
  line: number2,
  seconds: number2,
  suite: boolean().optional(),
  hook: boolean().optional(),
  failureType: text,
  error: errorSchema.nullish().transform((value) => value ?? null)
});
var eventSchema = discriminatedUnion("e", [
  resultSchema,
  object({ e: literal("begin"), runner: string(), file: text, path }),
  object({ e: literal("output"), file: text, stream: _enum(["out", "err"]), text: string() }),
  object({
    e: literal("uncaught"),
    main: string(),
    file: text,
    path: path.nullish(),
    handled: boolean(),
    error: errorSchema,
    by: text
  }),
  object({ e: literal("exit"), main: string(), code: number(), by: text }),
  // A program that was given nothing but its file, and the folder that it was started in; `by`, here and above: the program of the repository that
  // has started such a one.
  object({ e: literal("alone"), main: string(), folder: string(), by: text }),
  object({ e: literal("done"), runner: string() })
]);
var scripts = array(tuple([string(), string(), array(position2)]));
var coverageSchema = discriminatedUnion("e", [
  object({ e: literal("covered"), runner: string(), file: text, path, scripts, weight: number().positive().default(1) }),
  // With the exit code, where it ends a process.
  object({ e: literal("loaded"), file: text, scripts, code: number().optional() }),
  // By a process that a test has started.
  object({ e: literal("within"), runner: string(), file: text, path, scripts }),
  // `same`: the text is that of an earlier script of this process.
  object({ e: literal("source"), script: string(), path: string(), text: string().optional(), same: string().optional() })
]);
async function readEvents(folder) {
  const events = [];
  for (const file of await eventFiles(folder, "events-", maxReportBytes)) {
    for await (const event of lines(file, eventSchema)) events.push(event);
  }
  return events;
}
function parseEvents(values) {
  return values.flatMap((value) => {
    const parsed = eventSchema.safeParse(value);
    return parsed.success ? [parsed.data] : [];
  });
}
async function* readCoverageEvents(folder) {
  for (const file of await eventFiles(folder, "coverage-", 4 * maxReportBytes)) {
    let events = [];
    const texts3 = /* @__PURE__ */ new Map();
    for await (const event of lines(file, coverageSchema)) {
      if (event.e !== "source" && events.some((each) => each.e === "loaded" && each.code === void 0)) {
        yield events;
        events = [];
      }
      if (event.e === "source" && event.text !== void 0) texts3.set(event.script, event.text);
      if (event.e === "source" && event.same !== void 0) events.push({ ...event, text: texts3.get(event.same) });
      else events.push(event);
    }
    if (events.length > 0) yield events;
  }
}
async function eventFiles(folder, prefix, maxBytes6) {
  const names2 = (await readdir2(folder).catch(() => [])).filter((name) => name.startsWith(prefix) && name.endsWith(".jsonl"));
  const started = (name) => Number(/-(\d+)-/.exec(name)?.[1] ?? 0);
  names2.sort((a, b) => started(a) - started(b) || a.localeCompare(b));
  const files3 = [];
  let total = 0;
  for (const name of names2) {
    const file = join(folder, name);
    const found = await lstat(file).catch(() => null);
    if (found === null || !found.isFile()) continue;
    total += found.size;
    if (total > maxBytes6) break;
    files3.push(file);
  }
  return files3;
}
async function* lines(file, schema2) {
  const opened = await openPlainFile(file);
  if (opened === null) return;
  const input = opened.createReadStream({ encoding: "utf8" });
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      const event = parseLine(line, schema2);
      if (event !== null) yield event;
    }
  } catch {
  } finally {
    input.destroy();
  }
}
function parseLine(line, schema2) {
  try {
    const parsed = schema2.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

// src/suite/ecosystems/javascript/instrument.ts
import { posix as posix4 } from "node:path";

// src/suite/arguments.ts
function parseArguments(words, table) {
  const parsed = [];
  for (let at = 0; at < words.length; at += 1) {
    const word2 = words[at];
    if (word2 === void 0) break;
    const text2 = word2.value ?? word2.raw;
    if (text2 === "--") {
      parsed.push({ option: "--", words: [word2] }, ...words.slice(at + 1).map((rest) => ({ option: null, words: [rest] })));
      break;
    }
    if (!text2.startsWith("-") || text2 === "-") {
      parsed.push({ option: null, words: [word2] });
      continue;
    }
    const name = text2.replace(/=[\s\S]*$/, "");
    const own2 = [word2];
    const isBare = name === text2;
    const follows = isBare && table.lists?.has(name) === true ? listLength(words, at + 1) : isBare && table.values.has(name) ? 1 : 0;
    own2.push(...words.slice(at + 1, at + 1 + follows));
    at += follows;
    parsed.push({ option: name, words: own2 });
  }
  return parsed;
}
function listLength(words, start2) {
  const end2 = words.findIndex((each, index) => index >= start2 && (each.value ?? "").startsWith("-"));
  return (end2 < 0 ? words.length : end2) - start2;
}
function without(parsed, options12) {
  return parsed.filter(
    ({ option }) => option === null || !options12.some((name) => option === name || name.endsWith("*") && option.startsWith(name.slice(0, -1)))
  );
}
function optionsOf(parsed) {
  return parsed.filter(({ option }) => option !== null && option !== "--").flatMap(({ words }) => words);
}
function positionalsOf(parsed) {
  return parsed.filter(({ option }) => option === null).flatMap(({ words }) => words);
}
function allWords(parsed) {
  return parsed.flatMap(({ words }) => words);
}

// src/suite/shell.ts
var reserved = new Set(
  "if then else elif fi for in while until do done case esac function select { } ! [[ time coproc eval exec set trap".split(" ")
);
function splitShell(line) {
  const pieces = [];
  let depth = 0;
  for (let at = 0; at < line.length; ) {
    const glue = /^(?:\s+|&&|\|\||;(?!;)|\|(?!&)|&(?!>)|\(|\))+/.exec(line.slice(at))?.[0];
    if (glue !== void 0) {
      for (const char of glue) {
        if (char === "(") depth += 1;
        if (char === ")") depth -= 1;
        if (depth < 0) return null;
      }
      pieces.push({ kind: "glue", raw: glue });
      at += glue.length;
      continue;
    }
    const command = readCommand(line, at);
    if (command === null) return null;
    pieces.push(command);
    at += command.raw.length;
  }
  return depth === 0 ? pieces : null;
}
function readCommand(line, start2) {
  const assignments = [];
  const words = [];
  const redirections = [];
  let at = start2;
  let end2 = start2;
  while (at < line.length) {
    const blank = /^(?:[ \t]|\\\n)+/.exec(line.slice(at))?.[0].length ?? 0;
    at += blank;
    if (at >= line.length || /^[;|)\n(]|^&(?!>)/.test(line.slice(at))) break;
    const redirection = /^(?:\d*(?:>>|>\||>|<(?![<(]))|&>>?)/.exec(line.slice(at))?.[0];
    if (redirection !== void 0) {
      const target = readRedirection(line, at, redirection);
      if (target === null) return null;
      redirections.push(target);
      at += target.raw.length;
    } else {
      const word2 = readWord(line, at);
      if (word2 === null) return null;
      const isAssignment = words.length === 0 && /^[A-Za-z_]\w*=/.test(word2.raw);
      if (words.length === 0 && !isAssignment && reserved.has(word2.raw)) return null;
      (isAssignment ? assignments : words).push(word2);
      at += word2.raw.length;
    }
    end2 = at;
  }
  return end2 === start2 || line[at] === "(" ? null : { kind: "command", assignments, words, redirections, raw: line.slice(start2, end2) };
}
function readRedirection(line, at, operator) {
  const after = at + operator.length;
  const toDescriptor = /^&[\d-]+/.exec(line.slice(after))?.[0];
  if (toDescriptor !== void 0) return { kind: "redirection", raw: operator + toDescriptor };
  const blank = /^[ \t]*/.exec(line.slice(after))?.[0] ?? "";
  const target = readWord(line, after + blank.length);
  return target === null ? null : { kind: "redirection", raw: operator + blank + target.raw };
}
function readWord(line, start2) {
  let value = "";
  let at = start2;
  const add = (text2) => {
    if (value !== null) value += text2;
  };
  while (at < line.length) {
    const char = line.charAt(at);
    if (/[\s;|&()<>]/.test(char)) break;
    if (char === "`" || char === "#" && at === start2 || line.startsWith("$(", at) || line.startsWith("$'", at)) return null;
    if (char === "'") {
      const close = line.indexOf("'", at + 1);
      if (close < 0) return null;
      add(line.slice(at + 1, close));
      at = close + 1;
    } else if (char === '"') {
      const quoted = /^"((?:[^"\\`]|\\[\s\S])*)"/.exec(line.slice(at));
      const inside = quoted?.[1];
      if (quoted === null || inside === void 0 || /(?<!\\)\$\(/.test(inside)) return null;
      if (/(?<!\\)\$[A-Za-z_{\d@*#?$!-]/.test(inside)) value = null;
      add(inside.replace(/\\\n/g, "").replace(/\\([\\"$`])/g, "$1"));
      at += quoted[0].length;
    } else if (char === "\\") {
      if (at + 1 >= line.length) return null;
      if (line[at + 1] !== "\n") add(line.charAt(at + 1));
      at += 2;
    } else if (char === "$") {
      const variable = /^\$(?:\w+|\{[^{}`]*\}|[@*#?$!-])?/.exec(line.slice(at))?.[0] ?? "$";
      if (variable === "$") add("$");
      else value = null;
      at += variable.length;
    } else {
      if (char === "~" && at === start2) value = null;
      add(char);
      at += 1;
    }
  }
  return at === start2 ? null : { kind: "word", raw: line.slice(start2, at), value };
}
function quote(text2) {
  return /^[A-Za-z0-9_\-./:=@%+,]+$/.test(text2) ? text2 : `'${text2.replaceAll("'", "'\\''")}'`;
}
function word(value) {
  return { kind: "word", raw: quote(value), value };
}
function renderCommand(command) {
  return [...command.assignments, ...command.words, ...command.redirections].map((token) => token.raw).join(" ");
}

// src/suite/ecosystems/languages/source-index.ts
import { join as join3, posix as posix3 } from "node:path";

// src/suite/listing.ts
import { readdir as readdir3 } from "node:fs/promises";
import { join as join2, posix as posix2 } from "node:path";
var foreign = /^(?:node_modules|vendor|site-packages|__pycache__|\..*)$/;
var made = /^(?:target|dist|out|_build|deps|blib|venv|env|cmake-build-.*)$/;
var written = /^(?:src|internal|pkg|cmd)$/;
var maxFolders = 1e4;
async function listTree(folder, { wanted, limit: limit2 }) {
  const found = [];
  let last = { folder: "", isSkipped: isSkippedFolder("") };
  const isSkipped = (path2) => {
    const folder2 = path2.slice(0, Math.max(0, path2.lastIndexOf("/")));
    if (folder2 !== last.folder) last = { folder: folder2, isSkipped: isSkippedFolder(folder2) };
    return last.isSkipped;
  };
  const see = (path2) => {
    if (found.length < limit2 && !isSkipped(path2) && wanted(path2)) found.push(path2);
    return found.length < limit2;
  };
  if (!await gitLists(folder, see)) await walk2(folder, see);
  return found.sort();
}
function isSkippedFolder(folder) {
  const names2 = folder.split("/");
  const first = names2.findIndex((name) => written.test(name));
  return names2.some((name, at) => name !== "." && (foreign.test(name) || (first < 0 || at < first) && made.test(name)));
}
async function gitLists(folder, see) {
  if (!await isCheckout(folder)) return false;
  try {
    await new Git(folder, { readOnly: true, withoutFilters: true }).eachFile(see);
    return true;
  } catch {
    return false;
  }
}
async function isCheckout(folder) {
  for (let at = folder; ; at = posix2.dirname(at)) {
    if (await exists(join2(at, ".git"))) return true;
    if (at === posix2.dirname(at)) return false;
  }
}
async function walk2(root, see) {
  const folders2 = [""];
  for (let at = 0; at < folders2.length; at += 1) {
    const folder = folders2[at] ?? "";
    for (const entry of await readdir3(join2(root, folder), { withFileTypes: true }).catch(() => [])) {
      const path2 = posix2.join(folder, entry.name);
      if (entry.isDirectory() && !isSkippedFolder(path2) && folders2.length < maxFolders) folders2.push(path2);
      else if (entry.isFile() && !see(path2)) return;
    }
  }
}

// src/suite/ecosystems/languages/source-index.ts
var source = /\.(?:py|go|rs|java|kt|kts|groovy|scala|rb|php|phpt|cs|fs|vb|ex|exs|pl|pm|t|c|cc|cpp|cxx|h|hh|hpp|m)$/;
var output = /(?:^|\/)(?:build|bin|obj)\//;
var maxFiles = 2e5;
var SourceIndex = class {
  root;
  #files = null;
  #byName = null;
  #byFolder = null;
  #texts = /* @__PURE__ */ new Map();
  constructor(root) {
    this.root = root;
  }
  files() {
    this.#files ??= listSources(this.root);
    return this.#files;
  }
  /**
   * The file that `tail` (`Sum.java`, `com/acme/Sum.java`, `./sum.go`) ends the path of: below `near` first, then the only one there is.
   * Null when there is none or it is not clear which.
   */
  async find(tail, near = "") {
    const wanted = posix3.normalize(tail.replaceAll("\\", "/")).replace(/^(?:\.\.?\/)+|^\/+/, "");
    if (wanted === "" || wanted === ".") return null;
    const matches = await this.ending(wanted);
    if (matches.length <= 1) return matches[0] ?? null;
    const own2 = near === "" ? [] : matches.filter((file) => file.startsWith(`${near}/`));
    if (own2.length === 1) return own2[0] ?? null;
    return matches.find((file) => file === posix3.join(near, wanted)) ?? null;
  }
  /** Whether `path` is a source file of the tree. */
  async has(path2) {
    return (await this.#named(posix3.basename(path2))).includes(path2);
  }
  /** A report names thousands of classes: each is looked up among the files of its name alone. */
  async #named(name) {
    this.#byName ??= this.files().then((files3) => groupsOf(files3, posix3.basename));
    return (await this.#byName).get(name) ?? [];
  }
  /** Files that lie in `folder` itself; '' is the root. */
  async in(folder) {
    this.#byFolder ??= this.files().then((files3) => groupsOf(files3, posix3.dirname));
    return (await this.#byFolder).get(posix3.join(folder, ".")) ?? [];
  }
  /** All files whose path ends with the whole parts of `tail`. */
  async ending(tail) {
    return (await this.#named(posix3.basename(tail))).filter((file) => file === tail || file.endsWith(`/${tail}`));
  }
  /** Lines of a file; null when it cannot be read. */
  lines(file) {
    let lines2 = this.#texts.get(file);
    if (lines2 === void 0) {
      lines2 = readText(join3(this.root, file), 2 << 20).then((text2) => text2?.split("\n") ?? null);
      this.#texts.set(file, lines2);
    }
    return lines2;
  }
  /** Number of the first line of `file` that `pattern` matches, from 1; null when none does. */
  async lineOf(file, pattern) {
    const index = (await this.lines(file))?.findIndex((line) => line.length < 2e3 && pattern.test(line)) ?? -1;
    return index < 0 ? null : index + 1;
  }
};
function groupsOf(files3, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const file of files3) {
    const group2 = groups.get(keyOf(file));
    if (group2 === void 0) groups.set(keyOf(file), [file]);
    else group2.push(file);
  }
  return groups;
}
function listSources(root, wanted = () => true) {
  return listTree(root, { limit: maxFiles, wanted: (path2) => source.test(path2) && wanted(path2) && !output.test(aboveSources(path2)) });
}
function aboveSources(path2) {
  const folders2 = path2.split("/").slice(0, -1);
  const first = folders2.findIndex((name) => written.test(name));
  return `${(first < 0 ? folders2 : folders2.slice(0, first)).join("/")}/`;
}
function escapeRegex(text2) {
  return text2.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

// src/suite/ecosystems/javascript/instrument.ts
var set = (text2) => new Set(text2.split(" "));
var optionTables = {
  mocha: {
    values: set(
      "--config --package --extension --file --require -r --reporter -R --reporter-option --reporter-options -O --ui -u --timeout --timeouts -t --slow -s --grep -g --fgrep -f --retries --jobs -j --spec --ignore --exclude --watch-files --watch-ignore --node-option -n --compilers --opts --globals --global --import --loader -C --conditions --paths -p"
    )
  },
  jest: {
    values: set(
      "--config -c --testPathPattern --testNamePattern -t --maxWorkers -w --outputFile --rootDir --env --testEnvironment --testRunner --runner --cacheDirectory --changedSince --coverageDirectory --coverageProvider --coverageThreshold --globals --globalSetup --globalTeardown --maxConcurrency --preset --resolver --seed --shard --testTimeout --testSequencer --moduleNameMapper --transform --collectCoverageFrom --workerIdleMemoryLimit --filter -f --testURL --notifyMode --prettierPath --snapshotFormat --moduleDirectories --testResultsProcessor"
    ),
    lists: set(
      "--reporters --selectProjects --ignoreProjects --coverageReporters --coveragePathIgnorePatterns --testPathIgnorePatterns --testPathPatterns --modulePathIgnorePatterns --setupFiles --setupFilesAfterEnv --roots --projects --testMatch --testRegex --moduleFileExtensions --modulePaths --transformIgnorePatterns --watchPathIgnorePatterns --snapshotSerializers --unmockedModulePathPatterns --haste --extraGlobals"
    )
  },
  vitest: {
    values: set(
      "--config -c --root -r --dir --reporter --outputFile --environment --pool --project --testNamePattern -t --maxWorkers --minWorkers --mode --testTimeout --hookTimeout --teardownTimeout --retry --bail --shard --exclude --workspace --tagsFilter --sequence --diff --logHeapUsage --maxConcurrency --configLoader --browser.name --vmMemoryLimit --execArgv"
    )
  },
  tape: { values: set("-r --require -i --ignore --ignore-pattern") },
  tap: {
    values: set(
      "-R --reporter -r --require -c -j --jobs -t --timeout -o --output-file --coverage-report --node-arg --test-arg --before --after --nyc-arg --include --exclude --grep -g --plugin --config"
    )
  },
  ava: { values: set("--match -m --timeout -T --config --node-arguments --concurrency -c") },
  jasmine: { values: set("") },
  uvu: { values: set("-r --require -i --ignore -C --cwd") },
  "node:test": nodeTable(),
  script: nodeTable()
};
function nodeTable() {
  return {
    values: set(
      "-r --require --import --loader --experimental-loader -C --conditions --env-file --env-file-if-exists --tsconfig --test-name-pattern --test-skip-pattern --test-reporter --test-reporter-destination --test-concurrency --test-timeout --test-shard --test-isolation --test-coverage-include --test-coverage-exclude --test-global-setup --stack-trace-limit --max-old-space-size --input-type"
    )
  };
}
var maxPattern = 3e4;
function exactly(text2) {
  return escapeRegex(text2).replace(/[\p{Cc}\p{Cs}]/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
function namePattern(names2) {
  const alternatives = [...new Set(names2.map((name) => exactly(name.replace(/^ +| +$/g, "")).replace(/ +/g, " +")))];
  const pattern = alternatives.length === 1 ? `^ *${alternatives[0]} *$` : `^ *(${alternatives.join("|")}) *$`;
  return pattern.length <= maxPattern ? pattern : null;
}
function instrument(command, tools2, selection, lean) {
  const words = [
    ...lean || selection !== null ? command.leanWrappers : command.wrappers,
    ...runnerWords(command, tools2, selection, lean)
  ];
  return renderCommand({ assignments: command.assignments, words, redirections: selection === null ? command.command.redirections : [] });
}
function runnerWords(command, tools2, selection, lean) {
  const behindDashes = command.args[0]?.value === "--";
  const ownArgs = behindDashes ? command.args.slice(1) : command.args;
  const keepDashes = behindDashes && selection === null && !lean;
  const program4 = keepDashes ? [...command.program, word("--")] : [...command.program];
  const parsed = parseArguments(ownArgs, optionTables[command.kind]);
  switch (command.kind) {
    case "mocha":
      return [...program4, ...mochaArguments(parsed, tools2, selection)];
    case "jest":
      return [...program4, ...jestArguments(parsed, tools2, selection, lean)];
    case "vitest":
      return [...program4, ...vitestArguments(parsed, tools2, selection, lean)];
    case "tape":
      return tapeWords(command, program4, parsed, selection);
    case "tap":
      return tools2.joined && selection !== null ? byNode(parsed, selection) : [...program4, ...tapArguments(parsed, tools2, selection)];
    case "ava":
      return [...program4, ...avaArguments(parsed, selection)];
    case "jasmine":
      return [...program4, ...jasmineArguments(parsed, tools2, selection)];
    case "uvu":
      return [...program4, ...uvuArguments(parsed, selection)];
    case "node:test":
      return nodeTestWords(program4, parsed, tools2, selection);
    case "script":
      return scriptWords(program4, ownArgs, tools2, selection);
  }
}
function mochaArguments(parsed, tools2, selection) {
  const kept2 = without(parsed, ["--reporter", "-R", "--reporter-option", "--reporter-options", "-O", "--watch", "-w", "--full-trace"]);
  const reporter = [word("--reporter"), word(tools2.mochaReporter)];
  if (selection === null) return [...reporterBeforeDashes(kept2, reporter)];
  const pattern = selection.names === null ? null : namePattern(selection.names);
  const options12 = optionsOf(pattern === null ? kept2 : without(kept2, ["--grep", "-g", "--fgrep", "-f", "--invert", "-i"]));
  return [...options12, ...reporter, ...pattern === null ? [] : [word("--grep"), word(pattern)], ...files(selection)];
}
function reporterBeforeDashes(parsed, added) {
  const dashes = parsed.findIndex(({ option }) => option === "--");
  const before2 = dashes < 0 ? parsed : parsed.slice(0, dashes);
  return [...allWords(before2), ...added, ...dashes < 0 ? [] : allWords(parsed.slice(dashes))];
}
function jestArguments(parsed, tools2, selection, lean) {
  const kept2 = without(parsed, [
    "--json",
    "--outputFile",
    "--watch",
    "--watchAll",
    "--onlyChanged",
    "-o",
    "--changedSince",
    "--testLocationInResults"
  ]);
  const report2 = [word("--json"), word(`--outputFile=${tools2.jsonReport}`), word("--testLocationInResults")];
  const measuring2 = tools2.jestCoverage === null ? [] : [word(`--testRunner=${tools2.jestCoverage}`)];
  if (selection === null) {
    const noThreshold = lean ? [word("--coverage=false")] : [];
    return [...report2, ...measuring2, ...noThreshold, ...allWords(lean ? without(kept2, ["--coverage", "--collectCoverage"]) : kept2)];
  }
  const options12 = optionsOf(
    without(kept2, [
      "--coverage",
      "--collectCoverage",
      "--testPathPattern*",
      "--testNamePattern",
      "-t",
      "--runTestsByPath",
      "--findRelatedTests"
    ])
  );
  const pattern = selection.names === null ? null : namePattern(selection.names);
  const filter = pattern === null ? [] : [word(`--testNamePattern=${pattern}`)];
  const how = word(selection.related ? "--findRelatedTests" : "--runTestsByPath");
  return [...options12, ...report2, ...measuring2, word("--coverage=false"), ...filter, how, ...files(selection)];
}
function vitestArguments(parsed, tools2, selection, lean) {
  const [first, ...rest] = parsed;
  const verb = first?.option === null ? first.words[0]?.value : null;
  const isVerb = verb === "run" || verb === "watch" || verb === "dev" || verb === "related";
  const kept2 = without(isVerb ? rest : parsed, ["--reporter", "--outputFile*", "--watch", "-w", "--run", "--ui", "--open", "--changed"]);
  const coverage = lean || selection !== null;
  const reporters = [word("--reporter=default"), word("--reporter=json"), word(`--outputFile.json=${tools2.jsonReport}`)];
  if (tools2.vitestCoverage !== null) reporters.push(word(`--reporter=${tools2.vitestCoverage}`));
  const rules = coverage ? without(kept2, ["--coverage*"]) : kept2;
  const off = coverage ? [word("--no-coverage.enabled")] : [];
  if (selection === null)
    return [
      word(verb === "related" ? "related" : "run"),
      ...allWords(rules),
      ...verb === "related" ? [word("--run")] : [],
      ...off,
      ...reporters
    ];
  const options12 = optionsOf(without(rules, ["--testNamePattern", "-t"]));
  const pattern = selection.names === null ? null : namePattern(selection.names);
  const filter = pattern === null ? [] : [word(`--testNamePattern=${pattern}`)];
  const start2 = selection.related ? [word("related"), word("--run")] : [word("run")];
  return [...start2, ...options12, ...off, ...reporters, ...filter, ...files(selection)];
}
function tapeWords(command, program4, parsed, selection) {
  if (selection === null) return [...program4, ...allWords(parsed)];
  const [only, ...others] = selection.files;
  const plainStart = command.leanWrappers.length === 0 || command.leanWrappers.every((each) => /(?:^|\/)cross-env$|=/.test(each.value ?? ""));
  const otherOptions = without(parsed, ["-r", "--require", "-i", "--ignore", "--ignore-pattern"]).some(({ option }) => option !== null);
  if (only !== void 0 && others.length === 0 && plainStart && !otherOptions) return byNode(parsed, selection);
  return [...program4, ...optionsOf(without(parsed, ["-i", "--ignore", "--ignore-pattern"])), ...files(selection)];
}
function tapArguments(parsed, tools2, selection) {
  const kept2 = without(parsed, ["--reporter", "-R", "--watch", "-w"]);
  const report2 = [word("--reporter=tap")];
  if (selection === null) return [...report2, ...allWords(kept2)];
  const coverage = tools2.tapMajor >= 18 ? [word("--disable-coverage")] : tools2.tapMajor >= 14 ? [word("--no-check-coverage")] : [];
  const options12 = optionsOf(
    without(kept2, ["--cov", "--coverage*", "--check-coverage", "--100", "--branches", "--lines", "--functions", "--statements"])
  );
  return [...report2, ...coverage, ...options12, ...files(selection)];
}
function byNode(parsed, selection) {
  const requires = parsed.filter(({ option }) => option === "-r" || option === "--require").flatMap(({ words }) => words);
  return [word("node"), ...requires, ...files(selection)];
}
function avaArguments(parsed, selection) {
  const kept2 = without(parsed, ["--watch", "-w"]);
  if (selection === null) return allWords(kept2);
  const patterns2 = (selection.names ?? []).map((name) => word(`--match=${name.replace(/[\p{Cc}\p{Cs}]/gu, "*")}`));
  const filter = patterns2.reduce((length, { raw }) => length + raw.length, 0) <= maxPattern ? patterns2 : [];
  return [...optionsOf(filter.length === 0 ? kept2 : without(kept2, ["--match", "-m"])), ...filter, ...files(selection)];
}
function jasmineArguments(parsed, tools2, selection) {
  const kept2 = [word(`--reporter=${tools2.jasmineReporter}`), ...allWords(without(parsed, ["--reporter"]))];
  if (selection === null) return kept2;
  const pattern = selection.names === null ? null : namePattern(selection.names);
  const filter = pattern === null ? [] : [word(`--filter=${pattern}`)];
  const options12 = optionsOf(without(parsed, ["--reporter", "--filter", "--filter-path"]));
  return [word(`--reporter=${tools2.jasmineReporter}`), ...options12, ...filter, ...files(selection)];
}
function uvuFolder(args) {
  const parsed = parseArguments(args, optionTables.uvu);
  const start2 = parsed.findLast(({ option }) => option === "-C" || option === "--cwd");
  const [first] = start2?.words ?? [];
  const base = start2 === void 0 ? "." : start2.words.length > 1 ? start2.words[1]?.value : first?.value?.replace(/^[^=]*=/, "");
  const folder = positionalsOf(parsed)[0];
  const below2 = folder === void 0 ? "." : folder.value;
  return typeof base === "string" && typeof below2 === "string" ? posix4.join(base, below2) : null;
}
function uvuArguments(parsed, selection) {
  if (selection === null) return allWords(parsed);
  const folder = uvuFolder(allWords(parsed)) ?? ".";
  const names2 = selection.files.map((file) => exactly(posix4.relative(folder, file)).replaceAll("\\/", "/"));
  const start2 = positionalsOf(parsed)[0] ?? word(".");
  return [...optionsOf(parsed), start2, word(`^(${names2.join("|")})$`)];
}
var nodeReports = ["--test-reporter", "--test-reporter-destination"];
var nodeCoverage = ["--experimental-test-coverage", "--test-coverage*"];
function nodeTestWords(program4, parsed, tools2, selection) {
  const kept2 = without(parsed, [...nodeReports, "--watch"]);
  const report2 = nodeReport(tools2);
  if (selection === null) return [...program4, ...report2, ...allWords(kept2)];
  const single = selection.files.length === 1;
  const dropped2 = [
    ...nodeCoverage,
    "--test-name-pattern",
    "--test-only",
    "--test-shard",
    ...single ? ["--test", "--test-concurrency", "--test-isolation", "--experimental-test-isolation", "--test-force-exit"] : []
  ];
  return [...program4, ...report2, ...optionsOf(without(kept2, dropped2)), ...nodeFilter(selection), ...files(selection)];
}
function nodeReport({ nodeReporter }) {
  return nodeReporter === null ? [] : [word(`--test-reporter=${nodeReporter}`)];
}
function nodeFilter(selection) {
  const pattern = selection.names === null ? null : namePattern(selection.names);
  return pattern === null ? [] : [word(`--test-name-pattern=${pattern}`)];
}
function scriptWords(program4, args, tools2, selection) {
  if (selection !== null && selection.names === null) return [word("node"), ...files(selection)];
  if (tools2.nodeFile !== "node:test") return [...program4, ...args];
  const parsed = parseArguments(args, optionTables.script);
  const kept2 = without(parsed, nodeReports);
  const filter = selection === null ? [] : nodeFilter(selection);
  return [...program4, ...nodeReport(tools2), ...filter, ...allWords(kept2)];
}
function files(selection) {
  return selection.files.map((file) => word(file.startsWith("-") ? `./${file}` : file));
}
function scriptFile(command) {
  if (command.kind !== "script") return null;
  return positionalsOf(parseArguments(command.args, optionTables.script))[0]?.value ?? null;
}
function withNodeOptions(each, options12) {
  if (!/^NODE_OPTIONS=/.test(each.value ?? each.raw.replace(/^["']/, ""))) return each;
  const raw = each.raw + quote(` ${options12}`);
  return { kind: "word", raw, value: each.value === null ? null : `${each.value} ${options12}` };
}

// src/suite/ecosystems/javascript/manifest.ts
import { join as join4 } from "node:path";
var texts = record(string(), string()).catch({});
var manifestSchema = looseObject({
  name: string().optional().catch(void 0),
  version: string().optional().catch(void 0),
  packageManager: string().optional().catch(void 0),
  main: string().optional().catch(void 0),
  exports: unknown().optional(),
  scripts: texts,
  dependencies: texts,
  devDependencies: texts,
  optionalDependencies: texts,
  peerDependencies: texts,
  workspaces: union([array(string()), looseObject({ packages: array(string()) }).transform((value) => value.packages)]).optional().catch(void 0),
  jest: unknown().optional(),
  mocha: unknown().optional()
});
async function readManifest(folder) {
  const text2 = await readText(join4(folder, "package.json"), 4 << 20);
  if (text2 === null) return { kind: "missing" };
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(text2.replace(/^\uFEFF/, "")));
    if (parsed.success) return { kind: "read", manifest: parsed.data };
    return { kind: "broken", reason: "package.json is not an object" };
  } catch (error2) {
    return { kind: "broken", reason: `package.json cannot be parsed: ${error2 instanceof Error ? error2.message : String(error2)}` };
  }
}
var locks = [
  ["pnpm-lock.yaml", "pnpm"],
  ["yarn.lock", "yarn"],
  ["bun.lock", "bun"],
  ["bun.lockb", "bun"],
  ["package-lock.json", "npm"],
  ["npm-shrinkwrap.json", "npm"]
];
async function findManager(folder, manifest, names2) {
  const present = locks.filter(([file]) => names2.includes(file));
  const declared = /^(npm|pnpm|yarn|bun)@(\d+)?/.exec(manifest.packageManager ?? "");
  const berryFiles = names2.includes(".yarnrc.yml") || names2.includes("yarn.lock") && isBerryLock(await readText(join4(folder, "yarn.lock"), 64 << 20) ?? "");
  if (declared !== null) {
    const manager = declared[1] === "pnpm" || declared[1] === "yarn" || declared[1] === "bun" ? declared[1] : "npm";
    const lock = present.find(([, owner]) => owner === manager)?.[0] ?? null;
    const berry = manager === "yarn" && (berryFiles || Number(declared[2] ?? 1) >= 2);
    return { manager, lock, berry, reason: `package manager ${manager}: "packageManager" in package.json` };
  }
  const [first] = present;
  if (first === void 0) return { manager: "npm", lock: null, berry: false, reason: "package manager npm: no lock file" };
  return {
    manager: first[1],
    lock: first[0],
    berry: first[1] === "yarn" && berryFiles,
    reason: `package manager ${first[1]}: ${first[0]}`
  };
}
function isBerryLock(text2) {
  return /^__metadata:/m.test(text2.slice(0, 2e3));
}
function installLine({ manager, lock, berry }) {
  switch (manager) {
    case "pnpm":
      return lock === null ? "pnpm install --no-frozen-lockfile" : "pnpm install --frozen-lockfile";
    case "yarn":
      if (lock === null) return "yarn install";
      return berry ? "yarn install --immutable" : "yarn install --frozen-lockfile --non-interactive";
    case "bun":
      return lock === null ? "bun install" : "bun install --frozen-lockfile";
    default:
      return lock === null ? "npm install --no-audit --no-fund" : "npm ci --no-audit --no-fund";
  }
}
function requiredDependencies(manifest) {
  const all2 = { ...manifest.dependencies, ...manifest.devDependencies };
  for (const name of Object.keys(manifest.optionalDependencies)) delete all2[name];
  return all2;
}

// src/suite/ecosystems/javascript/commands.ts
var runnersByName = {
  mocha: "mocha",
  _mocha: "mocha",
  "ts-mocha": "mocha",
  jest: "jest",
  vitest: "vitest",
  tape: "tape",
  tap: "tap",
  ava: "ava",
  jasmine: "jasmine",
  uvu: "uvu"
};
var jestScripts = /* @__PURE__ */ new Set(["react-scripts", "react-app-rewired", "craco", "kcd-scripts"]);
var measuring = /* @__PURE__ */ new Set(["nyc", "c8", "istanbul"]);
var passing = /* @__PURE__ */ new Set([
  "cross-env",
  "cross-env-shell",
  "env",
  "npx",
  "pnpx",
  "bunx",
  "exec",
  "dotenv",
  "env-cmd",
  "ts-node",
  "time",
  "nice",
  "xvfb-run"
]);
var nodes = /* @__PURE__ */ new Set(["node", "nodejs", "tsx"]);
function nameOf(word2) {
  return (word2?.value ?? "").replace(/^.*\//, "").replace(/\.(?:[cm]?js|cmd)$/, "");
}
function findRunner(command) {
  const start2 = firstProgram(command.words);
  if (start2 === null) return null;
  const wrappers2 = command.words.slice(0, start2.at);
  const program4 = command.words.slice(start2.at, start2.at + start2.length);
  const args = command.words.slice(start2.at + start2.length);
  const leanWrappers = withoutMeasuring(wrappers2);
  return { kind: start2.kind, assignments: command.assignments, wrappers: wrappers2, leanWrappers, program: program4, args, command };
}
function firstProgram(words) {
  let behindWrapper = false;
  for (let at = 0; at < words.length; at += 1) {
    const name = nameOf(words[at]);
    const value = words[at]?.value ?? "";
    const runner2 = runnersByName[name];
    if (runner2 !== void 0 && !isOptionValue(words, at)) return { kind: runner2, at, length: 1 };
    if (jestScripts.has(name) && words[at + 1]?.value === "test") return { kind: "jest", at, length: 2 };
    if (nodes.has(name)) return nodeStart(words, at);
    const isManagerExec = ["pnpm", "yarn", "npm", "bun"].includes(value) && /^(?:exec|dlx|x|run|--)$|^(?:mocha|jest|vitest|tape|tap|ava|jasmine|uvu|nyc|c8)$/.test(words[at + 1]?.value ?? "");
    if (measuring.has(name) || passing.has(name) || isManagerExec) behindWrapper = true;
    else if (!behindWrapper) return null;
  }
  return null;
}
function isOptionValue(words, at) {
  return at > 1 && /^(?:-r|--reporter|-R|--require|-p|--package)$/.test(words[at - 1]?.value ?? "") && words.length > at + 1;
}
var nodeOptionsWithValue = /* @__PURE__ */ new Set([
  "-r",
  "--require",
  "--import",
  "--loader",
  "--experimental-loader",
  "-C",
  "--conditions",
  "--env-file",
  "--tsconfig",
  "--env-file-if-exists"
]);
function nodeStart(words, at) {
  for (let next = at + 1; next < words.length; next += 1) {
    const value = words[next]?.value ?? "";
    if (/^(?:-e|--eval|-p|--print|-c|--check|--watch)$/.test(value)) return null;
    if (value === "--test") return { kind: "node:test", at, length: 1 };
    if (nodeOptionsWithValue.has(value)) next += 1;
    else if (!value.startsWith("-")) {
      const inModules = /(?:^|\/)node_modules\//.test(value);
      const runner2 = inModules ? runnersByName[nameOf(words[next]) === "bin" ? "" : nameOf(words[next])] : void 0;
      if (runner2 !== void 0) return { kind: runner2, at: next, length: 1 };
      if (inModules) return wrappedByNode(words, next);
      return /\.[cm]?[jt]sx?$|^[^*?]+$/.test(value) ? { kind: "script", at, length: 1 } : null;
    }
  }
  return null;
}
function wrappedByNode(words, at) {
  const inner = firstProgram(words.slice(at));
  return inner === null ? null : { ...inner, at: inner.at + at };
}
function withoutMeasuring(wrappers2) {
  const kept2 = [];
  let skipping = false;
  for (const [index, word2] of wrappers2.entries()) {
    const name = nameOf(word2);
    if (measuring.has(name)) {
      skipping = true;
      if (nodes.has(nameOf(kept2.at(-1))) && /\//.test(word2.value ?? "")) kept2.pop();
    } else if (skipping && (passing.has(name) || nodes.has(name)) && !isOptionValue([...wrappers2], index)) skipping = false;
    if (!skipping) kept2.push(word2);
  }
  return kept2;
}
var judges = new Set(
  "eslint standard xo semistandard ts-standard prettier biome oxlint jshint tslint jscs stylelint tsd dtslint attw publint knip depcheck dtsd evalmd ls-engines aud auditjs npm-audit commitlint markdownlint cspell license-checker nsp snyk".split(
    " "
  )
);
function asksRegistry(command) {
  const values = command.words.map((word2) => word2.value ?? "");
  const start2 = values[0] === "npx" ? 1 : 0;
  const name = nameOf(command.words[start2]).replace(/@.*$/, "");
  if (/^(?:aud|auditjs|npm-audit|snyk|nsp|audit-ci|better-npm-audit|improved-yarn-audit)$/.test(name)) return true;
  return /^(?:npm|pnpm|yarn)$/.test(name) && (values[start2 + 1] === "audit" || values[start2 + 1] === "npm" && values[start2 + 2] === "audit");
}
function isJudge(command) {
  const values = command.words.map((word2) => word2.value ?? "");
  const start2 = values[0] === "npx" || values[0] === "pnpm" || values[0] === "yarn" ? 1 : 0;
  const name = nameOf(command.words[start2]);
  if (judges.has(name)) return true;
  if ((name === "tsc" || name === "vue-tsc") && values.includes("--noEmit")) return true;
  if (values[0] === "npm" && values[1] === "audit") return true;
  return (values[0] === "npm" || values[0] === "yarn" || values[0] === "pnpm") && /^(?:lint|eslint|standard|check-types|typecheck|format)(?::|$)/.test(values[start2 === 1 ? 1 : 2] ?? "");
}

// src/suite/ecosystems/javascript/scripts.ts
var maxDepth = 8;
var maxLength = 2e4;
function expandScripts(line, scripts2) {
  const text2 = expandLine(line, scripts2, []);
  return text2 === null || text2.length > maxLength ? null : splitShell(text2);
}
function expandLine(line, scripts2, stack) {
  const pieces = splitShell(line);
  if (pieces === null || stack.length > maxDepth) return null;
  return pieces.map((piece) => piece.kind === "glue" ? piece.raw : expandCommand(piece, scripts2, stack) ?? piece.raw).join("");
}
function expandCommand(command, scripts2, stack) {
  const call = scriptCall(command, scripts2);
  if (call === null) return expandBehindWrapper(command, scripts2, stack);
  const bodies = call.names.map((name) => scriptBody(name, call.args, scripts2, stack));
  if (bodies.some((body) => body === null)) return null;
  const exports = command.assignments.map((assignment) => `export ${assignment.raw} && `).join("");
  const redirections = command.redirections.map((redirection) => ` ${redirection.raw}`).join("");
  return `( ${exports}${bodies.join(" && ")} )${redirections}`;
}
var wrappers = /^(?:npx|nyc|c8|cross-env|env|dotenv|time|nice)$/;
function expandBehindWrapper(command, scripts2, stack) {
  if (!wrappers.test(command.words[0]?.value ?? "")) return null;
  const at = command.words.findIndex(({ value }, index) => index > 0 && /^(?:npm|pnpm|yarn)$/.test(value ?? ""));
  if (at < 0) return null;
  const call = scriptCall({ ...command, assignments: [], redirections: [], words: command.words.slice(at) }, scripts2);
  const [name] = call?.names ?? [];
  if (call === null || name === void 0 || call.names.length !== 1) return null;
  if (scripts2[`pre${name}`] !== void 0 || scripts2[`post${name}`] !== void 0) return null;
  const body = scriptBody(name, call.args, scripts2, stack);
  const [only, ...others] = body === null ? [] : splitShell(body) ?? [];
  if (only?.kind !== "command" || others.length > 0 || only.assignments.length > 0) return null;
  const before2 = [...command.assignments, ...command.words.slice(0, at)].map((token) => token.raw);
  return [...before2, only.raw, ...command.redirections.map((token) => token.raw)].join(" ");
}
function scriptBody(name, args, scripts2, stack) {
  const body = scripts2[name];
  if (body === void 0 || stack.includes(name)) return null;
  const parts = [scripts2[`pre${name}`], [body, ...args].join(" "), scripts2[`post${name}`]].filter((part) => part !== void 0);
  const expanded = parts.map((part) => expandLine(part, scripts2, [...stack, name]));
  return expanded.some((part) => part === null) ? null : expanded.map((part) => group(part ?? "")).join(" && ");
}
function group(text2) {
  return /[;&\n]|\|\|/.test(text2.replaceAll("&&", "")) ? `( ${text2} )` : text2;
}
function scriptCall(command, scripts2) {
  const [program4, ...rest] = command.words.map((word2) => word2.value);
  const raws = command.words.slice(1).map((word2) => word2.raw);
  if (program4 === "npm" || program4 === "pnpm" || program4 === "yarn" || program4 === "bun") return managerCall(program4, rest, raws, scripts2);
  if (program4 === "node" && rest[0] === "--run") return named(rest[1], raws.slice(2), scripts2);
  if (program4 === "run-s" || program4 === "run-p" || program4 === "npm-run-all") return patternCall(rest, scripts2);
  return null;
}
function managerCall(program4, rest, raws, scripts2) {
  const quiet = (at2) => rest[at2] === "-s" || rest[at2] === "--silent" || rest[at2] === "--if-present";
  let at = 0;
  while (quiet(at)) at += 1;
  const verb = rest[at];
  if (verb === void 0 || verb === null) return null;
  const runs = verb === "run" || program4 === "npm" && ["run-script", "rum", "urn"].includes(verb);
  const isTest4 = program4 !== "bun" && (verb === "test" || program4 !== "yarn" && (verb === "t" || verb === "tst"));
  const isShort = (program4 === "pnpm" || program4 === "yarn") && scripts2[verb] !== void 0;
  if (!runs && !isTest4 && !isShort) return null;
  at += 1;
  while (quiet(at)) at += 1;
  const name = runs ? rest[at] : isTest4 ? "test" : verb;
  const args = raws.slice(runs ? at + 1 : at).filter((raw) => raw !== "--silent" && raw !== "-s");
  const given = program4 === "npm" ? args[0] === "--" ? args.slice(1) : args.length === 0 ? [] : null : args[0] === "--" ? args.slice(1) : args;
  if (given === null) return null;
  if (name?.startsWith("-") === true || program4 !== "npm" && args[0] !== "--" && given.some((arg) => /^(?:-r|-w|-F|--filter|--recursive|--workspace)/.test(arg)))
    return null;
  return named(name, given, scripts2);
}
function named(name, args, scripts2) {
  return typeof name === "string" && scripts2[name] !== void 0 ? { names: [name], args } : null;
}
function patternCall(words, scripts2) {
  const names2 = [];
  for (const text2 of words) {
    if (text2 === null || /\s/.test(text2) || text2 === "--") return null;
    if (/^(?:-[nslp]|--silent|--print-name|--print-label|--serial|--sequential|--parallel)$/.test(text2)) continue;
    if (text2.startsWith("-")) return null;
    const matches = Object.keys(scripts2).filter((name) => matchesPattern(name, text2));
    if (matches.length === 0) return null;
    names2.push(...matches);
  }
  return names2.length === 0 ? null : { names: names2, args: [] };
}
function matchesPattern(name, pattern) {
  const source3 = pattern.replace(/[.+^${}()|[\]\\?]/g, "\\$&").replace(/\*\*|\*/g, (stars) => stars === "**" ? ".*" : "[^:]*");
  return new RegExp(`^${source3}$`).test(name);
}

// src/suite/ecosystems/javascript/test-line.ts
function readTestLine(command, scripts2) {
  const pieces = expandScripts(command, scripts2);
  if (pieces === null) return null;
  const runners2 = /* @__PURE__ */ new Map();
  for (const [index, piece] of pieces.entries()) {
    const runner2 = piece.kind === "command" ? findRunner(piece) : null;
    if (runner2 !== null) runners2.set(index, runner2);
  }
  if ([...runners2.values()].some(({ kind }) => kind !== "script")) {
    for (const [index, { kind, command: own2 }] of runners2)
      if (kind === "script" && !/\btests?\b|\bspec\b/.test(own2.raw)) runners2.delete(index);
  }
  return { pieces, runners: runners2 };
}
function renderWhole(line, rendering) {
  return line.pieces.map((piece, index) => {
    if (piece.kind === "glue") return piece.raw;
    const runner2 = line.runners.get(index);
    if (runner2 === void 0) return asksRegistry(piece) ? "true" : renderOther(piece, rendering);
    const text2 = instrument(ownOptions(runner2, rendering), rendering.instruments(index), null, rendering.lean);
    const next = line.pieces[index + 1];
    const isPiped = next?.kind === "glue" && /^\s*\|(?!\|)/.test(next.raw);
    return isPiped && runner2.kind !== "jest" && runner2.kind !== "vitest" ? `${text2} | tee ${quote(rendering.tapFile(index))}` : text2;
  }).join("");
}
function renderSelected(line, selections, rendering) {
  const last = Math.max(...selections.keys());
  const parts = [];
  for (const [index, piece] of line.pieces.entries()) {
    if (index > last) break;
    if (piece.kind === "glue") {
      if (/[|&]/.test(piece.raw.replaceAll("&&", ""))) return null;
      continue;
    }
    if (/^(?:cd|pushd|popd|\.|source)$/.test(piece.words[0]?.value ?? "")) return null;
    const runner2 = line.runners.get(index);
    const selection = selections.get(index);
    if (runner2 === void 0) {
      if (!isJudge(piece) && !asksRegistry(piece)) parts.push(renderOther(piece, rendering));
    } else if (selection !== void 0)
      parts.push(instrument(ownOptions(runner2, rendering), rendering.instruments(index), selection === "whole" ? null : selection, true));
  }
  return parts.length === 0 ? null : parts.join(" && ");
}
function renderOther(command, { nodeOptions }) {
  const words = [...command.assignments, ...command.words];
  const changed = words.map((each) => withNodeOptions(each, nodeOptions));
  if (changed.every((each, index) => each === words[index])) return command.raw;
  return renderCommand({ assignments: [], words: changed, redirections: command.redirections });
}
function ownOptions(runner2, { nodeOptions }) {
  const change = (words) => words.map((each) => withNodeOptions(each, nodeOptions));
  return {
    ...runner2,
    assignments: change(runner2.assignments),
    wrappers: change(runner2.wrappers),
    leanWrappers: change(runner2.leanWrappers)
  };
}

// src/suite/ecosystems/javascript/told-by-uvu.ts
import { posix as posix6 } from "node:path";

// src/suite/ecosystems/javascript/imports.ts
import { stat as stat2 } from "node:fs/promises";
import { dirname, join as join5, posix as posix5, relative } from "node:path";
var specifiers = /(?:\brequire(?:\.resolve)?\s*\(\s*|\bfrom\s*|\bimport\s*\(?\s*|\bproxyquire\s*\(\s*|\.mock\s*\(\s*)(["'`])([^"'`\n]{1,300})\1/g;
var extensions = [
  "",
  ".js",
  ".ts",
  ".mjs",
  ".cjs",
  ".json",
  ".tsx",
  ".jsx",
  ".mts",
  ".cts",
  ".vue",
  "/index.js",
  "/index.ts",
  "/index.mjs",
  "/index.cjs",
  "/index.tsx"
];
var sourceOf = {
  ".js": [".ts", ".tsx"],
  ".mjs": [".mts"],
  ".cjs": [".cts"],
  ".jsx": [".tsx"]
};
var maxFiles2 = 5e3;
function importsIn(source3) {
  return [...source3.matchAll(specifiers)].map((match) => match[2] ?? "");
}
var ImportGraph = class {
  #root;
  #own;
  #known = /* @__PURE__ */ new Map();
  #kinds = /* @__PURE__ */ new Map();
  /** `folder` is the package's folder: a file may import the package by its own name. */
  constructor(root, folder) {
    this.#root = root;
    this.#own = ownPackage(root, folder);
  }
  /** All files of the repository that `file` reaches, itself included; stops at 5,000 files. */
  async reach(file) {
    const seen = /* @__PURE__ */ new Set([file]);
    for (const each of seen) {
      if (seen.size > maxFiles2) break;
      for (const next of (await this.#read(each)).files) seen.add(next);
    }
    return seen;
  }
  /** Names of the packages that `file` and what it reaches import, `node:` ones included. */
  async packages(file) {
    const found = /* @__PURE__ */ new Set();
    for (const each of await this.reach(file)) for (const name of (await this.#read(each)).packages) found.add(name);
    return found;
  }
  /** What `file` itself imports: files of the repository, and what looks like one and is not there. */
  imports(file) {
    return this.#read(file);
  }
  #read(file) {
    const known2 = this.#known.get(file);
    if (known2 !== void 0) return known2;
    const reading = this.#scan(file);
    this.#known.set(file, reading);
    return reading;
  }
  async #scan(file) {
    const files3 = [];
    const missing = [];
    const packages = [];
    const source3 = await readText(join5(this.#root, file), 2 << 20) ?? "";
    const own2 = await this.#own;
    for (const specifier of new Set(importsIn(source3))) {
      const isRelative = specifier.startsWith(".") || specifier.startsWith("/");
      const isOwn = own2.name !== null && (specifier === own2.name || specifier.startsWith(`${own2.name}/`));
      const target = isRelative ? posix5.join(dirname(file), specifier) : isOwn ? posix5.join(own2.main, specifier.slice(own2.name.length)) : null;
      const resolved = target === null ? null : await this.#resolve(target);
      if (resolved !== null) files3.push(resolved);
      else if (target !== null && !target.startsWith("..")) missing.push(posix5.normalize(target));
      if (resolved === null && !isRelative) packages.push(specifier);
    }
    return { files: files3, packages, missing };
  }
  async #resolve(target) {
    const path2 = posix5.normalize(target).replace(/\/$/, "");
    if (path2.startsWith("..") || path2.includes("node_modules/")) return null;
    for (const extension of extensions) if (await this.#isFile(path2 + extension)) return path2 + extension;
    const written2 = posix5.extname(path2);
    for (const extension of sourceOf[written2] ?? []) {
      const source3 = path2.slice(0, -written2.length) + extension;
      if (await this.#isFile(source3)) return source3;
    }
    return this.#folderMain(path2);
  }
  /** The file that importing a folder with a package.json means. */
  async #folderMain(path2) {
    const reading = await readManifest(join5(this.#root, path2));
    const main = reading.kind === "read" ? reading.manifest.main : void 0;
    if (main === void 0) return null;
    const target = posix5.join(path2, main);
    for (const extension of extensions) if (await this.#isFile(target + extension)) return posix5.normalize(target + extension);
    return null;
  }
  #isFile(path2) {
    const known2 = this.#kinds.get(path2);
    if (known2 !== void 0) return known2;
    const asking = stat2(join5(this.#root, path2)).then(
      (found) => found.isFile(),
      () => false
    );
    this.#kinds.set(path2, asking);
    return asking;
  }
};
async function ownPackage(root, folder) {
  const reading = await readManifest(folder);
  const main = relative(root, folder) || ".";
  return { name: reading.kind === "read" ? reading.manifest.name ?? null : null, main };
}
var built = /(?:^|\/)(?:dist|build|coverage)\//;
async function listFiles(root, folder, wanted) {
  const isOwn = (path2) => /\.[cm]?[jt]sx?$/.test(path2) && !built.test(path2) && wanted(posix5.join(folder, path2));
  return (await listTree(join5(root, folder), { limit: maxFiles2, wanted: isOwn })).map((path2) => posix5.join(folder, path2));
}

// src/suite/ecosystems/javascript/read-uvu.ts
var tallyLine = /^(.*?) {2}\((\d+) \/ (\d+)\)$/;
var failureLine = /^ {3}FAIL {2}(?:(.*) {2})?"(.*)"$/;
var summaryLine = /^ {2}(?:Total|Passed|Skipped|Duration): /;
function readUvu(output2, fileOf) {
  const groups = [];
  let file = null;
  let marked = [];
  for (const line of plain(output2).split("\n")) {
    const named2 = fileOf(line);
    if (named2 !== null) {
      file = named2;
      marked = [];
      continue;
    }
    if (file === null) continue;
    const tally = tallyLine.exec(line);
    const failure2 = failureLine.exec(line);
    const group2 = groups.at(-1);
    if (tally !== null) {
      groups.push(groupOf(file, [...marked, tally[1] ?? ""], Number(tally[2]), Number(tally[3])));
      marked = [];
    } else if (failure2 !== null && group2 !== void 0) group2.failures.push({ name: failure2[2] ?? "", lines: [] });
    else if (summaryLine.test(line)) file = null;
    else {
      group2?.failures.at(-1)?.lines.push(line);
      marked.push(line);
    }
  }
  return groups.flatMap(resultsOf);
}
function readUvuCrash(stderr, fileOf) {
  const found = /^(\w*Error\b.*) imported from (\S.*)$/m.exec(plain(stderr));
  const file = fileOf(found?.[2] ?? "");
  if (found === null || file === null) return [];
  return [{ file, path: [fileLevel], name: fileLevel, status: "failed", message: found[1] ?? "", stack: plain(stderr) }];
}
function groupOf(file, lines2, passed, total) {
  const suite = lines2.map((line) => /^ (\S.*?) {2}(?=[•✘]|$)/.exec(line)?.[1]).find((name) => name !== void 0) ?? "";
  const marks = lines2.flatMap((line) => [...line.matchAll(/[•✘](?= |$)/g)].map(([mark]) => mark === "\u2022"));
  const fits = marks.length === total && marks.filter((mark) => mark).length === passed;
  return { file, suite, marks: fits ? marks : null, passed, total, failures: [] };
}
function resultsOf({ file, suite, marks, passed, total, failures }) {
  const path2 = suite === "" ? [] : [suite];
  if (marks === null || failures.length !== total - passed) {
    const message = failures.map(({ name, lines: lines2 }) => `${name}: ${told(lines2)}`).join("\n\n");
    return [{ file, path: [...path2, suiteLevel], name: suiteLevel, status: passed === total ? "passed" : "failed", message }];
  }
  const left = [...failures];
  return marks.map((mark, index) => {
    const name = `#${index + 1}`;
    const base = { file, path: [...path2, name] };
    const failure2 = mark ? void 0 : left.shift();
    if (failure2 === void 0) return { ...base, name, status: "passed" };
    const { lines: lines2 } = failure2;
    const own2 = { name: failure2.name, message: `${failure2.name}: ${told(lines2)}`, stack: lines2.join("\n") };
    return { ...base, ...own2, status: "failed", expected: sideOf(lines2, "Expected"), actual: sideOf(lines2, "Actual") };
  });
}
function told(lines2) {
  const end2 = lines2.findIndex((line) => /^ {4}at /.test(line));
  return (end2 < 0 ? lines2 : lines2.slice(0, end2)).map((line) => line.trimEnd().replace(/^ {4}/, "")).join("\n").trim();
}
function sideOf(lines2, side2) {
  const sides = lines2.flatMap((line) => /^ +(?:\+\+|--)(.*)/.exec(line)?.[1] ?? []);
  const own2 = sides.length === 2 ? sides.find((text2) => text2.endsWith(`(${side2})`)) : void 0;
  return own2 === void 0 ? null : own2.slice(0, own2.lastIndexOf("(")).replaceAll("\xB7", " ").trimEnd();
}

// src/suite/ecosystems/javascript/told-by-uvu.ts
async function toldByUvu({ root, cwd, directory }, line, { output: output2, stderr }) {
  const folders2 = [...line?.runners.values() ?? []].flatMap((runner2) => runner2.kind === "uvu" ? [uvuFolder(runner2.args)] : []);
  if (folders2.length === 0) return [];
  const files3 = new Set(await listFiles(root, directory, (file) => /\.(?:[mc]?[jt]s|[jt]sx)$/.test(file)));
  const paths = (name) => folders2.flatMap((folder) => folder === null ? [] : [posix6.join(directory, folder, name)]).filter((path2) => files3.has(path2));
  const results2 = readUvu(output2, (name) => /^\S.*\.\w+$/.test(name) ? paths(name)[0] ?? null : null);
  if (results2.length > 0) return results2;
  return readUvuCrash(stderr, (text2) => {
    const { path: path2 } = relativeToRoot(text2, { root, cwd });
    return files3.has(path2) ? path2 : null;
  });
}

// src/suite/ecosystems/javascript/conclude-events.ts
async function concludeEvents(plan, memory, ended, events) {
  const reading = await readManifest(ended.place.cwd);
  const line = readTestLine(plan.testCommand, reading.kind === "read" ? reading.manifest.scripts ?? {} : {});
  const scripts2 = [...line?.runners.values() ?? []].flatMap((runner2) => {
    const file = scriptFile(runner2);
    return file === null ? [] : [posix7.normalize(posix7.join(plan.directory, /\.[cm]?[jt]sx?$/.test(file) ? file : `${file}.js`))];
  });
  const parsed = parseEvents(events);
  const byTap = plan.runner === "tap" ? await toldByTap(parsed) : [];
  const byUvu = await toldByUvu({ ...ended.place, directory: plan.directory }, line, {
    output: printedIn(parsed, "out"),
    stderr: printedIn(parsed, "err")
  });
  const nothing = { json: [], output: "", tap: [], expectsTap: false, soleFile: null };
  const exit = parsed.find((event) => event.e === "exit");
  const main = exit === void 0 ? null : relativeToRoot(exit.main, ended.place).path;
  const startedAlone2 = main !== null && !scripts2.includes(main) && memory.programs.has(main) ? main : null;
  const told2 = [...byUvu, ...byTap];
  return assemble({ ...ended, ...nothing, startedAlone: startedAlone2, told: told2, events: parsed, scripts: scripts2 });
}
async function toldByTap(events) {
  const results2 = [];
  for (const event of events) {
    if (event.e !== "output" || event.file === null || event.stream !== "out") continue;
    const { results: own2, bailedOut } = await readTap(event.text);
    results2.push(...ownedBy(event.file, own2));
    if (bailedOut !== null) results2.push(bailOut(bailedOut, event.file));
  }
  return results2;
}
function printedIn(events, stream) {
  return events.map((event) => event.e === "output" && event.file === null && event.stream === stream ? event.text : "").join("");
}

// src/suite/ecosystems/javascript/detect.ts
import { join as join9, posix as posix11 } from "node:path";

// src/suite/ecosystems/javascript/build-need.ts
import { join as join6, posix as posix8 } from "node:path";
var lookedAt = 30;
async function loadsBuilt(root, directory) {
  const ignored = await ignoredFolders(root, directory);
  const graph = new ImportGraph(root, join6(root, directory));
  for (const file of (await listFiles(root, directory, isTestFile)).slice(0, lookedAt)) {
    const { files: files3, missing } = await graph.imports(file);
    const output2 = [...missing, ...files3].find((path2) => isOutput(path2, directory, ignored));
    if (output2 !== void 0) return { file, output: output2 };
  }
  return null;
}
async function runsBuilt(root, directory, command, scripts2) {
  const ignored = await ignoredFolders(root, directory);
  const line = readTestLine(command, scripts2);
  const words = [...line?.runners.values() ?? []].flatMap(({ args }) => args.map(({ value }) => value ?? ""));
  return words.find((word2) => !word2.startsWith("-") && word2.includes("/") && isOutput(posix8.join(directory, word2), directory, ignored)) ?? null;
}
async function isBuilt(root, directory, manifest) {
  const ignored = await ignoredFolders(root, directory);
  const entries = [manifest.main, ...texts2(manifest.exports)].filter((entry) => entry !== void 0);
  return entries.some((entry) => isOutput(posix8.join(directory, entry), directory, ignored));
}
function texts2(value) {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(texts2) : [];
}
function isOutput(path2, directory, ignored) {
  const [first] = posix8.relative(directory, path2).split("/");
  return first !== void 0 && ignored.has(first);
}
async function ignoredFolders(root, directory) {
  const files3 = [.../* @__PURE__ */ new Set(["", directory])].map((folder) => join6(root, folder, ".gitignore"));
  const found = await Promise.all(files3.map((file) => readText(file, 1 << 20)));
  const names2 = found.flatMap((text2) => (text2 ?? "").split("\n")).map((line) => /^(?:\*\*)?\/?([\w.-]+)(?:\/(?:\*\*?)?)?\s*$/.exec(line)?.[1]);
  return new Set(names2.flatMap((name) => name === void 0 || name === "node_modules" ? [] : [name]));
}
function buildScript(scripts2) {
  const tests3 = /\b(?:npm|pnpm|yarn|bun)\s+(?:run\s+)?(?:t|tst|test\S*)(?:\s|$)|\b(?:mocha|jest|vitest|ava|tape|jasmine)\b|--test\b/;
  return ["build", "compile", "build:test", "tsc", "transpile"].find((name) => scripts2[name] !== void 0 && !tests3.test(scripts2[name])) ?? null;
}

// src/suite/ecosystems/javascript/ci-choice.ts
var runners = "vitest|jest|mocha|ava|tape|tap|jasmine|c8|nyc|uvu|karma";
var tests = new RegExp(
  `^(?:npx |pnpm |yarn |bunx? )?(?:${runners})\\b|^(?:npm|pnpm|yarn|bun)\\b.*\\s(?:t|tst|test\\b\\S*|unit\\b\\S*)(?:\\s|$)|^(?:npx |pnpm |yarn )?(?:turbo|nx|lerna)\\b.*\\btest\\b|^node\\b.*\\s--test\\b`
);
var otherwise = /\b(?:e2e|browser|integration|playwright|cypress|types?|lint|smoke|perf|bench|watch|update|publish|install|codecov)\b/i;
var builds = /^(?:npm|pnpm|yarn|bun)\s+(?:run\s+|-r\s+|--recursive\s+|-w\s+)*(?:build|compile|generate|codegen|prepare|tsc)\b|^(?:npx |pnpm |yarn )?(?:turbo|nx|lerna)\b.*\bbuild\b|^(?:npx |pnpm |yarn )?tsc\b(?!.*--noEmit)/;
var checks = /(?:^|[-_/.])(?:ci|tests?|checks?|build|node(?:js)?|main|pr|pull|continuous-integration)\b/i;
var deploys = /deploy|release|publish|docs|nightly|bench/i;
function ciTestCommand(commands, directory) {
  const own2 = commands.filter((each) => each.directory === directory && tests.test(each.command));
  const failed = own2.filter((each) => each.failed);
  if (failed.length > 0) return failed.at(-1) ?? null;
  const plain2 = own2.filter(({ command }) => !otherwise.test(command));
  return plain2.find(({ file }) => checks.test(file) && !deploys.test(file)) ?? plain2.find(({ file }) => !deploys.test(file)) ?? plain2[0] ?? null;
}
var testCall = /(?:^|\s)(?:npm|pnpm|yarn|bun)\s+(?:run\s+|run-script\s+|-s\s+|--silent\s+)*(?:t|tst|test)(?:\s|$)/;
var scriptCall2 = /^(?:npm|pnpm|yarn|bun)\s+(?:run\s+|run-script\s+)?(\S+)/;
function ciRunsTestScript(commands, directory, scripts2) {
  const isCall = (command) => testCall.test(command);
  return commands.some(
    ({ command, directory: own2 }) => own2 === directory && (isCall(command) || isCall(scripts2[scriptCall2.exec(command)?.[1] ?? ""] ?? ""))
  );
}
function upTo(commands, test) {
  return commands.filter(
    ({ file, job, position: position3, directory }) => file === test.file && job === test.job && position3 <= test.position && directory === test.directory
  );
}
function ciBuildCommand(commands, test) {
  return upTo(commands, test).findLast(({ command, position: position3 }) => position3 < test.position && builds.test(command)) ?? null;
}
var installs = /^(npm|pnpm|yarn|bun)(?:\s+(?:install|i|ci|clean-install))?((?:\s+--?\w[\w:.-]*(?:=\S+)?)*)\s*$/;
var decides = /^(?:--legacy-peer-deps|--force|-f|--ignore-scripts|--ignore-engines|--shamefully-hoist|--no-strict-peer-dependencies)$/;
function ciInstallOptions(commands, directory, manager) {
  const test = ciTestCommand(commands, directory);
  for (const { command } of test === null ? [] : upTo(commands, test)) {
    const found = installs.exec(command);
    if (found?.[1] !== manager) continue;
    const options12 = (found[2] ?? "").split(/\s+/).filter((option) => decides.test(option));
    if (options12.length > 0) return options12;
  }
  return [];
}

// src/suite/ecosystems/javascript/recognise.ts
import { join as join7, posix as posix9 } from "node:path";
var fanOut = [
  /^turbo (?:run )?.*\btest/,
  /^nx (?:run-many|affected|run)\b.*\btest/,
  /^(?:lerna|wsrun|ultra|lage)\b.*\btest/,
  /^npm\b(?=.*\s(?:-ws|--workspaces?|-w)(?:[\s=]|$)).*\s(?:t|tst|test\S*)(?:\s|$)/,
  /^pnpm\b(?=.*\s(?:-r|--recursive|-F|--filter)(?:[\s=]|$)).*\s(?:t|test\S*)(?:\s|$)/,
  /^yarn (?:workspaces? )\S*.*\btest/,
  /^bun\b(?=.*\s--filter[\s=]).*\stest/
];
var before = /^(?:(?:npx|bunx|(?:pnpm|yarn|npm)(?: exec)?)(?: --?[a-z-]*)* (?=(?:turbo|nx|lerna|wsrun|ultra|lage) )|(?:cross-env|env)(?: \w+=\S*)+ |dotenv .*? -- )/;
function programOf({ words }) {
  let text2 = words.map(({ raw }) => raw).join(" ");
  while (before.test(text2)) text2 = text2.replace(before, "");
  return text2;
}
var inBrowsers = /(?:^|[\s/])(karma|playwright|cypress|wdio|web-test-runner|wtr|testcafe|nightwatch|storybook|test-storybook|ng)(?:\s|$)/;
async function recognise(root, directory, manifest, command) {
  const line = readTestLine(command, manifest.scripts);
  const leftOut = (line?.pieces ?? []).flatMap((piece) => piece.kind === "command" && asksRegistry(piece) ? [piece.raw] : []);
  return { ...await runnerOf(root, directory, line, command), leftOut };
}
async function runnerOf(root, directory, line, command) {
  const texts3 = line === null ? [command] : line.pieces.flatMap((piece) => piece.kind === "command" ? [piece.raw] : []);
  const programs = line === null ? [command] : line.pieces.flatMap((piece) => piece.kind === "command" ? [programOf(piece)] : []);
  const spread = programs.find((program4) => fanOut.some((pattern) => pattern.test(program4)));
  if (spread !== void 0) return { runner: "workspaces", reason: `runner: those of the workspace's packages, started by \`${spread}\`` };
  if (line === null)
    return {
      runner: "other",
      reason: "runner: not known from the line, which is more than simple commands; reports are asked of whatever it starts"
    };
  const [first] = [...line.runners.values()].filter(({ kind }) => kind !== "script");
  if (first !== void 0 && first.kind !== "script")
    return { runner: first.kind, reason: `runner ${first.kind}: \`${first.command.raw}\`` };
  const own2 = await byImports(root, directory, line);
  if (own2 !== null) return own2;
  const browser = texts3.map((text2) => inBrowsers.exec(text2)?.[1]).find((name) => name !== void 0);
  if (browser !== void 0)
    return {
      runner: "other",
      reason: `runner ${browser}: it drives a browser or an application and is left to its own command; results by exit code and text`
    };
  return { runner: "other", reason: "runner: none that is known; results by exit code and text, and reports of whatever it starts" };
}
async function byImports(root, directory, line) {
  const graph = new ImportGraph(root, join7(root, directory));
  for (const script2 of line.runners.values()) {
    const file = scriptFile(script2);
    if (file === null) continue;
    const packages = await graph.packages(posix9.normalize(posix9.join(directory, /\.[cm]?[jt]sx?$/.test(file) ? file : `${file}.js`)));
    for (const name of ["node:test", "tape", "tap"])
      if (packages.has(name)) return { runner: name, reason: `runner ${name}: ${file} uses it` };
  }
  return null;
}

// src/suite/ecosystems/javascript/workspaces.ts
var import_picomatch = __toESM(require_picomatch(), 1);
var import_yaml4 = __toESM(require_dist(), 1);
import { join as join8, posix as posix10 } from "node:path";
var maxPackages = 1e3;
var maxFolders2 = 2e4;
var maxDepth2 = 5;
var packagesSchema = looseObject({ packages: array(string()) });
async function workspacePackages(root, directory, manifest) {
  const patterns2 = await patternsOf(join8(root, directory), manifest);
  if (patterns2.length === 0) return [];
  const tidy = patterns2.map((pattern) => pattern.replace(/^(!?)\.\//, "$1").replace(/\/$/, ""));
  const isWanted = (0, import_picomatch.default)(
    tidy.filter((pattern) => !pattern.startsWith("!")),
    { ignore: tidy.flatMap((pattern) => pattern.startsWith("!") ? [pattern.slice(1)] : []) }
  );
  const found = [];
  for (const folder of await foldersBelow(join8(root, directory), tidy)) {
    if (found.length >= maxPackages || !isWanted(folder)) continue;
    const reading = await readManifest(join8(root, directory, folder));
    if (reading.kind === "read") found.push({ directory: posix10.join(directory, folder), manifest: reading.manifest });
  }
  return found.sort((a, b) => a.directory.localeCompare(b.directory));
}
async function patternsOf(folder, manifest) {
  if (manifest.workspaces !== void 0) return manifest.workspaces;
  for (const file of ["pnpm-workspace.yaml", "lerna.json"]) {
    const text2 = await readText(join8(folder, file), 1 << 20);
    if (text2 === null) continue;
    try {
      const parsed = packagesSchema.safeParse((0, import_yaml4.parse)(text2, { maxAliasCount: 100, logLevel: "silent" }));
      if (parsed.success) return parsed.data.packages;
    } catch {
    }
  }
  return [];
}
async function foldersBelow(folder, patterns2) {
  const starts = patterns2.filter((pattern) => !pattern.startsWith("!")).map((pattern) => pattern.split("/"));
  const canMatch = (path2) => starts.some((start2) => start2.includes("**") || start2.length >= path2.length) && starts.some(
    (start2) => path2.every((name, at) => start2.slice(0, at + 1).includes("**") || start2[at] !== void 0 && import_picomatch.default.isMatch(name, start2[at]))
  );
  const found = [];
  let level = [[]];
  for (let depth = 0; depth < maxDepth2 && level.length > 0 && found.length < maxFolders2; depth += 1) {
    const next = await Promise.all(
      level.map(
        async (path2) => (await namesIn(join8(folder, ...path2))).filter((name) => name !== "node_modules" && !name.startsWith(".") && !/\.\w{1,5}$/.test(name)).map((name) => [...path2, name]).filter(canMatch)
      )
    );
    level = next.flat();
    found.push(...level.map((path2) => path2.join("/")));
  }
  return found;
}
function siblingsOf(manifest, packages) {
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.peerDependencies, ...manifest.optionalDependencies };
  return packages.filter(({ manifest: { name } }) => name !== void 0 && name !== manifest.name && wanted[name] !== void 0);
}

// src/suite/ecosystems/javascript/detect.ts
async function detect(request) {
  const { root, directory, names: names2, testCommand } = request;
  const reading = await readManifest(join9(root, directory));
  if (reading.kind === "broken") return { kind: "broken", reason: `${posix11.join(directory, "package.json")}: ${reading.reason}.` };
  if (reading.kind === "missing") return { kind: "foreign" };
  const { manifest } = reading;
  const manager = await managerFor(root, directory, manifest, names2);
  const packages = await workspacePackages(root, directory, manifest);
  const found = testCommand === null ? await findCommand(request, manifest, manager.manager, packages.length > 0) : { command: testCommand, reason: "test command: as given" };
  const setup = setupOf(request, manifest, manager);
  if ("looked" in found) return ofPackages(request, manager, packages, found.looked, setup);
  const recognised = await recognise(root, directory, manifest, found.command);
  const built2 = testCommand === null && recognised.runner !== "workspaces" ? await withBuild(request, manifest, manager, found.command) : null;
  const parts = recognised.runner === "workspaces" ? await partsOf(request, manager, packages) : [];
  const plan = {
    ecosystem: "javascript",
    directory,
    packageManager: manager.manager,
    runner: recognised.runner,
    testCommand: built2?.command ?? found.command,
    setupCommand: setup.command,
    reasons: [
      manager.reason,
      found.reason,
      ...built2 === null ? [] : [built2.reason],
      recognised.reason,
      ...recognised.leftOut.map((each) => `left out: \`${each}\` asks a registry, which tests cannot reach`),
      setup.reason
    ],
    ...parts.length === 0 ? {} : { parts }
  };
  return { kind: "plan", plan, isFailedStep: found.isFailedStep === true };
}
function setupOf({ setupCommand, ci, directory }, manifest, manager) {
  if (setupCommand !== null) return { command: setupCommand, reason: "setup command: as given" };
  const nothing = Object.keys(requiredDependencies(manifest)).length === 0 && manager.lock === null && manifest.workspaces === void 0;
  if (nothing) return { command: null, reason: "nothing to install: no dependencies" };
  const options12 = ciInstallOptions(ci, directory, manager.manager);
  const command = [installLine(manager), ...options12].join(" ");
  return { command, reason: `setup command: ${command}${options12.length === 0 ? "" : ", with the options that CI gives"}` };
}
async function ofPackages(request, manager, packages, looked, setup) {
  const parts = await partsOf(request, manager, packages);
  if (parts.length === 0) return { kind: "untested", looked, hint: null };
  const where = parts.map((part) => part.directory).join(", ");
  const plan = {
    ecosystem: "javascript",
    directory: request.directory,
    packageManager: manager.manager,
    runner: "several",
    testCommand: parts.map((part) => `(cd ${part.directory} && ${part.testCommand})`).join(" && "),
    setupCommand: setup.command,
    reasons: [
      manager.reason,
      `test command: none in the root, so that of each package of the workspace (${where})`,
      setup.reason,
      ...parts.flatMap((part) => part.reasons)
    ],
    parts
  };
  return { kind: "plan", plan };
}
async function partsOf(request, manager, packages) {
  const parts = [];
  for (const { directory, manifest } of packages) {
    const names2 = await namesIn(join9(request.root, directory));
    const found = await findCommand({ ...request, directory, names: names2, testCommand: null }, manifest, manager.manager);
    if ("looked" in found) continue;
    const recognised = await recognise(request.root, directory, manifest, found.command);
    const built2 = await withSiblings(request.root, manifest, packages, found.command);
    parts.push({
      ecosystem: "javascript",
      directory,
      packageManager: manager.manager,
      runner: recognised.runner,
      testCommand: built2 ?? found.command,
      setupCommand: null,
      reasons: [`${directory}: ${found.reason}, ${recognised.reason}`]
    });
  }
  return parts;
}
async function withSiblings(root, manifest, packages, command) {
  const order = [];
  const visit = (own3, above) => {
    for (const sibling of siblingsOf(own3, packages)) {
      if (order.includes(sibling) || above.includes(sibling.manifest)) continue;
      visit(sibling.manifest, [...above, own3]);
      if (!order.includes(sibling)) order.push(sibling);
    }
  };
  visit(manifest, []);
  const own2 = packages.find((each) => each.manifest === manifest);
  const builds2 = [];
  for (const { directory, manifest: sibling } of order) {
    if (own2 === void 0 || sibling.scripts.build === void 0 || !await isBuilt(root, directory, sibling)) continue;
    builds2.push(`npm --prefix ${posix11.relative(own2.directory, directory)} run build`);
  }
  return builds2.length === 0 ? null : [...builds2, command].join(" && ");
}
async function withBuild(request, manifest, manager, command) {
  const { root, directory, ci } = request;
  const before2 = manifest.scripts.pretest ?? "";
  if (/\b(?:build|compile|prepare|tsc|tshy)\b/.test(`${before2} ${manifest.scripts.test ?? ""}`)) return null;
  const test = ciTestCommand(ci, directory);
  const inCi = test === null ? null : ciBuildCommand(ci, test);
  const script2 = buildScript(manifest.scripts);
  const build = inCi?.command ?? (script2 === null ? null : `${manager.manager} run ${script2}`);
  if (build === null) return null;
  const source3 = inCi === null ? `script "${script2}" in package.json` : inCi.file;
  const run = await runsBuilt(root, directory, command, manifest.scripts);
  if (run !== null) return { command: `${build} && ${command}`, reason: `built before each run (${source3}): the tests are ${run}` };
  const loaded = await loadsBuilt(root, directory);
  if (loaded === null) return null;
  return { command: `${build} && ${command}`, reason: `built before each run (${source3}): ${loaded.file} loads ${loaded.output}` };
}
var isPlaceholder = (script2) => /Error: no test specified/.test(script2) || script2.trim() === "";
async function findCommand({ root, directory, names: names2, ci }, manifest, manager, hasPackages = false) {
  const { scripts: scripts2 } = manifest;
  const test = scripts2.test;
  const run = (name) => name === "test" ? manager === "bun" ? "bun run test" : `${manager} test` : `${manager} run ${name}`;
  const inCi = ciTestCommand(ci, directory);
  if (inCi?.failed === true) return { ...fromCi(inCi, `the step that failed in job ${inCi.job} of ${inCi.file}`), isFailedStep: true };
  if (test !== void 0 && !isPlaceholder(test)) {
    const isUsed = ciRunsTestScript(ci, directory, scripts2);
    const isKnown = async (command) => (await recognise(root, directory, manifest, command)).runner !== "other";
    if (!isUsed && inCi !== null && (await isKnown(inCi.command) || !await isKnown(run("test"))))
      return fromCi(inCi, `job ${inCi.job} of ${inCi.file}, where script "test" is not run`);
    return { command: run("test"), reason: `test command: script "test" in package.json${isUsed ? ", which CI runs too" : ""}` };
  }
  if (inCi !== null && !/\b(?:npm|pnpm|yarn|bun)\s+(?:t|tst|test)(?:\s|$)/.test(inCi.command))
    return fromCi(inCi, `job ${inCi.job} of ${inCi.file}`);
  for (const name of ["test:unit", "unit", "tests", "test:ci", "test:node", "mocha", "jest", "vitest", "tape"]) {
    const script2 = scripts2[name];
    if (script2 !== void 0 && !isPlaceholder(script2))
      return { command: run(name), reason: `test command: script "${name}" in package.json` };
  }
  const configured2 = await byConfiguration(root, directory, manifest, names2, hasPackages);
  const saw = test === void 0 ? 'script "test" in package.json (there is none)' : `script "test" in package.json (npm's default, which runs nothing)`;
  return configured2 ?? {
    looked: [
      saw,
      'scripts such as "test:unit"',
      "commands of .github/workflows",
      "configuration and dependencies of jest, vitest, mocha and others",
      "test files that use node:test"
    ]
  };
}
function fromCi({ command }, source3) {
  return { command, reason: `test command: ${source3}` };
}
async function byConfiguration(root, directory, manifest, names2, hasPackages) {
  const config = (pattern) => names2.find((name) => pattern.test(name)) ?? null;
  const dependencies = { ...manifest.dependencies, ...manifest.devDependencies };
  const jest = config(/^jest\.config\.\w+$/) ?? (manifest.jest === void 0 ? null : '"jest" in package.json');
  if (jest !== null) return { command: "npx jest", reason: `test command: ${jest}` };
  const vitest = config(/^vitest\.(?:config|workspace)\.\w+$/);
  if (vitest !== null) return { command: "npx vitest run", reason: `test command: ${vitest}` };
  const mocha = config(/^\.mocharc\.\w+$/) ?? (manifest.mocha === void 0 ? null : '"mocha" in package.json');
  if (mocha !== null) return { command: "npx mocha", reason: `test command: ${mocha}` };
  const files3 = hasPackages ? [] : await listFiles(root, directory, isTestFile);
  if (files3.length === 0) return null;
  for (const [name, command] of [
    ["vitest", "npx vitest run"],
    ["jest", "npx jest"],
    ["mocha", "npx mocha"],
    ["ava", "npx ava"],
    ["tap", "npx tap"],
    ["jasmine", "npx jasmine"]
  ]) {
    if (dependencies[name] !== void 0) return { command, reason: `test command: ${name} is a dependency and there are test files` };
  }
  const graph = new ImportGraph(root, join9(root, directory));
  for (const file of files3.slice(0, 20)) {
    if ((await graph.packages(file)).has("node:test")) return { command: "node --test", reason: `test command: ${file} uses node:test` };
  }
  return null;
}
async function managerFor(root, directory, manifest, names2) {
  const own2 = await findManager(join9(root, directory), manifest, names2);
  if (own2.lock !== null || directory === "" || manifest.packageManager !== void 0) return own2;
  const parent = await readManifest(root);
  const above = parent.kind === "read" ? await findManager(root, parent.manifest, await namesIn(root)) : null;
  return above === null || above.lock === null ? own2 : { ...above, reason: `${above.reason} in the root` };
}

// src/suite/ecosystems/javascript/installed.ts
import { existsSync } from "node:fs";
import { join as join10 } from "node:path";
var lockSchema = object({
  packages: record(
    string(),
    object({ version: string().optional(), optional: boolean().optional(), link: boolean().optional() })
  )
});
async function alreadyInstalled(cwd, command) {
  const reading = await readManifest(cwd);
  if (reading.kind !== "read") return null;
  const found = await findManager(cwd, reading.manifest, await namesIn(cwd));
  if (!isDetected(command, installLine(found))) return null;
  const modules = join10(cwd, "node_modules");
  if (!await exists(modules)) return null;
  if (found.manager === "npm" && found.lock !== null)
    return await matchesLock(cwd, found.lock) ? `node_modules is there and fits ${found.lock}` : null;
  const isOfPnpm = found.manager === "pnpm" && found.lock !== null && await exists(join10(modules, ".pnpm"));
  if (isOfPnpm)
    return await sameText(join10(cwd, found.lock), join10(modules, ".pnpm", "lock.yaml")) ? "node_modules is there and fits pnpm-lock.yaml" : null;
  return await hasDependencies(modules, reading.manifest) ? "node_modules is there with every dependency" : null;
}
var isDetected = (command, line) => command === line || command.startsWith(`${line} -`);
async function matchesLock(cwd, lock) {
  const wanted = await readLock(join10(cwd, lock));
  const present = await readLock(join10(cwd, "node_modules", ".package-lock.json"));
  if (wanted === null || present === null) return false;
  return Object.entries(wanted).every(
    ([path2, { version, optional, link }]) => path2 === "" || optional === true || link === true || !path2.includes("node_modules/") || present[path2]?.version === version
  );
}
async function readLock(file) {
  const text2 = await readText(file, 64 << 20);
  if (text2 === null) return null;
  try {
    const parsed = lockSchema.safeParse(JSON.parse(text2));
    return parsed.success ? parsed.data.packages : null;
  } catch {
    return null;
  }
}
async function sameText(first, second) {
  const [a, b] = await Promise.all([readText(first, 64 << 20), readText(second, 64 << 20)]);
  return a !== null && a === b;
}
async function hasDependencies(modules, manifest) {
  for (const [name, wanted] of Object.entries(requiredDependencies(manifest))) {
    const reading = await readManifest(join10(modules, name));
    if (reading.kind !== "read") return false;
    if (/^\d+\.\d+\.\d+$/.test(wanted) && reading.manifest.version !== wanted) return false;
  }
  return true;
}
var byNpm = /^npm (?:ci|install) --no-audit --no-fund(?: -|$)/;
var byYarn1 = /^yarn install --frozen-lockfile --non-interactive(?: -|$)/;
function otherLine({ stdout, stderr }, line) {
  const printed = plain(`${stdout}
${stderr}`);
  if (byYarn1.test(line) && /^error Found incompatible module\.$/m.test(printed) && !line.includes(" --ignore-engines"))
    return `${line} --ignore-engines`;
  if (!byNpm.test(line)) return null;
  if (/^npm (?:ERR!|error) code EBADENGINE$/m.test(printed) && !line.includes(" --no-engine-strict")) return `${line} --no-engine-strict`;
  if (/^npm (?:ERR!|error) code ERESOLVE$/m.test(printed) && !/ --(?:legacy-peer-deps|force)\b/.test(line))
    return `${line} --legacy-peer-deps`;
  const isOutOfSync = /`npm ci` can only install packages when your package\.json and \S+ (?:or \S+ )?are in sync/.test(printed);
  if (isOutOfSync && line.startsWith("npm ci")) return line.replace("npm ci", "npm install");
  const isOfPackage = /^npm (?:ERR!|error) path .*\/node_modules\//m.test(printed) && /^npm (?:ERR!|error) command failed$/m.test(printed);
  return isOfPackage && !line.includes(" --ignore-scripts") ? `${line} --ignore-scripts && npm run prepare --if-present` : null;
}
function ownScriptFailed({ stdout, stderr }, cwd) {
  const printed = plain(`${stdout}
${stderr}`);
  const npm = /^npm (?:ERR!|error) path (.+)$/m.exec(printed)?.[1] === cwd && /^npm (?:ERR!|error) command failed$/m.test(printed);
  const pnpm = /^\. (?:pre|post)?(?:install|prepare)\b/m.test(printed) && /ELIFECYCLE/.test(printed);
  const yarn = /^error Command failed with exit code \d+\.$/m.test(printed) && !/^error \S*node_modules\S*: Command failed/m.test(printed);
  return (npm || pnpm || yarn) && existsSync(join10(cwd, "node_modules")) ? "installed; a script of the repository's own failed" : null;
}

// src/suite/ecosystems/javascript/managers.ts
import { cp, mkdir as mkdir2, readdir as readdir5, realpath as realpath2 } from "node:fs/promises";
import { join as join13 } from "node:path";

// src/suite/ecosystems/javascript/linked-modules.ts
import { readdir as readdir4, readlink } from "node:fs/promises";
import { join as join11, posix as posix12, relative as relative2, resolve, sep } from "node:path";
var installs2 = /\b(?:npm|pnpm|bun)\s+(?:ci|i|install)(?![\w:-])|\byarn(?:\s+install(?![\w:-])|\s+-|\s*(?:$|[;&|]))/;
async function dropLinkedModules({ setupCommand, directory }, root) {
  if (setupCommand === null || !installs2.test(setupCommand)) return;
  const own2 = await Promise.all(["", directory].map((folder) => packagesAt(root, folder)));
  for (const folder of new Set(own2.flat())) {
    const modules = join11(root, folder, "node_modules");
    if (await leadsElsewhere(root, modules)) await removeTree(modules);
  }
}
async function packagesAt(root, folder) {
  const at = posix12.normalize(folder === "" ? "." : folder);
  const reading = await readManifest(join11(root, at));
  if (reading.kind !== "read") return [at];
  return [at, ...(await workspacePackages(root, at, reading.manifest)).map((each) => each.directory)];
}
async function leadsElsewhere(root, modules) {
  for (const entry of await readdir4(modules, { withFileTypes: true }).catch(() => [])) {
    const path2 = join11(modules, entry.name);
    if (entry.isDirectory() && entry.name.startsWith("@") && await leadsElsewhere(root, path2)) return true;
    if (!entry.isSymbolicLink()) continue;
    const target = resolve(modules, await readlink(path2).catch(() => "."));
    if (relative2(root, target).startsWith("..") && target.endsWith(sep + relative2(root, path2))) return true;
  }
  return false;
}

// src/suite/ecosystems/javascript/stand-ins.ts
import { mkdir, writeFile } from "node:fs/promises";
import { join as join12 } from "node:path";
var isStoodInFor = (manager) => manager === "pnpm" || manager === "yarn";
var pnpmOfLock = { "5.3": "6", "5.4": "7", "6.0": "8", "6.1": "8", "9.0": "10" };
async function standIn(manager, folder, path2, roots) {
  if (!isStoodInFor(manager) || await findProgram(manager, path2) !== null) return null;
  const bin = join12(folder, "bin");
  await mkdir(bin, { recursive: true });
  await writeFile(join12(bin, manager), script(await wantedVersion(manager, roots), join12(folder, "own")), { mode: 493 });
  return bin;
}
async function wantedVersion(manager, roots) {
  for (const root of roots) {
    const reading = await readManifest(root);
    const said = reading.kind === "read" ? reading.manifest.packageManager ?? "" : "";
    const version = new RegExp(`^${manager}@(\\d[\\w.-]*)`).exec(said)?.[1];
    if (version !== void 0) return { manager, version, declared: true };
  }
  for (const root of roots) {
    const lock = await readText(join12(root, manager === "pnpm" ? "pnpm-lock.yaml" : "yarn.lock"), 64 << 20);
    if (lock === null) continue;
    if (manager === "yarn") return { manager, version: isBerryLock(lock) ? "4" : "1", declared: false };
    const written2 = /^lockfileVersion: '?([\d.]+)/m.exec(lock.slice(0, 2e3))?.[1] ?? "";
    return { manager, version: pnpmOfLock[written2] ?? "10", declared: false };
  }
  return { manager, version: manager === "pnpm" ? "10" : "1", declared: false };
}
function script({ manager, version, declared }, own2) {
  const called = declared ? manager : `${manager}@${version}`;
  const name = manager === "yarn" && !version.startsWith("1") ? "@yarnpkg/cli-dist" : manager;
  const program4 = join12(own2, "node_modules", ".bin", manager);
  return `#!/bin/sh
asked=${quote(join12(own2, `${manager}-by-corepack`))}
if [ -e "$asked" ]; then exec corepack ${called} "$@"; fi
if command -v corepack >/dev/null 2>&1 && corepack ${called} --version >/dev/null 2>&1; then
  mkdir -p ${quote(own2)} && : >"$asked"
  exec corepack ${called} "$@"
fi
[ -x ${quote(program4)} ] || npm install --prefix ${quote(own2)} --no-save --no-audit --no-fund --loglevel=error ${quote(`${name}@${version}`)} >&2 || exit
exec ${quote(program4)} "$@"
`;
}

// src/suite/ecosystems/javascript/managers.ts
async function whileInstalling({ env, plan, cwd, root }) {
  await dropLinkedModules(plan, root);
  const folder = await folderOf(env.scratch);
  await mkdir2(folder, { recursive: true });
  await takeAlong(plan, join13(folder, "corepack"), [cwd, root]);
  const bin = await standIn(plan.packageManager ?? "", folder, pathOf(env), [cwd, root]);
  return {
    environment: { ...variables(folder), ...bin === null ? {} : { PATH: bin } },
    writable: [folder, ...await modulesOfActions(root)]
  };
}
var DEEPEST = 3;
async function modulesOfActions(root) {
  const found = [];
  const own2 = join13(root, ".github");
  let level = await realpath2(own2).catch(() => null) === own2 ? [own2] : [];
  for (let depth = 0; depth <= DEEPEST && level.length > 0; depth += 1) {
    const listed = await Promise.all(level.map(async (folder) => ({ folder, entries: await entriesOf(folder) })));
    for (const { folder, entries } of listed) {
      if (!entries.some((entry) => entry.isFile() && entry.name === "package.json")) continue;
      const modules = join13(folder, "node_modules");
      await mkdir2(modules, { recursive: true }).catch(() => void 0);
      if (await realpath2(modules).catch(() => null) === modules) found.push(modules);
    }
    level = listed.flatMap(
      ({ folder, entries }) => entries.filter((entry) => entry.isDirectory() && entry.name !== "node_modules").map(({ name }) => join13(folder, name))
    );
  }
  return found;
}
var entriesOf = (folder) => readdir5(folder, { withFileTypes: true }).catch(() => []);
async function bringsManager({ env, plan }) {
  const { packageManager = "", testCommand } = plan;
  if (!isStoodInFor(packageManager) || !new RegExp(`\\b${packageManager}\\b`).test(testCommand)) return null;
  return await findProgram(packageManager, pathOf(env)) === null ? `${packageManager} --version` : null;
}
var pathOf = ({ testEnv }) => testEnv.PATH ?? userPath(process.env);
async function takeAlong({ packageManager, setupCommand, testCommand }, to, roots) {
  const from = process.env.COREPACK_HOME ?? join13(userHome(), ".cache", "node", "corepack");
  const called = ["pnpm", "yarn"].filter((name) => [packageManager, setupCommand, testCommand].join(" ").includes(name));
  if (called.length === 0 || await exists(to)) return;
  const taken = called.map(async (manager) => {
    const { version, declared } = await wantedVersion(manager, roots);
    return declared ? join13("v1", manager, version) : join13("v1", manager);
  });
  for (const path2 of ["lastKnownGood.json", ...await Promise.all(taken)])
    await cp(join13(from, path2), join13(to, path2), { recursive: true }).catch(() => void 0);
}
async function whileTesting({ env }) {
  const folder = await folderOf(env.scratch);
  const environment = { ...variables(folder), COREPACK_ENABLE_NETWORK: "0", YARN_ENABLE_NETWORK: "false" };
  if (!await exists(folder)) return { environment: {} };
  const bin = join13(folder, "bin");
  return { environment: await exists(bin) ? { ...environment, PATH: bin } : environment, readable: [folder] };
}
async function withPackages(line, { plan, cwd, root }) {
  if (plan.packageManager !== "yarn") return line;
  const isPlugged = await exists(join13(cwd, ".pnp.cjs")) || await exists(join13(root, ".pnp.cjs"));
  return isPlugged ? `yarn exec sh -c ${quote(line)}` : line;
}
async function folderOf(scratch) {
  return join13(await realpath2(scratch), "dependencies", "managers");
}
function variables(folder) {
  return {
    COREPACK_HOME: join13(folder, "corepack"),
    COREPACK_ENABLE_DOWNLOAD_PROMPT: "0",
    // Another version of itself that package.json asks pnpm for.
    PNPM_HOME: join13(folder, "pnpm"),
    YARN_GLOBAL_FOLDER: join13(folder, "yarn"),
    // Plug'n'Play names its packages relative to the tree: they must lie in it to be there in a copy too.
    YARN_ENABLE_GLOBAL_CACHE: "false",
    YARN_ENABLE_TELEMETRY: "0"
  };
}

// src/suite/ecosystems/javascript/prepare.ts
import { mkdir as mkdir3, writeFile as writeFile4 } from "node:fs/promises";
import { join as join18, posix as posix16 } from "node:path";

// src/suite/ecosystems/javascript/coverage.ts
import { join as join15, posix as posix14 } from "node:path";

// src/suite/ecosystems/javascript/built-lines.ts
var import_picomatch2 = __toESM(require_picomatch(), 1);
import { join as join14 } from "node:path";
var mostSources = 2e3;
var maxBytes = 2 << 20;
var ahead = 60;
var enough = 0.3;
var folders = /(?:^|\/)(?:dist|build|out|es|esm|cjs|umd)\//;
var BuiltLines = class {
  #root;
  #ignored = null;
  #index = null;
  constructor(root) {
    this.#root = root;
  }
  /** The source line of each line of a file, by number; null where the file is none that a build makes, or is made of something else. */
  async of(path2, text2) {
    if (!await this.#isBuilt(path2)) return null;
    this.#index ??= this.#read();
    return matched(text2, await this.#index);
  }
  async #isBuilt(path2) {
    this.#ignored ??= readText(join14(this.#root, ".gitignore"), maxBytes).then((text2) => ignoredBy(text2 ?? ""));
    return folders.test(path2) || (await this.#ignored)(path2);
  }
  async #read() {
    const found = /* @__PURE__ */ new Map();
    const paths = await listFiles(this.#root, "", (path2) => !isTestFile(path2) && !/\.d\.[cm]?ts$/.test(path2));
    for (const path2 of paths.slice(0, mostSources)) {
      if (await this.#isBuilt(path2)) continue;
      for (const [index, line] of (await readText(join14(this.#root, path2), maxBytes) ?? "").split("\n").entries()) {
        const ways = /\.[cm]?tsx?$/.test(path2) ? [line, withoutTypes(line)] : [line];
        for (const said of new Set(ways.map(sayingOf))) {
          if (said === null) continue;
          const places = found.get(said);
          if (places === void 0) found.set(said, [{ path: path2, line: index + 1 }]);
          else places.push({ path: path2, line: index + 1 });
        }
      }
    }
    return found;
  }
};
function matched(text2, index) {
  const found = /* @__PURE__ */ new Map();
  let telling = 0;
  let last = null;
  for (const [at, line] of text2.split("\n").entries()) {
    const said = sayingOf(line);
    if (said === null) continue;
    const places = index.get(said) ?? [];
    const place = nextOf(places, last) ?? (places.length === 1 ? places[0] : void 0);
    if (place !== void 0 || !ofBuilds.test(line)) telling += 1;
    if (place === void 0) continue;
    found.set(at + 1, place);
    last = place;
  }
  return telling > 0 && found.size >= enough * telling ? found : null;
}
var ofBuilds = /^(?:["']use strict|Object\.defineProperty\(exports,|exports\.[\w$.= ]+;|(?:const|var) \w+ = (?:__\w+\()?require\()/;
function nextOf(places, last) {
  if (last === null) return void 0;
  return places.find(({ path: path2, line }) => path2 === last.path && line > last.line && line - last.line < ahead);
}
function withoutTypes(line) {
  return line.replace(/\b(?:public|private|protected|readonly|override|abstract|declare)\s+(?=[\w#[*])/g, "").replace(/(?<=[\w)\]])[?!]?\s*:\s*[A-Za-z_$][\w$.<>[\]|& ]*(?=\s*(?:[=,){;]|$))/g, "").replace(/\s+(?:as|satisfies)\s+[A-Za-z_$][\w$.<>[\]]*/g, "").replace(/(?<=\w)!(?=[.;,)[]|$)/g, "");
}
function sayingOf(line) {
  const bare = line.trim();
  if (/^(?:\/\/|\/?\*)/.test(bare)) return null;
  const said = bare.replace(/\/\/ .*$|^export (?:default )?/g, "").replace(/\(0, ?\w+\.(\w+)\)(?=\()/g, "$1").replace(/(?<![\w.])\w+_\d+\.(?=[A-Za-z_$])/g, "").replace(/["'`]/g, '"').replace(/[\s;,()]+/g, "");
  return /\w{3}/.test(said) && said.length > 5 ? said : null;
}
function ignoredBy(text2) {
  const rules = text2.split("\n").map((line) => line.trim());
  const globs = rules.filter((rule) => rule !== "" && !/^[#!]/.test(rule)).map((rule) => {
    const bare = rule.replace(/^\/|\/$/g, "");
    return rule.replace(/\/$/, "").includes("/") ? bare : `**/${bare}`;
  });
  if (globs.length === 0) return () => false;
  const matches = (0, import_picomatch2.default)(
    globs.flatMap((glob) => [glob, `${glob}/**`]),
    { dot: true }
  );
  const kept2 = (0, import_picomatch2.default)(
    rules.filter((rule) => rule.startsWith("!")).map((rule) => rule.slice(1).replace(/^\//, "")),
    { dot: true }
  );
  return (path2) => matches(path2) && !kept2(path2);
}

// src/suite/ecosystems/javascript/endless-source.ts
var loopName = "regreenLoop";
var endlessSource = String.raw`'use strict';
(function () {
  const fs = require('fs');
  const Module = require('module');
  const { createHash } = require('crypto');
  const { fileURLToPath } = require('url');
  const { processor, files } = JSON.parse(fs.readFileSync(__dirname + '/endless.json', 'utf8'));

  // ---- the call in some rounds of each loop, which tells how many may pass until the next one ----
  const cpu = typeof process.threadCpuUsage === 'function' ? process.threadCpuUsage.bind(process) : process.cpuUsage.bind(process);
  const clock = performance.now.bind(performance);
  const later = setImmediate;
  const v8 = require('v8');
  let ended = 0;
  let slowest = 0;
  // Since when the event loop has not turned, and what was worked in loops since, in seconds.
  let turn = null;
  // How often modules may have been loaded.
  let loads = 0;
  const mostBetween = 0.5;
  const most = () => Math.max(ended === 0 ? processor[0] : processor[1] / 2 ** Math.min(ended - 1, 2), 0.5, 10 * slowest);
  const heap = () => v8.getHeapStatistics();
  function isFull(before) {
    const { used_heap_size: used, heap_size_limit: all } = heap();
    return used > 0.5 * all && used - before > 0.25 * all;
  }
  const used = () => { const { user, system } = cpu(); return (user + system) / 1e6; };
  // To ask for the processor's time takes longer than many rounds: it is done where this has passed by the clock, in seconds.
  const quick = 0.001;
  const fewRounds = 7;
  const manyRounds = 63;
  /**
   * Of what lies between two calls little counts, as it may be no loop's work, but for what lies between two calls of one loop while no modules were
   * loaded; and no more than has passed by the clock, where the processor's time is that of all threads.
   */
  function loop(last) {
    const at = clock() / 1e3;
    if (turn === null) {
      const own = { worked: 0, cpu: used(), clock: at, asked: at, heap: heap().used_heap_size, full: 0 };
      turn = own;
      later(() => {
        if (turn !== own) return;
        slowest = Math.max(slowest, own.worked);
        turn = null;
      }).unref();
      return answer(0, 1);
    }
    const between = at - turn.asked;
    turn.asked = at;
    // Of rounds that take ever longer there are never many.
    const times = last === undefined ? 1 : last.times + 1;
    const rounds = between > quick ? 0 : between < quick / 10 && times > 8 ? manyRounds : fewRounds;
    if (at - turn.clock < quick) return answer(rounds, times);
    const now = used();
    const all = last !== undefined && last.turn === turn && last.loads === loads;
    turn.worked = Math.max(
      turn.worked + Math.min(now - turn.cpu, at - turn.clock, mostBetween),
      all ? last.worked + Math.min(now - last.cpu, at - last.clock) : 0,
    );
    turn.cpu = now;
    turn.clock = at;
    if (turn.worked < most() && !(turn.worked >= 0.5 && turn.worked >= turn.full && fills())) return answer(rounds, times);
    turn = null;
    ended += 1;
    throw new Error('${didNotEndInTime}');
  }
  const answer = (rounds, times) => ({ rounds: rounds, times: times, turn: turn, loads: loads, worked: turn.worked, cpu: turn.cpu, clock: turn.clock });
  /** Looked at from time to time. */
  function fills() {
    turn.full = turn.worked + 0.05;
    return isFull(turn.heap);
  }
  Object.defineProperty(process, '${loopName}', { value: loop, configurable: true, writable: true, enumerable: false });

  // ---- the texts with these calls ----
  function withCalls(file, given) {
    loads += 1;
    const told = typeof file === 'string' ? files[file] : undefined;
    if (told === undefined || given === null || given === undefined) return given;
    const text = typeof given === 'string' ? given : Buffer.from(given).toString('utf8');
    if (createHash('sha256').update(text).digest('hex') !== told.hash) return given;
    let out = '';
    let at = 0;
    for (const [offset, more] of told.insertions) {
      out += text.slice(at, offset) + more;
      at = offset;
    }
    out += text.slice(at);
    return typeof given === 'string' ? out : Buffer.from(out);
  }
  const nameOf = (file) => {
    try { return typeof file === 'string' ? (file.startsWith('file:') ? fileURLToPath(file.replace(/[?#].*$/, '')) : file) : file instanceof URL ? fileURLToPath(file) : null; } catch (error) { return null; }
  };
  const { readFileSync, readFile } = fs;
  fs.readFileSync = function (file) { return withCalls(nameOf(file), readFileSync.apply(this, arguments)); };
  fs.readFile = function (file, ...rest) {
    const done = rest[rest.length - 1];
    if (typeof done === 'function') rest[rest.length - 1] = function (error, data) { return done.call(this, error, error ? data : withCalls(nameOf(file), data)); };
    return readFile.call(this, file, ...rest);
  };
  const read = fs.promises.readFile;
  fs.promises.readFile = function (file) {
    const reading = read.apply(this, arguments);
    return typeof file === 'string' || file instanceof URL ? reading.then((data) => withCalls(nameOf(file), data)) : reading;
  };
  Module.syncBuiltinESMExports();
  // Node's own loader reads modules by another way. In the thread where Node runs hooks that others register, 22.23 ends with an error where
  // there are such as these.
  const load = (url, loaded) => (loaded && loaded.source ? Object.assign({}, loaded, { source: withCalls(nameOf(url), loaded.source) }) : loaded);
  const { isInternalThread, isMainThread } = require('worker_threads');
  if (typeof Module.registerHooks === 'function') {
    if (isInternalThread !== true) Module.registerHooks({ load: (url, context, next) => load(url, next(url, context)) });
  } else if (typeof Module.register === 'function' && isMainThread) {
    const hooks = 'import { createRequire } from "node:module"; const load = createRequire(' + JSON.stringify(__filename) + ')(' + JSON.stringify(__filename) + ').load;' +
      'export { hook as load }; async function hook(url, context, next) { return load(url, await next(url, context)); }';
    Module.register('data:text/javascript,' + encodeURIComponent(hooks));
  }
  module.exports = { load: load };
})();
`;

// src/suite/ecosystems/javascript/source-lines.ts
var WORDS = /[A-Za-z_$][\w$]*|\d+/g;
var SAME_LINES = 0.7;
var SAME_WORDS = 0.75;
var MOST_CLOSING = 5;
function keepsLines(made2, file) {
  const [ours, theirs] = [made2.replace(/\s*\/\/# sourceURL=\S*\s*$/, ""), file].map((text2) => text2.trimEnd().split("\n"));
  if (ours.length < theirs.length || ours.length > theirs.length + MOST_CLOSING) return false;
  let compared = 0;
  let same = 0;
  for (const [at, line] of theirs.entries()) {
    const [own2, other2] = [new Set(ours[at]?.match(WORDS)), new Set(line.match(WORDS))];
    const least = Math.min(own2.size, other2.size);
    if (least === 0) continue;
    compared += 1;
    if ([...own2].filter((word2) => other2.has(word2)).length >= SAME_WORDS * least) same += 1;
  }
  return compared > 0 && same >= SAME_LINES * compared;
}
var SourceLines = class {
  starts;
  #telling;
  constructor(text2) {
    const starts = [0];
    this.#telling = new Int32Array(text2.length + 1);
    let count = 0;
    let isComment = false;
    let isTelling = lineTells(text2, 0, isComment);
    for (let at = 0; at < text2.length; at += 1) {
      this.#telling[at] = count;
      const char = text2.charCodeAt(at);
      if (isTelling.tells && says(char)) count += 1;
      if (char === 10) {
        starts.push(at + 1);
        isComment = isTelling.commentGoesOn;
        isTelling = lineTells(text2, at + 1, isComment);
      }
    }
    this.#telling[text2.length] = count;
    this.starts = Int32Array.from(starts);
  }
  /** Lines (from 1) with something in `runs`, which are pairs of start and end. */
  linesOf(runs) {
    const lines2 = /* @__PURE__ */ new Set();
    for (let at = 0; at + 1 < runs.length; at += 2) {
      const start2 = runs[at] ?? 0;
      const end2 = Math.min(runs[at + 1] ?? 0, this.#telling.length - 1);
      for (let line = this.lineAt(start2); line < this.starts.length; line += 1) {
        const from = Math.max(start2, this.starts[line] ?? 0);
        if (from >= end2) break;
        const to = Math.min(end2, this.starts[line + 1] ?? end2);
        if ((this.#telling[to] ?? 0) > (this.#telling[from] ?? 0)) lines2.add(line + 1);
      }
    }
    return [...lines2].sort((a, b) => a - b);
  }
  /** Index from 0 of the line that holds `offset`. */
  lineAt(offset) {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = low + high + 1 >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
  tells(offset) {
    return (this.#telling[offset + 1] ?? 0) > (this.#telling[offset] ?? 0);
  }
};
function says(char) {
  return char > 32 && char !== 125 && char !== 41 && char !== 93 && char !== 59 && char !== 44;
}
function lineTells(text2, start2, inComment) {
  const newline = text2.indexOf("\n", start2);
  const line = text2.slice(start2, Math.min(newline < 0 ? text2.length : newline, start2 + 400)).trim();
  if (inComment) return { tells: false, commentGoesOn: !line.includes("*/") };
  if (line.startsWith("//") || line.startsWith("#!")) return { tells: false, commentGoesOn: false };
  if (line.startsWith("/*")) return { tells: line.includes("*/") && !line.endsWith("*/"), commentGoesOn: !line.includes("*/") };
  return { tells: !/^['"]use strict['"];?$/.test(line), commentGoesOn: false };
}

// src/suite/ecosystems/javascript/source-map.ts
import { posix as posix13 } from "node:path";
var mapSchema = object({ sources: array(string().nullable()), sourceRoot: string().optional(), mappings: string() });
function sourceMapUrl(text2) {
  const at = Math.max(text2.lastIndexOf("//# sourceMappingURL="), text2.lastIndexOf("/*# sourceMappingURL="));
  return at < 0 ? null : /^\/[/*]# sourceMappingURL=(\S+)/.exec(text2.slice(at))?.[1] ?? null;
}
function fromDataUrl(url) {
  const match = /^data:application\/json[^,]*?(;base64)?,([\s\S]*)$/.exec(url);
  if (match?.[2] === void 0) return null;
  return match[1] === void 0 ? decodeURIComponent(match[2]) : Buffer.from(match[2], "base64").toString("utf8");
}
function parseSourceMap(json, file) {
  try {
    const parsed = mapSchema.safeParse(JSON.parse(json.replace(/^\)\]\}'[^\n]*\n/, "")));
    if (!parsed.success) return null;
    const { sources, sourceRoot = "", mappings } = parsed.data;
    const absolute = (source3) => {
      if (source3 === null) return null;
      const path2 = (sourceRoot === "" ? source3 : posix13.join(sourceRoot, source3)).replace(/^file:\/\//, "");
      return posix13.isAbsolute(path2) ? path2 : posix13.join(posix13.dirname(file), path2);
    };
    return { sources: sources.map(absolute), mappings: decodeMappings(mappings) };
  } catch {
    return null;
  }
}
var digits = new Map([..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].map((char, index) => [char, index]));
function decodeMappings(text2) {
  const mappings = [];
  let source3 = 0;
  let line = 0;
  for (const [generatedLine, group2] of text2.split(";").entries()) {
    let generatedColumn = 0;
    for (const segment of group2.split(",")) {
      const [column, sourceStep, lineStep] = decodeSegment(segment);
      if (column === void 0) continue;
      generatedColumn += column;
      if (sourceStep === void 0 || lineStep === void 0) continue;
      source3 += sourceStep;
      line += lineStep;
      mappings.push({ generatedLine, generatedColumn, source: source3, line: line + 1 });
    }
  }
  return mappings;
}
function decodeSegment(segment) {
  const values = [];
  let value = 0;
  let shift = 0;
  for (const char of segment) {
    const digit = digits.get(char) ?? 0;
    value += (digit & 31) * 2 ** shift;
    shift += 5;
    if ((digit & 32) === 0) {
      values.push(value % 2 === 1 ? -Math.floor(value / 2) : value / 2);
      value = 0;
      shift = 0;
    }
  }
  return values;
}
function originalLine({ mappings }, place) {
  const onLine = mappings.filter(
    ({ generatedLine, generatedColumn }) => generatedLine === place.line - 1 && generatedColumn < place.column
  );
  return onLine.at(-1)?.line ?? null;
}

// src/suite/ecosystems/javascript/coverage.ts
async function readCoverage(folder, place, results2) {
  const tests3 = [];
  const within = [];
  const outcomes = new Outcomes(place, results2);
  const texts3 = new Texts(place, new Set(results2.flatMap(({ file }) => file === null ? [] : [file])));
  for await (const events of readCoverageEvents(folder)) {
    const sources = /* @__PURE__ */ new Map();
    for (const event of events) if (event.e === "source" && event.text !== void 0) sources.set(event.script, event.text);
    const scripts2 = events.flatMap((event) => event.e === "loaded" ? event.scripts : []);
    const loaded = await texts3.linesOf(scripts2, sources);
    for (const event of events) {
      if (event.e !== "within") continue;
      const outcome = outcomes.named(event.runner, event.file, event.path);
      if (outcome !== null) within.push({ outcome, lines: await texts3.linesOf(event.scripts, sources) });
    }
    const covered = events.filter((event) => event.e === "covered");
    for (const event of covered) {
      const outcome = outcomes.of(event.runner, event.file, event.path);
      if (outcome === null) continue;
      const weight = outcome.failed ? 1 : event.weight;
      tests3.push({ ...outcome, lines: await texts3.linesOf(event.scripts, sources), loaded, weight });
    }
    const ends2 = events.filter((event) => event.e === "loaded");
    const whole2 = covered.length === 0 ? outcomes.ofFile(ends2[0]?.file ?? null, ends2.at(-1)?.code) : null;
    if (whole2 !== null && loaded.size > 0) tests3.push({ ...whole2, lines: loaded });
  }
  for (const { outcome, lines: lines2 } of within) {
    const at = tests3.findIndex(({ id }) => id === outcome.id);
    const test = tests3[at];
    if (test === void 0) tests3.push({ ...outcome, lines: lines2 });
    else tests3[at] = { ...test, lines: together(test.lines, lines2) };
  }
  return tests3.length === 0 ? null : { tests: tests3 };
}
function together(one, other2) {
  const all2 = new Map(one);
  for (const [path2, lines2] of other2)
    all2.set(
      path2,
      [.../* @__PURE__ */ new Set([...all2.get(path2) ?? [], ...lines2])].toSorted((a, b) => a - b)
    );
  return all2;
}
var Outcomes = class {
  #place;
  #results;
  #byId;
  /** Failed or not, by the test that assertions belong to: ids without their last part. */
  #groups = /* @__PURE__ */ new Map();
  /** By name alone, and with the file in front. */
  #byName = /* @__PURE__ */ new Map();
  #seen = /* @__PURE__ */ new Map();
  constructor(place, results2) {
    this.#place = place;
    this.#results = results2;
    this.#byId = new Map(results2.map((result) => [result.id, result]));
    for (const result of results2) {
      if (result.status !== "passed" && result.status !== "failed") continue;
      const group2 = result.id.slice(0, Math.max(0, result.id.lastIndexOf(" > ")));
      this.#groups.set(group2, this.#groups.get(group2) === true || result.status === "failed");
      for (const key2 of [`${result.file}
${result.name}`, result.name]) {
        const known2 = this.#byName.get(key2);
        if (known2 === void 0) this.#byName.set(key2, [result]);
        else known2.push(result);
      }
    }
  }
  of(runner2, told2, path2) {
    const file = runner2 === "uvu" ? this.#fileNamed(told2) : told2;
    const base = idOf(file, path2, this.#place);
    const count = (this.#seen.get(base) ?? 0) + 1;
    this.#seen.set(base, count);
    return this.#ofCount(runner2, file, path2, count);
  }
  /** The same without counting on: of several tests of one name the first. */
  named(runner2, told2, path2) {
    return this.#ofCount(runner2, runner2 === "uvu" ? this.#fileNamed(told2) : told2, path2, 1);
  }
  #ofCount(runner2, file, path2, count) {
    const base = idOf(file, path2, this.#place);
    if (runner2 === "tape" || runner2 === "tap") {
      const failed = this.#groups.get(base);
      return failed === void 0 ? null : { id: count === 1 ? base : `${base} (${count})`, failed };
    }
    const relative3 = file === null ? null : relativeToRoot(file, this.#place).path;
    const name = inAnyTree(path2.at(-1) ?? "", this.#place);
    const result = runner2 === "node:test" ? (this.#byName.get(`${relative3}
${name}`) ?? this.#byName.get(name))?.[count - 1] : this.#byId.get(count === 1 ? base : `${base} (${count})`);
    return result === void 0 || result.status !== "passed" && result.status !== "failed" ? null : { id: result.id, failed: result.status === "failed" };
  }
  /** Uvu names files from the folder that it searches; null where several may be meant. */
  #fileNamed(name) {
    const ending = [...new Set(this.#results.flatMap(({ file }) => file !== null && `/${file}`.endsWith(`/${name}`) ? [file] : []))];
    const depth = (path2) => path2.split("/").length;
    const [only, other2] = ending.toSorted((a, b) => depth(a) - depth(b));
    if (only === void 0 || other2 !== void 0 && depth(other2) === depth(only)) return null;
    return posix14.join(this.#place.root, only);
  }
  /** A process that ran one file without telling tests apart, and ended with `code`. */
  ofFile(main, code) {
    if (main === null) return null;
    const { path: path2, inside } = relativeToRoot(main, this.#place);
    if (!inside) return null;
    const own2 = this.#results.filter((result) => result.file === path2 && (result.status === "passed" || result.status === "failed"));
    if (own2.length === 0) return this.#ofProcess(path2, code);
    return {
      id: own2.length === 1 && own2[0] !== void 0 ? own2[0].id : `${path2} > ${fileLevel}`,
      failed: own2.some(({ status }) => status === "failed")
    };
  }
  /** A test file that a program of the repository has run, and told nothing of but by its exit code. */
  #ofProcess(path2, code) {
    if (code === void 0 || !isTestProgram(path2)) return null;
    if (code === 0) return { id: `${path2} > ${fileLevel}`, failed: false };
    const failing = this.#results.filter(({ status }) => status === "failed");
    const [only, other2] = failing;
    return only !== void 0 && other2 === void 0 && only.file === null ? { id: only.id, failed: true } : null;
  }
};
var MOST_BYTES = 8 << 20;
var Texts = class {
  #place;
  #testFiles;
  #known = /* @__PURE__ */ new Map();
  #built;
  constructor(place, testFiles) {
    this.#place = place;
    this.#testFiles = testFiles;
    this.#built = new BuiltLines(place.root);
  }
  async linesOf(scripts2, sources) {
    const found = /* @__PURE__ */ new Map();
    for (const [script2, path2, runs] of scripts2) {
      const text2 = await this.#text(path2, sources.get(script2));
      if (text2 === null) continue;
      const wasChanged = sources.has(script2);
      if (text2.map !== null) this.#addMapped(found, text2, text2.map, runs);
      else if (!wasChanged || text2.keepsLines || sources.get(script2)?.includes(loopName) === true) {
        const lines2 = text2.lines.linesOf(runs);
        if (text2.built === null) this.#add(found, path2, lines2);
        else this.#addBuilt(found, lines2, text2.built);
      }
    }
    return new Map([...found].map(([path2, lines2]) => [path2, [...lines2].sort((a, b) => a - b)]));
  }
  #add(found, absolute, lines2) {
    const { path: path2, inside } = relativeToRoot(absolute, this.#place);
    if (!inside || path2.split("/").includes("node_modules") || isTestFile(path2) || this.#testFiles.has(path2) || path2.endsWith(".json"))
      return;
    const known2 = found.get(path2) ?? /* @__PURE__ */ new Set();
    for (const line of lines2) known2.add(line);
    found.set(path2, known2);
  }
  #addBuilt(found, lines2, built2) {
    const bySource = /* @__PURE__ */ new Map();
    for (const line of lines2) {
      const place = built2.get(line);
      if (place === void 0) continue;
      const own2 = bySource.get(place.path) ?? [];
      own2.push(place.line);
      bySource.set(place.path, own2);
    }
    for (const [path2, own2] of bySource) this.#add(found, posix14.join(this.#place.root, path2), own2);
  }
  #addMapped(found, { lines: lines2, built: built2 }, map, runs) {
    const bySource = /* @__PURE__ */ new Map();
    for (const mapping of map.mappings) {
      const start2 = lines2.starts[mapping.generatedLine];
      if (start2 === void 0) continue;
      const offset = start2 + mapping.generatedColumn;
      if (!lines2.tells(offset) || !isInside(runs, offset)) continue;
      const known2 = bySource.get(mapping.source) ?? /* @__PURE__ */ new Set();
      bySource.set(mapping.source, known2.add(mapping.line));
    }
    for (const [source3, own2] of bySource) {
      const path2 = map.sources[source3];
      if (path2 === null || path2 === void 0) continue;
      if (built2 === null) this.#add(found, path2, [...own2]);
      else this.#addBuilt(found, [...own2], built2);
    }
  }
  #text(path2, given) {
    const key2 = given === void 0 ? path2 : `${path2}
${given.length}
${given}`;
    const known2 = this.#known.get(key2);
    if (known2 !== void 0) return known2;
    const reading = this.#read(path2, given);
    this.#known.set(key2, reading);
    return reading;
  }
  async #read(path2, given) {
    const file = async () => (await readText(path2, MOST_BYTES))?.replace(/^\uFEFF/, "") ?? null;
    const text2 = given ?? await file();
    if (text2 === null) return null;
    const map = await this.#mapOf(text2, path2);
    const onDisk = given === void 0 || map !== null ? null : await file();
    const { path: own2, inside } = relativeToRoot(path2, this.#place);
    const isOwn = inside && !own2.split("/").includes("node_modules");
    const isLoaded = map?.sources.every((source3) => source3 === path2);
    const said = map === null ? text2 : isLoaded ? await file() : null;
    return {
      lines: new SourceLines(text2),
      map,
      keepsLines: onDisk !== null && keepsLines(text2, onDisk),
      built: isOwn && said !== null ? await this.#built.of(own2, said) : null
    };
  }
  async #mapOf(text2, path2) {
    const url = sourceMapUrl(text2.slice(-2e6));
    if (url === null) return null;
    const file = join15(posix14.dirname(path2), url);
    const json = url.startsWith("data:") ? fromDataUrl(url) : relativeToRoot(file, this.#place).inside ? await readText(file, MOST_BYTES) : null;
    return json === null ? null : parseSourceMap(json, url.startsWith("data:") ? path2 : file);
  }
};
function isInside(runs, offset) {
  let low = 0;
  let high = runs.length / 2 - 1;
  while (low <= high) {
    const middle = low + high >> 1;
    if (offset < (runs[middle * 2] ?? 0)) high = middle - 1;
    else if (offset >= (runs[middle * 2 + 1] ?? 0)) low = middle + 1;
    else return true;
  }
  return false;
}

// src/suite/ecosystems/javascript/coverage-sources.ts
var jestCoverageSource = String.raw`'use strict';
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
var vitestReporterSource = String.raw`
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
var vitestSetupSource = String.raw`
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

// src/suite/ecosystems/javascript/endless.ts
var import_node_crypto = __toESM(require_crypto(), 1);
import { writeFile as writeFile2 } from "node:fs/promises";
import { join as join16 } from "node:path";
var maxFileBytes = 1 << 20;
var hasLoop = /\b(?:for|while|do)\b/;
var known = /* @__PURE__ */ new Map();
var mostKnown = 2e4;
async function writeEndless({ folder, root }, limit2) {
  const files3 = {};
  for (const path2 of await listFiles(root, "", () => true)) {
    const text2 = await readText(join16(root, path2), maxFileBytes);
    if (text2 === null || !hasLoop.test(text2)) continue;
    const hash = (0, import_node_crypto.createHash)("sha256").update(text2).digest("hex");
    const insertions = known.get(hash + path2) ?? insertionsFor(path2, text2);
    if (known.size > mostKnown) known.clear();
    known.set(hash + path2, insertions);
    if (insertions.length > 0) files3[join16(root, path2)] = { hash, insertions };
  }
  await writeFile2(join16(folder, "endless.json"), JSON.stringify({ processor: limit2.processor ?? limit2.clock, files: files3 }));
  const program4 = join16(folder, "endless.cjs");
  await writeFile2(program4, endlessSource);
  return program4;
}
var counter = "regreenRounds";
var mostAtFirst = 15;
var answer = "regreenAnswer";
function insertionsFor(path2, text2) {
  const tree = parseScript(path2, text2);
  if (tree === null) return [];
  const [first] = tree.program.body;
  const start2 = tree.program.directives.at(-1)?.end ?? first?.start;
  if (typeof start2 !== "number") return [];
  const [any, owner] = /\.[cm]?tsx?$/.test(path2) ? [":any", "(globalThis as any).process"] : ["", "globalThis.process"];
  const unless = `typeof ${counter}==="undefined"||`;
  const begins = `{let ${answer}${any};${unless}(${counter}&=${mostAtFirst});`;
  const asks = `${owner}&&${owner}.${loopName}?(${answer}=${owner}.${loopName}(${answer})).rounds:63`;
  const call = `;${unless}${counter}-->0||(${counter}=${asks});`;
  const found = [[start2, `;var ${counter}=0;`]];
  for (const { node, parents } of walk(tree.program)) {
    if (!/^(?:For(?:In|Of)?|While|DoWhile)Statement$/.test(node.type) || !("body" in node)) continue;
    const { body } = node;
    const outer = parents.slice(parents.findLastIndex(({ type }) => type !== "LabeledStatement") + 1)[0] ?? node;
    if (Array.isArray(body) || typeof body !== "object" || body === null) continue;
    if (typeof outer.start !== "number" || typeof outer.end !== "number") continue;
    if (typeof body.start !== "number" || typeof body.end !== "number") continue;
    found.push([outer.start, begins], [outer.end, "}"]);
    if (body.type === "BlockStatement") found.push([body.start + 1, call]);
    else found.push([body.start, `{${call}`], [body.end, "}"]);
  }
  if (found.length === 1) return [];
  return found.sort(([a, one], [b, other2]) => a - b || (one === "}" ? -1 : other2 === "}" ? 1 : 0));
}

// src/suite/ecosystems/javascript/probe-coverage.ts
var probeCoverageSource = String.raw`
  // ---- code executed by each test: V8's precise block coverage, taken at the boundaries of tests ----
  const cover = { on: false, begin() {}, end() {}, loaded() {}, since() {}, anew() {}, flush() {}, crashed() {} };

  function startCoverage() {
    const inspector = require('inspector');
    const session = new inspector.Session();
    session.connect();
    const post = (method, params) => {
      let answer = null;
      session.post(method, params, (error, result) => { answer = error ? null : result; });
      return answer;
    };
    post('Profiler.enable');
    if (post('Profiler.startPreciseCoverage', { callCount: true, detailed: true }) === null) return;
    const paths = new Map();
    const wanted = (url) => {
      let path = paths.get(url);
      if (path === undefined) {
        path = null;
        try {
          const file = url.startsWith('file:') ? fileURLToPath(url.replace(/[?#].*$/, '')) : url.replace(/\?.*$/, '');
          if (file.startsWith(root + '/') && !file.includes('/node_modules/')) path = file;
        } catch (error) {}
        paths.set(url, path);
      }
      return path;
    };

    // The innermost range decides; ranges of V8 nest and come in no order across functions.
    const executed = (functions) => {
      const ranges = [];
      for (const one of functions) for (const range of one.ranges) ranges.push(range);
      ranges.sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
      const runs = [];
      const open = [];
      let at = 0;
      const advance = (to) => {
        if (to > at && open.length > 0 && open[open.length - 1].count > 0) {
          const last = runs.length - 1;
          if (last > 0 && runs[last] === at) runs[last] = to;
          else runs.push(at, to);
        }
        if (to > at) at = to;
      };
      for (const range of ranges) {
        while (open.length > 0 && open[open.length - 1].endOffset <= range.startOffset) {
          advance(open[open.length - 1].endOffset);
          open.pop();
        }
        advance(range.startOffset);
        open.push(range);
      }
      while (open.length > 0) {
        advance(open[open.length - 1].endOffset);
        open.pop();
      }
      return runs;
    };

    const sources = new Map();
    const take = () => {
      const answer = post('Profiler.takePreciseCoverage');
      const taken = [];
      if (answer === null) return taken;
      for (const script of answer.result) {
        const path = wanted(script.url);
        if (path === null) continue;
        const runs = executed(script.functions);
        if (runs.length === 0) continue;
        sources.set(script.scriptId, path);
        taken.push([script.scriptId, path, runs]);
      }
      return taken;
    };

    // To look takes as long as many tests: of those that passed before some are enough, and what the others did is left out.
    const failing = JSON.parse(fs.readFileSync(dir + '/coverage.json', 'utf8'));
    const titleOf = (path) => path.map((part) => String(part).split(root + '/').join('').split(root).join('.').replace(/\s+/g, ' ').trim()).join(' > ');
    const isFailing = (title) => failing.some((one) => one.endsWith(title) || title.endsWith(one) || (one.length > 400 && title.startsWith(one.slice(0, 400))));
    const allOfFirst = 150;
    const oneOf = 8;
    const isMany = new Set(['mocha', 'jest', 'vitest', 'jasmine', 'ava', 'uvu']);
    const hashOf = (text) => { let hash = 0; for (let at = 0; at < text.length; at += 1) hash = (hash * 31 + text.charCodeAt(at)) >>> 0; return hash; };
    let tests = 0;
    const weightOf = ({ runner, path }) => {
      tests += 1;
      if (tests <= allOfFirst || failing.length === 0 || !isMany.has(runner) || isFailing(titleOf(path))) return 1;
      return hashOf(path.join('\n')) % oneOf === 0 ? oneOf : 0;
    };

    // A process that a test starts is told which one: what it executes is what the test does.
    const TEST = 'REGREEN_PROBE_TEST';
    const startedBy = process.env[TEST];
    const name = (test) => {
      if (test === undefined) delete process.env[TEST];
      else process.env[TEST] = JSON.stringify({ runner: test.runner, file: test.file, path: test.path });
    };

    const active = [];
    let hasBegun = false;
    // Since when nobody has looked, tests have run that are not measured.
    let passedOver = false;
    const loaded = [];
    const boundary = () => {
      if (passedOver) {
        passedOver = false;
        post('Profiler.takePreciseCoverage');
        return;
      }
      const taken = take();
      if (taken.length === 0) return;
      (active.length === 0 ? loaded : active[active.length - 1].taken).push(...taken);
    };
    const flush = (test) => record('coverage', { e: 'covered', file: test.file, path: test.path, runner: test.runner, scripts: test.taken, weight: test.weight });
    cover.on = true;
    cover.begin = (test) => {
      try {
        // Between two tests nothing but hooks and reporters run: looking twice would double the cost.
        // Tests side by side are not told apart.
        const weight = weightOf(test) || (active.length > 0 ? 1 : 0);
        if (active.length > 0 || !hasBegun || (weight > 0 && passedOver)) boundary();
        hasBegun = true;
        if (weight > 0) {
          active.push({ file: test.file, path: test.path, runner: test.runner, weight: weight, taken: [] });
          name(test);
        } else passedOver = true;
      } catch (error) {}
    };
    cover.end = (test) => {
      try {
        const label = test.path.join('\n');
        for (let at = active.length - 1; at >= 0; at -= 1) {
          if (active[at].path.join('\n') !== label) continue;
          boundary();
          flush(active[at]);
          active.splice(at, 1);
          name(active[active.length - 1]);
          return;
        }
      } catch (error) {}
    };

    // Where tests are only heard of when they have ended, and run one after the other: theirs is what ran since the one before.
    let toldOf = null;
    cover.loaded = () => {
      try {
        if (!hasBegun) boundary();
        hasBegun = true;
      } catch (error) {}
    };
    let upcoming = 1;
    cover.since = (test, next) => {
      try {
        toldOf = test.file;
        const weight = upcoming;
        if (weight > 0) flush({ file: test.file, path: test.path, runner: test.runner, weight: weight, taken: take() });
        upcoming = next === null ? 1 : weightOf({ runner: test.runner, path: next });
        if (weight === 0 && upcoming > 0) post('Profiler.takePreciseCoverage');
      } catch (error) {}
    };

    // Whatever comes next is measured.
    cover.anew = () => {
      if (upcoming === 0) post('Profiler.takePreciseCoverage');
      upcoming = 1;
    };

    // What a loader has changed has other offsets than the file: its text is handed over with the source map in it.
    const handedOver = new Map();
    const handOverSources = () => {
      if (sources.size === 0) return;
      post('Debugger.enable');
      for (const [id, path] of sources) {
        const answer = post('Debugger.getScriptSource', { scriptId: id });
        const text = answer === null ? null : answer.scriptSource;
        if (typeof text !== 'string' || text.length > 4e6) continue;
        let disk = null;
        try { disk = fs.readFileSync(path, 'utf8'); } catch (error) {}
        if (disk !== null && disk.replace(/^\uFEFF/, '').replace(/^#!/, '//') === text.replace(/^#!/, '//')) continue;
        const known = handedOver.get(path);
        if (known !== undefined && known.text === text) record('coverage', { e: 'source', script: id, path: path, same: known.id });
        else {
          handedOver.set(path, { id: id, text: text });
          record('coverage', { e: 'source', script: id, path: path, text: text });
        }
      }
      post('Debugger.disable');
      sources.clear();
    };
    // The end of a test file: what was loaded for it belongs to its tests alone. A process has a code that it ends with.
    cover.flush = (file, code) => {
      try {
        boundary();
        for (const test of active) flush(test);
        active.length = 0;
        if (startedBy !== undefined && !hasBegun && toldOf === null) {
          const test = JSON.parse(startedBy);
          record('coverage', { e: 'within', file: test.file, path: test.path, runner: test.runner, scripts: loaded });
        } else record('coverage', { e: 'loaded', file: file, scripts: loaded, code: code });
        loaded.length = 0;
        hasBegun = false;
        handOverSources();
      } catch (error) {}
    };
    let finished = false;
    atExit.push((code) => {
      if (finished) return;
      finished = true;
      cover.flush(toldOf || main, code);
    });
    // Whoever handles an error of no test may end the process with another one: then nobody hears that it ends.
    cover.crashed = () => {
      if (isOurs && !hasBegun && toldOf === null) cover.flush(main, 1);
    };
  }

  try { if (process.env.REGREEN_PROBE_COVERAGE) startCoverage(); } catch (error) {}
  // ---- node:test: boundaries of tests, where the main file says that it uses it, or was given its reporter as what it loads does ----
  function coverNodeTest() {
    if (!isOurs || process.execArgv.includes('--test')) return;
    const isTold = process.execArgv.some((arg) => arg.includes(dir + '/node-reporter.mjs'));
    if (!isTold && !/['"]node:test['"]/.test(fs.readFileSync(main, 'utf8'))) return;
    const runner = require('node:test');
    runner.beforeEach((context) => {
      const path = [String(context && context.name)];
      cover.begin({ runner: 'node:test', file: (context && context.filePath) || main, path: path });
    });
    runner.afterEach((context) => {
      cover.end({ path: [String(context && context.name)] });
    });
  }
  try { if (cover.on && process.version && Number(process.versions.node.split('.')[0]) >= 20) coverNodeTest(); } catch (error) {}

`;

// src/suite/ecosystems/javascript/probe-tape.ts
var probeTapeSource = String.raw`
  // ---- tape: the file a test lies in, and its assertions as values ----
  let current = null;
  const places = new WeakMap();

  function callSite() {
    const lines = String(new Error().stack).split('\n').slice(2);
    for (const line of lines) {
      const match = /(?:\(|at (?:async )?)((?:file:\/\/)?\/[^()]*?):(\d+):\d+\)?$/.exec(line);
      if (match === null || match[1].includes('/node_modules/') || match[1] === __filename) continue;
      return { file: match[1], line: Number(match[2]) };
    }
    return { file: null, line: null };
  }

  function pathOf(test) {
    const place = places.get(test);
    const name = typeof test.name === 'string' ? test.name : '(anonymous)';
    return place && place.parent ? pathOf(place.parent).concat(name) : [name];
  }

  function fileOf(test) {
    const place = places.get(test);
    return place && place.parent ? fileOf(place.parent) || place.file : place ? place.file : null;
  }

  function onTapeEvent(test, event, value) {
    if (event === 'test') {
      const place = places.get(value);
      if (place) place.parent = test;
    } else if ((event === 'prerun' || event === 'run') && !places.get(test).begun) {
      places.get(test).begun = true;
      current = test;
      if (cover.on) cover.begin({ runner: 'tape', file: fileOf(test), path: pathOf(test) });
    } else if (event === 'result' && value !== null && typeof value === 'object') {
      const status = value.skip ? 'skipped' : value.todo ? (value.ok ? 'passed' : 'todo') : value.ok ? 'passed' : 'failed';
      let error = null;
      if (status === 'failed') {
        error = describe(value.error === undefined ? value.name : value.error);
        if ('expected' in value || 'actual' in value) {
          error.expected = show(value.expected);
          error.actual = show(value.actual);
        }
      }
      record('events', { e: 'result', runner: 'tape', file: fileOf(test) || (typeof value.file === 'string' ? value.file : null), path: pathOf(test).concat(String(value.name)), status: status, line: typeof value.line === 'number' ? value.line : places.get(test).line, error: error });
    } else if (event === 'end') {
      if (cover.on) cover.end({ path: pathOf(test) });
      if (test._skip) record('events', { e: 'result', runner: 'tape', file: fileOf(test), path: pathOf(test), status: 'skipped', line: places.get(test).line, error: null });
      const place = places.get(test);
      current = (place && place.parent) || null;
    }
  }

  const wrapped = new WeakMap();
  function wrapTape(Test) {
    if (typeof Test !== 'function' || !Test.prototype || typeof Test.prototype.emit !== 'function') return Test;
    if (wrapped.has(Test)) return wrapped.get(Test);
    const emit = Test.prototype.emit;
    Test.prototype.emit = function (event, value) {
      try { if (places.has(this)) onTapeEvent(this, event, value); } catch (error) {}
      return emit.apply(this, arguments);
    };
    // The constructor's own file makes subtests with the name it closes over, not with what it exports: those are met here.
    const method = Test.prototype.test;
    if (typeof method === 'function') {
      Test.prototype.test = function () {
        const before = this._progeny ? this._progeny.length : 0;
        const site = callSite();
        const own = this.emit;
        const parent = this;
        this.emit = function (event, value) {
          try {
            if (event === 'test' && !places.has(value)) places.set(value, { file: site.file, line: site.line, parent: parent });
          } catch (error) {}
          return own.apply(this, arguments);
        };
        try { return method.apply(this, arguments); } finally { if (own === Test.prototype.emit) delete this.emit; else this.emit = own; }
      };
    }
    const proxy = new Proxy(Test, {
      construct(target, args, newTarget) {
        const made = Reflect.construct(target, args, newTarget === proxy ? target : newTarget);
        try { if (!places.has(made)) { const site = callSite(); places.set(made, { file: site.file, line: site.line, parent: null }); } } catch (error) {}
        return made;
      },
    });
    wrapped.set(Test, proxy);
    return proxy;
  }

  // ---- tap: boundaries of tests; what they found out is in the TAP that they print ----
  const tapDepths = [];
  function wrapTap(tap, depth, path) {
    if (tap === null || typeof tap !== 'object' || typeof tap.test !== 'function' || wrapped.has(tap)) return tap;
    wrapped.set(tap, tap);
    const test = tap.test;
    tap.test = function () {
      const args = Array.from(arguments);
      const at = args.findIndex((arg) => typeof arg === 'function');
      if (at >= 0) {
        const body = args[at];
        const own = path.concat(typeof args[0] === 'string' ? args[0] : body.name || '(anonymous)');
        args[at] = function (t) {
          try {
            while (tapDepths.length > depth) cover.end({ path: tapDepths.pop() });
            tapDepths.push(own);
            cover.begin({ runner: 'tap', file: main, path: own });
            wrapTap(t, depth + 1, own);
          } catch (error) {}
          return body.apply(this, arguments);
        };
      }
      return test.apply(this, args);
    };
    return tap;
  }

  try {
    const load = Module._load;
    Module._load = function (request, parent) {
      const exported = load.apply(this, arguments);
      try {
        if (typeof request === 'string' && /^\.\/lib\/test(?:\.js)?$/.test(request) && parent && /\/tape\/index\.js$/.test(parent.filename)) return wrapTape(exported);
        if (cover.on && typeof request === 'string' && (request === 'tap' || /\/node_modules\/tap\/[^/]*\/?tap\.c?js$/.test(request))) return wrapTap(exported, 0, []);
      } catch (error) {}
      return exported;
    };
  } catch (error) {}

`;

// src/suite/ecosystems/javascript/still.ts
import { writeFile as writeFile3 } from "node:fs/promises";
import { join as join17 } from "node:path";
var stillFile = "still.json";
async function watchStill(folder, seconds3) {
  const program4 = join17(folder, "still.cjs");
  await writeFile3(program4, stillSource(seconds3));
  return { beside: `(NODE_OPTIONS= node ${quote(program4)} </dev/null >/dev/null 2>&1 &)
`, file: join17(folder, stillFile) };
}
var beatSource = String.raw`
  // ---- whether the event loop turns, for who looks after the processes of the run ----
  function beat() {
    const own = fs.readlinkSync('/proc/thread-self').split('/');
    const file = dir + '/beat-' + own[0] + '-' + own[2];
    let beats = 0;
    const say = () => { try { fs.writeFileSync(file, String(beats += 1)); } catch (error) {} };
    say();
    setInterval(say, 1000).unref();
  }
  try { if (process.env.REGREEN_PROBE_BEAT && (runner !== null || process.env.REGREEN_PROBE_RUNNER || isOurs)) beat(); } catch (error) {}

`;
var stillSource = (seconds3) => String.raw`'use strict';
const fs = require('fs');
const path = require('path');
const threads = new Map();
const read = (file) => { try { return fs.readFileSync(file, 'utf8'); } catch (error) { return null; } };
// proc(5): behind the name in brackets come the state and ten numbers, then the ticks of the user and the system, of which there are a hundred a second.
const workedBy = (name) => {
  const text = read('/proc/' + name[0] + '/task/' + name[1] + '/stat');
  if (text === null) return null;
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
};
function look() {
  for (const file of fs.readdirSync(__dirname)) {
    const name = /^beat-(\d+)-(\d+)$/.exec(file);
    if (name === null) continue;
    const beats = read(path.join(__dirname, file));
    const worked = workedBy(name.slice(1));
    if (worked === null) continue;
    const known = threads.get(file);
    const now = Date.now() / 1000;
    if (known === undefined || known.beats !== beats) threads.set(file, { beats: beats, at: now, worked: worked });
    else if (now - known.at > ${seconds3} && worked - known.worked > 0.5 * (now - known.at)) {
      fs.writeFileSync(path.join(__dirname, '${stillFile}'), JSON.stringify({ seconds: now - known.at }));
      process.exit(0);
    }
  }
}
setInterval(() => { try { look(); } catch (error) { process.exit(0); } }, 1000);
`;

// src/suite/ecosystems/javascript/probe-source.ts
var start = String.raw`(function () {
  const dir = process.env.REGREEN_PROBE_DIR;
  const root = process.env.REGREEN_PROBE_ROOT;
  const key = Symbol.for('regreen.probe');
  if (!dir || !root || globalThis[key]) return;
  const fs = require('fs');
  const util = require('util');
  const { fileURLToPath } = require('url');
  const Module = require('module');
  const writeSync = fs.writeSync;
  const openSync = fs.openSync;
  const now = Date.now;
  let thread = 0;
  try { thread = require('worker_threads').threadId; } catch (error) {}
  // Behind a program that is given as text stand its arguments.
  const isText = process.execArgv.some((option) => /^(?:-e|-p|-pe|--eval|--print)(?:=|$)/.test(option));
  const main = !isText && typeof process.argv[1] === 'string' ? process.argv[1] : '';
  const isOurs = main.startsWith(root + '/') && !main.includes('/node_modules/');
  const started = now();
  const files = {};

  function record(kind, value) {
    try {
      // A companion that runs the tests many times over takes the events itself.
      const shared = globalThis[key];
      if (shared && shared.sink && kind === 'events') return shared.sink(value);
      if (files[kind] === undefined) files[kind] = openSync(dir + '/' + kind + '-' + started + '-' + process.pid + '-' + thread + '.jsonl', 'a');
      const buffer = Buffer.from(JSON.stringify(value) + '\n');
      for (let at = 0; at < buffer.length; ) at += writeSync(files[kind], buffer, at);
    } catch (error) {}
  }

  // A file that was given nothing else can be started so again.
  const isAlone = isOurs && process.argv.length === 2 && process.execArgv.length === 0;
  const by = (isAlone && process.env.REGREEN_PROBE_BY) || null;
  if (isAlone) record('events', { e: 'alone', main: main, folder: process.cwd(), by: by });
  if (isOurs) process.env.REGREEN_PROBE_BY = main;

  // What is done when the process ends: behind its own listeners, for they may still set the code that it ends with, end it or throw.
  const atExit = [];
  let hasEnded = false;
  const leave = (code) => {
    hasEnded = true;
    try {
      const last = process.exitCode === undefined || process.exitCode === null ? code : process.exitCode;
      for (const each of atExit) each(Number.isInteger(Number(last)) ? Number(last) : 1);
    } catch (error) {}
  };
  const emit = process.emit;
  process.emit = function (name, code) {
    if (name !== 'exit') return emit.apply(this, arguments);
    let isOver = false;
    try {
      const answer = emit.apply(this, arguments);
      isOver = true;
      return answer;
    } finally { leave(isOver ? code : code || 1); }
  };
  const reallyExit = process.reallyExit;
  if (typeof reallyExit === 'function') process.reallyExit = function (code) {
    if (!hasEnded) leave(code);
    return reallyExit.apply(this, arguments);
  };

  function clip(text, max) {
    return text.length > max ? text.slice(0, max) + ' …' : text;
  }

  function show(value) {
    try { return clip(util.inspect(value, { depth: 5, breakLength: 100, maxArrayLength: 100, maxStringLength: 2000 }), 4000); } catch (error) { return '(cannot be shown)'; }
  }

  // Node prints where a file cannot be parsed, but does not write it into the error.
  const unparsed = new WeakMap();
  const compile = Module.prototype._compile;
  if (typeof compile === 'function') Module.prototype._compile = function (content, filename) {
    try { return compile.apply(this, arguments); } catch (error) {
      try { if (error !== null && typeof error === 'object' && error.name === 'SyntaxError' && !unparsed.has(error)) noteUnparsed(error, content, filename); } catch (failure) {}
      throw error;
    }
  };

  function noteUnparsed(error, content, filename) {
    try {
      new (require('vm').Script)('(function (exports, require, module, __filename, __dirname) { ' + content.replace(/^#!.*/, '') + '\n})', { filename: filename });
    } catch (again) {
      const place = String(again.stack).split('\n', 1)[0];
      if (place.startsWith(filename + ':')) unparsed.set(error, place);
    }
  }

  function describe(error, depth) {
    const described = { name: null, message: null, stack: null, code: null, expected: null, actual: null };
    try {
      if (error === null || (typeof error !== 'object' && typeof error !== 'function')) {
        described.message = typeof error === 'string' ? clip(error, 8000) : show(error);
        return described;
      }
      const name = error.name;
      if (typeof name === 'string') described.name = name;
      described.message = clip(typeof error.message === 'string' ? error.message : show(error), 8000);
      if (typeof error.stack === 'string') described.stack = clip((unparsed.has(error) ? unparsed.get(error) + '\n' : '') + error.stack, 16000);
      if (typeof error.code === 'string') described.code = error.code;
      if ('expected' in error && error.expected !== undefined || 'actual' in error && error.actual !== undefined) {
        described.expected = show(error.expected);
        described.actual = show(error.actual);
      }
      if (error.cause && error.cause.stack && !(depth > 2)) {
        const cause = describe(error.cause, (depth || 0) + 1);
        described.stack = clip((described.stack || '') + '\nCaused by: ' + cause.stack, 24000);
      }
    } catch (thrown) {}
    return described;
  }

`;
var end = String.raw`  // ---- errors that end the process, and how it ended ----
  process.on('uncaughtExceptionMonitor', (error) => {
    const handled = process.listenerCount('uncaughtException') > 0;
    const test = current;
    record('events', { e: 'uncaught', main: main, file: test ? fileOf(test) : null, path: test ? pathOf(test) : null, handled: handled, error: describe(error), by: by });
    if (handled && !test) cover.crashed();
  });
  if (isOurs) atExit.push((code) => record('events', { e: 'exit', main: main, code: code, by: by }));

  globalThis[key] = { record: (value) => record('events', value), describe: describe, cover: cover, ava: onAvaMessage };
  // Contexts of their own have other globals and the same process.
  try { Object.defineProperty(process, key, { value: globalThis[key], configurable: true }); } catch (error) {}
})();
`;
function probeSource(settings) {
  const given = `'use strict';
for (const [name, value] of Object.entries(${JSON.stringify(settings)})) process.env[name] = value;
`;
  return given + start + probeCoverageSource + probeTapeSource + probeRunnerSource + beatSource + end;
}

// src/suite/ecosystems/javascript/reporter-sources.ts
var mochaReporterSource = String.raw`'use strict';
const probe = globalThis[Symbol.for('regreen.probe')];
let count = 0;
const numbers = new WeakMap();

function pathOf(test) {
  if (typeof test.titlePath === 'function') return test.titlePath().map(String);
  const path = [];
  for (let node = test; node; node = node.parent) if (node.title) path.unshift(String(node.title));
  return path;
}

function fileOf(test) {
  for (let node = test; node; node = node.parent) if (typeof node.file === 'string') return node.file;
  if (test.ctx && test.ctx.currentTest && test.ctx.currentTest !== test) return fileOf(test.ctx.currentTest);
  return null;
}

function numberOf(test) {
  if (!numbers.has(test)) numbers.set(test, (count += 1));
  return numbers.get(test);
}

module.exports = function Reporter(runner) {
  let running = null;
  // Where somebody listens to the events, nobody reads what is printed.
  const print = (text) => { if (!probe || !probe.sink) console.log(text()); };
  const totals = { passed: 0, failed: 0, pending: 0 };
  const write = (test, status, error) => {
    if (!probe) return;
    probe.record({
      e: 'result', runner: 'mocha', test: numberOf(test), file: fileOf(test), path: pathOf(test), status: status, hook: test.type === 'hook',
      seconds: typeof test.duration === 'number' ? test.duration / 1000 : null, error: error === undefined ? null : probe.describe(error),
    });
  };
  const done = () => {
    if (probe && running !== null) probe.cover.end({ path: pathOf(running) });
    running = null;
  };
  runner.on('test', (test) => {
    if (!probe) return;
    done();
    running = test;
    probe.record({ e: 'begin', runner: 'mocha', file: fileOf(test), path: pathOf(test) });
    probe.cover.begin({ runner: 'mocha', file: fileOf(test), path: pathOf(test) });
  });
  runner.on('test end', done);
  runner.on('pass', (test) => {
    totals.passed += 1;
    write(test, 'passed');
    print(() => '  ✓ ' + pathOf(test).join(' > '));
  });
  runner.on('pending', (test) => {
    totals.pending += 1;
    write(test, 'skipped');
    print(() => '  - ' + pathOf(test).join(' > '));
  });
  runner.on('fail', (test, error) => {
    totals.failed += 1;
    write(test, 'failed', error === undefined ? test.err : error);
    print(() => '  ✗ ' + pathOf(test).join(' > ') + '\n    ' + String((error && (error.stack || error.message)) || error).split('\n').join('\n    '));
  });
  runner.on('end', () => {
    print(() => '\n' + totals.passed + ' passing, ' + totals.failed + ' failing, ' + totals.pending + ' pending');
    if (probe) probe.record({ e: 'done', runner: 'mocha' });
  });
};
`;
var nodeReporterSource = String.raw`
const probe = globalThis[Symbol.for('regreen.probe')];

export default async function* report(source) {
  let path = [];
  for await (const { type, data } of source) {
    try {
      if (type === 'test:start') {
        path = path.slice(0, data.nesting);
        path[data.nesting] = data.name;
      } else if (type === 'test:pass' || type === 'test:fail') {
        const full = [...path.slice(0, data.nesting), data.name];
        const details = data.details || {};
        const failure = details.error;
        const error = failure && failure.cause instanceof Error ? failure.cause : failure;
        const status = data.todo !== undefined && data.todo !== false ? 'todo' : data.skip !== undefined && data.skip !== false ? 'skipped' : type === 'test:pass' ? 'passed' : 'failed';
        if (probe) {
          probe.record({
            e: 'result', runner: 'node:test', file: data.entryFile || data.file || null, path: full, status, line: typeof data.line === 'number' ? data.line : null,
            suite: details.type === 'suite', seconds: typeof details.duration_ms === 'number' ? details.duration_ms / 1000 : null,
            error: error === undefined || error === null ? null : probe.describe(error), failureType: (failure && failure.failureType) || null,
          });
        }
        if (status === 'failed') yield 'not ok - ' + full.join(' > ') + '\n' + String((error && (error.stack || error.message)) || error) + '\n';
        else yield (status === 'passed' ? 'ok - ' : status + ' - ') + full.join(' > ') + '\n';
      } else if (type === 'test:stdout' || type === 'test:stderr') {
        if (probe) probe.record({ e: 'output', file: data.entryFile || data.file || null, stream: type === 'test:stdout' ? 'out' : 'err', text: String(data.message).slice(0, 100000) });
        yield String(data.message);
      } else if (type === 'test:diagnostic' && data.nesting === 0) yield '# ' + data.message + '\n';
    } catch (error) {}
  }
  if (probe) probe.record({ e: 'done', runner: 'node:test' });
}
`;
var jasmineReporterSource = String.raw`'use strict';
const probe = globalThis[Symbol.for('regreen.probe')];
const statuses = { passed: 'passed', failed: 'failed', pending: 'skipped', excluded: 'skipped', disabled: 'skipped' };

function errorOf(expectations) {
  const first = expectations[0] || {};
  const message = expectations.map((one) => String(one.message)).join('\n');
  const sentence = /^Expected (.+?) (?:not )?to (?:be|equal)(?: [a-z ]+)? (.+?)\.?$/s.exec(String(first.message));
  return {
    name: null, message, stack: typeof first.stack === 'string' ? first.stack : null, code: null,
    expected: sentence === null ? null : sentence[2], actual: sentence === null ? null : sentence[1],
  };
}

module.exports = class Reporter {
  constructor() {
    this.paths = new Map();
    this.open = [];
    this.failed = 0;
    this.ran = 0;
    this.namesakes = new Map();
  }
  // Specs of one name are numbered as they are told: in the order they are written in, whatever order they run in.
  jasmineStarted() {
    const byPath = new Map();
    const visit = (suite, path) => {
      for (const child of suite.children || []) {
        const own = path.concat(String(child.description));
        if (child.children) visit(child, own);
        else byPath.set(own.join('\n'), (byPath.get(own.join('\n')) || []).concat(child.id));
      }
    };
    try { visit(globalThis.jasmine.getEnv().topSuite(), []); } catch (error) { return; }
    for (const ids of byPath.values()) {
      if (ids.length < 2) continue;
      const group = { left: ids.length, writes: new Map(ids.map((id) => [id, () => {}])) };
      for (const id of ids) this.namesakes.set(id, group);
    }
  }
  inOrder(id, write) {
    const group = this.namesakes.get(id);
    if (group === undefined) return write();
    group.writes.set(id, write);
    group.left -= 1;
    if (group.left === 0) for (const each of group.writes.values()) each();
  }
  parentPath(result) {
    const id = result.parentSuiteId === undefined ? this.open[this.open.length - 1] : result.parentSuiteId;
    return this.paths.get(id) || [];
  }
  write(file, path, status, error, seconds) {
    if (status === 'failed') this.failed += 1;
    console.log((status === 'failed' ? '  ✗ ' : status === 'passed' ? '  ✓ ' : '  - ') + path.join(' > ') + (error ? '\n' + error.message + '\n' + error.stack : ''));
    if (probe) probe.record({ e: 'result', runner: 'jasmine', file: file || null, path, status, error: error || null, seconds });
  }
  suiteStarted(result) {
    this.paths.set(result.id, this.parentPath(result).concat(String(result.description)));
    this.open.push(result.id);
  }
  specStarted(result) {
    if (!probe) return;
    const path = this.parentPath(result).concat(String(result.description));
    probe.record({ e: 'begin', runner: 'jasmine', file: result.filename || null, path });
    probe.cover.begin({ runner: 'jasmine', file: result.filename || null, path });
  }
  specDone(result) {
    this.ran += 1;
    const status = statuses[result.status] || 'failed';
    const failures = result.failedExpectations || [];
    const path = this.parentPath(result).concat(String(result.description));
    if (probe) probe.cover.end({ path });
    const seconds = typeof result.duration === 'number' ? result.duration / 1000 : null;
    this.inOrder(result.id, () => this.write(result.filename, path, status, status === 'failed' ? errorOf(failures) : null, seconds));
  }
  suiteDone(result) {
    this.open = this.open.filter((id) => id !== result.id);
    const failures = result.failedExpectations || [];
    if (failures.length > 0) this.write(result.filename, (this.paths.get(result.id) || []).concat('"after all" hook'), 'failed', errorOf(failures), null);
  }
  jasmineDone(result) {
    for (const group of new Set(this.namesakes.values())) if (group.left > 0) for (const each of group.writes.values()) each();
    for (const failure of (result && result.failedExpectations) || []) {
      const place = /(?:\(|at )((?:file:\/\/)?\/(?:(?!node_modules)[^():])+):\d+/.exec(String(failure.stack));
      this.write(failure.filename || (place === null ? null : place[1]), ['(file)'], 'failed', errorOf([failure]), null);
    }
    console.log('\n' + this.ran + ' specs, ' + this.failed + ' failures');
    if (probe) probe.record({ e: 'done', runner: 'jasmine' });
  }
};
`;

// src/suite/ecosystems/javascript/select.ts
import { posix as posix15 } from "node:path";
var whole = { kind: "whole" };
var maxNames = 500;
async function choose(line, options12, place, memory) {
  const { scope } = options12;
  if (scope === "all" || line.runners.size === 0) return whole;
  const failing = options12.failing ?? [];
  if (scope === "failing") return chooseFailing(line, failing, place, memory);
  if (scope === "related") return chooseRelated(line, options12, place, memory);
  return assign(
    line,
    scope.files.map((file) => posix15.normalize(file)),
    place.directory,
    () => null,
    false
  );
}
async function chooseFailing(line, failing, place, memory) {
  const files3 = /* @__PURE__ */ new Set();
  for (const { file } of failing) {
    if (file === null) return whole;
    files3.add(file);
  }
  if (files3.size === 0) return whole;
  const alone = startedAlone(line, failing, [...files3], place, memory);
  if (alone !== null) return alone;
  const graph = new ImportGraph(place.root, posix15.join(place.root, place.directory));
  const filtered = await Promise.all([...files3].map(async (file) => (await graph.packages(file)).has("node:test")));
  const usesNodeTest = filtered.every((uses2) => uses2);
  const names2 = (kind, own2) => (kind === "node:test" || kind === "script") && !usesNodeTest ? null : namesOf(kind, failing, own2, memory);
  return assign(line, [...files3], place.directory, names2, false);
}
function startedAlone(line, failing, files3, place, memory) {
  const [[index, runner2] = [], ...others] = line.runners;
  const [file, ...more] = files3;
  if (index === void 0 || runner2?.kind !== "script" || others.length > 0 || file === void 0 || more.length > 0) return null;
  const local = inDirectory([file], place.directory);
  if (local === null || !memory.programs.has(file) || !failing.every(({ id }) => isWholeFile(id))) return null;
  return { kind: "some", selections: /* @__PURE__ */ new Map([[index, { files: local, names: null, related: false }]]) };
}
function namesOf(kind, failing, files3, memory) {
  const own2 = failing.filter(({ file }) => file !== null && files3.has(file));
  if (own2.length > maxNames || own2.some(({ id }) => isOutsideOfTests(id))) return null;
  if (kind === "mocha" || kind === "jest" || kind === "vitest" || kind === "jasmine") return own2.map(({ name }) => name);
  if (kind === "ava") return own2.some(({ name }) => name.startsWith("!")) ? null : own2.map(({ name }) => name);
  if (kind !== "node:test" && kind !== "script") return null;
  return own2.flatMap(({ id, name, file }) => {
    const path2 = id.slice((file ?? "").length + 3).replace(/ \(\d+\)$/, "").split(" > ");
    const ancestors = path2.slice(0, -1).filter((_, depth) => !memory.suites.has(path2.slice(0, depth + 1).join(" > ")));
    return [name, ...ancestors];
  });
}
async function chooseRelated(line, options12, place, memory) {
  const changed = (options12.changed ?? []).map((file) => posix15.normalize(file));
  if (changed.length === 0) return whole;
  const kinds = [...line.runners];
  const [only] = kinds;
  if (kinds.length === 1 && only !== void 0 && (only[1].kind === "jest" || only[1].kind === "vitest")) {
    const failingFiles = (options12.failing ?? []).flatMap(({ file }) => file === null ? [] : [file]);
    const files3 = inDirectory([.../* @__PURE__ */ new Set([...changed, ...failingFiles])], place.directory);
    return files3 === null ? whole : { kind: "some", selections: /* @__PURE__ */ new Map([[only[0], { files: files3, names: null, related: true }]]) };
  }
  return chooseByImports(line, options12, changed, place, memory);
}
async function chooseByImports(line, options12, changed, place, memory) {
  const graph = new ImportGraph(place.root, posix15.join(place.root, place.directory));
  const universe = memory.files.size > 0 ? [...memory.files] : await listFiles(place.root, place.directory, isTestFile);
  const related = new Set((options12.failing ?? []).flatMap(({ file }) => file === null ? [] : [file]));
  const reached = /* @__PURE__ */ new Set();
  for (const file of universe) {
    const reach = await graph.reach(file);
    const hits = changed.filter((each) => reach.has(each));
    if (hits.length > 0) related.add(file);
    for (const hit of hits) reached.add(hit);
  }
  if (changed.some((file) => !reached.has(file)) || related.size === 0 || universe.every((file) => related.has(file))) return whole;
  return assign(line, [...related], place.directory, () => null, false);
}
function assign(line, files3, directory, names2, related) {
  const byRunner = /* @__PURE__ */ new Map();
  for (const file of files3) {
    const index = runnerOf2(line, file, directory);
    if (index === null) return whole;
    byRunner.set(index, [...byRunner.get(index) ?? [], file]);
  }
  const selections = /* @__PURE__ */ new Map();
  for (const [index, own2] of byRunner) {
    const runner2 = line.runners.get(index);
    const inside = inDirectory(own2, directory);
    if (runner2 === void 0 || inside === null) return whole;
    const filter = names2(runner2.kind, new Set(own2));
    selections.set(index, runner2.kind === "script" && filter === null ? "whole" : { files: inside, names: filter, related });
  }
  return selections.size === 0 ? whole : { kind: "some", selections };
}
function runnerOf2(line, file, directory) {
  const local = inDirectory([file], directory)?.[0];
  if (local === void 0) return null;
  const runners2 = [...line.runners];
  const written2 = (runner2) => runner2.kind === "script" ? [scriptFile(runner2) ?? ""] : positionalsOf(parseArguments(runner2.args, optionTables[runner2.kind])).map((each) => each.value ?? "");
  const literal2 = runners2.filter(
    ([, runner2]) => written2(runner2).some((each) => posix15.normalize(each) === local || posix15.normalize(`${each}.js`) === local)
  );
  if (literal2.length === 1) return literal2[0]?.[0] ?? null;
  if (runners2.length === 1) return runners2[0]?.[0] ?? null;
  const candidates = runners2.filter(([, runner2]) => runner2.kind !== "script");
  return candidates.length === 1 ? candidates[0]?.[0] ?? null : null;
}
function inDirectory(files3, directory) {
  if (directory === "") return [...files3];
  const inside = files3.filter((file) => file.startsWith(`${directory}/`)).map((file) => file.slice(directory.length + 1));
  return inside.length === files3.length ? inside : null;
}

// src/suite/ecosystems/javascript/prepare.ts
async function prepareRun(setting, memory, options12, reporters = true) {
  const { plan, root, cwd, folder } = setting;
  const reading = await readManifest(cwd);
  const manifest = reading.kind === "read" ? reading.manifest : null;
  const line = readTestLine(plan.testCommand, manifest?.scripts ?? {});
  await writeTools(setting, options12, line === null || ![...line.runners.values()].some(({ kind }) => kind !== "script"));
  const kinds = line === null ? /* @__PURE__ */ new Map() : await nodeFileKinds(line, setting);
  const ending = options12.testLimit && options12.companion === void 0 ? [await writeEndless(setting, options12.testLimit)] : [];
  const rendering = await renderingFor(setting, kinds, {
    coverage: options12.coverage === true,
    reporters,
    companion: options12.companion,
    ending
  });
  const choice = line === null ? null : await choose(line, options12, { root, directory: plan.directory }, memory);
  const part = line !== null && choice?.kind === "some" ? renderSelected(line, choice.selections, rendering) : null;
  const ownOptions2 = setting.env.testEnv.NODE_OPTIONS;
  const around = await whileTesting(setting);
  const whole2 = line === null ? plan.testCommand : renderWhole(line, rendering);
  return {
    line: await withPackages(part ?? whole2, setting),
    selected: part !== null,
    still: options12.noticeStill === void 0 ? void 0 : await watchStill(folder, options12.noticeStill),
    readable: around.readable,
    environment: {
      ...around.environment,
      npm_lifecycle_event: "test",
      npm_package_json: join18(cwd, "package.json"),
      INIT_CWD: cwd,
      ...manifest?.name === void 0 ? {} : { npm_package_name: manifest.name },
      ...manifest?.version === void 0 ? {} : { npm_package_version: manifest.version },
      PATH: [.../* @__PURE__ */ new Set([join18(cwd, "node_modules", ".bin"), join18(root, "node_modules", ".bin")]), around.environment.PATH ?? ""].filter((folder2) => folder2 !== "").join(":"),
      NODE_OPTIONS: [...ownOptions2 === void 0 ? [] : [ownOptions2], preload(folder, options12.companion, ending)].join(" "),
      // A cached result of a task is no run.
      TURBO_FORCE: "true",
      NX_SKIP_NX_CACHE: "true",
      NX_DAEMON: "false"
    },
    instead: async (result) => result.exitCode === 9 && reporters && /bad option: --test-reporter/.test(result.stderr) ? prepareRun(setting, memory, options12, false) : null,
    read: async (result) => {
      const results2 = await read(setting, { line, kinds, part: part === null ? null : choice }, result, options12.timeoutMs);
      if (part === null && !result.timedOut && !result.aborted) remember(memory, results2, cwd);
      const { reading: _, started: __, ...kept2 } = part === null ? results2 : withoutFilteredOut(results2, options12);
      return { ...kept2, coverage: options12.coverage === true ? await readCoverage(folder, { root, cwd }, kept2.results) : null };
    }
  };
}
var asPackage = "node_modules/regreen";
async function writeTools({ folder, root }, options12, inject) {
  const sources = {
    "probe.cjs": probeSource({
      REGREEN_PROBE_DIR: folder,
      REGREEN_PROBE_ROOT: root,
      ...options12.coverage === true ? { REGREEN_PROBE_COVERAGE: "1" } : {},
      ...options12.noticeStill !== void 0 ? { REGREEN_PROBE_BEAT: "1" } : {},
      ...inject ? { REGREEN_PROBE_INJECT: "1" } : {}
    }),
    "jasmine-reporter.cjs": jasmineReporterSource,
    "mocha-reporter.cjs": mochaReporterSource,
    "node-reporter.mjs": nodeReporterSource,
    "jest-coverage.cjs": jestCoverageSource,
    [`${asPackage}/vitest-coverage.mjs`]: vitestReporterSource,
    [`${asPackage}/vitest-setup.mjs`]: vitestSetupSource
  };
  await mkdir3(join18(folder, asPackage), { recursive: true });
  if (options12.coverage === true) await writeFile4(join18(folder, "coverage.json"), JSON.stringify(titlesOf(options12)));
  await Promise.all(Object.entries(sources).map(([name, source3]) => writeFile4(join18(folder, name), source3)));
}
function titlesOf({ failing = [] }) {
  const titles = failing.map(({ id, file }) => file !== null && id.startsWith(`${file} > `) ? id.slice(file.length + 3) : id);
  return [...new Set(titles.flatMap((title) => [title, title.replace(/ \(\d+\)$/, "")]))];
}
async function renderingFor({ folder, root, cwd }, kinds, { coverage, reporters, companion: companion2, ending }) {
  const tapMajor = await installedMajor([cwd, root], "tap");
  const instruments = (index) => ({
    mochaReporter: join18(folder, "mocha-reporter.cjs"),
    jasmineReporter: join18(folder, "jasmine-reporter.cjs"),
    nodeReporter: reporters ? join18(folder, "node-reporter.mjs") : null,
    jsonReport: join18(folder, `report-${index}.json`),
    jestCoverage: coverage ? join18(folder, "jest-coverage.cjs") : null,
    vitestCoverage: coverage ? join18(folder, asPackage, "vitest-coverage.mjs") : null,
    tapMajor,
    joined: companion2 !== void 0,
    nodeFile: kinds.get(index) ?? "plain"
  });
  return {
    instruments,
    nodeOptions: preload(folder, companion2, ending),
    lean: coverage,
    tapFile: (index) => join18(folder, `tap-${index}.txt`)
  };
}
function preload(folder, companion2, more) {
  const files3 = [join18(folder, "probe.cjs"), ...more, ...companion2 === void 0 ? [] : [companion2.file]];
  return files3.map((file) => `--require ${/[\s"\\]/.test(file) ? `"${file.replace(/[\\"]/g, "\\$&")}"` : file}`).join(" ");
}
async function installedMajor(folders2, name) {
  for (const folder of folders2) {
    const reading = await readManifest(join18(folder, "node_modules", name));
    if (reading.kind === "read") return Number.parseInt(reading.manifest.version ?? "0", 10);
  }
  return 0;
}
async function nodeFileKinds(line, { root, cwd, plan }) {
  const kinds = /* @__PURE__ */ new Map();
  for (const [index, runner2] of line.runners) {
    const file = scriptFile(runner2);
    if (file === null) continue;
    const graph = new ImportGraph(root, cwd);
    const path2 = posix16.normalize(posix16.join(plan.directory, file));
    const packages = await graph.packages(await readText(join18(root, path2), 2 << 20) === null ? `${path2}.js` : path2);
    const kind = packages.has("node:test") ? "node:test" : packages.has("tape") ? "tape" : packages.has("tap") ? "tap" : "plain";
    kinds.set(index, kind);
  }
  return kinds;
}
async function read(setting, { line, kinds, part }, result, timeoutMs) {
  const { root, cwd, folder, plan } = setting;
  const tap = [];
  const scripts2 = [];
  let expectsTap = false;
  for (const [index, runner2] of line?.runners ?? []) {
    const copied = await readPlainFile(join18(folder, `tap-${index}.txt`), maxReportBytes);
    if (copied !== null) tap.push(copied);
    expectsTap ||= runner2.kind === "tap" || kinds.get(index) === "tap";
    const file = scriptFile(runner2);
    if (file !== null) scripts2.push(posix16.normalize(posix16.join(plan.directory, /\.[cm]?[jt]sx?$/.test(file) ? file : `${file}.js`)));
  }
  const json = await jsonReports(folder);
  const events = await readEvents(folder);
  const chosen = part?.kind === "some" ? [...part.selections.values()].flatMap(
    (selection) => selection === "whole" ? scripts2 : selection.files.map((file) => posix16.join(plan.directory, file))
  ) : scripts2;
  const soleFile = chosen.length === 1 && (part !== null || line?.runners.size === 1) ? chosen[0] ?? null : null;
  const place = { root, cwd };
  const startedAlone2 = part?.kind === "some" && isStartedAlone(line, part.selections) ? soleFile : null;
  const output2 = result.clippedBytes === 0 ? result.stdout : await wholeOutput(join18(folder, "output.txt"), result.stdout);
  const told2 = await toldByUvu({ ...place, directory: plan.directory }, line, { output: output2, stderr: result.stderr });
  const rest = { json, told: told2, output: output2, tap, scripts: scripts2, expectsTap, soleFile, startedAlone: startedAlone2 };
  return assemble({ command: plan.testCommand, result, events, place, timeoutMs, ...rest });
}
function isStartedAlone(line, selections) {
  return [...selections].some(
    ([index, selection]) => selection !== "whole" && selection.names === null && line?.runners.get(index)?.kind === "script"
  );
}
async function jsonReports(folder) {
  const names2 = (await namesIn(folder)).filter((name) => /^report-[\w-]+\.json$/.test(name)).sort();
  const reports2 = await Promise.all(names2.map((name) => readJsonReport(join18(folder, name))));
  return reports2.filter((report2) => report2 !== null);
}
async function wholeOutput(file, otherwise3) {
  return await readPlainFile(file, maxReportBytes) ?? otherwise3;
}
function remember(memory, { results: results2, reading, started }, cwd) {
  for (const path2 of reading.suites) memory.suites.add(path2.join(" > "));
  for (const { file } of results2) if (file !== null) memory.files.add(file);
  for (const { file, folder } of started) if (folder === cwd) memory.programs.add(file);
}
function withoutFilteredOut(results2, options12) {
  if (options12.scope !== "failing") return results2;
  const wanted = new Set((options12.failing ?? []).map(({ id }) => id));
  const kept2 = results2.results.filter(({ id, status }) => wanted.has(id) || status === "failed" || status === "passed");
  return { ...results2, results: kept2, counts: countResults(kept2) };
}

// src/suite/ecosystems/javascript/index.ts
var javascript = {
  name: "javascript",
  isManifest: (name) => name === "package.json",
  detect,
  alreadyInstalled: async (cwd, { setupCommand }) => setupCommand === null ? null : alreadyInstalled(cwd, setupCommand),
  bringsManager,
  otherwise: otherLine,
  goesOn: (result, _plan, cwd) => ownScriptFailed(result, cwd),
  installsIn: whileInstalling,
  open: (plan) => {
    const memory = { files: /* @__PURE__ */ new Set(), suites: /* @__PURE__ */ new Set(), programs: /* @__PURE__ */ new Set() };
    return {
      prepare: (setting, options12) => prepareRun(setting, memory, options12),
      concludeEvents: (ended, events) => concludeEvents(plan, memory, ended, events)
    };
  }
};

// src/suite/ecosystems/languages/conclude-reports.ts
import { mkdtemp, rm as rm2, writeFile as writeFile6 } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join51 } from "node:path";

// src/suite/ecosystems/languages/recipes.ts
import { join as join19 } from "node:path";
var makefiles = ["GNUmakefile", "makefile", "Makefile"];
var justfiles = ["justfile", "Justfile", ".justfile"];
var maxBytes2 = 1 << 20;
var maxDepth3 = 6;
async function expandTargets(command, cwd) {
  const pieces = splitShell(command);
  if (pieces === null || !/\b(?:make|gmake|just)\b/.test(command)) return command;
  const parts = [];
  for (const piece of pieces) {
    if (piece.kind === "glue") {
      parts.push(piece.raw);
      continue;
    }
    const words = piece.words.map(({ value }) => value);
    const isPlain = piece.assignments.length === 0 && piece.redirections.length === 0 && words.length === 2;
    const [program4, target] = words;
    const file = isPlain ? await targetFile(program4 ?? "", cwd) : null;
    const body = file === null || target === null || target === void 0 ? null : bodyOf(file, target, 0);
    parts.push(body === null ? piece.raw : pieces.length === 1 ? body : `( ${body} )`);
  }
  return parts.join("");
}
async function targetFile(program4, cwd) {
  const names2 = program4 === "just" ? justfiles : program4 === "make" || program4 === "gmake" ? makefiles : [];
  for (const name of names2) {
    const text2 = await readText(join19(cwd, name), maxBytes2);
    if (text2 !== null) return program4 === "just" ? readJustfile(text2) : readMakefile(text2);
  }
  return null;
}
function readMakefile(text2) {
  if (/^\s*(?:ifn?eq|ifn?def|-?include|define|\.ONESHELL|export|unexport|override|SHELL\s*:?=|\.RECIPEPREFIX|vpath)\b/m.test(text2))
    return null;
  const variables2 = /* @__PURE__ */ new Map();
  const recipes = /* @__PURE__ */ new Map();
  let open = null;
  const close = () => {
    for (const name of open?.names ?? [])
      if (open !== null && name !== ".PHONY") recipes.set(name, { needs: open.needs, lines: open.lines });
    open = null;
  };
  for (const line of text2.replace(/\\\r?\n[ \t]*/g, " ").split("\n")) {
    if (line.startsWith("	")) {
      open?.lines.push(line.trim());
      continue;
    }
    const assignment = /^([\w.-]+)\s*(?::{0,2}|\?)=\s*(.*)$/.exec(line.trimEnd());
    const rule = /^([^:=#\s][^:=#]*?)\s*::?(?!=)\s*([^;#|]*)(?:#.*)?$/.exec(line.trimEnd());
    if (assignment === null && rule === null) continue;
    close();
    if (assignment !== null) {
      if (variables2.has(assignment[1] ?? "")) return null;
      variables2.set(assignment[1] ?? "", (assignment[2] ?? "").replace(/\s+#.*$/, ""));
    } else if (rule !== null) {
      const names2 = (rule[1] ?? "").split(/\s+/);
      if (names2.some((name) => name.includes("%") || recipes.has(name))) return null;
      open = { names: names2, needs: (rule[2] ?? "").split(/\s+/).filter((name) => name !== ""), lines: [] };
    }
  }
  close();
  return { program: "make", recipes, variables: variables2 };
}
function readJustfile(text2) {
  if (/^\s*(?:set |import |mod |export )/m.test(text2)) return null;
  const variables2 = /* @__PURE__ */ new Map();
  const recipes = /* @__PURE__ */ new Map();
  let lines2 = null;
  for (const line of text2.split("\n")) {
    if (/^\s+\S/.test(line)) {
      lines2?.push(line.trim());
      continue;
    }
    const assignment = /^([\w-]+)\s*:=\s*(["'])(.*)\2\s*$/.exec(line);
    const recipe = /^@?([\w-]+)\s*:(?!=)\s*([\w\s-]*)$/.exec(line);
    if (assignment !== null) variables2.set(assignment[1] ?? "", assignment[3] ?? "");
    if (line.trim() !== "" && !line.startsWith("#")) lines2 = null;
    if (recipe === null) continue;
    lines2 = [];
    recipes.set(recipe[1] ?? "", { needs: (recipe[2] ?? "").split(/\s+/).filter((name) => name !== ""), lines: lines2 });
  }
  return { program: "just", recipes, variables: variables2 };
}
function bodyOf(file, target, depth) {
  const recipe = file.recipes.get(target);
  if (recipe === void 0 || depth > maxDepth3) return null;
  const parts = [];
  for (const need of recipe.needs) {
    const expanded = file.program === "make" ? substituted(need, file) : need;
    for (const name of (expanded ?? "$").split(/\s+/))
      if (name !== "") parts.push(file.recipes.has(name) ? bodyOf(file, name, depth + 1) : null);
  }
  for (const line of recipe.lines) if (!/^#(?!!)/.test(line)) parts.push(lineOf(line, file));
  return parts.length === 0 || parts.some((part) => part === null) ? null : parts.filter((part) => part !== "").join(" && ");
}
function lineOf(line, file) {
  const bare = line.replace(/^[@+\s]+/, "");
  if (/^-|^#!/.test(bare)) return null;
  const text2 = substituted(bare, file);
  if (text2 === null) return null;
  return /[;|&\n]|^(?:cd|export|set)\b/.test(text2) ? `( ${text2} )` : text2;
}
function substituted(text2, file, depth = 0) {
  if (depth > maxDepth3) return null;
  let isKnown = true;
  const value = (name) => {
    const found = name === "MAKE" ? "make" : file.variables.get(name);
    const inner = found === void 0 ? null : substituted(found, file, depth + 1);
    isKnown &&= inner !== null;
    return inner ?? "";
  };
  if (file.program === "just") {
    const filled2 = text2.replace(/\{\{\s*([\w-]+)\s*\}\}/g, (_, name) => value(name));
    return isKnown && !filled2.includes("{{") ? filled2 : null;
  }
  const filled = text2.replace(/\$(?:\$|\(([\w.-]+)\)|\{([\w.-]+)\}|.)/g, (whole2, first, second) => {
    if (whole2 === "$$") return "\0";
    const name = first ?? second;
    if (name === void 0) isKnown = false;
    return name === void 0 ? "" : value(name);
  });
  return isKnown ? filled.replaceAll("\0", "$") : null;
}

// src/suite/ecosystems/languages/bun.ts
import { join as join21, posix as posix17 } from "node:path";

// src/suite/ecosystems/languages/call.ts
var passing2 = new Set(
  "env time nice timeout xvfb-run poetry uv pipenv pdm hatch rye conda micromamba bundle coverage kcov valgrind catchsegv rtx mise asdf nix-shell".split(
    " "
  )
);
var withValue = /^(?:--with|--group|--extra|--package|--only-group|-n|--name|--prefix|--python|-p|-s|--project|--directory)$/;
function programName(word2) {
  return word2.replace(/^.*[\\/]/, "").replace(/\.(?:exe|bat|cmd)$/, "");
}
function findCall(words, match) {
  const values = words.map((word2) => word2.value ?? word2.raw);
  for (let at = 0; at < values.length; at += 1) {
    const length = at > 0 && withValue.test(values[at - 1] ?? "") ? 0 : match(values.slice(at));
    if (length > 0) return { before: words.slice(0, at), program: words.slice(at, at + length), args: words.slice(at + length) };
    if (at === 0 && !passing2.has(programName(values[0] ?? "")) && !isModuleOfPython(values)) return null;
  }
  return null;
}
function isModuleOfPython(values) {
  return isPython(values[0] ?? "") && values[1] === "-m" && passing2.has(values[2] ?? "");
}
function isPython(word2) {
  return /^(?:python|pypy)(?:\d(?:\.\d+)?t?)?$/.test(programName(word2));
}
function pythonModule(rest, name) {
  const at = behindOptions(rest);
  return at > 0 && rest[at] === "-m" && rest[at + 1] === name ? at + 2 : 0;
}
function pythonScript(rest, name) {
  const at = behindOptions(rest);
  return programName(rest[at] ?? "") === name ? at + 1 : 0;
}
function behindOptions(rest) {
  if (!isPython(rest[0] ?? "")) return 0;
  let at = 1;
  for (; at < rest.length; at += 1) {
    const word2 = rest[at] ?? "";
    if (/^-[WX]$/.test(word2)) at += 1;
    else if (word2 === "-m" || !word2.startsWith("-")) break;
  }
  return at;
}
function atDashes(args) {
  const at = args.findIndex((word2) => word2.value === "--");
  return at < 0 ? { own: args, behind: [] } : { own: args.slice(0, at), behind: args.slice(at) };
}

// src/suite/ecosystems/languages/reading.ts
import { lstat as lstat2, readdir as readdir6, realpath as realpath3 } from "node:fs/promises";
import { join as join20 } from "node:path";

// src/suite/ecosystems/languages/xml.ts
var import_saxes = __toESM(require_saxes(), 1);
var maxDepth4 = 64;
var maxElements = 3e6;
var maxText = 65536;
function readXml(text2) {
  const reader = new TreeReader();
  const parser = new import_saxes.SaxesParser({ xmlns: false });
  parser.on("opentag", ({ name, attributes }) => reader.open(name, attributes));
  parser.on("closetag", () => reader.close());
  parser.on("text", (chunk) => reader.text(chunk));
  parser.on("cdata", (chunk) => reader.text(chunk));
  parser.on("doctype", () => reader.fail("it has a document type, which no report needs"));
  parser.on("error", (error2) => reader.fail(error2.message));
  try {
    parser.write(text2.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")).close();
  } catch (error2) {
    reader.fail(error2 instanceof Error ? error2.message : String(error2));
  }
  return { root: reader.root(), broken: reader.broken };
}
var TreeReader = class {
  broken = null;
  #stack = [];
  #root = null;
  #elements = 0;
  /** Elements that are not kept because they lie too deep. */
  #skipped = 0;
  open(name, attributes) {
    this.#elements += 1;
    if (this.#stack.length >= maxDepth4 || this.#elements > maxElements) {
      this.#skipped += 1;
      this.fail("it is larger or deeper than any report");
      return;
    }
    const values = /* @__PURE__ */ new Map();
    for (const [key2, value] of Object.entries(attributes)) if (typeof value === "string") values.set(key2, value);
    const element = { name: name.replace(/^.*:/, ""), attributes: values, children: [], text: [], chars: 0, closed: false };
    const parent = this.#stack.at(-1);
    if (parent !== void 0) parent.children.push(view(element));
    else this.#root ??= element;
    this.#stack.push(element);
  }
  close() {
    if (this.#skipped > 0) {
      this.#skipped -= 1;
      return;
    }
    const element = this.#stack.pop();
    if (element !== void 0) element.closed = true;
  }
  text(chunk) {
    const element = this.#stack.at(-1);
    if (element === void 0 || element.chars >= maxText) return;
    const part = chunk.slice(0, maxText - element.chars);
    element.text.push(part);
    element.chars += part.length;
  }
  fail(reason) {
    this.broken ??= reason.split("\n")[0] ?? reason;
  }
  root() {
    return this.#root === null ? null : view(this.#root);
  }
};
function view(open) {
  return {
    name: open.name,
    attributes: open.attributes,
    children: open.children,
    get text() {
      return open.text.join("");
    },
    get closed() {
      return open.closed;
    }
  };
}
function elementsNamed(element, name) {
  return [...element.name === name ? [element] : [], ...element.children.flatMap((child) => elementsNamed(child, name))];
}
function childNamed(element, name) {
  return element.children.find((child) => child.name === name) ?? null;
}

// src/suite/ecosystems/languages/junit.ts
function parseJUnit(text2) {
  const { root, broken } = readXml(text2);
  if (root === null || root.name !== "testsuites" && root.name !== "testsuite") return null;
  const cases = [];
  collect(root, [], null, cases);
  return { cases, broken: broken ?? doesNotAddUp(root) };
}
function collect(element, suites, file, cases) {
  for (const child of element.children) {
    if (child.name === "testcase") {
      if (child.closed) cases.push(readCase(child, suites, file));
    } else if (child.name === "testsuite") {
      const name = child.attributes.get("name") ?? "";
      collect(child, [...suites, name], child.attributes.get("file") ?? file, cases);
    }
  }
}
function readCase(element, suites, file) {
  const failure2 = childNamed(element, "failure") ?? childNamed(element, "error");
  const skipped = childNamed(element, "skipped");
  const said = element.attributes.get("status")?.toLowerCase();
  const isSkipped = skipped !== null || said === "notrun" || said === "disabled" || said === "skipped";
  const status = failure2 !== null || said === "fail" || said === "failed" ? "failed" : isSkipped ? "skipped" : "passed";
  const body = failure2 === null ? null : failure2.text.trim() || childNamed(failure2, "stackTrace")?.text.trim() || null;
  const output2 = [childNamed(element, "system-out"), childNamed(element, "system-err")].map((each) => each?.text.trim() ?? "");
  return {
    name: element.attributes.get("name") ?? "",
    classname: element.attributes.get("classname") || element.attributes.get("class") || null,
    file: element.attributes.get("file") ?? file,
    line: wholeNumber(element.attributes.get("line")),
    seconds: seconds(element.attributes.get("time")),
    status,
    message: failure2?.attributes.get("message") || null,
    details: body,
    type: failure2?.attributes.get("type") ?? null,
    suites,
    output: output2.filter((part) => part !== "").join("\n")
  };
}
function doesNotAddUp(root) {
  for (const suite of elementsNamed(root, "testsuite")) {
    const inside = elementsNamed(suite, "testcase");
    const declared = (wholeNumber(suite.attributes.get("failures")) ?? 0) + (wholeNumber(suite.attributes.get("errors")) ?? 0);
    const failed = inside.flatMap(({ children }) => children.filter(({ name }) => name === "failure" || name === "error")).length;
    if (declared > failed && suite.attributes.get("name") !== void 0)
      return `it counts ${declared} failures and shows ${failed} (${suite.attributes.get("name")})`;
    const tests3 = wholeNumber(suite.attributes.get("tests"));
    const countsParts = suite.attributes.get("name") === "pytest";
    if (tests3 !== null && tests3 > inside.length && !countsParts)
      return `it counts ${tests3} tests and shows ${inside.length} (${suite.attributes.get("name")})`;
  }
  return null;
}
function wholeNumber(text2) {
  return text2 !== void 0 && /^\d{1,9}$/.test(text2.trim()) ? Number(text2) : null;
}
function seconds(text2) {
  const value = Number(text2?.replaceAll(",", "") ?? "none");
  return Number.isFinite(value) && value >= 0 ? value : null;
}

// src/suite/ecosystems/languages/reading.ts
var maxReportBytes2 = 256 << 20;
async function readJUnit(texts3, toRaw12) {
  const results2 = [];
  let broken = null;
  let found = false;
  for (const text2 of texts3) {
    const report2 = parseJUnit(text2);
    if (report2 === null) continue;
    found = true;
    broken ??= report2.broken;
    for (const each of report2.cases) results2.push(await toRaw12(each));
  }
  return found ? { results: results2, form: "report", broken } : null;
}
async function reportsIn(folder, pattern, since = 0) {
  const real = await realpath3(folder).catch(() => folder);
  const names2 = (await readdir6(real).catch(() => [])).filter((name) => pattern.test(name)).sort();
  const texts3 = [];
  let bytes = 0;
  for (const name of names2) {
    const found = await lstat2(join20(real, name)).catch(() => null);
    if (found === null || !found.isFile() || found.mtimeMs < since - 2e3) continue;
    bytes += found.size;
    if (bytes > maxReportBytes2) break;
    texts3.push(await readPlainFile(join20(real, name), maxReportBytes2) ?? "");
  }
  return texts3;
}
function reportText(path2) {
  return readPlainFile(path2, maxReportBytes2);
}
var maxWords = 2e4;
function expectation(text2) {
  const head = text2.slice(0, maxWords);
  for (const { pattern, expectedFirst } of wordings) {
    const match = pattern.exec(head);
    if (match?.[1] === void 0 || match[2] === void 0) continue;
    const [first, second] = [match[1].trim(), match[2].trim()];
    return expectedFirst ? { expected: first, actual: second } : { expected: second, actual: first };
  }
  return { expected: null, actual: null };
}
var wordings = [
  // JUnit 4 and 5, AssertJ's first line, Hamcrest.
  { pattern: /expected:? ?<([^\n]*?)> but was:? ?<([^\n]*?)>/, expectedFirst: true },
  { pattern: /Expected: ([^\n]+)\n\s*(?:but: was|but was:?|Actual:|got:|Got:) ([^\n]+)/, expectedFirst: true },
  // PHPUnit.
  { pattern: /Failed asserting that ([^\n]+?) (?:matches expected|is identical to|equals) ([^\n]+?)\.?(?:\n|$)/, expectedFirst: false },
  // RSpec.
  { pattern: /^[ \t]*expected: ([^\n]+)\n\s*got: ([^\n]+)/m, expectedFirst: true },
  // Rust's assert_eq!, whose sides are by habit (actual, expected).
  { pattern: /^[ \t]*left: `?([^\n]+?)`?,?\n\s*right: `?([^\n]+?)`?(?:,|:|\n|$)/m, expectedFirst: false },
  // minitest and xUnit.
  { pattern: /^[ \t]*Expected: +([^\n]+)\n\s*Actual: +([^\n]+)/m, expectedFirst: true },
  // pytest's `assert 4 == 2`, and unittest's `4 != 2`.
  { pattern: /^(?:AssertionError: )?assert ([^\n=]+?) == ([^\n=]+?)$/m, expectedFirst: false },
  { pattern: /^(?:AssertionError: )?([^\n]{1,200}?) != ([^\n]{1,200}?)(?: : [^\n]*)?$/m, expectedFirst: false },
  // testify and the usual wording of Go tests.
  { pattern: /expected *: ([^\n]+)\n\s*actual *: ([^\n]+)/, expectedFirst: true },
  { pattern: /\bgot:? ([^\n,;]+?)[,;]? (?:but )?(?:want(?:ed)?|expected):? ([^\n]+)/i, expectedFirst: false },
  { pattern: /\b(?:want(?:ed)?|expected):? ([^\n,;]+?)[,;]? (?:but )?got:? ([^\n]+)/i, expectedFirst: true }
];

// src/suite/ecosystems/languages/bun.ts
var options = {
  values: new Set(
    "-t --test-name-pattern --timeout --rerun-each --preload -r --reporter --reporter-outfile --coverage-reporter --coverage-dir --seed --max-concurrency --bail".split(
      " "
    )
  )
};
var bunTest = {
  runner: "bun test",
  find: (words) => findCall(words, (rest) => programName(rest[0] ?? "") === "bun" && rest[1] === "test" ? 2 : 0),
  render({ before: before2, program: program4, args }, { folder }, selection) {
    const kept2 = without(parseArguments(args, options), ["--bail", "--reporter", "--reporter-outfile", "--watch", "--only-failures"]);
    const report2 = ["--reporter=junit", `--reporter-outfile=${join21(folder, "bun-report.xml")}`].map(word);
    const start2 = [...before2, ...program4, ...report2];
    if (selection === null) return [...start2, ...allWords(kept2)];
    const own2 = optionsOf(without(kept2, ["-t", "--test-name-pattern", "--coverage*"]));
    const names2 = selection.tests.map(({ name }) => `^${escapeRegex(name)}$`);
    const filter = names2.length === 0 || selection.tests.some(({ id }) => isOutsideOfTests(id)) ? [] : [word("-t"), word(names2.join("|"))];
    return [...start2, ...own2, ...filter, ...selection.files.map((file) => word(`./${file}`))];
  },
  async read(remains) {
    const reading = await readJUnit(await reportsIn(remains.folder, /^bun-report\.xml$/), (each) => toRaw4(each, remains));
    return reading === null ? null : { ...reading, results: withMessages(reading.results, `${remains.stdout}
${remains.stderr}`) };
  }
};
function toRaw4(each, { cwd }) {
  const file = each.file ?? each.suites.find((suite) => /\.[cm]?[jt]sx?$/.test(suite)) ?? null;
  const groups = each.suites.filter((suite) => suite !== file && suite !== "");
  const path2 = [...groups, each.name];
  return {
    file: file === null ? null : posix17.join(cwd, file),
    path: path2,
    name: path2.join(" "),
    line: each.line,
    status: each.status,
    seconds: each.seconds,
    message: each.message ?? each.details ?? each.type,
    stack: each.details ?? ""
  };
}
function withMessages(results2, printed) {
  const told2 = /* @__PURE__ */ new Map();
  let open = [];
  for (const line of printed.split("\n")) {
    const end2 = /^\(?(?:fail|✗|pass|✓|skip|»|todo|✎)\)? (.+?)(?: \[[\d.]+ ?\w+\])?$/.exec(line);
    if (end2 === null) open.push(line);
    else {
      if (/^\(?(?:fail|✗)/.test(line)) told2.set((end2[1] ?? "").replaceAll(" > ", " "), open.join("\n").trim());
      open = [];
    }
  }
  return results2.map((result) => {
    const text2 = result.status === "failed" && !/\s/.test(result.message ?? "") ? told2.get(result.name) : void 0;
    const message = text2 === void 0 || text2 === "" ? result.message ?? "" : text2.slice(Math.max(0, text2.search(/^(?:error|\w*Error): /m)));
    const sides = /Expected: ([^\n]+)\nReceived: ([^\n]+)/.exec(message);
    return {
      ...result,
      message: message.trim(),
      stack: text2 || result.stack || "",
      expected: sides?.[1] ?? null,
      actual: sides?.[2] ?? null
    };
  });
}
var bun = {
  name: "bun",
  runners: [bunTest],
  isManifest: (name) => /^bun\.lockb?$|^bunfig\.toml$/.test(name),
  manifest: async ({ names: names2 }) => names2.includes("package.json") ? names2.find((name) => /^bun(?:\.lockb?|fig\.toml)$/.test(name)) ?? null : null,
  async guess(folder, manifest) {
    const scripts2 = Object.entries(scriptsOf(await folder.text("package.json")));
    const own2 = scripts2.find(([name, script2]) => name === "test" && /\bbun test\b/.test(script2)) ?? scripts2.find(([, script2]) => /^bun test\b/.test(script2));
    if (own2 === void 0 && scripts2.some(([name]) => name === "test")) return null;
    return {
      runner: "bun test",
      testCommand: own2 === void 0 ? "bun test" : `bun run ${own2[0]}`,
      setupCommand: folder.names.some((name) => /^bun\.lockb?$/.test(name)) && !await folder.has("node_modules") ? "bun install --frozen-lockfile" : null,
      reasons: [
        `bun: ${manifest}`,
        own2 === void 0 ? 'runner bun test: no script "test"' : `runner bun test: script "${own2[0]}" in package.json`
      ]
    };
  }
};
function scriptsOf(text2) {
  try {
    const parsed = JSON.parse(text2 ?? "{}");
    const scripts2 = typeof parsed === "object" && parsed !== null && "scripts" in parsed ? parsed.scripts : {};
    return typeof scripts2 === "object" && scripts2 !== null ? Object.fromEntries(Object.entries(scripts2).filter((entry) => typeof entry[1] === "string")) : {};
  } catch {
    return {};
  }
}

// src/suite/ecosystems/languages/dotnet.ts
import { join as join22, posix as posix18 } from "node:path";

// src/suite/ecosystems/languages/frames.ts
var ends = "py|go|rs|java|kt|groovy|scala|rb|rake|php|phpt|cs|fs|vb|exs?|pl|pm|t|c|cc|cpp|cxx|h|hh|hpp|m";
var forms = [
  // Python's own traceback.
  { pattern: /^(?:E )?\s*File "(?<file>[^"]+)", line (?<line>\d+)(?:, in (?<function>.+))?$/ },
  // The JVM: only the file's bare name stands there, the package tells its folder.
  {
    pattern: /^\s*at (?:[\w.$-]+\/{1,2})?(?<class>(?:[\w$]+\.)*[\w$]+)\.(?<function>[\w$<>]+)\((?<file>[\w$-]+\.(?:java|kt|groovy|scala)):(?<line>\d+)\)/,
    fileOf: ({ class: name = "", file = "" }) => [...name.split(".").slice(0, -1), file].join("/")
  },
  // .NET.
  { pattern: /^\s*at (?<function>.+?) in (?<file>.+?):line (?<line>\d+)$/ },
  // Elixir: `(app 0.1.0) lib/a.ex:5: A.f/1`.
  { pattern: /^\s*(?:\([\w .-]+\) )?(?<file>\S+\.exs?):(?<line>\d+): (?<function>.+)$/ },
  // Ruby: `./spec/a.rb:5:in 'f'`, with `# ` in front in RSpec's text.
  { pattern: /^\s*(?:# |from )?(?<file>[^\s:][^:]*\.(?:rb|rake)):(?<line>\d+)(?::in [`'](?<function>[^'`]+)')?/ },
  // Rust: `thread 'x' panicked at src/a.rs:3:5:`, and its older form with the message before the place.
  { pattern: /panicked at (?:'[\s\S]*', )?(?<file>\S+\.rs):(?<line>\d+):(?<column>\d+)/ },
  { pattern: /^\s*at (?<file>\S+\.rs):(?<line>\d+):(?<column>\d+)$/ },
  // Rust's compiler.
  { pattern: /^\s*--> (?<file>\S+\.rs):(?<line>\d+):(?<column>\d+)$/ },
  // PHP: `#3 /a/b.php(12): f()`, and PHPUnit's `/a/b.php:12`.
  { pattern: /^(?:#\d+ )?(?<file>\S[^()]*\.php)\((?<line>\d+)\)(?:: (?<function>.+))?$/ },
  // Perl.
  { pattern: /(?:^|\s)at (?<file>\S+\.(?:t|pl|pm)) line (?<line>\d+)\.?/ },
  // bats.
  { pattern: /^\(?(?:from function [`'](?<function>[^'`]+)' )?in (?:test )?file (?<file>.+), line (?<line>\d+)[,)]$/ },
  // `file:line: text` of pytest, Go, C and C++ programs and compilers, and `javac`'s `[ERROR] /a/B.java:[3,5]`.
  { pattern: /^(?:\[ERROR\] )?(?<file>\/\S+\.(?:java|kt)):\[(?<line>\d+),(?<column>\d+)\]/ },
  {
    pattern: new RegExp(
      `^(?:[\\w./-]+: )?\\s*(?<file>[^\\s:"'()]+\\.(?:${ends})):(?<line>\\d+)(?::(?<column>\\d+))?(?:$|:\\s?(?:in (?<function>\\S+))?| \\+0x)`
    )
  }
];
var foreign2 = /(?:^|\/)(?:node_modules|site-packages|dist-packages|vendor|\.venv|venv|\.tox|\.nox|deps|gems)\//;
function positionIn(line) {
  if (line.length > 2e3) return null;
  for (const { pattern, fileOf } of forms) {
    const groups = pattern.exec(line)?.groups;
    if (groups?.file === void 0 || groups.line === void 0) continue;
    return {
      file: fileOf?.(groups) ?? groups.file,
      line: Number(groups.line),
      column: groups.column === void 0 ? null : Number(groups.column),
      function: groups.function ?? null
    };
  }
  return null;
}
var stepIn = /^\s.*\s# (?<file>\S+\.(?:py|rb)):(?<line>\d+)\s*$/;
var stepFailed = /^\s+(?:Traceback \(most recent call last\):|(?:Assertion Failed|ASSERT FAILED):)/;
function failedStep(line, before2) {
  const { file, line: number3 } = stepFailed.test(line) && before2.length < 2e3 && stepIn.exec(before2)?.groups || {};
  return file === void 0 || number3 === void 0 ? null : { file, line: Number(number3), column: null, function: null };
}
async function framesOf(text2, place, sources, near = "") {
  const frames = [];
  let isPython2 = false;
  let before2 = "";
  for (const line of plain(text2).split("\n")) {
    if (frames.length >= 60) break;
    const position3 = positionIn(line) ?? failedStep(line, before2);
    before2 = line;
    if (position3 === null) continue;
    isPython2 ||= /\.py$/.test(position3.file);
    const frame = await located2(position3, place, sources, near);
    const last = frames.at(-1);
    if (last === void 0 || last.file !== frame.file || last.line !== frame.line) frames.push(frame);
  }
  return (isPython2 ? frames.reverse() : frames).slice(0, 50);
}
async function located2({ file, line, column, function: name }, place, sources, near) {
  const own2 = relativeToRoot(file, place);
  const isThere = own2.inside && await sources.has(own2.path);
  const path2 = isThere ? own2.path : /^\//.test(file) && !own2.inside ? null : await sources.find(file, near);
  return {
    file: path2 ?? own2.path,
    line,
    column,
    function: name,
    inRepository: path2 !== null && !foreign2.test(path2)
  };
}

// src/suite/ecosystems/languages/dotnet.ts
var options2 = {
  values: new Set(
    "-l --logger -s --settings --filter -c --configuration -f --framework -r --runtime --results-directory -o --output -a --arch -v --verbosity --collect -d --diag --blame-hang-timeout".split(
      " "
    )
  )
};
var dotnetTest = {
  runner: "dotnet test",
  find: (words) => findCall(words, (rest) => programName(rest[0] ?? "") === "dotnet" && rest[1] === "test" ? 2 : 0),
  render({ before: before2, program: program4, args }, { folder }, selection) {
    const { own: own2, behind: behind2 } = atDashes(args);
    const kept2 = without(parseArguments(own2, options2), ["--results-directory"]);
    const report2 = ["--logger", "trx;LogFilePrefix=regreen", "--results-directory", folder].map(word);
    const start2 = [...before2, ...program4];
    if (selection === null) return [...start2, ...allWords(kept2), ...report2, ...behind2];
    if (selection.tests.length === 0) return null;
    const names2 = [...new Set(selection.tests.map(({ name }) => `FullyQualifiedName=${name.replace(/[\\()&|=!~]/g, "\\$&")}`))];
    return [...start2, ...allWords(without(kept2, ["--filter", "--collect"])), ...report2, word("--filter"), word(names2.join("|")), ...behind2];
  },
  async read(remains) {
    const texts3 = await reportsIn(remains.folder, /\.trx$/);
    const results2 = [];
    let broken = null;
    for (const text2 of texts3) {
      const report2 = await readTrx(text2, remains);
      broken ??= report2.broken;
      results2.push(...report2.results);
    }
    return texts3.length === 0 ? null : { results: results2, form: "report", broken };
  }
};
async function readTrx(text2, remains) {
  const { root, broken } = readXml(text2);
  if (root === null || root.name !== "TestRun") return { results: [], broken: "it is no TRX report" };
  const methods = new Map(elementsNamed(root, "UnitTest").map((test) => [test.attributes.get("id") ?? "", childNamed(test, "TestMethod")]));
  const results2 = [];
  for (const result of elementsNamed(root, "UnitTestResult"))
    if (result.closed) results2.push(await toRaw5(result, methods.get(result.attributes.get("testId") ?? "") ?? null, remains));
  const [counters] = elementsNamed(root, "Counters");
  const total = Number(counters?.attributes.get("total") ?? Number.NaN);
  const failed = Number(counters?.attributes.get("failed") ?? 0);
  const fits = Number.isFinite(total) && total <= results2.length && failed <= results2.filter(({ status }) => status === "failed").length;
  return { results: results2, broken: broken ?? (fits ? null : "its counters do not fit its results") };
}
async function toRaw5(result, method, { sources, directory, root }) {
  const outcome = result.attributes.get("outcome") ?? "";
  const owner = (method?.attributes.get("className") ?? "").replace(/,.*$/, "");
  const name = method?.attributes.get("name") ?? result.attributes.get("testName") ?? "";
  const shown = (result.attributes.get("testName") ?? name).replace(`${owner}.`, "");
  const output2 = childNamed(result, "Output");
  const info = output2 === null ? null : childNamed(output2, "ErrorInfo");
  const message = info === null ? "" : childNamed(info, "Message")?.text.trim() ?? "";
  const stack = info === null ? "" : childNamed(info, "StackTrace")?.text.trim() ?? "";
  const simple = owner.split(/[.+]/).at(-1) ?? "";
  const file = simple === "" ? null : await sources.find(`${simple}.cs`, directory);
  const own2 = stack.split("\n").map(positionIn).find((position3) => position3 !== null && file !== null && posix18.normalize(position3.file).endsWith(file));
  return {
    file: file === null ? null : posix18.join(root, file),
    path: [...file === null ? [owner] : [simple], shown].filter((part) => part !== ""),
    name: owner === "" ? name : `${owner}.${name.replace(/\(.*$/s, "")}`,
    line: own2?.line ?? null,
    status: outcome === "Passed" ? "passed" : outcome === "NotExecuted" || outcome === "Inconclusive" ? "skipped" : "failed",
    seconds: seconds2(result.attributes.get("duration")),
    message: message || outcome,
    stack: `${message}
${stack}`,
    ...expectation(message)
  };
}
function seconds2(duration) {
  const match = /^(\d+):(\d+):(\d+(?:\.\d+)?)$/.exec(duration ?? "");
  return match === null ? null : Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3]);
}
var dotnet = {
  name: ".NET",
  runners: [dotnetTest],
  isManifest: (name) => /\.(?:sln|slnx|csproj|fsproj|vbproj)$/.test(name),
  manifest: async ({ names: names2 }) => names2.find((name) => /\.slnx?$/.test(name)) ?? names2.find((name) => /\.(?:cs|fs|vb)proj$/.test(name)) ?? null,
  async guess(folder, manifest) {
    const [test] = await folder.files((file) => /tests?[^/]*\/.*\.(?:cs|fs)$/i.test(file) || /Tests?\.(?:cs|fs)$/.test(file));
    if (test === void 0) return null;
    return {
      runner: "dotnet test",
      testCommand: "dotnet test",
      setupCommand: "dotnet restore",
      reasons: [`.NET: ${manifest}`, `runner dotnet test: ${test}`]
    };
  },
  environment: ({ dependencies, home, exists: exists2 }) => ({
    DOTNET_CLI_TELEMETRY_OPTOUT: "1",
    DOTNET_NOLOGO: "1",
    DOTNET_SKIP_FIRST_TIME_EXPERIENCE: "1",
    NUGET_PACKAGES: home !== null && exists2(join22(home, ".nuget", "packages")) ? join22(home, ".nuget", "packages") : join22(dependencies, "nuget")
  })
};

// src/suite/ecosystems/languages/elixir.ts
import { join as join23 } from "node:path";
var options3 = {
  values: new Set(
    "--only --include --exclude --seed --max-cases --max-failures --formatter --timeout --partitions --repeat-until-failure --export-coverage".split(
      " "
    )
  )
};
var formatter = `defmodule Regreen.Formatter do
  use GenServer

  def init(_), do: {:ok, System.fetch_env!("REGREEN_EXUNIT")}

  def handle_cast({:test_finished, %ExUnit.Test{} = test}, path) do
    {status, message} = outcome(test)
    module = test.module |> Atom.to_string() |> String.replace_prefix("Elixir.", "")
    fields = [module, Atom.to_string(test.name), to_string(test.tags[:file]), to_string(test.tags[:line]), status, to_string(test.time), message]
    File.write!(path, Enum.map_join(fields, "\\t", &Base.encode64/1) <> "\\n", [:append])
    {:noreply, path}
  end

  def handle_cast({:suite_finished, _}, path) do
    File.write!(path, "end\\n", [:append])
    {:noreply, path}
  end

  def handle_cast(_, path), do: {:noreply, path}

  defp outcome(%{state: nil}), do: {"passed", ""}
  defp outcome(%{state: {:failed, failures}} = test), do: {"failed", text(test, failures)}
  defp outcome(%{state: {:invalid, %{state: {:failed, failures}}}} = test), do: {"failed", text(test, failures)}
  defp outcome(%{state: {:invalid, _}}), do: {"failed", "its module could not be set up"}
  defp outcome(%{state: {kind, _}}) when kind in [:skipped, :excluded], do: {"skipped", ""}

  defp text(test, failures), do: ExUnit.Formatter.format_test_failure(test, failures, 1, 120, fn _, text -> text end)
end
`;
var exunit = {
  runner: "exunit",
  files: { "regreen_formatter.exs": formatter },
  find: (words) => findCall(words, (rest) => programName(rest[0] ?? "") === "mix" && rest[1] === "test" ? 2 : 0),
  render({ before: before2, args }, { folder }, selection) {
    const kept2 = without(parseArguments(args, options3), [
      "--max-failures",
      "--stale",
      "--failed",
      ...selection === null ? [] : ["--cover", "--only"]
    ]);
    const start2 = ["elixir", "-r", join23(folder, "regreen_formatter.exs"), "-S", "mix", "test"].map(word);
    const report2 = ["--formatter", "ExUnit.CLIFormatter", "--formatter", "Regreen.Formatter"].map(word);
    if (selection === null) return [...before2, ...start2, ...report2, ...allWords(kept2)];
    const places = selection.tests.map(({ name }) => name);
    const files3 = places.length === 0 || places.some((each) => !/:\d+$/.test(each)) ? selection.files : places;
    return [...before2, ...start2, ...report2, ...optionsOf(kept2), ...files3.map(word)];
  },
  environment: ({ folder }) => ({ REGREEN_EXUNIT: join23(folder, "exunit.txt") }),
  async read({ folder, cwd }) {
    const texts3 = await reportsIn(folder, /^exunit\.txt$/);
    if (texts3.length === 0) return null;
    const lines2 = texts3.flatMap((text2) => text2.split("\n")).filter((line) => line !== "");
    const results2 = lines2.flatMap((line) => parse5(line, cwd));
    return { results: results2, form: "report", broken: lines2.includes("end") ? null : "it ended before the suite did" };
  }
};
function parse5(line, cwd) {
  const [module = "", name = "", file = "", at = "", status = "", time = "", message = ""] = line.split("	").map((field) => Buffer.from(field, "base64").toString("utf8"));
  if (status !== "passed" && status !== "failed" && status !== "skipped") return [];
  const local = file.startsWith(`${cwd}/`) ? file.slice(cwd.length + 1) : file;
  return [
    {
      file: file || null,
      path: [module, name.replace(/^test /, "")],
      name: `${local}:${at}`,
      line: Number(at) || null,
      status,
      seconds: Number(time) / 1e6,
      message,
      stack: message,
      ...leftAndRight(message)
    }
  ];
}
function leftAndRight(text2) {
  const match = /^\s*left: +([^\n]+)\n\s*right: +([^\n]+)/m.exec(text2);
  return match === null ? expectation("") : { expected: match[2]?.trim() ?? null, actual: match[1]?.trim() ?? null };
}
var elixir = {
  name: "Elixir",
  runners: [exunit],
  isManifest: (name) => name === "mix.exs",
  manifest: async ({ names: names2 }) => names2.includes("mix.exs") ? "mix.exs" : null,
  async guess(folder, manifest) {
    const [test] = await folder.files((file) => /(?:^|\/)test\/.*_test\.exs$/.test(file));
    if (test === void 0) return null;
    const asks = folder.names.includes("mix.lock") && !await folder.has("deps");
    return {
      runner: "exunit",
      testCommand: "mix test",
      setupCommand: asks ? "mix local.hex --force --if-missing && mix deps.get" : null,
      reasons: [`Elixir: ${manifest}`, `runner ExUnit: ${test}`]
    };
  },
  environment: ({ profile, dependencies, build, home, exists: exists2 }) => ({
    MIX_BUILD_ROOT: join23(build, "mix"),
    ...home !== null && exists2(join23(home, ".mix")) ? { MIX_HOME: join23(home, ".mix") } : { MIX_HOME: join23(dependencies, "mix") },
    HEX_HOME: join23(dependencies, "hex"),
    ...profile === "test" ? { HEX_OFFLINE: "1" } : {}
  })
};

// src/suite/ecosystems/languages/go.ts
import { join as join27 } from "node:path";

// src/suite/ecosystems/languages/go-modules.ts
import { join as join24, posix as posix19 } from "node:path";
function usedModules(text2) {
  const blocks = [...text2.matchAll(/^use\s*\(([^)]*)\)/gm)].flatMap((match) => (match[1] ?? "").split("\n"));
  const single = [...text2.matchAll(/^use\s+([^\s(]+)/gm)].map((match) => match[1] ?? "");
  return [...blocks, ...single].map(
    (line) => line.replace(/\/\/.*$/, "").trim().replace(/^"|"$/g, "")
  ).filter((path2) => path2 !== "").map((path2) => posix19.normalize(path2).replace(/\/$/, "")).filter((path2) => !path2.startsWith("..") && !posix19.isAbsolute(path2));
}
async function readModules(cwd) {
  const used = usedModules(await readText(join24(cwd, "go.work"), 1 << 20) ?? "");
  const modules = await Promise.all(
    [.../* @__PURE__ */ new Set([".", ...used])].map(async (folder) => {
      const text2 = await readText(join24(cwd, folder, "go.mod"), 1 << 20) ?? "";
      return { folder, name: /^\s*module\s+"?([^\s"]+)/m.exec(text2)?.[1] ?? "" };
    })
  );
  return modules.filter(({ name }) => name !== "").sort((a, b) => b.name.length - a.name.length);
}
function folderOf2(pkg, modules, directory) {
  const path2 = pkg.replace(/(?:_test)?(?: \[.*)?$/, "");
  const module = modules.find(({ name }) => path2 === name || path2.startsWith(`${name}/`));
  return posix19.join(directory, module === void 0 ? path2 : posix19.join(module.folder, path2.slice(module.name.length + 1)));
}

// src/suite/ecosystems/languages/go-test.ts
import { join as join26, posix as posix21 } from "node:path";

// src/suite/ecosystems/languages/go-coverage.ts
import { join as join25, posix as posix20 } from "node:path";
var program = "regreen-cover";
var maxBytes3 = 16 * 2 ** 20;
var source2 = `#!/bin/sh
"$@"
code=$?
own="$REGREEN_COVER/cover-$$"
mkdir "$own" || exit $code
pwd > "$own/folder"
ends=$(($(date +%s) + 20))
number=0
alone() {
  [ "$(date +%s)" -lt "$ends" ] || return
  number=$((number + 1))
  "$program" "$@" -test.timeout=10s -test.coverprofile="$own/$number.cover" >/dev/null 2>&1
}
program=$1
tab=$(printf '\\t')
known='
'
while IFS="$tab" read -r name pattern; do
  [ -n "$name" ] || continue
  top=\${name%%/*}
  known="$known$top
"
  "$program" -test.list "^$top\\$" 2>/dev/null | grep -qx "$top" || continue
  alone -test.run "$pattern"
  echo "$name" > "$own/$number.name"
done <<END
$REGREEN_COVER_FIRST
END
for name in $("$program" -test.list . 2>/dev/null); do
  case $name in Test*|Example*|Fuzz*) ;; *) continue ;; esac
  case $known in *"
$name
"*) continue ;; esac
  alone -test.run "^$name\\$"
  echo "$name" > "$own/$number.name"
done
exit $code
`;
var coverageFiles = { [program]: source2 };
function counting({ folder }, failing) {
  const first = failing.map(
    ({ name }) => `${name}	${name.split("/").map((part) => `^${escapeRegex(part)}$`).join("/")}`
  );
  return {
    GOFLAGS: `-cover -covermode=set -coverpkg=./... -exec=${program}`,
    PATH: folder,
    REGREEN_COVER: folder,
    REGREEN_COVER_FIRST: first.join("\n")
  };
}
async function readCover({ folder, root, cwd, directory }, results2) {
  const modules = await readModules(cwd);
  const tests3 = [];
  for (const own2 of (await namesIn(folder)).filter((name) => /^cover-\d+$/.test(name))) {
    const at = posix20.relative(root, (await readPlainFile(join25(folder, own2, "folder"), 4096) ?? "").trim()) || ".";
    for (const file of (await namesIn(join25(folder, own2))).filter((name) => name.endsWith(".name"))) {
      const [name, profile] = await Promise.all([
        readPlainFile(join25(folder, own2, file), 4096),
        readPlainFile(join25(folder, own2, file.replace(".name", ".cover")), maxBytes3)
      ]);
      const found = results2.filter((result) => posix20.dirname(result.file ?? "") === at && isPartOf(result.name, (name ?? "").trim()));
      const [first] = found;
      if (first === void 0 || profile === null) continue;
      const lines2 = linesOf(profile, (path2) => posix20.join(folderOf2(posix20.dirname(path2), modules, directory), posix20.basename(path2)));
      tests3.push({ id: first.id, failed: found.some(({ status }) => status === "failed"), lines: lines2 });
    }
  }
  return tests3.length === 0 ? null : { tests: tests3 };
}
var isPartOf = (name, whole2) => name === whole2 || name.startsWith(`${whole2}/`);
function linesOf(profile, pathOf2) {
  const lines2 = /* @__PURE__ */ new Map();
  for (const [, file = "", first, last] of profile.matchAll(/^(\S.*\.go):(\d+)\.\d+,(\d+)\.\d+ \d+ [1-9]\d*$/gm)) {
    const path2 = pathOf2(file);
    if (isTestFile(path2)) continue;
    const own2 = lines2.get(path2) ?? /* @__PURE__ */ new Set();
    lines2.set(path2, own2);
    for (let line = Number(first); line <= Number(last); line += 1) own2.add(line);
  }
  return new Map([...lines2].map(([path2, own2]) => [path2, [...own2]]));
}

// src/suite/ecosystems/languages/go-test.ts
var options4 = {
  values: new Set(
    "-run -bench -benchtime -count -cpu -coverprofile -covermode -coverpkg -timeout -parallel -p -tags -ldflags -gcflags -asmflags -mod -modfile -o -exec -skip -shuffle -vet -fuzz -fuzztime -list -outputdir -blockprofile -cpuprofile -memprofile -mutexprofile -trace -overlay -pgo -C".split(
      " "
    )
  )
};
var report = ["-json", "-count=1"].map(word);
var goTest = {
  runner: "go test",
  files: coverageFiles,
  counting,
  coverage: readCover,
  find: (words) => findCall(words, (rest) => programName(rest[0] ?? "") === "go" && rest[1] === "test" ? 2 : 0),
  render({ before: before2, program: program4, args }, _, selection) {
    const kept2 = without(parseArguments(args, options4), ["-json", "-count", "-failfast", "-v", "-test.v"]);
    if (selection === null) return [...before2, ...program4, ...report, ...allWords(kept2)];
    const folders2 = [...new Set(selection.files.map((file) => `./${posix21.dirname(file)}`))];
    const filter = selection.tests.some(({ id }) => id.endsWith(fileLevel)) ? [] : runFilter(selection.tests.map(({ name }) => name));
    const own2 = optionsOf(without(kept2, [...filter.length > 0 ? ["-run", "-skip"] : [], "-cover*", "-bench", "-C"]));
    return [...before2, ...program4, ...report, ...own2, ...filter, ...folders2.map(word)];
  },
  // gotestsum keeps the events it read where it is told to.
  environment: ({ folder }) => ({ GOTESTSUM_JSONFILE: join26(folder, "gotestsum.json") }),
  async read(remains) {
    const text2 = await reportText(join26(remains.folder, "gotestsum.json")) ?? remains.stdout;
    return readGoEvents(text2, remains);
  }
};
function runFilter(names2) {
  if (names2.length === 0) return [];
  const [only, ...others] = names2.map((name) => name.split("/"));
  const parts = others.length === 0 && only !== void 0 ? only.map((part) => [part]) : [names2.map((name) => name.split("/")[0] ?? "")];
  return [word("-run"), word(parts.map((level) => `^(${[...new Set(level)].map(escapeRegex).join("|")})$`).join("/"))];
}
var eventSchema2 = object({
  Action: string(),
  Package: string().optional(),
  ImportPath: string().optional(),
  Test: string().optional(),
  Elapsed: number().optional(),
  Output: string().optional(),
  FailedBuild: string().optional()
});
function parseEvent(line) {
  if (!line.startsWith('{"')) return [];
  try {
    const parsed = eventSchema2.safeParse(JSON.parse(line));
    return parsed.success ? [parsed.data] : [];
  } catch {
    return [];
  }
}
async function readGoEvents(text2, remains) {
  const events = text2.split("\n").flatMap((line) => parseEvent(line));
  return events.length === 0 ? null : readEvents2(events, remains);
}
async function readEvents2(events, remains) {
  const told2 = /* @__PURE__ */ new Map();
  const builds2 = /* @__PURE__ */ new Map();
  for (const event of events) {
    if (event.Action === "build-output" && event.ImportPath !== void 0) {
      const key3 = event.ImportPath.replace(/ \[.*$/, "");
      builds2.set(key3, [...builds2.get(key3) ?? [], event.Output ?? ""]);
    }
    if (event.Package === void 0) continue;
    const key2 = `${event.Package}
${event.Test ?? ""}`;
    const one = told2.get(key2) ?? { pkg: event.Package, test: event.Test ?? null, output: [], status: null, seconds: null, noTests: false };
    told2.set(key2, one);
    if (event.Action === "output" && event.Output !== void 0) one.output.push(event.Output);
    if (event.Action === "output" && /\[no test files\]|no tests to run/.test(event.Output ?? "")) one.noTests = true;
    const status = event.Action === "pass" ? "passed" : event.Action === "fail" ? "failed" : event.Action === "skip" ? "skipped" : null;
    if (status !== null) Object.assign(one, { status, seconds: event.Elapsed ?? null });
  }
  const tests3 = [...told2.values()].filter(({ test }) => test !== null);
  const modules = await readModules(remains.cwd);
  const inner = new InnerTests(tests3);
  const results2 = [];
  for (const one of tests3) {
    const isExplained = one.status !== "passed" && one.status !== "skipped" && inner.of(one).some(({ status }) => status === "failed" || status === null);
    if (isExplained && one.status === null) continue;
    results2.push(await testResult(isExplained ? { ...one, status: "passed" } : one, inner.of(one), modules, remains));
  }
  for (const one of told2.values()) {
    if (one.test !== null || one.noTests) continue;
    const own2 = tests3.filter(({ pkg }) => pkg === one.pkg);
    if (one.status === "failed" && !own2.some(({ status }) => status === "failed" || status === null))
      results2.push(await packageFailure(one, builds2.get(one.pkg) ?? [], modules, remains));
  }
  const said = [...told2.values()].flatMap(({ test, output: output2 }) => test === null || output2.length > 0 ? output2 : []).join("");
  return { results: results2, form: "report", broken: null, said: `${said}
${remains.stderr}` };
}
var InnerTests = class {
  #byTop;
  constructor(tests3) {
    const groups = /* @__PURE__ */ new Map();
    for (const test of tests3) {
      const own2 = groups.get(topOf(test));
      if (own2 === void 0) groups.set(topOf(test), [test]);
      else own2.push(test);
    }
    this.#byTop = groups;
  }
  of(one) {
    const group2 = this.#byTop.get(topOf(one)) ?? [];
    return group2.length === 1 ? [] : group2.filter(({ test }) => test?.startsWith(`${one.test}/`) === true);
  }
};
var topOf = ({ pkg, test }) => `${pkg}
${(test ?? "").split("/", 1)[0]}`;
async function testResult(one, inner, modules, remains) {
  const { sources, root, directory } = remains;
  const name = one.test ?? "";
  const [top = "", ...rest] = name.split("/");
  const folder = folderOf2(one.pkg, modules, directory);
  const file = await fileOfTest(folder, top, remains);
  const pattern = new RegExp(`^func ${escapeRegex(top)}\\(`);
  const detail = [...one.output, ...inner.flatMap(({ output: output2 }) => output2)].join("");
  const text2 = cleaned(detail);
  const status = one.status ?? "failed";
  return {
    file: file === null ? null : posix21.join(root, file),
    fileInId: file !== null,
    path: [...file === null ? [one.pkg] : [], top, ...rest],
    name,
    line: file === null ? null : await sources.lineOf(file, pattern),
    status,
    seconds: one.seconds,
    message: status === "failed" ? one.status === null ? `did not end
${text2}` : text2 : null,
    stack: text2,
    ...expectation(text2)
  };
}
async function fileOfTest(folder, top, { sources }) {
  const pattern = new RegExp(`^func ${escapeRegex(top)}\\(`);
  for (const file of await sources.in(folder)) {
    if (!file.endsWith("_test.go")) continue;
    if (await sources.lineOf(file, pattern) !== null) return file;
  }
  return null;
}
function cleaned(output2) {
  return output2.split("\n").filter((line) => !/^\s*(?:=== (?:RUN|PAUSE|CONT|NAME)|--- (?:FAIL|PASS|SKIP):|FAIL\b|PASS$|exit status )/.test(line)).join("\n").trim();
}
async function packageFailure({ pkg, output: output2 }, build, modules, remains) {
  const folder = folderOf2(pkg, modules, remains.directory);
  const section2 = new RegExp(`^# ${escapeRegex(pkg)}(?: |$)[^\\n]*\\n((?:(?!# ).*\\n?)*)`, "m").exec(remains.stderr)?.[1] ?? "";
  const text2 = [build.join(""), section2, cleaned(output2.join(""))].map((part) => part.trim()).filter((part) => part !== "").join("\n");
  const at = /^(?:\.\/)?([\w./-]+\.go):(\d+)/m.exec(text2)?.[1];
  const file = at === void 0 ? null : await remains.sources.find(at, folder);
  return {
    file: file === null ? null : posix21.join(remains.root, file),
    path: [...file === null ? [folder || "."] : [], fileLevel],
    name: fileLevel,
    status: "failed",
    message: text2 || `${pkg} failed`,
    stack: text2
  };
}

// src/suite/ecosystems/languages/go.ts
var isBelow = (file, folder) => folder === "." || file.startsWith(`${folder}/`);
var go = {
  name: "Go",
  runners: [goTest],
  isManifest: (name) => name === "go.mod" || name === "go.work",
  manifest: async ({ names: names2 }) => ["go.mod", "go.work"].find((name) => names2.includes(name)) ?? null,
  async guess(folder, manifest) {
    const tests3 = await folder.files((file) => file.endsWith("_test.go"));
    if (tests3.length === 0) return null;
    const used = usedModules(await folder.text("go.work") ?? "").filter((module) => tests3.some((file) => isBelow(file, module)));
    const manifests4 = await Promise.all(["go.mod", ...used.map((module) => `${module}/go.mod`)].map((name) => folder.text(name)));
    const asks = manifests4.some((text2) => /^\s*require\b/m.test(text2 ?? "")) && !await folder.has("vendor");
    return {
      runner: "go test",
      // Of a workspace, `./...` names only what belongs to the module in the folder itself.
      testCommand: `go test ${used.length === 0 ? "./..." : used.map((module) => module === "." ? "./..." : `./${module}/...`).join(" ")}`,
      setupCommand: asks ? "go mod download" : null,
      reasons: [
        `Go: ${manifest}`,
        `runner go test: ${tests3[0]}`,
        asks ? "setup command: go.mod requires other modules" : "nothing to install: no modules are required, or they are vendored"
      ]
    };
  },
  environment({ profile, dependencies, build, home, exists: exists2 }) {
    const own2 = home === null ? null : join27(home, "go", "pkg", "mod");
    return {
      GOCACHE: join27(build, "go-build"),
      // What an earlier step downloaded is taken from there.
      GOMODCACHE: own2 !== null && exists2(own2) ? own2 : join27(dependencies, "go-mod"),
      GOTOOLCHAIN: "local",
      ...profile === "test" ? { GOPROXY: "off", GOSUMDB: "off" } : {}
    };
  }
};

// src/suite/ecosystems/languages/jvm.ts
import { existsSync as existsSync2, readFileSync } from "node:fs";
import { readdir as readdir7 } from "node:fs/promises";
import { join as join28, posix as posix22 } from "node:path";
var gradleOptions = {
  values: new Set(
    "-p --project-dir -b --build-file -c --settings-file -I --init-script -x --exclude-task -g --gradle-user-home --tests --max-workers --console".split(
      " "
    )
  )
};
var maven = {
  runner: "maven",
  find: (words) => findCall(
    words,
    (rest) => /^(?:mvn|mvnw|mvnd)$/.test(programName(rest[0] ?? "")) && rest.some((each) => /^(?:test|verify|package|install|integration-test|surefire:test)$/.test(each)) ? 1 : 0
  ),
  render({ before: before2, program: program4, args }, { cwd }, selection) {
    const start2 = [...before2, ...program4, ...["-B", "-o", "-fae"].map(word), ...args];
    if (selection === null) return start2;
    const names2 = selection.tests.length === 0 ? classesOf(selection.files, cwd) : [...new Set(selection.tests.map(({ name }) => name))];
    if (names2 === null || selection.tests.length === 0 && !args.some(({ value }) => value === "test")) return null;
    return [...start2, word(`-Dtest=${names2.join(",")}`), word("-Dsurefire.failIfNoSpecifiedTests=false"), word("-DfailIfNoTests=false")];
  },
  read: (remains) => readModules2(remains, "pom.xml", ["target/surefire-reports", "target/failsafe-reports"], "#")
};
var gradle = {
  runner: "gradle",
  // Of several projects only those that have one of the tests run any: that the others have none is no failure.
  files: { "regreen.init.gradle": "allprojects { tasks.withType(Test) { filter.failOnNoMatchingTests = false } }\n" },
  find: (words) => findCall(
    words,
    (rest) => /^gradlew?$/.test(programName(rest[0] ?? "")) && rest.some((each) => /(?:^|:)(?:test|check|build)$/.test(each)) ? 1 : 0
  ),
  render({ before: before2, program: program4, args }, { cwd, folder }, selection) {
    const parsed = parseArguments(args, gradleOptions);
    const tasks = positionalsOf(parsed);
    const again2 = tasks.some(({ value }) => value === "test" || value === "check" || value === "build") ? [word("cleanTest")] : [];
    const start2 = [
      ...before2,
      ...program4,
      ...["--offline", "--continue", "--no-daemon", "--console=plain"].map(word),
      ...optionsOf(parsed),
      ...again2
    ];
    if (selection === null) return [...start2, ...tasks];
    const names2 = selection.tests.length === 0 ? classesOf(selection.files, cwd) : selection.tests.map(({ name }) => name);
    if (names2 === null) return null;
    const only = tasks.map((task) => task.value === "check" || task.value === "build" ? word("test") : task);
    const lenient = [word("--init-script"), word(join28(folder, "regreen.init.gradle"))];
    return [...start2, ...lenient, ...only, ...names2.flatMap((name) => [word("--tests"), word(name)])];
  },
  read: async (remains) => {
    const readings = await Promise.all(
      ["build.gradle", "build.gradle.kts"].map((manifest) => readModules2(remains, manifest, ["build/test-results"], "."))
    );
    const found = readings.filter((reading) => reading !== null);
    return found.length === 0 ? null : {
      results: found.flatMap(({ results: results2 }) => results2),
      form: "report",
      broken: found.find(({ broken }) => broken !== null)?.broken ?? null
    };
  }
};
function classesOf(files3, cwd) {
  const classes = [];
  for (const file of files3) {
    const [, name = ""] = /(?:^|\/)src\/[^/]+\/(?:java|kotlin|groovy|scala)\/(.+)\.(?:java|kt|groovy|scala)$/.exec(file) ?? [];
    const text2 = name === "" || !existsSync2(join28(cwd, file)) ? "" : readFileSync(join28(cwd, file), "utf8");
    const declared = [...text2.matchAll(/^(?:[\w@()"]+\s+)*(?:class|object)\s+(\w+)/gm)].map((match) => match[1]);
    const pkg = /^\s*package\s+([\w.]+)/m.exec(text2)?.[1];
    if (declared.length !== 1 || declared[0] !== posix22.basename(name)) return null;
    classes.push(pkg === void 0 ? posix22.basename(name) : `${pkg}.${posix22.basename(name)}`);
  }
  return classes.length === 0 ? null : classes;
}
async function readModules2(remains, manifest, reports2, separator) {
  const modules = await foldersWith(remains.cwd, manifest);
  const texts3 = [];
  for (const module of modules) {
    for (const folder of reports2.map((each) => join28(module, each))) {
      const below2 = await readdir7(folder, { withFileTypes: true }).catch(() => []);
      const folders2 = [folder, ...below2.filter((entry) => entry.isDirectory()).map((entry) => join28(folder, entry.name))];
      for (const each of folders2) texts3.push(...await reportsIn(each, /^TEST-.*\.xml$/, remains.startedAt));
    }
  }
  return readJUnit(texts3, (each) => toRaw6(each, remains, separator));
}
async function foldersWith(folder, manifest, levels = 4) {
  const entries = await readdir7(folder, { withFileTypes: true }).catch(() => []);
  const own2 = entries.some((entry) => entry.name === manifest) ? [folder] : [];
  if (levels === 0) return own2;
  const below2 = entries.filter((entry) => entry.isDirectory() && !/^(?:\.|src$|target$|build$|node_modules$)/.test(entry.name));
  return [...own2, ...(await Promise.all(below2.map((entry) => foldersWith(join28(folder, entry.name), manifest, levels - 1)))).flat()];
}
async function toRaw6(each, { sources, directory, root }, separator) {
  const owner = each.classname ?? each.suites.at(-1) ?? "";
  const outer = owner.replace(/\$.*$/, "").replaceAll(".", "/");
  const method = each.name.replace(/[[({].*$/s, "").trim();
  let file = null;
  for (const end2 of ["java", "kt", "groovy", "scala"]) file ??= await sources.find(`${outer}.${end2}`, directory);
  const details2 = each.details ?? "";
  return {
    file: file === null ? null : posix22.join(root, file),
    path: [...file === null ? [owner] : [owner.split(".").at(-1) ?? owner], each.name],
    name: method === "" ? owner : `${owner}${separator}${method}`,
    line: file === null || method === "" ? null : await sources.lineOf(file, new RegExp(`\\b${escapeRegex(method)}\\b\`?\\s*\\(`)),
    status: each.status,
    seconds: each.seconds,
    message: each.status === "failed" ? [each.type, each.message ?? details2.split("\n")[0]].filter((part) => part).join(": ") : null,
    stack: details2,
    ...expectation(`${each.message ?? ""}
${details2}`)
  };
}
var jvm = {
  name: "Java",
  runners: [maven, gradle],
  isManifest: (name) => /^(?:pom\.xml|(?:build|settings)\.gradle(?:\.kts)?)$/.test(name),
  manifest: async ({ names: names2 }) => ["pom.xml", "build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts"].find((name) => names2.includes(name)) ?? null,
  async guess(folder, manifest) {
    const [test] = await folder.files((file) => /(?:^|\/)src\/(?:test|[a-z]+Test)\/.*\.(?:java|kt|groovy|scala)$/.test(file));
    if (test === void 0) return null;
    const isMaven = manifest === "pom.xml";
    const wrapper = isMaven ? "mvnw" : "gradlew";
    const program4 = folder.names.includes(wrapper) ? `./${wrapper}` : isMaven ? "mvn" : "gradle";
    const fetch = `${program4} -B -q test -Dtest=RegreenRunsNoTest -DfailIfNoTests=false -Dsurefire.failIfNoSpecifiedTests=false`;
    return {
      runner: isMaven ? "maven" : "gradle",
      testCommand: `${program4} test`,
      setupCommand: isMaven && !await folder.cached(".m2/repository") ? fetch : null,
      reasons: [`Java: ${manifest}`, `runner ${isMaven ? "maven" : "gradle"}: ${test}`]
    };
  },
  environment({ dependencies, build, home, exists: exists2 }) {
    const repository = home === null ? null : join28(home, ".m2", "repository");
    const local = repository !== null && exists2(repository) ? repository : join28(dependencies, "m2");
    return {
      MAVEN_OPTS: `-Dmaven.repo.local=${local}`,
      GRADLE_USER_HOME: join28(build, "gradle"),
      ...home !== null && exists2(join28(home, ".gradle", "caches")) ? { GRADLE_RO_DEP_CACHE: join28(home, ".gradle", "caches") } : {}
    };
  }
};

// src/suite/ecosystems/languages/ctest.ts
import { join as join29 } from "node:path";
var options5 = {
  values: new Set(
    "-C --build-config -R --tests-regex -E --exclude-regex -L --label-regex -LE --label-exclude -j --parallel --test-dir --output-junit -O --output-log --timeout --stop-time --repeat -I --tests-information --preset --schedule-random --resource-spec-file".split(
      " "
    )
  )
};
var ctest = {
  runner: "ctest",
  find: (words) => findCall(words, (rest) => /^ctest3?$/.test(programName(rest[0] ?? "")) ? 1 : 0),
  render({ before: before2, program: program4, args }, { folder }, selection) {
    const kept2 = without(parseArguments(args, options5), ["--output-junit", "--stop-on-failure", "-Q", "--quiet"]);
    const report2 = ["--output-junit", join29(folder, "ctest-report.xml"), "--output-on-failure", "--no-tests=error"].map(word);
    const start2 = [...before2, ...program4, ...report2];
    if (selection === null) return [...start2, ...allWords(kept2)];
    if (selection.tests.length === 0) return null;
    const names2 = [...new Set(selection.tests.map(({ name }) => escapeRegex(name)))];
    const own2 = optionsOf(without(kept2, ["-R", "--tests-regex", "-E", "--exclude-regex", "-I", "--tests-information"]));
    return [...start2, ...own2, word("-R"), word(`^(${names2.join("|")})$`)];
  },
  environment: () => ({ CTEST_OUTPUT_ON_FAILURE: "1" }),
  async read({ folder }) {
    return readJUnit(await reportsIn(folder, /^ctest-.*\.xml$/), (each) => {
      const output2 = [each.details, each.output].filter((part) => part !== null && part !== "").join("\n");
      return {
        file: null,
        path: [each.name],
        name: each.name,
        // A program that was not built counts as skipped in the report, and as failed for ctest itself.
        status: /^Unable to find executable/.test(each.output) ? "failed" : each.status,
        seconds: each.seconds,
        // A program of many checks prints those that hold first.
        message: [each.message, distill(output2)].filter((part) => part !== null && part !== "").join("\n"),
        stack: output2,
        ...expectation(output2)
      };
    });
  }
};

// src/suite/ecosystems/languages/native.ts
var cmake = {
  name: "C and C++",
  runners: [ctest],
  isManifest: (name) => name === "CMakeLists.txt",
  manifest: async ({ names: names2 }) => names2.includes("CMakeLists.txt") ? "CMakeLists.txt" : null,
  async guess(folder, manifest) {
    const tested = /^\s*(?:enable_testing|include\s*\(\s*CTest)/im.test(await folder.text("CMakeLists.txt") ?? "");
    if (!tested) return null;
    const option = /option\s*\(\s*(\w*(?:BUILD|ENABLE)\w*TEST\w*)/i.exec(await folder.text("CMakeLists.txt") ?? "")?.[1];
    const configure = `cmake -S . -B build${option === void 0 || option === "BUILD_TESTING" ? "" : ` -D${option}=ON`}`;
    return {
      runner: "ctest",
      testCommand: `${configure} && cmake --build build && ctest --test-dir build`,
      setupCommand: null,
      reasons: [`C and C++: ${manifest}`, "runner ctest: CMakeLists.txt enables testing", "nothing to install"]
    };
  },
  environment: () => ({ CMAKE_BUILD_PARALLEL_LEVEL: "2", CMAKE_COLOR_DIAGNOSTICS: "OFF" })
};
var targetFiles = ["GNUmakefile", "makefile", "Makefile", "justfile", "Justfile", ".justfile"];
var targets = {
  name: "make and just",
  runners: [],
  isManifest: (name) => targetFiles.includes(name),
  manifest: async (folder) => (await targetOf(folder))?.file ?? null,
  async guess(folder, manifest) {
    const target = await targetOf(folder);
    if (target === null) return null;
    return {
      runner: "command",
      testCommand: target.command,
      setupCommand: null,
      reasons: [`test command: target "${target.name}" in ${manifest}`]
    };
  }
};
async function targetOf(folder) {
  for (const file of targetFiles) {
    if (!folder.names.includes(file)) continue;
    const text2 = await folder.text(file) ?? "";
    const program4 = /just/i.test(file) ? "just" : "make";
    const name = ["test", "check", "tests"].find((each) => new RegExp(`^@?${each}(?:\\s+[^:=]*)?\\s*::?(?!=)`, "m").test(text2));
    if (name !== void 0) return { file, name, command: `${program4} ${name}` };
    const own2 = program4 === "make" ? programOfTests(text2) : null;
    if (own2 !== null) return { file, ...own2 };
  }
  return null;
}
function programOfTests(text2) {
  const rules = [...text2.matchAll(/^((?!\.)[\w.-]*(?:[-_]tests?|_?test_\w+|runtests?)):(?![:=]).*\n((?:\t.*(?:\n|$))+)/gm)];
  const [rule, ...others] = rules.filter(([, name2 = ""]) => !/clean|install|cover|valgrind|bench|fuzz/.test(name2));
  if (rule === void 0 || others.length > 0) return null;
  const [, name = "", recipe = ""] = rule;
  if (/^\t[@+]*(?:\.\/|\S*(?:run|test)\S*\.sh\b)/m.test(recipe)) return { name, command: `make ${name}` };
  const builds2 = recipe.includes(`-o ${name}`) || /-o \$@/.test(recipe);
  return builds2 ? { name, command: `make ${name} && ./${name}` } : null;
}

// src/suite/ecosystems/languages/perl.ts
import { join as join31 } from "node:path";

// src/suite/ecosystems/languages/prove.ts
import { mkdir as mkdir4, readdir as readdir8 } from "node:fs/promises";
import { join as join30, posix as posix23 } from "node:path";
var options6 = {
  values: new Set(
    "-I -P -M -e --exec --ext --harness --formatter --source -a --archive -j --jobs --state --statefile --rc --rules".split(" ")
  )
};
var prove = {
  runner: "prove",
  find: (words) => findCall(words, (rest) => /^(?:prove|yath)$/.test(programName(rest[0] ?? "")) ? 1 : 0),
  render({ before: before2, program: program4, args }, _, selection) {
    if (selection === null) return [...before2, ...program4, ...args];
    const kept2 = parseArguments(args, options6);
    return [...before2, ...program4, ...optionsOf(kept2), ...selection.files.map(word)];
  },
  environment: ({ folder }) => ({ PERL_TEST_HARNESS_DUMP_TAP: join30(folder, "tap") }),
  async read(remains) {
    const folder = join30(remains.folder, "tap");
    await mkdir4(folder, { recursive: true });
    const files3 = await tapFiles(folder);
    if (files3.length === 0) return null;
    const results2 = [];
    const explained2 = diagnostics(plain(remains.stderr));
    for (const file of files3) {
      const tap = await readTap(await reportText(join30(folder, file)) ?? "");
      const path2 = posix23.join(remains.cwd, file);
      for (const raw of tap.results) results2.push(explain({ ...raw, file: path2, fileInId: true }, file, explained2));
      if (tap.bailedOut !== null)
        results2.push({ file: path2, path: [fileLevel], name: fileLevel, status: "failed", message: `Bail out! ${tap.bailedOut}` });
    }
    return { results: [...results2, ...brokenFiles(results2, remains)], form: "tap", broken: null };
  }
};
async function tapFiles(folder, below2 = "") {
  const entries = await readdir8(join30(folder, below2), { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries.map((entry) => {
      const path2 = posix23.join(below2, entry.name);
      return entry.isDirectory() ? tapFiles(folder, path2) : Promise.resolve(entry.isFile() ? [path2] : []);
    })
  );
  return found.flat().sort();
}
function diagnostics(text2) {
  const found = [];
  const pattern = /^ *# {1,3}Failed (?:\(TODO\) )?test (?:'([^\n]*)'\n *# {1,3}at (\S+) line (\d+)\.|at (\S+) line (\d+)\.)((?:\n *#(?! {1,3}Failed| Looks like)[^\n]*)*)/gm;
  for (const match of text2.matchAll(pattern)) {
    found.push({
      name: match[1] ?? "",
      file: match[2] ?? match[4] ?? "",
      line: Number(match[3] ?? match[5]),
      text: match[0].replace(/^ *# {0,3}/gm, "")
    });
  }
  return found;
}
function explain(raw, file, explained2) {
  if (raw.status !== "failed") return raw;
  const own2 = raw.path.at(-1) ?? "";
  const told2 = explained2.find((each) => sameFile(each.file, file) && each.name === own2) ?? explained2.find((each) => each.name === own2 && own2 !== "");
  if (told2 === void 0) return raw;
  const value = (label) => {
    const [, quoted, bare] = new RegExp(`^\\s*${label}: (?:'([^]*?)'|(.*))$`, "m").exec(told2.text) ?? [];
    return quoted ?? bare ?? null;
  };
  return {
    ...raw,
    line: sameFile(told2.file, file) ? told2.line : null,
    message: told2.text,
    stack: `${told2.text}
${raw.stack ?? ""}`,
    expected: value("expected"),
    actual: value("got")
  };
}
function sameFile(first, second) {
  return posix23.normalize(first) === posix23.normalize(second) || first.endsWith(`/${second}`);
}
function brokenFiles(results2, { cwd, stdout, stderr }) {
  const summary = /^Test Summary Report\n-+\n([\s\S]*)/m.exec(plain(stdout))?.[1] ?? "";
  const broken = [];
  for (const match of summary.matchAll(/^(\S+)\s+\(Wstat: [^\n]*\)((?:\n {2,}[^\n]*)*)/gm)) {
    const file = posix23.join(cwd, match[1] ?? "");
    if (results2.some((result) => result.file === file && result.status === "failed")) continue;
    if (/^\s*TODO passed/m.test(match[2] ?? "") && !/Non-zero|Parse errors/.test(match[2] ?? "")) continue;
    const said = plain(stderr).split("\n").filter((line) => line.trim() !== "").slice(-15).join("\n");
    broken.push({
      file,
      path: [fileLevel],
      name: fileLevel,
      status: "failed",
      message: `${(match[2] ?? "").trim()}
${said}`.trim(),
      stack: said
    });
  }
  return broken;
}

// src/suite/ecosystems/languages/perl.ts
var manifests = ["Makefile.PL", "Build.PL", "cpanfile", "dist.ini", "META.json", "META.yml"];
var perl = {
  name: "Perl",
  runners: [prove],
  isManifest: (name) => manifests.includes(name),
  async manifest(folder) {
    const named2 = manifests.find((name) => folder.names.includes(name));
    const own2 = await folder.files((file) => /\.(?:pm|pl|t)$/.test(file));
    return named2 !== void 0 && own2.length > 0 ? named2 : own2.find((file) => /^t\/[^/]+\.t$/.test(file)) ?? null;
  },
  async guess(folder, manifest) {
    const [first] = await folder.files((file) => /^t\/.*\.t$/.test(file));
    if (first === void 0) return null;
    const compiles = await folder.has("Makefile.PL") && folder.names.some((name) => name.endsWith(".xs"));
    return {
      runner: "prove",
      testCommand: compiles ? "perl Makefile.PL && make && prove -br t" : "prove -lr t",
      setupCommand: null,
      reasons: [
        `Perl: ${manifest}`,
        `runner prove: ${first}`,
        ...compiles ? ["it is built first: there is code in C (.xs)"] : [],
        "dependencies as they are: those of earlier steps"
      ]
    };
  },
  environment: ({ cwd, exists: exists2 }) => ({
    // Carton and local::lib keep them beside the code.
    ...exists2(join31(cwd, "local", "lib", "perl5")) ? { PERL5LIB: join31(cwd, "local", "lib", "perl5") } : {}
  })
};

// src/suite/ecosystems/languages/php.ts
import { existsSync as existsSync3, readFileSync as readFileSync2 } from "node:fs";
import { join as join32, posix as posix24 } from "node:path";
var options7 = {
  values: new Set(
    "-c --configuration --bootstrap --filter --group --exclude-group --testsuite --exclude-testsuite --log-junit --coverage-html --coverage-clover --coverage-text --test-suffix --order-by --random-order-seed --printer --colors --cache-directory -d --covers --uses".split(
      " "
    )
  )
};
var phpunit = {
  runner: "phpunit",
  find: (words) => findCall(words, (rest) => {
    const name = programName(rest[0] ?? "");
    if (/^(?:phpunit(?:\.phar)?|pest|paratest|simple-phpunit)$/.test(name)) return 1;
    if (name !== "php") return 0;
    const at = rest.findIndex((each, index) => index > 0 && !each.startsWith("-"));
    if (rest[at] === "artisan" && rest[at + 1] === "test") return at + 2;
    return /^(?:phpunit(?:\.phar)?|pest)$/.test(programName(rest[at] ?? "")) ? at + 1 : 0;
  }),
  render({ before: before2, program: program4, args }, { folder, cwd }, selection) {
    const kept2 = without(parseArguments(args, options7), ["--log-junit", "--stop-on*"]);
    const report2 = ["--log-junit", join32(folder, "phpunit-report.xml")].map(word);
    const start2 = [...before2, ...program4, ...report2];
    if (selection === null) return [...start2, ...allWords(kept2)];
    const own2 = allWords(without(kept2, ["--filter", "--coverage*", "--min*", "--testsuite", "--group"]));
    if (selection.tests.length === 0) {
      const classes = classesOf2(selection.files, cwd);
      return classes === null ? null : [...start2, ...own2, word("--filter"), word(`/(?:^|\\\\)(?:${classes.join("|")})::/`)];
    }
    const names2 = [...new Set(selection.tests.map(({ name }) => escapeRegex(name)))];
    return [...start2, ...own2, word("--filter"), word(`/(?:^|\\\\)(?:${names2.join("|")})(?: with data set .*)?$/`)];
  },
  read: async (remains) => readJUnit(await reportsIn(remains.folder, /^phpunit-.*\.xml$/), (each) => toRaw7(each, remains))
};
function classesOf2(files3, cwd) {
  const classes = files3.map((file) => posix24.basename(file, ".php"));
  const isNamed = files3.every((file, at) => {
    const text2 = existsSync3(join32(cwd, file)) ? readFileSync2(join32(cwd, file), "utf8") : "";
    const declared = [...text2.matchAll(/^(?:\w+\s+)*class\s+(\w+)/gm)].map((match) => match[1]);
    return declared.length === 0 ? /^(?:test|it|describe)\(/m.test(text2) : declared.length === 1 && declared[0] === classes[at];
  });
  return files3.length > 0 && isNamed ? classes.map(escapeRegex) : null;
}
async function toRaw7(each, { sources, root }) {
  const owner = (each.classname ?? "").replaceAll(".", "\\").split("\\").at(-1) ?? "";
  const file = each.file?.replace(/::.*$/, "") ?? null;
  const method = each.name.replace(/ with data set .*$/s, "");
  const own2 = file?.startsWith(`${root}/`) === true ? file.slice(root.length + 1) : file;
  const line = each.line ?? (own2 === null ? null : await sources.lineOf(own2, new RegExp(`function ${escapeRegex(method)}\\b`)));
  const details2 = (each.details ?? "").replace(/^[^\n]*::[^\n]*\n/, "");
  return {
    file,
    path: [...owner === "" ? [] : [owner], each.name],
    name: owner === "" ? each.name : `${owner}::${method}`,
    line,
    status: each.status,
    seconds: each.seconds,
    message: each.status === "failed" ? details2.replace(/\n\n(?:\/|phar:)[\s\S]*$/, "").trim() || each.message : null,
    stack: details2,
    ...expectation(details2)
  };
}
var php = {
  name: "PHP",
  runners: [phpunit],
  isManifest: (name) => /^(?:composer\.json|phpunit\.xml(?:\.dist)?|phpunit\.dist\.xml)$/.test(name),
  manifest: async ({ names: names2 }) => names2.find((name) => /^(?:composer\.json|phpunit\.xml(?:\.dist)?|phpunit\.dist\.xml)$/.test(name)) ?? null,
  async guess(folder, manifest) {
    const [test] = await folder.files((file) => /(?:^|\/)tests?\/.*\.php$/i.test(file));
    const configured2 = folder.names.some((name2) => /^phpunit.*\.xml/.test(name2));
    if (test === void 0) return null;
    const isPest = await folder.has("vendor/bin/pest") || /"pestphp\/pest"/.test(await folder.text("composer.json") ?? "");
    const name = isPest ? "pest" : "phpunit";
    const asks = /"require(?:-dev)?"\s*:\s*\{[^}]*\/[^}]*\}/.test(await folder.text("composer.json") ?? "");
    const installs3 = asks && !await folder.has("vendor") && await folder.program("composer");
    const program4 = installs3 || await folder.has(`vendor/bin/${name}`) ? `vendor/bin/${name}` : name;
    return {
      runner: "phpunit",
      testCommand: configured2 ? program4 : `${program4} ${posix24.dirname(test).split("/")[0] ?? "tests"}`,
      setupCommand: installs3 ? "composer install --no-interaction --no-progress" : null,
      reasons: [`PHP: ${manifest}`, `runner ${name}: ${configured2 ? "phpunit.xml" : test}`]
    };
  },
  environment: ({ dependencies }) => ({ COMPOSER_CACHE_DIR: join32(dependencies, "composer"), COMPOSER_NO_INTERACTION: "1" })
};

// src/suite/ecosystems/languages/python.ts
import { readdirSync } from "node:fs";
import { dirname as dirname2, join as join38, posix as posix28 } from "node:path";

// src/suite/ecosystems/languages/django.ts
import { join as join34 } from "node:path";

// src/suite/ecosystems/languages/python-results.ts
import { posix as posix25 } from "node:path";

// src/suite/ecosystems/languages/python-companion.ts
var companionVariable = "REGREEN_COMPANION";
var companion = `import os, runpy

own = {}


def join():
    path = os.environ.pop("${companionVariable}", None)
    if path is None:
        return None
    own.update(runpy.run_path(path))
    return own["join"]()


def collected(again=None):
    if "collected" in own:
        own["collected"](again)


def leave(code):
    if "leave" in own:
        own["leave"](code)
`;

// src/suite/ecosystems/languages/python-limit.ts
var limitVariable = "REGREEN_TEST_LIMIT";
var limit = `import contextlib, json, os, signal, sys, threading, time


class ${didNotEnd}(BaseException):
    """What is raised in a test that does not end; handlers of Exception are no obstacle to it."""


${didNotEnd}.__module__ = "builtins"

given = json.loads(os.environ.get("${limitVariable}") or "null") if hasattr(signal, "setitimer") and hasattr(time, "thread_time") else None
# Seconds between two errors raised in one test: telling of the first takes a while.
AGAIN = 1.0
ended = 0
# Whether the tests have run in this process before, so that it is known what they take.
begun = False
expected = False
slowest = {}


class Limit:
    def __init__(self, kind, least, timer, number, now, words):
        self.kind = kind
        # What any test is given, in seconds: by the clock a busy machine takes its part.
        self.least = least
        self.timer = timer
        self.number = number
        self.now = now
        self.words = words
        self.since = None

    def seconds(self):
        first, later = given[self.kind]
        before = ended + expected
        return max(later / 2 ** (before - 1), self.least, 10 * slowest.get(self.kind, 0)) if before else first

    def arm(self):
        """Whether it was armed: not where some other limit is at work, or this one already."""
        if self.kind not in given or signal.getsignal(self.number) != signal.SIG_DFL:
            return False
        self.allowed = self.seconds()
        self.counted = False
        signal.signal(self.number, self.rung)
        self.since = self.now()
        signal.setitimer(self.timer, self.allowed, AGAIN)
        return True

    def rung(self, *_):
        global ended
        if self.since is None:
            return
        left = self.allowed - (self.now() - self.since)
        if left > 0.001:
            signal.setitimer(self.timer, left, AGAIN)
            return
        if not self.counted:
            self.counted = True
            ended += 1
        raise ${didNotEnd}("it did not end within %g seconds%s" % (round(self.allowed, 1), self.words))

    def disarm(self):
        if self.since is None:
            return
        used, self.since = self.now() - self.since, None
        # A test may have put its own there, with a timer of its own.
        if signal.getsignal(self.number) == self.rung:
            signal.setitimer(self.timer, 0)
            signal.signal(self.number, signal.SIG_DFL)
        if not self.counted:
            slowest[self.kind] = max(used, slowest.get(self.kind, 0))


limits = [
    Limit("processor", 0.1, signal.ITIMER_PROF, signal.SIGPROF, time.thread_time, " of processor time"),
    Limit("clock", 0.5, signal.ITIMER_REAL, signal.SIGALRM, time.monotonic, ""),
] if given else []


def begin():
    """One of many runs begins in this process."""
    global ended, begun, expected
    ended = 0
    expected = begun
    begun = True


def arm():
    """The limits that were armed: none outside of the main thread."""
    return [limit for limit in limits if limit.arm()] if threading.current_thread() is threading.main_thread() else []


def disarm():
    for limit in limits:
        limit.disarm()


@contextlib.contextmanager
def limited():
    armed = arm()
    try:
        yield
    finally:
        for limit in armed:
            limit.disarm()


def end(code):
    """Ends a process in which a test was ended: threads that it waited for may never end."""
    if not ended:
        return
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            pass
    os._exit(code)
`;

// src/suite/ecosystems/languages/python-trace.ts
var tracer = `import json, os, sys, threading

root = os.environ.get("REGREEN_TRACE")
folder = os.path.dirname(os.path.abspath(__file__))
lines = {}
known = {}
state = {"before": None, "loaded": False}


def wanted(name):
    path = os.path.abspath(name)
    parts = path[len(root) + 1:].split(os.sep) if path.startswith(root + os.sep) else []
    inside = parts and not any(part in ("site-packages", "node_modules") or part.startswith(".") for part in parts)
    return path if inside and path.endswith(".py") else ""


def each_line(frame, event, arg):
    if event == "line":
        lines[known[frame.f_code.co_filename]].add(frame.f_lineno)
    return each_line


def each_call(frame, event, arg):
    name = frame.f_code.co_filename
    path = known.get(name)
    if path is None:
        path = known[name] = wanted(name)
    if not path:
        return None
    own = lines.setdefault(path, set())
    # A module begins at no line.
    if frame.f_lineno > 0:
        own.add(frame.f_lineno)
    return each_line


def write(**event):
    told = {path: sorted(own) for path, own in lines.items() if own}
    for own in lines.values():
        own.clear()
    with open(os.path.join(folder, "trace-%d.jsonl" % os.getpid()), "a", encoding="utf-8", errors="replace") as file:
        file.write(json.dumps(dict(event, lines=told)) + "\\n")


def trace():
    threading.settrace(each_call)
    sys.settrace(each_call)


def start():
    if root is None:
        return
    if not state["loaded"]:
        state["loaded"] = True
        sys.settrace(None)
        write(loaded=True)
    state["before"] = sys.gettrace()
    trace()


def stop(test):
    if root is None:
        return
    sys.settrace(state["before"])
    threading.settrace(state["before"])
    write(test=test)


if root is not None:
    trace()
`;

// src/suite/ecosystems/languages/python-results.ts
var results = `import inspect, json, os, sys, time, traceback, unittest, warnings
import regreen_companion
import regreen_limit
import regreen_trace

report = sys.argv[1]
only = set()
arguments = sys.argv[2:]
while arguments[:1] == ["--only"]:
    only.add(arguments[1])
    arguments = arguments[2:]


def write(**event):
    with open(report, "a", encoding="utf-8", errors="replace") as file:
        file.write(json.dumps(event) + "\\n")


def place(test):
    try:
        example = getattr(test, "_dt_test", None)
        if example is not None:
            return os.path.abspath(example.filename), example.lineno and example.lineno + 1
        method = getattr(type(test), test._testMethodName)
        code = inspect.unwrap(method).__code__
        return os.path.abspath(inspect.getsourcefile(type(test)) or code.co_filename), code.co_firstlineno
    except Exception:
        return None, None


class Result(unittest.TextTestResult):
    # How the last test ended: Django takes a test down behind its end, where it may fail still.
    _regreen_last = None

    def startTest(self, test):
        self._tell_last()
        super().startTest(test)
        self._regreen = {"status": "passed", "started": time.perf_counter()}
        regreen_trace.start()
        regreen_limit.arm()

    def stopTest(self, test):
        regreen_limit.disarm()
        regreen_trace.stop(test.id())
        super().stopTest(test)
        known = self._regreen
        file, line = place(test)
        self._regreen_last = dict(id=test.id(), file=file, line=line, status=known["status"], seconds=time.perf_counter() - known["started"],
                                  message=known.get("message"), stack=known.get("stack"))
        del self._regreen

    def stopTestRun(self):
        self._tell_last()
        super().stopTestRun()

    def _tell_last(self):
        last, self._regreen_last = self._regreen_last, None
        if last is not None:
            write(**last)

    def _note(self, test, status, error=None, extra=None):
        known = getattr(self, "_regreen", None)
        message = None if error is None else "".join(traceback.format_exception_only(error[0], error[1])).strip()
        stack = None if error is None else self._exc_info_to_string(error, test) if extra is None else extra
        if known is None and self._regreen_last is not None and self._regreen_last["id"] == test.id():
            known = self._regreen_last
        if known is None:
            # Django sets a test up before it begins; what else fails outside of one is a class or a module.
            self._tell_last()
            file, line = place(test)
            write(id=test.id(), file=file, line=line, status=status, seconds=None, message=message, stack=stack, outside=not isinstance(test, unittest.TestCase))
        elif known["status"] != "failed":
            known.update(status=status, message=message, stack=stack)

    # Telling of a failure may take long: it is no part of the test.
    def addError(self, test, err):
        regreen_limit.disarm()
        super().addError(test, err)
        self._note(test, "failed", err)

    def addFailure(self, test, err):
        regreen_limit.disarm()
        super().addFailure(test, err)
        self._note(test, "failed", err)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            regreen_limit.disarm()
        super().addSubTest(test, subtest, err)
        if err is not None:
            self._note(test, "failed", err)
            regreen_limit.arm()

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        if hasattr(self, "_regreen"):
            self._note(test, "skipped")

    def addExpectedFailure(self, test, err):
        regreen_limit.disarm()
        super().addExpectedFailure(test, err)
        self._note(test, "todo")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._regreen.update(status="failed", message="expected to fail, and passed")


def flat(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from flat(test)
        else:
            yield test


class Endings(unittest.TestResult):
    """How each test ended, and no more."""

    def __init__(self):
        super().__init__()
        self.told = []
        self.own = None

    def startTest(self, test):
        self.own = [test.id(), "passed"]
        self.told.append(self.own)
        regreen_limit.arm()

    def stopTest(self, test):
        regreen_limit.disarm()
        self.own = None
        # The others tell nothing more.
        if regreen_limit.ended:
            self.stop()

    def note(self, test, status):
        if self.own is None:
            self.told.append([test.id(), status, "outside"])
        elif self.own[1] != "failed":
            self.own[1] = status

    def addError(self, test, err):
        self.note(test, "failed")

    addFailure = addError

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.note(test, "failed")

    def addSkip(self, test, reason):
        self.note(test, "skipped")

    def addExpectedFailure(self, test, err):
        self.note(test, "todo")

    def addUnexpectedSuccess(self, test):
        self.note(test, "failed")


def is_plain(suite):
    return type(suite) is unittest.TestSuite and all(is_plain(one) for one in suite if isinstance(one, unittest.TestSuite))


# What unittest itself leaves in the classes of tests.
left_in_class = ("_classSetupFailed", "tearDown_exceptions")


def again_by(whole, filters):
    """What runs the tests of a suite once more in this process; filters are those of warnings."""
    if not is_plain(whole):
        return None
    tests = list(flat(whole))
    before = [dict(vars(test)) for test in tests]
    kinds = {type(test): {name: vars(type(test))[name] for name in left_in_class if name in vars(type(test))} for test in tests}

    def again():
        result = Endings()
        regreen_limit.begin()
        suite = unittest.TestSuite(tests)
        suite._cleanup = False
        with warnings.catch_warnings():
            if filters:
                warnings.simplefilter(filters)
            suite(result)
        for test, own in zip(tests, before):
            vars(test).clear()
            vars(test).update(own)
        for kind, own in kinds.items():
            for name in left_in_class:
                if name in own:
                    setattr(kind, name, own[name])
                elif name in vars(kind):
                    delattr(kind, name)
        return result.told

    return again


def join():
    """True where there is a companion: what is told goes to it then."""
    global report
    folder = regreen_companion.join()
    if folder is not None:
        report = os.path.join(folder, os.path.basename(report))
    return folder is not None


def chosen(suite):
    return unittest.TestSuite([test for test in flat(suite) if test.id() in only]) if only else suite


def end(code):
    regreen_companion.leave(code)
    regreen_limit.end(0 if code is None else code if isinstance(code, int) else 1)
`;
var resultFiles = {
  "regreen_results.py": results,
  "regreen_companion.py": companion,
  "regreen_limit.py": limit,
  "regreen_trace.py": tracer
};
async function readResults2(remains, names2) {
  const texts3 = await reportsIn(remains.folder, names2);
  if (texts3.length === 0) return null;
  const results2 = [];
  let announced = 0;
  let tests3 = 0;
  for (const line of texts3.flatMap((text2) => text2.split("\n"))) {
    const event = parseEvent2(line);
    if (event === null) continue;
    if ("count" in event) announced += event.count;
    else {
      results2.push(await toRaw8(event, remains));
      if (event.outside !== true) tests3 += 1;
    }
  }
  const cutOff = remains.result.exitCode === 0 && tests3 < announced;
  return { results: results2, form: "report", broken: cutOff ? `${announced} tests were announced and ${tests3} told of` : null };
}
var resultSchema2 = object({
  id: string(),
  file: string().nullable(),
  line: number().nullable(),
  status: _enum(["passed", "failed", "skipped", "todo"]),
  seconds: number().nullable(),
  message: string().nullable(),
  stack: string().nullable(),
  outside: boolean().optional()
});
var eventSchema3 = union([object({ count: number() }), resultSchema2]);
function parseEvent2(line) {
  try {
    const parsed = eventSchema3.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
async function toRaw8(event, { directory, sources, root }) {
  const { id, status, seconds: seconds3, message, stack } = event;
  const outcome = { status, seconds: seconds3, message, stack, name: id, ...expectation(message ?? "") };
  const failedModule = /^unittest\.loader\._FailedTest\.(.+)$/.exec(id)?.[1];
  if (failedModule !== void 0) {
    const tail = failedModule.replaceAll(".", "/");
    const file = await sources.find(`${tail}.py`, directory) ?? await sources.find(`${tail}/__init__.py`, directory);
    return { ...outcome, file: file === null ? null : posix25.join(root, file), path: file === null ? [failedModule, crashed] : [fileLevel] };
  }
  if (event.outside === true) return { ...outcome, file: null, path: [id, crashed] };
  const [method = id, owner = ""] = id.split(".").reverse();
  return { ...outcome, file: event.file, path: [owner, method].filter((part) => part !== ""), line: event.line };
}

// src/suite/ecosystems/languages/traced.ts
import { join as join33 } from "node:path";
function tracing(root) {
  return { REGREEN_TRACE: root };
}
var eventSchema4 = object({
  test: string().optional(),
  loaded: boolean().optional(),
  lines: record(string(), array(int().min(0)))
});
async function readTrace(remains, results2) {
  const byName = new Map(results2.filter(({ status }) => status === "passed" || status === "failed").map((result) => [result.name, result]));
  const testFiles = await onlyTests(results2, remains.root);
  const loaded = /* @__PURE__ */ new Map();
  const tests3 = [];
  for (const line of (await reportsIn(remains.folder, /^trace-\d+\.jsonl$/)).flatMap((text2) => text2.split("\n"))) {
    const event = parseEvent3(line);
    if (event === null) continue;
    const own2 = /* @__PURE__ */ new Map();
    for (const [file, numbers] of Object.entries(event.lines)) {
      const { path: path2, inside } = relativeToRoot(file, remains);
      if (inside && !isTestFile(path2) && !testFiles.has(path2)) own2.set(path2, numbers);
    }
    const result = event.test === void 0 ? void 0 : byName.get(inAnyTree(event.test, remains));
    if (result !== void 0) tests3.push({ id: result.id, failed: result.status === "failed", lines: own2 });
    else if (event.loaded === true) for (const [path2, numbers] of own2) loaded.set(path2, /* @__PURE__ */ new Set([...loaded.get(path2) ?? [], ...numbers]));
  }
  if (tests3.length === 0) return null;
  const lines2 = new Map([...loaded].map(([path2, numbers]) => [path2, [...numbers]]));
  return { tests: tests3.map((test) => ({ ...test, loaded: lines2 })) };
}
var prompt = /^[ \t]*(?:[rRuUbB]?(?:"""|'''))?>>>(?:\s|$)/m;
var definesTests = /^[ \t]*(?:async[ \t]+)?(?:def[ \t]+test(?:_|\b)|class[ \t]+Test(?:[A-Z_]|\b))/m;
async function onlyTests(results2, root) {
  const found = new Set(results2.flatMap(({ file }) => file ?? []));
  for (const path2 of found) {
    const text2 = isTestFile(path2) ? null : await readText(join33(root, path2), 2 << 20);
    if (text2 !== null && prompt.test(text2) && !definesTests.test(text2)) found.delete(path2);
  }
  return found;
}
function parseEvent3(line) {
  try {
    const parsed = eventSchema4.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

// src/suite/ecosystems/languages/django.ts
var program2 = `import os, runpy, sys, unittest, uuid
import regreen_companion
import regreen_results

script = regreen_results.arguments[0]
sys.path[0] = os.path.dirname(os.path.abspath(script))
sys.argv = list(regreen_results.arguments)
state = {"is_alone": False}
# A confined command has the same process id in every run; forks share what is drawn here.
apart = uuid.uuid4().hex[:8]


class Runner(unittest.TextTestRunner):
    resultclass = regreen_results.Result

    # Runners of others take more than this, about reports of theirs.
    def __init__(self, verbosity=1, buffer=False, **_):
        super().__init__(verbosity=verbosity, buffer=buffer)

    def run(self, suite):
        if has_companion and state["is_alone"]:
            regreen_companion.collected()
        regreen_results.write(count=suite.countTestCases())
        return super().run(suite)


def has_none(connection):
    return connection.settings_dict["ENGINE"] == "django.db.backends.dummy"


def is_own(connection):
    """Whether its database lies in this process alone."""
    return has_none(connection) or (connection.vendor == "sqlite" and connection.is_in_memory_db())


def name_apart(connections):
    """Gives databases outside of this process names that no other run uses."""
    for alias in connections:
        connection = connections[alias]
        test = connection.settings_dict["TEST"]
        if has_none(connection) or test.get("MIRROR"):
            continue
        name = connection.creation._get_test_db_name()
        if connection.vendor != "sqlite" or not connection.creation.is_in_memory_db(name):
            test["NAME"] = "%s_%s" % (name, apart)


def take_over(kind):
    build_suite, setup_databases = kind.build_suite, kind.setup_databases

    def build(self, *args, **kwargs):
        self.test_runner = Runner
        # A runner may ask for processes without an option: none of them would tell of its tests.
        self.parallel = 1
        return regreen_results.chosen(build_suite(self, *args, **kwargs))

    def setup(self, *args, **kwargs):
        from django.db import connections
        name_apart(connections)
        made = setup_databases(self, *args, **kwargs)
        state["is_alone"] = all(is_own(connection) for connection, _, _ in made)
        return made

    kind.build_suite, kind.setup_databases = build, setup


has_companion = regreen_results.join()
try:
    from django.test.runner import DiscoverRunner
except ImportError:
    # The script may know where Django lies, or say what is wrong.
    pass
else:
    take_over(DiscoverRunner)
try:
    runpy.run_path(script, run_name="__main__")
except SystemExit as error:
    regreen_results.end(error.code)
    raise
regreen_results.end(0)
`;
var dropped = /^(?:--parallel|--shuffle)(?:=.*)?$|^(?:--failfast|--pdb|--debug-sql|-d|--keepdb|--noinput|--no-input)$/;
var valueOfDropped = /^(?:auto|\d+)$/;
var django = {
  runner: "django",
  files: { ...resultFiles, "regreen_django.py": program2 },
  counting: ({ root }) => tracing(root),
  coverage: readTrace,
  find: (words) => findCall(words, (rest) => {
    const length = pythonScript(rest, "manage.py");
    return length > 0 && rest[length] === "test" ? length + 1 : 0;
  }),
  render({ before: before2, program: manage, args }, { folder }, selection) {
    const tests3 = selection?.tests ?? [];
    if (selection !== null && (tests3.length === 0 || tests3.some(({ id }) => id.endsWith(fileLevel)))) return null;
    const python2 = manage.slice(0, -2);
    const isStarted = python2.length > 0 || before2.some(({ value }) => programName(value ?? "") === "coverage");
    return [
      ...before2,
      // A script that is started by itself names its interpreter in its first line.
      ...isStarted ? python2 : [word("python3")],
      word(join34(folder, "regreen_django.py")),
      word(join34(folder, "django-report.jsonl")),
      ...tests3.flatMap(({ name }) => [word("--only"), word(name)]),
      ...manage.slice(-2),
      word("--noinput"),
      ...args.filter((each, at) => !isDropped(each, args[at - 1]))
    ];
  },
  read: (remains) => readResults2(remains, /^django-.*\.jsonl$/)
};
function isDropped({ value }, before2) {
  if (dropped.test(value ?? "")) return true;
  return valueOfDropped.test(value ?? "") && /^--(?:parallel|shuffle)$/.test(before2?.value ?? "");
}

// src/suite/ecosystems/languages/django-projects.ts
import { posix as posix26 } from "node:path";
var isTest = (file) => /(?:^|\/)tests?(?:[_\d][^/]*)?\.py$/.test(file);
var isSample = /(?:^|\/)(?:_?examples?|samples?|demos?|docs?|fixtures?|templates?)\//;
var pytestSection = /^\[(?:tool[.:])?pytest\b/m;
var runsManage = /\bmanage\.py\s+test\b/;
var runsPytest = /(?:^|\s)(?:pytest|py\.test)(?:\s|$)/;
var startsPytest = /^(?!.*\binstall\b).*(?:^|[\s=@"'])(?:pytest|py\.test)(?:["'\s]|$)/m;
var writtenForPytest = /^\s*(?:import pytest\b|from pytest\b)|^(?:async )?def test_/m;
async function djangoIn(folder) {
  const at = await placeOf(folder);
  if (at === null || !/\bdjango\b/.test(await folder.text(posix26.join(at, "manage.py")) ?? "")) return null;
  const ci = folder.ci.filter(({ directory }) => [folder.directory, posix26.join(folder.directory, at)].includes(directory));
  const byManage = ci.find(({ command }) => runsManage.test(command))?.file;
  const byPytest = ci.find(({ command }) => runsPytest.test(command))?.file;
  const teller = byManage ?? (byPytest === void 0 ? await fileThat(folder, at, files2, runsManage) : null);
  if (teller === null) {
    const sign = byPytest ?? await signOfPytest(folder, at);
    if (sign !== null) return { kind: "pytest", reason: sign };
  }
  const reason = teller === null ? `${posix26.join(at, "manage.py")}, and nothing is of pytest` : `${teller} tests by manage.py`;
  return { kind: "manage", ...await lineIn(folder, at) ?? { at, assignments: "", command: "python manage.py test" }, reason };
}
async function placeOf(folder) {
  const tests3 = await folder.files(isTest);
  if (tests3.length === 0) return null;
  if (folder.names.includes("manage.py")) return "";
  const scripts2 = await folder.files((file) => posix26.basename(file) === "manage.py" && !isSample.test(file));
  const [only, ...others] = scripts2.map((file) => posix26.dirname(file));
  return only !== void 0 && others.length === 0 && tests3.every((file) => file.startsWith(`${only}/`)) ? only : null;
}
async function signOfPytest(folder, at) {
  const requirements = folder.names.filter((name) => /^requirements[\w.-]*\.txt$/.test(name));
  const lists = ["base", "ci", "dev", "development", "local", "test", "tests", "testing"].map((name) => `requirements/${name}.txt`);
  const found = await fileThat(folder, at, ["pytest.ini", ".pytest.ini"], /^/) ?? await fileThat(folder, at, ["pyproject.toml", "setup.cfg", "tox.ini"], pytestSection) ?? await fileThat(
    folder,
    at,
    [...requirements, ...lists, "pyproject.toml", "Pipfile", "setup.cfg", "setup.py"],
    /\bpytest[-_]django\b/
  ) ?? await fileThat(folder, at, [...files2, "noxfile.py"], startsPytest);
  if (found !== null) return found;
  const tests3 = await folder.files((file) => isPythonTest.test(file));
  const conftest = tests3.find((file) => posix26.basename(file) === "conftest.py");
  if (conftest !== void 0) return conftest;
  for (const file of tests3.slice(0, maxTests))
    if (writtenForPytest.test(await folder.text(file) ?? "")) return `${file} is written for it`;
  return null;
}
var isPythonTest = /(?:^|\/)(?:conftest|tests?|test_[^/]*|[^/]*_test)\.py$/;
var maxTests = 100;
async function fileThat(folder, at, names2, says2) {
  for (const name of new Set(["", at].flatMap((place) => names2.map((each) => posix26.join(place, each))))) {
    const text2 = await folder.text(name);
    if (text2 !== null && says2.test(text2)) return name;
  }
  return null;
}
var files2 = ["Makefile", "GNUmakefile", "makefile", "justfile", "Justfile", "tox.ini", ".travis.yml", ".gitlab-ci.yml"];
async function lineIn(folder, at) {
  for (const place of /* @__PURE__ */ new Set([at, ""])) {
    const ci = folder.ci.filter(({ directory }) => directory === posix26.join(folder.directory, place).replace(/^\.$/, ""));
    for (const { command } of ci) {
      const found = read2(command, at, place);
      if (found !== null) return found;
    }
    for (const name of files2) {
      const text2 = await folder.text(posix26.join(place, name)) ?? "";
      for (const line of text2.split("\n")) {
        const found = read2(line, at, place);
        if (found === null) continue;
        const settings = name === "tox.ini" ? /^\s*(?:setenv\s*=\s*)?DJANGO_SETTINGS_MODULE\s*=\s*([\w.]+)\s*$/m.exec(text2)?.[1] : void 0;
        return found.assignments !== "" || settings === void 0 ? found : { ...found, assignments: `DJANGO_SETTINGS_MODULE=${settings} ` };
      }
    }
  }
  return null;
}
function read2(line, at, place) {
  if (!runsManage.test(line)) return null;
  const plain2 = line.replace(/^\s*(?:-\s+)?(?:(?:commands|script)\s*[=:]\s*)?[@+]*/, "").replace(/\{posargs(?::[^{}]*)?\}/g, "");
  let current = place;
  for (const piece of splitShell(plain2.trim()) ?? []) {
    if (piece.kind === "glue") continue;
    const [program4, folder] = piece.words.map(({ value }) => value);
    if (program4 === "cd" && typeof folder === "string") current = posix26.join(current, folder);
    const found = callIn(piece);
    if (found === null) continue;
    const where = current.replace(/^\.$|\/$/g, "");
    return posix26.join(where, posix26.dirname(found.script)).replace(/^\.$/, "") === at ? { ...found.line, at: where } : null;
  }
  return null;
}
function callIn(piece) {
  const call = piece.kind === "command" ? django.find(piece.words) : null;
  if (piece.kind !== "command" || call === null) return null;
  const isKnown = ({ value }) => value !== null && !/[{}]/.test(value);
  const [script2, ...rest] = [...call.program.slice(-2), ...call.args];
  if (![...piece.assignments, ...call.args].every(isKnown) || script2?.value == null) return null;
  const words = [...call.program.slice(1, -2), script2, ...rest].map(({ raw }) => raw);
  const assignments = piece.assignments.map(({ raw }) => `${raw} `).join("");
  return { script: script2.value, line: { assignments, command: `python ${words.join(" ")}` } };
}

// src/suite/ecosystems/languages/environments.ts
var toxOptions = { values: new Set("-e -c -p --workdir --root --result-json --override -x -f -m".split(" ")) };
var tox = {
  runner: "tox",
  startsOthers: true,
  find: (words) => findCall(words, (rest) => programName(rest[0] ?? "") === "tox" ? 1 : pythonModule(rest, "tox")),
  render: ({ before: before2, program: program4, args }, _, selection) => {
    if (selection !== null) return null;
    const dashes = args.findIndex(({ value }) => value === "--");
    const own2 = dashes < 0 ? args : args.slice(0, dashes);
    const kept2 = allWords(without(parseArguments(own2, toxOptions), ["-r", "--recreate", "--skip-pkg-install", "-p", "--parallel"]));
    const [verb, ...rest] = kept2;
    const words = verb?.value === "run" || verb?.value === "r" ? [verb, word("--skip-pkg-install"), ...rest] : [word("--skip-pkg-install"), ...kept2];
    return [...before2, ...program4, ...words, ...dashes < 0 ? [] : args.slice(dashes)];
  },
  read: async () => null
};
var nox = {
  runner: "nox",
  startsOthers: true,
  find: (words) => findCall(words, (rest) => programName(rest[0] ?? "") === "nox" ? 1 : pythonModule(rest, "nox")),
  render: ({ before: before2, program: program4, args }, _, selection) => selection === null ? [...before2, ...program4, word("-R"), ...args] : null,
  read: async () => null
};
function environmentLine(testCommand) {
  const words = testCommand.trim().split(/\s+/);
  const at = words.findIndex((each) => /^(?:.*\/)?(?:tox|nox)$/.test(each));
  if (at < 0 || /[;&|<>$`]/.test(testCommand)) return null;
  const dashes = words.indexOf("--");
  const own2 = dashes < 0 ? words : words.slice(0, dashes);
  return [...own2, /nox$/.test(words[at] ?? "") ? "--install-only" : "--notest"].join(" ");
}

// src/suite/ecosystems/languages/pytest.ts
import { join as join35, posix as posix27 } from "node:path";

// src/suite/ecosystems/languages/pytest-again.ts
var again = `import contextlib, inspect, logging, os, sys
import pytest
import regreen_limit
from _pytest.unittest import TestCaseFunction

endings = None

# What tells of tests, or remembers them: nobody asks it where they run again and again.
telling = ("TerminalReporter", "LogXML", "LFPlugin", "NFPlugin", "StepwisePlugin")


def note(report):
    if endings is not None:
        endings.append([report.nodeid, report.when, report.outcome, hasattr(report, "wasxfail")])


def again_in(session):
    items = session.items
    # Before 8.2 a test kept the instance of its class.
    if not all(type(item) in (pytest.Function, TestCaseFunction) and hasattr(item, "_instance") for item in items):
        return None
    marks = [list(item.own_markers) for item in items]
    silent = []

    def silence():
        manager = session.config.pluginmanager
        for plugin in list(manager.get_plugins()):
            if type(plugin).__name__ in telling:
                manager.unregister(plugin)
        # How a test failed takes longer to tell than many take to run.
        for item in items:
            item.repr_failure = item._repr_failure_py = lambda *_, **__: "failed"

    def as_new(item, own):
        item.own_markers[:] = own
        del item._report_sections[:]
        if isinstance(item.parent, pytest.Class):
            # Each test has an instance of its class to itself, which is made where there is none.
            vars(item).pop("_instance", None)
            # Of several failures unittest tells, as many are left here as no report took.
            vars(item).pop("_excinfo", None)
            item._obj = None

    def once():
        global endings
        session.testsfailed = 0
        session.shouldfail = session.shouldstop = False
        endings = []
        regreen_limit.begin()
        for at, item in enumerate(items):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=items[at + 1] if at + 1 < len(items) else None)
            # The others tell nothing more.
            if regreen_limit.ended:
                session._setupstate.teardown_exact(None)
                break
        told, endings = endings, None
        return None if session.shouldfail or session.shouldstop else told

    def again():
        # The first time just as ever: all others must end like it.
        if not silent:
            silence()
            silent.append(None)
            return once()
        if silent[0] is None:
            silent[0] = [catch for catch in (output_caught, logs_caught) if not looks_at_output(session.config)]
        for item, own in zip(items, marks):
            as_new(item, own)
        with contextlib.ExitStack() as around:
            for catch in silent[0]:
                around.enter_context(catch(session.config.pluginmanager))
            return once()

    return again


def looks_at_output(config):
    """Whether code of the repository makes reports of tests: these hold what was printed."""
    for one in config.hook.pytest_runtest_makereport.get_hookimpls():
        code = getattr(inspect.unwrap(one.function), "__code__", None)
        if code is None or "-packages" + os.sep not in code.co_filename:
            return True
    return False


@contextlib.contextmanager
def output_caught(plugins):
    manager = plugins.get_plugin("capturemanager")
    if manager is None or manager._global_capturing is None:
        yield
        return

    @contextlib.contextmanager
    def item_capture(when, item):
        # A test may have put something else there.
        if sys.stdout is not streams[0] or sys.stderr is not streams[1]:
            manager.suspend_global_capture()
            manager.resume_global_capture()
        manager.activate_fixture()
        try:
            yield
        finally:
            manager.deactivate_fixture()

    manager.resume_global_capture()
    streams = [sys.stdout, sys.stderr]
    manager.item_capture = item_capture
    try:
        yield
    finally:
        del manager.item_capture
        manager.suspend_global_capture()
        manager.read_global_capture()


@contextlib.contextmanager
def logs_caught(plugins):
    plugin = plugins.get_plugin("logging-plugin")
    module = sys.modules.get("_pytest.logging")
    if plugin is None or module is None:
        yield
        return
    root = logging.getLogger()
    catching = module.catching_logs

    class Caught(catching):
        """Leaves a handler where it is already, at its level."""

        __slots__ = ("standing",)

        def __enter__(self):
            self.standing = self.level in (None, self.handler.level) and self.handler in root.handlers and root.level == level
            return self.handler if self.standing else super().__enter__()

        def __exit__(self, *error):
            if not self.standing:
                super().__exit__(*error)

    with contextlib.ExitStack() as around:
        for handler in (plugin.caplog_handler, plugin.report_handler):
            around.enter_context(catching(handler, level=plugin.log_level))
        level = root.level
        module.catching_logs = Caught
        try:
            yield
        finally:
            module.catching_logs = catching
`;

// src/suite/ecosystems/languages/pytest-options.ts
var standInOptions = `KNOWN = {
    "?": ["--cov"],
    1: [
        "--cov-report", "--cov-config", "--cov-fail-under", "--cov-context", "--cov-precision", "-n", "--numprocesses", "--dist", "--maxprocesses",
        "--timeout", "--timeout-method", "--session-timeout", "--html", "--css", "--json-report-file", "--report-log", "--ctrf", "--randomly-seed",
        "--random-order-seed", "--random-order-bucket", "--reruns", "--reruns-delay", "--benchmark-columns", "--benchmark-sort",
        "--benchmark-group-by", "--profile-svg", "--alluredir", "--mypy-config-file", "--splits", "--group",
    ],
    0: [
        "--cov-append", "--cov-branch", "--cov-reset", "--no-cov", "--no-cov-on-fail", "--self-contained-html", "--json-report", "--random-order",
        "--flake8", "--black", "--isort", "--mypy", "--pylint", "--ruff", "--ruff-format", "--pycodestyle", "--pydocstyle", "--codestyle",
        "--docstyle", "--instafail", "--spec", "--benchmark-skip", "--benchmark-disable", "--benchmark-autosave", "--force-sugar", "--pretty",
    ],
}


def stand_in(parser, args):
    try:
        unknown = {each.split("=", 1)[0] for each in parser.parse_known_and_unknown_args(list(args))[1]}
        group = parser.getgroup("regreen")
        for values, names in KNOWN.items():
            for name in names:
                # Joined to its value: -n4.
                if name not in unknown and not (name == "-n" and any(each.startswith("-n") and not each.startswith("-no") for each in unknown)):
                    continue
                settings = {"action": "append", "nargs": values} if values == "?" else {"action": "append"} if values else {"action": "store_true"}
                group._addoption(name, dest="regreen_" + name.strip("-").replace("-", "_"), default=None, help="passed over", **settings)
    except Exception:
        # As unknown as they were.
        pass
`;

// src/suite/ecosystems/languages/pytest.ts
var options8 = {
  values: new Set(
    "-k -m -c --config-file -p -o --override-ini -n --numprocesses --dist --rootdir --confcutdir --basetemp --junitxml --junit-xml --junitprefix --junit-prefix --maxfail --durations --durations-min --tb --color --cov-config --cov-report --cov-fail-under --deselect --ignore --ignore-glob --import-mode --capture --log-level --log-cli-level --timeout --timeout-method --reruns --reruns-delay --ds --dc --randomly-seed --log-file --verbosity --pythonwarnings -W -r --lfnf --hypothesis-profile --hypothesis-seed".split(
      " "
    )
  )
};
var plugin = `import os, re, sys
import pytest
import regreen_again
import regreen_companion
import regreen_limit
import regreen_options
import regreen_trace

reports = None

# Before any conftest: nothing of the repository is loaded.
@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config, parser, args):
    global reports
    reports = regreen_companion.join()
    yield
    # What they define is known by now.
    regreen_options.stand_in(parser, args)

# With workers of its own the run is no process that can be forked.
@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session):
    if reports is not None and not session.config.pluginmanager.hasplugin("dsession"):
        regreen_companion.collected(regreen_again.again_in(session))

session_of = {}
# Where so many failed, how the others did is told shortly: pytest reads whole files anew for each of its own traces.
MANY = 100
failed = 0

def pytest_runtest_logreport(report):
    global failed
    regreen_again.note(report)
    failed += report.failed
    if failed == MANY and reports is None and "it" in session_of and session_of["it"].config.option.tbstyle == "short":
        session_of["it"].config.option.tbstyle = "native"

def pytest_sessionstart(session):
    session_of["it"] = session

# What stands behind a call of pytest in another program is not ours to leave out.
@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_unconfigure(config):
    yield
    if "it" in session_of and re.search(r"(?:^|/)(?:py[.]?test(?:/__main__[.]py)?)$", sys.argv[0]):
        if reports is not None:
            regreen_companion.leave(int(session_of["it"].exitstatus))
        elif not hasattr(config, "workerinput"):
            regreen_limit.end(int(session_of["it"].exitstatus))

@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_protocol(item, nextitem):
    if regreen_again.endings is not None:
        yield
        return
    regreen_trace.start()
    yield
    path = os.path.relpath(str(getattr(item, "path", None) or item.fspath)).replace(os.sep, "/")
    regreen_trace.stop("::".join([path] + item.nodeid.split("::")[1:]))

if regreen_limit.given:
    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_runtest_setup(item):
        with regreen_limit.limited():
            yield

    pytest_runtest_call = pytest_runtest_setup

    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_runtest_teardown(item, nextitem):
        with regreen_limit.limited():
            yield

def place(item):
    path = os.path.abspath(str(getattr(item, "path", None) or item.fspath))
    return "::".join([path] + item.nodeid.split("::")[1:])

here = os.getcwd()

# Reports tell files from pytest's root folder, which may lie below or above the folder of the run: here they are told from that.
def pytest_itemcollected(item):
    root = str(getattr(item.config, "rootpath", None) or item.config.rootdir)
    if root == here:
        return
    try:
        file, line, name = item.location
        item.__dict__["location"] = (os.path.relpath(os.path.join(root, file), here).replace(os.sep, "/"), line, name)
    except Exception:
        pass

@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    only = os.environ.get("REGREEN_ONLY")
    if not only:
        return
    wanted = set(os.path.join(os.environ["REGREEN_CWD"], name) for name in only.split("\\n"))
    others = [item for item in items if place(item) not in wanted]
    if others:
        items[:] = [item for item in items if place(item) in wanted]
        config.hook.pytest_deselected(items=others)

@pytest.hookimpl(tryfirst=True)
def pytest_configure(config):
    if hasattr(config, "workerinput"):
        return
    if reports is not None:
        config.option.xmlpath = os.path.join(reports, "pytest-report.xml")
        # Nobody reads how it failed.
        config.option.tbstyle = "line"
    elif not config.option.xmlpath:
        config.option.xmlpath = os.path.join(os.environ["REGREEN_REPORTS"], "pytest-%d.xml" % os.getpid())
`;
var pytest = {
  runner: "pytest",
  files: {
    "regreen_pytest.py": plugin,
    "regreen_again.py": again,
    "regreen_companion.py": companion,
    "regreen_limit.py": limit,
    "regreen_options.py": standInOptions,
    "regreen_trace.py": tracer
  },
  counting: ({ root }) => tracing(root),
  coverage: readTrace,
  find: (words) => findCall(words, (rest) => /^(?:pytest|py\.test)$/.test(programName(rest[0] ?? "")) ? 1 : pythonModule(rest, "pytest")),
  render({ before: before2, program: program4, args }, tools2, selection) {
    const kept2 = without(parseArguments(args, options8), [
      ...["--junitxml", "--junit-xml", "-x", "--exitfirst", "--maxfail", "--sw", "--stepwise", "--tb", "--lf", "--last-failed"],
      ...selection === null ? [] : ["-k", "--cov*", "--no-cov-on-fail"]
    ]);
    const report2 = [`--junitxml=${join35(tools2.folder, "pytest-report.xml")}`, "-o", "junit_family=xunit1", "--tb=short", "--maxfail=0"];
    const words = [...before2, ...program4, ...report2.map(word)];
    return selection === null ? [...words, ...allWords(kept2)] : [...words, ...optionsOf(kept2), ...selected(selection).map(word)];
  },
  environment: ({ folder }) => ({ PYTEST_ADDOPTS: "-p regreen_pytest -o junit_family=xunit1 --tb=short", REGREEN_REPORTS: folder }),
  async read(remains) {
    return readJUnit(await reportsIn(remains.folder, /^pytest-.*\.xml$/), (each) => toRaw9(each, remains));
  }
};
function selected({ tests: tests3, files: files3 }) {
  const isWhole = new Set(tests3.filter(({ id }) => id.endsWith(fileLevel)).map(({ file }) => file));
  const nodes2 = tests3.filter(({ file }) => !isWhole.has(file)).map(({ name }) => name);
  return tests3.length === 0 || isWhole.size > 0 ? [...files3] : nodes2;
}
async function toRaw9(each, { cwd, root, directory, sources }) {
  const details2 = each.details ?? "";
  const found = each.file === null ? await sources.find(`${each.name.replaceAll(".", "/")}.py`, directory) : null;
  const file = each.file !== null ? posix27.join(cwd, each.file) : found === null ? null : posix27.join(root, found);
  const outcome = {
    status: each.status,
    seconds: each.seconds,
    message: messageOf(each),
    stack: details2,
    ...expectation(each.message ?? details2)
  };
  const isFile = each.status === "failed" && (each.classname === null || /^collection (?:failure|error)/.test(each.message ?? ""));
  if (isFile) return { ...outcome, file, path: [fileLevel], name: file ?? each.name };
  const classes = classesOf3(each.classname ?? "", file);
  const local = file === null ? "" : posix27.relative(cwd, file);
  return {
    ...outcome,
    file,
    path: [...classes, each.name],
    name: [local, ...classes, each.name].join("::"),
    line: each.line === null ? null : each.line + 1
  };
}
function classesOf3(classname, file) {
  const parts = classname.split(".").filter((part) => part !== "");
  const stem = file === null ? null : posix27.basename(file).replace(/\.pyx?$/, "");
  const at = stem === null ? -1 : parts.lastIndexOf(stem);
  return at < 0 ? parts.slice(-1).filter((part) => /^[A-Z]/.test(part)) : parts.slice(at + 1);
}
function messageOf({ message, details: details2, status }) {
  if (status !== "failed") return null;
  if (message !== null && !/^(?:collection failure|failed on setup|failed on teardown)/.test(message)) return message;
  const errors = (details2 ?? "").split("\n").flatMap((line) => /^E {3}/.test(line) ? [line.slice(4)] : []);
  const isWhy = (line) => /^[\w.]+: /.test(line);
  const why = message?.startsWith("collection") ? errors.findLast(isWhy) : void 0;
  const said = why === void 0 ? [message, ...errors] : [why, ...errors.filter((line) => line !== why)];
  return said.filter((part) => part !== null).join("\n") || details2;
}

// src/suite/ecosystems/languages/python-install.ts
import { join as join36 } from "node:path";

// src/suite/ecosystems/languages/ci-pip.ts
var options9 = { values: /* @__PURE__ */ new Set(["-r", "--requirement", "-e", "--editable", "-c", "--constraint", "--group"]) };
var flags = /^(?:-[UqvI]+|--(?:upgrade|quiet|verbose|user|pre|no-cache-dir|no-deps|no-build-isolation|break-system-packages|system|force-reinstall|ignore-installed|prefer-binary|only-binary=\S+|no-binary=\S+|require-hashes|disable-pip-version-check|no-input|isolated|compile|no-compile))$/;
var elsewhere = /^(?:-i|--index-url|--extra-index-url|--index|--default-index|-f|--find-links|--no-index|-t|--target)(?:=|$)/;
var tools = /^(?:pip|setuptools|wheel|build|twine|tox|nox|virtualenv|uv|poetry|pdm|pipenv|hatch|flit|pre-commit|black|ruff|flake8|isort|mypy|pylint|pyright|codecov|coveralls|sphinx)(?![\w-])/i;
var requirement = /^[A-Za-z][\w.-]*(?:\[[\w,.-]+\])?(?:[<>=!~]=?[\w.*,<>=!~]+)?$/;
var archive = /\.(?:whl|zip|tar\.\w+|tgz)$/;
var itself = /^\.\/?(?:\[([\w,.-]+)\])?$/;
var tests2 = /\b(?:pytest|py\.test|unittest|manage\.py test|nosetests|coverage run|tox|nox)\b|\b(?:make|just|invoke|inv)\s+\S*(?:test|check)/;
function pipAsked(ci, directory) {
  const own2 = ci.filter((each) => each.directory === directory);
  const testing = own2.filter(({ command }) => tests2.test(command));
  const chosen = testing.find(({ failed }) => failed) ?? testing[0];
  const files3 = /* @__PURE__ */ new Set();
  const packages = /* @__PURE__ */ new Set();
  const extras = /* @__PURE__ */ new Set();
  for (const { command, file, job } of own2) {
    if (file !== chosen?.file || job !== chosen.job) continue;
    for (const { option, value } of installsIn(command).flatMap(argumentsOf)) {
      if (option === "-r" || option === "--requirement") {
        if (/^[\w./-]+$/.test(value) && !value.startsWith("/") && !value.split("/").includes("..")) files3.add(value.replace(/^\.\//, ""));
        continue;
      }
      const extra = itself.exec(value);
      if (extra !== null) for (const name of extra[1]?.split(",") ?? []) extras.add(name);
      else if (option === null && requirement.test(value) && !archive.test(value) && !tools.test(value)) packages.add(value);
    }
  }
  return { files: [...files3], packages: [...packages], extras: [...extras] };
}
function argumentsOf(words) {
  const parsed = parseArguments(words, options9);
  if (parsed.some(({ option }) => option !== null && elsewhere.test(option))) return [];
  const asked = [];
  let isValue = false;
  for (const { option, words: own2 } of parsed) {
    const text2 = own2[0]?.value ?? "";
    const value = own2.length > 1 ? own2[1]?.value ?? null : option === null ? text2 : /^--[\w-]+=(.*)$/s.exec(text2)?.[1] ?? null;
    const isAsked = option === null ? !isValue : options9.values.has(option);
    if (isAsked && value !== null && value !== "") asked.push({ option, value });
    isValue = option !== null && own2.length === 1 && !text2.includes("=") && !options9.values.has(option) && !flags.test(text2);
  }
  return asked;
}
function installsIn(command) {
  const found = [];
  for (const piece of splitShell(command) ?? []) {
    if (piece.kind !== "command") continue;
    const values = piece.words.map(({ value }) => value);
    const start2 = /^(?:python[\d.]*)$/.test(values[0] ?? "") && values[1] === "-m" ? 2 : values[0] === "uv" ? 1 : 0;
    if (/^pip[\d.]*$/.test(values[start2] ?? "") && values[start2 + 1] === "install") found.push(piece.words.slice(start2 + 2));
  }
  return found;
}

// src/suite/ecosystems/languages/python-install.ts
var makeEnvironment = 'python3 -m venv --system-site-packages --without-pip "$VIRTUAL_ENV"';
var seeActive = `python3 -I -c '${[
  'import os, sys; from sysconfig import get_path as of; ours = os.environ["VIRTUAL_ENV"]; sys.prefix in (sys.base_prefix, ours) or',
  'print("import site; site.addsitedir(%r)" % of("purelib"), file=open(of("purelib", vars={"base": ours}) + "/active.pth", "w"))'
].join(" ")}'`;
var own = '"$VIRTUAL_ENV/bin/python" -m';
var pip = `${makeEnvironment} && ${seeActive} && { ${own} pip -V >/dev/null 2>&1 || ${own} ensurepip; } && ${own} pip install -q`;
var byLock = (line) => `${makeEnvironment} && { ${line} || { ${seeActive}; false; }; }`;
var installLines = {
  uv: byLock("uv sync --active --frozen --all-extras --all-groups"),
  poetry: byLock("poetry install --no-interaction"),
  pdm: byLock("pdm sync"),
  pipenv: byLock("pipenv sync --dev")
};
async function pipLine(folder, usesPytest) {
  const inCi = pipAsked(folder.ci, folder.directory);
  const files3 = await requirementFiles(folder, inCi.files);
  const text2 = await folder.text("pyproject.toml") ?? "";
  const isPackage = /^\[build-system\]|^\[project\]/m.test(text2) || folder.names.includes("setup.py");
  const sets = section(text2, "project.optional-dependencies");
  const guessed = testSets.filter((name) => new RegExp(`^${name}\\s*=\\s*\\[`, "m").test(sets)).slice(0, 1);
  const extras = [.../* @__PURE__ */ new Set([...guessed, ...inCi.extras])];
  const groups = section(text2, "dependency-groups");
  const group2 = testSets.map((name) => arrayOf(groups, name)).find((asked2) => asked2.length > 0) ?? [];
  const ofPipfile = packagesOf(await folder.text("Pipfile") ?? "");
  const named2 = [...group2, ...ofPipfile, ...inCi.packages];
  const namesPytest = [...ofPipfile, ...inCi.packages].some((name) => /^pytest(?![\w-])/.test(name));
  const asked = [
    ...files3.map((name) => `-r ${quote(name)}`),
    ...isPackage ? [`-e ${extras.length === 0 ? "." : `'.[${extras.join()}]'`}`] : [],
    ...new Set([...named2, ...usesPytest && !namesPytest ? ["pytest"] : []].map(quote))
  ];
  return asked.length === 0 ? null : `${pip} ${asked.join(" ")}`;
}
var requirementFile = /^(?:(?:dev|test|tests)[-_])?requirements(?:[-_.](?:dev|devel|test|tests|testing|ci))?\.txt$/;
var below = ["tests", "test"].map((folder) => `${folder}/requirements.txt`).concat(["test", "tests", "testing"].map((name) => `requirements/${name}.txt`));
async function requirementFiles(folder, inCi) {
  const found = new Set(folder.names.filter((name) => requirementFile.test(name)).sort());
  for (const name of [...below, ...inCi]) if (await folder.has(name)) found.add(name);
  return [...found];
}
var testSets = ["test", "tests", "testing", "dev"];
function section(text2, name) {
  const start2 = text2.split("\n").findIndex((line) => line.trim() === `[${name}]`);
  if (start2 < 0) return "";
  const lines2 = text2.split("\n").slice(start2 + 1);
  const end2 = lines2.findIndex((line) => /^\[[\w."-]+\]\s*$/.test(line));
  return lines2.slice(0, end2 < 0 ? lines2.length : end2).join("\n");
}
function arrayOf(text2, name) {
  const body = new RegExp(`^${name}\\s*=\\s*\\[((?:"[^"\\n]*"|'[^'\\n]*'|\\{[^}]*\\}|#[^\\n]*|[^\\]"'{#])*)\\]`, "m").exec(text2)?.[1] ?? "";
  return [...body.replace(/#[^\n]*|\{[^}]*\}/g, "").matchAll(/"([^"\n]*)"|'([^'\n]*)'/g)].map((match) => match[1] ?? match[2] ?? "");
}
function packagesOf(pipfile) {
  const lines2 = ["packages", "dev-packages"].flatMap((name) => section(pipfile, name).split("\n"));
  return lines2.flatMap((line) => {
    const [, name, value = ""] = /^\s*["']?([A-Za-z0-9][\w.-]*)["']?\s*=\s*(.*)$/.exec(line) ?? [];
    const table = /^\{(.*)\}/.exec(value)?.[1];
    if (name === void 0 || table !== void 0 && /\b(?!(?:version|extras)\b)\w+\s*=(?!=)/.test(table.replace(/"[^"]*"|'[^']*'/g, '""')))
      return [];
    const version = /^(?:version\s*=\s*)?["']([<>=!~][^"';]*)["']/.exec((table?.replace(/^.*?(?=\bversion\b)/, "") ?? value).trim())?.[1];
    const extras = /\bextras\s*=\s*\[([^\]]*)\]/.exec(table ?? "")?.[1]?.replace(/["'\s]/g, "");
    return [`${name}${extras ? `[${extras}]` : ""}${version?.replaceAll(" ", "") ?? ""}`];
  });
}
var check = `import os, re, sys
from importlib import metadata

def there(line):
    line = line.split(" #")[0].strip()
    name = re.match(r"[A-Za-z0-9][A-Za-z0-9._-]*", line)
    if not name or ";" in line or "://" in line:
        return True
    try:
        metadata.distribution(name.group(0))
        return True
    except metadata.PackageNotFoundError:
        return False

def lines_of(path, seen):
    if path in seen:
        return
    seen.add(path)
    for line in open(path, encoding="utf-8", errors="replace"):
        line = line.strip()
        other = re.match(r"(?:-r|--requirement)[ =]*(\\S+)", line)
        if other:
            yield from lines_of(os.path.join(os.path.dirname(path), other.group(1)), seen)
        elif line and not line.startswith(("#", "-", ".", "/")):
            yield line

def of_project(path):
    import tomllib
    with open(path, "rb") as file:
        told = tomllib.load(file)
    project = told.get("project", {})
    script = os.path.join(os.path.dirname(path), "setup.py")
    if "dependencies" in project.get("dynamic", []):
        sys.exit(1)
    if not project and ("build-system" in told or os.path.exists(script)):
        sys.exit(1)
    yield from project.get("dependencies", [])
    for sets in (project.get("optional-dependencies", {}), told.get("dependency-groups", {})):
        for name in ("test", "tests", "testing", "dev"):
            yield from (each for each in sets.get(name, []) if isinstance(each, str))

asked = [each for each in sys.argv[1].split("\\n") if each]
for path in sys.argv[2:]:
    asked += list(of_project(path)) if path.endswith(".toml") else list(lines_of(path, set()))
print("\\n".join(sorted({each for each in asked if not there(each)})))
`;
async function isProvided(cwd, line, names2) {
  if (!line.startsWith(pip)) return null;
  const asked = argumentsOf2(line);
  const valuesOf2 = (wanted) => asked.flatMap(({ option, value }) => option === wanted ? value : []);
  const files3 = [...valuesOf2("-r"), ...names2.includes("pyproject.toml") ? ["pyproject.toml"] : []];
  if (names2.includes("setup.py") && !names2.includes("pyproject.toml")) return null;
  const extras = valuesOf2("-e").flatMap((value) => /^\.\[(.*)\]$/.exec(value)?.[1]?.split(",") ?? []);
  if (extras.some((name) => !testSets.includes(name))) return null;
  const result = await runCommand({
    argv: ["python3", "-I", "-c", check, valuesOf2(null).join("\n"), ...files3.map((name) => join36(cwd, name))],
    cwd: "/",
    env: repositoryEnvironment({ from: process.env }),
    timeoutMs: 2e4
  });
  return result.exitCode === 0 && result.stdout.trim() === "" ? "the dependencies are there" : null;
}
function argumentsOf2(line) {
  return [...line.slice(pip.length).matchAll(/ (?:(-[re]) )?(?:'([^']*)'|([^\s']+))/g)].map(([text2, option, quoted, plain2]) => {
    const value = quoted ?? plain2 ?? "";
    return { option: option === "-r" || option === "-e" ? option : null, value, text: text2 };
  });
}
function withoutCi({ stdout, stderr }, line) {
  const printed = `${stdout}
${stderr}`;
  const isAbout = /No matching distribution found|ResolutionImpossible|conflicting dependencies/.test(printed);
  if (!line.startsWith(pip) || !isAbout || offline.test(printed)) return null;
  const asked = argumentsOf2(line);
  const own2 = asked.filter(({ option, value }) => option === "-e" || option === "-r" && requirementFile.test(value));
  return own2.length === 0 || own2.length === asked.length ? null : `${pip}${own2.map(({ text: text2 }) => text2).join("")}`;
}
var offline = /Temporary failure in name resolution|Name or service not known|NewConnectionError|ConnectTimeout|Max retries exceeded|ProxyError|Network is unreachable/;
var noIndex = /All attempts to connect to \S+ failed|dns error|error sending request|Failed to fetch|ConnectError|Could not connect/;
var noLock = /(?:lock ?file|(?:Pipfile|poetry|pdm|uv)\.lock)\b[^\n]{0,80}(?:not found|does ?n[o']t exist|not exist|out[- ]of[- ]date|not compatible|needs to be updated|hash does ?n[o']t match)|changed significantly since \S+\.lock was last generated|\.lock is not consistent with/i;
function unreachable({ stdout, stderr }, line) {
  if (!line.startsWith(makeEnvironment)) return null;
  const printed = `${stdout}
${stderr}`;
  const asIs = "the dependencies as they are";
  const tool = Object.keys(installLines).find((name) => line === installLines[name]);
  if (tool !== void 0 && noLock.test(printed)) return `${asIs}: ${tool} cannot go by its lock file`;
  const isMissing = /Could not find a version that satisfies|No matching distribution found|No module named (?:pip|venv|ensurepip)|ensurepip is not available/;
  if (!(offline.test(printed) || isMissing.test(printed) || tool !== void 0 && noIndex.test(printed))) return null;
  const what = /No matching distribution found for (\S+)/.exec(printed)?.[1];
  return `${asIs}: ${tool ?? "pip"} ${what === void 0 ? "reached no index" : `found ${what} nowhere`}`;
}

// src/suite/ecosystems/languages/unittest.ts
import { join as join37 } from "node:path";
var program3 = `import os, sys, unittest
import regreen_companion
import regreen_results

sys.path[0] = os.getcwd()
sys.argv = ["python -m unittest"] + regreen_results.arguments


class Runner(unittest.TextTestRunner):
    resultclass = regreen_results.Result


class Program(unittest.TestProgram):
    def runTests(self):
        self.test = regreen_results.chosen(self.test)
        if has_companion:
            regreen_companion.collected(regreen_results.again_by(self.test, self.warnings))
        regreen_results.write(count=self.test.countTestCases())
        super().runTests()


has_companion = regreen_results.join()
try:
    Program(module=None, testRunner=Runner)
except SystemExit as error:
    regreen_results.end(error.code)
    raise
`;
var unittest = {
  runner: "unittest",
  files: { ...resultFiles, "regreen_unittest.py": program3 },
  counting: ({ root }) => tracing(root),
  coverage: readTrace,
  find: (words) => findCall(words, (rest) => pythonModule(rest, "unittest")),
  render({ before: before2, program: python2, args }, { folder }, selection) {
    const own2 = args.filter(({ value }) => !/^(?:-f|--failfast)$/.test(value ?? ""));
    const tests3 = selection?.tests ?? [];
    if (selection !== null && (tests3.length === 0 || tests3.some(({ id }) => id.endsWith(fileLevel)))) return null;
    return [
      ...before2,
      ...python2.slice(0, -2),
      word(join37(folder, "regreen_unittest.py")),
      word(join37(folder, "unittest-report.jsonl")),
      ...tests3.flatMap(({ name }) => [word("--only"), word(name)]),
      ...own2
    ];
  },
  read: (remains) => readResults2(remains, /^unittest-.*\.jsonl$/)
};

// src/suite/ecosystems/languages/python.ts
var manifests2 = [
  "pyproject.toml",
  "setup.py",
  "setup.cfg",
  "tox.ini",
  "noxfile.py",
  "pytest.ini",
  "requirements.txt",
  "Pipfile",
  "manage.py"
];
var python = {
  name: "Python",
  runners: [pytest, unittest, django, tox, nox],
  isManifest: (name) => manifests2.includes(name) || /^requirements[\w.-]*\.txt$/.test(name),
  async manifest(folder) {
    const named2 = manifests2.find((name) => folder.names.includes(name)) ?? folder.names.find((name) => /^requirements[\w.-]*\.txt$/.test(name));
    if (named2 !== void 0) return named2;
    return (await folder.files(isTest2))[0] ?? null;
  },
  async guess(folder, manifest) {
    const runner2 = await runnerOf3(folder);
    if (runner2 === null) return null;
    const prefix = await prefixOf(folder);
    const setup = await setupOf2(folder, manifest, prefix, runner2.name === "pytest");
    const { at, assignments, command } = await lineOf2(runner2, folder);
    return {
      runner: runner2.name,
      testCommand: `${at === "" ? "" : `cd ${word(at).raw} && `}${assignments}${prefix.run}${await interpreter(folder, command, at)}`,
      setupCommand: setup.command,
      reasons: [`Python: ${manifest}`, runner2.reason, ...prefix.reasons, setup.reason]
    };
  },
  environment({ profile, cwd, root, dependencies, build, exists: exists2 }) {
    const venv = join38(dependencies, "venv");
    const isMade = profile === "install" || exists2(join38(venv, "bin", "python"));
    return {
      // A cached module may be of the code before an edit: the cache goes by seconds and sizes.
      PYTHONDONTWRITEBYTECODE: "1",
      PYTHONHASHSEED: "0",
      PIP_DISABLE_PIP_VERSION_CHECK: "1",
      PIP_RETRIES: "2",
      PIP_CACHE_DIR: join38(dependencies, "pip"),
      PDM_CHECK_UPDATE: "0",
      POETRY_CACHE_DIR: join38(profile === "install" ? dependencies : build, "poetry"),
      // uv goes by an environment in the project unless it is told of another one.
      ...isMade ? { VIRTUAL_ENV: venv, UV_PROJECT_ENVIRONMENT: venv } : {},
      ...profile === "test" ? testEnvironment(sourceFolders(cwd, root, exists2)) : {}
    };
  }
};
function testEnvironment(folders2) {
  const passed = ["PYTEST_ADDOPTS", "REGREEN_REPORTS", "REGREEN_ONLY", "REGREEN_CWD", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE"];
  return {
    // An editable installation points at the checkout it was made in: this copy's code comes first.
    PYTHONPATH: folders2.join(":"),
    TOX_TESTENV_PASSENV: passed.join(" "),
    TOX_OVERRIDE: `testenv.pass_env+=${passed.join(",")}`,
    UV_NO_SYNC: "1",
    UV_OFFLINE: "1",
    POETRY_VIRTUALENVS_CREATE: "false"
  };
}
function sourceFolders(cwd, root, exists2) {
  const of = (folder) => [...exists2(join38(folder, "src")) ? [join38(folder, "src")] : [], folder];
  if (cwd === root) return of(cwd);
  const beside = readdirSync(dirname2(cwd), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => join38(dirname2(cwd), entry.name)).filter((folder) => folder !== cwd && ["pyproject.toml", "setup.py"].some((name) => exists2(join38(folder, name))));
  return [...of(cwd), ...beside.flatMap(of)];
}
var isTest2 = (file) => /(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$/.test(file);
async function runnerOf3(folder) {
  const project = await djangoIn(folder);
  if (project?.kind === "pytest") return { name: "pytest", reason: `runner pytest: ${project.reason}` };
  if (project !== null) return { name: "django", reason: `runner django: ${project.reason}`, line: project };
  for (const [name, pattern] of configured) {
    if (pattern.test(await folder.text(name) ?? "")) return { name: "pytest", reason: `runner pytest: ${name}` };
  }
  for (const name of ["conftest.py", "tests/conftest.py", "test/conftest.py"])
    if (await folder.has(name)) return { name: "pytest", reason: `runner pytest: ${name}` };
  const tests3 = await folder.files(isTest2);
  if (tests3.length === 0) return null;
  for (const file of tests3.slice(0, 30)) {
    const text2 = await folder.text(file) ?? "";
    if (/^\s*(?:import pytest|from pytest\b)/m.test(text2)) return { name: "pytest", reason: `runner pytest: ${file} imports it` };
  }
  for (const file of tests3.slice(0, 30)) {
    const text2 = await folder.text(file) ?? "";
    if (/^\s*(?:import unittest|from unittest\b)/m.test(text2)) return { name: "unittest", reason: `runner unittest: ${file} imports it` };
  }
  return { name: "pytest", reason: `runner pytest: ${tests3[0]} is named as its tests are` };
}
var configured = [
  ["pytest.ini", /./],
  [".pytest.ini", /./],
  ["pyproject.toml", /^\[tool\.pytest|["']pytest\b/m],
  ["setup.cfg", /^\[tool:pytest\]|^\s*pytest\b/m],
  ["tox.ini", /^\[pytest\]|\bpytest\b/m],
  ["noxfile.py", /["']pytest["']/],
  ["requirements-dev.txt", /^pytest\b/m],
  ["requirements.txt", /^pytest\b/m]
];
async function prefixOf(folder) {
  for (const [lock, tool] of [
    ["uv.lock", "uv"],
    ["poetry.lock", "poetry"],
    ["pdm.lock", "pdm"],
    ["Pipfile.lock", "pipenv"]
  ]) {
    if (!folder.names.includes(lock)) continue;
    if (await folder.program(tool)) return { run: `${tool} run `, tool, reasons: [`environment of ${tool}: ${lock}`] };
    return { run: "", tool: null, reasons: [`${lock} is of ${tool}, which is not installed here: the interpreter that is there`] };
  }
  const reasons = folder.names.includes("Pipfile") ? ["Pipfile has no lock file: the interpreter that is there, and pip for what is missing"] : [];
  return { run: "", tool: null, reasons };
}
async function interpreter(folder, command, at) {
  for (const name of [".venv", "venv"])
    if (await folder.has(`${name}/bin/python`)) return command.replace(/^python/, posix28.join(posix28.relative(at, ""), name, "bin/python"));
  return await folder.program("python") ? command : command.replace(/^python/, "python3");
}
async function lineOf2({ name, line }, folder) {
  return line ?? { at: "", assignments: "", command: name === "pytest" ? "python -m pytest" : await unittestLine(folder) };
}
async function unittestLine(folder) {
  const tests3 = await folder.files(isTest2);
  const own2 = tests3.some((file) => /^test_[^/]*\.py$/.test(file));
  const pattern = tests3.some((file) => /(?:^|\/)test_[^/]*\.py$/.test(file)) ? "" : " -p '*_test.py'";
  for (const name of ["tests", "test"]) {
    if (own2 || !tests3.some((file) => file.startsWith(`${name}/`))) continue;
    return `python -m unittest discover -s ${name}${pattern}${await folder.has(`${name}/__init__.py`) ? " -t ." : ""}`;
  }
  const [only, ...others] = new Set(tests3.map((file) => dirname2(file)));
  if (!own2 && only !== void 0 && others.length === 0 && !await folder.has(`${only}/__init__.py`) && /^[\w./-]+$/.test(only))
    return `python -m unittest discover -s ${only}${pattern}`;
  return `python -m unittest discover${pattern}`;
}
async function setupOf2(folder, manifest, { tool }, usesPytest) {
  for (const name of [".venv", "venv"])
    if (await folder.has(`${name}/bin/python`)) return { command: null, reason: `nothing to install: ${name} is there` };
  const command = tool === null ? await pipLine(folder, usesPytest && !await folder.program("pytest")) : installLines[tool] ?? null;
  if (command === null) return { command, reason: `nothing to install: ${manifest} asks for nothing` };
  return { command, reason: tool === null ? "dependencies: what is missing of them, by pip" : `setup command: that of ${tool}` };
}

// src/suite/ecosystems/languages/ruby.ts
import { existsSync as existsSync4 } from "node:fs";
import { join as join40, posix as posix30 } from "node:path";

// src/suite/ecosystems/languages/ruby-trace.ts
var traceFile = "regreen_trace.rb";
var tracer2 = `require "json"

module RegreenTrace
  ROOT = ENV["REGREEN_TRACE"]
  FOLDER = File.dirname(File.expand_path(__FILE__))
  PROCESS = Process.pid
  # Tests may put something of theirs in its place.
  EXPAND = File.method(:expand_path)

  @lines = {}
  @known = {}
  @loaded = false

  class << self
    def on?
      !ROOT.nil? && Process.pid == PROCESS
    end

    # Nil for what is no file of the repository.
    def own(path)
      return @known[path] if @known.key?(path)
      whole = EXPAND.call(path)
      parts = whole.start_with?(ROOT + "/") ? whole[(ROOT.length + 1)..-1].split("/") : []
      inside = !parts.empty? && parts.none? { |part| part.start_with?(".") || part == "vendor" || part == "node_modules" }
      @known[path] = inside && path.end_with?(".rb") ? (@lines[whole] ||= {}) : nil
    rescue StandardError
      @known[path] = nil
    end

    # Of a method that is one expression no line is told.
    def watch
      point = TracePoint.new(:line, :call) do |at|
        lines = own(at.path)
        lines[at.lineno] = true if lines
      end
      point.enable
    end

    def write(event)
      told = @lines.reject { |_, lines| lines.empty? }.transform_values { |lines| lines.keys.sort }
      @lines.values.each(&:clear)
      File.open(File.join(FOLDER, "trace-#{PROCESS}.jsonl"), "a") { |file| file.puts JSON.generate(event.merge(lines: told)) }
    rescue StandardError
      nil
    end

    def start
      return unless on?
      return @lines.values.each(&:clear) if @loaded
      @loaded = true
      write(loaded: true)
    end

    def stop(test)
      write(test: test) if on?
    end
  end

  watch if ROOT
end
`;
var listenerFile = "regreen_trace_rspec.rb";
var listener = `class RegreenTraceListener
  def example_started(_)
    RegreenTrace.start
  end

  def example_finished(notification)
    RegreenTrace.stop(notification.example.id)
  end
end

RSpec.configure { |config| config.reporter.register_listener(RegreenTraceListener.new, :example_started, :example_finished) } if defined?(RegreenTrace)
`;
function tracingRuby(root) {
  return { ...tracing(root), RUBYOPT: `-r${traceFile.replace(".rb", "")}` };
}

// src/suite/ecosystems/languages/minitest.ts
var plugin2 = `require "json"

module Minitest
  class RegreenReporter < AbstractReporter
    def initialize(path)
      @path = path
      super()
    end

    def prerecord(*)
      RegreenTrace.start if defined?(RegreenTrace)
    end

    def record(result)
      RegreenTrace.stop("#{result.klass}##{result.name}") if defined?(RegreenTrace)
      failure = result.failures.first
      file, line = result.source_location
      status = result.skipped? ? "skipped" : result.passed? ? "passed" : "failed"
      error = failure.respond_to?(:error) ? failure.error : failure
      text = ->(value) { value.nil? ? nil : value.to_s.dup.force_encoding("UTF-8").scrub("?") }
      event = { class: text.(result.klass), name: text.(result.name), file: text.(file), line: line, status: status, seconds: result.time,
                message: text.(failure && failure.message), stack: failure && (error.backtrace || []).map(&text) }
      File.open(@path, "a") { |report| report.puts JSON.generate(event) }
    end
  end

  def self.plugin_regreen_init(options)
    names = ENV["REGREEN_NAMES"].to_s.split("\\n")
    unless names.empty?
      pattern = "/\\\\A(?:" + names.map { |name| Regexp.escape(name) }.join("|") + ")\\\\z/"
      options[:filter] = pattern
      options[:include] = pattern
    end
    folder = ENV.delete("REGREEN_MINITEST")
    reporter << RegreenReporter.new(File.join(folder, "minitest-#{Process.pid}.jsonl")) if folder
  end
end
`;
function isRuby(rest) {
  const name = programName(rest[0] ?? "");
  if (name === "rake" && rest[1] === "test") return 2;
  if (name === "rails" && rest[1] === "test") return 2;
  if (name === "m" || name === "minitest") return 1;
  return name === "ruby" && rest.some((each) => /(?:^-I|[:/]|\b)test(?:\/|:|$)/.test(each)) ? 1 : 0;
}
function forFiles({ before: before2, program: program4, args }, files3) {
  if (/[{},*?[\]]/.test(files3.join(""))) return null;
  const name = programName(program4[0]?.value ?? "");
  if (name === "rake") return [word("env"), word(`TEST={${files3.join(",")}}`), ...before2, ...program4, ...args];
  if (name === "rails") return args.length === 0 ? [...before2, ...program4, ...files3.map(word)] : null;
  const at = args.findIndex(({ value }) => value === "-e");
  if (name !== "ruby" || at < 0 || args[at + 1]?.value?.startsWith('Dir.glob("test/') !== true) return null;
  const load = word("ARGV.each { |f| require File.expand_path(f) }; ARGV.clear");
  return [...before2, ...program4, ...args.slice(0, at + 1), load, word("--"), ...files3.map(word)];
}
var minitest = {
  runner: "minitest",
  files: { "minitest/regreen_plugin.rb": plugin2, [traceFile]: tracer2 },
  find: (words) => findCall(words, isRuby),
  render({ before: before2, program: program4, args }, _, selection) {
    const whole2 = [...before2, ...program4, ...args];
    if (selection === null) return whole2;
    if (selection.tests.length === 0) return forFiles({ before: before2, program: program4, args }, selection.files);
    if (selection.tests.some(({ id }) => id.endsWith(fileLevel))) return null;
    return [word("env"), word(`REGREEN_NAMES=${selection.tests.map(({ name }) => name).join("\n")}`), ...whole2];
  },
  environment: ({ folder }) => ({ REGREEN_MINITEST: folder }),
  counting: ({ root }) => tracingRuby(root),
  coverage: readTrace,
  async read(remains) {
    const texts3 = await reportsIn(remains.folder, /^minitest-\d+\.jsonl$/);
    if (texts3.length === 0) return null;
    const events = texts3.flatMap((text2) => text2.split("\n")).flatMap(parse6);
    const announced = [...remains.stdout.matchAll(/^(\d+) runs, \d+ assertions, \d+ failures, \d+ errors/gm)].reduce(
      (sum, match) => sum + Number(match[1]),
      0
    );
    const lost = announced > events.length ? `${announced} tests ran and ${events.length} are told of` : null;
    return { results: events.map(toRaw10), form: "report", broken: lost };
  }
};
var eventSchema5 = object({
  class: string(),
  name: string(),
  file: string().nullable(),
  line: number().nullable(),
  status: _enum(["passed", "failed", "skipped"]),
  seconds: number().nullable(),
  message: string().nullable(),
  stack: array(string()).nullable()
});
function parse6(line) {
  try {
    const parsed = eventSchema5.safeParse(JSON.parse(line));
    return parsed.success ? [parsed.data] : [];
  } catch {
    return [];
  }
}
function toRaw10(event) {
  return {
    file: event.file === "unknown" ? null : event.file,
    path: [event.class, event.name || crashed],
    name: `${event.class}#${event.name}`,
    line: event.line,
    status: event.status,
    seconds: event.seconds,
    message: event.message,
    stack: [event.message, ...event.stack ?? []].join("\n"),
    ...expectation(event.message ?? "")
  };
}

// src/suite/ecosystems/languages/rspec.ts
import { join as join39, posix as posix29 } from "node:path";
var options10 = {
  values: new Set(
    "-I -r --require -O --options -f --format -o --out -P --pattern --exclude-pattern -e --example -E --example-matches -t --tag --order --seed --default-path --deprecation-out".split(
      " "
    )
  )
};
var reports = ["-f", "--format", "-o", "--out", "--fail-fast", "--no-fail-fast"];
var ownReport = "rspec-report.json";
function reportOptions(folder) {
  return `--format progress --format json --out ${join39(folder, ownReport).replaceAll(" ", "\\ ")}`;
}
var rspec = {
  runner: "rspec",
  find: (words) => findCall(
    words,
    (rest) => programName(rest[0] ?? "") === "rspec" ? 1 : programName(rest[0] ?? "") === "rake" && rest[1] === "spec" ? 2 : 0
  ),
  render({ before: before2, program: program4, args }, { folder }, selection) {
    if (program4.length === 2) return selection === null ? [...before2, ...program4, ...args] : null;
    const kept2 = without(parseArguments(args, options10), reports);
    const report2 = ["--format", "progress", "--format", "json", "--out", join39(folder, ownReport), "--no-fail-fast"].map(word);
    if (selection === null) return [...before2, ...program4, ...report2, ...allWords(kept2)];
    const own2 = optionsOf(without(kept2, ["-e", "--example", "-E", "--example-matches", "-P", "--pattern"]));
    const isWhole = selection.tests.length === 0 || selection.tests.some(({ id }) => id.endsWith(fileLevel));
    return [...before2, ...program4, ...report2, ...own2, ...(isWhole ? selection.files : selection.tests.map(({ name }) => name)).map(word)];
  },
  files: { [traceFile]: tracer2, [listenerFile]: listener },
  environment: ({ folder }) => ({ SPEC_OPTS: reportOptions(folder) }),
  counting: ({ folder, root }) => ({
    ...tracingRuby(root),
    SPEC_OPTS: `${reportOptions(folder)} --require ${listenerFile.replace(".rb", "")}`
  }),
  coverage: readTrace,
  async read(remains) {
    const results2 = [];
    const texts3 = await reportsIn(remains.folder, /^rspec-.*\.json$/);
    let broken = texts3.length === 0 ? null : "it is not the JSON of RSpec";
    for (const text2 of texts3) {
      const report2 = parseRspec(text2);
      if (report2 === null) continue;
      broken = report2.examples.length === report2.summary.example_count ? null : `it counts ${report2.summary.example_count} examples`;
      for (const example of report2.examples) results2.push(exampleResult(example, remains.cwd));
      if (report2.summary.errors_outside_of_examples_count > 0) results2.push(...await outside2(report2.messages ?? [], remains));
    }
    return texts3.length === 0 ? null : { results: results2, form: "report", broken };
  }
};
var exampleSchema = object({
  id: string(),
  full_description: string(),
  status: _enum(["passed", "failed", "pending"]),
  file_path: string(),
  line_number: number(),
  run_time: number().nullish(),
  exception: object({ class: string(), message: string().nullish(), backtrace: array(string()).nullish() }).nullish()
});
var reportSchema2 = object({
  examples: array(exampleSchema),
  messages: array(string()).optional(),
  summary: object({ example_count: number(), errors_outside_of_examples_count: number().default(0) })
});
function parseRspec(text2) {
  try {
    const parsed = reportSchema2.safeParse(JSON.parse(text2));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
function exampleResult(example, cwd) {
  const message = example.exception?.message?.trim() ?? null;
  return {
    file: posix29.join(cwd, example.file_path),
    path: [example.full_description],
    name: example.id,
    line: example.line_number,
    status: example.status === "pending" ? "skipped" : example.status,
    seconds: example.run_time ?? null,
    message: message === null ? null : `${example.exception?.class ?? ""}: ${message}`,
    stack: [message, ...example.exception?.backtrace ?? []].join("\n"),
    ...expectation(message ?? "")
  };
}
async function outside2(messages, remains) {
  const said = messages.filter((message) => /error/i.test(message));
  const texts3 = said.length > 0 ? said : [[...messages, distill(`${remains.stdout}
${remains.stderr}`)].join("\n")];
  const results2 = [];
  const named2 = /* @__PURE__ */ new Set();
  for (const text2 of texts3.map((each) => each.trim())) {
    const at = /An error occurred while loading (\S+)\.(?:\s|$)/.exec(text2)?.[1];
    const file = at === void 0 ? null : await remains.sources.find(at, remains.directory);
    if (named2.has(file)) continue;
    named2.add(file);
    const whole2 = file === null ? null : posix29.join(remains.root, file);
    results2.push({ file: whole2, path: [fileLevel], name: fileLevel, status: "failed", message: text2, stack: text2 });
  }
  return results2;
}

// src/suite/ecosystems/languages/ruby.ts
var manifests3 = ["Gemfile", "gems.rb", ".rspec", "Rakefile"];
var ruby = {
  name: "Ruby",
  runners: [rspec, minitest],
  isManifest: (name) => manifests3.includes(name) || name.endsWith(".gemspec"),
  manifest: async ({ names: names2 }) => names2.find((name) => manifests3.includes(name) || name.endsWith(".gemspec")) ?? null,
  async guess(folder, manifest) {
    const found = await lineOf3(folder);
    if (found === null) return null;
    const bundled = folder.names.includes("Gemfile.lock") && await folder.program("bundle");
    return {
      runner: found.runner,
      testCommand: `${bundled ? "bundle exec " : ""}${found.line}`,
      setupCommand: bundled ? "bundle install" : null,
      reasons: [`Ruby: ${manifest}`, found.reason, bundled ? "gems of Gemfile.lock" : "gems as they are: those of earlier steps"]
    };
  },
  environment({ dependencies, cwd }) {
    const own2 = join40(cwd, "vendor", "bundle");
    const gems = join40(dependencies, "bundle");
    return {
      ...existsSync4(own2) || !existsSync4(join40(cwd, "Gemfile.lock")) ? {} : { BUNDLE_PATH: gems },
      BUNDLE_APP_CONFIG: join40(dependencies, "bundle-config"),
      DISABLE_SPRING: "1"
    };
  }
};
async function lineOf3(folder) {
  const files3 = await folder.files((file) => /^(?:spec|test)\//.test(file));
  const spec = files3.find((file) => /^spec\/.*_spec\.rb$/.test(file));
  if (spec !== void 0 || folder.names.includes(".rspec"))
    return { runner: "rspec", line: "rspec", reason: `runner rspec: ${spec ?? ".rspec"}` };
  const minitests = files3.filter((file) => /^test\/(?:.*\/)?(?:test_\w+|spec_\w+|\w+_(?:test|spec))\.rb$/.test(file));
  const [test] = minitests;
  if (test === void 0) return null;
  if (await folder.has("bin/rails")) return { runner: "minitest", line: "bin/rails test", reason: "runner minitest: bin/rails" };
  const rakefile = await folder.text("Rakefile") ?? "";
  const isTask = /\bTestTask\.new\s*(?:\(\s*(?::test|["']test["'])\s*\)|do\b|\{|$)/m.test(rakefile);
  if (isTask && await folder.program("rake"))
    return { runner: "minitest", line: "rake test", reason: "runner minitest: the test task of the Rakefile" };
  const forms2 = [...new Set(minitests.map((file) => patterns.find(([pattern]) => pattern.test(posix30.basename(file)))?.[1] ?? ""))];
  const load = `Dir.glob("test/**/${forms2.length === 1 ? forms2[0] : `{${forms2.join(",")}}`}").reject { |f| f.end_with?("test_helper.rb", "spec_helper.rb") }.sort.each { |f| require File.expand_path(f) }`;
  return { runner: "minitest", line: `ruby -Ilib -Itest -e '${load}'`, reason: `runner minitest: ${test}` };
}
var patterns = [
  [/_test\.rb$/, "*_test.rb"],
  [/_spec\.rb$/, "*_spec.rb"],
  [/^test_/, "test_*.rb"],
  [/^spec_/, "spec_*.rb"]
];

// src/suite/ecosystems/languages/rust.ts
import { join as join44 } from "node:path";

// src/suite/ecosystems/languages/cargo.ts
import { existsSync as existsSync5, readFileSync as readFileSync3 } from "node:fs";
import { join as join43, posix as posix33 } from "node:path";

// src/suite/ecosystems/languages/crates.ts
import { join as join41, posix as posix31 } from "node:path";
var holdsTests = /#\[(?:\w+::)*(?:test|rstest|test_case|quickcheck|cfg\(test\))|proptest!|^\s*\/\/[/!]\s*```/m;
async function crateTestsOf(changed, sources) {
  const crates = await readCrates(sources);
  const own2 = crateOf(changed, crates);
  if (own2 === null) return null;
  const reached = /* @__PURE__ */ new Set([own2]);
  for (const each of reached) for (const other2 of crates) if (other2.isOpen || names(other2, each)) reached.add(other2);
  if (reached.size === crates.length) return null;
  const tests3 = [];
  for (const file of await sources.files()) {
    const crate = file.endsWith(".rs") ? crateOf(file, crates) : null;
    if (crate !== null && reached.has(crate) && holdsTests.test((await sources.lines(file) ?? []).join("\n"))) tests3.push(file);
  }
  return tests3;
}
async function readCrates(sources) {
  const manifests4 = await listTree(sources.root, { limit: 2e3, wanted: (path2) => posix31.basename(path2) === "Cargo.toml" });
  const outward = /* @__PURE__ */ new Set();
  for (const file of (await sources.files()).filter((each) => each.endsWith(".rs")))
    if ((await sources.lines(file) ?? []).some((line) => /#\[path\s*=|\binclude(?:_str|_bytes)?!\s*\(.*\.\.\//.test(line)))
      outward.add(file);
  const found = [];
  for (const path2 of manifests4) {
    const manifest = await readText(join41(sources.root, path2), 1 << 20) ?? "";
    const name = crateName(manifest);
    if (name !== null) found.push({ name, folder: path2 === "Cargo.toml" ? "" : posix31.dirname(path2), manifest });
  }
  const crates = found.map((each) => ({ ...each, isOpen: false }));
  const open = new Set([...outward].map((file) => crateOf(file, crates)?.folder));
  return crates.map((each) => ({ ...each, isOpen: open.has(each.folder) }));
}
function crateName(manifest) {
  return /^\[package\][^[]*?^name\s*=\s*["']([\w-]+)["']/ms.exec(manifest)?.[1] ?? null;
}
function crateOf(file, crates) {
  const holding = crates.filter(({ folder }) => folder === "" || file.startsWith(`${folder}/`));
  return holding.sort((a, b) => b.folder.length - a.folder.length)[0] ?? null;
}
function names({ manifest, name }, other2) {
  const rest = manifest.replace(new RegExp(`^name\\s*=\\s*["']${escapeRegex(name)}["']`, "m"), "");
  return new RegExp(`(?<![\\w-])${escapeRegex(other2.name).replace(/[-_]/g, "[-_]")}(?![\\w-])`).test(rest);
}

// src/suite/ecosystems/languages/libtest.ts
var header = /^\s*(?:Running (?:unittests )?(\S+)(?: \((?:.*[\\/])?([\w-]+?)(?:-[0-9a-f]{8,})?(?:\.exe)?\))?|Doc-tests (\S+))\s*$/;
var testLine = /^test (\S(?:.*\S)?) \.\.\. (ok|FAILED|ignored)(?:, .*)?(?: <[\d.]+s>)?$/;
var benchLine = /^test (\S(?:.*\S)?) \.\.\. bench: /;
var totals = /^test result: (ok|FAILED)\. (\d+) passed; (\d+) failed; (\d+) ignored; (\d+) measured;/;
function parseLibtest(text2, headers) {
  const announced = headers.split("\n").flatMap((line) => {
    const match = header.exec(line);
    if (match === null) return [];
    return [match[3] === void 0 ? { label: match[1] ?? "", crate: match[2] ?? null } : { label: `doc: ${match[3]}`, crate: match[3] }];
  });
  const blocks = [];
  for (const line of text2.split("\n")) {
    if (/^running \d+ tests?$/.test(line)) blocks.push([]);
    blocks.at(-1)?.push(line);
  }
  return blocks.map((lines2, index) => ({
    ...readBlock(lines2),
    label: announced[index]?.label ?? "",
    crate: announced[index]?.crate ?? null
  }));
}
function readBlock(lines2) {
  const promised = Number(/^running (\d+)/.exec(lines2[0] ?? "")?.[1] ?? 0);
  const status = /* @__PURE__ */ new Map();
  let sums = null;
  for (const line of lines2) {
    if (sums !== null || line.length > 4e3) continue;
    const match = testLine.exec(line);
    const name = match?.[1]?.replace(/ - should panic$/, "") ?? "";
    if (match !== null) status.set(name, match[2] === "ok" ? "passed" : match[2] === "FAILED" ? "failed" : "skipped");
    else if (benchLine.test(line)) status.set(benchLine.exec(line)?.[1] ?? "", "passed");
    else sums = totals.exec(line);
  }
  const outputs2 = sections(lines2);
  const tests3 = [...status].map(([name, each]) => ({ name, status: each, output: outputs2.get(name) ?? "" }));
  const count = (wanted) => tests3.filter((test) => test.status === wanted).length;
  const fits = sums !== null && count("passed") === Number(sums[2]) + Number(sums[5]) && count("failed") === Number(sums[3]) && count("skipped") === Number(sums[4]) && tests3.length === promised;
  return { tests: tests3, broken: fits ? null : sums === null ? "it ended before its totals" : "its lines do not add up to its totals" };
}
function sections(lines2) {
  const found = /* @__PURE__ */ new Map();
  let name = null;
  for (const line of lines2) {
    const start2 = line.length > 4e3 ? null : /^---- (.+) std(?:out|err) ----$/.exec(line);
    if (start2 !== null) name = start2[1] ?? null;
    else if (/^(?:failures:|successes:|test result: )/.test(line)) name = null;
    else if (name !== null) found.set(name, `${found.get(name) ?? ""}${line}
`);
  }
  return found;
}

// src/suite/ecosystems/languages/rust-coverage.ts
import { mkdir as mkdir5 } from "node:fs/promises";
import { join as join42, posix as posix32 } from "node:path";

// src/suite/ecosystems/languages/rust-probes.ts
var countsVariable = "REGREEN_COUNTS";
function probed(source3, grain, first) {
  const code = blanked(source3, rustLexis);
  const tests3 = testRanges(code);
  const bodies = rustFunctions(code).filter(
    (body) => !tests3.some(({ from, to }) => from <= body.from && body.to <= to) && !/^\s*#!/.test(code.slice(body.from, body.to))
  );
  if (bodies.length === 0) return null;
  const inserts = [];
  const parts = [];
  for (const body of bodies) {
    const own2 = [body, ...grain === "blocks" ? innerParts(code, body) : []];
    inserts.push({ at: body.from, text: `${counter2(first + parts.length, own2.length)} regreen_hit(0);` });
    for (const [index, { from, to, wrapped = false }] of own2.entries()) {
      if (index === 0) continue;
      inserts.push({ at: from, text: wrapped ? `{ regreen_hit(${index}); ` : ` regreen_hit(${index}); ` });
      if (wrapped) inserts.push({ at: to, text: " }" });
    }
    parts.push(...own2);
  }
  const lines2 = linesOf2(withoutComments(source3), parts);
  return { text: withInserts(source3, inserts), parts: new Map(lines2.map((own2, index) => [first + index, own2])) };
}
function counter2(first, count) {
  const atomic = "regreen_std::sync::atomic::AtomicUsize";
  const words = Array.from({ length: Math.ceil(count / 16) }, () => `${atomic}::new(0)`);
  return [
    "fn regreen_hit(at: usize) { extern crate std as regreen_std;",
    `static SEEN: [${atomic}; ${words.length}] = [${words.join(", ")}];`,
    "let bit = 1usize << (at % 16);",
    "if SEEN[at / 16].fetch_or(bit, regreen_std::sync::atomic::Ordering::Relaxed) & bit != 0 { return; }",
    `if let Ok(path) = regreen_std::env::var("${countsVariable}") {`,
    "if let Ok(mut file) = regreen_std::fs::OpenOptions::new().append(true).create(true).open(path) {",
    `let mut line = regreen_std::string::ToString::to_string(&(${first} + at)); line.push('\\n');`,
    "let _ = regreen_std::io::Write::write_all(&mut file, line.as_bytes()); } } }"
  ].join(" ");
}
function testRanges(code) {
  const ranges = [];
  for (const match of code.matchAll(/#\[\s*(?:cfg\s*\(\s*test\s*\)|(?:\w+::)*test\b[^\]]*)\s*\]/g)) {
    const open = code.indexOf("{", match.index);
    const end2 = open === -1 ? -1 : closing(code, open);
    if (end2 !== -1 && !code.slice(match.index, open).includes(";")) ranges.push({ from: open, to: end2 });
  }
  return ranges;
}
function innerParts(code, body) {
  const parts = [];
  const pattern = /\w+!\s*[({[]|#!?\[|\b(?:if|while|for)\b|\b(?:else|loop)\s*\{|=>/g;
  pattern.lastIndex = body.from;
  for (let match = pattern.exec(code); match !== null && match.index < body.to; match = pattern.exec(code)) {
    const end2 = pattern.lastIndex;
    if (/[![]/.test(match[0])) {
      const close = closing(code, end2 - 1);
      if (close !== -1) pattern.lastIndex = close + 1;
    } else if (match[0].startsWith("=>")) {
      const first = /\S/.exec(code.slice(end2, end2 + 1e3))?.index ?? 0;
      if (code[end2 + first] === "{") parts.push(...blockAt(code, end2 + first));
      else parts.push(...armAt(code, end2));
    } else if (match[0].endsWith("{")) parts.push(...blockAt(code, end2 - 1));
    else {
      const open = blockBehind(code, end2, body.to);
      if (open === null) continue;
      parts.push(...blockAt(code, open));
      const isArm = /=>\s*$/.test(code.slice(Math.max(0, match.index - 40), match.index));
      if (match[0] === "if" && !isArm) parts.push(...restBehind(code, closing(code, open) + 1));
    }
  }
  return parts;
}
function blockAt(code, open) {
  const end2 = closing(code, open);
  return end2 === -1 || /^\s*#!/.test(code.slice(open + 1, end2)) ? [] : [{ from: open + 1, to: end2 }];
}
function blockBehind(code, from, to) {
  for (let at = from; at < to; at += 1) {
    const char = code[at] ?? "";
    if (char === ";" || char === "}") return null;
    if (char !== "(" && char !== "[" && char !== "{") continue;
    const end2 = closing(code, at);
    if (end2 === -1) return null;
    if (char === "{") {
      if (/=>|\b(?:match|unsafe|if|loop|async|const)\b/.test(code.slice(from, at))) return null;
      if (!/^\s*(?:=(?!=)|in\b|\||,|\))/.test(code.slice(end2 + 1, end2 + 80))) return at;
    }
    at = end2;
  }
  return null;
}
function armAt(code, from) {
  if (/^(?:if|match|loop|while|for|unsafe|async|const)\b/.test(code.slice(from, from + 200).trimStart())) return [];
  for (let at = from; at < code.length; at += 1) {
    const char = code[at] ?? "";
    if (char === "," || char === "}") return at > from ? [{ from, to: at, wrapped: true }] : [];
    if (char === "|" || char === "<" || char === ";" || char === ">") return [];
    if (char !== "(" && char !== "[" && char !== "{") continue;
    const end2 = closing(code, at);
    if (end2 === -1) return [];
    at = end2;
  }
  return [];
}
function restBehind(code, from) {
  const next = /^\s*\n\s*(?!else\b|as\b)[A-Za-z_]/.exec(code.slice(from, from + 400));
  if (next === null) return [];
  for (let at = from; at < code.length; at += 1) {
    const char = code[at] ?? "";
    if (char === "}") return [{ from, to: at }];
    if (char !== "(" && char !== "[" && char !== "{") continue;
    const end2 = closing(code, at);
    if (end2 === -1) return [];
    at = end2;
  }
  return [];
}
function withInserts(source3, inserts) {
  const pieces = [];
  let from = 0;
  for (const { at, text: text2 } of [...inserts].sort((a, b) => a.at - b.at)) {
    pieces.push(source3.slice(from, at), text2);
    from = at;
  }
  return [...pieces, source3.slice(from)].join("");
}
function withoutComments(source3) {
  const pieces = [];
  for (let at = 0; at < source3.length; ) {
    const next = Math.max(rustLexis.skip(source3, at), at + 1);
    const piece = source3.slice(at, next);
    pieces.push(/^\/[/*]/.test(piece) ? piece.replace(/[^\n]/g, " ") : piece);
    at = next;
  }
  return pieces.join("");
}
function linesOf2(code, parts) {
  const lines2 = parts.map(() => /* @__PURE__ */ new Set());
  const order = [...parts.keys()].sort(
    (a, b) => (parts[a]?.from ?? 0) - (parts[b]?.from ?? 0) || (parts[b]?.to ?? 0) - (parts[a]?.to ?? 0)
  );
  const open = [];
  let next = 0;
  let line = 1;
  for (let at = 0; at < code.length; at += 1) {
    while (open.length > 0 && (parts[open.at(-1) ?? 0]?.to ?? 0) <= at) open.pop();
    for (; next < order.length && (parts[order[next] ?? 0]?.from ?? 0) <= at; next += 1) open.push(order[next] ?? 0);
    const char = code[at] ?? "";
    if (char === "\n") line += 1;
    else if (char.trim() !== "" && open.length > 0) lines2[open.at(-1) ?? 0]?.add(line);
  }
  return lines2.map((own2) => [...own2]);
}

// src/suite/ecosystems/languages/rust-coverage.ts
var runner = "regreen-count";
var compiler = "regreen-count-rustc";
var grains = ["blocks", "functions"];
var maxBytes4 = 2 ** 20;
var mostFiles = 3e3;
var runnerSource = `#!/bin/sh
"$@"
code=$?
own="$REGREEN_COVER/cover-$$"
mkdir "$own" || exit $code
program=$1
echo "\${program##*/}" > "$own/program"
"$program" --list 2>/dev/null | sed -n 's/: test$//p' > "$own/names"
ends=$(($(date +%s) + 10))
number=0
alone() {
  number=$((number + 1))
  ${countsVariable}="$own/$number.counts" timeout -s KILL 10 "$program" --exact "$1" >/dev/null 2>&1
  echo "$1" > "$own/$number.name"
}
while read -r name; do
  [ -n "$name" ] && grep -qxF "$name" "$own/names" && alone "$name"
done <<END
$REGREEN_COVER_FIRST
END
while read -r name; do
  [ "$(date +%s)" -lt "$ends" ] || break
  case "
$REGREEN_COVER_FIRST
" in *"
$name
"*) continue ;; esac
  alone "$name"
done < "$own/names"
exit $code
`;
var compilerSource = `#!/bin/sh
${hasRustSource}
hasSource "$@" || exec "$@"
said="$REGREEN_COVER/said-$$"
for grain in ${grains.join(" ")}; do
  if (cd "$REGREEN_COVER/$grain\${PWD#"$REGREEN_TREE"}" && exec "$@" --cap-lints warn) > "$said" 2>&1; then
    cat "$said" >&2
    exit 0
  fi
done
exec "$@"
`;
var rustCoverageFiles = { [runner]: runnerSource, [compiler]: compilerSource };
async function counting2({ folder, root }, failing) {
  const sources = await readSources(root);
  if (sources === null) return {};
  for (const grain of grains) {
    await mkdir5(join42(folder, grain));
    const texts3 = [...probesOf(sources, grain)].map(([path2, { text: text2 }]) => [path2, text2]);
    await shadowTree(root, join42(folder, grain), new Map(texts3));
  }
  return {
    ...rustRunner(runner),
    RUSTC_WORKSPACE_WRAPPER: compiler,
    PATH: folder,
    REGREEN_COVER: folder,
    REGREEN_TREE: root,
    REGREEN_COVER_FIRST: failing.map(({ name }) => name).join("\n")
  };
}
async function readSources(root) {
  const files3 = (await new SourceIndex(root).files()).filter((path2) => isRustSource(path2) && !isTestFile(path2)).sort();
  if (files3.length === 0 || files3.length > mostFiles) return null;
  const texts3 = /* @__PURE__ */ new Map();
  const ofMacros = /* @__PURE__ */ new Map();
  for (const path2 of files3) {
    const text2 = await isOfMacros(root, posix32.dirname(path2), ofMacros) ? null : await readText(join42(root, path2), maxBytes4);
    if (text2 !== null) texts3.set(path2, text2);
  }
  return texts3;
}
async function isOfMacros(root, folder, known2) {
  const there = known2.get(folder);
  if (there !== void 0) return there;
  const text2 = await readText(join42(root, folder, "Cargo.toml"), maxBytes4);
  const is = text2 !== null ? isMacroCrate(text2) : folder !== "." && await isOfMacros(root, posix32.dirname(folder), known2);
  known2.set(folder, is);
  return is;
}
function probesOf(sources, grain) {
  const found = /* @__PURE__ */ new Map();
  let first = grain === "blocks" ? 0 : 1e7;
  for (const [path2, source3] of sources) {
    const made2 = probed(source3, grain, first);
    if (made2 === null) continue;
    found.set(path2, made2);
    first += made2.parts.size;
  }
  return found;
}
async function readCounts({ folder, root }, results2) {
  const owns = (await namesIn(folder)).filter((name) => /^cover-\d+$/.test(name));
  const sources = owns.length === 0 ? null : await readSources(root);
  if (sources === null) return null;
  const parts = /* @__PURE__ */ new Map();
  for (const grain of grains)
    for (const [path2, made2] of probesOf(sources, grain)) for (const [number3, lines2] of made2.parts) parts.set(number3, { path: path2, lines: lines2 });
  const tests3 = [];
  for (const own2 of owns) {
    const program4 = (await readPlainFile(join42(folder, own2, "program"), 4096) ?? "").trim().replace(/-[0-9a-f]+$/, "");
    for (const file of (await namesIn(join42(folder, own2))).filter((name) => name.endsWith(".name"))) {
      const [name, counts] = await Promise.all(
        [file, file.replace(".name", ".counts")].map((each) => readPlainFile(join42(folder, own2, each), maxBytes4))
      );
      const result = resultOf2((name ?? "").trim(), program4, results2);
      if (result === null || counts === null) continue;
      tests3.push({ id: result.id, failed: result.status === "failed", lines: linesIn(counts ?? "", parts) });
    }
  }
  return tests3.length === 0 ? null : { tests: tests3 };
}
function resultOf2(name, program4, results2) {
  const named2 = results2.filter((result) => result.name === name);
  const isOfProgram = ({ file }) => file !== null && new RegExp(`(?:^|/)tests/${program4}(?:\\.rs$|/)`).test(file.replaceAll("-", "_"));
  const own2 = named2.filter(isOfProgram);
  const [first = null] = own2.length > 0 ? own2 : named2.filter(({ file }) => named2.length === 1 || !/(?:^|\/)tests\//.test(file ?? ""));
  return first;
}
function linesIn(counts, parts) {
  const found = /* @__PURE__ */ new Map();
  for (const word2 of counts.split("\n")) {
    const part = word2 === "" ? void 0 : parts.get(Number(word2));
    if (part === void 0) continue;
    const own2 = found.get(part.path) ?? /* @__PURE__ */ new Set();
    found.set(part.path, own2);
    for (const line of part.lines) own2.add(line);
  }
  return new Map([...found].map(([path2, own2]) => [path2, [...own2]]));
}

// src/suite/ecosystems/languages/cargo.ts
var options11 = {
  values: new Set(
    "-p --package --exclude --bin --example --test --bench -F --features --profile --target --target-dir --manifest-path --message-format --color --config -Z -j --jobs -E --filter-expr --filterset -P --cargo-profile --test-threads --retries --partition --run-ignored --tool-config-file --config-file".split(
      " "
    )
  )
};
function cargoVerb(rest, verbs) {
  if (programName(rest[0] ?? "") !== "cargo") return 0;
  const at = rest[1]?.startsWith("+") === true ? 2 : 1;
  return verbs.every((verb, index) => rest[at + index] === verb) ? at + verbs.length : 0;
}
var cargoTest = {
  runner: "cargo test",
  files: rustCoverageFiles,
  counting: counting2,
  coverage: readCounts,
  find: (words) => findCall(words, (rest) => cargoVerb(rest, ["test"]) || cargoVerb(rest, ["t"])),
  render({ before: before2, program: program4, args }, { cwd }, selection) {
    const { own: own2, behind: behind2 } = atDashes(args);
    const kept2 = without(parseArguments(own2, options11), ["-q", "--quiet", "--no-fail-fast", "--message-format"]);
    const inner = behind2.slice(1).filter(({ value }) => !/^(?:-q|--quiet|--nocapture|--no-capture|--show-output|--format=\S+)$/.test(value ?? ""));
    const start2 = [...before2, ...program4, word("--no-fail-fast")];
    if (selection === null) return [...start2, ...allWords(kept2), ...inner.length > 0 ? [word("--"), ...inner] : []];
    if (selection.tests.length === 0) {
      const crates = cratesOf(selection.files, cwd);
      if (crates === null || kept2.some(({ option }) => option !== null && chooses.test(option))) return null;
      const rest = optionsOf(without(kept2, ["--workspace", "--all"]));
      return [
        ...start2,
        ...rest,
        ...crates.flatMap((crate) => [word("-p"), word(crate)]),
        ...inner.length > 0 ? [word("--"), ...inner] : []
      ];
    }
    if (selection.tests.some(({ id }) => id.endsWith(fileLevel))) return null;
    const names2 = selection.tests.map(({ name }) => word(name));
    const exact = selection.tests.some(({ name }) => /\s/.test(name)) ? [] : [word("--exact")];
    return [...start2, ...optionsOf(kept2), word("--"), ...inner.filter(({ value }) => value?.startsWith("-") === true), ...exact, ...names2];
  },
  async read(remains) {
    const targets2 = parseLibtest(plain(remains.stdout), plain(remains.stderr) || plain(remains.stdout));
    if (targets2.length === 0) return compileFailure(remains);
    const results2 = [];
    for (const target of targets2)
      for (const test of target.tests) results2.push(await toRaw11(test.name, test.status, test.output, target.label, target.crate, remains));
    const failedToBuild = (await compileFailure(remains))?.results ?? [];
    return { results: [...results2, ...failedToBuild], form: "text", broken: targets2.find(({ broken }) => broken !== null)?.broken ?? null };
  }
};
var nextest = {
  runner: "cargo nextest",
  find: (words) => findCall(words, (rest) => cargoVerb(rest, ["nextest", "run"]) || cargoVerb(rest, ["nextest", "r"])),
  files: { "nextest.toml": '[profile.default.junit]\npath = "regreen-junit.xml"\n[profile.ci.junit]\npath = "regreen-junit.xml"\n' },
  render({ before: before2, program: program4, args }, { folder }, selection) {
    const { own: own2, behind: behind2 } = atDashes(args);
    const kept2 = without(parseArguments(own2, options11), ["--no-fail-fast", "--fail-fast"]);
    const report2 = [word("--tool-config-file"), word(`regreen:${join43(folder, "nextest.toml")}`), word("--no-fail-fast")];
    const start2 = [...before2, ...program4, ...report2];
    if (selection === null) return [...start2, ...allWords(kept2), ...behind2];
    if (selection.tests.length === 0) return null;
    const exact = selection.tests.map(({ name }) => `test(=${name.replace(/([\\),])/g, "\\$1")})`);
    return [...start2, ...optionsOf(without(kept2, ["-E", "--filter-expr", "--filterset"])), word("-E"), word(exact.join(" + "))];
  },
  async read(remains) {
    const target = remains.env.CARGO_TARGET_DIR ?? join43(remains.cwd, "target");
    const folders2 = ["default", "ci"].flatMap((profile) => [
      join43(remains.folder, "target", "nextest", profile),
      join43(target, "nextest", profile)
    ]);
    const texts3 = (await Promise.all(folders2.map((folder) => reportsIn(folder, /^regreen-junit\.xml$/, remains.startedAt)))).flat();
    return readJUnit(texts3, (each) => {
      const [crate = "", target2] = (each.classname ?? "").split("::");
      const label = target2 === void 0 ? "src/lib.rs" : `tests/${target2}.rs`;
      return toRaw11(each.name, each.status, each.details ?? each.output, label, crate, remains);
    });
  }
};
var chooses = /^(?:-p|--package|--exclude|--manifest-path|--lib|--bins?|--bin|--examples?|--tests?|--test|--bench(?:es)?|--doc)$/;
function cratesOf(files3, cwd) {
  const crates = /* @__PURE__ */ new Set();
  for (const file of files3) {
    let folder = posix33.dirname(file);
    while (folder !== "." && !existsSync5(join43(cwd, folder, "Cargo.toml"))) folder = posix33.dirname(folder);
    const manifest = join43(cwd, folder, "Cargo.toml");
    const crate = existsSync5(manifest) ? crateName(readFileSync3(manifest, "utf8")) : null;
    if (crate === null) return null;
    crates.add(crate);
  }
  return [...crates];
}
async function toRaw11(name, status, output2, label, crate, remains) {
  const folder = await folderOfCrate(label, crate, remains);
  const parts = name.split("::");
  const file = label.startsWith("doc: ") ? docFile(name) : await fileOfModule(posix33.join(folder, label), parts, remains);
  const found = file === null ? null : await remains.sources.find(file, folder);
  const text2 = output2.replace(/^note: run with `RUST_BACKTRACE.*$/m, "").trim();
  return {
    file: found === null ? null : posix33.join(remains.root, found),
    fileInId: found !== null,
    path: [...found === null ? [label] : [], ...parts],
    name,
    line: found === null ? null : await remains.sources.lineOf(found, new RegExp(`\\bfn ${escapeRegex(parts.at(-1) ?? "")}\\b`)),
    status,
    message: status === "failed" ? panicMessage(text2) : null,
    stack: text2,
    ...expectation(text2)
  };
}
function docFile(name) {
  return /^(\S+\.rs) - /.exec(name)?.[1] ?? null;
}
function panicMessage(text2) {
  const current = /panicked at [^\n]+\.rs:\d+:\d+:\n([\s\S]*)/.exec(text2)?.[1];
  const older = /panicked at '([\s\S]*?)', [^\n]+\.rs:\d+:\d+/.exec(text2)?.[1];
  return (current ?? older ?? text2).trim() || "failed";
}
async function folderOfCrate(label, crate, { sources, directory, root }) {
  if (crate === null) return directory;
  const candidates = (await sources.ending(label)).map((file) => file.slice(0, -label.length - 1));
  if (candidates.length <= 1) return candidates[0] ?? directory;
  for (const folder of candidates) {
    const name = /^name\s*=\s*"([^"]+)"/m.exec(await readText(join43(root, folder, "Cargo.toml"), 1 << 20) ?? "")?.[1];
    if (name?.replaceAll("-", "_") === crate.replaceAll("-", "_")) return folder;
  }
  return directory;
}
async function fileOfModule(start2, parts, { sources }) {
  const base = posix33.dirname(start2);
  if (!base.split("/").includes("src")) return start2;
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const module = posix33.join(base, ...parts.slice(0, length));
    for (const file of [`${module}.rs`, `${module}/mod.rs`]) if (await sources.has(file)) return file;
  }
  return start2;
}
async function compileFailure({ stderr, sources, directory, root }) {
  const text2 = plain(stderr);
  if (!/^error: could not compile/m.test(text2)) return null;
  const errors = text2.slice(Math.max(0, text2.search(/^error(?:\[E\d+\])?: /m)));
  const at = /^\s*--> (\S+\.rs):(\d+)/m.exec(errors);
  const file = at?.[1] === void 0 ? null : await sources.find(at[1], directory);
  const result = {
    file: file === null ? null : posix33.join(root, file),
    path: [fileLevel],
    name: fileLevel,
    line: at === null ? null : Number(at[2]),
    status: "failed",
    message: errors.slice(0, 6e3),
    stack: errors.slice(0, 16e3)
  };
  return { results: [result], form: "text", broken: null };
}

// src/suite/ecosystems/languages/rust.ts
var rust = {
  name: "Rust",
  runners: [nextest, cargoTest],
  isManifest: (name) => name === "Cargo.toml",
  manifest: async ({ names: names2 }) => names2.includes("Cargo.toml") ? "Cargo.toml" : null,
  async guess(folder, manifest) {
    const text2 = await folder.text("Cargo.toml") ?? "";
    const isWorkspace = /^\[workspace/m.test(text2);
    const usesNextest = await folder.has(".config/nextest.toml") && await folder.program("cargo-nextest");
    const asks = /^\[(?:[\w.'"()-]+\.)?(?:dev-|build-)?dependencies/m.test(text2) || isWorkspace;
    const locked = folder.names.includes("Cargo.lock");
    const line = usesNextest ? "cargo nextest run" : "cargo test";
    return {
      runner: usesNextest ? "cargo nextest" : "cargo test",
      testCommand: isWorkspace ? `${line} --workspace` : line,
      setupCommand: asks ? `cargo fetch${locked ? " --locked" : ""}` : null,
      reasons: [
        `Rust: ${manifest}${isWorkspace ? ", a workspace" : ""}`,
        usesNextest ? "runner cargo nextest: .config/nextest.toml" : "runner cargo test",
        asks ? "setup command: there are dependencies" : "nothing to install: no dependencies"
      ]
    };
  },
  environment({ profile, dependencies, build, home, exists: exists2 }) {
    const registry = home === null ? null : join44(home, ".cargo");
    const isFilled = registry !== null && exists2(join44(registry, "registry", "cache"));
    const toolchains = home === null ? null : join44(home, ".rustup");
    return {
      CARGO_HOME: isFilled ? registry : join44(dependencies, "cargo"),
      CARGO_TARGET_DIR: join44(build, "target"),
      CARGO_TERM_COLOR: "never",
      CARGO_INCREMENTAL: "0",
      RUST_BACKTRACE: "0",
      ...toolchains !== null && exists2(toolchains) ? { RUSTUP_HOME: toolchains } : {},
      ...profile === "test" ? { CARGO_NET_OFFLINE: "true" } : {}
    };
  }
};

// src/suite/ecosystems/languages/runners.ts
var languages = [bun, rust, go, jvm, dotnet, elixir, php, ruby, python, cmake, perl, targets];
var adapters = languages.flatMap(({ runners: runners2 }) => runners2);

// src/suite/ecosystems/languages/line.ts
function readLanguageLine(command, scripts2 = {}) {
  const expanded = expandScripts(command, scripts2);
  if (expanded === null) return null;
  const pieces = withoutParentheses(expanded);
  const calls = /* @__PURE__ */ new Map();
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind !== "command") continue;
    for (const adapter of adapters) {
      const call = adapter.find(piece.words);
      if (call === null) continue;
      calls.set(index, { adapter, call });
      break;
    }
  }
  return { pieces, calls };
}
function withoutParentheses(pieces) {
  const [first, ...rest] = pieces;
  const inner = rest.slice(0, -1);
  const isWrapped = first?.kind === "glue" && first.raw.trim() === "(" && rest.at(-1)?.kind === "glue" && rest.at(-1)?.raw.trim() === ")";
  return isWrapped && !inner.some((piece) => piece.kind === "glue" && /[()]/.test(piece.raw)) ? inner : pieces;
}
async function lineIn2(command, cwd) {
  const reading = await readManifest(cwd);
  const scripts2 = reading.kind === "read" ? reading.manifest.scripts : {};
  const line = readLanguageLine(command, scripts2);
  if (line === null || line.calls.size > 0) return line;
  const targets2 = readLanguageLine(await expandTargets(command, cwd), scripts2);
  return targets2 !== null && targets2.calls.size > 0 ? targets2 : line;
}
function renderWholeLine(line, tools2) {
  return line.pieces.map((piece, index) => {
    if (piece.kind === "glue") return piece.raw;
    const found = line.calls.get(index);
    const words = found?.adapter.render(found.call, tools2, null) ?? null;
    return words === null ? piece.raw : renderCommand({ ...piece, words });
  }).join("");
}
var namesOnly = /* @__PURE__ */ new Set(["ctest", "django"]);
function renderPart(line, tools2, selection) {
  const [only] = [...line.calls];
  if (only === void 0 || line.calls.size !== 1) return null;
  const [at, { adapter, call }] = only;
  const before2 = [];
  for (const [index, piece2] of line.pieces.entries()) {
    if (piece2.kind === "glue") {
      if (index < at && /[|&;()]/.test(piece2.raw.replaceAll("&&", ""))) return null;
    } else if (index < at) {
      if (/^(?:cd|pushd)$/.test(piece2.words[0]?.value ?? "") && !namesOnly.has(adapter.runner)) return null;
      before2.push(piece2.raw);
    }
  }
  const piece = line.pieces[at];
  const words = adapter.render(call, tools2, selection);
  if (words === null || piece?.kind !== "command") return null;
  return [...before2, renderCommand({ assignments: piece.assignments, words, redirections: [] })].join(" && ");
}

// src/suite/ecosystems/languages/prepare.ts
import { mkdir as mkdir7, writeFile as writeFile5 } from "node:fs/promises";
import { dirname as dirname3, join as join50, posix as posix37 } from "node:path";

// src/suite/ecosystems/languages/environment.ts
var import_node_crypto2 = __toESM(require_crypto(), 1);
import { existsSync as existsSync7 } from "node:fs";
import { mkdir as mkdir6, realpath as realpath4 } from "node:fs/promises";
import { join as join46 } from "node:path";

// src/suite/ecosystems/languages/build-seed.ts
import { existsSync as existsSync6 } from "node:fs";
import { cp as cp2, rename, rm } from "node:fs/promises";
import { join as join45 } from "node:path";
var kept = ["go-build", "target"];
var seedOf = (scratch) => join45(scratch, "build-seed");
async function sow(scratch, build) {
  for (const name of kept) {
    const seed = join45(seedOf(scratch), name);
    if (existsSync6(seed)) await cp2(seed, join45(build, name), { recursive: true, preserveTimestamps: true }).catch(() => void 0);
  }
}
async function keepSeed(scratch, build) {
  const seed = seedOf(scratch);
  if (existsSync6(seed) || !kept.some((name) => existsSync6(join45(build, name)))) return;
  const making = `${seed}-${process.pid}`;
  try {
    for (const name of kept)
      if (existsSync6(join45(build, name))) await cp2(join45(build, name), join45(making, name), { recursive: true, preserveTimestamps: true });
    await rename(making, seed);
  } catch {
    await rm(making, { recursive: true, force: true });
  }
}

// src/suite/ecosystems/languages/environment.ts
var homeCaches = [
  ...["go/pkg/mod", ".cargo/registry", ".cargo/git", ".rustup", ".m2/repository", ".gradle/caches", ".gradle/wrapper", ".local/lib"],
  ...[
    ".local/share/gem",
    ".local/share/pypoetry",
    ".local/share/uv/python",
    ".local/share/uv/tools",
    ".gem/ruby",
    ".bundle/cache",
    ".nuget/packages",
    ".mix",
    ".hex/packages",
    ".cache/pypoetry"
  ],
  ...["perl5"]
];
async function surroundings({ env, root, cwd }, profile) {
  const scratch = await realpath4(env.scratch);
  const dependencies = join46(scratch, "dependencies");
  const build = join46(scratch, `build-${(0, import_node_crypto2.createHash)("sha256").update(root).digest("hex").slice(0, 16)}`);
  await mkdir6(dependencies, { recursive: true });
  const isNew = await mkdir6(build, { recursive: true }) !== void 0;
  if (isNew) await sow(scratch, build);
  const home = userHome();
  const caches = { profile, dependencies, build, home, exists: existsSync7, cwd, root };
  const own2 = Object.assign({}, ...languages.map((language) => language.environment?.(caches) ?? {}));
  const bins = [
    join46(cwd, ".venv", "bin"),
    join46(cwd, "venv", "bin"),
    join46(dependencies, "venv", "bin"),
    join46(cwd, "node_modules", ".bin")
  ].filter((path2) => existsSync7(path2));
  const shown = Object.entries(env.testEnv).filter(([name]) => name in own2);
  return {
    environment: { ...own2, ...Object.fromEntries(shown), ...bins.length > 0 ? { PATH: bins.join(":") } : {} },
    writable: profile === "install" ? [dependencies, build] : [build],
    keep: () => keepSeed(scratch, build),
    readable: [dependencies, ...homeCaches.map((path2) => join46(home, path2)).filter((path2) => existsSync7(path2))]
  };
}

// src/suite/ecosystems/languages/related.ts
import { posix as posix36 } from "node:path";

// src/suite/ecosystems/languages/go-imports.ts
import { join as join47, posix as posix34 } from "node:path";
var maxFiles3 = 1e4;
async function goTestsOf(changed, directory, sources) {
  const files3 = (await sources.files()).filter((file) => file.endsWith(".go") && !/(?:^|\/)(?:testdata|_[^/]*)\//.test(file));
  const modules = await readModules(join47(sources.root, directory));
  if (files3.length > maxFiles3 || !await isOfModules(changed, modules, directory, sources.root)) return null;
  const folders2 = new Set(files3.map((file) => posix34.dirname(file)));
  const read3 = await Promise.all(files3.map((file) => readGo(file, { modules, directory, folders: folders2 }, sources)));
  const home = posix34.dirname(changed);
  const open = read3.filter((each) => !each.isTest && each.isOpen).map(({ folder }) => folder);
  const reached = new Set(changed.endsWith("_test.go") ? [] : [home, ...open]);
  for (const folder of reached) for (const each of read3) if (!each.isTest && each.imports.has(folder)) reached.add(each.folder);
  const concerns = ({ folder, imports, isOpen }) => folder === home || reached.has(folder) || isOpen || [...imports].some((each) => reached.has(each));
  return read3.filter((each) => each.isTest && concerns(each)).map(({ file }) => file);
}
async function isOfModules(file, modules, directory, root) {
  for (let folder = posix34.dirname(file); ; folder = posix34.dirname(folder)) {
    if (await exists(join47(root, folder, "go.mod"))) return modules.some((module) => posix34.join(directory, module.folder) === folder);
    if (folder === ".") return false;
  }
}
async function readGo(file, { modules, directory, folders: folders2 }, sources) {
  const text2 = (await sources.lines(file) ?? []).join("\n");
  const blocks = [...text2.matchAll(/^import\s*\(([^)]*)\)/gm)].flatMap((match) => [...(match[1] ?? "").matchAll(/["`]([^"`\n]+)["`]/g)]);
  const single = [...text2.matchAll(/^import\s+(?:[\w.]+\s+)?["`]([^"`\n]+)["`]/gm)];
  const names2 = [...blocks, ...single].flatMap((match) => match[1] ?? []);
  const own2 = names2.filter((name) => modules.some((module) => name === module.name || name.startsWith(`${module.name}/`)));
  const imports = new Set(own2.map((name) => folderOf2(name, modules, directory)));
  return {
    file,
    folder: posix34.dirname(file),
    isTest: file.endsWith("_test.go"),
    imports,
    // A package whose files are not seen imports who knows what.
    isOpen: [...imports].some((folder) => !folders2.has(folder)) || /"go",\s*"(?:run|build|install|test|generate)"/.test(text2)
  };
}

// src/suite/ecosystems/languages/names.ts
import { extname, join as join48 } from "node:path/posix";
import { setImmediate as turnOfTheLoop } from "node:timers/promises";
var maxFiles4 = 5e3;
var all = (text2, pattern) => [...text2.matchAll(pattern)].flatMap((match) => match[1] ?? []);
var jvm2 = {
  extensions: [".java", ".kt", ".kts", ".groovy", ".scala"],
  frameworks: [],
  facts: (text2) => {
    const namespace = /^\s*package\s+([\w.`]+)/m.exec(text2)?.[1]?.replaceAll("`", "") ?? "";
    const types = all(text2, /^(?:[\w@.]+(?:\([^)\n]*\))?\s+)*(?:class|interface|enum|record|object|trait|@interface|typealias)\s+(\w+)/gm);
    const free = all(text2, /^(?:[a-z]+\s+)*(?:fun|val|var|def|given)\s+(?:<[^>\n]*>\s*)?(?:[\w<>?,. ]+\.)?`?(\w+)/gm);
    return {
      namespace,
      declares: [...types, ...free],
      isOpen: /@(?:SpringBootTest|SpringBootApplication|ContextConfiguration|WebMvcTest|DataJpaTest|QuarkusTest|MicronautTest|ComponentScan|EnableAutoConfiguration)\b|\b(?:Class\.forName|ServiceLoader|loadClass|ClassPathScanningCandidateComponentProvider)\b/.test(
        text2
      ),
      // A bean takes part in whatever starts the container; an implicit and a given are found by their types.
      isFelt: /@(?:AutoService|Component|Service|Repository|Controller|RestController|Configuration|ControllerAdvice|Aspect|ApplicationScoped|Singleton|AutoConfiguration)\b|^\s*(?:implicit|given)\b/m.test(
        text2
      ),
      frames: []
    };
  },
  sees: (text2, namespace, other2) => other2 === "" || namespace === other2 || text2.includes(other2)
};
var php2 = {
  extensions: [".php"],
  frameworks: ["artisan", "bin/console", "wp-config.php"],
  facts: (text2) => ({
    namespace: /^\s*(?:<\?php\s+)?namespace\s+([\w\\]+)/m.exec(text2)?.[1] ?? "",
    declares: [
      ...all(text2, /\b(?:class|interface|trait|enum)\s+(\w+)/g),
      ...all(text2, /^function\s+&?(\w+)/gm),
      ...all(text2, /^(?:const\s+|define\(\s*['"])(\w+)/gm)
    ],
    isOpen: /\b(?:KernelTestCase|WebTestCase|RefreshDatabase|createApplication|glob\(|scandir\()/.test(text2),
    isFelt: false,
    frames: []
  }),
  // A name may be relative to the namespace of whoever uses it, and is written with doubled backslashes in strings.
  sees: (text2, namespace, other2) => other2 === "" || other2 === namespace || other2.startsWith(`${namespace}\\`) || text2.includes(other2) || text2.includes(other2.replaceAll("\\", "\\\\"))
};
var ruby2 = {
  extensions: [".rb"],
  frameworks: ["config/application.rb", "config/routes.rb", "config.ru"],
  facts: (text2) => ({
    namespace: "",
    declares: [...all(text2, /^\s*(?:class|module)\s+(?:\w+::)*([A-Z]\w*)/gm), ...all(text2, /^\s*([A-Z]\w*)\s*=(?!=|~)/gm)],
    isOpen: /\b(?:const_get|constantize|ObjectSpace|Rails\.application|Rack::Test)\b/.test(text2),
    // Methods outside of any constant, and classes of Ruby's own that are opened again.
    isFelt: /^(?:def\s|\s*class\s+(?:String|Array|Hash|Integer|Float|Numeric|Object|Symbol|NilClass|Time|Date|Module|Class|BasicObject)\b(?!\s*<)|\s*refine\s|\s*module\s+(?:Kernel|Enumerable|Comparable)\b)|\.(?:prepend|class_eval|send\(:include)\b/m.test(
      text2
    ),
    frames: framesOf2(text2)
  }),
  sees: () => true
};
function framesOf2(text2) {
  const lines2 = text2.split("\n").filter((line) => /^\s*[^\s#]/.test(line));
  const depth = (line) => line.length - line.trimStart().length;
  return lines2.flatMap((line, at) => {
    const name = /^\s*(?:class|module)\s+(?:\w+::)*([A-Z]\w*)\s*$/.exec(line)?.[1];
    if (name === void 0) return [];
    const end2 = lines2.findIndex((other2, index) => index > at && depth(other2) <= depth(line));
    const body = lines2.slice(at + 1, end2 < 0 ? lines2.length : end2);
    const own2 = body.filter((other2) => depth(other2) === depth(body[0] ?? ""));
    return own2.every((other2) => /^\s*(?:(?:class|module)\s|end\b|[A-Z]\w*\s*=(?!=|~)|autoload\b|private_constant\b)/.test(other2)) ? [name] : [];
  });
}
var namings = [jvm2, php2, ruby2];
async function usersOf(changed, directory, sources) {
  const naming = namings.find(({ extensions: extensions2 }) => extensions2.includes(extname(changed)));
  if (naming === void 0) return void 0;
  for (const name of naming.frameworks) if (await exists(join48(sources.root, directory, name))) return null;
  const read3 = await readAll(naming, sources);
  if (read3 === null) return null;
  const own2 = read3.find(({ file }) => file === changed);
  if (own2 === void 0 || own2.declares.length === 0) return null;
  const reached = /* @__PURE__ */ new Set([own2]);
  let looked = 0;
  for (const each of reached) {
    if (each.isFelt) return null;
    for (const other2 of read3) if (!reached.has(other2) && uses(other2, each, naming)) reached.add(other2);
    looked += 1;
    if (looked % 20 === 0) await turnOfTheLoop();
  }
  if ([...reached].some(({ file, declares }) => declares.length === 0 && isTestFile(file) && !isNamedAsTest.test(file))) return null;
  return new Set([...reached].map(({ file }) => file).filter((file) => file !== changed));
}
var isNamedAsTest = /(?:[_-](?:test|spec)|(?:Test|Tests|TestCase|Spec|IT))\.\w+$|(?:^|\/)test_[^/]*$/;
var trees = /* @__PURE__ */ new WeakMap();
function readAll(naming, sources) {
  const known2 = trees.get(sources) ?? /* @__PURE__ */ new Map();
  trees.set(sources, known2);
  const reading = known2.get(naming) ?? read3();
  known2.set(naming, reading);
  return reading;
  async function read3() {
    const files3 = (await sources.files()).filter((file) => naming.extensions.includes(extname(file)));
    return files3.length > maxFiles4 ? null : withoutFrames(await Promise.all(files3.map((file) => readFacts(file, naming, sources))));
  }
}
async function readFacts(file, naming, sources) {
  const text2 = (await sources.lines(file) ?? []).join("\n");
  return { file, text: text2, words: new Set(text2.match(/[A-Za-z_]\w*/g)), ...naming.facts(text2) };
}
function withoutFrames(read3) {
  const homes = /* @__PURE__ */ new Map();
  for (const { declares } of read3) for (const name of new Set(declares)) homes.set(name, (homes.get(name) ?? 0) + 1);
  return read3.map((each) => {
    const shared = new Set(each.frames.filter((name) => (homes.get(name) ?? 0) > 1));
    return { ...each, declares: each.declares.filter((name) => !shared.has(name)) };
  });
}
function uses(user, used, naming) {
  if (user.isOpen) return true;
  return used.declares.some((name) => user.words.has(name)) && naming.sees(user.text, user.namespace, used.namespace);
}

// src/suite/ecosystems/languages/python-imports.ts
import { posix as posix35 } from "node:path";
var maxFiles5 = 5e3;
var importLine = /^\s*(?:from\s+(\.*[\w.]*)\s+import\s+(.+)|import\s+(.+))$/;
async function importersOf(changed, sources) {
  const files3 = (await sources.files()).filter((file) => file.endsWith(".py"));
  if (files3.length > maxFiles5) return null;
  const importers = /* @__PURE__ */ new Map();
  for (const file of files3) {
    for (const target of await importedBy(file, sources)) {
      const known2 = importers.get(target);
      if (known2 === void 0) importers.set(target, [file]);
      else known2.push(file);
    }
  }
  const reached = new Set(changed);
  for (const each of reached) for (const next of importers.get(each) ?? []) reached.add(next);
  for (const each of changed) reached.delete(each);
  return reached;
}
async function importedBy(file, sources) {
  const found = /* @__PURE__ */ new Set();
  for (const line of await sources.lines(file) ?? []) {
    const match = line.length < 500 ? importLine.exec(line.replace(/#.*$/, "").trimEnd()) : null;
    if (match === null) continue;
    const [, from, names2 = "", modules] = match;
    const wanted = from === void 0 ? namesIn2(modules ?? "") : [from, ...namesIn2(names2).map((name) => join49(from, name))];
    for (const module of wanted) for (const target of await filesOf(module, file, sources)) if (target !== file) found.add(target);
  }
  return found;
}
function namesIn2(list) {
  return list.split(",").flatMap((part) => /^\s*\(?\s*([\w.]+)/.exec(part)?.[1] ?? []);
}
var join49 = (module, name) => module === "" || module.endsWith(".") ? `${module}${name}` : `${module}.${name}`;
async function filesOf(module, importer, sources) {
  const dots = /^\.*/.exec(module)?.[0].length ?? 0;
  const path2 = module.slice(dots).replaceAll(".", "/");
  const candidates = [...path2 === "" ? [] : [`${path2}.py`], posix35.join(path2, "__init__.py")];
  if (dots === 0) return path2 === "" ? [] : (await Promise.all(candidates.map((each) => sources.ending(each)))).flat();
  const folder = posix35.join(posix35.dirname(importer), "../".repeat(dots - 1));
  const own2 = candidates.map((each) => posix35.join(folder, each));
  const there = await Promise.all(own2.map((each) => sources.has(each)));
  return own2.filter((_, index) => there[index]);
}

// src/suite/ecosystems/languages/related.ts
var maxTests2 = 3e3;
async function relatedFiles(root, directory, changed, failing) {
  if (changed.length === 0) return null;
  const sources = new SourceIndex(root);
  const below2 = directory === "" ? "" : `${directory}/`;
  const tests3 = (await sources.files()).filter((file) => file.startsWith(below2) && isTestFile(file));
  if (tests3.length > maxTests2) return null;
  const related = new Set(failing.flatMap(({ file }) => file === null ? [] : [file]));
  for (const path2 of changed) {
    const own2 = await testsReaching(path2, { tests: tests3, directory, sources });
    if (own2 === null || own2.length === 0) return null;
    for (const test of own2) related.add(test);
  }
  const areAll = tests3.every((test) => related.has(test)) && !changed.some((path2) => path2.endsWith(".rs"));
  return areAll ? null : [...related];
}
async function testsReaching(path2, tree) {
  const { tests: tests3, directory, sources } = tree;
  if (!await sources.has(path2)) return null;
  if (path2.endsWith(".go")) return goTestsOf(path2, directory, sources);
  if (path2.endsWith(".rs")) return crateTestsOf(path2, sources);
  if (path2.endsWith(".py")) return pythonTestsOf(path2, { ...tree, tests: tests3.filter((test) => isPythonTest2.test(test)) });
  const users = await usersOf(path2, directory, sources);
  if (users === null) return null;
  return users === void 0 ? mentioning(path2, tree) : tests3.filter((test) => test === path2 || users.has(test));
}
var isPythonTest2 = /(?:^|\/)(?:test_[^/]*|[^/]*_tests?|tests?)\.py$/;
async function pythonTestsOf(path2, tree) {
  const importers = await importersOf([path2], tree.sources);
  if (importers === null) return null;
  const shared = [path2, ...importers].filter((file) => posix36.basename(file) === "conftest.py").map((file) => posix36.dirname(file));
  const isShared = (test) => shared.some((folder) => folder === "." || test.startsWith(`${folder}/`));
  return [...tree.tests.filter((test) => importers.has(test) || isShared(test)), ...await mentioning(path2, tree)];
}
async function mentioning(path2, { tests: tests3, sources }) {
  const stem = posix36.basename(path2).replace(/\.\w+$/, "");
  if (/^(?:__init__|__main__|mod|lib|main|index|conftest|application|base)$/.test(stem)) return [];
  const pattern = new RegExp(`\\b${escapeRegex(stem)}\\b`, "i");
  const found = [];
  for (const test of tests3) {
    const mentions = pattern.test((await sources.lines(test) ?? []).join("\n").slice(0, 5e5));
    if (test === path2 || mentions || pattern.test(posix36.basename(test).replaceAll("_", " "))) found.push(test);
  }
  return found;
}

// src/suite/ecosystems/languages/settings.ts
var SEPARATORS = { PYTHONPATH: ":", RUBYLIB: ":", PYTEST_ADDOPTS: " ", RUBYOPT: " ", GOFLAGS: " " };
var SETS = /^(?:.*\/)?(?:env|export|declare|typeset|make|gmake|rake|sudo)$/;
function withSettings(line, environment) {
  const pieces = splitShell(line);
  if (pieces === null) return line;
  const change = (words) => words.map((each) => completed(each, environment));
  const behind2 = (words) => words.findIndex(({ value }) => SETS.test(value ?? "")) + 1 || words.length;
  return pieces.map((piece) => {
    if (piece.kind === "glue") return piece.raw;
    const from = behind2(piece.words);
    const [assignments, words] = [change(piece.assignments), [...piece.words.slice(0, from), ...change(piece.words.slice(from))]];
    const isSame = [...assignments, ...words].every(({ raw }, at) => raw === [...piece.assignments, ...piece.words][at]?.raw);
    return isSame ? piece.raw : renderCommand({ ...piece, assignments, words });
  }).join("");
}
function completed(each, environment) {
  const name = /^([A-Z_]+)=/.exec(each.raw)?.[1] ?? "";
  const separator = Object.hasOwn(SEPARATORS, name) ? SEPARATORS[name] : void 0;
  const own2 = environment[name] ?? "";
  const hasOwn = new RegExp(`\\$(?:${name}\\b|\\{${name}\\b)`).test(each.raw);
  if (separator === void 0 || own2 === "" || hasOwn) return each;
  const added = each.value === `${name}=` ? own2 : separator + own2;
  return { ...each, raw: each.raw + quote(added), value: each.value === null ? null : each.value + added };
}

// src/suite/ecosystems/languages/prepare.ts
var maxNames2 = 100;
var tailChars = 6e3;
async function prepareRun2(setting, options12) {
  const { plan, root, cwd, folder, env } = setting;
  const line = await lineIn2(plan.testCommand, cwd);
  const tools2 = { folder, root, cwd, directory: plan.directory };
  const used = adaptersOf(line);
  await writeFiles(used, folder);
  const selection = line === null ? null : await selectionFor(options12, tools2, plan.testCommand);
  const part = line === null || selection === null ? null : renderPart(line, tools2, selection);
  const only = part === null && used === adapters ? nodeIds(options12) : null;
  const { environment, writable, readable, keep } = await surroundings(setting, "test");
  const reports2 = Object.assign({}, ...used.map((adapter) => adapter.environment?.(tools2) ?? {}));
  const counted = options12.coverage === true ? used.map((adapter) => adapter.counting?.(tools2, options12.failing ?? []) ?? {}) : [];
  const counting3 = Object.assign({}, ...await Promise.all(counted));
  const own2 = {
    ...environment,
    ...reports2,
    ...only === null ? {} : { REGREEN_ONLY: only.join("\n"), REGREEN_CWD: cwd },
    ...counting3,
    ...options12.companion === void 0 ? {} : { [companionVariable]: options12.companion.file },
    ...options12.testLimit ? { [limitVariable]: JSON.stringify(options12.testLimit) } : {}
  };
  for (const name of ["GOFLAGS", "RUBYOPT"])
    if (counting3[name] !== void 0) own2[name] = [counting3[name], env.testEnv[name] ?? ""].join(" ").trim();
  if (counting3.PATH !== void 0) own2.PATH = [counting3.PATH, environment.PATH ?? ""].filter((part2) => part2 !== "").join(":");
  for (const name of ["PYTHONPATH", "RUBYLIB"])
    own2[name] = [own2[name] ?? env.testEnv[name] ?? "", folder].filter((part2) => part2 !== "").join(":");
  const startedAt = Date.now();
  return {
    line: withSettings(part ?? (line === null ? plan.testCommand : renderWholeLine(line, tools2)), own2),
    selected: part !== null || only !== null,
    environment: own2,
    writable,
    readable,
    instead: async () => null,
    read: async (result, { timeoutMs, coverage }) => {
      if (part === null && only === null) await keep();
      const printed = await outputs(result, folder);
      const sources = new SourceIndex(root);
      return readRemains(
        used,
        { ...tools2, ...printed, result, startedAt, sources, env: own2 },
        {
          command: plan.testCommand,
          timeoutMs,
          isPart: part !== null || only !== null,
          coverage: coverage === true
        }
      );
    }
  };
}
function adaptersOf(line) {
  const seen = line === null ? [] : [...new Set([...line.calls.values()].map(({ adapter }) => adapter))];
  return seen.length > 0 && !seen.some(({ startsOthers }) => startsOthers === true) ? seen : adapters;
}
async function selectionFor(options12, { root, directory }, command) {
  const { scope } = options12;
  const failing = options12.failing ?? [];
  if (scope === "all") return null;
  if (scope === "failing") {
    const known2 = failing.flatMap(({ file }) => file === null ? [] : [file]);
    const files4 = filesBelow(directory, known2);
    const areTests = failing.every(({ id }) => !id.endsWith(suiteLevel) && !id.endsWith(crashed) && id !== command);
    if (files4 === null || failing.length === 0 || !areTests) return null;
    return failing.length <= maxNames2 ? { tests: failing, files: files4 } : known2.length === failing.length ? { tests: [], files: files4 } : null;
  }
  const wanted = scope === "related" ? await relatedFiles(root, directory, options12.changed ?? [], failing) : scope.files;
  const files3 = wanted === null ? null : filesBelow(directory, wanted);
  return files3 === null || files3.length === 0 ? null : { tests: [], files: files3 };
}
function nodeIds({ scope, failing = [] }) {
  const areNodes = failing.length > 0 && failing.length <= maxNames2 && failing.every(({ name }) => /\.py::/.test(name));
  return scope === "failing" && areNodes ? failing.map(({ name }) => name) : null;
}
function filesBelow(directory, files3) {
  const prefix = directory === "" ? "" : `${directory}/`;
  const own2 = [...new Set(files3.map((file) => posix37.normalize(file)))];
  return own2.every((file) => file.startsWith(prefix)) ? own2.map((file) => file.slice(prefix.length)) : null;
}
async function writeFiles(used, folder) {
  for (const [name, text2] of used.flatMap(({ files: files3 }) => Object.entries(files3 ?? {}))) {
    await mkdir7(dirname3(join50(folder, name)), { recursive: true });
    await writeFile5(join50(folder, name), text2, { mode: text2.startsWith("#!") ? 493 : 420 });
  }
}
async function outputs(result, folder) {
  const { stdout, stderr } = result;
  if (result.clippedBytes === 0) return { stdout, stderr };
  return { stdout: await readPlainFile(join50(folder, "output.txt"), maxReportBytes2) || stdout, stderr };
}
async function readRemains(used, remains, { command, timeoutMs, isPart, coverage }) {
  const readings = await readAll2(used, remains);
  const builder = new ResultBuilder(remains);
  for (const reading of readings) {
    for (const raw of reading.results) if (reading.broken === null || raw.status === "failed") builder.add(await withFrames(raw, remains));
  }
  const broken = readings.find((reading) => reading.broken !== null)?.broken ?? null;
  if (broken !== null) builder.add(await withFrames(outside3(`The report cannot be believed: ${broken}.`, remains), remains));
  const result = isPart && isAboutThresholds(remains) ? { ...remains.result, exitCode: 0 } : remains.result;
  const hasFailed2 = builder.results.some(({ status }) => status === "failed");
  if (result.exitCode !== 0 && builder.results.length > 0 && !hasFailed2)
    builder.add(await withFrames(outside3(`exit code ${result.exitCode ?? "none"}`, remains), remains));
  const reader = readings.some(({ form }) => form === "report") ? "report" : readings[0]?.form ?? "exit-code";
  const conclusion = conclude({ command, result, place: remains, timeoutMs }, builder, reader);
  const said = readings.find((reading) => reading.said !== void 0)?.said;
  return {
    ...conclusion,
    results: (await Promise.all(conclusion.results.map((each) => withOwnFrames(each, remains)))).map(
      (each) => conclusion.reader === "exit-code" ? withWords(each) : each
    ),
    coverage: coverage ? await coverageOf(used, remains, conclusion.results) : null,
    ...said === void 0 ? {} : { tail: tailOf(plain(said), tailChars).trim() }
  };
}
async function coverageOf(used, remains, results2) {
  for (const adapter of used) {
    const measured = await adapter.coverage?.(remains, results2) ?? null;
    if (measured !== null) return measured;
  }
  return null;
}
async function readAll2(used, remains) {
  const readings = [];
  for (const adapter of used) {
    const reading = await adapter.read(remains);
    if (reading !== null) readings.push(reading);
  }
  if (readings.length > 0) return readings;
  const tap = await readTap(remains.stdout);
  const bail = tap.bailedOut === null ? [] : [outside3(`Bail out! ${tap.bailedOut}`, remains)];
  const results2 = [...tap.results.map(withExpectation), ...bail];
  return tap.isTap && results2.length > 0 ? [{ results: results2, form: "tap", broken: null }] : [];
}
function isAboutThresholds({ stdout, stderr }) {
  return /Required test coverage of [\d.]+% not reached|Coverage failure: total|SimpleCov failed with exit|coverage is below the (?:expected )?minimum/i.test(
    `${stdout}
${stderr}`
  );
}
function outside3(message, { stdout, stderr }) {
  const printed = stderr.trim() === "" ? stdout : `${stdout}
${stderr}`;
  const said = distill(printed);
  const whole2 = said === "" ? message : `${message}
${said}`;
  return { file: null, path: [suiteLevel], name: suiteLevel, status: "failed", message: whole2, stack: plain(printed).slice(-16e3) };
}
async function withFrames(raw, remains) {
  if (raw.status !== "failed") return { ...raw, frames: [] };
  const near = raw.file?.startsWith(`${remains.root}/`) === true ? posix37.dirname(raw.file.slice(remains.root.length + 1)) : remains.directory;
  const trace = raw.stack || raw.message || "";
  const frames = await framesOf(trace, remains, remains.sources, near === "." ? "" : near);
  return { ...raw, frames: frames.length > 0 ? frames : parseFrames(plain(trace), remains) };
}
async function withOwnFrames(result, remains) {
  if (result.status !== "failed" || result.frames.length > 0 || result.stack === null) return result;
  return { ...result, frames: await framesOf(result.stack, remains, remains.sources, remains.directory) };
}
function withWords(result) {
  const test = result.frames.find(({ file, inRepository }) => inRepository && isTestFile(file));
  return { ...withExpectation(result), file: test?.file ?? null, line: test?.line ?? null };
}
var maxMessage = 4e3;
var aroundWords = /^( *)File "[^"\n]+", line \d+.*\n(?:\1 +[^\n]*(?:\n|$))*| \((?:\w+::)*\w+(?:Error|Exception)\)$| in \S+\.php:\d+$/gm;
function withExpectation(told2) {
  if (told2.status !== "failed" || !told2.message || (told2.expected ?? null) !== null || (told2.actual ?? null) !== null) return told2;
  return { ...told2, ...expectation(told2.message.slice(0, maxMessage).replace(aroundWords, "")) };
}

// src/suite/ecosystems/languages/conclude-reports.ts
var eventSchema6 = union([
  object({ report: string().regex(/^[\w-]{1,100}\.(?:xml|jsonl)$/), text: string() }),
  object({ output: string() })
]);
async function concludeReports(plan, ended, events) {
  const folder = await mkdtemp(join51(tmpdir(), "regreen-reports-"));
  try {
    let stdout = "";
    for (const event of events) {
      const parsed = eventSchema6.safeParse(event);
      if (!parsed.success) continue;
      if ("output" in parsed.data) stdout = parsed.data.output;
      else await writeFile6(join51(folder, parsed.data.report), parsed.data.text);
    }
    const used = adaptersOf(await lineIn2(plan.testCommand, ended.place.cwd));
    const { root } = ended.place;
    const remains = {
      ...{ ...ended.place, folder, directory: plan.directory, stdout, stderr: "", startedAt: 0, env: {} },
      result: { ...ended.result, stdout },
      sources: new SourceIndex(root)
    };
    const { timeoutMs, command } = ended;
    const { green, reader, results: results2, counts, failing } = await readRemains(used, remains, {
      command,
      timeoutMs,
      isPart: true,
      coverage: false
    });
    return { green, reader, results: results2, counts, failing };
  } finally {
    await rm2(folder, { recursive: true, force: true });
  }
}

// src/suite/ecosystems/languages/detect.ts
import { readdir as readdir9 } from "node:fs/promises";
import { join as join52 } from "node:path";

// src/suite/ecosystems/languages/ci-line.ts
var behind = /^(?:make|gmake|just|task|rake|invoke|inv|doit|hatch|pdm|composer|bazel|meson|ninja|tox|nox)$/;
var judged = /\b(?:tests?|check|spec|unit|ci|verify|phpunit|pytest|tox|nox)\b/i;
var otherwise2 = /\b(?:e2e|integration|acceptance|bench\w*|docs?|lint|mypy|fuzz|smoke|slow|nightly|coverage-report|doctest)\b/i;
var prepares = /^(?:sudo\s|python3? -m pip|pip3? |pipx |uv (?:pip|sync|venv|python)|poetry (?:install|config)|npm |pnpm |yarn |bundle install|gem |go (?:mod|get|install)|cargo (?:install|fetch)|composer (?:install|update)|apt|brew|choco|curl|wget|echo|git |rustup|dotnet (?:restore|tool)|mix (?:deps|local)|cpan|docker)/;
function failedLine(ci, directory) {
  const own2 = ci.filter((each) => each.failed && each.directory === directory);
  const at = own2.findLastIndex(({ command }) => isTest3(command));
  const test = own2[at];
  if (test === void 0) return null;
  const before2 = own2.slice(0, at).map(({ command }) => command).filter((command) => !prepares.test(command) && !isTest3(command));
  const depends = before2.some((command) => /^(?:cd|pushd|export|source|\.) /.test(command));
  return depends || /^(?:ctest|make)\b/.test(test.command) ? { ...test, command: [...before2, test.command].join(" && ") } : test;
}
function isTest3(command) {
  const line = readLanguageLine(command);
  if (line !== null && line.calls.size > 0) return true;
  const [program4 = "", ...rest] = command.split(/\s+/);
  return behind.test(program4.replace(/^.*\//, "")) && (rest.length === 0 || judged.test(rest.join(" ")));
}
function ciTestOf(language, ci, directory) {
  const found = [];
  for (const each of ci) {
    if (each.directory !== directory || otherwise2.test(each.command) || otherwise2.test(each.job)) continue;
    const line = readLanguageLine(each.command);
    const [call] = line === null ? [] : [...line.calls.values()];
    if (line?.calls.size !== 1 || call === void 0) continue;
    if (language.runners.some(({ runner: runner2 }) => runner2 === call.adapter.runner)) found.push({ ci: each, runner: call.adapter.runner });
  }
  const [first] = found;
  const told2 = new Set(found.map(({ ci: { command } }) => key(command)));
  return first !== void 0 && told2.size === 1 ? first : null;
}
function key(command) {
  const chosen = chosenBy(command);
  return chosen === null ? command : [...chosen.assignments, ...chosen.args].map(({ raw }) => raw).join(" ");
}
var keptOptions = /^(?:-k|-m|--ignore(?:-glob)?|--deselect|-c|--config-file|--rootdir|--import-mode|-p|-o|--override-ini|--ds|--doctest-modules|--run\w+|-s|--start-directory|-t|--top-level-directory|-tags|-short|-run|-skip|-mod|-modfile|-ldflags|-gcflags|--features|-F|--all-features|--no-default-features|--workspace|--all|--exclude|--package|--lib|--tests|--all-targets|--bins|--doc|--locked|--release|-I|-l|-r|-b|-lr|-rl|-br|-rb|-lrb|--only|--exclude|--tag|-P|--pattern|--testsuite|--group|--exclude-group|--configuration)$/;
var valued = {
  values: new Set(
    "-k -m -c -p -o -W -r --pythonwarnings --verbosity --log-level --log-cli-level --log-file --basetemp --capture --junit-xml --cov-fail-under --dc --randomly-seed --reruns --hypothesis-profile --override-ini --config-file --ds --rootdir --import-mode --ignore --ignore-glob --deselect -s --start-directory -t --top-level-directory -n --numprocesses --dist --cov-report --cov-config --junitxml --durations --tb --maxfail --timeout -tags -run -skip -mod -modfile -ldflags -gcflags -timeout -count -coverprofile -covermode -coverpkg -parallel --features -F --exclude --package --profile -I --tag -P --pattern --testsuite --group --exclude-group --configuration -j --jobs --target --color".split(
      " "
    )
  )
};
function chosenBy(command) {
  const line = readLanguageLine(command);
  const [found] = line === null ? [] : [...line.calls.values()];
  const pieces = splitShell(command);
  const [piece] = pieces ?? [];
  if (found === void 0 || line?.calls.size !== 1 || pieces?.length !== 1) return null;
  if (piece?.kind !== "command" || piece.redirections.length > 0) return null;
  if (found.adapter.runner === "django") return { assignments: piece.assignments, args: found.call.args, positionals: [] };
  const kept2 = parseArguments(found.call.args, valued).filter(({ option }) => option === null || option === "--" || keptOptions.test(option)).filter(({ option, words }) => !(option === "-p" && /^no:/.test(words[1]?.value ?? "")));
  return { assignments: piece.assignments, args: allWords(kept2), positionals: positionalsOf(kept2) };
}
function withChoice(base, { assignments, args }) {
  const line = readLanguageLine(base);
  const [found] = line === null ? [] : [...line.calls.values()];
  if (found === void 0 || line?.calls.size !== 1 || line.pieces.length !== 1) return base;
  return renderCommand({ assignments, words: [...found.call.before, ...found.call.program, ...args], redirections: [] });
}

// src/suite/ecosystems/languages/detect.ts
var maxManifestBytes = 2 << 20;
async function detect2(request) {
  const folder = viewOf(request);
  return request.testCommand === null ? guess(request, folder) : recognise2(request, request.testCommand, folder);
}
async function guess(request, folder) {
  const { root, directory, setupCommand, ci } = request;
  const found = [];
  const looked = [];
  for (const language of languages) {
    const manifest = await language.manifest(folder);
    if (manifest === null) continue;
    const own2 = await language.guess(folder, manifest);
    if (own2 !== null) found.push({ language, manifest, guess: own2 });
    else looked.push(`tests of ${language.name} beside ${manifest}`);
  }
  const failed = failedLine(ci, directory);
  if (failed !== null) return ofFailed(request, failed, found, folder);
  const chosen = await choose2(await Promise.all(found.map((each) => asInCi(each, request, folder))), root);
  if (chosen === null) return looked.length === 0 ? { kind: "foreign" } : { kind: "untested", looked, hint: null };
  const { runner: runner2, testCommand, setupCommand: setup, reasons } = await seenThrough(chosen.found.guess, folder);
  const plan = {
    ecosystem: "languages",
    directory,
    packageManager: chosen.found.language.name,
    runner: runner2,
    testCommand,
    setupCommand: setupCommand ?? setup,
    reasons: [.../* @__PURE__ */ new Set([...reasons, ...chosen.reasons, setupReason(setupCommand, setup)])]
  };
  return { kind: "plan", plan };
}
async function seenThrough(guess2, folder) {
  if (guess2.runner !== "command") return guess2;
  const [call] = (await lineIn2(guess2.testCommand, folder.path))?.calls.values() ?? [];
  if (call === void 0) {
    const reason = "runner: what the target starts is told by its reports, else by the exit code";
    return { ...guess2, reasons: [...guess2.reasons, reason] };
  }
  return { ...guess2, runner: call.adapter.runner, reasons: [...guess2.reasons, `runner ${call.adapter.runner}: in the target's recipe`] };
}
async function ofFailed(request, failed, found, folder) {
  const where = `the step that failed in job ${failed.job} of ${failed.file}`;
  const line = readLanguageLine(failed.command);
  const [call] = line === null ? [] : [...line.calls.values()];
  const own2 = found.find(({ language }) => language.runners.some(({ runner: runner2 }) => runner2 === call?.adapter.runner));
  const python2 = found.find(({ language }) => language.name === "Python");
  const base = python2 === void 0 ? null : python2.guess;
  if (base !== null && /^(?:python3? -m )?(?:tox|nox)\b/.test(failed.command)) {
    const why = `test command: ${where}, \`${failed.command}\`, makes environments of its own, so its tests are run in the one that is there`;
    return planFrom(request, "Python", { ...base, reasons: [...base.reasons, why] });
  }
  const chosen = chosenBy(failed.command);
  const isSame = own2 !== void 0 && own2.guess.runner === call?.adapter.runner && chosen !== null;
  if (isSame && own2.language.name === "Python" && await areThere(chosen, folder)) {
    const testCommand = withChoice(own2.guess.testCommand, chosen);
    return planFrom(request, "Python", { ...own2.guess, testCommand, reasons: [...own2.guess.reasons, `test command: ${where}`] });
  }
  return planFrom(request, own2?.language.name ?? found[0]?.language.name ?? "none", {
    runner: call?.adapter.runner ?? "command",
    testCommand: failed.command,
    setupCommand: own2?.guess.setupCommand ?? found[0]?.guess.setupCommand ?? null,
    reasons: [`test command: ${where}`]
  });
}
function planFrom({ directory, setupCommand: given }, packageManager, guessed) {
  const { runner: runner2, testCommand, setupCommand } = guessed;
  const reasons = [.../* @__PURE__ */ new Set([...guessed.reasons, setupReason(given, setupCommand)])];
  const plan = { ecosystem: "languages", directory, packageManager, runner: runner2, testCommand, setupCommand: given ?? setupCommand, reasons };
  return { kind: "plan", plan, isFailedStep: true };
}
async function asInCi(candidate, { ci, directory }, folder) {
  const { language, guess: own2 } = candidate;
  const test = own2.runner === "command" ? null : ciTestOf(language, ci, directory);
  const chosen = test === null ? null : chosenBy(test.ci.command);
  if (test === null || chosen === null || test.runner !== own2.runner || !await areThere(chosen, folder)) return candidate;
  if (!["Python", "Go", "Rust", "Perl"].includes(language.name)) return candidate;
  if (own2.runner === "pytest" && !await areFiles(chosen.positionals, folder)) return candidate;
  const says2 = chosen.args.length > 0 || own2.runner === "django" && chosen.assignments.length > 0;
  const testCommand = says2 ? withChoice(own2.testCommand, chosen) : own2.testCommand;
  const reason = `test command: as in job ${test.ci.job} of ${test.ci.file}`;
  return { ...candidate, guess: { ...own2, testCommand, reasons: [...own2.reasons, reason] } };
}
async function areThere({ assignments, args }, folder) {
  for (const { value } of [...assignments, ...args]) {
    if (value === null) return false;
    const path2 = value.replace(/::.*$/, "").replace(/\/\.\.\.$/, "");
    if (/^[\w.-]+\/[\w./-]*$/.test(path2) && !path2.includes("github.com/") && !await folder.has(path2)) return false;
  }
  return true;
}
async function areFiles(words, folder) {
  for (const { value } of words) if (value === null || !await folder.has(value.replace(/::.*$/, ""))) return false;
  return true;
}
async function recognise2({ directory, setupCommand }, testCommand, folder) {
  const line = await lineIn2(testCommand, folder.path);
  const [call] = line === null ? [] : [...line.calls.values()];
  const own2 = await firstManifest(folder, call?.adapter.runner ?? null);
  if (call === void 0 && own2 === null) return { kind: "foreign" };
  const guessed = environmentLine(testCommand) ?? (own2 === null ? null : (await own2.language.guess(folder, own2.manifest))?.setupCommand ?? null);
  const plan = {
    ecosystem: "languages",
    directory,
    packageManager: own2?.language.name ?? "none",
    runner: call?.adapter.runner ?? "command",
    testCommand,
    setupCommand: setupCommand ?? guessed,
    reasons: [
      ...own2 === null ? [] : [`${own2.language.name}: ${own2.manifest}`],
      "test command: as given",
      call === void 0 ? "runner: behind the command; what it starts is told by its reports, else by the exit code" : `runner ${call.adapter.runner}: in the test command`,
      setupReason(setupCommand, guessed)
    ]
  };
  return { kind: "plan", plan };
}
function setupReason(given, guessed) {
  return given !== null ? "setup command: as given" : guessed === null ? "nothing to install" : `setup command: ${guessed}`;
}
async function firstManifest(folder, runner2) {
  for (const language of languages) {
    if (runner2 !== null && !language.runners.some((adapter) => adapter.runner === runner2)) continue;
    const manifest = await language.manifest(folder);
    if (manifest !== null) return { language, manifest };
  }
  return null;
}
async function choose2(found, root) {
  const real = found.filter(({ guess: guess2 }) => guess2.runner !== "command");
  const candidates = real.length > 0 ? real : found;
  const [first, ...others] = candidates;
  if (first === void 0) return null;
  if (others.length === 0) return { found: first, reasons: [] };
  const steps = await workflowSteps(root);
  const scored = candidates.map((each) => ({
    each,
    step: steps.find(({ runner: runner2 }) => each.language.runners.some((own2) => own2.runner === runner2)) ?? null
  }));
  const started = scored.find(({ step }) => step !== null);
  const chosen = started?.each ?? first;
  const left = candidates.filter((each) => each !== chosen).map(({ language, manifest }) => `${language.name} (${manifest})`);
  const why = started?.step ? `${started.step.file} runs \`${started.step.command}\`` : "it is the first of those that are looked for";
  return {
    found: chosen,
    reasons: [`${chosen.language.name} was chosen because ${why}; also there: ${left.join(", ")}; set test-command to test these`]
  };
}
async function workflowSteps(root) {
  const folder = join52(root, ".github", "workflows");
  const names2 = (await readdir9(folder).catch(() => [])).filter((name) => /\.ya?ml$/.test(name)).sort();
  const steps = [];
  for (const name of names2.slice(0, 50)) {
    const text2 = await readText(join52(folder, name), maxManifestBytes) ?? "";
    for (const line of text2.split("\n")) {
      const command = line.replace(/^\s*(?:-\s*)?(?:run:\s*)?[|>]?-?\s*/, "").trim();
      const calls = command === "" || command.length > 500 ? null : readLanguageLine(command);
      const [call] = calls === null ? [] : [...calls.calls.values()];
      if (call !== void 0) steps.push({ file: `.github/workflows/${name}`, command, runner: call.adapter.runner });
    }
  }
  return steps;
}
function viewOf({ root, directory, names: names2, ci }) {
  const path2 = join52(root, directory);
  const texts3 = /* @__PURE__ */ new Map();
  return {
    directory,
    path: path2,
    names: names2,
    ci,
    text: (name) => {
      const known2 = texts3.get(name) ?? readText(join52(path2, name), maxManifestBytes);
      texts3.set(name, known2);
      return known2;
    },
    has: (name) => exists(join52(path2, name)),
    program: async (name) => await findProgram(name, userPath(process.env)) !== null,
    cached: (name) => exists(join52(userHome(), name)),
    files: (wanted) => listSources(path2, wanted)
  };
}

// src/suite/ecosystems/languages/index.ts
var languages2 = {
  name: "languages",
  isManifest: (name) => languages.some((language) => language.isManifest(name)),
  detect: detect2,
  alreadyInstalled: async (cwd, { setupCommand }) => setupCommand === null ? null : isProvided(cwd, setupCommand, await namesIn(cwd)),
  otherwise: withoutCi,
  goesOn: (result, { setupCommand }) => unreachable(result, setupCommand ?? ""),
  installsIn: (setting) => surroundings(setting, "install"),
  open: (plan) => ({ prepare: prepareRun2, concludeEvents: (ended, events) => concludeReports(plan, ended, events) })
};

// src/suite/ecosystems/plain.ts
var plainCommand = {
  name: "other",
  isManifest: () => false,
  detect: async () => ({ kind: "foreign" }),
  alreadyInstalled: async () => null,
  open: (plan) => ({
    prepare: async ({ root, cwd, folder }) => {
      const startedAt = Date.now();
      return {
        line: plan.testCommand,
        selected: false,
        environment: {},
        instead: async () => null,
        read: (result, { timeoutMs }) => {
          const { stdout, stderr } = result;
          const place = { root, cwd, folder, directory: plan.directory, sources: new SourceIndex(root) };
          const asked = { command: plan.testCommand, timeoutMs, isPart: false, coverage: false };
          return readRemains([], { ...place, result, stdout, stderr, startedAt, env: {} }, asked);
        }
      };
    }
  })
};

// src/suite/ecosystems/index.ts
var ecosystems = [javascript, languages2];
function ecosystemOf(name) {
  return ecosystems.find((each) => each.name === name) ?? plainCommand;
}

// src/suite/inner-folders.ts
import { posix as posix38 } from "node:path";
var mostFolders = 40;
var deepest = 4;
var samples = /(?:^|\/)(?:_?examples?|samples?|demos?|docs?|fixtures?|testdata|templates?|benchmarks?|tools|third_party|integration)(?:\/|$)/;
async function foldersWithManifests(root) {
  const isManifest = (path2) => ecosystems.some((each) => each.isManifest(posix38.basename(path2))) && path2.split("/").length <= deepest + 1;
  const paths = await listTree(root, { wanted: isManifest, limit: 2e4 });
  const folders2 = [...new Set(paths.map((path2) => posix38.dirname(path2)))].filter((folder) => folder !== "." && !samples.test(`${folder}/`));
  return folders2.sort((a, b) => a.split("/").length - b.split("/").length || a.localeCompare(b)).slice(0, mostFolders);
}
async function reachOf(root, plan, ci) {
  const all2 = { folders: [], keepsRoot: true };
  if (plan.runner === "go test") {
    if (/\.\/[^. ]/.test(plan.testCommand)) return all2;
    const modules = (await foldersWithManifests(root)).map((folder) => posix38.join(folder, "go.mod"));
    const found = new Set(await listTree(root, { wanted: (path2) => posix38.basename(path2) === "go.mod", limit: 1e3 }));
    const inner = modules.filter((path2) => found.has(path2)).map((path2) => posix38.dirname(path2));
    return { ...all2, folders: inner.filter((folder) => isTestedInCi(ci, folder)) };
  }
  if (plan.runner === "pytest" || plan.runner === "unittest") {
    const tests3 = await listTree(root, { wanted: (path2) => path2.endsWith(".py") && isTestFile(path2), limit: 2e4 });
    const manifests4 = await listTree(root, { wanted: (path2) => /(?:^|\/)(?:pyproject\.toml|setup\.py)$/.test(path2), limit: 1e3 });
    const inner = manifests4.map((path2) => posix38.dirname(path2)).filter((folder) => folder !== "." && !samples.test(`${folder}/`));
    const isInner = (path2) => inner.some((folder) => path2.startsWith(`${folder}/`));
    if (tests3.length === 0 || !tests3.every(isInner)) return all2;
    return { folders: inner.filter((folder) => tests3.some((path2) => path2.startsWith(`${folder}/`))), keepsRoot: false };
  }
  return all2;
}
function isTestedInCi(ci, folder) {
  const tests3 = ci.filter(({ command }) => /\b(?:go test|gotestsum|make|task|just)\b/.test(command));
  return tests3.length === 0 || tests3.some(({ directory, command }) => directory === folder || command.includes(folder));
}

// src/suite/workflows.ts
var import_yaml5 = __toESM(require_dist(), 1);
import { join as join53, posix as posix39 } from "node:path";
var maxFiles6 = 50;
var maxBytes5 = 512 * 1024;
var runDefaults = looseObject({ run: looseObject({ "working-directory": string().optional() }).optional() }).optional().catch(void 0);
var stepSchema = looseObject({
  name: string().optional().catch(void 0),
  run: string().optional().catch(void 0),
  shell: string().optional().catch(void 0),
  "working-directory": string().optional().catch(void 0)
});
var workflowSchema = looseObject({
  name: string().optional().catch(void 0),
  defaults: runDefaults,
  jobs: record(
    string(),
    looseObject({ name: string().optional().catch(void 0), defaults: runDefaults, steps: array(stepSchema).catch([]) })
  )
});
async function readCiCommands(root, failed) {
  const folder = ".github/workflows";
  const names2 = (await namesIn(join53(root, folder))).filter((name) => /\.ya?ml$/.test(name)).sort().slice(0, maxFiles6);
  const found = await Promise.all(
    names2.map(async (name) => {
      const workflow = readWorkflow(await readText(join53(root, folder, name), maxBytes5) ?? "");
      return workflow === null ? [] : commandsOf(workflow, `${folder}/${name}`, failed);
    })
  );
  return found.flat();
}
function readWorkflow(text2) {
  try {
    const parsed = workflowSchema.safeParse((0, import_yaml5.parse)(text2, { maxAliasCount: 100, logLevel: "silent" }));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
function commandsOf(workflow, file, failed) {
  const isFailedWorkflow = failed !== null && (failed.workflow === null || failed.workflow === (workflow.name ?? file));
  return Object.entries(workflow.jobs).flatMap(([id, job]) => {
    const isFailedJob = isFailedWorkflow && (failed.job === null || isJob(job, id, failed.job));
    return job.steps.flatMap((step, position3) => {
      if (step.run === void 0 || !isShell(step.shell)) return [];
      const directory = directoryOf(
        step["working-directory"] ?? job.defaults?.run?.["working-directory"] ?? workflow.defaults?.run?.["working-directory"]
      );
      if (directory === null) return [];
      const isFailed = isFailedJob && failed.step !== null && (step.name ?? nameOf2(step.run)) === failed.step;
      return linesOf3(step.run).map((command) => ({ command, directory, file, job: id, position: position3, failed: isFailed }));
    });
  });
}
function isJob(job, id, shown) {
  const name = (job.name ?? id).replace(/\$\{\{.*?\}\}.*$/s, "").trim();
  return shown === name || name !== "" && shown.startsWith(name) || shown.split(" (")[0] === id;
}
function nameOf2(run) {
  return `Run ${run.trim().split("\n", 1)[0] ?? ""}`;
}
var isShell = (shell) => shell === void 0 || /^(?:bash|sh)\b/.test(shell);
function directoryOf(given) {
  const directory = posix39.normalize((given ?? ".").replace(/^\$\{\{\s*github\.workspace\s*\}\}\/?/, "")).replace(/^\.\/?|\/$/g, "");
  return directory.startsWith("..") || posix39.isAbsolute(directory) || directory.includes("${{") ? null : directory;
}
function linesOf3(run) {
  return run.replace(/\\\r?\n\s*/g, " ").split("\n").map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#") && !line.includes("${{"));
}

// src/suite/detect.ts
async function detectSuite(options12) {
  const { root, testCommand, setupCommand, workingDirectories: given } = options12;
  const ci = await readCiCommands(root, options12.failed ?? null);
  const atFailed = given.length === 0 && testCommand === null ? await detectFailed(options12, ci) : null;
  if (atFailed !== null) return atFailed;
  const place = given.length === 0 ? await findDirectories(root) : givenDirectories(given);
  if (!place.ok) {
    if (given.length > 0) return place;
    const found2 = await ask({ root, directory: "", names: await namesIn(root), testCommand, setupCommand, ci });
    if (found2.kind === "plan") return { ok: true, plan: found2.plan };
    return testCommand === null ? place : other(testCommand, setupCommand);
  }
  const [only] = place.directories;
  if (place.directories.length === 1 && only !== void 0) {
    const detected = await detectIn(options12, ci, only, place.reason);
    if (given.length > 0 || only !== "" || testCommand !== null) return detected;
    return withInner(options12, ci, detected);
  }
  const found = await Promise.all(place.directories.map((directory) => detectIn(options12, ci, directory, null)));
  const refused = found.find((each) => !each.ok);
  if (refused !== void 0 && given.length > 0) return refused;
  const parts = found.flatMap((each) => each.ok ? [each.plan] : []);
  const [first] = parts;
  if (first === void 0) return severalBelow(place.directories);
  return { ok: true, plan: parts.length === 1 ? first : several(parts, place.reason) };
}
async function detectFailed(options12, ci) {
  const { root, testCommand, setupCommand } = options12;
  for (const directory of new Set(ci.filter(({ failed }) => failed).map((each) => each.directory))) {
    if (directory === "") continue;
    const found = await ask({ root, directory, names: await namesIn(join54(root, directory)), testCommand, setupCommand, ci });
    if (found.kind !== "plan" || found.isFailedStep !== true) continue;
    const reasons = [`folder ${directory}: the step that failed runs there`, ...found.plan.reasons];
    return { ok: true, plan: { ...found.plan, reasons } };
  }
  return null;
}
async function withInner(options12, ci, own2) {
  const reach = own2.ok ? await reachOf(options12.root, own2.plan, ci) : { folders: await foldersWithManifests(options12.root), keepsRoot: false };
  const parts = [];
  for (const directory of reach.folders) {
    if (parts.some((part) => directory.startsWith(`${part.directory}/`) && part.runner !== "go test")) continue;
    const found = await detectIn(options12, ci, directory, null);
    if (found.ok && found.plan.runner !== "command") parts.push(found.plan);
  }
  const [first] = parts;
  if (first === void 0) return own2;
  const whole2 = own2.ok && reach.keepsRoot ? [own2.plan, ...parts] : parts;
  const reason = `folders with tests of their own: ${parts.map(({ directory }) => directory).join(", ")}`;
  return { ok: true, plan: whole2.length === 1 ? { ...first, reasons: [reason, ...first.reasons] } : several(whole2, reason) };
}
async function detectIn({ root, testCommand, setupCommand }, ci, directory, reason) {
  const names2 = await namesIn(join54(root, directory));
  const found = await ask({ root, directory, names: names2, testCommand, setupCommand, ci });
  if (found.kind === "plan") {
    const reasons = [...reason === null ? [] : [reason], ...found.plan.reasons];
    return { ok: true, plan: { ...found.plan, reasons } };
  }
  if (found.kind === "broken") return { ok: false, reason: found.reason };
  if (testCommand !== null) return other(testCommand, setupCommand, directory);
  const where = directory === "" ? "the root" : directory;
  return found.kind === "untested" ? refusal(found.looked, found.hint) : refusal([`package.json and manifests of other languages in ${where} (there is none)`]);
}
function several(parts, reason) {
  return {
    ecosystem: "other",
    directory: "",
    packageManager: [...new Set(parts.map((part) => part.packageManager))].join(", "),
    runner: "several",
    testCommand: parts.map((part) => part.directory === "" ? part.testCommand : `(cd ${part.directory} && ${part.testCommand})`).join(" && "),
    setupCommand: null,
    reasons: [...reason === null ? [] : [reason], ...parts.flatMap((part) => part.reasons.map((each) => `${part.directory}: ${each}`))],
    parts
  };
}
async function ask(request) {
  let best = { kind: "foreign" };
  let known2 = null;
  for (const ecosystem of ecosystems) {
    const found = await ecosystem.detect(request);
    if (found.kind === "plan" && found.isFailedStep === true) return found;
    if (found.kind === "plan" && !["other", "command"].includes(found.plan.runner)) known2 ??= found;
    if (known2 !== null && !request.ci.some(({ failed }) => failed)) return known2;
    if (found.kind === "plan" && best.kind !== "plan") best = found;
    else if (found.kind === "untested" && best.kind === "untested")
      best = { kind: "untested", looked: [...best.looked, ...found.looked], hint: best.hint ?? found.hint };
    else if (best.kind === "foreign") best = found;
  }
  return known2 ?? best;
}
function refusal(looked, hint = null) {
  return {
    ok: false,
    reason: `No test command found. Looked at: ${looked.join("; ")}. Set test-command (--test)${hint === null ? "" : `, or ${hint}`}.`
  };
}
function other(testCommand, setupCommand, directory = "") {
  const reasons = ["no manifest that is known", "test command: as given", "results by exit code and text"];
  return {
    ok: true,
    plan: { ecosystem: "other", directory, packageManager: "none", runner: "other", testCommand, setupCommand, reasons }
  };
}
function givenDirectories(given) {
  const directories = given.map((each) => posix40.normalize(each.replaceAll("\\", "/")).replace(/^\.\/?|\/$/g, ""));
  const outside4 = directories.findIndex((directory) => directory.startsWith("..") || posix40.isAbsolute(directory));
  if (outside4 >= 0) return { ok: false, reason: `working-directory ${given[outside4]} lies outside of the repository.` };
  return { ok: true, directories: [...new Set(directories)], reason: null };
}
async function findDirectories(root) {
  const names2 = await namesIn(root);
  const isManifest = (name) => ecosystems.some((ecosystem) => ecosystem.isManifest(name));
  if (names2.some(isManifest)) return { ok: true, directories: [""], reason: null };
  const below2 = await foldersWithManifests(root);
  const nearest = Math.min(...below2.map((folder) => folder.split("/").length));
  const found = below2.filter((folder) => folder.split("/").length === nearest);
  const [only] = found;
  if (only === void 0) return { ok: false, reason: nothingFound("there is none", "") };
  const reason = found.length === 1 ? `folder ${only}: the only one with a manifest` : `folders with a manifest: ${found.join(", ")}`;
  return { ok: true, directories: found, reason };
}
function severalBelow(directories) {
  return { ok: false, reason: nothingFound(`none tells of tests below: ${directories.join(", ")}`, " or working-directory") };
}
function nothingFound(where, hint) {
  return `No test command found. Looked at: package.json in the root and in its folders, and manifests of other languages (${where}). Set test-command (--test)${hint}.`;
}

// src/suite/install.ts
var import_node_crypto3 = __toESM(require_crypto(), 1);
import { mkdir as mkdir8, realpath as realpath5 } from "node:fs/promises";
import { join as join55, posix as posix41 } from "node:path";
async function install(plan, env, givenRoot, options12) {
  if (plan.setupCommand === null) return { ok: true, seconds: 0, did: "nothing to install" };
  const root = await realpath5(givenRoot);
  const cwd = posix41.join(root, plan.directory);
  const ecosystem = ecosystemOf(plan.ecosystem);
  const present = await ecosystem.alreadyInstalled(cwd, plan);
  const line = present === null ? plan.setupCommand : await ecosystem.bringsManager?.({ plan, env, root, cwd }) ?? null;
  if (line === null) return { ok: true, seconds: 0, did: present ?? "" };
  const setup = (command, timeoutMs) => runSetup(command, { plan: { ...plan, setupCommand: command }, env, root, cwd }, { ...options12, timeoutMs });
  const result = await setup(line, options12.timeoutMs);
  const { seconds: seconds3 } = result;
  if (present !== null) return { ok: true, seconds: 0, did: present };
  if (result.exitCode === 0) return { ok: true, seconds: seconds3, did: `ran \`${lineAsTold(line)}\`` };
  const failed = installFailure(result, line, options12.timeoutMs);
  let spent = seconds3;
  let last = { line, result };
  while (!last.result.aborted && !last.result.timedOut) {
    const other2 = ecosystem.otherwise?.(last.result, last.line) ?? null;
    if (other2 === null) break;
    last = { line: other2, result: await setup(other2, options12.timeoutMs - 1e3 * spent) };
    spent += last.result.seconds;
    if (last.result.exitCode === 0) return { ok: true, seconds: spent, did: `ran \`${lineAsTold(other2)}\``, failed };
  }
  const anyway = last.result.aborted ? null : ecosystem.goesOn?.(last.result, plan, cwd) ?? null;
  return anyway === null ? { ok: false, seconds: spent, reason: failed } : { ok: true, seconds: spent, did: anyway, failed };
}
async function runSetup(line, { plan, env, root, cwd }, options12) {
  await mkdir8(env.scratch, { recursive: true });
  const scratch = await realpath5(env.scratch);
  const folder = join55(scratch, `install-${(0, import_node_crypto3.randomUUID)()}`);
  const home = join55(folder, "home");
  await mkdir8(home, { recursive: true });
  const base = repositoryEnvironment({ from: process.env, profile: "install", home });
  const around = await ecosystemOf(plan.ecosystem).installsIn?.({ plan, env, root, cwd, folder });
  const environment = { ...base, ...env.testEnv, ...around?.environment, NODE_ENV: "development", npm_config_update_notifier: "false" };
  const path2 = [around?.environment.PATH, env.testEnv.PATH ?? base.PATH].filter((part) => part !== void 0).join(":");
  const argv = env.sandbox.wrap(["sh", "-c", line], "install", {
    cwd,
    writable: [root, folder, ...around?.writable ?? []],
    readable: around?.readable
  });
  const { timeoutMs, signal } = options12;
  return runCommand({ argv, cwd, env: { ...environment, PATH: path2 }, timeoutMs, signal, outputFile: join55(folder, "output.txt") });
}
function lineAsTold(line) {
  return line.replace(/ -c '[^']{80,}'/g, " -c '\u2026'");
}
function installFailure(result, line, timeoutMs) {
  const command = lineAsTold(line);
  const said = installErrors(`${result.stdout}
${result.stderr}`);
  if (result.failedToStart !== null) return `\`${command}\` could not be started: ${result.failedToStart}`;
  if (result.aborted) return `\`${command}\` was aborted`;
  if (result.timedOut) return `\`${command}\` did not end within ${Math.round(timeoutMs / 1e3)} s
${said}`.trim();
  const program4 = command.split(" ")[0] ?? command;
  const missing = result.exitCode === 127 ? `${program4} is not installed here: install it in an earlier step, or set setup-command. ` : "";
  return `${missing}\`${command}\` failed (${result.exitCode === null ? `signal ${result.signal}` : `exit code ${result.exitCode}`})
${said}`.trim();
}
function installErrors(output2) {
  const lines2 = plain(output2).split("\n");
  const prefix = /^\s*(?:npm (?:ERR!|error)|error|ERR_PNPM_\S+|➤ YN\d+: [│└┌].*Error|ERROR)(?::|\s|$)/;
  const noise = /^(?:A complete log of this run|code E?LIFECYCLE|$|.*debug-0\.log|errno -?\d+)/;
  const own2 = lines2.filter((line) => prefix.test(line)).map((line) => line.replace(/^\s*npm (?:ERR!|error)\s?/, "").trimEnd());
  const useful = [...new Set(own2.filter((line) => !noise.test(line)))];
  const ofScript = useful.every((line) => /^(?:code \d+|signal|path |command |Command failed)/.test(line));
  if (!ofScript) return useful.slice(0, 12).join("\n");
  const rest = lines2.filter((line) => !prefix.test(line) && !/^npm warn\b/.test(line));
  return [...useful.filter((line) => /^command sh -c /.test(line)), distill(rest.join("\n"), 12)].join("\n");
}

// src/suite/report.ts
async function readReport(text2) {
  const raw = await rawResults(text2.replace(/^\uFEFF/, ""));
  if (raw === null || raw.length === 0) return null;
  const builder = new ResultBuilder(rootIn(text2));
  for (const result of raw) builder.add(result);
  return builder.results;
}
async function rawResults(text2) {
  if (/^\s*</.test(text2)) return parseJUnit(text2)?.cases.map(ofCase) ?? await trxResults(text2);
  if (/^\s*\{"(?:Time|Action|ImportPath)":/.test(text2)) return await goResults(text2) ?? null;
  if (/^\s*[{[]/.test(text2)) return parseJsonReport(text2) ?? rspecResults(text2);
  const tap = await readTap(text2);
  return tap.isTap ? tap.results : null;
}
var elsewhere2 = { root: "/", cwd: "/", directory: "", sources: new SourceIndex("/dev/null") };
async function trxResults(text2) {
  const { results: results2 } = await readTrx(text2, elsewhere2);
  return results2.length === 0 ? null : results2;
}
async function goResults(text2) {
  const reading = await readGoEvents(text2, { ...elsewhere2, stderr: "" });
  return reading === null ? null : reading.results.map((result) => ({ ...result, file: result.file ?? placeIn(result.message) }));
}
function placeIn(message) {
  return /^\s*([\w./-]+_test\.go):\d+:/m.exec(message ?? "")?.[1] ?? null;
}
function rspecResults(text2) {
  const report2 = parseRspec(text2);
  return report2 === null ? null : report2.examples.map((example) => exampleResult(example, ""));
}
function ofCase({ name, classname, file: told2, line, seconds: seconds3, status, message, details: details2 }) {
  const said = [message, details2].filter((part) => part !== null && part !== "").join("\n");
  const file = told2?.replace(/::.*$/, "") ?? fileIn(said, classname);
  return {
    file,
    path: [...classname === null || name.startsWith(classname) ? [] : [classname], name],
    name,
    status,
    line: line ?? lineIn3(said, file),
    seconds: seconds3,
    ...status === "failed" ? { message: message ?? details2 ?? "failed", stack: said, ...expectation(said) } : {}
  };
}
function fileIn(said, classname) {
  if (classname === null) return null;
  const outer = classname.replace(/\$.*$/, "");
  const traced = said.split("\n").flatMap((each) => positionIn(each) ?? []);
  const own2 = traced.find(({ file }) => {
    const stem = file.replace(/\.\w+$/, "").replaceAll("/", ".").replace(/^\.+/, "");
    return stem === outer || outer.startsWith(`${stem}.`) || stem.endsWith(`.${outer}`);
  });
  return own2?.file ?? null;
}
function lineIn3(said, file) {
  if (file === null) return null;
  const position3 = said.split("\n").flatMap((each) => positionIn(each) ?? []);
  return position3.find((each) => each.file === file)?.line ?? null;
}
function rootIn(text2) {
  const [root = "/"] = /(?:\/home\/runner\/work|\/Users\/runner\/work|\/__w)\/([^/\s"']+)\/\1(?=\/)/.exec(text2) ?? [];
  return { root, cwd: root };
}

export {
  conclude,
  namesIn,
  fromDataUrl,
  parseSourceMap,
  originalLine,
  ecosystems,
  ecosystemOf,
  detectSuite,
  install,
  lineAsTold,
  readReport
};
//# sourceMappingURL=chunk-4UI3MT55.js.map
