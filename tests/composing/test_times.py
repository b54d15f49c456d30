"""Dates, times and durations as they are printed."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from booklet.composing.times import (
    Clock,
    printed_date,
    printed_day,
    printed_days,
    printed_minutes,
    printed_range,
    printed_short_days,
    printed_time,
    printed_weekday,
    zone_name,
)


def at(hour: int, minute: int = 0, day: int = 5) -> datetime:
    return datetime(2026, 5, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("start", "end", "clock", "expected"),
    [
        (at(7, 5), at(7, 25), 24, "07:05–07:25"),
        (at(0), at(23, 59), 24, "00:00–23:59"),
        (at(8), at(10), 12, "8–10 am"),
        (at(11), at(13), 12, "11 am–1 pm"),
        (at(12, 30), at(14, 30), 12, "12:30–2:30 pm"),
        (at(9), at(1, 30, 6), 12, "9 am–1:30 am"),  # the next morning
        (at(0, 15), at(12), 12, "12:15 am–12 pm"),
        (at(9), None, 24, "09:00"),
        (None, None, 24, ""),
    ],
)
def test_range(start: datetime | None, end: datetime | None, clock: Clock, expected: str) -> None:
    assert printed_range(start, end, clock, "en-US").replace("\u00a0", " ") == expected


def test_a_time_and_its_half_of_the_day_are_not_parted() -> None:
    assert printed_time(at(15, 5), 12, "en-US") == "3:05\u00a0pm"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en-US", "Thursday, April 23, 2026"),
        ("en-GB", "Thursday, 23 April 2026"),
        ("de", "Donnerstag, 23. April 2026"),
        ("fr", "jeudi 23 avril 2026"),
        ("es", "jueves, 23 de abril de 2026"),
        ("pt", "quinta-feira, 23 de abril de 2026"),
        ("it", "giovedì 23 aprile 2026"),
        ("ja", "2026年4月23日木曜日"),
        ("zh", "2026年4月23日星期四"),
        ("ar-EG", "الخميس، 23 أبريل 2026"),
        ("zz", "Thursday, April 23, 2026"),
    ],
)
def test_date(language: str, expected: str) -> None:
    assert printed_date(date(2026, 4, 23), language) == expected


@pytest.mark.parametrize(
    ("language", "day", "weekday"),
    [
        ("en-US", "Saturday, January 31", "Saturday"),
        ("en-GB", "Saturday 31 January", "Saturday"),
        ("de", "Samstag, 31. Januar", "Samstag"),
        ("fr", "samedi 31 janvier", "samedi"),
        ("es", "sábado, 31 de enero", "sábado"),
        ("pt", "sábado, 31 de janeiro", "sábado"),
        ("it", "sabato 31 gennaio", "sabato"),
        ("ja", "1月31日土曜日", "土曜日"),
        ("zh", "1月31日星期六", "星期六"),
        ("ar", "السبت، 31 يناير", "السبت"),
        ("zz", "Saturday, January 31", "Saturday"),
    ],
)
def test_day_without_its_year(language: str, day: str, weekday: str) -> None:
    assert printed_day(date(2026, 1, 31), language) == day
    assert printed_weekday(date(2026, 1, 31), language) == weekday


@pytest.mark.parametrize(
    ("language", "one_half", "with_minutes", "noon"),
    [
        ("en-GB", "8–10 am", "8–10:30 am", "11 am–12 pm"),
        ("es", "8–10 a. m.", "8–10:30 a. m.", "11 a. m.–12 p. m."),
        ("da", "8–10 AM", "8–10.30 AM", "11 AM–12 PM"),
        ("pt", "8–10 AM", "8–10:30 AM", "11 AM–12 PM"),
        ("ja", "午前8時–10時", "午前8:00–10:30", "午前11時–午後0時"),
        ("zh", "上午8时–10时", "上午8:00–10:30", "上午11时–下午12时"),
        ("zh-TW", "上午8時–10時", "上午8:00–10:30", "上午11時–下午12時"),
        ("ko", "AM 8시–10시", "AM 8:00–10:30", "AM 11시–PM 12시"),
        ("ar", "8–10 ص", "8–10:30 ص", "11 ص–12 م"),
        ("he", "8–10 AM", "8–10:30 AM", "11 AM–12 PM"),
    ],
)
def test_halves_of_the_day_stand_where_the_language_puts_them(
    language: str, one_half: str, with_minutes: str, noon: str
) -> None:
    ranges = [(at(8), at(10)), (at(8), at(10, 30)), (at(11), at(12))]
    printed = [printed_range(*ends, 12, language) for ends in ranges]
    assert not any(" " in words for words in printed)
    assert [words.replace("\u00a0", " ") for words in printed] == [one_half, with_minutes, noon]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("da", "9.15–10.30 AM"),
        ("fi", "9.15–10.30 ap."),
        ("id", "9.15–10.30 AM"),
        ("fr-CA", "9 h 15–10 h 30 a.m."),
        ("de", "9:15–10:30 AM"),
    ],
)
def test_minutes_of_the_first_time_are_kept_whatever_stands_before_them(language: str, expected: str) -> None:
    assert printed_range(at(9, 15), at(10, 30), 12, language).replace("\u00a0", " ") == expected


@pytest.mark.parametrize("language", ["ar", "ar-EG", "fa", "hi", "my"])
def test_numbers_are_latin(language: str) -> None:
    words = printed_date(date(2026, 4, 23), language) + printed_range(at(9), at(14, 5), 12, language)
    assert {character for character in words if character.isdigit()} <= set("0123456789")


@pytest.mark.parametrize(
    ("language", "last", "short"),
    [
        ("en-US", 24, "Oct 23 – 24"),
        ("en-GB", 24, "23–24 Oct"),
        ("de", 24, "23.–24. Okt."),
        ("en-US", 23, "Oct 23"),
        ("ja", 23, "10月23日"),
        ("zz", 23, "Oct 23"),
    ],
)
def test_short_days(language: str, last: int, short: str) -> None:
    assert printed_short_days(date(2026, 10, 23), date(2026, 10, last), language).replace("\u2009", " ") == short


@pytest.mark.parametrize(
    ("minutes", "questions", "expected"), [(20, 0, "20′"), (18, 2, "18′ + 2′"), (None, 0, ""), (None, 5, "")]
)
def test_minutes(minutes: int | None, questions: int, expected: str) -> None:
    assert printed_minutes(minutes, questions) == expected


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("UTC", "UTC"),
        ("Europe/Berlin", "CEST"),
        ("Asia/Singapore", "UTC+8"),
        ("America/Sao_Paulo", "UTC−3"),
        ("Asia/Kathmandu", "UTC+5:45"),
    ],
)
def test_zone(zone: str, expected: str) -> None:
    assert zone_name(datetime(2026, 5, 5, 12, tzinfo=ZoneInfo(zone))) == expected


class TestDays:
    @pytest.mark.parametrize(
        ("language", "month", "months", "years"),
        [
            ("en-US", "September 14 – 15, 2027", "January 31 – February 1, 2026", "December 31, 2026 – January 1, 2027"),
            ("en-GB", "14–15 September 2027", "31 January – 1 February 2026", "31 December 2026 – 1 January 2027"),
            ("de", "14.–15. September 2027", "31. Januar – 1. Februar 2026", "31. Dezember 2026 – 1. Januar 2027"),
            ("fr", "14–15 septembre 2027", "31 janvier – 1 février 2026", "31 décembre 2026 – 1 janvier 2027"),
            ("es", "14–15 de septiembre de 2027", "31 de enero – 1 de febrero de 2026",
             "31 de diciembre de 2026 – 1 de enero de 2027"),
            ("it", "14–15 settembre 2027", "31 gennaio – 1 febbraio 2026", "31 dicembre 2026 – 1 gennaio 2027"),
            ("ja", "2027年9月14日～15日", "2026年1月31日～2月1日", "2026年12月31日～2027年1月1日"),
            ("ar", "14–15 سبتمبر 2027", "31 يناير – 1 فبراير 2026", "31 ديسمبر 2026 – 1 يناير 2027"),
        ],
    )  # fmt: skip
    def test_from_one_to_another(self, language: str, month: str, months: str, years: str) -> None:
        assert [
            printed_days(date(2027, 9, 14), date(2027, 9, 15), language).replace("\u2009", " "),
            printed_days(date(2026, 1, 31), date(2026, 2, 1), language).replace("\u2009", " "),
            printed_days(date(2026, 12, 31), date(2027, 1, 1), language).replace("\u2009", " "),
        ] == [month, months, years]

    def test_one_day_in_full(self) -> None:
        assert printed_days(date(2027, 9, 14), date(2027, 9, 14), "de") == "Dienstag, 14. September 2027"
