// Nobody can wind down after SIGKILL, and a sandbox that is just being built does not heed the death of its parent yet: a small process beside
// us ends the groups that were running when our end of its pipe closes.
import { type ChildProcess, spawn } from 'node:child_process';
import { Socket } from 'node:net';

/** Reads `+ GROUP` and `- GROUP` a line; what asks for its end asks for ours as well, and it is needed until then. */
const program = `trap '' HUP INT QUIT TERM
live=' '
while read -r sign group; do
  case $sign in
    +) live="$live$group " ;;
    -) case $live in *" $group "*) live="\${live%% $group *} \${live#* $group }" ;; esac ;;
  esac
done
for group in $live; do kill -s KILL -- "-$group"; done`;

let guard: ChildProcess | null = null;
const watched = new Set<number>();

/** Before the first command: starting the guard takes longer than to tell it of one. */
export function startGuard(): void {
  if (guard !== null) return;
  guard = started();
  // A new one knows of none.
  for (const leader of watched) tell(`+ ${leader}\n`);
}

/** Has a process group ended should this process die. Returns the function that takes it back. */
export function watchGroup(leader: number): () => void {
  watched.add(leader);
  tell(`+ ${leader}\n`);
  return () => {
    watched.delete(leader);
    tell(`- ${leader}\n`);
  };
}

function tell(lines: string): void {
  if (guard?.stdin?.writable === true) guard.stdin.write(lines);
}

/** In a session of its own, or what ends our group would end it as well. It has no environment, and nothing waits for it. */
function started(): ChildProcess | null {
  let child: ChildProcess;
  try {
    child = spawn('/bin/sh', ['-c', program], { cwd: '/', env: {}, detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  } catch {
    return null;
  }
  const lost = (): void => {
    if (guard === child) guard = null;
  };
  child.on('error', lost);
  child.on('exit', lost);
  // There is none where no more files can be opened.
  child.stdin?.on('error', lost);
  child.unref();
  if (child.stdin instanceof Socket) child.stdin.unref();
  return child;
}
