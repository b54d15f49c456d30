"""Runs the command in a process of its own that may not leave its project: 1 GiB of memory, little time, and a hook that
notes every file, network address and process that it reaches for."""

import json
import os
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
MEMORY = 1 << 30
SECONDS = 10.0

# What Python and its libraries may read: themselves, and what the run is about. Writing is for some folders of the project
# alone, and for the place beside one where it is written first.
_GUARD = """
import json, os, sys, sysconfig
project, report = os.path.realpath(sys.argv[1]), int(sys.argv[2])
sources, writable = json.loads(sys.argv[6])
writable = [os.path.join(project, name) for name in (*writable, f".{os.getpid()}.part", f".{os.getpid()}.old")]
own = [project, *(os.path.realpath(sysconfig.get_path(name)) for name in ("stdlib", "platstdlib", "purelib", "platlib"))]
own += [os.path.realpath(path) for path in (sys.prefix, sys.base_prefix, sys.argv[3], *sources)]
seen, first = [], os.getpid()
def reach(what):
    seen.append(what)
    if os.getpid() != first:
        os._exit(70)  # a worker: what it does not deliver is made again, and seen, in the first process
def inside(path, folders):
    return any(path == folder or path.startswith(folder + os.sep) for folder in folders)
def hook(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        path = os.path.realpath(os.fsdecode(arguments[0]))
        writes = isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if not inside(path, writable if writes else own):
            if path != "/dev/null":
                reach(f"{'wrote' if writes else 'read'} {path}")
    elif event.split(".")[0] in ("socket", "subprocess", "ftplib", "urllib", "smtplib", "webbrowser", "pty"):
        reach(event)
    elif event in ("os.exec", "os.forkpty", "os.posix_spawn", "os.spawn", "os.system", "os.startfile"):
        reach(event)
    elif event in ("os.remove", "os.rename", "os.rmdir", "os.mkdir", "shutil.rmtree", "os.link", "os.symlink", "os.chmod"):
        paths = [os.fsdecode(a) for a in arguments if isinstance(a, (str, bytes)) and a]
        paths = [os.path.realpath(path) for path in paths]
        if not all(inside(path, writable) or (path == project and event == "os.mkdir") for path in paths):
            reach(f"{event} {paths}")
sys.dont_write_bytecode = True
sys.addaudithook(hook)
try:
    exec(sys.argv[5])
finally:
    os.write(report, json.dumps(sorted(set(seen))).encode())
"""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended: exit code (negative: killed by that signal), what it printed, and what it reached for."""

    code: int
    out: str
    err: str
    reached: list[str]


_BOOKLET = "from booklet.cli import main; main(json.loads(sys.argv[4]))"


def guarded(
    project: Path,
    *words: str,
    program: str = _BOOKLET,
    sources: tuple[Path, ...] = (),
    writable: tuple[str, ...] = ("out",),
    seconds: float = SECONDS,
) -> Ended:
    """Run `booklet` with these words, or another `program`, that may read the project and the `sources`, and write into the
    folders of the project that are `writable`. Raises TimeoutExpired when it takes longer than it may."""
    allowed = json.dumps([[str(path) for path in sources], writable])
    read, write = os.pipe()
    try:
        done = subprocess.run(
            [sys.executable, "-c", _GUARD, str(project), str(write), str(ROOT), json.dumps(words), program, allowed],
            check=False, capture_output=True, timeout=seconds, pass_fds=(write,), stdin=subprocess.DEVNULL,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
            env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"},
        )  # fmt: skip
        os.close(write)
        write = -1
        report = b"".join(iter(lambda: os.read(read, 65536), b""))
    finally:
        os.close(read)
        if write >= 0:
            os.close(write)
    out, err = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
    return Ended(done.returncode, out, err, json.loads(report or b"[]"))
