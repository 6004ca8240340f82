import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { relatedFiles } from '../../src/suite/ecosystems/languages/related.ts';
import { makeRepository, scratchFolder, suiteOf } from './repository.ts';

type Files = Readonly<Record<string, string>>;

/** The files that a change of `changed` concerns in a tree of `files`; null for all tests. */
async function related(files: Files, changed: readonly string[]): Promise<readonly string[] | null> {
  await using repository = await makeRepository(files);
  return (await relatedFiles(repository.root, '', changed, []))?.toSorted() ?? null;
}

const python: Files = {
  'src/shop/__init__.py': '',
  'src/shop/core.py': 'RATE = 2\n',
  'src/shop/api.py': 'from . import core\n\ndef price(): return core.RATE\n',
  'src/shop/other.py': 'X = 1\n',
  'src/shop/deep/__init__.py': 'from ..api import price\n',
  'tests/test_api.py': 'from shop.api import price\n',
  'tests/test_deep.py': 'import shop.deep as deep, os\n',
  'tests/test_other.py': 'from shop import other\n',
};

describe('the Python tests that a change concerns', () => {
  it('are those that import it through other modules, though none of them names it', async () => {
    expect(await related(python, ['src/shop/core.py'])).toEqual(['tests/test_api.py', 'tests/test_deep.py']);
  });

  it('are those that import it themselves, relatively or by the package', async () => {
    expect(await related(python, ['src/shop/other.py'])).toEqual(['tests/test_other.py']);
    const more = { 'tests/helper.py': 'from shop.other import X\n', 'tests/test_x.py': 'from .helper import X\n' };
    expect(await related({ ...python, ...more }, ['src/shop/other.py'])).toEqual(['tests/test_other.py', 'tests/test_x.py']);
  });

  it('are all below a conftest that imports it', async () => {
    const more = { 'tests/deep/conftest.py': 'from shop.other import X\n', 'tests/deep/test_y.py': 'def test_y(x): pass\n' };
    expect(await related({ ...python, ...more }, ['src/shop/other.py'])).toEqual(['tests/deep/test_y.py', 'tests/test_other.py']);
  });

  it('are all of them where the package itself changed, which runs before everything in it', async () => {
    expect(await related(python, ['src/shop/__init__.py'])).toBeNull();
  });

  it('are all of them where nothing that is imported leads there', async () => {
    expect(await related({ ...python, 'src/shop/plugin.py': '' }, ['src/shop/plugin.py'])).toBeNull();
  });
});

const goTest = (pkg: string, imports = ''): string =>
  `package ${pkg}\n\nimport (\n\t"testing"\n${imports})\n\nfunc TestIt(t *testing.T) {}\n`;
const go: Files = {
  'go.mod': 'module example.com/shop\n\ngo 1.19\n',
  'internal/build/rate.go': 'package build\n\nfunc Rate() int { return 2 }\n',
  'price/price.go': 'package price\n\nimport b "example.com/shop/internal/build"\n\nfunc Price() int { return b.Rate() }\n',
  'price/price_test.go': goTest('price'),
  'e2e/all_test.go': goTest('e2e_test', '\tp "example.com/shop/price"\n').replace('{}', '{ p.Price() }'),
  'other/other.go': 'package other\n',
  'other/other_test.go': goTest('other'),
  'other/testdata/x.go': 'package x\n\nimport "example.com/shop/internal/build"\n',
};

describe('the Go tests that a change concerns', () => {
  it('are those of its package and of those that import it, directly or through others', async () => {
    expect(await related(go, ['internal/build/rate.go'])).toEqual(['e2e/all_test.go', 'price/price_test.go']);
    expect(await related(go, ['price/price_test.go'])).toEqual(['price/price_test.go']);
  });

  it('are also those that start programs of the module', async () => {
    const starts = `${goTest('other', '\t"os/exec"\n')}\nfunc run() { exec.Command("go", "run", "./cmd").Run() }\n`;
    expect(await related({ ...go, 'other/other_test.go': starts, 'x/x_test.go': goTest('x') }, ['price/price.go'])).toEqual([
      'e2e/all_test.go',
      'other/other_test.go',
      'price/price_test.go',
    ]);
  });

  it('are all of them for what a source embeds, and for another module', async () => {
    expect(await related({ ...go, 'price/table.txt': '' }, ['price/table.txt'])).toBeNull();
    expect(await related({ ...go, 'tool/go.mod': 'module example.com/tool\n', 'tool/x.go': 'package tool\n' }, ['tool/x.go'])).toBeNull();
  });
});

