import { sh } from './data.ts';
import { type Place, placesIn } from './harder.ts';

interface Broken {
  readonly directory: string;
  /** Lines of the red tree that what broke it differs in, where that is known. */
  readonly truth?: readonly Place[];
  /** The same for each of several things that broke it. */
  readonly losses?: readonly (readonly Place[])[];
}

interface Held {
  /** Of how many of the things that broke it a line is named: `yes` of each, `no` of none. */
  readonly named: string;
  /** How many places were undone that the lost fix does not account for; and whether the change is red without the loss, so that they had to be. */
  readonly innocent: string;
}

/** Holds what was undone, or else what the diagnosis names, against the lines that broke it. */
export async function againstTruth(
  { truth, losses = [truth ?? []], directory }: Broken,
  report: { readonly patch: string; readonly diagnosis: string | null },
): Promise<Held> {
  if (truth === undefined) return { named: '', innocent: '' };
  const undone = placesIn(oldSide(report.patch));
  const said = [...(report.diagnosis ?? '').matchAll(/([\w./-]+\.\w+):(\d+)(?:-(\d+))?/g)].map(
    ([, path = '', start, end]): Place => ({ path, start: Number(start), end: Number(end ?? start) }),
  );
  const meets = (a: Place, b: Place): boolean => a.path === b.path && a.start <= b.end + 1 && b.start <= a.end + 1;
  const named = losses.filter((loss) => [...undone, ...said].some((place) => loss.some((other) => meets(place, other)))).length;
  const innocent = undone.filter((place) => !truth.some((other) => meets(place, other))).length;
  const needed = innocent > 0 && !(await isGreenWithoutLoss(directory));
  return {
    named: named === losses.length ? 'yes' : named === 0 ? 'no' : `${named} of ${losses.length}`,
    innocent: `${innocent}${needed ? ' (red without the loss)' : ''}`,
  };
}

/** The tests on the change in which nothing was lost: a release often breaks tests of the one before by intent. */
async function isGreenWithoutLoss(directory: string): Promise<boolean> {
  await sh('git', ['-C', directory, 'checkout', '-q', 'FETCH_HEAD']);
  const run = await sh('npm', ['test'], { cwd: directory, timeout: 120_000 });
  await sh('git', ['-C', directory, 'checkout', '-q', '-f', '-']);
  return run.code === 0;
}

/** A patch read backwards, without context: its hunks by the lines that they take away. */
function oldSide(patch: string): string {
  const lines: string[] = [];
  let line = 0;
  let gone = 0;
  const flush = (): void => {
    if (gone > 0) lines.push(`@@ -0 +${line - gone},${gone} @@`);
    gone = 0;
  };
  for (const text of patch.split('\n')) {
    const hunk = /^@@ -(\d+)(?:,\d+)? \+\d+(?:,\d+)? @@/.exec(text);
    if (text.startsWith('--- ')) lines.push(`+++ ${text.slice(4).replace(/^a\//, 'b/')}`);
    if (hunk !== null) {
      flush();
      line = Number(hunk[1]);
    } else if (text.startsWith('-') && !text.startsWith('--- ')) {
      line += 1;
      gone += 1;
    } else if (text.startsWith('+') && !text.startsWith('+++ ')) {
      if (gone === 0) lines.push(`@@ -0 +${Math.max(1, line - 1)},2 @@`);
      flush();
    } else if (text.startsWith(' ')) {
      flush();
      line += 1;
    }
  }
  flush();
  return lines.join('\n');
}
