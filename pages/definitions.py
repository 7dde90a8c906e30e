"""Definitions: every measure as it is worked out, the words, how small numbers are treated, and what sorts of evidence there are."""

from analysis.measure import measures
from analysis.suppression import FLAGS
from data.vocabulary import EVIDENCE
from pages.parts import session
from pages.parts.frame import begin, foot, head
from pages.parts.glossary import glossary
from pages.parts.how_we_decide import how_we_decide
from pages.parts.render import render
from publishing.table import MEANINGS

begin("Definitions")
used = {aim.measure for aim in (*session.profile().aims, *session.profile().watch)} if session.office() else set()
listed = sorted(measures().values(), key=lambda measure: (measure.name not in used, measure.title))
head(f"How the {len(listed)} measures are worked out", "Every definition here is the one the figures are worked out by.")
render("definitions.html", measures=listed, used=used, flags=list(FLAGS.values()), markers=MEANINGS, evidence=EVIDENCE, glossary=glossary())
how_we_decide()
foot()
