"""Turns flowables into a sheet of paper, and the sheet into a finished PDF and what a reader gets from it."""

import io
import json
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from pypdf import PdfReader

from booklet.binding.bind import Trim, bind
from booklet.binding.conformance import conformance
from booklet.binding.file_plan import FilePlan
from booklet.binding.metadata import Metadata
from booklet.flowable import Flowable
from booklet.lettering.font_program import font_program
from booklet.lettering.letters import Letters, Voice
from booklet.place import Place
from booklet.proofing.dump import dump
from booklet.proofing.text_runs import TextRun, text_runs
from booklet.structure import Element
from booklet.styling.load_style import load_style
from booklet.styling.style import Style
from booklet.typesetting.page_canvas import PageCanvas
from booklet.typesetting.placed_piece import PlacedPiece
from booklet.typesetting.set_piece import SetPiece

NOWHERE = Path("/nonexistent")
WIDTH, HEIGHT = 400.0, 600.0
INK = (0.0, 0.0, 0.0)


@cache
def style(paper: str = "A4") -> Style:
    found, findings = load_style("base", paper, NOWHERE, Place("content/booklet.yaml"))
    assert findings == ()
    assert found
    return found


@cache
def letters(language: str = "en-US") -> Letters:
    return Letters(style(), language)


def voice(size: float = 10.0, *, face: str = "serif", rise: float = 0.0, features: tuple[str, ...] = ()) -> Voice:
    return Voice(face, size, INK, rise, features)


def set_sheet(
    flowables: Sequence[Flowable], root: Element, width: float = 300.0, x: float = 50.0, *, mirrored: bool = False
) -> SetPiece:
    """One page with the flowables below each other from a height of 550 points, 10 apart."""
    canvas = PageCanvas(WIDTH, HEIGHT, mirrored=mirrored)
    canvas.add_destination("sheet", HEIGHT)
    y = 550.0
    for flowable in flowables:
        y -= flowable.wrap(width, y)[1]
        flowable.draw_on(canvas, x, y)
        y -= 10
    canvas.end_page()
    return canvas.piece("sheet", root)


def bound(pieces: Iterable[SetPiece | PlacedPiece], used: Letters, metadata: Metadata | None = None) -> bytes:
    """The pieces as a PDF file."""
    placed = tuple(
        piece if isinstance(piece, PlacedPiece) else PlacedPiece(piece, None, f"Bookmark {piece.key}")
        for piece in pieces
    )
    return bind(
        placed,
        Trim(WIDTH, HEIGHT),
        metadata or Metadata("A sheet", (), "en-US"),
        lambda key, codes: font_program(used.face_of_key(key), codes),
        FilePlan(conformance()),
    )


def said(pdf: bytes) -> list[str]:
    """The text of every run of the dump, without page headers."""
    lines = [line for line in dump(pdf).splitlines() if not line.startswith("page ")]
    return [json.loads(line[line.index('"') :]) for line in lines]


def runs_of(pdf: bytes, page: int = 0) -> list[TextRun]:
    """The text runs of one page."""
    one = PdfReader(io.BytesIO(pdf)).pages[page]
    contents = one.get_contents()
    assert contents is not None
    return text_runs(contents.get_data(), one["/Resources"], {})
