// Many candidates in one text of a compiled language: as mutant schemata do (Untch, Offutt and Harrold 1993), each has its own body beside the
// one that is there, and a number says which runs. What is compiled once is then run for each of them.
import { posix } from 'node:path';
import { blanked, closing } from '../../suite/index.ts';
import { changedPart } from '../differences.ts';
import type { CompiledLanguage, Complaint, FunctionBody } from './language.ts';

/** What one candidate makes of one file. */
export interface Change {
  readonly number: number;
  readonly before: string;
  readonly after: string;
}

interface Source {
  readonly text: string;
  readonly code: string;
  readonly functions: readonly FunctionBody[];
}

interface Alternative {
  readonly number: number;
  readonly text: string;
}

/** Lines of a text, counted from 1, with the candidates that they are of. */
interface Lines {
  readonly from: number;
  readonly to: number;
  readonly numbers: readonly number[];
}

export interface Switched {
  readonly text: string;
  /** The candidate that wrote the line; null when it is none of them. */
  numberAt(line: number): number | null;
  /** The candidates of the function that the line is in; of the whole file where it is in none. */
  numbersAround(line: number): readonly number[];
}

/** The sources of one tree, each looked into once. */
export class Sources {
  readonly #language: CompiledLanguage;
  readonly #known = new Map<string, Source>();

  constructor(language: CompiledLanguage) {
    this.#language = language;
  }

  codeOf(text: string): string {
    return this.#of(text).code;
  }

  /** Where the change lies in one function alone, that function and its other body; else null. */
  alternativeOf({ before, after, number }: Change): readonly [FunctionBody, Alternative] | null {
    const [start, end] = changedPart(before, after);
    const body = this.#of(before).functions.find(({ from, to }) => from <= start && end <= to);
    if (body === undefined) return null;
    const text = after.slice(body.from, body.to + after.length - before.length);
    // What ends the function, or a comment or text that does not end, would reach into what stands behind.
    const code = blanked(`{${text}\n}`, this.#language.lexis);
    return closing(code, 0) === code.length - 1 ? [body, { number, text }] : null;
  }

  /** One text that holds all of them. */
  together(before: string, changes: readonly Change[]): Switched {
    const byBody = new Map<FunctionBody, Alternative[]>();
    for (const change of changes) {
      const found = this.alternativeOf(change);
      if (found === null) continue;
      const there = byBody.get(found[0]);
      if (there === undefined) byBody.set(found[0], [found[1]]);
      else there.push(found[1]);
    }
    const parts: string[] = [];
    const lines: Lines[] = [];
    const functions: Lines[] = [];
    let line = 1;
    let at = 0;
    const add = (text: string, number?: number): void => {
      const from = line;
      line += text.split('\n').length - 1;
      parts.push(text);
      if (number !== undefined) lines.push({ from, to: line, numbers: [number] });
    };
    for (const [body, alternatives] of [...byBody].toSorted(([a], [b]) => a.from - b.from)) {
      add(before.slice(at, body.from));
      const from = line;
      for (const piece of this.#language.inFront(body, alternatives)) add(piece.text, piece.number);
      add(before.slice(body.from, body.to));
      functions.push({ from, to: line, numbers: alternatives.map(({ number }) => number) });
      at = body.to;
    }
    add(before.slice(at));
    const all = changes.map(({ number }) => number);
    return {
      text: parts.join(''),
      numberAt: (wanted) => linesAt(lines, wanted)?.numbers[0] ?? null,
      numbersAround: (wanted) => linesAt(functions, wanted)?.numbers ?? all,
    };
  }

  #of(text: string): Source {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const code = blanked(text, this.#language.lexis);
    const made = { text, code, functions: this.#language.functions(code) };
    this.#known.set(text, made);
    return made;
  }
}

function linesAt(all: readonly Lines[], wanted: number): Lines | undefined {
  return all.find(({ from, to }) => from <= wanted && wanted <= to);
}

/** Candidates that are left out: those that do not compile, with the compiler's words, and those that cannot stand beside others. */
export interface Blamed {
  readonly invalid: ReadonlyMap<number, string>;
  readonly unseen: ReadonlySet<number>;
}

/**
 * The candidates at which complaints point. Where they point at none, as what one makes of a type may show elsewhere, those of the same
 * functions or files; null when there is nothing of that kind. Their paths begin in `directory`, or at the root, where a compiler starts for
 * all packages of a workspace.
 */
export function blamed(complaints: readonly Complaint[], texts: ReadonlyMap<string, Switched>, directory: string): Blamed | null {
  const invalid = new Map<number, string>();
  const unseen = new Set<number>();
  for (const { path, line, message } of complaints) {
    const text = texts.get(posix.join(directory, path)) ?? texts.get(path);
    if (text === undefined) continue;
    const number = text.numberAt(line);
    if (number === null) for (const other of text.numbersAround(line)) unseen.add(other);
    else if (!invalid.has(number)) invalid.set(number, message);
  }
  // What else was said may come of these.
  if (invalid.size > 0) return { invalid, unseen: new Set() };
  return unseen.size > 0 ? { invalid, unseen } : null;
}
