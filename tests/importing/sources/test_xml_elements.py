"""XML into elements with lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet import limits
from booklet.importing.sources.xml_elements import xml_root
from booklet.place import Place
from importing.sources.made import hostile, read, said


def test_elements_texts_and_places() -> None:
    text = '<a x="1" xml:lang="de">one <b>two<c/>\nthree</b> four\n <b xmlns="urn:x"> &amp; </b></a>'
    root, findings = read(xml_root, text, "a.xml")
    assert findings == []
    assert root is not None
    assert (root.name, dict(root.attributes), root.text) == ("a", {"x": "1", "lang": "de"}, "one ")
    assert [(b.space, b.place.line) for b in root.all("b")] == [("", 1), ("urn:x", 3)]
    assert root.children[0].place == Place("a.xml", 1, 28, 28)
    assert root.said("b") == "two\nthree"
    assert root.whole() == "one two\nthree four\n  & "
    assert root.child("c") is None
    assert root.said("c") == ""


@pytest.mark.parametrize(
    "data",
    [
        '<?xml version="1.0"?><a>Größe</a>'.encode(),
        '\n <?xml version="1.0" encoding="UTF-8"?><a>Größe</a>'.encode(),
        '<?xml version="1.0" encoding="ISO-8859-1"?><a>Größe</a>'.encode("latin-1"),
        '<?xml version="1.0" encoding="windows-1252"?><a>Größe</a>'.encode("cp1252"),
        '<?xml version="1.0" encoding="UTF-16"?><a>Größe</a>'.encode("utf-16"),
        "<!DOCTYPE a><a>Größe</a>".encode(),
        b'<!DOCTYPE html PUBLIC "x" "http://example.org/x.dtd"><a>Gr&ouml;&szlig;e</a>',
    ],
)
def test_encodings_and_plain_doctypes(data: bytes) -> None:
    root, findings = read(xml_root, data, "a.xml")
    assert (root and root.text, findings) == ("Größe", [])


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "the file is empty"),
        ("<a>\n<b></a>", 2, "this is not XML: mismatched tag"),
        ("\n\n<a>", 3, "this is not XML: no element found"),
        ("<a>\n&nope;</a>", 2, "this is not XML: undefined entity"),
        ('<!DOCTYPE a [\n<!ENTITY b "c">]><a>&b;</a>', 2, "the file defines entities of its own, which are not taken"),
        ("<a>" * 1000, 1, "elements are nested more than 100 deep"),
        ('<?xml version="1.0" encoding="nope"?><a/>', 1, "the file says that it has an encoding which is not known"),
    ],
)
def test_what_is_refused(text: str, line: int, message: str) -> None:
    root, findings = read(xml_root, text, "a.xml")
    assert root is None
    assert [(code, at) for code, at, _ in said(findings)] == [("I001", line)]
    assert findings[0].message.startswith(message)


def test_too_many_elements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SOURCE_VALUES", 10)
    root, findings = read(xml_root, "<a>" + "<b/>" * 11 + "</a>", "a.xml")
    assert (root, findings[0].message) == (None, "the file has more than 10 elements")


@pytest.mark.parametrize("name", ["laughs.xml", "external-entity.xml"])
def test_hostile_files(name: str) -> None:
    root, findings = read(xml_root, hostile(name), name)
    assert root is None
    assert [f.code.name for f in findings] == ["I001"]


@given(st.binary() | st.text("<>/abc &;!?'\"=\n[]-").map(lambda text: f"<a>{text}</a>".encode()))
def test_no_bytes_raise(data: bytes) -> None:
    root, findings = read(xml_root, data, "a.xml")
    assert root is not None or findings
