"""What a schedule says of an event into a talk: the parts that systems of one family have in common."""

import re
from collections import Counter
from collections.abc import Iterable

from booklet.codes import CHANGED_TEXT, CONTRADICTION, LEFT_OUT, PRIVATE, UNUSED_FIELD
from booklet.finding import Finding
from booklet.importing.cleaning.addresses import web_address
from booklet.importing.cleaning.escaped import escaped
from booklet.importing.cleaning.kinds import session_kind, talk_kind
from booklet.importing.cleaning.languages import language_tag
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.prose import prose
from booklet.importing.cleaning.title_text import title_text
from booklet.importing.meeting import ImportedLink, ImportedTalk
from booklet.importing.meeting_parts.happening import Happening
from booklet.importing.meeting_parts.speakers import Speaker, authors_of
from booklet.place import Place
from booklet.plain_dataclasses import dataclass, replace

_ONE_SLASH = re.compile(r"(https?):/(?=[^/\s])", re.IGNORECASE)
_HOST = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,12}/?", re.IGNORECASE | re.ASCII)
_MEETING_ROOM = re.compile(
    r"https?://(?:[^/]{1,100}\.)?(?:zoom\.us|zoom\.com|teams\.microsoft\.com|teams\.live\.com|meet\.google\.com|webex\.com"
    r"|gotomeeting\.com|whereby\.com|meet\.jit\.si)/",
    re.IGNORECASE,
)
# Labels on so many events are the system's own: rooms to chat in, forms for feedback.
_MANY = 10
_MOST = 0.8
_MINUTES_AND_MORE = re.compile(
    r"(\d{1,3})\s*(?:min(?:ute)?s?|')?\s*(?:talk\s*)?\+\s*(\d{1,3})\s*(?:min|')?", re.IGNORECASE
)
_MINUTES_EACH = re.compile(r"(\d{1,3})\s*-?(?:min(?:ute)?s?\b|')", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """Of a talk, as the source writes it; links are pairs of address and label. `form` is that of the texts."""

    key: str
    title: str
    place: Place
    subtitle: str = ""
    abstract: str = ""
    description: str = ""
    form: str = "any"
    speakers: tuple[Speaker, ...] = ()
    kind: str = ""
    language: str = ""
    track: str = ""
    keywords: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    status: str = ""
    board: str = ""


def happening_of(said: Said, at: Happening, findings: list[Finding]) -> Happening:
    """The happening with its talk; what nobody speaks in and nothing is said of, and is called like a break, is no talk."""
    title = title_text(said.title, said.place, findings)
    if not said.speakers and not said.abstract.strip() and not said.description.strip():
        kind = session_kind(said.title) or session_kind(said.kind)
        if kind in {"break", "social", "plenary"}:
            return replace(at, kind=kind, title=title, talk=None)
    talk = talk_of(said, findings)
    kind = at.kind or {"keynote": "keynote", "poster": "posters"}.get(talk.kind, "")
    return replace(at, talk=talk, kind=kind, questions=at.questions or questions_in(said, at, findings))


def talk_of(said: Said, findings: list[Finding]) -> ImportedTalk:
    """The talk; abstract and description follow each other, unless one says what the other says."""
    place = said.place
    return ImportedTalk(
        key=said.key,
        title=title_text(said.title, place, findings),
        place=place,
        abstract=_text(said, findings),
        authors=authors_of(said.speakers, findings),
        kind=talk_kind(said.kind),
        language=language_tag(said.language),
        track=one_line(said.track, place, findings),
        board=one_line(said.board, place, findings),
        status=said.status,
        keywords=tuple(dict.fromkeys(word for text in said.keywords if (word := one_line(text, place, findings)))),
        links=_links(said.links, place, findings),
    )


def questions_in(said: Said, at: Happening, findings: list[Finding]) -> int | None:
    """Minutes of questions, where the kind of the event says how long it is ("Lecture 20 min + 5 min Q&A")."""
    both = _MINUTES_AND_MORE.search(said.kind[:200])
    minutes = (
        [int(part) for part in both.groups()]
        if both
        else [int(part) for part in _MINUTES_EACH.findall(said.kind[:200])]
    )
    if not minutes or at.minutes is None:
        return None
    if sum(minutes) != at.minutes:
        message = (
            f'events of the kind "{said.kind[:60]}" have other minutes: those of their places in the program are taken'
        )
        findings.append(Finding(CONTRADICTION, message, said.place))
        return None
    return minutes[-1] if len(minutes) == 2 else None


def without_system_links(events: Iterable[Said], place: Place, findings: list[Finding]) -> tuple[Said, ...]:
    """The events without the links that nearly all have under the same label."""
    events = tuple(events)
    counts = Counter(label for said in events for label in dict.fromkeys(label for _, label in said.links if label))
    common = [label for label, count in counts.items() if count >= max(_MANY, _MOST * len(events))]
    for label in common:
        message = f'links "{label[:60]}" stand with nearly every event, and are left out'
        findings.append(Finding(UNUSED_FIELD, message, place))
    return tuple(
        replace(said, links=tuple(link for link in said.links if link[1] not in common)) if said.links else said
        for said in events
    )


def _text(said: Said, findings: list[Finding]) -> str:
    abstract = prose(said.abstract, said.form, said.place, findings)
    description = prose(said.description, said.form, said.place, findings)
    texts = [abstract, description]
    if _plain(abstract) in _plain(description):
        texts = [description]
    elif _plain(description) in _plain(abstract):
        texts = [abstract]
    subtitle = one_line(said.subtitle, said.place, findings)
    if subtitle and _plain(subtitle) not in {_plain(said.title), _plain(abstract), _plain(description)}:
        texts.insert(0, f"*{escaped(subtitle)}*")
    return "\n\n".join(text for text in texts if text)


def _plain(text: str) -> str:
    """Letters and digits alone, by which two texts are compared."""
    return "".join(re.findall(r"\w+", text.casefold()))


def _links(links: tuple[tuple[str, str], ...], place: Place, findings: list[Finding]) -> tuple[ImportedLink, ...]:
    found: dict[str, ImportedLink] = {}
    for written, label in links:
        if not written.strip():
            continue
        if _MEETING_ROOM.match(written.strip()):
            findings.append(Finding(PRIVATE, "a link to a meeting room is left out", place))
            continue
        mended = _ONE_SLASH.sub(r"\1://", written.strip(), count=1)
        mended = f"https://{mended}" if _HOST.fullmatch(mended) else mended
        address = web_address(mended)
        if not address:
            message = f'"{written.strip()[:60]}" is no address of the web: the link is left out'
            findings.append(Finding(LEFT_OUT, message, place))
            continue
        if mended != written.strip():
            message = f'"{written.strip()[:60]}" is taken for the address "{mended[:60]}"'
            findings.append(Finding(CHANGED_TEXT, message, place))
        shown = one_line(label, place, findings)
        found.setdefault(address, ImportedLink(address, "" if shown == written.strip() else shown))
    return tuple(found.values())
