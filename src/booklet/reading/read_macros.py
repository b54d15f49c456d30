"""The key `macros` of a file into LaTeX definitions by command."""

from functools import partial

from booklet.codes import DUPLICATE_KEY
from booklet.finding import Finding
from booklet.place import Place, Places
from booklet.reading.clean_text import clean, one_line, remarks


def read_macros(
    written: dict[str, str], at: Places, findings: list[Finding], talk: str | None = None
) -> dict[str, str]:
    """What every command stands for, by its name with the backslash; a key is that name with it or without."""
    table: dict[str, str] = {}
    for name, definition in written.items():
        command = "\\" + name.removeprefix("\\")
        place = at.of("macros", name)
        if command in table:
            message = f'the macro "{command}" is given twice'
            findings.append(Finding(DUPLICATE_KEY, message, place, "take one of them out", talk=talk))
            continue
        cleaned = clean(definition)
        findings.extend(remarks(cleaned, definition, partial(_at, place), talk))
        table[command] = one_line(cleaned.text)
    return table


def _at(place: Place, _offset: int, _length: int) -> Place:
    return place
