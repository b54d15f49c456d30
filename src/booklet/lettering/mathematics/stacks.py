"""Boxes above each other → fractions, roots, accents, bars, braces and arrows.

The TeXbook, appendix G, rules 9 to 12, 15 and 19, with the constants of OpenType's MATH table.
"""

from booklet.lettering.mathematics.boxes import EMPTY, Box, Rule, Style, beside, character_box, together
from booklet.lettering.mathematics.math_font import MISSING, PER_EM, math_font
from booklet.lettering.mathematics.stretching import centered, long, tall, wide_accent

_NO_FENCE = 120.0
_FENCE_SHARE = 0.901
_FENCE_SHORTFALL = 500.0


def axis(style: Style) -> float:
    """Height of the fraction bar, around which operators and fences are centered."""
    return style.length("AXIS_HEIGHT")


def fraction(top: Box, bottom: Box, style: Style) -> Box:
    """One box above the other with a bar between them."""
    shown = style.level == 0
    thickness = style.length("FRACTION_RULE_THICKNESS")
    line = axis(style)
    up = style.length("FRACTION_NUMERATOR_DISPLAY_STYLE_SHIFT_UP" if shown else "FRACTION_NUMERATOR_SHIFT_UP")
    down = style.length("FRACTION_DENOMINATOR_DISPLAY_STYLE_SHIFT_DOWN" if shown else "FRACTION_DENOMINATOR_SHIFT_DOWN")
    above = style.length("FRACTION_NUM_DISPLAY_STYLE_GAP_MIN" if shown else "FRACTION_NUMERATOR_GAP_MIN")
    below = style.length("FRACTION_DENOM_DISPLAY_STYLE_GAP_MIN" if shown else "FRACTION_DENOMINATOR_GAP_MIN")
    up = max(up, line + thickness / 2 + above + top.depth)
    down = max(down, thickness / 2 - line + below + bottom.height)
    width = max(top.full_width, bottom.full_width)
    side = _NO_FENCE * style.size / 1000
    return together(
        width + 2 * side,
        [
            (side + (width - top.full_width) / 2, up, top),
            (side, line - thickness / 2, Rule(width, thickness)),
            (side + (width - bottom.full_width) / 2, -down, bottom),
        ],
    )


def pile(top: Box, bottom: Box, style: Style) -> Box:
    """One box above the other without a bar, as in binomials."""
    shown = style.level == 0
    up = style.length("STACK_TOP_DISPLAY_STYLE_SHIFT_UP" if shown else "STACK_TOP_SHIFT_UP")
    down = style.length("STACK_BOTTOM_DISPLAY_STYLE_SHIFT_DOWN" if shown else "STACK_BOTTOM_SHIFT_DOWN")
    gap = style.length("STACK_DISPLAY_STYLE_GAP_MIN" if shown else "STACK_GAP_MIN")
    lacking = gap - (up - top.depth) - (down - bottom.height)
    if lacking > 0:
        up, down = up + lacking / 2, down + lacking / 2
    width = max(top.full_width, bottom.full_width)
    places: list[tuple[float, float, Box | Rule]] = [
        ((width - top.full_width) / 2, up, top),
        ((width - bottom.full_width) / 2, -down, bottom),
    ]
    return together(width, places)


def fence(mark: str, height: float, depth: float, style: Style) -> Box:
    """A fence around something so high and deep; "" is a fence that is not seen."""
    if not mark:
        return Box(_NO_FENCE * style.size / 1000, 0.0, 0.0)
    reach = 2 * max(height - axis(style), depth + axis(style))
    least = max(reach * _FENCE_SHARE, reach - _FENCE_SHORTFALL * style.size / 1000)
    return centered(tall(mark, least, style), axis(style))


def fenced(fences: tuple[str, ...], rows: list[Box], style: Style) -> Box:
    """Boxes between fences that are as tall as the tallest of them."""
    height, depth = max(box.height for box in rows), max(box.depth for box in rows)
    marks = [fence(mark, height, depth, style) for mark in fences]
    boxes = [marks[0]]
    for row, mark in zip(rows, marks[1:], strict=True):
        boxes += [row, mark]
    return beside((0.0, box) for box in boxes)


