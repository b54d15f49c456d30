"""Words that belong together stay on one line: numbers and units, labels and numbers, dashes and the word before."""

from itertools import pairwise

import pytest

from booklet.lettering.breaking import balanced, justified, ragged
from booklet.lettering.lines import Line
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run, boxes
from booklet.lettering.ties import tied
from sheet import letters, voice


def ties_of(text: str) -> str:
    """`text` with "~" for the spaces that tie."""
    words = text.split(" ")
    kept = tied(zip(words, words, strict=True))
    return "".join(("" if not index else "~" if index in kept else " ") + word for index, word in enumerate(words))


@pytest.mark.parametrize(
    "text",
    [
        "at 10~µm or 2.5~km, with 20~% of 3~W/m² (and 5~°C); 12~hPa 7~m. 3~mm/day 10~kHz",
        "in Fig.~3 and Eq.~(2), see Table~1 or Sect.~4 (cf.~2) or (Fig.~5)",
        "forecasts~– as they are~– and more~— or not",
        "in 2026 we met 12 people and 3 dogs in a room of 40 that",
        "Fig. shows no. of the tables in a m and 5 mice",
        "x = 3 – 4".replace(" –", "~–"),
    ],
)  # fmt: skip
def test_what_ties(text: str) -> None:
    assert ties_of(text.replace("~", " ")) == text


def set_lines(text: str, width: float, align: str) -> list[str]:
    breaker = {"justify": justified, "left": ragged, "balance": balanced}[align]
    setting = Paragraph(letters(), (Run(text, voice()),), 14, None).setting
    lines: list[Line] = breaker(boxes(setting.stretches), setting.measure._replace(width=width))
    return [" ".join(text for phrase in line.phrases for text in phrase.texts) for line in lines]


TEXT = (
    "A grid of 10 km with 20 % of it at 5 m as in Fig. 3 – which says 7 K – and a mean of 4 W/m² in all of Eq. (2) then"
)


@pytest.mark.parametrize(("align", "narrowest"), [("justify", 16_000), ("left", 9000), ("balance", 9000)])
def test_tied_words_stay_together(align: str, narrowest: int) -> None:
    """Justified lines of a narrow measure part them rather than be loose."""
    for width in range(narrowest, 30_000, 500):
        lines = set_lines(TEXT, width, align)
        assert " ".join(lines) == TEXT
        for before, line in pairwise(lines):
            last, first = before.split()[-1], line.split()[0]
            assert not tied([(last, last), (first, first)])


@pytest.mark.parametrize("align", ["justify", "left", "balance"])
def test_where_the_measure_is_too_narrow_tied_words_part(align: str) -> None:
    lines = set_lines("thousands 10 km of", 2000, align)
    assert "".join(lines).replace(" ", "") == "thousands10kmof"
    lines = set_lines("12 km " * 6, 2300, align)
    assert " ".join(lines) == ("12 km " * 6).strip()
