"""What a picture from outside may be: its limits, and the exception that says which of them it breaks."""

from booklet.plain_dataclasses import dataclass
from booklet.units import MM

MAX_SIDE = 2000 * MM
MAX_PIXELS = 40_000_000

# For PDF files, all pages that are taken together
MAX_STREAM = 100_000_000
MAX_DECODED = 200_000_000
MAX_ALL_PIXELS = 4 * MAX_PIXELS
MAX_CONTENT = 10_000_000
MAX_OPERATIONS = 1_000_000
MAX_VALUES = 500_000
MAX_OBJECTS = 20_000
MAX_DRAWN = 100_000_000
MAX_NESTING = 16

AS_PICTURE = "export it again, for example as PNG with 300 dpi"


@dataclass(frozen=True, slots=True)
class Use:
    """What a file is used for: the `word` for that in messages, the least length of a page's sides in points, and how many
    pages are taken. Where that is one, a file with more is taken by its first page; otherwise it is refused."""

    word: str
    least: float
    pages: int


COVER = Use("cover", 50 * MM, 8)
LOGO = Use("logo", 5 * MM, 1)
FIGURE = Use("figure", 5 * MM, 1)
PHOTO = Use("portrait", 5 * MM, 1)


class PictureError(Exception):
    """A file that cannot be used. `reason` goes on from 'cover "front.pdf"': "has a password"; `hint` is the remedy."""

    def __init__(self, reason: str, hint: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint


@dataclass(slots=True)
class Budget:
    """What the reading of one file may still use: bytes and pixels after decoding, bytes and operations of
    content, values, objects."""

    decoded: int = MAX_DECODED
    pixels: int = MAX_ALL_PIXELS
    content: int = MAX_CONTENT
    operations: int = MAX_OPERATIONS
    values: int = MAX_VALUES
    objects: int = MAX_OBJECTS

    def spend(self, what: str, amount: int = 1) -> None:
        """Take `amount` from the counter `what`. Raises PictureError when there is not so much left."""
        left = getattr(self, what) - amount
        if left < 0:
            raise too_much()
        setattr(self, what, left)


def too_much() -> PictureError:
    """The error of a file that is small on disk or on paper and large in memory."""
    return PictureError("holds more than a picture can need", AS_PICTURE)
