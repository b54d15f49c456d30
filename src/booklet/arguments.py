"""Words of the command line and of the environment become parts of a job, or a sentence on what is wrong with them."""

import difflib
import re
from datetime import UTC, datetime
from pathlib import Path

from booklet.errors import FileError, WrongUseError
from booklet.expression import expression
from booklet.finding import Finding
from booklet.job import ImportJob
from booklet.place import Place
from booklet.plain_dataclasses import replace

_SIZE = expression(r"([0-9]{1,6}(?:\.[0-9]{1,6})?) ?(kB|MB|GB)", re.ASCII | re.IGNORECASE)
_UNITS = {"kb": 1_000, "mb": 1_000_000, "gb": 1_000_000_000}


def project(folder: Path) -> Path:
    """`folder`, if it is a project. Raises FileError when it is missing, WrongUseError when it holds no content/."""
    if not folder.is_dir():
        raise FileError(f'there is no folder "{folder}"')
    if not (folder / "content").is_dir():
        inside = folder.resolve().name == "content"
        remedy = "give the folder above it" if inside else "`booklet new DIR` starts a project"
        raise WrongUseError(f'"{folder}" holds no folder content/; {remedy}')
    return folder


def target(folder: Path, output: Path | None) -> Path | None:
    """`output`, if a booklet may be written there.

    Raises WrongUseError for a folder and for a place among the content, FileError when its folder is missing.
    """
    if output is None:
        return None
    if output.is_dir():
        raise WrongUseError(f'-o "{output}" is a folder; give the name of a file')
    content = (folder / "content").resolve()
    inputs = (file for file in content.rglob("*") if output.exists() and file.exists())
    if output.resolve().is_relative_to(content) or any(output.samefile(file) for file in inputs):
        raise WrongUseError(f'-o "{output}" is part of content/, which the booklet is made from; give another place')
    if output.exists() and not output.is_file():
        raise WrongUseError(f'-o "{output}" is not a file; give the name of one')
    if not output.parent.is_dir():
        raise FileError(f'-o "{output}": there is no folder "{output.parent}"')
    return output


def ids(text: str | None) -> tuple[str, ...]:
    """The ids in "alexe, finn"; none where there is no text. Raises WrongUseError for a text that names none."""
    if text is None:
        return ()
    found = tuple(part.strip() for part in text.split(",") if part.strip())
    if not found:
        raise WrongUseError(f'--only "{text}" names no talk; ids are the names of the files in content/talks')
    return found


def date(seconds: str) -> datetime | None:
    """The date that SOURCE_DATE_EPOCH gives (reproducible-builds.org); None when it is empty. Raises WrongUseError."""
    if not seconds:
        return None
    try:
        return datetime.fromtimestamp(_whole(seconds), UTC)
    except (ValueError, OverflowError, OSError) as trouble:
        told = f'SOURCE_DATE_EPOCH is "{seconds}"; it is a whole number of seconds since 1970'
        raise WrongUseError(told) from trouble


def octets(size: str | None) -> int | None:
    """The bytes that a size like "7MB" or "900 kB" stands for (decimal); None when there is none. Raises WrongUseError."""
    if size is None:
        return None
    found = _SIZE.fullmatch(size.strip().replace(",", "."))
    if not found or not float(found[1]):
        raise WrongUseError(f'--max-size "{size}" is not a size; write it like 7MB or 900kB')
    return max(1, round(float(found[1]) * _UNITS[found[2].lower()]))


def importing(job: ImportJob) -> ImportJob:
    """The job, if it can be taken: a form that exists, a time zone, a language. Raises WrongUseError."""
    from booklet.importing.importers import IMPORTERS

    names = [one.name for one in IMPORTERS]
    if job.form and job.form not in names:
        near = difflib.get_close_matches(job.form, names, 1)
        remedy = f"did you mean {near[0]}?" if near else f"the forms are {', '.join(names)}"
        raise WrongUseError(f'--format "{job.form}" is no form that booklet imports; {remedy}')
    if job.folder.exists() and not job.folder.is_dir():
        raise WrongUseError(f'"{job.folder}" is a file; give the name of a folder')
    return replace(job, zone=_zone(job.zone), language=_language(job.language))


def _zone(text: str) -> str:
    """The IANA name of a time zone that is given as such or as a city; empty for none. Raises WrongUseError."""
    from booklet.reading.zones import read_city

    found = read_city(text, Place("")) if text else ""
    if isinstance(found, Finding):
        near = f"; {found.hint}" if found.hint and found.hint.startswith("write ") else "; write it like Europe/Berlin"
        raise WrongUseError(f"--zone {found.message}{near}")
    return found


def _language(text: str) -> str:
    from booklet.importing.cleaning.languages import language_tag

    found = language_tag(text)
    if text and not found:
        raise WrongUseError(f'--language "{text[:60]}" is not known; write a tag such as en-US, de or zh-Hant')
    return found


def _whole(digits: str) -> int:
    """The number in ASCII digits; int() alone takes "1_0" and "-5" as well."""
    if not (digits.isascii() and digits.isdigit()):
        raise ValueError(digits)
    return int(digits)
