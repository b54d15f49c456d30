"""The cells of a row into a talk."""

import re
import unicodedata

from booklet.codes import LEFT_OUT
from booklet.finding import Finding
from booklet.importing.cleaning.addresses import web_address
from booklet.importing.cleaning.kinds import talk_kind
from booklet.importing.cleaning.languages import language_tag
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.placeholders import is_placeholder
from booklet.importing.cleaning.prose import prose
from booklet.importing.formats.mapped.header_words import plain_header
from booklet.importing.formats.mapped.mapped_rows import MappedRow
from booklet.importing.meeting import ImportedAuthor, ImportedLink, ImportedTalk

_OUT = re.compile(
    r"\b(?:reject\w*|withdr\w+|declin\w*|delet\w*|not accepted|abgelehnt|zuruckgezogen|geloscht|refus\w*|retir\w*"
    r"|rechazad\w*|recusad\w*|rifiutat\w*|ritirat\w*|avvist|afgewezen)\b"
)
_CANCELLED = re.compile(r"\b(?:cancel\w*|abgesagt|annul\w*|cancelad\w*)\b")
_YES = frozenset({"yes", "y", "true", "1", "x", "ja", "oui", "si", "sim"})
_NO = frozenset({"no", "n", "false", "0", "nein", "non", "nao"})
_IN = re.compile(r"\baccept\w*|\bangenommen|\bacept\w*|\baccett\w*")
_BETWEEN_WORDS = re.compile(r"\s*[;,|\n]\s*")


def key_of(row: MappedRow) -> str:
    """What the table calls the row by, else its title as it is compared."""
    title = unicodedata.normalize("NFKC", row.text("title")).casefold()
    return row.text("id") or " ".join(re.findall(r"\w+", title)) or title


def is_out(row: MappedRow) -> bool:
    """Whether it says that it was rejected, withdrawn or deleted."""
    for cell in row.texts("status"):
        header, text = plain_header(cell.column.header), plain_header(cell.text)
        if _OUT.search(text) or (_OUT.search(header) and text in _YES) or (_IN.search(header) and text in _NO):
            return True
    return False


def talk_in(row: MappedRow, title: str, authors: tuple[ImportedAuthor, ...], findings: list[Finding]) -> ImportedTalk:
    """The talk with all that the row says of it."""
    place = row.place
    status = " ".join(plain_header(cell.text) for cell in row.texts("status"))
    words = (word for cell in row.texts("keywords") for word in _BETWEEN_WORDS.split(cell.text))
    keywords = (one_line(word, place, findings) for word in words if not is_placeholder(word))
    return ImportedTalk(
        key=key_of(row),
        title=title,
        place=place,
        abstract=prose(row.text("abstract"), "any", place, findings),
        authors=authors,
        kind=talk_kind(row.text("kind")) or talk_kind(status),
        language=language_tag(row.text("language")),
        track=one_line(row.text("track"), place, findings),
        board=one_line(row.text("board"), place, findings),
        status="cancelled" if _CANCELLED.search(status) else "",
        keywords=tuple(dict.fromkeys(word for word in keywords if word)),
        references=tuple(_references(row, findings)),
        funding=" ".join(prose(row.text("funding"), "any", place, findings).split()),
        links=tuple(_links(row, findings)),
    )


def _references(row: MappedRow, findings: list[Finding]) -> list[str]:
    lines = [line for cell in row.texts("references") for line in cell.text.split("\n") if line.strip()]
    read = (" ".join(prose(line, "any", row.place, findings).split()) for line in lines)
    return [line for line in read if line]


def _links(row: MappedRow, findings: list[Finding]) -> list[ImportedLink]:
    found = []
    for cell in row.texts("link"):
        for text in cell.text.split():
            if address := web_address(text):
                found.append(ImportedLink(address))
            elif not is_placeholder(text):
                message = f'"{text[:60]}" is no address of the web and is left out'
                findings.append(Finding(LEFT_OUT, message, row.place))
    return found