def radical(body: Box, degree: Box | None, style: Style) -> Box:
    """A root (rule 11): the sign is as tall as needed, and what it is taller is shared above and below the body."""
    thickness = style.length("RADICAL_RULE_THICKNESS")
    gap = style.length("RADICAL_DISPLAY_STYLE_VERTICAL_GAP" if style.level == 0 else "RADICAL_VERTICAL_GAP")
    sign = tall("√", body.height + body.depth + gap + thickness, style)
    full = sign.height + sign.depth
    gap = max(gap, (gap + full - thickness - body.height - body.depth) / 2)
    top = body.height + gap + thickness
    x = 0.0
    placed: list[tuple[float, float, Box | Rule]] = []
    if degree is not None:
        x = style.length("RADICAL_KERN_BEFORE_DEGREE")
        raised = top - full + full * math_font().constant("RADICAL_DEGREE_BOTTOM_RAISE_PERCENT") / 100
        placed.append((x, raised + degree.depth, degree))
        x = max(0.0, x + degree.full_width + style.length("RADICAL_KERN_AFTER_DEGREE"))
    placed += [
        (x, top - sign.height, sign),
        (x + sign.width, body.height + gap, Rule(body.full_width, thickness)),
        (x + sign.width, 0.0, body),
    ]
    box = together(x + sign.width + body.full_width, placed)
    return box._replace(height=max(box.height, top + style.length("RADICAL_EXTRA_ASCENDER") - thickness))


def accent(base: Box, mark: str, style: Style, *, wide: bool) -> Box:
    """An accent over a base (rule 12), where the font says that it stands on a character."""
    font = math_font()
    k = style.size / PER_EM
    sign = wide_accent(mark, base.full_width, style) if wide else character_box(mark, style)
    measures = font.measures(sign.glyph)
    spot = font.accent_place(base.glyph) * k if base.glyph != MISSING else 0.0
    spot = spot or (base.full_width / 2)
    point = font.accent_place(sign.glyph) if not wide or sign.glyph == font.glyph(mark, 0) else 0
    own = (point or (measures.left + measures.right) / 2) * k
    up = max(0.0, base.height - style.length("ACCENT_BASE_HEIGHT"))
    x = spot - own
    height = max(base.height, up + sign.height)
    return Box(base.width, height, base.depth, ((0.0, 0.0, base), (x, up, sign)), base.italic, base.glyph)


def bar(base: Box, style: Style, *, over: bool) -> Box:
    """A rule over or under a base (rules 9 and 10)."""
    side = "OVERBAR" if over else "UNDERBAR"
    thickness, gap = style.length(f"{side}_RULE_THICKNESS"), style.length(f"{side}_VERTICAL_GAP")
    rule = Rule(base.full_width, thickness)
    y = base.height + gap if over else -base.depth - gap - thickness
    box = together(base.full_width, [(0.0, 0.0, base), (0.0, y, rule)])
    if over:
        return box._replace(height=box.height + style.length("OVERBAR_EXTRA_ASCENDER"))
    return box._replace(depth=box.depth + style.length("UNDERBAR_EXTRA_DESCENDER"))


def stretched(base: Box, mark: str, style: Style, *, over: bool) -> Box:
    """A brace or an arrow over or under a base, as wide as the base."""
    sign = long(mark, base.full_width, style)
    gap = style.length("STRETCH_STACK_GAP_ABOVE_MIN" if over else "STRETCH_STACK_GAP_BELOW_MIN")
    y = base.height + gap + sign.depth if over else -base.depth - gap - sign.height
    width = max(base.full_width, sign.width)
    places: list[tuple[float, float, Box | Rule]] = [
        ((width - base.full_width) / 2, 0.0, base),
        ((width - sign.width) / 2, y, sign),
    ]
    return together(width, places)


def arrow(mark: str, over: Box, under: Box | None, style: Style) -> Box:
    """An arrow with formulas over and under it, and as long as they ask for."""
    side = 330.0 * style.size / 1000
    beneath = under or EMPTY
    width = max(over.full_width, beneath.full_width)
    sign = centered(long(mark, width + 2 * side, style), axis(style))
    gap_above, gap_below = style.length("STRETCH_STACK_GAP_ABOVE_MIN"), style.length("STRETCH_STACK_GAP_BELOW_MIN")
    placed: list[tuple[float, float, Box | Rule]] = [(0.0, 0.0, sign)]
    placed.append(((sign.width - over.full_width) / 2, sign.height + gap_above + max(0.0, over.depth), over))
    if under is not None:
        placed.append(((sign.width - under.full_width) / 2, -sign.depth - gap_below - max(0.0, under.height), under))
    return together(sign.width, placed)


def framed(body: Box, style: Style) -> Box:
    """A box drawn around a body."""
    white, thickness = 300.0 * style.size / 1000, style.length("FRACTION_RULE_THICKNESS") * 0.6
    width = body.full_width + 2 * (white + thickness)
    bottom, top = -body.depth - white - thickness, body.height + white
    upright = Rule(thickness, top - bottom)
    level = Rule(width, thickness)
    inner = white + thickness
    places: list[tuple[float, float, Box | Rule]] = [(inner, 0.0, body), (0.0, bottom, level), (0.0, top, level)]
    return together(width, [*places, (0.0, bottom, upright), (width - thickness, bottom, upright)])
