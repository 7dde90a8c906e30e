"""What people see when something of ours goes wrong: a sentence and a reference, never the error, which could quote a cell."""

import logging
import secrets

from data.problems import SoundingBoardError
from pages.parts.render import render

_LOG = logging.getLogger("sounding_board")


def _without_words(line: logging.LogRecord) -> bool:
    """Streamlit reports every error with its words, which could quote a cell: leave those out, and the report that `failed` makes itself."""
    line.exc_info = None
    return line.msg != "Uncaught app execution"


# The second reports a download that could not be made.
for name in ("streamlit.error_util", "streamlit.runtime.backend_operation_handler"):
    logging.getLogger(name).addFilter(_without_words)


def failed(error: Exception) -> bool:
    """Show the problem. A known one is shown as it stands; any other by a reference under which the log names its kind and place only."""
    if isinstance(error, SoundingBoardError):
        render("problem.html", words=str(error))
        return True
    reference = secrets.token_hex(2).upper()
    _LOG.error("Reference %s: %s in %s", reference, type(error).__name__, _place(error))
    render("problem.html", words=f"Sorry, something went wrong. Your data is safe. Reference {reference}.")
    return True


def _place(error: Exception) -> str:
    """The innermost line of our own code, without any value."""
    trace, place = error.__traceback__, "unknown"
    while trace:
        place = f"{trace.tb_frame.f_code.co_filename.rsplit('/', 2)[-1]}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
