"""Paragraphs → a PDF by LuaLaTeX with microtype, everything else as LaTeX comes."""

import re
import shutil
import subprocess
from pathlib import Path

_SPECIAL = re.compile(r"[\\{}$&#^_%~]")
_DOCUMENT = r"""\documentclass{article}
\usepackage[papersize={%(page)sbp,842bp},textwidth=%(measure)sbp,textheight=700bp]{geometry}
\usepackage{fontspec}
\setmainfont{%(font)s}[Path=%(folder)s/]
\usepackage{microtype}
\pagestyle{empty}\raggedbottom\parindent=0pt \parskip=6bp
\begin{document}\fontsize{%(size)sbp}{%(leading)sbp}\selectfont
%(text)s
\end{document}
"""


def version() -> str | None:
    """What stands on the PATH, or None."""
    if not shutil.which("lualatex"):
        return None
    first = subprocess.run(["lualatex", "--version"], capture_output=True, text=True, check=True).stdout.split("\n")[0]
    return first.split("(")[-1].rstrip(")")


def make(paragraphs: list[str], font: Path, size: float, leading: float, measure: float, folder: Path) -> Path:
    """Lengths are points of 1/72 inch, TeX's bp. American hyphenation, LaTeX's own."""
    text = "\n\n".join(_SPECIAL.sub(lambda sign: rf"\char{ord(sign[0])}{{}}", paragraph) for paragraph in paragraphs)
    given = {"page": measure + 144, "measure": measure, "size": size, "leading": leading, "text": text}
    source = _DOCUMENT % {**given, "font": font.name, "folder": font.parent}
    (folder / "text.tex").write_text(source, "utf-8")
    command = ["lualatex", "-interaction=nonstopmode", "-halt-on-error", "text.tex"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=300)
    if done.returncode:
        raise RuntimeError("\n".join(done.stdout.split("\n")[-12:]))
    return folder / "text.pdf"
