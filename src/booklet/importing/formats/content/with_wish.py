"""What the user says of the event into the text of its file, of which nothing else changes."""

from booklet.importing.merging.merge_file import Subject, merge_file
from booklet.importing.sources.record import Record
from booklet.importing.wish import Wish
from booklet.importing.yaml_tree import Tree, yaml_lines


def with_wish(text: str, event: Record, wish: Wish) -> str:
    """The text of event.yaml with the title, zone and language of the wish, where it has any."""
    wished = {"title": wish.title, "zone": wish.zone, "language": wish.language}
    new: dict[str, Tree] = {key: value for key, value in wished.items() if value and value != event.text(key)}
    if not new:
        return text
    old: dict[str, Tree] = {key: event.text(key) for key in new if key in event}
    before, after = ("".join(f"{line}\n" for line in yaml_lines(values)) for values in (old, new))
    return merge_file(Subject("content/event.yaml"), before, text, after, [])
