"""A program → what there is to say about it by itself: what its rules find, and what cannot be printed of it.

Where records are kept, what an earlier run has found is not looked for again: of a talk by itself, as long as all of it is
the same; of the program with the heads of its talks, as long as these are. The abstracts of all talks are compared in every
run, by what was kept of them.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from hashlib import blake2b
from itertools import chain
from typing import TypeVar

from booklet.checking.check import RULES_OF_HEADS, RULES_OF_TALKS, check
from booklet.checking.explained import explained
from booklet.checking.likeness import alike_abstracts, trace
from booklet.composing.coverage import Lack, lacks, lacks_of_program, lacks_of_talks, missing_characters
from booklet.composing.labels import missing_labels
from booklet.composing.unset_formulas import unset_formulas
from booklet.finding import Finding, in_order
from booklet.judgement import (
    HeadsJudgement,
    Judgement,
    TalkJudgement,
    packed_heads,
    packed_talk,
    unpacked_heads,
    unpacked_talk,
)
from booklet.lettering.letters import Letters
from booklet.model.program import Program
from booklet.model.talk import HEAD, TEXT, Talk
from booklet.place import Places
from booklet.plain_dataclasses import replace
from booklet.reading.record_cache import KEY, UNREADABLE, Records
from booklet.typesetting.digest import digest

T = TypeVar("T")

_each = chain.from_iterable


def judged(whole: Program, found: tuple[Finding, ...], printed: Program, letters: Letters) -> Judgement:
    """What there is to say about the program, of which some is printed; `found` was said when it was read."""
    lacking = lacks(printed, letters)
    findings = [
        *check(whole, found),
        *missing_labels(printed.event),
        *missing_characters(lacking),
        *unset_formulas(printed, letters.style),
    ]
    return Judgement(findings, _characters(lacking), [])


def judged_by_records(program: Program, found: tuple[Finding, ...], letters: Letters, records: Records) -> Judgement:
    """The same of a program that is printed as a whole, with the records of earlier runs, and with those for later ones."""
    common = digest(program.event, program.settings, letters.style, letters.language)
    keys = {talk.id: _key(common, talk) for talk in program.talks}
    kept = {name: record for name, key in keys.items() if (record := records.found(key)) is not None}
    talks = {name: talk for name, record in kept.items() if (talk := _read(unpacked_talk, record))}
    new = _judged_talks(tuple(talk for talk in program.talks if talk.id not in talks), program, letters)
    talks |= new
    kept |= {name: packed_talk(talk) for name, talk in new.items()}
    key = digest(common, _others(program), *(talks[talk.id].head for talk in program.talks))
    heads = _read(unpacked_heads, records.found(key)) or _judged_heads(program, letters)
    kept_by_key = [(key, packed_heads(heads)), *((keys[name], record) for name, record in kept.items())]
    return _of_all(heads, talks, program, found)._replace(records=kept_by_key)


def _of_all(
    heads: HeadsJudgement, talks: Mapping[str, TalkJudgement], program: Program, found: tuple[Finding, ...]
) -> Judgement:
    """What was found of heads and talks, and of all talks together."""
    lacking = (*heads.lacks.before, *_each(talks[talk.id].lacks for talk in program.talks), *heads.lacks.after)
    findings = [
        *heads.findings,
        *_each(talk.findings for talk in talks.values()),
        *alike_abstracts(program, {name: talk.trace for name, talk in talks.items()}),
        *missing_characters(lacking),
    ]
    return Judgement([*explained(in_order(findings), program, found)], _characters(lacking), [])


def _read(unpack: Callable[[bytes], T], record: bytes | None) -> T | None:
    """What a record holds; None where there is none that can be read."""
    try:
        return None if record is None else unpack(record)
    except UNREADABLE:
        return None


def _judged_heads(program: Program, letters: Letters) -> HeadsJudgement:
    others = replace(program, talks=())
    findings = [
        *_each(rule(program) for rule in RULES_OF_HEADS),
        *missing_labels(program.event),
        *unset_formulas(others, letters.style),
    ]
    return HeadsJudgement(findings, lacks_of_program(program, letters))


def _judged_talks(talks: tuple[Talk, ...], program: Program, letters: Letters) -> dict[str, TalkJudgement]:
    """What was found of each of the talks, by id."""
    alone = Program(program.event, program.settings, talks=talks)
    found: dict[str | None, list[Finding]] = defaultdict(list)
    for finding in (*_each(rule(alone) for rule in RULES_OF_TALKS), *unset_formulas(alone, letters.style)):
        found[finding.talk].append(finding)
    return {
        talk.id: TalkJudgement(found[talk.id], lacking, trace(talk.abstract_written), _head(talk))
        for talk, lacking in zip(talks, lacks_of_talks(talks, letters), strict=True)
    }


def _key(common: bytes, talk: Talk) -> bytes:
    """A digest of all that a talk says, and where, and of what it is judged by."""
    if talk.packed is None:
        return digest(common, repr(talk))
    facts = (common, *talk.packed.digests, talk.packed.file.encode("utf-8", "surrogatepass"))
    return blake2b(b"".join(facts), digest_size=KEY).digest()


def _head(talk: Talk) -> bytes:
    """A digest of what rules on heads see of a talk, and where it stands."""
    said = repr([getattr(talk, name) for name in HEAD]) if talk.packed is None else talk.packed.digests.head
    places = [talk.place, *(part for part in talk.places.parts if part[0][0] not in TEXT)]
    return digest(said, json.dumps(places))


def _others(program: Program) -> object:
    """All that the program says beside its talks, and where."""
    places = [
        [_stand(session.places), *(_stand(item.places) for item in session.items)] for session in program.sessions
    ]
    records = (program.event, program.settings, program.people, program.rooms, program.tracks)
    return digest(program.sessions), json.dumps(places), repr((*records, program.pages, program.participants))


def _stand(places: Places) -> object:
    return places.record, places.parts


def _characters(lacking: Iterable[Lack]) -> str:
    return "".join(lack.characters for lack in lacking)
