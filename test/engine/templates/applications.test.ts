// Mistakes of components, handlers and their state: the change that is meant stands among the first candidates.
import { describe, expect, it } from 'vitest';
import { generateCandidates } from '../../../src/engine/templates/index.ts';
import { input, rankOf } from './ranks.ts';

interface Case {
  readonly name: string;
  readonly right: string;
  /** What the mistake takes the place of. */
  readonly part: string;
  readonly wrong: string;
}

function casesOf(list: readonly (readonly [string, string, string, string])[]): readonly Case[] {
  return list.map(([name, right, part, wrong]) => ({ name, right, part, wrong }));
}

const counter = `import { useCallback, useEffect, useMemo, useState } from 'react';
import { load, save } from './api';

export function Counter({ id, step, query, rows }) {
  const [count, setCount] = useState(0);
  const [error, setError] = useState(null);
  const [shown, setShown] = useState([]);

  useEffect(() => {
    load(id).then(setShown);
  }, [id]);

  useEffect(() => {
    const onKey = (event) => setCount(event.keyCode);
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  useEffect(() => {
    const timer = setInterval(() => setCount((current) => current + 1), 1000);
    return () => clearInterval(timer);
  }, []);

  const visible = useMemo(() => rows.filter((row) => row.name.includes(query)), [rows, query]);
  const more = useCallback(() => {
    setCount((current) => current + step);
  }, [step]);

  async function send(event) {
    event.preventDefault();
    setError(null);
    try {
      await save(count);
    } catch (reason) {
      setError(reason);
    }
  }

  return (
    <form onSubmit={send}>
      {count > 0 && <b>{count}</b>}
      {error && <p role="alert">{error.message}</p>}
      {visible.map((row, index) => (
        <label key={row.id} htmlFor={row.id}>
          {row.name} {index}
          <input id={row.id} type="checkbox" checked={shown.includes(row.id)} onChange={(e) => save(row.id, e.target.checked)} />
          <button type="button" disabled={!row.open} onClick={() => more(row.id)}>
            more
          </button>
        </label>
      ))}
    </form>
  );
}
`;

const components = casesOf([
  ['what an effect depends on', counter, '}, [id]);', '}, []);'],
  ['what is kept of a calculation', counter, '[rows, query]', '[rows]'],
  ['a list that is not given', counter, 'setShown);\n  }, [id]);', 'setShown);\n  });'],
  ['a listener that stays', counter, "    return () => window.removeEventListener('keydown', onKey);\n", ''],
  ['an interval that goes on', counter, '    return () => clearInterval(timer);\n', ''],
  [
    'state by what it was',
    counter,
    'setCount((current) => current + step);\n  }, [step]);',
    'setCount(count + step);\n  }, [step, count]);',
  ],
  ["the browser's own doing", counter, '    event.preventDefault();\n', ''],
  ['an error that stays', counter, '    setError(null);\n    try', '    try'],
  ['a nought that is shown', counter, 'count > 0 && <b>', 'count && <b>'],
  ['a place for a key', counter, 'key={row.id}', 'key={index}'],
  ['the value of a box', counter, 'e.target.checked', 'e.target.value'],
  ['called when rendered', counter, 'onClick={() => more(row.id)}', 'onClick={more(row.id)}'],
  ['disabled the other way', counter, 'disabled={!row.open}', 'disabled={row.open}'],
]);

const debounce = `import { useCallback, useRef } from 'react';

export function useDebounced(call, delay) {
  const timer = useRef();
  return useCallback(
    (...given) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => call(...given), delay);
    },
    [call, delay],
  );
}
`;
const field = `export function Field({ label, hint, ...rest }) {
  const id = useId();
  const hintId = \`\${id}-hint\`;
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <input id={id} aria-describedby={hintId} {...rest} />
      <small>{hint}</small>
    </div>
  );
}
`;

const elements = casesOf([
  [
    'a variable that the next rendering has not',
    debounce,
    debounce,
    debounce
      .replace('useCallback, useRef', 'useCallback')
      .replace('const timer = useRef();', 'let timer;')
      .replaceAll('timer.current', 'timer'),
  ],
  ['what no element is given', field, ' id={id} aria-', ' aria-'],
  ['what is overridden', field, 'id={id} aria-describedby={hintId} {...rest}', '{...rest} id={id} aria-describedby={hintId}'],
]);

