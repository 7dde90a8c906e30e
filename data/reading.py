"""The only door for an uploaded file: it is opened in a process of its own, and comes back as sheets of text or a plain refusal."""

import contextlib
import hashlib
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

from data.parsing.answer import read_answer
from data.parsing.labels import file_label
from data.parsing.limits import MEGABYTE, USUAL_MB, limits_for
from data.problems import ImportRefused
from data.sheet import Book

_CHILD = Path(__file__).with_name("reading_child.py")
_AT_ONCE = threading.BoundedSemaphore(2)
_KEPT_SETTINGS = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "HOME", "USERPROFILE", "APPDATA", "TEMP", "TMP", "TZ")
# The memory limit counts addresses, not use. Arrow's usual allocator reserves a gigabyte of them at once; the system's, left to tune
# itself, never gives back the room that was set aside for each column.
_MEMORY_SETTINGS = {
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_MMAP_THRESHOLD_": "262144",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
}
_SMALLER = "Copy only the table of answers into a new workbook or CSV file and upload that."


def read_file(name: str, content: bytes, limit_mb: float = USUAL_MB) -> Book:
    """Read an Excel, OpenDocument or text file of answers into sheets of text.

    `name` is only a label: the kind of file is told from its bytes. The file is parsed in a separate process with limits on memory,
    time, files and further processes (on Windows, which has none of these, on time and on the file's structure), at most two at once.
    Raises ImportRefused with a code, a sentence and a remedy when the file cannot be read.
    """
    if not content:
        raise ImportRefused("E_EMPTY_FILE", "This file is empty.", "Download it again; the copy may not have finished.")
    if len(content) > limit_mb * MEGABYTE:
        raise ImportRefused(
            "E_TOO_BIG",
            f"This file is {len(content) / MEGABYTE:,.0f} MB; at most {limit_mb:,g} MB can be read here.",
            "Remove sheets and columns that are not needed, or split it into several files.",
        )
    wall = limits_for(len(content)).wall_seconds
    if not _AT_ONCE.acquire(timeout=wall):
        raise ImportRefused("E_BUSY", "Two other files are being read at the moment.", "Wait a minute and upload it again.")
    try:
        answer, status = _in_a_process_of_its_own(content, wall)
    finally:
        _AT_ONCE.release()
    if status != 0:
        raise _stopped(status)
    try:
        container, encoding, sheets, notices = read_answer(answer)
    except ValueError as error:
        raise _stopped(status) from error
    return Book(file_label(name), hashlib.sha256(content).hexdigest(), container, sheets, encoding, notices)


def _in_a_process_of_its_own(content: bytes, wall: float) -> tuple[bytes, int | None]:
    """What the process wrote and how it ended; None when it was ended for taking too long."""
    settings = {name: os.environ[name] for name in _KEPT_SETTINGS if name in os.environ}
    settings |= _MEMORY_SETTINGS
    try:
        process = subprocess.Popen(
            [sys.executable, "-E", "-P", str(_CHILD), str(len(content))],
            env=settings,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise ImportRefused("E_BUSY", "This computer has no room to read another file at the moment.", "Try again in a few minutes.") from error
    assert process.stdin is not None and process.stdout is not None
    late = threading.Event()

    def end_it() -> None:
        late.set()
        process.kill()

    clock = threading.Timer(wall, end_it)
    feeding = threading.Thread(target=_feed, args=(process.stdin, content))
    clock.start()
    feeding.start()
    try:
        answer = process.stdout.read()
        status = process.wait()
    finally:
        clock.cancel()
        process.kill()
        feeding.join()
        process.stdout.close()
        process.wait()
    return answer, None if late.is_set() else status


def _feed(pipe: IO[bytes], content: bytes) -> None:
    with contextlib.suppress(OSError), pipe:  # the process may end before it has taken everything
        pipe.write(content)


def _stopped(status: int | None) -> ImportRefused:
    if status is None or (hasattr(signal, "SIGXCPU") and status == -signal.SIGXCPU):
        return ImportRefused("E_TIMEOUT", "Reading this file took too long and was stopped.", _SMALLER)
    return ImportRefused("E_READER_STOPPED", "This file made the reader stop: it is damaged, or needs more memory than is allowed.", _SMALLER)
