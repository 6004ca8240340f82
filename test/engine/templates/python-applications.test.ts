// Mistakes of applications in Python: the change that is meant stands among the first candidates.
import { beforeAll, describe, expect, it } from 'vitest';
import { loadGrammars } from '../../../src/engine/templates/grammar/loader.ts';
import { generateCandidates } from '../../../src/engine/templates/index.ts';
import { input, rankOf } from './ranks.ts';

beforeAll(() => loadGrammars(['a.py']));

const api = `from flask import Blueprint, jsonify, request

bp = Blueprint("items", __name__)


def create_app(app, feeds, pages):
    app.include_router(feeds.router)
    app.include_router(pages.router)

    @app.errorhandler(WalletError)
    def wallet_error(exc):
        return jsonify(exc.payload()), exc.status

    return app


@bp.delete("/<name>")
@admin_required
def remove(name):
    return jsonify(name=name)


def listed(store):
    page = request.args.get("page", type=int)
    since = request.args.get("since", type=int)
    return store.search(page=page, since=since)


def changed(patch, ticket):
    changes = patch.model_dump(exclude_unset=True)
    ticket.update(changes)
    return ticket


def connection(pool):
    found = pool.acquire()
    try:
        yield found
    finally:
        pool.release(found)


def placed(session, order):
    session.add(order)
    session.flush()
    order.number = order.id
    return order
`;

const models = `class Device(BaseModel):
    name: str
    gateway: Address | None = None
    token: str = mapped_column(String(20), default=new_token)
    notes = fields.List(fields.Str(), load_default=list)


class ElectricVan(Vehicle):
    def __attrs_post_init__(self):
        super().__attrs_post_init__()
        self.tags.add("electric")


def rounded(value):
    return to_decimal(value).quantize(CENT, rounding="ROUND_HALF_UP")


def merged(values, options):
    values.update({k: v for k, v in options.items() if v is not None})
    return values


def without_prefix(lines):
    for line in lines:
        yield line.removeprefix("> ")


def report(lines):
    entries = list(without_prefix(lines))
    return {"bytes": traffic(entries), "top": top_paths(entries)}


def contacts(path):
    with open(path, encoding="utf-8-sig") as handle:
        return handle.read()


def cached(cache, func):
    def wrapper(*args, **kwargs):
        key = (func.__qualname__, args, tuple(sorted(kwargs.items())))
        return cache.get(key)

    return wrapper


if __name__ == "__main__":
    raise SystemExit(main())
`;

const jobs = `import asyncio


class Store:
    async def exists(self, seat):
        return seat in self.seats


async def require(store, seat):
    if not await store.exists(seat):
        raise UnknownSeat(seat)


async def probes(targets):
    return await asyncio.gather(*(probe(t) for t in targets), return_exceptions=True)


def emit(self, event):
    for handler in list(self.handlers.get(event.topic, ())):
        handler(event)


async def work(self, queue):
    try:
        value = await self.find(queue)
        self.success(value)
    except Exception as exc:
        self.failed(exc)
    finally:
        queue.task_done()
`;

const tried = `        self.success(value)
    except Exception as exc:
        self.failed(exc)
    finally:
        queue.task_done()
`;

describe('of applications in Python', () => {
  it.each([
    [
      'the order of routers',
      api,
      'feeds.router)\n    app.include_router(pages.router)',
      'pages.router)\n    app.include_router(feeds.router)',
    ],
    ['the status of an answer', api, 'jsonify(exc.payload()), exc.status', 'jsonify(exc.payload())'],
    ['the order of decorators', api, '@bp.delete("/<name>")\n@admin_required', '@admin_required\n@bp.delete("/<name>")'],
    ['an argument that is given beside it', api, '"since", type=int', '"since"'],
    ['an argument that a method is known for', api, 'exclude_unset=True', ''],
    [
      'what has to be given back',
      api,
      '    try:\n        yield found\n    finally:\n        pool.release(found)',
      '    yield found\n    pool.release(found)',
    ],
    ['a session that is not flushed', api, '    session.flush()\n', ''],
    ['a field without a default', models, 'Address | None = None', 'Address | None'],
    ['one token for all', models, 'default=new_token', 'default=new_token()'],
    ['one list for all', models, 'load_default=list', 'load_default=[]'],
    ['the class above', models, '        super().__attrs_post_init__()\n', ''],
    ['how halves are rounded', models, ', rounding="ROUND_HALF_UP"', ''],
    ['nought among the options', models, 'if v is not None', 'if v'],
    ['a generator that is gone over twice', models, 'list(without_prefix(lines))', 'without_prefix(lines)'],
    ['the mark at the start of a file', models, 'utf-8-sig', 'utf-8'],
    ['arguments by name in a key', models, ', tuple(sorted(kwargs.items())))', ')'],
    ['how a program ends', models, 'raise SystemExit(main())', 'main()'],
    ['a coroutine that is asked', jobs, 'not await store', 'not store'],
    ['handlers that go while they are called', jobs, 'list(self.handlers.get(event.topic, ()))', 'self.handlers.get(event.topic, ())'],
    ['one failure of many', jobs, ', return_exceptions=True', ''],
    [
      'one way out of two',
      jobs,
      tried,
      tried.replace('    finally:\n        queue.task_done()\n', '').replace('(value)\n', '(value)\n        queue.task_done()\n'),
    ],
  ])('%s is among the first', (_, right, part, wrong) => {
    const text = right.replace(part, () => wrong);
    expect(text).not.toBe(right);
    const path = 'src/a.py';
    const at = right.slice(0, right.indexOf(part)).split('\n').length;
    const suspects = text.split('\n').map((_line, line) => ({ path, line: line + 1, score: Math.abs(line + 1 - at) <= 4 ? 1 : 0.5 }));
    const rank = rankOf(right, input(text, { suspects }, path));
    expect(rank).toBeGreaterThan(0);
    expect(rank).toBeLessThanOrEqual(40);
  });

  it('what is right is left as it is', () => {
    const made = generateCandidates(input(jobs, {}, 'src/a.py'));
    expect(made.length).toBeGreaterThan(0);
    expect(made.slice(0, 40).filter(({ template }) => /^(?:missing await|made once for all|order of decorators)$/.test(template))).toEqual(
      [],
    );
  });
});
