"""Every kind of finding, by family: B the bound file, C content files, K the program, T text and letters, P pictures and
covers, S styles.

docs/reference/findings.md explains each; a name is never given to another kind.
"""

from booklet.finding import Code, Severity

_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

# Family B, the bound file
LESSER_CLAIM = Code("B001", _NOTE, "booklet not called accessible")
FAILED_PROOF = Code("B002", _WARNING, "booklet that fails its own check")
REDUCED_PICTURES = Code("B003", _NOTE, "pictures made coarser")
OVERSIZE = Code("B004", _WARNING, "booklet larger than it may be")
NO_TIMES = Code("B005", _WARNING, "calendar without anything in it")

# Family C, files, YAML, keys and values
MISSING_FILE = Code("C001", _ERROR, "file is missing")
UNREADABLE_FILE = Code("C002", _ERROR, "file cannot be read")
NOT_UTF8 = Code("C003", _ERROR, "file is not UTF-8")
BAD_YAML = Code("C004", _ERROR, "not valid YAML")
YAML_NOT_TAKEN = Code("C005", _ERROR, "YAML feature that is not taken")
DUPLICATE_KEY = Code("C006", _ERROR, "key given twice")
TOO_LARGE = Code("C007", _ERROR, "over a limit")
FORBIDDEN_CHARACTER = Code("C008", _ERROR, "character that cannot be printed")
TEXT_AFTER_HASH = Code("C009", _WARNING, "text after # is not read")
WRONG_SHAPE = Code("C010", _ERROR, "value of the wrong shape")
BAD_PATH = Code("C011", _ERROR, "path that is not taken")
READ_AS_ESCAPE = Code("C012", _WARNING, "LaTeX in double quotes")
UNKNOWN_KEY = Code("C014", _ERROR, "unknown key")
MISSING_KEY = Code("C015", _ERROR, "key is missing")
BAD_VALUE = Code("C016", _ERROR, "value that is not taken")
BAD_DATE = Code("C020", _ERROR, "not a date")
BAD_TIME = Code("C021", _ERROR, "not a time of day")
BAD_MINUTES = Code("C022", _ERROR, "not a number of minutes")
BAD_ZONE = Code("C023", _ERROR, "unknown time zone")
FIXED_ZONE = Code("C024", _ERROR, "abbreviation instead of a time zone")
BAD_ID = Code("C025", _ERROR, "id that is not taken")
BAD_LANGUAGE = Code("C026", _ERROR, "unknown language")
UNPRINTED_FILE = Code("C030", _WARNING, "file that is not used")

# Family K, the program
UNKNOWN_TALK = Code("K001", _ERROR, "session names a talk that does not exist")
UNKNOWN_AFFILIATION = Code("K002", _ERROR, "author names an affiliation that does not exist")
UNUSED_AFFILIATION = Code("K003", _WARNING, "affiliation that no author has")
DUPLICATE_ID = Code("K004", _ERROR, "id given twice")
UNSCHEDULED_TALK = Code("K005", _WARNING, "talk in no session")
TALK_TWICE = Code("K006", _WARNING, "talk given twice in one session")
DUPLICATE_TITLE = Code("K010", _WARNING, "two talks with one title")
NO_ABSTRACT = Code("K020", _WARNING, "talk without abstract")
NO_AUTHORS = Code("K021", _WARNING, "talk without authors")
NO_MINUTES = Code("K022", _WARNING, "item without minutes")
NO_PRESENTER = Code("K023", _NOTE, "no presenter marked")
NO_AFFILIATION = Code("K024", _NOTE, "author without affiliation")
EMPTY_PROGRAM = Code("K030", _WARNING, "program without sessions or items")
NOTHING_TO_PRINT = Code("K031", _ERROR, "nothing to print")
OVERLAP = Code("K040", _WARNING, "items overlap")
OVER_SLOT = Code("K041", _WARNING, "session runs over its announced end")
UNDER_SLOT = Code("K042", _NOTE, "session ends before its announced end")
MISSING_HOUR = Code("K050", _ERROR, "local time that does not exist")
DOUBLED_HOUR = Code("K051", _WARNING, "local time that exists twice")

# Family T, text and letters
DROPPED_CHARACTER = Code("T001", _WARNING, "invisible character left out")
DAMAGED_TEXT = Code("T002", _WARNING, "text that looks damaged")
PASTED_HYPHEN = Code("T003", _NOTE, "word that looks hyphenated by hand")
UNKNOWN_COMMAND = Code("T004", _NOTE, "LaTeX command printed as it is written")
PRIVATE_CHARACTER = Code("T005", _WARNING, "character of a private font")
OTHER_FORM = Code("T006", _NOTE, "markup printed in another form")
ENDLESS_MACRO = Code("T007", _WARNING, "macro that cannot be expanded")
UNCLOSED_FORMULA = Code("T008", _NOTE, "formula that nothing closes")
NO_GLYPH = Code("T010", _WARNING, "character that no font has")
FORMULA_AS_WRITTEN = Code("T020", _WARNING, "formula printed as it is written")
LONG_ABSTRACT = Code("T030", _NOTE, "abstract longer than a page")
TIGHT_ABSTRACT = Code("T031", _NOTE, "abstract set tighter to fit its page")
MARKUP_AS_WRITTEN = Code("T040", _NOTE, "markup printed as it is written")

# Family P, pictures and covers
BAD_PICTURE = Code("P001", _ERROR, "picture that cannot be used")
COVER_SIZE = Code("P002", _WARNING, "cover of another size")
NO_ALT = Code("P003", _WARNING, "picture without alternative text")
REPAIRED_PICTURE = Code("P004", _WARNING, "damaged picture, repaired")
PICTURE_PARTS = Code("P005", _WARNING, "parts of a picture left out")
COARSE_PICTURE = Code("P006", _WARNING, "picture too coarse for print")
TINY_FIGURE = Code("P007", _WARNING, "figure too small to be seen")
IN_PIXELS = Code("P008", _NOTE, "PDF placed as pixels")
REPLACED_FONT = Code("P009", _WARNING, "font of a picture replaced")

# Family S, styles and fonts
BAD_STYLE = Code("S001", _ERROR, "style that cannot be used")
BAD_FONT = Code("S002", _ERROR, "font that cannot be used")
UNUSED_FONT = Code("S003", _WARNING, "font in the folder that is not used")

CODES: tuple[Code, ...] = tuple(sorted((value for value in globals().values() if isinstance(value, Code)), key=str))
