"""The page of a destination → a number that leads there."""

from booklet.composing.labels import Labels
from booklet.folios import folio
from booklet.lettering.letters import Voice
from booklet.lettering.runs import Run


def page_run(index: int, destination: str, voice: Voice, labels: Labels, *, mark: str = "") -> Run:
    """The folio of the page with this index, with a `mark` behind it; readers who listen are told that it is a page. It keeps
    its direction among whatever stands around it."""
    number = folio(index)
    return Run(f"{number}{mark}", voice, f"#{destination}", f"{labels.page} {number}", isolate=True)
