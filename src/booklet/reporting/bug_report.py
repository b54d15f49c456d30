"""An exception that nobody expected becomes one sentence, and a report with its traceback."""

import platform
import traceback
from pathlib import PurePath

from booklet import __version__
from booklet.expression import expression

_FILE = expression(r'File "([^"]+)"')
_KEPT = 3  # parts of a path: enough to find the file, too few to tell the user's name or folders


def bug_sentence(error: Exception) -> str:
    """What the user reads first: the kind of exception and where it arose, without its text, which may hold content."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" in {_short(frames[-1].filename)}, line {frames[-1].lineno}" if frames else ""
    return f"this is a bug in booklet {__version__} ({type(error).__name__}{where})"


def bug_report(error: Exception) -> str:
    """Versions and the whole traceback, its paths shortened to their last parts."""
    text = "".join(traceback.format_exception(error))
    short = _FILE.sub(lambda found: f'File "{_short(found[1])}"', text)
    return f"booklet {__version__}, Python {platform.python_version()}, {platform.system()}\n\n{short}"


def _short(filename: str) -> str:
    return "/".join(PurePath(filename).parts[-_KEPT:])
