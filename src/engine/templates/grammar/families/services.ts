// What applications in Python leave out around their calls: what has to happen either way, what a class hands on, what stands in another order.
import { callOf, deeper, firstStatement, plainParametersOf } from '../python.ts';
import { type Family, isPython } from '../scene.ts';
import { above, type Branch, fieldOf, namedChildren, nearest } from '../tree.ts';
import { replaced } from './names.ts';

/** `gateway: Address | None` of a model asks for a value all the same. */
const optional: Family = {
  name: 'optional without a default',
  share: 0.1,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'assignment' || fieldOf(branch, 'right') !== null) return;
    const type = fieldOf(branch, 'type');
    if (
      type === null ||
      !/\bNone\b|\bOptional\b/.test(scene.text(type)) ||
      [...above(branch)].every((each) => each.type !== 'class_definition')
    )
      return;
    yield { start: branch.end, end: branch.end, text: ' = None', label: `${scene.text(branch)} = None`, odds: 3 };
  },
};

/** A method that takes the place of the one of the class above, and does not call it. */
const handedUp: Family = {
  name: 'class above left out',
  share: 0.06,
  *propose(branch, scene) {
    const fn = isPython(scene) ? nearest(branch, scene.language.functions) : null;
    const owner = fn === null ? null : [...above(fn)].find(({ type }) => type === 'class_definition');
    const bases = owner == null ? null : fieldOf(owner, 'superclasses');
    if (fn?.type !== 'function_definition' || bases === null || bases === undefined || namedChildren(bases).length === 0) return;
    const name = scene.text(fieldOf(fn, 'name') ?? fn);
    const body = fieldOf(fn, 'body');
    const isFirst = firstStatement(fn) === branch;
    const isLast = body !== null && namedChildren(body).at(-1) === branch && branch.type !== 'return_statement';
    if (name === '__init__' || (!isFirst && !isLast) || scene.text(fn).includes(`super().${name}(`)) return;
    const [self, ...given] = plainParametersOf(fn, scene);
    if (self !== 'self' && self !== 'cls') return;
    const odds =
      /^__(?:post_init|attrs_post_init|init_subclass|enter|exit|setstate)__$|^(?:setUp|tearDown|save|clean|validate|get_queryset|get_context_data|dispatch|to_representation)$/.test(
        name,
      )
        ? 3
        : 0.3;
    for (const handed of new Set([given.join(', '), ''])) {
      const text = `super().${name}(${handed})`;
      if (isFirst) yield { start: branch.start, end: branch.start, text: `${text}\n${scene.indent(branch)}`, label: text, odds };
      if (isLast)
        yield {
          start: branch.end,
          end: branch.end,
          text: `\n${scene.indent(branch)}${text}`,
          label: `${text} at the end`,
          odds: odds * 0.6,
        };
    }
  },
};

/** `if __name__ == "__main__": main()` throws away how it ended. */
const exitCode: Family = {
  name: 'exit code lost',
  share: 0.2,
  anywhere: 'always',
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'expression_statement') return;
    const [only] = namedChildren(branch);
    const isMain = [...above(branch)].some(
      (each) => each.type === 'if_statement' && /__name__/.test(scene.text(fieldOf(each, 'condition') ?? each).slice(0, 60)),
    );
    const call = callOf(only, scene);
    if (only !== undefined && call !== null && isMain && /^(?:main|run|cli)$/.test(call.name))
      yield replaced(only, `raise SystemExit(${scene.text(only)})`, 'ends with what it answers', 3);
  },
};

/** What stands last in a `try` belongs to both ways out; and what follows a `yield` whoever was given the value. */
const eitherWay: Family = {
  name: 'either way out',
  share: 0.08,
  *propose(branch, scene) {
    if (!isPython(scene)) return;
    const pad = scene.indent(branch);
    if (branch.type === 'expression_statement' && namedChildren(branch)[0]?.type === 'yield') {
      const rest = behind(branch);
      const last = rest.at(-1);
      if (last === undefined || [...above(branch)].some(({ type }) => type === 'try_statement')) return;
      const lines = scene.file.text.slice(rest[0]?.start ?? branch.end, last.end).replace(/\n(?=.)/g, '\n    ');
      const text = `try:\n${deeper(pad)}${scene.text(branch)}\n${pad}finally:\n${deeper(pad)}${lines}`;
      yield { start: branch.start, end: last.end, text, label: 'whatever happens to what is yielded', odds: 3 };
      return;
    }
    const body = branch.type === 'try_statement' ? fieldOf(branch, 'body') : null;
    const last = body === null ? undefined : namedChildren(body).at(-1);
    if (body === null || last?.type !== 'expression_statement' || namedChildren(body).length < 2) return;
    if (branch.children.some(({ type }) => type === 'finally_clause')) return;
    const gone = scene.file.text.slice(0, last.start).trimEnd().length;
    const text = `${scene.file.text.slice(body.start, gone)}${scene.file.text.slice(last.end, branch.end)}\n${pad}finally:\n${deeper(pad)}${scene.text(last)}`;
    yield { start: body.start, end: branch.end, text, label: `${scene.text(last)} in either case`, odds: 1 };
  },
};

function behind(branch: Branch): readonly Branch[] {
  const all = branch.parent === null ? [] : namedChildren(branch.parent);
  return all.slice(all.indexOf(branch) + 1);
}

