"""Turns a finished PDF into lines of text, one a text run, that a person can read and a test can compare."""

import io
import unicodedata

from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject

from booklet.binding.pdf_values import entry
from booklet.proofing.text_runs import Fonts, TextRun, text_runs

_WRITTEN_OUT = frozenset(("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"))


def dump(pdf: bytes) -> str:
    r"""Every page of `pdf` as a header line (`page 3 419.5 x 595.3 label "3"`), then its text runs in content order.

    A line is `page x y size font "text"`: x and y in points from the lower left corner of the page to 0.1 pt, the size to
    0.01 pt; size@degrees when the baseline is turned. Text is what a reader would copy: ActualText where there is one, else
    what ToUnicode says. Consecutive runs on one baseline in one font and size are one line. Invisible and odd characters
    are written as \u and their code. Raises what pypdf raises when the file cannot be read; self_check is for those.
    """
    reader = PdfReader(io.BytesIO(pdf))
    labels = reader.page_labels
    fonts: Fonts = {}
    lines: list[str] = []
    for index, page in enumerate(reader.pages):
        lines += _page_lines(index + 1, page, labels[index], fonts)
    return "".join(f"{line}\n" for line in lines)


def _page_lines(number: int, page: PageObject, label: str, fonts: Fonts) -> list[str]:
    box = page.mediabox
    resources = entry(page, "/Resources")
    contents = page.get_contents()
    lines = [f"page {number} {_tenths(float(box.width))} x {_tenths(float(box.height))} label {quoted(label)}"]
    if contents is None or not isinstance(resources, DictionaryObject):
        return lines
    left, bottom = float(box.left), float(box.bottom)
    return lines + [_run_line(number, run, left, bottom) for run in text_runs(contents.get_data(), resources, fonts)]


def _run_line(number: int, run: TextRun, left: float, bottom: float) -> str:
    size = f"{run.size:.2f}".rstrip("0").rstrip(".")
    turned = f"@{run.angle:.0f}" if round(run.angle) else ""
    return f"{number} {_tenths(run.x - left)} {_tenths(run.y - bottom)} {size}{turned} {run.font} {quoted(run.text)}"


def _tenths(value: float) -> str:
    """A length to 0.1 pt. Halves are settled by a hair so that the noise of floating point does not decide them."""
    return f"{round(value + 1e-6, 1) + 0.0:.1f}"


def quoted(text: str) -> str:
    """Text in quotes; quotes, backslashes and what cannot be seen are escaped."""
    return '"' + "".join(_visible(letter) for letter in text) + '"'


def _visible(letter: str) -> str:
    if letter in '"\\':
        return "\\" + letter
    if letter != " " and unicodedata.category(letter) in _WRITTEN_OUT:
        return f"\\u{ord(letter):04x}"
    return letter
