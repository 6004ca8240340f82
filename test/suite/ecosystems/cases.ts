// The same little program in each language: a function with a fault, tests that pass, one that fails, one that is skipped.
import type { LanguageRunner } from '../../../src/suite/ecosystems/languages/types.ts';

export interface LanguageCase {
  readonly title: string;
  readonly runner: LanguageRunner;
  /** Programs without which the case is skipped. */
  readonly needs: readonly string[];
  /** A further condition that the machine must meet, as a shell command. */
  readonly probe?: string;
  readonly testCommand?: string;
  /** Its build tool takes many seconds to start: only `npm run prove -- suite` runs it. */
  readonly slow?: boolean;
  readonly files: Readonly<Record<string, string>>;
  /** Id, file and line of the one failing test. */
  readonly failing: { readonly id: string; readonly file: string | null; readonly line: number | null };
  readonly message: RegExp;
  readonly expected: string | null;
  readonly actual: string | null;
  readonly executed: number;
  readonly skipped: number;
  /** How many tests run when only the failing one is asked for. */
  readonly alone: number;
  readonly fix: { readonly path: string; readonly old_text: string; readonly new_text: string };
  /** A fault that keeps the code from being loaded or compiled. */
  readonly broken: Readonly<Record<string, string>>;
}

/** Plugins that this machine may have besides take longer to load than these tests to run. */
export const withoutOthers = '-p no:hypothesispytest -p no:benchmark';

const pySource = 'def add(a, b):\n    return a + b\n\n\ndef sub(a, b):\n    if a < b:\n        return 0\n    return a + b\n';
const pyFix = { path: 'sums.py', old_text: '        return 0\n    return a + b', new_text: '        return 0\n    return a - b' };

const rubySource = 'module Sums\n  def self.add(a, b) = a + b\n\n  def self.sub(a, b)\n    return 0 if a < b\n\n    a + b\n  end\nend\n';
const rubyFix = { path: 'lib/sums.rb', old_text: '    a + b', new_text: '    a - b' };

export const djangoManage =
  'import os\nimport sys\n\nif __name__ == "__main__":\n    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_settings")\n    from django.core.management import execute_from_command_line\n    execute_from_command_line(sys.argv)\n';
export const djangoSettings =
  'SECRET_KEY = "none"\nINSTALLED_APPS = ["notes"]\nDATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "notes.sqlite3"}}\nDEFAULT_AUTO_FIELD = "django.db.models.AutoField"\nUSE_TZ = True\n';

