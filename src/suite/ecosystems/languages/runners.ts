// Every language that is known, in the order in which a folder is asked about them.
import { bun } from './bun.ts';
import { dotnet } from './dotnet.ts';
import { elixir } from './elixir.ts';
import { go } from './go.ts';
import { jvm } from './jvm.ts';
import { cmake, targets } from './native.ts';
import { perl } from './perl.ts';
import { php } from './php.ts';
import { python } from './python.ts';
import { ruby } from './ruby.ts';
import { rust } from './rust.ts';
import type { Adapter, Language } from './types.ts';

export const languages: readonly Language[] = [bun, rust, go, jvm, dotnet, elixir, php, ruby, python, cmake, perl, targets];

export const adapters: readonly Adapter[] = languages.flatMap(({ runners }) => runners);
