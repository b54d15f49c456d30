"""Phrases of one line → groups: text operators of one voice, each with its place on the line."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from booklet.lettering.bidi import visual_order
from booklet.lettering.letters import Voice
from booklet.lettering.lines import Line, Measure, Phrase
from booklet.lettering.operands import is_open, joined, resolved
from booklet.lettering.runs import Stretch
from booklet.lettering.words import Words


class Setting(NamedTuple):
    """What lines are set with: the stretches of the paragraph and the voice of each, their words, the paragraph's own level
    and its size in points; and whether anything in it runs from right to left."""

    stretches: tuple[Stretch, ...]
    voices: tuple[Voice, ...]
    measure: Measure
    base: int
    size: float
    turned: bool

    def at(self, measure: Measure) -> "Setting":
        """The same at another measure."""
        return Setting(self.stretches, self.voices, measure, self.base, self.size, self.turned)


class Group(NamedTuple):
    """Consecutive words of one stretch on one line: the stretch's number, operators that show them, where they start from the
    line's start, and their width in points. `moved` ones do not begin where the group before them ended. `formula` names the
    chunks of a formula, which has no operators here."""

    run: int
    operators: str
    x: float
    width: float
    moved: bool = False
    formula: str = ""


class _Atom(NamedTuple):
    """What is placed on a line: words, a space or an open gap, by its stretch; its operands and its advance before horizontal
    scaling, in 1/1000 of the paragraph's size."""

    run: int
    operands: str
    advance: float
    formula: str = ""


class _Row:
    """The groups of a line from left to right while they are collected. `unit` turns 1/1000 of the paragraph's size into
    points, `rigid` undoes the horizontal scaling of the line."""

    def __init__(self, setting: Setting, run: int, unit: float, rigid: float) -> None:
        self.groups: list[Group] = []
        self._setting = setting
        self._unit, self._rigid = unit, rigid
        self._run = run
        self._strings: list[str] = []
        self._x = self._start = 0.0

    def turn_to(self, run: int) -> None:
        """What is added from now on belongs to a stretch."""
        if run != self._run:
            self.close()
            self._run, self._start = run, self._x

    def add_gap(self, share: int, *, space: bool) -> None:
        """A space, or only white, with its share of the justification (1/1000 of the paragraph's size)."""
        if self._setting.stretches[self._run].formula:  # which has no operators to put it into
            self._x += share
            return
        words, scale = self._setting.measure.tables[self._run], self._setting.measure.scales[self._run]
        own = round(share / scale)
        code = words.space_code if space else ""
        self._strings.append(f"{code}){-own}(" if own else code)
        self._x += (words.space * space + own) * scale

    def add_words(self, phrase: Phrase, shares: Iterator[int]) -> None:
        """The words of a phrase with the spaces between them."""
        scale = self._setting.measure.scales[self._run]
        words = self._setting.measure.tables[self._run]
        own = list(islice(shares, len(phrase.words) - 1))
        if scale != 1:
            own = [round(share / scale) for share in own]
        shown, advance = _with_spaces(phrase, own, words)
        self._strings.append(shown)
        self._x += advance * scale

    def add_formula(self, phrase: Phrase) -> None:
        """A formula, which keeps its width whatever the line's scaling."""
        advance = phrase.words[0].advance * self._setting.measure.scales[self._run] * self._rigid
        x, unit = self._x, self._unit
        self.groups.append(Group(self._run, "", x * unit, advance * unit, moved=True, formula=phrase.texts[0]))
        self._x += advance

    def close(self) -> None:
        """Make a group of what was collected."""
        if self._strings:
            shown = _shown("".join(self._strings), self._setting.voices[self._run])
            moved = bool(self.groups) and bool(self.groups[-1].formula)
            start, unit = self._start, self._unit
            self.groups.append(Group(self._run, shown, start * unit, (self._x - start) * unit, moved))
            self._strings.clear()


def straight_groups(
    line: Line, shares: Iterator[int], setting: Setting, unit: float, rigid: float
) -> tuple[Group, ...]:
    """Groups of a line that runs from left to right. `shares` of the justification stand in its gaps; `unit` turns 1/1000 of
    the paragraph's size into points, `rigid` undoes the horizontal scaling."""
    if _is_of_one_stretch(line, setting):  # nearly always
        return (_only_group(line, list(shares), setting, unit),)
    row = _Row(setting, line.phrases[0].run, unit, rigid)
    for phrase in line.phrases:
        if phrase.space >= 0:
            row.turn_to(phrase.space)  # a space may belong to what follows: "a *b*"
            row.add_gap(next(shares), space=True)
        elif phrase.gap is not None:
            row.add_gap(phrase.gap + next(shares), space=False)
        row.turn_to(phrase.run)
        if setting.stretches[phrase.run].formula:
            row.add_formula(phrase)
        else:
            row.add_words(phrase, shares)
    if line.space >= 0:
        row.turn_to(line.space)
        row.add_gap(0, space=True)
    row.close()
    return tuple(row.groups)


