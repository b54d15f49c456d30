"""Every line of a program document is in the Meeting or in a finding, whatever stands where."""

import re

import pytest
from document_samples import PLAIN, WITH_TABLE, read
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.codes import PRIVATE

# Words that only say what something is, and are printed by booklet itself.
SAID = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "utc",
        "cet",
        "est",
        "cest",
        "gmt",
        "am",
        "pm",
        "min",
        "time",
        "title",
        "topic",
        "talk",
        "speaker",
        "speakers",
        "duration",
        "organizers",
        "authors",
        "author",
        "venue",
        "program",
        "programme",
        "agenda",
        "abstract",
        "abstracts",
        "keywords",
        "references",
        "acknowledgements",
        "and",
        "chair",
        "session",
        "notes",
        "note",
        "the",
        "funded",
        "by",
    ]
)
STRAY = st.sampled_from(
    [
        "quokka at the gate",
        "# Wombat heading",
        "### Numbat sentence",
        "**Bilby in bold**",
        "A long sentence about dingoes stands here and ends with a stop.",
        "- potoroo item",
        "| echidna | kowari |",
        "11:00 Tree kangaroo",
        "11:10 – 11:15 Cassowary (Emu Rhea, Kea Moa)",
        "^1^ Koala University",
        "7 Possum Institute",
        "Session 4: Glider (Chair: Tammar Wallaby)",
        "Thursday, 14 May 2026",
        "Keywords: galah, corella",
        "Taipan Adder, Skink Gecko",
        "Venue: Dugong Hall",
        "Topic: Manatees",
        "References",
        "Organizers: Bandicoot Bettong (Dunnart)",
        "Quoll, Pademelon and Euro",
        "(20' + 5')",
        "Europe: 2 - 3 pm CEST (Berlin) 5 pm honeyeater",
        "lyrebird@example.org",
        "1. Dibbler, A.: On dibblers.",
        "> Mulgara quote",
        "Speaker: Phascogale Antechinus",
        "Notes: thorny devil",
        "",
        "---",
    ]
)


def words(text: str) -> set[str]:
    return {word for word in re.findall(r"[^\W\d_]{2,}", text.casefold()) if word not in SAID}


def lost(text: str) -> list[str]:
    meeting, findings = read("a.md", text)
    kept = words(repr(meeting).replace("\\n", " "))
    named = {place.line for one in findings for place in (one.place, *one.also) if place}
    lines = enumerate(text.split("\n"), 1)
    if any(one.code is PRIVATE for one in findings):
        kept |= words("lyrebird@example.org")
    return [line for number, line in lines if number not in named and words(line) - kept]


@pytest.mark.parametrize("text", [WITH_TABLE, PLAIN])
def test_a_whole_document_loses_nothing(text):
    assert lost(text) == []


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from([WITH_TABLE, PLAIN]),
    st.lists(st.tuples(st.integers(0, 70), STRAY), max_size=5),
    st.lists(st.integers(0, 70), max_size=4),
)
def test_no_line_is_lost(text, added, removed):
    lines = text.split("\n")
    for at, stray in added:
        lines.insert(at, stray)
    for at in removed:
        if at < len(lines):
            del lines[at]
    assert lost("\n".join(lines)) == []


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(max_size=60) | STRAY, max_size=30))
def test_whatever_stands_there_is_read(lines):
    read("a.txt", "\n".join(lines))
