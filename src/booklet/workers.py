"""Tasks → their results, made by several processes where that pays.

Python computes on one core. A worker is a copy of the running process (fork): it knows all that has been read and runs no
other program; its results come back through a pipe. What no worker delivers, for whatever reason, is made here, which also
raises here what a task raises.
"""

import os
import signal
import struct
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import NamedTuple, NoReturn

Task = Callable[[], bytes]

_MOST = 4
_HEAD = struct.Struct(">II")  # number of the task, length of its result
_NUMBER = struct.Struct(">I")
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
    with started([errand.task for errand in errands], count if len(errands) > 1 else 0) as results:
        yield
        for errand, result in zip(errands, results, strict=True):
            errand.take(result)


@contextmanager
def started(tasks: Sequence[Task], count: int) -> "Iterator[Results]":
    """Let `count` workers begin with the tasks; they end with the block. Without workers, or with more tasks than a pipe can
    hold the numbers of, tasks are made when their results are asked for."""
    count = min(count, len(tasks)) if len(tasks) <= _IN_A_PIPE else 0
    queue, behind = os.pipe()
    if count:
        os.write(behind, b"".join(map(_NUMBER.pack, range(len(tasks)))))
    os.close(behind)
    results = Results(tasks)
    try:
        for _ in range(count):
            results.start_worker(queue)
        results.listen()
        yield results
    finally:
        os.close(queue)
        results.end()


class Results:
    """The results of tasks, as they come."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        self._tasks = tasks
        self._pipes: dict[int, int] = {}  # the end to read from, by process
        self._listeners: list[threading.Thread] = []
        self._found: dict[int, bytes] = {}
        self._news = threading.Condition()
        self._listening = 0

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
            for other in (receiving, *self._pipes.values()):
                os.close(other)  # or the worker before would not notice when we are gone
            _work(self._tasks, queue, sending)
        os.close(sending)
        self._pipes[process] = receiving

    def listen(self) -> None:
        """Begin to take results in. All workers must have been started: a process with threads cannot be copied safely."""
        self._listening = len(self._pipes)
        for pipe in self._pipes.values():
            self._listeners.append(threading.Thread(target=self._listen, args=(pipe,), daemon=True))
            self._listeners[-1].start()

    def __iter__(self) -> Iterator[bytes]:
        """The results in the order of the tasks, each as soon as it is there."""
        return map(self.of, range(len(self._tasks)))

    def of(self, number: int) -> bytes:
        """The result of one task, which nobody can ask for again."""
        with self._news:
            self._news.wait_for(lambda: number in self._found or not self._listening)
            result = self._found.pop(number, None)
        return self._tasks[number]() if result is None else result

    def end(self) -> None:
        """Stop workers that are still busy, and wait until all are gone."""
        for process in self._pipes:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        for process in self._pipes:
            os.waitpid(process, 0)
        for listener in self._listeners:
            listener.join()

    def _listen(self, pipe: int) -> None:
        with open(pipe, "rb") as stream:
            while len(head := stream.read(_HEAD.size)) == _HEAD.size:
                number, length = _HEAD.unpack(head)
                result = stream.read(length)
                if len(result) < length:
                    break
                with self._news:
                    self._found[number] = result
                    self._news.notify()
        with self._news:
            self._listening -= 1
            self._news.notify()


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
