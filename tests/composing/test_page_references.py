"""Page numbers of an index: ascending, once, and said in words."""

from booklet.composing.labels import load_labels
from booklet.composing.sections.indexes.page_references import NumberSetting, Part, Reference
from booklet.lettering.runs import Run, stretches
from booklet.page_map import END, PageMap
from sheet import style

PLACES = {"a": 4, "b": 11, "c": 11, "d": 30}


def numbers(*references: Reference, language: str = "en-US") -> list[tuple[str, str, str | None, str | None]]:
    setting = NumberSetting(style().text.index_family, load_labels(language), PageMap(PLACES | {END: 40}), language)
    return [(run.text, run.voice.face, run.link, run.words) for run in setting.runs(references)]


def test_they_ascend_and_lead_to_what_they_name() -> None:
    assert numbers(Reference("d"), Reference("a")) == [
        ("\u00a0 ", "sans", None, None),
        ("5", "sans", "#a", "Page 5"),
        (", ", "sans", None, None),
        ("31", "sans", "#d", "Page 31"),
    ]


def test_of_several_things_on_a_page_the_first_in_rank_is_shown() -> None:
    for order in (1, -1):
        (_, number) = numbers(*[Reference("b"), Reference("c", Part.PRESENTS), Reference("b", Part.CHAIRS)][::order])
        assert number == ("12", "sans-bold", "#c", "Page 12")
    (_, number) = numbers(Reference("b"), Reference("c", Part.CHAIRS))
    assert number == ("12c", "sans-italic", "#c", "Page 12")


def test_what_the_booklet_does_not_have_has_no_number() -> None:
    assert numbers(Reference("x")) == []
    assert [text for text, *_ in numbers(Reference("x"), Reference("a"))] == ["\u00a0 ", "5"]


def test_they_are_listed_as_the_language_does() -> None:
    assert [text for text, *_ in numbers(Reference("a"), Reference("b"), language="ja")] == ["\u00a0 ", "5", "、", "12"]


def test_each_keeps_its_own_direction() -> None:
    setting = NumberSetting(style().text.index_family, load_labels("ar"), PageMap(PLACES | {END: 40}), "ar")
    runs = setting.runs((Reference("a"), Reference("b", Part.CHAIRS)))
    found, base = stretches((Run("Quist, Ada", runs[0].voice, isolate=True), *runs), backwards=True)
    assert base == 1
    assert {stretch.outside for stretch in found if stretch.text in {"5", "12c"}} == {1}
    assert {stretch.level for stretch in found if stretch.text == "، "} == {1}
