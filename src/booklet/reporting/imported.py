"""What an import gave into its last lines: how much came in, what was found, and what to do next."""

from booklet.import_content import Imported
from booklet.importing.meeting import Meeting
from booklet.job import ImportJob
from booklet.reporting.summary import counted, plural


def ended(job: ImportJob, found: Imported, command: str) -> list[str]:
    """The last lines of an import; `command` is what to do next."""
    counts = counted((*found.of_source, *found.of_content))
    said = [f"{counts}."] if counts else []
    content = (job.folder / "content").as_posix()
    if not found.is_taken:
        nothing = f"{content} is as it was" if job.update else "nothing was written"
        what = f"Nothing came in from {job.source}" if found.is_empty else f"{job.source} is damaged"
        return [*said, f"{what}; {nothing}."]
    line = _updated(found, content) if job.update else f"{content}: {_came_in(found.meeting)}, from {found.title}"
    return [line, *said, f"Next: {command}"]


def _came_in(meeting: Meeting) -> str:
    """How much: "5 talks, 1 session, 27 people on 1 day"."""
    people = {author.name for talk in meeting.talks for author in talk.authors}
    days = {session.day or session.date for session in meeting.sessions}
    persons = "1 person" if len(people) == 1 else f"{len(people)} people"
    numbers = [plural(len(meeting.talks), "talk"), plural(len(meeting.sessions), "session"), persons]
    return ", ".join(numbers) + (f" on {plural(len(days), 'day')}" if days else "")


def _updated(found: Imported, content: str) -> str:
    """What changed: "X/content: 3 files written, 1 removed, from frab schedule JSON"."""
    gone = sum(text is None for text in found.files.values())
    written = len(found.files) - gone
    if not found.files:
        return f"{content} is up to date with {found.title}"
    removed = f", {gone} removed" if gone else ""
    return f"{content}: {plural(written, 'file')} written{removed}, from {found.title}"
