"""The command line becomes a job, and what comes of it is printed; docs/reference/cli.md describes both.

The only file that prints, reads the environment or looks at the clock. Commands import what is slow when they need it.
"""

import gc
import json
import os
import shlex
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import NoReturn

import click
from click.shell_completion import ShellComplete, get_completion_class

from booklet import __version__, arguments, streams
from booklet.command import Command
from booklet.errors import BookletError, WrongUseError
from booklet.finding import Severity
from booklet.job import ImportJob, Job
from booklet.reporting import summary
from booklet.reporting.formats import FORMATS
from booklet.reporting.progress import CLEAR, Progress, listed, rewritten, silent
from booklet.reporting.report import Report
from booklet.reporting.visible import visible

SCHEMA_KINDS = ("event", "program", "talk", "page", "booklet", "people", "affiliations", "participants")
Word = str | None  # an option that may be left out


def process() -> NoReturn:
    """The command `booklet` as a process of its own, which ends here.

    Python would first free millions of values one by one, a tenth of the time of a small booklet, and crash with a picture
    that is still being painted. Nothing waits for that: files are closed, and what was said is written.
    """
    os._exit(_code(None))


def main(typed: list[str] | None = None) -> None:
    """`booklet` in a process that goes on; leaves through SystemExit with an exit code of docs/reference/cli.md."""
    sys.exit(_code(typed))


def _code(typed: list[str] | None) -> int:
    """The exit code of the command, once all that it says is written."""
    gc.disable()  # a run makes millions of values and a few hundred in cycles: to search for those costs it a tenth
    streams.make_usable()
    try:
        code = _run(typed)
        streams.flush()
    except OSError as trouble:
        return streams.give_up(trouble)
    return code


