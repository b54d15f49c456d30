"""What stands around the pages of a section, from the words of the event."""

from booklet.composing.section import Furniture, Tab
from booklet.model.event import Event


def event_furniture(
    event: Event, title: str, inner: str = "", tabs: tuple[Tab, ...] = (), following: str = ""
) -> Furniture:
    """A running head with the section's `title` at the outer edge and `inner` at the inner one, the event at the foot.
    `following` takes the place of the title from the second page on."""
    foot = " · ".join(dict.fromkeys((event.title, event.heading)))
    return Furniture(title, inner, foot, tabs, following)


def titled_furniture(event: Event, title: str) -> Furniture:
    """Of a section that begins with its own title, which a running head says from the second page on."""
    return event_furniture(event, "", following=title)
