"""Text of the shipped styles can be read: contrast after WCAG 2.2, 1.4.3."""

from pathlib import Path

import pytest

from booklet.place import Place
from booklet.styling.load_style import PAPERS, load_style
from booklet.styling.style import Color, Style

WHITE: Color = (1.0, 1.0, 1.0)
ENOUGH = 4.5


def luminance(color: Color) -> float:
    """Relative luminance (WCAG 2.2, definitions)."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Color, other: Color) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def shipped(paper: str) -> Style:
    style, findings = load_style("base", paper, Path("/nonexistent"), Place("x"))
    assert style
    assert findings == ()
    return style


def test_the_measure_itself() -> None:
    assert contrast((0, 0, 0), WHITE) == pytest.approx(21)
    assert contrast(WHITE, WHITE) == pytest.approx(1)
    assert contrast((0.4667, 0.4667, 0.4667), WHITE) == pytest.approx(
        4.48, abs=0.01
    )  # #777777, known to be just too light


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("text", ["ink", "mute", "accent"])
@pytest.mark.parametrize("ground", ["paper", "night"])
def test_text_on_every_light_ground(paper: str, text: str, ground: str) -> None:
    colors = shipped(paper).colors
    assert contrast(getattr(colors, text), getattr(colors, ground)) >= ENOUGH


@pytest.mark.parametrize("paper", PAPERS)
def test_bright_text_on_the_accent(paper: str) -> None:
    colors = shipped(paper).colors
    assert contrast(colors.paper, colors.accent) >= ENOUGH


@pytest.mark.parametrize("paper", PAPERS)
def test_no_text_is_in_a_color_that_was_not_looked_at(paper: str) -> None:
    style = shipped(paper)
    seen = {style.colors.ink, style.colors.mute, style.colors.accent, style.colors.paper}
    names = style.text.__slots__
    assert {name for name in names if getattr(style.text, name).color not in seen} == set()
    on_colored = {name for name in names if getattr(style.text, name).color == style.colors.paper}
    assert on_colored == {"tab", "cover_series", "cover_title", "back_line"}
