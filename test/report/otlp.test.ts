import { readFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import * as names from '@opentelemetry/semantic-conventions/incubating';
import { describe, expect, it } from 'vitest';
import { sendTraces } from '../../src/report/index.ts';
import { otlpOf, parentOf } from '../../src/report/otlp.ts';
import { tracesUrl } from '../../src/report/send-traces.ts';
import { largeReport } from './large.ts';
import { exportTraceServiceRequest, type Span } from './otlp-schema.ts';
import { hostileReport, sampleReport, sampleTurn } from './sample.ts';

interface Received {
  readonly url: string;
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/** A collector's door: keeps what it is sent, answers as it is told. */
async function startCollector(answer: (response: ServerResponse) => void = (response) => response.end('{}')) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { url = '', method = '', headers } = request;
      received.push({ url, method, headers, body: JSON.parse(Buffer.concat(chunks).toString()) });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    received,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const report = sampleReport({
  model: 'gpt-6.1-sol',
  turns: [sampleTurn({ n: 0, mode: 'warm', start: 1, end: 2, calls: [], model: null }), sampleTurn()],
});

function spansOf(body: unknown): readonly Span[] {
  return exportTraceServiceRequest.parse(body).resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
}

function attribute(span: Span | undefined, key: string): unknown {
  const found = span?.attributes.find((each) => each.key === key)?.value;
  return typeof found === 'object' && found !== null ? Object.values(found)[0] : undefined;
}

describe('OpenTelemetry spans', () => {
  it('reach a collector over HTTP as JSON that its schema takes, under the path of traces, with its key', async () => {
    await using collector = await startCollector();
    const headers = { authorization: 'Bearer collector-key' };
    expect(await sendTraces(report, { endpoint: `${collector.endpoint}/otlp?tenant=a`, headers })).toBeNull();
    const [request] = collector.received;
    expect(request).toMatchObject({ url: '/otlp/v1/traces?tenant=a', method: 'POST' });
    expect(request?.headers).toMatchObject({ authorization: 'Bearer collector-key', 'content-type': 'application/json' });
    expect(spansOf(request?.body).map(({ name }) => name)).toEqual([
      'invoke_agent regreen',
      'phase reproduce',
      'chat gpt-6.1-sol',
      'tests reproduce',
      'phase loop',
      'chat gpt-6.1-sol',
      'execute_tool edit',
    ]);
  });

  it('form one tree: every parent is there, and every tool lies below its turn', () => {
    const spans = spansOf(otlpOf(largeReport()));
    const byId = new Map(spans.map((span) => [span.spanId, span]));
    expect(byId.size).toBe(spans.length);
    expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1);
    expect(spans.filter(({ parentSpanId }) => !byId.has(parentSpanId)).map(({ name }) => name)).toEqual(['invoke_agent regreen']);
    const tools = spans.filter(({ name }) => name.startsWith('execute_tool '));
    expect(tools).toHaveLength(200);
    for (const { parentSpanId } of tools) expect(byId.get(parentSpanId)?.name).toBe('chat gpt-6.1-sol');
  });

  it('carry tokens and times under the names of the conventions, which are pinned', async () => {
    const body = otlpOf(report);
    const [, , , , , chat, tool] = spansOf(body);
    expect(attribute(chat, names.ATTR_GEN_AI_OPERATION_NAME)).toBe(names.GEN_AI_OPERATION_NAME_VALUE_CHAT);
    expect(attribute(chat, names.ATTR_GEN_AI_REQUEST_MODEL)).toBe('gpt-6.1-sol');
    expect(attribute(chat, names.ATTR_GEN_AI_USAGE_INPUT_TOKENS)).toBe('1000');
    expect(attribute(chat, names.ATTR_GEN_AI_USAGE_CACHE_READ_INPUT_TOKENS)).toBe('800');
    expect(attribute(chat, names.ATTR_GEN_AI_USAGE_REASONING_OUTPUT_TOKENS)).toBe('20');
    expect(attribute(chat, names.ATTR_GEN_AI_RESPONSE_TIME_TO_FIRST_CHUNK)).toBe(0.2);
    expect(attribute(tool, names.ATTR_GEN_AI_OPERATION_NAME)).toBe(names.GEN_AI_OPERATION_NAME_VALUE_EXECUTE_TOOL);
    expect(attribute(tool, names.ATTR_GEN_AI_TOOL_NAME)).toBe('edit');
    expect(BigInt(chat?.startTimeUnixNano ?? 0)).toBe(BigInt(Date.parse('2026-11-26T10:00:05Z')) * 1_000_000n);

    const known = new Set<unknown>(Object.values(names));
    const used = spansOf(body).flatMap(({ attributes }) => attributes.map(({ key }) => key));
    expect(used.filter((key) => !key.startsWith('regreen.') && !known.has(key))).toEqual([]);
    const conventions = join(import.meta.dirname, '../../node_modules/@opentelemetry/semantic-conventions/package.json');
    const { version } = JSON.parse(await readFile(conventions, 'utf8'));
    expect(JSON.stringify(body)).toContain(`https://opentelemetry.io/schemas/${version}`);
  });

  it('give a number one type, whatever its value', () => {
    const types = new Map<string, string>();
    for (const each of [report, largeReport(), sampleReport({ cost: { usd: 2, priced: true } })]) {
      for (const { attributes } of spansOf(otlpOf(each))) {
        for (const { key, value } of attributes) {
          const type = Object.keys(value as object)[0] ?? '';
          expect([key, type]).toEqual([key, types.get(key) ?? type]);
          types.set(key, type);
        }
      }
    }
  });

  it('belong to the trace of whoever started the run', () => {
    const parent = parentOf('00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01');
    const [root] = spansOf(otlpOf(report, parent));
    expect(root).toMatchObject({ traceId: '0af7651916cd43dd8448eb211c80319c', parentSpanId: 'b7ad6b7169203331' });
    for (const bad of [
      undefined,
      '',
      'x',
      `00-${'0'.repeat(32)}-b7ad6b7169203331-01`,
      '01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-x',
    ]) {
      expect(parentOf(bad)).toBeNull();
    }
  });

  it('hold no prompt, output, patch or diagnosis, and stay within the schema whatever a report holds', () => {
    const text = '\u0000secret of the repository \ud800 '.repeat(10_000);
    const turns = [sampleTurn({ tools: [text], calls: [{ id: text, name: text, start: 1, end: 2, testSeconds: 0, note: text }] })];
    const json = JSON.stringify(otlpOf({ ...hostileReport(text), turns }));
    spansOf(JSON.parse(json));
    expect(json.length).toBeLessThan(30_000);
    const said = otlpOf({ ...report, diagnosis: 'a diagnosis', patch: 'a patch', conversation: ['a prompt'], reason: 'a reason' });
    expect(JSON.stringify(said)).not.toMatch(/a diagnosis|a patch|a prompt|a reason/);
  });
});

describe('a collector that does not work', () => {
  it.each<[string, (response: ServerResponse) => void, string]>([
    ['refuses the key', (response) => response.writeHead(401).end('no: Bearer collector-key'), 'answered 401'],
    ['points elsewhere', (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(), 'answered 302'],
    ['breaks', (response) => response.writeHead(500).end('x'.repeat(1_000_000)), 'answered 500'],
    ['hangs up', (response) => response.destroy(), 'could not be reached'],
    ['never answers', () => {}, 'did not answer within 0.3 s'],
    ['never ends its answer', (response) => void response.writeHead(200).write('{'), 'did not answer within 0.3 s'],
    [
      'takes a part',
      (response) => response.end('{"partialSuccess":{"rejectedSpans":"3","errorMessage":"Bearer collector-key"}}'),
      'rejected 3 spans',
    ],
  ])('that %s is one sentence without a secret', async (_name, answer, problem) => {
    await using collector = await startCollector(answer);
    const target = {
      endpoint: `${collector.endpoint}/?key=abcdef123456`,
      headers: { authorization: 'Bearer collector-key' },
      patienceMs: 300,
    };
    const said = await sendTraces(report, target);
    expect(said).toContain(problem);
    expect(said).not.toMatch(/collector-key|abcdef123456/);
  });

  it('that is not there, or has an address that nobody can open, is one too', async () => {
    expect(await sendTraces(report, { endpoint: 'http://127.0.0.1:1', headers: {} })).toMatch(/^the collector could not be reached/);
    expect(await sendTraces(report, { endpoint: 'http://h.invalid/?key=abc', headers: {} })).not.toContain('abc');
    expect(
      await sendTraces(sampleReport({ ledger: { startedAt: null, work: [], path: [] } }), { endpoint: 'http://127.0.0.1:1', headers: {} }),
    ).toContain('when the run was');
  });

  it.each([
    ['http://c:4318', 'http://c:4318/v1/traces'],
    ['http://c:4318/', 'http://c:4318/v1/traces'],
    ['https://c/otlp/', 'https://c/otlp/v1/traces'],
    ['https://c/otlp/v1/traces', 'https://c/otlp/v1/traces'],
    ['https://c/?a=b', 'https://c/v1/traces?a=b'],
  ])('has its traces below its base: %s', (endpoint, url) => {
    expect(tracesUrl(endpoint).href).toBe(url);
  });
});
