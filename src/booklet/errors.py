"""Exceptions: the run cannot go on. What is wrong with the user's content is a finding instead (finding.py)."""


class BookletError(Exception):
    """The run ends here. The message is one sentence for the user; `exit_code` is what the command returns."""

    exit_code = 4


class WrongUseError(BookletError):
    """The command was called with something it cannot take."""

    exit_code = 2


class FileError(BookletError):
    """A file or folder cannot be read or written."""

    exit_code = 3


class DefectError(BookletError):
    """A bug of ours: a promise inside the program was broken, or the finished PDF fails its own check."""

    exit_code = 4
