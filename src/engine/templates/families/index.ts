import type { Family } from '../scene.ts';
import { accumulationFamilies } from './accumulation.ts';
import { askedAgainFamilies } from './asked-again.ts';
import { balanceFamilies } from './balance.ts';
import { bodyFamilies } from './bodies.ts';
import { boundaryFamilies } from './boundaries.ts';
import { bracketFamilies } from './brackets.ts';
import { branchFamilies } from './branches.ts';
import { builtInFamilies } from './built-ins.ts';
import { callFamilies } from './calls.ts';
import { caseFamilies } from './cases.ts';
import { classmateFamilies } from './classmates.ts';
import { commonEndFamilies } from './common-ends.ts';
import { comparingFamilies } from './comparing.ts';
import { conditionFamilies } from './conditions.ts';
import { constantFamilies } from './constants.ts';
import { copyFamilies } from './copies.ts';
import { dateFamilies } from './dates.ts';
import { donorFamilies } from './donors.ts';
import { emptiedFamilies } from './emptied.ts';
import { expectedFamilies } from './expected.ts';
import { exportFamilies } from './exports.ts';
import { extremeFamilies } from './extremes.ts';
import { givenFamilies } from './given.ts';
import { groupingFamilies } from './grouping.ts';
import { guardFamilies } from './guards.ts';
import { handedOnFamilies } from './handed-on.ts';
import { helperFamilies } from './helpers.ts';
import { identifierFamilies } from './identifiers.ts';
import { lintFamilies } from './lint.ts';
import { literalFamilies } from './literals.ts';
import { lostFamilies } from './lost.ts';
import { messageFamilies } from './messages.ts';
import { mirrorFamilies } from './mirrors.ts';
import { missingFamilies } from './missing.ts';
import { neighbourFamilies } from './neighbours.ts';
import { oneWayFamilies } from './one-way.ts';
import { operatorFamilies } from './operators.ts';
import { optionFamilies } from './options.ts';
import { patternFamilies } from './patterns.ts';
import { preciseFamilies } from './precise.ts';
import { propertyFamilies } from './properties.ts';
import { prototypeFamilies } from './prototype.ts';
import { putBackFamilies } from './put-back.ts';
import { reExportFamilies } from './re-exports.ts';
import { reactFamilies } from './react/index.ts';
import { realmFamilies } from './realms.ts';
import { recursionFamilies } from './recursion.ts';
import { regexFamilies } from './regex.ts';
import { lostResultFamilies } from './results-lost.ts';
import { rewrittenFamilies } from './rewritten.ts';
import { roundFamilies } from './rounds.ts';
import { separatorFamilies } from './separators.ts';
import { seriesFamilies } from './series.ts';
import { serviceFamilies } from './services/index.ts';
import { setElsewhereFamilies } from './set-elsewhere.ts';
import { siblingFunctionFamilies } from './sibling-functions.ts';
import { stateFamilies } from './state.ts';
import { statementFamilies } from './statements.ts';
import { throwFamilies } from './throws.ts';
import { turnedFamilies } from './turned.ts';
import { twinFamilies } from './twins.ts';
import { typeErrorFamilies } from './type-errors/index.ts';
import { unfinishedFamilies } from './unfinished.ts';
import { vueFamilies } from './vue.ts';

/**
 * All repair templates. A family's `share` is the estimated share of real single-edit bugs it covers, taken from counts of one-statement bugs
 * (ManySStuBs4J, TSSB-3M), of fix patterns in BugsJS and of templates that fixed Defects4J bugs in TBar: identifiers 20-25 %, conditions 20 %,
 * calls 15-20 %, literals 10 %, properties 7 %, boundaries 5 %, guards with a jump 5-8 %, donors 5-10 %, operators 4 %, statements 3 %,
 * deletion last. Families driven by the failure's own message stand above all: they propose nothing unless the message names the node.
 */
export const families: readonly Family[] = [
  ...messageFamilies,
  ...exportFamilies,
  ...reExportFamilies,
  ...typeErrorFamilies,
  ...lintFamilies,
  ...helperFamilies,
  ...vueFamilies,
  ...identifierFamilies,
  ...conditionFamilies,
  ...turnedFamilies,
  ...constantFamilies,
  ...callFamilies,
  ...builtInFamilies,
  ...comparingFamilies,
  ...copyFamilies,
  ...givenFamilies,
  ...handedOnFamilies,
  ...realmFamilies,
  ...lostResultFamilies,
  ...literalFamilies,
  ...regexFamilies,
  ...boundaryFamilies,
  ...operatorFamilies,
  ...propertyFamilies,
  ...groupingFamilies,
  ...guardFamilies,
  ...emptiedFamilies,
  ...expectedFamilies,
  ...rewrittenFamilies,
  ...branchFamilies,
  ...commonEndFamilies,
  ...bodyFamilies,
  ...donorFamilies,
  ...lostFamilies,
  ...missingFamilies,
  ...patternFamilies,
  ...twinFamilies,
  ...accumulationFamilies,
  ...extremeFamilies,
  ...balanceFamilies,
  ...bracketFamilies,
  ...caseFamilies,
  ...optionFamilies,
  ...preciseFamilies,
  ...prototypeFamilies,
  ...putBackFamilies,
  ...mirrorFamilies,
  ...reactFamilies,
  ...serviceFamilies,
  ...dateFamilies,
  ...neighbourFamilies,
  ...stateFamilies,
  ...oneWayFamilies,
  ...classmateFamilies,
  ...setElsewhereFamilies,
  ...askedAgainFamilies,
  ...siblingFunctionFamilies,
  ...recursionFamilies,
  ...roundFamilies,
  ...seriesFamilies,
  ...separatorFamilies,
  ...throwFamilies,
  ...unfinishedFamilies,
  ...statementFamilies,
];
