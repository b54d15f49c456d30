"""Lines whose ends are known beforehand are those that would be found; and others are found."""

import pytest

from booklet.lettering.letters import Letters
from booklet.lettering.line_ends import Ends
from booklet.lettering.lines import Line
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run
from sheet import letters, style, voice

TEXTS = {
    "plain": "We assimilate observations of rainfall, wind and fog into a hydrological model of the catchment. " * 3,
    "turned": "מודל האקלים נבדק על פני הים ולא ביבשה " * 4,
    "narrow": "incomprehensibilities " * 12,
    "none": "",
}


def lines(used: Letters, text: str, width: float, language: str | None = None) -> tuple[Line, ...]:
    block = Paragraph(used, (Run(text, voice()),), 14, None, language=language)
    block.wrap(width, 0)
    return block.lines


def met(used: Letters, earlier: dict[str, Ends], *paragraphs: tuple[str, float]) -> dict[str, Ends]:
    """What is known after these paragraphs; their lines are what they are without."""
    without = [lines(Letters(style(), "en-US"), *one) for one in paragraphs]
    with used.line_ends.remembered(earlier) as known:
        assert [lines(used, *one) for one in paragraphs] == without
    return known


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("width", [20, 90, 220, 5000])
def test_known_lines_are_those_that_would_be_found(text: str, width: float) -> None:
    used = Letters(style(), "en-US")
    known = met(used, {}, (text, width))
    assert len(known) == 1
    assert met(used, known, (text, width), (text, width)) == known


def test_what_is_known_is_not_found_again() -> None:
    used, text = letters(), TEXTS["plain"]
    ((key, ends),) = met(used, {}, (text, 220)).items()
    assert ends
    shorter = [(0, 0, False), *ends[1:]]
    with used.line_ends.remembered({key: shorter}) as known:
        assert lines(used, text, 220)[0].phrases[0].texts == ("We",)
    assert known == {key: shorter}
    assert lines(used, text, 220)[0].phrases[0].texts != ("We",)


def test_other_words_widths_and_languages_are_others() -> None:
    used, text = letters(), TEXTS["plain"]
    with used.line_ends.remembered({}) as known:
        lines(used, text, 220)
        lines(used, text, 221)
        lines(used, text, 220, "de")
        lines(used, text + "End", 220)
    assert len(known) == 4


def test_nothing_is_remembered_outside() -> None:
    used = letters()
    with used.line_ends.remembered({}) as known:
        pass
    lines(used, TEXTS["plain"], 220)
    assert known == {}
