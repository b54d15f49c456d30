"""Results come in the order of the tasks whatever becomes of the processes that make them, and no process stays behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from booklet.workers import started, useful_workers

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="workers are started on Linux alone")

HERE = os.getpid()


def made_by(number: int) -> Callable[[], bytes]:
    """A task that says which it is and who made it."""
    return lambda: b"%d %d" % (number, os.getpid())


def results(tasks: Sequence[Callable[[], bytes]], count: int = 2) -> list[tuple[int, int]]:
    """Number and process of each result."""
    with started(tasks, count) as found:
        return [(int(number), int(process)) for number, process in (one.split() for one in found)]


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def no_child_is_left() -> bool:
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return True
    return False


def test_results_come_in_order_from_other_processes() -> None:
    found = results([made_by(number) for number in range(200)])
    assert [number for number, _ in found] == list(range(200))
    assert HERE not in {process for _, process in found}
    assert no_child_is_left()


def test_without_workers_tasks_are_made_here() -> None:
    assert results([made_by(0), made_by(1)], 0) == [(0, HERE), (1, HERE)]


def test_there_are_no_more_workers_than_tasks() -> None:
    begun: list[int] = []

    def noted() -> bytes:
        begun.append(1)
        return b"0 %d" % os.getpid()

    assert len({process for _, process in results([noted], 8)}) == 1
    assert begun == []
    assert results([], 8) == []


def test_long_results_come_whole() -> None:
    tasks = [lambda size=size: bytes([size % 251]) * size for size in (0, 1, 65_536, 3_000_000)]  # type: ignore[misc]
    with started(tasks, 2) as found:
        assert [len(one) for one in found] == [0, 1, 65_536, 3_000_000]


def test_what_fails_there_fails_here() -> None:
    def failing() -> bytes:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"), started([made_by(0), failing], 2) as found:
        list(found)
    assert no_child_is_left()


def test_what_fails_only_there_is_made_here() -> None:
    def failing() -> bytes:
        if os.getpid() != HERE:
            raise MemoryError
        return b"1 %d" % HERE

    found = results([made_by(0), failing, made_by(2)])
    assert [number for number, _ in found] == [0, 1, 2]
    assert found[1] == (1, HERE)


def test_a_worker_that_dies_takes_no_result_with_it() -> None:
    def dying() -> bytes:
        if os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        return b"0 %d" % HERE

    tasks = [dying if number % 5 == 0 else made_by(number) for number in range(50)]
    with started(tasks, 2) as found:
        assert [int(one.split()[0]) for one in found] == [0 if number % 5 == 0 else number for number in range(50)]
    assert no_child_is_left()


def test_a_worker_that_leaves_in_the_middle_of_a_result_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    written = os.write

    def half(pipe: int, data: bytes) -> int:
        if os.getpid() != HERE:
            written(pipe, bytes(data)[: len(data) // 2])
            os._exit(1)
        return written(pipe, data)

    monkeypatch.setattr(os, "write", half)
    assert results([made_by(0), made_by(1)]) == [(0, HERE), (1, HERE)]


def test_a_system_that_gives_no_process_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    before = open_files()
    monkeypatch.setattr(os, "fork", refused)
    assert results([made_by(0), made_by(1)]) == [(0, HERE), (1, HERE)]
    assert open_files() == before


def test_busy_workers_are_not_waited_for() -> None:
    began = time.monotonic()

    def sleeping() -> bytes:
        time.sleep(60)
        return b""

    with pytest.raises(KeyError), started([sleeping, sleeping], 2):
        raise KeyError
    assert time.monotonic() - began < 30
    assert no_child_is_left()


BUSY = """
import time
from booklet.workers import started

def task():
    time.sleep(0.1)
    return bytes(1_000_000)

with started([task] * 1000, 2) as found:
    next(iter(found))
    print("begun", flush=True)
    time.sleep(60)
"""


def test_workers_end_when_the_process_that_started_them_was_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", BUSY], stdout=subprocess.PIPE, start_new_session=True) as first:
        assert first.stdout
        assert first.stdout.readline() == b"begun\n"
        first.kill()
    for _ in range(200):
        try:
            os.killpg(first.pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    os.killpg(first.pid, signal.SIGKILL)
    pytest.fail("a worker is still there after ten seconds")


def test_more_tasks_than_a_pipe_holds_are_made_here() -> None:
    found = results([made_by(number) for number in range(16_385)])
    assert {process for _, process in found} == {HERE}


def test_useful_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    for cores, count in ((1, 0), (2, 2), (64, 4)):
        monkeypatch.setattr(os, "sched_getaffinity", lambda _, cores=cores: set(range(cores)))
        assert useful_workers() == count
    monkeypatch.setattr(sys, "platform", "darwin")
    assert useful_workers() == 0