const crate = (name: string, rest = ''): string => `[package]\nname = "${name}"\nversion = "0.1.0"\nedition = "2021"\n${rest}`;
const unit = '#[cfg(test)]\nmod tests {\n    #[test]\n    fn works() {}\n}\n';
const rust: Files = {
  'Cargo.toml': '[workspace]\nmembers = ["rates", "price-list", "other"]\nresolver = "2"\n',
  'rates/Cargo.toml': crate('rates'),
  'rates/src/lib.rs': `pub fn rate() -> u32 { 2 }\n${unit}`,
  'price-list/Cargo.toml': crate('price-list', '\n[dependencies]\nrates = { path = "../rates" }\n'),
  'price-list/src/lib.rs': 'pub fn price() -> u32 { rates::rate() }\n',
  'price-list/tests/api.rs': '#[test]\nfn price() { assert_eq!(price_list::price(), 2); }\n',
  'other/Cargo.toml': crate('other'),
  'other/src/lib.rs': unit,
};

describe('the Rust tests that a change concerns', () => {
  it('are those of its crate and of those that depend on it', async () => {
    expect(await related(rust, ['rates/src/lib.rs'])).toEqual(['price-list/tests/api.rs', 'rates/src/lib.rs']);
    expect(await related(rust, ['price-list/src/lib.rs'])).toEqual(['price-list/tests/api.rs']);
  });

  it('are all of them within one crate, and where a crate takes in files of others', async () => {
    expect(
      await related({ 'Cargo.toml': crate('one'), 'src/lib.rs': unit, 'tests/a.rs': '#[test]\nfn a() {}\n' }, ['src/lib.rs']),
    ).toBeNull();
    const open = { 'other/src/lib.rs': `#[path = "../../price-list/src/lib.rs"]\nmod x;\n${unit}` };
    expect(await related({ ...rust, ...open }, ['rates/src/lib.rs'])).toBeNull();
  });
});

const javaClass = (pkg: string, name: string, body = '', imports = ''): string =>
  `package ${pkg};\n\n${imports}\npublic class ${name} {\n${body}\n}\n`;
const java: Files = {
  'pom.xml': '<project/>',
  'src/main/java/com/acme/build/Rates.java': javaClass('com.acme.build', 'Rates', '  public static int rate() { return 2; }'),
  'src/main/java/com/acme/Prices.java': javaClass(
    'com.acme',
    'Prices',
    '  int price() { return Rates.rate(); }',
    'import com.acme.build.*;',
  ),
  'src/main/java/com/acme/Other.java': javaClass('com.acme', 'Other'),
  'src/main/java/org/Rates.java': javaClass('org', 'Rates'),
  'src/test/java/com/acme/PricesTest.java': javaClass('com.acme', 'PricesTest', '  @Test void x() { new Prices(); }'),
  'src/test/java/com/acme/OtherTest.java': javaClass('com.acme', 'OtherTest', '  @Test void x() { new Other(); /* not of Rates */ }'),
  'src/test/kotlin/com/acme/KotlinTest.kt':
    'package com.acme\n\nimport com.acme.build.Rates.rate\n\nclass KotlinTest { @Test fun x() = check(rate() == 2) }\n',
};