/** Of two decorators the lower one comes first. */
const decoratorOrder: Family = {
  name: 'order of decorators',
  share: 0.1,
  anywhere: 'always',
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'decorated_definition') return;
    const all = branch.children.filter(({ type }) => type === 'decorator');
    const isRoute = (text: string): boolean => /\.(?:route|get|post|put|patch|delete|command|task|register)\b/.test(text);
    for (const [at, one] of all.entries()) {
      const next = all[at + 1];
      if (next === undefined) continue;
      const [first, second] = [scene.text(one), scene.text(next)];
      const text = `${second}${scene.file.text.slice(one.end, next.start)}${first}`;
      // What registers a function takes it as it is then.
      yield {
        start: one.start,
        end: next.end,
        text,
        label: `${second} before ${first}`,
        odds: !isRoute(first) && isRoute(second) ? 3 : 0.1,
      };
    }
  },
};

const REGISTERS = /\.(?:include_router|register_blueprint|add_url_rule|add_middleware|add_command|register|connect|mount|add_route)\(/;

/** What an application is given, in another order: what comes first is asked first. */
const registered: Family = {
  name: 'order of what is registered',
  share: 0.08,
  *propose(branch, scene) {
    if (!isPython(scene) || branch.type !== 'expression_statement' || !REGISTERS.test(scene.text(branch)) || branch.parent === null) return;
    const all = namedChildren(branch.parent);
    const at = all.indexOf(branch);
    for (const [n, other] of all.slice(0, at).toReversed().slice(0, 5).entries()) {
      if (!REGISTERS.test(scene.text(other))) return;
      const between = scene.file.text.slice(other.start, branch.start).trimEnd();
      const text = `${scene.text(branch)}\n${scene.indent(branch)}${between}`;
      yield {
        start: other.start,
        end: branch.end,
        text,
        label: `${scene.text(branch)} before ${scene.text(other)}`,
        odds: 2 / (1 + n / 2),
      };
    }
  },
};

const STATUS = ['status', 'status_code', 'code'];

/** `return jsonify(...)` of a handler of errors answers 200. */
const status: Family = {
  name: 'status of an answer',
  share: 0.08,
  *propose(branch, scene) {
    const value = isPython(scene) && branch.type === 'return_statement' ? namedChildren(branch)[0] : undefined;
    const call = callOf(value, scene);
    if (value === undefined || (value.type !== 'dictionary' && !/^(?:jsonify|render_template|make_response)$/.test(call?.name ?? '')))
      return;
    const fn = nearest(branch, scene.language.functions);
    const [error] = fn === null ? [] : plainParametersOf(fn, scene);
    if (error !== undefined && /^(?:e|ex|exc|err|error|exception)$/.test(error))
      for (const name of STATUS)
        yield replaced(value, `${scene.text(value)}, ${error}.${name}`, `with its ${name}`, scene.file.text.includes(`.${name}`) ? 3 : 1.5);
    const wanted = scene.clues.expectedNumbers.filter((number) => /^[1-5]\d\d$/.test(number));
    for (const number of new Set([...wanted, '201', '404', '400']))
      yield replaced(value, `${scene.text(value)}, ${number}`, `with ${number}`, wanted.includes(number) ? 3 : 0.3);
  },
};

/** What a session was given and the database does not know yet. */
const flushed: Family = {
  name: 'session not flushed',
  share: 0.08,
  *propose(branch, scene) {
    const call = isPython(scene) && branch.type === 'expression_statement' ? callOf(namedChildren(branch)[0], scene) : null;
    if (call === null || call.object === null || !/^(?:add|add_all|delete|merge|execute)$/.test(call.name)) return;
    const session = scene.text(call.object);
    if (!/(?:session|db|conn|connection|cursor)$/i.test(session)) return;
    const [given] = call.given;
    const options: (readonly [string, number])[] = [
      [`${session}.flush()`, 2],
      [`${session}.commit()`, 2],
    ];
    if (given !== undefined) options.push([`${session}.commit()\n${scene.indent(branch)}${session}.refresh(${scene.text(given)})`, 0.5]);
    for (const [text, odds] of options)
      yield { start: branch.end, end: branch.end, text: `\n${scene.indent(branch)}${text}`, label: text.replace(/\s+/g, ' '), odds };
  },
};

/** `if v` of a value that may be 0 or empty: what is asked is whether there is one. */
const isThere: Family = {
  name: 'nought is a value',
  share: 0.06,
  *propose(branch, scene) {
    if (!isPython(scene) || !/^(?:if_clause|if_statement|elif_clause|conditional_expression)$/.test(branch.type)) return;
    const test =
      branch.type === 'if_clause'
        ? namedChildren(branch)[0]
        : branch.type === 'conditional_expression'
          ? namedChildren(branch)[1]
          : fieldOf(branch, 'condition');
    const asked = test?.type === 'not_operator' ? namedChildren(test)[0] : test;
    if (test == null || asked === undefined || asked === null || !/^(?:identifier|attribute|subscript)$/.test(asked.type)) return;
    const text = `${scene.text(asked)} is ${test === asked ? 'not ' : ''}None`;
    yield replaced(test, text, text, branch.type === 'if_clause' ? 2 : 1);
  },
};

export const serviceFamilies: readonly Family[] = [
  optional,
  handedUp,
  exitCode,
  eitherWay,
  decoratorOrder,
  registered,
  status,
  flushed,
  isThere,
];
