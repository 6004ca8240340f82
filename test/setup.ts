import fc from 'fast-check';

// `npm run prove` asks for many more runs than an everyday test run can afford.
const runs = Number(process.env.REGREEN_PROVE_RUNS ?? '');
if (runs > 0) fc.configureGlobal({ numRuns: runs });