def _is_of_one_stretch(line: Line, setting: Setting) -> bool:
    """Whether a line is words of one stretch, of the paragraph's size, and nothing else."""
    run, _, _, space, gap = line.phrases[0]
    return (
        len(line.phrases) == 1
        and (line.space < 0 or line.space == run)
        and (space < 0 and gap is None)
        and setting.measure.scales[run] == 1
        and not setting.stretches[run].formula
    )


def _only_group(line: Line, shares: list[int], setting: Setting, unit: float) -> Group:
    """The group of a line of one stretch."""
    (phrase,) = line.phrases
    table = setting.measure.tables[phrase.run]
    shown, advance = _with_spaces(phrase, shares, table)
    if line.space >= 0:
        shown, advance = shown + table.space_code, advance + table.space
    return Group(phrase.run, _shown(shown, setting.voices[phrase.run]), 0.0, advance * unit)


def _with_spaces(phrase: Phrase, shares: list[int], table: Words) -> tuple[str, int]:
    """The words of a phrase with the spaces between them, each with its share, in 1/1000 of their size: operands, advance."""
    operands, code = [word[1] for word in phrase.words], table.space_code
    advance = sum([word[0] for word in phrase.words]) + table.space * len(shares) + sum(shares)
    spaces = {share: f"{code}){-share}(" if share else code for share in set(shares)}
    if len(spaces) < 2:
        return "".join(spaces.values()).join(operands), advance
    parts = [""] * (2 * len(shares) + 1)
    parts[::2] = operands
    parts[1::2] = map(spaces.__getitem__, shares)
    return "".join(parts), advance


def turned_groups(line: Line, shares: Iterator[int], setting: Setting, unit: float, rigid: float) -> tuple[Group, ...]:
    """Groups of a line with text from right to left: every word where it is seen, in the order in which it is read."""
    atoms = list(_atoms(line, shares, setting, rigid))
    places = [0.0] * len(atoms)
    x = 0.0
    for index in _seen(atoms, setting.stretches):
        places[index] = x
        x += atoms[index].advance
    if line.space >= 0:
        space = _space(line.space, 0, setting.measure)
        atoms.append(space)
        places.append(-space.advance if setting.base else x)
    return tuple(
        Group(
            atom.run,
            "" if atom.formula else _shown(atom.operands, setting.voices[atom.run]),
            place * unit,
            atom.advance * unit,
            moved=True,
            formula=atom.formula,
        )
        for atom, place in zip(atoms, places, strict=True)
        if atom.operands or atom.formula
    )


def _seen(atoms: list[_Atom], stretches: tuple[Stretch, ...]) -> list[int]:
    """Indexes of atoms from left to right. Isolates are parted from what they touch by the characters that made them, which
    are at the level outside (UAX 9, X5c, X6a)."""
    levels: list[int] = []
    which: list[int] = []  # the atom at each level, -1 for the edge of an isolate
    before: Stretch | None = None
    for index, atom in enumerate(atoms):
        stretch = stretches[atom.run]
        if before is None or stretch.run != before.run:
            edges = [part.outside for part in (before, stretch) if part and part.outside >= 0]
            levels += edges
            which += [-1] * len(edges)
        gap = before is not None and not atom.operands and not atom.formula
        levels.append(min(stretch.level, before.level) if gap and before else stretch.level)
        which.append(index)
        before = stretch
    return [which[index] for index in visual_order(levels) if which[index] >= 0]


def _atoms(line: Line, shares: Iterator[int], setting: Setting, rigid: float) -> Iterator[_Atom]:
    """Words and gaps of a line one by one, in the order in which they are read."""
    measure = setting.measure
    for phrase in line.phrases:
        if phrase.space >= 0:
            yield _space(phrase.space, next(shares), measure)
        elif phrase.gap is not None:
            yield _Atom(phrase.run, "", phrase.gap + next(shares))
        for index, (text, word) in enumerate(zip(phrase.texts, phrase.words, strict=True)):
            if index:
                yield _space(phrase.run, next(shares), measure)
            advance = word.advance * measure.scales[phrase.run]
            if setting.stretches[phrase.run].formula:
                yield _Atom(phrase.run, "", advance * rigid, text)
            else:
                yield _Atom(phrase.run, word.operands, advance)


def _space(run: int, share: int, measure: Measure) -> _Atom:
    return _Atom(run, measure.tables[run].space_code, measure.tables[run].space * measure.scales[run] + share)


def _shown(operands: str, voice: Voice) -> str:
    """The operators that show words in a voice."""
    shown = f"[({operands})]TJ"
    return resolved(joined(shown), voice.size, voice.rise) if is_open(shown) else shown
