"""Every hostile cover of the collection is answered as its README asks, within its limits of time and memory."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from placed import placed, rendered

from booklet.binding.foreign.picture_rules import COVER
from booklet.binding.foreign.read_picture import read_picture
from booklet.proofing.self_check import self_check

HOSTILE = Path(__file__).parents[3] / "shared" / "adversarial"
pytestmark = pytest.mark.skipif(not HOSTILE.is_dir(), reason="the collection of hostile files is not there")

SHOWN = b"BT /F1 24 Tf 72 700 Td (Cover) Tj ET"
PLACED, REPAIRED, PARTS = "placed", "P004", "P005"
REPLACED = "P009"

# What becomes of each file. Most show a word in Helvetica, which they do not hold: P009 comes with that, and they are tried
# with the word painted over by blanks besides.
OUTCOMES = {
    "images/animated.gif": "is not a PDF, PNG or JPEG file",
    "images/bad-crc.png": "is damaged",
    "images/bomb-12000x12000.png": "has more than 40 million pixels",
    "images/bomb-header-65000x65000.png": "has more than 40 million pixels",
    "images/bomb-icc.png": "is damaged",
    "images/bomb-text-chunk.png": "is damaged",
    "images/cmyk.jpg": PLACED,
    "images/empty.png": "is empty",
    "images/endless.eps": "is not a PDF, PNG or JPEG file",
    "images/exif-gps.jpg": PLACED,
    "images/exif-rotated.jpg": PLACED,
    "images/external-entity.svg": "is not a PDF, PNG or JPEG file",
    "images/good.png": PLACED,
    "images/grey-alpha.png": PLACED,
    "images/html.png": "is not a PDF, PNG or JPEG file",
    "images/laughs.svg": "is not a PDF, PNG or JPEG file",
    "images/not-an-image.png": "is not a PDF, PNG or JPEG file",
    "images/palette-transparent.png": PLACED,
    "images/postscript-inside.png": "is not a PDF, PNG or JPEG file",
    "images/sixteen-bit.png": PLACED,
    "images/thin-1x20000.png": PLACED,
    "images/truncated.jpg": "is not complete",
    "images/truncated.png": "is not complete",
    "images/wide-20000x1.png": PLACED,
    "images/zero-size.png": "is damaged",
    "pdf/annot-launch.pdf": PLACED,
    "pdf/annot-submit.pdf": PLACED,
    "pdf/annot-unc.pdf": PLACED,
    "pdf/annot-uri.pdf": PLACED,
    "pdf/array-5000-deep.pdf": "is damaged",
    "pdf/box-backwards.pdf": PLACED,
    "pdf/box-empty.pdf": "has a page without a size",
    "pdf/box-huge.pdf": "has a page of 352777777778 × 352777777778 mm",
    "pdf/box-not-numbers.pdf": "has a page without a size",
    "pdf/contents-array-loop.pdf": REPAIRED,
    "pdf/count-lies.pdf": REPAIRED,
    "pdf/embedded-file.pdf": PLACED,
    "pdf/empty.pdf": "is empty",
    "pdf/encrypted-open-password.pdf": "has a password",
    "pdf/encrypted-owner-only.pdf": REPLACED,
    "pdf/filters-1000.pdf": "holds more than a picture can need",
    "pdf/flate-bomb.pdf": "holds more than a picture can need",
    "pdf/form-laughs.pdf": "draws more than a picture can need",
    "pdf/form-self.pdf": "draws itself, or forms in forms more than 16 deep",
    "pdf/form-xfa.pdf": PARTS,
    "pdf/good.pdf": PLACED,
    "pdf/header-only.pdf": "is not complete",
    "pdf/html.pdf": "is not a PDF, PNG or JPEG file",
    "pdf/indirect-loop.pdf": "is damaged",
    "pdf/js-names.pdf": PLACED,
    "pdf/js-openaction.pdf": PLACED,
    "pdf/js-page-open.pdf": PLACED,
    "pdf/junk-before.pdf": REPAIRED,
    "pdf/kids-2000-deep.pdf": "is damaged",
    "pdf/kids-loop.pdf": "is damaged",
    "pdf/kids-mutual.pdf": "is damaged",
    "pdf/kids-same-page-3000.pdf": "has 3000 pages; a cover has at most 8",
    "pdf/landscape-rotated.pdf": PLACED,
    "pdf/launch.pdf": PLACED,
    "pdf/length-loop.pdf": "is damaged",
    "pdf/letter.pdf": PLACED,
    "pdf/no-eof.pdf": "is not complete",
    "pdf/no-mediabox.pdf": "has a page without a size",
    "pdf/no-pages.pdf": "has no pages",
    "pdf/not-a-pdf.pdf": "is not a PDF, PNG or JPEG file",
    "pdf/offset-cropped.pdf": PLACED,
    "pdf/outline-loop.pdf": PLACED,
    "pdf/truncated.pdf": "is not complete",
    "pdf/unknown-encryption.pdf": "is encrypted in a way that is not known",
    "pdf/user-unit.pdf": PLACED,
    "pdf/xref-missing.pdf": REPAIRED,
    "pdf/xref-prev-self.pdf": REPAIRED,
}

# Reads every file named on standard input with 1 GiB of memory at most, and writes what became of it and the seconds.
READER = """
import json, resource, sys, time
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
from booklet.binding.foreign.picture_rules import COVER
from booklet.binding.foreign.read_picture import read_picture
for path in json.load(sys.stdin):
    with open(path, "rb") as file:
        data = file.read()
    began = time.perf_counter()
    read = read_picture(data, "cover", COVER)
    print(json.dumps([[f.message for f in read.findings], len(read.pictures), time.perf_counter() - began]))
