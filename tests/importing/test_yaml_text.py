"""What is written as YAML is read back as it was, by booklet's own reader, without a remark."""

from hypothesis import example, given
from hypothesis import strategies as st

from booklet.importing.yaml_text import a_key, a_key_of_records, a_key_of_texts, a_list, one_value
from booklet.yaml_file import Mapping, Node, Scalar, Sequence, read_yaml_text

# Texts as cleaning leaves them, and all that YAML might take for something else.
SIGNS = st.sampled_from(
    [*"-?:,[]{}#&*!|>'\"%@`~ \\/._()=+^$<>", "null", "---", "...", ": ", " #", "\\n", "é", "胡", "1.10", "no"]
)
LINES = (
    st.lists(st.one_of(SIGNS, st.text("abc xyz", max_size=6)), max_size=12)
    .map("".join)
    .map(lambda text: " ".join(text.split(" ")).strip())
)
TEXTS = st.lists(LINES, min_size=1, max_size=4).map("\n".join).map(str.strip)


def values(node: Node | None) -> object:
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [values(one) for one in node.items]
        case Mapping():
            return {entry.key: values(entry.value) for entry in node.entries}
    return None


def read(text: str) -> object:
    node, findings = read_yaml_text(text, "x.yaml")
    assert findings == (), text
    return values(node)


@given(LINES)
@example("null")
@example("The F #1 story")
@example(r"\nu and \"quotes\"")
@example("a: b")
@example("'")
def test_a_line_is_read_back(line: str) -> None:
    assert read(f"key: {one_value(line)}\n") == {"key": line}


@given(TEXTS)
def test_a_text_is_read_back_on_any_level(text: str) -> None:
    expected = {"key": text} if text else {}
    lines = a_key("key", text, 2)
    assert (read("".join(f"{line}\n" for line in ["top:", *lines])) or {"top": None}) == {"top": expected or None}


@given(st.lists(LINES, max_size=8))
def test_a_list_is_read_back(texts: list[str]) -> None:
    assert read(f"key: {a_list(texts)}\n") == {"key": texts}
    assert (read("".join(f"{line}\n" for line in a_key_of_texts("key", texts))) or {}) == (
        {"key": texts} if texts else {}
    )


@given(st.lists(st.dictionaries(st.sampled_from(["name", "note", "role"]), TEXTS.filter(bool), min_size=1), max_size=3))
def test_records_are_read_back(records: list[dict[str, str]]) -> None:
    lines = a_key_of_records("key", records)
    assert (read("".join(f"{line}\n" for line in lines)) or {}) == ({"key": records} if records else {})


def test_long_texts_stand_below_their_key() -> None:
    text = " ".join(["word"] * 60)
    lines = a_key("biography", text)
    assert lines[0] == "biography: >-"
    assert len(lines) == 4
    assert max(map(len, lines)) <= 120


def test_a_plain_text_has_no_quotes() -> None:
    assert one_value("Tides of the fjord (Part 2), 10% of x<y") == "Tides of the fjord (Part 2), 10% of x<y"
    assert one_value("Oslo, Norway", in_flow=True) == '"Oslo, Norway"'
    assert one_value('He said "no"') == 'He said "no"'
    assert one_value('"No" means no') == "'\"No\" means no'"
