"""The files of the last import, of today and of a new import into the files to be: not one edit by hand is lost."""

from collections.abc import Mapping

from booklet.codes import CONFLICT, NEW_UPSTREAM, WITHDRAWN
from booklet.finding import Finding
from booklet.importing.merging.edits import plain
from booklet.importing.merging.merge_file import Content, Subject, merge_file, read_content
from booklet.importing.merging.plain_values import shown, value_of
from booklet.importing.merging.program_items import Fates, fitted_programs
from booklet.importing.merging.wording import FRESH
from booklet.place import Place

_TALKS = "content/talks/"
_PROGRAM = "content/program.yaml"


def merge_files(
    last: Mapping[str, str], mine: Mapping[str, str], theirs: Mapping[str, str], findings: list[Finding]
) -> Mapping[str, str | None]:
    """What each file is to hold, by its path below the project; None: it is to be removed.

    `last` is what the last import wrote, `mine` the files as they are, `theirs` what the new import would write. Where only
    the source changed something, it is put in; what was changed by hand stays; where both changed one thing to different
    ones, what was written by hand stays and a CONFLICT shows both. Such a conflict is told once: for the next update, what
    is `theirs` now is `last`, and the source has not changed since. Files that no import wrote are not touched.
    """
    result: dict[str, str | None] = {}
    for path in sorted({*last, *mine, *theirs} - {_PROGRAM}):
        merged = _file(_subject(path), last.get(path), mine.get(path), theirs.get(path), findings)
        if merged is not None or path in mine:
            result[path] = merged
    found: list[Finding] = []
    fates = _fates(last, mine, theirs, result)
    program = _program(last.get(_PROGRAM), mine.get(_PROGRAM), theirs.get(_PROGRAM), fates, found)
    told = {one.talk for one in findings if one.code is NEW_UPSTREAM and one.talk}
    findings.extend(one for one in found if not _is_of_new_talk(one, told))
    if program is not None or _PROGRAM in mine:
        result[_PROGRAM] = program
    return dict(sorted(result.items()))


def _subject(path: str) -> Subject:
    stem = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    if path.startswith(_TALKS):
        return Subject(path, f"talk {shown(stem)}", stem)
    if path.endswith(".md"):
        return Subject(path, f"page {shown(stem)}")
    return Subject(path, "the event" if stem == "event" else "")


def _file(
    about: Subject, last: str | None, mine: str | None, theirs: str | None, findings: list[Finding]
) -> str | None:
    """The file to be; None where there is to be none."""
    if mine is None:
        return _missing(about, last, theirs, findings)
    if last is None:
        if theirs is not None and plain(mine) != plain(theirs):
            message = (
                "the source brings a file of this name, which stands here and was not written by an import; yours stays"
            )
            hint = "rename yours and import again, or copy what is missing from an import into another folder"
            findings.append(Finding(CONFLICT, message, Place(about.file), hint, talk=about.talk))
        return mine
    if theirs is None:
        return _withdrawn(about, last, mine, findings)
    return mine if plain(last) == plain(mine) == plain(theirs) else merge_file(about, last, mine, theirs, findings)


def _missing(about: Subject, last: str | None, theirs: str | None, findings: list[Finding]) -> str | None:
    if theirs is None or (last is not None and plain(last) == plain(theirs)):
        return None
    if last is None:
        findings.append(Finding(NEW_UPSTREAM, f"{_called(about, theirs)} is new", Place(about.file), talk=about.talk))
        return theirs
    message = f"{_called(about, theirs)} changed in the source, but the file was taken out here; it stays out"
    findings.append(Finding(CONFLICT, message, Place(about.file), FRESH, talk=about.talk))
    return None


def _withdrawn(about: Subject, last: str, mine: str, findings: list[Finding]) -> str | None:
    untouched = plain(last).rstrip() == plain(mine).rstrip()
    fate = "its file is removed" if untouched else "its file was edited by hand and stays"
    hint = None if untouched else "remove the file if it is not wanted"
    message = f"{_called(about, mine)} is no longer in the source; {fate}"
    findings.append(Finding(WITHDRAWN, message, Place(about.file), hint, talk=about.talk))
    return None if untouched else mine


def _called(about: Subject, text: str) -> str:
    """The words for a file, with its title where it has one."""
    content = read_content(plain(text), about.file)
    value = value_of(content.document.node) if isinstance(content, Content) else None
    title = value.get("title") if isinstance(value, dict) and about.file.endswith(".md") else None
    words = about.words or shown(about.file.rsplit("/", 1)[-1])
    return f"{words} ({shown(title)})" if isinstance(title, str) else words


def _is_of_new_talk(finding: Finding, new: set[str]) -> bool:
    """Whether a finding says only that a talk stands in the program whose file was said to be new."""
    return finding.code is NEW_UPSTREAM and finding.path[2:3] == ("items",) and finding.path[-1] in new


def _fates(
    last: Mapping[str, str], mine: Mapping[str, str], theirs: Mapping[str, str], result: Mapping[str, str | None]
) -> Fates:
    talks = [path for path in sorted(last) if path.startswith(_TALKS)]
    gone = [path for path in talks if path in mine and path not in theirs]
    return Fates(
        frozenset(_id(path, last[path]) for path in gone if result[path] is None),
        frozenset(_id(path, last[path]) for path in gone if result[path] is not None),
        frozenset(_id(path, last[path]) for path in talks if path not in mine),
    )


def _id(path: str, text: str) -> str:
    """The id of a talk: what its file says, or the name of the file."""
    content = read_content(plain(text), path)
    value = value_of(content.document.node) if isinstance(content, Content) else None
    given = value.get("id") if isinstance(value, dict) else None
    return given if isinstance(given, str) else path.rsplit("/", 1)[-1].removesuffix(".md")


def _program(
    last: str | None, mine: str | None, theirs: str | None, fates: Fates, findings: list[Finding]
) -> str | None:
    about = Subject(_PROGRAM)
    if last is None or mine is None or theirs is None:
        return _file(about, last, mine, theirs, findings)
    programs = fitted_programs(_PROGRAM, last, mine, theirs, fates, findings)
    return merge_file(about, programs.last, programs.mine, programs.theirs, findings, programs.moves)