def _run(typed: list[str] | None) -> int:
    """The exit code of a run, whose end is told."""
    try:
        code = commands.main(typed, prog_name="booklet", standalone_mode=False)
    except BookletError as trouble:
        click.echo(f"{CLEAR if sys.stderr.isatty() else ''}error: {visible(str(trouble))}", err=True)
        return trouble.exit_code
    except click.ClickException as trouble:
        trouble.show()
        return WrongUseError.exit_code
    except click.Abort:
        return 130
    return int(code or 0)


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def commands(ctx: click.Context) -> None:
    """Turn the content of a scientific meeting into a printable program booklet."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


commands.command_class = Command

_FOLDER = click.argument("folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
_RUN_OPTIONS = (
    _FOLDER,
    click.option("--strict", is_flag=True, help="Let warnings count as errors."),
    click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", help="How findings are shown."),
    click.option("--only", metavar="ID,…", help="Only these talks."),
    click.option("--paper", metavar="NAME", help="Paper instead of that of booklet.yaml: A4, A5, Letter."),
    click.option("--style", metavar="NAME", help="Style instead of that of booklet.yaml."),
    click.option(
        "--no-cache", "anew", is_flag=True, help="Read and set everything, also what an earlier run has kept."
    ),
    click.option("-q", "--quiet", "told", flag_value="little", help="Show findings only."),
    click.option("-v", "--verbose", "told", flag_value="much", help="Name each stage; show the traceback of a bug."),
    click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="When to use colors."),
)


def _run_options(command: Callable[..., int]) -> Callable[..., int]:
    """What `make` and `check` share."""
    for option in reversed(_RUN_OPTIONS):
        command = option(command)
    return command


@commands.command("make")
@_run_options
@click.option(
    "-o", "--output", "pdf", metavar="FILE", type=click.Path(path_type=Path), help="Instead of out/booklet.pdf."
)
@click.option("--max-size", metavar="SIZE", help="Make pictures coarser until the PDF is as small: 7MB.")
def make_command(
    folder: Path, strict: bool, form: str, only: Word, paper: Word, style: Word, anew: bool, told: Word, color: str,
    pdf: Path | None, max_size: Word,
) -> int:  # fmt: skip
    """Write the booklet: out/booklet.pdf of the project in DIR."""
    job = _job(folder, paper, style, only, strict, arguments.target(folder, pdf), arguments.octets(max_size), anew=anew)
    from booklet.make import make

    old = _moment(job.pdf)
    outcome = make(job, _progress(told))
    ok = not summary.fails(outcome.findings, strict=strict)
    whole = form != "text"  # in the text form `check` shows the notes
    shown = tuple(f for f in outcome.findings if whole or f.severity is not Severity.NOTE)
    if ok:
        what = summary.facts(visible(str(job.pdf)), outcome.pages, outcome.paper, job.pdf.stat().st_size)
        last = summary.made(outcome.findings, what, notes_shown=whole, accepted=outcome.accepted)
    else:
        last = summary.not_made(outcome.findings, visible(str(job.pdf)), old, strict=strict, notes_shown=whole)
    return _show(Report(shown, folder, ok, outcome.output, outcome.accepted, _colored(color)), form, told, last)


@commands.command("check")
@_run_options
def check_command(
    folder: Path, strict: bool, form: str, only: Word, paper: Word, style: Word, anew: bool, told: Word, color: str
) -> int:
    """Show all that `make` would complain about."""
    job = _job(folder, paper, style, only, strict, None, None, anew=anew)
    from booklet.make import check

    outcome = check(job)
    ok = not summary.fails(outcome.findings, strict=strict)
    last = summary.checked(outcome.findings, strict=strict, accepted=outcome.accepted)
    return _show(Report(outcome.findings, folder, ok, None, outcome.accepted, _colored(color)), form, told, last)


@commands.command("new")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def new_command(folder: Path) -> None:
    """Start a project in the new folder DIR."""
    from booklet.new_project import new_project

    made = "".join(f"  {file}\n" for file in new_project(folder))
    click.echo(f"Made {visible(str(folder))}/\n{made}Next: booklet make {visible(shlex.quote(str(folder)))}")


@commands.command("import")
@click.argument("source", metavar="SRC", type=click.Path(path_type=Path))
@_FOLDER
@click.option("--format", "form", metavar="NAME", default="", help="The form of SRC, where booklet does not know it.")
@click.option("--zone", metavar="ZONE", default="", help="The time zone of the event: Europe/Berlin.")
@click.option("--language", metavar="TAG", default="", help="The language of the event: en-US.")
@click.option("--title", metavar="TEXT", default="", help="The name of the event.")
@click.option("--update", is_flag=True, help="Merge a later version in; what was edited by hand stays.")
def import_command(
    source: Path, folder: Path, form: str, zone: str, language: str, title: str, update: bool
) -> int:  # fmt: skip
    """Bring SRC, which another system wrote, into content/ of the project in DIR."""
    job = arguments.importing(ImportJob(source, folder, form, zone, language, title, update))
    from booklet.import_content import imported, write_content
    from booklet.questions import answered
    from booklet.reporting.imported import ended

    found = imported(job)
    if (found.needs_zone or found.guess) and sys.stdin.isatty() and sys.stderr.isatty():
        job, mapping = answered(job, found)
        found = imported(job, mapping)
    if found.is_taken:
        write_content(job, found)
    near = source if source.is_dir() else source.parent
    for findings, where in ((found.of_source, near), (found.of_content, folder)):
        click.echo(FORMATS["text"](Report(findings, where, color=_colored("auto"))), nl=False, err=True)
    for line in ended(job, found, f"booklet check {shlex.quote(str(folder))}"):
        click.echo(visible(line), err=True)
    return 0 if found.is_taken and not found.is_broken else 1


@commands.command("export")
@click.argument("kind", type=click.Choice(["json", "csv", "ics"]))
@_FOLDER
@click.option("-o", "--output", "file", metavar="FILE", type=click.Path(path_type=Path), help="Instead of to stdout.")
def export_command(kind: str, folder: Path, file: Path | None) -> int:
    """Give the content of DIR to other programs: all of it as JSON, its talks as CSV, its times as ICS (a calendar)."""
    job = _job(folder, None, None, None, False, arguments.target(folder, file), None)
    from booklet.export import export

    outcome = export(job, kind)
    if outcome.data is None:
        last = f"{summary.counted(outcome.findings)}. Nothing was exported."
        return _show(Report(outcome.findings, folder, False, color=_colored("auto")), "text", None, last)
    if file:
        click.echo(f"{visible(str(file))}  {summary.size(len(outcome.data))}", err=True)
    else:
        click.echo(outcome.data, nl=False)
    return 0


@commands.command("explain")
@click.argument("code", required=False)
def explain_command(code: Word) -> None:
    """Explain the finding CODE; without CODE, list all codes."""
    from booklet.explain import explain, list_codes

    click.echo(explain(code) if code else list_codes(), nl=False)


@commands.command("schema")
@click.argument("kind", required=False, type=click.Choice(SCHEMA_KINDS))
def schema_command(kind: Word) -> None:
    """Print the JSON Schema of one KIND of content file, or of all by name."""
    from booklet.reading.schema import schema

    value = schema(kind) if kind else {each: schema(each) for each in SCHEMA_KINDS}
    click.echo(json.dumps(value, ensure_ascii=True, indent=2))


@commands.command("fonts")
@_FOLDER
@click.option("--add", is_flag=True, help="Copy those of this computer into the folder fonts/ of DIR.")
def fonts_command(folder: Path, add: bool) -> None:
    """List the fonts of the booklet in DIR, and fonts of this computer for characters that they lack."""
    from booklet.add_fonts import fonts_told

    for line in fonts_told(Job(arguments.project(folder)), sys.platform, os.environ, add=add):
        click.echo(visible(line))


@commands.command("doctor")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How the facts are shown.")
def doctor_command(form: str) -> int:
    """Say whether this machine has what booklet needs."""
    from booklet import doctor

    facts = doctor.doctor(Path())
    click.echo(doctor.as_json(facts) if form == "json" else doctor.as_text(facts), nl=False)
    return 0 if all(fact.ok for fact in facts) else 1


@commands.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion_command(shell: str) -> None:
    """Print the completion script for SHELL."""
    # not BashComplete.source(), which starts bash to ask for its version (click 8.5)
    if known := get_completion_class(shell):
        click.echo(ShellComplete.source(known(commands, {}, "booklet", "_BOOKLET_COMPLETE")))


def _colored(choice: str) -> bool:
    """Whether to color: the option, then NO_COLOR, then FORCE_COLOR, then whether a terminal listens."""
    listens = os.environ.get("FORCE_COLOR") or (sys.stderr.isatty() and os.environ.get("TERM") != "dumb")
    return choice == "always" or (choice == "auto" and bool(listens and not os.environ.get("NO_COLOR")))


def _moment(pdf: Path) -> str | None:
    """Of when the file is, in the user's own zone; None when there is no such file."""
    then = datetime.fromtimestamp(pdf.stat().st_mtime if pdf.is_file() else 0, UTC).astimezone()
    return summary.moment(then, datetime.now(UTC).astimezone()) if pdf.is_file() else None


def _job(
    folder: Path, paper: Word, style: Word, only: Word, strict: bool, pdf: Path | None, octets: int | None,
    *, anew: bool = False,
) -> Job:  # fmt: skip
    date = arguments.date(os.environ.get("SOURCE_DATE_EPOCH", ""))
    return Job(arguments.project(folder), paper, style, arguments.ids(only), pdf, strict, date, octets, not anew)


def _progress(told: Word) -> Progress:
    shown = listed if told == "much" else rewritten if sys.stderr.isatty() and not told else None
    return shown(partial(click.echo, nl=False, err=True), time.monotonic) if shown else silent


def _show(report: Report, form: str, told: Word, last: str) -> int:
    """Print the findings, then the `last` line if it is wanted, and return the exit code."""
    text = FORMATS[form](report)
    click.echo(text, nl=False, err=form not in {"json", "github"}, color=report.color)
    if form != "json" and not (report.ok and told == "little"):
        click.echo(f"\n{last}" if text and form == "text" else last, err=True)
    return 0 if report.ok else 1
