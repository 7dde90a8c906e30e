"""What the reading process takes away from itself before it opens a file."""

import io

import pyarrow as pa
import pyarrow.csv

from data.parsing.limits import Limits


def confine(limits: Limits) -> None:
    """Take away what reading a file does not need: more memory or time than allowed, files, other processes, memory dumps.

    Windows has no such limits; there the checks on the file's structure and the clock of the parent process must do.
    """
    try:
        import resource
    except ImportError:
        return
    _start_arrow_threads()
    cpu = limits.cpu_seconds
    for which, soft, hard in (
        (resource.RLIMIT_AS, limits.memory_bytes, limits.memory_bytes),
        (resource.RLIMIT_CPU, cpu, cpu + 5),
        (resource.RLIMIT_FSIZE, 0, 0),
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_NPROC, 0, 0),
    ):
        allowed = resource.getrlimit(which)[1]
        if allowed != resource.RLIM_INFINITY:
            soft, hard = min(soft, allowed), min(hard, allowed)
        try:
            resource.setrlimit(which, (soft, hard))
        except (ValueError, OSError):  # macOS refuses some of these
            continue


def _start_arrow_threads() -> None:
    """Arrow starts its worker threads on first use and keeps them; once confined, no thread can be started."""
    pa.set_cpu_count(1)
    pa.set_io_thread_count(1)
    pyarrow.csv.read_csv(io.BytesIO(b"a\n" * 64), read_options=pyarrow.csv.ReadOptions(block_size=16))
