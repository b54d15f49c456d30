"""Texts of values into what they mean, or into what to write instead."""

from collections.abc import Callable
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.place import Place
from booklet.reading import values
from booklet.reading.addresses import link_address
from booklet.reading.key_names import meant_key
from booklet.reading.shapes import RefusedError
from booklet.reading.zones import read_city, read_zone
from booklet.time_zone import zone_names

HERE = Place("f")


@pytest.mark.parametrize(
    ("read", "text", "expected"),
    [
        (values.read_date, "2026-04-23", date(2026, 4, 23)),
        (values.read_date, "2026-4-3", date(2026, 4, 3)),
        (values.read_time, "7:05", time(7, 5)),
        (values.read_time, "07:05", time(7, 5)),
        (values.read_time, "0:00", time(0, 0)),
        (values.read_time, "23:59", time(23, 59)),
        (values.read_minutes, "20", (20, 0)),
        (values.read_minutes, "18 + 2", (18, 2)),
        (values.read_minutes, "18+2", (18, 2)),
        (values.read_minutes, "0 + 5", (0, 5)),
        (values.read_id, "alexe-2", "alexe-2"),
        (values.read_language, "en-us", "en-US"),
        (values.read_language, "no", "no"),
        (values.read_language, "ZH-hant-tw", "zh-Hant-TW"),
        (values.read_yes_no, "Yes", True),
        (values.read_yes_no, "off", False),
        (values.read_clock, "12", 12),
        (values.read_clock, "24h", 24),
        (values.read_website, "https://example.org/a b".replace(" ", "%20"), "https://example.org/a%20b"),
        (values.read_link, "doi:10.1000/x", "https://doi.org/10.1000/x"),
        (values.read_cover, "covers/front.pdf", "covers/front.pdf"),
        (values.read_figure, "figures/a.png", "figures/a.png"),
    ],
)
def test_what_is_taken(read: Callable[[str], object], text: str, expected: object) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("read", "text", "code", "hint"),
    [
        (values.read_date, "23.04.2026", "C020", "2026-04-23"),
        (values.read_date, "2026-02-30", "C020", "check"),
        (values.read_date, "0", "C020", "2026-04-23"),
        (values.read_date, "1066-10-14", "C020", "1900"),
        (values.read_time, "7.05", "C021", "write 7:05"),
        (values.read_time, "0705", "C021", "write 7:05"),
        (values.read_time, "7:05 pm", "C021", "write 19:05"),
        (values.read_time, "12:30 a.m.", "C021", "write 0:30"),
        (values.read_time, "7h05", "C021", "write 7:05"),
        (values.read_time, "24:00", "C021", "write 0:00"),
        (values.read_time, "25:05", "C021", "14:30"),
        (values.read_time, "9:60", "C021", "14:30"),
        (values.read_time, "07:05Z", "C021", "14:30"),
        (values.read_time, "٧:٠٥", "C021", "write 7:05"),
        *[
            (values.read_minutes, text, "C022", None)
            for text in (
                "0",
                "-20",
                "1e400",
                ".inf",
                ".nan",
                "20.5",
                "9" * 30,
                "0x14",
                "twenty",
                "",
                "1_0",
                "20 min",
                "1441",
                "²",
            )
        ],
        (values.read_id, "Alexe", "C025", "alexe"),
        (values.read_id, "../../one", "C025", "one"),
        (values.read_id, "\u043ene", "C025", "a-z"),
        (values.read_id, "one\u200b", "C025", "a-z"),
        (values.read_id, "con", "C025", "Windows"),
        (values.read_id, "CON", "C025", "Windows"),
        (values.read_id, "a" * 61, "C025", "at most 60"),
        (values.read_id, "a--b", "C025", "a-b"),
        (values.read_id, "", "C025", "a-z"),
        (values.read_language, "English", "C026", "write en-US"),
        (values.read_language, "klingonisch", "C026", "en-GB"),
        (values.read_yes_no, "maybe", "C016", "true or false"),
        (values.read_clock, "13", "C016", "12 or 24"),
        (values.read_website, "www.example.org", "C016", "https://"),
        (values.read_website, "mailto:a@b.org", "C016", "https://"),
        (values.read_link, "javascript:alert(1)", "C016", "https"),
        (values.read_cover, "../x.pdf", "C011", "covers/front.pdf"),
        (values.read_figure, "../x.pdf", "C011", "figures/"),
        (values.not_empty, " \u200b\u3000", "C016", "leave out"),
    ],
)
def test_what_is_refused_and_what_to_write(
    read: Callable[[str], object], text: str, code: str, hint: str | None
) -> None:
    with pytest.raises(RefusedError) as refused:
        read(text)
    assert refused.value.code.name == code
    if hint:
        assert refused.value.hint
        assert hint in refused.value.hint


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Tokyo", "Asia/Tokyo"),
        ("New York", "America/New_York"),
        ("new york", "America/New_York"),
        ("San Francisco", "America/Los_Angeles"),
        ("Beijing", "Asia/Shanghai"),
        ("Munich", "Europe/Berlin"),
        ("Mumbai", "Asia/Kolkata"),
        ("Seattle", "America/Los_Angeles"),
        ("Boston", "America/New_York"),
        ("Kyoto", "Asia/Tokyo"),
        ("Washington", "America/New_York"),
        ("São Paulo", "America/Sao_Paulo"),
        ("Europe/Berlin", "Europe/Berlin"),
        ("UTC", "UTC"),
        ("Buenos Aires", "America/Argentina/Buenos_Aires"),
    ],
)
def test_cities(text: str, zone: str) -> None:
    assert read_city(text, HERE) == zone


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("Berlin", "C023", "write Europe/Berlin"),
        ("San Francisco", "C023", "write America/Los_Angeles"),
        ("europe/berlin", "C023", "write Europe/Berlin"),
        ("Sydny", "C023", "write Australia/Sydney"),
        ("Los Angles", "C023", "write America/Los_Angeles"),
        ("Europe/Berln", "C023", "write Europe/Berlin"),
        ("Nowhere at all", "C023", "IANA"),
        ("../../etc/passwd", "C023", "IANA"),
        ("", "C023", "IANA"),
        ("UTC+2", "C023", "write the zone of a place"),
        ("GMT+2", "C023", "write the zone of a place"),
        ("+02:00", "C023", "write the zone of a place"),
        ("utc −7", "C023", "write the zone of a place"),
        ("EST", "C024", "America/New_York"),
        ("AEDT", "C024", "Australia/Sydney"),
        ("CST", "C024", "America/Chicago or Asia/Shanghai"),
        ("BST", "C024", "Europe/London"),
        ("PDT", "C024", "America/Los_Angeles"),
        ("CET", "C024", "Europe/Berlin"),
        ("MST", "C024", "America/Denver"),
        ("EST5EDT", "C024", "America/New_York"),
    ],
)
def test_zones_that_are_refused(text: str, code: str, hint: str) -> None:
    finding = read_zone(text, HERE)
    assert not isinstance(finding, str)
    assert finding.code.name == code
    assert hint in (finding.hint or "")


