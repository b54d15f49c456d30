"""A number of talks → a project folder: an invented conference that `booklet make` takes without findings of its own."""

from datetime import date, timedelta
from pathlib import Path

from texts.invented import talks

_A_SESSION = 12
_SESSIONS_A_DAY = 2
_STARTS = ("9:00", "14:00")
_FIRST_DAY = date(2026, 9, 7)

_EVENT = """\
title: Conference of Invented Talks
topic: Measurement
language: en-US
zone: UTC
organizers: [{name: Noor Lindqvist, affiliation: Institute of Measurement}]
time-zones:
  Europe: [London, Berlin]
  Americas: [Denver, New York]
"""


def write_conference(folder: Path, count: int) -> None:
    """Write content/ with `count` talks, in sessions of twelve, two a day."""
    content = folder / "content"
    (content / "talks").mkdir(parents=True)
    (content / "event.yaml").write_text(_EVENT, "utf-8")
    files = list(talks(count))
    for name, data in files:
        (content / "talks" / name).write_bytes(data)
    ids = [name.removesuffix(".md") for name, _ in files]
    sessions = [ids[at : at + _A_SESSION] for at in range(0, count, _A_SESSION)]
    rows = [_session(number, own) for number, own in enumerate(sessions)]
    (content / "program.yaml").write_text("sessions:\n" + "".join(rows), "utf-8")


def _session(number: int, ids: list[str]) -> str:
    day = _FIRST_DAY + timedelta(days=number // _SESSIONS_A_DAY)
    items = "".join(f"      - {{talk: {talk}, minutes: 18 + 2}}\n" for talk in ids)
    return (
        f"  - id: session-{number + 1}\n    title: Session {number + 1}\n    date: {day}\n"
        f'    start: "{_STARTS[number % _SESSIONS_A_DAY]}"\n    items:\n{items}'
    )
