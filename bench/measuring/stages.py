"""A project → the milliseconds of CPU time of every stage of `booklet make --no-cache` in one process, as JSON.

usage: python bench/measuring/stages.py FOLDER

The functions that the whole run is made of are replaced by such as count their time: the program itself has no clocks. Time
inside of one stage that another one takes counts for the other. What is left is starting: Python, imports that no stage waits
for, and the command line.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

from booklet import bind_book, cli, judge_program, make, set_book
from booklet.reading import read_talks
from booklet.typesetting import settle

STAGES = (
    "starting",
    "reading",
    "checking",
    "styling and fonts",
    "setting",
    "page numbers",
    "binding",
    "proofing",
    "writing",
)


class Clock:
    """CPU time by stage."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self._stages: list[str] = ["starting"]
        self._since = 0.0  # CPU time counts from the start of the process

    def _turn(self) -> None:
        now = time.process_time()
        self.spent[self._stages[-1]] += now - self._since
        self._since = now

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            self._turn()
            self._stages.append(stage)
            try:
                return function(*given, **named)
            finally:
                self._turn()
                self._stages.pop()

        return call

    def stop(self) -> dict[str, float]:
        """Milliseconds by stage."""
        self._turn()
        return {stage: self.spent[stage] * 1000 for stage in STAGES}


def watch(clock: Clock) -> None:
    """Count the time of every stage, in a run that starts no other processes. Setting takes in composing: sections are
    composed one by one as they are set. What is set a second time is so for the sake of page numbers."""
    for starting in (read_talks, set_book, bind_book):
        starting.useful_workers = lambda: 0
    parts = (
        (set_book, "reading", ("read_project", "with_pictures")),
        (set_book, "checking", ("doubtful_figures", "_fits")),
        (judge_program, "checking", ("check", "missing_labels", "unset_formulas")),
        (set_book, "styling and fonts", ("load_style", "Letters", "load_labels")),
        (judge_program, "styling and fonts", ("lacks", "missing_characters")),
        (set_book, "setting", ("_covers", "settle")),
        (settle, "page numbers", ("_set_again",)),
        (bind_book, "binding", ("place_pieces", "_bound")),
        (bind_book, "proofing", ("prove", "_examine")),
        (make, "checking", ("unaccepted", "idle")),
        (make, "writing", ("write_whole",)),
    )
    for module, stage, names in parts:
        for name in names:
            setattr(module, name, clock.timed(stage, getattr(module, name)))


def main(folder: str) -> None:
    clock = Clock()
    watch(clock)
    try:
        cli.main(["make", folder, "-q", "--no-cache"])
    except SystemExit as end:
        if end.code:
            raise
    print(json.dumps(clock.stop()))


if __name__ == "__main__":
    main(sys.argv[1])
