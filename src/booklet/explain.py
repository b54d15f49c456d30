"""A finding's code becomes its explanation in plain text, taken from docs/reference/findings.md."""

import re
from pathlib import Path

from booklet.codes import CODES
from booklet.errors import DefectError, WrongUseError
from booklet.shipped import findings_page

_LINK = re.compile(r"\[([^]]+)\]\(([^)]+)\)")
_NEAR = 9
_CODE_LIKE = re.compile(r"([A-Z])0*([0-9]{1,3})")


def list_codes(family: str = "") -> str:
    """Every code that begins with `family`, with its severity and title, a line each."""
    return "".join(f"{code}  {code.severity.value:<8} {code.title}\n" for code in CODES if code.name.startswith(family))


def explain(wanted: str) -> str:
    """The explanation of one code, which may be written loosely ("c14"), or a list of all codes of one letter. Raises
    WrongUseError with the nearest code."""
    name = _in_full(wanted)
    if len(name) == 1 and (codes := list_codes(name)):
        return codes
    names = [code.name for code in CODES]
    if name not in names:
        near = _nearest(name, names)
        remedy = f"did you mean {near}?" if near else "`booklet explain` lists all codes"
        raise WrongUseError(f'there is no finding "{wanted}"; {remedy}')
    return _plain(_section(findings_page().read_text(encoding="utf-8"), name))


def _in_full(wanted: str) -> str:
    """The code "C014" for "c14"; anything else in capitals."""
    found = _CODE_LIKE.fullmatch(wanted.strip().upper())
    return f"{found[1]}{int(found[2]):03}" if found else wanted.strip().upper()


def _nearest(name: str, names: list[str]) -> str | None:
    """The code of the same family whose number is nearest; None when none is near."""
    if not _CODE_LIKE.fullmatch(name):
        return None
    family = [known for known in names if known[0] == name[0]]
    near = min(family, key=lambda known: abs(int(known[1:]) - int(name[1:])), default=name)
    return near if 0 < abs(int(near[1:]) - int(name[1:])) <= _NEAR else None


def _section(page: str, name: str) -> str:
    """The part of the page from the heading of `name` to the next one."""
    found = re.search(rf"^## {name} .*?(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    if not found:
        raise DefectError(f"docs/reference/findings.md has no section {name}")
    return found[0]


def _page_named(link: re.Match[str]) -> str:
    """The words of a link, with the page of the documentation where there is more."""
    folder = Path("reference")
    for step in link[2].partition("#")[0].split("/"):
        folder = folder.parent if step == ".." else folder / step
    return link[1] if link[2].startswith("#") else f"{link[1]} (docs/{folder.as_posix()})"


def _plain(section: str) -> str:
    """The little Markdown of that page as text: no heading marks, emphasis or addresses, code blocks indented."""
    rows = []
    inside = False
    for row in section.strip().splitlines():
        if row.startswith("```"):
            inside = not inside
        elif inside:
            rows.append(f"    {row}".rstrip())
        else:
            rows.append(_LINK.sub(_page_named, row).removeprefix("## ").replace("**", ""))
    return "\n".join(rows) + "\n"
