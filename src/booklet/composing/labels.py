"""Words that the booklet itself prints, by language: styles/labels/*.yaml → Labels."""

from dataclasses import dataclass, fields

from booklet.codes import NO_LABELS
from booklet.errors import DefectError
from booklet.finding import Finding
from booklet.model.event import Event
from booklet.model.talk import Status
from booklet.shipped import styles_folder
from booklet.yaml_file import Mapping, Scalar, read_yaml

_BASE = "en-US"


@dataclass(frozen=True, slots=True)
class Labels:
    """The printed words of one language. `more_authors` holds "{count}"."""

    program: str
    subtitle: str
    organizers: str
    chair: str
    room: str
    bold_presents: str
    more_authors: str
    zones_title: str
    zones_note: str
    zones_shaded: str
    zones_shaded_12: str
    keywords: str
    figure: str
    references: str
    funding: str
    cancelled: str
    moved: str
    replaced: str
    notes: str
    front_cover: str
    back_cover: str
    page: str
    time: str
    when: str
    talk: str
    to_program: str
    time_zones: str
    zones_chart_note: str
    every_day: str
    clock_change: str
    times_in: str

    def status(self, status: Status) -> str:
        """What became of a talk, in a word; empty for one that takes place as planned."""
        return {"": "", "cancelled": self.cancelled, "moved": self.moved, "replaced": self.replaced}[status]


def load_labels(language: str) -> Labels:
    """Labels of a BCP 47 language: its own file, else its language without the region, over American English."""
    words = _words(_BASE)
    for name in (language.split("-")[0], language):
        words |= _words(name)
    return Labels(**{field.name: words[field.name] for field in fields(Labels)})


def missing_labels(event: Event) -> tuple[Finding, ...]:
    """A note when nobody has given the printed words of the event's language yet."""
    language = event.language.split("-")[0]
    known = sorted({path.stem for path in (styles_folder() / "labels").glob("*.yaml")})
    if language in {name.split("-")[0] for name in known}:
        return ()
    message = f'the words that booklet itself prints are not known in "{event.language}"; they are English'
    hint = f"known languages: {', '.join(known)}"
    return (Finding(NO_LABELS, message, event.places.of("language"), hint),)


def _words(name: str) -> dict[str, str]:
    path = styles_folder() / "labels" / f"{name}.yaml"
    if not path.is_file():
        return {}
    node, findings = read_yaml(path.read_bytes(), path.name)
    if findings or not isinstance(node, Mapping):
        raise DefectError(f"the labels {path.name} cannot be read")
    return {
        entry.key.replace("-", "_"): entry.value.text
        for entry in node.entries
        if isinstance(entry.value, Scalar) and entry.value.text is not None
    }