const routes = `const { Router } = require('express');

async function verify(given) {
  return given.length > 0;
}

exports.routes = (app, store, logger) => {
  const router = Router();
  app.use(parse());
  app.use('/notes', router);

  router.get('/:id', async (req, res, next) => {
    try {
      const note = await store.find(req.params.id);
      if (!note) {
        return res.status(404).json({ error: 'none' });
      }
      res.json(note);
    } catch (error) {
      logger.error(error);
      next(error);
    }
  });

  router.delete('/:id', async (req, res, next) => {
    const removed = await store.remove(req.params.id);
    if (!removed) {
      return res.status(404).json({ error: 'none' });
    }
    const allowed = removed.owner && (await verify(req.body.token));
    res.json({ allowed });
  });
};

exports.listed = (request) => {
  const { offset = 0, limit = 10, author } = request.query;
  return { offset: Number(offset), limit: Number(limit), author };
};

exports.all = async (files, read) => {
  const found = [];
  await Promise.all(files.map(async (file) => {
    found.push(await read(file));
  }));
  return found;
};

exports.upload = async (file, state) => {
  state.busy(true);
  try {
    await store(file);
  } catch (error) {
    state.fail(error);
  } finally {
    state.busy(false);
  }
};

exports.rate = (cache, from, to, day) => {
  const key = \`\${from}:\${to}:\${day}\`;
  return cache.get(key, day);
};
`;

const finallyPart = `    await store(file);
  } catch (error) {
    state.fail(error);
  } finally {
    state.busy(false);
  }`;
const triedPart = `    await store(file);
    state.busy(false);
  } catch (error) {
    state.fail(error);
  }`;
const allPart = `await Promise.all(files.map(async (file) => {
    found.push(await read(file));
  }))`;
const eachPart = `files.forEach(async (file) => {
    found.push(await read(file));
  })`;
const guard = `
    if (!removed) {
      return res.status(404).json({ error: 'none' });
    }`;
const handlers = casesOf([
  ['an error that no handler hears of', routes, '      next(error);\n', ''],
  ['a guard that stands elsewhere', routes, guard, ''],
  ['a promise that is asked', routes, '(await verify(req.body.token))', 'verify(req.body.token)'],
  ['the order of handlers', routes, "app.use(parse());\n  app.use('/notes', router);", "app.use('/notes', router);\n  app.use(parse());"],
  ['texts for numbers', routes, 'offset: Number(offset), limit: Number(limit),', 'offset, limit,'],
  ['what is waited for by none', routes, allPart, eachPart],
  ['one way out of two', routes, finallyPart, triedPart],
  ['what a key lacks', routes, `:$\{day}`, ''],
]);

const reducer = `export function cart(state, action) {
  switch (action.type) {
    case 'more': {
      const found = state.items.find((item) => item.id === action.id);
      return { ...state, items: state.items.map((item) => (item === found ? { ...item, count: item.count + 1 } : item)) };
    }
    case 'add':
      return { ...state, items: [...state.items, action.item] };
    case 'toggle': {
      const selected = new Set(state.selected);
      if (selected.has(action.id)) selected.delete(action.id);
      else selected.add(action.id);
      return { ...state, selected };
    }
    default:
      return state;
  }
}

export function merge(base, given) {
  const all = { ...base };
  for (const [key, value] of Object.entries(given)) {
    all[key] = isPlain(value) ? merge(all[key], value) : value;
  }
  return all;
}

export const dayOf = (date) => \`\${date.getFullYear()}-\${String(date.getMonth() + 1).padStart(2, '0')}-\${String(date.getDate()).padStart(2, '0')}\`;
export const guests = z.object({ count: z.coerce.number().int() });
`;

