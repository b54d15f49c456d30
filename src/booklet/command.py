"""A command whose unexpected exceptions become one sentence, and a report where its project has a place for it."""

from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from booklet.errors import BookletError, DefectError, FileError


class Command(click.Command):
    """A command of `booklet`."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command. OSError becomes FileError; any exception that is neither ours nor click's is a bug."""
        try:
            return super().invoke(ctx)
        except (BookletError, click.ClickException, click.Abort, click.exceptions.Exit, BrokenPipeError):
            raise
        except OSError as trouble:
            name = f'"{trouble.filename}"' if trouble.filename else "the output"
            raise FileError(f"cannot read or write {name}: {trouble.strerror}") from trouble
        except Exception as bug:
            raise _defect(bug, ctx.params.get("folder"), verbose=ctx.params.get("told") == "much") from bug


def _defect(bug: Exception, folder: Path | None, *, verbose: bool) -> DefectError:
    """Keep the report of a bug in the project's out folder, where there is one, and say so in a sentence."""
    from booklet.reporting.bug_report import bug_report, bug_sentence

    if verbose:
        click.echo(bug_report(bug), err=True)
    sentence = bug_sentence(bug)
    if folder:
        file = folder / "out" / "booklet-report.txt"
        with suppress(OSError):
            file.unlink(missing_ok=True)  # never through a link that somebody left there
            with file.open("x", encoding="utf-8", errors="backslashreplace") as report:
                report.write(bug_report(bug))
            sentence += f"; the report is in {file}"
    return DefectError(sentence)
