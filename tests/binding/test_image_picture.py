"""An image cover comes out upright in its colors, with nothing of the file but pixels."""

import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms
from placed import difference, placed, rendered, syntax

from booklet.binding.foreign.image_picture import clean_jpeg
from booklet.binding.foreign.picture_rules import COVER, Budget, PictureError
from booklet.binding.foreign.read_picture import read_picture
from booklet.codes import BAD_PICTURE
from booklet.picture import Picture

RED, GREEN, BLUE, BLACK, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (0, 0, 0), (255, 255, 255)


def quarters(mode: str = "RGB", size: tuple[int, int] = (80, 40)) -> Image.Image:
    """Upper left red, upper right green, lower left blue, lower right black."""
    image = Image.new("RGB", (2, 2))
    for point, color in zip(((0, 0), (1, 0), (0, 1), (1, 1)), (RED, GREEN, BLUE, BLACK), strict=True):
        image.putpixel(point, color)
    return image.resize(size, Image.Resampling.NEAREST).convert(mode)


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def cover(data: bytes) -> Picture:
    read = read_picture(data, "front.png", COVER)
    assert read.findings == ()
    (picture,) = read.pictures
    assert picture.pixels
    return picture


def seen(picture: Picture) -> list[tuple[int, ...]]:
    """Colors in the middle of the quarters: upper left, upper right, lower left, lower right, a point of the page a pixel."""
    image = rendered(placed(picture))
    x, y = image.width // 4, image.height // 4
    return [image.getpixel(point) for point in ((x, y), (3 * x, y), (x, 3 * y), (3 * x, 3 * y))]


def near(colors: list[tuple[int, ...]], expected: list[tuple[int, ...]], tolerance: int = 0) -> bool:
    return all(
        abs(a - b) <= tolerance
        for one, two in zip(colors, expected, strict=True)
        for a, b in zip(one, two, strict=True)
    )


@pytest.mark.parametrize(
    ("dpi", "size"), [(None, (19.2, 9.6)), ((72, 72), (80, 40)), ((144, 72), (40, 40)), ((1, 1), (19.2, 9.6))]
)
def test_the_size_follows_from_the_resolution(dpi, size):
    options = {"dpi": dpi} if dpi else {}
    picture = cover(saved(quarters(), "PNG", **options))
    assert (picture.width, picture.height) == pytest.approx(size, rel=1e-3)


@pytest.mark.parametrize("mode", ["RGB", "P", "RGBA"])
def test_png_comes_out_as_it_is(mode):
    picture = cover(saved(quarters(mode), "PNG", dpi=(72, 72)))
    assert seen(picture) == [RED, GREEN, BLUE, BLACK]
    assert len(picture.objects) == 1
    assert b"/ColorSpace/DeviceRGB" in syntax(picture)
    assert b"/FlateDecode" in syntax(picture)


@pytest.mark.parametrize("mode", ["L", "1", "I;16"])
def test_gray_stays_gray(mode):
    steps = Image.new("L", (80, 40), 255)
    steps.paste(0, (0, 0, 40, 20))
    if mode == "I;16":
        image = Image.frombytes("I;16", steps.size, b"".join(struct.pack("<H", v * 257) for v in steps.tobytes()))
    else:
        image = steps.convert(mode)
    picture = cover(saved(image, "PNG", dpi=(72, 72)))
    assert b"/ColorSpace/DeviceGray" in syntax(picture)
    assert near(seen(picture), [BLACK, WHITE, WHITE, WHITE], 1)


def test_sixteen_bits_are_scaled_and_not_clipped():
    image = Image.frombytes("I;16", (64, 64), struct.pack("<H", 0x8034) * 4096)
    assert near(seen(cover(saved(image, "PNG", dpi=(72, 72)))), [(128, 128, 128)] * 4, 1)


@pytest.mark.parametrize(("mode", "space"), [("RGBA", b"/DeviceRGB"), ("LA", b"/DeviceGray")])
def test_alpha_becomes_a_soft_mask(mode, space):
    image = quarters("RGBA") if mode == "RGBA" else Image.new("LA", (80, 40), (0, 255))
    alpha = Image.new("L", (80, 40), 255)
    alpha.paste(0, (0, 0, 40, 40))
    image.putalpha(alpha)
    picture = cover(saved(image, "PNG", dpi=(72, 72)))
    assert len(picture.objects) == 2
    assert picture.objects[0].parts[1] == 1
    assert b"/ColorSpace" + space in picture.objects[0].parts[0]
    right = [GREEN, BLACK] if mode == "RGBA" else [BLACK, BLACK]
    assert seen(picture) == [WHITE, right[0], WHITE, right[1]]


def test_a_transparent_color_of_a_palette():
    image = quarters("P")
    picture = cover(saved(image, "PNG", dpi=(72, 72), transparency=image.getpixel((0, 0))))
    assert seen(picture) == [WHITE, GREEN, BLUE, BLACK]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_jpeg_is_upright(orientation):
    turns = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    lying = quarters() if turns[orientation] is None else quarters().transpose(turns[orientation])
    exif = Image.Exif()
    exif[0x0112] = orientation
    data = saved(lying, "JPEG", exif=exif, dpi=(72, 144) if orientation > 4 else (144, 72), subsampling=0, quality=95)
    picture = cover(data)
    assert (picture.width, picture.height) == pytest.approx((40, 40))
    assert near(seen(picture), [RED, GREEN, BLUE, BLACK], 6)


