"""pydantic without the packages that happen to be installed beside it → what is used of it here.

When the first model is made, pydantic 2 looks through all installed packages for plugins and runs those that it finds, so the
same content could be read differently on another computer. A module without any takes the place of the one that looks.
"""

import sys
from types import ModuleType

_silent = ModuleType("pydantic.plugin._loader")
vars(_silent)["get_plugins"] = tuple
sys.modules.setdefault("pydantic.plugin._loader", _silent)

from pydantic import (  # noqa: E402
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    RootModel,
    ValidationError,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import ErrorDetails, PydanticCustomError  # noqa: E402

__all__ = [
    "AfterValidator",
    "BaseModel",
    "BeforeValidator",
    "ConfigDict",
    "ErrorDetails",
    "Field",
    "PydanticCustomError",
    "RootModel",
    "ValidationError",
    "WithJsonSchema",
    "model_validator",
]
