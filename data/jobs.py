"""Long work done beside the page: a click elsewhere or a closed tab neither stops it nor leaves half of it done."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

_WORKERS = ThreadPoolExecutor(max_workers=2, thread_name_prefix="sounding-board")


def start(work: Callable[..., Any], *arguments: Any) -> Future[Any]:
    """Begin a piece of work; ask the future whether it is done, and for its result or its error."""
    return _WORKERS.submit(work, *arguments)
