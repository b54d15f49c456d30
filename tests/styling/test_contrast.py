"""Colors in which text could not be read are found, those of shipped styles are all right."""

from pathlib import Path

import pytest

from booklet.codes import FAINT_COLOR
from booklet.place import Place
from booklet.styling.contrast import contrast
from booklet.styling.load_style import known_styles, load_style

NOWHERE = Path("/nonexistent")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ((0, 0, 0), (1, 1, 1), 21.0),
        ((1, 1, 1), (0, 0, 0), 21.0),
        ((0.4, 0.4, 0.4), (0.4, 0.4, 0.4), 1.0),
        # 777777 on white is the classic that just fails, 767676 just passes (WCAG 2.2, understanding 1.4.3)
        ((0x77 / 255,) * 3, (1, 1, 1), 4.48),
        ((0x76 / 255,) * 3, (1, 1, 1), 4.54),
    ],
)
def test_contrast(one: tuple[float, float, float], other: tuple[float, float, float], ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize("name", known_styles(NOWHERE))
def test_shipped_styles_can_be_read(name: str) -> None:
    style, findings = load_style(name, None, NOWHERE, Place("x"))
    assert style
    assert findings == ()


def test_a_faint_color_is_named_at_its_place(tmp_path: Path) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "own.yaml").write_text('colors:\n  mute: "#BBBBBB"\n', "utf-8")
    style, (finding,) = load_style("own", None, tmp_path, Place("x"))
    assert style
    assert finding.code == FAINT_COLOR
    assert finding.message == '"mute" on "paper" has a contrast of 1.9; text needs 4.5'
    assert str(finding.place) == "styles/own.yaml:2:9"
    assert finding.also[0].file == "styles/base.yaml"
