"""What `make` says about its stages becomes one rewritten line of a terminal, or a line for each stage."""

from collections.abc import Callable

PATIENCE = 1.0  # seconds of silence before the line appears
CLEAR = "\r\x1b[K"  # to the start of the line, then erase to its end (ECMA-48: CR, EL)

Progress = Callable[[str, int, int], None]


def rewritten(write: Callable[[str], None], clock: Callable[[], float]) -> Progress:
    """Progress on one line that is written over, once PATIENCE is over, and cleared at the end of each stage.

    `clock` gives seconds.
    """
    begun = clock()

    def tell(stage: str, done: int, total: int) -> None:
        if clock() - begun >= PATIENCE:
            write(f"{CLEAR}{stage} {done}/{total}" if done < total else CLEAR)

    return tell


def listed(write: Callable[[str], None], clock: Callable[[], float]) -> Progress:
    """Progress as a line for each stage, with the seconds since the start at which it began."""
    begun = clock()
    stages: list[str] = []

    def tell(stage: str, _done: int, _total: int) -> None:
        if stage not in stages:
            stages.append(stage)
            write(f"{clock() - begun:6.2f} s  {stage}\n")

    return tell


def silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody asked for."""
