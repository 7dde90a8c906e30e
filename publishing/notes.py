"""The lines that travel with every table: what it shows, who was counted, where it comes from, and what its markers mean."""

from analysis.finding import Finding
from publishing.table import table


def notes(finding: Finding, office: str, example: bool = False) -> list[str]:
    """The notes of a finding, one sentence or line each, in the order they should be read."""
    lines = ["Example data: not real results."] if example else []
    lines += [finding.headline, finding.subtitle, finding.base, finding.source, finding.comparable, *finding.notes, finding.how, finding.description]
    lines.append(f"Definition: {finding.published.measure.definition.replace(chr(10) * 2, ' ').replace(chr(10), ' ')}")
    lines += [f"Shorthand: {meaning}." for meaning in table(finding).explained]
    if finding.published.measure.counts == "respondents":
        lines.append("Numbers of respondents are rounded to the nearest 5, so they may not add up to their total.")
    lines.append(f"Published by {office} with Sounding Board.")
    return [line for line in lines if line]
