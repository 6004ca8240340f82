import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gantt } from '../../src/report/gantt.ts';
import { renderPullRequest } from '../../src/report/index.ts';
import { hostileReport, samplePhase, sampleReport, sampleTurn } from './sample.ts';

const withTurns = sampleReport({ turns: [sampleTurn({ n: 0, mode: 'warm', start: 1, end: 2 }), sampleTurn()] });

describe('the Gantt chart of a pull request', () => {
  it('draws phases and turns in milliseconds from the start', () => {
    expect(gantt(withTurns)).toBe(
      [
        '```mermaid',
        'gantt',
        '    dateFormat x',
        '    axisFormat %s s',
        '    section Phases',
        '    1 reproduce :0, 5000',
        '    2 loop :5000, 12500',
        '    section Turns',
        '    warm-up :1000, 2000',
        '    turn 1 :5000, 6000',
        '```',
      ].join('\n'),
    );
  });

  it('stands below the tables that say the same', () => {
    const { body } = renderPullRequest(withTurns);
    expect(body).toContain('| reproduce | 0.0 s | 5.0 s | tests 5.0 s |');
    expect(body.indexOf('```mermaid')).toBeGreaterThan(body.indexOf('| reproduce |'));
  });

  it('keeps to the longest turns of a long run', () => {
    const turns = Array.from({ length: 200 }, (_, n) => sampleTurn({ n: n + 1, start: n, end: n + 0.1 + (n % 7) / 10 }));
    const chart = gantt(sampleReport({ turns }));
    expect(chart).toContain('section The 12 longest turns');
    expect(chart.match(/turn \d+ :/g)).toHaveLength(12);
  });

  it('is not drawn where nothing is known', () => {
    const { timing } = sampleReport();
    expect(gantt(sampleReport({ timing: { ...timing, phases: [] } }))).toBe('');
  });

  it('has a line for each task whatever a phase is called: nothing of a name is read as Mermaid or ends the block', () => {
    const line = /^ {4}\d+(?: [a-z][a-z -]*)? :\d+, \d+$/;
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('verify', '```\n# h', 'a:b;c#35;', '%%{init: {}}%%', 'click x href "javascript:1"')),
        (name) => {
          const { timing } = hostileReport(name);
          const lines = gantt(sampleReport({ timing: { ...timing, phases: [samplePhase(name, 0, 1)] } })).split('\n');
          expect(lines[5]).toMatch(line);
          expect(lines.slice(6)).toEqual(['```']);
        },
      ),
    );
  });
});
