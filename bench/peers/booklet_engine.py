"""Invented abstracts through booklet's own functions, from the text of a file to a set page: times as JSON.

usage: python bench/peers/booklet_engine.py letter|set|profile ABSTRACTS

letter, set: milliseconds of CPU for opening the style, and for every abstract of a cold and a warm pass: reading its file,
then breaking and lettering the paragraphs of its abstract (letter) or setting its whole page with title, authors and
compression (set).
profile: how often the ticks of a CPU clock found each file of booklet at work, over a cold pass of `letter`.
"""

import gc
import json
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from booklet.plain_dataclasses import replace

sys.path.insert(0, str(Path(__file__).parents[1]))

from texts.invented import talks

from booklet.composing.labels import load_labels
from booklet.composing.sections.talks.abstracts import compose_abstracts
from booklet.composing.sections.talks.talk_body import talk_body
from booklet.lettering.letters import Letters
from booklet.model.event import Event
from booklet.model.program import Program
from booklet.model.settings import Settings
from booklet.model.talk import Talk
from booklet.page_map import PageMap
from booklet.place import Place, Places
from booklet.reading.read_names import People, Shared
from booklet.reading.read_talk import read_talk
from booklet.structure import Element
from booklet.styling.load_style import load_style
from booklet.styling.style import Style
from booklet.typesetting.page_canvas import PageCanvas
from booklet.typesetting.set_section import set_section

ROOT = Path(__file__).parents[2]
gc.set_threshold(50_000)  # as the command has it
LANGUAGE = "en-US"


def style_a4() -> Style:
    style, trouble = load_style("base", "A4", ROOT, Place("bench"))
    if style is None:
        raise SystemExit(f"the style cannot be used: {trouble}")
    return style


class Engine:
    """Letters of one style, and what becomes of a talk with them."""

    def __init__(self) -> None:
        self.style = style_a4()
        self.letters = Letters(self.style, LANGUAGE)
        places = Places(Place("bench"), ())
        self.program = Program(Event("Bench", LANGUAGE, "UTC", places), Settings(places))
        self.labels = load_labels(LANGUAGE)

    def read(self, file: str, data: bytes) -> Talk:
        talk = read_talk(data, file, file.removesuffix(".md"), Shared(LANGUAGE, {}, {}, People({}, ()), {}), []).talk
        if talk is None:
            raise SystemExit(f"{file} cannot be read")
        return talk

    def letter(self, talk: Talk) -> None:
        """The abstract's paragraphs, broken, shaped and written one below another."""
        page = self.style.page
        canvas = PageCanvas(page.width, page.height)
        y = page.height - page.top
        for block in talk_body(talk, self.letters, Element("Sect")):
            y -= block.space + block.flowable.wrap(page.text_width, y)[1]
            block.flowable.draw_on(canvas, page.text_left, y)

    def set(self, talk: Talk) -> None:
        """The whole page."""
        program = replace(self.program, talks=(talk,))
        for section in compose_abstracts(program, self.letters, self.labels, PageMap()):
            set_section(section, self.style)


def opened(what: str) -> tuple[Engine, Callable[[Talk], None], float]:
    """An engine that has set one letter, the function to measure, and milliseconds that opening took."""
    start = time.process_time()
    engine = Engine()
    work = engine.set if what == "set" else engine.letter
    work(engine.read("talk.md", b"---\ntitle: a\n---\na\n"))
    return engine, work, (time.process_time() - start) * 1000


def one_pass(engine: Engine, work: Callable[[Talk], None], files: list[tuple[str, bytes]]) -> dict[str, list[float]]:
    """Milliseconds of reading and of work for every file."""
    reading, working = [], []
    for file, data in files:
        start = time.process_time()
        talk = engine.read(file, data)
        middle = time.process_time()
        work(talk)
        reading.append((middle - start) * 1000)
        working.append((time.process_time() - middle) * 1000)
    return {"reading": reading, "working": working}


def profile(files: list[tuple[str, bytes]]) -> dict[str, int]:
    """Ticks by file of booklet, the innermost on the stack."""
    engine, work, _ = opened("letter")
    seen: Counter[str] = Counter()

    def tick(_: int, frame: FrameType | None) -> None:
        while frame and "/booklet/" not in frame.f_code.co_filename:
            frame = frame.f_back
        seen[frame.f_code.co_filename.split("/booklet/")[-1] if frame else "bench"] += 1

    signal.signal(signal.SIGPROF, tick)
    signal.setitimer(signal.ITIMER_PROF, 0.001, 0.001)
    one_pass(engine, work, files)
    signal.setitimer(signal.ITIMER_PROF, 0)
    return dict(seen)


def main(what: str, count: int) -> None:
    files = list(talks(count))
    if what == "profile":
        print(json.dumps(profile(files)))
        return
    engine, work, opening = opened(what)
    passes = {name: one_pass(engine, work, files) for name in ("cold", "warm")}
    print(json.dumps({"opening": opening, **passes}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
