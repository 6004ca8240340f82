import { describe, expect, it } from 'vitest';
import { quickOnes, secondsSaved } from '../../src/suite/index.ts';
import { failingCourse, widerCourse } from '../../src/trial/warm/course.ts';
import { result, runOf } from '../suite/made-runs.ts';

const red = ['adds', 'sums', 'counts'].map((id) => result(id, 'failed', 'expected 3'));
const [adds, sums] = red;
if (adds === undefined || sums === undefined) throw new Error('there are three');
const quiet = result('is quiet', 'passed');
const options = { failing: red, baseline: runOf([...red, quiet]), failingSeconds: 1 };

describe('a worker in which the unchanged code runs', () => {
  it('judges by the failing tests that run in it, where these are most of them', () => {
    const course = failingCourse(options);
    expect(course.unlike(runOf([adds, sums, quiet]))).toBeNull();
    expect(course.verdictOf(runOf([adds, sums, quiet]))).toEqual({ kind: 'red' });
    expect(course.verdictOf(runOf([result('adds', 'passed'), sums, quiet]))).toMatchObject({ kind: 'partial', fixed: ['adds'] });
    expect(course.verdictOf(runOf([result('adds', 'passed'), result('sums', 'passed'), quiet]))).toBeNull();
    expect(course.verdictOf(runOf([result('adds', 'passed'), quiet]))).not.toBeNull();
  });

  it('leaves out the few that take most of the time, and does not judge by them unless they run all the same', () => {
    const many = Array.from({ length: 12 }, (_, at) => ({ ...result(`test ${at}`, 'failed'), seconds: at === 7 ? 3 : 0.01 }));
    const slow = many.slice(7, 8);
    const quick = many.filter((test) => !slow.includes(test));
    expect(quickOnes(many)).toEqual(quick);
    expect(secondsSaved(many)).toBeCloseTo(3);
    const without = failingCourse({ ...options, failing: many });
    expect(without.failing).toEqual(quick);
    expect(without.unlike(runOf([...quick, result('test 7', 'skipped')]))).toBeNull();
    const passed = quick.map(({ id }) => result(id, 'passed'));
    expect(without.verdictOf(runOf([...passed, result('test 7', 'skipped')]))).toBeNull();
    const withAll = failingCourse({ ...options, failing: many });
    expect(withAll.unlike(runOf(many))).toBeNull();
    expect(withAll.verdictOf(runOf([...passed, ...slow]))).toMatchObject({ kind: 'partial' });
  });

  it('leaves out none where slow ones are many, or no slower than the others together', () => {
    const taking = (...seconds: number[]) => seconds.map((each, at) => ({ ...result(`test ${at}`, 'failed'), seconds: each }));
    for (const tests of [taking(0.01, 3), taking(0.4, 0.4, 0.4, 0.4, 0.4, 1), taking(0.01, 0.01, 0.01, 0.01, 0.01, 0.2)])
      expect(quickOnes(tests)).toEqual(tests);
  });

  it('runs some of very many, the first and each that fails in another way among them', () => {
    const many = Array.from({ length: 200 }, (_, at) => result(`test ${at}`, 'failed', at === 150 ? 'is no function' : `expected '${at}'`));
    const some = quickOnes(many);
    expect(some.length).toBe(24);
    expect(some.map(({ id }) => id)).toEqual(expect.arrayContaining(['test 0', 'test 99', 'test 150']));
    expect(some).toEqual(many.filter((test) => some.includes(test)));
    expect(quickOnes(many.slice(0, 40))).toEqual(many.slice(0, 40));
    const course = failingCourse({ ...options, failing: many });
    const ran = (passed: number) =>
      runOf(many.map((test) => result(test.id, some.indexOf(test) < 0 ? 'skipped' : some.indexOf(test) < passed ? 'passed' : 'failed')));
    // One that passes without those before it tells nothing.
    expect(course.unlike(ran(1))).toBeNull();
    expect(course.verdictOf(ran(1))).toEqual({ kind: 'red' });
    expect(course.verdictOf(ran(2))).toMatchObject({ kind: 'partial' });
    expect(course.verdictOf(ran(24))).toBeNull();
    expect(failingCourse({ ...options, failing: many }).unlike(ran(13))).toBe('the unchanged code is partial in it');
  });

  it('is none where most of them do not run, or where it ends otherwise', () => {
    expect(failingCourse(options).unlike(runOf([adds, quiet]))).toBe('2 of the 3 failing tests do not run in it');
    expect(failingCourse(options).unlike(runOf([result('adds', 'passed'), sums, quiet]))).toBe('the unchanged code is partial in it');
  });

  it('is none for everything where one of them does not run: there a candidate counts as green without another look', () => {
    const wider = widerCourse({ ...options, scope: 'all' });
    expect(wider.unlike(runOf([adds, sums, quiet]))).toBe('1 of the 3 failing tests do not run in it');
    expect(wider.unlike(runOf([...red, quiet]))).toBeNull();
  });
});
