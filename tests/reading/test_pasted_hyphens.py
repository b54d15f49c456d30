"""Words that look hyphenated by hand; compounds are left alone."""

import pytest

from booklet.finding import Finding
from booklet.model.rich_text import plain
from booklet.place import Place
from booklet.reading.fields import marked_blocks
from booklet.reading.pasted_hyphens import pasted_hyphens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the trans-\nfer of heat", ("trans-\nfer",)),
        ("a hyphen- ation", ("hyphen- ation",)),
        ("the trans-fer and its transfer", ("trans-fer",)),
        ("summariza-tion of texts", ("summariza-tion",)),
        ("Esti-\nmating", ("Esti-\nmating",)),
    ],
)
def test_hyphens_of_line_ends(text: str, expected: tuple[str, ...]) -> None:
    found = pasted_hyphens(text)
    assert tuple(words for _, words in found) == expected
    assert all(text.startswith(words, at) for at, words in found)


@pytest.mark.parametrize(
    "text",
    [
        "pre- and post-processing",
        "North- and South-America",
        "state-of-the-art, state-of-\nthe-art",
        "data-\ndriven, non-\nlinear, multi-\nscale, sea-\nice",
        "well-known low-cost trade-off",
        "a follow-\nup, first- to third-order",
        "micro-, meso- and macro-scale",
        "non-\nGaussian, Gauss-\nNewton",
        "tide-\ngauge data of tide-gauge stations",
        "https://e.org/trans-\nfer transfer",
        "vor- und nachher, long- or short-lived",
        "re-analysis and reanalysis",
        "x-\ny 5-\n6 a -\nb",
        "plain",
    ],
)
def test_compounds(text: str) -> None:
    assert pasted_hyphens(text) == ()


def test_the_word_is_named_at_its_place_and_printed_as_it_is() -> None:
    findings: list[Finding] = []
    (block,) = marked_blocks("Of heat\nand trans-\nfer of it", Place("f.md", 4), "en", findings).blocks
    assert plain(block.spans) == "Of heat and trans-fer of it"
    (finding,) = findings
    assert (finding.code.name, finding.severity.value) == ("T003", "note")
    assert (finding.place, finding.hint) == (Place("f.md", 5, 5, 11), 'write "transfer" if it is one')
