// Days of the calendar: those of the place, and those of UTC.
import { brief, type Proposal } from '../family.ts';
import { type Family, replace, type Scene } from '../scene.ts';
import { calleeName, isCall, isFunction, isMember } from '../shape.ts';
import { child, childList, type Site } from '../tree.ts';
import { indentOf } from './missing.ts';

/** `date.toISOString().slice(0, 10)` is the day of UTC. */
function* dayOfPlace(site: Site, scene: Scene): Generator<Proposal> {
  const text = scene.text(site);
  const cut = /^(.{1,60})\.toISOString\(\)\s*\.(slice|substring|substr|split)\(([^)]*)\)(\[0\])?$/s.exec(text);
  if (cut === null || !(isCall(site) || isMember(site))) return;
  const [, of = '', method, given = '', first] = cut;
  const isDay = method === 'split' ? /^['"]T['"]$/.test(given) && first !== undefined : /^0, ?10$/.test(given);
  const isMonth = /^0, ?7$/.test(given);
  if (!isDay && !isMonth) return;
  const pads = scene.visible(site).find(({ name, kind }) => /^(?:pad|pad2|padStart|zeroPad|twoDigits)$/.test(name) && kind !== 'param');
  const pad = (value: string): string => (pads === undefined ? `String(${value}).padStart(2, '0')` : `${pads.name}(${value})`);
  const month = `\${${of}.getFullYear()}-\${${pad(`${of}.getMonth() + 1`)}}`;
  yield replace(site, isMonth ? `\`${month}\`` : `\`${month}-\${${pad(`${of}.getDate()`)}}\``, `the day at the place of ${brief(of)}`, 2);
}

const GETTER = /\.(get|set)(UTC)?(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)\(/g;

/** All that a function asks of dates, at the place or in UTC. */
function* throughout(site: Site, scene: Scene): Generator<Proposal> {
  const body = isFunction(site) ? child(site, 'body') : null;
  if (body === null || body.end - body.start > 3_000) return;
  const places = [...scene.text(body).matchAll(GETTER)];
  if (places.length < 2) return;
  const utc = places.filter(([, , isUtc]) => isUtc !== undefined).length;
  for (const to of ['UTC', '']) {
    if (utc === (to === '' ? 0 : places.length)) continue;
    const text = scene.text(body).replace(GETTER, (_, verb: string, __, part: string) => `.${verb}${to}${part}(`);
    yield replace(body, text, to === '' ? 'dates of the place' : 'dates of UTC', utc > 0 && utc < places.length ? 3 : 1);
  }
}

/** `new Date(year, month, day)` is midnight at the place, `new Date(Date.UTC(...))` that of UTC. */
function* midnight(site: Site, scene: Scene): Generator<Proposal> {
  if (site.node.type !== 'NewExpression' || calleeName(site) !== 'Date') return;
  const given = childList(site, 'arguments');
  const [first, more] = given;
  const [start, end] = [first?.start, given.at(-1)?.end];
  if (first === undefined || start === undefined || end === undefined) return;
  const text = scene.file.text.slice(start, end);
  if (more !== undefined) yield { start, end, text: `Date.UTC(${text})`, label: 'midnight of UTC', odds: 1 };
  else if (isCall(first) && calleeName(first) === 'UTC')
    yield { start, end, text: childList(first, 'arguments').map(scene.text).join(', '), label: 'midnight at the place', odds: 1 };
}

/** A month later is another month only while its last day is: `day.setMonth(...)` of the 31st skips the shorter ones. */
function* lastDay(site: Site, scene: Scene): Generator<Proposal> {
  const call = site.node.type === 'ExpressionStatement' ? child(site, 'expression') : null;
  const [, utc, part] = /^set(UTC)?(Month|FullYear)$/.exec((call !== null && isCall(call) ? calleeName(call) : null) ?? '') ?? [];
  const callee = call === null ? null : child(call, 'callee');
  const object = callee === null ? null : child(callee, 'object');
  if (part === undefined || object?.node.type !== 'Identifier') return;
  const date = object.node.name;
  const of = utc ?? '';
  const day = ['day', 'dayOfMonth'].find((name) => !scene.names(site).has(name)) ?? 'wanted';
  const end = `${date}.get${of}FullYear(), ${date}.get${of}Month() + 1, 0`;
  const most = utc === undefined ? `new Date(${end}).getDate()` : `new Date(Date.UTC(${end})).getUTCDate()`;
  const pad = indentOf(site, scene);
  const lines = [
    `const ${day} = ${date}.get${of}Date();`,
    `${date}.set${of}Date(1);`,
    scene.text(site),
    `${date}.set${of}Date(Math.min(${day}, ${most}));`,
  ];
  yield replace(site, lines.join(`\n${pad}`), `not beyond the last day of the month`, 2);
}

export const dateFamilies: readonly Family[] = [
  { name: 'day of the place', share: 0.06, propose: dayOfPlace },
  { name: 'dates throughout', share: 0.04, propose: throughout },
  { name: 'last day of a month', share: 0.06, propose: lastDay },
  { name: 'midnight', share: 0.03, propose: midnight },
];
