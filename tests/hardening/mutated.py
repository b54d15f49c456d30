"""Good bytes with a few of them changed, as bad luck, bad disks and bad people change them."""

import os

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

# How many examples each of these tests tries: BOOKLET_EXAMPLES=20000 searches longer, by hand.
FUZZED = settings(
    max_examples=int(os.environ.get("BOOKLET_EXAMPLES", "200")),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
)

# What is worth to be put somewhere: signs of YAML, Markdown, LaTeX, HTML, PDF; ends of numbers; characters that are none.
TOKENS = [
    b":", b": ", b"- ", b"\n", b"\n\n", b"\r", b"\t", b"#", b" #x", b"&a ", b"*a", b"!!", b"<<: ", b"|", b">", b"{", b"}",
    b"[", b"]", b'"', b"'", b"---\n", b"...", b"%", b"@", b"`", b"~", b"null", b"\\", b"$", b"$$", b"^", b"_", b"**", b"<b>",
    b"</", b"&lt;", b"&#0;", b"\\frac{", b"\\begin{align}", b"\x00", b"\x1b[31m", b"\x7f", b"\xc2\xa0", b"\xe2\x80\xae",
    b"\xef\xbb\xbf", b"\xff\xfe", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80", b"\xcc\x81" * 9, b"0", b"-1", b"99999999999", b"1e9",
    b"24:00", b"2026-02-30", b"obj", b"endobj", b"stream\n", b"endstream", b" 0 R", b"/Length", b"/Kids", b"/Filter",
    b"<<", b">>", b"xref", b"IDAT", b"IHDR", b"\xff\xd9", b"\xff\xff\xff\xff", b"\x00\x00\x00\x00",
]  # fmt: skip

Change = tuple[str, float, int | bytes]

_PLACE = st.floats(0, 1, exclude_max=True)
_CHANGE = st.one_of(
    st.tuples(st.just("flip"), _PLACE, st.integers(1, 255)),
    st.tuples(st.just("cut"), _PLACE, st.integers(1, 400)),
    st.tuples(st.just("repeat"), _PLACE, st.integers(1, 400)),
    st.tuples(st.just("put"), _PLACE, st.sampled_from(TOKENS) | st.binary(max_size=6)),
    st.tuples(st.just("end"), _PLACE, st.just(0)),
)
CHANGES = st.lists(_CHANGE, min_size=1, max_size=5)


def mutated(data: bytes, changes: list[Change]) -> bytes:
    """The bytes after all changes, each at a share of their length."""
    for kind, share, what in changes:
        at = int(share * len(data))
        head, tail = data[:at], data[at:]
        if isinstance(what, bytes):
            data = head + what + tail
        elif kind == "flip":
            data = head + bytes(octet ^ what for octet in tail[:1]) + tail[1:]
        elif kind == "cut":
            data = head + tail[what:]
        elif kind == "repeat":
            data = head + tail[:what] + tail
        else:
            data = head
    return data
