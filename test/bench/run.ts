// `npm run bench -- NAME …`: runs one benchmark. Without a name it lists them.
const benches: Readonly<Record<string, string>> = {
  distill: './distill.ts',
  'first-turn': './first-turn.ts',
  'npm-bugs': './npm-bugs/run.ts',
  'integrity-history': './integrity-history.ts',
  repair: './repair/run.ts',
  run: './whole-run/run.ts',
  scale: './scale.ts',
  stryker: './stryker/run.ts',
  suite: './suite.ts',
  templates: './templates.ts',
  trial: './trial.ts',
  wire: './wire/run.ts',
};

const name = process.argv[2] ?? '';
const file = benches[name];
if (file === undefined) {
  console.error(`usage: npm run bench -- NAME …\nbenchmarks: ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
await import(file);

export {};
