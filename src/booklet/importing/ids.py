"""What a source calls its talks, sessions and affiliations into ids that people can read, the same in every import."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from booklet import limits
from booklet.importing.meeting import ImportedSession, ImportedTalk, Meeting
from booklet.model.person_name import person_name
from booklet.model.rich_text import plain
from booklet.plain_dataclasses import dataclass, replace
from booklet.reading.markdown import markdown_line

_LETTERS = str.maketrans(
    {
        "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "ð": "d",
        "þ": "th", "Þ": "Th", "ı": "i", "ə": "e",
    }
)  # fmt: skip
_TITLE = 40  # characters of a title in an id
_SHORT = 24  # characters of an affiliation in its key
_IN_BRACKETS = re.compile(r"\(([A-Z][A-Za-z&-]{1,11})\)")
_SMALL = frozenset(
    {"the", "of", "and", "for", "de", "la", "le", "du", "der", "die", "das", "und", "et", "di", "del", "a"}
)
# No name of a file on Windows.
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))})


@dataclass(frozen=True, slots=True)
class Ids:
    """The ids of talks and of sessions by their keys in the source, and the keys of affiliations by their texts."""

    talks: Mapping[str, str]
    sessions: Mapping[str, str]
    affiliations: Mapping[str, str]


NO_IDS = Ids({}, {}, {})


def ids_of(meeting: Meeting, last: Ids, taken: Iterable[str] = ()) -> Ids:
    """Ids for all of a meeting. Those of the `last` import stay; none is given that it had for something else, or that is
    `taken` by a talk that no import wrote."""
    affiliations = dict.fromkeys(
        text for talk in meeting.talks for author in talk.authors for text in author.affiliations if text
    )
    return Ids(
        _given([(talk.key, _talk_id(talk)) for talk in meeting.talks], last.talks, taken),
        _given([(session.key, _session_id(session)) for session in meeting.sessions], last.sessions, ()),
        _given([(text, _affiliation_key(text)) for text in affiliations], last.affiliations, ()),
    )


def with_known_ids(last: Ids, talks: Iterable[str]) -> Ids:
    """The ids of the `last` import, with those of talks that bring their own, so that no other talk is given them."""
    taken = set(last.talks.values())
    return replace(last, talks={**last.talks, **{one: one for one in talks if one not in taken}})


def identifier(text: str, most: int = limits.IDENTIFIER) -> str:
    """A text as an id of at most so many characters, cut between words; empty when it has no letter that an id takes."""
    plain_letters = unicodedata.normalize("NFKD", text.translate(_LETTERS)).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", plain_letters.lower())).strip("-")
    if len(slug) > most:
        slug = slug[: most + 1].rpartition("-")[0] or slug[:most]
    return f"{slug}-1" if slug in _DEVICES else slug.strip("-")


def _talk_id(talk: ImportedTalk) -> str:
    """The family name of who presents, or of the first author; else the title."""
    if talk.id:
        return talk.id
    author = next((author for author in talk.authors if author.presenting), next(iter(talk.authors), None))
    family = identifier(person_name(author.name).family, _TITLE) if author else ""
    return family or _words(talk.title) or "talk"


def _session_id(session: ImportedSession) -> str:
    return _words(session.title) or "session"


def _words(title: str) -> str:
    """The words of a title without their markup, as an id."""
    return identifier(plain(markdown_line(title, "en-US", {}, [])), _TITLE)


def _affiliation_key(text: str) -> str:
    """The short form that an affiliation gives itself (`(SMHI)`), else what stands before its first comma, shortened."""
    if found := _IN_BRACKETS.search(text):
        return identifier(found[1]) or "affiliation"
    words = [word for word in re.split(r"[^\w'’]+", text.split(",")[0]) if word and word.lower() not in _SMALL]
    return identifier(" ".join(words), _SHORT) or identifier(text, _SHORT) or "affiliation"


def _given(wanted: list[tuple[str, str]], last: Mapping[str, str], taken: Iterable[str]) -> dict[str, str]:
    used = {*last.values(), *taken}
    numbers: dict[str, int] = {}
    given: dict[str, str] = {}
    for key, wish in wanted:
        if key in last:
            given[key] = last[key]
        elif key not in given:
            given[key] = _free(wish, used, numbers)
            used.add(given[key])
    return given


def _free(wish: str, used: set[str], numbers: dict[str, int]) -> str:
    """The wish, or the wish with the first free number; `numbers` keeps where to look on for it."""
    if wish not in used:
        return wish
    short = wish[: limits.IDENTIFIER - 6].strip("-")
    number = numbers.get(short, 2)
    while f"{short}-{number}" in used:
        number += 1
    numbers[short] = number + 1
    return f"{short}-{number}"
