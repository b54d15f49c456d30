"""What all lists of the program share: how their times, titles, people and page numbers are set."""

from booklet.composing.boards import session_boards
from booklet.composing.counted_names import NameSetting, counted_names
from booklet.composing.flowables.table_row import Stacked
from booklet.composing.labels import Labels
from booklet.composing.page_number import page_run
from booklet.composing.program_form import POSTERS_KEY, list_form
from booklet.composing.sections.talks.abstracts import talk_key
from booklet.composing.text import comma, cut, paragraph, unbroken, voice
from booklet.composing.times import Clock, hours_in_zone
from booklet.lettering.letters import Letters
from booklet.lettering.paragraph import Paragraph, Side
from booklet.model.program import Program
from booklet.model.session import Item, Session
from booklet.model.talk import Talk
from booklet.page_map import PageMap
from booklet.plain_dataclasses import dataclass, replace
from booklet.structure import Element
from booklet.styling.style import Page, TextStyle

ROW_HEADER = "<</O/Table/Scope/Row>>"
WEIGHT, HEAD_WEIGHT, HAIR = 0.9, 0.4, 0.25
_TALLEST = 0.6  # of the page
_ROOM = 60  # characters of a name


@dataclass(frozen=True, slots=True)
class ListSetting:
    """What a list is made of and set with."""

    program: Program
    letters: Letters
    labels: Labels
    pages: PageMap

    @property
    def page(self) -> Page:
        """The page and its grid."""
        return self.letters.style.page

    @property
    def tallest(self) -> float:
        """How high a row may be, in points, that is not parted: what is repeated above it has to have room too."""
        return self.page.text_height * _TALLEST

    @property
    def clock(self) -> Clock:
        """The event's form of times."""
        return self.program.event.clock

    @property
    def language(self) -> str:
        """The event's language."""
        return self.program.event.language

    @property
    def side(self) -> Side | None:
        """The side at which titles and names of all languages begin in a mirrored list."""
        return "right" if self.letters.style.mirrored else None

    @property
    def has_posters(self) -> bool:
        """Whether posters have a list of their own; before any page is known, whether they are to have one."""
        if self.pages.counted:
            return self.pages.page(POSTERS_KEY) is not None
        return POSTERS_KEY in self.program.settings.sections

    def hours(self, session: Session) -> str:
        """From when to when a session lasts; empty without times."""
        return hours_in_zone(session.start, session.end, self.program.event) if session.timed else ""

    def items(self, session: Session) -> tuple[Item, ...]:
        """The items that are listed: without the posters that have a list of their own. A first item has no time, where its
        start is all that is known: the session says it."""
        if session.kind == "posters":
            return tuple(item for item in session.items if not (_is_poster(item) and self.has_posters))
        first, others = session.items[:1], session.items[1:]
        if others and not first[0].end and not any(item.start for item in others):
            first = (replace(first[0], start=None),)
        return first + others

    def kind(self, session: Session) -> str:
        """What kind of session it is, in a word; empty for a plain one."""
        labels = self.labels
        words = {"plenary": labels.plenary, "keynote": labels.keynote, "posters": labels.posters}
        return (words | {"break": labels.pause, "social": labels.social_event}).get(session.kind, "")

    def boards(self, session: Session) -> str:
        """The first and the last board of a session of posters; empty where there are none or no list names them."""
        return session_boards(session, self.labels) if self.has_posters else ""

    def link(self, talk: Talk | None) -> str | None:
        """What the title of a talk leads to, where the booklet has it."""
        found = talk is not None and self.pages.page(talk_key(talk)) is not None
        return f"#{talk_key(talk)}" if talk is not None and found else None

    def title(self, item: Item, style: TextStyle, plain: TextStyle, element: Element) -> Paragraph:
        """The title of an item, which leads to its talk; in the style `plain` when it is none."""
        talk = item.talk
        if talk is None:
            return paragraph(self.letters, plain, item.title, element)
        element.lang = talk.language
        language, link = talk.language, self.link(talk)
        return paragraph(self.letters, style, talk.title, element, language=language, link=link, side=self.side)

    def people(self, talk: Talk, style: TextStyle, cell: Element, width: float) -> Paragraph | None:
        """The authors in two lines of `width` points at most, the rest counted; those who present bold where not all do."""
        if not talk.authors:
            return None
        loud = style.color if self.shows_presenters(talk) else None
        names = NameSetting(self.letters, style, loud, _more, talk.language or self.language, self.side)
        return counted_names(talk.authors, names, cell.add("P", lang=talk.language), width, 2)

    def shows_presenters(self, talk: Talk) -> bool:
        """Whether some of the names of a talk are bold: where sessions follow one another those who present, in the other
        lists only if not all do."""
        least = 0 if list_form(self.program) == "days" else 1
        return bool(talk.presenters) and len(talk.authors) - len(talk.presenters) >= least

    def number(self, destination: str, style: TextStyle, cell: Element, drop: float) -> tuple[Stacked, ...]:
        """The page of a destination, flush right, its baseline `drop` points below the top; nothing where it has none."""
        index = self.pages.page(destination)
        if index is None:
            return ()
        run = page_run(index, destination, voice(style), self.labels)
        return (Stacked(Paragraph(self.letters, (run,), style.leading, cell.add("P"), align="right"), drop),)

    def rooms(self, session: Session) -> str:
        """The rooms of a session in words; of names that no line holds, the beginning."""
        return comma(self.language).join(cut(room, _ROOM) for room in session.rooms)

    def chairs(self, session: Session) -> str:
        """The names of its chairs, each on one line."""
        return comma(self.language).join(map(unbroken, session.chairs))


def _more(count: int) -> str:
    return f"+{count}"


def _is_poster(item: Item) -> bool:
    return item.talk is not None and item.talk.kind == "poster"
