"""A box and those of its scripts → one box: beside it, or above and below it as limits.

The TeXbook, appendix G, rules 13a and 18, with the constants and cut-ins of OpenType's MATH table.
"""

from booklet.lettering.mathematics.boxes import Box, Rule, Style, together
from booklet.lettering.mathematics.math_font import MISSING, PER_EM, math_font


def with_scripts(
    base: Box, sub: Box | None, sup: Box | None, style: Style, *, operator: bool = False, word: bool = False
) -> Box:
    """Scripts at the right of a base. Those of an operator lean as it does; those of a character follow its shape; those of
    a word stand as high as those of a character."""
    single = base.glyph != MISSING and not operator
    plain = single or word or not base.parts
    up = 0.0 if plain else base.height - style.length("SUPERSCRIPT_BASELINE_DROP_MAX")
    down = 0.0 if plain else base.depth + style.length("SUBSCRIPT_BASELINE_DROP_MIN")
    if sup is not None:
        raised = style.length("SUPERSCRIPT_SHIFT_UP_CRAMPED" if style.cramped else "SUPERSCRIPT_SHIFT_UP")
        up = max(up, raised, sup.depth + style.length("SUPERSCRIPT_BOTTOM_MIN"))
    if sub is not None:
        down = max(down, style.length("SUBSCRIPT_SHIFT_DOWN"))
        if sup is None:
            down = max(down, sub.height - style.length("SUBSCRIPT_TOP_MAX"))
        else:
            up, down = _apart(sub, sup, up, down, style)
    at_top, at_bottom = (base.width, base.width - base.italic) if operator else (base.full_width, base.width)
    placed: list[tuple[float, float, Box | Rule]] = [(0.0, 0.0, base)]
    width = base.width if operator or sub is not None else base.full_width
    if sub is not None:
        x = at_bottom + (_cut_in(base, sub, down, style, top=False) if single else 0.0)
        placed.append((x, -down, sub))
        width = max(width, x + sub.full_width)
    if sup is not None:
        x = at_top + (_cut_in(base, sup, up, style, top=True) if single else 0.0)
        placed.append((x, up, sup))
        width = max(width, x + sup.full_width)
    return together(width + style.length("SPACE_AFTER_SCRIPT"), placed)


def _apart(sub: Box, sup: Box, up: float, down: float, style: Style) -> tuple[float, float]:
    """Shifts of both scripts that leave the least gap between them (rule 18e)."""
    lacking = style.length("SUB_SUPERSCRIPT_GAP_MIN") - (up - sup.depth) - (down - sub.height)
    if lacking > 0:
        down += lacking
        raised = style.length("SUPERSCRIPT_BOTTOM_MAX_WITH_SUBSCRIPT") - (up - sup.depth)
        if raised > 0:
            up, down = up + raised, down - raised
    return up, down


def _cut_in(base: Box, script: Box, shift: float, style: Style, *, top: bool) -> float:
    """How much a script comes closer to a character: as near as both allow at both of their edges that meet."""
    font = math_font()
    k = style.size / PER_EM
    near = shift - script.depth if top else script.height - shift
    edge = base.height if top else -base.depth
    return max(font.kern(base.glyph, right=True, top=top, height=height / k) * k for height in (near, edge))


def with_limits(base: Box, under: Box | None, over: Box | None, style: Style) -> Box:
    """Formulas centered above and below a base, half its slant to the right and left."""
    lean = base.italic / 2
    boxes = [box for box in (base, under, over) if box is not None]
    width = max(box.width for box in boxes)
    x = (width - base.width) / 2
    placed: list[tuple[float, float, Box | Rule]] = [(x, 0.0, base)]
    if under is not None:
        gap = max(style.length("LOWER_LIMIT_GAP_MIN") + under.height, style.length("LOWER_LIMIT_BASELINE_DROP_MIN"))
        placed.append(((width - under.width) / 2 - lean, -base.depth - gap, under))
    if over is not None:
        gap = max(style.length("UPPER_LIMIT_GAP_MIN") + over.depth, style.length("UPPER_LIMIT_BASELINE_RISE_MIN"))
        placed.append(((width - over.width) / 2 + lean, base.height + gap, over))
    left = min(0.0, *(x for x, _, _ in placed))
    right = max(x + box.width for x, _, box in placed)
    return together(right - left, [(x - left, y, box) for x, y, box in placed])
