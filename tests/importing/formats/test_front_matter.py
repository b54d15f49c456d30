"""Folders of Markdown files with front matter become meetings."""

import datetime as dt

from paper_samples import codes, read, talk, told

from booklet.codes import LEFT_OUT
from booklet.importing.meeting import ImportedAuthor, ImportedLink
from booklet.importing.sources.source import Source, SourceFile

WORKSHOP = """---
title: Wicks for beginners
affiliations:
- {index: 1, name: Harbour College}
- {index: 2, name: Lamp House}
author: &id001
  {name: Ada Example, affiliation: 2, is_speaker: true, orcid: 0000-0002-1825-0097, email: ada@example.org}
authors:
- *id001
- {name: Bo Other, affiliation: [1, 9]}
- {name: Cy Third}
category: workshops
date: 2030-01-01
doi: 10.1234/lantern
slides: https://example.org/slides
language: English
prerequisites: a candle
time:
  - - {start: 2031-02-03T07:00:00Z, end: 2031-02-03T09:00:00Z}
    - {start: 2031-02-04T07:00:00Z, end: 2031-02-04T09:00:00Z}
  - - {start: 2031-02-05T19:00:00Z, end: 2031-02-05T21:00:00Z}
---
Wicks [burn][1] well.

  [1]: https://example.org/wicks
"""
POSTER = """---
title: {title}
authors: [{{name: Dee Fourth}}]
category: posters
time:
- - {{start: 2031-02-06T{hour}:00:00Z, end: 2031-02-06T16:00:00Z}}
---
Text of a poster.
"""


def sample(**files: str) -> Source:
    return Source("sample", tuple(SourceFile(f"events/{name}.md", text.encode()) for name, text in files.items()))


def test_every_time_of_nested_lists_is_an_occurrence_of_one_talk() -> None:
    given = sample(wicks=WORKSHOP)
    assert told(given) == "front-matter"
    meeting, _ = read(given)
    assert [(one.date, one.start, one.items[0].minutes) for one in meeting.sessions] == [
        (dt.date(2031, 2, 3), dt.time(7), 120),
        (dt.date(2031, 2, 4), dt.time(7), 120),
        (dt.date(2031, 2, 5), dt.time(19), 120),
    ]
    assert len(meeting.talks) == 1
    assert {one.items[0].talk for one in meeting.sessions} == {"events/wicks.md"}
    assert {one.track for one in meeting.sessions} == {"Workshops"}


def test_affiliations_go_by_index_and_orcids_to_the_people() -> None:
    meeting, findings = read(sample(wicks=WORKSHOP))
    assert meeting.talks[0].authors == (
        ImportedAuthor("Ada Example", ("Lamp House",), presenting=True),
        ImportedAuthor("Bo Other", ("Harbour College",)),
        ImportedAuthor("Cy Third"),
    )
    assert [(one.name, one.orcid) for one in meeting.people] == [("Ada Example", "0000-0002-1825-0097")]
    assert meeting.event.language == "en"
    said = codes(findings)
    assert "I006 e-mail addresses are left out" in said
    assert 'I010 "prerequisites" has no place in a booklet and is left out' in said
    assert 'I002 there is no affiliation "9" in the list of the file' in said
    assert "ada@example.org" not in repr(meeting)


def test_the_body_is_markdown_with_references_and_links_come_in() -> None:
    meeting, _ = read(sample(wicks=WORKSHOP))
    (one,) = meeting.talks
    assert one.abstract == "Wicks [burn](https://example.org/wicks) well."
    assert ImportedLink("https://example.org/slides", "Slides") in one.links
    assert any("10.1234/lantern" in link.address for link in one.links)


def test_posters_of_one_time_are_one_session() -> None:
    files = {name: POSTER.format(title=name, hour=hour) for name, hour in (("a", 15), ("b", 15), ("c", 10))}
    meeting, _ = read(sample(wicks=WORKSHOP, **files))
    posters = [one for one in meeting.sessions if one.kind == "posters"]
    assert [(one.start, one.until, len(one.items)) for one in posters] == [
        (dt.time(10), None, 1),
        (dt.time(15), dt.time(16), 2),
    ]
    assert all(item.minutes is None for item in posters[1].items)
    assert talk(meeting, "events/a.md").kind == "poster"


def test_the_date_is_that_of_the_event_only_where_no_file_has_a_time() -> None:
    dated = "---\ntitle: Lamps\nauthor: Ada Example\ndate: 2031-03-04 10:00\n---\nText.\n"
    meeting, findings = read(sample(lamps=dated))
    assert [one.start for one in meeting.sessions] == [dt.time(10)]
    assert "I004 the date of a file is taken for that of its event" in codes(findings)
    meeting, _ = read(sample(lamps=dated, wicks=WORKSHOP))
    assert "events/lamps.md" not in {item.talk for one in meeting.sessions for item in one.items}
    assert talk(meeting, "events/lamps.md").authors[0].name == "Ada Example"


def test_a_time_that_is_none_leaves_the_talk_without_a_place() -> None:
    soon = WORKSHOP.replace("2031-02-03T07:00:00Z", "soon")
    meeting, findings = read(sample(wicks=soon))
    assert len(meeting.sessions) == 2
    assert any(finding.code is LEFT_OUT and '"soon"' in finding.message for finding in findings)


def test_addresses_of_the_site_are_left_out() -> None:
    picture = '<img src="{{ "/lamp.png" | relative_url }}" alt="a lamp" width="20"/>'
    meeting, _ = read(sample(one=f"{WORKSHOP}\n{picture}\n\nA {{{{ name }}}} stays.\n"))
    (only,) = meeting.talks
    assert "relative_url" not in only.abstract
    assert "img" not in only.abstract
    assert only.abstract.endswith("A {{ name }} stays.")
