"""Files of other systems, made for tests."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TypeVar

import pytest

from booklet.finding import Finding
from booklet.importing.sources.source import SourceFile

HOSTILE = Path(__file__).parents[3] / ".." / "shared" / "adversarial" / "import"
Result = TypeVar("Result")


def read(
    reader: Callable[[SourceFile, list[Finding]], Result], data: str | bytes, name: str
) -> tuple[Result, list[Finding]]:
    """What a reader makes of a file, and what it says."""
    findings: list[Finding] = []
    return reader(SourceFile(name, data.encode() if isinstance(data, str) else data), findings), findings


def said(findings: list[Finding]) -> list[tuple[str, int, str]]:
    """Code, line and message of findings."""
    return [(f.code.name, f.place.line if f.place else 0, f.message) for f in findings]


def hostile(name: str) -> bytes:
    """A file made to break readers."""
    path = HOSTILE / name
    if not path.exists():
        pytest.skip(f"{name} is not at hand")
    return path.read_bytes()


def zipped(parts: dict[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """ZIP data of these members."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part, compression)
    return stream.getvalue()


def word(body: str, styles: str = "", links: str = "") -> bytes:
    """A Word document with this body."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return zipped(
        {
            "_rels/.rels": f'<Relationships><Relationship Type="{relations}/officeDocument" Target="word/document.xml"/>'
            "</Relationships>",
            "word/document.xml": f'<w:document xmlns:w="{space}" xmlns:r="{relations}"><w:body>{body}</w:body></w:document>',
            "word/styles.xml": f'<w:styles xmlns:w="{space}">{styles}</w:styles>',
            "word/_rels/document.xml.rels": f"<Relationships>{links}</Relationships>",
        }
    )
