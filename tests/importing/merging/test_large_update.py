"""A large meeting is updated in seconds."""

import time

from written_content import PROGRAM, lines, talk_file, update


def meeting(word: str) -> dict[str, str]:
    """880 talks and a program of 900 items; every title and every item differs with the word."""
    authors = [{"name": f"Person {number}", "affiliations": [f"a{number}"]} for number in range(5)]
    affiliations = {f"a{number}": f"University {number}" for number in range(5)}
    files = {}
    for number in range(880):
        front = {"title": f"Talk {number} {word}", "authors": authors, "affiliations": affiliations}
        files[f"content/talks/t{number}.md"] = talk_file(front, ["One." * 50, f"Two {word}." * 50, "Three." * 50])
    sessions = [
        {
            "id": f"s{session}",
            "title": f"Session {session}",
            "items": [{"talk": f"t{session * 9 + number}", "minutes": word} for number in range(9)],
        }
        for session in range(100)
    ]
    return {**files, PROGRAM: lines({"sessions": sessions})}


def test_a_large_meeting_of_which_everything_changed_and_was_edited() -> None:
    last, theirs = meeting("15"), meeting("20")
    mine = {path: text.replace("affiliations:\n", "# by hand\naffiliations:\n") for path, text in last.items()}
    mine[PROGRAM] = mine[PROGRAM].replace("sessions:", "# by hand\nsessions:")
    start = time.process_time()
    result, _ = update(last, mine, theirs)
    # Three seconds on a machine with nothing else to do.
    assert time.process_time() - start < 10
    assert all("# by hand" in (text or "") for text in result.values())
    assert {path: (text or "").replace("# by hand\n", "") for path, text in result.items()} == theirs
