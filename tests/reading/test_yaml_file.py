"""YAML bytes into a tree of texts with places, and plain words for what goes wrong."""

import pytest
import yaml

from booklet import limits
from booklet.yaml_file import Entry, Mapping, Node, Scalar, Sequence, read_yaml, read_yaml_text


@pytest.fixture(params=["libyaml", "pure"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "pure":
        monkeypatch.setattr("booklet.yaml_file.Parser", yaml.SafeLoader)
    elif not yaml.__with_libyaml__:
        pytest.skip("PyYAML was built without libyaml")
    return str(request.param)


def tree(node: Node | None) -> object:
    if isinstance(node, Mapping):
        return {entry.key: tree(entry.value) for entry in node.entries}
    if isinstance(node, Sequence):
        return [tree(item) for item in node.items]
    return None if node is None else node.text


def entry(node: Node | None, key: str) -> Entry:
    assert isinstance(node, Mapping)
    return next(one for one in node.entries if one.key == key)


@pytest.mark.usefixtures("parser")
class TestValues:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("a: 12:30", {"a": "12:30"}),
            ("a: no", {"a": "no"}),
            ("no: yes", {"no": "yes"}),
            ("a: 1.10", {"a": "1.10"}),
            ("a: +49_123", {"a": "+49_123"}),
            ("a: 2026-02-30", {"a": "2026-02-30"}),
            ("a: 0x14", {"a": "0x14"}),
            ("a:\nb: ~\nc: null", {"a": None, "b": None, "c": None}),
            ("a: ''\nb: \"~\"\nc: 'null'", {"a": "", "b": "~", "c": "null"}),
            ("a: [x, [y, {z: 1}], 'w,v']", {"a": ["x", ["y", {"z": "1"}], "w,v"]}),
            ("a: |\n  one\n  two\n", {"a": "one\ntwo\n"}),
            ("a: >\n  one\n  two\n", {"a": "one two\n"}),
            ("a: one\n  two", {"a": "one two"}),
            ("- x\n- y", ["x", "y"]),
            ("just text", "just text"),
            ("%YAML 1.1\n---\na: b\n...\n", {"a": "b"}),
            ("a: [<<, b]", {"a": ["<<", "b"]}),
            ("'<<': b", {"<<": "b"}),
        ],
    )
    def test_every_scalar_stays_text(self, text: str, expected: object) -> None:
        node, findings = read_yaml(text.encode(), "f.yaml")
        assert tree(node) == expected
        assert findings == ()

    @pytest.mark.parametrize("data", [b"", b"# only a comment\n", b"---\n", b"~"])
    def test_a_file_that_says_nothing(self, data: bytes) -> None:
        assert read_yaml(data, "f.yaml") == (None, ())

    def test_places_count_characters_from_one(self) -> None:
        node, _ = read_yaml("𝔸 é: 漢字x\nb:\n  - 'q'\n".encode(), "f.yaml")
        first = entry(node, "𝔸 é")
        assert (first.key_place.line, first.key_place.column, first.key_place.end_column) == (1, 1, 4)
        assert (first.value.place.line, first.value.place.column, first.value.place.end_column) == (1, 6, 9)
        second = entry(node, "b").value
        assert isinstance(second, Sequence)
        assert (second.items[0].place.line, second.items[0].place.column, second.items[0].place.end_column) == (3, 5, 8)

    def test_a_value_of_several_lines_ends_with_its_first(self) -> None:
        node, _ = read_yaml(b"a: one\n   two\n", "f.yaml")
        place = entry(node, "a").value.place
        assert (place.line, place.column, place.end_column) == (1, 4, 7)

    def test_front_matter_counts_from_its_line(self) -> None:
        node, findings = read_yaml_text("title: x #1\n", "t.md", 2)
        assert entry(node, "title").key_place.line == 2
        assert [str(finding.place) for finding in findings] == ["t.md:2:10"]