describe('the Java and Kotlin tests that a change concerns', () => {
  it('are those that import its class, by name or by package, in either language, directly or through others', async () => {
    expect(await related(java, ['src/main/java/com/acme/build/Rates.java'])).toEqual([
      'src/test/java/com/acme/PricesTest.java',
      'src/test/kotlin/com/acme/KotlinTest.kt',
    ]);
    const nested = { 'src/test/java/com/acme/OtherTest.java': javaClass('com.acme', 'OtherTest', '  Other o;\n  class Rare {}') };
    const alike = { 'src/test/java/com/acme/RareTest.java': javaClass('com.acme', 'RareTest', '  class Rare {}') };
    expect(await related({ ...java, ...nested, ...alike }, ['src/main/java/com/acme/Other.java'])).toEqual([
      'src/test/java/com/acme/OtherTest.java',
    ]);
  });

  it('are also those that call a function of Kotlin which stands outside of any class', async () => {
    const more = {
      'src/main/kotlin/com/acme/Texts.kt': 'package com.acme\n\nfun String.shouted() = uppercase()\n',
      'src/test/kotlin/com/acme/TextsTest.kt': 'package com.acme\n\nclass Loud { @Test fun x() = check("a".shouted() == "A") }\n',
    };
    expect(await related({ ...java, ...more }, ['src/main/kotlin/com/acme/Texts.kt'])).toEqual(['src/test/kotlin/com/acme/TextsTest.kt']);
  });

  it('are also those that look classes up at run time, and all for a bean of a container and for resources', async () => {
    const reflects = { 'src/test/java/com/acme/AllTest.java': javaClass('com.acme', 'AllTest', '  Class<?> c = Class.forName(name());') };
    expect(await related({ ...java, ...reflects }, ['src/main/java/com/acme/Other.java'])).toEqual([
      'src/test/java/com/acme/AllTest.java',
      'src/test/java/com/acme/OtherTest.java',
    ]);
    const bean = { 'src/main/java/com/acme/Other.java': `package com.acme;\n\n@Service\npublic class Other {}\n` };
    expect(await related({ ...java, ...bean }, ['src/main/java/com/acme/Other.java'])).toBeNull();
    expect(await related({ ...java, 'src/main/resources/a.yml': '' }, ['src/main/resources/a.yml'])).toBeNull();
  });
});

const ruby: Files = {
  'lib/shop.rb':
    "require 'shop/rates'\nrequire 'shop/prices'\nrequire 'shop/other'\n\nmodule Shop\n  class Error < StandardError; end\nend\n",
  'lib/shop/rates.rb': 'module Shop\n  class Rates\n    def self.rate = 2\n  end\nend\n',
  'lib/shop/prices.rb': 'module Shop\n  class Prices\n    def price = Rates.rate\n  end\nend\n',
  'lib/shop/other.rb': 'module Shop\n  class Other\n  end\nend\n',
  'spec/spec_helper.rb': "require 'shop'\n",
  'spec/prices_spec.rb': 'RSpec.describe Shop::Prices do\nend\n',
  'spec/other_spec.rb': 'RSpec.describe Shop::Other do\nend\n',
};

describe('the Ruby tests that a change concerns', () => {
  it('are those that use its constants, by themselves or through others, whatever requires everything', async () => {
    expect(await related(ruby, ['lib/shop/rates.rb'])).toEqual(['spec/prices_spec.rb']);
    expect(await related(ruby, ['lib/shop/other.rb'])).toEqual(['spec/other_spec.rb']);
  });

  it.each([
    ['a class of Ruby’s own is opened again', 'class String\n  def shout = upcase\nend\n'],
    ['it only runs something', 'Shop::Prices.new\n'],
  ])('are all of them where %s', async (_, text) => {
    expect(await related({ ...ruby, 'lib/shop/other.rb': text }, ['lib/shop/other.rb'])).toBeNull();
  });

  it('are all of them where a class of Ruby’s own goes through it', async () => {
    const patch = { 'lib/shop/string.rb': 'class String\n  def other = Shop::Other.new\nend\n' };
    expect(await related({ ...ruby, ...patch }, ['lib/shop/other.rb'])).toBeNull();
  });

  it('are all that name the module around everything where it has a method of its own', async () => {
    const method = { 'lib/shop/other.rb': 'module Shop\n  def self.root = 1\n\n  class Other\n  end\nend\n' };
    expect(await related({ ...ruby, ...method }, ['lib/shop/other.rb'])).toEqual(['spec/other_spec.rb', 'spec/prices_spec.rb']);
  });

  it('are all of them where what helps tests uses it, and in Rails', async () => {
    const helper = { 'spec/spec_helper.rb': "require 'shop'\nShop::Other.new\n" };
    expect(await related({ ...ruby, ...helper }, ['lib/shop/other.rb'])).toBeNull();
    expect(await related({ ...ruby, 'config/application.rb': '' }, ['lib/shop/other.rb'])).toBeNull();
  });
});

const phpClass = (namespace: string, name: string, body = '', uses = ''): string =>
  `<?php\nnamespace ${namespace};\n\n${uses}\nclass ${name}\n{\n${body}\n}\n`;
