// A small module of Python with a fault, tested by each runner whose process forks.
import { djangoManage, djangoSettings } from '../suite/ecosystems/cases.ts';

/** Adds up, but for a sign. */
export const sums = `import fractions
import os

calls = 0


def total(numbers):
    # 🧮
    global calls
    calls += 1
    result = 0
    for number in numbers:
        result -= number
    return result


def exact(a, b):
    return fractions.Fraction(a, b)
`;

export const pythonProjects = [
  {
    runner: 'pytest',
    files: {
      'sums.py': sums,
      'pytest.ini': '[pytest]\naddopts = -p no:hypothesispytest\n',
      'conftest.py': 'import pytest\n\n@pytest.fixture\ndef numbers():\n    return [1, 2, 3]\n',
      'test_sums.py': `import sums

def test_total(numbers):
    assert sums.total(numbers) == 6

class TestMore:
    def test_first_call(self):
        sums.total([])
        assert sums.calls == 2 and sums.total([2]) == 2

def test_exact():
    assert sums.exact(1, 2) == 0.5
`,
    },
    alone: { fixed: ['test_sums.py > test_total'], broke: [] },
  },
  {
    runner: 'unittest',
    files: {
      'sums.py': sums,
      'setup.py': 'from setuptools import setup\nsetup(name="sums")\n',
      'test_sums.py': `import unittest
import sums

class Sums(unittest.TestCase):
    def test_a_total(self):
        self.assertEqual(sums.total([1, 2, 3]), 6)

    def test_b_first_call(self):
        sums.total([])
        self.assertEqual((sums.calls, sums.total([2])), (2, 2))

    def test_exact(self):
        self.assertEqual(sums.exact(1, 2), 0.5)
`,
    },
    alone: { fixed: ['test_sums.py > Sums > test_a_total'], broke: [] },
  },
  {
    runner: 'django',
    files: {
      'sums.py': sums,
      'manage.py': djangoManage,
      'site_settings.py': djangoSettings,
      'notes/__init__.py': '',
      'notes/models.py': 'from django.db import models\n\n\nclass Note(models.Model):\n    count = models.IntegerField()\n',
      'test_sums.py': `from django.test import TestCase
from notes.models import Note
import sums

class Sums(TestCase):
    @classmethod
    def setUpTestData(cls):
        Note.objects.bulk_create(Note(count=n) for n in (1, 2, 3))

    def test_a_total(self):
        self.assertEqual(sums.total(Note.objects.values_list("count", flat=True)), 6)
        # No other candidate sees what this one leaves behind.
        self.assertEqual(Note.objects.create(count=4).pk, 4)

    def test_b_first_call(self):
        sums.total([])
        self.assertEqual((sums.calls, sums.total([2])), (2, 2))

    def test_exact(self):
        self.assertEqual(sums.exact(1, 2), 0.5)
`,
    },
    alone: { fixed: ['test_sums.py > Sums > test_a_total'], broke: [] },
  },
];

/** The same, but for the count of calls: nothing stays from one run to the next, so that one process can run them all. A database may. */
export const purePythonProjects = pythonProjects
  .filter(({ runner }) => runner !== 'django')
  .map(({ runner, files }) => ({
    runner,
    files: Object.fromEntries(Object.entries(files).map(([path, text]) => [path, withoutCount(text)])),
  }));

function withoutCount(text: string): string {
  return text
    .replace('    global calls\n    calls += 1\n', '')
    .replace('sums.calls == 2 and ', '')
    .replace('(sums.calls, sums.total([2])), (2, 2)', 'sums.total([2]), 2');
}