@pytest.mark.usefixtures("parser")
class TestEncodings:
    TEXT = "title: Größe – naïve\nb: c\n"

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    @pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
    def test_what_is_read(self, encoding: str, line_end: str) -> None:
        node, findings = read_yaml(self.TEXT.replace("\n", line_end).encode(encoding), "f.yaml")
        assert findings == ()
        assert tree(node) == {"title": "Größe – naïve", "b": "c"}
        assert entry(node, "b").key_place.line == 2

    @pytest.mark.parametrize(
        ("data", "place", "words"),
        [
            (TEXT.encode("cp1252"), "f.yaml:1:10", '0xF6 is not UTF-8 (in Windows-1252 it is "ö")'),
            ("a: b\r\ntitle: Größe".encode("latin-1"), "f.yaml:2:10", "0xF6"),
            (TEXT.encode("utf-16-le"), "f.yaml:1:1", "UTF-16 without a byte order mark"),
            (b"\xff\xfea", "f.yaml:1:1", "UTF-16"),
            (b"a: \xc3(", "f.yaml:1:4", "0xC3"),
            (b"\xef\xbb\xbfa: b\nc: d\xff\n", "f.yaml:2:5", "0xFF"),  # after a byte order mark
        ],
    )
    def test_what_is_refused(self, data: bytes, place: str, words: str) -> None:
        node, (finding,) = read_yaml(data, "f.yaml")
        assert node is None
        assert (finding.code.name, str(finding.place), finding.hint) == ("C003", place, "save as UTF-8")
        assert words in finding.message

    def test_too_large(self) -> None:
        node, (finding,) = read_yaml(b"#" * (limits.FILE_BYTES + 1), "f.yaml")
        assert node is None
        assert finding.code.name == "C007"

    @pytest.mark.parametrize(
        ("text", "place", "word"),
        [
            ("a: x\0y", "f.yaml:1:5", "U+0000"),
            ("a: b\nc: x\x07y", "f.yaml:2:5", "U+0007"),
            ("a: x\x80y", "f.yaml:1:5", "U+0080"),
            ("a: x\x85y", "f.yaml:1:5", "U+0085"),
            ("a: x\x7fy", "f.yaml:1:5", "U+007F"),
            ("a: x\ufffey", "f.yaml:1:5", "U+FFFE"),
            ("a: x\u2028y", "f.yaml:1:5", "U+2028 (line separator)"),
            ('a: "x\\0y"', "f.yaml:1:4", "U+0000"),
            ('a: "\\e[31m"', "f.yaml:1:4", "U+001B"),
        ],
    )
    def test_control_characters_are_named_and_left_out(self, text: str, place: str, word: str) -> None:
        node, (finding,) = read_yaml(text.encode(), "f.yaml")
        assert (finding.code.name, str(finding.place)) == ("C008", place)
        assert word in finding.message
        assert isinstance(node, Mapping)
        assert all(ord(letter) >= 32 for letter in str(tree(node)))

    def test_half_a_surrogate_pair(self) -> None:
        _, (finding,) = read_yaml(b'a: "x\\ud800"', "f.yaml")
        assert finding.code.name == "C008"
        assert finding.place is not None
        assert finding.place.line == 1

    def test_text_decoded_twice_is_recognized(self) -> None:
        _, findings = read_yaml("a: –".encode().decode("latin-1").encode(), "f.yaml")
        assert findings
        assert all("decoded twice" in (finding.hint or "") for finding in findings)


