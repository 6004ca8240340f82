/** Part of the fork server: each run finds the tree as the first did, whatever the one before it has left there. */
export const forkTidySource = String.raw`
# A tree with more folders takes too long to look through.
MOST_FOLDERS = 2000
# Two changes within so many seconds may have the same time.
SAME_TIME = 0.1


class Standing:
    """What stood in the tree at the start."""

    def __init__(self, folder, root):
        self.folders = {}
        self.disturbed = {}
        try:
            with open(os.path.join(folder, "tidy.json"), encoding="utf-8") as file:
                pattern, *names = json.load(file)
        except (OSError, ValueError):
            return
        self.kept = re.compile(pattern)
        folders = [root]
        found = {}
        for path in folders:
            if len(folders) > MOST_FOLDERS:
                return
            entries = entries_of(path)
            found[path] = [{entry.name for entry in entries}, None]
            folders += [entry.path for entry in entries if entry.is_dir(follow_symlinks=False) and not self.kept.search(entry.name)]
        self.folders = found
        for name in names:
            path = os.path.join(root, name)
            try:
                with open(path, "rb") as file:
                    self.disturbed[path] = [file.read(), os.lstat(path).st_mtime_ns]
            except OSError:
                pass

    def tidy(self, own):
        """Takes away what has come since, without the files of a candidate."""
        for folder, known in self.folders.items():
            try:
                if known[1] is not None and os.lstat(folder).st_mtime_ns == known[1]:
                    continue
                for entry in entries_of(folder):
                    if entry.name not in known[0] and not self.kept.search(entry.name):
                        self.remove(entry, own)
                changed = os.lstat(folder).st_mtime_ns
                known[1] = changed if time.time() - changed / 1e9 > SAME_TIME else None
            except OSError:
                pass
        for path, known in self.disturbed.items():
            try:
                if path in own or os.lstat(path).st_mtime_ns == known[1]:
                    continue
            except OSError:
                pass
            try:
                with open(path, "wb") as file:
                    file.write(known[0])
                known[1] = os.lstat(path).st_mtime_ns
            except OSError:
                pass

    def remove(self, entry, own):
        if any(path == entry.path or path.startswith(entry.path + os.sep) for path in own):
            return
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path, ignore_errors=True)
        else:
            os.unlink(entry.path)


def entries_of(folder):
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []

`;
