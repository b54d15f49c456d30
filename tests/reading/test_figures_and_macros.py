"""Figures and macros of talks and of the event: what may be written, and what is said about the rest."""

from pathlib import Path

import pytest
from small_project import EVENT, TALK, read, short

from booklet.finding import Finding
from booklet.model.rich_text import Span, plain
from booklet.model.talk import Figure, Talk
from booklet.place import Places
from booklet.reading.read_event import read_event
from booklet.reading.read_macros import read_macros
from booklet.yaml_file import read_yaml

FILE = "content/talks/ada.md"


def with_keys(text: str) -> str:
    """The talk with more front matter, from line 3 on."""
    return TALK.replace("title: On engines\n", f"title: On engines\n{text}\n")


def talk_of(folder: Path, keys: str, *, event: str = EVENT) -> tuple[Talk, tuple[Finding, ...]]:
    files = {"talks/ada.md": with_keys(keys), "event.yaml": event}
    program, findings = read(folder, dict(files))
    assert program
    return program.talks[0], findings


def values(figure: Figure) -> tuple[str, str | None, str, float | None]:
    return figure.file, figure.alt, plain(figure.caption), figure.width


class TestFigures:
    @pytest.mark.parametrize(
        ("written", "expected"),
        [
            ("figures: figures/a.png", [("content/figures/a.png", None, "", None)]),
            ("figures: [a.png, b.pdf]", [("content/a.png", None, "", None), ("content/b.pdf", None, "", None)]),
            ("figures: {file: a.png}", [("content/a.png", None, "", None)]),
            (
                "figures: [{file: a.png, alt: '  A  map ', caption: 'A *map* of H~2~O', width: 60 %}, b.jpg]",
                [("content/a.png", "A map", "A map of H2O", 0.6), ("content/b.jpg", None, "", None)],
            ),
            ("figures: {file: a.png, width: 0.25}", [("content/a.png", None, "", 0.25)]),
            ("figures: {file: a.png, width: 100%}", [("content/a.png", None, "", 1.0)]),
            ("figures:", []),
        ],
    )  # fmt: skip
    def test_all_forms(self, tmp_path: Path, written: str, expected: list[object]) -> None:
        talk, findings = talk_of(tmp_path, written)
        assert [values(figure) for figure in talk.figures] == expected
        assert short(findings) == []

    def test_a_caption_keeps_its_markup(self, tmp_path: Path) -> None:
        talk, _ = talk_of(tmp_path, "figures: {file: a.png, caption: 'A *map*'}")
        assert talk.figures[0].caption == (Span("A "), Span("map", emphasis=True))

    @pytest.mark.parametrize(
        ("written", "found", "count"),
        [
            ("figures: {file: ../a.png}", ["C011 content/talks/ada.md:3:17"], 0),
            ("figures: {file: /etc/passwd}", ["C011 content/talks/ada.md:3:17"], 0),
            ("figures: [a.png, https://x.org/a.png]", ["C011 content/talks/ada.md:3:18"], 1),
            ("figures: {file: a.png, width: 60}", ["C016 content/talks/ada.md:3:31"], 1),
            ("figures: {file: a.png, width: 0 %}", ["C016 content/talks/ada.md:3:31"], 1),
            ("figures: {file: a.png, width: wide}", ["C016 content/talks/ada.md:3:31"], 1),
            ("figures: {alt: A map}", ["C015 content/talks/ada.md:3:11"], 0),
            ("figures: {file: a.png, legend: Map}", ["C014 content/talks/ada.md:3:24"], 1),
            ("figure: a.png", ["C014 content/talks/ada.md:3:1"], 1),
            (f"figures: [{', '.join(f'{n}.png' for n in range(21))}]", ["C007 content/talks/ada.md:3:1"], 0),
            (f"figures: {{file: a.png, caption: {'x' * 2001}}}", ["C007 content/talks/ada.md:3:33"], 1),
        ],
    )
    def test_what_is_not_taken(self, tmp_path: Path, written: str, found: list[str], count: int) -> None:
        talk, findings = talk_of(tmp_path, written)
        assert short(findings) == found
        assert findings[0].talk == "ada"
        assert len(talk.figures) == count

    def test_places_are_those_of_the_words(self, tmp_path: Path) -> None:
        talk, _ = talk_of(tmp_path, "figures:\n  - a.png\n  - {file: b.png, width: 50 %}")
        first, second = talk.figures
        assert str(first.places.of("file")) == f"{FILE}:4:5"
        assert str(second.places.of("file")) == f"{FILE}:5:12"
        assert str(second.places.of("width")) == f"{FILE}:5:26"
        assert str(second.places.of("alt")) == f"{FILE}:5:5"

    def test_one_text_for_the_list_has_its_place(self, tmp_path: Path) -> None:
        talk, _ = talk_of(tmp_path, "figures: a.png")
        assert str(talk.figures[0].places.of("file")) == f"{FILE}:3:10"