@pytest.mark.usefixtures("parser")
class TestRefusals:
    @pytest.mark.parametrize(
        ("text", "code", "place", "words"),
        [
            ("a: 1\nb: 2\na: 3", "C006", "f.yaml:3:1", '"a" is given twice, in lines 1 and 3'),
            ("a: &x 1", "C005", "f.yaml:1:4", "anchors"),
            ("a: *x", "C005", "f.yaml:1:4", "anchors"),
            ("a: !!binary aGk=", "C005", "f.yaml:1:4", '"!!binary"'),
            ("a: !x y", "C005", "f.yaml:1:4", '"!x"'),
            ("a:\n  <<: {b: c}", "C005", "f.yaml:2:3", "merge keys"),
            ("a: b\n---\nc: d", "C005", "f.yaml:2:1", "second document"),
            ("? [a]\n: b", "C010", "f.yaml:1:3", "one text"),
            ("a: " + "[" * 40 + "]" * 40, "C007", "f.yaml:1:35", "32 deep"),
            ("title: Foo: bar", "C004", "f.yaml:1:11", "colon"),
            ("a: @x", "C004", "f.yaml:1:4", "begin with @"),
            ("a: `x`", "C004", "f.yaml:1:4", "begin with `"),
            ("a: %x", "C004", "f.yaml:1:4", "begin with %"),
            ("a:\n\t- b", "C004", "f.yaml:2:1", "tab"),
            ("a: b\n\tc: d", "C004", "f.yaml:2:1", "tab"),
            ("a: b\nc:\n\u00a0\u00a0- d", "C004", "f.yaml:3:1", "U+00A0 (no-break space)"),
            ("a:\u00a0b\nc: d", "C004", "f.yaml:1:3", "U+00A0"),
            ("title: “Quoted: by”", "C004", "f.yaml:1:8", "“ is not a quote"),
            ('a: "b\nc: []', "C004", "f.yaml:1:4", "never closed"),
            ("x: 'it's'", "C004", "f.yaml:1:8", "after the closing quote"),
            ('x: "a" and "b"', "C004", "f.yaml:1:8", "after the closing quote"),
            ('a: "\\q"', "C004", None, "escape"),
            ("a: [1, 2\nb: 3", "C004", "f.yaml:1:4", "before its ]"),
            ("a: > y", "C004", None, "> or |"),
            ("a: b\nuni:University of Examples\nc: d", "C004", "f.yaml:2:1", "no blank"),
            ("key\nb: c", "C004", "f.yaml:2:2", "not expected here"),
            ("- a\nb: c", "C004", "f.yaml:2:1", "not YAML"),
            ("title: [Invited] Snow\nb: c", "C004", "f.yaml:1:8", "cannot begin with ["),
            ("a:\n  - [1] J. W.\n  - b", "C004", "f.yaml:2:5", "cannot begin with ["),
            ("a: {b: 1 c: 2}", "C004", "f.yaml:1:10", "a comma is missing before c:"),
            ('title: "Sea ice\na: b\nc: "d"\n', "C004", "f.yaml:1:8", "not closed in this line"),
        ],
    )
    def test_message_and_place(self, text: str, code: str, place: str | None, words: str) -> None:
        _, findings = read_yaml(text.encode(), "f.yaml")
        (finding,) = findings
        assert finding.code.name == code
        assert words in finding.message
        assert "\n" not in finding.message
        if place:
            assert str(finding.place) == place

    @pytest.mark.parametrize(
        ("text", "hint"),
        [
            ("a: b\nuni:University of Examples\nc: d", "write uni: University of Examples"),
            ('title: "Rain "where" it"', "put the whole value in single quotes"),
            ('title: Ice in a model: what is lost?"', 'title: "Ice in a model: what is lost?"'),
            ('title: "Rain', "in single quotes and double those inside: 'it''s'"),
        ],
    )
    def test_hints_that_can_be_followed(self, text: str, hint: str) -> None:
        _, (finding,) = read_yaml(text.encode(), "f.yaml")
        assert hint in (finding.hint or "")

    def test_the_colon_hint_writes_the_line(self) -> None:
        _, (finding,) = read_yaml(b"title: Foo: bar", "f.yaml")
        assert finding.hint == 'put the value in quotes: title: "Foo: bar"'

    def test_duplicate_keys_keep_the_first_and_name_both(self) -> None:
        node, (finding,) = read_yaml(b"a: 1\na: 2\nb: 3", "f.yaml")
        assert tree(node) == {"a": "1", "b": "3"}
        assert [str(place) for place in finding.also] == ["f.yaml:1:1"]

    def test_two_documents_keep_the_first(self) -> None:
        node, _ = read_yaml(b"a: b\n---\nc: d", "f.yaml")
        assert tree(node) == {"a": "b"}

    @pytest.mark.parametrize("text", ["a: " + "[" * 20_000, "- " * 20_000, "? " * 20_000, "{a: " * 20_000])
    def test_depth_never_ends_the_process(self, text: str) -> None:
        node, (finding,) = read_yaml(text.encode(), "f.yaml")
        assert node is None
        assert finding.code.name == "C007"

    def test_too_many_keys_together(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(limits, "KEYS", 2)
        node, (finding,) = read_yaml(b"x: {a: 1, b: 2, c: 3}", "f.yaml")
        assert tree(node) == {"x": {"a": "1", "b": "2"}}
        assert (finding.code.name, finding.message) == ("C007", "3 keys stand together; at most 2 are taken")

    def test_too_many_values(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(limits, "VALUES", 10)
        node, (finding,) = read_yaml(b"[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]", "f.yaml")
        assert node is None
        assert finding.code.name == "C007"


@pytest.mark.usefixtures("parser")
class TestTextAfterHash:
    @pytest.mark.parametrize("text", ["a: F #1 story", "a: #1", "- x #y", "a: [b #c\n ]", "a: b  #tag"])
    def test_text_that_was_meant(self, text: str) -> None:
        _, (finding,) = read_yaml(text.encode(), "f.yaml")
        assert (finding.code.name, finding.severity.value) == ("C009", "warning")
        place = finding.place
        assert place is not None
        assert text.split("\n")[0][place.column - 1] == "#"

    @pytest.mark.parametrize(
        "text", ["a: b  # a comment", "a: C#1", "a: 'b' #c", "a: b ## x", "#!x\na: b", "a: b #\n", "a: # why\n  b: c"]
    )
    def test_comments_and_text_that_stays(self, text: str) -> None:
        assert read_yaml(text.encode(), "f.yaml")[1] == ()


def test_scalars_know_whether_they_were_written() -> None:
    node, _ = read_yaml(b"a:\nb: ''", "f.yaml")
    assert entry(node, "a").value == Scalar(None, entry(node, "a").value.place)
    assert entry(node, "b").value == Scalar("", entry(node, "b").value.place)


def test_values_know_where_they_end() -> None:
    node, _ = read_yaml_text("a: [x,\n  y]   # end\nb:\n  - 'z'\nc: >-\n  one\n  two\n\nd:\n", "f", 3)
    assert isinstance(node, Mapping)
    assert [entry.value.end for entry in node.entries] == [(4, 5), (6, 8), (11, 1), (11, 3)]
    assert node.end == (11, 3)
