"""Tasks → their results, made by several processes where that pays.

Python computes on one core. A worker is a copy of the running process (fork): it knows all that has been read and runs no
other program; its results come back through a pipe. What no worker delivers, for whatever reason, is made here, which also
raises here what a task raises.
"""

import os
import select
import signal
import struct
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import NamedTuple, NoReturn

Task = Callable[[], bytes]

_MOST = 4
_HEAD = struct.Struct(">II")  # number of the task, length of its result
_NUMBER = struct.Struct(">I")
_AT_ONCE = 1 << 20  # bytes that are read at once
_IN_A_PIPE = 16_384  # numbers that a pipe of Linux holds before anybody reads (64 KiB)


def useful_workers() -> int:
    """How many processes can compute at the same time here; none where that is but one, or where to copy a process that has
    run is not safe (macOS) or not possible (Windows)."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    return min(cores, _MOST) if cores > 1 else 0


class Errand(NamedTuple):
    """A task, and who takes what comes of it."""

    task: Task
    take: Callable[[bytes], None]


@contextmanager
def under_way(errands: Sequence[Errand], count: int) -> Iterator[None]:
    """Let up to `count` workers go on errands while the block is run; at its end, what comes of them is taken in order."""
    with started([errand.task for errand in errands], count) as results:
        yield
        for errand, result in zip(errands, results, strict=True):
            errand.take(result)


@contextmanager
def started(tasks: Sequence[Task], count: int) -> "Iterator[Results]":
    """Let up to `count` workers begin with the tasks; they end with the block. Without workers, or with more tasks than a
    pipe can hold the numbers of, tasks are made when their results are asked for."""
    count = min(count, len(tasks)) if len(tasks) <= _IN_A_PIPE else 0
    queue, behind = os.pipe()
    if count:
        os.write(behind, b"".join(map(_NUMBER.pack, range(len(tasks)))))
    os.close(behind)
    results = Results(tasks)
    try:
        for _ in range(count):
            results.start_worker(queue)
        yield results
    finally:
        os.close(queue)
        results.end()


class Results:
    """The results of tasks, taken in when one is asked for: until then, a worker that has more than a pipe holds waits."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        self._tasks = tasks
        self._workers: list[int] = []
        self._pipes: dict[int, bytearray] = {}  # by the end to read from, what has come and is not whole
        self._found: dict[int, bytes] = {}

    def start_worker(self, queue: int) -> None:
        """Start a worker that takes the numbers of its tasks from `queue`. Where the system has no room for it, none is."""
        receiving, sending = os.pipe()
        try:
            process = os.fork()
        except OSError:
            os.close(receiving)
            os.close(sending)
            return
        if process == 0:
            for other in (receiving, *self._pipes):
                os.close(other)  # or the worker before would not notice when we are gone
            _work(self._tasks, queue, sending)
        os.close(sending)
        self._workers.append(process)
        self._pipes[receiving] = bytearray()

    def __iter__(self) -> Iterator[bytes]:
        """The results in the order of the tasks, each as soon as it is there."""
        return map(self.of, range(len(self._tasks)))

    def of(self, number: int) -> bytes:
        """The result of one task, which nobody can ask for again."""
        while number not in self._found and self._pipes:
            for pipe in select.select(list(self._pipes), [], [])[0]:
                self._take_in(pipe)
        result = self._found.pop(number, None)
        return self._tasks[number]() if result is None else result

    def end(self) -> None:
        """Stop workers that are still busy, and wait until all are gone."""
        for pipe in self._pipes:
            os.close(pipe)
        for worker in self._workers:
            os.kill(worker, signal.SIGKILL)  # one that has ended is there until it is waited for
            os.waitpid(worker, 0)

    def _take_in(self, pipe: int) -> None:
        """Take in what a pipe holds, and the results that are whole with it."""
        came, waiting = os.read(pipe, _AT_ONCE), self._pipes[pipe]
        waiting += came
        while len(waiting) >= _HEAD.size:
            number, length = _HEAD.unpack_from(waiting)
            end = _HEAD.size + length
            if len(waiting) < end:
                break
            self._found[number] = bytes(waiting[_HEAD.size : end])
            del waiting[:end]
        if not came:
            del self._pipes[pipe]
            os.close(pipe)


def _work(tasks: Sequence[Task], queue: int, sending: int) -> NoReturn:
    """A worker: take a task as long as there are any, and send what comes of it; of one that fails, nothing."""
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        while number := os.read(queue, _NUMBER.size):
            which = _NUMBER.unpack(number)[0]
            result = None
            with suppress(Exception):  # it fails again where that can be told
                result = tasks[which]()
            if result is not None:
                _send(sending, _HEAD.pack(which, len(result)) + result)
        status = 0
    finally:
        os._exit(status)  # no buffer of ours is flushed twice, and nothing is cleared away that is the other process's


def _send(pipe: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(pipe, view) :]
