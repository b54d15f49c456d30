"""The Zenodo record of Nipype into a content folder: one talk with 216 authors."""

import json
from datetime import date
from pathlib import Path

from .content_folder import Content, Record, write_content


def write(source: Path, folder: Path) -> None:
    """`source` is the folder of the record, which is no program: the session and its hour are ours."""
    record = json.loads((source / "zenodo.json").read_text("utf-8"))
    keys: dict[str, str] = {}
    authors = [_author(creator, keys) for creator in record["creators"]]
    talk = {
        "title": "Nipype",
        "authors": authors,
        "affiliations": {key: name for name, key in keys.items()},
        "keywords": record["keywords"],
    }
    session = {
        "id": "software",
        "title": "Software",
        "date": date(2020, 6, 23),
        "start": "9:00",
        "items": [{"talk": "nipype", "minutes": 20}],
    }
    people = {_name(one): one["orcid"] for one in record["creators"] if "orcid" in one}
    content = Content(
        event={"title": "Nipype", "zone": "UTC", "language": "en-US"},
        sessions=[session],
        talks={"nipype": (talk, "A list of names.")},
        people=[{"name": name, "orcid": orcid} for name, orcid in people.items()],
    )
    write_content(content, folder)


def _author(creator: dict[str, str], keys: dict[str, str]) -> Record:
    """An author; a semicolon parts institutes, each of which gets a key."""
    institutes = [name for one in creator.get("affiliation", "").split(";") if (name := " ".join(one.split()))]
    return {
        "name": _name(creator),
        "affiliations": [keys.setdefault(name, f"a{len(keys) + 1}") for name in institutes],
    }


def _name(creator: dict[str, str]) -> str:
    """ "Last, First" as First Last."""
    last, _, first = creator["name"].partition(",")
    return " ".join(f"{first} {last}".split())
