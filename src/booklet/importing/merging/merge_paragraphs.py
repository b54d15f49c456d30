"""Three versions of an abstract into edits of the organizer's, paragraph by paragraph."""

import re

from booklet.codes import CHANGED_UPSTREAM, CONFLICT
from booklet.importing.merging import wording
from booklet.importing.merging.differences import Difference, differences
from booklet.importing.merging.edits import Edit
from booklet.importing.merging.plain_values import shown
from booklet.importing.merging.wording import Remark
from booklet.plain_dataclasses import dataclass

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class MergedText:
    """The edits of the organizer's text, and what is to be said."""

    edits: tuple[Edit, ...]
    remarks: tuple[Remark, ...]


def merge_paragraphs(last: str, mine: str, theirs: str, name: str) -> MergedText:
    """Merge. Texts end with a line feed; `name` is what they are called in remarks: abstract of talk "alexe"."""
    before, here, there = _paragraphs(last), _paragraphs(mine), _paragraphs(theirs)
    own = differences(_texts(before), _texts(here))
    edits: list[Edit] = []
    remarks: list[Remark] = []
    touched: set[Difference] = set()
    for new in differences(_texts(before), _texts(there)):
        text = theirs[there[new.first].start : there[new.last - 1].end].rstrip() if new.first < new.last else ""
        meeting = [one for one in own if _meet(one, new)]
        touched.update(meeting)
        at = new.start + sum(
            (d.last - d.first) - (d.end - d.start) for d in own if d.end <= new.start and d not in meeting
        )
        if not meeting:
            edit = _edit(mine, here, at, at + new.end - new.start, text)
            edits.append(edit)
            remarks.append(_changed(new, name, edit.start))
        elif not _agree(meeting, new, here, there):
            remarks.append(_conflict(new, name, mine, here[meeting[0].first : meeting[-1].last], text))
    remarks += [wording.kept(()) for one in own if one not in touched]
    return MergedText(tuple(edits), tuple(remarks))


def _paragraphs(text: str) -> tuple[_Paragraph, ...]:
    return tuple(
        _Paragraph(found.start(), found.end(), "\n".join(line.rstrip() for line in found[0].split("\n")))
        for found in _PARAGRAPH.finditer(text)
    )


def _texts(paragraphs: tuple[_Paragraph, ...]) -> tuple[str, ...]:
    return tuple(paragraph.text for paragraph in paragraphs)


def _meet(one: Difference, other: Difference) -> bool:
    """Whether two differences from one text are about the same paragraphs, or put some in at the same point."""
    if one.start == one.end and other.start == other.end:
        return one.start == other.start
    if one.start == one.end or other.start == other.end:
        point, (start, end) = (
            (one.start, (other.start, other.end)) if one.start == one.end else (other.start, (one.start, one.end))
        )
        return start < point < end
    return max(one.start, other.start) < min(one.end, other.end)


def _agree(own: list[Difference], new: Difference, here: tuple[_Paragraph, ...], there: tuple[_Paragraph, ...]) -> bool:
    """Whether the organizer changed the same paragraphs to the same text."""
    if len(own) != 1 or (own[0].start, own[0].end) != (new.start, new.end):
        return False
    return _texts(here[own[0].first : own[0].last]) == _texts(there[new.first : new.last])


def _edit(mine: str, here: tuple[_Paragraph, ...], start: int, end: int, text: str) -> Edit:
    """Paragraphs `start` up to `end` become a text; what parts them from the others stays."""
    if start < end and text:
        return Edit(here[start].start, here[end - 1].end, text)
    if start < end:
        if end < len(here):
            return Edit(here[start].start, here[end].start, "")
        return Edit(here[start - 1].end if start else here[0].start, here[end - 1].end, "")
    if start:
        return Edit(here[start - 1].end, here[start - 1].end, f"\n\n{text}")
    return Edit(here[0].start, here[0].start, f"{text}\n\n") if here else Edit(len(mine), len(mine), f"{text}\n")


def _where(new: Difference, name: str) -> str:
    first, last = new.start + 1, new.end
    return f"paragraph {first} of the {name}" if last <= first else f"paragraphs {first} to {last} of the {name}"


def _changed(new: Difference, name: str, offset: int) -> Remark:
    what = "is new" if new.start == new.end else "is gone" if new.first == new.last else "has changed"
    if new.end > new.start + 1:
        what = what.replace("is", "are").replace("has", "have")
    return Remark(CHANGED_UPSTREAM, f"{_where(new, name)} {what}", (), None, offset)


def _conflict(new: Difference, name: str, mine: str, own: tuple[_Paragraph, ...], text: str) -> Remark:
    here = shown(mine[own[0].start : own[-1].end]) if own else "taken out"
    there = shown(text) if text else "taken out"
    message = f"{_where(new, name)}: {here} here, {there} in the source; yours stays"
    return Remark(CONFLICT, message, (), wording.FRESH, own[0].start if own else 0)
