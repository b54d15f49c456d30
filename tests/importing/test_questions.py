"""What a source does not say is asked for, and asked again until the answer can be taken."""

from pathlib import Path

import click
from click.testing import CliRunner, Result

from booklet.import_content import imported, write_content
from booklet.importing.column_mapping import ColumnMapping
from booklet.job import ImportJob
from booklet.questions import answered

TABLE = "Title,Speaker,Start,Minutes\nTides of the fjord,Ada Example,2027-05-04 09:00,20\nIce,Bo Other,2027-05-04 09:20,20\n"


def ask(
    tmp_path: Path, answers: str, table: str = TABLE
) -> tuple[Result, list[tuple[ImportJob, ColumnMapping | None]]]:
    """What the terminal shows, and the job and mapping that come of the answers."""
    (tmp_path / "talks.csv").write_text(table)
    given: list[tuple[ImportJob, ColumnMapping | None]] = []

    @click.command()
    def command() -> None:
        job = ImportJob(tmp_path / "talks.csv", tmp_path / "meeting")
        given.append(answered(job, imported(job)))

    return CliRunner().invoke(command, input=answers), given


def test_the_guess_is_shown_and_taken(tmp_path: Path) -> None:
    shown, given = ask(tmp_path, "\nOslo\n")
    assert "  Title: title (its title)\n" in shown.output
    assert "  Speaker: " in shown.output
    ((job, mapping),) = given
    assert job.zone == "Europe/Oslo"
    assert mapping
    assert [column.role for column in mapping.columns][:2] == ["title", "presenter"]


def test_each_column_can_be_said_otherwise(tmp_path: Path) -> None:
    shown, given = ask(tmp_path, "n\n\nauthors\nnonsense\nignore\nignore\nEurope/Oslo\n")
    assert "'nonsense' is not one of" in shown.output
    ((_, mapping),) = given
    assert mapping
    assert [column.role for column in mapping.columns] == ["title", "authors", "ignore", "ignore"]


def test_a_zone_is_asked_for_until_it_is_one(tmp_path: Path) -> None:
    shown, given = ask(tmp_path, "y\nAtlantis\nEST\nEurope/Oslo\n")
    assert '"Atlantis" is neither a city that is known nor a time zone' in shown.output
    assert given[0][0].zone == "Europe/Oslo"


def test_the_end_of_input_ends_the_run(tmp_path: Path) -> None:
    shown, given = ask(tmp_path, "")
    assert shown.exit_code == 1
    assert given == []


def test_headers_cannot_steer_a_terminal(tmp_path: Path) -> None:
    shown, _ = ask(tmp_path, "\nOslo\n", TABLE.replace("Minutes", "Min\x1b[31m\u202eutes"))
    assert "\x1b" not in shown.output
    assert "\u202e" not in shown.output


def test_the_mapping_is_kept_and_holds_on(tmp_path: Path) -> None:
    (tmp_path / "talks.csv").write_text(TABLE)
    job = ImportJob(tmp_path / "talks.csv", tmp_path / "meeting", zone="UTC")
    write_content(job, imported(job))
    kept = tmp_path / "meeting" / "content" / "import.yaml"
    assert "{column: Title, role: title}" in kept.read_text()
    kept.write_text(kept.read_text().replace("{column: Speaker, role: presenter}", "{column: Speaker, role: ignore}"))
    again = ImportJob(tmp_path / "talks.csv", tmp_path / "meeting", update=True)
    found = imported(again)
    assert found.guess is None
    assert [talk.authors for talk in found.meeting.talks] == [(), ()]


def test_a_mapping_may_be_there_before_the_first_import(tmp_path: Path) -> None:
    (tmp_path / "talks.csv").write_text(TABLE)
    (tmp_path / "meeting" / "content").mkdir(parents=True)
    kept = tmp_path / "meeting" / "content" / "import.yaml"
    kept.write_text("columns:\n  - {column: Title, role: title}\n")
    job = ImportJob(tmp_path / "talks.csv", tmp_path / "meeting", zone="UTC")
    found = imported(job)
    write_content(job, found)
    assert found.guess is None
    assert kept.read_text() == "columns:\n  - {column: Title, role: title}\n"
    assert (tmp_path / "meeting/content/talks/tides-of-the-fjord.md").is_file()


def test_a_mapping_with_errors_stops_the_import(tmp_path: Path) -> None:
    (tmp_path / "talks.csv").write_text(TABLE)
    (tmp_path / "meeting" / "content").mkdir(parents=True)
    (tmp_path / "meeting" / "content" / "import.yaml").write_text("columns:\n  - {column: Title, role: titel}\n")
    found = imported(ImportJob(tmp_path / "talks.csv", tmp_path / "meeting"))
    assert not found.is_taken
    assert [finding.hint for finding in found.of_content] == ["write title"]
