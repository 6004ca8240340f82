import { describe, expect, it } from 'vitest';
import { createProgress, createRedactor } from '../../src/report/index.ts';

function recorder(options: { isCI?: boolean } = {}) {
  let written = '';
  const progress = createProgress({
    stream: {
      write: (text: string) => {
        written += text;
      },
    },
    isCI: options.isCI ?? false,
    now: () => 0,
    redactor: createRedactor(['s3cret-value']),
  });
  return {
    progress,
    written: () => written,
  };
}

describe('progress in CI', () => {
  it('is plain lines in a group for each phase', () => {
    const { progress, written } = recorder({ isCI: true });
    progress.phase('reproduce');
    progress.status('not for a log');
    progress.line('red');
    progress.phase('loop');
    progress.close();
    expect(written()).toBe('::group::reproduce\n[  0.0 s] red\n::endgroup::\n::group::loop\n::endgroup::\n');
  });

  it('lets nothing that tests print be a command of the runner', () => {
    const { progress, written } = recorder({ isCI: true });
    progress.echo('::error::mine\n::set-env name=A::b\n\u001b[31mred\u001b[0m');
    const [, token, echoed, end] = /^::stop-commands::([\w-]{20,})\n([\s\S]*)\n::([\w-]+)::\n$/.exec(written()) ?? [];
    expect(echoed).toBe('::error::mine\n::set-env name=A::b\nred');
    expect(end).toBe(token);
    progress.echo('again');
    expect(written().split(String(token))).toHaveLength(3);
  });

  it('lets no name in a line be a command either', () => {
    const { progress, written } = recorder({ isCI: true });
    progress.line('test "##[error]x\n::error::y" failed');
    progress.phase('a\n::error::b');
    expect(written()).not.toMatch(/##\[|^\s*::(?!group::a ::error)/m);
  });
});

describe('progress anywhere', () => {
  it('is plain lines without colour when it goes to a file', () => {
    const { progress, written } = recorder();
    progress.phase('reproduce');
    progress.status('not shown');
    progress.line('red');
    progress.close();
    expect(written()).toBe('[  0.0 s] reproduce\n[  0.0 s] red\n');
  });

  it('redacts what it is given', () => {
    const { progress, written } = recorder({ isCI: true });
    progress.line('key s3cret-value');
    progress.phase('s3cret-value');
    progress.echo('a\ns3cret-value\nb');
    progress.close();
    expect(written()).toContain('key ***');
    expect(written()).not.toContain('s3cret');
  });

  it('follows the agent', () => {
    const { progress, written } = recorder();
    progress.onAgentEvent({ type: 'turn-started', turn: 1 });
    progress.onAgentEvent({
      type: 'turn-ended',
      turn: 1,
      result: {
        items: [],
        calls: [{ callId: 'c', name: 'edit', arguments: '{}' }],
        text: '',
        usage: { inputTokens: 900, cachedTokens: 0, outputTokens: 40, reasoningTokens: 0 },
        timing: { mode: 'delta', sentAt: 0, firstEventAt: 500, completedAt: 2_000, connectMs: 0, bytesSent: 1, bytesNotResent: 0 },
        status: 'completed',
      },
    });
    progress.onAgentEvent({ type: 'edited', diff: 'diff --git a/src/a.js b/src/a.js\n' });
    progress.onAgentEvent({ type: 'tests-green', patch: Promise.resolve({ text: '', files: [] }) });
    expect(written().split('\n')).toEqual([
      '[  0.0 s] turn 1 (delta): 2.0 s, 900 tokens in, 40 out; edit',
      '[  0.0 s] edited src/a.js',
      '[  0.0 s] the failing tests are green; verification is next',
      '',
    ]);
  });
});
