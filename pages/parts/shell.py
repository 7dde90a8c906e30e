"""What a page needs around it to be heard as well as seen: its language, one live region, and focus on the headline after a change of page."""

import streamlit as st

_SHELL = st.components.v2.component(
    "sounding_board_shell",
    html='<p class="sb-live" role="status" aria-live="polite"></p>',
    js="""
export default function ({ data, parentElement }) {
  document.documentElement.lang = data.language
  const live = parentElement.querySelector(".sb-live")
  if (live && live.textContent !== data.said) live.textContent = data.said
  if (window.soundingBoardPage && window.soundingBoardPage !== data.page) {
    const settle = (tries) => {
      const heading = document.querySelector("h1")
      if (heading) { heading.setAttribute("tabindex", "-1"); heading.focus({ preventScroll: true }) }
      else if (tries) setTimeout(() => settle(tries - 1), 60)
    }
    setTimeout(() => settle(30), 60)
  }
  window.soundingBoardPage = data.page
  if (window.soundingBoardLists) return
  // On a narrow screen the navigation mixes headings into its lists of links; a list that holds anything but its items is none.
  const plain = () => document.querySelectorAll("ul:has(> div), ul:has(> div) li")
    .forEach(one => { if (one.closest("[data-testid=stSidebarNav]")) one.setAttribute("role", "none") })
  window.soundingBoardLists = new MutationObserver(plain)
  window.soundingBoardLists.observe(document.body, { childList: true, subtree: true })
  plain()
}
""",
    isolate_styles=False,
)


def shell(page: str, said: str) -> None:
    """Set the language, say `said` to screen readers when it has changed, and move focus to the headline when the page has."""
    _SHELL(data={"language": "en-GB", "page": page, "said": said}, key="shell", height=1)
