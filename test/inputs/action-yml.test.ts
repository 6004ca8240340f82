import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { inputTable } from '../../src/inputs/index.ts';
import { outputDescriptions } from '../../src/report/index.ts';
import { actionYaml, withTables } from '../tools/readme.ts';

const read = (name: string): Promise<string> => readFile(new URL(`../../${name}`, import.meta.url), 'utf8');
const names = (text: string): string[] => text.trim().split(/\s+/);

const contractInputs =
  names(`mode bundle api-key base-url model reasoning-effort service-tier instructions transport engine test-command setup-command
  working-directory failures test-env ref base-ref green-ref max-turns max-minutes max-tokens max-cost-usd max-test-runs max-changed-lines price attempts delivery
  protected-paths allow-test-changes sandbox sandbox-network github-token branch-prefix labels reviewers draft commit-signing trigger-ci dry-run allowed-bots
  opt-out-label max-attempts-per-failure fail-on otlp-endpoint report-dir`);
const contractOutputs =
  names(`outcome fixed delivery pull-request-url pull-request-number branch patch-file bundle-dir report-file fingerprint causes matrix turns test-runs
  input-tokens cached-tokens output-tokens cost-usd seconds timing`);

describe('action.yml', () => {
  it('has every input and output of the contract, and no other', async () => {
    const action = parse(await read('action.yml'));
    expect(Object.keys(action.inputs)).toEqual(contractInputs);
    expect(Object.keys(action.outputs)).toEqual(contractOutputs);
    expect(inputTable.map((row) => row.name)).toEqual(contractInputs);
    expect(Object.keys(outputDescriptions)).toEqual(contractOutputs);
  });

  it('agrees with the table about descriptions and defaults', async () => {
    const { inputs } = parse(await read('action.yml'));
    for (const row of inputTable) {
      expect(inputs[row.name].description).toContain(row.description);
      expect(inputs[row.name].default ?? '').toBe(row.impliedDefault ? '' : row.default);
      expect(inputs[row.name].required).toBe(false);
    }
  });

  it('runs the bundle on Node 24 and has a brand', async () => {
    expect(parse(await read('action.yml'))).toMatchObject({
      runs: { using: 'node24', main: 'dist/index.js' },
      branding: { icon: expect.any(String), color: expect.any(String) },
    });
  });

  it('and the README are as the code says now', async () => {
    expect(await read('action.yml')).toBe(actionYaml());
    const readme = await read('README.md');
    expect(readme).toBe(withTables(readme));
  });
});
