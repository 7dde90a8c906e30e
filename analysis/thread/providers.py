"""Commissioned services by the organisation that runs them: what users said, what changed with evidence, and what still waits."""

from dataclasses import dataclass

import pandas as pd

from analysis.text import says_something
from analysis.thread.proof import proofs
from analysis.thread.told import told_back

UNNAMED = "Provider not recorded"


@dataclass(frozen=True)
class Provider:
    """One provider: its services, and how many outcomes were heard, changed something with evidence, lack evidence, wait, or were told back."""

    name: str
    services: str
    heard: int
    evidenced: int
    unproven: int
    waiting: int
    refused: int
    told: int


def providers(outcomes: pd.DataFrame) -> list[Provider]:
    """One row a provider, the one heard most of first. Outcomes whose provider is not named stand together, last."""
    of_services = outcomes[outcomes["kind"] == "commissioned service"]
    named = of_services["provider"].map(lambda name: " ".join(name.split()) if says_something(name) else UNNAMED)
    found = [_provider(str(name), own) for name, own in of_services.groupby(named)]
    return sorted(found, key=lambda one: (one.name == UNNAMED, -one.heard, one.name))


def _provider(name: str, own: pd.DataFrame) -> Provider:
    done, refused = own["stage"] == "done", own["stage"] == "not taken forward"
    counting = sum(one.counts for one in proofs(own, "services_changed"))
    services = sorted({changed.strip() for changed in own["changed"] if says_something(changed)})
    return Provider(
        name=name,
        services=", ".join(services),
        heard=len(own),
        evidenced=counting,
        unproven=int(done.sum()) - counting,
        waiting=int((~done & ~refused).sum()),
        refused=int(refused.sum()),
        told=int(((done | refused) & told_back(own)).sum()),
    )
