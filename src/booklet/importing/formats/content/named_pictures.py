"""A file of content as a record into the names of the pictures that it wants printed."""

from collections.abc import Iterator

from booklet.importing.sources.record import Record, Value


def named_pictures(name: str, record: Record) -> Iterator[str]:
    """The names below content/, in the order of the file `name` ("talks/alexe.md")."""
    wanted: list[Value] = []
    if name == "event.yaml":
        tiers = record.record("sponsors")
        wanted = [one.values.get("logo") for tier in tiers.values for one in tiers.records(tier)]
    elif name == "people.yaml":
        wanted = [one.values.get("photo") for one in record.records("people")]
    elif name == "booklet.yaml":
        covers = record.record("covers")
        wanted = [covers.values.get(key) for key in ("front", "back", "logo")]
    elif name.endswith(".md"):
        figures = record.values.get("figures")
        wanted = list(figures) if isinstance(figures, tuple) else [figures]
    for one in wanted:
        file = one.text("file") if isinstance(one, Record) else one
        if isinstance(file, str) and file:
            yield file
