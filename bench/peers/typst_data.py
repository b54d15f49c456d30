"""An invented conference and a style of booklet → the data that booklet.typ sets: words, and numbers of the page."""

import unicodedata
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from itertools import groupby
from typing import Any

from fontTools.ttLib import TTFont
from texts.conference import ORGANIZER, QUESTIONS, TALK, TITLE, TOPIC, InventedSession
from texts.invented import InventedTalk

from booklet.plain_dataclasses import fields
from booklet.styling.style import Style

_PLAIN = str.maketrans({"ø": "o", "ł": "l", "ß": "ss", "’": ""})
_DAY, _SHORT_DAY = "%A, %B {0}, %Y", "%A, %B {0}"


def conference_data(sessions: tuple[InventedSession, ...]) -> dict[str, Any]:
    """Days of sessions of talks, their times in words. Authors have the key by which an index sorts them."""
    first, last = (_date(session, _DAY) for session in (sessions[0], sessions[-1]))
    return {
        "title": TITLE,
        "topic": TOPIC,
        "subtitle": "Program and abstracts",
        "dates": first if first == last else f"{first} – {last}",
        "organizer": ", ".join(ORGANIZER),
        "days": [
            {"date": _date(run[0], _SHORT_DAY), "sessions": list(map(_session, run))}
            for run in (list(some) for _, some in groupby(sessions, lambda session: session.start.date()))
        ],
    }


def _date(session: InventedSession, form: str) -> str:
    return session.start.strftime(form).format(session.start.day)


def _session(session: InventedSession) -> dict[str, Any]:
    length = timedelta(minutes=TALK + QUESTIONS)
    end = session.start + length * len(session.talks)
    return {
        "title": f"Session {session.number + 1}",
        "times": f"{session.start:%H:%M}–{end:%H:%M}",
        "talks": [
            {"times": f"{start:%H:%M}–{start + length:%H:%M}", "minutes": f"{TALK}′ + {QUESTIONS}′"} | _talk(talk)
            for start, talk in session.starts()
        ],
    }


def _talk(talk: InventedTalk) -> dict[str, Any]:
    marks = {key: str(number) for number, key in enumerate(talk.affiliations, 1)}
    return {
        "id": talk.id,
        "title": talk.title,
        "authors": [
            {
                "given": one.given,
                "family": one.family,
                "key": f"{_plain(one.family)} {_plain(one.given)}",
                "mark": marks[one.affiliation],
                "presenting": one.presenting,
            }
            for one in talk.authors
        ],
        "affiliations": list(talk.affiliations.values()),
        "abstract": list(talk.abstract),
    }


def _plain(name: str) -> str:
    decomposed = unicodedata.normalize("NFD", name.casefold()).translate(_PLAIN)
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def style_data(style: Style, layout: str) -> dict[str, Any]:
    """Lengths in points, colors as #RRGGBB, a face as the family and weight of its font file."""
    return {
        "layout": layout,
        "page": _by_name(style.page),
        "colors": {name: _hex(color) for name, color in _by_name(style.colors).items()},
        "faces": dict(_faces(style)),
        "text": {name: _text(text) for name, text in _by_name(style.text).items()},
    }


def _by_name(value: Any) -> dict[str, Any]:
    """The fields of a value."""
    return {field.name: getattr(value, field.name) for field in fields(value)}


def _faces(style: Style) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, file in style.faces:
        font = TTFont(BytesIO(file.data), lazy=True)
        yield name, {"family": font["name"].getBestFamilyName(), "weight": font["OS/2"].usWeightClass}


def _text(text: Any) -> dict[str, Any]:
    return {"face": text.face, "size": text.size, "leading": text.leading, "color": _hex(text.color)}


def _hex(color: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(part * 255):02X}" for part in color)
