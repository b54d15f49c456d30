"""The forms in which findings can be shown, by the name of --format."""

from collections.abc import Callable

from booklet.reporting.as_github import as_github
from booklet.reporting.as_json import as_json
from booklet.reporting.as_short import as_short
from booklet.reporting.as_text import as_text
from booklet.reporting.report import Report

FORMATS: dict[str, Callable[[Report], str]] = {
    "text": as_text,
    "short": as_short,
    "json": as_json,
    "github": as_github,
}
