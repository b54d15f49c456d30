"""Pictures get no more pixels than can be seen, look the same with fewer, and are never made larger."""

import io

import pytest
from PIL import Image, ImageChops, ImageStat
from placed import placed, rendered

from booklet.binding.book_document import BookDocument
from booklet.binding.fineness import FINE, Fineness
from booklet.binding.foreign.image_picture import image_picture
from booklet.binding.foreign.reduced_picture import reduced_picture
from booklet.binding.pictures import add_pictures
from booklet.picture import Picture
from booklet.structure import Element
from booklet.typesetting.set_piece import SetPiece, ShownPicture
from booklet.typesetting.set_structure import set_structure


def picture(mode: str, form: str = "PNG", size: tuple[int, int] = (600, 400)) -> Picture:
    """Slopes of gray in every channel, with dust that JPEG has to work for."""
    dust = Image.effect_noise(size, 12)
    slopes = [Image.linear_gradient("L").rotate(angle).resize(size) for angle in (0, 90, 180, 270)]
    channels = [ImageChops.add(slope, dust, 1, -128) for slope in slopes]
    out = io.BytesIO()
    image = Image.merge(mode, channels[: len(mode)]) if len(mode) > 1 else channels[0]
    image.save(out, form, dpi=(200, 200))
    return image_picture(out.getvalue())


def octets(of: Picture) -> int:
    return sum(len(part.stream or b"") for part in of.objects)


@pytest.mark.parametrize(
    ("mode", "form"), [("L", "PNG"), ("RGB", "PNG"), ("RGBA", "PNG"), ("L", "JPEG"), ("RGB", "JPEG")]
)
@pytest.mark.parametrize("quality", [None, 85, 40])
def test_it_looks_the_same_with_half_the_pixels(mode: str, form: str, quality: int | None) -> None:
    whole = picture(mode, form)
    half = reduced_picture(whole, 0.5, quality)
    assert half.pixels == (300, 200)
    assert (half.width, half.height) == (whole.width, whole.height)
    assert octets(half) < octets(whole)
    assert len(half.objects) == len(whole.objects) == (2 if mode == "RGBA" else 1)
    difference = ImageChops.difference(rendered(placed(whole)), rendered(placed(half)))
    assert max(ImageStat.Stat(difference).mean) < 4


def test_a_lower_quality_takes_less_room() -> None:
    whole = picture("RGB")
    sizes = [octets(reduced_picture(whole, 1.0, quality)) for quality in (90, 60, 30)]
    assert octets(whole) > sizes[0] > sizes[1] > sizes[2]


def test_lines_stay_without_jpeg_where_that_is_smaller() -> None:
    image = Image.new("L", (400, 400), 255)
    image.paste(0, (10, 10, 12, 390))
    out = io.BytesIO()
    image.save(out, "PNG")
    drawing = image_picture(out.getvalue())
    assert reduced_picture(drawing, 1.0, 35) == drawing


def written(shown: list[tuple[Picture, float]], fineness: Fineness) -> list[tuple[int, int]]:
    """The sizes in pixels that pictures of these widths in points come to have in the file."""
    document = BookDocument()
    pieces = [
        SetPiece("a", (), set_structure(Element("P"), [], []), (), (), (), (ShownPicture(one.name, one, width),))
        for one, width in shown
    ]
    add_pictures(document, pieces, fineness)
    bodies = [ready.body for ready in document._ready.values()]
    return [
        (int(body.split(b"/Width ")[1].split(b"/")[0]), int(body.split(b"/Height ")[1].split(b"/")[0]))
        for body in bodies
        if body and b"/Width" in body
    ]


def test_pixels_that_nobody_can_see_are_left_out() -> None:
    one = picture("RGB")
    assert written([(one, 216.0)], FINE) == [(600, 400)]  # 200 to an inch
    assert written([(one, 80.0)], FINE) == [(600, 400)]  # 540, not many more than 450
    assert written([(one, 72.0)], FINE) == [(450, 300)]
    assert written([(one, 24.0), (one, 72.0), (one, 24.0)], FINE) == [(450, 300)]  # the widest counts
    assert written([(one, 216.0)], Fineness(150, 65)) == [(450, 300)]
    form = Picture(100, 100, one.objects, None)
    assert written([(form, 10.0)], Fineness(72, 35)) == [(600, 400)]
