// One scripted run of 24 turns over a real socket, with faults on the way, and what must hold of it whatever happens.
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { createBudget } from '../../../src/agent/budget.ts';
import { runAgent } from '../../../src/agent/loop.ts';
import { createTokenEstimate } from '../../../src/agent/token-estimate.ts';
import type { ToolAnswer, ToolHost } from '../../../src/agent/tool-host.ts';
import type { AgentResult } from '../../../src/agent/types.ts';
import { type Conversation, ResponsesError } from '../../../src/responses/index.ts';
import { redTree } from '../../agent/red-tree.ts';
import { open } from '../helpers.ts';
import {
  type Fault,
  type RecordedRequest,
  type ScriptedCall,
  type ScriptedServer,
  type ScriptedTurn,
  startScriptedServer,
} from '../scripted-server.ts';
import { type End, endOf, responseFaults, strikes } from './kinds.ts';

export const turnsOfRun = 24;

const others = { backoffMs: 1, maxWaitMs: 400, idlePingMs: 60_000 };
/** Where something is silent on purpose: short enough to wait for thousands of times. */
const short = { connectMs: 3_000, firstEventMs: 3_000, betweenEventsMs: 3_000, pongMs: 3_000, ...others };
/** Elsewhere silence would only mean that the machine is busy. */
const long = { connectMs: 30_000, firstEventMs: 30_000, betweenEventsMs: 30_000, pongMs: 30_000, ...others };
const silent = /stall|no pong|unknown events only|handshake/;
const betweenTurns = strikes(3 * short.connectMs);

export type Transport = 'auto' | 'websocket' | 'http';

/** A fault and where it hits: in the response of a turn, or after it (`turn` -1: before the first). Several hit tries in a row. */
export interface Hit {
  readonly turn: number;
  readonly where: 'response' | 'between';
  readonly name: string;
}

export interface Schedule {
  readonly transport: Transport;
  readonly hits: readonly Hit[];
}

export interface RunEnd {
  readonly end: End | 'gave-up';
  readonly kind: 'websocket' | 'http';
  readonly requests: number;
}

