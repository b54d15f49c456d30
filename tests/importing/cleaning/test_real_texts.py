"""The abstracts of real meetings, which stand beside the project where they are at hand: no letter is lost."""

import csv
import html
import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from cleaned_texts import HERE

from booklet.importing.cleaning.prose import prose
from booklet.model.rich_text import plain
from booklet.reading.clean_text import clean
from booklet.reading.markdown import markdown_blocks

DATA = Path(__file__).parents[3] / ".." / "shared" / "data"

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the data of real meetings are not here")


def _letters(text: str) -> str:
    return re.sub(r"[\W_\d]", "", clean(text).text)


def _printed(markup: str) -> str:
    return _letters("".join(plain(block.spans) for block in markdown_blocks(markup, "en")))


def _values(value: object, keys: set[str]) -> list[str]:
    if isinstance(value, dict):
        own = [one for key, one in value.items() if key in keys and isinstance(one, str)]
        return own + [one for inner in value.values() for one in _values(inner, keys)]
    return [one for inner in value for one in _values(inner, keys)] if isinstance(value, list) else []


def test_html_keeps_its_letters() -> None:
    root = ET.parse(DATA / "fosdem-2026" / "fosdem-2026.xml").getroot()
    texts = [one.text for one in root.iter("abstract") if one.text and "@" not in one.text]
    assert len(texts) > 400
    for text in texts[::3]:
        words = html.unescape(re.sub(r"</?[A-Za-z][A-Za-z0-9]*(\s[^<>]*)?/?>", "", text))
        assert _printed(prose(text, "html", HERE, [])) == _letters(words)


@pytest.mark.parametrize("name", ["ccc-camp-2019/frab-camp2019.json", "gab-linz-2020/sessionize.json"])
@pytest.mark.parametrize("form", ["plain", "any"])
def test_texts_without_markup_keep_their_letters(name: str, form: str) -> None:
    source = json.loads((DATA / name).read_text(encoding="utf-8"))
    texts = [text for text in _values(source, {"abstract", "description"}) if not re.search(r"[@<]|\]\(", text)]
    assert len(texts) > 20
    for text in texts:
        assert _printed(prose(text, form, HERE, [])) == _letters(text)


def test_latex_keeps_its_formulas_and_loses_line_ends_of_programs() -> None:
    with (DATA / "colt-2020" / "papers.csv").open(encoding="utf-8") as file:
        texts = [row["abstract"] for row in csv.DictReader(file)]
    assert len(texts) > 100
    for text in texts:
        made = prose(text, "latex", HERE, [])
        assert made.count("$") == text.count("$")
        assert not re.search(r"(?<!\\)\\n(?:[A-Z\s]|and |the |we |with )", made)
