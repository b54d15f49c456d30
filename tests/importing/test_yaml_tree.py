"""Values into YAML: whatever texts they are, booklet reads the same values back, without a finding."""

from hypothesis import given
from hypothesis import strategies as st

from booklet.importing.yaml_text import WIDTH
from booklet.importing.yaml_tree import Tree, yaml_lines
from booklet.yaml_file import Node, Scalar, Sequence, read_yaml

_SIGNS = st.sampled_from(
    [
        *"ab1 \n\t:#-?[]{},&*!|>'\"%@`\\~=<.é\u00a0\u2028\u3000\ufeff\x0b\x0c",
        *("null", "---", "nu", "$\\nabla$", "- ", "? ", ": ", " #", "word " * 30),
    ]
)
_TEXTS = st.lists(_SIGNS, max_size=12).map("".join)
_KEYS = st.text("ab :#-[{'\"\\,&?", max_size=6) | st.sampled_from(
    ["sessions", "items", "notes", "time-zones", "macros"]
)
_TREES = st.recursive(
    st.none() | _TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=12,
)


def value(node: Node | None) -> Tree:
    if node is None or isinstance(node, Scalar):
        return node.text if node else None
    if isinstance(node, Sequence):
        return [value(item) for item in node.items]
    return {entry.key: value(entry.value) for entry in node.entries}


@given(st.dictionaries(_KEYS, _TREES, max_size=5))
def test_the_same_values_are_read(tree: dict[str, Tree]) -> None:
    node, findings = read_yaml("".join(f"{line}\n" for line in yaml_lines(tree)).encode(), "a.yaml")
    assert findings == ()
    assert (value(node) or {}) == tree


def test_layout() -> None:
    words = "word " * 40
    tree: dict[str, Tree] = {
        "title": "Tides: a horn",
        "long": words.strip(),
        "folded": words.strip() + "\n",
        "short": "One line.\n",
        "lines": "One.\n\nTwo.",
        "notes": ["One.", None],
        "time-zones": {"Near": ["Oslo", {"zone": "Asia/Tokyo", "label": "T., Japan"}]},
        "covers": {"front": {"file": "a.pdf", "alt": "A"}},
        "program": {"list": "time"},
        "people": [{"name": "Ada", "aliases": ["A. E."]}, "Bo", {"name": "Cy", "biography": words.strip()}],
        "sessions": [{"id": "a", "items": [{"talk": "x", "minutes": "5"}]}, {}],
        "empty": [],
    }
    lines = yaml_lines(tree)
    assert all(len(line) <= WIDTH for line in lines)
    assert lines[0] == 'title: "Tides: a horn"'
    assert [line for line in lines if "word" not in line][1:] == [
        "long: >-",
        "folded: >",
        "short: |",
        "  One line.",
        "lines: |-",
        "  One.",
        "",
        "  Two.",
        "notes:",
        "  - One.",
        "  - null",
        "time-zones:",
        '  Near: [Oslo, {zone: Asia/Tokyo, label: "T., Japan"}]',
        "covers:",
        "  front: {file: a.pdf, alt: A}",
        "program: {list: time}",
        "people:",
        "  - {name: Ada, aliases: [A. E.]}",
        "  - Bo",
        "  - name: Cy",
        "    biography: >-",
        "sessions:",
        "  - id: a",
        "    items:",
        "      - {talk: x, minutes: 5}",
        "  - {}",
        "empty: []",
    ]
