"""A program → a table of its talks as comma-separated values (RFC 4180), for spreadsheets and other programs."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import datetime

from booklet.model.program import Program, Slot
from booklet.model.rich_text import Block, RichText, plain
from booklet.model.talk import Talk
from booklet.time_zone import time_zone

_MARK = "\ufeff"  # Excel takes a file without it for Windows-1252
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what begins one in a spreadsheet


def table(program: Program) -> bytes:
    """A row for each place of a talk in the program, in its order; before them the talks that are in no session. Dates and
    times are on the clocks of the event, which the headers name. UTF-8 with a byte order mark.

    Before a cell that a spreadsheet would take for a formula stands an apostrophe; `booklet import` takes it away again.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    zone = program.event.zone
    rows = [_row(program, talk, slot) for talk, slot in _places(program)]
    headers = (
        "Id", "Title", "Authors", "Affiliations", "Presenting", "Session", "Date", f"Start ({zone})", f"End ({zone})", "Room",
        "Track", "Kind", "Board", "Status", "Language", "Keywords", "Abstract",
    )  # fmt: skip
    writer.writerows([headers, *([_no_formula(cell) for cell in row] for row in rows)])
    return f"{_MARK}{stream.getvalue()}".encode()


def _no_formula(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _places(program: Program) -> Iterator[tuple[Talk, Slot | None]]:
    placed = {item.talk.id for session in program.sessions for item in session.items if item.talk}
    yield from ((talk, None) for talk in program.talks if talk.id not in placed)
    for session in program.sessions:
        yield from ((item.talk, Slot(session, at)) for at, item in enumerate(session.items) if item.talk)


def _row(program: Program, talk: Talk, slot: Slot | None) -> tuple[str, ...]:
    session = slot.session if slot else None
    start, end = slot.times if slot else (None, None)
    clocks = time_zone(program.event.zone)
    begin = start.astimezone(clocks) if start else None
    return (
        talk.id,
        plain(talk.title),
        _joined(author.name for author in talk.authors),
        _affiliations(talk),
        _joined(author.name for author in talk.presenters),
        plain(session.title) if session else "",
        f"{begin.date() if begin else session.date if session else ''}",
        _clock(begin),
        _clock(end.astimezone(clocks) if end else None),
        _joined(session.rooms if session else ()),
        talk.track or (session.track if session else None) or "",
        talk.kind,
        talk.board or "",
        talk.status,
        talk.language or program.event.language,
        _joined(talk.keywords),
        _text(talk.abstract),
    )


def _joined(texts: Iterable[str]) -> str:
    """Texts with semicolons between them, and none inside."""
    return "; ".join(text.replace(";", ",") for text in texts)


def _affiliations(talk: Talk) -> str:
    """Those of each author in the order of the authors; once where all have the same."""
    each = [" / ".join(talk.affiliations[number - 1] for number in author.affiliations) for author in talk.authors]
    if len(each) == 1:
        return _joined(talk.affiliations)
    return each[0].replace(";", ",") if len(set(each)) == 1 else _joined(one or "–" for one in each)


def _clock(moment: datetime | None) -> str:
    return f"{moment:%H:%M}" if moment else ""


def _text(blocks: RichText) -> str:
    """The characters of an abstract: a blank line between paragraphs, items below each other with their markers."""
    text = ""
    before: Block | None = None
    for block in blocks:
        near = block.continued or (before is not None and before.kind == block.kind == "item")
        mark = f"{'  ' * block.depth}{block.marker} " if block.kind == "item" else ""
        text += ("" if before is None else "\n" if near else "\n\n") + mark + plain(block.spans)
        before = block
    return text
