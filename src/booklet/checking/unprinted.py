"""Rules about what is written and printed nowhere."""

from collections.abc import Iterator

from booklet.codes import UNPRINTED_VALUE
from booklet.finding import Finding
from booklet.model.program import Program


def unprinted_values(program: Program) -> Iterator[Finding]:
    """C032: what stands on covers that booklet draws, where others take their places or none are there."""
    event, settings = program.event, program.settings
    front = settings.front_cover is None and "front-cover" in settings.sections
    back = settings.back_cover is None and "back-cover" in settings.sections
    hint = "see to it that the cover says it, or take it out"
    if event.venue and not front:
        message = '"venue" is printed nowhere, since booklet draws no front cover'
        yield Finding(UNPRINTED_VALUE, message, event.places.of("venue"), hint)
    if event.website and not front and not back:
        message = '"website" is printed nowhere, since booklet draws no cover'
        yield Finding(UNPRINTED_VALUE, message, event.places.of("website"), hint)
    if settings.logo and not front:
        message = "the logo is printed nowhere, since booklet draws no front cover"
        yield Finding(UNPRINTED_VALUE, message, settings.logo.places.of("file"), "use the logo or the cover")
