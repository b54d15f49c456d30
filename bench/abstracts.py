"""Milliseconds an abstract: 1,000 invented ones through booklet's own functions, and through ReportLab's own Paragraph.

usage: python bench/abstracts.py [ABSTRACTS] [ROUNDS]     (default 1000 3)

Every measurement is a process of its own, all kinds in turn, round by round, so that the ratios hold when the speed of the
machine drifts. Times are CPU times. Cold is the first pass of a process (caches empty; opening the fonts given apart), warm a
second pass of the same process. The goal is 1.6 ms cold for breaking and lettering an abstract; exit status 1 when its median
over all abstracts is above that.
"""

import json
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

BENCH = Path(__file__).parent
GOAL = 1.6

# name: script below bench/peers and what to do
KINDS = {
    "booklet, the abstract": ("booklet_engine.py", "letter"),
    "booklet, its page": ("booklet_engine.py", "set"),
    "Paragraph, plain": ("reportlab_paragraph.py", "plain"),
    "Paragraph, shaped": ("reportlab_paragraph.py", "shaped"),
}

# Stages of lettering by the file that was at work; the first that fits.
STAGES = {
    "reading": ("reading/", "yaml_file", "text_file", "model/", "place", "finding"),
    "boxes": ("lettering/runs", "lettering/breaking", "lettering/lines"),
    "fit": ("lettering/fit",),
    "hyphenation": ("lettering/hyphens",),
    "shaping": ("lettering/word_table", "lettering/face", "lettering/operands", "lettering/glyph_texts"),
    "emission": ("lettering/drawing", "lettering/paragraph", "typesetting/", "pdf_syntax", "structure"),
    "other lettering": ("lettering/",),
    "elsewhere": ("",),
}


def measured(kind: tuple[str, str], count: int) -> Any:
    """What a script printed, run in a process of its own."""
    command = [sys.executable, str(BENCH / "peers" / kind[0]), kind[1], str(count)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    return json.loads(done.stdout)


def figures(runs: list[Any], pass_: str, what: str = "working") -> tuple[float, float]:
    """Median and mean milliseconds an abstract, each the median over the rounds."""
    series = [run[pass_][what] for run in runs]
    return statistics.median(map(statistics.median, series)), statistics.median(map(statistics.mean, series))


def print_times(runs: dict[str, list[Any]]) -> float:
    """Times of all kinds, with the ratio of their means to booklet's, pair by pair; returns booklet's median, cold."""
    ours = runs["booklet, the abstract"]
    heads = f"{'cold':>6} {'mean':>6}   {'warm':>6} {'mean':>6}   {'opening':>7}   x booklet: cold, warm"
    print(f"{'ms of CPU an abstract':24} {heads}")
    reading = [*figures(ours, "cold", "reading"), *figures(ours, "warm", "reading")]
    print(f"{'booklet, reading it':24} {reading[0]:6.2f} {reading[1]:6.2f}   {reading[2]:6.2f} {reading[3]:6.2f}")
    for name, mine in runs.items():
        ratios = [
            statistics.median(
                statistics.mean(run[pass_]["working"]) / statistics.mean(our[pass_]["working"])
                for run, our in zip(mine, ours, strict=True)
            )
            for pass_ in ("cold", "warm")
        ]
        cold, warm = figures(mine, "cold"), figures(mine, "warm")
        opening = statistics.median(run["opening"] for run in mine)
        print(
            f"{name:24} {cold[0]:6.2f} {cold[1]:6.2f}   {warm[0]:6.2f} {warm[1]:6.2f}   {opening:7.1f}   "
            f"{ratios[0]:5.2f} {ratios[1]:5.2f}"
        )
    return figures(ours, "cold")[0]


def print_stages(ticks: dict[str, int]) -> None:
    """Where a cold pass spends its time."""
    total = sum(ticks.values())
    shares = dict.fromkeys(STAGES, 0)
    for file, count in ticks.items():
        shares[next(stage for stage, starts in STAGES.items() if file.startswith(starts))] += count
    listed = ", ".join(f"{stage} {100 * count / total:.0f} %" for stage, count in shares.items())
    print(f"stages of a cold pass ({total} ticks): {listed}")


def main(count: int, rounds: int) -> int:
    print(f"{count} invented abstracts, {rounds} rounds, Python {sys.version.split()[0]}")
    runs: dict[str, list[Any]] = {name: [] for name in KINDS}
    for _ in range(rounds):
        for name, kind in KINDS.items():
            runs[name].append(measured(kind, count))
    median = print_times(runs)
    print_stages(measured(("booklet_engine.py", "profile"), count))
    missed = median > GOAL
    print(f"booklet: {median:.2f} ms an abstract, cold; goal {GOAL}{'   MISSED' if missed else ''}")
    return int(missed)


if __name__ == "__main__":
    given = [int(number) for number in sys.argv[1:]]
    raise SystemExit(main(*given, *(1000, 3)[len(given) :]))
