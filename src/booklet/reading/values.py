"""The text of one value into what it means: a date, a time of day, minutes, a tag; or a refusal that says what to write."""

import difflib
import re
import unicodedata
from datetime import date, time
from typing import Literal

from booklet import limits
from booklet.codes import (
    BAD_DATE,
    BAD_ID,
    BAD_LANGUAGE,
    BAD_MINUTES,
    BAD_PATH,
    BAD_TIME,
    BAD_VALUE,
    CODES,
    TOO_LARGE,
)
from booklet.finding import Severity
from booklet.model.settings import DEFAULT_SECTIONS, PAGE_PREFIX
from booklet.reading.addresses import link_address
from booklet.reading.clean_text import clean
from booklet.reading.nearest_values import nearest_date, nearest_minutes, nearest_time
from booklet.reading.project_file import path_trouble
from booklet.reading.shapes import RefusedError
from booklet.units import share

_TAG = re.compile(r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?", re.IGNORECASE | re.ASCII)
_DEVICES = {"con", "prn", "aux", "nul", *(f"{name}{digit}" for name in ("com", "lpt") for digit in range(10))}
_LANGUAGE_NAMES = {
    "chinese": "zh-Hans", "deutsch": "de", "english": "en-US", "español": "es", "finnish": "fi", "français": "fr",
    "french": "fr", "german": "de", "italian": "it", "italiano": "it", "japanese": "ja", "korean": "ko", "portuguese": "pt",
    "russian": "ru", "spanish": "es",
}  # fmt: skip


# What people call kinds of sessions, items and talks.
_KINDS_MEANT = {
    "coffee": "break", "coffee-break": "break", "lunch": "break", "lunch-break": "break", "pause": "break",
    "registration": "break", "banquet": "social", "dinner": "social", "excursion": "social", "party": "social",
    "reception": "social", "ceremony": "plenary", "closing": "plenary", "opening": "plenary", "welcome": "plenary",
    "invited": "keynote", "oral": "talk", "poster": "posters", "poster-session": "posters", "parallel": "session",
}  # fmt: skip


def read_date(text: str) -> date:
    """A day written as 2026-04-23."""
    found = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text.strip(), re.ASCII)
    if not found:
        raise RefusedError(BAD_DATE, f'"{text[:40]}" is not a date', nearest_date(text))
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        raise RefusedError(
            BAD_DATE, f'"{text[:40]}" is not a day of the calendar', "check the month and the day"
        ) from None
    if not 1900 <= day.year <= 2199:
        raise RefusedError(BAD_DATE, f'"{text[:40]}" is too far away', "years from 1900 to 2199 are taken")
    return day


def read_time(text: str) -> time:
    """A time of day on the 24-hour clock: 7:05 and 07:05 are the same; 7.05, 0705, 7:05 pm and 24:00 are refused."""
    text = text.strip()
    found = re.fullmatch(r"(\d{1,2}):(\d{2})", text, re.ASCII)
    if found and int(found[1]) < 24 and int(found[2]) < 60:
        return time(int(found[1]), int(found[2]))
    raise RefusedError(BAD_TIME, f'"{text[:40]}" is not a time of day', nearest_time(text))


def read_minutes(text: str) -> tuple[int, int]:
    """Minutes of the talk and of the questions after it: "20" is 20 and 0, "18 + 2" is 18 and 2."""
    found = re.fullmatch(r"(\d{1,4})(?:\s*\+\s*(\d{1,4}))?", text.strip(), re.ASCII)
    if not found:
        raise RefusedError(BAD_MINUTES, f'"{text[:40]}" is not a number of minutes', nearest_minutes(text))
    minutes, questions = int(found[1]), int(found[2] or 0)
    if not 1 <= minutes + questions <= limits.MINUTES:
        message = f'"{text[:40]}" is not between 1 and {limits.MINUTES} minutes'
        long = "what takes longer ends on another day: part it, a session for each day"
        unknown = "leave the key out if the duration is not known"
        raise RefusedError(BAD_MINUTES, message, long if minutes + questions else unknown)
    return minutes, questions


