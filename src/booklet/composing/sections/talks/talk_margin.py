"""What stands beside a talk in the margin column: when it is, here and elsewhere."""

from datetime import datetime

from booklet.composing.labels import Labels
from booklet.composing.text import WIDE, bold_voice, day_mark, mark_voice, space_to, unbroken, voice
from booklet.composing.times import printed_minutes, printed_range, printed_time, zone_name
from booklet.flowable import Block
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import ASCENT, Paragraph
from booklet.lettering.runs import Run
from booklet.model.event import Event
from booklet.model.local_times import LocalTimes, local_times
from booklet.model.program import Slot
from booklet.model.talk import Talk
from booklet.plain_dataclasses import replace
from booklet.structure import Element
from booklet.styling.style import TextStyle

_MOST_CITIES = 8  # what the margin of the smallest page holds, even when every name takes two lines


def talk_margin(
    event: Event,
    talk: Talk,
    slot: Slot | None,
    room: str,
    letters: Letters,
    labels: Labels,
    element: Element,
    back: str | None,
) -> tuple[Block, ...]:
    """Time in the zone of the session, minutes, room, board, what became of the talk, and local times. `back` is where the
    time leads."""
    text = letters.style.text
    time, small = text.talk_time, text.talk_detail
    blocks: list[Block] = []
    start, end = slot.times if slot else (None, None)
    # The first baseline is that of the title beside it.
    drop = ASCENT * (text.talk_title.size - (time if start else small).size)
    if slot and start:
        run = Run(printed_range(start, end, event.clock, event.language), voice(time), back, labels.to_program)
        blocks.append(Block(Paragraph(letters, (run,), time.leading, element.add("P"), align="left"), drop))
        minutes = printed_minutes(slot.item.minutes, slot.item.questions)
        words = (
            Run(zone_name(start), voice(small), isolate=True),
            Run(f" · {minutes}" * bool(minutes), voice(small)),
        )
        detail = Paragraph(letters, words, small.leading, element.add("P"), align="left")
        blocks.append(Block(detail, space_to(time, small, small.leading * 1.15)))
    board = (Run(f"{labels.board} {talk.board}", voice(small), isolate=True),) * bool(talk.board)
    where = (Run(room, voice(small), isolate=True),) * bool(room)
    status = Run(labels.status(talk.status), bold_voice(small, letters.style.colors.accent))
    for run in (*where, *board, *(status,) * bool(talk.status)):
        space = space_to(small, small, small.leading * 1.15) if blocks else drop
        blocks.append(Block(Paragraph(letters, (run,), small.leading, element.add("P"), align="left"), space))
    return (*blocks, *(_elsewhere(event, start, end or start, letters, element, small) if start else ()))


def _elsewhere(
    event: Event, start: datetime, end: datetime, letters: Letters, element: Element, above: TextStyle
) -> list[Block]:
    """The start on the clocks of the city in the middle of every region, from west to east; of the first eight regions."""
    style, day, here = letters.style.text.talk_local, start.date(), str(start.tzinfo)
    cities = [region.cities[len(region.cities) // 2] for region in event.regions if region.cities]
    times = [local_times(city, start, end, day) for city in cities if city.zone != here]
    blocks: list[Block] = []
    for local in sorted(times[:_MOST_CITIES], key=lambda local: str(local.start.replace(tzinfo=None))):
        runs = _local_runs(local, event, letters)
        space = space_to(style, style, style.leading) if blocks else space_to(above, style, style.leading * 1.9)
        blocks.append(Block(Paragraph(letters, runs, style.leading, element.add("P"), align="left"), space))
    return blocks


def _local_runs(local: LocalTimes, event: Event, letters: Letters) -> tuple[Run, ...]:
    style, colors = letters.style.text.talk_local, letters.style.colors
    runs = [Run(printed_time(local.start, event.clock, event.language), voice(replace(style, color=colors.ink)))]
    if local.start_day:
        runs.append(Run(day_mark(local.start_day), mark_voice(style, colors.accent), isolate=True))
    city = unbroken(local.city.label)
    return (*runs, Run(f"{WIDE} {city}", voice(style)))
