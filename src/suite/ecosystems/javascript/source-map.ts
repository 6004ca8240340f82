// Source maps, version 3: just enough to tell which original lines a generated range came from.
import { posix } from 'node:path';
import * as z from 'zod';

const mapSchema = z.object({ sources: z.array(z.string().nullable()), sourceRoot: z.string().optional(), mappings: z.string() });

interface Mapping {
  readonly generatedLine: number;
  readonly generatedColumn: number;
  /** Index into `sources`. */
  readonly source: number;
  /** From 1. */
  readonly line: number;
}

export interface SourceMap {
  /** Absolute paths, or null where the map names none. */
  readonly sources: readonly (string | null)[];
  readonly mappings: readonly Mapping[];
}

/** The last `sourceMappingURL` in `text`; null when there is none. */
export function sourceMapUrl(text: string): string | null {
  const at = Math.max(text.lastIndexOf('//# sourceMappingURL='), text.lastIndexOf('/*# sourceMappingURL='));
  return at < 0 ? null : (/^\/[/*]# sourceMappingURL=(\S+)/.exec(text.slice(at))?.[1] ?? null);
}

/** The JSON in a `data:` URL. */
export function fromDataUrl(url: string): string | null {
  const match = /^data:application\/json[^,]*?(;base64)?,([\s\S]*)$/.exec(url);
  if (match?.[2] === undefined) return null;
  return match[1] === undefined ? decodeURIComponent(match[2]) : Buffer.from(match[2], 'base64').toString('utf8');
}

/** Null when `json` is no source map. `file` is the path that its sources are relative to. */
export function parseSourceMap(json: string, file: string): SourceMap | null {
  try {
    const parsed = mapSchema.safeParse(JSON.parse(json.replace(/^\)\]\}'[^\n]*\n/, '')));
    if (!parsed.success) return null;
    const { sources, sourceRoot = '', mappings } = parsed.data;
    const absolute = (source: string | null): string | null => {
      if (source === null) return null;
      const path = (sourceRoot === '' ? source : posix.join(sourceRoot, source)).replace(/^file:\/\//, '');
      return posix.isAbsolute(path) ? path : posix.join(posix.dirname(file), path);
    };
    return { sources: sources.map(absolute), mappings: decodeMappings(mappings) };
  } catch {
    return null;
  }
}

const digits = new Map([...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].map((char, index) => [char, index]));

/** The base 64 variable-length quantities of a `mappings` field. */
function decodeMappings(text: string): Mapping[] {
  const mappings: Mapping[] = [];
  let source = 0;
  let line = 0;
  for (const [generatedLine, group] of text.split(';').entries()) {
    let generatedColumn = 0;
    for (const segment of group.split(',')) {
      const [column, sourceStep, lineStep] = decodeSegment(segment);
      if (column === undefined) continue;
      generatedColumn += column;
      if (sourceStep === undefined || lineStep === undefined) continue;
      source += sourceStep;
      line += lineStep;
      mappings.push({ generatedLine, generatedColumn, source, line: line + 1 });
    }
  }
  return mappings;
}

function decodeSegment(segment: string): number[] {
  const values: number[] = [];
  let value = 0;
  let shift = 0;
  for (const char of segment) {
    const digit = digits.get(char) ?? 0;
    value += (digit & 31) * 2 ** shift;
    shift += 5;
    if ((digit & 32) === 0) {
      values.push(value % 2 === 1 ? -Math.floor(value / 2) : value / 2);
      value = 0;
      shift = 0;
    }
  }
  return values;
}

/** The line (from 1) that a generated place (from 1) came from; null where the map does not say. */
export function originalLine({ mappings }: SourceMap, place: { readonly line: number; readonly column: number }): number | null {
  const onLine = mappings.filter(
    ({ generatedLine, generatedColumn }) => generatedLine === place.line - 1 && generatedColumn < place.column,
  );
  return onLine.at(-1)?.line ?? null;
}
