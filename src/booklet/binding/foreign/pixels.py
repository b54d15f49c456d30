"""A picture that draws → the same as pixels, for what PDF/A does not take as it is: PDFium paints it."""

import ctypes
import threading
from functools import cache

import pypdfium2_raw as pdfium
from PIL import Image

from booklet.binding.foreign.image_picture import page_picture
from booklet.binding.foreign.picture_rules import AS_PICTURE, PictureError
from booklet.binding.sheet import sheet
from booklet.picture import Picture

# A page of A4 has 300 pixels to an inch with these, a figure half as wide 600: lines and small letters need them.
_PIXELS = 8_700_000
_FINEST = 600.0
_SECONDS = 5.0
_WHITE = 0xFFFFFFFF


def in_pixels(picture: Picture) -> Picture:
    """A page painted on white, of the same natural size. Raises PictureError when that takes longer than it may."""
    dpi = min(_FINEST, 72 * (_PIXELS / (picture.width * picture.height)) ** 0.5)
    size = max(1, round(picture.width * dpi / 72)), max(1, round(picture.height * dpi / 72))
    return page_picture(_in_time(sheet(picture), size), picture.width, picture.height)


def _in_time(pdf: bytes, size: tuple[int, int]) -> Image.Image:
    """PDFium cannot be stopped, so it paints in a thread of its own, which is left to itself when it takes too long.

    A process that ends in the usual way would then take the library from under it: `cli.main` does not.
    """
    painted: list[Image.Image | None] = []
    thread = threading.Thread(target=lambda: painted.append(_painted(pdf, size)), daemon=True)
    if not _painting.acquire(blocking=False):
        raise PictureError("is not drawn, since another picture takes too long", AS_PICTURE)
    thread.start()
    thread.join(_SECONDS)
    if thread.is_alive():
        raise PictureError("takes too long to draw", AS_PICTURE)
    _painting.release()
    if not painted or painted[0] is None:
        raise PictureError("cannot be drawn", AS_PICTURE)
    return painted[0]


# Held for good by a thread that never ends: PDFium does one thing at a time.
_painting = threading.Lock()


def _painted(pdf: bytes, size: tuple[int, int]) -> Image.Image | None:
    """The first page in as many pixels; None when PDFium cannot read it."""
    _start()
    document = pdfium.FPDF_LoadMemDocument64(pdf, len(pdf), None)
    page = pdfium.FPDF_LoadPage(document, 0)
    bitmap = pdfium.FPDFBitmap_Create(*size, 0)
    try:
        if not (page and bitmap):
            return None
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, *size, _WHITE)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, *size, 0, pdfium.FPDF_PRINTING)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * size[1])
        return Image.frombuffer("RGB", size, data, "raw", "BGRX", stride, 1)
    finally:
        if bitmap:
            pdfium.FPDFBitmap_Destroy(bitmap)
        if page:
            pdfium.FPDF_ClosePage(page)
        if document:
            pdfium.FPDF_CloseDocument(document)


@cache
def _start() -> None:
    """Start PDFium with an empty list of font folders: it reads no file, and the same picture comes out on every machine."""
    no_folders = (ctypes.POINTER(ctypes.c_char) * 1)()
    config = pdfium.FPDF_LIBRARY_CONFIG(version=2, m_pUserFontPaths=no_folders)
    pdfium.FPDF_InitLibraryWithConfig(ctypes.byref(config))
