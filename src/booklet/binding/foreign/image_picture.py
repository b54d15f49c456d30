"""Turns a PNG or JPEG file into a picture of our own: upright, gray or sRGB, nothing in it but pixels."""

import io
import struct
import warnings

from PIL import Image, ImageCms, ImageOps

from booklet.binding.foreign.picture_rules import MAX_PIXELS, Budget, PictureError
from booklet.picture import PdfObject, Picture

_DEFAULT_DPI = 300.0
_SANE_DPI = (30.0, 2400.0)
_JPEG_QUALITY = 90
# Drawings and letters are sharper without JPEG, photographs ten times as large: pixels go with JPEG from this ratio on.
_WORTH_JPEG = 2.0
_ORIENTATION = 0x0112
_MAX_PROFILE = 5_000_000
_TOO_LARGE = "has more than 40 million pixels"
_SMALLER = "save it with fewer pixels; 300 to an inch are enough"
_SAVE_AGAIN = "save it again from the program that it was made with"
_ENDS = (b"IEND", b"\xff\xd9")
_END_WITHIN = 64
_SPACES = {"L": b"/DeviceGray", "RGB": b"/DeviceRGB"}


def image_picture(data: bytes) -> Picture:
    """A PNG or JPEG file as an image XObject, with a soft mask where it has alpha (ISO 32000-1, 8.9.5 and 11.6.5.3).

    Its natural size follows from its resolution, 300 dpi where it tells none that can be. JPEG stays JPEG, coded anew.
    Raises PictureError.
    """
    image, jpeg = _opened(data, Budget())
    turned = image.getexif().get(_ORIENTATION, 1) in {5, 6, 7, 8}
    across, up = _resolution(image)[:: -1 if turned else 1]
    upright = _eight_bit(ImageOps.exif_transpose(image))
    color, alpha = _split(upright, image.info.get("icc_profile"))
    extra = b"/SMask " if alpha else b""
    main = jpeg_object(color) if jpeg and not alpha else flate_object(color, extra)
    objects = (main, flate_object(alpha)) if alpha else (main,)
    return Picture(color.width / across * 72, color.height / up * 72, objects, color.size)


def page_picture(image: Image.Image, width: float, height: float) -> Picture:
    """Gray or RGB pixels of a page of `width` × `height` points, coded as suits what they show."""
    exact, photograph = flate_object(image), jpeg_object(image, subsampling=0)
    small = len(exact.stream or b"") <= _WORTH_JPEG * len(photograph.stream or b"")
    return Picture(width, height, (exact if small else photograph,), image.size, is_page=True)


def clean_jpeg(data: bytes, budget: Budget) -> bytes:
    """A JPEG file as it is, without comments and application data (camera, place, thumbnails).

    JFIF and Adobe segments stay: readers need them to know the colors. Raises PictureError when it cannot be decoded.
    """
    _opened(data, budget)
    position = 2
    out = bytearray(data[:2])
    while position + 4 <= len(data) and data[position] == 0xFF:
        marker, length = struct.unpack_from(">xBH", data, position)
        if marker == 0xDA:
            break
        if marker == 0xFF:
            position += 1
            continue
        end = position + 2 + length
        if not (0xE1 <= marker <= 0xEF or marker == 0xFE) or marker == 0xEE:
            out += data[position:end]
        position = end
    return bytes(out + data[position:])


