"""An abstract that does not fit its page → the tighter styles to try for it, and what the user is told of the outcome.

The body size is one for the booklet; an abstract leaves it by small steps, in the order leading, size, height of figures,
references, affiliations below it. Titles, authors and affiliations above it never change, and a short abstract is never
made larger.
"""

import math
from collections.abc import Iterator

from booklet.codes import LONG_ABSTRACT, TIGHT_ABSTRACT
from booklet.composing.authors_form import affiliations_below
from booklet.composing.text import spoken
from booklet.finding import Finding
from booklet.model.talk import Talk
from booklet.plain_dataclasses import replace
from booklet.styling.style import Style, TextStyle

# Points by which size and leading change at a step, for bodies of about 10.5 on 14 points; for larger ones a multiple.
_STEP, _SIZE, _LEADING = 0.25, 10.5, 14.0
# No step goes below this share of the booklet's own size or leading, even where the style's floors lie lower.
_LEAST = 0.8
_FIGURE_SCALES = (0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1)
# Text whose words are longer on average is in a script without spaces: it is counted in characters.
_LONGEST_MEAN_WORD = 20


def tighter_styles(style: Style, talk: Talk) -> tuple[Style, ...]:
    """Styles for the abstract of a talk, each a step tighter than the one before, down to the floors of the style."""
    if not style.fitting.tighter:
        return ()
    styles = [style, *(_with_body(style, body) for body in _bodies(style))]
    if any(figure.picture for figure in talk.figures):
        styles += [replace(styles[-1], figure_scale=scale) for scale in _figure_scales(style.fitting.smallest_figures)]
    if talk.references:
        least = style.fitting.smallest_references
        small = [replace(styles[-1].text, references=text) for text in _smaller(style.text.references, least)]
        styles += [replace(styles[-1], text=text) for text in small]
    if affiliations_below(talk):
        styles += _with_smaller_affiliations(styles[-1])
    return tuple(styles[1:])


def tighter_affiliations(style: Style) -> tuple[Style, ...]:
    """Styles for a page of names, with smaller affiliations at each step."""
    if not style.fitting.tighter:
        return ()
    return _with_smaller_affiliations(style)


def tighter_leadings(style: Style) -> tuple[Style, ...]:
    """Styles for a page of text, with half a point less leading at each of two steps."""
    if not style.fitting.tighter:
        return ()
    body = style.text.body
    least = _floor(body.leading, style.fitting.smallest_leading)
    leadings = dict.fromkeys(max(least, body.leading - 2 * _STEP * step) for step in (1, 2))
    return tuple(_with_body(style, replace(body, leading=one)) for one in leadings if one < body.leading)


def _with_body(style: Style, body: TextStyle) -> Style:
    grid = style.page.grid * body.leading / style.text.body.leading
    return replace(style, text=replace(style.text, body=body), page=replace(style.page, grid=grid))


def _with_smaller_affiliations(style: Style) -> tuple[Style, ...]:
    smaller = _smaller(style.text.talk_small_affiliations, style.fitting.smallest_affiliations)
    return tuple(replace(style, text=replace(style.text, talk_small_affiliations=text)) for text in smaller)


def _bodies(style: Style) -> Iterator[TextStyle]:
    """The body two steps of leading tighter, then smaller, then both together."""
    body = style.text.body
    step = _STEP * max(1, round(body.size / _SIZE), round(body.leading / _LEADING))
    least_size = _floor(body.size, style.fitting.smallest_size)
    least_leading = _floor(body.leading, style.fitting.smallest_leading)
    taken = 0
    before = body
    while before.size > least_size or before.leading > least_leading:
        size = max(least_size, body.size - step * taken)
        leading = max(least_leading, body.leading - step * (2 + max(0, taken - 1)))
        taken += 1
        if (size, leading) != (before.size, before.leading):
            before = replace(body, size=size, leading=leading)
            yield before


def _figure_scales(least: float) -> tuple[float, ...]:
    return tuple(dict.fromkeys(max(least, scale) for scale in _FIGURE_SCALES if least < 1))


def _smaller(text: TextStyle, smallest: float) -> Iterator[TextStyle]:
    """A text two steps smaller at a time, its leading in proportion, on quarters of a point."""
    step = 2 * _STEP * max(1, round(text.size / _SIZE))
    least, size = _floor(text.size, smallest), text.size
    while size > least:
        size = max(least, size - step)
        yield replace(text, size=size, leading=math.floor(text.leading * size / text.size / _STEP) * _STEP)


def _floor(own: float, least: float) -> float:
    """The floor of a style, where it lies between the booklet's own value and the least share of it."""
    return min(own, max(least, own * _LEAST))


def fit_finding(talk: Talk, style: Style, pages: int, tightness: int, excess: float) -> Finding | None:
    """What to tell of an abstract that takes `pages` pages in the `tightness`th of its styles, 0 being the booklet's; nothing
    when it fits as it is. `excess` is the share of its text that is too much for one page, or for the booklet's style."""
    place = talk.places.of("abstract")
    if pages > 1:
        much = _much(talk, excess)
        message = f"the abstract takes {pages} pages" + (f"; it is {much} too long for one page" if much else "")
        remedy = "shorten it" if much or not talk.figures else "take out or narrow a figure"
        return Finding(LONG_ABSTRACT, message, place, f"{remedy} if every talk is to have one page", talk=talk.id)
    if tightness:
        changed = ", ".join(_changes(style, tighter_styles(style, talk)[tightness - 1]))
        much = _much(talk, excess)
        hint = f"shorten it by {much} for the normal setting" if much else None
        return Finding(
            TIGHT_ABSTRACT, f"the abstract is set tighter to fit its page: {changed}", place, hint, talk=talk.id
        )
    return None


def _changes(style: Style, tighter: Style) -> Iterator[str]:
    """What differs between two styles, in the order in which it changes."""
    if style.text.body != tighter.text.body:
        yield f"{_setting(tighter.text.body)} instead of {_setting(style.text.body)}"
    if style.figure_scale != tighter.figure_scale:
        yield f"figures at {100 * tighter.figure_scale:.0f} % of their height"
    if style.text.references != tighter.text.references:
        yield f"references {_setting(tighter.text.references)} instead of {_setting(style.text.references)}"
    usual, smaller = style.text.talk_small_affiliations, tighter.text.talk_small_affiliations
    if usual != smaller:
        yield f"affiliations {_setting(smaller)} instead of {_setting(usual)}"


def _setting(text: TextStyle) -> str:
    return f"{text.size:g}/{text.leading:g}"


def _much(talk: Talk, share: float) -> str:
    """A share of an abstract in words, rounded up; empty when it is all of it and that is not enough."""
    texts = [spoken(block.spans) for block in talk.abstract]
    words, characters = sum(len(text.split()) for text in texts), sum(map(len, texts))
    if share >= 1 or not words:
        return ""
    spaced = characters <= words * _LONGEST_MEAN_WORD
    count = math.ceil(share * (words if spaced else characters))
    step = 5 if count <= 50 else 10
    return f"about {math.ceil(count / step) * step} {'words' if spaced else 'characters'}"
