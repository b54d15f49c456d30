"""Abstracts of two real conferences, in Japanese and with much mathematics: all are set, no line is too long."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from booklet.composing.labels import load_labels
from booklet.composing.sections.talks.abstracts import compose_abstracts
from booklet.composing.unset_formulas import unset_formulas
from booklet.flowable import Flowable
from booklet.lettering.display import Display
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import Paragraph
from booklet.page_map import PageMap
from booklet.place import Place
from booklet.styling.load_style import load_style
from booklet.typesetting.set_section import set_section
from real_programs import DATA
from real_programs.brought import Brought

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the shared inputs are not there (../shared/data)")

# conference, language, talks, formulas that cannot be set (all for macros that nobody has declared)
CONFERENCES = (("colt-2020", "en-US", 123, 24), ("nlp-2024", "ja", 599, 5))


@pytest.mark.parametrize(("name", "language", "talks", "unset"), CONFERENCES)
@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_every_abstract_is_set(
    name: str, language: str, talks: int, unset: int, paper: str, bring: Callable[[str], Brought], tmp_path: Path
) -> None:
    program, findings = bring(name).program, bring(name).findings
    assert len(program.talks) == talks
    assert program.event.language == language
    style, trouble = load_style("base", paper, tmp_path, Place("test"))
    assert style is not None
    assert trouble == ()
    letters = Letters(style, language)
    formulas = unset_formulas(program, style)
    counts = Counter(str(finding.code) for finding in (*findings, *formulas))
    print(f"{name} on {paper}: {dict(sorted(counts.items()))}")
    assert counts["T020"] <= unset, counts
    for section in compose_abstracts(program, letters, load_labels(language), PageMap({})):
        piece = set_section(section, style)
        assert piece.pages
        for block in section.blocks:
            assert_not_overfull(block.flowable, section.width)


def assert_not_overfull(flowable: Flowable, width: float) -> None:
    flowable.wrap(width, 1e6)
    if isinstance(flowable, Display):
        assert max(line.advance for line in flowable.lines) * flowable.size / 1000 <= width
    if not isinstance(flowable, Paragraph):
        return
    for number, line in enumerate(flowable.lines):
        done = flowable.set_line(number)
        edge = line.phrases[-1].words[-1].right * flowable.size / 1000 if flowable.align == "justify" else 0.0
        text = "".join(text for phrase in line.phrases for text in phrase.texts)
        assert done.width - done.outdent - edge <= width + 0.01, text
