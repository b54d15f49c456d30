"""When, where and the how manyth a talk among others is → the words beside its title, or on the lines above it."""

from booklet.composing.flowables.entry_head import Beside
from booklet.composing.labels import Labels
from booklet.composing.text import bold_voice, joined, voice, zoned
from booklet.composing.times import own_hours, own_zone, printed_day
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import ASCENT, DESCENT, Paragraph
from booklet.lettering.runs import Run
from booklet.model.event import Event
from booklet.model.program import Slot
from booklet.model.talk import Talk
from booklet.plain_dataclasses import dataclass
from booklet.structure import Element

_BETWEEN = " · "
_GAP = 1.0  # times the size: before the number at the end of a line
_DEEPEST = 0.5  # of the height of the text: what reaches deeper below a title is left out


@dataclass(frozen=True, slots=True)
class Entry:
    """A talk, its first appearance, and its number. `named` are the words by which a running head names it; `back` is where
    its time leads. `says_day` and `says_room` tell that no heading does."""

    talk: Talk
    slot: Slot | None
    number: int
    named: str
    back: str | None
    says_day: bool
    says_room: bool


def beside_title(
    entry: Entry, event: Event, letters: Letters, labels: Labels, element: Element, outdent: float
) -> tuple[Beside, ...]:
    """Lines in the margin column, `outdent` points before the text: time or board, number, and what else there is to say."""
    text, page = letters.style.text, letters.style.page
    lead, number = _lead(entry, event, letters, labels), Run(str(entry.number), voice(text.talk_detail))
    lines = [*((lead, text.talk_time.leading),) * bool(lead), ((number,), text.talk_detail.leading)]
    lines += [((run,), text.talk_detail.leading) for run in _details(entry, event, letters, labels)]
    beside: list[Beside] = []
    below = ASCENT * text.talk_title.size
    for runs, leading in lines:
        words = Paragraph(letters, runs, leading, element.add("P"), align="left")
        words.wrap(page.margin_width, 0)
        drop = below + leading * bool(beside)
        below = drop + (words.line_count - 1) * leading
        if below > page.text_height * _DEEPEST:
            break
        beside.append(Beside(words, -outdent, page.margin_width, drop))
    return tuple(beside)


def above_title(
    entry: Entry, event: Event, letters: Letters, labels: Labels, element: Element
) -> tuple[tuple[Beside, ...], float]:
    """Lines above the title, with the number at the end of the first; and how far they lower the title."""
    text, width = letters.style.text, letters.style.page.text_width
    small, drop = text.talk_detail, ASCENT * text.talk_time.size
    lead = _lead(entry, event, letters, labels)
    parts = (lead, *((run,) for run in _details(entry, event, letters, labels)))
    runs = joined(parts, Run(_BETWEEN, voice(small)))
    words = Paragraph(letters, runs, text.talk_time.leading, element.add("P"), align="left")
    number = Paragraph(letters, (Run(str(entry.number), voice(small)),), small.leading, element.add("P"), align="right")
    room = width - number.natural_width() - _GAP * small.size
    words.wrap(room, 0)
    lines = max(1, words.line_count)
    baseline = drop + (lines - 1) * text.talk_time.leading + text.talk_title.leading
    beside = (*((Beside(words, 0.0, room, drop),) * bool(runs)), Beside(number, 0.0, width, drop))
    return beside, baseline - ASCENT * text.talk_title.size


def depth(beside: tuple[Beside, ...]) -> float:
    """How far below the top of a title the words beside it reach, in points."""
    return max(
        (
            one.drop + (one.paragraph.line_count - 1) * one.paragraph.leading + DESCENT * one.paragraph.size
            for one in beside
        ),
        default=0.0,
    )


def _lead(entry: Entry, event: Event, letters: Letters, labels: Labels) -> tuple[Run, ...]:
    """The time, or the board of what hangs without any, which leads to the program."""
    style, item = letters.style.text.talk_time, entry.slot.item if entry.slot else None
    if item and item.start:
        hours = Run(own_hours(item.start, item.end, event), voice(style), entry.back, labels.to_program)
        return zoned(hours, own_zone(item.start, event))
    if entry.talk.board:
        return (Run(entry.talk.board, voice(style), entry.back, labels.to_program, isolate=True),)
    return ()


def _details(entry: Entry, event: Event, letters: Letters, labels: Labels) -> list[Run]:
    """What became of the talk; its board, where its time comes first; day and room, where no heading says them."""
    style, session = letters.style.text.talk_detail, entry.slot.session if entry.slot else None
    runs = []
    if entry.talk.board and entry.slot and entry.slot.item.start:
        runs.append(Run(entry.talk.board, voice(style), isolate=True))
    if entry.talk.status:
        runs.append(Run(labels.status(entry.talk.status), bold_voice(style, letters.style.colors.accent), isolate=True))
    if session and session.timed and entry.says_day:
        runs.append(Run(printed_day(session.day, event.language), voice(style), isolate=True))
    if session and session.room and entry.says_room:
        runs.append(Run(session.room, voice(style), isolate=True))
    return runs
