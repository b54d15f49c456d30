"""The authors of a talk as they were written, into authors with numbered affiliations."""

import difflib

from booklet.codes import UNKNOWN_AFFILIATION, UNUSED_AFFILIATION
from booklet.expression import expression
from booklet.finding import Finding
from booklet.model.talk import Author
from booklet.place import Place, Places
from booklet.reading.fields import plain_text
from booklet.reading.read_names import Shared
from booklet.reading.records import AuthorRecord, TalkRecord

_KEY = expression(r"[a-z0-9][a-z0-9-]*")
LOOKED_FOR = 200  # findings, after which the nearest key is no longer looked for: it takes a look at all others
_BETWEEN = expression(r"\s*[,;+&]\s*|\s+and\s+")


def read_authors(
    record: TalkRecord, at: Places, shared: Shared, talk_id: str, findings: list[Finding]
) -> tuple[tuple[Author, ...], dict[str, Place], frozenset[str]]:
    """Authors with the numbers of their affiliations, the affiliations by number with where each stands, and the shared keys
    that were used.

    Affiliations are numbered by first appearance among the authors; two keys for one text share its number.
    """
    own = {
        key: plain_text(text, at.of("affiliations", key), shared.language, findings, talk_id)
        for key, text in record.affiliations.items()
    }
    numbers: dict[str, int] = {}
    stands: dict[str, Place] = {}
    used: set[str] = set()
    authors = []
    for index, one in enumerate(record.authors):
        name = plain_text(one.name, at.of("authors", index, "name"), shared.language, findings, talk_id)
        mine: set[int] = set()
        for position, written in enumerate(one.affiliations):
            place = at.of("authors", index, "affiliations", position)
            for key in _meant(written, one, own, shared, place, talk_id, findings):
                used.add(key)
                text = own.get(key) or shared.affiliations.get(key)
                text = text or plain_text(key, place, shared.language, findings, talk_id)
                if not text:
                    continue
                mine.add(numbers.setdefault(text, len(numbers) + 1))
                at_key = at.of("affiliations", key) if key in own else shared.affiliation_places.get(key)
                stands.setdefault(text, at_key or place)
        authors.append(Author(shared.people.printed(name), tuple(sorted(mine)), one.presenting))
    for key in own:
        if key not in used:
            place = at.of("affiliations", key)
            message = f'no author has the affiliation "{key[:60]}"'
            findings.append(
                Finding(UNUSED_AFFILIATION, message, place, "add it to an author, or take it out", talk=talk_id)
            )
    return tuple(authors), stands, frozenset(used - own.keys())


def _meant(
    written: str,
    author: AuthorRecord,
    own: dict[str, str],
    shared: Shared,
    place: Place,
    talk_id: str,
    findings: list[Finding],
) -> tuple[str, ...]:
    """The keys that were written, or the affiliation in full. What was meant for keys is a finding, and is read as they are
    where that can be told; of a key that is not known, nothing is left."""
    if written in own or written in shared.affiliations:
        return (written,)
    known = [*own, *shared.affiliations]
    parts = tuple(part for part in _BETWEEN.split(written.strip()) if part)
    meant = tuple(part.lower() for part in parts if part.lower() in own or part.lower() in shared.affiliations)
    one = meant[:1] if len(parts) == 1 else ()
    near = one or (difflib.get_close_matches(written, known, 1) if len(findings) < LOOKED_FOR else [])
    called = f'"{author.name[:60]}" names the affiliation "{written[:60]}"'
    if len(parts) > 1 and len(meant) == len(parts):
        message, hint = f"{called}, which are {len(parts)} keys in one text", f"write [{', '.join(meant)}]"
    elif one or (_KEY.fullmatch(written) and (known or written.isdigit())):
        message = f"{called}, which does not exist"
        hint = f'did you mean "{near[0]}"?' if near else "add it to affiliations, or write the affiliation in full"
    else:
        return (written,)
    findings.append(Finding(UNKNOWN_AFFILIATION, message, place, hint, talk=talk_id))
    return meant