def test_every_zone_of_the_tables_exists() -> None:
    from booklet.reading import zones

    names = zone_names()
    assert set(zones._CITIES) <= names
    assert {zone for text in zones._LETTERS.values() for zone in text.replace(" or ", ", ").split(", ")} <= names
    assert sum(len(cities.split(", ")) for cities in zones._CITIES.values()) >= 60


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://example.org", "https://example.org"),
        ("HTTP://Example.org/x", "http://Example.org/x"),
        ("https://e.org/ä?q=<x>", "https://e.org/%C3%A4?q=%3Cx%3E"),
        ("https://münchen.de/", "https://xn--mnchen-3ya.de/"),
        ("mailto:a@b.org", "mailto:a@b.org"),
        ("doi: 10.1000/x(1)", "https://doi.org/10.1000/x(1)"),
        ("javascript:alert(1)", None),
        ("file:///etc/hostname", None),
        ("https://", None),
        ("https:///x", None),
        ("https://a b", None),
        ("mailto:a@b.org?bcc=c@d.org", None),
        ("x" * 3000, None),
        ("https://" + "ü" * 100 + ".org", None),
    ],
)
def test_addresses(text: str, address: str | None) -> None:
    assert link_address(text) == address


@given(st.text())
def test_addresses_are_printable_ascii(text: str) -> None:
    for start in ("https://", "doi:10.1000/", "mailto:a@"):
        address = link_address(start + text)
        assert address is None or (address.isascii() and address.isprintable() and " " not in address)


@pytest.mark.parametrize(
    ("key", "known", "meant"),
    [
        ("tilte", ("title", "topic"), "title"),
        ("speakers", ("title", "authors"), "authors"),
        ("speaker", ("name", "presenting"), "presenting"),
        ("timezone", ("zone", "title"), "zone"),
        ("name", ("title", "zone"), "title"),
        ("name", ("name", "title"), "name"),
        ("Short_Title", ("short-title",), "short-title"),
        ("time zones", ("time-zones",), "time-zones"),
        ("quux", ("title",), None),
        ("", ("title",), None),
    ],
)
def test_meant_keys(key: str, known: tuple[str, ...], meant: str | None) -> None:
    assert meant_key(key, known) == meant