class TestUnusedFigures:
    def found(self, folder: Path, keys: str, *names: str, booklet: str | None = None) -> list[str]:
        files = {f"figures/{name}": b"" for name in names}
        _, findings = read(folder, {"talks/ada.md": with_keys(keys), "booklet.yaml": booklet, **files})
        return short(findings)

    def test_are_named(self, tmp_path: Path) -> None:
        names = ("a.png", "b.PNG", "more/c.pdf", "more/d.jpeg")
        assert self.found(tmp_path, "figures: [figures/a.png, figures/more/c.pdf]", *names) == [
            "C030 content/figures/b.PNG:1:1",
            "C030 content/figures/more/d.jpeg:1:1",
        ]

    def test_what_they_are_made_from_is_no_figure(self, tmp_path: Path) -> None:
        assert self.found(tmp_path, "", "a.svg", "plot.py", ".hidden.png", "README") == []

    def test_covers_use_them_too(self, tmp_path: Path) -> None:
        assert self.found(tmp_path, "", "a.png", booklet="covers: {logo: figures/a.png}\n") == []

    def test_nobody_knows_where_a_talk_has_errors(self, tmp_path: Path) -> None:
        assert self.found(tmp_path, "figures: {fle: figures/a.png, width: 7}", "a.png", "b.png") == [
            "C014 content/talks/ada.md:3:11",
            "C016 content/talks/ada.md:3:38",
        ]


