import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);
import {
  isOutsideOfTests,
  isTestFile,
  withoutReplaced
} from "./chunk-QPTAJ43X.js";
import {
  protectionOf
} from "./chunk-PDB6PGBS.js";
import {
  require_lib
} from "./chunk-RNX7ORRL.js";
import {
  __toESM
} from "./chunk-G62E4XM6.js";

// src/suite/integrity/changes.ts
async function readChanges(patch, read) {
  return Promise.all(
    parsePatch(patch).map(async (file) => {
      const { path, oldPath, binary } = file;
      const old = file.created ? null : await read(oldPath);
      const whole = binary ? null : applyHunks(old ?? "", file.hunks);
      if (whole !== null || binary) return { path, oldPath, binary, before: old, after: file.deleted ? null : whole };
      return { path, oldPath, binary, before: side(file.hunks, "-"), after: file.deleted ? null : side(file.hunks, "+") };
    })
  );
}
function parsePatch(patch) {
  const files = [];
  for (const part of patch.split(/^(?=diff --git )/m)) {
    const lines = part.split("\n");
    const first = lines.findIndex((line) => line.startsWith("@@"));
    const head = first < 0 ? lines : lines.slice(0, first);
    const named = (prefix) => unquote(head.find((line) => line.startsWith(prefix))?.slice(prefix.length) ?? null);
    const git = /^diff --git ("a\/.*?(?<!\\)"|a\/.+?) ("b\/.*"|b\/.+)$/.exec(lines[0] ?? "");
    const from = named("rename from ") ?? named("--- ");
    const to = named("rename to ") ?? named("+++ ");
    const oldPath = from === null || from === "/dev/null" ? withoutSide(unquote(git?.[1] ?? null)) : withoutSide(from);
    const path = to === null || to === "/dev/null" ? withoutSide(unquote(git?.[2] ?? null)) ?? oldPath : withoutSide(to);
    if (path === null) continue;
    files.push({
      path,
      oldPath: oldPath ?? path,
      created: from === "/dev/null" || head.some((line) => line.startsWith("new file mode")),
      deleted: to === "/dev/null" || head.some((line) => line.startsWith("deleted file mode")),
      binary: head.some((line) => line.startsWith("GIT binary patch") || line.startsWith("Binary files ")),
      hunks: first < 0 ? [] : parseHunks(lines.slice(first))
    });
  }
  return files;
}
function withoutSide(path) {
  return path === null ? null : path.replace(/^[ab]\//, "");
}
function unquote(text) {
  if (text === null) return null;
  const bare = text.replace(/\t.*$/, "").replace(/\r$/, "");
  const quoted = /^"(.*)"$/.exec(bare)?.[1];
  if (quoted === void 0) return bare;
  const bytes = [];
  const escapes2 = { n: 10, t: 9, r: 13, a: 7, b: 8, v: 11, f: 12 };
  for (const [piece, octal, letter] of quoted.matchAll(/\\([0-3][0-7]{2})|\\(.)|[^\\]/gsu)) {
    if (octal !== void 0) bytes.push(Number.parseInt(octal, 8));
    else if (letter !== void 0) bytes.push(escapes2[letter] ?? letter.charCodeAt(0));
    else bytes.push(...Buffer.from(piece));
  }
  return Buffer.from(bytes).toString();
}
function parseHunks(lines) {
  const hunks = [];
  for (const line of lines) {
    const header = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,\d+)? @@/.exec(line);
    if (header !== null) hunks.push({ from: Math.max(0, Number(header[1]) - (header[2] === "0" ? 0 : 1)), lines: [] });
    else if (/^[ +\-\\]/.test(line)) hunks.at(-1)?.lines.push(line);
  }
  return hunks;
}
function applyHunks(text, hunks) {
  const old = text === "" ? [] : text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const result = [];
  let at = 0;
  for (const { from, lines } of hunks) {
    if (from < at || from > old.length) return null;
    result.push(...old.slice(at, from));
    at = from;
    for (const [index, line] of lines.entries()) {
      if (line.startsWith("\\")) continue;
      const body = `${line.slice(1)}${lines[index + 1]?.startsWith("\\") ? "" : "\n"}`;
      if (line.startsWith("+")) {
        result.push(body);
        continue;
      }
      if (old[at]?.replace(/\r?\n$/, "") !== body.replace(/\r?\n$/, "")) return null;
      if (line.startsWith(" ")) result.push(old[at] ?? body);
      at++;
    }
  }
  return [...result, ...old.slice(at)].join("");
}
function side(hunks, sign) {
  const lines = hunks.flatMap((hunk) => hunk.lines.filter((line) => line.startsWith(sign) || line.startsWith(" ")));
  return lines.map((line) => `${line.slice(1)}
`).join("");
}

