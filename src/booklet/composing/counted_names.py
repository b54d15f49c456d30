"""Names → runs of as many as there is room for, the rest counted."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

from booklet.composing.text import bold_voice, comma, unbroken, voice
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import Paragraph, Side
from booklet.lettering.runs import Run
from booklet.model.talk import Author
from booklet.plain_dataclasses import dataclass
from booklet.structure import Element
from booklet.styling.style import Color, TextStyle


@dataclass(frozen=True, slots=True)
class NameSetting:
    """How names are set: presenters bold in the color `loud` (None: like the others); `rest` says how many more there are;
    `side` is the one at which their lines begin, where that is not the one of their language."""

    letters: Letters
    style: TextStyle
    loud: Color | None
    rest: Callable[[int], str]
    language: str
    side: Side | None = None


def counted_names(
    authors: Sequence[Author], setting: NameSetting, element: Element | None, width: float, lines: int
) -> Paragraph:
    """A paragraph of `width` points with at most so many lines (at least the first name): all names, or as many as fit and
    the number of the others."""

    def named(count: int) -> Paragraph:
        runs = name_runs(authors, count, setting)
        letters, leading, language, side = setting.letters, setting.style.leading, setting.language, setting.side
        made = Paragraph(letters, runs, leading, element, align="left", language=language, side=side)
        made.wrap(width, 0)
        return made

    whole = named(len(authors))
    if whole.line_count <= lines or len(authors) < 2:
        return whole
    fitting = bisect_right(range(1, len(authors)), False, key=lambda count: named(count).line_count > lines)
    return named(max(1, fitting))


def name_runs(authors: Sequence[Author], count: int, setting: NameSetting) -> tuple[Run, ...]:
    """The first `count` names, and how many more there are."""
    plain = voice(setting.style)
    loud = bold_voice(setting.style, setting.loud) if setting.loud else plain
    runs: list[Run] = []
    for index, author in enumerate(authors[:count]):
        if index:
            runs.append(Run(comma(setting.language), plain))
        runs.append(Run(unbroken(author.name), loud if author.presenting else plain, isolate=True))
    if count < len(authors):
        runs += [Run(" ", plain), Run(unbroken(setting.rest(len(authors) - count)), plain, isolate=True)]
    return tuple(runs)