"""


def test_every_file_has_its_outcome():
    files = {f"{folder}/{path.name}" for folder in ("images", "pdf") for path in (HOSTILE / folder).iterdir()}
    assert files == set(OUTCOMES)


def codes_of(name: str, data: bytes) -> list[str]:
    """The findings about a file that is placed as `OUTCOMES` says."""
    replaced = [REPLACED] if SHOWN in data or OUTCOMES[name] == REPLACED else []
    return [code for code in (OUTCOMES[name],) if code not in {PLACED, REPLACED}] + replaced


@pytest.mark.parametrize("name", OUTCOMES)
@pytest.mark.parametrize("word", [True, False])
def test_outcome(name, word):
    data = (HOSTILE / name).read_bytes()
    if not word:
        data = data.replace(SHOWN, b" " * len(SHOWN))
    read = read_picture(data, "cover", COVER)
    if OUTCOMES[name] in {PLACED, REPAIRED, PARTS, REPLACED}:
        assert [finding.code.name for finding in read.findings] == codes_of(name, data)
        assert len(read.pictures) == 1
        file = placed(read.pictures[0])
        assert self_check(file) == ()
        rendered(file, scale=min(1.0, 2000 / max(read.pictures[0].width, read.pictures[0].height)))
    else:
        assert read.pictures == ()
        assert [(finding.code.name, finding.message) for finding in read.findings] == [
            ("P001", f'cover "cover" {OUTCOMES[name]}')
        ]


def test_as_they_are_in_little_time_and_memory():
    done = subprocess.run(
        [sys.executable, "-c", READER],
        input=json.dumps([str(HOSTILE / name) for name in OUTCOMES]),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stderr == ""
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == len(OUTCOMES)
    for (name, expected), (messages, pictures, seconds) in zip(OUTCOMES.items(), answers, strict=True):
        assert seconds < 10
        if expected in {PLACED, REPAIRED, PARTS, REPLACED}:
            assert pictures == 1
            assert len(messages) == len(codes_of(name, (HOSTILE / name).read_bytes()))
        else:
            assert messages == [f'cover "cover" {expected}']


def test_where_the_pictures_of_a_camera_were_taken_is_not_told():
    (picture,) = read_picture((HOSTILE / "images/exif-gps.jpg").read_bytes(), "cover", COVER).pictures
    assert not any(word in picture.objects[0].stream for word in (b"Exif", b"GPS", b"Canon", b"Owner"))
    (turned,) = read_picture((HOSTILE / "images/exif-rotated.jpg").read_bytes(), "cover", COVER).pictures
    assert turned.width < turned.height