// src/suite/integrity/javascript-print.ts
var import_parser = __toESM(require_lib(), 1);
var pluginSets = (path) => /\.[cm]?ts$/.test(path) ? [["typescript", "decorators-legacy"]] : /\.tsx$/.test(path) ? [["typescript", "jsx", "decorators-legacy"]] : [
  ["jsx", "decorators"],
  ["flow", "jsx", "decorators-legacy"]
];
function parseScript(path, text) {
  for (const plugins of pluginSets(path)) {
    try {
      return (0, import_parser.parse)(text, {
        plugins,
        sourceType: "unambiguous",
        errorRecovery: true,
        allowReturnOutsideFunction: true,
        allowAwaitOutsideFunction: true,
        allowUndeclaredExports: true,
        allowSuperOutsideMethod: true,
        allowNewTargetOutsideFunction: true,
        allowImportExportEverywhere: true
      });
    } catch {
    }
  }
  return null;
}
var skipped = /* @__PURE__ */ new Set([
  ...["type", "start", "end", "loc", "range", "extra", "errors", "tokens", "comments", "async", "definite", "declare"],
  ...["leadingComments", "trailingComments", "innerComments", "typeAnnotation", "returnType", "typeParameters", "typeArguments"],
  ...["superTypeParameters", "implements", "predicate", "accessibility", "readonly", "override", "importKind", "exportKind"]
]);
function childNodes(node) {
  let found = children.get(node);
  if (found === void 0) {
    found = collectChildren(node);
    children.set(node, found);
  }
  return found;
}
var children = /* @__PURE__ */ new WeakMap();
function collectChildren(node) {
  const found = [];
  for (const [key, value] of Object.entries(node)) {
    if (skipped.has(key)) continue;
    if (Array.isArray(value)) for (const item2 of value) found.push(...isNode(item2) ? [item2] : []);
    else if (isNode(value)) found.push(value);
  }
  return found;
}
function isNode(value) {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
function constantOf(node) {
  switch (node?.type) {
    case "StringLiteral":
    case "NumericLiteral":
    case "BooleanLiteral":
      return node.value;
    case "NullLiteral":
      return null;
    case "TemplateLiteral": {
      const parts = node.quasis.flatMap((quasi, index) => [
        quasi.value.cooked ?? "",
        ...[node.expressions[index]].filter(isNode).map(constantOf)
      ]);
      return parts.includes(void 0) ? void 0 : parts.join("");
    }
    case "UnaryExpression": {
      const value = constantOf(node.argument);
      if (value === void 0) return node.operator === "void" ? null : void 0;
      return node.operator === "-" ? -Number(value) : node.operator === "!" ? !value : node.operator === "+" ? Number(value) : void 0;
    }
    case "BinaryExpression":
      return folded(node.operator, constantOf(node.left), constantOf(node.right));
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "ParenthesizedExpression":
      return constantOf(node.expression);
    default:
      return void 0;
  }
}
function folded(operator, left, right) {
  if (left === void 0 || right === void 0) return void 0;
  if (operator === "+") return typeof left === "string" || typeof right === "string" ? `${left}${right}` : Number(left) + Number(right);
  if (operator === "===" || operator === "==") return left === right;
  if (operator === "!==" || operator === "!=") return left !== right;
  if (operator === "<" || operator === "<=") return operator === "<" ? Number(left) < Number(right) : Number(left) <= Number(right);
  if (operator === ">" || operator === ">=") return operator === ">" ? Number(left) > Number(right) : Number(left) >= Number(right);
  return void 0;
}
function propertyName(node) {
  if (node.type !== "MemberExpression" && node.type !== "OptionalMemberExpression") return null;
  if (!node.computed) return node.property.type === "Identifier" ? node.property.name : null;
  const value = constantOf(node.property);
  return typeof value === "string" ? value : null;
}
function print(node, holes = { bodies: [], awaits: 0 }) {
  if (!node) return "";
  const value = constantOf(node);
  if (value !== void 0) return JSON.stringify(value);
  const each = (nodes) => nodes.map((item2) => print(item2, holes)).join(",");
  switch (node.type) {
    case "Identifier":
      return node.name;
    case "ThisExpression":
      return "this";
    case "RegExpLiteral":
      return `/${node.pattern}/${node.flags}`;
    case "MemberExpression":
    case "OptionalMemberExpression": {
      const name = propertyName(node);
      return `${print(node.object, holes)}${name === null ? `[${print(node.property, holes)}]` : `.${name}`}`;
    }
    case "CallExpression":
    case "OptionalCallExpression":
      return `${print(node.callee, holes)}(${each(node.arguments)})`;
    case "NewExpression":
      return `new ${print(node.callee, holes)}(${each(node.arguments)})`;
    case "ArrayExpression":
      return `[${each(node.elements)}]`;
    case "AwaitExpression":
      holes.awaits++;
      return print(node.argument, holes);
    case "ExpressionStatement":
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "TSTypeAssertion":
      return print(node.expression, holes);
    case "BinaryExpression":
    case "LogicalExpression":
    case "AssignmentExpression":
      return `(${print(node.left, holes)} ${node.operator} ${print(node.right, holes)})`;
    case "UnaryExpression":
      return `${node.operator} ${print(node.argument, holes)}`;
    case "ArrowFunctionExpression":
      if (node.body.type === "BlockStatement") return `fn(${each(node.params)}){}${hole(node.body.body, holes)}`;
      return `fn(${each(node.params)}){}${hole([{ ...node.body, type: "ExpressionStatement", expression: node.body }], holes)}`;
    case "FunctionExpression":
      return `fn(${each(node.params)}){}${hole(node.body.body, holes)}`;
    case "BlockStatement":
      return `{}${hole(node.body, holes)}`;
    case "SwitchCase":
      return `case ${print(node.test, holes)}:{}${hole(node.consequent, holes)}`;
    case "ObjectProperty":
      return `${print(node.key.type === "Identifier" && !node.computed ? { ...node.key, type: "StringLiteral", value: node.key.name } : node.key, holes)}:${print(node.value, holes)}`;
    case "ReturnStatement":
      return `return ${print(node.argument, holes)}`;
    case "IfStatement":
      return `if(${print(node.test, holes)})${inner(node.consequent, holes)}${node.alternate ? `else ${inner(node.alternate, holes)}` : ""}`;
    case "ForStatement":
    case "ForInStatement":
    case "ForOfStatement":
    case "WhileStatement":
    case "DoWhileStatement": {
      const { body, ...head } = node;
      return `${node.type}(${each(childNodes({ ...head, body: { type: "EmptyStatement" } }))})${inner(body, holes)}`;
    }
    default: {
      const words = Object.entries(node).filter(
        ([key, item2]) => !skipped.has(key) && ["string", "boolean", "number"].includes(typeof item2)
      );
      return `${node.type}<${words.map(([, item2]) => String(item2)).join(" ")}>(${each(childNodes(node))})`;
    }
  }
}
function inner(node, holes) {
  return node.type === "BlockStatement" ? print(node, holes) : `{}${hole([node], holes)}`;
}
function hole(body, holes) {
  holes.bodies.push([...body]);
  return "";
}

// src/suite/integrity/javascript-items.ts
var testNames = /* @__PURE__ */ new Set(["it", "test", "specify", "xit", "xtest", "fit", "tape", "bench", "property"]);
var groupNames = /* @__PURE__ */ new Set(["describe", "context", "suite", "xdescribe", "fdescribe", "xcontext"]);
function itemsOf(statements) {
  return statements.flatMap(itemsOfStatement);
}
function itemsOfStatement(statement) {
  switch (statement.type) {
    case "EmptyStatement":
    case "TSInterfaceDeclaration":
    case "TSTypeAliasDeclaration":
      return [];
    case "ImportDeclaration": {
      const from = JSON.stringify(statement.source.value);
      if (statement.importKind === "type") return [];
      const names = statement.specifiers.map((specifier) => [`import ${print(specifier)} from ${from}`, specifier.local.name]);
      return (names.length > 0 ? names : [[`import ${from}`, null]]).map(
        ([text, name]) => leaf("import", text, name, statement)
      );
    }
    case "ExportNamedDeclaration":
      return statement.declaration ? itemsOfStatement(statement.declaration) : [leaf("statement", print(statement), null, statement)];
    case "VariableDeclaration":
      return statement.declarations.flatMap((declarator) => {
        const { id, init } = declarator;
        if (id.type === "ObjectPattern" && init && !id.properties.some((property) => property.type === "RestElement"))
          return id.properties.map(
            (property) => leaf(
              "import",
              `let ${print(property)} of ${print(init)}`,
              property.type === "ObjectProperty" ? print(property.value) : null,
              statement
            )
          );
        const holes = noHoles();
        const text = `let ${print(id, holes)} = ${print(init, holes)}`;
        return [item("definition", text, text, id.type === "Identifier" ? id.name : null, statement, holes)];
      });
    case "FunctionDeclaration": {
      const holes = noHoles();
      const text = `function ${statement.id?.name}(${statement.params.map((param) => print(param, holes)).join(",")})`;
      holes.bodies.push(statement.body.body);
      return [item("definition", text, text, statement.id?.name ?? null, statement, holes)];
    }
    case "BlockStatement":
      return itemsOf(statement.body);
    case "ExpressionStatement": {
      const { expression } = statement;
      const call = expression.type === "AwaitExpression" ? expression.argument : expression;
      return [call.type === "CallExpression" ? callItem(call, statement) : generic("statement", statement)];
    }
    case "ReturnStatement":
    case "ThrowStatement":
    case "BreakStatement":
    case "ContinueStatement":
      return [generic("jump", statement)];
    default:
      return [generic("statement", statement)];
  }
}
var enders = /^(?:process\.(?:exit|reallyExit|abort)|done|(?:t|this|ctx|context|assert)\.(?:skip|end|done)|(?:it|test)\.skip|pending)\(/;
function callItem(call, statement) {
  const [title, ...rest] = call.arguments;
  const name = constantOf(title);
  const kind = kindOfCall(call);
  if (kind === null || typeof name !== "string") return generic(enders.test(print(call)) ? "jump" : "statement", statement);
  const holes = noHoles();
  const head = print(call.callee, holes);
  const others = rest.map((argument) => print(argument, holes)).join(",");
  return item(kind, `${head}(${JSON.stringify(name)},${others})`, `${head}(${others})`, name, statement, holes);
}
function kindOfCall({ callee }) {
  let at = callee;
  const names = [];
  for (; ; ) {
    if (at.type === "MemberExpression") {
      names.push(propertyName(at) ?? "");
      at = at.object;
    } else if (at.type === "CallExpression") at = at.callee;
    else if (at.type === "TaggedTemplateExpression") at = at.tag;
    else break;
  }
  const root2 = at.type === "Identifier" ? at.name : "";
  if (groupNames.has(root2) || names.some((name) => groupNames.has(name))) return "group";
  return testNames.has(root2) || names.includes("test") || names.includes("it") ? "test" : null;
}
function noHoles() {
  return { bodies: [], awaits: 0 };
}
function generic(kind, statement) {
  const holes = noHoles();
  const text = print(statement, holes);
  const name = statement.type === "ClassDeclaration" ? statement.id?.name ?? null : null;
  return item(kind, text, text, name, statement, holes);
}
function leaf(kind, text, name, node) {
  return item(kind, text, text, name, node, noHoles());
}
function item(kind, text, untitled, name, node, holes) {
  const children2 = holes.bodies.flatMap(itemsOf);
  return { kind, text, untitled, name, line: node.loc?.start.line ?? 1, awaits: holes.awaits, children: children2 };
}
function boundNames(node) {
  switch (node.type) {
    case "Identifier":
      return [node.name];
    case "AssignmentPattern":
      return boundNames(node.left);
    case "ObjectProperty":
      return boundNames(node.value);
    default:
      return childNodes(node).flatMap(boundNames);
  }
}

// src/suite/integrity/javascript-code.ts
function* walk(node, parents = []) {
  yield { node, parents };
  const below = [...parents, node];
  for (const child of childNodes(node)) yield* walk(child, below);
}
function literalsOf(file) {
  const found = /* @__PURE__ */ new Set();
  for (const { node } of walk(file.program)) {
    const value = constantOf(node);
    if (value !== void 0) found.add(JSON.stringify(value));
  }
  return found;
}
function functionsOf(file) {
  const found = [];
  for (const { node, parents } of walk(file.program)) {
    if (!isFunction(node)) continue;
    const name = nameOf(node, parents);
    if (name === null) continue;
    const names = new Set(node.params.flatMap(boundNames));
    found.push({
      name,
      line: node.loc?.start.line ?? 1,
      parameters: node.params.length,
      usesInput: [...walk(node.body)].some(({ node: at, parents: above }) => isInput(at, names, above)),
      text: [...walk(node.body)].map(({ node: at }) => at.type).join(" ").slice(0, 2e3)
    });
  }
  return found;
}
function isFunction(node) {
  return /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|ObjectMethod|ClassMethod|ClassPrivateMethod)$/.test(node.type);
}
function nameOf(node, parents) {
  if ("id" in node && node.id) return node.id.name;
  if ("key" in node) {
    const owner = parents.findLast(({ type }) => type === "ClassDeclaration");
    return `${owner?.type === "ClassDeclaration" ? owner.id?.name : ""}.${print(node.key)}`;
  }
  const parent = parents.at(-1);
  if (parent?.type === "VariableDeclarator") return print(parent.id);
  if (parent?.type === "AssignmentExpression") return print(parent.left).replace(/^(?:module\.)?exports\.(?=\w)/, "");
  return parent?.type === "ObjectProperty" ? print(parent.key) : null;
}
function isInput(node, names, parents) {
  if (node.type === "Identifier") return names.has(node.name) || node.name === "arguments";
  if (node.type === "ThisExpression" || node.type === "Super" || node.type === "YieldExpression") return true;
  if (node.type === "CallExpression" || node.type === "TaggedTemplateExpression" || node.type === "ImportExpression") return true;
  return node.type === "NewExpression" && !parents.some(({ type }) => type === "ThrowStatement");
}
function branchesOf(file) {
  const found = [];
  for (const { node, parents } of walk(file.program)) {
    const line = node.loc?.start.line ?? 1;
    if (node.type === "IfStatement" || node.type === "ConditionalExpression")
      found.push({ ...comparedIn(node.test), answers: answersIn(node.consequent), line, table: false });
    if (node.type === "LogicalExpression" && node.operator === "&&" && answersIn(node.right).length > 0)
      found.push({ ...comparedIn(node.left), answers: answersIn(node.right), line, table: false });
    if (node.type === "SwitchCase" && node.test) {
      const parent = parents.at(-1);
      const subject = parent?.type === "SwitchStatement" ? print(parent.discriminant) : "";
      const value = constantOf(node.test);
      const group = parent?.type === "SwitchStatement" ? parent.cases.slice(parent.cases.indexOf(node)) : [node];
      const body = group.find(({ consequent }) => consequent.length > 0);
      found.push({
        subject,
        compared: value === void 0 ? comparedIn(node.test).compared : [JSON.stringify(value)],
        answers: (body?.consequent ?? []).flatMap(answersIn),
        line,
        table: false
      });
    }
    const table = tableOf(node);
    if (table !== null) found.push({ ...table, line, table: true });
  }
  return found.filter(({ compared }) => compared.length > 0);
}
function comparedIn(test) {
  const compared = [];
  const subjects = [];
  const bounds = /* @__PURE__ */ new Map();
  for (const { node } of walk(test)) {
    if (node.type === "BinaryExpression" && /^(?:[!=]==?|[<>]=?)$/.test(node.operator)) {
      for (const [side2, other] of [
        [node.left, node.right],
        [node.right, node.left]
      ]) {
        const value = constantOf(side2);
        if (value === void 0 || constantOf(other) !== void 0) continue;
        const subject = print(other);
        if (/[<>]/.test(node.operator)) {
          if (typeof value === "number") bounds.set(subject, [...bounds.get(subject) ?? [], value]);
          continue;
        }
        compared.push(...flatLiterals(JSON.stringify(value)), ...solutions(other, value));
        subjects.push(subject);
      }
    }
    if (node.type === "CallExpression" && node.callee.type === "MemberExpression" && /^(?:includes|has|is|isEqual|isDeepStrictEqual|startsWith|test|some)$/.test(propertyName(node.callee) ?? "")) {
      const values = [...literalList(node.callee.object), ...node.arguments.flatMap(literalList)];
      compared.push(...values);
      subjects.push(...node.arguments.map((argument) => print(argument)));
      if (node.callee.object.type === "RegExpLiteral") {
        const exact = /^\^([\w .@,-]+)\$$/.exec(node.callee.object.pattern)?.[1];
        if (exact !== void 0) compared.push(...flatLiterals(JSON.stringify(exact)));
        else compared.push(...literalRuns(node.callee.object.pattern));
      }
    }
  }
  for (const [subject, values] of bounds) {
    const between = numbersBetween(values);
    compared.push(...between);
    if (between.length > 0) subjects.push(subject);
  }
  return { compared, subject: subjects.join(" ") };
}
function literalRuns(pattern) {
  return pattern.split(/\\.|\[.*?\]|[\^$.*+?(){}|]/).filter((run) => run.length > 2).map((run) => JSON.stringify(run));
}
function numbersBetween(bounds) {
  const [low, high] = [Math.min(...bounds), Math.max(...bounds)];
  if (bounds.length < 2 || high - low > 4) return [];
  const found = [];
  for (let value = Math.ceil(low); value <= high; value++) found.push(String(value));
  return found;
}
function solutions(node, value) {
  if (node.type !== "BinaryExpression" || typeof value !== "number") return [];
  const operand = constantOf(node.right);
  if (typeof operand !== "number") return [];
  const solved = {
    "-": value + operand,
    "+": value - operand,
    "*": value / operand,
    "/": value * operand,
    "^": value ^ operand
  };
  const solution = solved[node.operator];
  return solution === void 0 || !Number.isFinite(solution) ? [] : [String(solution)];
}
function flatLiterals(literal3) {
  const text = JSON.parse(literal3);
  if (typeof text !== "string") return [literal3];
  const inside = text.match(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?/g) ?? [];
  return /^[[{]/.test(text) ? [literal3, ...inside] : inside[0] === text ? [literal3, text] : [literal3];
}
function literalList(node) {
  const value = constantOf(node);
  if (value !== void 0) return [JSON.stringify(value)];
  if (node.type === "ArrayExpression") return node.elements.flatMap((element) => element ? literalList(element) : []);
  return node.type === "NewExpression" ? node.arguments.flatMap(literalList) : [];
}
function answersIn(node) {
  if (node.type === "BlockStatement") return node.body.flatMap(answersIn);
  const value = node.type === "ReturnStatement" ? node.argument : node.type === "ExpressionStatement" && node.expression.type === "AssignmentExpression" ? node.expression.right : /Statement|Declaration/.test(node.type) ? null : node;
  return value ? valuesIn(value) : [];
}
function valuesIn(node) {
  const value = constantOf(node);
  if (value !== void 0) return [JSON.stringify(value)];
  if (node.type === "ArrayExpression") return node.elements.flatMap((element) => element ? valuesIn(element) : []);
  if (node.type === "ObjectExpression")
    return node.properties.flatMap((property) => property.type === "ObjectProperty" ? valuesIn(property.value) : []);
  return node.type === "NewExpression" ? node.arguments.flatMap(valuesIn) : [];
}
function tableOf(node) {
  const pairs = [];
  if (node.type === "ObjectExpression") {
    for (const property of node.properties) {
      if (property.type !== "ObjectProperty") continue;
      const constant = constantOf(property.key);
      const key = constant !== void 0 ? String(constant) : property.key.type === "Identifier" && !property.computed ? property.key.name : null;
      if (key !== null) pairs.push([key, valuesIn(property.value)]);
    }
  } else if (node.type === "NewExpression" && print(node.callee) === "Map" && node.arguments[0]?.type === "ArrayExpression") {
    for (const entry of node.arguments[0].elements)
      if (entry?.type === "ArrayExpression" && entry.elements.length === 2)
        pairs.push([keyOfEntry(entry), entry.elements[1] ? valuesIn(entry.elements[1]) : []]);
  }
  const answered = pairs.filter(([, values]) => values.length > 0);
  if (answered.length === 0) return null;
  return {
    subject: "",
    compared: answered.flatMap(([key]) => [JSON.stringify(key), key, ...flatLiterals(JSON.stringify(key)), ...piecesOf(key)]),
    answers: answered.flatMap(([, values]) => values)
  };
}
function keyOfEntry({ elements: [key] }) {
  const constant = constantOf(key);
  return constant === void 0 ? key ? literalList(key).join("") : "" : String(constant);
}
function piecesOf(key) {
  const pieces = key.split(/[/|:,;_#\s]+/).filter((piece) => piece !== "");
  return pieces.length < 2 ? [] : pieces.flatMap((piece) => [JSON.stringify(piece), .../^\d+(?:\.\d+)?$/.test(piece) ? [piece] : []]);
}

// src/suite/integrity/vocabulary.ts
var runnerVariables = /^(?:VITEST(?:_\w+)?|JEST_WORKER_ID|MOCHA(?:_\w+)?|NODE_TEST_CONTEXT|NODE_TEST_WORKER_ID|AVA_\w+|TAP(?:_CHILD_ID|_JOBS)?|KARMA\w*|CYPRESS\w*|PLAYWRIGHT_TEST\w*|STRYKER_MUTATOR_WORKER|PYTEST_\w+|_PYTEST_\w+|TOX_\w+|REGREEN_\w+|npm_lifecycle_(?:event|script)|_?called_from_test|_?(?:IS|IN|UNDER|RUNNING)_TEST(?:S|ING)?)$/;
var runnerNames = /^(?:@?jest(?:-\w+)?(?:\.js)?|vitest(?:\.m?js)?|_?mocha(?:\.c?js)?|jasmine|ava|tape|node:test|_?pytest(?:\.\w+)*|py\.test|unittest(?:\.\w+)*|nose2?|@jest\/globals)$/;
var testGlobals = /* @__PURE__ */ new Set([
  ...["describe", "it", "test", "jest", "vi", "vitest", "mocha", "expect", "beforeEach", "afterEach", "beforeAll", "afterAll", "jasmine"],
  ...["suite", "__vitest_worker__", "__vitest_environment__", "__coverage__"]
]);
var namesTestFile = /^[^*?{}\s]*(?:[._-](?:test|spec)s?\.[cm]?[jt]sx?|(?:^|\/)test_\w+\.py|_test\.(?:py|go|rb)|\.snap|(?:^|\/)(?:__tests__|__snapshots__|conftest)(?:\/[^*]*|\.py)?)$/;
var sharedObjects = /^(?:globalThis\.|global\.|window\.)?(?:Object|Array|String|Number|Boolean|Symbol|Math|JSON|Promise|Map|Set|Date|RegExp|Function|Reflect|Error|AssertionError|assert(?:\.\w+)?|expect|chai(?:\.\w+)?|should|console|process|require|module\.constructor|Module)(?:\.prototype)?$/;
var imitatesReport = /^\s*(?:ok \d+\b|TAP version \d+|# (?:pass|fail) +\d|Tests?:? +\d+ passed|\d+ pass(?:ed|ing)\b|--- PASS: |test result: ok\.|##teamcity\[test|<testsuites?\b|OK \(\d+ tests?)|"num(?:Failed|Passed)Tests"/;

// src/suite/integrity/javascript-disguises.ts
var madeFromText = ({ node, isTest }) => {
  if (isTest || node.type !== "CallExpression" && node.type !== "NewExpression") return null;
  const callee = print(node.callee);
  const evaluates = /^(?:(?:globalThis|global|window)\.)?(?:eval|Function)$|^vm\.\w+|^\(0, ?eval\)$|\bFunction\.constructor$/.test(callee);
  return evaluates ? ["unreadable", "code is made from text while running, which nobody can judge"] : null;
};
var imitated = ({ node, isTest }) => {
  const text = node.type === "TemplateElement" ? node.value.raw : constantOf(node);
  return !isTest && typeof text === "string" && imitatesReport.test(text) ? ["failure-hidden", "the code prints what the report of a test runner looks like"] : null;
};
var replacedExport = ({ node, parents, isTest }) => {
  if (isTest || node.type !== "AssignmentExpression" || node.left.type !== "MemberExpression") return null;
  const { object } = node.left;
  if (object.type !== "Identifier" || !/Function|^CallExpression$/.test(node.right.type)) return null;
  const program = parents.find((parent) => parent.type === "Program");
  return program?.type === "Program" && program.body.some((statement) => requires(statement, object.name)) ? ["monkey-patch", "a function of another module is replaced while running"] : null;
};
function requires(statement, name) {
  return statement.type === "VariableDeclaration" && statement.declarations.some(
    ({ id, init }) => id.type === "Identifier" && id.name === name && init?.type === "CallExpression" && /^require\("\./.test(print(init))
  );
}
var disguises = [madeFromText, imitated, replacedExport];

// src/suite/integrity/javascript-rule.ts
var root = (node) => {
  let at = node;
  for (; ; ) {
    if (at.type === "MemberExpression" || at.type === "OptionalMemberExpression") at = at.object;
    else if (at.type === "CallExpression") at = at.callee;
    else return at.type === "Identifier" ? at.name : "";
  }
};
var isTestFunction = (name) => testNames.has(name) || groupNames.has(name);

// src/suite/integrity/javascript-test-control.ts
var testControl = ({ node, isTest, parents }) => {
  if (!isTest) return null;
  if (node.type === "MemberExpression" || node.type === "OptionalMemberExpression") {
    const base = root(node);
    if (!isTestFunction(base) && !/^(?:t|this|ctx|context|TestContext)$/.test(base) && node.object.type !== "ThisExpression") return null;
    const name = propertyName(node);
    if (name === null && isTestFunction(base)) return ["test-skipped", "which tests run is decided while running"];
    if (/^(?:only)$/.test(name ?? "")) return ["test-focused", "only some tests are run"];
    if (/^(?:skip|skipIf|runIf|todo|fails|failing|fixme)$/.test(name ?? ""))
      return ["test-skipped", "a test is skipped or expected to fail"];
  }
  if (node.type === "CallExpression") {
    const callee = print(node.callee);
    if (/^(?:xit|xtest|xdescribe|xcontext|xspecify|pending)$/.test(callee)) return ["test-skipped", "a test is skipped"];
    if (/^(?:fit|fdescribe|fcontext)$/.test(callee)) return ["test-focused", "only some tests are run"];
    if (/(?:^|\.)(?:setTimeout|setConfig|setDefaultTimeout|timeout)$/.test(callee) && /^(?:jest|vi|this|jasmine|t|test)\./.test(callee))
      return ["timeout-raised", "the time limit of tests is changed"];
    if (/(?:^|\.)(?:retryTimes|retries|retry)$/.test(callee)) return ["retries-added", "failing tests are tried again"];
    if (/^(?:jest|vi|sinon|td|t\.mock|mock|import_mock)\.(?:mock|doMock|setMock|unstable_mockModule|spyOn|stub|replace|method|module|getter|property|hoisted|stubGlobal)$|^(?:proxyquire|rewire|esmock)/.test(
      callee
    ))
      return ["code-mocked", "a stand-in is put in front of code under test"];
    if (parents.some((parent) => parent.type === "CallExpression") && node.arguments.some((argument) => argument.type === "Identifier" && isTestFunction(argument.name)))
      return ["test-skipped", "which tests run is decided while running"];
  }
  if (node.type === "ObjectProperty" && parents.some((parent) => parent.type === "CallExpression" && isTestFunction(root(parent)))) {
    const name = node.key.type === "Identifier" ? node.key.name : String(constantOf(node.key));
    if (/^(?:skip|todo|only|fails)$/.test(name) && constantOf(node.value) !== false)
      return [name === "only" ? "test-focused" : "test-skipped", "a test is skipped or singled out"];
    if (/^(?:retry|retries|repeats)$/.test(name)) return ["retries-added", "failing tests are tried again"];
  }
  const bound = node.type === "VariableDeclarator" ? boundNames(node.id) : node.type === "FunctionDeclaration" && node.id ? [node.id.name] : [];
  if (bound.some((name) => isTestFunction(name) || name === "expect") && !(node.type === "VariableDeclarator" && /require|import|chai/.test(print(node.init))))
    return ["test-not-run", "a function of the test runner is replaced"];
  if (node.type === "AssignmentExpression" && node.left.type === "MemberExpression" && /^[a-z]\w*$/i.test(root(node.left)) && /fn\(|=>|jest\.fn|vi\.fn/.test(print(node.right)))
    return ["code-mocked", "a stand-in takes the place of code under test"];
  return null;
};

// src/suite/integrity/javascript-marks.ts
function marksOf(file, text, isTest) {
  const marks = [];
  const knowsNodeEnv = /NODE_ENV/.test(text) || /\\u|\\x|['"`]_?ENV['"`]/.test(text);
  const visit = (node, parents, owner) => {
    const inside = owner ?? titleOf(node);
    for (const rule of rules) {
      const said = rule({ node, parents, owner: inside, isTest, knowsNodeEnv });
      if (said === null) continue;
      const [name, message, severity = "blocking", wraps2 = null] = said;
      marks.push({
        rule: name,
        message,
        severity,
        wraps: wraps2,
        owner: inside,
        key: print(node).slice(0, 2e3),
        line: node.loc?.start.line ?? 1
      });
    }
    const below = [...parents, node];
    for (const child of childNodes(node)) visit(child, below, inside);
  };
  visit(file.program, [], null);
  return [...marks, ...commentMarks(file)];
}
function titleOf(node) {
  if (node.type !== "CallExpression" || !/^(?:it|test|specify|bench)\b|\.test$/.test(print(node.callee))) return null;
  const title = constantOf(node.arguments[0]);
  return typeof title === "string" ? title : null;
}
function commentMarks(file) {
  return (file.comments ?? []).flatMap(({ value, loc }) => {
    const said = commentSays(value.trim());
    if (said === null) return [];
    const [rule, message, severity = "blocking"] = said;
    return [{ rule, message, severity, key: value.trim(), line: loc?.start.line ?? 1, owner: null, wraps: null }];
  });
}
function commentSays(comment) {
  if (/^@ts-nocheck\b/.test(comment)) return ["checks-off", "the type check of the whole file is switched off"];
  if (/^@ts-(?:ignore|expect-error)\b/.test(comment)) return ["checks-off", "the type check of a line is switched off", "warning"];
  if (/^(?:eslint-disable|biome-ignore|oxlint-disable|tslint:disable)/.test(comment))
    return ["checks-off", "a lint rule is switched off", "warning"];
  if (/^(?:istanbul|c8|v8|node:coverage) (?:ignore|disable)/.test(comment))
    return ["coverage-lowered", "code is taken out of the coverage", "warning"];
  if (/^@(?:jest|vitest)-environment\b/.test(comment)) return ["test-configuration", "the environment of the tests is changed", "warning"];
  return null;
}
var processExit = ({ node, isTest }) => {
  if (node.type === "CallExpression") {
    const callee = print(node.callee);
    const code = constantOf(node.arguments[0]);
    const succeeds = node.arguments.length === 0 || code === 0 || code === null || code === "0" || print(node.arguments[0]) === "undefined";
    if (succeeds && /^(?:(?:globalThis\.|global\.)?process\.(?:exit|reallyExit|_exit)|exit|Deno\.exit|Bun\.exit)$/.test(callee))
      return ["process-exit", "the process is ended as if all had gone well"];
    if (/^process\.kill$/.test(callee) && print(node.arguments[0]) === "process.pid") return ["process-exit", "the process ends itself"];
    if (/^process\.(?:on|once|addListener)$/.test(callee)) {
      const event = constantOf(node.arguments[0]);
      const handler = node.arguments[1];
      const body = handler === void 0 ? "" : everything(handler);
      if ((event === "uncaughtException" || event === "unhandledRejection") && !/throw|exit|ThrowStatement/.test(body))
        return ["error-swallowed", "errors that nobody caught no longer end the process"];
      if (isTest && (event === "exit" || event === "beforeExit")) return ["process-exit", "the end of the test process is interfered with"];
    }
  }
  if (node.type === "AssignmentExpression" && /process\.exitCode$/.test(print(node.left)) && [0, null].includes(constantOf(node.right)))
    return ["process-exit", "the exit code is set to 0"];
  return null;
};
function everything(node) {
  return [print(node), ...childNodes(node).map(everything)].join("\n").slice(0, 2e4);
}
var testAware = ({ node, parents, isTest, knowsNodeEnv }) => {
  if (isTest) return null;
  const parent = parents.at(-1);
  const says = ["test-aware", "the code asks whether it is being tested"];
  const word = node.type === "Identifier" ? node.name : constantOf(node);
  const isKey = parent?.type === "BinaryExpression" && constantOf(parent) !== void 0;
  if (typeof word === "string" && !isKey) {
    if (runnerVariables.test(word)) return says;
    if (node.type !== "Identifier" && runnerNames.test(word) && asks(parents)) return says;
    if (node.type !== "Identifier" && /^(?:test|testing)$/.test(word) && knowsNodeEnv && asks(parents)) return says;
  }
  if (node.type === "RegExpLiteral" && /test|jest|mocha|spec|vitest/i.test(node.pattern) && /stack|argv|NODE_ENV|npm_|lifecycle|title/.test(outer(parents)))
    return says;
  if (node.type === "UnaryExpression" && node.operator === "typeof" && node.argument.type === "Identifier" && testGlobals.has(node.argument.name))
    return says;
  if (node.type === "MemberExpression" || node.type === "OptionalMemberExpression") {
    const name = propertyName(node);
    const object = print(node.object);
    if (name !== null && testGlobals.has(name) && /^(?:globalThis|global|window|self)$/.test(object)) return says;
    if (name === "vitest" && object.startsWith("MetaProperty")) return says;
    if (name === "stack" && /new Error\(|callsites|captureStackTrace/.test(object) && asks(parents)) return says;
  }
  if (node.type === "BinaryExpression" && node.operator === "in" && testGlobals.has(String(constantOf(node.left)))) return says;
  if ((node.type === "IfStatement" || node.type === "ConditionalExpression") && /process\.env\.NODE_ENV/.test(print(node.test))) {
    const answers = node.type === "ConditionalExpression" || /^(?:return |\(.* [+-]?= )/m.test(everything(node.consequent));
    if (answers && !/"(?:test|testing)"/.test(print(node.test))) return ["test-aware", "the code answers otherwise outside of production"];
  }
  return null;
};
function asks(parents) {
  return parents.slice(-4).some(
    (parent) => parent.type === "BinaryExpression" || parent.type === "SwitchCase" || (parent.type === "CallExpression" || parent.type === "OptionalCallExpression") && /\.(?:includes|indexOf|startsWith|endsWith|match|test|some|has|find|search)$/.test(print(parent.callee))
  );
}
function outer(parents) {
  const statement = parents.findLastIndex(({ type }) => /Statement|Declaration/.test(type));
  return parents.slice(Math.max(0, statement)).map((parent) => print(parent)).join("\n").slice(0, 5e3);
}
var monkeyPatch = ({ node }) => {
  const says = ["monkey-patch", "what everybody relies on is replaced while running"];
  if (node.type === "AssignmentExpression") {
    const { left } = node;
    if ((left.type === "MemberExpression" || left.type === "OptionalMemberExpression") && sharedObjects.test(print(left.object)))
      return /^process$|^console$/.test(print(left.object)) && propertyName(left) !== "exit" ? null : /^module/.test(print(left.object)) ? null : says;
    if (left.type === "MemberExpression" && /^(?:globalThis|global|window|self)$/.test(print(left.object)))
      return sharedObjects.test(propertyName(left) ?? "") || testGlobals.has(propertyName(left) ?? "") ? says : null;
    if (left.type === "Identifier" && (testGlobals.has(left.name) || /^(?:assert|Object|Array|Number|String)$/.test(left.name)))
      return says;
  }
  if (node.type === "CallExpression") {
    const callee = print(node.callee);
    const target = print(node.arguments[0]);
    if (/^(?:Object|Reflect)\.(?:definePropert(?:y|ies)|assign|set|setPrototypeOf)$/.test(callee)) {
      if (sharedObjects.test(target)) return says;
      if (/^(?:globalThis|global)$/.test(target) && testGlobals.has(String(constantOf(node.arguments[1])))) return says;
    }
    if (/^expect\.(?:extend|addEqualityTesters|addSnapshotSerializer)$|^chai\.(?:use|util\.)/.test(callee)) return says;
  }
  return null;
};
var equalityNames = /^(?:equals?|isEqual|eq|is|sameAs|compareTo|deepEqual|asymmetricMatch)$/;
var alwaysEqual = ({ node, isTest }) => {
  const says = ["always-equal", "an object is made to look equal to whatever it is compared with"];
  const key = node.type === "ObjectMethod" || node.type === "ClassMethod" ? node.key : node.type === "ObjectProperty" || node.type === "ClassProperty" ? node.key : null;
  if (key !== null && "computed" in node) {
    const constant = constantOf(key);
    const name = !node.computed && key.type === "Identifier" ? key.name : typeof constant === "string" ? constant : print(key);
    if (!isTest && (name === "asymmetricMatch" || name === "$$typeof" && /jest\.asymmetricMatcher/.test(everything(node)))) return says;
    const usesThis = () => /\bthis\b/.test(everything(node));
    if (name === "Symbol.toPrimitive" && !usesThis()) return says;
    if ((name === "toJSON" || name === "valueOf") && !usesThis() && constantReturn(node) !== void 0) return says;
    if (equalityNames.test(name) && constantReturn(node) === true) return says;
  }
  if (node.type === "FunctionDeclaration" && equalityNames.test(node.id?.name ?? "") && node.params.length > 1 && constantReturn(node) === true)
    return says;
  if (node.type === "AssignmentExpression" && node.left.type === "MemberExpression") {
    const name = propertyName(node.left) ?? print(node.left.property);
    if (/^(?:asymmetricMatch|Symbol\.toPrimitive|Symbol\.hasInstance)$/.test(name)) return says;
    if (/^(?:toJSON|valueOf|equals?|isEqual)$/.test(name) && constantReturn(node.right) !== void 0) return says;
  }
  if (!isTest && node.type === "CallExpression" && print(node) === 'Symbol.for("jest.asymmetricMatcher")') return says;
  return null;
};
function constantReturn(node) {
  const fn = node.type === "ObjectProperty" || node.type === "ClassProperty" ? node.value : node;
  if (!fn || !("body" in fn) || !isNodeLike(fn.body)) return void 0;
  if (fn.body.type !== "BlockStatement") return constantOf(fn.body);
  const [only, ...more] = fn.body.body;
  return more.length === 0 && only?.type === "ReturnStatement" ? constantOf(only.argument) : void 0;
}
function isNodeLike(value) {
  return typeof value === "object" && value !== null && "type" in value;
}
var constantCondition = ({ node }) => {
  const says = ["constant-condition", "a condition no longer depends on anything"];
  const test = node.type === "IfStatement" || node.type === "ConditionalExpression" ? node.test : null;
  if (test !== null && decided(test)) return says;
  if (node.type === "WhileStatement" && constantOf(node.test) === false) return says;
  if (node.type === "ReturnStatement" && node.argument?.type === "LogicalExpression" && decided(node.argument)) return says;
  return null;
};
function decided(node) {
  const value = constantOf(node);
  if (value !== void 0) return true;
  if (node.type === "LogicalExpression" && node.operator !== "??") {
    const ends = node.operator === "||";
    return [node.left, node.right].some((side2) => {
      const constant = constantOf(side2);
      return constant !== void 0 && typeof constant === "boolean" && constant === ends;
    });
  }
  if (node.type === "BinaryExpression" && /^[!=]==?$/.test(node.operator))
    return node.left.type !== "CallExpression" && print(node.left) === print(node.right) && node.left.type !== "Identifier";
  return false;
}
var swallowed = ({ node }) => {
  if (node.type === "TryStatement" && node.handler) {
    const { body } = node.handler.body;
    const [only] = body;
    const silent = body.length === 0 || body.length === 1 && (only?.type === "EmptyStatement" || only?.type === "ReturnStatement" && only.argument === null);
    if (silent)
      return [
        "error-swallowed",
        "errors of code that was there before are swallowed",
        "blocking",
        node.block.body.map((statement) => print(statement))
      ];
  }
  if (node.type === "TryStatement" && node.finalizer && returnsWithin(node.finalizer))
    return ["error-swallowed", "a return in finally throws every error away"];
  if (node.type === "CallExpression" && node.callee.type === "MemberExpression" && propertyName(node.callee) === "catch") {
    const handler = node.arguments[0];
    const empty = handler?.type === "ArrowFunctionExpression" || handler?.type === "FunctionExpression" ? handler.body.type === "BlockStatement" ? handler.body.body.length === 0 : constantOf(handler.body) !== void 0 || print(handler.body) === "undefined" : handler !== void 0 && /^(?:noop|_\.noop|Function\.prototype)$/.test(print(handler));
    if (empty)
      return ["error-swallowed", "errors of a promise that was there before are swallowed", "blocking", [print(node.callee.object)]];
  }
  return null;
};
function returnsWithin(node) {
  return childNodes(node).some(
    (child) => child.type === "ReturnStatement" || !/Function|Method/.test(child.type) && returnsWithin(child)
  );
}
var readsTests = ({ node, isTest }) => {
  if (isTest || node.type === "BinaryExpression") return null;
  const value = constantOf(node);
  if (typeof value !== "string" || !namesTestFile.test(value)) return null;
  return ["reads-tests", "the code names a file of tests"];
};
var unreachable = ({ node, parents, isTest }) => {
  if (isTest || !/^(?:Return|Throw)Statement$/.test(node.type)) return null;
  const parent = parents.at(-1);
  const list = parent?.type === "BlockStatement" ? parent.body : parent?.type === "SwitchCase" ? parent.consequent : [];
  const at = list.findIndex(({ start }) => start === node.start);
  const after = list.slice(at + 1);
  const dead = after.filter(
    ({ type }) => !/FunctionDeclaration|ClassDeclaration|BreakStatement|EmptyStatement|TS\w+Declaration/.test(type)
  );
  if (dead.length === 0) return null;
  return ["unreachable-code", "code that was there before is no longer reached", "blocking", dead.map((statement) => print(statement))];
};
var rules = [
  ...[processExit, testAware, monkeyPatch, alwaysEqual, constantCondition, swallowed, readsTests, unreachable, testControl, ...disguises]
];

// src/suite/integrity/javascript.ts
function readScript(path, text, isTest) {
  const file = parseScript(path, text);
  if (file === null) return null;
  return {
    items: itemsOf(file.program.body),
    marks: marksOf(file, text, isTest),
    branches: isTest ? [] : branchesOf(file),
    functions: isTest ? [] : functionsOf(file),
    literals: literalsOf(file),
    code: () => [...walk(file.program)].filter(({ node }) => /Statement|Expression|Declaration/.test(node.type)).map(({ node }) => print(node)).join("\n")
  };
}
function literalTree(file, names) {
  const whole = (node) => [...walk(node)].map((each) => print(each.node)).join(" ");
  return [...walk(file.program)].flatMap(
    ({ node }) => node.type === "ObjectProperty" && node.key.type === "Identifier" && names.test(node.key.name) ? [whole(node)] : []
  ).join("\n");
}

// src/suite/integrity/other-languages.ts
var extension = /\.(?:go|rs|java|kts?|scala|groovy|rb|php|cs|fs|vb|exs?|p[lm]|t|c|h|cc|cpp|cxx|hh|hpp|swift|dart|lua|zig|m)$/;
function isOtherLanguage(path) {
  return extension.test(path);
}
function readOtherLanguage(source) {
  const text = withoutComments(source);
  const lines = text.split("\n");
  return {
    items: [],
    marks: [],
    branches: lines.flatMap((_line, at) => branchAt(lines, at)),
    functions: functionsOf2(text),
    literals: new Set(literalsIn(text)),
    code: () => text
  };
}
function withoutComments(source) {
  return source.replace(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|\/\*[\s\S]*?\*\/|(?:\/\/|(?<=^|\s)#(?![[!{]|\s*(?:if|include|define|endif|else)\b)).*/g,
    (all, text) => text ?? all.replace(/[^\n]/g, "")
  );
}
var literal = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|(?<![\w.])-?\d[\d_]*(?:\.\d+)?\b/g;
function literalsIn(text) {
  return [...text.matchAll(literal)].map(
    ([found]) => /^["']/.test(found) ? JSON.stringify(found.slice(1, -1)) : String(Number(found.replaceAll("_", "")))
  );
}
function branchAt(lines, at) {
  const text = lines[at] ?? "";
  const line = at + 1;
  const behind = /^\s*return\b(.*?)\s(?:if|unless)\b(.*)$/.exec(text);
  if (behind !== null) return branch(behind[2] ?? "", [behind[1] ?? ""], line);
  const arm = /^\s*(?:case\b|when\b)?\s*(.*?)\s*(?:=>|->|\bthen\b)\s*(.+?),?\s*$/.exec(text);
  if (arm !== null && literalsIn(arm[1] ?? "").length > 0 && !/\bfn\b|\|/.test(text)) return branch(arm[1] ?? "", [arm[2] ?? ""], line);
  const head = /^\s*(?:\}\s*)?(?:if|unless|els?e?if|else if|when|case)\b(.*)$/.exec(text)?.[1];
  if (head === void 0) return [];
  const inline = /^(.*?(?:\{|\)|\bdo:|\bthen))\s*(return\b.*|[-\w"'][^{]*)$/.exec(head);
  if (inline !== null && literalsIn(inline[1] ?? "").length > 0)
    return branch(inline[1] ?? "", [(inline[2] ?? "").replace(/[;}]+\s*$|,?\s*else:.*$/g, "")], line);
  return branch(head, lines.slice(at + 1, at + 3), line);
}
function branch(condition, body, line) {
  const compared = literalsIn(condition);
  const [first = ""] = body;
  if (compared.length === 0 || !isConstant(first)) return [];
  const subject = condition.replace(literal, "").replace(/\s+/g, " ").trim();
  return [{ compared, answers: literalsIn(first), subject, line, table: false }];
}
function isConstant(statement) {
  const bare = statement.replace(/^\s*return\b/, "").replace(/[;}\s]+$/, "").trim();
  const value = String.raw`(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|-?\d[\d_.]*[uif\dLlFf]*|true|false|nil|null|None|undef)`;
  return new RegExp(`^(?:\\(|(?:Ok|Some|Just|Right)\\(|\\{:ok,)?\\s*${value}(?:\\s*,\\s*${value})*\\s*[)}]?$`).test(bare);
}
function functionsOf2(text) {
  const found = [];
  const add = (name, parameters, body, offset) => {
    const count = parameters.trim() === "" ? 0 : parameters.split(",").length;
    found.push({
      name: `${name}/${count}`,
      line: text.slice(0, offset).split("\n").length,
      parameters: count,
      usesInput: !isConstant(body.trim()),
      text: body.slice(0, 2e3)
    });
  };
  const braced = /\b(\w+)\s*(?:<[^>\n]*>)?\(([^(){};]*)\)[^;{}()=\n]*(?:\([^()\n]*\)\s*)?\{|\bsub\s+(\w+)\s*()\{/g;
  for (const match of text.matchAll(braced)) {
    const [all, plain2, parameters = "", sub] = match;
    const name = plain2 ?? sub ?? "";
    if (/^(?:if|for|while|switch|catch|match|func|fn|function|return|when|unless|foreach|using|lock|synchronized)$/.test(name)) continue;
    const from = match.index + all.length;
    add(name, parameters, text.slice(from, closing(text, from)), match.index);
  }
  for (const match of text.matchAll(/^([ \t]*)defp?\s+(?:self\.)?([\w?!=<>+-]+)[ \t]*(?:\((.*?)\))?(?: do)?[ \t]*\n([\s\S]*?)^\1end\b/gm))
    add(match[2] ?? "", match[3] ?? "", match[4] ?? "", match.index);
  for (const match of text.matchAll(/\b(?:fun|def)\s+(\w+)\s*\((.*?)\)[^={\n]*(?:=|, do:)\s*(.+)$|\b(\w+)\(([^()\n]*)\)\s*=>\s*(.+);/gm))
    add(match[1] ?? match[4] ?? "", match[2] ?? match[5] ?? "", match[3] ?? match[6] ?? "", match.index);
  return found;
}
function closing(text, from) {
  let depth = 1;
  const sign = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)'|[{}]/g;
  sign.lastIndex = from;
  for (let match = sign.exec(text); match !== null; match = sign.exec(text)) {
    if (match[0] === "{") depth++;
    else if (match[0] === "}" && --depth === 0) return match.index;
  }
  return text.length;
}

// src/suite/integrity/python-disguises.ts
var madeFromText2 = ({ block: { text }, isTest }) => !isTest && /(?<![\w.] )(?<![\w.])(?:eval|exec|__import__) \(|(?<![\w.] )(?<!\w)compile \(|\bbuiltins \. (?:eval|exec)\b|\bmarshal \. loads \(/.test(
  text
) ? ["unreadable", "code is made from text while running, which nobody can judge"] : null;
var imitated2 = ({ block: { text }, isTest }) => {
  if (isTest) return null;
  const said = [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].some(([, literal3 = ""]) => imitatesReport.test(literal3));
  return said ? ["failure-hidden", "the code prints what the report of a test runner looks like"] : null;
};
var replaced = ({ block: { text }, isTest, file }) => {
  if (isTest) return null;
  const targets = text.split(" = ").slice(0, -1);
  const value = text.split(" = ").at(-1) ?? "";
  if (targets.length === 0 || !/^(?:lambda\b|\w+(?: \. \w+)*$)/.test(value) || /^(?:None|True|False|\d.*)$/.test(value)) return null;
  const lines = file.map((each) => each.text);
  for (const target of targets) {
    const [, base = "", name] = /^(\w+)(?: \. (\w+))?$/.exec(target) ?? [];
    const isModule = name !== void 0 && lines.some((line) => bindsModule(line, base));
    const isDefined = name === void 0 && text.includes("lambda") && lines.some((line) => new RegExp(`^(?:async )?def ${base} \\(`).test(line));
    if (isModule || isDefined) return ["monkey-patch", `\u201C${target.replaceAll(" ", "").slice(0, 80)}\u201D is replaced while running`];
  }
  return null;
};
function bindsModule(line, name) {
  if (name === "") return false;
  const [, from, names = ""] = /^(?:from ([. ]+) )?import \(?(.+?)\)?$/.exec(line) ?? [];
  if (from === void 0 && line.startsWith("from ")) return false;
  return names.split(",").some((each) => each.trim().split(" as ").at(-1) === name);
}
var disguises2 = [madeFromText2, imitated2, replaced];

// src/suite/integrity/python-code.ts
function* everyBlock(blocks, parents = []) {
  let previous = null;
  for (const block of blocks) {
    yield { block, parents, previous };
    yield* everyBlock(block.children, [...parents, block]);
    previous = block;
  }
}
function pythonMarks(text, blocks, isTest) {
  const marks = [];
  for (const { block, parents, previous } of everyBlock(blocks)) {
    const owner = parents.findLast((parent) => /^(?:async )?def test/.test(parent.text));
    for (const rule of rules2) {
      const said = rule({ block, parents, previous, isTest, file: blocks });
      if (said === null) continue;
      const [name, message, severity = "blocking", wraps2 = null] = said;
      const title = owner === void 0 ? null : /def (\w+)/.exec(owner.text)?.[1] ?? null;
      marks.push({ rule: name, message, severity, wraps: wraps2, owner: title, key: block.text.slice(0, 2e3), line: block.line });
    }
  }
  for (const { text: comment, line } of text.comments) {
    const said = /^mypy: *ignore-errors|^type: *ignore$/.test(comment) && line < 5 ? ["checks-off", "the type check of the whole file is switched off"] : /^(?:type: *ignore|pyright: *(?:ignore|basic)|noqa|pylint: *disable|ruff: *noqa|flake8: *noqa)/.test(comment) ? ["checks-off", "a check of a line is switched off", "warning"] : /^pragma: *no cover/.test(comment) ? ["coverage-lowered", "code is taken out of the coverage", "warning"] : null;
    if (said !== null)
      marks.push({ rule: said[0], message: said[1], severity: said[2] ?? "blocking", key: comment, line, owner: null, wraps: null });
  }
  return marks;
}
var strings = (text) => [...text.matchAll(/(?<![\w"])[bft]?("(?:[^"\\]|\\.)*")/g)].map(([, literal3]) => parsed(literal3 ?? '""'));
function parsed(literal3) {
  try {
    return String(JSON.parse(literal3));
  } catch {
    return literal3.slice(1, -1);
  }
}
var exits = ({ block, parents }) => {
  const { text } = block;
  const succeeds = /\b(?:os \. _exit|sys \. exit|(?<![.\w] )exit|quit|SystemExit|pytest \. exit) \( (?:0 |None |False |status = 0 |code = 0 )?\)|\braise SystemExit$|\b_exit \( 0 \)/.test(
    text
  ) || /^os \. (?:abort|kill|exec\w+) \(|\b(?:os \. _exit|sys \. exit)(?! \()/.test(text);
  if (!succeeds) return null;
  const isMain = parents.some((parent) => /__name__ == "__main__"|def main \(/.test(parent.text));
  return ["process-exit", "the process is ended as if all had gone well", isMain ? "warning" : "blocking"];
};
var testAware2 = ({ block: { text }, isTest }) => {
  if (isTest) return null;
  const says = ["test-aware", "the code asks whether it is being tested"];
  if (strings(text).some((word) => runnerVariables.test(word) || runnerNames.test(word))) return says;
  if (/\b(?:inspect \. (?:stack|currentframe|getouterframes)|sys \. _getframe|_getframe|extract_stack|format_stack|currentframe|sys \. _current_frames) \(/.test(
    text
  ))
    return says;
  if (/^(?:from|import) (?:_?pytest|unittest)\b/.test(text)) return ["test-aware", "the code loads a test runner"];
  if (/\bsys \. (?:argv|orig_argv)\b/.test(text) && strings(text).some((word) => /test/i.test(word))) return says;
  if (/\benviron\b|\bgetenv\b/.test(text) && strings(text).some((word) => /^(?:TESTING|TEST|UNIT_TEST\w*|IN_TESTS?|RUNNING_TESTS?|test|testing)$/.test(word)))
    return says;
  return null;
};
var monkeyPatch2 = ({ block: { text }, isTest }) => {
  const says = ["monkey-patch", "what everybody relies on is replaced while running"];
  if (/^(?:builtins|__builtins__|unittest(?: \. \w+)*|TestCase|_?pytest(?: \. \w+)*|math|operator|sys \. modules)(?: \. \w+| \[.*\])+ = /.test(
    text
  ))
    return says;
  if (/^(?:int|str|list|dict|float|object|type|set|tuple|bool) \. \w+ = /.test(text)) return says;
  if (/\bsetattr \( (?:builtins|unittest|TestCase|pytest|math|operator|int|str|list|dict|float)\b/.test(text)) return says;
  if (/\bforbiddenfruit\b|\bcurse \(|\bsys \. modules \[ .*\] = |\bsys \. (?:settrace|setprofile|excepthook)\b|\bgc \. get_(?:objects|referrers)\b/.test(
    text
  ))
    return says;
  if (/^(?:assert\w*|isinstance|len|abs|round|sorted|print) = /.test(text)) return says;
  return !isTest && /^import builtins$/.test(text) ? ["monkey-patch", "the built-in names are laid hands on", "warning"] : null;
};
var alwaysEqual2 = ({ block }) => {
  if (!/^(?:async )?def (?:__(?:eq|ne|lt|gt|le|ge|contains|instancecheck|subclasscheck|bool)__|equals?|is_equal) \(/.test(block.text) && !/^__eq__ = lambda\b.*: True$/.test(block.text))
    return null;
  const body = block.children.filter(({ text }) => !text.startsWith('"'));
  if (body.length > 0 && !(body.length === 1 && /^return (?:True|False|1|0)$/.test(body[0]?.text ?? ""))) return null;
  if (body.length === 0 && block.text.startsWith("def")) return null;
  return ["always-equal", "an object is made to look equal to whatever it is compared with"];
};
var constantCondition2 = ({ block: { text } }) => {
  const says = ["constant-condition", "a condition no longer depends on anything"];
  if (/^(?:if|elif) (?:not )?(?:True|False|None|\d+|"[^"]*") :$|^while (?:False|0|None|not True) :$/.test(text)) return says;
  if (/^(?:if|elif|return|assert)\b.* (?:or (?:True|1)|and (?:False|0))(?: :)?$|^(?:if|elif|return|assert) (?:True or|False and)\b/.test(text))
    return says;
  if (/^(?:if|elif) ((?:\w+ )+)== \1:$/.test(text) || /^(?:if|elif) (\d+) == \1 :$/.test(text)) return says;
  return /^return .* if (?:True|False) else /.test(text) ? says : null;
};
var swallowed2 = ({ block, previous }) => {
  const says = "errors of code that was there before are swallowed";
  if (/^except\b/.test(block.text)) {
    const broad = /^except(?: \(?.*\b(?:Exception|BaseException|AssertionError)\b.*)? :$/.test(block.text);
    const silent = block.children.every(({ text }) => /^(?:pass|\. ?\. ?\.|\.\.\.|continue|return|return None)$/.test(text));
    if (broad && silent) return ["error-swallowed", says, "blocking", previous?.children.map(({ text }) => text) ?? []];
  }
  if (/^finally :$/.test(block.text) && returnsWithin2(block)) return ["error-swallowed", "a return in finally throws every error away"];
  if (/^with (?:contextlib \. )?suppress \( .*\b(?:Exception|BaseException|AssertionError)\b/.test(block.text))
    return ["error-swallowed", says, "blocking", block.children.map(({ text }) => text)];
  return null;
};
function returnsWithin2(block) {
  return block.children.some((child) => /^return\b/.test(child.text) || !/^(?:async )?def\b/.test(child.text) && returnsWithin2(child));
}
var readsTests2 = ({ block: { text }, isTest }) => {
  if (isTest) return null;
  if (/^from \.*\s*tests?(?: \.|\b).* import|^import tests?(?: \. |$)|^(?:from|import) (?:\S+ \. )*test_\w+/.test(text))
    return ["reads-tests", "the code loads a file of tests"];
  return strings(text).some((word) => namesTestFile.test(word)) ? ["reads-tests", "the code names a file of tests"] : null;
};
var unreachable2 = ({ previous, block, isTest }) => !isTest && previous !== null && /^(?:return|raise)\b/.test(previous.text) && !/^(?:elif|else|except|finally|case|def|class)\b/.test(block.text) ? [
  "unreachable-code",
  "code that was there before is no longer reached",
  "blocking",
  /^(?:return|raise)(?: (?:True|False|None|\d+))?$/.test(block.text) ? [] : [block.text]
] : null;
var testControl2 = ({ block: { text, children: children2 }, isTest, parents }) => {
  if (!isTest) return null;
  if (/^@ .*\b(?:skip\w*|xfail|expectedFailure)\b|^pytestmark = .*\b(?:skip\w*|xfail)\b|\bpytest \. (?:skip|xfail|importorskip) \(|\bself \. skipTest \(|\braise (?:unittest \. )?SkipTest\b|\b(?:__test__|__unittest_skip__) = /.test(
    text
  ))
    return ["test-skipped", "a test is skipped or expected to fail"];
  if (/\. (?:skip|xfail|skipif|expectedFailure)\b/.test(text) && /mark|unittest/.test(text))
    return ["test-skipped", "a test is skipped or expected to fail"];
  if (/^del \w|^(?:collect_ignore\w*|__test__) (?:\+)?= |^\w*[tT]est\w*(?: \. \w+)* = |^(?:setattr|delattr) \(|^globals \( \)/.test(text))
    return ["test-not-run", "a test may be taken out of the run or replaced"];
  if (/^(?:async )?def (?:pytest_\w+|load_tests|runTest|run|assert[A-Z]\w*) \(/.test(text))
    return ["test-configuration", "a hook of the test runner is changed"];
  if (/^def (?:assert\w*|\w*raises|approx) \(/.test(text) && children2.length <= 1)
    return ["test-configuration", "an assertion is replaced"];
  if (/\b(?:mock \. )?(?:patch(?: \. \w+)?|monkeypatch \. \w+|mocker \. (?:patch(?: \. \w+)?|stub|spy)) \(|\bMagicMock \(|\bMock \(/.test(
    text
  ))
    return ["code-mocked", "a stand-in is put in front of code under test"];
  if (/^@ .*\b(?:flaky|retry|rerun)\b/.test(text)) return ["retries-added", "failing tests are tried again"];
  if (/autouse = True/.test(text)) return ["code-mocked", "a fixture works on every test"];
  if (parents.length > 0 && /^\w+ \. \w+ = (?:lambda\b|\w+ \()?/.test(text) && !/^self \./.test(text))
    return ["code-mocked", "a stand-in takes the place of code under test", "warning"];
  return /^\w+(?: \. \w+)+ = lambda\b/.test(text) ? ["code-mocked", "a stand-in takes the place of code under test"] : null;
};
var rules2 = [
  exits,
  testAware2,
  monkeyPatch2,
  alwaysEqual2,
  constantCondition2,
  swallowed2,
  readsTests2,
  unreachable2,
  testControl2,
  ...disguises2
];
function pythonFunctions(blocks) {
  return [...everyBlock(blocks)].flatMap(({ block, parents }) => {
    const match = /^(?:async )?def (\w+) \((.*)\)(?: -> .*)? :$/.exec(block.text);
    if (match === null) return [];
    const owner = parents.findLast((parent) => parent.text.startsWith("class "));
    const parameters = [...(match[2] ?? "").matchAll(/(?:^|, )\s*\**\s*(\w+)/g)].map(([, name2]) => name2 ?? "");
    const body = [...everyBlock(block.children)].map((each) => each.block.text).filter((text) => !text.startsWith('"'));
    const used = body.some((text) => uses(text, parameters));
    const name = `${owner === void 0 ? "" : `${/class (\w+)/.exec(owner.text)?.[1]}.`}${match[1]}`;
    return [{ name, line: block.line, parameters: parameters.length, usesInput: used, text: body.join("\n").slice(0, 2e3) }];
  });
}
function uses(text, parameters) {
  const bare = text.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  if (/\b(?:self|cls|yield|await)\b/.test(bare) || /f"/.test(text)) return true;
  if (!bare.startsWith("raise") && /[\w\])] \(/.test(bare)) return true;
  return parameters.some((name) => new RegExp(`(?<![\\w.])${name}(?!\\w)`).test(bare));
}
var literal2 = String.raw`(?:"(?:[^"\\]|\\.)*"|- ?\d[\d_.]*|\d[\d_.]*|True|False|None)`;
function pythonLiterals(text) {
  return (text.match(new RegExp(`(?<![\\w.])${literal2}`, "g")) ?? []).map(asJson);
}
function asJson(python2) {
  const words = { True: "true", False: "false", None: "null" };
  if (python2.startsWith('"')) return python2;
  return words[python2] ?? String(Number(python2.replace(/[ _]/g, "")));
}
function pythonBranches(blocks) {
  return [...everyBlock(blocks)].flatMap(({ block, parents }) => {
    const { text, line } = block;
    const found = [];
    const condition = /^(?:if|elif) (.*) :$/.exec(text)?.[1];
    if (condition !== void 0)
      found.push({ ...comparedIn2(condition), answers: block.children.flatMap((child) => answersIn2(child.text)), line, table: false });
    const chosen = /^(?:return|\w+ =) (.*) if (.*) else /.exec(text);
    if (chosen !== null) found.push({ ...comparedIn2(chosen[2] ?? ""), answers: pythonLiterals(chosen[1] ?? ""), line, table: false });
    const pattern = /^case (.*?)(?: if .*)? :$/.exec(text)?.[1];
    if (pattern !== void 0)
      found.push({
        subject: parents.at(-1)?.text ?? "",
        compared: pythonLiterals(pattern),
        answers: block.children.flatMap((child) => answersIn2(child.text)),
        line,
        table: false
      });
    const pairs = [...text.matchAll(new RegExp(`(?:^|[{,] )(${literal2}|\\( .*? \\)) : (${literal2}|[[({][^:]*?)(?= [,}])`, "g"))];
    if (pairs.length > 1 || pairs.some(([, key = ""]) => /^(?:\d|\()/.test(key)))
      found.push({
        subject: "",
        compared: pairs.flatMap(([, key]) => pythonLiterals(key ?? "")),
        answers: pairs.flatMap(([, , value]) => pythonLiterals(value ?? "")),
        line,
        table: true
      });
    return found.filter(({ compared }) => compared.length > 0);
  });
}
function comparedIn2(condition) {
  const compared = [];
  const subjects = [];
  for (const part of condition.split(/ (?:and|or) /)) {
    const match = /^(?:not )?(.*?) (?:==|is|in|!=) (.*)$/.exec(part);
    if (match === null) continue;
    const [, left = "", right = ""] = match;
    const [subject, value] = pythonLiterals(right).length > 0 ? [left, right] : [right, left];
    compared.push(...pythonLiterals(value));
    subjects.push(subject);
  }
  return { compared, subject: subjects.join(" ") };
}
function answersIn2(text) {
  const value = /^(?:return|yield|[\w. ]+ =) (.*)$/.exec(text)?.[1];
  return value !== void 0 && /^[\s\d"'[\](){},.:\-\w]*$/.test(value.replace(/"(?:[^"\\]|\\.)*"/g, '""')) && !/[a-z_]\w* \(/.test(value) ? pythonLiterals(value) : [];
}

// src/suite/integrity/python-items.ts
function blocksOf(lines) {
  const root2 = { indent: -1, block: { text: "", line: 0, children: [] } };
  const open = [root2];
  for (const { text, indent, line } of lines) {
    while (open.length > 1 && (open.at(-1)?.indent ?? 0) >= indent) open.pop();
    const [head, tail] = splitInline(text);
    const block = { text: head, line, children: [] };
    if (tail !== null) block.children.push({ text: tail, line, children: [] });
    (open.at(-1) ?? root2).block.children.push(block);
    open.push({ indent, block });
  }
  return root2.block.children;
}
function splitInline(text) {
  if (!/^(?:if|elif|else|for|while|try|except|finally|with|def|class|async|case)\b/.test(text)) return [text, null];
  let depth = 0;
  let lambda = 0;
  for (const match of text.matchAll(/"(?:[^"\\]|\\.)*"|\blambda\b|[()[\]{}:]/g)) {
    const [word] = match;
    if ("([{".includes(word)) depth++;
    else if (")]}".includes(word)) depth--;
    else if (word === "lambda") lambda++;
    else if (word === ":" && depth === 0 && text[match.index + 1] !== "=") {
      if (lambda-- > 0) continue;
      const rest = text.slice(match.index + 1).trim();
      return rest === "" ? [text, null] : [text.slice(0, match.index + 1), rest];
    }
  }
  return [text, null];
}
function pythonItems(blocks) {
  const items = [];
  let decorators = [];
  for (const block of blocks) {
    if (block.text.startsWith("@ ")) {
      decorators.push(block);
      continue;
    }
    items.push(...itemOf(block, decorators));
    decorators = [];
  }
  return items;
}
function itemOf(block, decorators) {
  const text = block.text.replace(/^async (?=def|with|for)/, "").replace(/\bawait /g, "");
  const awaits = block.text.split(/\bawait /).length - 1;
  const imports = importsOf(text, block.line);
  if (imports !== null) return imports;
  if (/^"(?:[^"\\]|\\.)*"$/.test(text) || text === "pass") return [];
  const definition = /^(def|class) (\w+)/.exec(text);
  const name = definition?.[2] ?? /^(\w+)(?: :.*?)? = /.exec(text)?.[1] ?? null;
  const head = [...decorators.map((each) => each.text), withoutTypes(text)].join("\n");
  const untitled = name === null ? head : head.replace(name, "");
  return [
    {
      kind: kindOf(text, definition),
      text: head,
      untitled,
      name,
      line: decorators[0]?.line ?? block.line,
      awaits,
      children: pythonItems(block.children)
    }
  ];
}
function withoutTypes(text) {
  return text.startsWith("def ") ? text.replace(/ -> .*:$/, " :") : text;
}
function kindOf(text, definition) {
  const [, word, name = ""] = definition ?? [];
  if (word === "def") return /^test/.test(name) ? "test" : "definition";
  if (word === "class") return /^Test|Tests?$|TestCase/.test(name) || /TestCase/.test(text) ? "group" : "definition";
  if (/^(?:return|raise|break|continue)\b/.test(text)) return "jump";
  if (/^(?:pytest \. (?:skip|xfail|exit|importorskip|fail)|self \. (?:skipTest|fail)|(?:sys \. |os \. _)?exit|quit|unittest \. skip) \(/.test(
    text
  ))
    return "jump";
  return /^\w+(?: :.*?)? = /.test(text) ? "definition" : "statement";
}
function importsOf(text, line) {
  const match = /^(?:from (.+?) )?import \(?(.+?)\)?$/.exec(text);
  if (match === null) return null;
  const [, from, names = ""] = match;
  return names.split(",").map((each) => {
    const what = each.trim();
    const full = `${from === void 0 ? "" : `from ${from} `}import ${what}`;
    return { kind: "import", text: full, untitled: full, name: what.split(" ").at(-1) ?? what, line, awaits: 0, children: [] };
  });
}

// src/suite/integrity/python-lines.ts
var token = /([ \t\f]+)|(\\\r?\n)|(\r?\n)|(#[^\n]*)|([rRbBuUfFtT]{0,2})("""|'''|"|')|([\p{ID_Start}_][\p{ID_Continue}]*)|((?:0[xXoObB][\da-fA-F_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)[jJ]?)|(\*\*=?|\/\/=?|>>=?|<<=?|!=|->|:=|\.\.\.|[+\-*/%@&|^=<>]=|[^\s])/uy;
function readPython(source) {
  const text = source.replace(/^\uFEFF/, "");
  const lines = [];
  const comments = [];
  let tokens = [];
  let brackets = 0;
  let indent = 0;
  let atStart = true;
  let line = 1;
  let first = 1;
  const end = () => {
    if (tokens.length > 0) lines.push(...split(tokens).map((words) => ({ text: tidy(words), indent, line: first })));
    tokens = [];
    atStart = true;
    indent = 0;
  };
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const match = token.exec(text);
    if (match === null) {
      token.lastIndex = at + 1;
      continue;
    }
    const [all, blank, joined, newline, comment, prefix, quote] = match;
    if (blank !== void 0) {
      if (atStart) indent = [...blank].reduce((width, char) => char === "	" ? (Math.floor(width / 8) + 1) * 8 : width + 1, 0);
      continue;
    }
    if (joined !== void 0) line++;
    else if (newline !== void 0) {
      line++;
      if (brackets === 0) end();
    } else if (comment !== void 0) comments.push({ text: comment.slice(1).trim(), line });
    else {
      if (tokens.length === 0) first = line;
      atStart = false;
      if (quote === void 0) {
        tokens.push(all.normalize("NFKC"));
        if ("([{".includes(all)) brackets++;
        if (")]}".includes(all)) brackets = Math.max(0, brackets - 1);
        continue;
      }
      const close = endOfString(text, token.lastIndex, quote);
      const body = text.slice(token.lastIndex, close);
      tokens.push(stringToken((prefix ?? "").toLowerCase(), body));
      line += body.split("\n").length - 1;
      token.lastIndex = Math.min(text.length, close + quote.length);
    }
  }
  end();
  return { lines, comments };
}
function endOfString(text, from, quote) {
  for (let at = from; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text.startsWith(quote, at)) return at;
    else if (text[at] === "\n" && quote.length === 1) return at;
  }
  return text.length;
}
var escapes = {
  n: "\n",
  t: "	",
  r: "\r",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  v: "\v",
  "0": "\0",
  "\n": ""
};
function stringToken(prefix, body) {
  const value = prefix.includes("r") ? body : body.replace(
    /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([^xuU]))/gs,
    (all, x, u, wide, one) => {
      const code = Number.parseInt(x ?? u ?? wide ?? "", 16);
      if (code <= 1114111) return String.fromCodePoint(code);
      return one === void 0 ? all : escapes[one] ?? all;
    }
  );
  const kept = prefix.replace(/[ru]/g, "");
  return `${kept === "f" && !/[{}]/.test(value) ? "" : kept}${JSON.stringify(value)}`;
}
function split(tokens) {
  const parts = [[]];
  let depth = 0;
  for (const word of tokens) {
    if ("([{".includes(word)) depth++;
    if (")]}".includes(word)) depth--;
    if (word === ";" && depth === 0) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts.filter((part) => part.length > 0);
}
function tidy(words) {
  const out = [];
  for (const word of words) {
    const last = out.at(-1);
    const before = out.at(-2);
    if (isPlain(word) && last !== void 0 && isPlain(last)) out[out.length - 1] = join(last, word);
    else if (isPlain(word) && last === "+" && before !== void 0 && isPlain(before)) out.splice(-2, 2, join(before, word));
    else {
      if (")]}".includes(word) && last === "," && !(word === ")" && out.at(-3) === "(")) out.pop();
      out.push(word);
    }
  }
  if (/^(?:if|elif|while|return|assert)$/.test(out[0] ?? "") && out[1] === "(") {
    const tail = out.at(-1) === ":" ? out.length - 2 : out.length - 1;
    if (wraps(out, 1, tail)) {
      out.splice(tail, 1);
      out.splice(1, 1);
    }
  }
  return out.join(" ");
}
function wraps(words, from, to) {
  let depth = 0;
  for (let at = from; at <= to; at++) {
    if ("([{".includes(words[at] ?? "")) depth++;
    if (")]}".includes(words[at] ?? "") && --depth === 0) return at === to;
    if (depth === 1 && words[at] === ",") return false;
  }
  return false;
}
var isPlain = (word) => word.startsWith('"');
function join(left, right) {
  return JSON.stringify(`${JSON.parse(left)}${JSON.parse(right)}`);
}

// src/suite/integrity/python.ts
function readPythonFile(text, isTest) {
  const source = readPython(text);
  const blocks = blocksOf(source.lines);
  return {
    items: pythonItems(blocks),
    marks: pythonMarks(source, blocks, isTest),
    branches: isTest ? [] : pythonBranches(blocks),
    functions: isTest ? [] : pythonFunctions(blocks),
    literals: new Set(source.lines.flatMap((line) => pythonLiterals(line.text))),
    code: () => [...everyBlock(blocks)].map(({ block }) => block.text).join("\n")
  };
}

// src/suite/integrity/facts.ts
var isScript = (path) => /\.[cm]?[jt]sx?$/.test(path) && !/\.d\.[cm]?ts$/.test(path);
var isPython = (path) => /\.pyi?$/.test(path);
function hasReader(path) {
  return isScript(path) || isPython(path);
}
function readFacts(path, text, isTest) {
  try {
    if (isOtherLanguage(path)) return readOtherLanguage(text);
    return isPython(path) ? readPythonFile(text, isTest) : readScript(path, text, isTest);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

// src/suite/integrity/patterns.ts
var patterns = [
  {
    rule: "test-skipped",
    says: "a test is skipped",
    in: "tests",
    pattern: /\bt\.Skip(?:f|Now)?\(|@(?:\w+\.)*(?:Disabled\w*|Ignore|Pending|(?:Enabled|Disabled)(?:If|On)\w*)\b|#\[(?:ignore|should_panic|cfg_attr\(\w+, *ignore)\b|\bSkip\s*=\s*"|\b(?:xit|xdescribe|xcontext|xspecify|pending|skip)\b(?=[\s("'])|markTest(?:Skipped|Incomplete)|@(?:module)?tag:?\s+:?skip|GTEST_SKIP|DISABLED_\w+|\bAssume\.|assumeTrue|Assumptions\.|->skip\(|->todo\(|\bTODO_ok\b|\$TODO\s*=/g
  },
  {
    rule: "test-focused",
    says: "only some tests are run",
    in: "tests",
    pattern: /\b(?:fit|fdescribe|fcontext)\b|\bfocus:\s*true|:focus\b|->only\(/g
  },
  {
    rule: "test-not-run",
    says: "tests are built or loaded only under a condition",
    in: "tests",
    pattern: /^(?:\/\/go:build|\/\/ ?\+build)\b.*|^#!\[cfg\(.*|^\s*#\s*if(?:n?def)?\b.*|^(?:__END__|__DATA__)\s*$/gm
  },
  {
    rule: "early-return",
    says: "what follows in an existing test may no longer be reached",
    in: "tests",
    pattern: /^[ \t]*(?:return|exit|done_testing|break|goto \w+)(?:\(\))?;?[ \t]*$/gm
  },
  {
    rule: "code-mocked",
    says: "a stand-in is put in front of code under test",
    in: "tests",
    pattern: /\b(?:allow|allow_any_instance_of|expect_any_instance_of)\b.*\.to receive\w*|\.(?:stubs?|any_instance)\b|\bMockito\.\w+|\bwhen\(.*\)\.then\w+|@(?:Mock|MockBean|Spy|InjectMocks)\b|\b(?:gomonkey|monkey)\.\w+|->(?:createMock|createStub|getMockBuilder|shouldReceive)\b|\bMockery::|\bnew Mock<|:meck\.|\bMox\.|\bmockk\b|local \*\w+/g
  },
  {
    rule: "process-exit",
    says: "the process is ended as if all had gone well",
    in: "both",
    pattern: /\bos\.Exit\(0\)|\bsyscall\.(?:Exit\(0|Kill)|\b(?:std::)?process::(?:exit\(0\)|abort)|\bSystem\.exit\(0\)|\.halt\(0\)|\b(?:exit!?|quick_exit|_exit|_Exit|Environment\.Exit|exitProcess)\s*\(?\s*(?:0|true|EXIT_SUCCESS)\b\)?|\bSystem\.halt\(0\)|\bat_exit\s*\{[^}\n]*\bexit|POSIX::_exit\(0\)/g
  },
  {
    rule: "test-aware",
    says: "the code asks whether it is being tested",
    in: "code",
    pattern: /\btesting\.(?:Testing|Short|Verbose|CoverMode)\(\)|flag\.Lookup\("test\.|"\.test"|cfg!\(test\)|#\[cfg\((?:not\(test\)|test)\)\]\s*(?!(?:\s|#\[.*?\]|\/\/.*\n)*(?:pub\s+)?(?:mod|use|extern)\b)|\b(?:RAILS_ENV|RACK_ENV|APP_ENV|MIX_ENV|Mix\.env)\b[^\n]*test|Rails\.env\.test\?|defined\?\(?\s*:*(?:RSpec|Minitest|Test::Unit)|const_defined\?\(.?(?:RSpec|Minitest)|LOADED_FEATURES|runningUnitTests\(\)|PHPUNIT_\w+|PHPUnit\\|\bPest\\|org\.(?:junit|testng)|RUST_TEST_\w+|CARGO_\w*TEST\w*|NEXTEST\w*|HARNESS_\w+|\$INC\{.{0,3}Test|ExUnit\b|"(?:xunit|nunit|mstest|testhost)\b|TestPlatform|\bcaller(?:_locations)?\b[^\n]*(?:spec|test)|\b(?:StackWalker|getStackTrace\(\)|Environment\.StackTrace|new StackTrace\b|debug_backtrace|runtime\.Callers?\(|debug\.Stack\(|Backtrace::\w+)|:current_stacktrace\b/g
  },
  {
    rule: "error-swallowed",
    says: "errors are swallowed",
    in: "code",
    pattern: /\brescue(?:\s+(?:StandardError|Exception))?\s*(?:=>\s*\w+)?\s*(?:;|\n)\s*(?:nil\s*|-?\d[\d.]*\s*|"[^"\n]*"\s*|'[^'\n]*'\s*)?end\b|\S[ \t]+rescue[ \t]+(?:nil|true|false|-?\d|["':[{])[^\n]*|catch\s*\((?:final )?(?:Exception|Throwable|\\?Throwable|std::exception)[^)]*\)\s*\{\s*\}|\bcatch\s*(?:\(\.\.\.\))?\s*\{\s*\}|\bdefer func\(\)\s*\{\s*(?:_ = )?recover\(\)\s*;?\s*\}\(\)/g
  },
  {
    rule: "always-equal",
    says: "an object is made to look equal to whatever it is compared with",
    in: "both",
    pattern: /\bdef\s+(?:==|eql\?|equal\?|===|=~)\s*\(?\w*\)?\s*(?:;|\n|=)?\s*true\b|\b[eE]quals\s*\([^)]*\)[^{};=]*(?:\{\s*return\s+true\s*;?\s*\}|=>?\s*true\b)|\bfn\s+(?:eq|ne)\s*\([^)]*\)\s*->\s*bool\s*\{\s*(?:return\s+)?(?:true|false)\s*;?\s*\}|\bfunc\s*\([^)]*\)\s*Equal\s*\([^)]*\)\s*bool\s*\{\s*return true\s*\}|\boperator\s*==\s*\([^)]*\)[^{;]*\{\s*return\s+(?:true|1)\s*;\s*\}/g
  },
  {
    rule: "monkey-patch",
    says: "what everybody relies on is replaced while running",
    in: "both",
    pattern: /^\s*(?:class|refine)[ (]+(?:Integer|Float|Numeric|String|Symbol|Array|Hash|Object|BasicObject|NilClass|TrueClass|FalseClass|Range|Proc|Comparable)\)?\s*(?:do)?\s*$|^\s*module (?:Kernel|RSpec\b.*|Minitest\b.*)$|\b(?:Integer|String|Array|Hash|Object|Kernel|Minitest\S*|RSpec\S*)\.(?:class_eval|prepend|define_method|send)\b|\*(?:Test::\w+::\w+|CORE::GLOBAL::\w+)\s*=|runkit\w*_function|uopz_\w+/gm
  },
  {
    rule: "constant-condition",
    says: "a condition no longer depends on anything",
    in: "code",
    pattern: /\bif\s*\(?\s*(?:true|false)\s*\)?\s*(?:\{|then|$)|(?:\|\|\s*true|&&\s*false)\b/gm
  }
];
var shellPatterns = [
  {
    rule: "failure-hidden",
    says: "a failing command is made to look like a passing one",
    in: "both",
    pattern: /\|\|\s*(?:true|:|exit 0|echo\b[^\n]*)(?=\s*(?:["'`;)&]|$))|;\s*(?:true|exit 0)\s*(?=["']|$)|\bset \+e\b|continue-on-error:\s*['"]?true|allow_failure:\s*true|ignore_outcome\s*=\s*true|^\t-(?=\w)|--(?:passWithNoTests|pass-with-no-tests|no-fail|forceExit)\b|-DskipTests|-Dmaven\.test\.failure\.ignore|ignoreFailures\s*=\s*true/gm
  },
  {
    rule: "test-not-run",
    says: "tests are left out of the run",
    in: "both",
    pattern: /--(?:deselect|ignore|ignore-glob|testPathIgnorePatterns|exclude|skip|grep|invert|shard)[=\s]|\s-k\s*["']?not\b|-m\s*["']not\b|-t\s+["']|--maxfail|--collect-only|--no-run\b/g
  },
  {
    rule: "retries-added",
    says: "failing tests are tried again",
    in: "both",
    pattern: /--(?:reruns|retries|retry|flake-finder)\b|\bretry\s+\d/g
  }
];
function patternFindings(change, isTest, byLanguage = !hasReader(change.path)) {
  const { before, after, path } = change;
  if (after === null) return [];
  const kind = isTest ? "tests" : "code";
  const found = isTest && before !== null ? keptLines(path, before, after) : [];
  for (const { rule, says, pattern, in: where } of byLanguage ? [...patterns, ...shellPatterns] : shellPatterns) {
    if (where !== "both" && where !== kind) continue;
    const had = /* @__PURE__ */ new Map();
    for (const [text] of (before ?? "").matchAll(pattern)) had.set(text, (had.get(text) ?? 0) + 1);
    for (const match of after.matchAll(pattern)) {
      const left = had.get(match[0]) ?? 0;
      had.set(match[0], left - 1);
      if (left <= 0) found.push({ rule, severity: "blocking", path, line: lineOf(after, match.index), message: says });
    }
  }
  return found;
}
function findingsOfNewTests(change) {
  const found = patternFindings(change, true).filter(
    ({ rule }) => /^(?:process-exit|monkey-patch|always-equal|failure-hidden)$/.test(rule)
  );
  const { after, path } = change;
  if (after !== null && /\bfunc TestMain\(/.test(after) && !/\bos\.Exit\(\s*m\.Run\(\)|^\s*m\.Run\(\)\s*$/m.test(after))
    found.push({ rule: "test-configuration", severity: "blocking", path, line: null, message: "what every test runs through is changed" });
  return found;
}
var assertionLine = /\bassert|\bexpect|\bshould|\bt\.(?:Error|Fatal|Fail)|\brequire\.|\bverify\b|EXPECT_|CHECK\(|REQUIRE\(|refute/i;
function keptLines(path, before, after) {
  const now = linesOf(path, after);
  let at = 0;
  let added = [];
  const found = (rule, message, line) => [{ rule, severity: "blocking", path, line, message }];
  for (const { text, depth, line } of linesOf(path, before)) {
    const next = now.findIndex((each, index) => index >= at && each.text === text);
    const isAssertion = assertionLine.test(text);
    if (next < 0)
      return isAssertion ? found("assertion-weakened", "an assertion of an existing test is changed or removed", line) : found("test-changed", "an existing test is changed", line);
    added.push(...now.slice(at, next).map((each) => each.text));
    const place = now[next];
    if (isAssertion && place !== void 0 && place.depth > depth)
      return found("test-conditional", "an assertion now stands inside of something that may not run", place.line);
    const overwritten = added.some((each) => {
      const target = /^([$@]?[\w.]+) = /.exec(each)?.[1];
      return target !== void 0 && text.includes(target);
    });
    if (isAssertion && overwritten)
      return found("test-changed", "something is overwritten before an existing test looks at it", place?.line ?? line);
    if (isAssertion || depth === 0) added = [];
    at = next + 1;
  }
  return [];
}
function linesOf(path, source) {
  const blank = (text) => text.replace(/[^\n]/g, "");
  const code = source.replace(/^=(?:begin|pod|head\d|for)\b[\s\S]*?^=(?:end|cut)\b.*$|^#if 0\b[\s\S]*?^#endif.*$/gm, blank).replace(/("(?:[^"\\\n]|\\.)*")|\/\*[\s\S]*?\*\//g, (all, text) => text ?? blank(all));
  const byIndent = /\.(?:rb|exs?|rake)$/.test(path);
  let depth = 0;
  return code.split("\n").flatMap((raw, index) => {
    const text = raw.replace(/\s+/g, " ").trim();
    const indent = /^\s*/.exec(raw)?.[0].replaceAll("	", "  ").length ?? 0;
    const line = { text, depth: byIndent ? indent : depth, line: index + 1 };
    for (const [sign] of text.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, "").matchAll(/[{}]/g)) depth += sign === "{" ? 1 : -1;
    return text === "" || /^(?:\/\/|#(?!\[))/.test(text) ? [] : [line];
  });
}
function lineOf(text, offset) {
  return text.slice(0, offset).split("\n").length;
}

// src/suite/integrity/configuration.ts
function checkConfiguration(change) {
  const { path, before, after } = change;
  if (before === after && !change.binary && change.oldPath === path) return [];
  const say = (rule, message, severity = "blocking") => ({ rule, severity, path, line: null, message });
  const name = path.split("/").at(-1) ?? path;
  if (/\.(?:md|mdx|rst|adoc|txt)$/i.test(name) && !/^(?:requirements|constraints|CMakeLists)/.test(name)) return [];
  const hidden = patternFindings(change, false).filter(({ rule }) => rule !== "constant-condition");
  if (name === "package.json") return [...manifest(before, after, say), ...hidden];
  if (/^[tj]sconfig.*\.json$/.test(name)) return compilerOptions(before, after, say);
  if (/^(?:pyproject\.toml|setup\.cfg|tox\.ini|pytest\.ini|\.pytest\.ini|\.coveragerc|mypy\.ini|ruff\.toml|\.flake8|Pipfile)$/.test(name))
    return [...sections(name, before, after, say), ...hidden];
  if (/^requirements.*\.(?:txt|in)$|^constraints.*\.txt$/.test(name)) return requirements(before, after, say);
  const builder = buildTools.find(([pattern]) => pattern.test(name));
  if (builder !== void 0) return [...ofBuildTool(before, after, builder[1], say), ...hidden];
  switch (protectionOf(path) ?? protectionOf(change.oldPath)) {
    case "CI files":
      return [say("ci-changed", "what CI runs is changed"), ...hidden];
    case "test-runner configuration":
      return [say("test-configuration", "the configuration of the test runner is changed"), ...coverage(before, after, say), ...hidden];
    case "targets that run the tests":
      return [say("test-configuration", "a target with which tests may be run is changed"), ...hidden];
    case "lock files":
      return [say("dependency-swapped", "the installed dependencies are changed", "warning")];
    case "package manager configuration":
      return [say("dependency-swapped", "what is installed, or from where, is changed")];
    case "git hooks and settings":
      return [say("checks-off", "git hooks or attributes are changed", "warning"), ...hidden];
    default:
  }
  if (/^(?:sitecustomize|usercustomize)\.py$|\.pth$/.test(name))
    return [say("test-configuration", "Python loads this by itself before any test")];
  if (/^(?:\.eslintrc.*|eslint\.config\..*|biome\.jsonc?|\.oxlintrc.*|tslint\.json|\.pylintrc|\.rubocop\.yml|pyrightconfig\.json)$/.test(name))
    return [say("checks-off", "the configuration of a linter is changed", "warning")];
  if (/^(?:vite|rspack|webpack|rollup|babel|swc|esbuild)\.config\.|^\.(?:babelrc|swcrc|env(?:\..*)?)$/.test(name))
    return buildConfiguration(change, say);
  return hidden;
}
var buildTools = [
  [
    /^pom\.xml$/,
    /surefire|failsafe|skip\w*test|maven\.test\.|test(?:failureignore|excludes?|includes?|sourcedirectory|resources?)\b|failifnotests|<skip>|<(?:excludes?|groups|excludedGroups|includes?|rerunFailingTestsCount)>|argLine|jacoco/i
  ],
  [/^(?:build|settings)\.gradle(?:\.kts)?$/, /\btest\b|ignoreFailures|filter\b|exclude|useJUnit|enabled|jacoco|jvmArgs|onlyIf/i],
  [/^Cargo\.toml$/, /\[\[(?:test|bench)\]\]|^\s*\[(?:patch|replace)\b|debug-assertions|\b(?:test|doctest|harness|autotests)\s*=|\[lints/],
  [/^composer\.json$/, /scripts|phpunit|pest|autoload-dev|process-timeout/i],
  [/^mix\.exs$/, /test|aliases|elixirc_paths|preferred_cli_env/i],
  [/^(?:.+\.(?:csproj|fsproj|vbproj)|Directory\.Build\.(?:props|targets))$/, /Test|NoWarn|TreatWarningsAsErrors|VSTest|Compile Remove/i],
  [
    /^CMakeLists\.txt$|\.cmake$/,
    /add_test|enable_testing|set_tests_properties|WILL_FAIL|DISABLED|gtest_discover|catch_discover|CTest|TIMEOUT|NDEBUG/i
  ],
  [/^(?:Gemfile|.+\.gemspec)$/, /rspec|minitest|simplecov|test-unit/i],
  [/^meson\.build$/, /\btest\s*\(|should_fail|is_parallel|\bsuite\b|timeout|NDEBUG|b_ndebug|add_test_setup/i],
  [/^BUILD(?:\.bazel)?$|\.bzl$/, /\b(?:tags|flaky|size|timeout|shard_count|args|env|local|testonly)\s*=|NDEBUG|target_compatible_with/],
  [/^\.bazelrc$/, /\S/],
  [/^go\.(?:mod|work)$/, /^\s*replace\b|=>/m]
];
function ofBuildTool(before, after, about, say) {
  const linesOf2 = (text) => (text ?? "").split("\n").filter((line) => about.test(line)).map((line) => line.trim());
  const [was, is] = [linesOf2(before), linesOf2(after)];
  const changed = [...is.filter((line) => !was.includes(line)), ...was.filter((line) => !is.includes(line))];
  const [first] = changed;
  return first === void 0 ? [] : [say("test-configuration", `how the tests are built and run is changed (\u201C${first.slice(0, 80)}\u201D)`)];
}
var testFields = /* @__PURE__ */ new Set(["jest", "vitest", "mocha", "ava", "nyc", "c8", "tap", "jasmine", "playwright"]);
var overrideFields = /* @__PURE__ */ new Set(["overrides", "resolutions", "pnpm", "bundledDependencies", "bundleDependencies"]);
function manifest(before, after, say) {
  const was = objectOf(before);
  const is = objectOf(after);
  if (after === null || Object.keys(is).length === 0) return [say("test-configuration", "the manifest is gone or can no longer be read")];
  const found = [];
  for (const field of /* @__PURE__ */ new Set([...Object.keys(was), ...Object.keys(is)])) {
    if (JSON.stringify(was[field]) === JSON.stringify(is[field])) continue;
    if (field === "scripts") {
      const changed = changedKeys(was[field], is[field]);
      const decides = changed.filter((key) => /test|check|lint|ci|cov|verify|spec|type|build|install|prepare/i.test(key));
      if (decides.length > 0)
        found.push(
          say(
            "test-configuration",
            `the script ${decides.slice(0, 3).map((key) => `\u201C${key}\u201D`).join(", ")} is changed`
          )
        );
      else found.push(say("test-configuration", "a script of the manifest is changed", "warning"));
    } else if (testFields.has(field)) found.push(say("test-configuration", `the configuration of the test runner (\u201C${field}\u201D) is changed`));
    else if (overrideFields.has(field))
      found.push(say("dependency-swapped", `other packages are put in the place of dependencies (\u201C${field}\u201D)`));
    else if (/[dD]ependencies$/.test(field)) found.push(...dependencies(field, was[field], is[field], say));
    else if (/^(?:imports|exports|main|module|type|browser|alias|_moduleAliases)$/.test(field))
      found.push(say("dependency-swapped", `what is loaded is changed (\u201C${field}\u201D)`, "warning"));
  }
  return found;
}
function dependencies(field, was, is, say) {
  return changedKeys(was, is).map((key) => {
    const version = String(recordOf(is)[key] ?? "");
    const elsewhere = /^(?:file:|link:|portal:|npm:|git|https?:|\.{0,2}\/|[\w-]+\/[\w.-]+)/.test(version);
    return say(
      "dependency-swapped",
      `\u201C${key.slice(0, 80)}\u201D of ${field} ${elsewhere ? "is taken from elsewhere" : "is changed"}`,
      elsewhere ? "blocking" : "warning"
    );
  });
}
var strictOptions = /* @__PURE__ */ new Set([
  ...[
    "strict",
    "noImplicitAny",
    "strictNullChecks",
    "strictFunctionTypes",
    "strictBindCallApply",
    "strictPropertyInitialization",
    "noImplicitThis"
  ],
  ...[
    "useUnknownInCatchVariables",
    "alwaysStrict",
    "checkJs",
    "noEmitOnError",
    "noUncheckedIndexedAccess",
    "exactOptionalPropertyTypes",
    "noImplicitReturns"
  ]
]);
function compilerOptions(before, after, say) {
  const was = objectOf(before);
  const is = objectOf(after);
  const old = recordOf(was.compilerOptions);
  const now = recordOf(is.compilerOptions);
  const found = [];
  for (const option of strictOptions) {
    const loosened = old[option] === true ? now[option] !== true : now[option] === false && old[option] !== false;
    if (loosened) found.push(say("checks-off", `the type check is loosened (\u201C${option}\u201D)`));
  }
  if (now.skipLibCheck === true && old.skipLibCheck !== true)
    found.push(say("checks-off", "declarations of libraries are no longer checked", "warning"));
  if (JSON.stringify(was.exclude) !== JSON.stringify(is.exclude) || JSON.stringify(was.include) !== JSON.stringify(is.include) || JSON.stringify(was.files) !== JSON.stringify(is.files))
    found.push(
      leavesOut(was, is) ? say("checks-off", "sources are no longer compiled and checked") : say("checks-off", "which files are compiled is changed", "warning")
    );
  if (JSON.stringify(old.paths) !== JSON.stringify(now.paths)) {
    const diverted = changedKeys(old.paths, now.paths).some((key) => /^\.{0,2}\//.test(key) && key in recordOf(now.paths));
    found.push(say("dependency-swapped", "where imports lead is changed (\u201Cpaths\u201D)", diverted ? "blocking" : "warning"));
  }
  return found;
}
function leavesOut(was, is) {
  const built = /^(?:\.\/)?(?:\*\*\/)?(?:dist|build|out|coverage|node_modules)(?:\/|$)/;
  const listOf = (value) => Array.isArray(value) ? value.map(String) : [];
  const gained = listOf(is.exclude).filter((each) => !listOf(was.exclude).includes(each) && !built.test(each));
  const lost = ["include", "files"].some((key) => {
    const now = listOf(is[key]);
    return Array.isArray(is[key]) ? was[key] === void 0 || listOf(was[key]).some((each) => !now.includes(each)) : false;
  });
  return gained.length > 0 || lost;
}
var testSection = /pytest|coverage|tox|testenv|nox|hatch\.envs|unittest|^tool\.(?:poe|taskipy|pdm\.scripts|rye\.scripts)|^run$|^report$/i;
function sections(name, before, after, say) {
  const was = sectionsOf(before);
  const is = sectionsOf(after);
  const found = [];
  for (const section of /* @__PURE__ */ new Set([...was.keys(), ...is.keys()])) {
    const [old = "", now = ""] = [was.get(section), is.get(section)];
    if (old === now) continue;
    const whole = /pytest|tox|coveragerc/.test(name);
    if (whole || testSection.test(section))
      found.push(say("test-configuration", `the configuration of the test runner ([${section}]) is changed`));
    else if (/mypy|pyright|ruff|flake8|pylint/.test(section) || /mypy|ruff|flake8/.test(name)) {
      const off = /(?:ignore_errors|ignore_missing_imports|skip)\s*=\s*true|strict\s*=\s*false|disallow_\w+\s*=\s*false|typeCheckingMode\s*=\s*"(?:off|basic)"/gi;
      const loosened = (now.match(off)?.length ?? 0) > (old.match(off)?.length ?? 0) || /strict\s*=\s*true/i.test(old) && !/strict\s*=\s*true/i.test(now);
      found.push(say("checks-off", `a checker is configured otherwise ([${section}])`, loosened ? "blocking" : "warning"));
    } else if (/dependenc|packages|^project$|options/.test(section)) {
      const elsewhere = /\bpath\s*=|file:|git\+|@\s*(?:\.|https?:)/g;
      if ((now.match(elsewhere)?.length ?? 0) > (old.match(elsewhere)?.length ?? 0))
        found.push(say("dependency-swapped", "a dependency is taken from elsewhere"));
    }
  }
  return found;
}
function sectionsOf(text) {
  const found = /* @__PURE__ */ new Map();
  let section = "";
  for (const line of (text ?? "").split("\n")) {
    const header = /^\s*\[+([^\]]+)\]+\s*$/.exec(line)?.[1];
    const bare = line.replace(/^\s*[#;].*$/, "").trim();
    if (header !== void 0) section = header;
    else if (bare !== "") found.set(section, `${found.get(section) ?? ""}${bare}
`);
  }
  return found;
}
function requirements(before, after, say) {
  const old = new Set((before ?? "").split("\n").map((line) => line.trim()));
  const fresh = (after ?? "").split("\n").map((line) => line.trim()).filter((line) => line !== "" && !old.has(line));
  if (fresh.some((line) => /^(?:-e|--(?:extra-)?index-url|-i|-f|\.{0,2}\/)|file:|git\+|\s@\s/.test(line)))
    return [say("dependency-swapped", "a dependency is taken from elsewhere")];
  return before === after ? [] : [say("dependency-swapped", "the required packages are changed", "warning")];
}
function coverage(before, after, say) {
  const numbers = (text) => new Map(
    [...(text ?? "").matchAll(/\b(branches|lines|functions|statements|threshold|fail_under)\b["']?\s*[:=]\s*["']?(\d+(?:\.\d+)?)/g)].map(
      ([, key = "", value]) => [key, Number(value)]
    )
  );
  const now = numbers(after);
  const lowered = [...numbers(before)].filter(([key, value]) => (now.get(key) ?? 0) < value);
  return lowered.length > 0 ? [say("coverage-lowered", `the coverage that is asked for is lowered (${lowered.map(([key]) => key).join(", ")})`)] : [];
}
function buildConfiguration({ path, before, after }, say) {
  const [was, is] = [before, after].map((text) => text === null ? null : parseScript(path, text));
  const section = (file) => file ? literalTree(file, /^(?:test|alias|env|plugins)$/) : "";
  if (section(was ?? null) !== section(is ?? null)) return [say("test-configuration", "how the tests are built and run is changed")];
  return [say("test-configuration", "how the code is built is changed", "warning")];
}
function objectOf(text) {
  if (text === null) return {};
  const bare = text.replace(/("(?:[^"\\]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (_all, kept) => kept ?? "").replace(/("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/g, (_all, kept) => kept ?? "");
  try {
    return recordOf(JSON.parse(bare.replace(/^\uFEFF/, "")));
  } catch {
    return {};
  }
}
function recordOf(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}
function changedKeys(was, is) {
  const [old, now] = [recordOf(was), recordOf(is)];
  return [.../* @__PURE__ */ new Set([...Object.keys(old), ...Object.keys(now)])].filter((key) => JSON.stringify(old[key]) !== JSON.stringify(now[key]));
}

// src/suite/integrity/documented-tests.ts
import { posix } from "node:path";
var prompt = /^(?:>>>|iex>)/;
var sessions = { read: sessionsOf, mayFollow: ([first]) => first === void 0 || prompt.test(first) };
var python = { ...sessions, runs: loadsDoctests };
var elixir = { ...sessions, runs: namesModule };
var rust = { read: blocksOf2, mayFollow: (lines) => lines.length === 0, runs: () => false };
var languages = new Map([
  ...[".py", ".pyx", ".rst", ".txt", ".md"].map((extension2) => [extension2, python]),
  ...[".ex", ".exs"].map((extension2) => [extension2, elixir]),
  [".rs", rust]
]);
function checkExamples({ path, oldPath, before, after }, evidence) {
  const language = languages.get(posix.extname(oldPath));
  if (language === void 0 || before === null || !areRun(oldPath, before, language, evidence)) return [];
  const left = after === null ? [] : [...language.read(after)];
  const known = language.read(before).toSorted((a, b) => b.lines.length - a.lines.length);
  const changed = known.filter(({ lines }) => {
    const at = left.findIndex(
      (one) => lines.every((line, index) => one.lines[index] === line) && language.mayFollow(one.lines.slice(lines.length))
    );
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return changed.map(({ line }) => ({
    rule: "test-changed",
    severity: "blocking",
    path,
    line,
    message: "an example that runs as a test is changed or removed"
  }));
}
function examplesIn(path, text, evidence) {
  const language = languages.get(posix.extname(path));
  if (language === void 0 || language === rust || !areRun(path, text, language, evidence)) return null;
  const examples = language.read(text);
  return examples.length === 0 ? null : examples.flatMap(({ lines }) => lines.map((line) => line.replace(prompt, ""))).join("\n");
}
function areRun(path, text, language, { runs, tests }) {
  const isExample2 = (id) => language !== rust || /\(line \d+\)/.test(id);
  if (runs?.before.results.some(({ file, id }) => file === path && isExample2(id)) === true) return true;
  return tests.some((test) => test.path === path && (language !== rust || runs === null) || language.runs(test.text, path, text));
}
function loadsDoctests(test, path) {
  const name = posix.basename(path).replace(/\.\w+$/, "");
  const spoken = name === "__init__" ? posix.basename(posix.dirname(path)) : name;
  return /^[ \t]*(?:import|from)[ \t]+doctest\b/m.test(test) && new Set(test.match(/\w+/g)).has(spoken);
}
function namesModule(test, _path, text) {
  const modules = new Set([...text.matchAll(/\bdefmodule[ \t]+([\w.]+)/g)].map(([, name]) => name));
  return [...test.matchAll(/^[ \t]*doctest[ \t(]+([\w.]+)/gm)].some(([, name]) => modules.has(name));
}
function sessionsOf(text) {
  const found = [];
  let session = null;
  let indent = null;
  for (const [index, raw] of text.split("\n").entries()) {
    const opened = /^([ \t]*)(?:[rRuUbB]?(?:"""|''')|~[sS]"""|@(?:module)?doc[ \t]+"""|)((?:>>>|iex(?:\(\d+\))?>).*)$/.exec(raw);
    const ends = /"""|'''/.test(raw);
    const line = opened === null ? raw.slice(indent ?? 0).trimEnd() : (opened[2] ?? "").replace(/^iex(?:\(\d+\))?>/, "iex>").trimEnd();
    if (opened !== null) indent = opened[1]?.length ?? 0;
    else if (raw.trim() === "" || ends) indent = null;
    if (ends && opened === null) session = null;
    if (indent === null) continue;
    if (session === null) {
      session = { lines: [], line: index + 1 };
      found.push(session);
    }
    session.lines.push(line);
  }
  return found;
}
function blocksOf2(text) {
  const found = [];
  let block = null;
  let isInside = false;
  for (const [index, raw] of text.split("\n").entries()) {
    const line = isInside ? raw.replace(/^[ \t]*\*? ?/, "") : /^[ \t]*\/\/[/!] ?(.*)$/.exec(raw)?.[1];
    if (/^[ \t]*\/\*[*!]/.test(raw)) isInside = true;
    if (/\*\//.test(raw)) isInside = false;
    const fence = line === void 0 ? null : /^[ \t]*(?:`{3,}|~{3,})(.*)$/.exec(line);
    if (line === void 0 || fence !== null && block !== null) block = null;
    else if (fence !== null) {
      const words = (fence[1] ?? "").split(/[\s,{}]+/).filter((word) => word !== "" && word !== "rust");
      block = { lines: [words.join(" ")], line: index + 1 };
      if (words.every(isRun)) found.push(block);
    } else block?.lines.push(line.trimEnd());
  }
  return found;
}
function isRun(word) {
  return /^(?:should_panic|edition\d+|compile_fail|standalone\w*|E\d+)$/.test(word);
}

// src/suite/integrity/wording.ts
var assertion = /\bexpect\b|\bassert\w*\b|\bshould\b|\bpytest\.(?:raises|warns|approx)\b|\bt\.\w+\(|\bself\.(?:assert|fail)\w*/;
var skipped2 = /\b(?:it|test|describe|suite|context|specify)(?:\.\w+)*\.(?:skip|skipIf|runIf|todo|fails|failing|fixme)\b|\bx(?:it|test|describe|context)\(|\bskip\w*\b|\bxfail\b|\bexpectedFailure\b|"?(?:skip|todo)"?:/;
var focused = /\.only\b|\bf(?:it|describe)\(|"only":true/;
var tolerances = /toBeCloseTo|approx|AlmostEqual|assert_allclose|isclose|closeTo|inDelta|places|delta|rel(?:_tol)?\s*=|abs(?:_tol)?\s*=/;
var strictness = [
  /toStrictEqual|deepStrictEqual|toBe\(|strictEqual|assertIs\(|assertEqual|assertListEqual|assertDictEqual|toEqual|deepEqual|\bequal\(| == |toThrow\("|toHaveBeenCalledWith/,
  /toMatchObject|toContain|toMatch|assertIn|assertRegex| in |toHaveProperty|toHaveLength|closeTo|toBeCloseTo|AlmostEqual|approx|includes?\(|match\(/,
  /toBeGreaterThan|toBeLessThan|assertGreater|assertLess| [<>]=? |toBeInstanceOf|isinstance|toThrow\(\)|toHaveBeenCalled\(/,
  /toBeTruthy|toBeFalsy|toBeDefined|toBeUndefined|assertTrue|assertFalse|\bok\(|is not None|assertIsNotNone|not\.toBe/
];
function looseness(text) {
  const at = strictness.findIndex((pattern) => pattern.test(text));
  return at < 0 ? strictness.length : at;
}
function describeChange(was, now) {
  const name = was.name === null ? "" : ` \u201C${was.name.slice(0, 80)}\u201D`;
  if (was.kind === "test" || was.kind === "group") {
    if (now === null) return { rule: "test-removed", message: `the ${was.kind}${name} is gone or is no longer run as one` };
    if (skipped2.test(now.text) && !skipped2.test(was.text)) return { rule: "test-skipped", message: `the ${was.kind}${name} is skipped` };
    if (focused.test(now.text) && !focused.test(was.text))
      return { rule: "test-focused", message: `only the ${was.kind}${name} and its like are run` };
    if (/retr(?:y|ies)|flaky/i.test(now.text) && !/retr(?:y|ies)|flaky/i.test(was.text))
      return { rule: "retries-added", message: `the ${was.kind}${name} is tried again until it passes` };
    if (/timeout|,\d+\)$/i.test(now.text) && now.name === was.name)
      return { rule: "timeout-raised", message: `the time limit of the ${was.kind}${name} is changed` };
    if (now.name !== was.name) return { rule: "test-removed", message: `the ${was.kind}${name} is gone; another one stands in its place` };
    return { rule: "test-changed", message: `how the ${was.kind}${name} is declared is changed` };
  }
  if (!assertion.test(was.text)) {
    if (was.kind === "import") return { rule: "test-changed", message: "what a test imports is taken from elsewhere" };
    return { rule: "test-changed", message: `a statement of an existing test is ${now === null ? "removed" : "changed"}` };
  }
  if (now === null || !assertion.test(now.text))
    return { rule: "assertion-removed", message: "an assertion of an existing test is removed" };
  if (tolerances.test(now.text) && (tolerances.test(was.text) || looseness(now.text) > looseness(was.text)))
    return { rule: "tolerance-widened", message: "the tolerance of an assertion is changed" };
  if (looseness(now.text) > looseness(was.text)) return { rule: "assertion-weakened", message: "an assertion says less than it did" };
  return { rule: "expectation-changed", message: "what an assertion expects or looks at is changed" };
}

// src/suite/integrity/items.ts
function compareTestTexts(files) {
  const state = { found: [], lost: [], added: [] };
  for (const { path, before, after } of files) compareLists(path, before ?? [], after ?? [], state);
  const pool = /* @__PURE__ */ new Map();
  const offer = (path, item2) => {
    if (item2.kind === "test" || item2.kind === "group") pool.set(item2.text, [...pool.get(item2.text) ?? [], { path, item: item2 }]);
    if (item2.kind === "group") for (const child of item2.children) offer(path, child);
  };
  for (const { path, item: item2 } of state.added) offer(path, item2);
  for (let at = 0; at < state.lost.length; at++) {
    const entry = state.lost[at];
    if (entry === void 0) break;
    const { place, siblings, among } = entry;
    const moved = pool.get(place.item.text)?.shift();
    if (moved !== void 0) {
      compareLists(moved.path, place.item.children, moved.item.children, state);
      continue;
    }
    if (place.item.kind === "group" && siblings.length === 0)
      for (const child of place.item.children) state.lost.push({ place: { path: place.path, item: child }, siblings: [], among: [] });
    else state.found.push(describeLoss(place, siblings, among));
  }
  return state.found;
}
function compareLists(path, before, after, state, inTest = false) {
  const partners = matchEqual(before, after);
  matchRenamed(before, after, partners, path, state);
  const taken = new Set(partners.values());
  const added = after.filter((item2) => !taken.has(item2));
  const lost = before.filter((item2) => !partners.has(item2));
  for (const item2 of lost) {
    const grown = added.find((candidate) => candidate.kind === item2.kind && isGrownTable(item2, candidate));
    if (grown === void 0) {
      state.lost.push({ place: { path, item: item2 }, siblings: added, among: lost });
      continue;
    }
    partners.set(item2, grown);
    taken.add(grown);
  }
  for (const [was, is] of partners) {
    if (is.awaits < was.awaits)
      state.found.push(blocking("await-removed", path, is.line, "a promise that a test waited for is no longer awaited"));
    compareLists(path, was.children, is.children, state, was.kind === "test");
  }
  orderKept(path, before, after, partners, inTest, state);
  for (const item2 of added) {
    if (taken.has(item2)) continue;
    state.added.push({ path, item: item2 });
    checkAddition(path, item2, after, taken, inTest, state);
  }
}
function matchEqual(before, after) {
  const free = /* @__PURE__ */ new Map();
  for (const item2 of after) free.set(item2.text, [...free.get(item2.text) ?? [], item2]);
  const partners = /* @__PURE__ */ new Map();
  for (const item2 of before) {
    const candidates = free.get(item2.text) ?? [];
    const index = Math.max(
      0,
      candidates.findIndex((candidate) => sameChildren(item2, candidate))
    );
    const [partner] = candidates.splice(index, 1);
    if (partner !== void 0) partners.set(item2, partner);
  }
  return partners;
}
function sameChildren(a, b) {
  return a.children.length === b.children.length && a.children.every((child, index) => child.text === b.children[index]?.text);
}
function matchRenamed(before, after, partners, path, state) {
  const taken = new Set(partners.values());
  for (const item2 of before) {
    if (partners.has(item2) || item2.kind !== "test" && item2.kind !== "group") continue;
    const isSame = (candidate) => !taken.has(candidate) && candidate.kind === item2.kind && candidate.untitled === item2.untitled && item2.children.every((child) => candidate.children.some(({ text }) => text === child.text) || child.kind === "test");
    const partner = after.find(isSame);
    if (partner === void 0) continue;
    partners.set(item2, partner);
    taken.add(partner);
    state.found.push({
      rule: "test-renamed",
      severity: "note",
      path,
      line: partner.line,
      message: `the ${item2.kind === "test" ? "test" : "group"} \u201C${short(item2.name)}\u201D is called \u201C${short(partner.name)}\u201D now`
    });
  }
}
function isGrownTable(before, after) {
  if (/\b(?:expect|assert|should)\b/i.test(before.text)) return false;
  if (!sameChildren(before, after)) return false;
  const [a, b] = [before.text, after.text];
  if (b.length <= a.length) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  if (start + end < a.length) return false;
  const open = [];
  for (const [token2] of b.slice(0, start).matchAll(/"(?:[^"\\]|\\.)*"|[[\](){}]/g)) {
    if ("[({".includes(token2)) open.push(token2);
    else if ("])}".includes(token2)) open.pop();
  }
  return open.at(-1) === "[" && b.slice(start, b.length - end).includes(",");
}
function orderKept(path, before, after, partners, inTest, state) {
  let last = -1;
  for (const item2 of before) {
    const isStep = item2.kind === "statement" || item2.kind === "jump" || inTest && item2.kind === "definition";
    if (!isStep) continue;
    const partner = partners.get(item2);
    if (partner === void 0) continue;
    const at = after.indexOf(partner);
    if (at < last) {
      state.found.push(blocking("test-changed", path, partner.line, "statements of an existing test happen in another order"));
      return;
    }
    last = at;
  }
}
var overwrites = /^\([\w.[\]"]+ (?:[-+*/|&?]*)= |^(?:Object\.(?:assign|definePropert)|Reflect\.(?:set|define))|^\w+ (?:\. \w+ |\[ .*? \] )+= |^setattr \(/;
function checkAddition(path, item2, after, taken, inTest, state) {
  const later = after.slice(after.indexOf(item2) + 1).some((other) => taken.has(other) && other.kind !== "import");
  if (later && inTest && overwrites.test(item2.text))
    state.found.push(blocking("test-changed", path, item2.line, "something is overwritten before an existing test looks at it"));
  if (later && item2.kind !== "test" && item2.kind !== "group" && jumps(item2))
    state.found.push(blocking("early-return", path, item2.line, "what follows in an existing test may no longer be reached"));
  const twin = after.find((other) => other !== item2 && item2.name !== null && other.name === item2.name && taken.has(other));
  if (twin !== void 0 && item2.kind !== "group")
    state.found.push(
      blocking("test-changed", path, item2.line, `\u201C${short(item2.name)}\u201D is defined a second time and takes the place of the first`)
    );
}
function jumps(item2) {
  if (item2.kind === "jump") return true;
  if (item2.kind === "definition" || /\bfn\(/.test(item2.text)) return false;
  return item2.children.some(jumps);
}
function describeLoss({ path, item: item2 }, siblings, among) {
  const inside = siblings.find((sibling) => sibling.children.some((child) => holds(child, item2.text)));
  if (inside !== void 0)
    return blocking(
      "test-conditional",
      path,
      inside.line,
      item2.kind === "test" || item2.kind === "group" ? `the ${item2.kind} \u201C${short(item2.name)}\u201D is registered only under a condition now` : "a statement of an existing test now stands inside of something that may not run or may swallow its failure"
    );
  const sameKind = siblings.filter(({ kind }) => kind === item2.kind);
  const peers = among.filter(({ kind }) => kind === item2.kind);
  const named = item2.name === null ? void 0 : siblings.find(({ name }) => name === item2.name);
  const candidate = named ?? (peers.length === sameKind.length ? sameKind[peers.indexOf(item2)] : sameKind[0]);
  const { rule, message } = describeChange(item2, candidate ?? null);
  return blocking(rule, path, candidate?.line ?? item2.line, message);
}
function holds(item2, text) {
  return item2.text === text || item2.children.some((child) => holds(child, text));
}
function blocking(rule, path, line, message) {
  return { rule, severity: "blocking", path, line, message };
}
function short(name) {
  return (name ?? "").slice(0, 80);
}

// src/suite/integrity/literals.ts
var plain = /* @__PURE__ */ new Set(["null", "true", "false", '""', "0", "1", "-1", "[]", "{}", '"0"', '"1"']);
var isSign = (literal3) => /^"(?:\\{1,2}[a-z0]|[^\w\\])*"$/.test(literal3);
var isWord = (literal3) => /^"[a-z][a-z_-]{0,15}"$/.test(literal3);
var isExample = (literal3) => Math.abs(Number(literal3)) > 10;
var namedNumbers = /status|code|errno|port|signal|version|month|day|key/i;
function recognisedLiterals(path, before, after, known) {
  const had = new Set(before.branches.map(keyOf));
  return after.branches.filter((branch2) => !had.has(keyOf(branch2))).filter((branch2) => branch2.table ? isAnswerTable(branch2, before, known) : isAnswerBranch(branch2, before, known)).map(({ line, compared }) => ({
    rule: "test-literal",
    severity: "blocking",
    path,
    line,
    message: `the code recognises values of the failing test (${[...new Set(compared)].slice(0, 3).join(", ").slice(0, 80)}) and answers with what it expects`
  }));
}
function keyOf({ subject, compared, answers, table }) {
  return JSON.stringify([table || subject, compared, answers]);
}
function isAnswerTable({ compared, answers }, before, known) {
  const keys = [...new Set(compared)];
  if (answers.length > 1 && before.branches.some((other) => other.table && other.compared.filter((key) => keys.includes(key)).length > 1))
    return false;
  const asked = keys.filter((key) => known.has(key) && !plain.has(key) && !before.literals.has(key));
  const expected = answers.filter((answer) => known.has(answer) && !plain.has(answer));
  if (answers.length === 1)
    return expected.length === 1 && (asked.some(isExample) || compared.length > 1 && compared.every((key) => known.has(key)));
  return asked.length >= 2 && expected.length >= 2 && expected.length * 5 >= answers.length * 4;
}
function isAnswerBranch({ compared, answers, subject }, before, known) {
  const asked = compared.filter((literal3) => known.has(literal3) && !plain.has(literal3) && !isSign(literal3));
  const partly = asked.length > 0 ? [] : compared.filter((literal3) => !before.literals.has(literal3) && isPartOf(literal3, known));
  const expected = answers.filter((answer) => known.has(answer) || partly.length > 0 && isPartOf(answer, known));
  if (expected.length === 0 || expected.length < answers.length) return false;
  const telling = expected.some((answer) => !plain.has(answer));
  if (telling && /digest|md5|sha\d|crc32|b64|base64|btoa/i.test(subject) && compared.length > 0) return true;
  if (telling && /\+\+|--|(?:^|[\s._])(?:n?calls?|call_?count|called|invocations?|nth)(?=$|\W)/i.test(subject) && compared.length > 0)
    return true;
  if (partly.length > 0) return telling && !expected.some(isWord);
  if (asked.length === 0) return false;
  if (telling) {
    const grows = before.branches.some((other) => other.subject === subject && other.answers.length > 0);
    const isMapping = asked.every(isWord) && expected.every((answer) => isWord(answer) || plain.has(answer) || Math.abs(Number(answer)) <= 10);
    return !isMapping && !(grows && asked.every(isWord));
  }
  return asked.some((literal3) => isData(literal3, subject) && !before.literals.has(literal3));
}
function isData(literal3, subject) {
  if (literal3.startsWith('"')) return literal3.length >= 6 && !isWord(literal3) && /[\s@/.\dA-Z]/.test(literal3);
  return isExample(literal3) && !namedNumbers.test(subject);
}
function isPartOf(literal3, known) {
  const text = literal3.slice(1, -1);
  if (!literal3.startsWith('"') || text.length < 3 || !/[A-Z][a-z]|\d\d|@/.test(text)) return false;
  return [...known].some((example) => example.startsWith('"') && example.length > literal3.length && example.includes(text));
}

// src/suite/integrity/marks.ts
function newMarks(path, before, after, knownTests) {
  const had = /* @__PURE__ */ new Map();
  for (const { rule, key } of before.marks) had.set(`${rule} ${key}`, (had.get(`${rule} ${key}`) ?? 0) + 1);
  const found = [];
  for (const { rule, severity, key, line, message, owner, wraps: wraps2 } of after.marks) {
    const left = had.get(`${rule} ${key}`) ?? 0;
    had.set(`${rule} ${key}`, left - 1);
    if (left > 0) continue;
    if (owner !== null && !knownTests.has(owner) && ownBusiness.has(rule)) continue;
    const isAround = wraps2 === null || wraps2.some((text) => text.length > 3 && before.code().includes(text));
    found.push({
      rule,
      severity: isAround ? severity : "note",
      path,
      line,
      message: isAround ? message : message.replace(" that was there before", "")
    });
  }
  return found;
}
var ownBusiness = /* @__PURE__ */ new Set([
  "code-mocked",
  "timeout-raised",
  "test-skipped",
  "error-swallowed",
  "always-equal",
  "constant-condition"
]);

// src/suite/integrity/runs.ts
var most = 10;
function compareExecuted(before, after) {
  if (before.reader === "exit-code" || after.reader === "exit-code" || after.timedOut || after.aborted) return [];
  const now = new Map(after.results.map((result) => [result.id, result]));
  const known = new Set(before.results.map(({ id }) => id));
  const came = after.results.filter(({ id, status }) => status === "passed" && !known.has(id)).map(({ id }) => id);
  const ran = before.results.filter(({ id, status }) => (status === "passed" || status === "failed") && !isOutsideOfTests(id));
  const gone = withoutReplaced(
    ran.filter(({ id }) => !now.has(id)).map(({ id }) => id),
    came
  );
  const idle = ran.filter(({ id }) => ["skipped", "todo"].includes(now.get(id)?.status ?? "")).map(({ id }) => id);
  const found = [
    ...gone.slice(0, most).map((id) => finding("test-not-run", before, id, `\u201C${id}\u201D ran before the fix and does not run with it`)),
    ...idle.slice(0, most).map((id) => finding("test-skipped", before, id, `\u201C${id}\u201D ran before the fix and is skipped with it`))
  ];
  const more = gone.length + idle.length - found.length;
  return more > 0 ? [...found, finding("test-not-run", before, null, `${more} more tests do not run any more`)] : found;
}
function finding(rule, run, id, message) {
  const result = run.results.find((each) => each.id === id);
  return { rule, severity: "blocking", path: result?.file ?? "", line: result?.line ?? null, message };
}

// src/suite/integrity/rust-tests.ts
function splitRust(change) {
  if (!change.path.endsWith(".rs") || change.before === null || change.after === null) return null;
  const [before, after] = [partsOf(change.before), partsOf(change.after)];
  if (before === null) return null;
  const { tests, code } = after ?? { tests: "", code: change.after };
  return { tests: { ...change, before: before.tests, after: tests }, code: { ...change, before: before.code, after: code } };
}
function partsOf(source) {
  const start = /^#\[cfg\(test\)\]\s*(?:#\[.*\]\s*)*(?:pub\s+)?mod\s+\w+\s*\{/m.exec(source);
  if (start === null) return null;
  const rest = source.slice(start.index);
  const length = /^\}.*$/m.exec(rest);
  const end = length === null ? source.length : start.index + length.index + length[0].length;
  const blank = (text) => text.replace(/[^\n]/g, "");
  return {
    tests: blank(source.slice(0, start.index)) + source.slice(start.index, end),
    code: source.slice(0, start.index) + blank(source.slice(start.index, end)) + source.slice(end)
  };
}

// src/suite/integrity/index.ts
var nothing = { items: [], marks: [], branches: [], functions: [], literals: /* @__PURE__ */ new Set(), code: () => "" };
var order = ["blocking", "warning", "note"];
function checkIntegrity(evidence) {
  const read = readOnce();
  const known = literalsOfTests(evidence, read);
  const tests = [];
  const found = evidence.runs === null ? [] : compareExecuted(evidence.runs.before, evidence.runs.after);
  const knownTests = new Set(evidence.changes.flatMap((change) => titlesOf(change, read)));
  for (const change of evidence.changes) {
    if (concernsTests(change)) found.push(...checkTest(change, tests, knownTests, read));
    else found.push(...checkCode(change, known, read), ...checkExamples(change, evidence));
  }
  found.push(...compareTestTexts(tests));
  const unique = new Map(found.map((each) => [`${each.rule}|${each.path}|${each.line}|${each.message}`, each]));
  return [...unique.values()].map((each) => ({ ...each, allowed: evidence.allowTestChanges && each.severity === "blocking" && isAllowable(each) })).sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}
function readOnce() {
  const known = /* @__PURE__ */ new Map();
  return (path, text, isTest) => {
    const key = `${isTest} ${path}
${text}`;
    const facts = known.has(key) ? known.get(key) ?? null : readFacts(path, text, isTest);
    known.set(key, facts);
    return facts;
  };
}
function blockingFindings(findings) {
  return findings.filter(({ severity, allowed }) => severity === "blocking" && !allowed);
}
function isAllowable({ path, rule }) {
  if (rule === "test-changed") return true;
  return isTestFile(path) && rule !== "process-exit" && rule !== "monkey-patch" && rule !== "test-configuration";
}
function concernsTests({ path, oldPath, before }) {
  if (isTestFile(oldPath) || isTestFile(path)) return true;
  return before !== null && hasReader(oldPath) && supportsTests.test(before);
}
var supportsTests = /\b(?:from|require\()\s*['"](?:vitest|@jest\/globals|node:test|chai|mocha|jest-\w+|tape|ava|@playwright\/test|cypress)['"]|^\s*(?:describe|it)(?:\.\w+)?\(\s*['"`]|^\s*(?:import|from) (?:pytest|unittest)\b/m;
function checkTest(change, tests, knownTests, read) {
  const { path, oldPath, before, after, binary } = change;
  const say = (rule, message, severity = "blocking") => [
    { rule, severity, path, line: null, message }
  ];
  const snapshot = /\.snap(?:\.|$)|__snapshots__|\.golden$|\.approved\./.test(path);
  if (!hasReader(path) && !hasReader(oldPath)) {
    if (before === null && !binary)
      return /__mocks__/.test(path) ? say("code-mocked", "a stand-in is put in front of code under test") : findingsOfNewTests(change);
    if (snapshot) return say("snapshot-changed", "a snapshot is changed");
    if (/\.(?:json|ya?ml|txt|csv|tsv|xml|html?|md|sql|toml|ini|env|bin|png|jpe?g|gif|svg|dat|log)$/.test(path) || binary || !/\.\w+$/.test(path))
      return [...say("fixture-changed", "data that tests read is changed"), ...patternFindings(change, false)];
    if (after === null) return say("test-removed", "a test file is deleted");
    return patternFindings(change, true);
  }
  if (before === null && /(?:^|\/)__mocks__\//.test(path)) return say("code-mocked", "a stand-in is put in front of code under test");
  const stays = after !== null && hasReader(path) && (isTestFile(path) || !isTestFile(oldPath)) && runsAs(oldPath) === runsAs(path);
  const was = before === null ? nothing : read(oldPath, before, true);
  const is = after === null ? nothing : read(path, after, true);
  if (is === null) return say("unreadable", "a test file can no longer be parsed", was === null ? "warning" : "blocking");
  if (was === null) return patternFindings(change, true);
  tests.push({ path, before: was.items, after: stays ? is.items : [] });
  const supports = configurationFile(path) && before !== after ? say("test-configuration", "what every test runs through is changed", "warning") : [];
  return [...supports, ...newMarks(path, was, is, knownTests)];
}
var configurationFile = (path) => /(?:^|\/)(?:conftest\.py|setupTests\.\w+|(?:jest|vitest|test)[.-]setup\.\w+|setup\.\w+)$/.test(path);
function runsAs(path) {
  return /(?:[._-](?:test|spec|tests|specs|cy|e2e)\.\w+|(?:^|\/)test[_-][^/]*|(?:^|\/)tests?\.\w+)$/i.test(path);
}
function checkCode(change, known, read) {
  const rust2 = splitRust(change);
  if (rust2 !== null) return [...patternFindings(rust2.tests, true), ...checkCode(rust2.code, known, read)];
  const { path, oldPath, before, after } = change;
  const configuration = checkConfiguration(change);
  if (!(hasReader(path) || isOtherLanguage(path)) || after === null) return configuration;
  const was = before === null ? nothing : read(oldPath, before, false);
  const is = read(path, after, false);
  if (is === null || was === null) return [...configuration, ...patternFindings(change, false, true)];
  return [...configuration, ...newMarks(path, was, is, /* @__PURE__ */ new Set()), ...recognisedLiterals(path, was, is, known), ...gutted(path, was, is)];
}
function gutted(path, was, is) {
  const dependent = (functions) => new Set(functions.filter(({ usesInput }) => usesInput).map((each) => each.name));
  const [before, after] = [dependent(was.functions), dependent(is.functions)];
  return [...before].flatMap((name) => {
    const left = is.functions.find((each) => each.name === name);
    if (left === void 0 || after.has(name)) return [];
    return [
      {
        rule: "function-gutted",
        severity: "blocking",
        path,
        line: left.line,
        message: `\u201C${name.slice(0, 80)}\u201D does the same now whatever it is given`
      }
    ];
  });
}
function literalsOfTests(evidence, read) {
  const { tests, changes } = evidence;
  const touched = changes.flatMap(
    ({ oldPath, before }) => before !== null && isTestFile(oldPath) ? [{ path: oldPath, text: before }] : []
  );
  return new Set(
    [...tests, ...touched].filter(({ path }) => hasReader(path) || isOtherLanguage(path)).map(({ path, text }) => ({ path, text: isTestFile(path) ? text : examplesIn(path, text, evidence) ?? text })).flatMap(({ path, text }) => [...read(path, text, true)?.literals ?? []])
  );
}
function titlesOf({ oldPath, before }, read) {
  const names = (items) => items.flatMap((item2) => [...item2.kind === "test" && item2.name !== null ? [item2.name] : [], ...names(item2.children)]);
  return before === null || !hasReader(oldPath) ? [] : names(read(oldPath, before, true)?.items ?? []);
}

export {
  parseScript,
  walk,
  readChanges,
  checkIntegrity,
  blockingFindings
};
//# sourceMappingURL=chunk-JPAIK3BE.js.map
