import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { greenOf, recordedMind, turnsOf } from '../../src/replay/index.ts';
import { fix, nodeTests, right, rightEdit, startCli, stateOf, sums, wrong } from '../e2e/terminal.ts';
import { startScriptedServer } from '../responses/scripted-server.ts';

const user = (text: string) => ({ type: 'message', role: 'user', content: [{ type: 'input_text', text }] });
const said = (text: string) => ({ type: 'message', role: 'assistant', content: [{ type: 'output_text', text }] });
const call = (id: string, name: string, args = '{}') => ({ type: 'function_call', call_id: id, name, arguments: args });
const output = (id: string, text: string) => ({ type: 'function_call_output', call_id: id, output: text });

const conversation = [
  user('2 tests fail.\n<change_since_green ref="0123456789ab">\ndiff\n</change_since_green>'),
  { type: 'reasoning', encrypted_content: '…' },
  call('a', 'read', '{"path":"x"}'),
  call('b', 'scan'),
  output('a', 'lines'),
  output('b', '{"seconds":1.5,"hits":[]}'),
  said('Done.'),
];

describe('a recorded conversation', () => {
  it('is turns: what was told, and what was answered', () => {
    expect(turnsOf(conversation)).toEqual([
      {
        told: [{ from: 'message', text: expect.stringContaining('2 tests fail.') }],
        answer: {
          calls: [
            { name: 'read', arguments: '{"path":"x"}' },
            { name: 'scan', arguments: '{}' },
          ],
          text: '',
        },
      },
      {
        told: [
          { from: 'read', text: 'lines' },
          { from: 'scan', text: '{"seconds":1.5,"hits":[]}' },
        ],
        answer: { calls: [], text: 'Done.' },
      },
    ]);
    expect(greenOf(turnsOf(conversation))).toBe('0123456789ab');
  });

  it('may hold anything else, which is passed over', () => {
    expect(turnsOf([null, 7, 'x', {}, { type: 'function_call' }, { type: 'message', role: 'user' }, []])).toEqual([]);
    expect(greenOf([])).toBeNull();
  });

  const asked = (items: readonly Record<string, unknown>[]) => ({ items, callable: [], parallel: true });

  it('answers again what it answered, whatever ids the calls have now, also when it is asked twice', async () => {
    const mind = recordedMind(turnsOf(conversation));
    const first = await mind.think(asked(conversation.slice(0, 1)));
    expect(first).toMatchObject({ kind: 'calls', calls: [{ name: 'read' }, { name: 'scan' }] });
    expect(await mind.think(asked(conversation.slice(0, 1)))).toEqual(first);
    const again = [
      user(String('2 tests fail.\n<change_since_green ref="0123456789ab">\ndiff\n</change_since_green>')),
      call('y', 'read', '{"path":"x"}'),
      call('z', 'scan'),
    ];
    const last = await mind.think(asked([...again, output('y', 'lines'), output('z', '{"seconds":99.25,"hits":[]}')]));
    expect(last).toEqual({ kind: 'text', text: 'Done.' });
    expect(mind.divergences()).toEqual([]);
    expect(mind.turns()).toBe(2);
  });

  it('says where it is told something else, and when it is asked for more', async () => {
    const mind = recordedMind(turnsOf(conversation));
    const told = [...conversation.slice(0, 4), output('a', 'other lines'), output('b', '{"seconds":1,"hits":["x"]}')];
    await mind.think(asked(told));
    await mind.think(asked([...told, said('Done.'), user('go on')]));
    expect(mind.divergences()).toEqual([
      { turn: 2, what: 'the answer of read', recorded: 'lines', now: 'other lines' },
      { turn: 2, what: 'the answer of scan', recorded: '{"seconds":#,"hits":[]}', now: '{"seconds":#,"hits":["x"]}' },
      { turn: 3, what: 'one more turn than recorded', recorded: null, now: 'go on' },
    ]);
  });
});

describe('regreen replay', { timeout: 180_000 }, () => {
  it('runs a recorded conversation again without a model, and tells where another one would have gone', async () => {
    await using repo = await sums({ 'src/add.js': right });
    await repo.write({ 'src/add.js': wrong });
    await repo.commit();
    await using server = await startScriptedServer({
      turns: [
        { calls: [{ name: 'read', arguments: { path: 'src/add.js', start_line: null, end_line: null } }] },
        { calls: [{ name: 'edit', arguments: { edits: [rightEdit] } }] },
        { text: 'It subtracted.' },
      ],
    });
    const folder = join(repo.temp, 'report');
    const recorded = await fix(repo, ['--base-url', server.baseUrl, '--engine', 'model', '--report-dir', folder, ...nodeTests]);
    expect(recorded.report.outcome).toBe('fixed');
    const requests = server.requests.length;
    const before = await stateOf(repo);

    // The same, with the conversation in a file of its own; and another one, in which the model looked elsewhere.
    const file = join(folder, 'report.json');
    const report = JSON.parse(await readFile(file, 'utf8'));
    await writeFile(join(folder, 'conversation.json'), JSON.stringify(report.conversation));
    await writeFile(join(folder, 'apart.json'), JSON.stringify({ ...report, conversation: 'conversation.json' }));
    const other = JSON.stringify(report.conversation).replaceAll('return a - b', 'return a * b');
    await writeFile(join(folder, 'other.json'), JSON.stringify({ ...report, conversation: JSON.parse(other) }));
    await writeFile(join(folder, 'outside.json'), JSON.stringify({ ...report, conversation: '../../etc/passwd' }));
    await writeFile(join(folder, 'silent.json'), JSON.stringify({ ...report, conversation: [] }));

    const replay = (name: string, ...flags: string[]) =>
      startCli(['replay', join(folder, name), '--repo', repo.root, ...nodeTests, ...flags], { temp: repo.temp }).ended;
    const [same, diverged, outside, silent, missing] = await Promise.all([
      replay('apart.json'),
      replay('other.json', '--json'),
      replay('outside.json'),
      replay('silent.json'),
      replay('nothing.json'),
    ]);
    expect(same, same?.stderr).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/same way again: 3 of 3 turns, fixed/) });
    expect(diverged?.exitCode).toBe(1);
    const { schemaVersion, divergences, recorded: then, replayed } = JSON.parse(diverged?.stdout ?? '');
    expect([schemaVersion, then.turns, replayed.outcome]).toEqual([1, 3, 'fixed']);
    expect(divergences).toContainEqual({
      turn: 2,
      what: 'the answer of read',
      recorded: expect.stringContaining('return a * b'),
      now: expect.stringContaining('return a - b'),
    });
    expect(outside).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('has its conversation elsewhere') });
    expect(silent).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('holds no conversation') });
    expect(missing).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('cannot be read: ENOENT') });
    expect(server.requests).toHaveLength(requests);
    expect(await stateOf(repo)).toMatchObject({ files: before.files });

    // The checkout has moved on: the recorded commit is cloned beside it.
    await repo.write({ 'src/add.js': right });
    await repo.commit();
    const later = await replay('apart.json');
    expect(later.exitCode, later.stdout + later.stderr).toBe(0);
  });
});
