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


A, B, C = (letter * 16 for letter in (b"a", b"b", b"c"))


def kept(cache: RecordCache) -> bytes:
    parts = cache.kept()
    assert parts
    return b"".join(parts)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file of a run that has kept two records."""
    first = RecordCache(tmp_path, "records")
    assert first.found(A) is None
    first.keep(A, b"one")
    first.keep(B, b"two")
    (tmp_path / "records").write_bytes(kept(first))
    return tmp_path / "records"


def next_run(file: Path) -> RecordCache:
    return RecordCache(file.parent, file.name)


def test_only_what_was_used_is_kept(file: Path) -> None:
    second = next_run(file)
    assert (second.found(A), second.found(C)) == (b"one", None)
    rest = kept(second)
    assert A in rest
    assert B not in rest
    third = next_run(file)
    assert (third.found(A), third.found(B), third.kept()) == (b"one", b"two", None)


def test_a_record_that_has_changed_is_none_and_is_replaced(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"one", b"ore"))
    second = next_run(file)
    assert (second.found(A), second.found(B)) == (None, b"two")
    second.keep(A, b"one")
    mended = kept(second)
    assert (mended.count(A), mended.count(b"one"), mended.count(b"ore")) == (1, 1, 0)


def test_what_is_kept_anew_takes_the_place_of_what_was_found(file: Path) -> None:
    second = next_run(file)
    assert second.found(A) == b"one"
    second.keep(A, b"eins")
    file.write_bytes(kept(second))
    third = next_run(file)
    assert (third.found(A), third.found(B)) == (b"eins", None)


def test_an_entry_that_is_cut_off_is_none(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1])
    second = next_run(file)
    assert (second.found(A), second.found(B)) == (b"one", None)
