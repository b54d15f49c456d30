"""Rules about pictures: covers, the logo and figures."""

from collections.abc import Iterator

from booklet.codes import NO_ALT
from booklet.finding import Finding
from booklet.model.program import Program
from booklet.model.settings import prints_pages, prints_talks


def no_alt(program: Program) -> Iterator[Finding]:
    """P003: a picture without words for readers who cannot see it. A portrait and the logo of a sponsor show whose they
    are."""
    settings = program.settings
    for word, cover in (("cover", settings.front_cover), ("cover", settings.back_cover), ("logo", settings.logo)):
        if cover and not cover.alt:
            message = f'{word} "{cover.file}" has no alternative text'
            yield Finding(NO_ALT, message, cover.places.of("file"), "add alt: with what it says and shows")
    for page in program.pages if prints_pages(settings) else ():
        for figure in page.figures:
            if not figure.alt:
                message = f'figure "{figure.file}" has no alternative text'
                yield Finding(NO_ALT, message, figure.places.of("file"), "add alt: with what it shows")
    for talk in program.talks if prints_talks(settings) else ():
        for figure in talk.figures:
            if not figure.alt:
                message = f'figure "{figure.file}" has no alternative text'
                hint = "add alt: with what it shows"
                yield Finding(NO_ALT, message, figure.places.of("file"), hint, talk=talk.id)
