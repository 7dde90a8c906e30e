"""Overview: is the office doing what its strategy promised, and what needs a decision?"""

from analysis.wording import headline, so_what
from pages.parts import filters, session
from pages.parts.attention import attention
from pages.parts.cards import cards
from pages.parts.frame import begin, foot, head
from pages.parts.how_we_decide import how_we_decide
from pages.parts.places import freshness
from pages.parts.render import render
from pages.parts.welcome import welcome

begin("Overview")

if not session.office() or session.frames()["imports"].empty:
    welcome()
else:
    heading = session.slot()
    scope, period = filters.scope()
    aims, watch = session.readings(scope, period)
    objectives = [f"{o.id}. {o.outcome}" for o in session.profile().objectives for _ in o.measures]
    with heading:
        head(headline(aims), so_what(aims), eyebrow=f"{session.profile().organisation.short} · {session.history(scope).cut(period).said}")
    cards(aims, objectives)
    render("words.html", kind="sb-fresh", words=freshness())
    attention(watch)
    how_we_decide()
foot()
