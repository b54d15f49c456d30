"""Records of an engine that has changed in any way are not taken: of the program, what comes with it, or a library."""

from collections.abc import Iterator
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from pathlib import Path

import pytest

from booklet.reading import record_cache
from booklet.reading.record_cache import RecordCache

LIBRARIES = record_cache._LIBRARIES


def engine() -> bytes:
    record_cache.engine.cache_clear()
    return record_cache.engine()


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    """The engine of a test is not that of the next."""
    yield
    record_cache.engine.cache_clear()


def test_every_library_is_there() -> None:
    assert all((found := find_spec(name)) and found.origin for name in LIBRARIES)


@pytest.mark.parametrize("name", LIBRARIES)
def test_a_library_of_another_version_is_another_engine(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for library in LIBRARIES:
        (tmp_path / library).write_text("version 1")
    found = {one: ModuleSpec(one, None, origin=str(tmp_path / one)) for one in LIBRARIES}
    monkeypatch.setattr(record_cache, "find_spec", found.__getitem__)
    before = engine()
    assert engine() == before
    (tmp_path / name).write_text("version 1.1")
    assert engine() != before


@pytest.mark.parametrize("what", ["fonts_folder", "styles_folder"])
def test_so_are_other_fonts_and_styles(what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "file").write_bytes(b"1")
    monkeypatch.setattr(record_cache, what, lambda: tmp_path)
    before = engine()
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "file.pyc").write_bytes(b"1")
    assert engine() == before
    (tmp_path / "inner" / "file").write_bytes(b"12")
    assert engine() != before


def test_only_what_was_used_is_kept(tmp_path: Path) -> None:
    first = RecordCache(tmp_path, "out/records")
    assert first.found(b"a" * 16) is None
    first.keep(b"a" * 16, b"A")
    first.keep(b"b" * 16, b"B")
    parts = first.kept()
    assert parts
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "records").write_bytes(b"".join(parts))
    second = RecordCache(tmp_path, "out/records")
    assert second.found(b"a" * 16) == b"A"
    assert second.found(b"c" * 16) is None
    rest = second.kept()
    assert rest
    assert b"B" not in rest
    third = RecordCache(tmp_path, "out/records")
    assert (third.found(b"a" * 16), third.found(b"b" * 16), third.kept()) == (b"A", b"B", None)


def test_a_record_that_has_changed_is_none_and_is_replaced(tmp_path: Path) -> None:
    first = RecordCache(tmp_path, "records")
    assert first.found(b"a" * 16) is None
    first.keep(b"a" * 16, b"one")
    first.keep(b"b" * 16, b"two")
    parts = first.kept()
    assert parts
    (tmp_path / "records").write_bytes(b"".join(parts).replace(b"one", b"ore"))
    second = RecordCache(tmp_path, "records")
    assert (second.found(b"a" * 16), second.found(b"b" * 16)) == (None, b"two")
    second.keep(b"a" * 16, b"one")
    mended = second.kept()
    assert mended
    assert b"".join(mended).count(b"one") == 1


def test_an_entry_that_is_cut_off_is_none(tmp_path: Path) -> None:
    first = RecordCache(tmp_path, "records")
    assert first.found(b"a" * 16) is None
    first.keep(b"a" * 16, b"one")
    first.keep(b"b" * 16, b"two")
    parts = first.kept()
    assert parts
    (tmp_path / "records").write_bytes(b"".join(parts)[:-1])
    second = RecordCache(tmp_path, "records")
    assert (second.found(b"a" * 16), second.found(b"b" * 16)) == (b"one", None)
