"""What the accessibility statement says, kept beside the tests that make it true."""


def statement() -> dict[str, list[str] | str]:
    """The parts of the statement, each a list of sentences."""
    return {
        "works": [
            "Every page can be used with a keyboard alone, and every control shows where the focus is.",
            "Every chart has a headline that states its finding, a description, and a table with the same figures.",
            "No meaning is carried by colour alone: each status has a word and a shape.",
            "Pages fit a width of 320 pixels without scrolling sideways; wide tables scroll inside themselves.",
            "Changes of the figures are announced to screen readers, and focus moves to the headline when the page changes.",
        ],
        "known": [
            "Labels of the parts that Streamlit itself provides, such as the file picker, are in English only (WCAG 3.1.2).",
            "The file picker announces its drop zone and its button separately; both do the same (WCAG 1.3.1).",
            "Charts are pictures to a screen reader; the table under each has every figure.",
        ],
        "tested": (
            "Automatic checks (axe-core, WCAG 2.2 A and AA) run on every page, empty and filled, at 1366, 1280 and 320 pixels, "
            "each time the project's tests run. Screen readers and voice control have not been tested by people yet."
        ),
        "ask": (
            "Ask the office named at the foot of the page for any figure in another format. "
            "If its answer does not satisfy you, the Equality Advisory and Support Service can help."
        ),
    }
