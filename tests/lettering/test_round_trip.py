"""Text of all scripts goes through a whole booklet, and readers of the file get it back: poppler, PDFium, our own dump."""

import json
import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest

from booklet.job import Job
from booklet.make import make
from booklet.proofing.dump import dump


class Text(NamedTuple):
    """An abstract: its language, what is written, and what readers get where that is not the same (formulas)."""

    language: str
    written: str
    read: str = ""


# Every paragraph takes several lines.
TEXTS = {
    "ligatures": Text(
        "en-US",
        "The efficient assimilation of office-proof flows, first offered by fjord researchers, suffices: "
        "baffling effects of fluffy films affect three-dimensional fields — and “offline” offsets, too — of the "
        "five shelf-ice profiles (Figs. 1–3).",
    ),
    "diacritics": Text(
        "cs",
        "Łódź, Besançon, Århus, Þingvellir, Kraków, Győr, İzmir, Čačak, Ştefan, Niš und Großräschen: Žluťoučký "
        "kůň úpěl ďábelské ódy; zażółć gęślą jaźń; Ağrı Dağı’nın güneşi; så går det på Ærø, où l’œuvre naïve — "
        "¿qué señal? — s’achève à Noël.",
    ),
    "vietnamese": Text(
        "vi",
        "Những cơn mưa lớn ở miền Trung Việt Nam thường gây ra lũ lụt nghiêm trọng; chúng tôi nghiên cứu độ ẩm "
        "của đất và các ước lượng lượng mưa từ vệ tinh trong những năm gần đây, ở đó dữ liệu quan trắc còn rất "
        "thưa thớt.",
    ),
    "greek": Text(
        "el",
        "Η πρόγνωση της βροχής πάνω από τη θάλασσα παραμένει δύσκολη, ιδίως όταν οι παρατηρήσεις είναι λίγες και "
        "τα μοντέλα αδρά· γι’ αυτό μελετάμε τη θερμοκρασία του νερού. Ἄνδρα μοι ἔννεπε, Μοῦσα, πολύτροπον.",
    ),
    "cyrillic": Text(
        "ru",
        "Предсказание осадков над морем остаётся трудной задачей, особенно если наблюдений мало, а сетка модели "
        "груба; поэтому мы изучаем температуру воды. Ґанок і їжак, Љубав, Њујорк, ќе биде, ўсё.",
    ),
    "hebrew": Text(
        "he",
        "חיזוי הגשם מעל הים נשאר קשה, במיוחד כאשר יש מעט תצפיות והרשת של המודל גסה; לכן אנו חוקרים את טמפרטורת "
        "המים ואת השתנותה לאורך השנים. הרוח, הגלים והמליחות נמדדים בכל שעה.",
    ),
    "arabic": Text(
        "ar",
        "يبقى توقع المطر فوق البحر صعبا حين تقل محطات الرصد وتكون شبكة النموذج خشنة، ولذلك ندرس حرارة المياه في "
        "كل فصل وتغيرها عبر الزمن. تقيس محطات كثيرة سرعة الريح وملوحة البحر كل ساعة.",
    ),
    "lam-alef": Text("ar", "لا يزال الاحتلال الحراري مسألة، والثلاثاء والأربعاء والإجابة الآن خلال الأعوام."),
    "devanagari": Text(
        "hi",
        "समुद्र के ऊपर वर्षा का पूर्वानुमान कठिन रहता है, विशेषकर जब प्रेक्षण कम हों और मॉडल की जाली मोटी हो; "
        "इसलिए हम जल के तापमान और उसकी परिवर्तनशीलता का अध्ययन करते हैं। क्षेत्रीय ज्ञान, श्रृंखला, उद्देश्य और "
        "राष्ट्र।",
    ),
    "faces": Text("hi", "जल ⬢ 𝔸𝔹 पानी ⬢ ∰ हवा 𝔸⬢ जल: 𝔸 पानी, हवा ⬢."),
    "several": Text(
        "en-US",
        "The group of משה כהן and أحمد بكر met Δημήτρης in Łódź; Дмитрий wrote “नमस्ते” there, and then गर्मी, "
        "with مطر and with snow, and Nguyễn Thị Hương answered: ευχαριστώ πολύ.",
    ),
    "formulas": Text(
        "en-US",
        r"As $E = mc^2$ and $x \in \mathbb{R}^n$ show, none of $\alpha_1, \dots, \alpha_n$ is less than $-\beta$ "
        r"whenever $a \leq b + c$, which is $O(n \log n)$ for the ions \ce{NO3^-}, at \SI{3}{\meter\per\second}, "
        r"and for all $\gamma > 0$.",
        "As E = mc² and x ∈ ℝⁿ show, none of α₁, …, αₙ is less than −β whenever a ≤ b + c, which is O(n log n) "
        "for the ions NO₃⁻, at 3 m s⁻¹, and for all γ > 0.",
    ),
}

# Numbers and brackets among letters from right to left: poppler 22 gives them in the order in which they are seen.
MORE = {
    "hebrew-numbers": Text(
        "he", "בשנת 2026 ירדו 35.5 מילימטר (ראו WRF model, גרסה 4) ביום אחד, ואחר כך 10 ימים בלי גשם [2]."
    ),
    "arabic-numbers": Text("ar", "في سنة 2026 سجلت المحطة (WRF) نحو ٣٥ ملم، ثم 10 أيام بلا مطر."),
    "hebrew-in-english": Text("en-US", "They write גשם ביום 2026, then שלג (ברד), and مطر; all are kept."),
}
ALL = TEXTS | MORE

