/** Part of the fork server: each run finds the tree as the first did, whatever the one before it has left there. */
export const forkTidySource = String.raw`
# More folders take too long to look at behind each candidate: those nearest to the root are.
MOST_FOLDERS = 200
# Two changes within so many seconds may have the same time.
SAME_TIME = 0.1


class Standing:
    """What stood in the tree at the start."""

    def __init__(self, folder, root):
        self.root = root
        self.folders = {}
        self.disturbed = {}
        try:
            with open(os.path.join(folder, "tidy.json"), encoding="utf-8") as file:
                pattern, *names = json.load(file)
        except (OSError, ValueError):
            return
        self.kept = re.compile(pattern)
        folders = [root]
        for path in folders:
            if len(self.folders) >= MOST_FOLDERS:
                break
            entries = entries_of(path)
            if entries is None:
                continue
            self.folders[path] = [{entry.name for entry in entries}, None]
            folders += [entry.path for entry in entries if entry.is_dir(follow_symlinks=False) and not self.kept.search(entry.name)]
        for name in names:
            path = os.path.join(root, name)
            try:
                if not is_plain(path):
                    continue
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
                for entry in entries_of(folder) or []:
                    if entry.name not in known[0] and not self.kept.search(entry.name):
                        self.remove(entry, own)
                changed = os.lstat(folder).st_mtime_ns
                known[1] = changed if time.time() - changed / 1e9 > SAME_TIME else None
            except OSError:
                pass
        for path, known in self.disturbed.items():
            if path in own:
                continue
            try:
                if is_plain(path) and os.lstat(path).st_mtime_ns == known[1]:
                    continue
                self.clear_way(path)
                os.makedirs(os.path.dirname(path), exist_ok=True)
                if not is_where(os.path.dirname(path)):
                    continue
                with open(path, "wb") as file:
                    file.write(known[0])
                known[1] = os.lstat(path).st_mtime_ns
            except OSError:
                pass

    def clear_way(self, path):
        """Removes what stands where a file belongs, or one of its folders: a link, a pipe, a folder, a file."""
        at = self.root
        for part in os.path.relpath(path, self.root).split(os.sep):
            at = os.path.join(at, part)
            if not os.path.lexists(at):
                return
            is_folder = os.path.isdir(at) and not os.path.islink(at)
            if at == path and is_folder:
                return remove_folder(at)
            if not is_folder and (at != path or not is_plain(at)):
                return os.unlink(at)

    def remove(self, entry, own):
        if any(path == entry.path or path.startswith(entry.path + os.sep) for path in own):
            return
        if entry.is_dir(follow_symlinks=False):
            remove_folder(entry.path)
        else:
            os.unlink(entry.path)


def remove_folder(path):
    try:
        shutil.rmtree(path, ignore_errors=True)
    except RecursionError:
        pass


def is_where(path):
    """False behind a link: what that leads to is somebody else's."""
    return os.path.realpath(path) == path


def is_plain(path):
    return os.path.isfile(path) and not os.path.islink(path) and is_where(path)


def entries_of(folder):
    """None for what is no folder any more, cannot be read, or has come behind a link."""
    try:
        if not is_where(folder):
            return None
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return None

`;
