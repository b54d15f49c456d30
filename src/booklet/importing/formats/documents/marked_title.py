"""A title in the Markdown of a document into one line of booklet's Markdown."""

from booklet.finding import Finding
from booklet.importing.cleaning.prose import prose
from booklet.importing.cleaning.title_text import title_text
from booklet.importing.formats.documents.line import with_tags
from booklet.place import Place

_SIGNS = frozenset("*_^~$<\\")


def marked_title(markup: str, place: Place, findings: list[Finding]) -> str:
    """The title with its emphasis and all that is raised or lowered."""
    if not _SIGNS & set(markup):
        return title_text(markup, place, findings)
    return " ".join(prose(with_tags(markup), "markdown", place, findings).split()) or title_text(
        markup, place, findings
    )
