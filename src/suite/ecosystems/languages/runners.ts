// Every language that is known, in the order in which a folder is asked about them.
import { go } from './go.ts';
import { cmake, targets } from './native.ts';
import { perl } from './perl.ts';
import { python } from './python.ts';
import { rust } from './rust.ts';
import type { Adapter, Language } from './types.ts';

export const languages: readonly Language[] = [rust, go, python, cmake, perl, targets];

export const adapters: readonly Adapter[] = languages.flatMap(({ runners }) => runners);