def test_jpeg_stays_jpeg_and_loses_what_it_knows():
    exif = Image.Exif()
    exif[0x010F] = "Camera of A. Author"
    data = saved(quarters(), "JPEG", exif=exif, comment=b"secret place", icc_profile=_profile(), progressive=True)
    picture = cover(data)
    stream = picture.objects[0].stream
    assert b"/DCTDecode" in syntax(picture)
    assert Image.open(io.BytesIO(stream)).size == (80, 40)
    assert not any(word in stream for word in (b"Author", b"secret", b"Exif", b"ICC_PROFILE"))


def _profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def test_cmyk_becomes_rgb():
    picture = cover(saved(quarters("CMYK"), "JPEG", quality=95, dpi=(72, 72), subsampling=0))
    assert b"/ColorSpace/DeviceRGB" in syntax(picture)
    assert near(seen(picture), [RED, GREEN, BLUE, BLACK], 12)


def test_profiles_are_applied_or_left_alone():
    plain = seen(cover(saved(quarters(), "PNG", dpi=(72, 72))))
    assert near(seen(cover(saved(quarters(), "PNG", dpi=(72, 72), icc_profile=_profile()))), plain, 2)
    assert seen(cover(saved(quarters(), "PNG", dpi=(72, 72), icc_profile=b"no profile" * 20))) == plain
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    assert seen(cover(saved(quarters(), "PNG", dpi=(72, 72), icc_profile=lab))) == plain


def test_the_same_bytes_every_time():
    data = saved(quarters("RGBA"), "PNG")
    assert cover(data) == cover(data)


@pytest.mark.parametrize("size", [(1, 20_000), (20_000, 1), (1, 1)])
def test_extreme_shapes(size):
    picture = cover(saved(Image.new("RGB", size, RED), "PNG"))
    assert (picture.width, picture.height) == pytest.approx((size[0] * 0.24, size[1] * 0.24))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png(width: int, height: int, *chunks: bytes) -> bytes:
    header = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(chunks) + _chunk(b"IEND", b"")


GOOD_PNG = saved(quarters(), "PNG")
GOOD_JPEG = saved(quarters(size=(800, 400)), "JPEG")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b"hello", "is not a PDF, PNG or JPEG file"),
        (b"GIF89a" + bytes(99), "is not a PDF, PNG or JPEG file"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "is not a PDF, PNG or JPEG file"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "is not a PDF, PNG or JPEG file"),
        (bytes(20_000_001), "has more than 20 MB"),
        (GOOD_PNG[:60], "is not complete"),
        (GOOD_JPEG[: len(GOOD_JPEG) // 2], "is not complete"),
        (GOOD_PNG.replace(b"IDAT", b"IDAX"), "is damaged"),
        (GOOD_PNG[:50] + b"\0\0\0\0" + GOOD_PNG[54:], "is damaged"),
        (_png(12_000, 12_000, _chunk(b"IDAT", zlib.compress(bytes(1501 * 12_000)))), "has more than 40 million pixels"),
        (_png(65_000, 65_000), "has more than 40 million pixels"),
        (_png(8, 8, _chunk(b"iCCP", b"x\0\0" + zlib.compress(bytes(50_000_000)))), "is damaged"),
        (_png(8, 8, _chunk(b"zTXt", b"x\0\0" + zlib.compress(bytes(50_000_000)))), "is damaged"),
        (_png(0, 8), "is damaged"),
    ],
)
def test_what_is_refused(data, reason):
    read = read_picture(data, "front.png", COVER)
    assert read.pictures == ()
    assert [(finding.code, finding.message) for finding in read.findings] == [
        (BAD_PICTURE, f'cover "front.png" {reason}')
    ]


def test_a_jpeg_of_a_pdf_keeps_its_pixels_and_what_colors_need():
    exif = Image.Exif()
    exif[0x010F] = "Camera of A. Author"
    data = saved(quarters("CMYK"), "JPEG", exif=exif, comment=b"secret place")
    cleaned = clean_jpeg(data, Budget())
    assert len(cleaned) < len(data)
    assert not any(word in cleaned for word in (b"Author", b"secret", b"Exif"))
    assert b"Adobe" in cleaned
    before, after = (Image.open(io.BytesIO(jpeg)).convert("RGB") for jpeg in (data, cleaned))
    assert difference(before, after) == 0


def test_many_pictures_of_a_pdf_are_together_not_larger_than_a_few():
    budget = Budget(pixels=2 * 800 * 400)
    clean_jpeg(GOOD_JPEG, budget)
    clean_jpeg(GOOD_JPEG, budget)
    with pytest.raises(PictureError, match="holds more than a picture can need"):
        clean_jpeg(GOOD_JPEG, budget)
