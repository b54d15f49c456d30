"""How much of everything is taken: one place for all limits of content, so that no file can make the run hang or swell.

docs/reference/content.md lists them under "Limits".
"""

FILE_BYTES = 5_000_000
COVER_BYTES = 20_000_000
DEPTH = 32
VALUES = 200_000

TALKS = 2000
SESSIONS = 500
ITEMS = 200
AUTHORS = 200
LIST_ENTRIES = 200

TITLE = 300
NAME = 200
SHORT = 500
LONG = 2000
ABSTRACT = 20_000
PARAGRAPHS = 500
ADDRESS = 2000
IDENTIFIER = 60
PATH = 255

MINUTES = 24 * 60
COMBINING_MARKS = 8
