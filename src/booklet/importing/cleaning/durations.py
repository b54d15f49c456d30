"""How long something takes, as other systems and people write it, into whole minutes; None for what is doubtful."""

import datetime as dt
import re
import unicodedata

from booklet import limits

_LONGEST = 60
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s?(?:h|hrs?|hours?|std\.?))?", re.ASCII)
_ISO = re.compile(r"P(?:(\d{1,2})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:(\d{1,5})(?:[.,]\d+)?S)?)?", re.ASCII)
_HOUR = r"(?:h|hrs?|hours?|std\.?|stunden?|heures?|horas?|or[ae]|uur|時間)"
_MINUTE = r"(?:m|mins?\.?|minutes?|minuten|minutos?|minut[oi]|mn|['’′´]|分)"
_WORDS = re.compile(
    rf"(?:(\d{{1,2}}(?:[.,]\d{{1,2}})?)\s?{_HOUR})?(?:\s?(?:and|und|et|y|,)?\s?(\d{{1,4}})\s?{_MINUTE}?)?"
)
_PARTS = re.compile(rf"\(?(\d{{1,4}})\s?{_MINUTE}?\s?\+\s?(\d{{1,4}})\s?{_MINUTE}?\)?")


def duration(text: str) -> int | None:
    """Minutes, 1 to a day of them, talk and questions together: "00:30", "1:30:00", "PT45M", "30 min", "1h30", "45"."""
    written = _plain(text)
    if len(written) > _LONGEST:
        return None
    if both := parts(text):
        return sum(both)
    if found := _CLOCK.fullmatch(written):
        hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return _taken(hours * 60 + minutes + seconds // 60) if minutes < 60 and seconds < 60 else None
    if found := _ISO.fullmatch(written.upper()):
        days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return _taken(days * 1440 + hours * 60 + minutes + seconds // 60)
    found = _WORDS.fullmatch(written)
    if not found or not (found[1] or found[2]):
        return None
    exact = float((found[1] or "0").replace(",", ".")) * 60 + int(found[2] or 0)
    return _taken(round(exact))


def parts(text: str) -> tuple[int, int] | None:
    """Minutes of the talk and of the questions after it: "18 + 2", "(18' + 2')", "18+2 min"; else None."""
    written = _plain(text)
    found = _PARTS.fullmatch(written) if len(written) <= _LONGEST else None
    if not found:
        return None
    talk, questions = int(found[1]), int(found[2])
    return (talk, questions) if talk and talk + questions <= limits.MINUTES else None


def _plain(text: str) -> str:
    kept = text[: 2 * _LONGEST].replace("′", "'").replace("´", "'")
    return " ".join(unicodedata.normalize("NFKC", kept).split()).casefold()


def _taken(minutes: int) -> int | None:
    return minutes if 1 <= minutes <= limits.MINUTES else None


def minutes_between(start: dt.datetime, end: dt.datetime | None) -> int | None:
    """The minutes between two moments; None where there is no end, or where one of the two alone has an offset."""
    if end is None or (end.tzinfo is None) != (start.tzinfo is None):
        return None
    return round((end - start).total_seconds() / 60)
