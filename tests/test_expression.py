"""Regular expressions that are compiled when they are needed."""

import re

import pytest

from booklet.expression import expression


def test_it_does_what_the_compiled_one_does() -> None:
    text, flags = r"(?P<word>[a-z]+)\b", re.IGNORECASE
    later, now = expression(text, flags), re.compile(text, flags)
    assert later.sub("x", "One 2 three") == now.sub("x", "One 2 three") == "x 2 x"
    assert later.findall("One 2 three") == now.findall("One 2 three")
    assert later.fullmatch("One2") is None
    assert (later.pattern, later.flags, later.groupindex) == (now.pattern, now.flags, now.groupindex)


def test_it_is_compiled_when_it_is_needed() -> None:
    broken = expression("(")
    assert broken.pattern == "("
    with pytest.raises(re.error):
        broken.search("")


def test_methods_are_kept() -> None:
    kept = expression("a")
    assert kept.match("a")
    assert vars(kept)["match"]("ab")
    assert "search" not in vars(kept)


def test_what_there_is_not() -> None:
    with pytest.raises(AttributeError):
        expression("a").matches  # noqa: B018
