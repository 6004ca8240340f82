import { createRequire as regreenRequire } from 'node:module';
const require = regreenRequire(import.meta.url);

// src/workspace/disk-guard.ts
import { lstat, realpath } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
function isWithin(folder, path) {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
async function writeRefusal(root, path) {
  const target = join(root, path);
  const own = await lstat(target).catch(() => null);
  if (own?.isSymbolicLink()) return `${path} is a symbolic link, which is never written through.`;
  if (own?.isDirectory()) return `${path} is a folder.`;
  if (own !== null && !own.isFile()) return `${path} is not a regular file.`;
  const parent = await nearestFolder(root, dirname(target));
  if (parent.file !== null) return `${relative(root, parent.file)} is a file, so ${path} cannot be created below it.`;
  return parent.real === parent.path ? null : `${path} goes through a symbolic link, which is never written through.`;
}
async function nearestFolder(root, from) {
  for (let path = from; ; path = dirname(path)) {
    const found = await lstat(path).catch(() => null);
    if (found === null && isWithin(root, dirname(path))) continue;
    if (found !== null && !found.isDirectory() && !found.isSymbolicLink()) return { path, real: path, file: path };
    return { path, real: await realpath(path).catch(() => ""), file: null };
  }
}
async function readablePath(root, path, checkout) {
  const real = await realpath(join(root, path)).catch(() => null);
  if (real === null) return `${path} does not exist. List files with scan.`;
  const inside = isWithin(root, real);
  const folder = inside ? root : checkout;
  const segments = relative(folder, real).split(sep);
  if (!inside && !(isWithin(checkout, real) && segments.includes("node_modules"))) {
    return `${path} is a symbolic link that leads out of the repository.`;
  }
  if (segments.some((segment) => segment.toLowerCase() === ".git")) return `${path} is inside of .git, which is never read or written.`;
  if (!inside && basename(real).startsWith(".env")) return `${path} is not part of the repository.`;
  const found = await lstat(real);
  if (found.isDirectory()) return `${path} is a folder: list it with scan and the glob ${path}/**.`;
  return found.isFile() ? { real } : `${path} is not a regular file.`;
}

export {
  isWithin,
  writeRefusal,
  readablePath
};
//# sourceMappingURL=chunk-ZMXWFEJ7.js.map
