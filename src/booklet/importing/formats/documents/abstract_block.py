"""The lines of one abstract (title, authors, affiliations, paragraphs, references) into its parts."""

import re
from collections.abc import Sequence

from booklet.codes import CHANGED_TEXT, LEFT_OUT, NO_TEXT, PRIVATE
from booklet.finding import Finding
from booklet.importing.cleaning.one_line import one_line
from booklet.importing.cleaning.prose import prose
from booklet.importing.formats.documents.affiliation_lines import (
    Affiliation,
    affiliations_of,
    names_a_place,
    with_affiliations,
)
from booklet.importing.formats.documents.author_line import Author, are_authors, authors_of, has_label, has_marks
from booklet.importing.formats.documents.line import Line, folded, paragraphs, plain, with_tags
from booklet.importing.formats.documents.marked_title import marked_title
from booklet.importing.meeting import ImportedAuthor, ImportedTalk
from booklet.place import Place
from booklet.plain_dataclasses import dataclass

_STARS = r"(?:\*\*|__|\*|_)?"
_LABEL = re.compile(
    rf"^{_STARS}(Abstract|Summary|Zusammenfassung|Résumé|Key[- ]?words?(?: and phrases)?|Schlüsselwörter|References?|"
    rf"Bibliography|Literature|Acknowledge?ments?|Funding|Affiliations?|Title){_STARS}[ \t]*(?:[:.—–]+{_STARS}|$)[ \t]*",
    re.IGNORECASE,
)
_KINDS = {
    "a": "body",
    "s": "body",
    "z": "body",
    "k": "keywords",
    "r": "references",
    "b": "references",
    "l": "references",
}
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.]{2,60}")
_ONLY_MAIL = re.compile(
    r"(?:e-?mail|contact|correspond\w*(?: author)?|to whom[^:]{0,60})?[^@]{0,80}@[^@\s]{1,80}\W*", re.IGNORECASE
)
_TEMPLATE = re.compile(
    r"\W*(?:(?:(?:first|second|third|presenting|corresponding|other) )?(?:authors?|co-?authors?|affiliations?|institutions?|"
    r"name)(?: name)?(?:[ ]?(?:\^?[\dA-Za-z]\^?))?(?:\W+(?:and )?|$))+|\W*(?:(?:insert|type|enter|write|put|your)\b.{0,60}"
    r"\b(?:title|authors?|names?|affiliations?|abstract|text|here)\b.{0,60}|title of (?:the |your )?(?:abstract|talk|paper|"
    r"presentation|contribution)|lorem ipsum.*)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class AbstractBlock:
    """An abstract as the document has it. `written` are the authors as their lines have them; texts are clean."""

    title: str
    place: Place
    written: tuple[Author, ...] = ()
    authors: tuple[ImportedAuthor, ...] = ()
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    funding: str = ""

    def talk(self, key: str = "") -> ImportedTalk:
        """The talk that the abstract is of."""
        return ImportedTalk(
            key,
            self.title,
            self.place,
            abstract=self.abstract,
            authors=self.authors,
            keywords=self.keywords,
            references=self.references,
            funding=self.funding,
        )


@dataclass(frozen=True, slots=True)
class _Top:
    """What stands between title and text: authors, affiliations, and how many lines all this takes."""

    authors: tuple[Author, ...]
    affiliations: tuple[Affiliation, ...]
    lines: int


def read_block(lines: Sequence[Line], findings: list[Finding]) -> AbstractBlock:
    """What the lines of an abstract say; the first of them is its title. Lines that are nothing of all this are findings."""
    title, rest = lines[0], lines[1:]
    said = _LABEL.sub("", title.markup, count=1) if title.text[:5].lower() == "title" else title.markup
    top = _top(rest, findings)
    parts: dict[str, list[tuple[Line, ...]]] = {"body": [], "keywords": [], "references": [], "funding": []}
    kind = "body"
    for group in paragraphs(rest[top.lines :]):
        kind, kept = _labelled(group, kind)
        if kept:
            parts[kind].append(kept)
        if kind == "keywords":
            kind = "body" if kept else kind
    return AbstractBlock(
        title=marked_title(_unbold(said), title.place, findings),
        place=title.place,
        written=top.authors,
        authors=with_affiliations(top.authors, top.affiliations, findings),
        abstract=_prose(parts["body"], findings),
        keywords=_keywords(parts["keywords"], findings),
        references=tuple(_prose([(line,)], findings) for group in parts["references"] for line in group),
        funding=_prose(parts["funding"], findings),
    )


def is_labelled(line: Line) -> bool:
    """Whether a line says itself which part of an abstract it is or begins: "Keywords:", "References"."""
    return bool(_LABEL.match(line.markup))


def is_template(line: Line) -> bool:
    """Whether a line is what a template has for authors to write over ("Author 1, Author 2")."""
    return bool(_TEMPLATE.fullmatch(line.text.replace("^", "")[:400]))


def _top(lines: Sequence[Line], findings: list[Finding]) -> _Top:
    authors: list[Author] = []
    affiliations: list[Affiliation] = []
    taken = 0
    for at, line in enumerate(lines):
        if not line.markup:
            continue
        if _drop(line, findings):
            taken = at + 1
            continue
        if line.cells or (_LABEL.match(line.markup) and line.text[:5].lower() != "affil"):
            break
        if line.heading and (authors or not are_authors(line.markup)):
            break
        found = _affiliations(line, authors, affiliations, findings)
        if found:
            affiliations += found
        elif not affiliations and _names_authors(line, authors):
            authors += authors_of(line.markup, line.place, findings)
        else:
            break
        taken = at + 1
    return _Top(tuple(authors), tuple(affiliations), taken)


def _names_authors(line: Line, authors: list[Author]) -> bool:
    if has_label(line.markup) or are_authors(line.markup):
        return True
    return has_marks(line.markup) and not authors and not line.text.endswith(".")


def _affiliations(
    line: Line, authors: list[Author], before: list[Affiliation], findings: list[Finding]
) -> tuple[Affiliation, ...]:
    """The affiliations of a line below the authors."""
    if not authors or has_label(line.markup):
        return ()
    quiet: list[Finding] = []
    found = affiliations_of(line, quiet)
    marks = {mark for author in authors for mark in author.marks}
    if found and (line.text.startswith("^") or any(one.mark in marks for one in found) or names_a_place(line)):
        findings += quiet
        return found
    if (
        any(one.mark for one in before)
        or not names_a_place(line)
        or (are_authors(line.markup) and has_marks(line.markup))
    ):
        return ()
    said = _LABEL.sub("", line.markup, count=1)
    return (Affiliation("", one_line(plain(said).strip(" ()"), line.place, findings), line.place),)


def _drop(line: Line, findings: list[Finding]) -> bool:
    """Whether a line above the text is none that is printed: an address, a placeholder."""
    if _MAIL.search(line.text) and (
        (len(line.text) <= _SHORT and _ONLY_MAIL.fullmatch(line.text)) or _all_mail(line.text)
    ):
        findings.append(Finding(PRIVATE, "e-mail addresses are left out", line.place))
        return True
    if is_template(line):
        message = f'"{line.text[:60]}" is a line of the template and is left out'
        findings.append(Finding(NO_TEXT, message, line.place, "write what belongs there"))
        return True
    return False


def _all_mail(text: str) -> bool:
    """Whether nothing but addresses, marks and "and" is in a line."""
    return len(text) <= _LONG and not any(len(word) > 3 for word in re.findall(r"[^\W\d_]+", _MAIL.sub("", text)))


_SHORT, _LONG = 200, 1000


def _labelled(group: tuple[Line, ...], kind: str) -> tuple[str, tuple[Line, ...]]:
    """The part that a paragraph belongs to, and the paragraph without the label that says so."""
    first = group[0]
    label = _LABEL.match(first.markup)
    if not label or label[1].lower().startswith(("title", "affil")):
        return ("body" if kind == "keywords" else kind) if not first.heading else "body", group
    word = label[1].lower()
    kind = "funding" if word.startswith(("ack", "fund")) else _KINDS[word[0]]
    rest = first.markup[label.end() :].strip()
    kept = (Line(first.place, rest),) if rest and folded(rest) else ()
    return kind, (*kept, *group[1:])


def _prose(groups: list[tuple[Line, ...]], findings: list[Finding]) -> str:
    """Paragraphs as one text. Headings become bold, tables are left out."""
    texts, place = [], None
    for group in groups:
        first = group[0]
        if first.cells:
            findings.append(Finding(LEFT_OUT, "a row of a table is left out", first.place, "add it as a figure"))
            continue
        if first.heading:
            findings.append(Finding(CHANGED_TEXT, "a heading becomes a bold line", first.place))
        place = place or first.place
        text = "\n".join(line.markup for line in group)
        texts.append(f"**{_unbold(text)}**" if first.heading else text)
    return prose(with_tags("\n\n".join(texts)), "markdown", place, findings) if place else ""


def _keywords(groups: list[tuple[Line, ...]], findings: list[Finding]) -> tuple[str, ...]:
    found = []
    for line in (line for group in groups for line in group):
        for word in re.split(r"[;,•|]|\s[·–-]\s" if ";" not in line.text else ";", line.text):
            text = one_line(word.strip(" .-"), line.place, findings)
            found += [text] if text else []
    return tuple(dict.fromkeys(found))


def _unbold(markup: str) -> str:
    """The text of a line that is bold as a whole, which says only that it is a title."""
    text = markup.strip()
    whole = len(text) > 4 and text[:2] == text[-2:] and text[:2] in {"**", "__"}
    return text[2:-2].strip() if whole and text[:2] not in text[2:-2] else text
