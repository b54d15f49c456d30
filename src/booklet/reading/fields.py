"""The text of one field as written into text as printed, with what there is to say about it."""

from booklet.codes import MARKUP_AS_WRITTEN
from booklet.finding import Finding
from booklet.model.rich_text import Line
from booklet.place import Place
from booklet.reading.clean_text import clean, one_line, remarks
from booklet.reading.markdown import markdown_line, markup_as_written
from booklet.reading.typographic_signs import typographic


def plain_text(text: str | None, place: Place, language: str, findings: list[Finding], talk: str | None = None) -> str:
    """One line of cleaned text without markup: a name, an affiliation. Empty when nothing was given."""
    if not text:
        return ""
    cleaned = clean(text)
    findings.extend(remarks(cleaned, text, place, talk))
    return typographic(one_line(cleaned.text), language)


def marked_text(
    text: str | None, place: Place, language: str, findings: list[Finding], talk: str | None = None
) -> Line:
    """One line of cleaned text with its markup: a title, a reference. Empty when nothing was given."""
    if not text:
        return ()
    cleaned = clean(text)
    findings.extend(remarks(cleaned, text, place, talk))
    findings.extend(as_written(cleaned.text, place, talk))
    return markdown_line(cleaned.text, language)


def as_written(text: str, place: Place, talk: str | None) -> tuple[Finding, ...]:
    """A note where a text holds what looks like markup and is printed as it is."""
    found = markup_as_written(text)
    if not found:
        return ()
    more = f" and {len(found) - 1} more" if len(found) > 1 else ""
    hint = "emphasis is *…*, x^2^ and H~2~O are superscript and subscript"
    message = f'"{found[0][:40]}"{more} is printed as it is written'
    return (Finding(MARKUP_AS_WRITTEN, message, place, hint, talk=talk),)
