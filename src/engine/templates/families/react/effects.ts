// Effects of React: what they begin and never end, and answers that come too late.
import { brief, type Proposal } from '../../family.ts';
import { type Family, insert, type Scene } from '../../scene.ts';
import { calleeName, isCall, isFunction } from '../../shape.ts';
import { child, childList, type Site, walk } from '../../tree.ts';
import { indentOf } from '../missing.ts';
import { EFFECT, hookOf } from './hooks.ts';

/** How what an effect begins is ended; `null` where the pattern is none. */
function* endingsOf(statement: Site, scene: Scene): Generator<{ readonly named: string | null; readonly end: string }> {
  const declared = statement.node.type === 'VariableDeclaration' ? childList(statement, 'declarations')[0] : undefined;
  const call = declared === undefined ? child(statement, 'expression') : child(declared, 'init');
  if (call === null || !isCall(call)) return;
  const id = declared === undefined ? null : child(declared, 'id');
  const kept = id?.node.type === 'Identifier' ? id.node.name : null;
  const method = calleeName(call) ?? '';
  const callee = child(call, 'callee');
  const object = callee === null ? null : child(callee, 'object');
  const given = childList(call, 'arguments').map(scene.text).join(', ');
  const ended = Object.hasOwn(ENDED_BY, method) ? ENDED_BY[method] : undefined;
  if (ended !== undefined && kept !== null) yield { named: kept, end: `${kept}.${ended}()` };
  const timer = /^set(Interval|Timeout)$/.exec(method)?.[1];
  if (timer !== undefined) yield { named: kept ?? 'timer', end: `clear${timer}(${kept ?? 'timer'})` };
  if (/^request(AnimationFrame|IdleCallback)$/.test(method))
    yield { named: kept ?? 'frame', end: `${method.replace('request', 'cancel')}(${kept ?? 'frame'})` };
  if (/^(?:subscribe|listen|watch|on[A-Z]\w*)$/.test(method)) {
    yield { named: kept ?? 'unsubscribe', end: `${kept ?? 'unsubscribe'}()` };
    yield { named: kept ?? 'subscription', end: `${kept ?? 'subscription'}.unsubscribe()` };
  }
  const opposite = OPPOSITES.get(method);
  if (object !== null && opposite !== undefined)
    yield { named: kept, end: `${scene.text(object)}.${opposite}(${/^(?:disconnect|close)$/.test(opposite) ? '' : given})` };
}

/** How objects that go on by themselves are ended, by their classes. */
const ENDED_BY: Readonly<Record<string, string>> = {
  AbortController: 'abort',
  WebSocket: 'close',
  EventSource: 'close',
  BroadcastChannel: 'close',
  Worker: 'terminate',
  IntersectionObserver: 'disconnect',
  ResizeObserver: 'disconnect',
  MutationObserver: 'disconnect',
};

const OPPOSITES: ReadonlyMap<string, string> = new Map([
  ['addEventListener', 'removeEventListener'],
  ['addListener', 'removeListener'],
  ['on', 'off'],
  ['attach', 'detach'],
  ['register', 'unregister'],
  ['observe', 'disconnect'],
  ['connect', 'disconnect'],
  ['open', 'close'],
  ['subscribe', 'unsubscribe'],
  ['add', 'delete'],
]);

