"""A short text of another system into one line of plain text: rooms, tracks, keywords, affiliations."""

import re

from booklet import limits
from booklet.finding import Finding
from booklet.importing.cleaning.bounds import bounded_line, bounded_source
from booklet.importing.cleaning.private import without_private
from booklet.place import Place
from booklet.reading import clean_text
from booklet.reading.clean_text import clean
from booklet.reading.html_rules import decoded
from booklet.reading.latex_letters import plain_letters

_TAG = re.compile(r"</?(?:p|br|em|i|strong|b|sup|sub|span|div|u|small|font|a)(?:\s[^<>]{0,500})?/?>", re.IGNORECASE)


def one_line(text: str, place: Place, findings: list[Finding]) -> str:
    """One line without markup, at most 500 characters."""
    said: list[Finding] = []
    text = bounded_source(text, limits.SHORT, place, said)
    text = decoded(plain_letters(_TAG.sub(_blank_or_nothing, clean(text).text)))
    text = without_private(clean_text.one_line(clean(text).text), place, said)
    made = bounded_line(clean_text.one_line(text), limits.SHORT, place, said)
    findings += dict.fromkeys(said)
    return made


def _blank_or_nothing(found: re.Match[str]) -> str:
    return " " if re.match(r"</?(?:p|br|div)\b", found[0], re.IGNORECASE) else ""
