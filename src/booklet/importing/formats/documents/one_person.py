"""One author in two spellings into the name that is taken, and a finding that names the others."""

from booklet.codes import CONTRADICTION
from booklet.finding import Finding
from booklet.importing.formats.documents.author_line import Author
from booklet.model.name_likeness import likeness


def agreed(program: Author, abstract: Author, findings: list[Finding]) -> str:
    """The fullest of the forms that two lines have for one person: with accents, with full given names. Of a slip nobody can
    tell which is right; then that of the abstract is taken, which authors write themselves."""
    name = _fuller(program.name, abstract.name)
    forms = tuple(dict.fromkeys((program.written, abstract.written, program.name, abstract.name)))
    others = [f'"{form[:60]}"' for form in forms if form != name]
    if others:
        message = (
            f'one author is written in {len(others) + 1} ways: {", ".join(others)} and "{name[:60]}", which is taken'
        )
        findings.append(Finding(CONTRADICTION, message, program.place, "check which is right", (abstract.place,)))
    return name


def _fuller(program: str, abstract: str) -> str:
    """The fuller of two names; the one of the abstract where neither is."""
    if program == abstract:
        return abstract
    if likeness(program, abstract) == "same":
        return max((abstract, program), key=lambda name: (sum(not sign.isascii() for sign in name), len(name.split())))
    words, others = program.replace(".", " ").split(), abstract.replace(".", " ").split()
    is_longer = len(words) > len(others) or any(len(one) == 1 for one in others) > any(len(one) == 1 for one in words)
    return program if is_longer else abstract
