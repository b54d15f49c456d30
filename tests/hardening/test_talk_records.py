"""What was read of a talk's file is the same after it was a record, whatever stands in the file; what is no record is known
for none."""

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mutated import CHANGES, FUZZED, Change, mutated

from booklet.codes import TOO_LARGE
from booklet.finding import Finding
from booklet.model.talk import HEAD, TEXT, Talk
from booklet.picture import PdfObject, Picture
from booklet.place import Place
from booklet.plain_dataclasses import replace
from booklet.reading.read_names import People, Shared
from booklet.reading.read_talk import TalkReading, read_talk
from booklet.reading.record_cache import UNREADABLE
from booklet.reading.talk_record import packed, unpacked

ROOT = Path(__file__).parents[2]
FILE = "content/talks/ada.md"
SHARED = Shared(
    "en-US",
    {"uni": "University of Ulm", "eth": "ETH"},
    {"uni": Place("content/affiliations.yaml", 2, 6, 9), "eth": Place("content/affiliations.yaml", 3, 6, 9)},
    People({"a. lovelace": "Ada Lovelace"}, ()),
    {"\\norm": "\\lVert #1 \\rVert"},
)
WHOLE = r"""---
title: On *engines* of order $n^2$
id: engines
short-title: Engines
authors:
  - {name: A. Lovelace, affiliations: [uni, own], presenting: true}
  - {name: Blaise Pascal, affiliations: [uny, "Port-Royal, Paris"]}
affiliations: {own: Analytical Society, unused: Nobody}
language: de
status: moved
keywords: [cards, "\u202emills"]
figures:
  - {file: figures/engine.png, caption: The **mill**, alt: A mill, width: 37.5%}
  - figures/plan.pdf
macros:
  \E: \mathbb{E}
references: ['L. Menabrea, *Notions*, 1842, doi:10.1000/1', Another]
funding: By the **Crown**
links: [{label: Slides, address: https://example.org/a}, https://example.org/b]
kind: poster
track: Machines
board: P12
wrong: key
translation: {language: fr, title: Sur les *machines*, abstract: "Une phrase. $\\E x$"}
---

A paragraph with $\norm{x} = \E y$ and \unknown, H~2~O and a [link](https://example.org/c).

- one
  1. two

$$ \sum_i x_i $$

which goes on; exam-
ple, and “quotes”.
""".encode()
SMALL = b"---\ntitle: T\n---\n"


def read(data: bytes, name: str = "ada", before: int = 0) -> tuple[TalkReading, list[Finding]]:
    findings = [Finding(TOO_LARGE, "x")] * before
    reading = read_talk(data, f"content/talks/{name}.md", name, SHARED, findings)
    return reading, findings[before:]


def check(data: bytes, name: str = "ada") -> None:
    """A record of what was read is equal to it in everything that anybody can ask."""
    reading, findings = read(data, name)
    again, found = unpacked(packed(reading, findings, f"content/talks/{name}.md"), f"content/talks/{name}.md")
    assert (again, found) == (reading, findings)
    assert (repr(again.talk), repr(found)) == (repr(reading.talk), repr(findings))  # True is no 1
    assert all(one.code is other.code for one, other in zip(found, findings, strict=True))
    if reading.talk and again.talk:
        places = [(reading.talk.places, again.talk.places)]
        places += [(one.places, two.places) for one, two in zip(reading.talk.figures, again.talk.figures, strict=True)]
        for before, after in places:
            for path in [(), ("not", "there"), *(path for path, _ in before.parts)]:
                assert after.of(*path) == before.of(*path)
                assert after.of(*path, "deeper") == before.of(*path, "deeper")


@FUZZED
@given(CHANGES)
def test_any_file(changes: list[Change]) -> None:
    check(mutated(WHOLE, changes))


@FUZZED
@given(st.text(), st.text(st.characters(exclude_characters="/\0"), min_size=1, max_size=9))
def test_any_abstract_in_any_file(abstract: str, name: str) -> None:
    check(SMALL + abstract.encode("utf-8", "surrogatepass"), name)


def test_a_file_with_everything() -> None:
    reading, findings = read(WHOLE)
    talk = reading.talk
    assert talk
    assert all(getattr(talk, name) for name in talk.__match_args__)
    assert talk.translation
    assert talk.translation.abstract
    assert talk.figures[0].width
    assert reading.used == {"uni", "Port-Royal, Paris"}
    assert {place.file for _, place in talk.places.parts} == {FILE, "content/affiliations.yaml"}
    assert findings
    check(WHOLE)


@pytest.mark.parametrize("data", [b"", b"x", b"\xff", b"---\n", b"---\n---\n", b"---\ntitle: [\n---\nx", SMALL])
def test_a_file_with_little(data: bytes) -> None:
    check(data)


