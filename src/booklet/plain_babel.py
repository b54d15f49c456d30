"""Babel's words of languages without its look at the computer → what is used of it here.

When it is first imported, Babel 2.18 asks the system for its time zone, on which no booklet depends: it opens whatever file
the variable TZ names, and raises when that is no zone. A module that says UTC takes the place of the one that asks.
"""

import sys
from datetime import UTC
from types import ModuleType

_silent = ModuleType("babel.localtime")
vars(_silent)["LOCALTZ"] = UTC
sys.modules.setdefault("babel.localtime", _silent)

from babel import Locale, UnknownLocaleError  # noqa: E402
from babel.dates import format_date, format_interval, format_skeleton, format_time  # noqa: E402

__all__ = [
    "Locale",
    "UnknownLocaleError",
    "format_date",
    "format_interval",
    "format_skeleton",
    "format_time",
    "locale_of",
]


def locale_of(language: str) -> Locale:
    """What Babel knows of a BCP 47 language: of its region, else of the language, else of American English."""
    for tag in (language, language.split("-")[0]):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en", "US")
