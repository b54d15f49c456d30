"""Lines of tokens → text operators: groups of one voice, with the spaces that justification asks for."""

from dataclasses import dataclass

from booklet.lettering.breaking import Line, Measure
from booklet.lettering.operands import resolved
from booklet.lettering.runs import Run

_EXPANSION = 0.02  # of the width, both ways


@dataclass(frozen=True, slots=True)
class Group:
    """Consecutive tokens of one run on one line: the run's number, operators that show it, where it starts from the
    line's start, and its width in points."""

    run: int
    operators: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line ready to be drawn: horizontal scaling in per cent, how far it stands out to the left, its natural or justified
    width, all in points, and its groups."""

    scaling: float
    outdent: float
    width: float
    groups: tuple[Group, ...]


def set_line(line: Line, runs: tuple[Run, ...], measure: Measure, size: float, *, justify: bool) -> SetLine:
    """Set one line. `size` is the paragraph's. A line that ends at a space keeps it, so that the words of two lines do not
    glue together when the text is read out."""
    tables, scales, tokens = measure.tables, measure.scales, line.tokens
    words = sum(token.word.advance * scales[token.run] for token in tokens)
    gaps = [token.space for token in tokens if token.space >= 0]
    spaces = sum(tables[run].space * scales[run] for run in gaps)
    left, right = tokens[0].word.left * scales[tokens[0].run], tokens[-1].word.right * scales[tokens[-1].run]
    scaling, extra = 100.0, 0.0
    if justify:
        missing = measure.width + left + right - words - spaces
        scaling = _scaling(missing, words, gaps, measure)
        extra = (measure.width + left + right - words * scaling / 100) * 100 / scaling - spaces if gaps else 0.0
    groups = _groups(line, runs, measure, _shares(extra, len(gaps)), size * scaling / 100000)
    width = (words + spaces + extra) * scaling / 100 * size / 1000
    return SetLine(scaling, left * size / 1000 if justify else 0.0, width, groups)


def _scaling(missing: float, words: float, gaps: list[int], measure: Measure) -> float:
    """Per cent by which the line is set wider or narrower: its share of what the spaces do not take."""
    kind = "stretch" if missing > 0 else "shrink"
    give = sum(getattr(measure.tables[run], kind) * measure.scales[run] for run in gaps)
    give += words * _EXPANSION
    ratio = missing / give if give else 0.0
    if abs(ratio) <= 0.02:
        return 100.0
    return 100 + round(max(-1.0, min(1.0, ratio)) * _EXPANSION * 100 * 2) / 2


def _shares(extra: float, count: int) -> list[int]:
    """`extra` in whole units for each of `count` gaps: exact to one unit over the line, the first gaps get one more."""
    if not count:
        return []
    each, more = divmod(round(extra), count)
    return [each + (index < more) for index in range(count)]


def _groups(line: Line, runs: tuple[Run, ...], measure: Measure, shares: list[int], unit: float) -> tuple[Group, ...]:
    """`shares` of the justification for every gap in turn; `unit` turns 1/1000 of the paragraph's size into points."""
    groups: list[Group] = []
    strings: list[str] = []
    run, x, start, gap = line.tokens[0].run, 0.0, 0.0, 0

    def close() -> None:
        groups.append(_group(run, "".join(strings), runs, measure, (start, x), unit))
        strings.clear()

    for token in line.tokens:
        if token.space >= 0:
            if token.space != run and token.run == token.space:  # the space belongs to what follows: "a *b*"
                close()
                run, start = token.run, x
            table, scale = measure.tables[run], measure.scales[run]
            share = round(shares[gap] / scale)
            gap += 1
            strings.append(f"{table.space_code}){-share}(" if share else table.space_code)
            x += table.space * scale + share * scale
        if token.run != run:
            close()
            run, start = token.run, x
        strings.append(token.word.operands)
        x += token.word.advance * measure.scales[run]
    if line.at_space:
        strings.append(measure.tables[run].space_code)
    close()
    return tuple(groups)


def _group(
    run: int, operands: str, runs: tuple[Run, ...], measure: Measure, span: tuple[float, float], unit: float
) -> Group:
    """One group; `span` is from where to where it goes in 1/1000 of the paragraph's size, `unit` turns that into points."""
    shown = f"[({operands})]TJ"
    if measure.tables[run].open_words:
        voice = runs[run].voice
        shown = resolved(shown, voice.size, voice.rise)
    return Group(run, shown, span[0] * unit, (span[1] - span[0]) * unit)
