"""The name of a function → a function that imports it when it is first called.

For parts that most booklets do without: to import them all was a twentieth of the time of a small booklet.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any


def when_called(module: str, function: str) -> Callable[..., Any]:
    """The function of that name, whose module is imported when it is called. It takes values by place."""

    def call(*given: object) -> Any:
        return getattr(import_module(module), function)(*given)

    return call
