"""Parts without pages of talks say of talks no more than their heads: an edit of an abstract leaves them as they are."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple, NoReturn

import pytest

from booklet.composing.labels import load_labels
from booklet.composing.sections import SECTIONS, compose_part
from booklet.lettering.letters import Letters
from booklet.model.program import Program
from booklet.model.session import Session
from booklet.model.talk import HEAD, Talk, TalkDigests, talk_of
from booklet.page_map import PageMap
from booklet.plain_dataclasses import replace
from booklet.reading.read_project import read_project
from booklet.styling.load_style import load_style
from booklet.typesetting.made import made

ROOT = Path(__file__).parents[2]
PROJECTS = sorted({file.parents[1] for file in ROOT.glob("**/content/program.yaml") if ".venv" not in file.parts})


PARTS = sorted(SECTIONS.keys() - {"abstracts", "keynotes"})


class Sealed(NamedTuple):
    """What nobody can unpack."""

    digests: TalkDigests = TalkDigests(b"", b"", b"")

    def unpacked(self, name: str) -> NoReturn:
        raise AssertionError(f"somebody asks for {name}")


def sealed(program: Program) -> Program:
    """The program with nothing but the heads of its talks."""
    heads = {talk.id: talk_of({name: getattr(talk, name) for name in HEAD}, Sealed()) for talk in program.talks}

    def of_session(session: Session) -> Session:
        items = (replace(item, talk=item.talk and heads[item.talk.id]) for item in session.items)
        return replace(session, items=tuple(items))

    return replace(program, talks=tuple(heads.values()), sessions=tuple(map(of_session, program.sessions)))


def set_parts(program: Program, folder: Path, names: Iterable[str]) -> list[object]:
    """All that is on the pages of these parts."""
    nowhere = program.settings.places.record
    style, _ = load_style(program.settings.style or "base", program.settings.paper, folder, nowhere, nowhere)
    assert style
    letters, labels = Letters(style, program.event.language), load_labels(program.event.language)
    return [
        made(section, style).piece
        for name in names
        for section in compose_part(name, program, letters, labels, PageMap())
    ]


@pytest.mark.parametrize("folder", PROJECTS, ids=lambda folder: folder.name)
def test_heads_are_enough(folder: Path) -> None:
    program, _ = read_project(folder)
    assert program
    assert set_parts(sealed(program), folder, PARTS) == set_parts(program, folder, PARTS)


def test_abstracts_take_more() -> None:
    folder = ROOT / "examples" / "conference"
    program, _ = read_project(folder)
    assert program
    with pytest.raises(AssertionError, match="somebody asks for"):
        set_parts(sealed(program), folder, ["abstracts"])


def test_a_head_is_all_but_text_and_places() -> None:
    """What a new field of a talk belongs to has to be said."""
    assert {"title", "authors", "board"} < set(HEAD)
    assert {"abstract", "places", "translation"}.isdisjoint(HEAD)
    assert set(HEAD) < {*Talk.__match_args__, "author_count", "has_abstract", "has_more"}