def _opened(data: bytes, budget: Budget) -> tuple[Image.Image, bool]:
    """The image, decoded to its end, and whether it was JPEG."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
        except Exception as error:  # Pillow's readers raise many kinds on bytes that they did not expect
            raise _unreadable(data, error) from error
        if image.width * image.height > MAX_PIXELS:
            raise PictureError(_TOO_LARGE, _SMALLER)
        budget.spend("pixels", image.width * image.height)
        try:
            image.load()
        except Exception as error:  # as above
            raise _unreadable(data, error) from error
    return image, image.format != "PNG"


def _unreadable(data: bytes, error: Exception) -> PictureError:
    if isinstance(error, Image.DecompressionBombError):
        return PictureError(_TOO_LARGE, _SMALLER)
    complete = any(end in data[-_END_WITHIN:] for end in _ENDS)
    return PictureError("is damaged" if complete else "is not complete", _SAVE_AGAIN)


def _resolution(image: Image.Image) -> tuple[float, float]:
    """Pixels per inch, across and up."""
    stated = image.info.get("dpi", (0, 0))
    low, high = _SANE_DPI
    if isinstance(stated, tuple) and len(stated) == 2 and all(low <= float(value) <= high for value in stated):
        return float(stated[0]), float(stated[1])
    return _DEFAULT_DPI, _DEFAULT_DPI


def _eight_bit(image: Image.Image) -> Image.Image:
    """An image of more than eight bits a sample with the lower ones left out; Pillow 13 would clip them at 255."""
    if image.mode.startswith("I;16"):
        high_byte = 0 if image.mode == "I;16B" else 1
        return Image.frombytes("L", image.size, image.tobytes()[high_byte::2])
    if image.mode in {"I", "F"}:
        return image.point(lambda value: value / 256).convert("L")
    return image


def _split(image: Image.Image, profile: object) -> tuple[Image.Image, Image.Image | None]:
    """Colors in gray or sRGB, and alpha where not everything is opaque."""
    alpha = None
    if image.has_transparency_data:
        gray = image.mode in {"L", "LA", "La"}
        image = image.convert("LA" if gray else "RGBA")
        alpha = image.getchannel("A")
        image = image.convert("L" if gray else "RGB")
        if alpha.getextrema() == (255, 255):
            alpha = None
    elif image.mode == "1":
        image = image.convert("L")
    elif image.mode == "P":
        image = image.convert("RGB")
    if image.mode in {"RGB", "CMYK"} and isinstance(profile, bytes) and len(profile) <= _MAX_PROFILE:
        image = _in_srgb(image, profile)
    return image if image.mode in _SPACES else image.convert("RGB"), alpha


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """The image in sRGB; as it is when its profile cannot be used."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    return converted or image


def _head(image: Image.Image, extra: bytes) -> bytes:
    size = b"/Width %d/Height %d/BitsPerComponent 8" % image.size
    return b"<</Type/XObject/Subtype/Image%s/ColorSpace%s%s" % (size, _SPACES[image.mode], extra)


def jpeg_object(
    image: Image.Image, extra: bytes = b"", *, quality: int | None = None, subsampling: int = -1
) -> PdfObject:
    """Pixels as JPEG, of our usual quality where none is given; `subsampling` of colors as Pillow counts it (0: none, -1: as
    is usual at this quality). `extra` as for flate_object."""
    out = io.BytesIO()
    image.info = {}
    image.save(out, "JPEG", quality=quality or _JPEG_QUALITY, optimize=True, subsampling=subsampling)
    head = _head(image, b"/Filter/DCTDecode")
    return PdfObject((head + extra, 1, b">>") if extra else (head + b">>",), out.getvalue())


def flate_object(image: Image.Image, extra: bytes = b"") -> PdfObject:
    """Pixels as PNG has them: its rows with their predictors are what FlateDecode takes (ISO 32000-1, 7.4.4.4).

    `extra` is a key whose value is the next object of the picture ("/SMask ").
    """
    out = io.BytesIO()
    image.info = {}
    image.save(out, "PNG", optimize=False, compress_level=6)
    colors = len(image.getbands())
    parameters = b"/BitsPerComponent 8/Colors %d/Columns %d/Predictor 15" % (colors, image.width)
    head = _head(image, b"/Filter/FlateDecode/DecodeParms<<%s>>" % parameters)
    return PdfObject((head + extra, 1, b">>") if extra else (head + b">>",), _pixel_data(out.getvalue()))


def _pixel_data(png: bytes) -> bytes:
    """The IDAT chunks of a PNG file, put together."""
    data = bytearray()
    position = 8
    while position < len(png):
        (length,) = struct.unpack_from(">I", png, position)
        if png[position + 4 : position + 8] == b"IDAT":
            data += png[position + 8 : position + 8 + length]
        position += 12 + length
    return bytes(data)
