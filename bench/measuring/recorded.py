"""Ratios → whether they keep to those recorded in bench/budgets.json, by font and number of talks."""

import json
from pathlib import Path
from typing import Any

FILE = Path(__file__).parents[1] / "budgets.json"
LEEWAY = 1.15  # times the recorded ratio
OF_STAGES = 1.25, 0.005  # times the recorded ratio, and what is too little to count


def recorded(font: str, count: int) -> dict[str, Any]:
    """The ratios of the last record and its commit; empty without one."""
    return _all().get(font, {}).get(str(count), {})


def broken(ratios: dict[str, float], budget: dict[str, Any]) -> list[str]:
    """What is worse than it may be, in words."""
    return [
        f"{name} {ratio:.2f} is above {LEEWAY} x {budget[name]:.2f}"
        for name, ratio in ratios.items()
        if name in budget and ratio > budget[name] * LEEWAY
    ]


def broken_stages(stages: dict[str, float], budget: dict[str, Any]) -> list[str]:
    """The stages that take more than they may, in words."""
    known, (leeway, least) = budget.get("stages", {}), OF_STAGES
    return [
        f"{name} {ratio:.3f} is above {leeway} x {known[name]:.3f}"
        for name, ratio in stages.items()
        if name in known and ratio > known[name] * leeway + least
    ]


def record(
    font: str, count: int, ratios: dict[str, float], commit: str, stages: dict[str, float] | None = None
) -> None:
    """Write down the ratios as what later runs are held to; those of stages stay as they were where none are given."""
    everything = _all()
    rounded: dict[str, Any] = {name: round(ratio, 2) for name, ratio in ratios.items()}
    of_stages = {name: round(ratio, 3) for name, ratio in (stages or {}).items()}
    of_stages = of_stages or recorded(font, count).get("stages", {})
    everything.setdefault(font, {})[str(count)] = (
        rounded | {"commit": commit} | ({"stages": of_stages} if of_stages else {})
    )
    ordered = {
        name: {key: counts[key] for key in sorted(counts, key=int)} for name, counts in sorted(everything.items())
    }
    FILE.write_text(json.dumps(ordered, indent=2, ensure_ascii=False) + "\n", "utf-8")


def _all() -> dict[str, dict[str, dict[str, Any]]]:
    return json.loads(FILE.read_text("utf-8")) if FILE.is_file() else {}
