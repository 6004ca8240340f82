import { describe, expect, it } from 'vitest';
import { relatedFiles } from '../../src/suite/ecosystems/languages/related.ts';
import { makeRepository } from './repository.ts';

const files = {
  'src/shop/__init__.py': '',
  'src/shop/core.py': 'RATE = 2\n',
  'src/shop/api.py': 'from . import core\n\ndef price(): return core.RATE\n',
  'src/shop/other.py': 'X = 1\n',
  'src/shop/deep/__init__.py': 'from ..api import price\n',
  'tests/test_api.py': 'from shop.api import price\n',
  'tests/test_deep.py': 'import shop.deep as deep, os\n',
  'tests/test_other.py': 'from shop import other\n',
};

async function related(changed: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<readonly string[] | null> {
  await using repository = await makeRepository({ ...files, ...more });
  return (await relatedFiles(repository.root, '', changed, []))?.toSorted() ?? null;
}

describe('the Python tests that a change concerns', () => {
  it('are those that import it through other modules, though none of them names it', async () => {
    expect(await related(['src/shop/core.py'])).toEqual(['tests/test_api.py', 'tests/test_deep.py']);
  });

  it('are those that import it themselves, relatively or by the package', async () => {
    expect(await related(['src/shop/other.py'])).toEqual(['tests/test_other.py']);
    expect(
      await related(['src/shop/other.py'], {
        'tests/helper.py': 'from shop.other import X\n',
        'tests/test_x.py': 'from .helper import X\n',
      }),
    ).toEqual(expect.arrayContaining(['tests/test_other.py', 'tests/test_x.py']));
  });

  it('are all of them where the package itself changed, which runs before everything in it', async () => {
    expect(await related(['src/shop/__init__.py'])).toBeNull();
  });

  it('are all of them where nothing that is imported leads there', async () => {
    expect(await related(['src/shop/plugin.py'], { 'src/shop/plugin.py': '' })).toBeNull();
  });
});
