/** The same for whatever the repository runs, and far above what suites need: no core dumps, 4,096 processes, files of 4 GiB at the most. */
const limits = ['--core=0', '--nproc=4096', `--fsize=${4 * 1024 ** 3}`];

/** The beginning of an argv that runs the rest under limits; `program` is `prlimit`, null where it is not there. */
export function withLimits(program: string | null): readonly string[] {
  return program === null ? [] : [program, ...limits, '--'];
}
