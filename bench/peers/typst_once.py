"""A Typst source → a PDF.

usage: typst_once.py SOURCE PDF FONTS      needs typst
"""

import sys

import typst

if __name__ == "__main__":
    typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True)