def read_id(text: str) -> str:
    """A short name that is the same in files, links and addresses: a-z, 0-9 and hyphens."""
    if re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", text) and len(text) <= limits.IDENTIFIER and text not in _DEVICES:
        return text
    message = f'"{text[:60]}" is not taken as an id'
    rule = f"an id has only a-z, 0-9 and single hyphens, at most {limits.IDENTIFIER} of them"
    if text.lower() in _DEVICES:
        raise RefusedError(BAD_ID, message, f"{text.lower()} is the name of a device on Windows; choose another")
    stem = text.removeprefix("content/").removeprefix("talks/").removesuffix(".md")  # the id of a file is its name
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    nearest = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[: limits.IDENTIFIER].strip("-")
    raise RefusedError(BAD_ID, message, f"{rule}: {nearest}" if nearest and _mostly_kept(text, nearest) else rule)


def _mostly_kept(text: str, nearest: str) -> bool:
    """Whether enough of the letters are left for somebody to know the word again."""
    return 2 * sum(map(str.isalnum, nearest)) > sum(map(str.isalnum, text))


def read_language(text: str) -> str:
    """A language tag (BCP 47) of language, script and region, in its usual case: en-US, de, zh-Hant-TW."""
    found = _TAG.fullmatch(text.strip())
    if found and (found[3] or "").upper() == "UK":
        raise RefusedError(
            BAD_LANGUAGE, f'"{text[:40]}" names no country that has a tag', f"write {found[1].lower()}-GB"
        )
    if not found:
        hyphens = text.strip().replace("_", "-")
        name = hyphens if _TAG.fullmatch(hyphens) else _LANGUAGE_NAMES.get(text.strip().lower())
        hint = f"write {name}" if name else "write a language tag like en-US, en-GB or de"
        raise RefusedError(BAD_LANGUAGE, f'"{text[:40]}" is not a language tag', hint)
    parts = (found[1].lower(), (found[2] or "").title(), (found[3] or "").upper())
    return "-".join(part for part in parts if part)


def read_yes_no(text: str) -> bool:
    """true, yes and on; false, no and off."""
    word = text.strip().lower()
    if word in {"true", "yes", "on"}:
        return True
    if word in {"false", "no", "off"}:
        return False
    raise RefusedError(BAD_VALUE, f'"{text[:40]}" is neither true nor false', "write true or false")


def read_clock(text: str) -> Literal[12, 24]:
    """The 12-hour or the 24-hour clock."""
    hours = text.strip().lower().removesuffix("h").rstrip()
    if hours not in {"12", "24"}:
        raise RefusedError(BAD_VALUE, f'"{text[:40]}" is not a clock', "write 12 or 24")
    return 12 if hours == "12" else 24


