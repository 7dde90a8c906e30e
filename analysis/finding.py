"""A figure ready to be shown: the published numbers, and every word that must stand with them."""

from dataclasses import dataclass, field

from analysis.suppression import Published

# The outlines of each area: rings of (longitude, latitude).
Outlines = dict[str, tuple[tuple[tuple[float, float], ...], ...]]


@dataclass(frozen=True)
class ContextPoint:
    """One figure of a published series: the period as published, the share, and its place along the waves, None where it is of another time."""

    period: str
    value: float
    place: float | None


@dataclass(frozen=True)
class Context:
    """A series somebody else published, drawn dashed beside a figure's own and never part of it."""

    name: str
    source: str
    points: tuple[ContextPoint, ...]


@dataclass(frozen=True)
class Finding:
    """What is drawn, printed, downloaded and read aloud, all from one published result.

    `headline` states the finding, `subtitle` says what, who and when; `base`, `source` and `comparable` stand under the chart. `chart` names the
    way it is drawn, '' for a table alone; `titles` names the columns of its dimensions; `terms` gives dimension values their words;
    `outlines` says where areas lie, for a map; `how` is the method behind what is said, for those who ask; `context` is a
    series of somebody else's.
    """

    name: str
    headline: str
    subtitle: str
    published: Published
    chart: str
    base: str
    source: str
    description: str
    comparable: str = ""
    titles: dict[str, str] = field(default_factory=dict)
    terms: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    outlines: Outlines = field(default_factory=dict)
    how: str = ""
    context: Context | None = None

    def term(self, value: object) -> str:
        """A dimension's value in words; a blank one is 'Not recorded'."""
        return "Not recorded" if value is None or value != value else self.terms.get(str(value), str(value))

    @property
    def alt(self) -> str:
        """What a screen reader says of the chart, in at most 200 characters; the table below it has the figures."""
        kind = {
            "ranked": "Bar chart",
            "over time": "Column chart",
            "waves": "Line chart",
            "process": "Process chart",
            "stacked": "Stacked bar chart",
            "rating": "Stacked bar",
            "gaps": "Dot chart",
            "map": "Map",
        }
        start = f"{kind.get(self.chart, 'Chart')}: {self.headline}."
        return f"{start[:160]} Figures are in the table below."
