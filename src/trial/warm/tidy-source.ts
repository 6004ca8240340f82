/** Part of the worker: each run finds the tree as the first did, whatever the one before it has left there. */
export const tidySource = String.raw`
  // ---- what runs leave on disk ----
  const { readdirSync, lstatSync, rmSync } = fs;
  const clock = Date.now;
  // More folders take too long to look at behind each candidate: those nearest to the root are.
  const mostFolders = 200;
  // Two changes within so many milliseconds may have the same time.
  const sameTime = 100;
  /** By path of the folder: the names in it at the start, and its time when there were no others; null where nobody asked for it. */
  let standing = null;
  /** Files of the red tree that the tests write over. */
  let disturbed = [];

  /** False behind a link: what that leads to is somebody else's. */
  const isWhere = (file) => realpathSync(file) === file;

  function rememberTree() {
    let asked = null;
    try { asked = parse(readFileSync(dir + '/tidy.json', 'utf8')); } catch (error) { return; }
    const kept = new RegExp(asked[0]);
    const found = new Map();
    const folders = [root];
    for (let at = 0; at < Math.min(folders.length, mostFolders); at += 1) {
      let entries = [];
      try { entries = readdirSync(folders[at], { withFileTypes: true }); } catch (error) { continue; }
      found.set(folders[at], { names: new Set(entries.map((entry) => entry.name)), at: null });
      for (const entry of entries) if (entry.isDirectory() && !kept.test(entry.name)) folders.push(folders[at] + '/' + entry.name);
    }
    disturbed = asked.slice(1).flatMap((name) => {
      const file = root + '/' + name;
      try {
        const found = lstatSync(file);
        return found.isFile() && isWhere(file) ? [{ file: file, bytes: readFileSync(file), time: found.mtimeMs }] : [];
      } catch (error) { return []; }
    });
    standing = { folders: found, kept: kept };
  }

  function tidy() {
    if (standing === null) return;
    for (const [folder, known] of standing.folders) {
      try {
        if (known.at !== null && lstatSync(folder).mtimeMs === known.at) continue;
        if (!isWhere(folder)) continue;
        for (const name of readdirSync(folder)) {
          if (!known.names.has(name) && !standing.kept.test(name)) removeLeft(folder + '/' + name);
        }
        const time = lstatSync(folder).mtimeMs;
        known.at = clock() - time > sameTime ? time : null;
      } catch (error) {}
    }
    for (const known of disturbed) {
      if (written.has(known.file)) continue;
      try {
        const found = lstatSync(known.file, { throwIfNoEntry: false });
        if (found !== undefined && found.isFile() && found.mtimeMs === known.time && isWhere(known.file)) continue;
        clearWay(known.file);
        mkdirSync(path.dirname(known.file), { recursive: true });
        if (!isWhere(path.dirname(known.file))) continue;
        writeFileSync(known.file, known.bytes);
        known.time = lstatSync(known.file).mtimeMs;
      } catch (error) {}
    }
  }

  /** Removes what stands where a file belongs, or one of its folders: a link, a pipe, a folder, a file. */
  function clearWay(file) {
    for (let end = file.indexOf('/', root.length + 1); ; end = file.indexOf('/', end + 1)) {
      const part = end < 0 ? file : file.slice(0, end);
      const found = lstatSync(part, { throwIfNoEntry: false });
      if (found === undefined) return;
      if (end < 0 ? found.isFile() : found.isDirectory()) {
        if (end < 0) return;
        continue;
      }
      rmSync(part, { recursive: true, force: true });
      return;
    }
  }

  /** What a candidate has made is none of it. */
  function removeLeft(file) {
    for (const own of written) if (own === file || own.startsWith(file + '/')) return;
    try { rmSync(file, { recursive: true, force: true }); } catch (error) {}
  }
`;
