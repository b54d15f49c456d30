"""Rules about covers from outside."""

from collections.abc import Iterator

from booklet.codes import NO_ALT
from booklet.finding import Finding
from booklet.model.program import Program


def no_alt(program: Program) -> Iterator[Finding]:
    """P003: a cover without words for readers who cannot see it."""
    settings = program.settings
    for cover in (settings.front_cover, settings.back_cover, settings.logo):
        if cover and not cover.alt:
            message = f'the cover "{cover.file}" has no alternative text'
            yield Finding(NO_ALT, message, cover.places.of("file"), "add alt: with what the cover says and shows")