def read_website(text: str) -> str:
    """An http or https address."""
    address = link_address(text)
    if not address or address.startswith("mailto:"):
        bare = re.fullmatch(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?", text.strip(), re.IGNORECASE | re.ASCII)
        hint = f"write https://{text.strip()[:80]}" if bare else "write it whole, like https://example.org"
        raise RefusedError(BAD_VALUE, f'"{text[:80]}" is not an address of the web', hint)
    return address


def read_link(text: str) -> str:
    """An http, https, mailto or doi address."""
    address = link_address(text)
    if not address:
        raise RefusedError(
            BAD_VALUE, f'"{text[:80]}" is not taken as an address', "write it whole: https://…, mailto:… or doi:…"
        )
    return address


def read_count(text: str) -> int:
    """A number of words: "300"."""
    if not re.fullmatch(r"[1-9]\d{0,5}", text.strip(), re.ASCII):
        raise RefusedError(BAD_VALUE, f'"{text[:40]}" is not a number of words', "write a number like 300")
    return int(text)


def read_rooms_a_page(text: str) -> int:
    """A number of rooms side by side, 1 to 8."""
    if not re.fullmatch(r"[1-8]", text.strip(), re.ASCII):
        raise RefusedError(
            BAD_VALUE, f'"{text[:40]}" is not a number of rooms on one page', "write a number from 1 to 8"
        )
    return int(text)


def read_section(text: str) -> str:
    """The name of a part of the booklet, or page/ and the name of a free page."""
    if text.startswith(PAGE_PREFIX):
        return PAGE_PREFIX + read_id(text.removeprefix(PAGE_PREFIX).removesuffix(".md"))
    if text not in DEFAULT_SECTIONS:
        hint = nearest_word(text, DEFAULT_SECTIONS)
        if "did you mean" not in hint and "[" not in hint:
            hint = "a page of your own is page/NAME; otherwise " + hint
        raise RefusedError(BAD_VALUE, f'"{text[:60]}" is not taken here', hint)
    return text


def read_orcid(text: str) -> str:
    """An ORCID, alone or as its address, whose check digit is right (ISO 7064, MOD 11-2): "0000-0002-1825-0097"."""
    found = re.fullmatch(r"(?:https?://orcid\.org/)?((?:\d{4}-){3}\d{3}[\dXx])", text.strip(), re.ASCII)
    if not found:
        raise RefusedError(BAD_VALUE, f'"{text[:60]}" is not an ORCID', "write it like 0000-0002-1825-0097")
    digits = found[1].upper().replace("-", "")
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    if "0123456789X"[(12 - total % 11) % 11] != digits[-1]:
        raise RefusedError(BAD_VALUE, f'"{found[1]}" is not an ORCID: its last digit does not fit', "check its digits")
    return found[1].upper()


def read_code(text: str) -> str:
    """The code of a warning or note: "K042"."""
    code = next((code for code in CODES if code.name == text.strip().upper()), None)
    if code is None:
        raise RefusedError(BAD_VALUE, f'"{text[:40]}" is no code of a finding', "`booklet explain` lists all codes")
    if code.severity is Severity.ERROR:
        raise RefusedError(
            BAD_VALUE, f"{code.name} is an error, which cannot be accepted", f"`booklet explain {code.name}` helps"
        )
    return code.name


def read_share(text: str) -> float:
    """A share of a whole: "60 %" or "0.6"."""
    try:
        return share(text)
    except ValueError as error:
        number = re.fullmatch(r"\s*([1-9]\d?(?:\.\d{1,3})?|100)\s*", text, re.ASCII)
        hint = f'did you mean "{number[1]} %"?' if number else "write a number of per cent up to 100 %"
        raise RefusedError(BAD_VALUE, str(error), hint) from None


def nearest_word(text: str, words: tuple[str, ...]) -> str:
    """What to write instead of `text` where one of some words is expected."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) > 1 and all(part in words for part in parts):
        return f"put a list in brackets: [{', '.join(parts)}]"
    plain = text.strip().lower().replace("_", "-").replace(" ", "-")
    if _KINDS_MEANT.get(plain) in words:
        return f'did you mean "{_KINDS_MEANT[plain]}"?'
    near = difflib.get_close_matches(plain, words, 1, 0.6)
    return f'did you mean "{near[0]}"?' if near else "write " + " or ".join(words)


def macro_name(text: str) -> str:
    """The name of a LaTeX command, with its backslash or without: letters only."""
    if not re.fullmatch(r"\\?[A-Za-z]+", text) or len(text) > limits.IDENTIFIER:
        message = f'"{text[:60]}" is not taken as the name of a macro'
        raise RefusedError(BAD_VALUE, message, f"a name has only the letters a-z and A-Z, at most {limits.IDENTIFIER}")
    return text


def read_cover(text: str) -> str:
    """The name of the file of a cover inside content/, like covers/front.pdf."""
    return _path(text, "covers/front.pdf")


def read_figure(text: str) -> str:
    """The name of the file of a figure inside content/, like figures/map.png."""
    return _path(text, "figures/map.png")


def _path(text: str, like: str) -> str:
    if trouble := path_trouble(text):
        message = f'"{text[:80]}" cannot be used: {trouble}'
        raise RefusedError(BAD_PATH, message, f"write a name inside content/, like {like}")
    return text


def within(text: str, limit: int) -> str:
    """The text itself, which has at most `limit` characters."""
    if len(text) > limit:
        message = f"{len(text)} characters are given; at most {limit} are taken"
        raise RefusedError(TOO_LARGE, message, "shorten it")
    return text


def not_empty(text: str) -> str:
    """The text itself, in which something can be seen."""
    if not clean(text).text.strip(" \n\u3000"):
        raise RefusedError(BAD_VALUE, "the text is empty", "write it, or leave out what it belongs to")
    return text
