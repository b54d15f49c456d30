"""A Program → its titles, rooms and affiliations, with where they stand."""

from collections.abc import Iterator

from booklet.model.program import Program
from booklet.model.rich_text import plain
from booklet.place import Place

Text = tuple[str, Place, str | None]  # with where it stands, and the id of its talk


def short_texts(program: Program) -> Iterator[Text]:
    """All that is printed in a line or two."""
    for session in program.sessions:
        yield plain(session.title), session.places.of("title"), None
        for index, room in enumerate(session.rooms):
            yield room, session.places.of("room", index), None
        yield session.track or "", session.places.of("track"), None
        for item in session.items:
            if not item.talk:
                yield plain(item.title), item.places.of("title"), None
    for talk in program.talks:
        yield plain(talk.title), talk.places.of("title"), talk.id
        for index, text in enumerate(talk.affiliations):
            yield text, talk.places.of("affiliations", index), talk.id
