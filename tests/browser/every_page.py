"""The pages there are, and what keeps somebody from using one."""

from axe_playwright_python.sync_playwright import Axe

from app import PAGES

NAMES = [name for listed in PAGES.values() for name, _ in listed]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def path(name: str) -> str:
    return "" if name == "overview" else name


def serious(page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found if one["impact"] in ("serious", "critical")]
