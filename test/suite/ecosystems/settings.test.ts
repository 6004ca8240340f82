// What the author's line sets by itself, with ours behind it.
import { describe, expect, it } from 'vitest';
import { withSettings } from '../../../src/suite/ecosystems/languages/settings.ts';

describe('a variable that a line sets', () => {
  const environment = { PYTHONPATH: '/run/own', PYTEST_ADDOPTS: '-p own' };

  it.each([
    ['PYTHONPATH=lib pytest -q', 'PYTHONPATH=lib:/run/own pytest -q'],
    ['export PYTHONPATH="$PWD/a b"; pytest', 'export PYTHONPATH="$PWD/a b":/run/own; pytest'],
    ['env -u HOME PYTHONPATH=lib pytest', 'env -u HOME PYTHONPATH=lib:/run/own pytest'],
    ['make PYTHONPATH=lib test', 'make PYTHONPATH=lib:/run/own test'],
    ['poetry run /usr/bin/env PYTHONPATH=lib pytest', 'poetry run /usr/bin/env PYTHONPATH=lib:/run/own pytest'],
  ])('is completed: %s', (line, completed) => {
    expect(withSettings(line, environment)).toBe(completed);
  });

  it.each([
    ['PYTHONPATH= pytest', 'PYTHONPATH=/run/own pytest'],
    ["PYTHONPATH='' pytest", "PYTHONPATH=''/run/own pytest"],
    ['PYTEST_ADDOPTS="" pytest', `PYTEST_ADDOPTS=""'-p own' pytest`],
  ])('to nothing gets no empty part, which would be the folder of the run: %s', (line, completed) => {
    expect(withSettings(line, environment)).toBe(completed);
  });

  it.each([
    'grep -q PYTHONPATH=lib Makefile && pytest',
    'echo PYTHONPATH=lib',
    'tox -- PYTHONPATH=lib',
    'PYTHONPATH=lib:$PYTHONPATH pytest',
    'for each in a b; do PYTHONPATH=$each pytest; done',
  ])('is none, or has ours already, and is left alone: %s', (line) => {
    expect(withSettings(line, environment)).toBe(line);
  });
});
