"""Sessions and duties at one time: looked at in their order, without comparing each with all, and with the same result."""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "reading"))

from small_project import read

from booklet.checking.busy_people import _clashes, _Duty
from booklet.checking.schedule import overlap
from booklet.checking.wording import listed
from booklet.model.session import Session
from booklet.place import Place

NOON = datetime(2026, 4, 23, 12, tzinfo=UTC)


@given(st.lists(st.tuples(st.sampled_from("abcde"), st.integers(0, 12), st.integers(1, 9)), max_size=12))
def test_of_the_duties_that_last_the_longest_is_named(written: list[tuple[str, int, int]]) -> None:
    minute = timedelta(minutes=1)
    duties = [
        _Duty("Ada", "chairs", session, NOON + start * minute, NOON + (start + length) * minute, Place(f"{number}"))
        for number, (session, start, length) in enumerate(sorted(written, key=lambda one: (one[1], one[0])))
    ]
    expected, told = [], set()
    for at, duty in enumerate(duties):
        others = [one for one in duties[:at] if one.session != duty.session and one.end > duty.start]
        if others and duty.session not in told:
            told.add(duty.session)
            last = max((one.end, one.session) for one in others)
            expected.append((last, duty))
    assert [((one.end, one.session), two) for one, two in _clashes(duties)] == expected


def test_the_end_of_a_session_is_asked_for_a_few_times_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    count = 60
    rows = (
        f"  - {{id: s{n}, title: S, date: 2026-04-23, start: 9:00, kind: {kind}, items: [{{title: X, minutes: 60}}]}}\n"
        for n, kind in enumerate(["session", "plenary"] * (count // 2))
    )
    program, _ = read(tmp_path, {"program.yaml": "sessions:\n" + "".join(rows)})
    assert program is not None
    asked: list[Session] = []
    plain = Session.last_end.fget
    assert plain is not None

    def counting(session: Session) -> datetime | None:
        asked.append(session)
        return plain(session)

    monkeypatch.setattr(Session, "last_end", property(counting))
    assert len(list(overlap(program))) == 1 + count // 2
    assert len(asked) < 12 * count


def test_words_that_are_left_out_are_counted() -> None:
    assert listed(["a", "b"], more=3) == "a, b and 3 more"
    assert listed(list("abcdefg"), more=2) == "a, b, c, d, e and 4 more"
