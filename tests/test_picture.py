"""A picture knows what it shows and how fine it is."""

import pytest

from booklet.picture import PdfObject, Picture
from booklet.plain_dataclasses import replace

IMAGE = Picture(72, 36, (PdfObject((b"<</Width 300>>",), b"data"),), (300, 150))


@pytest.mark.parametrize(
    ("pixels", "width", "expected"),
    [
        ((300, 150), 72, 300),
        ((300, 150), 144, 150),
        ((300, 75), 72, 150),  # the direction with fewer pixels counts
        ((100, 150), 72, 100),
        (None, 72, None),
    ],
)
def test_resolution(pixels: tuple[int, int] | None, width: float, expected: float | None) -> None:
    assert replace(IMAGE, pixels=pixels).resolution(width) == expected


def test_its_name_follows_from_what_it_shows() -> None:
    assert replace(IMAGE).name == IMAGE.name
    others = [
        replace(IMAGE, width=73),
        replace(IMAGE, pixels=(300, 149)),
        replace(IMAGE, objects=(PdfObject((b"<</Width 301>>",), b"data"),)),
        replace(IMAGE, objects=(PdfObject((b"<</Width 300>>",), b"Data"),)),
        replace(IMAGE, objects=(PdfObject((b"<</Width 300>>",)),)),
        replace(IMAGE, objects=IMAGE.objects * 2),
    ]
    assert len({picture.name for picture in (IMAGE, *others)}) == 7
    assert IMAGE.name.isalnum()
