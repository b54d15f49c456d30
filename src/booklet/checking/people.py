"""Rules about people: one person under several spellings, names that are none, somebody in two places at once."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from booklet.codes import BUSY_PERSON, NAME_VARIANT, ODD_NAME, SHORT_NAME
from booklet.finding import Finding
from booklet.model.person_name import folded, likeness, likeness_keys, person_name
from booklet.model.program import Program
from booklet.place import Place

_MARKS = re.compile(r"[*†‡§¶#^°]|[\u00b9\u00b2\u00b3\u2070-\u2079]")
_SEVERAL = re.compile(r";|\s(?:and|und|et|y|&)\s", re.IGNORECASE)
_NOBODY = re.compile(r"(?:tba|tbc|tbd|n\.? ?n\.?|anonymous|unknown|to be \w+|name|author|\?+|-+)", re.IGNORECASE)
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARABIC", "HEBREW", "DEVANAGARI", "CJK", "HIRAGANA", "KATAKANA", "HANGUL")


@dataclass(frozen=True, slots=True)
class _Mention:
    """A name where it stands; `group` is that of people named together, who are different people."""

    name: str
    place: Place
    group: str
    talk: str | None


def name_variants(program: Program) -> Iterator[Finding]:
    """K060, K061: names that look like those of one person. That of people.yaml is taken for the right one, otherwise the
    commonest, and of these the one with most letters and accents."""
    known = dict(program.people)
    mentions: dict[str, list[_Mention]] = defaultdict(list)
    for mention in _mentions(program):
        mentions[mention.name].append(mention)
    for name, place in known.items():
        mentions[name].insert(0, _Mention(name, place, "people", None))
    together = {name: {mention.group for mention in found} for name, found in mentions.items()}
    buckets: dict[str, list[str]] = defaultdict(list)
    for name in mentions:
        for key in set(likeness_keys(name)):
            buckets[key].append(name)
    pairs = {tuple(sorted((one, two))) for names in buckets.values() for one in names for two in names if one != two}
    for one, two in sorted(pairs):
        how = likeness(one, two)
        if how and not together[one] & together[two]:
            right, wrong = sorted(
                (one, two), key=lambda name: (name not in known, -len(mentions[name]), -len(name.encode()), name)
            )
            yield _variant(mentions[right], mentions[wrong], sure=how == "same")


def _variant(right: list[_Mention], wrong: list[_Mention], *, sure: bool) -> Finding:
    first, name = wrong[0], right[0].name
    proposal = f"{{name: {name}, aliases: [{first.name}]}}"
    verb = "looks like another spelling of" if sure else "may be the same person as"
    message = f'"{first.name}" {verb} "{name}"'
    hint = f"write it one way, or add to content/people.yaml: {proposal}"
    also = (right[0].place, *(mention.place for mention in wrong[1:]))
    return Finding(NAME_VARIANT if sure else SHORT_NAME, message, first.place, hint, also, talk=first.talk)


def odd_names(program: Program) -> Iterator[Finding]:
    """K062: what stands for a name and cannot be one, or not as it is written."""
    for mention in _mentions(program):
        if trouble := _oddity(mention.name):
            what, hint = trouble
            yield Finding(ODD_NAME, f'the name "{mention.name}" {what}', mention.place, hint, talk=mention.talk)


def _oddity(name: str) -> tuple[str, str] | None:
    words = name.split()
    if "@" in name:
        return "is an e-mail address", "write the name of the person"
    if _NOBODY.fullmatch(name.strip()):
        return "stands for nobody", "leave the person out until the name is known"
    if _MARKS.search(name) or any(unicodedata.category(sign)[0] == "S" for sign in name):
        return "has a mark in it", "affiliations are numbered by booklet, and presenting: true marks who presents"
    if any(sign.isdigit() for sign in name):
        return "has a digit in it", "check the spelling"
    if _SEVERAL.search(name) or (name.count(",") > 1 and not person_name(name).suffix):
        return "looks like several people", "give each author an entry of the list"
    if any(len(_scripts(word)) > 1 for word in words):
        return (
            "mixes letters of two scripts in one word",
            "write the word anew: letters that look alike are not the same",
        )
    if len(words) > 1 and name.isupper() and all(len(word) > 2 for word in words):
        return "is in capitals", f"write it as it is to be printed: {name.title()}"
    return None


def _scripts(word: str) -> set[str]:
    names = (unicodedata.name(sign, "") for sign in word if sign.isalpha())
    found = {script for name in names for script in _SCRIPTS if name.startswith(script)}
    return found - {"HIRAGANA", "KATAKANA", "CJK"} if found & {"HIRAGANA", "KATAKANA"} else found


def busy_people(program: Program) -> Iterator[Finding]:
    """K044: somebody presents or chairs in two sessions at one time."""
    duties: dict[str, list[_Duty]] = defaultdict(list)
    for duty in _duties(program):
        duties[folded(duty.name)].append(duty)
    for own in duties.values():
        own.sort(key=lambda duty: (duty.start.timestamp(), duty.session))
        for at, one in enumerate(own):
            for two in own[at + 1 :]:
                if two.start.timestamp() >= one.end.timestamp():
                    break
                if one.session != two.session:
                    when = f"{two.start:%Y-%m-%d} {two.start:%H:%M}"
                    message = (
                        f'"{two.name}" {two.does} in session "{two.session}" and {one.does} in "{one.session}", {when}'
                    )
                    hint = "move one of them, or let another present or chair"
                    yield Finding(BUSY_PERSON, message, two.place, hint, (one.place,), talk=two.talk)


@dataclass(frozen=True, slots=True)
class _Duty:
    """When somebody has to be in a session."""

    name: str
    does: str
    session: str
    start: datetime
    end: datetime
    place: Place
    talk: str | None = None


def _duties(program: Program) -> Iterator[_Duty]:
    for session in program.sessions:
        if session.end:
            for index, chair in enumerate(session.chairs):
                place = session.places.of("chairs", index)
                yield _Duty(chair, "chairs", session.id, session.start, session.end, place)
        for item in session.items:
            talk = item.talk
            if talk is None or not item.start or not item.end or talk.status == "cancelled":
                continue
            presenters = talk.presenters or (talk.authors if len(talk.authors) == 1 else ())
            if len(presenters) == 1:  # of several presenters one can do it alone
                place = item.places.of("talk")
                yield _Duty(presenters[0].name, "presents", session.id, item.start, item.end, place, talk.id)


def _mentions(program: Program) -> Iterator[_Mention]:
    for index, person in enumerate(program.event.organizers):
        yield _Mention(person.name, program.event.places.of("organizers", index, "name"), "organizers", None)
    for session in program.sessions:
        for index, chair in enumerate(session.chairs):
            yield _Mention(chair, session.places.of("chairs", index), f"chairs {session.id}", None)
    for talk in program.talks:
        for index, author in enumerate(talk.authors):
            place = talk.places.of("authors", index, "name")
            yield _Mention(author.name, place, f"talk {talk.id}", talk.id)
