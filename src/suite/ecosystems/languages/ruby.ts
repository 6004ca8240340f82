// Ruby projects: RSpec or minitest, through bundler where there is a Gemfile with a lock.
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { minitest } from './minitest.ts';
import { rspec } from './rspec.ts';
import type { FolderView, Language } from './types.ts';

const manifests = ['Gemfile', 'gems.rb', '.rspec', 'Rakefile'];

export const ruby: Language = {
  name: 'Ruby',
  runners: [rspec, minitest],
  isManifest: (name) => manifests.includes(name) || name.endsWith('.gemspec'),
  manifest: async ({ names }) => names.find((name) => manifests.includes(name) || name.endsWith('.gemspec')) ?? null,
  async guess(folder, manifest) {
    const found = await lineOf(folder);
    if (found === null) return null;
    const bundled = folder.names.includes('Gemfile.lock') && (await folder.program('bundle'));
    return {
      runner: found.runner,
      testCommand: `${bundled ? 'bundle exec ' : ''}${found.line}`,
      setupCommand: bundled ? 'bundle install' : null,
      reasons: [`Ruby: ${manifest}`, found.reason, bundled ? 'gems of Gemfile.lock' : 'gems as they are: those of earlier steps'],
    };
  },
  environment({ dependencies, cwd }) {
    const own = join(cwd, 'vendor', 'bundle');
    const gems = join(dependencies, 'bundle');
    return {
      ...(existsSync(own) || !existsSync(join(cwd, 'Gemfile.lock')) ? {} : { BUNDLE_PATH: gems }),
      BUNDLE_APP_CONFIG: join(dependencies, 'bundle-config'),
      DISABLE_SPRING: '1',
    };
  },
};

async function lineOf(
  folder: FolderView,
): Promise<{ readonly runner: 'rspec' | 'minitest'; readonly line: string; readonly reason: string } | null> {
  const files = await folder.files((file) => /^(?:spec|test)\//.test(file));
  const spec = files.find((file) => /^spec\/.*_spec\.rb$/.test(file));
  if (spec !== undefined || folder.names.includes('.rspec'))
    return { runner: 'rspec', line: 'rspec', reason: `runner rspec: ${spec ?? '.rspec'}` };
  const minitests = files.filter((file) => /^test\/(?:.*\/)?(?:test_\w+|spec_\w+|\w+_(?:test|spec))\.rb$/.test(file));
  const [test] = minitests;
  if (test === undefined) return null;
  if (await folder.has('bin/rails')) return { runner: 'minitest', line: 'bin/rails test', reason: 'runner minitest: bin/rails' };
  const rakefile = (await folder.text('Rakefile')) ?? '';
  // A task of that name may do more, and a test task may have another name.
  const isTask = /\bTestTask\.new\s*(?:\(\s*(?::test|["']test["'])\s*\)|do\b|\{|$)/m.test(rakefile);
  if (isTask && (await folder.program('rake')))
    return { runner: 'minitest', line: 'rake test', reason: 'runner minitest: the test task of the Rakefile' };
  const forms = [...new Set(minitests.map((file) => patterns.find(([pattern]) => pattern.test(posix.basename(file)))?.[1] ?? ''))];
  const load = `Dir.glob("test/**/${forms.length === 1 ? forms[0] : `{${forms.join(',')}}`}").reject { |f| f.end_with?("test_helper.rb", "spec_helper.rb") }.sort.each { |f| require File.expand_path(f) }`;
  return { runner: 'minitest', line: `ruby -Ilib -Itest -e '${load}'`, reason: `runner minitest: ${test}` };
}

const patterns: readonly (readonly [RegExp, string])[] = [
  [/_test\.rb$/, '*_test.rb'],
  [/_spec\.rb$/, '*_spec.rb'],
  [/^test_/, 'test_*.rb'],
  [/^spec_/, 'spec_*.rb'],
];