/** Runs the schedule and checks everything. Throws an `AssertionError` that tells the schedule. */
export async function runSchedule(schedule: Schedule): Promise<RunEnd> {
  const effects: string[] = [];
  const struck: string[] = [];
  const pending = [...schedule.hits];
  const take = (where: Hit['where'], turn: number): string | null => {
    const index = pending.findIndex((hit) => hit.where === where && hit.turn === turn);
    const name = index === -1 ? undefined : pending.splice(index, 1)[0]?.name;
    if (name !== undefined) struck.push(name);
    return name ?? null;
  };
  const faultOf = ({ turn }: RecordedRequest): Fault | null => {
    const name = take('response', turn);
    return name === null ? null : (responseFaults[name]?.cause ?? null);
  };
  await using server = await startScriptedServer({ turns: (request) => turnOf(request, server.requests), faults: faultOf });
  const between = async (turn: number): Promise<void> => {
    for (let name = take('between', turn); name !== null; name = take('between', turn)) {
      const kind = betweenTurns[name];
      assert(kind !== undefined, name);
      const before = server.closes.length;
      const hit = server.strike(kind.cause);
      const loses = hit > 0 && kind.wearsOut && kind.cause.kind !== 'deaf';
      // What happens between turns is over before the next one begins.
      for (let n = 0; n < 500 && loses && server.closes.length === before; n++) await sleep(1);
      await sleep(2);
    }
  };
  // A silent socket is found out by a ping, so every turn begins with one where that is tried.
  const times = schedule.hits.some(({ name }) => silent.test(name)) ? short : long;
  const idlePingMs = schedule.hits.some(({ name }) => name === 'no pong') ? -1 : times.idlePingMs;
  await using opened = open(server, { transport: schedule.transport, timeouts: { ...times, idlePingMs } });
  const watched = watch(opened.conversation);
  await watched.conversation.connect();
  await between(-1);
  const result = await agent(watched.conversation, async (turn, token) => {
    effects.push(token);
    await between(turn);
  });
  const end = endFrom(result, watched.error());
  try {
    check(schedule, { end, effects, struck, server, conversation: opened.conversation, notices: opened.notices });
  } catch (error) {
    const told = [JSON.stringify(schedule), `struck: ${struck.join(', ')}`, `end: ${end}`, ...opened.notices].join('\n');
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${told}`, { cause: error });
  }
  return { end, kind: opened.conversation.stats.kind, requests: server.requests.length };
}

/** What the model says: reads and effects, side by side and alone, with ids and arguments of every awkward kind. */
function turnOf(request: RecordedRequest, all: readonly RecordedRequest[]): ScriptedTurn {
  const { turn } = request;
  if (turn >= turnsOfRun - 1) return { reasoning: true, text: 'Done.', phase: 'final_answer' };
  // A second try may be worded otherwise, under the same id.
  const tries = all.filter((other) => other.turn === turn && !other.warmUp).length;
  const effect = (n: number, callId?: string): ScriptedCall => ({
    name: 'edit',
    arguments: { token: `${turn}.${n}`, turn, tries: turn % 5 === 0 ? tries : 0 },
    ...(callId === undefined ? {} : { callId }),
  });
  const read: ScriptedCall = { name: 'read', arguments: { path: `${turn}`, tries: turn % 2 === 0 ? tries : 0 }, callId: `read_${turn}` };
  switch (turn % 4) {
    case 0:
      return { calls: [read, effect(0)] };
    case 1:
      // Some servers number the calls of every response from 0.
      return { text: 'so', phase: 'commentary', calls: [effect(0, 'call_0')] };
    case 2:
      return { reasoning: true, calls: [effect(0, `call_${turn}`), effect(1)], emptyOutput: true };
    default:
      return { reasoning: true, calls: [effect(0), read, effect(1, 'call_1')] };
  }
}

/** Tokens of the effects that a whole run has, in order. */
export const allEffects: readonly string[] = Array.from({ length: turnsOfRun - 1 }, (_, turn) =>
  (turn % 4 < 2 ? [0] : [0, 1]).map((n) => `${turn}.${n}`),
).flat();

async function agent(conversation: Conversation, onEffect: (turn: number, token: string) => Promise<void>): Promise<AgentResult> {
  const tools: ToolHost = {
    call: async ({ name, arguments: json }): Promise<ToolAnswer> => {
      const args: unknown = JSON.parse(json);
      assert(typeof args === 'object' && args !== null);
      if (name === 'read') return { output: `content of ${JSON.stringify(args)}`, testSeconds: 0 };
      assert('token' in args && typeof args.token === 'string' && 'turn' in args && typeof args.turn === 'number', json);
      await onEffect(args.turn, args.token);
      return {
        output: `did ${args.token}`,
        testSeconds: 0,
        edited: { diff: args.token, green: args.token === allEffects.at(-1), stuck: false },
      };
    },
  };
  const limits = { turns: 1_000, minutes: 60, tokens: 1e9, costUsd: 1e9, testRuns: 1e9, changedLines: 1e9 };
  const startedAt = performance.now();
  const budget = createBudget({ limits, now: () => performance.now(), startedAt, costOf: null, countTokens: true, reserveMs: () => 0 });
  return await runAgent({
    conversation,
    tools,
    workspace: redTree,
    brief: 'red',
    budget,
    emit: () => {},
    signal: new AbortController().signal,
    now: () => performance.now(),
    estimate: createTokenEstimate(0),
    outputReserve: 0,
  });
}

/** The loop gives the words of an error: its kind is looked at here. */
function watch(conversation: Conversation): { readonly conversation: Conversation; readonly error: () => ResponsesError | null } {
  let last: ResponsesError | null = null;
  const turn: Conversation['turn'] = async (input, handlers) => {
    try {
      return await conversation.turn(input, handlers);
    } catch (error) {
      if (error instanceof ResponsesError) last = error;
      throw error;
    }
  };
  return {
    conversation: {
      connect: () => conversation.connect(),
      warm: (input) => conversation.warm(input),
      turn,
      close: () => conversation.close(),
      get items() {
        return conversation.items;
      },
      get contextBytes() {
        return conversation.contextBytes;
      },
      get stats() {
        return conversation.stats;
      },
    },
    error: () => last,
  };
}

/** Once the tests are green an error still ends as a candidate: here the error counts. */
function endFrom(result: AgentResult, error: ResponsesError | null): RunEnd['end'] {
  if (error !== null) return error.kind;
  if (result.kind === 'candidate') return 'done';
  assert.equal(result.kind, 'gave-up');
  return 'gave-up';
}

interface Outcome {
  readonly end: RunEnd['end'];
  readonly effects: readonly string[];
  readonly struck: readonly string[];
  readonly server: ScriptedServer;
  readonly conversation: Conversation;
  readonly notices: readonly string[];
}

function check(schedule: Schedule, outcome: Outcome): void {
  checkEnd(schedule, outcome);
  checkEffects(outcome);
  checkRequests(schedule, outcome);
}

function checkEnd({ transport, hits }: Schedule, { end, struck, conversation, server }: Outcome): void {
  const kinds = struck.map((name) => responseFaults[name] ?? betweenTurns[name]);
  const ends = kinds.map((kind) => (kind === undefined ? 'done' : endOf(kind.ends, transport)));
  if (hits.length <= 1) {
    assert.equal(end, ends[0] ?? 'done', 'a single fault has its end');
  } else if (ends.every((one) => one === 'done') && kinds.filter((kind) => kind?.wearsOut).length <= 1) {
    assert.equal(end, 'done', 'what can be got over is got over');
  } else {
    const worn: RunEnd['end'][] = ['unavailable', 'rate-limited', 'gave-up', 'rejected'];
    // The socket alone, refused with 403 again and again: the key is not taken.
    if (struck.filter((name) => name.includes('with 403')).length > 1) worn.push('unauthorized');
    assert([...ends, 'done', ...worn].includes(end), 'an end that a fault explains');
  }
  if (end === 'done') {
    // With the tests green a last answer that is cut ends the run as well: the server has completed one less.
    const cut = hits.some(({ turn, name }) => name === 'incomplete' && turn === turnsOfRun - 1);
    if (!cut) assert.deepEqual(server.transcript(), conversation.items, 'the server has what the ledger has');
    assert(!struck.some((name) => fatalInResponse(name)), 'no end that cannot be passed over was passed over');
  }
}

/** Said by the server in so many words, whatever the transport. */
function fatalInResponse(name: string): boolean {
  const ends = responseFaults[name]?.ends;
  return typeof ends === 'string' && ends !== 'done';
}

/** Each effect of each answer that was accepted happened exactly once, in order. */
function checkEffects({ end, effects, conversation }: Outcome): void {
  assert.deepEqual(effects, allEffects.slice(0, effects.length), 'no effect twice, none left out');
  if (end === 'done') assert.equal(effects.length, allEffects.length, 'every effect happened');
  const told = conversation.items.flatMap((item) =>
    item.type === 'function_call_output' && typeof item.output === 'string' && item.output.startsWith('did ') ? [item.output.slice(4)] : [],
  );
  assert.deepEqual(told, effects, 'the model was told of each effect once');
}

function checkRequests({ transport, hits }: Schedule, { server }: Outcome): void {
  if (transport === 'http') assert.equal(server.upgrades.length, 0, 'HTTP alone means no upgrade');
  if (transport === 'websocket')
    assert(
      server.requests.every((request) => request.transport === 'websocket'),
      'the socket alone means no POST',
    );
  assert(server.requests.length <= turnsOfRun + 10 * (hits.length + 1), `${server.requests.length} requests: retries are bounded`);
  for (const { transcript } of server.requests) {
    const open = new Map<unknown, number>();
    for (const item of transcript) {
      if (item.type === 'function_call') open.set(item.call_id, (open.get(item.call_id) ?? 0) + 1);
      if (item.type === 'function_call_output') open.set(item.call_id, (open.get(item.call_id) ?? 0) - 1);
    }
    assert(
      [...open.values()].every((count) => count === 0),
      'every call has its one output',
    );
  }
}
