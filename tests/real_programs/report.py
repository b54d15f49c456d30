"""A real program into its row of a table: what is known of it and what came in, findings, seconds, pages, titles lost."""

import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from pypdfium2 import PdfDocument

from booklet.finding import Finding
from booklet.job import Job
from booklet.make import make
from booklet.model.rich_text import plain

from .brought import bring
from .sources import FACTS, Facts
from .words import letters

HEAD = (
    "| source | form | talks | people | days | sessions | findings of the import | of the check | import s | make s | pages "
    "| titles lost |\n"
    "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"
)


def report(name: str, folder: Path) -> str:
    """Imports into the folder, which is not there yet, and makes out/booklet.pdf of it; known numbers stand in brackets."""
    begun = time.process_time()
    found = bring(name, folder)
    brought = time.process_time()
    outcome = make(Job(folder), lambda _stage, _done, _total: None)
    made = time.process_time()
    titles = [plain(talk.title) for talk in found.talks]
    lost = lost_titles(titles, pdf_text(outcome.output)) if outcome.output else titles
    facts = FACTS.get(name, Facts(5, 29, 1))
    days = facts.days if isinstance(facts.days, int) else len(facts.days)
    cells = (
        name,
        found.imported.title,
        f"{len(titles)} ({facts.talks})",
        f"{len(found.names)} ({facts.names})",
        f"{len({session.day for session in found.sessions})} ({days})",
        len(found.sessions),
        _counts(found.imported.of_source),
        _counts(outcome.findings),
        f"{brought - begun:.1f}",
        f"{made - brought:.1f}",
        outcome.pages,
        len(lost),
    )
    return f"| {' | '.join(map(str, cells))} |"


def _counts(findings: Iterable[Finding]) -> str:
    counts = Counter(finding.severity.name.lower() for finding in findings)
    return ", ".join(
        f"{counts[one]} {one}{'s' * (counts[one] > 1)}" for one in ("error", "warning", "note") if counts[one]
    )


def lost_titles(titles: list[str], text: str) -> list[str]:
    """The titles that are nowhere in the text, whatever blanks, hyphens and signs say."""
    read = letters(text)
    return [title for title in titles if letters(title) not in read]


def pdf_text(path: Path) -> str:
    """The text of all pages in their order."""
    document = PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()
