"""Many values are written as each of them is."""

from hypothesis import given
from hypothesis import strategies as st

from booklet.pdf_syntax import pdf_number, pdf_numbers, pdf_ref, pdf_refs

LENGTHS = st.floats(-1e6, 1e6) | st.integers(-9999, 9999).map(lambda number: number / 1000) | st.integers(-1000, 1000)


@given(st.lists(LENGTHS).map(tuple))
def test_numbers(values: tuple[float, ...]) -> None:
    assert pdf_numbers(values) == list(map(pdf_number, values))


@given(st.integers(0, 99999), st.integers(0, 300))
def test_references(first: int, count: int) -> None:
    assert pdf_refs(first, count) == list(map(pdf_ref, range(first, first + count)))