_DIRECTIONS = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))


def words(text: str) -> list[str]:
    """The words of a text, those that were hyphenated at the end of a line put together again."""
    return re.sub("\u00ad\\s*", "", unicodedata.normalize("NFC", text.translate(_DIRECTIONS))).split()


def bare(text: str) -> list[str]:
    """The words of a text without the signs beside them."""
    apart = "".join(
        " " if unicodedata.category(character)[0] in "PSC" and character != "\u00ad" else character
        for character in text
    )
    return words(apart)


def holds(found: list[str], wanted: list[str]) -> bool:
    """Whether words stand in a row somewhere."""
    size = len(wanted)
    return any(found[start : start + size] == wanted for start in range(len(found) - size + 1))


@pytest.fixture(scope="module")
def booklet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A booklet with a talk for every text, each on a page of its own, in a narrow column."""
    folder = tmp_path_factory.mktemp("scripts")
    content = folder / "content"
    (content / "talks").mkdir(parents=True)
    (content / "event.yaml").write_text("title: Meeting\nzone: UTC\n")
    (content / "booklet.yaml").write_text("sections: [abstracts]\nstyle: base\npaper: A5\n")
    items = ", ".join(f"{{talk: {name}, minutes: 5}}" for name in ALL)
    (content / "program.yaml").write_text(
        f"sessions: [{{id: a, title: S, date: 2026-05-05, start: 9:00, items: [{items}]}}]\n"
    )
    for name, text in ALL.items():
        (content / "talks" / f"{name}.md").write_text(
            f"---\ntitle: Talk {name}\nlanguage: {text.language}\n"
            f"authors: [{{name: A B, presenting: true, affiliations: [X]}}]\n---\n{text.written}\n",
            encoding="utf-8",
        )
    outcome = make(Job(folder), lambda *_: None)
    # Words in brackets and figures are there for their directions, not for what they name.
    assert {finding.code.name for finding in outcome.findings} <= {"K073", "K074", "K075"}
    assert outcome.pages == len(ALL)
    assert outcome.output is not None
    return outcome.output


def page_of(name: str) -> int:
    return list(ALL).index(name)


@pytest.mark.parametrize("name", TEXTS)
def test_poppler_gives_back_the_words_in_order(booklet: Path, name: str) -> None:
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext of poppler-utils is not installed")
    number = str(page_of(name) + 1)
    done = subprocess.run([program, "-f", number, "-l", number, str(booklet), "-"], capture_output=True, check=True)
    found, wanted = done.stdout.decode(), ALL[name].read or ALL[name].written
    # Poppler marks directions around letters from right to left, and has signs and blanks beside them on either side.
    separated = bare if set("\u202a\u202b") & set(found) else words
    assert holds(separated(found), separated(wanted))


def pdfium(booklet: Path, name: str) -> str:
    with pypdfium2.PdfDocument(booklet) as document:
        page = document[page_of(name)]
        text: str = page.get_textpage().get_text_range()
        return text


@pytest.mark.parametrize("name", ["ligatures", "diacritics", "vietnamese", "greek", "cyrillic"])
def test_browsers_give_back_the_words_in_order(booklet: Path, name: str) -> None:
    """PDFium marks a hyphen at the end of a line by U+FFFE."""
    found = pdfium(booklet, name).replace("\ufffe", "\u00ad")
    assert holds(words(found), words(ALL[name].read or ALL[name].written))


@pytest.mark.parametrize("name", ["hebrew", "arabic", "lam-alef", "several"])
def test_browsers_get_the_letters_of_a_word_in_their_order(booklet: Path, name: str) -> None:
    """Signs beside words are put on either side, and whole lines of two directions are turned, by the rules of PDFium."""
    found = Counter(re.findall(r"\w+", pdfium(booklet, name)))
    backwards = re.findall(r"[א-ת\u0621-\u064a]+", ALL[name].written)
    assert [word for word in backwards if not found[word]] == []


@pytest.mark.parametrize("name", ["devanagari", "formulas"])
def test_browsers_give_back_what_is_said_apart_from_its_glyphs(booklet: Path, name: str) -> None:
    """PDFium loses blanks beside what has an ActualText, or puts some there."""
    assert squeezed(ALL[name].read or ALL[name].written) in squeezed(pdfium(booklet, name))


@pytest.mark.parametrize("name", ALL)
def test_the_file_holds_the_text_in_order(booklet: Path, name: str) -> None:
    """By the texts that glyphs and marked content stand for, in the order of the file, which is that of reading. Words from
    right to left are drawn as they are seen, so the signs at their ends are on the other side."""
    page = pages(dump(booklet.read_bytes()))[page_of(name)]
    if ALL[name].read:  # blanks in and beside formulas are only places
        assert squeezed(ALL[name].read) in squeezed(page)
    else:
        separated = bare if re.search("[\u0590-\u06ff]", page) else words
        assert " ".join(separated(ALL[name].written)) in " ".join(separated(page))


def pages(dumped: str) -> list[str]:
    """The texts of every page of a dump, run after run."""
    done: list[list[str]] = []
    for line in dumped.splitlines():
        if line.startswith("page "):
            done.append([])
        else:
            done[-1].append(json.loads(line[line.index('"') :]))
    return ["".join(runs) for runs in done]


def squeezed(text: str) -> str:
    """A text without blanks, and without the hyphens of line ends."""
    return "".join(words(text))
