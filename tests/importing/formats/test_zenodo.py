"""Zenodo records become talks."""

import json

from paper_samples import codes, read, source, told

from booklet.importing.meeting import ImportedAuthor

RECORD = {
    "title": "Lamps and <i>moths</i>",
    "description": "<p>Lamps shine.</p><p>Moths fly.</p>",
    "doi": "10.1234/lamps",
    "language": "eng",
    "keywords": ["light"],
    "conference_title": "Lantern Days",
    "conference_place": "Harbour Hall",
    "conference_url": "https://lanterns.example.org",
    "creators": [
        {"name": "Example, Ada", "affiliation": "Lamp House; Harbour College", "orcid": "0000-0002-1825-0097"},
        {"name": "Bo OTHER"},
        {"name": "Third , Cy", "affiliation": "1 Wax Works, Hill Street 3. 2 Lamp House."},
        {"name": "Example, Ada", "affiliation": "Lamp House", "orcid": "0000-0002-1825-0097"},
    ],
}


def test_creators_are_authors_each_once() -> None:
    given = source(zenodo__json=json.dumps(RECORD))
    assert told(given) == "zenodo"
    meeting, findings = read(given)
    (talk,) = meeting.talks
    assert talk.authors[0] == ImportedAuthor("Ada Example", ("Lamp House", "Harbour College"))
    assert talk.authors[2] == ImportedAuthor("Cy Third", ("Wax Works, Hill Street 3.", "Lamp House."))
    assert len(talk.authors) == 3
    assert [(one.name, one.orcid) for one in meeting.people] == [("Ada Example", "0000-0002-1825-0097")]
    assert 'I005 "Ada Example" is there twice with one ORCID: the second is left out' in codes(findings)


def test_the_record_says_title_text_and_conference() -> None:
    meeting, _ = read(source(zenodo__json=json.dumps({"metadata": RECORD})))
    (talk,) = meeting.talks
    assert (talk.title, talk.abstract, talk.language) == ("Lamps and *moths*", "Lamps shine.\n\nMoths fly.", "")
    assert talk.links[0].address.endswith("10.1234/lamps")
    event = meeting.event
    assert (event.title, event.venue, event.language) == ("Lantern Days", "Harbour Hall", "en")
    assert event.website == "https://lanterns.example.org"


def test_without_a_title_it_is_called_as_the_source_is() -> None:
    meeting, findings = read(source(zenodo__json='{"creators": [{"name": "Example, Ada"}]}'))
    assert meeting.talks[0].title == "sample"
    assert any("no title" in message for message in codes(findings))
