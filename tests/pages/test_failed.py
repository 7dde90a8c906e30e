import logging

from data.problems import ImportRefused
from pages.parts import failed


def test_what_a_cell_said_is_in_no_log(caplog, monkeypatch):
    shown = []
    monkeypatch.setattr(failed, "render", lambda _, words: shown.append(words))
    try:
        raise ValueError("jo.bloggs@example.org")
    except ValueError as error:
        logging.getLogger("streamlit.error_util").error("Uncaught app execution", exc_info=error)
        logging.getLogger("streamlit.error_util").error("on_script_error handler raised an exception", exc_info=error)
        assert failed.failed(error)
    assert "jo.bloggs" not in caplog.text and "ValueError in" in caplog.text
    assert "jo.bloggs" not in shown[0] and "Reference" in shown[0]


def test_what_a_download_fell_over_is_in_no_log(caplog):
    try:
        raise ValueError("jo.bloggs@example.org")
    except ValueError as error:
        logging.getLogger("streamlit.runtime.backend_operation_handler").error("Error executing deferred callable", exc_info=error)
    assert "jo.bloggs" not in caplog.text and "Error executing" in caplog.text


def test_a_known_problem_is_said_as_it_stands(monkeypatch):
    shown = []
    monkeypatch.setattr(failed, "render", lambda _, words: shown.append(words))
    assert failed.failed(ImportRefused("E_EMPTY_FILE", "This file is empty.", "Download it again."))
    assert shown[0].startswith("This file is empty.")
