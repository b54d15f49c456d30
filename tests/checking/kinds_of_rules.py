"""Holds rules to what they may look at: other things are not there, or raise, and they find the same."""

from typing import Any

from booklet.checking.check import RULES, RULES_OF_HEADS, RULES_OF_TALKS, Rule
from booklet.finding import Finding
from booklet.model.program import Program
from booklet.model.talk import TEXT, Talk
from booklet.place import Places
from booklet.plain_dataclasses import replace


class _Head:
    """A talk of which nothing but its head may be looked at."""

    def __init__(self, talk: Talk) -> None:
        self._talk = talk
        parts = tuple((path, place) for path, place in talk.places.parts if path[0] not in TEXT)
        self.places = Places(talk.places.record, parts)

    def __getattr__(self, name: str) -> object:
        assert name not in TEXT, f"{name} is no part of a head"
        return getattr(self._talk, name)


def _with_heads_only(program: Program) -> Program:
    heads: dict[str | None, Any] = {talk.id: _Head(talk) for talk in program.talks}
    sessions = tuple(
        replace(
            session,
            items=tuple(replace(item, talk=heads[item.talk.id]) if item.talk else item for item in session.items),
        )
        for session in program.sessions
    )
    return replace(program, sessions=sessions, talks=tuple(heads[talk.id] for talk in program.talks))


def _of_talks(rule: Rule, program: Program) -> list[Finding]:
    """What a rule says of each talk, where there is nothing else."""
    nothing: Any = None
    return [finding for talk in program.talks for finding in rule(Program(nothing, program.settings, talks=(talk,)))]


def hold_rules_to_their_kinds(program: Program) -> None:
    """Every rule looks at nothing but what the table says that it looks at."""
    heads = _with_heads_only(program)
    for rule in RULES_OF_HEADS:
        assert list(rule(heads)) == list(rule(program)), rule
    for rule in RULES_OF_TALKS:
        found = list(rule(program))
        assert _of_talks(rule, program) == found, rule
        assert {finding.talk for finding in found} <= {talk.id for talk in program.talks}, rule
    assert len(RULES) == len(RULES_OF_HEADS) + len(RULES_OF_TALKS) + 1
