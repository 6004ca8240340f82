/** Part of the worker: each run finds the tree as the first did, whatever the one before it has left there. */
export const tidySource = String.raw`
  // ---- what runs leave on disk ----
  const { readdirSync, lstatSync, rmSync } = fs;
  const clock = Date.now;
  // A tree with more folders takes too long to look through.
  const mostFolders = 2000;
  // Two changes within so many milliseconds may have the same time.
  const sameTime = 100;
  /** By path of the folder: the names in it at the start, and its time when there were no others; null where nobody asked for it. */
  let standing = null;
  /** Files of the red tree that the tests write over. */
  let disturbed = [];

  function rememberTree() {
    let asked = null;
    try { asked = parse(readFileSync(dir + '/tidy.json', 'utf8')); } catch (error) { return; }
    const kept = new RegExp(asked[0]);
    const found = new Map();
    const folders = [root];
    for (let at = 0; at < folders.length; at += 1) {
      if (folders.length > mostFolders) return;
      let entries = [];
      try { entries = readdirSync(folders[at], { withFileTypes: true }); } catch (error) { continue; }
      found.set(folders[at], { names: new Set(entries.map((entry) => entry.name)), at: null });
      for (const entry of entries) if (entry.isDirectory() && !kept.test(entry.name)) folders.push(folders[at] + '/' + entry.name);
    }
    disturbed = asked.slice(1).flatMap((name) => {
      const file = root + '/' + name;
      try { return [{ file: file, bytes: readFileSync(file), time: lstatSync(file).mtimeMs }]; } catch (error) { return []; }
    });
    standing = { folders: found, kept: kept };
  }

  function tidy() {
    if (standing === null) return;
    for (const [folder, known] of standing.folders) {
      try {
        if (known.at !== null && lstatSync(folder).mtimeMs === known.at) continue;
        for (const name of readdirSync(folder)) {
          if (!known.names.has(name) && !standing.kept.test(name)) removeLeft(folder + '/' + name);
        }
        const time = lstatSync(folder).mtimeMs;
        known.at = clock() - time > sameTime ? time : null;
      } catch (error) {}
    }
    for (const known of disturbed) {
      try {
        if (written.has(known.file) || lstatSync(known.file).mtimeMs === known.time) continue;
      } catch (error) {}
      try {
        writeFileSync(known.file, known.bytes);
        known.time = lstatSync(known.file).mtimeMs;
      } catch (error) {}
    }
  }

  /** What a candidate has made is none of it. */
  function removeLeft(file) {
    for (const own of written) if (own === file || own.startsWith(file + '/')) return;
    try { rmSync(file, { recursive: true, force: true }); } catch (error) {}
  }
`;