class TestMacros:
    def event_macros(self, text: str) -> tuple[dict[str, str], list[str]]:
        node, _ = read_yaml(f"{EVENT}{text}".encode(), "content/event.yaml")
        findings: list[Finding] = []
        macros = read_event(node, "content/event.yaml", findings).macros
        return macros, short(tuple(findings))

    @pytest.mark.parametrize(
        ("written", "expected"),
        [
            ("macros: {eps: \\varepsilon}", {"\\eps": "\\varepsilon"}),
            ("macros: {\\eps: \\varepsilon}", {"\\eps": "\\varepsilon"}),
            ("macros:\n  Norm: '\\lVert #1 \\rVert'", {"\\Norm": "\\lVert #1 \\rVert"}),
            ("macros: {nothing: ''}", {"\\nothing": ""}),
            ("macros: {nothing: }", {}),
            ("macros:\n  long: |\n    a\n    b", {"\\long": "a b"}),
        ],
    )
    def test_a_name_with_or_without_its_backslash(self, written: str, expected: dict[str, str]) -> None:
        assert self.event_macros(written) == (expected, [])

    @pytest.mark.parametrize(
        ("written", "found", "kept"),
        [
            ("macros: {eps1: x, y: z}", ["C016 content/event.yaml:3:10"], ["\\y"]),
            ("macros: {a_b: x}", ["C016 content/event.yaml:3:10"], []),
            ("macros: {\\\\eps: x}", ["C016 content/event.yaml:3:10"], []),
            ("macros: {é: x}", ["C016 content/event.yaml:3:10"], []),
            (f"macros: {{{'a' * 61}: x}}", ["C016 content/event.yaml:3:10"], []),
            (f"macros: {{a: {'x' * 501}}}", ["C007 content/event.yaml:3:13"], []),
            ("macros: {eps: x, \\eps: y}", ["C006 content/event.yaml:3:24"], ["\\eps"]),
            ("macros: [eps]", ["C010 content/event.yaml:3:1"], []),
            ("macros: {a: {b: c}}", ["C010 content/event.yaml:3:10"], []),
        ],
    )
    def test_what_is_not_taken(self, written: str, found: list[str], kept: list[str]) -> None:
        macros, findings = self.event_macros(written)
        assert findings == found
        assert list(macros) == kept

    def test_more_than_two_hundred(self) -> None:
        names = [f"{first}{second}" for first in "abcdefghijklmno" for second in "abcdefghijklmno"]
        macros, findings = self.event_macros("macros:\n" + "".join(f"  {name}: x\n" for name in names))
        assert findings == ["C007 content/event.yaml:3:1"]
        assert macros == {}

    def test_an_event_that_cannot_be_read_has_none(self) -> None:
        node, _ = read_yaml(b"macros: {a: b}\n", "content/event.yaml")
        findings: list[Finding] = []
        assert read_event(node, "content/event.yaml", findings) == (None, {})

    def test_invisible_characters_are_left_out_with_a_warning(self, tmp_path: Path) -> None:
        findings: list[Finding] = []
        at = Places(read_yaml(b"a: b\n", FILE)[0].place)  # type: ignore[union-attr]
        assert read_macros({"a": "x\u200by"}, at, findings, "ada") == {"\\a": "xy"}
        assert [(finding.code.name, finding.talk) for finding in findings] == [("T001", "ada")]

    def test_they_are_expanded_in_all_texts_of_a_talk(self, tmp_path: Path) -> None:
        """The talk's own go before the event's."""
        event = EVENT + "macros: {eps: \\varepsilon, two: '2'}\n"
        keys = "macros: {\\two: II}\nfigures: {file: a.png, caption: $\\eps$}\nreferences: [$\\two$]"
        files = {
            "talks/ada.md": with_keys(keys).replace("An abstract.", "So $\\eps^\\two$."),
            "talks/bob.md": "---\ntitle: $\\two$\n---\nWords.\n",
            "event.yaml": event,
        }
        program, _ = read(tmp_path, dict(files))
        assert program
        ada, bob = program.talks
        formulas = [span.formula for span in ada.abstract[0].spans if span.formula]
        assert [formula.replace(" ", "") for formula in formulas] == ["\\varepsilon^II"]
        assert ada.references[0][0].formula == "II"
        assert ada.figures[0].caption[0].formula == "\\varepsilon"
        assert bob.title[0].formula == "2"


def test_the_macros_of_one_talk_write_only_so_much(tmp_path: Path) -> None:
    """However many fields use them: two hundred references with long formulas took minutes."""
    use = " ".join(["$\\x{1}$"] * 40)
    references = "\n".join(f"  - '{use}'" for _ in range(200))
    talk, _ = talk_of(tmp_path, f"macros:\n  x: '{'+#1' * 150}'\nreferences:\n{references}")
    lengths = [sum(len(span.formula) for span in reference) for reference in talk.references]
    assert len(talk.references) == 200
    assert lengths[0] > 10_000
    assert sum(lengths) < 100_000
    assert plain(talk.references[-1]) == use


def test_what_an_abstract_defines_holds_for_the_title_and_the_references_too(tmp_path: Path) -> None:
    written = TALK.replace("title: On engines\n", "title: On $\\vx$\nreferences: [Of $\\vx$]\n").replace(
        "An abstract.", "\\newcommand{\\vx}{\\mathbf{x}}So $\\vx$."
    )
    program, findings = read(tmp_path, {"talks/ada.md": written})
    assert program
    (talk,) = program.talks
    lines = (talk.title, talk.references[0], talk.abstract[0].spans)
    assert [span.formula for line in lines for span in line if span.formula] == ["\\mathbf{x}"] * 3
    assert short(findings) == []
