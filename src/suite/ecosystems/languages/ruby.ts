// Ruby projects: RSpec or minitest, through bundler where there is a Gemfile with a lock.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
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
  const files = await folder.files();
  const spec = files.find((file) => /^spec\/.*_spec\.rb$/.test(file));
  if (spec !== undefined || folder.names.includes('.rspec'))
    return { runner: 'rspec', line: 'rspec', reason: `runner rspec: ${spec ?? '.rspec'}` };
  const test = files.find((file) => /^test\/.*(?:_test|\/test_\w+)\.rb$|^test\/test_\w+\.rb$/.test(file));
  if (test === undefined) return null;
  if (await folder.has('bin/rails')) return { runner: 'minitest', line: 'bin/rails test', reason: 'runner minitest: bin/rails' };
  const tasks = /\bTestTask\b/.test((await folder.text('Rakefile')) ?? '') && (await folder.program('rake'));
  if (tasks) return { runner: 'minitest', line: 'rake test', reason: 'runner minitest: the test task of the Rakefile' };
  const load =
    'Dir.glob("test/**/{*_test,test_*}.rb").reject { |f| f.end_with?("test_helper.rb") }.sort.each { |f| require File.expand_path(f) }';
  return { runner: 'minitest', line: `ruby -Ilib -Itest -e '${load}'`, reason: `runner minitest: ${test}` };
}
