import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);

// src/workspace/process-group.ts
import { readdir, readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
var live = /* @__PURE__ */ new Map();
var exitHookInstalled = false;
function signalGroup(leader, signal) {
  try {
    process.kill(-leader, signal);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
function registerGroup(leader, stop) {
  if (!exitHookInstalled) {
    exitHookInstalled = true;
    process.on("exit", () => {
      for (const pid of live.keys()) signalGroup(pid, "SIGKILL");
    });
  }
  live.set(leader, stop);
  return () => live.delete(leader);
}
async function endLeftovers(leader, graceMs) {
  if (!signalGroup(leader, "SIGTERM")) return;
  const deadline = performance.now() + graceMs;
  while (performance.now() < deadline) {
    await sleep(10);
    if (!signalGroup(leader, 0) || await onlyZombies(leader)) return;
  }
  signalGroup(leader, "SIGKILL");
}
async function onlyZombies(leader) {
  const entries = await readdir("/proc").catch(() => []);
  const members = await Promise.all(entries.filter((name) => /^\d+$/.test(name)).map(groupAndState));
  const states = members.filter((member) => member.group === leader).map((member) => member.state);
  return states.length > 0 && states.every((state) => state === "Z" || state === "X");
}
async function groupAndState(pid) {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const [state = "", , group] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return { group: Number(group), state };
}
async function killAllCommands(waitMs = 5e3) {
  for (const stop of live.values()) stop();
  const deadline = performance.now() + waitMs;
  while (live.size > 0 && performance.now() < deadline) await sleep(10);
}

export {
  signalGroup,
  registerGroup,
  endLeftovers,
  killAllCommands
};
//# sourceMappingURL=chunk-XLTWDA2Q.js.map