const mapped = `      return { ...state, items: state.items.map((item) => (item === found ? { ...item, count: item.count + 1 } : item)) };`;
const dated = /export const dayOf = .*/.exec(reducer)?.[0] ?? '';
const states = casesOf([
  ['an item that is changed in place', reducer, mapped, '      found.count += 1;\n      return state;'],
  [
    'a list that is changed in place',
    reducer,
    'return { ...state, items: [...state.items, action.item] };',
    'state.items.push(action.item);\n      return state;',
  ],
  ['a set that is changed in place', reducer, 'const selected = new Set(state.selected);', 'const { selected } = state;'],
  ['what lies below', reducer, 'merge(all[key], value)', '{ ...value }'],
  ['the day of UTC', reducer, dated, 'export const dayOf = (date) => date.toISOString().slice(0, 10);'],
  ['what comes as text', reducer, 'z.coerce.number()', 'z.number()'],
]);

const form = `import { useEffect, useState } from 'react';

export function Form({ find, items, contact, onOpen, onDelete }) {
  const [values, setValues] = useState({});
  const [found, setFound] = useState([]);
  const [filter, setFilter] = useState('');
  const [page, setPage] = useState(1);
  const [selected, setSelected] = useState(new Set());

  useEffect(() => {
    const controller = new AbortController();
    find(filter, controller.signal);
    return () => controller.abort();
  }, [find, filter]);

  useEffect(() => {
    let active = true;
    find(filter).then((all) => active && setFound(all));
    return () => {
      active = false;
    };
  }, [find, filter]);

  const change = (event) => {
    const { name, value, type, checked } = event.target;
    setValues((current) => ({ ...current, [name]: type === 'checkbox' ? checked : value }));
  };
  const search = (text) => {
    setFilter(text.trim());
    setPage(1);
  };
  const toggle = (id) => {
    setSelected((current) => {
      const next = new Set(current);
      if (next.has(id)) next.delete(id);
      else next.add(id);
      return next;
    });
  };
  const handleDelete = (event) => {
    event.stopPropagation();
    onDelete(contact.id);
  };

  return (
    <form onClick={onOpen}>
      <Editor key={contact.id} contact={contact} onSave={change} />
      <button type="button" onClick={handleDelete}>
        delete
      </button>
      <button onClick={toggle}>{items.length + found.length + page + selected.size + values.size}</button>
      <input onChange={search} />
    </form>
  );
}
`;
const late = `    find(filter).then((all) => active && setFound(all));
    return () => {
      active = false;
    };`;
const dialogs = casesOf([
  ['a controller that is never asked', form, '    return () => controller.abort();\n', ''],
  ['an answer that comes too late', form, `    let active = true;\n${late}`, '    find(filter).then((all) => setFound(all));'],
  [
    'a box among the fields',
    form,
    "{ name, value, type, checked } = event.target;\n    setValues((current) => ({ ...current, [name]: type === 'checkbox' ? checked : value",
    '{ name, value } = event.target;\n    setValues((current) => ({ ...current, [name]: value',
  ],
  ['a page of other items', form, '\n    setPage(1);', ''],
  [
    'a set that is handed back',
    form,
    form.slice(form.indexOf('      const next'), form.indexOf('    });\n  };\n  const handleDelete')),
    '      if (current.has(id)) current.delete(id);\n      else current.add(id);\n      return current;\n',
  ],
  ['what the elements around do', form, '(event) => {\n    event.stopPropagation();', '() => {'],
  ['an editor that keeps the last one', form, ' key={contact.id}', ''],
  ['a button that submits', form, ' type="button"', ''],
]);

