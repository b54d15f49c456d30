"""Turns what pypdf logs while it reads a file into a list, so that nothing of it reaches the terminal."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


@contextmanager
def complaints() -> Iterator[list[str]]:
    """The list grows while the file is read; pypdf logs where a file breaks the rules and could be read all the same."""
    listener = _Listener()
    logger = logging.getLogger("pypdf")
    propagate = logger.propagate
    logger.addHandler(listener)
    logger.propagate = False
    try:
        yield listener.heard
    finally:
        logger.propagate = propagate
        logger.removeHandler(listener)
