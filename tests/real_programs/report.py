"""A content folder into its booklet and one line on it: talks, pages, seconds, memory, findings, titles lost."""

import resource
import time
import unicodedata
from collections import Counter
from pathlib import Path

from pypdfium2 import PdfDocument

from booklet.codes import NO_GLYPH
from booklet.job import Job
from booklet.make import make
from booklet.model.rich_text import plain
from booklet.reading.read_project import read_project


def report(name: str, folder: Path) -> str:
    """Makes out/booklet.pdf of the folder. Peak memory is that of this process, before the text is taken out."""
    begun = time.perf_counter()
    outcome = make(Job(folder), lambda _stage, _done, _total: None)
    seconds = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    program, _ = read_project(folder)
    titles = [plain(talk.title) for talk in program.talks] if program else []
    severities = Counter(finding.severity.name.lower() for finding in outcome.findings)
    codes = Counter(str(finding.code) for finding in outcome.findings)
    unset = {finding.talk for finding in outcome.findings if finding.code is NO_GLYPH}
    lost = lost_titles(titles, pdf_text(outcome.output)) if outcome.output else titles
    findings = ", ".join(f"{count} {severity}" for severity, count in sorted(severities.items())) or "none"
    line = (
        f"{name}: {len(titles)} talks, {outcome.pages} pages, {seconds:.1f} s, {peak:.0f} MB, "
        f"findings: {findings}, titles lost: {len(lost)}, talks with letters that no font has: {len(unset)}"
    )
    return f"{line}; {' '.join(f'{code}×{count}' for code, count in sorted(codes.items()))}"


def lost_titles(titles: list[str], text: str) -> list[str]:
    """The titles that are nowhere in the text, whatever blanks, hyphens and signs say."""
    read = letters(text)
    return [title for title in titles if letters(title) not in read]


def letters(text: str) -> str:
    """Letters and digits alone, NFKC, without their case: lines, hyphens and quotes do not count."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def pdf_text(path: Path) -> str:
    """The text of all pages in their order."""
    document = PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()
