"""A style: every number, face and color that pages are made with."""

from booklet.plain_dataclasses import dataclass
from booklet.styling.fonts import FontFile

Color = tuple[float, float, float]

# Kinds of front cover: title on a colored field; the same in lines, which saves ink; nothing but type.
COVERS = ("field", "outline", "type")

# The faces by name. Emphasis in a face looks for the same name with -italic, -bold or -bold-italic.
FACES = ("serif", "serif-italic", "serif-bold", "serif-bold-italic", "sans", "sans-italic", "sans-bold", "sans-bold-italic",
         "sans-light", "display", "mono")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """The page and its grid, in points. `left` and `right` are margins; the text column begins at `text_left` and ends at the
    right margin; the margin column begins at the left margin and is `margin_width` wide. `grid` is the distance of the
    baseline grid's lines, of which the body's leading is one."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    text_left: float
    margin_width: float
    grid: float
    tab_width: float

    @property
    def inner_width(self) -> float:
        """From the left margin to the right one."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """From the top of the text to its foot: what a page can hold."""
        return self.height - self.top - self.bottom

    @property
    def text_width(self) -> float:
        """The measure: width of the text column."""
        return self.width - self.right - self.text_left


@dataclass(frozen=True, slots=True)
class Colors:
    """Colors by their task. `accent` carries titles, times and numbers that lead somewhere; `second` is for graphics only.

    `tint` is the ground of what stands in a grid, `accent_tint` of what is for all. The bars of the first track are of the
    accent, those of the others of their own colors."""

    ink: Color
    mute: Color
    rule: Color
    night: Color
    paper: Color
    accent: Color
    second: Color
    tint: Color
    accent_tint: Color
    track_2: Color
    track_3: Color
    track_4: Color
    track_5: Color
    track_6: Color
    track_7: Color
    track_8: Color


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How one kind of text is set: face by name, size and leading in points, OpenType features to switch on by their tags."""

    face: str
    size: float
    leading: float
    color: Color
    features: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Texts:
    """All kinds of text, from the cover to the notes."""

    body: TextStyle
    talk_title: TextStyle
    talk_translated_title: TextStyle
    talk_authors: TextStyle
    talk_affiliations: TextStyle
    talk_many_authors: TextStyle
    talk_small_authors: TextStyle
    talk_small_affiliations: TextStyle
    talk_names: TextStyle
    talk_time: TextStyle
    talk_detail: TextStyle
    talk_local: TextStyle
    caption: TextStyle
    references: TextStyle
    run_on_session: TextStyle
    run_on_title: TextStyle
    run_on_authors: TextStyle
    run_on_affiliations: TextStyle
    run_on_time: TextStyle
    run_on_detail: TextStyle
    run_on_body: TextStyle
    run_on_references: TextStyle
    two_columns_session: TextStyle
    two_columns_title: TextStyle
    two_columns_authors: TextStyle
    two_columns_affiliations: TextStyle
    two_columns_time: TextStyle
    two_columns_detail: TextStyle
    two_columns_body: TextStyle
    two_columns_references: TextStyle
    section_title: TextStyle
    section_subtitle: TextStyle
    section_line: TextStyle
    row_time: TextStyle
    row_detail: TextStyle
    row_title: TextStyle
    row_authors: TextStyle
    row_event: TextStyle
    page_number: TextStyle
    heading: TextStyle
    region: TextStyle
    grid_day: TextStyle
    grid_room: TextStyle
    grid_hour: TextStyle
    grid_title: TextStyle
    grid_key: TextStyle
    overview_room: TextStyle
    overview_label: TextStyle
    zone_time: TextStyle
    zone_letters: TextStyle
    zone_city: TextStyle
    zone_offset: TextStyle
    note: TextStyle
    index_family: TextStyle
    index_given: TextStyle
    index_letter: TextStyle
    list_head: TextStyle
    list_when: TextStyle
    list_detail: TextStyle
    list_line: TextStyle
    list_session: TextStyle
    list_facts: TextStyle
    list_time: TextStyle
    list_title: TextStyle
    list_people: TextStyle
    list_event: TextStyle
    list_number: TextStyle
    hour: TextStyle
    hour_room: TextStyle
    hour_title: TextStyle
    hour_people: TextStyle
    hour_event: TextStyle
    hour_number: TextStyle
    contents_number: TextStyle
    contents_title: TextStyle
    contents_day: TextStyle
    contents_description: TextStyle
    page_lead: TextStyle
    page_heading: TextStyle
    committee_name: TextStyle
    committee_office: TextStyle
    sponsor_tier: TextStyle
    sponsor_name: TextStyle
    poster_session: TextStyle
    poster_board: TextStyle
    poster_title: TextStyle
    poster_authors: TextStyle
    poster_page: TextStyle
    running_head: TextStyle
    folio: TextStyle
    tab: TextStyle
    cover_series: TextStyle
    cover_title: TextStyle
    cover_subtitle: TextStyle
    cover_date: TextStyle
    cover_place: TextStyle
    cover_label: TextStyle
    cover_people: TextStyle
    back_label: TextStyle
    back_line: TextStyle


@dataclass(frozen=True, slots=True)
class Fitting:
    """Whether an abstract that does not fit its page may be set tighter, and how far: sizes and leading in points, figures
    as a share of their height."""

    tighter: bool
    smallest_size: float
    smallest_leading: float
    smallest_figures: float
    smallest_references: float
    smallest_affiliations: float


@dataclass(frozen=True, slots=True)
class Style:
    """A whole style for one paper. `cover` is one of COVERS. `faces` has a font for every name in FACES; `fallback`
    fonts are tried in turn for characters that a face lacks. A figure has at most the share `figure_height` of the height of
    the text; `figure_scale` is what figures are given of the height that they would have.

    A booklet from right to left is composed as if it ran from left to right, and `mirrored` when its pages are drawn."""

    paper: str
    cover: str
    page: Page
    colors: Colors
    faces: tuple[tuple[str, FontFile], ...]
    fallback: tuple[FontFile, ...]
    text: Texts
    figure_height: float
    fitting: Fitting
    figure_scale: float = 1.0
    mirrored: bool = False

    def font(self, name: str) -> FontFile:
        """The font of the face called `name`."""
        return dict(self.faces)[name]