/** An effect that listens, waits or subscribes and never ends it. */
function* cleanup(site: Site, scene: Scene): Generator<Proposal> {
  const hook = EFFECT.test(calleeName(site) ?? '') ? hookOf(site) : null;
  const block = hook === null ? null : child(hook.body, 'body');
  if (block?.node.type !== 'BlockStatement') return;
  const statements = childList(block, 'body');
  const last = statements.at(-1);
  if (last === undefined || last.node.type === 'ReturnStatement') return;
  const pad = indentOf(last, scene);
  for (const statement of statements) {
    for (const { named, end } of endingsOf(statement, scene)) {
      const isNew = named !== null && statement.node.type === 'ExpressionStatement';
      if (isNew && scene.names(statement).has(named)) continue;
      const tail = scene.file.text.slice(statement.start, last.end);
      yield {
        ...{ start: statement.start, end: last.end, label: `ends with ${brief(end)}`, odds: 2 },
        text: `${isNew ? `const ${named} = ` : ''}${tail}\n${pad}return () => ${end};`,
      };
    }
  }
  // Where something is subscribed to, what that answers is mostly what ends it.
  const call = last.node.type === 'ExpressionStatement' ? child(last, 'expression') : null;
  if (call !== null && isCall(call) && !NO_ENDING.test(calleeName(call) ?? ''))
    yield insert(last.start, 'return ', `ends with what ${brief(scene.text(call))} answers`, 1);
}

const NO_ENDING = /^set[A-Z]|^(?:addEventListener|clear\w+|then|catch|finally|focus|scroll\w*|push|log)$/;

const LATE = /\.then\(/;

/** An answer that comes when the next one was asked for, or the component is gone, is not used any more. */
function* lateAnswer(site: Site, scene: Scene): Generator<Proposal> {
  const hook = EFFECT.test(calleeName(site) ?? '') ? hookOf(site) : null;
  const block = hook === null ? null : child(hook.body, 'body');
  if (block?.node.type !== 'BlockStatement') return;
  const statements = childList(block, 'body');
  const [first, last] = [statements[0], statements.at(-1)];
  if (first === undefined || last === undefined || last.node.type === 'ReturnStatement') return;
  const code = scene.text(block);
  if (!LATE.test(code) && !/\bawait\b/.test(code)) return;
  const name = ['active', 'current', 'isCurrent'].find((each) => !scene.names(first).has(each)) ?? 'active';
  const places = [...walk(block)].flatMap((each) => ignoredUnless(each, name, scene)).toSorted((a, b) => b.start - a.start);
  if (places.length === 0) return;
  let text = scene.file.text.slice(first.start, last.end);
  for (const { start, end, text: made } of places) text = text.slice(0, start - first.start) + made + text.slice(end - first.start);
  const pad = indentOf(first, scene);
  yield {
    ...{ start: first.start, end: last.end, label: 'a late answer is not used', odds: 1 },
    text: `let ${name} = true;\n${pad}${text}\n${pad}return () => {\n${pad}  ${name} = false;\n${pad}};`,
  };
}

/** Where a promise's value arrives: what runs then does so under a condition only. */
function ignoredUnless(site: Site, name: string, scene: Scene): readonly Pick<Proposal, 'start' | 'end' | 'text'>[] {
  const pad = indentOf(site, scene);
  if (isCall(site) && /^(?:then|catch)$/.test(calleeName(site) ?? '')) {
    const [then] = childList(site, 'arguments');
    if (then === undefined) return [];
    const body = isFunction(then) ? child(then, 'body') : null;
    if (body === null) return [{ start: then.start, end: then.end, text: `(value) => ${name} && ${scene.text(then)}(value)` }];
    const [statement] = childList(body, 'body');
    if (body.node.type !== 'BlockStatement') return [{ start: body.start, end: body.start, text: `${name} && ` }];
    return statement === undefined
      ? []
      : [{ start: statement.start, end: statement.start, text: `if (!${name}) return;\n${indentOf(statement, scene)}` }];
  }
  const isAwaited = site.node.type === 'VariableDeclaration' && /\bawait\b/.test(scene.text(site)) && site.index >= 0;
  return isAwaited ? [{ start: site.end, end: site.end, text: `\n${pad}if (!${name}) return;` }] : [];
}

export const effectFamilies: readonly Family[] = [
  { name: 'effect without end', share: 0.08, propose: cleanup },
  { name: 'late answer', share: 0.06, propose: lateAnswer },
];