@pytest.mark.parametrize("file", sorted(ROOT.glob("**/content/talks/*.md"))[::7], ids=lambda file: file.stem)
def test_real_files(file: Path) -> None:
    check(file.read_bytes(), file.stem)


def test_a_file_name_that_is_no_text() -> None:
    check(SMALL, "\udcff")


def again(data: bytes) -> Talk:
    """The talk of a file as it comes from its record."""
    talk = unpacked(packed(*read(data), FILE), FILE)[0].talk
    assert talk
    return talk


def test_what_is_not_asked_for_stays_packed() -> None:
    talk, whole = again(WHOLE), read(WHOLE)[0].talk
    assert talk.title
    for name in ("authors", "abstract", "places"):
        with pytest.raises(AttributeError):
            object.__getattribute__(talk, name)
    assert whole
    assert talk.funding == whole.funding
    assert object.__getattribute__(talk, "abstract") == whole.abstract
    with pytest.raises(AttributeError):
        object.__getattribute__(talk, "places")
    assert talk == whole
    with pytest.raises(AttributeError, match="a talk has no pages"):
        talk.pages  # type: ignore[attr-defined]  # noqa: B018


def test_every_field_is_in_one_part() -> None:
    assert sorted((*HEAD, *TEXT, "places")) == sorted(
        {*Talk.__match_args__, "author_count", "has_abstract", "has_more"}
    )


@pytest.mark.parametrize("data", [WHOLE, SMALL, SMALL + b"Words.", b"---\ntitle: T\nfunding: F\n---\n"])
def test_what_there_is_is_known_at_once(data: bytes) -> None:
    talk, whole = again(data), read(data)[0].talk
    assert whole
    assert (talk.has_abstract, talk.has_more) == (whole.has_abstract, whole.has_more)
    assert talk.author_count == whole.author_count == len(talk.authors)
    assert talk.has_abstract == bool(talk.abstract)
    assert talk.has_more == bool(talk.references or talk.funding or talk.translation)


def test_pictures_leave_a_talk_packed() -> None:
    picture = Picture(1.0, 2.0, (PdfObject((b"<<>>",), b"data"),), (1, 2))
    talk, whole = again(WHOLE), read(WHOLE)[0].talk
    assert whole
    shown = talk.illustrated([picture, None])
    assert [figure.picture for figure in shown.figures] == [picture, None]
    with pytest.raises(AttributeError):
        object.__getattribute__(shown, "abstract")
    assert shown.packed is talk.packed
    assert shown == whole.illustrated([picture, None]) != talk
    assert replace(shown, board="P1").packed is None


@pytest.mark.parametrize(
    ("old", "new", "parts"),
    [
        (b"On *engines*", b"Of *engines*", "head"),
        (b"board: P12", b"board: P13", "head"),
        (b"A paragraph", b"B paragraph", "text"),
        (b"By the", b"Of the", "text"),
        (b"Une phrase", b"Uno phrase", "text"),
        (b"wrong: key\n", b"wrong: key\n\n", "places"),
        (b"wrong: key\n", b"wrong:  key\n", ""),
        (b"short-title: Engines\n", b"", "head places"),
        (b"funding: By the **Crown**\n", b"", "text places"),
    ],
)
def test_digests_tell_what_changed(old: bytes, new: bytes, parts: str) -> None:
    changed = WHOLE.replace(old, new)
    assert changed != WHOLE
    one, other = again(WHOLE).packed, again(changed).packed
    assert one
    assert other
    differing = [name for name in one.digests._fields if getattr(one.digests, name) != getattr(other.digests, name)]
    assert differing == parts.split()


@FUZZED
@given(CHANGES)
def test_any_bytes_are_a_record_or_none(changes: list[Change]) -> None:
    record = mutated(packed(*read(WHOLE), FILE), changes)
    try:
        reading, findings = unpacked(record, FILE)
    except UNREADABLE:
        return
    assert isinstance(reading, TalkReading)
    assert all(isinstance(finding, Finding) for finding in findings)


def test_a_record_that_is_cut_off_is_none() -> None:
    record = packed(*read(WHOLE), FILE)
    for length in range(len(record)):
        with pytest.raises(UNREADABLE):
            unpacked(record[:length], FILE)


@pytest.mark.parametrize(
    "head",
    [b"", b"null", b"[]", b"[1,2,3]", b"{}", b'[["a",[],[["X999","m",null,null,[],[],null]]],null]', b'[["a",[],[]],[]]',
     b'[["a",[],[["C001","m",[1,2,3,4,5],null,[],[],null]]],null]', b'[["a",[[1]],[]],null]', b"[" * 100_000],
)  # fmt: skip
def test_what_is_no_record(head: bytes) -> None:
    for record in (head, struct.pack(">4I48x", len(head), 0, 0, 0) + head):
        with pytest.raises(UNREADABLE):
            unpacked(record, FILE)
