"""A Typst source → a PDF.

usage: typst_once.py SOURCE PDF FONTS [KEY=VALUE …]      needs typst

FONTS is a folder of font files, or several as PATH has them. The pairs are the inputs of the source; a file that it reads is
named from the root of the file system.
"""

import os
import sys

import typst

if __name__ == "__main__":
    source, pdf, fonts, *inputs = sys.argv[1:]
    typst.compile(
        source,
        output=pdf,
        root="/" if inputs else None,
        font_paths=fonts.split(os.pathsep),
        ignore_system_fonts=True,
        sys_inputs=dict(one.split("=", 1) for one in inputs),
    )
