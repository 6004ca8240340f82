// What is worth stealing, and whether a text holds it, however it is written.
import { parseCommandFile } from '../github/runner.ts';

export const key = 'sk-test-HostileKeyNobodyMaySee0123456789';
/** It may write. */
export const token = 'ghs_HostileTokenNobodyMaySee0123456789ab';
/** A credential of the user's, in files of the home. */
export const canary = 'CANARY-0a1b2c3d4e5f';
/** What `runAction` gives every step besides. */
const runtimeToken = 'runtime-token-of-the-job';
/** As actions/checkout leaves the token in the configuration of a checkout. */
export const basic = Buffer.from(`x-access-token:${token}`).toString('base64');

const secrets = [key, token, canary, runtimeToken];
/** What an attack says when it got hold of something that is no text. */
const feats = ['GOT-A-DEBUGGER', 'GOT-A-CORE', 'GOT-A-SOCKET'];

/** Written in a way that no redactor knows: the last letter first, with signs in between. */
const disguised = (text: string): string => [...text].reverse().join('~');

const forms = (secret: string): string[] => [
  secret,
  [...secret].reverse().join(''),
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  Buffer.from(secret).toString('hex'),
  encodeURIComponent(secret),
];

/** A red test that attacks, and tells what it got in its message. */
export function attackFile(body: string): string {
  return `import { test } from 'node:test';
test('attacks', async () => {
  let loot = '';
  try { loot = String(await (async () => { ${body} })()); } catch (error) { loot = String(error.code); }
  for (const [, word] of loot.matchAll(/basic ([\\w+/=]{20,})/g)) loot += Buffer.from(word, 'base64');
  const found = loot.match(/sk-test-Hostile\\w+|ghs_Hostile\\w+|CANARY-\\w+|runtime-token-of-the-\\w+|${feats.join('|')}/g) ?? [];
  throw new Error('LOOT <' + [...new Set(found)].map((each) => [...each].reverse().join('~')).join(' ') + '>');
});
`;
}

/** What an attack got hold of and told. */
export function lootIn(texts: readonly string[]): string[] {
  return [...secrets, ...feats].filter((each) => texts.some((text) => text.includes(disguised(each))));
}

/** Secrets in a text, in any of their forms; those in `but` are no wonder there. */
export function secretsIn(text: string, but = ''): string[] {
  return [...secrets, basic].filter((secret) => forms(secret).some((form) => text.includes(form) && !but.includes(form)));
}

/** Commands of the runner in a step's output that the Action has no business to give. */
export function foreignCommands(stdout: string): string[] {
  const found: string[] = [];
  let until: string | null = null;
  for (const line of stdout.split(/\r\n|\r|\n/)) {
    if (until !== null) {
      if (line.trim() === `::${until}::`) until = null;
      continue;
    }
    const [, name = '', data = ''] = /^\s*::([\w-]+)[^:]*::(.*)$/.exec(line) ?? /^.*?##\[([\w-]+)[^\]]*\](.*)$/.exec(line) ?? [];
    if (name === 'stop-commands') until = data;
    else if (name === 'add-mask' ? ![key, token, basic].includes(data) : !ours.has(name) || /^(?:pwned|\/tmp\/evil)/.test(data))
      found.push(line);
  }
  return found;
}

const ours = new Set(['', 'group', 'endgroup', 'notice', 'warning', 'debug']);

/** Values for later steps: there are none, whatever a file's format makes of them. */
export function valuesIn(commandFile: string): string[] {
  return Object.keys(parseCommandFile(commandFile));
}
