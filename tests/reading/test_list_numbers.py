"""Lists keep the numbers that their authors gave them, or are printed as they are written."""

import pytest

from booklet.reading.block_markup import split_markup
from booklet.reading.list_numbers import Numbering
from booklet.reading.lists import ListItem


def markers(text: str) -> list[str]:
    return [f"{part.marker} {part.text}" for part in split_markup(text) if isinstance(part, ListItem)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<ol start="5"><li>five</li><li>six</li></ol>', ["5. five", "6. six"]),
        ("<ol start=5><li value='9'>nine<li>ten</ol>", ["9. nine", "10. ten"]),
        ('<ol type="a"><li>x<li>y</ol>', ["a. x", "b. y"]),
        ('<ol type="I" start="3"><li>x<li>y</ol>', ["III. x", "IV. y"]),
        ("<ul><li>x<li>y</ul>", ["• x", "• y"]),
        (r"\begin{enumerate}[start=5]\item x \item y\end{enumerate}", ["5. x", "6. y"]),
        (r"\begin{enumerate}[(a)]\item x \item y\end{enumerate}", ["(a) x", "(b) y"]),
        (r"\begin{enumerate}[i.]\item x \item y\end{enumerate}", ["i. x", "ii. y"]),
        (r"\begin{enumerate}[label=(\roman*), start=4]\item x \item y\end{enumerate}", ["(iv) x", "(v) y"]),
        (r"\begin{enumerate}[label={\Alph*)}, nosep]\item x \item y\end{enumerate}", ["A) x", "B) y"]),
        (r"\begin{enumerate}[leftmargin=*,itemsep=0pt]\item x \item y\end{enumerate}", ["1. x", "2. y"]),
        (r"\begin{itemize}[noitemsep]\item x \item y\end{itemize}", ["• x", "• y"]),
        (r"\begin{enumerate}[(a)]\item \item y\end{enumerate}", ["(b) y"]),
        (r"\begin{enumerate}\item[(z)] \item y\end{enumerate}", ["• (z)", "2. y"]),
    ],
)  # fmt: skip
def test_numbers_are_those_of_the_author(text: str, expected: list[str]) -> None:
    assert markers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "<ol reversed><li>x<li>y</ol>",
        '<ol reversed=""><li>x<li>y</ol>',
        r"\begin{enumerate}[resume]\item x \item y\end{enumerate}",
        r"\begin{enumerate}[label=\textbf{H\arabic*}]\item x \item y\end{enumerate}",
        r"\begin{enumerate}[start=five]\item x \item y\end{enumerate}",
    ],
)
def test_a_list_that_counts_otherwise_is_left_as_it_is_written(text: str) -> None:
    (part,) = split_markup(text)
    assert part.text == text


@pytest.mark.parametrize(
    ("form", "number", "marker"),
    [
        ("1", 0, "0."), ("a", 26, "z."), ("a", 27, "aa."), ("A", 703, "AAA."), ("i", 1994, "mcmxciv."), ("I", 49, "XLIX."),
        ("a", 0, "0."), ("i", 0, "0."),
    ],
)  # fmt: skip
def test_how_numbers_are_written(form: str, number: int, marker: str) -> None:
    assert Numbering(form, number=number).marker == marker
