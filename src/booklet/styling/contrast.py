"""Colors of a style → findings on those in which text could not be read (WCAG 2.2, 1.4.3)."""

from collections.abc import Iterator, Mapping

from booklet.codes import FAINT_COLOR
from booklet.finding import Finding
from booklet.place import Place
from booklet.styling.style import Color, Colors

_LEAST = 4.5
# On which grounds text of each color stands.
_GROUNDS = {
    "ink": ("paper", "night", "tint", "accent_tint"),
    "mute": ("paper", "tint", "accent_tint"),
    "accent": ("paper", "tint", "accent_tint"),
}


def faint_colors(colors: Colors, places: Mapping[str, Place]) -> Iterator[Finding]:
    """S004: a color of text that is too much like a ground of it, the first such ground. `places` say where each color is
    given, by the key of the style."""
    for text, grounds in _GROUNDS.items():
        ratios = {
            ground.replace("_", "-"): contrast(getattr(colors, text), getattr(colors, ground)) for ground in grounds
        }
        faint = next((ground for ground, ratio in ratios.items() if ratio < _LEAST), None)
        if faint:
            message = f'"{text}" on "{faint}" has a contrast of {ratios[faint]:.1f}; text needs {_LEAST}'
            also = (places[faint],)
            yield Finding(FAINT_COLOR, message, places[text], "make one darker or the other lighter", also)


def contrast(one: Color, other: Color) -> float:
    """The contrast of two colors, from 1 (none) to 21 (black on white)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: Color) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
