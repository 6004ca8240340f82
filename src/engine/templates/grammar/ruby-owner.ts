// What the methods of a class of Ruby do to the members of its objects.
import { classAround, isMethod, isStatement, methodName, operatorOf, parameterNames, rubyCall, statementsOf, textsBelow } from './ruby.ts';
import type { Scene } from './scene.ts';
import { type Branch, below, fieldOf, namedChildren } from './tree.ts';

/** A method of a class, with what it does to the members. */
export interface Method {
  readonly fn: Branch;
  readonly name: string;
  readonly text: string;
  readonly statements: readonly Branch[];
  readonly parameters: readonly string[];
  /** Members it changes. */
  readonly changes: ReadonlySet<string>;
}

/** What the methods of a class have in common. */
export interface Owner {
  readonly methods: readonly Method[];
  /** What the constructor gives the members, where it is a plain value. */
  readonly begun: ReadonlyMap<string, string>;
  /** Names that can be set from without. */
  readonly settable: ReadonlySet<string>;
  readonly members: ReadonlySet<string>;
}

const owners = new WeakMap<Branch, Owner>();

export function ownerOf(body: Branch, scene: Scene): Owner {
  const known = owners.get(body);
  if (known !== undefined) return known;
  const methods = namedChildren(body)
    .filter(({ type }) => type === 'method')
    .map((fn): Method => {
      const statements = statementsOf(fn);
      const changes = changesIn(fn, scene);
      return { fn, name: methodName(fn, scene), text: scene.text(fn), statements, parameters: parameterNames(fn, scene), changes };
    });
  const setters = methods.flatMap(({ name }) => (/^\w+=$/.test(name) ? [name.slice(0, -1)] : []));
  const made = {
    methods,
    begun: begunIn(methods, scene),
    settable: new Set([...setters, ...accessorsIn(body, scene)]),
    members: textsBelow(body, 'instance_variable', scene),
  };
  owners.set(body, made);
  return made;
}

function accessorsIn(body: Branch, scene: Scene): readonly string[] {
  return namedChildren(body).flatMap((each) => {
    const call = rubyCall(each, scene);
    return /^attr_(?:accessor|writer)$/.test(call?.name ?? '') ? (call?.given.map((name) => scene.text(name).replace(/^:/, '')) ?? []) : [];
  });
}

const CHANGES = /^(?:<<|push|append|unshift|concat|delete\w*|clear|shift|pop|store|insert|add|reject!|select!|\w+!)$/;

export function changesIn(fn: Branch, scene: Scene): ReadonlySet<string> {
  const found = new Set<string>();
  for (const each of below(fn)) {
    const call = rubyCall(each, scene);
    const target = /assignment$/.test(each.type)
      ? fieldOf(each, 'left')
      : operatorOf(each) === '<<'
        ? namedChildren(each)[0]
        : call !== null && CHANGES.test(call.name)
          ? call.receiver
          : null;
    const member = target == null ? null : /^@\w+/.exec(scene.text(target))?.[0];
    if (member != null) found.add(member);
  }
  return found;
}

const PLAIN = /^(?:\[\]|\{\}|nil|true|false|-?\d+(?:\.\d+)?|""|''|Set\.new|Hash\.new\(\w*\))$/;

function begunIn(methods: readonly Method[], scene: Scene): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const statements = methods.find(({ name }) => name === 'initialize')?.statements ?? [];
  for (const each of statements) {
    const [left, right] = each.type === 'assignment' ? [fieldOf(each, 'left'), fieldOf(each, 'right')] : [];
    if (left?.type === 'instance_variable' && right && PLAIN.test(scene.text(right))) found.set(scene.text(left), scene.text(right));
  }
  return found;
}

/** The class and the method of a statement that stands at the method's own level. */
export function placeOf(branch: Branch, scene: Scene): { readonly owner: Owner; readonly method: Method; readonly at: number } | null {
  const fn = isStatement(branch) && branch.parent?.type === 'body_statement' ? branch.parent.parent : null;
  const body = fn !== null && isMethod(fn) ? classAround(fn) : null;
  const owner = body === null ? null : ownerOf(body, scene);
  const method = owner?.methods.find((each) => each.fn === fn);
  const at = method?.statements.indexOf(branch) ?? -1;
  return owner === null || method === undefined || at < 0 ? null : { owner, method, at };
}
