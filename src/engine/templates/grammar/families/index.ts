// All families of the languages that tree-sitter reads: those that know several, and those of one.

import type { Family } from '../scene.ts';
import { askedAgainFamilies } from './asked-again.ts';
import { builtInFamilies } from './built-ins.ts';
import { callFamilies } from './calls.ts';
import { chainFamilies } from './chains.ts';
import { copyFamilies } from './copies.ts';
import { emptyFamilies } from './empty.ts';
import { exceptionFamilies } from './exceptions.ts';
import { expressionFamilies } from './expressions.ts';
import { extremeFamilies } from './extremes.ts';
import { goFamilies } from './go/index.ts';
import { handedOnFamilies } from './handed-on.ts';
import { helperFamilies } from './helpers.ts';
import { managedFamilies } from './managed/index.ts';
import { messageFamilies } from './messages.ts';
import { mirrorFamilies } from './mirrors.ts';
import { missingBranchFamilies } from './missing-branch.ts';
import { misuseFamilies } from './misuse.ts';
import { nameFamilies } from './names.ts';
import { nothingFamilies } from './nothing.ts';
import { oneWayFamilies } from './one-way.ts';
import { orderFamilies } from './orders.ts';
import { parameterFamilies } from './parameters.ts';
import { passedOverFamilies } from './passed-over.ts';
import { patternFamilies } from './patterns.ts';
import { phpFamilies } from './php/index.ts';
import { pythonKindFamilies } from './python-kinds.ts';
import { pythonPatternFamilies } from './python-patterns.ts';
import { recursionFamilies } from './recursion.ts';
import { regexFamilies } from './regex.ts';
import { resultFamilies } from './results.ts';
import { roundFamilies } from './rounds.ts';
import { rubyFamilies } from './ruby/index.ts';
import { rustFamilies } from './rust/index.ts';
import { scopeFamilies } from './scopes.ts';
import { seriesFamilies } from './series.ts';
import { serviceFamilies } from './services.ts';
import { setMemberFamilies } from './set-members.ts';
import { siblingFunctionFamilies } from './sibling-functions.ts';
import { statementFamilies } from './statements.ts';
import { textFamilies } from './texts.ts';
import { turnedFamilies } from './turned.ts';
import { unfinishedFamilies } from './unfinished.ts';
import { unfitFamilies } from './unfit.ts';

/** Many of them are for Python alone, and say so themselves. */
const general: readonly Family[] = [
  ...messageFamilies,
  ...misuseFamilies,
  ...nameFamilies,
  ...parameterFamilies,
  ...regexFamilies,
  ...expressionFamilies,
  ...turnedFamilies,
  ...patternFamilies,
  ...builtInFamilies,
  ...copyFamilies,
  ...exceptionFamilies,
  ...nothingFamilies,
  ...orderFamilies,
  ...scopeFamilies,
  ...helperFamilies,
  ...chainFamilies,
  ...unfinishedFamilies,
  ...resultFamilies,
  ...mirrorFamilies,
  ...oneWayFamilies,
  ...recursionFamilies,
  ...extremeFamilies,
  ...roundFamilies,
  ...seriesFamilies,
  ...callFamilies,
  ...serviceFamilies,
  ...emptyFamilies,
  ...handedOnFamilies,
  ...missingBranchFamilies,
  ...passedOverFamilies,
  ...pythonKindFamilies,
  ...pythonPatternFamilies,
  ...setMemberFamilies,
  ...askedAgainFamilies,
  ...siblingFunctionFamilies,
  ...textFamilies,
  ...unfitFamilies,
  ...statementFamilies,
];

const own: Readonly<Record<string, readonly Family[]>> = {
  go: goFamilies,
  java: managedFamilies,
  'c-sharp': managedFamilies,
  php: phpFamilies,
  ruby: rubyFamilies,
  rust: rustFamilies,
};

interface Families {
  readonly all: readonly Family[];
  /** Those that are asked about operators and keywords, too. */
  readonly tokens: readonly Family[];
  /** Those that go by what a message names, wherever it stands. */
  readonly anywhere: readonly Family[];
  /** Those of them that need no message. */
  readonly always: readonly Family[];
}

const known = new Map<string, Families>();

/** The families for a language by its name. */
export function familiesOf(language: string): Families {
  const found = known.get(language);
  if (found !== undefined) return found;
  const all = [...general, ...(own[language] ?? [])];
  const anywhere = all.filter((family) => family.anywhere !== undefined && family.anywhere !== false);
  const tokens = all.filter((family) => family.tokens);
  const made = { all, tokens, anywhere, always: anywhere.filter((family) => family.anywhere === 'always') };
  known.set(language, made);
  return made;
}