const php: Files = {
  'composer.json': '{}',
  'src/Money/Rates.php': phpClass('Acme\\Money', 'Rates', '    public static function rate() { return 2; }'),
  'src/Prices.php': phpClass('Acme', 'Prices', '    public function price() { return Money\\Rates::rate(); }'),
  'src/Other.php': phpClass('Acme', 'Other'),
  'tests/PricesTest.php': phpClass(
    'Acme\\Tests',
    'PricesTest',
    '    public function testIt() { new Prices(); }',
    'use Acme\\{Other as O, Prices};',
  ),
  'tests/ByNameTest.php': phpClass('Acme\\Tests', 'ByNameTest', '    const C = "Acme\\\\Money\\\\Rates";'),
  'tests/RatesOfOthersTest.php': phpClass('Test', 'RatesOfOthersTest', '    public $x = \\Bank\\Rates::class;'),
};

describe('the PHP tests that a change concerns', () => {
  it('are those that use its class by an import, a relative name or a name in a string, directly or through others', async () => {
    expect(await related(php, ['src/Money/Rates.php'])).toEqual(['tests/ByNameTest.php', 'tests/PricesTest.php']);
    expect(await related(php, ['src/Other.php'])).toEqual(['tests/PricesTest.php']);
  });

  it('are all of them where a framework finds code by convention, and where nothing is declared', async () => {
    expect(await related({ ...php, artisan: '' }, ['src/Other.php'])).toBeNull();
    expect(await related({ ...php, 'config/app.php': '<?php return [];\n' }, ['config/app.php'])).toBeNull();
  });
});

const has = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

describe('a run of what is related', () => {
  const minitest = (name: string): string =>
    `require 'minitest/autorun'\nrequire 'shop'\nclass ${name}Test < Minitest::Test\n  def test_it = Shop::${name}\nend\n`;
  const phpunit = (name: string): string =>
    phpClass('Acme\\Tests', `${name}Test`, `    public function testIt() { $this->assertNotNull(\\Acme\\${name}::class); }`)
      .replace('class', 'use PHPUnit\\Framework\\TestCase;\nclass')
      .replace(`${name}Test\n`, `${name}Test extends TestCase\n`);
  const { 'spec/spec_helper.rb': _, 'spec/prices_spec.rb': __, 'spec/other_spec.rb': ___, ...lib } = ruby;

  it.each<[string, Files, string, readonly string[]]>([
    ['go', go, 'price/price.go', ['e2e/all_test.go > TestIt', 'price/price_test.go > TestIt']],
    ['cargo', rust, 'price-list/src/lib.rs', ['price-list/tests/api.rs > price']],
    [
      'rspec',
      {
        ...ruby,
        '.rspec': '-r spec_helper\n',
        'spec/prices_spec.rb': "RSpec.describe Shop::Prices do\n  it('a') {}\nend\n",
        'spec/other_spec.rb': "RSpec.describe Shop::Other do\n  it('b') {}\nend\n",
      },
      'lib/shop/rates.rb',
      ['spec/prices_spec.rb > Shop::Prices a'],
    ],
    [
      'ruby',
      { ...lib, Gemfile: '', 'test/prices_test.rb': minitest('Prices'), 'test/other_test.rb': minitest('Other') },
      'lib/shop/rates.rb',
      ['test/prices_test.rb > PricesTest > test_it'],
    ],
    [
      'phpunit',
      {
        ...php,
        'phpunit.xml':
          '<?xml version="1.0"?>\n<phpunit bootstrap="src/Prices.php"><testsuites><testsuite name="all"><directory>tests</directory></testsuite></testsuites></phpunit>\n',
        'tests/PricesTest.php': phpunit('Prices'),
        'tests/ByNameTest.php': phpunit('Other'),
        'tests/RatesOfOthersTest.php': '<?php\n',
      },
      'src/Money/Rates.php',
      ['tests/PricesTest.php > PricesTest > testIt'],
    ],
  ])('by %s leaves out the others', { timeout: 120_000 }, async (program, files, changed, ids) => {
    if (!has(program)) return void console.warn(`SKIPPED: related by ${program}: not installed`);
    await using repository = await makeRepository(files);
    await using scratch = await scratchFolder();
    const suite = await suiteOf(repository.root, scratch.root);
    const run = await suite.run(repository.root, { scope: 'related', changed: [changed], timeoutMs: 90_000 });
    expect(run.results.map(({ id }) => id).toSorted(), run.tail).toEqual(ids);
    expect(run.green, run.tail).toBe(true);
  });
});
