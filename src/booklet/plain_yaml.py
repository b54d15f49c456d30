"""PyYAML without its loaders → what is used of it here: the events of a text, the parser that makes them, and its errors.

`import yaml` makes loaders and dumpers for all that YAML can say, with expressions for its types and characters. That takes
three times as long as what is needed here: the parser of libyaml asks for nothing of them but the errors that it may raise.
"""

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from booklet.stand_ins import stand_ins

__all__ = [
    "AliasEvent",
    "CollectionEndEvent",
    "DocumentStartEvent",
    "Event",
    "MappingStartEvent",
    "MarkedYAMLError",
    "NodeEvent",
    "Parser",
    "ScalarEvent",
    "YAMLError",
]

if TYPE_CHECKING:
    from yaml import _yaml, error

    Mark = error.Mark | _yaml.Mark

_library = find_spec("yaml")
with stand_ins({"yaml": {"__path__": (_library and _library.submodule_search_locations) or []}}):
    from yaml import nodes, tokens  # noqa: F401 (the parser looks for them)
    from yaml.error import MarkedYAMLError, YAMLError
    from yaml.events import (
        AliasEvent,
        CollectionEndEvent,
        DocumentStartEvent,
        Event,
        MappingStartEvent,
        NodeEvent,
        ScalarEvent,
    )

    _MARKED = ("scanner", "parser", "composer", "constructor", "emitter", "serializer", "representer")
    _KINDS = {"reader": YAMLError, **dict.fromkeys(_MARKED, MarkedYAMLError)}
    _ERRORS = {stage: type(f"{stage.capitalize()}Error", (kind,), {}) for stage, kind in _KINDS.items()}
    with stand_ins({f"yaml.{stage}": {error.__name__: error} for stage, error in _ERRORS.items()}):
        Parser: Any
        try:
            from yaml._yaml import CParser as Parser
        except ImportError:  # PyYAML was built without libyaml
            Parser = None
if not Parser:
    from yaml import SafeLoader as Parser
