"""Words that the booklet itself prints, by language: styles/labels/*.yaml → Labels."""

from typing import Any

from booklet.codes import NO_LABELS
from booklet.errors import DefectError
from booklet.finding import Finding
from booklet.model.event import Event
from booklet.model.talk import Status
from booklet.plain_babel import locale_of
from booklet.plain_dataclasses import dataclass, fields
from booklet.shipped import styles_folder
from booklet.yaml_file import Mapping, Scalar, read_yaml

_BASE = "en-US"


# A text, or the forms of a plural by their categories.
_Words = dict[str, str | dict[str, str]]


@dataclass(frozen=True, slots=True)
class Plural:
    """Words that depend on a number: a form for each category of CLDR that the language has, among them "other"."""

    forms: tuple[tuple[str, str], ...]

    def of(self, count: int, language: str) -> str:
        """The form for so many in a BCP 47 language, with the number in it."""
        forms = dict(self.forms)
        category = locale_of(language).plural_form(count)
        return forms.get(category, forms["other"]).replace("{count}", str(count))


@dataclass(frozen=True, slots=True)
class Labels:
    """The printed words of one language. What stands in braces in them is put in by whoever prints them."""

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
    when: str
    to_program: str
    contents: str
    abstracts: str
    keynote: str
    keynotes: str
    posters: str
    pause: str
    plenary: str
    social_event: str
    rooms: str
    people: str
    committees: str
    sponsors: str
    participants: str
    time_zones: str
    at_a_glance: str
    continued: str
    index_key: str
    other_letters: str
    no_program_until: str
    after_midnight: str
    board: str
    boards: str
    number_of: str
    from_to: str
    names_on_next_page: str
    all_names_on_next_page: str
    names_after_abstracts: str
    all_names_after_abstracts: str
    authors_and_affiliations: str
    zones_chart_note: str
    every_day: str
    clock_change: str
    times_in: str
    about_speaker: str
    at_any_time: str
    for_everyone: str
    without_room: str
    not_in_full: str
    keys_in_full: str
    talks: Plural
    short_talks: Plural

    def more_authors_of(self, count: int) -> str:
        """How many more authors there are."""
        return self.more_authors.replace("{count}", str(count))

    def status(self, status: Status) -> str:
        """What became of a talk, in a word; empty for one that takes place as planned."""
        return {"": "", "cancelled": self.cancelled, "moved": self.moved, "replaced": self.replaced}[status]

    def texts(self) -> str:
        """All of them in a row: the characters that are needed to print any."""
        values = [getattr(self, field.name) for field in fields(self)]
        return "".join("".join(dict(value.forms).values()) if isinstance(value, Plural) else value for value in values)


def load_labels(language: str) -> Labels:
    """Labels of a BCP 47 language: its own file, over that of its script, over its language's, over American English."""
    words: dict[str, Any] = {}
    for name in dict.fromkeys((_BASE, *_names(language))):
        for key, value in _words(name).items():
            words[key] = {**words[key], **value} if isinstance(value, dict) and key in words else value
    plurals = {key: Plural(tuple(value.items())) for key, value in words.items() if isinstance(value, dict)}
    words |= plurals
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


def _names(language: str) -> tuple[str, ...]:
    """Files of a language, from the general to the special: "zh", "zh-Hant", "zh-TW"."""
    general, script = language.split("-")[0], locale_of(language).script
    return (general, *((f"{general}-{script}",) if script else ()), language)


def _words(name: str) -> _Words:
    path = styles_folder() / "labels" / f"{name}.yaml"
    if not path.is_file():
        return {}
    node, findings = read_yaml(path.read_bytes(), path.name)
    if findings or not isinstance(node, Mapping):
        raise DefectError(f"the labels {path.name} cannot be read")
    texts: _Words = {}
    for entry in node.entries:
        if isinstance(entry.value, Mapping):
            texts[entry.key.replace("-", "_")] = _texts(entry.value)
    return texts | {key.replace("-", "_"): text for key, text in _texts(node).items()}


def _texts(node: Mapping) -> dict[str, str]:
    return {
        entry.key: entry.value.text
        for entry in node.entries
        if isinstance(entry.value, Scalar) and entry.value.text is not None
    }
