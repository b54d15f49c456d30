"""A picture and the room for it → the size it is printed in, and findings when that does not serve."""

from math import ceil

from booklet.codes import COARSE_PICTURE, TINY_FIGURE
from booklet.finding import Finding
from booklet.model.program import Program
from booklet.picture import Picture
from booklet.place import Place
from booklet.styling.style import Style
from booklet.units import MM

# A side shorter than this, in points, is a line and no picture.
_SMALLEST = 5 * MM
# Pixels to an inch: below this, edges and letters look rough in print.
_FINE = 150


def fitted(picture: Picture, width: float, height: float) -> tuple[float, float]:
    """The largest size with which a picture fits into a box, all in points."""
    scale = min(width / picture.width, height / picture.height)
    return picture.width * scale, picture.height * scale


def figure_size(picture: Picture, share: float | None, style: Style) -> tuple[float, float]:
    """Width and height of a figure: the `share` of the measure that was asked for, else its natural width, at most the
    measure; an image has its natural width where it is just fine enough. Never higher than the style allows."""
    page = style.page
    natural = picture.width
    resolution = picture.resolution(natural)
    if resolution and not picture.is_page:
        natural *= resolution / _FINE
    width = page.text_width * share if share else min(page.text_width, natural)
    tallest = page.text_height * style.figure_height
    width, height = fitted(picture, width, min(tallest, width * picture.height / picture.width))
    return width * style.figure_scale, height * style.figure_scale


def doubtful_figures(program: Program, style: Style) -> tuple[Finding, ...]:
    """Figures that are printed wider than their pixels allow, because that width was asked for, or too small to be seen."""
    findings: list[Finding] = []
    figures = [(figure, talk.id) for talk in program.talks for figure in talk.figures]
    for figure, talk_id in [*figures, *((figure, None) for page in program.pages for figure in page.figures)]:
        if figure.picture:
            called = f'figure "{figure.file}"'
            width, height = figure_size(figure.picture, figure.width, style)
            findings += coarse(figure.picture, width, called, figure.places.of("width"), talk_id)
            if min(width, height) < _SMALLEST:
                message = f"{called} is printed {width / MM:.1f} mm wide and {height / MM:.1f} mm high"
                hint = "give it more width:, or a picture of another shape"
                findings.append(Finding(TINY_FIGURE, message, figure.places.of("width"), hint, talk=talk_id))
    return tuple(findings)


def coarse(picture: Picture, width: float, called: str, place: Place, talk: str | None = None) -> tuple[Finding, ...]:
    """A finding when a picture that is printed `width` points wide has too few pixels for that."""
    resolution = picture.resolution(width)
    if resolution is None or picture.pixels is None or resolution >= _FINE - 0.5:
        return ()
    needed = ceil(picture.pixels[0] * _FINE / resolution)
    message = f"{called} has {resolution:.0f} pixels to the inch in this size; fewer than {_FINE} look coarse"
    hint = f"export it with at least {needed} pixels across"
    return (Finding(COARSE_PICTURE, message, place, hint, talk=talk),)
