"""What the page on outcomes finds: how many evidenced examples there are, and how much is done without evidence."""

from analysis.readings import Reading
from analysis.thread.threads import MISSING, Thread
from analysis.wording import figure


def headline(read: list[Reading], listed: list[Thread]) -> str:
    """How many evidenced examples, and how many are done without evidence."""
    examples = read[0]
    if not listed:
        return f"Nothing is recorded for {examples.when}"
    count = figure(examples.now)
    without = sum(one.stage_name == "done" and one.link("evidence").state == MISSING for one in listed)
    words = f"{count} 'You said, we did' example{'s' if count != '1' else ''} with evidence"
    return f"{words}; {without} done without any" if without else words
