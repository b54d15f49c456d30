"""What stands at the ends of lines and in their gaps: spaces that are kept, edges that stand out, shares of what lacks."""

import re

import pytest

from booklet.lettering.breaking import justified, ragged
from booklet.lettering.drawing import set_line
from booklet.lettering.groups import Setting
from booklet.lettering.justification import shares
from booklet.lettering.lines import Line
from booklet.lettering.paragraph import Paragraph
from booklet.lettering.runs import Run, boxes
from sheet import letters, voice

ENGLISH = (
    "We assimilate rain. Wind, fog, and hail: these are plans; so all of it can. At last, then, it may run on land. "
)
HEBREW = "מודל האקלים נבדק על פני הים ולא ביבשה "


def set_up(runs: tuple[Run, ...], width: float) -> Setting:
    """What lines of these runs are set with; `width` in points."""
    made = Paragraph(letters(), runs, 14, None).setting
    return made._replace(measure=made.measure._replace(width=width * 1000 / made.size))


def texts(lines: list[Line]) -> list[str]:
    return ["".join(" " * (phrase.space >= 0) + " ".join(phrase.texts) for phrase in line.phrases) for line in lines]


class TestSpacesAtTheEnd:
    """They keep the words of two lines apart for those who read the file, and lie outside of the measure."""

    @pytest.mark.parametrize("justify", [True, False])
    @pytest.mark.parametrize(("text", "at_left"), [(HEBREW * 3, True), (f"WRF {HEBREW * 3}", False)])
    def test_lie_where_the_line_ends(self, text: str, at_left: bool, justify: bool) -> None:
        setting = set_up((Run(text, voice()),), 130)
        lines = justified(boxes(setting.stretches), setting.measure)
        assert len(lines) > 2
        for line in lines[:-1]:
            assert line.space >= 0
            done = set_line(line, setting, justify=justify)
            space = done.groups[-1]
            if at_left:
                assert space.x + space.width == pytest.approx(0)
            else:
                assert space.x == pytest.approx(done.width, abs=0.011)  # the share of the gaps is in whole units
            assert space.width == pytest.approx(setting.measure.tables[0].space / 100 * done.scaling / 100)
            assert min(group.x for group in done.groups[:-1]) == pytest.approx(0)

    def test_the_last_line_has_none(self) -> None:
        setting = set_up((Run(HEBREW * 3, voice()),), 130)
        assert justified(boxes(setting.stretches), setting.measure)[-1].space == -1


def test_the_border_between_two_runs_of_one_voice_changes_no_line() -> None:
    """A full stop or a comma in a run of its own stands out of the column as it does in the word."""
    runs = tuple(Run(part, voice()) for part in re.split("(?=[.,:;])|(?<= )", ENGLISH))
    assert len(runs) > 20
    table = letters().table(voice())
    for word in ENGLISH.split():  # without kerning, which stops at the border
        assert table.word(word).advance == sum(table.word(part).advance for part in re.split("(?=[.,:;])", word))
    whole, parted = set_up((Run(ENGLISH, voice()),), 100), set_up(runs, 100)
    for tenth in range(700, 2400, 13):
        width = tenth * 10.0
        one = justified(boxes(whole.stretches), whole.measure._replace(width=width))
        several = justified(boxes(parted.stretches), parted.measure._replace(width=width))
        assert texts(several) == texts(one)


class TestShares:
    def line(self) -> tuple[Line, Setting]:
        setting = set_up((Run("the new 会議の model of 東京 runs", voice()),), 500)
        (line,) = ragged(boxes(setting.stretches), setting.measure)
        return line, setting

    def kinds(self, line: Line) -> list[str]:
        """Of every gap of a line: a space, or the white between two ideographs or an ideograph and a letter."""
        found = []
        for phrase in line.phrases:
            found += ["space"] * (phrase.space >= 0) + ["white"] * (phrase.gap is not None)
            found += ["space"] * (len(phrase.words) - 1)
        return found

    @pytest.mark.parametrize("extra", [700.0, 1.0, -1.0, -345.6])
    def test_add_up_to_what_lacks(self, extra: float) -> None:
        line, setting = self.line()
        assert sum(shares(line, extra, len(self.kinds(line)), setting.measure)) == round(extra)

    @pytest.mark.parametrize(("extra", "white"), [(900.0, 60), (-300.0, 20)])
    def test_are_as_large_as_what_each_gap_can_give(self, extra: float, white: float) -> None:
        line, setting = self.line()
        table = setting.measure.tables[0]
        gives = {"space": table.stretch if extra > 0 else table.shrink, "white": white}
        kinds = self.kinds(line)
        assert set(kinds) == {"space", "white"}
        whole = sum(gives[kind] for kind in kinds)
        found = list(shares(line, extra, len(kinds), setting.measure))
        for kind, share in zip(kinds, found, strict=True):
            assert share == pytest.approx(extra * gives[kind] / whole, abs=1)

    def test_without_gaps_there_are_none(self) -> None:
        setting = set_up((Run("assimilation", voice()),), 500)
        (line,) = ragged(boxes(setting.stretches), setting.measure)
        assert list(shares(line, 100.0, 0, setting.measure)) == []

    def test_spaces_share_alike_to_one_unit(self) -> None:
        setting = set_up((Run("so it is now", voice()),), 500)
        (line,) = ragged(boxes(setting.stretches), setting.measure)
        assert sorted(shares(line, 100.0, 3, setting.measure)) == [33, 33, 34]
        assert sorted(shares(line, -100.0, 3, setting.measure)) == [-34, -33, -33]