export const cases: readonly LanguageCase[] = [
  {
    title: 'pytest',
    runner: 'pytest',
    needs: ['pytest'],
    files: {
      'pyproject.toml': `[tool.pytest.ini_options]\naddopts = "-ra -x ${withoutOthers}"\n`,
      'sums.py': pySource,
      'tests/test_sums.py':
        'import pytest\nfrom sums import add, sub\n\n\ndef test_adds():\n    assert add(1, 2) == 3\n\n\nclass TestSub:\n    @pytest.mark.parametrize("a", ["x[1] > y"])\n    def test_subtracts(self, a):\n        assert sub(3, 1) == 2\n\n    def test_zero(self):\n        assert sub(1, 3) == 0\n\n    @pytest.mark.skip(reason="later")\n    def test_later(self):\n        pass\n',
    },
    failing: { id: 'tests/test_sums.py > TestSub > test_subtracts[x[1] > y]', file: 'tests/test_sums.py', line: 10 },
    message: /assert 4 == 2/,
    expected: '2',
    actual: '4',
    executed: 3,
    skipped: 1,
    alone: 1,
    fix: pyFix,
    broken: { 'sums.py': 'def add(a, b)\n    return a\n' },
  },
  {
    title: 'unittest',
    runner: 'unittest',
    needs: ['python3'],
    files: {
      'setup.cfg': '[metadata]\nname = sums\n',
      'sums.py': pySource,
      'tests/__init__.py': '',
      'tests/test_sums.py':
        'import unittest\nfrom sums import add, sub\n\n\nclass Sums(unittest.TestCase):\n    def test_adds(self):\n        self.assertEqual(add(1, 2), 3)\n\n    def test_subtracts(self):\n        self.assertEqual(sub(3, 1), 2)\n\n    def test_zero(self):\n        for a in (1, 2):\n            with self.subTest(a=a):\n                self.assertEqual(sub(a, 3), 0)\n\n    @unittest.skip("later")\n    def test_later(self):\n        pass\n',
    },
    failing: { id: 'tests/test_sums.py > Sums > test_subtracts', file: 'tests/test_sums.py', line: 9 },
    message: /4 != 2/,
    expected: '2',
    actual: '4',
    executed: 3,
    skipped: 1,
    alone: 1,
    fix: pyFix,
    broken: { 'sums.py': 'def add(a, b)\n    return a\n' },
  },
  {
    title: 'Django',
    runner: 'django',
    needs: ['python3'],
    probe: "python3 -c 'import django'",
    files: {
      'manage.py': djangoManage,
      'site_settings.py': djangoSettings,
      'sums.py': pySource,
      'notes/__init__.py': '',
      'notes/models.py':
        'from django.db import models\n\n\nclass Note(models.Model):\n    count = models.IntegerField()\n\n    class Meta:\n        app_label = "notes"\n',
      'tests/__init__.py': '',
      'tests/test_sums.py':
        'import unittest\nfrom django.test import TestCase\nfrom notes.models import Note\nfrom sums import add, sub\n\n\nclass Sums(TestCase):\n    @classmethod\n    def setUpTestData(cls):\n        Note.objects.create(count=1)\n\n    def test_adds(self):\n        self.assertEqual(add(Note.objects.get().count, 2), 3)\n\n    def test_subtracts(self):\n        self.assertEqual(sub(3, 1), 2)\n\n    def test_zero(self):\n        for a in (1, 2):\n            with self.subTest(a=a):\n                self.assertEqual(sub(a, 3), 0)\n\n    @unittest.skip("later")\n    def test_later(self):\n        pass\n',
    },
    failing: { id: 'tests/test_sums.py > Sums > test_subtracts', file: 'tests/test_sums.py', line: 15 },
    message: /4 != 2/,
    expected: '2',
    actual: '4',
    executed: 3,
    skipped: 1,
    alone: 1,
    fix: pyFix,
    broken: { 'sums.py': 'def add(a, b)\n    return a\n' },
  },
  {
    title: 'go test',
    runner: 'go test',
    needs: ['go'],
    files: {
      'go.mod': 'module example.com/sums\n\ngo 1.19\n',
      'calc/calc.go':
        'package calc\n\nfunc Add(a, b int) int { return a + b }\n\nfunc Sub(a, b int) int {\n\tif a < b {\n\t\treturn 0\n\t}\n\treturn a + b\n}\n',
      'calc/calc_test.go':
        'package calc\n\nimport "testing"\n\nfunc TestAdd(t *testing.T) {\n\tif Add(1, 2) != 3 {\n\t\tt.Fatal("no")\n\t}\n}\n\nfunc TestSub(t *testing.T) {\n\tt.Run("zero", func(t *testing.T) {\n\t\tif Sub(1, 3) != 0 {\n\t\t\tt.Fatal("no")\n\t\t}\n\t})\n\tt.Run("odd name (1+1?)", func(t *testing.T) {\n\t\tif got := Sub(3, 1); got != 2 {\n\t\t\tt.Errorf("got %d, want %d", got, 2)\n\t\t}\n\t})\n}\n\nfunc TestLater(t *testing.T) { t.Skip("later") }\n',
      'more/more_test.go': 'package more\n\nimport "testing"\n\nfunc TestMore(t *testing.T) {}\n',
    },
    failing: { id: 'calc/calc_test.go > TestSub > odd_name_(1+1?)', file: 'calc/calc_test.go', line: 11 },
    message: /got 4, want 2/,
    expected: '2',
    actual: '4',
    executed: 5,
    skipped: 1,
    alone: 2,
    fix: { path: 'calc/calc.go', old_text: '\t}\n\treturn a + b', new_text: '\t}\n\treturn a - b' },
    broken: { 'calc/calc.go': 'package calc\n\nfunc Add(a, b int) int { return a + }\n' },
  },
  {
    title: 'cargo test',
    runner: 'cargo test',
    needs: ['cargo'],
    files: {
      'Cargo.toml': '[package]\nname = "sums"\nversion = "0.1.0"\nedition = "2021"\n',
      'src/lib.rs': 'pub mod calc;\n',
      'src/calc.rs':
        'pub fn add(a: u32, b: u32) -> u32 {\n    a + b\n}\n\npub fn sub(a: u32, b: u32) -> u32 {\n    if a < b {\n        return 0;\n    }\n    a + b\n}\n\n#[cfg(test)]\nmod tests {\n    use super::*;\n\n    #[test]\n    fn adds() {\n        assert_eq!(add(1, 2), 3);\n    }\n\n    #[test]\n    fn subtracts() {\n        assert_eq!(sub(3, 1), 2);\n    }\n\n    #[test]\n    #[ignore]\n    fn later() {}\n}\n',
      'tests/api.rs': '#[test]\nfn zero() {\n    println!("test fake ... ok");\n    assert_eq!(sums::calc::sub(1, 3), 0);\n}\n',
    },
    failing: { id: 'src/calc.rs > calc > tests > subtracts', file: 'src/calc.rs', line: 22 },
    message: /left: `?4/,
    expected: '2',
    actual: '4',
    executed: 3,
    skipped: 1,
    alone: 1,
    fix: { path: 'src/calc.rs', old_text: '    }\n    a + b', new_text: '    }\n    a - b' },
    broken: { 'src/calc.rs': 'pub fn add(a: u32, b: u32) -> u32 {\n    a + c\n}\n' },
  },
  {
    title: 'prove',
    runner: 'prove',
    needs: ['prove'],
    files: {
      'Makefile.PL': "use ExtUtils::MakeMaker;\nWriteMakefile(NAME => 'Sums', VERSION_FROM => 'lib/Sums.pm');\n",
      'lib/Sums.pm':
        'package Sums;\nuse strict;\nuse warnings;\nour $VERSION = "0.1";\n\nsub add { $_[0] + $_[1] }\n\nsub sub_ {\n    my ($a, $b) = @_;\n    return 0 if $a < $b;\n    return $a + $b;\n}\n\n1;\n',
      't/add.t': 'use strict;\nuse warnings;\nuse Test::More tests => 1;\nuse Sums;\nis(Sums::add(1, 2), 3, "adds");\n',
      't/sub.t':
        'use strict;\nuse warnings;\nuse Test::More;\nuse Sums;\nis(Sums::sub_(3, 1), 2, "subtracts");\nsubtest inner => sub {\n    is(Sums::sub_(1, 3), 0, "zero");\n};\nSKIP: { skip "later", 1; }\ndone_testing;\n',
    },
    failing: { id: 't/sub.t > subtracts', file: 't/sub.t', line: 5 },
    message: /Failed test 'subtracts'/,
    expected: '2',
    actual: '4',
    executed: 3,
    skipped: 1,
    alone: 2,
    fix: { path: 'lib/Sums.pm', old_text: 'return $a + $b', new_text: 'return $a - $b' },
    broken: { 'lib/Sums.pm': 'package Sums;\nuse strict;\nsub add { $_[0] + }\n1;\n' },
  },
  {
    title: 'ctest',
    runner: 'ctest',
    needs: ['cmake', 'ctest', 'gcc', 'make'],
    files: {
      'CMakeLists.txt':
        'cmake_minimum_required(VERSION 3.10)\nproject(sums C)\nenable_testing()\nadd_executable(t t/main.c sums.c)\nadd_test(NAME adds COMMAND t add)\nadd_test(NAME sub.odd+ COMMAND t sub)\nadd_test(NAME zero COMMAND t zero)\nadd_test(NAME later COMMAND t zero)\nset_tests_properties(later PROPERTIES DISABLED TRUE)\n',
      'sums.c': 'int add(int a, int b) { return a + b; }\n\nint sub(int a, int b) {\n  if (a < b)\n    return 0;\n  return a + b;\n}\n',
      't/main.c':
        '#undef NDEBUG\n#include <assert.h>\n#include <string.h>\nint add(int, int);\nint sub(int, int);\nint main(int argc, char **argv) {\n  if (argc > 1 && !strcmp(argv[1], "add")) assert(add(1, 2) == 3);\n  if (argc > 1 && !strcmp(argv[1], "sub")) assert(sub(3, 1) == 2);\n  if (argc > 1 && !strcmp(argv[1], "zero")) assert(sub(1, 3) == 0);\n  return 0;\n}\n',
      '.gitignore': 'build/\n',
    },
    failing: { id: 'sub.odd+', file: null, line: null },
    message: /main\.c:8: main: Assertion `sub\(3, 1\) == 2' failed/,
    expected: null,
    actual: null,
    executed: 3,
    skipped: 1,
    alone: 1,
    fix: { path: 'sums.c', old_text: '  return a + b;\n}\n', new_text: '  return a - b;\n}\n' },
    broken: { 'sums.c': 'int add(int a, int b) { return a + c; }\n' },
  },
  {
    title: 'RSpec',
    runner: 'rspec',
    needs: ['rspec'],
    files: {
      '.rspec': '--require spec_helper\n',
      'lib/sums.rb': rubySource,
      'spec/spec_helper.rb': "require 'sums'\n",
      'spec/sums_spec.rb':
        "RSpec.describe Sums do\n  it('adds') { expect(Sums.add(1, 2)).to eq 3 }\n\n  context 'subtraction' do\n    it 'subtracts (1+1?)' do\n      expect(Sums.sub(3, 1)).to eq 2\n    end\n    it('never goes below zero') { expect(Sums.sub(1, 3)).to eq 0 }\n    xit('later') { raise }\n  end\nend\n",
    },
    failing: { id: 'spec/sums_spec.rb > Sums subtraction subtracts (1+1?)', file: 'spec/sums_spec.rb', line: 5 },
    message: /expected: 2/,
    expected: '2',
    actual: '4',
    executed: 3,
    skipped: 1,
    alone: 1,
    fix: rubyFix,
    broken: { 'lib/sums.rb': 'module Sums\n  def self.add(a, b\nend\n' },
  },
  {
    title: 'minitest',
    runner: 'minitest',
    needs: ['ruby'],
    probe: "ruby -e 'require %q(minitest/autorun)'",
    files: {
      Gemfile: "source 'https://rubygems.org'\n",
      'lib/sums.rb': rubySource,
      'test/sums_test.rb':
        "require 'minitest/autorun'\nrequire 'sums'\n\nclass SumsTest < Minitest::Test\n  def test_adds\n    assert_equal 3, Sums.add(1, 2)\n  end\n\n  def test_subtracts\n    assert_equal 2, Sums.sub(3, 1)\n  end\n\n  def test_zero\n    assert_equal 0, Sums.sub(1, 3)\n  end\n\n  def test_later\n    skip 'later'\n  end\nend\n",
    },
    failing: { id: 'test/sums_test.rb > SumsTest > test_subtracts', file: 'test/sums_test.rb', line: 9 },
    message: /Expected: 2\n\s*Actual: 4/,
    expected: '2',
    actual: '4',
    executed: 3,
    skipped: 1,
    alone: 1,
    fix: rubyFix,
    broken: { 'lib/sums.rb': 'module Sums\n  def self.add(a, b\nend\n' },
  },
  {
    title: 'PHPUnit',
    runner: 'phpunit',
    needs: ['phpunit'],
    files: {
      'phpunit.xml':
        '<?xml version="1.0"?>\n<phpunit bootstrap="src/Sums.php"><testsuites><testsuite name="all"><directory>tests</directory></testsuite></testsuites></phpunit>\n',
      'src/Sums.php':
        '<?php\nnamespace Acme;\n\nclass Sums\n{\n    public static function add($a, $b) { return $a + $b; }\n\n    public static function sub($a, $b)\n    {\n        if ($a < $b) return 0;\n        return $a + $b;\n    }\n}\n',
      'tests/SumsTest.php':
        "<?php\nnamespace Acme\\Tests;\n\nuse Acme\\Sums;\nuse PHPUnit\\Framework\\TestCase;\n\nclass SumsTest extends TestCase\n{\n    public function testAdds() { $this->assertSame(3, Sums::add(1, 2)); }\n\n    public function testSubtracts()\n    {\n        $this->assertSame(2, Sums::sub(3, 1));\n    }\n\n    public function zeros() { return ['odd [name]' => [1], [2]]; }\n\n    /** @dataProvider zeros */\n    public function testZero($a) { $this->assertSame(0, Sums::sub($a, 3)); }\n\n    public function testLater() { $this->markTestSkipped('later'); }\n}\n",
    },
    failing: { id: 'tests/SumsTest.php > SumsTest > testSubtracts', file: 'tests/SumsTest.php', line: 11 },
    message: /Failed asserting that 4 is identical to 2/,
    expected: '2',
    actual: '4',
    executed: 4,
    skipped: 1,
    alone: 1,
    fix: { path: 'src/Sums.php', old_text: '        return $a + $b;', new_text: '        return $a - $b;' },
    broken: { 'src/Sums.php': '<?php\nclass Sums {\n  public static function add($a { }\n}\n' },
  },
  {
    title: 'ExUnit',
    runner: 'exunit',
    needs: ['elixir', 'mix'],
    files: {
      'mix.exs':
        'defmodule Sums.MixProject do\n  use Mix.Project\n  def project, do: [app: :sums, version: "0.1.0"]\n  def application, do: []\nend\n',
      'lib/sums.ex':
        'defmodule Sums do\n  def add(a, b), do: a + b\n\n  def sub(a, b) when a < b, do: 0\n  def sub(a, b), do: a + b\nend\n',
      'test/test_helper.exs': 'ExUnit.start()\n',
      'test/sums_test.exs':
        'defmodule SumsTest do\n  use ExUnit.Case\n\n  test "adds" do\n    assert Sums.add(1, 2) == 3\n  end\n\n  describe "sub" do\n    test "subtracts (1+1?)" do\n      assert Sums.sub(3, 1) == 2\n    end\n\n    test "zero" do\n      assert Sums.sub(1, 3) == 0\n    end\n\n    @tag :skip\n    test "later" do\n      raise "no"\n    end\n  end\nend\n',
    },
    failing: { id: 'test/sums_test.exs > SumsTest > sub subtracts (1+1?)', file: 'test/sums_test.exs', line: 9 },
    message: /Assertion with == failed/,
    expected: '2',
    actual: '4',
    executed: 3,
    skipped: 1,
    alone: 1,
    fix: { path: 'lib/sums.ex', old_text: 'def sub(a, b), do: a + b', new_text: 'def sub(a, b), do: a - b' },
    broken: { 'lib/sums.ex': 'defmodule Sums do\n  def add(a, b, do: a\nend\n' },
  },
];