const server = `exports.routes = (router, wrap, store) => {
  router.get('/', wrap(async (req, res) => {
    res.json(await store.all());
  }));
  router.post('/', wrap(async (req, res) => {
    res.json(await store.add(req.body));
  }));
};

exports.failed = function failed(err, req, res, _next) {
  res.status(500).json({ error: err.message });
};

exports.textOf = async (request) => {
  let body = '';
  request.setEncoding('utf8');
  for await (const chunk of request) {
    body += chunk;
  }
  return body;
};

exports.load = (cache, key, fetchValue) => {
  const value = fetchValue(key);
  cache.set(key, value);
  value.catch(() => cache.delete(key));
  return value;
};

exports.later = (date, months) => {
  const result = new Date(date);
  const day = result.getDate();
  result.setDate(1);
  result.setMonth(result.getMonth() + months);
  result.setDate(Math.min(day, new Date(result.getFullYear(), result.getMonth() + 1, 0).getDate()));
  return result;
};

exports.pairOf = (line) => {
  const [name, ...rest] = line.split('=');
  const value = rest.join('=');
  return [name.trim(), value.trim()];
};

exports.query = {
  offset: { type: 'integer', minimum: 0 },
  limit: { type: 'integer', minimum: 1 },
};

exports.flag = z.enum(['true', 'false']).transform((value) => value === 'true');

exports.pages = (items, size) => {
  const pages = Math.ceil(items.length / size);
  return pages;
};
`;
const checks = `exports.created = (input) => {
  const problems = [];
  if (!isText(input.name)) problems.push('name must be a text');
  if (!isPrice(input.price)) problems.push('price must be a number');
  if (!isCount(input.stock)) problems.push('stock must be whole');
  return problems;
};
exports.changed = (input) => {
  const problems = [];
  if (input.name !== undefined && !isText(input.name)) problems.push('name must be a text');
  if (input.price !== undefined && !isPrice(input.price)) problems.push('price must be a number');
  if (input.stock !== undefined && !isCount(input.stock)) problems.push('stock must be whole');
  return problems;
};
`;
const clamped = server.slice(server.indexOf('  const day'), server.indexOf('  return result;'));
const services = casesOf([
  [
    'a handler that is not wrapped',
    server,
    "post('/', wrap(async (req, res) => {\n    res.json(await store.add(req.body));\n  }))",
    "post('/', async (req, res) => {\n    res.json(await store.add(req.body));\n  })",
  ],
  ['a handler of errors with three parameters', server, 'res, _next)', 'res)'],
  ['a character in two pieces', server, "  request.setEncoding('utf8');\n", ''],
  ['a failure that is kept', server, '  value.catch(() => cache.delete(key));\n', ''],
  ['a month with fewer days', server, clamped, '  result.setMonth(result.getMonth() + months);\n'],
  [
    'what stands behind a second mark',
    server,
    "[name, ...rest] = line.split('=');\n  const value = rest.join('=');",
    "[name, value] = line.split('=');",
  ],
  ['what its neighbour has', server, "limit: { type: 'integer', ", 'limit: { '],
  ['a text that is not empty', server, "z.enum(['true', 'false']).transform((value) => value === 'true')", 'z.coerce.boolean()'],
  [
    'a check that is left out',
    checks,
    "\n  if (input.price !== undefined && !isPrice(input.price)) problems.push('price must be a number');",
    '',
  ],
  ['a page that is not full', server, 'Math.ceil', 'Math.floor'],
]);

describe.each([
  { of: 'dialogs', cases: dialogs, path: 'src/a.jsx' },
  { of: 'services', cases: services, path: 'src/a.js' },
  { of: 'components', cases: [...components, ...elements], path: 'src/a.jsx' },
  { of: 'handlers', cases: handlers, path: 'src/a.js' },
  { of: 'states', cases: states, path: 'src/a.js' },
])('of $of', ({ cases, path }) => {
  it.each(cases)('$name is among the first', ({ right, part, wrong }) => {
    const text = right.replace(part, () => wrong);
    expect(text).not.toBe(right);
    const at = right.slice(0, right.indexOf(part)).split('\n').length;
    // As coverage tells it: what stands around the fault is suspected more than the rest.
    const suspects = text.split('\n').map((_, line) => ({ path, line: line + 1, score: Math.abs(line + 1 - at) <= 6 ? 1 : 0.5 }));
    const rank = rankOf(right, input(text, { suspects }, path));
    expect(rank).toBeGreaterThan(0);
    expect(rank).toBeLessThanOrEqual(30);
  });
});

describe('where nothing is wrong', () => {
  it('the templates of applications propose little', () => {
    const made = generateCandidates(input(counter, {}, 'src/a.jsx'));
    const own =
      /^(?:dependencies of a hook|state by what it was|effect without end|key of an item|called when rendered|shown though nothing)$/;
    const first = made.slice(0, 60).filter(({ template }) => own.test(template));
    expect(first.map(({ label }) => label)).toEqual([]);
  });

  it('nothing is repaired in the tests of an application', () => {
    const path = 'src/counter.test.jsx';
    const text = `import { render } from '@testing-library/react';\n${counter}\ntest('counts', () => {});\n`;
    expect(generateCandidates(input(text, {}, path))).toEqual([]);
  });
});
